"""The addresses of the two sites."""
