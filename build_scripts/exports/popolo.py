"""Votes ("voteringar") as Popolo vote events: what was voted on, how many for each option and of each party, and who voted how.

Popolo's "motion" is a yrkande; what a Swedish motion is, is a paper. The standard is
https://www.popoloproject.com/specs/vote-event.html.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from build_scripts.exports.exported_file import ExportedFile, Files, canonical, tag
from macros import addresses
from macros.facts.day import Day
from macros.facts.paragraphs import Decided
from macros.facts.people import Cast, cast_in
from macros.pages import wording
from macros.pages.votes import by_party
from macros.record.votes import SecretVote, Side, Vote

_OPTIONS = {Cast.YES: "yes", Cast.NO: "no", Cast.ABSTAINED: "abstain"}
_RESULTS = {Side.YES: "pass", Side.NO: "fail"}


def files(facts: Day, site_url: str) -> Files:
    """The one file."""
    return {addresses.VOTES: ExportedFile(partial(votes_text, facts, site_url), given_by="")}


def votes_text(facts: Day, site_url: str) -> str:
    """Every vote in approved paragraphs that are shown; of a closed one only the totals."""
    told = [
        event
        for minuted in facts.minutes
        for decided in minuted.decided
        if decided.is_shown
        for event in _events(facts, decided, site_url)
    ]
    return json.dumps({"vote_events": told}, ensure_ascii=False, indent=0) + "\n"


def _events(facts: Day, decided: Decided, site_url: str) -> Iterator[dict[str, Any]]:
    for number, vote in enumerate(decided.paragraph.votes, 1):
        yield _event(decided, f"votering-{number}", site_url) | _open(facts, decided, vote, site_url)
    if decided.paragraph.secret_vote is not None:
        yield _event(decided, "sluten-omrostning", site_url) | _secret(decided.paragraph.secret_vote)


def _event(decided: Decided, what: str, site_url: str) -> dict[str, Any]:
    return {
        "id": tag(f"{decided.address}{what}", site_url),
        "identifier": f"§ {decided.number} {wording.paragraph_title(decided)}",
        "organization_id": canonical(addresses.oparl("Organization", decided.body.address), site_url),
        "organization": {"name": decided.body_name, "classification": decided.body.header.kind.value},
        "start_date": decided.meeting.date.isoformat(),
        "sources": [{"url": canonical(decided.address, site_url)}],
    }


def _open(facts: Day, decided: Decided, vote: Vote, site_url: str) -> dict[str, Any]:
    totals = {Cast.YES: vote.count_yes, Cast.NO: vote.count_no, Cast.ABSTAINED: vote.count_abstained}
    return {
        "classification": "motförslag" if vote.counter_proposition else "huvudförslag",
        "motion": {"text": vote.yes_means},
        "namnd:alternative": {"text": vote.no_means},
        "result": _RESULTS[vote.winner],
        "counts": [
            *({"option": _OPTIONS[cast], "value": number} for cast, number in totals.items()),
            *(
                {"option": _OPTIONS[cast], "value": number, "group": {"name": party.party}}
                for party in by_party(facts, decided, vote)
                for cast, number in party.counts.items()
            ),
        ],
        "votes": [_cast(facts, decided, vote, name, cast, site_url) for name, cast in cast_in(vote)],
    }


def _cast(facts: Day, decided: Decided, vote: Vote, name: str, cast: Cast, site_url: str) -> dict[str, Any]:
    """How one voted, by the name that the minutes have; a name that is nobody's in the record has no id and no party."""
    told: dict[str, Any] = {"option": _OPTIONS[cast], "voter": {"name": name}}
    if (one := facts.people.called(decided.body, name, decided.meeting.date)) is not None:
        told["voter_id"] = canonical(addresses.oparl("Person", one.address), site_url)
        told["party"] = {"name": one.person.party_on(decided.meeting.date)}
    return told | ({"role": "utslagsröst"} if name == vote.casting_vote else {})


def _secret(vote: SecretVote) -> dict[str, Any]:
    """Totals alone. Source: KL 5:54, 5:56."""
    blank = {"blank": vote.blank} if vote.blank else {}
    return {
        "classification": "sluten omröstning",
        "motion": {"text": vote.subject},
        "result": vote.winner,
        "counts": [{"option": option, "value": number} for option, number in (vote.totals | blank).items()],
    }
