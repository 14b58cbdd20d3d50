"""Tracked changes: a document that still has any says two things at once, and is not imported."""

from __future__ import annotations

from build_scripts.imports.package import Package
from build_scripts.imports.refusal import Refused
from build_scripts.imports.wordml import W

_CHANGES = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"))
"""Changes of words. Changed looks (`rPrChange` and the like) hold none, and are passed over."""


def refuse_tracked(package: Package) -> None:
    """Raises Refused where words were put in, taken out or moved and nobody has accepted or rejected it."""
    count = sum(1 for tree in package.parts.values() for tag in _CHANGES for _ in tree.iter(tag))
    if count:
        are = "1 spårad ändring som ingen" if count == 1 else f"{count} spårade ändringar som ingen"
        raise Refused(
            f"dokumentet har {are} har godkänt eller avvisat. Öppna det i Word, välj Granska och godkänn eller avvisa "
            "alla ändringar, spara, och importera igen."
        )
