"""Rules of who was there ("närvarande"), of substitutes who serve, and of quorum ("beslutför")."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from macros.checks.given import Given, Rule
from macros.checks.members import listed, with_members
from macros.checks.names import is_told, meant
from macros.facts.minutes import Minuted
from macros.facts.substitutes import turn
from macros.finding import Finding
from macros.record.attendance import ServingSubstitute
from macros.record.members import Role
from macros.record.numbers import paragraph_list
from macros.record.schema import Keys


def chair_is_there(given: Given) -> Iterator[Finding]:
    """The one who leads ("ordförande") takes part in each paragraph led; another one stands on the paragraph itself.

    A disqualified chair leaves the chair. Source: KL 6:28-32.
    """
    for found in given.facts.minutes:
        chair = found.header.attendance.chair
        everyone = {one.name for group, _, one in listed(found) if group != "ersättare"}
        if is_told(found, chair):
            continue
        if chair not in everyone:
            yield found.document.error(
                "ordförande-närvarande",
                ("närvarande", "ordförande"),
                f"{chair} ledde sammanträdet men står inte bland dem som deltog.",
                meant(chair, everyone, "lägg till namnet under ledamöter."),
            )
            continue
        for keys, paragraph in found.paragraphs:
            presiding = found.header.presiding(paragraph)
            if presiding not in found.header.may_take_part(paragraph) and not is_told(found, presiding):
                yield found.document.error(
                    "ordförande-närvarande",
                    (*keys, "ordförande" if paragraph.chair else "nummer"),
                    f"{presiding} ledde § {paragraph.number} men deltog inte i den.",
                    "skriv ordförande: i paragrafen, med namnet på den som ledde den.",
                )


def attendance_is_whole(given: Given) -> Iterator[Finding]:
    """Nobody is there twice at once, and arrivals and departures ("från_paragraf") name paragraphs of these minutes.

    A substitute may stand under "ersättare" and, for the paragraphs served, under "tjänstgörande_ersättare".
    """
    for found in given.facts.minutes:
        yield from _paragraphs_are_of_the_minutes(found)
        yield from _nobody_is_there_twice(found)


def _paragraphs_are_of_the_minutes(found: Minuted) -> Iterator[Finding]:
    first, last = min(found.numbers), max(found.numbers)
    for _, keys, one in listed(found):
        listed_numbers = tuple(("paragrafer", number) for number in one.paragraphs or ())
        bounds = (("från_paragraf", one.arrived), ("till_och_med_paragraf", one.left))
        for key, number in (*bounds, *listed_numbers[:1], *listed_numbers[-1:]):
            if number is not None and not first <= number <= last:
                yield found.document.error(
                    "närvaro-paragraf",
                    (*keys, key),
                    f"§ {number} finns inte i protokollet, som har §§ {first}–{last}.",
                    "rätta numret; den som var med hela tiden har ingen paragraf.",
                )
        if one.paragraphs is not None and (one.arrived or one.left):
            yield found.document.error(
                "närvaro-paragraf",
                (*keys, "paragrafer"),
                f"{one.name} har både paragrafer och {'från_paragraf' if one.arrived else 'till_och_med_paragraf'}.",
                "behåll paragrafer, och skriv alla paragrafer där.",
            )
        if one.arrived is not None and one.left is not None and one.left < one.arrived:
            yield found.document.error(
                "närvaro-paragraf",
                (*keys, "till_och_med_paragraf"),
                f"{one.name} slutar med § {one.left} men börjar med § {one.arrived}.",
                "rätta paragraferna.",
            )


def _nobody_is_there_twice(found: Minuted) -> Iterator[Finding]:
    for (group, _, one), (other_group, keys, other) in combinations(listed(found), 2):
        both = any(one.present_at(number) and other.present_at(number) for number in found.numbers)
        at_once = both or one.is_throughout or other.is_throughout
        may = {group, other_group} == {"tjänstgörande_ersättare", "ersättare"}
        if one.name == other.name and at_once and not may and one.name not in found.unclear_names:
            yield found.document.error(
                "dubbel-närvaro",
                (*keys, "namn"),
                f"{one.name} står två gånger bland de närvarande, under {group} och {other_group}."
                if group != other_group
                else f"{one.name} står två gånger under {group}.",
                "behåll en rad, eller skilj raderna åt med från_paragraf och till_och_med_paragraf, eller med klockslag: "
                "från och till.",
            )


def distance_is_allowed(given: Given) -> Iterator[Finding]:
    """Somebody takes part at a distance ("på_distans") only where the body cites fullmäktige's decision ("distans_beslut").

    Source: KL 6:24.
    """
    for found in given.facts.minutes:
        if found.body.header.distance_decision is None:
            for _, keys, one in listed(found):
                if one.at_distance:
                    yield found.document.error(
                        "distans",
                        (*keys, "på_distans"),
                        f"{one.name} deltog på distans, men organ.md nämner inget beslut av fullmäktige som tillåter det.",
                        "skriv distans_beslut: i organ.md med fullmäktiges beslut (KL 6:24), eller ta bort på_distans.",
                    )


def _serving(found: Minuted) -> Iterator[tuple[Keys, ServingSubstitute, tuple[int, ...]]]:
    """Each serving substitute with the paragraphs that surely were served."""
    for n, one in enumerate(found.header.attendance.serving):
        served = tuple(number for number in found.numbers if one.present_at(number))
        yield ("närvarande", "tjänstgörande_ersättare", n), one, served


def _absent(found: Minuted, member: str) -> tuple[int, ...]:
    """The paragraphs in which the member surely took no part."""
    there = [one for one in found.header.attendance.members if one.name == member]
    return tuple(
        paragraph.number
        for paragraph in found.header.paragraphs
        if member in paragraph.disqualified_names or not any(one.may_be_at(paragraph.number) for one in there)
    )


def _surely_there(found: Minuted, member: str) -> tuple[int, ...]:
    """The paragraphs in which the member surely took part; of one that was withdrawn nobody knows who was disqualified."""
    there = [one for one in found.header.attendance.members if one.name == member]
    return tuple(
        one.number
        for one in found.decided
        if one.withdrawal is None
        and member not in one.paragraph.disqualified_names
        and any(row.present_at(one.number) for row in there)
    )


def serves_for_an_absent_member(given: Given) -> Iterator[Finding]:
    """A substitute serves ("tjänstgör") only in paragraphs in which the member replaced ("för") takes no part.

    A disqualified member takes no part. Source: KL 6:27, 6:28-32; the body's reglemente.
    """
    for found in given.facts.minutes:
        for keys, one, served in _serving(found):
            absent, there = _absent(found, one.replaces), _surely_there(found, one.replaces)
            both = [number for number in served if number in there]
            if both and one.replaces not in found.unclear_names:
                yield found.document.error(
                    "tjänstgöring-närvarande",
                    (*keys, "för"),
                    f"{one.name} tjänstgör för {one.replaces}, som själv deltog i {paragraph_list(both)}.",
                    _when(absent),
                )


def _when(absent: tuple[int, ...]) -> str:
    if not absent:
        return "ta bort raden, eller rätta vem som ersattes."
    first, last = absent[0], absent[-1]
    if last - first + 1 == len(absent):
        return f"skriv från_paragraf: {first} och till_och_med_paragraf: {last}, eller rätta vem som ersattes."
    numbers = paragraph_list(absent).partition(" ")[2].replace("–", "-")
    return f"skriv paragrafer: {numbers}, eller rätta vem som ersattes."


def serves_for_a_member(given: Given) -> Iterator[Finding]:
    """A substitute serves for somebody who is a member on the meeting's day.

    Source: the body's reglemente.
    """
    for found, members in with_members(given):
        for keys, one, _ in _serving(found):
            person = members.person(one.replaces, found.date)
            role = person.role_on(found.date) if person else None
            if role is Role.SUBSTITUTE:
                names = {member.label_on(found.date) for member in members.members_on(found.date)} - {one.replaces}
                yield found.document.error(
                    "tjänstgöring-för-ersättare",
                    (*keys, "för"),
                    f"{one.name} tjänstgör för {one.replaces}, som var ersättare {found.date}.",
                    meant(one.replaces, names, "skriv ledamoten som ersattes."),
                )


def one_serves_for_one(given: Given) -> Iterator[Finding]:
    """No two substitutes serve for one member in the same paragraph.

    Source: the body's reglemente.
    """
    for found in given.facts.minutes:
        taken: dict[tuple[str, int], str] = {}
        for keys, one, served in _serving(found):
            twice = [number for number in served if (one.replaces, number) in taken]
            if twice and one.replaces not in found.unclear_names:
                yield found.document.error(
                    "tjänstgöring-dubbel",
                    (*keys, "för"),
                    f"{taken[one.replaces, twice[0]]} och {one.name} tjänstgör båda för {one.replaces} "
                    f"i {paragraph_list(twice)}.",
                    "rätta vem som ersattes, eller vilka paragrafer var och en tjänstgjorde i.",
                )
            taken |= {(one.replaces, number): one.name for number in served if number not in twice}


def serves_in_order(given: Given) -> Iterator[Finding]:
    """Of the substitutes there, the first in order ("inkallelseordning") serves: party by party, then by "ordning".

    Judged at the first paragraph served; one who comes later does not take over. Without an order nothing is judged.
    The order stands in `ledamoter.md`. Source: fullmäktige's decision.
    """
    for found, members in with_members(given):
        attendance = found.header.attendance
        for keys, one, served in _serving(found):
            replaced = members.person(one.replaces, found.date)
            serving = members.person(one.name, found.date)
            if not served or replaced is None or serving is None:
                continue
            paragraph = found.header.paragraph(served[0])
            busy = attendance.may_be_entitled_at(served[0]) | (
                paragraph.disqualified_names if paragraph else frozenset()
            )
            own = turn(members, replaced, serving, found.date)
            passed = [
                (place, other.name)
                for other in attendance.substitutes
                if other.present_at(served[0])
                and other.name not in busy
                and (person := members.person(other.name, found.date)) is not None
                and (place := turn(members, replaced, person, found.date)) is not None
                and (own is None or place < own)
            ]
            if passed:
                yield found.document.warning(
                    "inkallelseordning",
                    (*keys, "namn"),
                    f"{min(passed)[1]} står före {one.name} i ordningen för {one.replaces} och var med, men tjänstgjorde inte.",
                    "kontrollera vem som tjänstgjorde; stämmer det, skriv varför under förklaringar.",
                )


def enough_are_there(given: Given) -> Iterator[Finding]:
    """The quorum ("beslutför"): a matter is handled only when more than half of the members, or who serve for them, take part.

    The disqualified ("jäv") are not counted; who may have been there by the clock is. Source: KL 6:27, 6:28-32.
    """
    for found, members in with_members(given):
        seats = sum(1 for _ in members.members_on(found.date))
        needed = seats // 2 + 1
        few = [
            (keys, paragraph, len(found.header.may_be_entitled(paragraph)))
            for keys, paragraph in found.paragraphs
            if seats and len(found.header.may_be_entitled(paragraph)) < needed and not found.unclear_names
        ]
        if few:
            keys, paragraph, count = few[0]
            also = f" Det gäller {paragraph_list(one.number for _, one, _ in few)}." if len(few) > 1 else ""
            yield found.document.error(
                "beslutför",
                (*keys, "nummer"),
                f"I § {paragraph.number} deltog {count} av {seats} ledamöter; "
                f"nämnden får handlägga ärenden bara när minst {needed} deltar (KL 6:27).{also}",
                "kontrollera ledamöter, tjänstgörande_ersättare och jäv.",
            )


RULES: tuple[Rule, ...] = (
    chair_is_there,
    attendance_is_whole,
    distance_is_allowed,
    serves_for_an_absent_member,
    serves_for_a_member,
    one_serves_for_one,
    serves_in_order,
    enough_are_there,
)
