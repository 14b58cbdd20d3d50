"""A button that does what a finding advises: it writes the value into its field, and the fault is then gone."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlencode

import pytest

from build_scripts.editor.editor import Candidate, Editor
from build_scripts.editor.form.beside_fields import told_at
from build_scripts.editor.form.file_as_form import opened, text_of
from build_scripts.editor.form.posting import Form
from build_scripts.editor.form.remedies import FILLED, carried_out, without_remark
from build_scripts.editor.form.windows import BODY
from build_scripts.editor.header.spans import NotEditable
from build_scripts.editor.pages.file_form import remedies
from build_scripts.editor.stored import Unknown, stored
from macros.finding import Finding
from macros.record.layout import kind_of
from tests.checks.case import CASES, EXPECTED, PREPARED, TODAY, lay_out, names, quick_first
from tests.editor.projects import ITEM, Visitor, git, project, visitor
from tests.editor.test_forms import sent

WITH_BUTTON = [
    name
    for name in names()
    if name not in PREPARED
    and re.search(r"Gör så här: (skriv|Menade du) ", (CASES / name / EXPECTED).read_text("utf-8"))
]


def pressed(editor: Editor, path: str, finding: Finding) -> Candidate | None:
    """What is found when the finding's button has been pressed; None where it has none."""
    file = opened(stored(editor.root, path))
    findings = told_at(file.fields, file.state, file.source.text, [finding])
    found = remedies(file, file.state, file.source.text, findings).get(finding)
    if found is None:
        return None
    form = sent(file.fields, file.state)
    form = Form({**form.values, BODY: file.body, "gor": found.button}, form.rows)
    form = carried_out(form)
    text = text_of(file, form.state(file.fields), form.written(BODY))
    text = without_remark(text, form.target) if form.button == FILLED else text
    assert text != file.source.text, f"{finding.message} {found.words}"
    return editor.candidate(path, text.encode())


@pytest.mark.parametrize("name", quick_first(WITH_BUTTON))
def test_the_fault_is_gone_when_its_button_has_been_pressed(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(name, tmp_path, monkeypatch)
    editor = Editor(tmp_path, lambda: TODAY)
    findings = editor.saved().findings
    before = [one.fault for one in findings]
    for finding in findings:
        path = finding.place.path
        if kind_of(path) is None:
            continue
        try:
            after = pressed(editor, path, finding)
        except (NotEditable, Unknown):
            continue
        left = [one.fault for one in (*after.here, *after.elsewhere)] if after else []
        assert left.count(finding.fault) < before.count(finding.fault), f"{finding.message} {finding.remedy}"


def test_an_item_that_is_read_is_taken_in_with_one_button(root: Path, user: Visitor) -> None:
    (root / ITEM).write_text(UNREAD, encoding="utf-8")
    page = user.edit()
    words, button = re.findall(r'value="(sätt [^"]+)">([^<]+)</button>', page.html)[0][::-1]
    assert words == "Jag har läst hela texten"
    page = page.press(button.replace("&amp;", "&"))
    assert (page.value("h.publiceras"), page.value("h.skäl")) == ("", "")
    assert "Kontrollerat: det här kan sparas" in page.text
    assert "oläst" in (root / ITEM).read_text("utf-8")


UNREAD = """\
---
rubrik: Cykelplan
slag: information
publiceras: nej
skäl: oläst
bilagor:
  - titel: Karta
    fil: karta.csv
---
Planen har två delar.
"""


def test_the_button_stands_at_the_field_and_saves_nothing(root: Path, user: Visitor) -> None:
    before = (root / ITEM).read_bytes()
    page = user.edit().press("kontrollera", h__diarienummer="PRO-2026/9")
    button = page.html.index(">Skriv PRO/2026:9</button>")
    assert page.html.rindex('<label for="', 0, button) == page.html.index('<label for="h.diarienummer">')
    page = page.press("sätt h.diarienummer=PRO%2F2026%3A9")
    assert page.value("h.diarienummer") == "PRO/2026:9"
    assert "PRO-2026/9" not in page.text
    assert (root / ITEM).read_bytes() == before


@pytest.mark.parametrize(("line", "column"), [("x", "0"), ("0", "²"), ("-1", "0"), ("0", "-1")])
def test_a_button_that_names_no_place_changes_nothing(line: str, column: str) -> None:
    button = f"byt {urlencode({'rad': line, 'kolumn': column, 'från': 'a', 'till': 'b'})}"
    assert carried_out(Form({BODY: "a", "gor": button}, {})).written(BODY) == "a"


BODY_FILE = "meetings/prov/organ.md"


def test_what_a_new_record_left_to_be_written_goes_when_the_writer_says_that_it_is_there(tmp_path: Path) -> None:
    """No field shows a remark, so it could be taken away in the file as text only; what is written is saved with it."""
    root = project(tmp_path)
    file = root / BODY_FILE
    before = file.read_text("utf-8")
    remark = "# FYLL I: det som nämnden har av enheter.\n# Alla nycklar finns i hjälpen.\n---\n"
    file.write_text(before.replace("\n---\n", f"\n{remark}", 1), encoding="utf-8")
    git(root, "commit", "--quiet", "--all", "--message=Ny nämnd")
    user = visitor(root)
    assert "Här är något kvar att skriva." in user.open("/fynd").text
    form = user.edit(BODY_FILE)
    told = re.search(r'form="formular" name="gor" value="([^"]+)">Det är ifyllt: spara<', form.html)
    assert told
    saved = form.press(told[1], BODY_FILE, h__enheter="Skolenheten")
    assert ("Sparat, och infört i historiken." in saved.text, "kvar att skriva" in saved.text) == (True, False)
    after = file.read_text("utf-8")
    assert "FYLL I" not in after
    assert "# Alla nycklar finns i hjälpen.\n" in after
    assert "- Skolenheten\n" in after
    assert git(root, "status", "--porcelain") == ""
    # A second window that still shows the remark does no harm with its button.
    again = form.press(told[1], BODY_FILE, h__enheter="Skolenheten")
    assert (again.answer.status_code, file.read_text("utf-8")) == (200, after)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("diarienummer: PRO/2026:7", "diarienummer: PRO/2026:7  # FYLL I: kolla numret"),
        ('titel: "Karta"', 'titel: "Karta FYLL I: mera"'),
    ],
)
def test_a_line_that_holds_more_than_the_remark_is_not_taken_away(old: str, new: str, tmp_path: Path) -> None:
    root = project(tmp_path)
    text = (root / ITEM).read_text("utf-8")
    assert old in text
    (root / ITEM).write_text(text.replace(old, new), encoding="utf-8")
    git(root, "commit", "--quiet", "--all", "--message=FYLL I")
    form = visitor(root).edit(ITEM)
    assert "kvar att skriva" in form.text
    assert "Det är ifyllt: spara" not in form.text
    form.press(f"ifyllt {new}", ITEM)
    assert new in (root / ITEM).read_text("utf-8")


def test_a_remark_that_is_indented_goes_as_any(tmp_path: Path) -> None:
    root = project(tmp_path)
    text = (root / ITEM).read_text("utf-8")
    (root / ITEM).write_text(text.replace("bilagor:\n", "bilagor:\n  # FYLL I: vad kartan heter\n"), encoding="utf-8")
    git(root, "commit", "--quiet", "--all", "--message=FYLL I")
    user = visitor(root)
    form = user.edit(ITEM)
    told = re.search(r'name="gor" value="([^"]+)">Det är ifyllt: spara<', form.html)
    assert told
    form.press(told[1], ITEM)
    assert "FYLL I" not in (root / ITEM).read_text("utf-8")
