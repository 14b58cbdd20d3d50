"""Employees whom a document names, in its text, its signatures and among those who get the decision.

Their names are no part of the record; their office ("befattning") stands in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile, zip_longest

from build_scripts.imports.blocks import BULLETS, Block, BlockKind, grid_of, text_of
from macros.dates.written import capital
from macros.guard.hit import masked
from macros.guard.names import FAMILY_ENDINGS, GIVEN
from macros.guard.official import Official
from macros.guard.recognise import recognise

_CAPITAL = r"[A-ZÅÄÖÉÜ][a-zåäöéüćčšžøæ]+"
_WORD = rf"{_CAPITAL}(?:-{_CAPITAL})?"
_REST = rf"(?:{_WORD}|[A-ZÅÄÖ]\.|von|af|de|al)"
_NAME = re.compile(rf"(?<![\w-]){_WORD}(?: {_REST}){{1,3}}(?![\w-])")
_SHORT_NAME = re.compile(rf"{_WORD} [A-ZÅÄÖ]\.?|[A-ZÅÄÖ]\.? {_WORD}")
_PARTY = re.compile(r"\s*\((?:[A-ZÅÄÖ]{1,3}|[A-ZÅÄÖ][a-zåäö]{1,3})\)")
_OFFICE = re.compile(
    r"chef\b|direktör|handläggare|sekreterare|controller|strateg\b|utredare|ledare\b|samordnare|planerare|ingenjör|jurist|"
    r"ekonom\b|assistent|rektor\b|konsult|arkitekt|inspektör|specialist|utvecklare|pedagog|bibliotekarie|kommunikatör|"
    r"administratör|registrator|ansvarig|analytiker|revisor|koordinator|kurator|konsulent|förvaltare|ordförande",
    re.IGNORECASE,
)
LONGEST_LINE = 70
"""Characters of a line with a name or an office under a text."""

_GREETING = re.compile(
    r"(?:(?:med )?vänliga? hälsning(?:ar)?|(?:vänliga )?hälsningar|mvh|vänligen)[,.!]?", re.IGNORECASE
)

_THING = re.compile(
    r"(?:avtal|beslut|bidrag|skjuts|tillstånd|lov|köp|lokal|anmälan|ansökan|yttrande|remiss|dispens|skola|förskola|enhet|avgift)(?:en|et|n|s)?$",
    re.IGNORECASE,
)
"""What is decided of a place: "Hyresavtal Ekberg" has the looks of a name."""

_RULE = re.compile(r"[\W_]*")

_MARK = re.compile(rf"^(?:[{BULLETS}–—-]|\d{{1,2}}[.)])\s+")


@dataclass(frozen=True)
class Employee:
    """An employee whom the document names, and the office that it gives her, if any."""

    name: str
    office: str | None = None


def is_office(line: str) -> bool:
    """Whether a line is the name of an office: short, no sentence, and with a word that offices have."""
    return (
        len(line) <= LONGEST_LINE and not line.endswith(".") and bool(_OFFICE.search(line)) and not _NAME.search(line)
    )


def is_name(line: str, with_office: bool = False) -> bool:
    """Whether a line is a person's name and nothing else; above an office any two to four capitalised words are."""
    return bool(_NAME.fullmatch(line)) and not _OFFICE.search(line) and (with_office or _is_usual(line))


def is_signed(line: str) -> bool:
    """Whether a line is a person's name, alone or with an office behind it."""
    name = _NAME.match(line)
    return is_name(line) or (name is not None and is_office(line[name.end() :].strip(" ,")))


def is_short_name(line: str) -> bool:
    """Whether a line can be a name cut short, such as "Anna S", "Berg K." or "K. Berg"; so can "Hus A"."""
    return bool(_SHORT_NAME.fullmatch(line)) and not _OFFICE.search(line)


def _is_usual(name: str) -> bool:
    words = name.split()
    is_family = len(words) == 2 and words[1].endswith(FAMILY_ENDINGS) and not _THING.search(words[0])
    return bool(set(words[0].split("-")) & GIVEN) or is_family


def names_in(text: str, elected: Iterable[str] = ()) -> Iterator[str]:
    """Names in running text that begin with a usual given name; the elected, by the record or by party, are passed over."""
    known = set(elected)
    for found in _NAME.finditer(text):
        words = list(takewhile(lambda word: not _OFFICE.search(word), found.group().split()))
        first = next((n for n, word in enumerate(words[:-1]) if set(word.split("-")) & GIVEN), None)
        if first is None or _PARTY.match(text, found.end()):
            continue
        name = " ".join(words[first:])
        if name.lower() not in known and name.lower().removesuffix("s") not in known:
            yield name


def named_in(line: str, elected: Iterable[str] = ()) -> Iterator[str]:
    """Every name of a line that is told: usual ones in its text, and those that stand alone in a place of their own."""
    known = frozenset(elected)
    yield from names_in(line, known)
    for part in re.split(r'[|,;:"(/]', line):
        name = part.strip(' ".)')
        if (is_name(name) or is_short_name(name)) and name.lower() not in known:
            yield name


def person_of(lines: Sequence[str]) -> Employee | None:
    """The person of a few lines: "Namn", "Namn, befattning", "Namn / befattning", or the office on the next line."""
    for n, line in enumerate(lines):
        head, rest = _parted(line)
        below = lines[n + 1] if n + 1 < len(lines) else ""
        office = rest if is_office(rest) else below if is_office(below) else None
        if is_name(head, with_office=office is not None):
            return Employee(head, office)
    return None


def _parted(line: str) -> tuple[str, str]:
    head, *rest = re.split(r"\s*[,/]\s*|\s+[–-]\s+", line, maxsplit=1)
    return head.strip(), "".join(rest).strip()


@dataclass(frozen=True)
class Handling:
    """What is done with names: offices by name, whether names in running text are kept unasked, and who is elected."""

    offices: Mapping[str, str] = field(default_factory=dict)
    keep: bool = False
    official: Official = field(default_factory=Official)


def replaced(text: str, offices: Mapping[str, str]) -> tuple[str, dict[str, int]]:
    """The text with the offices that were told in place of the names, and how often for each name."""
    counts: dict[str, int] = {}
    for name, office in offices.items():
        genitive = office if office.endswith(("s", "x", "z")) else f"{office}s"
        text, count = _put(office, rf"{re.escape(name)}(?!\w)", text)
        text, owned = _put(genitive, rf"{re.escape(name)}s(?!\w)", text)
        if count + owned:
            counts[name] = count + owned
    return text, counts


def _put(office: str, name: str, text: str) -> tuple[str, int]:
    """The office for the name, with a capital where a sentence begins inside the text."""
    return re.subn(
        rf"(?P<begins>[.!?]\s+|\n\n)?(?<!\w){name}",
        lambda at: f"{at['begins']}{capital(office)}" if at["begins"] else office,
        text,
    )


def hidden(text: str, names: Iterable[str], official: Official) -> str:
    """The text as it may be printed: names, private addresses and personal numbers show their first signs only."""
    for name in sorted(names, key=len, reverse=True):
        stars = " ".join(word[0] + "*" * (len(word) - 1) for word in name.split())
        text = re.sub(rf"(?<!\w){re.escape(name)}", stars, text)
    return masked(text, recognise(text, official, contextual=False))


_BESIDE = 2


def signature(blocks: Sequence[Block]) -> tuple[tuple[Employee, ...], int] | None:
    """Who signed, and how many blocks that takes, where a signature begins with the first of the blocks."""
    first = blocks[0]
    if first.kind is BlockKind.TABLE:
        persons = _in_table(first)
        return (persons, 1) if persons else None
    if first.kind is not BlockKind.PARAGRAPH:
        return None
    if first.text.isupper() and len(blocks) > 1 and (below_office := signature(blocks[1:])):
        # The office of those who sign, in capitals.
        return below_office[0], 1 + below_office[1]
    if beside := _beside_each_other(blocks[:2]):
        return beside
    lines = _shown(first.lines)
    greets = bool(lines) and bool(_GREETING.fullmatch(lines[0]))
    if greets and len(lines) == 1:
        return (), 1
    lines = lines[1:] if greets else lines
    if not lines or any(len(line) > LONGEST_LINE for line in lines):
        return None
    below = _shown(blocks[1].lines) if len(blocks) > 1 and blocks[1].kind is BlockKind.PARAGRAPH else []
    if len(lines) == 1 and len(below) == 1 and is_office(below[0]) and is_name(lines[0], with_office=True):
        return (Employee(lines[0], below[0]),), 2
    persons = tuple(_under_each_other(lines))
    if greets and not persons:
        persons = tuple(filter(None, [person_of(lines)]))
    return (persons, 1) if persons else None


def _beside_each_other(blocks: Sequence[Block]) -> tuple[tuple[Employee, ...], int] | None:
    """Those who sign on one line with wide spaces between, their offices so on the line below."""
    rows: list[tuple[int, list[str]]] = [
        (n, [cell.strip() for cell in line.split("\t") if cell.strip()])
        for n, block in enumerate(blocks, 1)
        if block.kind is BlockKind.PARAGRAPH
        for line in _shown(text_of(block.words).split("\n"))
    ]
    taken, names = rows[0] if rows else (0, [])
    below, offices = rows[1] if len(rows) > 1 else (0, [])
    has_offices = len(offices) == len(names) and all(map(is_office, offices))
    if len(names) < _BESIDE or not all(is_name(name, with_office=has_offices) for name in names):
        return None
    if not has_offices:
        return (tuple(map(Employee, names)), taken) if below != taken else None
    return tuple(map(Employee, names, offices)), below


def _under_each_other(lines: Sequence[str]) -> list[Employee]:
    """The persons of lines that hold nothing else; none where they do."""
    persons: list[Employee] = []
    rest = list(lines)
    while rest:
        person = person_of(rest[:2])
        if person is None or not _of(rest[0], person):
            return []
        persons.append(person)
        rest = rest[2 if rest[1:2] == [person.office] else 1 :]
    return persons


def _shown(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if not _RULE.fullmatch(line)]


def _of(line: str, person: Employee) -> bool:
    """Whether the line says nothing but the person's name and office."""
    return not _RULE.sub("", line.replace(person.name, "").replace(person.office or "", ""))


def _in_table(table: Block) -> tuple[Employee, ...]:
    """The persons of a table that holds nothing else: each column is read downwards."""
    columns = zip_longest(*grid_of(table.rows), fillvalue=[])
    persons = []
    for lines in filter(None, ([line for cell in column for line in _shown(cell)] for column in columns)):
        person = person_of(lines)
        rest = [line for line in lines if not is_name(line, with_office=True) and not is_office(line)]
        if person is None or not all(_of(line, person) for line in rest):
            return ()
        persons.append(person)
    return tuple(persons)


def receivers(blocks: Iterable[Block]) -> tuple[list[str], list[Employee]]:
    """The receivers of the lines under the heading as they may be shown, and the persons who were named among them.

    A single line may hold several with commas between.
    """
    lines = [_MARK.sub("", line) for block in blocks for line in block.lines]
    shown: list[str] = []
    persons: list[Employee] = []
    for part in _parts(lines):
        head, *rest = (piece.strip() for piece in re.split(r",|\s/\s|\s[–-]\s", part, maxsplit=1))
        if is_name(head):
            persons.append(Employee(head, "".join(rest) or None))
            shown += [one for one in rest if one]
        else:
            shown.append(part)
    return list(dict.fromkeys(shown)), persons


def _parts(lines: list[str]) -> Iterator[str]:
    signs = "[;,]" if len(lines) == 1 else ";"
    for line in lines:
        yield from (part for piece in re.split(signs, line) if (part := piece.strip().rstrip(".").strip()))
