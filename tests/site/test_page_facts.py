"""What a page is known to hold by its making: its frame, and what stands in it."""

import pytest

from build_scripts.site.page_facts import PageFacts, facts_of, facts_of_styles, facts_of_whole
from build_scripts.site.verify import Expected, verify
from tests.site.test_verify import AVUX, EXPECTED, GOOD, page


def part(html: str) -> PageFacts:
    return facts_of(html, EXPECTED.site_url)


def judged(own: str, frame: str = page('<a href="#innehall">A</a>')) -> list[str]:
    """What is found where a page of the record is its frame and what stands in it; all other pages are good."""
    pages = {name: (facts_of_whole(GOOD[name], EXPECTED.site_url),) for name in ("index.html", "404.html")}
    parts = (facts_of_whole(frame, EXPECTED.site_url), part(own))
    styles = {"assets/a.css": (facts_of_styles(GOOD["assets/a.css"]),)}
    found = verify(frozenset(GOOD), {**pages, "avux/index.html": parts, **styles}, EXPECTED)
    return [f"{one.place}: {one.message}" for one in found]


def test_a_page_is_its_frame_and_what_stands_in_it() -> None:
    assert judged('<a href="#innehall">A</a><a href="../avux/#innehall">B</a><a href="#eget">C</a><p id="eget">') == []
    assert judged("<p id='innehall'>") == [AVUX + "Sidan har flera ställen som heter innehall."]
    assert judged('<a href="../borta/">A</a>') == [
        AVUX + "Länken ../borta/ leder ingenstans: borta/index.html finns inte."
    ]
    assert judged("", page('<a href="../borta/">A</a>')) == [
        AVUX + "Länken ../borta/ leder ingenstans: borta/index.html finns inte."
    ]
    assert judged("\ue000") == [AVUX + "Ett makros plats är inte ifylld (tecknet U+E000 står kvar)."]


_LED = '<meta http-equiv=refresh content="0;url=https://example.com">'


@pytest.mark.parametrize(
    ("html", "begins"),
    [
        (f"<!-->{_LED}-->", "Sidan skickar läsaren vidare"),
        (f"<!--->{_LED}-->", "Sidan skickar läsaren vidare"),
        (f"<!-- a --!>{_LED}-->", "Sidan skickar läsaren vidare"),
        (f'<p title=a">{_LED}<p title=">', "Sidan har en tagg inne i en annan"),
        (f"<noscript><p title='</noscript>{_LED}'></noscript>", "Sidan har en tagg inne i en annan"),
        (_LED.replace("content", "http-equiv=x content"), "Sidan skickar läsaren vidare"),
        ("<plaintext>", "<plaintext> gör att resten"),
        ("<p>A</p><!-- B", "Sidan har en kommentar som inte slutar"),
        ('<button formaction="//example.com/">', "<button> hämtar //example.com/"),
    ],
)
def test_what_a_browser_reads_in_another_way_is_told(html: str, begins: str) -> None:
    """Hand-written pages may hold HTML, and no policy keeps a reader from being sent elsewhere."""
    (fault,) = part(html).faults
    assert fault.startswith(begins)


def test_what_a_browser_reads_as_a_comment_holds_nothing() -> None:
    assert part(f"<!-- {_LED} --><p title='a &lt; b'>A</p><!--><p>-->") == PageFacts([], [], [])


def test_a_page_that_nobody_has_seen_the_making_of_is_told() -> None:
    found = verify(frozenset(GOOD), {}, EXPECTED)
    assert {str(one.place) for one in found} == {name for name in GOOD if name.endswith((".html", ".css"))}
    assert {one.message for one in found} == {"Sidan har inte granskats."}


def test_the_same_address_is_another_place_on_another_page() -> None:
    link = '<a href="#eget">A</a>'
    pages = {f"a/{name}/index.html": (part(link + own),) for name, own in (("b", '<p id="eget">'), ("c", ""))}
    expected = Expected(frozenset(("a/b/", "a/c/")), frozenset(), frozenset(), EXPECTED.site_url)
    assert [str(one.place) for one in verify(frozenset(pages), pages, expected)] == ["a/c/index.html"]
    near = {name: (part('<a href="../b/x.csv">A</a><a href="x.csv">B</a>'),) for name in pages}
    files = frozenset((*pages, "a/b/x.csv"))
    assert [f"{one.place}: {one.message}" for one in verify(files, near, expected)] == [
        "a/c/index.html: Länken x.csv leder ingenstans: a/c/x.csv finns inte."
    ]
