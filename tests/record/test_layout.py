"""The record's files and folders: a name that the reader takes is one that the forms open, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.editor.stored import Unknown, stored
from macros.record.reading import read
from tests.checks.case import SOUND

OF_NAMES = {"okänd-fil", "mappnamn", "reserverat-namn"}
FOLDERS = ["2027-03-18", "2027-03-18-extra", "2027-03-18-extra-2", "2027-13-99"]
NO_FOLDERS = [
    *[
        "2027-03-18x",
        "2027-03-18-",
        "2027-03-18--x",
        "2027-03-18-Extra",
        "2027-3-18",
        "20270318",
        "27-03-18",
        "-2027-03-18",
        "2027-03-18_x",
    ],
    *["2027-03-18-å", "２０２７-03-18", "utkast", "bilagor"],
    "2027-03-18 extra",
]
BODIES = ["n", "ekero-ks", "kf2", "a-2"]
NO_BODIES = [
    *["ekero--ks", "ekero-ks-", "-ekero", "Ekero", "ekerö", "2n", "ekero_ks", "arenden", "sok", "404"],
    "ekero ks",
]
SLUGS = ["x", "a-b", "2027", "2027-03-18", "2027-03-utan-enhet", "1", "a-1"]
NO_SLUGS = [*["Å", "å", "a--b", "-a", "a-", "A", "a_b", "a.b", "٣"], "a b"]
ITEMS = ["01-x", "10-x", "001-x", "100-a-b", "01-2", "99-x"]
NO_ITEMS = [
    "1-x",
    "0001-x",
    "00-x",
    "000-x",
    "x",
    "01",
    "01-",
    "01--x",
    "01-X",
    "01-å",
    "-01-x",
    "01_x",
    "٠١-x",
    "01-x-",
    "kallelse-2",
]
YEARS = ["2027", "0000", "9999"]
NO_YEARS = ["27", "20270", "2027-1", "x", "٢٠٢٧"]

BODY = "meetings/n"
MEETING = f"{BODY}/2027-03-18"
NAMES = [
    *((f"meetings/{name}/organ.md", name in BODIES) for name in BODIES + NO_BODIES),
    *((f"{BODY}/{name}/kallelse.md", name in FOLDERS) for name in FOLDERS + NO_FOLDERS),
    *((f"{MEETING}/{name}.md", name in ITEMS) for name in ITEMS + NO_ITEMS),
    *((f"{BODY}/sammantradesordning/{name}.md", name in YEARS) for name in YEARS + NO_YEARS),
    *(
        (f"{folder}/{name}.md", name in SLUGS)
        for folder in (f"{BODY}/delegationsordning", f"{BODY}/anslag", f"{BODY}/arenden", f"{MEETING}/delegationsbeslut")
        for name in SLUGS + NO_SLUGS
    ),
    *((f"{BODY}/{name}", name == "ledamoter.md") for name in ("ledamoter.md", "ledamöter.md", "Ledamoter.md", "x.md")),
    *((f"{MEETING}/{name}", name == "protokoll.md") for name in ("protokoll.md", "protokoll.txt", "Protokoll.md")),
    *((f"{BODY}/{folder}/x.md", False) for folder in ("delegationsbeslut", "protokoll", "anslag/djup", "sammanträdesordning")),
    *((f"{MEETING}/{folder}/x.md", False) for folder in ("anslag", "arenden", "bilagor/djup", "delegationsbeslut/djup")),
    *((f"meetings/{name}", False) for name in ("organ.md", "x.md", "2027-03-18/kallelse.md")),
]  # fmt: skip


def _file(root: Path, path: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes((SOUND / "meetings/testnamnden/organ.md").read_bytes())


@pytest.mark.parametrize(("path", "expected"), NAMES)
def test_a_name_is_taken_by_the_reader_and_by_the_forms_alike(path: str, expected: bool, tmp_path: Path) -> None:
    for beside in (f"{BODY}/organ.md", f"{MEETING}/kallelse.md", path):
        _file(tmp_path, beside)
    told = {found.place.path for found in read(tmp_path)[1] if found.rule in OF_NAMES}
    assert any(f"{path}/".startswith(f"{place}/") for place in told) != expected
    try:
        stored(tmp_path, path)
    except Unknown:
        assert not expected
    else:
        assert expected
