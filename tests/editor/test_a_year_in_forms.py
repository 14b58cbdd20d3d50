"""A year on the desk alone, in Chromium: from what `klubbat init` leaves to four published meetings, one by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, expect

from build_scripts.__main__ import main
from build_scripts.project import site_url
from build_scripts.site.prepared import prepare
from macros.record.ledgers import Released
from tests.dates.examples import day
from tests.editor.hands import Keys, Mouse
from tests.editor.projects import git
from tests.editor.running import desk
from tests.guard.documents import pdf
from tests.site.browser import window

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.slow]

PEOPLE = (("Asta Påhittsson", "ordförande"), ("Birk Påhittsson", "ledamot"), ("Cajsa Påhittsson", "ledamot"))


class YearInForms:
    """The project, and the hands that work in it."""

    def __init__(self, root: Path, browser: Browser) -> None:
        self.root = root
        self.browser = browser

    @contextmanager
    def on(self, today: str, hands: type[Mouse] = Mouse) -> Iterator[Mouse]:
        """A day at the desk."""
        page = window(self.browser, locale="en-US", viewport={"width": 1280, "height": 900})
        with desk(self.root, str(day(today))) as address:
            user = hands(page)
            user.page.goto(address)
            yield user
            page.context.close()

    def planned(self, user: Mouse, heading: str) -> None:
        """Makes the call of a day in the schedule, and opens the meeting."""
        user.follow("Sammanträden")
        user.follow(f"Gör kallelsen till {heading.partition(' ')[2]}", "Nytt sammanträde")
        user.press("Skapa", "Nytt sammanträde: klart")
        self.meeting(user, heading)

    def meeting(self, user: Mouse, words: str) -> None:
        """The page of a meeting, from the head of every page."""
        user.follow("Sammanträden")
        user.follow(words)

    def item(self, user: Mouse, title: str, number: str) -> None:
        """A new item of the meeting that is shown, with its proposal and its report."""
        user.follow("Nytt ärende")
        user.fill("rubrik", title)
        user.fill("diarienummer", number)
        user.fill("forslag", "Nämnden antar förslaget.")
        user.press("Skapa", "Nytt ärende: klart")
        user.follow(f". {title}", f"Ärende: {title}")
        user.fill("text", "Förslaget kostar 20 000 kronor.")
        user.press("Spara", "Sparat, och infört i historiken.")

    def called(self, user: Mouse, words: str) -> None:
        """The call has gone out, and everybody gets what was written."""
        self.meeting(user, words)
        user.follow("Kallelsen är skickad")
        user.press("Kallelsen är skickad", words)
        self.send(user)

    def minutes(self, user: Mouse, words: str) -> None:
        """The meeting was held; its minutes are begun."""
        self.meeting(user, words)
        user.follow("Sammanträdet är genomfört")
        user.press("Sammanträdet är genomfört", words)
        user.follow("Nytt protokoll")
        user.fill("justerare", "Birk Påhittsson")
        user.press("Skapa", "Nytt protokoll: klart")

    def approved(self, user: Mouse, words: str, on: str) -> None:
        """The minutes are approved and posted, and everybody gets them."""
        self.meeting(user, words)
        user.follow("Redigera protokollet", "Protokoll")
        user.press("Justering och anslag", "Protokoll")
        user.fill("h.justeringar.0.justerat", on)
        user.press("Lägg till rad i Anslag", "Protokoll")
        user.fill("h.justeringar.0.anslag.n0.anslaget", on)
        user.press("Spara", "Sparat, och infört i historiken.")
        self.send(user)

    def send(self, user: Mouse) -> None:
        """Everybody gets what is saved."""
        user.follow("Skicka", "Skicka till alla")
        user.press("Skicka till alla", "Skickat")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """What `klubbat init` leaves, with a place to send to."""
    root = tmp_path / "pahittkoping"
    words = ["--kommun", "Påhittköpings kommun", "--nämnd", "Påhittsnämnden", "--förkortning", "PN", "--id", "pn"]
    words += ["--diarieserie", "PN/ÅÅÅÅ:N", "--sammanträdesdag", "torsdag", "--tid", "18:00", "--plats", "Kommunhuset"]
    assert main(["init", str(root), *words, "--idag", "2026-12-01"]) == 0
    git(root, "config", "user.name", "Nämndsekreteraren")
    git(root, "config", "user.email", "sekreterare@example.se")
    # The project's own hook asks for a program that is installed in the folder itself.
    git(root, "config", "core.hooksPath", ".git/hooks")
    if git(root, "status", "--short"):
        git(root, "add", "--all")
        git(root, "commit", "--quiet", "--message=Börja arkivet")
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "plats.git")
    git(root, "remote", "add", "origin", str(tmp_path / "plats.git"))
    return root


def test_a_year_from_nothing_to_four_published_meetings(root: Path, tmp_path: Path, browser: Browser) -> None:
    year = YearInForms(root, browser)
    with year.on("Tuesday 2026-12-01") as user:
        user.follow("Alla filer")
        user.follow("Webbplatsens namn och adress", "Webbplatsens uppgifter")
        user.fill("adress", "https://arkiv.pahittkoping.se/")
        user.press("Webbplatsens uppgifter", "Alla filer")
        for name, role in PEOPLE:
            user.page.goto(user.page.url)
            user.unfold("Organet, ledamöter")
            user.follow("Någon tillträder")
            for field, value in (("namn_ny", name), ("parti", "PP"), ("roll", role), ("fran", "2027-01-01")):
                user.fill(field, value)
            user.press("Någon tillträder", "Någon tillträder: klart")
            user.follow("Alla filer")
        user.unfold("Organet, ledamöter")
        user.follow("Organet", "Organ: Påhittsnämnden")
        for field, value in (
            ("h.överklagande.domstol", "Förvaltningsrätten i Påhittköping"),
            ("h.förvaring", "Kansliet"),
        ):
            user.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
            user.fill(field, value)
        user.press("Spara", "Sparat, och infört i historiken.")

    first = "Torsdag 21 januari 2027"
    with year.on("Thursday 2027-01-07") as user:
        year.meeting(user, first)
        year.item(user, "Cykelbana längs ån", "PN/2027:3")
        year.meeting(user, first)
        year.item(user, "Bänkar i parken", "PN/2027:4")
        year.meeting(user, first)
        row = user.page.locator(".r-punkt", has_text="Bänkar i parken")
        row.get_by_role("button", name="Upp").click()
        expect(user.page.locator("#arende-3")).to_contain_text("Bänkar i parken")
        user.page.locator("#arende-4").locator("summary").click()
        user.page.locator("#arende-4").get_by_role("link", name="Lägg till bilagor").click()
        user.page.locator("#filer").set_input_files(
            FilePayload(name="Karta över ån.pdf", mimeType="application/pdf", buffer=pdf(("Karta", "Skala")))
        )
        user.press("Lägg till bilagor", "Lägg till bilagor: klart")
        user.follow("Fortsätt", "Bilagor att läsa")
        user.follow("Läs sidorna i Karta över ån", "Läs Karta över ån")
        expect(user.page.get_by_role("img", name="Sida 2 av Karta över ån")).to_have_js_property("complete", True)
        user.fill("last", "ja")
        user.press("Godkänn", "Bilagor att läsa")
        year.called(user, first)
    with year.on("Friday 2027-01-22") as user:
        year.minutes(user, first)
    with year.on("Thursday 2027-01-28") as user:
        year.approved(user, first, "2027-01-28")
        year.meeting(user, first)
        user.follow("Rätta en justerad paragraf")
        user.fill("paragraf", "2")
        user.fill("text", "Bänkarna ställs vid ån.")
        user.press("Rätta en justerad paragraf", first)

    second = "Torsdag 18 februari 2027"
    with year.on("Thursday 2027-02-04", Keys) as user:
        year.planned(user, second)
        year.item(user, "Ny lekplats", "PN/2027:9")
        year.called(user, second)
    with year.on("Friday 2027-02-19", Keys) as user:
        year.minutes(user, second)
    with year.on("Thursday 2027-02-25", Keys) as user:
        year.approved(user, second, "2027-02-25")

    moved = "Torsdag 25 mars 2027"
    with year.on("Thursday 2027-03-04") as user:
        year.meeting(user, first)
        user.unfold("Mer om Karta över ån")
        user.follow("Dra tillbaka bilagan")
        user.fill("skal", "upphovsrätt")
        user.press("Dra tillbaka bilagan", "Dra tillbaka bilagan: klart")
        year.planned(user, "Torsdag 18 mars 2027")
        year.item(user, "Badplatsen", "PN/2027:12")
        year.meeting(user, "Torsdag 18 mars 2027")
        user.follow("Flytta sammanträdet")
        user.fill("datum", "2027-03-25")
        user.fill("skal", "Salen är upptagen")
        user.press("Flytta sammanträdet", moved)
        year.called(user, moved)
    with year.on("Friday 2027-03-26") as user:
        year.minutes(user, moved)
    with year.on("Thursday 2027-04-01") as user:
        year.approved(user, moved, "2027-04-01")

    last = "Torsdag 15 april 2027"
    with year.on("Thursday 2027-04-01") as user:
        year.planned(user, "Torsdag 20 maj 2027")
        user.follow("Ställ in sammanträdet")
        user.fill("skal", "För få ärenden")
        user.press("Ställ in sammanträdet", "Torsdag 20 maj 2027")
        year.planned(user, last)
        year.item(user, "Belysning på torget", "PN/2027:15")
        year.called(user, last)
    with year.on("Friday 2027-04-16") as user:
        year.minutes(user, last)
    with year.on("Thursday 2027-04-22") as user:
        year.approved(user, last, "2027-04-22")

    git(tmp_path, "clone", "--quiet", "plats.git", "nagons")
    prepared = prepare(tmp_path / "nagons", day("Thursday 2027-04-22"), searchable=False)
    assert prepared.may_be_built
    assert prepared.fresh == Released()
    addresses = {page.address for page in prepared.pages}
    folders = ("2027-01-21", "2027-02-18", "2027-03-18", "2027-04-15")
    assert {f"pn/{folder}/protokoll/" for folder in folders} <= addresses
    assert len(prepared.archive.released.notices.latest) == 4
    assert site_url(tmp_path / "nagons") == "https://arkiv.pahittkoping.se/"
    corrected = (tmp_path / "nagons/meetings/pn/2027-01-21/protokoll.md").read_text("utf-8")
    assert "    rättelser:\n      - datum: 2027-01-28\n        text: Bänkarna ställs vid ån.\n" in corrected
    assert not list((tmp_path / "nagons/meetings/pn/2027-01-21").glob("bilagor/*.pdf"))
    assert "läge: inställt\n" in (tmp_path / "nagons/meetings/pn/2027-05-20/kallelse.md").read_text("utf-8")
    assert git(root, "status", "--short") == ""
