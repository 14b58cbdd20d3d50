"""Every picture of the documentation, taken of the real pages: `python -m tests.docs.pictures` makes them anew.

The shipped record is built as of one day and opened in Chromium, and a copy of it in the form editor. The README's picture is
`docs/startsida.png`; the help's lie in `content/hjalp/bilder/`. Each kind of page is also taken whole, as a phone and a desktop,
light and dark, into `.cache/sidor/` for whoever changes how pages look: git leaves them out.
"""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin

from PIL import Image, ImageOps
from playwright.sync_api import Browser, Page, Route, ViewportSize

from build_scripts.__main__ import main as klubbat
from tests.docs.samples import ROOT, project
from tests.editor.projects import git
from tests.editor.running import running
from tests.site.browser import served, started
from tests.site.projects import TODAY

DAY = "2026-11-22"
FOLDER = ROOT / "content" / "hjalp" / "bilder"
PHONE, DESKTOP, FORM = 390, 1280, 600
SCALE = 2
"""Pixels of a picture of the help for each pixel of the style sheet."""

COLOURS = 64
BORDER = (200, 205, 210)
BACKGROUND = (222, 226, 230)
GAP = 24


@dataclass(frozen=True)
class Picture:
    """What a reader sees of a page: `width` and `height` in pixels of the style sheet, from the top or from `below` it.

    `below` is a selector of what the picture begins with. `written` are fields by id with what is written into them first,
    and `pressed` is the button that is pressed then.
    """

    name: str
    address: str
    width: int
    height: int
    below: str = ""
    written: tuple[tuple[str, str], ...] = ()
    pressed: str = ""


_HOME = "exempelnamnden"
_CALL = f"meetings/{_HOME}/2026-12-17/kallelse.md"
_ITEM = f"meetings/{_HOME}/2026-11-26/06-halkbekampning-pa-skolvagar.md"

README = (
    Picture("startsida", "", DESKTOP, 820),
    Picture("arende", f"{_HOME}/2026-09-24/cykelplan-2026-2032/", PHONE, 820),
)
SITE = (
    Picture("plan", f"{_HOME}/sammantradesordning/2027/", PHONE, 720, "h1"),
    Picture("kallelse", f"{_HOME}/2026-11-26/", PHONE, 720, ".k-huvud"),
    Picture("sent", f"{_HOME}/2026-11-26/internbudget-2027/", PHONE, 266, "h2:has-text('Bilagor')"),
    Picture("flyttat", f"{_HOME}/2026-06-11/", PHONE, 600, ".k-huvud"),
    Picture("installt", f"{_HOME}/2026-03-19/", PHONE, 500, ".k-huvud"),
    Picture("delegationslista", f"{_HOME}/delegationsbeslut/2026-10-fritidsenheten/", FORM, 640, "h1"),
    Picture("protokoll", f"{_HOME}/2026-10-22/protokoll/", PHONE, 720, "h1"),
    Picture("anslagstavla", "anslagstavla/", PHONE, 690, "h1"),
    Picture("maskat", f"{_HOME}/2026-10-22/", PHONE, 620, "h2:has-text('Föredragningslista')"),
)
EDITOR = (
    Picture("formular-start", f"?organ={_HOME}", FORM, 690),
    Picture("formular-kallelse", f"redigera?fil={_CALL}", FORM, 690),
    Picture(
        "formular-fel",
        f"redigera?fil={_ITEM}",
        FORM,
        700,
        written=(("h.diarienummer", "EXN-2026/49"),),
        pressed="Kontrollera",
    ),
)


KINDS = {
    "start": "",
    "organ": f"{_HOME}/",
    "kallat": f"{_HOME}/2026-11-26/",
    "genomfort": f"{_HOME}/2026-10-22/",
    "punkt": f"{_HOME}/2026-09-24/avgifter-for-idrottshallar-2027/",
    "handling": "avux/2016-09-22/delarsrapport-2/del-2-ekonomi/",
    "arende": f"arenden/{_HOME}-exn-2026-17/",
    "protokoll": f"{_HOME}/2026-05-21/protokoll/",
    "utdrag": f"{_HOME}/2026-05-21/protokoll/17/",
    "anslag": "anslagstavla/exempel-ks-2026-11-10-142/",
    "aret": "avux/sammantradesordning/2018/",
    "kalender": "kalender/",
    "fortroendevald": f"{_HOME}/ledamoter/alva-fiktivgard/",
    "delegation": "avux/delegationsbeslut/",
    "hjalp": "hjalp/webbplatsen/",
}
"""One page of each kind, by the name of its pictures."""

WHOLE = ROOT / ".cache" / "sidor"
THEMES: dict[str, Literal["light", "dark"]] = {"ljust": "light", "morkt": "dark"}


def taken_whole(browser: Browser, root: str, folder: Path) -> None:
    """Every kind of page from top to bottom, as a phone and a desktop, in both themes."""
    folder.mkdir(parents=True, exist_ok=True)
    for width in (PHONE, DESKTOP):
        for theme, scheme in THEMES.items():
            page = browser.new_page(viewport=ViewportSize(width=width, height=844), color_scheme=scheme)
            _as_on_the_day(page)
            for name, address in KINDS.items():
                page.goto(urljoin(root, address), wait_until="networkidle")
                page.screenshot(path=folder / f"{name}-{width}-{theme}.png", full_page=True)
            page.close()


def taken(browser: Browser, root: str, pictures: Iterable[Picture], scale: int = SCALE) -> list[Image.Image]:
    """The pictures, taken of pages below the address `root`, in the light theme."""
    found = []
    for picture in pictures:
        viewport = ViewportSize(width=picture.width, height=picture.height)
        page = browser.new_page(viewport=viewport, device_scale_factor=scale, color_scheme="light")
        _as_on_the_day(page)
        # The editor lets in who comes with its key once; the site has no key and does not mind.
        page.goto(root)
        page.goto(urljoin(root, f"/{picture.address}"))
        found.append(_shot(page, picture))
        page.close()
    return found


def _as_on_the_day(page: Page) -> None:
    """The reader's day is the site's, and the typeface is waited for."""
    page.clock.set_fixed_time(f"{DAY}T12:00:00+01:00")
    page.route("**/klubbat.css", _with_typeface)


def _with_typeface(route: Route) -> None:
    """A reader is not made to wait for the typeface; a picture is."""
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub("font-display: *[a-z]+", "font-display: block", answer.text()))


def _shot(page: Page, picture: Picture) -> Image.Image:
    for field, text in picture.written:
        page.fill(f'[id="{field}"]', text)
    if picture.pressed:
        page.get_by_role("button", name=picture.pressed, exact=True).first.click()
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    if picture.below:
        page.locator(picture.below).first.evaluate(
            "e => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - 6)"
        )
    return Image.open(io.BytesIO(page.screenshot()))


def side_by_side(parts: list[Image.Image]) -> Image.Image:
    """The pictures in a row, on a ground that tells them apart."""
    width = sum(part.width for part in parts) + GAP * (len(parts) + 1)
    whole = Image.new("RGB", (width, max(part.height for part in parts) + GAP * 2), BACKGROUND)
    left = GAP
    for part in parts:
        whole.paste(part, (left, GAP))
        left += part.width + GAP
    return whole


def save(image: Image.Image, picture: Picture) -> None:
    """Writes a picture of the help, with a line around it that parts it from the page."""
    framed = ImageOps.expand(image.convert("RGB"), SCALE, BORDER)
    framed.quantize(COLOURS).convert("RGB").save(FOLDER / f"{picture.name}.webp", lossless=True, quality=80)


def main() -> None:
    """Builds the site, starts the editor on a copy, and writes every picture."""
    FOLDER.mkdir(exist_ok=True)
    for picture in (*SITE, *EDITOR):
        # The site is refused while a picture that a page shows is missing: a new one begins as a blank.
        if not (FOLDER / f"{picture.name}.webp").exists():
            save(Image.new("RGB", (1, 1)), picture)
    with tempfile.TemporaryDirectory() as folder, started() as browser:
        site = Path(folder) / "site"
        assert klubbat(["bygg", "--katalog", str(ROOT), "--idag", DAY, "--ut", str(site)]) == 0
        with served(site) as root:
            whole = side_by_side(taken(browser, root, README, scale=1))
            taken_whole(browser, root, WHOLE)
            for picture, image in zip(SITE, taken(browser, root, SITE), strict=True):
                save(image, picture)
        copy = project(Path(folder) / "arkiv")
        git(copy, "init", "--quiet", "--initial-branch=main")
        with running(copy, TODAY) as root:
            for picture, image in zip(EDITOR, taken(browser, root, EDITOR), strict=True):
                save(image, picture)
    whole.quantize(128).save(ROOT / "docs" / "startsida.png", optimize=True)


if __name__ == "__main__":
    main()
