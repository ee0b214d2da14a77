"""What is typed on the pages, one module for each part of a review."""
