"""The task of the website's own facts: what `mkdocs.yml` says of its name, its address and the licence of its data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from build_scripts.editor.answers import Asked, Unanswered
from build_scripts.editor.tasks.task import RecordChange, Task, TaskInput, change_of
from build_scripts.editor.templating import FILES
from build_scripts.new.writing import scalar
from build_scripts.project import LICENCE, PUBLISHER, SETTINGS, WrongUse, setting

_SETTINGS: tuple[tuple[tuple[str, ...], Asked], ...] = (
    (("site_name",), Asked("webbplatsnamn", "Webbplatsens namn", "Till exempel kommunens namn.", required=True)),
    (
        ("site_url",),
        Asked("adress", "Adress", "Till exempel https://arkiv.kommunen.se/. Står i länkar och flöden.", required=True),
    ),
    (("site_description",), Asked("beskrivning", "Beskrivning", "En mening, för sökmotorer.")),
    (LICENCE, Asked("licens", "Licens", "Adressen till den licens som öppna data får användas under; får saknas.")),
    (PUBLISHER, Asked("utgivare", "Utgivare", "Vem som ger ut öppna data, när webbplatsen är flera kommuners.")),
)
"""The keys of each setting, and what is asked."""

_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+(/\S*)?")


def _questions(given: TaskInput) -> Sequence[Asked]:
    return tuple(replace(one, value=_value(given.root, keys)) for keys, one in _SETTINGS)


def _value(root: Path, keys: Sequence[str]) -> str:
    found = setting(root, *keys)
    return str(found.value) if found else ""


def _change(given: TaskInput) -> RecordChange:
    for name in ("adress", "licens"):
        if given.text(name) and not _ADDRESS.fullmatch(given.text(name)):
            raise Unanswered(((name, "Skriv hela adressen, till exempel https://arkiv.kommunen.se/."),))
    try:
        text = (given.root / SETTINGS).read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        raise WrongUse(f"inställningarna i {SETTINGS} kan inte läsas. Be den som sköter arkivet om hjälp.") from None
    for keys, one in _SETTINGS:
        if given.text(one.name) != _value(given.root, keys):
            text = _with(text, keys, given.text(one.name))
    return change_of({SETTINGS: text.encode()}, "Ändra webbplatsens uppgifter", FILES)


def _with(text: str, keys: Sequence[str], value: str) -> str:
    """The settings with a value, and without what `klubbat init` remarks on its line; an empty one takes the line away."""
    *homes, key = keys
    row = re.compile(rf"(?m)^{'  ' * len(homes)}{key}:.*\n")
    line = f"{'  ' * len(homes)}{key}: {scalar(value)}\n" if value else ""
    if row.search(text):
        return row.sub(lambda old: line, text, count=1)
    home = re.search(rf"(?m)^{homes[0]}:\s*\n", text) if homes else None
    if home or not homes:
        at = home.end() if home else 0
        return text[:at] + line + text[at:]
    return f"{text}{homes[0]}:\n{line}"


SITE_TASKS = {
    "webbplats": Task(
        "Webbplatsens uppgifter",
        "Namnet och adressen står på varje sida, i flöden och i öppna data. De skrivs i mkdocs.yml.",
        _questions,
        _change,
    ),
}
