"""Forms by task: few fields in view, the rest folded with a count, and a page that was not touched changes nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import groupby, islice
from pathlib import Path

import pytest
from hypothesis import settings

from build_scripts.editor.form.file_as_form import opened, other_body, text_of
from build_scripts.editor.form.grids import gathered
from build_scripts.editor.form.placing import MOST_VISIBLE
from build_scripts.editor.form.posting import Form
from build_scripts.editor.stored import stored
from macros.record.layout import kind_of
from tests.editor.projects import ITEM, SUMMONS, DeskPage, Visitor, visitor
from tests.editor.test_forms import FILES
from tests.site.projects import ROOT as PROJECT


class Visible(HTMLParser):
    """Counts the fields that stand open: a group of boxes, and a table of them, is one."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._closed: list[bool] = []
        self._groups: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "details":
            self._closed.append("open" not in given)
        elif tag in ("fieldset", "table"):
            self._groups.append(given.get("id") or "")
        elif self._is_field(tag, given) and not any(self._closed):
            is_box = given.get("type") in ("checkbox", "radio") or "table" in self._groups
            self.found.append(self._groups[-1] if is_box and self._groups else str(given.get("id")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "details":
            self._closed.pop()
        elif tag in ("fieldset", "table"):
            self._groups.pop()

    def _is_field(self, tag: str, given: dict[str, str | None]) -> bool:
        return tag in ("select", "textarea") or (tag == "input" and given.get("type") != "hidden")

    @classmethod
    def of(cls, page: DeskPage) -> list[str]:
        """The fields that a page shows."""
        counter = cls()
        counter.feed(page.html)
        return list(dict.fromkeys(counter.found))


@pytest.fixture(scope="module")
def reader() -> Visitor:
    """A browser that reads the shipped record, and sends nothing."""
    return visitor(PROJECT)


def sent(page: DeskPage) -> Form:
    """What a browser would send of the page as it came."""
    values: dict[str, str] = {}
    rows: dict[str, list[str]] = {}
    for name, value in page.fields:
        if name.endswith("[]"):
            rows.setdefault(name[:-2], []).append(value)
        elif name.endswith("|"):
            values[name[:-1]] = "\n".join(filter(None, [values.get(name[:-1], ""), value]))
        elif value or name not in values:
            values[name] = value
    return gathered(Form(values, rows))


def _kind(path: str) -> str:
    return str(kind_of(path))


EACH = (settings.default or settings()).max_examples // 33
"""The three largest files of each kind, sixty with `make fuzz`: a form is a tenth of a second, and `test_forms.py` has all."""

_BY_KIND = sorted(FILES, key=lambda path: (_kind(path), -(PROJECT / path).stat().st_size))
SHOWN = [path for _, paths in groupby(_BY_KIND, _kind) for path in islice(paths, EACH)]


@pytest.mark.slow
def test_no_form_of_the_shipped_record_shows_many_fields_or_changes_what_was_not_touched(reader: Visitor) -> None:
    for path in SHOWN:
        page = reader.edit(path)
        visible = Visible.of(page)
        assert 0 < len(visible) <= MOST_VISIBLE, (path, len(visible), visible)
        file, form = opened(stored(PROJECT, path)), sent(page)
        assert not other_body(file, form.written("text")), path
        assert text_of(file, form.state(file.fields), form.written("text")) == file.source.text, path


WITH_PARTS = [
    path for path in FILES if path.endswith("/protokoll.md") and "votering:" in (PROJECT / path).read_text("utf-8")
]


@pytest.mark.slow
def test_no_part_of_minutes_shows_many_fields_or_changes_what_was_not_touched(reader: Visitor) -> None:
    assert len(WITH_PARTS) > 3
    for path in WITH_PARTS:
        file = opened(stored(PROJECT, path))
        parts = re.findall(r'name="gor" value="del ([^"]+)"(?: aria-current="true")?>', reader.edit(path).html)
        for part in dict.fromkeys(parts):
            page = reader.open(f"/redigera?fil={path}&del={part}")
            assert f'name="del" value="{part}"' in page.html
            visible = Visible.of(page)
            assert len(visible) <= MOST_VISIBLE, (path, part, visible)
            form = sent(page)
            assert not other_body(file, form.written("text")), (path, part)
            assert text_of(file, form.state(file.fields), form.written("text")) == file.source.text, (path, part)


def test_the_folded_fields_are_counted_and_open_when_something_is_told_of_them(root: Path, user: Visitor) -> None:
    text = (root / ITEM).read_text("utf-8")
    (root / ITEM).write_text(text.replace("förslag_till", "handlingens_datum: 2026-11-02\nförslag_till"), "utf-8")
    page = user.edit()
    assert "Fler uppgifter (1 ifylld)" in page.text
    assert '<details class="r-fler" id="h-fler">' in page.html
    wrong = page.press("kontrollera", h__handlingens_datum="igår")
    assert '<details class="r-fler" id="h-fler" open>' in wrong.html
    assert (
        '<input type="text" class="r-kort" id="h.handlingens_datum" name="h.handlingens_datum" value="igår"'
        in wrong.html
    )


def test_no_path_and_no_slug_stands_in_a_form(user: Visitor) -> None:
    page = user.edit()
    assert ITEM not in page.text
    assert "Sammanträdet 26 november 2026" in page.text
    assert '<option value="karta.csv" selected>karta.csv</option>' in page.html


def test_a_day_is_a_date_field_with_weekday_and_holiday(user: Visitor) -> None:
    page = user.edit(SUMMONS)
    assert '<input type="date" class="r-kort" id="h.datum" name="h.datum" value="2026-11-26"' in page.html
    assert user.open("/dag?datum=2026-12-24").html == "torsdag 24 december 2026, julafton"
    assert user.open("/dag?datum=i+går").html == ""
    page = page.press("kontrollera", SUMMONS, h__datum="2026-12-25")
    assert "fredag 25 december 2026, juldagen" in page.text


def test_how_far_the_file_has_come_is_always_in_view(user: Visitor) -> None:
    assert "Sparat " in user.edit().text.split("Spara som utkast")[1]


def _open_rows(page: DeskPage) -> list[str]:
    return re.findall(r'<details class="r-rad[^"]*" id="([^"]+)" open>', page.html)


@pytest.mark.parametrize(
    ("field", "written", "told"),
    [
        ("datum", "igår", '<a href="#h.bilagor.13.datum">'),
        ("titel", "", '<a href="#h.bilagor.13-rad">'),
    ],
)
def test_a_folded_row_stands_open_when_something_is_told_in_it(
    field: str, written: str, told: str, root: Path, user: Visitor
) -> None:
    rows = "".join(f"  - titel: Bilaga {n}\n    datum: 2026-11-{n:02}\n" for n in range(1, 15))
    (root / ITEM).write_text(f"---\nrubrik: Cykelplan\nbilagor:\n{rows}---\n\nText.\n", "utf-8")
    page = user.edit()
    assert _open_rows(page) == []
    wrong = page.press("kontrollera", **{f"h__bilagor__13__{field}": written})
    assert told in wrong.html
    assert _open_rows(wrong) == ["h.bilagor.13-rad"]
    assert 'class="r-fynd r-fynd--fel"' in wrong.html.split('id="h.bilagor.13-rad"')[1]
