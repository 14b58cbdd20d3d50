"""What is told afterwards of approved minutes: changes ("ändringar"), corrections ("rättelser"), withdrawn paragraphs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.pages.build import pages
from macros.pages.page import Page
from macros.record.reading import read
from tests.checks.case import CASES, SOUND, TODAY, release
from tests.checks.edits import apply
from tests.pages.html import Fragment

MINUTES = "testnamnden/2026-02-05/protokoll/"
EXTRACT = "testnamnden/2026-02-05/protokoll/6/"
ITEM = "testnamnden/2026-02-05/badhus/"
CASE = "arenden/testnamnden-tn-2026-5/"
NOTICE = "anslagstavla/testnamnden-2026-02-05-4-8/"

CHANGED = """\
meetings/testnamnden/2026-02-05/protokoll.md
-närvarande:
+ändringar:
+  - datum: 2026-02-20
+    ändring: rättad återgivning
+    paragrafer: 6
+    skäl: Webbplatsen sa fel dag.
+  - datum: 2026-02-21
+    ändring: rättad återgivning
+    skäl: David Ek saknades bland de närvarande.
+närvarande:

-    jäv:
+    rättelser:
+      - datum: 2026-02-23
+        text: Badhuset heter Lillsjöbadet.
+      - datum: 2026-02-24
+        text: Det gäller vuxna.
+        beslutad_i: 2026-02-05/8
+    jäv:
"""


def made(root: Path, edits: Path | str) -> dict[str, Page]:
    """The pages of the sound record after these changes."""
    shutil.copytree(SOUND, root, dirs_exist_ok=True)
    if isinstance(edits, str):
        (root / "byt.txt").write_text(edits, encoding="utf-8")
        edits = root / "byt.txt"
    apply(edits, root)
    return {page.address: page for page in pages(read(root)[0], TODAY)}


OF_PARAGRAPH = "Rättad återgivning 20 februari 2026: Webbplatsen sa fel dag."
OF_WHOLE = "Rättad återgivning 21 februari 2026: David Ek saknades bland de närvarande."
CORRECTIONS = [
    "Rättelse 23 februari 2026: Badhuset heter Lillsjöbadet.",
    "Rättelse 24 februari 2026: Det gäller vuxna. § 8, 5 februari 2026",
]


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (MINUTES, [OF_PARAGRAPH.replace("2026:", "2026, § 6:"), OF_WHOLE, OF_PARAGRAPH, *CORRECTIONS]),
        (EXTRACT, [OF_WHOLE, OF_PARAGRAPH, *CORRECTIONS]),
        (ITEM, [OF_PARAGRAPH, *CORRECTIONS]),
        (CASE, [OF_PARAGRAPH, *CORRECTIONS]),
    ],
)
def test_changes_and_corrections_stand_beside_what_was_approved(tmp_path: Path, address: str, told: list[str]) -> None:
    page = made(tmp_path, CHANGED)[address]
    said = [line for line in Fragment(page.html).lines if line.startswith(("Rättad", "Rättelse"))]
    assert said == told
    assert 'protokoll/#p8">§&nbsp;8, 5' in page.html
    assert "Nämnden öppnar badhuset varje dag." in Fragment(page.html).lines


def test_the_notice_tells_them_by_their_paragraph(tmp_path: Path) -> None:
    found = made(tmp_path, CHANGED)
    (notice,) = (
        page for address, page in found.items() if address.startswith("anslagstavla/") and "2026-02-05" in address
    )
    lines = Fragment(notice.html).lines
    first = lines.index("§ 6 Badhus")
    assert lines[first + 1 : first + 4] == [OF_PARAGRAPH, *CORRECTIONS]


def test_a_withdrawn_paragraph_says_when_why_and_how_to_ask(tmp_path: Path) -> None:
    found = made(tmp_path, CASES / "sekretess-paragraf/utan-fel-tillbakadragen/byt.txt")
    said = "Tillbakadragen 20 februari 2026: Paragrafen innehöll personuppgifter."
    for address in (MINUTES, EXTRACT):
        lines = Fragment(found[address].html).lines
        asked = lines[lines.index(said) + 1]
        assert asked.startswith("Du kan begära ut det som får lämnas ut. ")
        assert "§ 6" in asked
    assert said in Fragment(found[ITEM].html).lines
    assert "Protokollet finns inte i arkivet" not in Fragment(found[ITEM].html).lines
    assert said in Fragment(found[CASE].html).lines
    assert [address for address, page in found.items() if "badhuset varje dag" in page.html] == []


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (MINUTES, ["24", "23", "21", "20", "12"]),
        (EXTRACT, ["24", "23", "21", "20", "12"]),
        (ITEM, ["24", "23", "20"]),
        (CASE, ["24", "23", "20"]),
        ("testnamnden/2026-02-05/protokoll/5/", ["21", "12"]),
    ],
)
def test_the_past_of_a_page_lists_what_was_done_and_why(tmp_path: Path, address: str, told: list[str]) -> None:
    events = {
        "24": "24 februari 2026: rättelse § 6, Det gäller vuxna.",
        "23": "23 februari 2026: rättelse § 6, Badhuset heter Lillsjöbadet.",
        "21": "21 februari 2026: rättad återgivning, David Ek saknades bland de närvarande.",
        "20": "20 februari 2026: rättad återgivning § 6, Webbplatsen sa fel dag.",
        "12": "12 februari 2026: justerat §§ 4–8",
    }
    shutil.copytree(SOUND, tmp_path, dirs_exist_ok=True)
    release(tmp_path)
    lines = Fragment(made(tmp_path, CHANGED)[address].html).lines
    first = lines.index("Sidans historik")
    assert lines[first + 1 : first + 2 + len(told)] == ["Publicerad 1 mars 2026.", *(events[one] for one in told)]
