"""What can be made in the browser."""
