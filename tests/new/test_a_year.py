"""A secretary's year: after each scene the site, the findings and what is late are right for that day."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import pytest

from build_scripts import git
from build_scripts.site.prepared import prepare
from macros.record.ledgers import Released
from tests.new.year.play import SCENES, played
from tests.new.year.right import PAGES, RIGHT, RightPage
from tests.new.year.scene import Scene
from tests.new.year.town import BODY, Town

pytestmark = [pytest.mark.xdist_group("a-year"), pytest.mark.slow]


@dataclass(frozen=True)
class Seen:
    """What there is to see after a scene: lines of the start page, the notice board and more pages, and what is told."""

    start: list[str]
    board: list[str]
    pages: dict[str, list[str]]
    late: tuple[str, ...]
    findings: tuple[str, ...]

    @property
    def coming(self) -> str:
        """The meeting that the start page has: its day and state."""
        where = next(n for n, line in enumerate(self.start) if line.startswith("Nästa sammanträde, "))
        day, place, state = self.start[where - 1 : where + 2]
        assert place.removesuffix(" · Påhittat exempel") == "Nästa sammanträde, kl. 18.00, Påhittköpings kommunhus"
        return f"{day.removeprefix('Påhittsnämnden ')}: {state}"

    @property
    def appeals(self) -> tuple[str, ...]:
        """What the start page says can be appealed now, each with its last day."""
        after = self.start[self.start.index("Kan överklagas nu") + 1 :]
        lines = list(takewhile(lambda line: "nslag" not in line, after))
        return tuple(
            f"{' '.join(what.split()[:2])}: {day.removeprefix('Senast ').partition(' · ')[0]}"
            for what, day in zip(lines[::2], lines[1::2], strict=True)
        )

    @property
    def notices(self) -> tuple[str, ...]:
        """The minutes on the notice board."""
        return tuple(line.partition(" Påhittsnämnden")[0] for line in self.board if line.startswith("Protokoll "))


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """The town that the year is played in."""
    return Town(tmp_path_factory.mktemp("ny") / "pahittkoping")


@pytest.fixture(scope="module")
def year(town: Town) -> dict[str, Seen]:
    """The whole year, played once and looked at after each scene."""
    return {
        scene.name: Seen(
            town.page(""),
            town.page("anslagstavla/"),
            {page.address: town.page(page.address) for page in PAGES if page.scene == scene.name},
            tuple(what for day, what in town.due if day < town.today.isoformat()),
            tuple(town.findings),
        )
        for scene in played(town)
    }


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: f"{scene.on} {scene.name}")
def test_after_each_scene_the_site_is_right_for_the_day(scene: Scene, year: dict[str, Seen]) -> None:
    seen, right = year[scene.name], RIGHT[scene.name]
    if right.coming is not None:
        assert (seen.coming, seen.appeals, seen.notices) == (right.coming, right.appeals, right.notices)
    assert (seen.late, seen.findings) == (right.late, right.findings)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.scene} {page.address}")
def test_pages_say_what_is_known_on_the_day_and_no_more(page: RightPage, year: dict[str, Seen]) -> None:
    lines = year[page.scene].pages[page.address]
    rest = iter(lines)
    assert [line for line in page.says if line not in rest] == []
    assert [line for line in page.hides if line in lines] == []


def test_the_year_ends_with_all_that_was_published_held_still(
    year: dict[str, Seen], town: Town, tmp_path: Path
) -> None:
    assert len(year) == len(SCENES)
    git.run(tmp_path, "clone", "--quiet", str(town.root.with_suffix(".git")), "nagons")
    prepared = prepare(tmp_path / "nagons", town.today)
    assert prepared.may_be_built
    assert prepared.fresh == Released()
    released = prepared.archive.released
    minutes = [f"{BODY}/{folder}" for folder in ("2027-01-21", "2027-04-15", "2027-05-20", "2027-11-18")]
    held = released.paragraphs.latest.keys()
    assert {f"{one}{part}" for one in minutes for part in ("", "/text", "/partier", "/organ")} <= held
    numbers = {key.split("/")[2] for key in held if key.count("/") > 1}
    assert {number for number in numbers if number.isdecimal()} == {str(number) for number in range(1, 20)}
    assert {f"{key}/beslut" for key in held if key.rpartition("/")[2].isdecimal()} <= held
    assert len(released.notices.latest) == 5
    assert {row.edition for row in released.paragraphs.all} == {1}


def test_the_whole_year_can_be_printed_and_searched(year: dict[str, Seen], town: Town) -> None:
    assert len(year) == len(SCENES)
    town.klubbat("bygg", "--tyst")
    site = town.root / "site"
    printed = {file.relative_to(site / "pdf").parts[1] for file in site.glob(f"pdf/{BODY}/**/*.pdf")}
    assert {"2027-01-21", "2027-04-15", "2027-05-20", "2027-11-18"} <= printed
    assert (site / "pagefind").is_dir()
