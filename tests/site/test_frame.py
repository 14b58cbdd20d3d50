"""The frame around record pages: it differs in its slots only, so that it can be made once and filled."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from build_scripts.mkdocs_adapter.handover import ARTICLE, CANONICAL, HEAD, TITLE, Frame, Shell, as_file
from build_scripts.report import BuildFailed

SLOTS = {
    "canonical": re.compile(r'<link rel="canonical" href="([^"]*)">'),
    "print line": re.compile(r'<p class="k-utskrift">([^<]*) <span'),
    "title": re.compile(r"<title>(.*?)</title>(?=.*</head>)", re.DOTALL),
    "head data": re.compile(r'(<meta name="description".*?)\s*</head>', re.DOTALL),
    "article": re.compile(r'<article class="k-artikel" id="innehall" tabindex="-1">(.*)</article>', re.DOTALL),
}
"""The print line repeats the canonical address."""

PAGES_BY_DEPTH = {
    1: ("avux", "exempelnamnden", "malmo-kf", "kalender"),
    2: ("avux/2017-09-14", "avux/2018", "arenden/avux-2017-43", "kalender/2026-11", "avux/delegationsbeslut"),
    3: ("avux/2017-09-14/delar-2", "avux/sammantradesordning/2018", "avux/delegationsbeslut/2017-08-jobbcenter"),
}


def emptied(page: str) -> tuple[str, dict[str, str]]:
    """The frame with empty slots, and what stood in each."""
    values = {}
    for name, slot in SLOTS.items():
        found = slot.findall(page)
        assert len(found) == 1, name
        values[name] = found[0]
        page = slot.sub(f"[{name}]", page)
    return page, values


@pytest.mark.parametrize("depth", PAGES_BY_DEPTH)
def test_record_pages_of_a_depth_differ_in_their_slots_only(built: Path, depth: int) -> None:
    read = [emptied((built / address / "index.html").read_text("utf-8")) for address in PAGES_BY_DEPTH[depth]]
    for (one, _), (other, _) in pairwise(read):
        assert one == other
    for name in SLOTS:
        assert len({values[name] for _, values in read}) == len(read), name


def test_the_slots_hold_what_they_should(built: Path) -> None:
    _, values = emptied((built / "avux/2017-09-14/delar-2/index.html").read_text("utf-8"))
    assert values["canonical"] == "https://klubbat.example.se/avux/2017-09-14/delar-2/" == values["print line"]
    assert values["title"].endswith(" – Klubbat")
    assert values["head data"].startswith('<meta name="description" content="')
    assert values["head data"].endswith("</script>")
    assert f'<meta property="og:title" content="{values["title"].removesuffix(" – Klubbat")}">' in values["head data"]
    said = re.findall(r'="(?:og:)?description" content="([^"]*)"', values["head data"])
    assert len(said) == 2
    assert said[0] == said[1]
    assert "<h1" in values["article"]


def test_a_frame_is_filled_without_looking_at_what_is_put_in() -> None:
    frame = Frame(f"<a>{CANONICAL}</a><t>{TITLE}</t>{HEAD}<p>{ARTICLE}</p><b>{CANONICAL}</b>")
    assert frame.filled((TITLE, ARTICLE, "{{ x }}", f"{HEAD}\\1")) == (
        f"<a>{TITLE}</a><t>{ARTICLE}</t>{{{{ x }}}}<p>{HEAD}\\1</p><b>{TITLE}</b>"
    )


def test_what_a_page_has_of_its_own_is_what_was_put_into_its_frame() -> None:
    frame = Frame(f"<a>{CANONICAL}</a><t>{TITLE}</t>{HEAD}<p>å {ARTICLE}</p><b>{CANONICAL}</b>")
    page = as_file(frame.filled(("/x/", "</t><p>å 1", "ä", "</p><b>2")))
    assert frame.own(page).decode().split("\n\n") == ["", "/x/", "", "", "1</t>ä<p>å ", "2</p><b>/x/", ""]
    assert frame.own(page.replace(b"<b>", b"<i>")) == page.replace(b"<b>", b"<i>")


def test_the_first_page_of_a_depth_shows_the_frame_that_the_others_share() -> None:
    frame = Frame(f"<a>{CANONICAL}{TITLE}{HEAD}{ARTICLE}</a>")
    page = as_file(frame.filled(("1", "2", "3", "4")))
    names = ("a/index.html", "b/index.html", "a/b/index.html", "a/c/index.html", "a/feed.xml", "index.html")
    own = Shell({}, {1: frame, 2: frame}, "").without_seen_frames(names)
    whole = {name: own(name, page) == page for name in names}
    assert [name for name in names if not whole[name]] == ["b/index.html", "a/c/index.html"]


@pytest.mark.parametrize(
    ("mark", "name"), [(CANONICAL, "adress"), (TITLE, "titel"), (HEAD, "huvud"), (ARTICLE, "artikel")]
)
def test_a_frame_without_a_slot_is_refused(mark: str, name: str) -> None:
    with pytest.raises(BuildFailed, match=rf"^Mallen base\.html visar inte sidornas {name}: "):
        Frame("".join((CANONICAL, TITLE, HEAD, ARTICLE)).replace(mark, ""))
