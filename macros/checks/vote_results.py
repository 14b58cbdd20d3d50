"""Rules of what follows from an open vote ("votering"): the decision is what won, and who dissents voted against it.

They judge only what is sure: a vote on the decision itself, of words that can be read in one way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.checks.given import Given, Rule
from macros.facts.clauses import words_of
from macros.facts.paragraphs import Decided
from macros.finding import Finding
from macros.record.minutes import Outcome
from macros.record.votes import Side, Vote

_MEANING = re.compile(r"(?:att )?(avslag|avslå|bifall|bifalla)(?: (?:på|till))?(?: (\w+))?\.?", re.IGNORECASE)
_AS_PROPOSED = re.compile(r"(?:bifall till |beslut )?enligt förslaget\.?", re.IGNORECASE)
_VERB = re.compile(r"\b(avslår?|bifall(?:a|er))\b(?: (\w+))?", re.IGNORECASE)
_ANOTHERS = re.compile(r"yrkande|avslag|bifall", re.IGNORECASE)
"""What is approved may itself say that something is turned down."""


@dataclass(frozen=True)
class Stand:
    """What is done, and with what: turned down ("avslag") or approved ("bifall"); `of` is empty where it is not said."""

    turns_down: bool
    of: str

    def is_against(self, other: Stand) -> bool:
        """Whether both are of the same, or one does not say of what, and they do opposite things."""
        return self.turns_down is not other.turns_down and (self.of == other.of or not (self.of and other.of))


def decision_is_what_won(given: Given) -> Iterator[Finding]:
    """A decision does not turn down ("avslår") what a vote on it approved ("bifall"), nor the other way round.

    Source: KL 5:54, 5:65-67, 6:35.
    """
    for found in given.facts.minutes:
        for one in found.decided:
            votes = _on_the_decision(one)
            won = _meant(votes[0]) if len(votes) == 1 and not one.is_withheld else None
            if won is not None and _contradicts(won, one):
                n = one.paragraph.votes.index(votes[0])
                meaning = votes[0].yes_means if votes[0].winner is Side.YES else votes[0].no_means
                yield found.document.error(
                    "votering-beslut",
                    (*one.keys, "votering", n, "utfall"),
                    f"§ {one.number}: {votes[0].winner} vann och betyder {meaning.rstrip('.')}, men beslutet är det motsatta.",
                    "rätta beslut och utfall, eller voteringens ja_betyder, nej_betyder och utfall.",
                )


def _on_the_decision(one: Decided) -> list[Vote]:
    """The votes but for those on what to set against the main proposal; none while one of them was not won by who is said to."""
    votes = [vote for vote in one.paragraph.votes if not vote.counter_proposition]
    return votes if all(map(_is_won, votes)) else []


def _winners(vote: Vote) -> tuple[str, ...]:
    return vote.yes if vote.winner is Side.YES else vote.no


def _is_won(vote: Vote) -> bool:
    won, lost = (vote.count_yes, vote.count_no)[:: 1 if vote.winner is Side.YES else -1]
    unnamed = vote.casting_vote is not None and str(vote.winner) in vote.unnamed
    return won > lost or (won == lost and (unnamed or vote.casting_vote in _winners(vote)))


def _meant(vote: Vote) -> Stand | None:
    """What the winning side wanted; None where it can be read in several ways."""
    meaning = " ".join((vote.yes_means if vote.winner is Side.YES else vote.no_means).split())
    if _AS_PROPOSED.fullmatch(meaning):
        return Stand(False, "förslaget")
    found = _MEANING.fullmatch(meaning)
    if found is None or _ANOTHERS.search(found[2] or ""):
        return None
    return Stand(_turns_down(found[1]), (found[2] or "").casefold())


def _turns_down(word: str) -> bool:
    return word.casefold().startswith("avsl")


def _contradicts(won: Stand, one: Decided) -> bool:
    """Whether the decision's words, or its outcome, do nothing but the opposite."""
    outcome = one.paragraph.outcome
    if won.of == "förslaget" or (not won.of and not won.turns_down):
        return outcome is (Outcome.AS_PROPOSED if won.turns_down else Outcome.REJECTED)
    verbs = [found for text in words_of(one.paragraph, one.items) for found in _VERB.finditer(text)]
    done = [Stand(_turns_down(found[1]), (found[2] or "").casefold()) for found in verbs]
    alike = [stand for stand in done if not won.of or stand.of == won.of]
    if alike:
        return all(won.is_against(stand) for stand in alike)
    return not done and outcome is (Outcome.AS_PROPOSED if won.turns_down else Outcome.REJECTED)


def dissenter_did_not_vote_for_it(given: Given) -> Iterator[Finding]:
    """Who dissents ("reservation") from a decision of one sentence has not voted for it. Source: KL 4:27."""
    for found in given.facts.minutes:
        for one in found.decided:
            votes = _on_the_decision(one)
            if not votes or len(one.clauses) != 1:
                continue
            for_it = frozenset.intersection(*(frozenset(_winners(vote)) for vote in votes)) - found.unclear_names
            dissents = enumerate(one.paragraph.dissents)
            named = ((n, m, name) for n, dissent in dissents for m, name in enumerate(dissent.names))
            for n, m, name in named:
                if name in for_it:
                    yield found.document.error(
                        "reservation-röst",
                        (*one.keys, "reservationer", n, "av", m),
                        f"{name} reserverade sig mot beslutet i § {one.number} men röstade för det.",
                        "rätta namnet i reservationen eller i voteringen. Vill någon förklara sin röst: särskilda_yttranden.",
                    )


RULES: tuple[Rule, ...] = (decision_is_what_won, dissenter_did_not_vote_for_it)
