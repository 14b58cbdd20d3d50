"""Rules of the attendance ("närvarande") itself: who leads, who comes and goes, who takes part at a distance."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from macros.checks.given import Given, Rule
from macros.checks.members import listed
from macros.checks.names import is_told, meant
from macros.finding import Finding


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
            if presiding not in found.header.taking_part(paragraph):
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
        first, last = min(found.numbers), max(found.numbers)
        for _, keys, one in listed(found):
            for key, number in (("från_paragraf", one.arrived), ("till_och_med_paragraf", one.left)):
                if number is not None and not first <= number <= last:
                    yield found.document.error(
                        "närvaro-paragraf",
                        (*keys, key),
                        f"§ {number} finns inte i protokollet, som har §§ {first}–{last}.",
                        "rätta numret; den som var med hela tiden har ingen paragraf.",
                    )
            if one.arrived is not None and one.left is not None and one.left < one.arrived:
                yield found.document.error(
                    "närvaro-paragraf",
                    (*keys, "till_och_med_paragraf"),
                    f"{one.name} slutar med § {one.left} men börjar med § {one.arrived}.",
                    "rätta paragraferna.",
                )
        for (group, _, one), (other_group, keys, other) in combinations(listed(found), 2):
            at_once = any(one.present_at(number) and other.present_at(number) for number in found.numbers)
            may = {group, other_group} == {"tjänstgörande_ersättare", "ersättare"}
            if one.name == other.name and at_once and not may:
                yield found.document.error(
                    "dubbel-närvaro",
                    (*keys, "namn"),
                    f"{one.name} står två gånger bland de närvarande, under {group} och {other_group}."
                    if group != other_group
                    else f"{one.name} står två gånger under {group}.",
                    "behåll en rad, eller skilj raderna åt med från_paragraf och till_och_med_paragraf.",
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


RULES: tuple[Rule, ...] = (chair_is_there, attendance_is_whole, distance_is_allowed)
