"""The task of the website's own facts: what `mkdocs.yml` says of its name, its address and the licence of its data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from build_scripts.editor.answers import Asked, Unanswered
from build_scripts.editor.tasks.task import RecordChange, Task, TaskInput, change_of
from build_scripts.editor.templating import FILES
from build_scripts.mkdocs_adapter.settings_rules import LICENCE_ADDRESS
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

_ADDRESSES = (
    ("adress", re.compile(r"https?://[^\s/]+\.[^\s/]+(/\S*)?"), "https://arkiv.kommunen.se/"),
    ("licens", LICENCE_ADDRESS, "https://creativecommons.org/publicdomain/zero/1.0/"),
)
"""The answers that are addresses, each with its form and an example."""


_HELP = "Be den som sköter arkivet om hjälp."


def _questions(given: TaskInput) -> Sequence[Asked]:
    return tuple(replace(one, value=_value(given.root, keys)) for keys, one in _SETTINGS)


def _value(root: Path, keys: Sequence[str]) -> str:
    found = setting(root, *keys)
    return str(found.value) if found else ""


def _change(given: TaskInput) -> RecordChange:
    for name, form, example in _ADDRESSES:
        if given.text(name) and not form.fullmatch(given.text(name)):
            raise Unanswered(((name, f"Skriv hela adressen, till exempel {example}."),))
    try:
        text = (given.root / SETTINGS).read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        raise WrongUse(f"inställningarna i {SETTINGS} kan inte läsas. {_HELP}") from None
    said = {keys: (given.text(one.name), _shown(given, keys, one)) for keys, one in _SETTINGS}
    changed = {keys: value for keys, (value, shown) in said.items() if value != shown}
    if faults := list(_changed_elsewhere(given, changed)):
        raise Unanswered(faults)
    after = text
    for keys, value in changed.items():
        after = _with(after, keys, value)
    if _read(after) != {keys: value for keys, value in (_read(text) | changed).items() if value}:
        raise WrongUse(f"inställningarna i {SETTINGS} är skrivna så att de inte kan ändras här. {_HELP}")
    return change_of({SETTINGS: after.encode()}, "Ändra webbplatsens uppgifter", FILES)


def _changed_elsewhere(given: TaskInput, changed: Mapping[tuple[str, ...], str]) -> Iterator[tuple[str, str]]:
    """Of what the writer changes, what another window has made something else since the page was opened."""
    for keys, one in _SETTINGS:
        now = _value(given.root, keys)
        if keys in changed and now not in (changed[keys], _shown(given, keys, one)):
            how = f'ändrats till "{now}"' if now else "tömts"
            said = f"{one.label} har {how} i ett annat fönster."
            yield one.name, f"{said} Kopiera det du har skrivit, och öppna sidan på nytt."


def _shown(given: TaskInput, keys: Sequence[str], one: Asked) -> str:
    """What stood in the field when the page was opened: what another window has changed since is not changed back."""
    return given.form.values.get(one.before, _value(given.root, keys))


def _read(text: str) -> dict[tuple[str, ...], Any]:
    """What each setting holds, by its keys: to see that a change of the text changed what it was to change and nothing else."""
    try:
        found = yaml.load(text, yaml.CSafeLoader)
    except yaml.YAMLError:
        return {}
    read: dict[tuple[str, ...], Any] = {}
    for above, held in found.items() if isinstance(found, dict) else ():
        read |= {(above, key): value for key, value in held.items()} if isinstance(held, dict) else {(above,): held}
    return {keys: value for keys, value in read.items() if value}


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
        "Namnet och adressen står på varje sida, i flöden och i öppna data.",
        _questions,
        _change,
    ),
}
