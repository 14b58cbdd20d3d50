"""The licences of what the program needs to run, as the packages themselves tell them: `docs/licenser.md`.

To write the page anew after a package has changed: `SKRIV_LICENSER=1 .venv/bin/pytest -n0 tests/docs/test_supply.py`.
"""

from __future__ import annotations

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.markers import Marker

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/licenser.md"
_PINNED = re.compile(r"^([a-zA-Z0-9._-]+)==([^\s;]+)(?: ; (.*?))?(?: \\)?$", re.MULTILINE)
_DATA = """
## Data that others made

| File | Of | Licence |
|---|---|---|
| `macros/guard/given_names.txt`, its second part | Faker 40.63.0, given names | MIT; the notice stands in the file |
"""
_BEGINNING = """\
# Licences of what the program needs to run

Every package of `requirements.lock`, as the package tells it. `tests/docs/test_supply.py` holds the table against what is
installed, and refuses a licence that asks more of whoever only runs a site (AGPL). `make sbom` writes the list for machines
(CycloneDX), and `make audit` asks for known faults in the packages; it fails too when nobody answers.

| Package | Version | Licence |
|---|---|---|
"""


def pinned() -> list[tuple[str, str, str]]:
    """Name, version and marker of every package that the program needs, in order."""
    return [
        (name, version, marker) for name, version, marker in _PINNED.findall((ROOT / "requirements.lock").read_text())
    ]


def licence(package: Distribution) -> str:
    """What the package says of its licence: the expression, else the short field, else its classifiers."""
    told = package.metadata
    if expression := told.get_all("License-Expression"):
        return str(expression[0])
    named = [one.rpartition(" :: ")[2] for one in told.get_all("Classifier") or () if one.startswith("License ::")]
    short = str((told.get_all("License") or [""])[0])
    return ", ".join(named) or (short if "\n" not in short else "")


def page() -> str:
    """The page as it should be on this machine."""
    rows = []
    for name, version, marker in pinned():
        try:
            told = licence(distribution(name))
        except PackageNotFoundError:
            if not marker or Marker(marker).evaluate():
                raise
            told = f"only where `{marker}`"
        rows.append(f"| {name} | {version} | {told} |\n")
    return _BEGINNING + "".join(rows) + _DATA
