"""What is wrong with a finished site is found before it is shown."""

from dataclasses import replace

import pytest

from build_scripts.site.page_facts import PageFacts, facts_of_styles, facts_of_whole
from build_scripts.site.verify import Expected, verify
from macros.finding import Finding, as_text

POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'


def page(article: str, head: str = POLICY, title: str = "Sida") -> str:
    return (
        f"<!doctype html><html><head>{head}<title>{title}</title></head>"
        f'<body><article id="innehall">{article}</article></body></html>\n'
    )


GOOD = {
    "index.html": page(
        '<a href="avux/">A</a> <a href="./">B</a> <a href="#innehall">C</a> <a href="https://example.se/">D</a>'
    ),
    "404.html": page('<a href="/arkiv/avux/#innehall">A</a><img src="/arkiv/assets/a.svg" alt="">'),
    "avux/index.html": page(
        '<a href="../">A</a> <a href="../avux/#p%C3%A5">B</a> <h2 id="på">På</h2> <a href="mailto:a@example.se">C</a>'
        ' <a href="bilagor/karta%20norr.csv">D</a> <p>Skriv href="fel" och {{ två }}.</p>',
        POLICY
        + '<link rel="canonical" href="https://prov.example.se/arkiv/avux/"><link rel="stylesheet" href="../assets/a.css">'
        '<script type="application/ld+json">{}</script><script src="../assets/a.js"></script>',
    ),
    "avux/bilagor/karta norr.csv": "a;b\n",
    "assets/a.css": "@font-face { src: url(a.woff2) } p { background: url('data:image/png;base64,AA') }",
    "assets/a.woff2": "",
    "assets/a.svg": "<svg/>",
    "assets/a.js": "",
}
EXPECTED = Expected(
    frozenset(("", "avux/")),
    frozenset(("404.html", "avux/bilagor/karta norr.csv")),
    frozenset(("avux/",)),
    "https://prov.example.se/arkiv/",
)


def findings(changes: dict[str, str | None], expected: Expected = EXPECTED) -> list[Finding]:
    """What is found in the good site with these changes."""
    files = {name: content for name, content in (GOOD | changes).items() if content is not None}
    pages: dict[str, tuple[PageFacts, ...]] = {}
    for name, content in files.items():
        if name.endswith(".html"):
            pages[name] = (facts_of_whole(content, expected.site_url),)
        elif name.endswith(".css"):
            pages[name] = (facts_of_styles(content),)
    return verify(frozenset(files), pages, expected)


def faults(changes: dict[str, str | None], expected: Expected = EXPECTED) -> list[str]:
    return [f"{found.place}: {found.message}" for found in findings(changes, expected)]


def test_a_good_site_has_no_faults() -> None:
    assert faults({}) == []


INDEX = "index.html: "
CASES: dict[str, tuple[dict[str, str | None], list[str]]] = {
    "page missing": (
        {"index.html": None, "avux/index.html": page("")},
        [INDEX + "Sidan saknas i det färdiga bygget."],
    ),
    "attachment missing": (
        {"avux/bilagor/karta norr.csv": None, "avux/index.html": page('<i id="på"></i>')},
        ["avux/bilagor/karta norr.csv: Filen saknas i det färdiga bygget."],
    ),
    "empty page": ({"index.html": " \n"}, [INDEX + "Sidan är tom."]),
    "cut page": (
        {"index.html": page("")[:-9]},
        [INDEX + "Sidan slutar inte med </html>: den är inte hel."],
    ),
    "no policy": (
        {"index.html": page("", "")},
        [INDEX + "Sidan har ingen innehållspolicy (Content-Security-Policy)."],
    ),
    "mark left": (
        {"index.html": page("\ue0000\ue000")},
        [INDEX + "Ett makros plats är inte ifylld (tecknet U+E000 står kvar)."],
    ),
    "braces of the record are text": ({"index.html": page("{{ 7*7 }}", POLICY + "<title>{{ 7*7 }}</title>")}, []),
    "link to nowhere, told once": (
        {"index.html": page('<a href="borta/">A</a><a href="borta/">B</a>')},
        [INDEX + "Länken borta/ leder ingenstans: borta/index.html finns inte."],
    ),
    "link without its last slash": (
        {"index.html": page('<a href="avux">A</a>')},
        [INDEX + "Länken avux leder ingenstans: avux finns inte."],
    ),
    "link out of the site": (
        {"index.html": page('<a href="../annat/">A</a><a href="/annat/">B</a>')},
        [INDEX + "Länken ../annat/ leder ut ur webbplatsen.", INDEX + "Länken /annat/ leder ut ur webbplatsen."],
    ),
    "anchor that is not there": (
        {"index.html": page('<a href="avux/#p99">A</a>')},
        [INDEX + "En länk går till #p99 på avux/index.html, men det stället finns inte där."],
    ),
    "wrong canonical address": (
        {"index.html": page("", POLICY + '<link rel="canonical" href="https://prov.example.se/arkiv/fel/">')},
        [INDEX + "Länken /arkiv/fel/ leder ingenstans: fel/index.html finns inte."],
    ),
    "script from another host": (
        {"index.html": page('<script src="//cdn.example.com/a.js"></script>')},
        [INDEX + "<script> hämtar //cdn.example.com/a.js från en annan värd."],
    ),
    "image from another host": (
        {"index.html": page('<img srcset="assets/a.svg 1x, https://cdn.example.com/a.png 2x">')},
        [INDEX + "<img> hämtar https://cdn.example.com/a.png från en annan värd."],
    ),
    "styles from another host": (
        {"index.html": page("", POLICY + '<link rel="preload stylesheet" href="https://fonts.example.com/a.css">')},
        [INDEX + "<link> hämtar https://fonts.example.com/a.css från en annan värd."],
    ),
    "font from another host": (
        {"assets/a.css": "@import 'https://fonts.example.com/b.css'; p { src: url(//fonts.example.com/a.woff2) }"},
        [
            "assets/a.css: Stilmallen hämtar //fonts.example.com/a.woff2 från en annan värd.",
            "assets/a.css: Stilmallen hämtar https://fonts.example.com/b.css från en annan värd.",
        ],
    ),
    "style sheet that points nowhere": (
        {"assets/a.css": "p { background: url(b.png) }"},
        ["assets/a.css: Länken b.png leder ingenstans: assets/b.png finns inte."],
    ),
    "script inside": (
        {"index.html": page("<script>alert(1)</script>")},
        [INDEX + "Sidan har ett skript inne i sig, som innehållspolicyn stoppar."],
    ),
    "style inside": (
        {"index.html": page('<p style="color: red">A</p><style>p {}</style>')},
        [
            INDEX + "Sidan har en stil inne i sig (<p>), som innehållspolicyn stoppar.",
            INDEX + "Sidan har en stil inne i sig (<style>), som innehållspolicyn stoppar.",
        ],
    ),
    "handler inside": (
        {"index.html": page('<p onclick="x()">A</p>')},
        [INDEX + "<p> har en händelse inne i sig, som innehållspolicyn stoppar."],
    ),
    "link that runs a script": (
        {"index.html": page('<a href="JavaScript:x()">A</a>')},
        [INDEX + "En länk kör ett skript (javascript:)."],
    ),
    "page that is not what it seems": (
        {
            "index.html": page(
                '<meta http-equiv="REFRESH" content="0;url=https://example.com/"><iframe srcdoc="&lt;p&gt;"></iframe>'
                '<a href=" data:text/html,x">A</a><img src="data:image/png;base64,AA">',
                f'<base href="avux/">{POLICY}',
            )
        },
        [
            INDEX + "<a> har sitt innehåll inne i adressen (data:), som ingen har granskat.",
            INDEX + "<iframe> har en hel sida inne i sig (srcdoc), som ingen har granskat.",
            INDEX + "<img> har sitt innehåll inne i adressen (data:), som ingen har granskat.",
            INDEX + "Sidan har <base>, som leder alla länkar någon annanstans.",
            INDEX + "Sidan skickar läsaren vidare (meta refresh).",
        ],
    ),
    "script that somebody has put among the papers": (
        {
            "avux/index.html": page(
                '<i id="på"></i>'
                + "".join(
                    f'<script src="{one}"></script>'
                    for one in (
                        "bilagor/karta%20norr.csv",
                        "https://prov.example.se/arkiv/avux/bilagor/karta%20norr.csv",
                        "../assets/%2e%2e/avux/bilagor/karta%20norr.csv",
                        "../assets/a.js",
                        "/arkiv/assets/a.js",
                    )
                )
            )
        },
        [
            f"avux/index.html: Skriptet {one} är inget av webbplatsens egna."
            for one in (
                "../assets/%2e%2e/avux/bilagor/karta%20norr.csv",
                "/arkiv/avux/bilagor/karta%20norr.csv",
                "bilagor/karta%20norr.csv",
            )
        ],
    ),
    "link to nowhere, however it is written": (
        {"index.html": page("<a href=borta/>A</a><A HREF = 'borta/a'>B</A><a title='x>' href=\"&#98;orta/b\">C</a>")},
        [
            INDEX + f"Länken borta/{name} leder ingenstans: borta/{name or 'index.html'} finns inte."
            for name in ("", "a", "b")
        ],
    ),
    "what a comment holds is not there": (
        {
            "avux/index.html": page('<!-- <i id="på"></i> <a href="borta/">A</a> -->'),
            "index.html": page('<a href="avux/#på">A</a>'),
        },
        [INDEX + "En länk går till #på på avux/index.html, men det stället finns inte där."],
    ),
    "two places of one name": (
        {"index.html": page('<i id="a"></i><b id="a"></b><p id="b"></p><p id="b"></p><p id="c"></p>')},
        [INDEX + f"Sidan har flera ställen som heter {place}." for place in "ab"],
    ),
    "tag that never ends": (
        {"index.html": page("<img src=x onerror=x() <p>")},
        [INDEX + "Sidan har en tagg som inte slutar."],
    ),
    "file of a strange kind": (
        {"avux/organ.md": "", "README": ""},
        [
            "README: Filen är av ett slag som inte hör hemma på en webbplats.",
            "avux/organ.md: Filen är av ett slag som inte hör hemma på en webbplats.",
        ],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_every_fault_is_told(changes: dict[str, str | None], expected: list[str]) -> None:
    assert faults(changes) == sorted(expected)


def test_a_released_address_may_not_go_missing() -> None:
    released = replace(EXPECTED, released=frozenset(("avux/2017/",)))
    assert faults({}, released) == [
        "avux/2017/index.html: Adressen har varit utgiven och får inte försvinna.",
    ]


def test_a_title_may_hold_braces() -> None:
    changes: dict[str, str | None] = {"index.html": page("", title="Om {{ klamrar }}")}
    assert faults(changes) == []


@pytest.mark.parametrize("searchable", [True, False])
def test_the_search_index_is_missed_only_where_it_is_built(searchable: bool) -> None:
    changes: dict[str, str | None] = {"index.html": page('<script src="pagefind/pagefind.js"></script>')}
    expected = replace(EXPECTED, unbuilt=() if searchable else ("pagefind/",))
    missing = [INDEX + "Länken pagefind/pagefind.js leder ingenstans: pagefind/pagefind.js finns inte."]
    assert faults(changes, expected) == (missing if searchable else [])


def test_the_form_of_a_fault() -> None:
    assert as_text(findings({"index.html": ""})[0]) == (
        "index.html: fel[utgåva]: Sidan är tom.\n"
        "  Gör så här: rätta sidan eller mallen som den kommer ur och bygg igen; den gamla utgåvan visas tills vidare."
    )


AVUX = "avux/index.html: "
