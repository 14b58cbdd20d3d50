"""Rules of votes, open ("votering") and closed ("sluten omröstning"): that all voted, how it was counted, who won."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from macros.checks.given import Given, Rule
from macros.checks.names import is_told, meant, near
from macros.dates.written import listing
from macros.facts.minutes import Minuted
from macros.finding import Finding
from macros.record.minutes import Paragraph
from macros.record.schema import Keys
from macros.record.votes import SecretVote, Side, Vote


def _votes(given: Given) -> Iterator[tuple[Minuted, Paragraph, Keys, Vote]]:
    for found in given.facts.minutes:
        for keys, paragraph in found.paragraphs:
            for n, vote in enumerate(paragraph.votes):
                yield found, paragraph, (*keys, "votering", n), vote


def one_vote_each(given: Given) -> Iterator[Finding]:
    """Everyone who takes part stands once in a vote: under "ja", "nej" or "avstår".

    Source: KL 5:65-67, 6:35.
    """
    for found, paragraph, keys, vote in _votes(given):
        where: dict[str, str] = {}
        for key, n, name in vote.ballots:
            if name in where and name not in found.unclear_names:
                yield found.document.error(
                    "röst-dubbel",
                    (*keys, key, n),
                    f"{name} står två gånger i voteringen i § {paragraph.number}, under {where[name]} och {key}."
                    if where[name] != key
                    else f"{name} står två gånger under {key} i § {paragraph.number}.",
                    "behåll den röst som avgavs.",
                )
            where.setdefault(name, key)
        if vote.unnamed:
            continue
        entitled = found.header.taking_part(paragraph)
        outside = [name for name in where if name not in found.header.may_take_part(paragraph)]
        missing = sorted(
            name for name in entitled - set(where) if not is_told(found, name) and near(name, outside) is None
        )
        if missing:
            yield found.document.error(
                "röst-saknas",
                (*keys, "ja_betyder"),
                f"{listing(missing)} deltog i § {paragraph.number} men står varken under ja, nej eller avstår.",
                "lägg till namnen där de hör hemma, eller rätta närvarande.",
            )


def names_or_a_list(given: Given) -> Iterator[Finding]:
    """Where only numbers are told of a side, the names stand in a list beside the minutes ("voteringslista").

    Source: KL 5:65-67, 6:35.
    """
    for found, paragraph, keys, vote in _votes(given):
        if vote.listed_in is None and vote.unnamed:
            told = "" if len(vote.unnamed) == len(_sides(vote)) else f" under {listing(vote.unnamed)}"
            yield found.document.warning(
                "röst-saknas",
                (*keys, f"antal_{vote.unnamed[0]}"),
                f"Omröstningen i § {paragraph.number} har antal men inga namn{told}.",
                "skriv namnen under ja, nej och avstår: protokollet säger hur var och en röstade (KL 5:65-67). Står de i en "
                "bilaga till protokollet: skriv voteringslista med bilagans titel. Var omröstningen sluten: använd "
                "sluten_omröstning.",
            )


def list_is_there(given: Given) -> Iterator[Finding]:
    """The list of names of a vote ("voteringslista") is one of the minutes' attachments, by its title.

    One that is not shown has no title, and may be the one that is meant.
    """
    for found, _, keys, vote in _votes(given):
        titles = [one.title for one in found.header.attachments]
        if vote.listed_in is not None and vote.listed_in not in titles and None not in titles:
            yield found.document.error(
                "okänd-bilaga",
                (*keys, "voteringslista"),
                f'Ingen bilaga till protokollet har titeln "{vote.listed_in}".',
                meant(
                    vote.listed_in,
                    filter(None, titles),
                    "lägg till den under bilagor överst i protokoll.md, med den titeln.",
                ),
            )


def _sides(vote: Vote) -> list[int]:
    """The numbers of those who voted yes, no, and abstained, as far as any did."""
    return [number for number in (vote.count_yes, vote.count_no, vote.count_abstained) if number]


def as_many_as_took_part(given: Given) -> Iterator[Finding]:
    """Where names are missing, there are as many votes and abstentions as took part in the paragraph.

    Source: KL 5:65-67, 6:35.
    """
    for found, paragraph, keys, vote in _votes(given):
        cast = sum(_sides(vote))
        surely, perhaps = len(found.header.taking_part(paragraph)), len(found.header.may_take_part(paragraph))
        if not vote.unnamed or surely <= cast <= perhaps or found.unclear_names:
            continue
        few = cast < surely
        remedy = "rätta antalen, eller närvarande. Avstod någon från att rösta: skriv antal_avstår. Var någon med men deltog "
        yield found.document.error(
            "röst-antal",
            (*keys, f"antal_{vote.unnamed[0]}"),
            f"§ {paragraph.number}: {cast} röster är {'färre' if few else 'fler'} än de {surely if few else perhaps} som deltog.",
            f"{remedy}inte i beslutet: deltar_inte." if few else "rätta antalen, eller närvarande.",
        )


def counts_agree(given: Given) -> Iterator[Finding]:
    """The totals that were read out ("antal_ja", "antal_nej", "antal_avstår") are the numbers of names, where names are told.

    A list with a name that is told as none of those who vote, or as another's too, is not counted.
    Source: KL 5:65-67, 6:35.
    """
    for found, paragraph, keys, vote in _votes(given):
        doubtful = _doubtful(found, paragraph, vote)
        for key, names, number in vote.sides:
            total = f"antal_{key}"
            if len(names) != number and key not in vote.unnamed and doubtful.isdisjoint(names):
                yield found.document.error(
                    "röst-antal",
                    (*keys, total),
                    f"§ {paragraph.number}: {len(names)} namn står under {key}, men {total} är {number}.",
                    f"skriv {total}: {len(names)}, eller rätta namnen.",
                )


def _doubtful(found: Minuted, paragraph: Paragraph, vote: Vote) -> set[str]:
    """Names that stand twice in the vote, or are of nobody who votes: each is told."""
    names = Counter(name for _, _, name in vote.ballots)
    entitled = found.header.may_be_entitled(paragraph)
    return {name for name, times in names.items() if times > 1 or name not in entitled}


def the_majority_wins(given: Given) -> Iterator[Finding]:
    """The side with more votes wins ("utfall"); on equal numbers the presiding chair has the casting vote ("utslagsröst").

    The casting vote falls on the chair's own side. Nothing is judged beside a name that is told. Source: KL 5:54.
    """
    for found, paragraph, keys, vote in _votes(given):
        if _doubtful(found, paragraph, vote):
            continue
        yes, no = vote.count_yes, vote.count_no
        chair = found.header.presiding(paragraph)
        if yes == no:
            # Where nobody voted at all, that is told as missing.
            is_told_already = not yes or is_told(found, chair)
            yield from _tied(found, paragraph, keys, vote, chair) if not is_told_already else ()
            continue
        winner = Side.YES if yes > no else Side.NO
        if vote.winner is not winner:
            yield found.document.error(
                "röst-utfall",
                (*keys, "utfall"),
                f"§ {paragraph.number}: {yes} röstade ja och {no} nej, men utfall är {vote.winner}.",
                f"skriv utfall: {winner}, eller rätta {_what_is_told(vote)}.",
            )
        if vote.casting_vote is not None:
            yield found.document.error(
                "utslagsröst",
                (*keys, "utslagsröst"),
                f"§ {paragraph.number}: rösterna stod {yes} mot {no}; utslagsröst finns bara när de är lika många.",
                f"ta bort utslagsröst, eller rätta {_what_is_told(vote)}.",
            )


def _what_is_told(vote: Vote) -> str:
    return "antalen" if vote.unnamed else "namnen"


def _tied(found: Minuted, paragraph: Paragraph, keys: Keys, vote: Vote, chair: str) -> Iterator[Finding]:
    own = Side.YES if chair in vote.yes else Side.NO if chair in vote.no else None
    if vote.casting_vote != chair and vote.casting_vote not in found.unclear_names:
        stated = f"utslagsröst är {vote.casting_vote}" if vote.casting_vote else "utslagsröst saknas"
        yield found.document.error(
            "utslagsröst",
            (*keys, "utslagsröst"),
            f"§ {paragraph.number}: rösterna stod lika, {vote.count_yes} mot {vote.count_no}, men {stated}.",
            f"skriv utslagsröst: {chair}, som ledde paragrafen.",
        )
    if own is not None and vote.winner is not own:
        yield found.document.error(
            "röst-utfall",
            (*keys, "utfall"),
            f"§ {paragraph.number}: rösterna stod lika och {chair}, som har utslagsröst, röstade {own}, "
            f"men utfall är {vote.winner}.",
            f"skriv utfall: {own}, eller rätta {_what_is_told(vote)}.",
        )


def main_vote_follows(given: Given) -> Iterator[Finding]:
    """A vote on what to set against the main proposal ("kontraproposition") is followed by the main vote.

    Source: KL 5:65-67, 6:35.
    """
    for found, paragraph, keys, vote in _votes(given):
        if vote.counter_proposition and vote is paragraph.votes[-1]:
            yield found.document.error(
                "kontraproposition",
                (*keys, "kontraproposition"),
                f"§ {paragraph.number} slutar med en votering om motförslaget; huvudvoteringen saknas.",
                "lägg till huvudvoteringen efter den, eller ta bort kontraproposition.",
            )


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
    voters, cast = len(found.header.may_take_part(paragraph)), sum(vote.totals.values()) + vote.blank
    if cast > voters and not found.unclear_names:
        faults.append(
            ("röster", f"{cast} röster är fler än de {voters} som deltog.", "rätta röster, eller närvarande.")
        )
    for key, message, remedy in faults:
        yield found.document.error("sluten-omröstning", (*keys, key), where + message, remedy)


RULES: tuple[Rule, ...] = (
    one_vote_each,
    names_or_a_list,
    list_is_there,
    as_many_as_took_part,
    counts_agree,
    the_majority_wins,
    main_vote_follows,
    secret_vote_adds_up,
)
