"""`klubbat granska`: messages, places, reviews and exit codes, over sources and over a finished site."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from build_scripts.guard.sources import judge_sources
from macros.finding import has_errors
from macros.judging import judge as judge_record
from macros.record.reading import read
from tests.checks.case import SOUND, TODAY
from tests.guard import documents as made
from tests.guard.labelled import check_digit

ROOT = Path(__file__).parents[2]
MEETING = "meetings/testnamnden/2026-03-12"
ITEM = f"{MEETING}/02-skolskjuts.md"
PLAN = f"{MEETING}/bilagor/plan.pdf"
LAST = f"980{check_digit('850709980')}"
NUMBER = f"850709-{LAST}"
REVIEW = ["--av", "Kim Exempel", "--skäl", "Genomläst; bara skolans uppgifter.", "--idag", "2026-03-02"]

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sound record with one attachment, which nobody has reviewed."""
    shutil.copytree(SOUND, tmp_path, dirs_exist_ok=True)
    (tmp_path / PLAN).write_bytes(made.pdf(("Plan",)))
    return tmp_path


def _write(project: Path, path: str, body: str, header: str = "rubrik: Skolskjuts") -> None:
    (project / path).write_text(f"---\n{header}\n---\n{body}\n", encoding="utf-8")


def _guard(project: Path, *words: str) -> int:
    return main(["granska", "--katalog", str(project), *words])


def _rules(project: Path, capsys: Capture, *words: str) -> list[tuple[str, str]]:
    capsys.readouterr()
    _guard(project, "--format", "json", *words)
    return [(finding["fil"], finding["regel"]) for finding in json.loads(capsys.readouterr().out)]


def test_a_stop_says_where_and_what_to_do_and_never_the_number(project: Path, capsys: Capture) -> None:
    _write(project, ITEM, f"Eleven Anna har nummer {NUMBER} och {NUMBER.replace('-', ' ')}.")
    assert _guard(project, ITEM) == 1
    out = capsys.readouterr().out
    assert LAST not in out
    assert out.startswith(
        f"{ITEM}:4:24: fel[personnummer]: Stopp: 850709-**** är ett personnummer eller samordningsnummer.\n"
        "  4 | Eleven Anna har nummer 850709-**** och 850709 ****.\n"
        "    |                        ^^^^^^^^^^^\n"
        "  Gör så här: ta bort numret. Git glömmer inget: har texten redan skickats, säg till den som sköter arkivet.\n"
    )
    assert out.endswith("2 fel i 1 fil.\n")


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_no_form_of_the_answer_shows_a_number(form: str, project: Path, capsys: Capture) -> None:
    _write(project, ITEM, f"Nummer {NUMBER} och provperson.klubbat@gmail.com.")
    (project / MEETING / f"bilagor/ansokan-{NUMBER}.txt").write_text(f"Ansökan {NUMBER}", encoding="utf-8")
    assert _guard(project, "--format", form) == 1
    said = capsys.readouterr()
    assert LAST not in said.out + said.err
    assert "provperson.klubbat" not in said.out


def test_a_number_over_two_lines_shows_neither_part(project: Path, capsys: Capture) -> None:
    _write(project, ITEM, f"Nummer 850709-\n{LAST} gäller.\n\nAnnat {LAST} nämns inte.")
    assert _guard(project, ITEM) == 1
    assert LAST not in capsys.readouterr().out


def test_a_file_name_is_guarded_and_masked(project: Path, capsys: Capture) -> None:
    file = project / MEETING / f"bilagor/ansokan-{NUMBER}.txt"
    file.write_text("Ansökan", encoding="utf-8")
    assert _guard(project, str(file)) == 1
    out = capsys.readouterr().out
    assert f"{MEETING}/bilagor/ansokan-850709-****.txt: fel[personnummer]: Stopp: 850709-**** är" in out
    assert "(filens namn)" in out


def test_the_header_is_guarded_too(project: Path, capsys: Capture) -> None:
    _write(project, ITEM, "Text.", f"rubrik: Skolskjuts för {NUMBER}")
    assert (ITEM, "personnummer") in _rules(project, capsys)


def test_an_attachment_asks_once_and_a_review_answers(project: Path, capsys: Capture) -> None:
    assert _guard(project) == 1
    assert capsys.readouterr().out.startswith(
        f"{PLAN}: fel[inkommen-bilaga]: Granska: Ingen har granskat bilagan.\n"
        "  Gör så här: läs hela bilagan: namn, adresser, hälsa och underskrifter hos enskilda. Får det stå kvar: "
        f'klubbat granska {PLAN} --godkänn --av "Ditt namn" --skäl "Varför".\n\n1 fel i '
    )
    assert _guard(project, PLAN, "--godkänn", *REVIEW) == 0
    assert capsys.readouterr().err == f"Granskningen är införd i {MEETING}/bilagor/granskning.yml.\n"
    written = (project / MEETING / "bilagor/granskning.yml").read_text(encoding="utf-8")
    assert written.startswith("granskat:\n  - fil: plan.pdf\n    slag: inkommen-bilaga\n    plats: hela filen\n")
    assert written.endswith(
        "    av: Kim Exempel\n    datum: 2026-03-02\n    skäl: Genomläst; bara skolans uppgifter.\n"
    )
    assert _guard(project) == 0


def test_the_record_and_its_checks_take_no_notice_of_the_notes(project: Path) -> None:
    _guard(project, PLAN, "--godkänn", *REVIEW)
    archive, findings = read(project)
    assert not has_errors(judge_record(archive, findings, TODAY))


def test_a_changed_attachment_asks_again_and_the_old_note_is_told(project: Path, capsys: Capture) -> None:
    _guard(project, PLAN, "--godkänn", *REVIEW)
    (project / PLAN).write_bytes(made.pdf(("En annan plan",)))
    assert _rules(project, capsys) == [
        (f"{MEETING}/bilagor/granskning.yml", "granskning-inaktuell"),
        (PLAN, "inkommen-bilaga"),
    ]


ADDRESS = "Samråd hölls hos den som är bosatt på Provgatan 4."


def test_a_changed_sentence_asks_again_but_a_moved_one_does_not(project: Path, capsys: Capture) -> None:
    _guard(project, PLAN, "--godkänn", *REVIEW)
    _write(project, ITEM, ADDRESS)
    assert _rules(project, capsys) == [(ITEM, "hemadress")]
    assert _guard(project, ITEM, "--godkann", *REVIEW) == 0
    _write(project, ITEM, f"En ny inledning.\n\n{ADDRESS.replace(' är ', chr(10) + 'är ')}\n\nOch ett slut.")
    assert _rules(project, capsys) == []
    _write(project, ITEM, ADDRESS.replace("Samråd", "Husrannsakan"))
    assert [rule for _, rule in _rules(project, capsys)] == ["hemadress", "granskning-inaktuell"]


def test_a_note_cannot_let_a_stop_through(project: Path, capsys: Capture) -> None:
    _write(project, ITEM, f"Nummer {NUMBER}.")
    assert _guard(project, ITEM, "--godkänn", *REVIEW) == 1
    row = "fil: 02-skolskjuts.md\n    slag: personnummer\n    plats: rad 4\n    kontrollsumma: abc"
    notes = f"granskat:\n  - {row}\n    av: Kim Exempel\n    datum: 2026-03-02\n    skäl: Bara ett prov.\n"
    (project / MEETING / "granskning.yml").write_text(notes, encoding="utf-8")
    capsys.readouterr()
    assert _guard(project, MEETING) == 1
    out = capsys.readouterr().out
    assert f"{MEETING}/granskning.yml:3:11: varning[granskning-inaktuell]: personnummer kan ingen godkänna.\n" in out
    assert f"{ITEM}:4:8: fel[personnummer]" in out


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        (
            "granskat:\n  - fil: plan.pdf\n    slagg: x\n",
            "granskning.yml:3:5: fel[okänd-nyckel]: Nyckeln slagg finns inte.",
        ),
        ("granskat:\n\t- fil: plan.pdf\n", "granskning.yml:2:1: fel[tabb]: Raden är indragen med en tabb."),
        ("godkänt: ja\n", "granskning.yml:1:1: fel[okänd-nyckel]: Nyckeln godkänt finns inte."),
    ],
)
def test_a_note_that_cannot_be_read_is_told_with_its_place(
    notes: str, said: str, project: Path, capsys: Capture
) -> None:
    (project / MEETING / "bilagor/granskning.yml").write_text(notes, encoding="utf-8")
    assert _guard(project) == 1
    assert said in capsys.readouterr().out
    assert _guard(project, PLAN, "--godkänn", *REVIEW) == 2
    assert (project / MEETING / "bilagor/granskning.yml").read_text(encoding="utf-8") == notes


def test_a_note_in_another_coding_is_told_and_never_written_over(project: Path, capsys: Capture) -> None:
    notes = "granskat:\n  - fil: plan.pdf\n    skäl: läst\n".encode("cp1252")
    file = project / MEETING / "bilagor/granskning.yml"
    file.write_bytes(notes)
    assert _rules(project, capsys) == [
        (f"{MEETING}/bilagor/granskning.yml", "teckenkodning"),
        (PLAN, "inkommen-bilaga"),
    ]
    assert _guard(project, PLAN, "--godkänn", *REVIEW) == 2
    assert capsys.readouterr().err.startswith(
        f"klubbat granska: {MEETING}/bilagor/granskning.yml går inte att lägga till i; rätta filen först"
    )
    assert file.read_bytes() == notes


def test_an_empty_note_says_nothing_and_may_be_written_in(project: Path) -> None:
    (project / MEETING / "bilagor/granskning.yml").write_text("\n", encoding="utf-8")
    assert _guard(project, PLAN, "--godkänn", *REVIEW) == 0
    assert _guard(project) == 0


def test_what_is_official_in_organ_md_is_let_through(project: Path, capsys: Capture) -> None:
    text = "Ring 070-174 06 99 eller skriv till jour@exempelmyndigheten.example.org, Myndighetsvägen 3, 123 45 Exempelköping."
    _write(project, ITEM, text)
    assert {rule for _, rule in _rules(project, capsys, ITEM)} == {"mobilnummer", "okänd-e-post", "hemadress"}
    organ = project / "meetings/testnamnden/organ.md"
    own = (
        "officiella_uppgifter:\n  telefon: ['+46 70-174 06 99']\n  e-postdomäner: [exempelmyndigheten.example.org]\n"
        "  adresser: ['Myndighetsvägen 3, 123 45 Exempelköping']\n"
    )
    organ.write_text(organ.read_text(encoding="utf-8").replace("---\n", f"---\n{own}", 1), encoding="utf-8")
    assert _rules(project, capsys, ITEM) == []


def test_a_masked_item_may_say_that_it_is_secret(project: Path, capsys: Capture) -> None:
    masked = f"{MEETING}/04-maskat-arende.md"
    _write(project, masked, "", "publiceras: maskat\nskäl: sekretess\nlagrum: OSL 26 kap. 1 §")
    _write(project, ITEM, "Sekretess enligt 26 kap. 1 § OSL")
    assert {path for path, rule in _rules(project, capsys, MEETING) if rule == "sekretessmärke"} == {ITEM}


def _site(project: Path) -> Path:
    site = project / "site"
    (site / "sida").mkdir(parents=True)
    return site


FRAGMENT = gzip.compress(b"pagefind_dcd" + json.dumps({"content": f"Elev {NUMBER} hos oss"}).encode())
LEAKS = {
    "sida/index.html": f"<p>Elev <b>850709</b>&#8211;{LAST} hos oss</p>".encode(),
    "sida/titel.html": f'<meta name="description" content="Elev {NUMBER}">'.encode(),
    "sida/data.html": f'<script type="application/ld+json">{{"a":"{NUMBER}"}}</script>'.encode(),
    "sida/lank.html": f'<a href="/sok/?q=850709%2B{LAST}">x</a>'.encode(),
    "data.json": json.dumps({"a": [{"b": f"850709\u2013{LAST}"}]}).encode(),
    "tal.json": json.dumps({"a": int(f"19850709{LAST}")}).encode(),
    "kalender.ics": f"SUMMARY:Elev 850709-{LAST[:2]}\r\n {LAST[2:]}\r\n".encode(),
    "flode.xml": f"<feed><title>{NUMBER}</title></feed>".encode(),
    "tabell.csv": f"a;{NUMBER}".encode(),
    "robots.txt": NUMBER.encode(),
    f"sida/{NUMBER}.txt": b"x",
    "pagefind/fragment/sv_1.pf_fragment": FRAGMENT,
    "utdrag.pdf": made.pdf((f"Elev {NUMBER}",)),
}


@pytest.mark.parametrize("name", LEAKS)
def test_whatever_way_it_takes_it_is_found_in_the_site(name: str, project: Path, capsys: Capture) -> None:
    _guard(project, PLAN, "--godkänn", *REVIEW)
    file = _site(project) / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(LEAKS[name])
    capsys.readouterr()
    assert _guard(project, "--webbplats", str(project / "site")) == 1
    out = capsys.readouterr().out
    assert "fel[personnummer]: Stopp: 850709" in out.replace("19850709", "850709")
    assert LAST not in out


def test_what_was_reviewed_in_the_source_may_stand_on_every_page(project: Path, capsys: Capture) -> None:
    _guard(project, PLAN, "--godkänn", *REVIEW)
    _write(project, ITEM, ADDRESS)
    site = _site(project)
    for name in ("index.html", "sida/index.html"):
        (site / name).write_text(f"<p>{ADDRESS}</p>", encoding="utf-8")
    shutil.copy(project / PLAN, site / "plan.pdf")
    assert _guard(project, ITEM, "--godkänn", *REVIEW) == 0
    assert _guard(project, "--webbplats", str(site)) == 0
    _write(project, ITEM, "Inget.")
    (project / MEETING / "granskning.yml").unlink()
    capsys.readouterr()
    assert _guard(project, "--webbplats", str(site)) == 1
    assert "kan vara någons hemadress. I 2 filer.\n  Gör så här: rätta källan" in capsys.readouterr().out


def test_scripts_and_the_themes_files_are_not_read(project: Path) -> None:
    _guard(project, PLAN, "--godkänn", *REVIEW)
    site = _site(project)
    (site / "a.js").write_text(f'x="{NUMBER}"', encoding="utf-8")
    (site / "index.html").write_text(f"<script>{NUMBER}</script><p>Hej</p>", encoding="utf-8")
    assert _guard(project, "--webbplats", str(site)) == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["finns-inte.md"], "klubbat granska: finns-inte.md finns inte i projektet.\n"),
        (["/etc/passwd"], "klubbat granska: /etc/passwd finns inte i projektet.\n"),
        (["--webbplats", "finns-inte"], "klubbat granska: finns-inte är ingen mapp.\n"),
        (
            ["--godkänn", *REVIEW],
            'klubbat granska: --godkänn behöver en fil, --av "Ditt namn" och --skäl "Varför det får stå kvar".\n',
        ),
        (
            [PLAN, "--godkänn"],
            'klubbat granska: --godkänn behöver en fil, --av "Ditt namn" och --skäl "Varför det får stå kvar".\n',
        ),
    ],
)
def test_wrong_use_is_told(words: list[str], said: str, project: Path, capsys: Capture) -> None:
    assert _guard(project, *words) == 2
    assert capsys.readouterr().err == said


def test_two_files_are_not_approved_at_once(project: Path, capsys: Capture) -> None:
    _write(project, ITEM, ADDRESS)
    assert _guard(project, MEETING, "--godkänn", *REVIEW) == 2
    assert capsys.readouterr().err == "klubbat granska: godkänn en fil i taget: den som godkänner har läst den.\n"


def test_the_shipped_record_passes() -> None:
    archive, _ = read(ROOT)
    assert judge_sources(ROOT, archive).findings == []
