"""The words and numbers of a text as written, held against those of the page that Markdown makes of it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from macros.record.values import shorten
from macros.texts import footnotes
from macros.texts.prose import BREAK, CELL, TAG

_WORD = re.compile(r"[^\W_]+")
_FENCE = re.compile(r"^[ >\t]*(```+|~~~+)[^`\n]*$", re.MULTILINE)
_INLINE = re.compile(r"</?(?:em|strong|code|del)>|<a[^>]*>|</a>")
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_LISTS = re.compile(r'<(ol|ul|li)(?: start="(\d+)")?>|</(?:ol|ul)>')

WINDOW = 40
"""Words that are searched ahead for the place where text and page agree again."""

MOST_CHANGES = 10


@dataclass(frozen=True)
class Change:
    """Words that the page would lose, add or change: where in the text, what happens, what to do."""

    offset: int
    length: int
    message: str
    remedy: str


def same(text: str, page: str) -> bool:
    """Whether text and page hold the same words and numbers in the same order."""
    # Nearly always so; and texts whose words are the same when only ASCII signs part them have the same words.
    if _parted(_unfenced(text)) == _parted(_plain(page)):
        return True
    return written(text) == shown(page) or written(unquote(text)) == shown(unquote(page))


_PARTING = bytes(byte if byte > 127 or chr(byte).isalnum() else 32 for byte in range(256))


def _parted(text: str) -> list[bytes]:
    return text.encode("utf-8", "surrogatepass").translate(_PARTING).split()


def written(text: str) -> list[str]:
    """The words and numbers of the Markdown text; a fence's mark and language, and the label of a note, are no words of it."""
    return _WORD.findall(_unfenced(text))


def _unfenced(text: str) -> str:
    text = footnotes.without_labels(text)
    if "```" not in text and "~~~" not in text:
        return text
    return _FENCE.sub(lambda fence: " " * len(fence.group()), text)


def shown(page: str) -> list[str]:
    """The words and numbers that the HTML shows: numbers of lists written out, a link's target after its text."""
    return _WORD.findall(_plain(page))


def _plain(page: str) -> str:
    """What the HTML shows, as text."""
    if BREAK in page:
        page = CELL.sub(lambda cell: cell[0].replace(BREAK, " br "), page)
    if '<section class="footnotes"' in page:
        page = footnotes.BACK.sub("", footnotes.NAMED.sub(" ", page))
    if "<a " in page:
        page = _LINK.sub(_link, page)
    if "<ol" in page:
        page = _numbered(page)
    plain = TAG.sub(" ", _INLINE.sub("", page))
    return html.unescape(plain) if "&" in plain else plain


def _link(found: re.Match[str]) -> str:
    target, text = found.groups()
    return text if target in (text, f"mailto:{text}") else f"{text} {target}"


def _numbered(page: str) -> str:
    """The HTML with each numbered row's number before its text."""
    open_lists: list[int | None] = []

    def numbered(found: re.Match[str]) -> str:
        kind, start = found.groups()
        if kind is None and open_lists:
            open_lists.pop()
        elif kind == "li":
            number = open_lists[-1] if open_lists else None
            if number is not None:
                open_lists[-1] = number + 1
                return f" {number} "
        elif kind is not None:
            open_lists.append(int(start or 1) if kind == "ol" else None)
        return " "

    return _LISTS.sub(numbered, page)


def changes(text: str, page: str) -> Iterator[Change]:
    """Each run of words that differs (at most `MOST_CHANGES`), with its likely cause in the remedy."""
    found = list(_WORD.finditer(_unfenced(text)))
    here, there = [match.group() for match in found], shown(page)
    for told, (start, end, other_start, other_end) in enumerate(_differences(here, there)):
        if told == MOST_CHANGES:
            return
        first = found[min(start, len(found) - 1)] if found else None
        offset = first.start() if first else 0
        last = found[end - 1].end() if end > start else offset + 1
        line_end = text.find("\n", offset)
        length = max(1, min(last, line_end if line_end >= 0 else len(text)) - offset)
        yield Change(offset, length, _message(here[start:end], there[other_start:other_end]), _remedy(text, offset))


def _differences(here: Sequence[str], there: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    i = j = 0
    while i < len(here) or j < len(there):
        if i < len(here) and j < len(there) and here[i] == there[j]:
            i, j = i + 1, j + 1
            continue
        next_i, next_j = _agree_again(here, there, i, j)
        yield i, next_i, j, next_j
        i, j = next_i, next_j


def _agree_again(here: Sequence[str], there: Sequence[str], i: int, j: int) -> tuple[int, int]:
    """The nearest places from which two words in a row are the same, else both ends."""
    for apart in range(1, 2 * WINDOW):
        for skipped in range(max(0, apart - WINDOW), min(apart, WINDOW) + 1):
            a, b = i + skipped, j + apart - skipped
            if a <= len(here) and b <= len(there) and here[a : a + 2] == there[b : b + 2]:
                return a, b
    return len(here), len(there)


def _message(lost: Sequence[str], added: Sequence[str]) -> str:
    text, page = shorten(" ".join(lost)), shorten(" ".join(added))
    if not added:
        return f'"{text}" kommer inte med på sidan.'
    if not lost:
        return f'Sidan lägger till "{page}".'
    return f'"{text}" blir "{page}" på sidan.'


_CAUSES = (
    (
        r"^ {0,3}\[\^[^\]\s]+\]:",
        "skriv fotnoterna sist i texten, var och en en gång och i den ordning de nämns, till exempel [^1]; "
        "ta bort den som inte nämns.",
    ),
    (
        r"^ {0,3}\[[^\]]*\]:",
        "raden läses som en länkdefinition: skriv länken direkt, [text](adress), eller sätt ett bakstreck före [.",
    ),
    (r"!\[", "bilder visas inte i texten: lägg bilden som bilaga och beskriv den med ord."),
    (r"&#?\w+;", "skriv tecknet självt i stället för koden med & och semikolon."),
    (r"\]\([^)\s]*\s+[\"'(]", "ta bort texten inom citattecken i länken, eller skriv den i löpande text."),
    (r"^\s*\|?.*\|", "tabellraden har fler celler än rubrikraden: lägg till en kolumn, eller ta bort cellen."),
    (r"\w[*~]+\w", "sätt ett bakstreck före tecknet, till exempel 2\\*3\\*4."),
    (
        r"^[\s>]*\d+[.)]",
        "sidan numrerar raderna i följd: skriv numren i ordning, eller sätt ett bakstreck efter numret, 5\\.",
    ),
)
"""(what the line looks like, what to do); the first match is the likely cause."""


def _remedy(text: str, offset: int) -> str:
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start : end if end >= 0 else len(text)]
    found = (remedy for shape, remedy in _CAUSES if re.search(shape, line))
    return next(found, "skriv om raden så att inget tecken där har en särskild betydelse i Markdown.")
