"""The editor in Chromium, with the keyboard only: a meeting with two items from nothing to git, a refusal, two windows."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.editor.hands import Keyboard
from tests.editor.projects import ITEM, git, project
from tests.editor.running import desk, running
from tests.editor.test_minutes import FILES as MINUTES_FILES
from tests.editor.test_minutes import PATH as MINUTES_PATH
from tests.site.browser import window
from tests.site.projects import TODAY

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.slow]

HOME = "meetings/prov/2026-12-17"


def test_from_nothing_to_git_with_the_keyboard_only(tmp_path: Path, browser: Browser) -> None:
    root = project(tmp_path)
    with running(root, TODAY) as address:
        user = Keyboard(window(browser), address)
        user.page.goto(address)
        assert "nyckel" not in user.page.url
        user.is_sound()
        user.go("a", "Nytt sammanträde", "Nytt sammanträde")
        user.is_sound()
        expect(user.page.locator("#datum")).to_be_focused()
        # The browser's own calendar, in its own language.
        user.page.keyboard.type("12172026")
        user.page.keyboard.press("Enter")
        expect(user.page.get_by_role("heading", name="Nytt sammanträde: klart")).to_be_visible()
        user.is_sound()

        user.new_item("Höjd taxa")
        user.write("h.diarienummer", "PRO-2026/9")
        user.go("button", "Spara", "Inget är sparat")
        field = user.page.locator(".r-falt", has=user.page.locator('[id="h.diarienummer"]'))
        expect(field.locator(".r-fynd--fel")).to_have_text(
            'Fel: "PRO-2026/9" har inte formen PRO/ÅÅÅÅ:N. Gör så här: skriv PRO/2026:9.'
        )
        expect(user.page.locator("#besked")).to_be_focused()
        user.is_sound()
        user.reach("#besked a", "PRO-2026/9")
        user.page.keyboard.press("Enter")
        expect(user.page.locator('[id="h.diarienummer"]')).to_be_focused()
        user.write("h.diarienummer", "PRO/2026:9")
        expect(user.page.locator("#lage")).to_have_text("Inte sparat än. Ctrl+S sparar.")
        user.page.keyboard.press("Control+S")
        expect(user.page.get_by_role("heading", name="Sparat, och infört i historiken.")).to_be_visible()
        user.is_sound()

        user.new_item("Rapport om buller")
        user.reach("button", "Lägg till rad i Förslag till beslut")
        user.page.keyboard.press("Enter")
        expect(user.page.locator('[id="h.förslag_till_beslut.n0"]')).to_be_focused()
        user.page.keyboard.insert_text("Nämnden noterar rapporten.")
        user.write("text", "Bullret har minskat.")
        other = Keyboard(user.page.context.new_page(), address)
        other.page.goto(user.page.url)
        other.write("h.rubrik", "Rapport om trafikbuller")
        user.write("h.rubrik", "Rapport om buller i skolan")
        user.go("button", "Spara", "Sparat, och infört i historiken.")
        other.go("button", "Spara", "Inget är sparat: välj vilken version som ska gälla")
        other.is_sound()
        other.reach("#besked a", "Rubrik är ändrat i båda fönstren.")
        other.page.keyboard.press("Enter")
        expect(other.page.locator('[id="val.h.rubrik"]')).to_be_focused()
        other.reach("[value=sparat]")
        other.page.keyboard.press("ArrowDown")
        other.go("button", "Spara", "Sparat, och infört i historiken.")
        with user.page.context.expect_page() as opened:
            other.reach("button", "Förhandsgranska sidan")
            other.page.keyboard.press("Enter")
        shown = Keyboard(opened.value, address)
        expect(shown.page.get_by_role("heading", name="Rapport om trafikbuller", level=1)).to_be_visible()
        shown.is_sound()
        user.go("a", "Vem har ändrat vad", "Vem har ändrat vad")
        expect(user.page.locator("summary").first).to_contain_text("Nora Nämndsekreterare")
        user.is_sound()
    assert "Rapport om trafikbuller" in (root / HOME / "04-rapport-om-buller.md").read_text("utf-8")
    assert "diarienummer: PRO/2026:9\n" in (root / HOME / "03-hojd-taxa.md").read_text("utf-8")
    assert git(root, "status", "--short") == ""
    assert git(root, "log", "--format=%an: %s").split("\n")[:-1] == [
        "Nora Nämndsekreterare: Ärende prov/2026-12-17/04-rapport-om-buller: ändra rubrik",
        "Nora Nämndsekreterare: Ärende prov/2026-12-17/04-rapport-om-buller: ändra rubrik, förslag till beslut, texten",
        "Nora Nämndsekreterare: Nytt ärende: prov/2026-12-17",
        "Nora Nämndsekreterare: Ärende prov/2026-12-17/03-hojd-taxa: ändra diarienummer",
        "Nora Nämndsekreterare: Nytt ärende: prov/2026-12-17",
        "Nora Nämndsekreterare: Nytt sammanträde: prov/2026-12-17",
        "Första Personen: Börja",
    ]


TASKS = (
    "gor/flytta?{meeting}",
    "gor/numrera?{meeting}&arende=cykelplan",
    "gor/utgar?{meeting}&arende=cykelplan",
    "gor/bilaga?{meeting}&arende=cykelplan&fil={item}",
    "gor/ersatt-bilaga?{meeting}&arende=cykelplan&fil={item}&rad=0-karta.csv",
    "gor/namnd",
    "gor/ta-bort-sammantrade?{meeting}",
    "sammantrade?organ=prov&id=2026-11-26",
    "granska?{meeting}",
    "granska?{meeting}&fil=meetings/prov/2026-11-26/bilagor/karta.csv",
    "brev?{meeting}",
    "paket?organ=prov",
    "uppdrag",
    "skicka",
    "sidtext?fil=content/sok.md",
    "filer",
)
"""Every page where something is done, without its host."""


def test_every_page_where_something_is_done_fits_a_phone_and_reads_well(tmp_path: Path, browser: Browser) -> None:
    root = project(tmp_path)
    item = root / ITEM
    item.write_text(item.read_text("utf-8").replace("karta.csv", "karta.csv\n  - titel: Ny\n    fil: ny.csv"), "utf-8")
    (root / "meetings/prov/2026-11-26/bilagor/ny.csv").write_text("gata;år\n", "utf-8")
    with desk(root, TODAY) as address:
        user = Keyboard(window(browser, viewport={"width": 390, "height": 844}), address)
        user.page.goto(address)
        home = user.page.url.rstrip("/")
        for page in TASKS:
            place = page.format(meeting="organ=prov&sammantrade=2026-11-26", item=ITEM)
            answer = user.page.goto(f"{home}/{place}")
            assert (place, answer.status if answer else 0) == (place, 200)
            user.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
            user.is_sound()


OWN_FILES = {
    "organ.md": ("Organ: Provnämnden", "h.sammanträdesdag"),
    "sammantradesordning/2026.md": ("Sammanträdesordning: 2026", "h.sammanträden"),
    "ledamoter.md": ("Ledamöter", "h.förtroendevalda"),
    "anslag/2026-11-anstallningar.md": ("Anslag: Anställningar", "h.beslut"),
    "delegationsordning/2026-01-01.md": ("Delegationsordning: 1 januari 2026", "h.punkter"),
}


def test_rows_are_moved_with_the_keyboard_on_a_phone(tmp_path: Path, browser: Browser) -> None:
    root = project(tmp_path, files={f"meetings/prov/{name}": text for name, text in TEXTS.items()})
    path = "meetings/prov/ledamoter.md"
    with desk(root, TODAY) as address:
        user = Keyboard(window(browser, viewport={"width": 390, "height": 844}), address)
        user.page.goto(address)
        user.is_sound()
        home = user.page.url
        for name, (heading, field) in OWN_FILES.items():
            user.page.goto(f"{home}redigera?fil=meetings/prov/{name}")
            expect(user.page.get_by_role("heading", name=heading)).to_be_visible()
            expect(user.page.locator(f'[id="{field}"]')).to_be_visible()
            user.is_sound()
        user.page.goto(f"{home}redigera?fil={path}")
        user.reach('[value="ned h.förtroendevalda.0"]')
        user.page.keyboard.press("Enter")
        expect(user.page.locator('[value="upp h.förtroendevalda.0"]')).to_be_focused()
        user.go("button", "Spara", "Sparat, och infört i historiken.")
    names = [line for line in (root / path).read_text("utf-8").split("\n") if "namn:" in line or "#" in line]
    assert names == ["  - namn: Åsa Provberg", "  # Ordförande sedan 2023.", "  - namn: Vera Provsson"]


def test_what_is_told_of_a_meeting_stands_beside_its_agenda_and_below_it_on_a_phone(
    tmp_path: Path, browser: Browser
) -> None:
    root = project(tmp_path)
    with desk(root, TODAY) as address:
        page = window(browser)
        page.goto(address)
        home = page.url
        for place in ("", "sammantrade?organ=prov&id=2026-11-26"):
            page.goto(f"{home}{place}")
            for width, is_beside in ((1280, True), (390, False)):
                page.set_viewport_size({"width": width, "height": 900})
                main, aside = (page.locator(one).bounding_box() for one in (".k-rutnat > div", ".k-rutnat > aside"))
                assert main is not None
                assert aside is not None
                assert (aside["x"] >= main["x"] + main["width"]) is is_beside
                assert (aside["y"] >= main["y"] + main["height"]) is not is_beside


def test_items_are_moved_by_arrows_and_by_dragging(tmp_path: Path, browser: Browser) -> None:
    call = "---\ndatum: 2026-12-17\ntid: 18:00\nplats: Salen\nläge: planerat\n---\n"
    names = ("bro", "tunnel", "hamn")
    items = {f"{HOME}/0{n}-{name}.md": f"---\nrubrik: {name}\n---\nText.\n" for n, name in enumerate(names, 1)}
    root = project(tmp_path, files={f"{HOME}/kallelse.md": call, **items})

    def order() -> list[str]:
        return [file.stem for file in sorted((root / HOME).glob("0*.md"))]

    with desk(root, TODAY) as address:
        page = window(browser)
        page.goto(address)
        meeting = f"{page.url}sammantrade?organ=prov&id=2026-12-17"
        page.goto(meeting)
        page.get_by_role("link", name="bro", exact=True).focus()
        for number in (2, 3):
            page.keyboard.press("Alt+ArrowDown")
            expect(page.locator(f"#arende-{number}", has_text="bro")).to_be_focused(timeout=20_000)
        assert order() == ["01-tunnel", "02-hamn", "03-bro"]
        page.keyboard.press("Alt+ArrowUp")
        expect(page.locator("#arende-2", has_text="bro")).to_be_focused(timeout=20_000)
        page.goto("about:blank")
        page.goto(meeting)
        sign = ".r-punkt__nummer"
        page.locator(f"#arende-3 {sign}").drag_to(page.locator(f"#arende-1 {sign}"))
        expect(page.locator("#arende-1")).to_contain_text("hamn")
        assert order() == ["01-hamn", "02-tunnel", "03-bro"]
    assert git(root, "status", "--short") == ""


@pytest.mark.parametrize("width", [1280, 390])
def test_a_paragraph_is_voted_on_with_the_keyboard_only(width: int, tmp_path: Path, browser: Browser) -> None:
    root = project(tmp_path, files=MINUTES_FILES)
    with desk(root, TODAY) as address:
        user = Keyboard(window(browser, viewport={"width": width, "height": 844}), address)
        user.page.goto(address)
        user.page.goto(f"{user.page.url}redigera?fil={MINUTES_PATH}")
        user.is_sound()
        user.reach("button", "§ 2 Skolskjuts")
        user.page.keyboard.press("Enter")
        expect(user.page.get_by_role("heading", name="§ 2 Skolskjuts")).to_be_focused()
        user.is_sound()
        row = user.page.locator("tr", has_text="Bo Provlund (SJ)")
        user.reach("[type=radio][value=nej]")
        expect(row.locator("[type=radio][value=nej]")).to_be_focused()
        user.page.keyboard.press("ArrowLeft")
        expect(user.page.locator(".r-summa")).to_have_text("Ja 3 · Nej 0 · Avstår 0: ja")
        user.page.keyboard.press("Control+S")
        expect(user.page.get_by_role("heading", name="Sparat, och infört i historiken.")).to_be_visible()
        expect(user.page.get_by_role("heading", name="§ 2 Skolskjuts")).to_be_visible()
        user.is_sound()
    text = (root / MINUTES_PATH).read_text("utf-8")
    assert "        ja: [Vera Provsson, Åsa Provberg, Bo Provlund]\n        antal_ja: 3\n        antal_nej: 0\n" in text


TEXTS = {
    "ledamoter.md": """\
---
förtroendevalda:
  # Ordförande sedan 2023.
  - namn: Vera Provsson
    parti: PR
    uppdrag: [{roll: ordförande, från: 2023-01-01}]
  - namn: Åsa Provberg
    parti: PR
    uppdrag: [{roll: ledamot, från: 2023-01-01}]
---
""",
    "anslag/2026-11-anstallningar.md": """\
---
rubrik: Anställningar
protokollfört: 2026-11-03
anslaget: 2026-11-05
förvaras: Kansliet
beslut:
  - {datum: 2026-10-09, beslut: Anställning av en lärare, delegat: Rektor}
---
""",
    "delegationsordning/2026-01-01.md": """\
---
gäller_från: 2026-01-01
punkter:
  - {punkt: A1, text: Bevilja skolskjuts, delegat: Enhetschef}
---
""",
}


def test_what_is_written_stays_while_the_desk_does_not_answer(tmp_path: Path, browser: Browser) -> None:
    root = project(tmp_path)
    with running(root, TODAY) as address:
        page = window(browser)
        page.goto(address)
        page.goto(f"{page.url.rstrip('/')}/redigera?fil={ITEM}")
        page.locator('[id="h.rubrik"]').fill("Cykelplan för alla")
        page.route("**/dag?*", lambda route: route.abort())
        page.evaluate("dispatchEvent(new Event('focus'))")
        expect(page.locator("#lage")).to_contain_text("Skrivbordet svarar inte. Det du har skrivit står kvar här")
        page.locator("#spara").click()
        expect(page.locator('[id="h.rubrik"]')).to_have_value("Cykelplan för alla")
        assert "Cykelplan för alla" not in (root / ITEM).read_text("utf-8")
        page.unroute("**/dag?*")
        page.locator("#spara").click()
        expect(page.get_by_role("heading", name="Sparat, och infört i historiken.")).to_be_visible()
