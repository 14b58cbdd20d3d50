"""Rules of a meeting that moved, was cancelled or is said to be held."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from macros.checks.given import Given, Rule
from macros.finding import Finding
from macros.record.summons import MeetingState


def move_has_reason(given: Given) -> Iterator[Finding]:
    """A move ("flyttning") says why ("skäl")."""
    for meeting in given.archive.meetings:
        for n, move in enumerate(meeting.header.moves):
            if move.reason is None:
                yield meeting.document.error(
                    "flyttning-skäl",
                    ("flyttningar", n, "från"),
                    f"Flyttningen från {move.old} saknar skäl.",
                    "lägg till skäl: med orsaken, eller skäl: okänt om den inte är känd.",
                )


def moves_are_a_chain(given: Given) -> Iterator[Finding]:
    """Moves follow on each other: each begins on the day the last one ended on, and the last ends on "datum"."""
    for meeting in given.archive.meetings:
        moves, document = meeting.header.moves, meeting.document
        for n, move in enumerate(moves):
            if move.old == move.new:
                yield document.error(
                    "flyttning-kedja",
                    ("flyttningar", n, "till"),
                    f"Flyttningen går från {move.old} till samma dag.",
                    "skriv den nya dagen, eller ta bort flyttningen.",
                )
        for n, (move, following) in enumerate(pairwise(moves), 1):
            if following.old != move.new:
                yield document.error(
                    "flyttning-kedja",
                    ("flyttningar", n, "från"),
                    f"Flyttningen börjar {following.old} men den förra slutade {move.new}.",
                    f"skriv från: {move.new}.",
                )
        if moves and moves[-1].new != meeting.date:
            yield document.error(
                "flyttning-kedja",
                ("flyttningar", len(moves) - 1, "till"),
                f"Den sista flyttningen är till {moves[-1].new} men datum är {meeting.date}.",
                f"skriv datum: {moves[-1].new}, eller rätta flyttningen.",
            )


def cancelled_has_reason(given: Given) -> Iterator[Finding]:
    """A cancelled ("inställt") meeting says why ("skäl"), and no other meeting does."""
    for meeting in given.archive.meetings:
        if meeting.is_cancelled and meeting.header.state_reason is None:
            yield meeting.document.warning(
                "inställt-skäl", ("läge",), "Sammanträdet är inställt utan skäl.", "lägg till skäl: med orsaken."
            )
        elif meeting.header.state_reason is not None and not meeting.is_cancelled:
            yield meeting.document.warning(
                "inställt-skäl",
                ("skäl",),
                f"Skälet visas inte: läget är {meeting.header.state}, inte inställt.",
                "skriv läge: inställt, eller ta bort skäl.",
            )


def held_is_past(given: Given) -> Iterator[Finding]:
    """A meeting is held ("genomfört") on its day at the earliest."""
    for meeting in given.archive.meetings:
        if meeting.header.state is MeetingState.HELD and meeting.date > given.today:
            yield meeting.document.error(
                "läge-framtid",
                ("läge",),
                f"Sammanträdet {meeting.date} kan inte vara genomfört än.",
                "skriv läge: planerat, eller kallat när kallelsen är skickad.",
            )


RULES: tuple[Rule, ...] = (move_has_reason, moves_are_a_chain, cancelled_has_reason, held_is_past)
