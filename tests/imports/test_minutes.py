"""Old minutes as PDF become the meeting's minutes, with every word in them, or told."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.imports.attendance import attendance_of
from macros.record.minutes import MinutesHeader
from macros.record.reading import read
from tests.imports.everything import words, words_of_pdf
from tests.imports.old_minutes import MEMBERS, MINUTES, imported


def test_minutes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, root = imported(tmp_path, MINUTES)
    told = capsys.readouterr()
    assert code == 0, told.err + told.out
    file = root / "meetings/prov/2026-11-19/protokoll.md"
    archive, findings = read(root)
    assert findings == []
    (meeting,) = [one for one in archive.meetings if one.id == "2026-11-19"]
    assert meeting.minutes is not None
    header = meeting.minutes.header
    assert (header.attendance.chair, header.secretary) == ("Alma Rönn", None)
    assert [one.name for one in header.attendance.members] == ["Alma Rönn", "Bo Ekman"]
    assert [(one.name, one.replaces) for one in header.attendance.serving] == [("Dan Asp", "Cia Lind")]
    assert [one.office for one in header.attendance.others] == ["förvaltningschef"]
    assert [(one.number, one.point, one.items, one.title, one.outcome.value) for one in header.paragraphs] == [
        (41, "Val av justerare", (), None, "beslutat"),
        (42, None, ("cykelplan",), None, "enligt förslag"),
        (43, None, ("simhallen",), None, "återremiss"),
        (44, None, (), "Information om budgeten", "noteras"),
    ]
    assert header.paragraphs[2].decision == ("Ärendet återremitteras.", "Förvaltningen räknar om kostnaden.")
    assert header.paragraphs[1].sent_to == ("Gatuenheten",)
    (approval,) = header.approvals
    assert (approval.approvers, approval.approved) == (("Bo Ekman",), None)
    text = file.read_text("utf-8")
    assert "# Ur protokollet: justerat: 2026-11-26, anslaget: 2026-11-27, nedtaget: 2026-12-19." in text
    assert "## § 44 Information om budgeten\n\nFörvaltningschefen berättar om läget." in text
    assert [(one.names, one.text) for one in header.paragraphs[1].yrkanden] == [(("Bo Ekman",), "Bifall.")]
    assert "läge: genomfört" in (root / "meetings/prov/2026-11-19/kallelse.md").read_text("utf-8")
    assert "Lindqvist" not in text + told.out
    lost = words_of_pdf((tmp_path / "protokoll.pdf").read_bytes()).keys() - set(words(text + told.out))
    assert lost <= {"karin", "lindqvist"}


def test_attendance_on_one_line_in_small_letters_and_without_lines_between() -> None:
    lines = [
        "Beslutande\tLedamöter Alma Rönn (s), ordförande, Bo Ekman (m), Dan Asp (s), tjg ers för Cia Lind (v)",
        "Övriga deltagande\tKarin Lindqvist, förvaltningschef § 42 Olle Berg, sekreterare Ann Ek (jurist) Bo Al VD",
        "Ersättare\tDan Asp (S)",
        "Justerare\tBo Ekman (m)",
        "Justerande\tBo Ekman (m)",
    ]
    found, approvers = attendance_of(lines)
    assert found == {
        "ordförande": "Alma Rönn",
        "ledamöter": [{"namn": "Alma Rönn"}, {"namn": "Bo Ekman"}],
        "tjänstgörande_ersättare": [{"namn": "Dan Asp", "för": "Cia Lind"}],
        "övriga": ["förvaltningschef", "sekreterare", "jurist"],
    }
    assert approvers == ["Bo Ekman"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (MINUTES.split("## § 41")[0], 'ingen rad börjar med "§"'),
        (MINUTES.replace(" (S)", "").replace(" (M)", ""), "säger inte under Beslutande eller Närvarande"),
    ],
)
def test_what_cannot_be_minutes_is_told(
    text: str, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, root = imported(tmp_path, text, "--som", "protokoll")
    assert code == 1
    assert why in " ".join(capsys.readouterr().out.split())
    assert not (root / "meetings/prov/2026-11-19/protokoll.md").exists()


@pytest.mark.parametrize(
    ("text", "outcome", "decision"),
    [
        ("### Nämnden beslutar\n1. Anta budgeten.", "beslutat", ("Anta budgeten.",)),
        ("### Nämnden beslutade\natt anta budgeten.", "beslutat", ("Nämnden beslutade att anta budgeten.",)),
        (
            "### Provnämnden beslutar att\n1. anta den.\n2. tacka.",
            "beslutat",
            ("Provnämnden beslutar att anta den.", "Provnämnden beslutar att tacka."),
        ),
        ("### Beslut i nämnden\nNämnden antar den.", "beslutat", ("Nämnden antar den.",)),
        ("### Beslut\nNämnden antar PRO/2026:9.", "beslutat", ("Nämnden antar PRO/2026:9.",)),
        (
            "### Beslut\nNämnden beslutar att inte återremittera ärendet.",
            "beslutat",
            ("Nämnden beslutar att inte återremittera ärendet.",),
        ),
        (
            "### Beslut\nNämnden avslår yrkandet att bordlägga ärendet.",
            "beslutat",
            ("Nämnden avslår yrkandet att bordlägga ärendet.",),
        ),
        ("### Beslut\nÄrendet återremitteras.", "återremiss", ("Ärendet återremitteras.",)),
        ("Nämnden lyssnar.", "noteras", ()),
    ],
)
def test_a_decision_is_what_the_minutes_say(text: str, outcome: str, decision: tuple[str, ...], tmp_path: Path) -> None:
    code, root = imported(tmp_path, MINUTES.replace("Förvaltningschefen berättar om läget.", text))
    assert code == 0
    archive, findings = read(root)
    assert findings == []
    (minutes,) = [one.minutes for one in archive.meetings if one.minutes]
    paragraph = minutes.header.paragraphs[3]
    assert (paragraph.outcome.value, paragraph.decision or ()) == (outcome, decision)
    assert (paragraph.title, paragraph.items) == ("Information om budgeten", ())
    assert "kan inte överklagas" not in (root / "meetings/prov/2026-11-19/protokoll.md").read_text("utf-8")


def test_secret_minutes_are_written_only_where_it_is_said_that_they_are_minutes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = MINUTES.replace(
        "Tiderna är från 2019.", "Enskilt individärende. Sökanden är född 20121212-1212 och söker vård enligt LVM."
    )
    code, root = imported(tmp_path / "a", secret)
    told = " ".join(capsys.readouterr().out.split())
    assert code == 1
    assert "importeras inte, för dokumentet ser ut att handla om en enskilds vård" in told
    assert "importera med --som protokoll" in told
    assert not (root / "meetings/prov/2026-11-19/protokoll.md").exists()
    code, root = imported(tmp_path / "b", secret, "--som", "protokoll")
    assert code == 0
    assert (root / "meetings/prov/2026-11-19/protokoll.md").exists()
    told = " ".join(capsys.readouterr().out.split())
    assert "Filen kan inte publiceras så här:" in told
    assert "20121212-1212" not in told


def _named(text: str) -> str:
    """The minutes, about what an employee does and sent to her group."""
    text = text.replace("Information om budgeten", "Information från Karin Lindqvist")
    return text.replace("Gatuenheten", "Karin Lindqvists arbetsgrupp")


def test_names_in_titles_and_receivers_become_offices(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, root = imported(tmp_path, _named(MINUTES), "--roll", "Karin Lindqvist=ekonomichef")
    assert code == 0
    text = (root / "meetings/prov/2026-11-19/protokoll.md").read_text("utf-8")
    assert "rubrik: Information från ekonomichef" in text
    assert "- ekonomichefs arbetsgrupp" in text
    assert "Lindqvist" not in text + capsys.readouterr().out


def test_a_name_that_stays_among_the_receivers_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _ = imported(tmp_path, MINUTES.replace("Gatuenheten", "Karin Lindqvists arbetsgrupp"))
    assert code == 0
    assert "K**** L********* nämns i texten och står kvar där." in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    "absent",
    [
        "Bo Ekman (M)\n## Frånvarande\nEva Ask (C)",
        "Bo Ekman (M)\n## Ej närvarande ledamöter\nEva Ask (C)",
        "Bo Ekman (M)\nFörhinder: Eva Ask (C)",
        "Eva Ask (C), ej närvarande\nBo Ekman (M)",
    ],
)
def test_who_was_absent_is_told_and_not_recorded(
    absent: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    members = MEMBERS.replace(
        "  - namn: Dan Asp",
        "  - namn: Eva Ask\n    parti: C\n    uppdrag:\n      - roll: ledamot\n        från: 2023-01-01\n  - namn: Dan Asp",
    )
    text = MINUTES.replace("Bo Ekman (M)\nDan Asp (S), tjänstgörande för Cia Lind", f"Cia Lind (V)\n{absent}")
    code, root = imported(tmp_path, text, **{"meetings/prov/ledamoter.md": members})
    told = capsys.readouterr().out
    assert code == 0, told
    assert "Eva Ask (C)" in told
    written = (root / "meetings/prov/2026-11-19/protokoll.md").read_text("utf-8")
    assert "Eva Ask" not in written
    assert "- namn: Bo Ekman" in written


@pytest.mark.parametrize(
    ("office", "chair", "is_told"),
    [
        (", ordf.", "Bo Ekman", False),
        (" ordförande", "Bo Ekman", False),
        (", 1:e vice ordf.", "Alma Rönn", True),
        (", 1:e v. ordf.", "Alma Rönn", True),
        ("", "Alma Rönn", True),
    ],
)
def test_a_chair_whom_the_minutes_do_not_say_is_remarked(
    office: str, chair: str, is_told: bool, tmp_path: Path
) -> None:
    text = MINUTES.replace("Alma Rönn (S), ordförande\nBo Ekman (M)", f"Alma Rönn (S)\nBo Ekman (M){office}")
    code, root = imported(tmp_path, text)
    assert code == 0
    written = (root / "meetings/prov/2026-11-19/protokoll.md").read_text("utf-8")
    assert f"ordförande: {chair}" in written
    assert ("# FYLL I: vem som var ordförande," in written) == is_told


def test_an_approver_other_than_the_chair_whom_the_minutes_do_not_say_is_remarked(tmp_path: Path) -> None:
    code, root = imported(
        tmp_path, MINUTES.replace("## Utses att justera\nBo Ekman (M)", "## Utses att justera\nAlma Rönn (S)")
    )
    assert code == 0
    written = (root / "meetings/prov/2026-11-19/protokoll.md").read_text("utf-8")
    assert "# FYLL I: vem som justerade," in written


def test_a_report_that_mentions_minutes_is_no_minutes(tmp_path: Path) -> None:
    report = (
        "# Val av plats\nTjänsteskrivelse\n## Förslag till beslut\nAnta.\n## Bakgrund\nSe protokollet\n§ 4 i lagen."
    )
    code, root = imported(tmp_path, report)
    assert code == 0
    assert (root / "meetings/prov/2026-11-19/03-val-av-plats.md").exists()


def _written(root: Path) -> MinutesHeader:
    archive, findings = read(root)
    assert findings == []
    (minutes,) = [one.minutes for one in archive.meetings if one.minutes]
    return minutes.header


def test_a_paragraph_that_begins_a_page_is_no_header(tmp_path: Path) -> None:
    """Those of one page each, as most minutes are printed: without their numbers the headers of all pages would be alike."""
    code, root = imported(tmp_path, MINUTES.replace("## § ", "----\n## § "))
    assert code == 0
    assert [(one.number, one.title or one.point or one.items[0]) for one in _written(root).paragraphs] == [
        (41, "Val av justerare"),
        (42, "cykelplan"),
        (43, "simhallen"),
        (44, "Information om budgeten"),
    ]


def test_a_title_below_its_number_and_a_proposal_to_another_body(tmp_path: Path) -> None:
    text = MINUTES.replace("§ 42 Cykelplan (PRO", "§ 42\nCykeltrafik (PRO")
    text = text.replace("### Beslut\nNämnden antar", "### Nämndens förslag till kommunfullmäktige\nNämnden antar")
    code, root = imported(tmp_path, text)
    assert code == 0
    paragraph = _written(root).paragraphs[1]
    assert (paragraph.items, paragraph.outcome.value) == (("cykelplan",), "enligt förslag")


def test_a_decision_other_than_the_items_proposal_is_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, root = imported(tmp_path, MINUTES.replace("Nämnden antar planen.", "Nämnden antar planen till 2030."))
    assert code == 0, capsys.readouterr().out
    paragraph = _written(root).paragraphs[1]
    assert (paragraph.outcome.value, paragraph.decision) == ("ändrat", ("Nämnden antar planen till 2030.",))


@pytest.mark.parametrize("said", ["att anta planen,", "Nämnden beslutar att anta planen.", "Anta planen"])
def test_the_proposal_in_the_form_of_a_clause_is_as_proposed(tmp_path: Path, said: str) -> None:
    _, root = imported(tmp_path, MINUTES.replace("Nämnden antar planen.", said))
    paragraph = _written(root).paragraphs[1]
    assert (paragraph.outcome.value, paragraph.decision) == ("enligt förslag", ())


def test_a_pause_is_no_decision(tmp_path: Path) -> None:
    pause = "Sammanträdet ajourneras kl. 14.30."
    wide = MINUTES.replace(
        "från 2019.", "från 2019, och så länge har de också gällt på alla vardagar utom midsommarafton."
    )
    said = "Bo Ekman justerar protokollet."
    code, root = imported(tmp_path, wide.replace(said, f"{said}\n{pause}"))
    assert code == 0
    assert _written(root).paragraphs[0].decision == ("Bo Ekman justerar protokollet.",)
    assert pause in (root / "meetings/prov/2026-11-19/protokoll.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("member", "substitute", "took_part"),
    [
        ("Cia Lind (V), §§ 41–42", "Dan Asp (S), tjänstgörande för Cia Lind, §§ 43 - 44", ["41–42", "43–44"]),
        ("Cia Lind (V), § 42", "Dan Asp (S), ersättare för Cia Lind, §§ 41, 43 och 44", ["42", "41, 43, 44"]),
        ("Cia Lind (V), §§ 41-44", "", [None]),
        ("Cia Lind (V), ej § 43", "", [None]),
        ("Cia Lind (V), §§ 41-44, utom § 43", "", [None]),
        ("Cia Lind (V), § 43 jäv", "", [None]),
        ("Cia Lind (V), från och med § 43", "", [None]),
    ],
)
def test_who_was_there_for_some_paragraphs(
    member: str, substitute: str, took_part: list[str | None], tmp_path: Path
) -> None:
    text = MINUTES.replace("Dan Asp (S), tjänstgörande för Cia Lind", f"{member}\n{substitute}".strip())
    code, root = imported(tmp_path, text)
    assert code == 0
    there = _written(root).attendance
    assert [one.paragraphs and str(one.paragraphs) for one in (*there.members[2:], *there.serving)] == took_part


def test_an_approver_is_known_without_a_party(tmp_path: Path) -> None:
    code, root = imported(
        tmp_path, MINUTES.replace("## Utses att justera\nBo Ekman (M)", "## Utses att justera\nBo Ekman")
    )
    assert code == 0
    assert "vem som justerade" not in (root / "meetings/prov/2026-11-19/protokoll.md").read_text("utf-8")
