"""What the site's settings say of using its data again: the licence, and who publishes. Attachments have makers of their own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reuse:
    """The address of the licence ("licens") and the publisher's name ("utgivare"); empty where nothing is said.

    Neither has a default: nobody but the municipality can say under which terms its texts may be used.
    """

    licence: str = ""
    publisher: str = ""


NOTHING_SAID = Reuse()
