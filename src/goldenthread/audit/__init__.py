"""The trail: what happened, append-only and hash-chained, with no keys to any other table."""
