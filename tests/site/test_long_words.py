"""Long words in narrow places may be parted where Swedish parts them, and nowhere else."""

import re

import pytest
from playwright.sync_api import Browser

from build_scripts.mkdocs_adapter.long_words import SOFT_HYPHEN, parted, syllables
from macros.pages.wording import NBSP
from tests.site.browser import window

pytestmark = pytest.mark.xdist_group("browser")


@pytest.mark.parametrize(
    "told",
    [
        "Föredrag-nings-lista",
        "Kommun-lednings-kontoret",
        "vuxen-utbildnings-nämnden",
        "person-uppgifts-ombud",
        "Förtroende-valda",
        "arbets-marknads-anställ-ningar",
        "trafik-före-skrifter",
        "Fritids-enheten",
        "Samman-träden",
        "samman-trädes-ordning",
        "över-klagande",
        "ordföranden",
        "söndagsöppet",
        "kris-lednings-rummet",
        "effektivi-seringar",
        "elanvänd-ningen",
        "Tillgäng-lighet",
        "tillgäng-lighets-redogörelse",
    ],
)
def test_a_word_comes_apart_as_a_compound_and_a_part_that_is_too_long_near_its_middle(told: str) -> None:
    word = told.replace("-", "")
    assert "-".join(syllables(word)) == told


LINK = '<a href="../../sammantradesordning/">'
PLACES = [
    f"<li>{LINK}Parkeringsförbud</a></li>",
    '<li aria-current="page">Parkeringsförbud</li>',
    '<h1 data-sok-vikt="1"><span data-organ="Provnämnden"></span><span data-organ="B"></span>Parkeringsförbud</h1>',
    '<p class="k-overrad" data-sok-ej><a href="../">Parkeringsförbud</a>, Provs kommun</p>',
    '<h1 data-sok-vikt="8">Om Parkeringsförbud på gator</h1>',
    '<h2><a class="k-ord" title="Parkeringsförbud">Parkeringsförbud</a></h2>',
    '<th scope="col">Parkeringsförbud</th>',
    "<dt>Parkeringsförbud</dt>",
    "<summary>Parkeringsförbud</summary>",
    '<a rel="next" href="../p/">Nästa: Parkeringsförbud</a>',
    '<a class="k-lista__titel" href="../p/">Parkeringsförbud</a>',
    '<a class="k-rader__titel" href="../p/">Parkeringsförbud</a>',
    '<p class="k-overrad" data-sok-ej><a href="../">Parknämnden</a>, Parkeringsförbud kommun</p>',
    '<p class="k-ingress">Ordförande i Parkeringsförbud till <a href="../">Parkeringsförbud 2026</a></p>',
]


@pytest.mark.parametrize("place", PLACES)
def test_the_text_of_a_narrow_place_may_be_parted(place: str) -> None:
    once = parted(place)
    assert once == re.sub(r"(?<=[ >])Parkerings(?=förbud)", rf"\g<0>{SOFT_HYPHEN}", place)
    assert parted(once) == once


@pytest.mark.parametrize(
    "other", ["<p>Parkeringsförbud</p>", "<li>Parkeringsförbud</li>", "<h2>Parkering</h2>", "<td>Parkeringsförbud</td>"]
)
def test_other_words_are_left_alone(other: str) -> None:
    assert parted(other) == other


@pytest.mark.parametrize(
    "told",
    [
        "74_000_kr",
        "den 1_februari 2027",
        "1–31 december",
        "1_maj",
        "(§_144)",
        "13 kap. 5_§ kommunallagen",
        "7,1_mnkr",
        "36 barn",
        "2026 11 10",
    ],
)
def test_a_number_stands_on_the_line_of_what_it_belongs_to(told: str) -> None:
    assert parted(f"<p>{told.replace('_', ' ')}</p>") == f"<p>{told.replace('_', NBSP)}</p>"
    for other in (
        "<pre><b>x</b> {}</pre>",
        "<code>{}</code>",
        "<title>{}</title>",
        "<script>{}</script>",
        '<path d="M1 {}">',
    ):
        assert parted(other.format(told.replace("_", " "))) == other.format(told.replace("_", " "))


def test_a_heading_is_parted_on_the_screen_and_whole_in_what_is_copied_and_called(browser: Browser, root: str) -> None:
    page = window(browser, viewport={"width": 320, "height": 700}, locale="sv-SE")
    page.goto(f"{root}tillganglighet/")
    heading = page.get_by_role("heading", name="Tillgänglighetsredogörelse", exact=True)
    assert SOFT_HYPHEN in str(heading.text_content())
    assert SOFT_HYPHEN not in page.title()
    copied = heading.evaluate(
        """(heading) => {
          let copied;
          document.addEventListener("copy", (event) => (copied = event.clipboardData.getData("text/plain")), {once: true});
          getSelection().selectAllChildren(heading);
          document.execCommand("copy");
          return copied;
        }"""
    )
    assert copied == "Tillgänglighetsredogörelse"
    page.context.close()
