"""Forms made from the models: every shipped file opens, and a form that was not touched changes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from build_scripts.editor.form.beside_fields import View
from build_scripts.editor.form.fields import Choice, Group, Lines, Pairs, Rows, Shape, TextField, fields_of, keys_at
from build_scripts.editor.form.file_as_form import changes, opened, other_body, rebased, text_of
from build_scripts.editor.form.posting import Form
from build_scripts.editor.form.state import FormRow, FormState, by_name, of_tree
from build_scripts.editor.header.changes import HeaderChange, Insert, Put, Take, changed
from build_scripts.editor.header.spans import HeaderText
from build_scripts.editor.stored import Unknown, stored
from macros.finding import Place
from macros.record.body import BodyHeader
from macros.record.item import ItemHeader
from macros.record.layout import kind_of
from macros.record.minutes import MinutesHeader
from macros.record.summons import SummonsHeader
from tests.editor.projects import ITEM, project
from tests.site.projects import ROOT as PROJECT

FILES = sorted(
    path
    for file in (PROJECT / "meetings").rglob("*.md")
    if kind_of(path := file.relative_to(PROJECT).as_posix()) is not None
)


def sent(shape: Shape, state: FormState) -> Form:
    """The state as a browser sends it back."""
    values = {name: value.replace("\n", "\r\n") for name, value in by_name(shape, state)}
    rows: dict[str, list[str]] = {}
    for name in values:
        parts = name.split(".")
        for n, part in enumerate(parts):
            home = rows.setdefault(".".join(parts[:n]), []) if part.isdigit() else []
            home += [part] if part not in home else []
    return Form(values, rows)


def test_every_shipped_file_comes_back_from_its_form_byte_for_byte() -> None:
    assert len(FILES) > 100
    for path in FILES:
        file = opened(stored(PROJECT, path))
        state = sent(file.fields, file.state).state(file.fields)
        assert state == file.state, path
        assert not other_body(file, file.body.replace("\n", "\r\n"))
        assert file.stored.encoded(text_of(file, state, file.body)) == file.stored.content
        assert rebased(file.fields, state, file.tree) == state


SHAPES: dict[str, tuple[Any, tuple[str, ...], Shape]] = {
    "short text": (ItemHeader, ("diarienummer",), TextField("text på en rad")),
    "date": (SummonsHeader, ("datum",), TextField("datum, ÅÅÅÅ-MM-DD")),
    "long text": (MinutesHeader, ("paragrafer", "propositionsordning"), TextField("text", long=True)),
    "choice": (SummonsHeader, ("läge",), Choice(("planerat", "kallat", "genomfört", "inställt"))),
    "choice with a default": (SummonsHeader, ("slag",), Choice(("ordinarie", "extra", "konstituerande"), "ordinarie")),
    "yes or no": (ItemHeader, ("samlingsnummer",), Choice(("ja", "nej"), "nej")),
    "short texts": (MinutesHeader, ("paragrafer", "votering", "ja"), Lines()),
    "short texts or one": (BodyHeader, ("sammanträdesdag",), Lines()),
    "long texts": (ItemHeader, ("förslag_till_beslut",), Rows(TextField("text", long=True))),
    "names with values": (ItemHeader, ("förklaringar",), Pairs(TextField(""))),
}


@pytest.mark.parametrize(("model", "way", "shape"), SHAPES.values(), ids=SHAPES)
def test_the_model_says_what_a_field_is(model: Any, way: tuple[str, ...], shape: Shape) -> None:
    found: Shape = fields_of(model)
    for key in way:
        inner = found.of if isinstance(found, Rows) else found
        assert isinstance(inner, Group)
        field = inner.field(key)
        assert field is not None
        found = field.shape
    assert found == shape


def test_a_field_has_the_models_label_help_and_mark() -> None:
    field = fields_of(SummonsHeader).field("läge")
    assert field is not None
    assert (field.label, field.help, field.required) == ("Läge", "planerat, kallat, genomfört eller inställt.", True)


TREE: dict[str, Any] = {
    "rubrik": "A",
    "motionärer": ["Ett", "Två", "Tre"],
    "bilagor": [{"titel": "a"}, {"titel": "b", "fil": "b.pdf"}, {"titel": "c"}],
    "förklaringar": {"en": "för att", "två": "därför"},
    "okänd": "står kvar",
}


def row(origin: int | None, **values: str) -> FormRow:
    """A row of attachments."""
    fields = fields_of(ItemHeader).field("bilagor")
    assert fields is not None
    assert isinstance(fields.shape, Rows)
    assert isinstance(fields.shape.of, Group)
    return FormRow(origin, {one.key: values.get(one.key, "") for one in fields.shape.of.fields})


def pair(name: str, value: str) -> FormRow:
    """A row of explanations."""
    return FormRow(None, {"namn": name, "värde": value})


KEPT = [row(0, titel="a"), row(1, titel="b", fil="b.pdf"), row(2, titel="c")]
EDITS: dict[str, tuple[str, FormState, list[HeaderChange]]] = {
    "nothing": ("rubrik", "A", []),
    "another value": ("rubrik", "B", [Put(("rubrik",), "B")]),
    "emptied": ("rubrik", "", [Take(("rubrik",))]),
    "a new key": ("handläggare", "Jurist", [Put(("handläggare",), "Jurist")]),
    "a line changed": ("motionärer", "Ett\nZwei\nTre", [Put(("motionärer", 1), "Zwei")]),
    "a line more": ("motionärer", "Ett\nTvå\nTre\nFyra", [Insert(("motionärer", 3), "Fyra")]),
    "a line less": ("motionärer", "Två\nTre", [Take(("motionärer", 0))]),
    "a row less": ("bilagor", [KEPT[0], KEPT[2]], [Take(("bilagor", 1))]),
    "a row more": ("bilagor", [*KEPT, row(None, titel="d")], [Insert(("bilagor", 3), {"titel": "d"})]),
    "an empty row more": ("bilagor", [*KEPT, row(None)], []),
    "a row emptied": ("bilagor", [KEPT[0], row(1), KEPT[2]], [Take(("bilagor", 1))]),
    "a row changed": (
        "bilagor",
        [KEPT[0], row(1, titel="B"), KEPT[2]],
        [Put(("bilagor", 1, "titel"), "B"), Take(("bilagor", 1, "fil"))],
    ),
    "all rows others": (
        "bilagor",
        [row(None, titel="d")],
        [Insert(("bilagor", 3), {"titel": "d"}), *(Take(("bilagor", n)) for n in (2, 1, 0))],
    ),
    "no rows": ("bilagor", [], [Take(("bilagor",))]),
    "a name changed": (
        "förklaringar",
        [pair("en", "för att"), pair("tre", "därför")],
        [Put(("förklaringar", "tre"), "därför"), Take(("förklaringar", "två"))],
    ),
}


@pytest.mark.parametrize(("key", "value", "expected"), EDITS.values(), ids=EDITS)
def test_only_what_was_touched_is_changed(key: str, value: FormState, expected: list[HeaderChange]) -> None:
    fields = fields_of(ItemHeader)
    state = of_tree(fields, TREE)
    assert isinstance(state, dict)
    assert list(changes(fields, TREE, {**state, key: value})) == expected


@pytest.mark.parametrize(
    ("old", "written", "expected"),
    [
        ("taxor", "taxor", []),
        ("taxor", "avgifter", [Put(("ärende",), "avgifter")]),
        ("taxor", "taxor\navgifter", [Put(("ärende",), ["taxor", "avgifter"])]),
        (["taxor"], "taxor", []),
        (["taxor"], "avgifter", [Put(("ärende", 0), "avgifter")]),
    ],
)
def test_one_text_stays_one_and_a_list_a_list(old: Any, written: str, expected: list[HeaderChange]) -> None:
    assert list(changes(Lines(), old, written, ("ärende",))) == expected


def test_rows_find_theirs_again_in_a_file_that_another_window_changed() -> None:
    fields = fields_of(ItemHeader)
    state = of_tree(fields, TREE)
    assert isinstance(state, dict)
    other = {**TREE, "bilagor": [{"titel": "ny"}, *TREE["bilagor"]]}
    found = rebased(fields, state, other)
    assert isinstance(found, dict)
    rows = found["bilagor"]
    assert isinstance(rows, list)
    assert [row.origin for row in rows if isinstance(row, FormRow)] == [1, 2, 3]


FOREIGN = {
    "a parent": "meetings/prov/../../README.md",
    "an absolute path": "/etc/passwd",
    "a parent with the right shape": "meetings/prov/2026-11-26/../2026-11-26/kallelse.md",
    "another kind": "meetings/prov/granskning.yml",
    "an attachment": "meetings/prov/2026-11-26/bilagor/karta.csv",
    "a hidden file": "meetings/prov/2026-11-26/.hemlig.md",
    "one that is not there": "meetings/prov/2026-11-26/02-saknas.md",
    "outside the record": "content/index.md",
    "a NUL": "meetings/prov/2026-11-26/01-cykelplan.md\x00",
    "nothing": "",
    "a link": "meetings/prov/2026-11-26/03-lank.md",
    "a linked folder": "meetings/prov/2026-12-17/kallelse.md",
}


@pytest.mark.parametrize("path", FOREIGN.values(), ids=FOREIGN)
def test_no_other_file_is_opened(path: str, tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    (root / "meetings/prov/2026-11-26/03-lank.md").symlink_to(tmp_path / "hemlig.md")
    (tmp_path / "hemlig.md").write_text("hemlig", encoding="utf-8")
    (root / "meetings/prov/2026-12-17").symlink_to(root / "meetings/prov/2026-11-26")
    assert stored(root, ITEM).path == ITEM
    with pytest.raises(Unknown):
        stored(root, path)


CODINGS = {"LF": ("\n", b""), "CRLF": ("\r\n", b""), "a byte order mark": ("\r\n", b"\xef\xbb\xbf")}


@pytest.mark.parametrize(("ends", "mark"), CODINGS.values(), ids=CODINGS)
def test_a_file_keeps_its_coding(ends: str, mark: bytes, tmp_path: Path) -> None:
    root = project(tmp_path)
    before = mark + (root / ITEM).read_bytes().replace(b"\n", ends.encode())
    (root / ITEM).write_bytes(before)
    file = opened(stored(root, ITEM))
    text = changed(file.source.text, [Put(("rubrik",), "Gångplan")], lambda keys: ())
    assert file.stored.encoded(text) == before.replace(b"'Cykelplan'", "'Gångplan'".encode())


def test_the_row_that_is_worked_in_stands_open() -> None:
    rows = fields_of(ItemHeader).field("bilagor")
    assert rows is not None
    assert isinstance(rows.shape, Rows)
    state = [row(n, titel=str(n)) for n in range(12)]
    for focus, told, opened_rows in (
        ("", [], []),
        ("h.bilagor.1 upp", [], [1]),
        ("h.bilagor.1.inre.n0", [], [1]),
        ("h.bilagor", [], []),
        ("", [(Place("x").error("r", "M.", "gör."), "h.bilagor.11.fil")], [11]),
        ("", [(Place("x").error("r", "M.", "gör."), "h.bilagor.1-rad")], [1]),
    ):
        shown = View(told, focus=focus).rows(rows.shape, state, "h.bilagor")
        assert [n for n, one in enumerate(shown) if one.is_open] == opened_rows


PLAIN = """---
närvarande:
  ordförande: Alma Ek
  ledamöter:
    - Alma Ek
    - namn: Bo Al
      från: 18:30
paragrafer:
  - nummer: 1
    rubrik: Val
    utfall: beslutat
    beslut:
      - Nämnden väljer.
    jäv: [Bo Al]
    reservationer:
      - av: Alma Ek
justeringar:
  - paragrafer: 1
    justerare: Bo Al
---
"""


def _plain(state: FormState, *way: str | int) -> Any:
    found: Any = state
    for key in way:
        found = found[key].value if isinstance(key, int) else found[key]
    return found


def test_one_value_that_stands_for_a_list_or_a_row_is_shown_and_kept_as_it_is_written() -> None:
    fields = fields_of(MinutesHeader)
    tree: Any = HeaderText.of(PLAIN).root.plain()
    state = of_tree(fields, tree)
    assert _plain(state, "närvarande", "ledamöter", 0, "namn") == "Alma Ek"
    assert _plain(state, "paragrafer", 0, "reservationer", 0, "av") == "Alma Ek"
    assert _plain(state, "paragrafer", 0, "jäv", 0, "namn") == "Bo Al"
    assert _plain(state, "justeringar", 0, "justerare") == "Bo Al"
    assert list(changes(fields, tree, state)) == []
    _plain(state, "närvarande", "ledamöter", 0)["till"] = "19:00"
    _plain(state, "justeringar", 0)["justerare"] = "Bo Al\nCia Rönn"
    assert list(changes(fields, tree, state)) == [
        Put(("närvarande", "ledamöter", 0), {"namn": "Alma Ek", "till": "19:00"}),
        Put(("justeringar", 0, "justerare"), ["Bo Al", "Cia Rönn"]),
    ]


def test_what_is_put_in_place_of_one_value_reads_back() -> None:
    way: tuple[str | int, ...] = ("närvarande", "ledamöter", 0)
    found: list[HeaderChange] = [Put(way, {"namn": "Alma Ek", "till": "19:00"})]
    text = changed(PLAIN, found, lambda keys: keys_at(fields_of(MinutesHeader), keys))
    assert "  ledamöter:\n    - namn: Alma Ek\n      till: 19:00\n    - namn: Bo Al\n" in text
