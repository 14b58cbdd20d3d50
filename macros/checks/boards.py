"""Rules of notice boards ("anslagstavlor"): one notice on the body's own, or one on each of a joint board's."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.approvals import approvals
from macros.checks.given import Given, Rule
from macros.checks.names import meant
from macros.dates.written import listing
from macros.facts.minutes import Minuted
from macros.finding import Finding
from macros.record.body import BodyKind
from macros.record.minutes import Approval
from macros.record.schema import Keys


def one_notice_per_board(given: Given) -> Iterator[Finding]:
    """A joint board ("gemensam nämnd") posts in each member municipality ("medlemskommuner"); another body in its own, once.

    Source: KL 9:32, 13:5.
    """
    for found, keys, approval in approvals(given):
        if found.body.header.kind is BodyKind.JOINT_BOARD:
            yield from _joint(found, keys, approval)
            continue
        for n, posting in enumerate(approval.postings):
            own = found.body.header.municipality
            if posting.municipality not in (None, own):
                yield found.document.error(
                    "anslag-kommun",
                    (*keys, "anslag", n, "kommun"),
                    f"Organet hör till {own}, men anslaget är för {posting.municipality}.",
                    "ta bort kommun; nyckeln behövs bara för en gemensam nämnd.",
                )
            elif n:
                yield found.document.error(
                    "anslag-kommun",
                    (*keys, "anslag", n),
                    f"Justeringen har {len(approval.postings)} anslag; det behövs ett.",
                    "behåll det första, från vilket tiden för överklagande räknas.",
                )


def _joint(found: Minuted, keys: Keys, approval: Approval) -> Iterator[Finding]:
    members = found.body.header.member_municipalities
    there: list[str] = []
    for n, posting in enumerate(approval.postings):
        name = posting.municipality
        if name is None or name not in members or name in there:
            told = (
                "Anslaget säger inte vilken kommuns anslagstavla det gäller."
                if name is None
                else f"{name} har redan ett anslag."
                if name in there
                else f"{name} hör inte till nämndens medlemskommuner."
            )
            listed = (
                f"skriv en av medlemskommunerna: {', '.join(members)}."
                if members
                else "skriv medlemskommuner: i organ.md."
            )
            yield found.document.error(
                "anslag-kommun",
                (*keys, "anslag", n, "kommun"),
                told,
                meant(name, members, listed) if name and name not in there else listed,
            )
        there.append(name or "")
    missing = [name for name in members if name not in there]
    if approval.postings and missing:
        yield found.document.error(
            "anslag-kommun",
            (*keys, "anslag"),
            f"Anslag saknas för {listing(missing)}; tiden för överklagande räknas från det sista.",
            "lägg till ett anslag för varje medlemskommun, med kommun: och anslaget:.",
        )


RULES: tuple[Rule, ...] = (one_notice_per_board,)
