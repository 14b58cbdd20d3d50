"""A new municipality: a body with its schedule and its first meeting, and a copy of the program around an empty record."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from build_scripts.new.meeting import new_meeting
from build_scripts.new.new_files import NewFile, NewFiles, header_of
from build_scripts.new.writing import AT_END, Remarks, Tree, file_text, keys_of, scalar
from build_scripts.new.year import new_year
from build_scripts.project import CONTENT, SETTINGS, THEME, WrongUse
from macros import addresses
from macros.checks.unfilled import FILL_IN
from macros.record import layout
from macros.record.archive import Archive, Body
from macros.record.body import BodyHeader
from macros.record.diary import has_number
from macros.record.home import RECORD
from macros.record.parsing import parse
from macros.record.schedule import ScheduleHeader
from macros.record.schema import Document, Header

H = TypeVar("H", bound=Header)


def id_of(name: str) -> str:
    """The id that a name suggests: short, and possible as the first part of an address."""
    return re.sub(r"^[^a-z]+", "", addresses.slug(name))


def new_body(archive: Archive, body_id: str, keys: Mapping[str, Any], year: int, after: dt.date) -> NewFiles:
    """The body's file, its schedule for the year (the days after `after`), and the folder of its first meeting.

    `keys` are those of the body's header, None where nothing is said.
    """
    series = next(iter(keys["diarieserie"] or ()), None)
    _refuse(archive, body_id, series)
    home = f"{RECORD}/{body_id}"
    header = header_of(BodyHeader, {**keys, **_templates(archive, keys["kommun"]), "kallelse_senast": "7"})
    organ = NewFile(layout.BODY.at(home), file_text(header, "", _remarks(header)))
    body = Body(_read(BodyHeader, organ), body_id)
    plan = new_year(body, year, after)
    schedule = _read(ScheduleHeader, plan.files[0])
    meeting = new_meeting(dataclasses.replace(body, schedules=(schedule,)), schedule.header.meetings[0].date)
    members = NewFile(layout.MEMBERS.at(home), TO_FILL_IN)
    return NewFiles(
        files=(organ, members, *plan.files, *meeting.files),
        shown=plan.shown,
        told=(*plan.told, *meeting.told),
        then=(
            "Fyll i det som klubbat kontrollera säger är kvar att skriva.",
            f"Rätta dagar och steg i {plan.files[0].path}.",
        ),
    )


def _templates(archive: Archive, municipality: str) -> dict[str, Tree]:
    """The letter and the items of every meeting as the first body of the municipality that has them.

    A letter with calls of its own stays where it is: they may name steps that the new body has not. Phrases are offered to all
    bodies from where they stand.
    """
    near = [body.header for body in archive.bodies if body.header.municipality == municipality]
    letter = next((one.call_letter for one in near if one.call_letter and "{{" not in one.call_letter), None)
    items = next((one for one in near if one.recurring_items), None)
    return ({"kallelsebrev": letter} if letter else {}) | (
        {"återkommande_ärenden": keys_of(items)["återkommande_ärenden"]} if items else {}
    )


TO_FILL_IN = f"""---
# {FILL_IN} nämndens förtroendevalda, en för var och en.
# Ta bort tecknet # på raderna under listan och skriv dem i stället för [].
förtroendevalda: []
#  - namn: för- och efternamn
#    parti: förkortning
#    uppdrag:
#      - roll: ordförande
#        från: ÅÅÅÅ-MM-DD
---
"""
"""The members' file of a new body, before anybody is written in it."""


def _remarks(header: BodyHeader) -> Remarks:
    """What is not known yet, as lines that only need their mark taken away."""
    series = () if header.diary_series else ("diarieserie:", f"  - {header.short_name or 'KORT'}/ÅÅÅÅ:N")
    return {
        "kallelse_senast": ("Antal dagar före sammanträdet. Skriv kallelse_källa: med reglementet och dess paragraf.",),
        AT_END: (
            f"{FILL_IN} det som nämnden har av {'' if header.diary_series else 'diarieserie, '}kontakt, registrator, "
            "överklagande, anmälan av delegation och enheter.",
            "Ta bort tecknet # på de raderna nedanför. Alla nycklar finns i hjälpen, under Nycklar.",
            *series,
            "kontakt:",
            "  postadress: på en rad",
            "  e-post: en funktionsbrevlåda, aldrig en persons egen",
            "registrator:",
            "  e-post: dit den vänder sig som vill ha ut en handling",
            "överklagande:",
            "  domstol: förvaltningsrättens namn",
            "anmälan_av_delegation:",
            "  dag: 5",
            "  vid_helgdag: efter",
            "enheter:",
            "  - en enhet per rad",
        ),
    }


def _refuse(archive: Archive, body_id: str, series: str | None) -> None:
    if not layout.BODY_ID.fullmatch(body_id):
        hint = id_of(body_id)
        raise WrongUse(
            f'--id: "{body_id}" kan inte bli en adress. '
            + (f"Skriv {hint}." if hint else "Skriv små bokstäver a-z, siffror och bindestreck.")
        )
    if body_id in addresses.RESERVED_BODY_IDS:
        raise WrongUse(f"--id: adressen /{body_id}/ används av webbplatsen själv. Välj ett annat id.")
    if series and not has_number(series):
        raise WrongUse(f'--diarieserie: "{series}" har inget löpnummer. Skriv N där det står, som i AVUX/ÅÅÅÅ:N.')
    if archive.body(body_id) is not None:
        raise WrongUse(f"{RECORD}/{body_id} finns redan och skrivs aldrig över. Välj ett annat --id.")


def _read(model: type[H], file: NewFile) -> Document[H]:
    """The file as the reader will see it."""
    document, findings = parse(model, file.path, file.text.encode())
    if document is None:
        raise WrongUse(findings[0].message)
    return document


PROGRAM = (
    SETTINGS,
    CONTENT,
    THEME,
    "macros",
    "build_scripts",
    "pyproject.toml",
    "requirements.lock",
    "requirements-dev.lock",
    "Makefile",
    "LICENSE",
    "README.md",
    "CONTRIBUTING.md",
    ".editorconfig",
    ".gitattributes",
    ".gitignore",
    ".github",
    ".gitlab-ci.yml",
    ".githooks",
    ".vscode",
)
"""What a checkout of its own needs: `make serve` and `make check` work in the copy, in the editor, and where it is pushed to."""

SOURCE = Path(__file__).parents[2]


_NEUTRAL = (
    (
        f"{CONTENT}/om.md",
        r"(?s)(## Vad du ser här\n\n).*?(?=\n\n## )",
        f"{FILL_IN} vilka nämnder webbplatsen visar, sedan när, och vem i kommunen som svarar för den.",
    ),
    (
        f"{CONTENT}/tillganglighet.md",
        r"(?s)(## Rapportera brister\n\n).*?(?=\n\n## )",
        f"{FILL_IN} kommunens adress för synpunkter på tillgängligheten.",
    ),
    (
        f"{CONTENT}/tillganglighet.md",
        r"(?s)(Redogörelsen gäller den här webbplatsen\. ).*?(?=\n\n)",
        "{municipality} står bakom den.",
    ),
    (
        f"{CONTENT}/tillganglighet.md",
        r"(?s)(## Hur vi har bedömt webbplatsen\n\n).*?(?=\n\n)",
        f"{FILL_IN} dagen då kommunen upprättade redogörelsen och bedömde webbplatsen.",
    ),
)
"""File, section and text: what the shipped pages say of the shipped archive is left to be written."""


def copy_program(target: Path, municipality: str) -> None:
    """Copies the program into a new or empty folder, with the municipality's name as the site's and an empty record.

    A folder with anything in it is left alone.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise WrongUse(f"{target} är inte tom och har ingen {SETTINGS}. Ange en ny mapp, eller stå i projektets mapp.")
    if not (SOURCE / SETTINGS).is_file():
        raise WrongUse("programmet är installerat utan sina filer. Kör kommandot i en kopia av projektet.")
    target.mkdir(parents=True, exist_ok=True)
    for name in PROGRAM:
        found = SOURCE / name
        if found.is_dir():
            shutil.copytree(found, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif found.is_file():
            shutil.copy2(found, target / name)
    for name, shape, text in (
        (SETTINGS, r"(?m)^(site_name: ).*$", scalar(municipality)),
        (SETTINGS, r"(?m)^(site_url: ).*$", "https://arkiv.example.se/"),
        *_NEUTRAL,
    ):
        file = target / name
        own = text.replace("{municipality}", municipality)
        before, said, after = re.split(shape, file.read_text("utf-8"), maxsplit=1)
        file.write_text(f"{before}{said}{own}{after}", encoding="utf-8", newline="")
    (target / RECORD).mkdir()
