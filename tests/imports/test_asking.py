"""Offices asked for at a terminal: each name once, the answer kept for the body, and no name in what is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from build_scripts.__main__ import main
from build_scripts.imports.offices import HOME, Remembered
from tests.imports.documents import att_clauses, letterhead_in_header
from tests.imports.drawing import rows, saved
from tests.site.projects import TODAY, tiny

MEETING = "meetings/prov/2026-11-26"


class Terminal:
    """Somebody who sits there: answers in turn, and which questions they were given to."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.answers: Iterator[str] = iter(())
        self.asked: list[str] = []
        patch.setattr("build_scripts.new.asking.at_terminal", lambda: True)
        patch.setattr("builtins.input", self._answer)

    def _answer(self, question: str) -> str:
        self.asked.append(question)
        answer = next(self.answers, None)
        if answer is None:
            raise EOFError
        return answer


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    return Terminal(monkeypatch)


def _list(*delegates: str) -> bytes:
    document = Document()
    document.add_paragraph("Enhet: Jobbcenter. Månad: oktober 2026")
    table = [("Datum", "Punkt", "Beslut", "Delegat"), *(("2026-10-03", "E4", "Inköp", one) for one in delegates)]
    rows(document.add_table(len(table), 4), *table)
    return saved(document)


def _import(tmp_path: Path, contents: dict[str, bytes], *options: str) -> int:
    root = tmp_path / "projekt"
    if not root.exists():
        tiny(root)
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    words = [*(str(tmp_path / name) for name in contents), "--organ", "prov", "--sammanträde", "2026-11-26"]
    return main(["importera", *words, "--katalog", str(root), "--idag", TODAY, *options])


def _clauses(number: int) -> bytes:
    """The same report of another matter."""
    document = att_clauses()
    for paragraph in document.paragraphs:
        paragraph.text = paragraph.text.replace("PRO/2026:80", f"PRO/2026:{number}")
    return saved(document)


def _made(tmp_path: Path, name: str) -> str:
    (made,) = (tmp_path / "projekt" / MEETING).glob(name)
    return made.read_text(encoding="utf-8")


def test_each_name_once_with_the_documents_office_as_a_proposal(
    tmp_path: Path, terminal: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal.answers = iter(["", "nämndsekreteraren"])
    contents = {"a.docx": saved(letterhead_in_header()), "b.docx": _clauses(80), "c.docx": _clauses(81)}
    assert _import(tmp_path, contents) == 0
    assert terminal.asked == [
        "Anna Svensson: vilken befattning? [Verksamhetscontroller] ",
        "Maria Holm: vilken befattning? ",
    ]
    assert "handläggare: Verksamhetscontroller\n" in _made(tmp_path, "02-*.md")
    assert "Kontakta nämndsekreteraren om" in _made(tmp_path, "03-*.md")
    assert "Kontakta nämndsekreteraren om" in _made(tmp_path, "04-*.md")
    assert capsys.readouterr().out.startswith(
        "Namn på anställda blir befattningar. Skriv befattningen för varje namn som står nedan.\n"
        "Bara Enter tar det som står inom hakar; finns inga hakar hoppas namnet över.\n"
    )


def test_answer_holds_next_time_also_where_nobody_sits(
    tmp_path: Path, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.answers = iter(["utredaren"])
    _import(tmp_path, {"a.docx": saved(att_clauses())})
    monkeypatch.setattr("build_scripts.new.asking.at_terminal", lambda: False)
    _import(tmp_path, {"a.docx": _clauses(81)})
    assert terminal.asked == ["Maria Holm: vilken befattning? "]
    assert "Kontakta utredaren om" in _made(tmp_path, "03-*.md")


def test_passed_over_is_not_asked_again_in_the_same_run(tmp_path: Path, terminal: Terminal) -> None:
    terminal.answers = iter(["", ""])
    _import(tmp_path, {"a.docx": _clauses(80), "b.docx": _clauses(81)})
    assert terminal.asked == ["Maria Holm: vilken befattning? "]
    assert "Kontakta Maria Holm om" in _made(tmp_path, "03-*.md")


def test_name_is_no_answer(tmp_path: Path, terminal: Terminal, capsys: pytest.CaptureFixture[str]) -> None:
    terminal.answers = iter(["Anna Berg", "utredaren"])
    _import(tmp_path, {"a.docx": saved(att_clauses())})
    assert "Anna Berg ser ut som ett namn. Skriv en befattning, till exempel enhetschef.\n" in capsys.readouterr().out
    assert "Kontakta utredaren om" in _made(tmp_path, "02-*.md")


def test_names_of_a_list(tmp_path: Path, terminal: Terminal) -> None:
    terminal.answers = iter(["", "handläggare"])
    assert _import(tmp_path, {"a.docx": _list("Anna Svensson, enhetschef", "Bo Lindqvist", "Bo Lindqvist")}) == 0
    assert terminal.asked == [
        "Anna Svensson: vilken befattning? [enhetschef] ",
        "Bo Lindqvist: vilken befattning? ",
    ]
    made = (tmp_path / "projekt" / MEETING / "delegationsbeslut/2026-10-jobbcenter.md").read_text(encoding="utf-8")
    assert [line for line in made.splitlines() if "delegat:" in line] == [
        "    delegat: enhetschef",
        "    delegat: handläggare",
        "    delegat: handläggare",
    ]


def test_list_is_left_alone_when_nobody_answers(tmp_path: Path, terminal: Terminal) -> None:
    assert _import(tmp_path, {"a.docx": _list("Bo Lindqvist")}) == 1
    assert not (tmp_path / "projekt" / MEETING / "delegationsbeslut").exists()


def test_option_takes_the_place_of_an_earlier_answer(tmp_path: Path) -> None:
    for office in ("utredaren", "juristen"):
        _import(tmp_path, {"a.docx": saved(att_clauses())}, "--roll", f"Maria Holm={office}")
    assert Remembered(tmp_path / "projekt", "prov").office("maria  holm") == "juristen"
    assert Remembered(tmp_path / "projekt", "annan").office("Maria Holm") is None


def test_no_name_is_kept(tmp_path: Path) -> None:
    Remembered(tmp_path, "prov").keep("Maria Holm", "utredare")
    kept = (tmp_path / HOME / "prov.json").read_text(encoding="utf-8")
    assert list(json.loads(kept)["befattningar"].values()) == ["utredare"]
    assert "holm" not in kept.casefold()
    assert "maria" not in kept.casefold()


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff", b'{"salt": "", "befattningar": {}}', b'{"salt": "x", "befattningar": {"a": 1}}'],
    ids=["tom", "avhuggen", "lista", "teckenkod", "utan salt", "tal"],
)
def test_damaged_memory_is_begun_anew(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / HOME / "prov.json"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    assert Remembered(tmp_path, "prov").office("Maria Holm") is None
    Remembered(tmp_path, "prov").keep("Maria Holm", "utredare")
    assert Remembered(tmp_path, "prov").office("Maria Holm") == "utredare"
