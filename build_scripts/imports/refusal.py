"""A document that cannot be imported: why, and what to do, in Swedish."""

from __future__ import annotations


class Refused(Exception):
    """The document is left alone; carries the sentences for the user."""
