"""`klubbat granska`: messages, places and exit codes, over sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.guard.sources import judge_sources
from macros.record.reading import read
from tests.guard.granska import ADDRESS, ITEM, LAST, MEETING, NUMBER, PLAN, REVIEW, Capture, guard, rules, write

ROOT = Path(__file__).parents[2]


def test_a_stop_says_where_and_what_to_do_and_never_the_number(project: Path, capsys: Capture) -> None:
    write(project, ITEM, f"Raden nedan har nummer {NUMBER} och {NUMBER.replace('-', ' ')}.")
    assert guard(project, ITEM) == 1
    out = capsys.readouterr().out
    assert LAST not in out
    assert out.startswith(
        f"{ITEM}:4:24: fel[personnummer]: Stopp: 850709-**** är ett personnummer eller samordningsnummer.\n"
        "  4 | Raden nedan har nummer 850709-**** och 850709 ****.\n"
        "    |                        ^^^^^^^^^^^\n"
        "  Gör så här: ta bort numret. Git glömmer inget: har texten redan skickats, säg till den som sköter arkivet.\n"
    )
    assert out.endswith("2 fel i 1 fil.\n")


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_no_form_of_the_answer_shows_a_number(form: str, project: Path, capsys: Capture) -> None:
    write(project, ITEM, f"Nummer {NUMBER} och provperson.klubbat@gmail.com.")
    (project / MEETING / f"bilagor/ansokan-{NUMBER}.txt").write_text(f"Ansökan {NUMBER}", encoding="utf-8")
    assert guard(project, "--format", form) == 1
    said = capsys.readouterr()
    assert LAST not in said.out + said.err
    assert "provperson.klubbat" not in said.out


def test_a_number_over_two_lines_shows_neither_part(project: Path, capsys: Capture) -> None:
    write(project, ITEM, f"Nummer 850709-\n{LAST} gäller.\n\nAnnat {LAST} nämns inte.")
    assert guard(project, ITEM) == 1
    assert LAST not in capsys.readouterr().out


def test_a_file_name_is_guarded_and_masked(project: Path, capsys: Capture) -> None:
    file = project / MEETING / f"bilagor/ansokan-{NUMBER}.txt"
    file.write_text("Ansökan", encoding="utf-8")
    assert guard(project, str(file)) == 1
    out = capsys.readouterr().out
    assert f"{MEETING}/bilagor/ansokan-850709-****.txt: fel[personnummer]: Stopp: 850709-**** är" in out
    assert "(filens namn)" in out


def test_the_header_is_guarded_too(project: Path, capsys: Capture) -> None:
    write(project, ITEM, "Text.", f"rubrik: Skolskjuts för {NUMBER}")
    assert (ITEM, "personnummer") in rules(project, capsys)


def test_what_is_official_in_organ_md_is_let_through(project: Path, capsys: Capture) -> None:
    text = "Ring 070-174 06 99 eller skriv till jour@exempelmyndigheten.example.org, Myndighetsvägen 3, 123 45 Exempelköping."
    write(project, ITEM, text)
    assert {rule for _, rule in rules(project, capsys, ITEM)} == {"mobilnummer", "okänd-e-post", "hemadress"}
    organ = project / "meetings/testnamnden/organ.md"
    own = (
        "officiella_uppgifter:\n  telefon: ['+46 70-174 06 99']\n  e-postdomäner: [exempelmyndigheten.example.org]\n"
        "  adresser: ['Myndighetsvägen 3, 123 45 Exempelköping']\n"
    )
    organ.write_text(organ.read_text(encoding="utf-8").replace("---\n", f"---\n{own}", 1), encoding="utf-8")
    assert rules(project, capsys, ITEM) == []


def test_a_private_name_is_asked_about_where_the_secretary_writes_only(project: Path, capsys: Capture) -> None:
    """An attachment is read whole by somebody; notes name who has read it, and the site's own pages name nobody else."""
    name = "Kommunen tackar Anna Exempelsson för blommorna."
    write(project, ITEM, name)
    letter = f"{MEETING}/bilagor/tack.txt"
    (project / letter).write_text(name, encoding="utf-8")
    page = "content/tack.md"
    (project / page).parent.mkdir(exist_ok=True)
    (project / page).write_text(name, encoding="utf-8")
    assert rules(project, capsys, ITEM, letter, page) == [(ITEM, "namn-på-enskild"), (letter, "inkommen-bilaga")]
    notes = f"{MEETING}/granskning.yml"
    assert guard(project, ITEM, "--godkänn", *REVIEW) == 0
    assert "Kim Exempel" in (project / notes).read_text("utf-8")
    assert rules(project, capsys, ITEM, notes) == []


def test_what_the_settings_say_on_every_page_is_judged_too(project: Path, capsys: Capture) -> None:
    """A review of it lies beside it, and an attachment may be called as they are."""
    settings, attachment = "mkdocs.yml", f"{MEETING}/bilagor/mkdocs.yml"
    (project / settings).write_text(f"extra:\n  sidfotstext: Ring 070-174 06 05. {ADDRESS}\n", encoding="utf-8")
    (project / attachment).write_text("site_name: Prov\n", encoding="utf-8")
    assert rules(project, capsys, attachment) == [(attachment, "oläst-bilaga")]
    assert [found for found in rules(project, capsys) if found[0] == settings] == [
        (settings, "mobilnummer"),
        (settings, "hemadress"),
    ]
    (project / settings).write_text(f"extra:\n  sidfotstext: {ADDRESS}\n", encoding="utf-8")
    assert guard(project, settings, "--godkänn", *REVIEW) == 0
    assert "fil: mkdocs.yml" in (project / "granskning.yml").read_text("utf-8")
    assert not any("/" not in path for path, _ in rules(project, capsys))


def test_what_is_masked_may_say_that_it_is_secret(project: Path, capsys: Capture) -> None:
    masked = f"{MEETING}/04-maskat-arende.md"
    write(project, masked, "", "publiceras: maskat\nskäl: sekretess\nlagrum: OSL 26 kap. 1 §")
    attachment = "bilagor:\n  - publiceras: maskat\n    skäl: sekretess\n    lagrum: OSL 26 kap. 1 §"
    write(project, f"{MEETING}/05-taxi.md", "Text.", f"rubrik: Taxi\n{attachment}")
    write(project, ITEM, "Sekretess enligt 26 kap. 1 § OSL")
    assert {path for path, rule in rules(project, capsys, MEETING) if rule == "sekretessmärke"} == {ITEM}


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
    assert guard(project, *words) == 2
    assert capsys.readouterr().err == said


def test_two_files_are_not_approved_at_once(project: Path, capsys: Capture) -> None:
    write(project, ITEM, ADDRESS)
    assert guard(project, MEETING, "--godkänn", *REVIEW) == 2
    assert capsys.readouterr().err == "klubbat granska: godkänn en fil i taget: den som godkänner har läst den.\n"


def test_the_shipped_record_passes() -> None:
    archive, _ = read(ROOT)
    assert judge_sources(ROOT, archive).findings == []
