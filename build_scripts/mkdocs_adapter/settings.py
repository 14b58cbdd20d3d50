"""What is wrong with the site's settings (`mkdocs.yml`), told as findings: MkDocs and its parser say it in English.

What the file may hold at all is judged before MkDocs is asked (`settings_rules`).

The parser names a line but nothing that a secretary can use, and MkDocs a setting but no line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import yaml

from build_scripts.project import CONTENT, SETTINGS
from macros.finding import Finding, Place, as_text
from macros.record.source import Source, decode
from macros.record.syntax import syntax_finding

_SETTING = re.compile(r"Config value '(?P<key>[^']+)': (?P<said>.*)", re.DOTALL)
_SAID: tuple[tuple[str, str, str], ...] = (
    (
        r"The path '(?:.*/)?(?P<what>[^'/]*)' isn't an existing",
        "{what} finns inte.",
        "rätta sökvägen, eller lägg tillbaka det som låg där.",
    ),
    (
        r"A reference to '(?P<what>[^']*)' is included in the 'nav' configuration",
        "Menyn leder till {what}, som inte finns.",
        "rätta namnet under nav, eller lägg tillbaka sidan.",
    ),
    (r"Required configuration not provided", "{key} saknas.", "skriv {key}: med ett värde."),
)
"""(what MkDocs says, what is wrong, what to do); `what` is marked where it stands in the file, else its setting."""

_NOT_IN_MENU = re.compile(r"not included in the \"nav\" configuration:((?:\s+- \S+)+)")

_LINK = re.compile(r"Doc file '(?P<page>[^']*)' contains an? (?:absolute )?link '(?P<link>[^']*)', ?(?P<why>.*)")
_NO_LINK: tuple[tuple[str, str, str], ...] = (
    ("it was left as is", "Länken {link} räknas från webbplatsens rot.", "skriv länken från den här sidan."),
    ("anchor", "Avsnittet som länken {link} leder till finns inte.", "rätta det som står efter #."),
    ("", "Länken {link} leder till något som inte finns.", "rätta länken, eller lägg tillbaka sidan."),
)
"""(words of why MkDocs refuses a link, what is wrong, what to do); the first counts."""


def why_refused(root: Path, error: Exception, messages: Iterable[str]) -> str:
    """Why MkDocs refuses, as findings are printed; what is not known here is told in its own words."""
    source, _ = decode(SETTINGS, (root / SETTINGS).read_bytes())
    if source is None:
        return as_text(_fault(Place(SETTINGS), "Filen är inte sparad som UTF-8.", "spara filen som UTF-8."))
    if broken := _unreadable(source):
        return as_text(broken)
    said = [_link(root, message) or _said(source, message) for message in dict.fromkeys(messages)]
    return "\n".join([*said, *([] if said else [str(error)])])


def _unreadable(source: Source) -> Finding | None:
    """The finding for a file that holds no settings at all, or whose lines cannot be read."""
    whole = Source(source.path, source.text, f"{source.text}\n", header_line=1)
    try:
        if isinstance(yaml.compose(source.text, yaml.CSafeLoader), yaml.MappingNode):
            return None
    except yaml.YAMLError as error:
        found = syntax_finding(whole, error)
        return _fault(found.place, found.message.replace("Rubrikdelen", "Filen"), found.remedy)
    remedy = f"hämta tillbaka filen ur git (git restore {source.path}) och gör om ändringen."
    return _fault(Place(source.path), "Filen innehåller inga inställningar.", remedy)


def _link(root: Path, message: str) -> str | None:
    """A link of a hand-written page that leads nowhere."""
    found = _LINK.match(message)
    if found is None:
        return None
    path = f"{CONTENT}/{found['page']}"
    source, _ = decode(path, (root / path).read_bytes())
    what, remedy = next((what, remedy) for words, what, remedy in _NO_LINK if words in found["why"])
    place = _place(source, found["link"]) if source else Place(path)
    return as_text(place.error("trasig-länk", what.format(**found.groupdict()), remedy))


def _said(source: Source, message: str) -> str:
    setting = _SETTING.match(message)
    key, said = (setting["key"], setting["said"]) if setting else ("", message)
    if unlisted := _NOT_IN_MENU.search(said):
        pages = " ".join(unlisted[1].split("- ")).split()
        remedy = "lägg till under nav, eller under not_in_nav om det inte ska stå i menyn."
        return as_text(_fault(_place(source, "nav"), f"{', '.join(pages)} står inte i menyn.", remedy))
    for shape, what, remedy in _SAID:
        if found := re.search(shape, said):
            named = next((word for word in found.groups() if word), key)
            words = {"what": named, "key": key}
            return as_text(_fault(_place(source, named, key), what.format(**words), remedy.format(**words)))
    if not setting:
        return message
    remedy = f"rätta raden. MkDocs säger: {said.splitlines()[0]}"
    return as_text(_fault(_place(source, key), f"{key} går inte att använda så.", remedy))


def _place(source: Source, *words: str) -> Place:
    """Where the first of the words that stands in the file is written."""
    for word in words:
        for line, written in enumerate(source.lines, 1):
            text = written.partition(" #")[0]
            if word and not text.startswith("#") and word in text:
                return source.place(line, text.index(word) + 1, len(word))
    return Place(source.path)


def _fault(place: Place, message: str, remedy: str) -> Finding:
    return place.error("inställningar", message, remedy)
