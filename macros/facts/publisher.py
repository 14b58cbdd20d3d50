"""Who publishes the data, and whether it may be told of in a catalogue."""

from __future__ import annotations

from macros.record.archive import Archive


def publisher(archive: Archive) -> str:
    """As the settings have it ("utgivare"), else the only municipality; empty where there are several."""
    municipalities = {body.header.municipality for body in archive.bodies}
    return archive.reuse.publisher or ("".join(municipalities) if len(municipalities) == 1 else "")


def may_be_catalogued(archive: Archive) -> bool:
    """Whether a catalogue would be true: it must claim a licence and name who publishes."""
    return bool(archive.reuse.licence and publisher(archive))
