"""Rules of what a paragraph ("§") is about: the agenda's items and points, and what is not shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from macros.checks.given import Given, Rule, folder_of
from macros.checks.names import meant, near
from macros.dates.written import listing
from macros.facts.minutes import Minuted
from macros.facts.paragraphs import Decided
from macros.finding import Finding
from macros.record import layout
from macros.record.archive import AgendaItem
from macros.record.item import Publication
from macros.record.minutes import Outcome, Paragraph
from macros.record.numbers import paragraph_list
from macros.record.schema import Keys, said_beside


def _agenda_is_read(given: Given, found: Minuted) -> bool:
    """Whether every file of the meeting's folder could be read: else one fault would give many findings."""
    return not given.is_unread(folder_of(found.document.path))


def paragraph_is_on_the_agenda(given: Given) -> Iterator[Finding]:
    """A paragraph's items ("ärende") and point ("punkt") are in the call; a point has no other paragraph.

    A matter may be treated in several paragraphs, but its proposal is taken in one of them.
    """
    for found in given.facts.minutes:
        slugs = _also_called(found)
        points: dict[str, tuple[str, ...]] = {point.name: () for point in found.meeting.header.points}
        first: dict[tuple[str, str], int] = {}
        for keys, paragraph in found.paragraphs:
            named = [("ärende", slug, slugs) for slug in paragraph.items]
            named += [("punkt", paragraph.point, points)] if paragraph.point is not None else []
            for n, (key, value, known) in enumerate(named):
                at: Keys = (*keys, key, n) if key == "ärende" else (*keys, key)
                if value not in known and _agenda_is_read(given, found):
                    yield _unknown(found, at, paragraph, key, value, known)
                elif value in paragraph.items[:n]:
                    yield _again(found, at, paragraph.number, key, paragraph.number)
                elif key == "punkt" or paragraph.outcome is Outcome.AS_PROPOSED:
                    if (key, value) in first:
                        yield _again(found, at, paragraph.number, key, first[key, value])
                    first.setdefault((key, value), paragraph.number)


def _again(found: Minuted, keys: Keys, number: int, key: str, before: int) -> Finding:
    if number == before:
        told = f"§ {number} nämner samma {key} två gånger."
        remedy = "ta bort den ena raden, eller skriv det ärende som menades."
    elif key == "ärende":
        told = f"§ {number} antar samma förslag som § {before}: båda har utfallet enligt förslag."
        remedy = "skriv utfall: beslutat i båda, och under beslut: det som just den paragrafen beslutade; eller rätta ärende."
    else:
        told = f"§ {number} gäller samma punkt som § {before}."
        remedy = "rätta den ena, eller byt nyckeln till rubrik i den andra."
    return found.document.error("paragraf-två-gånger", keys, told, remedy)


def _unknown(
    found: Minuted, keys: Keys, paragraph: Paragraph, key: str, value: str, known: Mapping[str, tuple[str, ...]]
) -> Finding:
    if key == "ärende":
        near = _meant(value, known)
        return found.document.error(
            "paragraf-ärende",
            keys,
            f'§ {paragraph.number} gäller "{value}", men sammanträdet har inget sådant ärende.',
            f"Menade du {near}?"
            if near
            else "skriv ärendets filnamn utan nummer och .md, eller byt nyckeln till rubrik.",
        )
    listed = f"skriv punktens namn som i kallelsen: {', '.join(known)}; annars byt nyckeln till rubrik."
    return found.document.error(
        "paragraf-punkt",
        keys,
        f'§ {paragraph.number} gäller punkten "{value}", som inte står i kallelsen.',
        meant(value, known, listed if known else "byt nyckeln till rubrik."),
    )


def _also_called(found: Minuted) -> dict[str, tuple[str, ...]]:
    """The meeting's items by name, each with its number on the agenda and its title."""
    return {item.slug: (str(item.number), item.header.title or "") for item in found.meeting.items}


def _named(written: Iterable[str | None], known: Mapping[str, tuple[str, ...]]) -> set[str]:
    """What the paragraphs name, or were meant to name: a name that is not on the agenda is told where it stands."""
    names = {name for name in written if name is not None}
    return names | {found for name in names.difference(known) if (found := _meant(name, known)) is not None}


def _meant(name: str, known: Mapping[str, tuple[str, ...]]) -> str | None:
    """The name that is close to what is written, or whose number or title it is."""
    bare = layout.bare_slug(name)
    called = next((one for one, others in known.items() if name.lower() in map(str.lower, others)), None)
    return bare if bare in known else called or near(bare, known)


def item_is_read(given: Given) -> Iterator[Finding]:
    """A paragraph is about an item that somebody has read: of one that nobody has ("oläst") nothing is shown, nor of this."""
    unread = {(draft.body_id, draft.meeting_id, draft.slug) for draft in given.drafts}
    for found in given.facts.minutes:
        for keys, paragraph in found.paragraphs:
            for n, slug in enumerate(paragraph.items):
                if (found.body.id, found.meeting.id, slug) in unread:
                    yield found.document.error(
                        "paragraf-oläst",
                        (*keys, "ärende", n),
                        f"§ {paragraph.number} gäller ett ärende som ingen har läst: {slug}.",
                        "läs igenom ärendets fil, ändra publiceras till ja och ta bort raden skäl: oläst.",
                    )


def item_has_a_paragraph(given: Given) -> Iterator[Finding]:
    """Every item of a meeting with minutes has a paragraph, was struck ("utgår"), or comes back ("fortsätter") later.

    Source: KL 5:65-67, 6:35.
    """
    for found in given.facts.minutes:
        if missing := without_paragraph(given, found):
            yield found.document.error("ärende-utan-paragraf", ("paragrafer",), *_unwritten(found, missing))


def without_paragraph(given: Given, found: Minuted) -> list[AgendaItem]:
    """The items of the agenda that the minutes, which are whole, lack a paragraph about."""
    if found.is_going_on:
        return []
    about = _named([slug for one in found.header.paragraphs for slug in one.items], _also_called(found))
    left = [item for item in found.meeting.agenda if item.slug not in about]
    return [item for item in left if (found.body.id, f"{found.meeting.id}/{item.slug}") not in given.carried]


def _unwritten(found: Minuted, missing: list[AgendaItem]) -> tuple[str, str]:
    """Which items have no paragraph, and what to do: told once, however many they are."""
    first = missing[0]
    one = f"lägg till en paragraf med ärende: {first.slug}"
    numbers = listing([str(item.number) for item in missing])
    told = (
        f"Ärende {numbers} har ingen paragraf."
        if len(missing) > 1
        else f"Ärende {numbers}, {first.slug}, har ingen paragraf."
    )
    if found.is_only_at_once:
        return (
            f"Bara det som justerades omedelbart står i protokollet, {paragraph_list(found.numbers)}. {told}",
            "lägg till de andra paragraferna också, i den ordning de togs upp, och en justering för dem utan justerat: "
            "de behöver inte vara justerade, och visas inte förrän de är det.",
        )
    if len(missing) > 1:
        one += " och så vidare"
    return (
        told,
        f"{one}; togs det inte upp, skriv utfall: utgår, "
        f"eller fortsätter: {found.meeting.id}/{first.slug} i det ärende där det kommer tillbaka.",
    )


def numbered_point_has_a_paragraph(given: Given) -> Iterator[Finding]:
    """A point of the call that gets a paragraph ("får_paragraf") has one. Source: KL 5:65-67, 6:35."""
    for found in given.facts.minutes:
        if found.is_going_on:
            continue
        if found.is_only_at_once:
            continue
        names: dict[str, tuple[str, ...]] = {point.name: () for point in found.meeting.header.points}
        about = _named([paragraph.point for paragraph in found.header.paragraphs], names)
        for point in found.meeting.header.points:
            if point.numbered and point.name not in about:
                yield found.document.error(
                    "punkt-utan-paragraf",
                    ("paragrafer",),
                    f"Punkten {point.name} ska ha en paragraf men har ingen.",
                    f"lägg till en paragraf med punkt: {point.name}, eller ta bort får_paragraf i kallelse.md.",
                )


_MAY_STAND = frozenset(
    ("number", "items", "point", "title", "outcome", "appeal", "publication", "reason", "legal_ground")
)
"""What the paragraph of a matter that is not shown may hold; any other key is refused, so that a new one is."""

NOT_SHOWN = "Visas inte"
"""The heading of a paragraph that is about no item and is not shown: its own would tell what it is about."""


def withheld_paragraph_tells_nothing(given: Given) -> Iterator[Finding]:
    """The paragraph of what is not shown ("publiceras: maskat" or "nej", its own or its item's) has "visas inte", no more.

    So has one that was withdrawn ("tillbakadragen"), whose item may be shown. The record is public with its whole history:
    what is secret is not written in it.
    """
    for found in given.facts.minutes:
        for one in found.decided:
            is_named_rightly = len(one.items) == len(set(one.paragraph.items))
            if one.withdrawal is not None:
                yield from _told_of_withheld(found, one)
            elif one.is_titled and one.paragraph.publication is Publication.YES:
                yield from _withheld_without_reason(found, one)
            elif one.is_withheld and is_named_rightly:
                yield from _told_of_withheld(found, one)


def _withheld_without_reason(found: Minuted, one: Decided) -> Iterator[Finding]:
    if one.items and one.paragraph.outcome is Outcome.WITHHELD:
        yield found.document.error(
            "sekretess-paragraf",
            (*one.keys, "utfall"),
            f"§ {one.number} visas inte, men ärendet {one.items[0].slug} är offentligt.",
            "skriv vad det blev av ärendet. Får rubriken visas men inte beslutet: lägg till publiceras: maskat "
            "och skäl: i paragrafen. Är paragrafen tillbakadragen: säg det under ändringar. Annars skriv publiceras: "
            "maskat i ärendet.",
        )


def _told_of_withheld(found: Minuted, one: Decided) -> Iterator[Finding]:
    paragraph, number = one.paragraph, one.number
    told = [
        (
            key,
            f"§ {number} visas inte, men {key} säger något om den.",
            f"ta bort {key} ur filen, och ur git om den redan är sparad där.",
        )
        for key in said_beside(paragraph, _MAY_STAND)
    ]
    if paragraph.title not in (None, NOT_SHOWN):
        told.append(
            (
                "rubrik",
                f"§ {number} visas inte, men rubriken säger vad den gäller.",
                f"skriv rubrik: {NOT_SHOWN}, och ta bort den gamla ur git om den redan är sparad där.",
            )
        )
    if paragraph.outcome is not Outcome.WITHHELD:
        told.append(
            ("utfall", f"§ {number} visas inte, men utfall säger vad det blev.", f"skriv utfall: {Outcome.WITHHELD}.")
        )
    for key, message, remedy in told:
        yield found.document.error("sekretess-paragraf", (*one.keys, key), message, remedy)


RULES: tuple[Rule, ...] = (
    paragraph_is_on_the_agenda,
    item_is_read,
    item_has_a_paragraph,
    numbered_point_has_a_paragraph,
    withheld_paragraph_tells_nothing,
)
