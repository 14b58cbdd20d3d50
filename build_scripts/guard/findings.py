"""From what was recognised to findings: place, Swedish sentence and remedy, with everything that was found masked."""

from __future__ import annotations

from collections.abc import Iterable

from macros.finding import Finding, Place
from macros.guard.hit import Hit, mask, masked
from macros.guard.kinds import BY_ID, Severity
from macros.guard.official import Official
from macros.guard.recognise import recognise

_NOBODY = Official()


def shown_path(path: str) -> str:
    """A path as it may be printed: a file's name can be somebody's number."""
    return masked(path, recognise(path, _NOBODY, contextual=False))


def place_in(path: str, text: str, hit: Hit, hits: Iterable[Hit]) -> Place:
    """The place of a hit in a text file; the whole line is masked, not only this hit."""
    start = text.rfind("\n", 0, hit.start) + 1
    end = text.find("\n", hit.start)
    end = len(text) if end < 0 else end
    excerpt = masked(text, hits)[start:end]
    length = max(1, min(hit.end, end) - hit.start)
    return Place(shown_path(path), text.count("\n", 0, hit.start) + 1, hit.start - start + 1, length, excerpt)


def about_hit(place: Place, text: str, hit: Hit, where: str = "", can_review: bool = True) -> Finding:
    """The finding for something recognised in a text; `where` is its place inside an attachment."""
    shown = " ".join(mask(text[hit.start : hit.end], hit.kind_id).split())
    return about(place, hit.kind_id, shown, where, can_review)


def about(place: Place, kind_id: str, found: str, where: str = "", can_review: bool = True) -> Finding:
    """The finding for a kind. Both levels stop: what is to be looked at stops until somebody has, and has said so."""
    kind = BY_ID[kind_id]
    said = kind.message.format(found=found)
    said = f"{kind.severity.capitalize()}: {said}"
    if where:
        said = f"{said.rstrip('.')} ({where})."
    remedy = kind.remedy
    if kind.severity is Severity.REVIEW and can_review:
        remedy = f"{remedy} {_REVIEW.format(path=place.path)}"
    return place.error(kind_id, said, remedy)


_REVIEW = 'Får det stå kvar: klubbat granska {path} --godkänn --av "Ditt namn" --skäl "Varför".'
