"""The pictures of all flights at once: along time, and where they came down."""
