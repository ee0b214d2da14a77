"""Pages: load, ask, do, redirect. They ask queries and services, and never touch a table."""
