"""Faults of `mkdocs.yml` and of links between hand-written pages: place, what and remedy in Swedish, and nothing built."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.__main__ import main
from build_scripts.mkdocs_adapter.settings_rules import settings_findings
from macros.record.archive import Archive
from macros.record.reading import read
from tests.site.projects import ROOT, TODAY, tiny, write


def refused(root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What a build that MkDocs refuses says of why."""
    assert main(["bygg", "--katalog", str(root), "--idag", TODAY, "--utan-sok", "--tyst"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("Bygget misslyckades:\n")
    assert said.endswith(f"Inget byttes: {root / 'site'} är som förut.\n")
    assert not (root / "site").exists()
    return said.partition("\n")[2].rpartition("Inget byttes")[0]


def shown(place: str, message: str, line: str, marks: str, remedy: str) -> str:
    """The finding as it is printed; `marks` stands under the line."""
    number = place.split(":")[1]
    lead = f"{place}: fel[inställningar]: {message}\n  {number} | {line}\n  {' ' * len(number)} | {marks}\n"
    return f"{lead}  Gör så här: {remedy}\n"


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("licens: CC0", "mkdocs.yml:14:11"),
        ("licens: 'https:/x'", "mkdocs.yml:14:11"),
        ("licens: https://creativecommons.org/publicdomain/zero/1.0/", None),
        ("licens:", None),
        ("utgivare: Provköping", None),
    ],
)
def test_a_licence_is_the_address_of_one(said: str, place: str | None, tmp_path: Path) -> None:
    root = tiny(tmp_path)
    settings = (root / "mkdocs.yml").read_text("utf-8")
    write(root, "mkdocs.yml", f"{settings}  {said}\n")
    found = [(str(one.place), one.rule) for one in settings_findings(root, Archive())]
    assert found == ([(place, "licens")] if place else [])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "sidfotstext: Ett prov.",
            'sidfotstext: "Ett prov.',
            shown(
                "mkdocs.yml:13:16",
                "Ett citattecken öppnas men stängs aldrig.",
                '  sidfotstext: "Ett prov.',
                "               ^",
                "sätt ett citattecken till i slutet av värdet.",
            ),
        ),
        (
            "strict: true",
            " strict: true",
            shown(
                "mkdocs.yml:4:2",
                "Raden är längre indragen än den före, som redan har sitt värde, och läses som en fortsättning på det.",
                " strict: true",
                " ^^^^^^",
                "börja raden längst till vänster: strict: true",
            ),
        ),
        (
            "site_name: Provet\n",
            "",
            "mkdocs.yml: fel[inställningar]: site_name saknas.\n  Gör så här: skriv site_name: med ett värde.\n",
        ),
        (
            "strict: true",
            "strict: true\nsite_author: [Prov]",
            shown(
                "mkdocs.yml:5:1",
                "site_author går inte att använda så.",
                "site_author: [Prov]",
                "^^^^^^^^^^^",
                "rätta raden. MkDocs säger: Expected type: <class 'str'> but received: <class 'list'>",
            ),
        ),
    ],
)
def test_a_fault_in_the_settings_is_told(
    old: str, new: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tiny(tmp_path)
    settings = (root / "mkdocs.yml").read_text("utf-8")
    write(root, "mkdocs.yml", settings.replace(old, new))
    assert refused(root, capsys) == said


MAY_NOT_STAND = [
    ("strict: true", "strikt: true", "4:1", "strikt är ingen inställning som webbplatsen har.", "skriv strict."),
    (
        "strict: true",
        "INHERIT: ../annan.yml",
        "4:1",
        "INHERIT är ingen inställning som webbplatsen har.",
        "ta bort raden.",
    ),
    ("language: sv", "langugae: sv", "5:", "langugae är ingen inställning som webbplatsen har.", "skriv language."),
    (
        "sidfotstext:",
        "sidfottext:",
        "13:3",
        "sidfottext är ingen inställning som webbplatsen har.",
        "skriv sidfotstext.",
    ),
    ("name: material", "name: materiel", "5:15", "Webbplatsen har inte temat materiel.", "skriv name: material."),
    (
        "docs_dir: content",
        "docs_dir: .",
        "3:11",
        "Alla filer i . skulle läggas ut som de är.",
        "skriv docs_dir: content.",
    ),
    (
        "plugins: []",
        "plugins: [{search: {lang: sv}}]",
        "7:12",
        "Insticksprogrammet search hör inte till webbplatsen.",
        "skriv plugins: [] utan något i.",
    ),
    (
        "plugins: []",
        "markdown_extensions: [tables, {pymdownx.snippets: {base_path: /}}]",
        "7:32",
        "Tillägget pymdownx.snippets hör inte till webbplatsen.",
        "ta bort raden, eller välj bland abbr, admonition",
    ),
    (
        "plugins: []",
        "plugins: []\nhooks: [min.py]",
        "8:9",
        "min.py är kod som inte hör till programmet.",
        "skriv bara build_scripts/site/hook.py.",
    ),
    (
        "plugins: []",
        "plugins: []\ntheme: {custom_dir: /tmp/mallar}",
        "8:21",
        "Mallarna hör inte till programmet.",
        "skriv custom_dir: site_overrides.",
    ),
    (
        "Ett prov.",
        '!!python/object/apply:os.system ["touch KÖRD"]',
        "13:16",
        "Taggen kan köra program när filen läses.",
        "ta bort taggen och skriv värdet.",
    ),
    ("strict: true", "strict: false", "4:9", "Webbplatsen byggs bara med strict: true.", "skriv strict: true."),
    ("strict: true", "strict: true\nsite_dir: meetings", "5:11", "Webbplatsen byggs bara med site_dir: site.", "skriv"),
    ("language: sv", "language: en", "5:", "Webbplatsen byggs bara med language: sv.", "skriv language: sv."),
    ("language: sv", "language: sv, font: {text: Roboto}", "5:", "Webbplatsen byggs bara med font: false.", "skriv"),
    ("language: sv", "language: sv, logo: //example.com/a.png", "5:", "Filen hämtas från en annan plats", "lägg filen"),
    ("strict: true", "extra_css: [../../hemlig.css]", "4:13", "Filen hämtas från en annan plats", "lägg filen"),
    (
        "  sidfotstext: Ett prov.",
        "  sidfotstext: 'Obs: ett prov.'\n  meny: [{namn: Prov, adress: ' JavaScript:alert(1)'}]",
        "14:31",
        "En länk kan inte leda till JavaScript:",
        "skriv en adress",
    ),
    ("strict: true", "nav: [X: 'data:text/html,x']", "4:", "En länk kan inte leda till data:", "skriv en adress"),
    ("strict: true", "site_url: file:///etc/", "4:11", "En webbplats kan inte ha den adressen.", "skriv https://"),
    ("strict: true", "site_url: [a]", "4:11", "En webbplats kan inte ha den adressen.", "skriv https://"),
    ("strict: true", "site_url: https://u:p@example.se/", "4:11", "En webbplats kan inte ha", "skriv https://"),
    ("Ett prov.", "!ENV [HOME]", "13:16", "Taggen kan köra", "ta bort taggen och skriv värdet."),
]


@pytest.mark.parametrize(
    ("old", "new", "place", "message", "remedy"), MAY_NOT_STAND, ids=[row[1] for row in MAY_NOT_STAND]
)
def test_what_may_not_stand_is_told_before_mkdocs_reads_the_file(
    old: str, new: str, place: str, message: str, remedy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tiny(tmp_path)
    write(root, "mkdocs.yml", (root / "mkdocs.yml").read_text("utf-8").replace(old, new))
    monkeypatch.chdir(root)
    (found,) = settings_findings(root, Archive())
    assert str(found.place).startswith(f"mkdocs.yml:{place}")
    assert found.message.startswith(message)
    assert found.remedy is not None
    assert found.remedy.startswith(remedy)
    assert main(["kontrollera", "--idag", TODAY]) == 1
    assert main(["bygg", "--idag", TODAY, "--utan-sok", "--tyst"]) == 1
    assert not (root / "site").exists()
    assert not (root / "KÖRD").exists()


def test_the_shipped_settings_hold_nothing_else(tmp_path: Path) -> None:
    assert [*settings_findings(ROOT, read(ROOT)[0])] == []
    assert [*settings_findings(tiny(tmp_path), Archive())] == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"- a\n", "Filen innehåller inga inställningar."),
        (b"", "Filen innehåller inga inställningar."),
        (b"site_name: K\xf6ping\n", "Filen är inte sparad som UTF-8."),
    ],
)
def test_a_file_that_holds_no_settings_is_told(
    content: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tiny(tmp_path)
    (root / "mkdocs.yml").write_bytes(content)
    assert refused(root, capsys).startswith(f"mkdocs.yml: fel[inställningar]: {said}\n")


def test_pages_outside_the_menu_and_links_that_lead_nowhere_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = "# Hej\n\n[a](borta.md), [b](sok.md#ingen) och [c](/avux/)\n"
    root = tiny(tmp_path, {"content/hej.md": page})
    settings = (root / "mkdocs.yml").read_text("utf-8")
    write(root, "mkdocs.yml", f"{settings}validation: {{omitted_files: warn, absolute_links: warn, anchors: warn}}\n")
    assert [line for line in refused(root, capsys).split("\n") if "fel[" in line] == [
        "mkdocs.yml:6:1: fel[inställningar]: hej.md står inte i menyn.",
        "content/hej.md:3:5: fel[trasig-länk]: Länken borta.md leder till något som inte finns.",
        "content/hej.md:3:42: fel[trasig-länk]: Länken /avux/ räknas från webbplatsens rot.",
        "content/hej.md:3:20: fel[trasig-länk]: Avsnittet som länken sok.md#ingen leder till finns inte.",
    ]
