"""`klubbat flytta`: items and paragraphs get other numbers with what names them, or nothing changes at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.__main__ import main
from tests.new.records import HOME, TODAY, files, made, sound

MAR, FEB = f"{HOME}/2026-03-12", f"{HOME}/2026-02-05"
MORE = {
    f"2026-03-12/{name}.md": f"---\nrubrik: {title}\n---\n"
    for name, title in (("02a-tider", "Tider"), ("02b-zoner", "Zoner"), ("03-bank", "Bänk"), ("04-bro", "Bro"))
}
NOTES = "granskat:\n  - fil: 04-bro.md\n    slag: hemadress\n    skäl: Påhittad gata i 04-bro.md.\n"


def flytta(root: Path, what: str, to: str, *more: str) -> int:
    return main(["flytta", f"testnamnden/{what}", "--till", to, *more, "--katalog", str(root), "--idag", TODAY])


def _names(root: Path) -> list[str]:
    return sorted(path.name for path in (root / MAR).glob("0*.md"))


FIRST = ["01-cykelplan.md", "02-skolskjuts.md", "02a-tider.md", "02b-zoner.md", "03-bank.md", "04-bro.md"]


@pytest.mark.parametrize(
    ("slug", "to", "names"),
    [
        ("bro", "1", "01-bro 02-cykelplan 03-skolskjuts 03a-tider 03b-zoner 04-bank"),
        ("skolskjuts", "3", "01-cykelplan 02-bank 03-skolskjuts 03a-tider 03b-zoner 04-bro"),
        ("cykelplan", "4", "01-skolskjuts 01a-tider 01b-zoner 02-bank 03-bro 04-cykelplan"),
        ("bank", "2a", "01-cykelplan 02-skolskjuts 02a-bank 02b-tider 02c-zoner 03-bro"),
        ("tider", "4", "01-cykelplan 02-skolskjuts 02a-zoner 03-bank 04-tider 05-bro"),
        ("zoner", "2a", "01-cykelplan 02-skolskjuts 02a-zoner 02b-tider 03-bank 04-bro"),
        ("bro", "3.1", "01-cykelplan 02-skolskjuts 02a-tider 02b-zoner 03-bank 03.1-bro"),
        ("bro", "4", "01-cykelplan 02-skolskjuts 02a-tider 02b-zoner 03-bank 04-bro"),
    ],
)
def test_an_item_gets_its_number_and_the_others_make_place(tmp_path: Path, slug: str, to: str, names: str) -> None:
    root = sound(tmp_path, MORE)
    texts = {path.name.partition("-")[2]: path.read_bytes() for path in (root / MAR).glob("0*.md")}
    assert flytta(root, f"2026-03-12/{slug}", to) == 0
    assert _names(root) == sorted(f"{name}.md" for name in names.split())
    assert {path.name.partition("-")[2]: path.read_bytes() for path in (root / MAR).glob("0*.md")} == texts
    assert [path.name for path in (root / HOME).iterdir() if path.name.startswith(".")] == []


def test_notes_of_a_review_follow_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = sound(tmp_path, MORE)
    (root / MAR / "granskning.yml").write_text(NOTES, encoding="utf-8")
    assert flytta(root, "2026-03-12/bro", "3") == 0
    assert capsys.readouterr().out == (
        "Ändrade\n  03-bank.md → 04-bank.md\n  04-bro.md → 03-bro.md\n  granskning.yml i samma mapp\n"
    )
    notes = (root / MAR / "granskning.yml").read_text(encoding="utf-8")
    assert notes == NOTES.replace("fil: 04-bro.md", "fil: 03-bro.md")


@pytest.mark.parametrize(
    ("what", "to", "message"),
    [
        ("2026-03-12/bro", "6", "numret 6 är för högt: listan slutar med 4."),
        ("2026-03-12/bro", "0", "--till 0: skriv ett nummer, till exempel 3, 7a eller 7.1."),
        ("2026-03-12/skolskjuts", "1a", "ärende 2 har underpunkter och kan inte själv bli en. Flytta dem först."),
        ("2026-03-12/brö", "1", 'sammanträdet har inget ärende "brö".'),
        ("2026-02-05/badhus", "1", "protokollet är justerat, helt eller delvis."),
        ("2026-02-05/§5", "6", "§§ 5–6 är justerat och byter aldrig nummer."),
        ("2026-02-05/§5", "9", "protokollet har ingen § 9; det har §§ 4–8."),
        ("2026-03-12/§5", "6", "sammanträdet har inget protokoll."),
        ("2026-03-12", "6", "skriv organ, sammanträde och ärende med snedstreck emellan"),
    ],
)
def test_what_cannot_be_moved_is_told_and_nothing_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], what: str, to: str, message: str
) -> None:
    root = sound(tmp_path, MORE)
    before = files(root)
    assert flytta(root, what, to) == 2
    assert message in capsys.readouterr().err
    assert files(root) == before


def test_shown_only_nothing_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = sound(tmp_path, MORE)
    before = files(root)
    assert flytta(root, "2026-03-12/bro", "3", "--visa") == 0
    assert capsys.readouterr().out == "Skulle ändra\n  03-bank.md → 04-bank.md\n  04-bro.md → 03-bro.md\n"
    assert files(root) == before


def test_a_stop_in_the_middle_leaves_the_folder_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = sound(tmp_path, MORE)

    def stop(one: Path, other: Path) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("build_scripts.site.exchange.exchange", stop)
    assert flytta(root, "2026-03-12/bro", "1") == 130
    assert _names(root) == FIRST
    monkeypatch.setattr("build_scripts.site.exchange.exchange", lambda one, other: False)
    assert flytta(root, "2026-03-12/bro", "1") == 0
    assert _names(root)[0] == "01-bro.md"
    assert [path.name for path in (root / HOME).iterdir() if path.name.startswith(".")] == []


APPROVED = "    justerat: 2026-02-12\n    anslag:\n      - anslaget: 2026-02-13\n"


def _unapproved(root: Path, *changes: tuple[str, str]) -> Path:
    """The minutes of February as they were before they were approved, with each first text in place of the second."""
    path = root / FEB / "protokoll.md"
    text = path.read_text(encoding="utf-8")
    for old, new in ((APPROVED, ""), *changes):
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_paragraph_moves_with_those_between_and_what_names_them(tmp_path: Path) -> None:
    root = sound(tmp_path)
    path = _unapproved(root)
    before = files(root)
    assert flytta(root, "2026-02-05/§8", "7") == 0
    assert set(made(root, before)) == {f"{FEB}/protokoll.md"}
    now = path.read_text(encoding="utf-8")
    assert now.index("nummer: 7\n    rubrik: Val av representant") < now.index("nummer: 8\n    ärende: maskat-arende")
    assert "redovisat_i: 2026-02-05/7" in now
    assert flytta(root, "2026-02-05/§6", "5") == 2


GUSTAV = "    - namn: Gustav Hed\n"


@pytest.mark.parametrize(
    ("there", "after"),
    [
        ("4-8", "4-8"),
        ("4-6", "4-6"),
        ("8", "7"),
        ("4-7", "4-6, 8"),
        ("4-6, 8", "4-7"),
        ("4-6, del av 7", "4-6, del av 8"),
        ("4-7, del av 8", "4-6, del av 7, 8"),
        ("6, del av 7-8", "6, del av 7-8"),
    ],
)
def test_who_was_there_follows_the_paragraphs(tmp_path: Path, there: str, after: str) -> None:
    root = sound(tmp_path)
    path = _unapproved(root, (GUSTAV, f"{GUSTAV}      paragrafer: {there}\n"))
    assert flytta(root, "2026-02-05/§8", "7") == 0
    assert f"{GUSTAV}      paragrafer: {after}\n" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("key", "number", "after"),
    [("under_paragraf", 7, 8), ("under_paragraf", 6, 6), ("efter_paragraf", 6, 6), ("efter_paragraf", 8, 8)],
)
def test_a_break_follows_what_it_broke_off_and_stays_where_nothing_moved_past_it(
    tmp_path: Path, key: str, number: int, after: int
) -> None:
    root = sound(tmp_path)
    path = _unapproved(
        root, ("närvarande:\n", f"ajourneringar:\n  - tid: 19:00-19:10\n    {key}: {number}\nnärvarande:\n")
    )
    assert flytta(root, "2026-02-05/§8", "7") == 0
    assert f"    {key}: {after}\n" in path.read_text(encoding="utf-8")


LINK = "Se [valet](/testnamnden/2026-02-05/protokoll/{}).\n"
PAUSE = "ajourneringar:\n  - tid: 19:00-19:10\n    efter_paragraf: 7\nnärvarande:\n"
ELSEWHERE = """---
närvarande:
  ordförande: Anna Ask
  ledamöter: [Anna Ask]
paragrafer:
  - nummer: 9
    rubrik: Val
    utfall: beslutat
    beslut: [Nämnden väljer.]
    uppdrag:
      - vad: Räkna.
        till: Chefen
        redovisat_i: 2026-02-05/8
justeringar:
  - paragrafer: 9
    justerare: Bo Berg
---
"""


@pytest.mark.parametrize(
    ("changes", "more", "message"),
    [
        (((GUSTAV, f"{GUSTAV}      från_paragraf: 8\n"),), {}, "Gustav Hed kom eller gick mellan §§ 7–8."),
        (
            (("närvarande:\n", PAUSE),),
            {},
            "sammanträdet ajournerades efter § 7, mellan §§ 7–8. Rätta ajourneringar först.",
        ),
        (
            (),
            {"2026-03-12/05-val.md": f"---\nrubrik: Val\n---\n{LINK.format('#p8')}"},
            f"{MAR}/05-val.md nämner någon av §§ 7–8.",
        ),
        (
            (),
            {"2026-03-12/05-val.md": f"---\nrubrik: Val\n---\n{LINK.format('7/')}"},
            f"{MAR}/05-val.md nämner någon av §§ 7–8.",
        ),
        ((), {"2026-03-12/protokoll.md": ELSEWHERE}, f"{MAR}/protokoll.md nämner någon av §§ 7–8."),
    ],
)
def test_what_rests_on_the_order_refuses_by_name(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    changes: tuple[tuple[str, str], ...],
    more: dict[str, str | None],
    message: str,
) -> None:
    root = sound(tmp_path, more)
    _unapproved(root, *changes)
    before = files(root)
    assert flytta(root, "2026-02-05/§8", "7") == 2
    assert message in capsys.readouterr().err
    assert files(root) == before


def test_a_link_to_another_paragraph_is_in_nobodys_way(tmp_path: Path) -> None:
    root = sound(tmp_path, {"2026-03-12/05-val.md": f"---\nrubrik: Val\n---\n{LINK.format('#p6')}"})
    _unapproved(root)
    assert flytta(root, "2026-02-05/§8", "7") == 0
