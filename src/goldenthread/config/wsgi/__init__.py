"""The two sites for an application server."""
