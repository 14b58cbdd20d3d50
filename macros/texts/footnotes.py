"""Footnotes ("fotnoter") of a text: `[^1]` where it is named, `[^1]: the note` at the end."""

from __future__ import annotations

import re

_NAMED = r'<sup class="footnote-ref"><a [^>]*href="#(?:fn|not)-[^"]*"[^>]*>(\d+)</a></sup>'
_BACK = r' *<a [^>]*class="footnote-backref"[^>]*>.*?</a>'
NAMED = re.compile(_NAMED)
"""Where the HTML of a text names a note: its number."""

BACK = re.compile(_BACK, re.DOTALL)
"""A way back from a note to where it is named; Markdown makes one for each place."""

_NOTE = re.compile(r'<li id="fn-[^"]*">')
_BACKS = re.compile(rf"(?:{_BACK})+", re.DOTALL)
_SECTION = '<section class="footnotes">'

_LABEL = re.compile(r"\[\^([^\]\s]+)\]")
_DEFINED = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)


def defined(markdown: str) -> frozenset[str]:
    """The labels of the text's notes; capitals and small letters are one."""
    return frozenset(label.casefold() for label in _DEFINED.findall(markdown)) if "[^" in markdown else frozenset()


def labels(markdown: str) -> list[re.Match[str]]:
    """Every label in the text, where a note is named and where it stands; group 1 is the label itself."""
    return list(_LABEL.finditer(markdown)) if "[^" in markdown else []


def without_labels(markdown: str) -> str:
    """The text with blanks for the labels of its notes, which the page writes as numbers."""
    known = defined(markdown)
    if not known:
        return markdown
    return _LABEL.sub(lambda found: " " * len(found[0]) if found[1].casefold() in known else found[0], markdown)


def led(html: str) -> str:
    """Cleaned HTML whose notes lead there and once back, by addresses of numbers, and say so to who cannot see."""
    text, section, notes = html.partition(_SECTION)
    if not section:
        return html
    numbers = iter(range(1, len(notes)))
    back = iter(range(1, len(notes)))
    notes = _NOTE.sub(lambda _: f'<li id="not-{next(numbers)}">', notes)
    notes = _BACKS.sub(
        lambda _: f' <a href="#till-not-{next(back)}" class="footnote-backref" aria-label="Tillbaka till texten">↩</a>',
        notes,
    )
    named: set[str] = set()

    def leading(found: re.Match[str]) -> str:
        place = "" if found[1] in named else f' id="till-not-{found[1]}"'
        named.add(found[1])
        return (
            f'<sup class="footnote-ref"><a href="#not-{found[1]}"{place} aria-label="Fotnot {found[1]}">'
            f"{found[1]}</a></sup>"
        )

    return f'{NAMED.sub(leading, text)}<section class="footnotes" aria-label="Fotnoter">{NAMED.sub(leading, notes)}'
