"""What is saved at the desk while it is measured, and the record that it is saved in."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.projects import project
from tests.editor.projects import git
from tests.site.projects import ROOT

HELD, COMING = "2026-11-12", "2026-12-03"
WRITTEN_BY_HAND = ("content", "meetings", "site_overrides", "build_scripts", "macros")

_CALL = "datum: {}\ntid: 18:00\nplats: Kommunhuset\nläge: {}\nslag: extra\n"
_ITEM = "rubrik: {}\nslag: beslut\nförslag_till_beslut:\n  - Nämnden noterar.\n"
_MEMBER = "  - namn: {}\n    parti: PR\n    uppdrag:\n      - roll: {}\n        från: {}\n"
_MEMBERS = (
    "förtroendevalda:\n"
    + _MEMBER.format("Alma Provek", "ordförande", "2023-01-01")
    + _MEMBER.format("Bo Provman", "ledamot", "2023-01-01")
)
_PARAGRAPH = "  - nummer: {}\n    rubrik: Prov {}\n    utfall: noteras\n    beslut:\n      - Nämnden noterar prov {}.\n"
_SCHEDULE = (
    "år: 2026\nläge: beslutad\nsteg:\n  - id: utskick\n    namn: Utskick\n    dagar_före: 7\n    slag: utskick\n"
    f"    vid_helgdag: före\nsammanträden:\n  - datum: {COMING}\n"
)


@dataclass(frozen=True)
class MeasuredDesk:
    """A record with a meeting to work in: the body of all its meetings, and the number of the meeting's first paragraph."""

    root: Path
    body: str
    paragraph: int

    def path(self, name: str) -> str:
        """A file of the body, from the project's root."""
        return f"meetings/{self.body}/{name}"

    def text(self, name: str) -> str:
        """What a file of the body holds; empty where there is none."""
        file = self.root / self.path(name)
        return file.read_text("utf-8") if file.is_file() else ""


@dataclass(frozen=True)
class Save:
    """A file of the body with a new text, the page that tells it, and the words that it is known by there."""

    name: str
    text: str
    page: str
    sign: str


def _typo(desk: MeasuredDesk, number: int) -> Save:
    name = f"{COMING}/01-provet.md"
    return Save(name, f"{desk.text(name).rstrip()}\n\nRättelse {number}.\n", f"{COMING}/provet/", f"Rättelse {number}.")


def _new_item(desk: MeasuredDesk, number: int) -> Save:
    text = f"---\n{_ITEM.format(f'Nytt ärende {number}')}---\nText.\n"
    return Save(f"{COMING}/{number + 2:02}-nytt-{number}.md", text, f"{COMING}/nytt-{number}/", f"Nytt ärende {number}")


def _paragraph(desk: MeasuredDesk, number: int) -> Save:
    name = f"{HELD}/protokoll.md"
    last = desk.paragraph + 1 + number
    paragraphs, key, approval = desk.text(name).partition("justeringar:")
    new = _PARAGRAPH.format(last, number, number)
    text = paragraphs + new + key + re.sub(r"-\d+", f"-{last}", approval, count=1)
    return Save(name, text, f"{HELD}/protokoll/", f"noterar prov {number}.")


def _body(desk: MeasuredDesk, number: int) -> Save:
    text = re.sub(r"(?m)^namn: .*", f"namn: Nämnden för prov {number}", desk.text("organ.md"))
    return Save("organ.md", text, f"{COMING}/provet/", f"Nämnden för prov {number}")


def _members(desk: MeasuredDesk, number: int) -> Save:
    name = "Ny Prov" + "".join("abcdefghij"[int(digit)] for digit in str(number)) + "berg"
    key = "förtroendevalda:\n"
    text = desk.text("ledamoter.md").replace(key, key + _MEMBER.format(name, "ersättare", "2026-11-01"), 1)
    return Save("ledamoter.md", text, "ledamoter/", name)


def _schedule(desk: MeasuredDesk, number: int) -> Save:
    name = "sammantradesordning/2026.md"
    text = re.sub(r"(?m)^(    namn: )\w+.*", rf"\g<1>Steg {number}", desk.text(name), count=1)
    return Save(name, text, name.removesuffix(".md") + "/", f"Steg {number}")


SAVES: dict[str, Callable[[MeasuredDesk, int], Save]] = {
    "Rättat ord i en handling": _typo,
    "Nytt ärende": _new_item,
    "Ny paragraf i protokollet": _paragraph,
    "organ.md": _body,
    "Ledamöter": _members,
    "Sammanträdesordning": _schedule,
}


def desk(folder: Path, meetings: int) -> MeasuredDesk:
    """A project with a meeting that has been held and whose minutes nobody has approved yet, and all of it in git."""
    if meetings:
        root, body = project(folder, meetings), "namnd-001"
    else:
        root, body = folder, "exempelnamnden"
        for name in WRITTEN_BY_HAND:
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    place = root / "meetings" / body
    numbers = [
        int(n)
        for file in place.glob("2026-*/protokoll.md")
        for n in re.findall(r"nummer: (\d+)", file.read_text("utf-8"))
    ]
    made = MeasuredDesk(root, body, max(numbers, default=0) + 1)
    members = (made.text("ledamoter.md") or _MEMBERS).partition("roll: ersättare")[0]
    names = re.findall(r"namn: (.*)\n.*\n.*\n.*roll: .*\n.*\n(?! *till)", members)
    present = "".join(f"    - namn: {name}\n" for name in names)
    minutes = (
        f"närvarande:\n  ordförande: {names[0]}\n  ledamöter:\n{present}paragrafer:\n"
        + _PARAGRAPH.format(made.paragraph, "ett", "ett")
        + f"justeringar:\n  - paragrafer: {made.paragraph}-{made.paragraph}\n    justerare:\n      - {names[1]}\n"
        "    justerat: 2026-11-19\n    förvaras: Kansliet\n    anslag:\n      - anslaget: 2026-11-20\n"
    )
    for name, header in (
        (f"{HELD}/kallelse.md", _CALL.format(HELD, "genomfört")),
        (f"{COMING}/kallelse.md", _CALL.format(COMING, "kallat")),
        (f"{COMING}/01-provet.md", _ITEM.format("Provet")),
        (f"{HELD}/protokoll.md", minutes),
        ("ledamoter.md", _MEMBERS),
        ("sammantradesordning/2026.md", _SCHEDULE),
    ):
        if not made.text(name):
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_text(f"---\n{header}---\n", "utf-8")
    for words in (
        ("init", "-q", "-b", "main"),
        ("add", "-A"),
        ("config", "user.name", "Nora"),
        ("config", "user.email", "nora@example.se"),
    ):
        git(root, *words)
    (root / ".git/info/exclude").write_text(".cache\n.klubbat\n")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Börja")
    return made
