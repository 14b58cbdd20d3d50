"""Rules of closed votes ("sluten omröstning"): totals, the winner, the lot; no names and no casting vote."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.given import Given, Rule
from macros.checks.names import meant
from macros.dates.written import listing
from macros.facts.minutes import Minuted
from macros.finding import Finding
from macros.record.minutes import Paragraph, SecretVote
from macros.record.schema import Keys


def secret_vote_adds_up(given: Given) -> Iterator[Finding]:
    """A closed vote ("sluten omröstning") is won by the most votes, a tie by lot ("lottning").

    It holds no more votes than voters, no names and no casting vote. Source: KL 5:54, 5:56.
    """
    for found in given.facts.minutes:
        for keys, paragraph in found.paragraphs:
            if paragraph.secret_vote is not None:
                yield from _secret(found, paragraph, (*keys, "sluten_omröstning"), paragraph.secret_vote)


def _secret(found: Minuted, paragraph: Paragraph, keys: Keys, vote: SecretVote) -> Iterator[Finding]:
    most = max(vote.totals.values())
    leading = [name for name, total in vote.totals.items() if total == most]
    where = f"§ {paragraph.number}: "
    faults: list[tuple[str, str, str]] = []
    if vote.winner not in vote.totals:
        remedy = meant(vote.winner, vote.totals, f"skriv ett av alternativen: {', '.join(vote.totals)}.")
        faults.append(("utfall", f'"{vote.winner}" är inget av alternativen.', remedy))
    elif vote.winner not in leading:
        told = f"{vote.winner} fick {vote.totals[vote.winner]} röster, men {listing(leading)} fick {most}."
        faults.append(("utfall", told, f"skriv utfall: {leading[0]}, eller rätta röster."))
    if vote.by_lot != (len(leading) > 1):
        faults.append(
            ("lottning", f"{listing(leading)} fick lika många röster, och då avgör lotten.", "skriv lottning: ja.")
            if len(leading) > 1
            else (
                "lottning",
                "rösterna stod inte lika, så lotten avgjorde inte.",
                "ta bort lottning, eller rätta röster.",
            )
        )
    voters, cast = len(found.header.taking_part(paragraph)), sum(vote.totals.values()) + vote.blank
    if cast > voters:
        faults.append(
            ("röster", f"{cast} röster är fler än de {voters} som deltog.", "rätta röster, eller närvarande.")
        )
    for key, message, remedy in faults:
        yield found.document.error("sluten-omröstning", (*keys, key), where + message, remedy)


RULES: tuple[Rule, ...] = (secret_vote_adds_up,)
