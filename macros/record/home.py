"""Where the record lies: apart from what its files are, so that who only looks for it needs no models."""

RECORD = "meetings"
"""Its folder, from the project's root."""
