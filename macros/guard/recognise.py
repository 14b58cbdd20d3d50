"""Everything that the guard recognises in a text."""

from __future__ import annotations

from collections.abc import Iterable

from macros.guard.contacts import homes, mail, mobiles, reached
from macros.guard.delegates import delegates
from macros.guard.digits import as_digits
from macros.guard.hit import Hit
from macros.guard.kinds import KINDS, Severity
from macros.guard.marks import marks
from macros.guard.official import Official
from macros.guard.people import people
from macros.guard.personal_numbers import personal_numbers
from macros.guard.typography import plain, runs_of_digits

_ORDER = {kind.id: n for n, kind in enumerate(KINDS)}
_AT = ("@", "\uff20", "(at)", "[at]", " at ", "snabel")


def recognise(
    text: str, official: Official, contextual: bool = True, least: Severity = Severity.REVIEW
) -> tuple[Hit, ...]:
    """What was recognised, in order; of two on the same signs the graver, then the longer, then the kind that is told first.

    `contextual` says whether the words stand as somebody wrote them, so that what is near means something. `least` is the
    severity asked for: with `Severity.STOP` what would only be looked at is not told.
    """
    seen, offsets = plain(text)
    # Where people write, and papers are read: pages repeat what has been judged there.
    digits = as_digits(seen) if contextual else seen
    runs = runs_of_digits(digits)
    found = [*personal_numbers(digits, runs), *mobiles(seen, official, runs)]
    small = seen.lower()
    if any(sign in small for sign in _AT):
        found += mail(seen, official)
    found += marks(seen, small, contextual)
    if contextual and "delegat" in small:
        found += delegates(seen, official)
    if least is Severity.STOP:
        found = [hit for hit in found if hit.kind.severity is Severity.STOP]
    else:
        found += homes(seen, official)
        if contextual:
            found += reached(seen, official)
            found += people(seen, official)
    kept = _gravest(found)
    if offsets is None:
        return kept
    return tuple(Hit(offsets[hit.start], offsets[hit.end - 1] + 1, hit.kind_id, hit.key) for hit in kept)


def _gravest(found: Iterable[Hit]) -> tuple[Hit, ...]:
    """No two on the same signs. Neighbours that overlap are compared with each other only, however many there are."""
    kept: list[Hit] = []
    cluster: list[Hit] = []
    for hit in sorted(found):
        if cluster and hit.start >= max(other.end for other in cluster):
            kept += _chosen(cluster)
            cluster = []
        cluster.append(hit)
    return tuple(sorted([*kept, *_chosen(cluster)]))


def _chosen(cluster: list[Hit]) -> list[Hit]:
    chosen: list[Hit] = []
    for hit in sorted(
        cluster,
        key=lambda hit: (hit.kind.severity is not Severity.STOP, hit.start - hit.end, hit.start, _ORDER[hit.kind_id]),
    ):
        if not any(hit.start < other.end and other.start < hit.end for other in chosen):
            chosen.append(hit)
    return chosen
