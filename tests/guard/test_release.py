"""The finished release: nothing that stops gets past the quick look, and no file is judged twice."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_scripts.guard import released
from build_scripts.guard.glance import may_stop
from build_scripts.guard.release import judge_file
from build_scripts.site import listing
from build_scripts.site.memory import Memory
from macros.guard.kinds import STOPS
from macros.guard.official import Official
from tests.guard import documents as made
from tests.guard.generated import numbers
from tests.guard.labelled import check_digit

NOBODY = Official()
LAST = f"980{check_digit('850709980')}"
NUMBER = f"850709-{LAST}"

GLUE = st.sampled_from(
    (
        *(
            " ",
            "-",
            "–",
            "+",
            ".",
            "/",
            "\n",
            "\r\n",
            "\n  > ",
            "\u00a0",
            "\u00ad",
            "\u200b",
            "\ufeff",
            "\\",
            "*",
            "_",
            "`",
        ),
        *(
            "<b>",
            "</b>",
            "<span class='a 1'>",
            "</a>",
            "<wbr>",
            "<b></b><i>",
            "<td>",
            "</p>\n<p>",
            "<b\u00a0x>",
            "<u\n>",
        ),
        *("&nbsp;", "&#8211;", "&ndash;", "&amp;ndash;", "&shy", "&gt;", "&#45;", "%20", "%2B", "\\n", "\\u2013"),
        *("&<b></b>nbsp;", "&#49;", "%31", "(", ")", "(0)", "~", "\x0b", "\x1c"),
    )
)
CHARACTERS = {
    "number": NUMBER.replace("-", ""),
    "century": NUMBER.replace("-", "").join(("19", "")),
    "mobile": "0701740605",
    "abroad": "+46701740605",
    "abroad, with noughts": "0046(0)701740605",
    "mail": "anna@gmail.com",
    "mail, spelt": "anna(at)hotmail[punkt]se",
    "mail, of a country": "a.b@live.x.se",
    "mark": "SKYDDAD IDENTITET",
    "mark in brackets": "(sekretessmarkering)",
    "mark, third": "Kvarskrivning: ja",
}
WIDE = str.maketrans("0123456789@", "０１２３４５６７８９＠")
SHAPES: tuple[str, ...] = (
    "<p>{}</p>",
    '<meta content="{}">',
    "<a href='/?q={}'>x</a>",
    '<script type="application/ld+json">{{"@context":"{}"}}</script>',
    "<td>{}</td><td>2017-09-14</td>",
    "&#34;{}&quot;",
    "<!-- {} -->",
    "{}",
)


def _stops(name: str, content: bytes) -> set[str]:
    return {key[0] for key, _ in judge_file(name, content, NOBODY, frozenset())} & STOPS


def _page(text: str, shape: str) -> bytes:
    return shape.format(text).encode("utf-8", "surrogatepass")


def _fragment(text: str, _: str) -> bytes:
    return gzip.compress(b"pagefind_dcd" + json.dumps({"content": text}, ensure_ascii=False).encode(), 1)


FILES: dict[str, Callable[[str, str], bytes]] = {
    "sida/index.html": _page,
    "pagefind/fragment/sv_1.pf_fragment": _fragment,
}


@settings(max_examples=400)
@given(
    what=st.sampled_from(sorted(CHARACTERS)),
    glue=st.dictionaries(st.integers(0, 16), GLUE, max_size=4),
    wide=st.booleans(),
    shape=st.sampled_from(SHAPES),
    name=st.sampled_from(sorted(FILES)),
)
@example("mark, third", {}, False, "\u212avarskrivning: ja", "sida/index.html")
def test_the_quick_look_never_passes_what_stops(
    what: str, glue: dict[int, str], wide: bool, shape: str, name: str
) -> None:
    characters = CHARACTERS[what].translate(WIDE) if wide else CHARACTERS[what]
    text = "".join(sign + glue.get(n, "") for n, sign in enumerate(characters))
    content = FILES[name](text, shape)
    assert may_stop(name, content) or not _stops(name, content)


RISKY = st.text(st.sampled_from("0178946 -+–/.\n<>b&;#a@()[]%\\\"'_*~\u200b"), max_size=60)


@settings(max_examples=400)
@given(before=RISKY, after=RISKY, inside=st.sampled_from((*CHARACTERS.values(), NUMBER, "19850709 ", LAST, "")))
def test_nor_among_signs_of_every_kind(before: str, after: str, inside: str) -> None:
    content = f"{before}{inside}{after}".encode()
    assert may_stop("a.html", content) or not _stops("a.html", content)


@pytest.mark.parametrize("name", FILES)
def test_none_of_the_generated_numbers_passes(name: str) -> None:
    texts = numbers(3_000, seed=11)
    assert [text for text in texts if not may_stop(name, FILES[name](text, "<p>{}</p>"))] == []


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site without anything that stops; one page asks for a review, which is asked for elsewhere."""
    folder = tmp_path / "site"
    for name, content in {
        "index.html": b"<p>Hej</p>",
        "sida/index.html": "<p>Samråd hölls hos den som är bosatt på Provgatan 4.</p>".encode(),
        "data.json": b"{}",
        "a.js": f'x="{NUMBER}"'.encode(),
        "bilagor/plan.pdf": made.pdf(("Plan",)),
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def _keys(site: Path, key: str = "1") -> dict[str, str]:
    return {name: key for name, _ in listing.found(site)}


def _judged(site: Path, keys: dict[str, str] | None = None, official: Official = NOBODY) -> list[tuple[str, str, str]]:
    memory = Memory(site.parent / "minne.sqlite", lambda: b"program")
    found = released.stops(site, keys or _keys(site), official, memory)
    memory.save()
    memory.close()
    return [(finding.place.path, finding.rule, finding.message) for finding in found]


def test_a_release_without_anything_that_stops_is_let_through(site: Path) -> None:
    assert _judged(site) == []


def test_what_stops_is_told_once_however_many_files_have_it(site: Path) -> None:
    for name in ("index.html", "sida/index.html"):
        (site / name).write_text(f"<p>Elev <b>850709</b>&#8211;{LAST}</p>", encoding="utf-8")
    (site / "bilagor/plan.pdf").write_bytes(made.pdf(("",)))
    told = [
        ("bilagor/plan.pdf", "inskannad-bilaga", "Stopp: Bilagan är inskannad: sida 1 har ingen text som kan läsas."),
        (
            "index.html",
            "personnummer",
            "Stopp: 850709–**** är ett personnummer eller samordningsnummer. I 2 filer.",
        ),
    ]
    assert _judged(site) == told
    assert _judged(site) == told


def test_an_unchanged_file_is_not_even_read(site: Path) -> None:
    _judged(site)
    before = _keys(site)
    for name in before:
        (site / name).unlink()
    assert _judged(site, before) == []


def test_a_file_made_anew_with_the_same_content_is_not_judged(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _judged(site)
    asked: list[str] = []

    def seen(name: str, content: bytes) -> bool:
        asked.append(name)
        return may_stop(name, content)

    monkeypatch.setattr(released, "may_stop", seen)
    assert _judged(site, _keys(site, key="2")) == []
    (site / "index.html").write_bytes(b"<p>Hej igen</p>")
    assert _judged(site, _keys(site, key="3")) == []
    assert asked == ["index.html"]


def test_other_official_details_judge_everything_anew(site: Path) -> None:
    (site / "index.html").write_text("<p>Ring 070-174 06 99.</p>", encoding="utf-8")
    assert _judged(site, official=Official(numbers=frozenset(("0701740699",)))) == []
    assert [rule for _, rule, _ in _judged(site)] == ["mobilnummer"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", f"<p>Beslut</p><!-- Elev {NUMBER} -->".encode()),
        ("a.csv", f"elev;nummer\nE;{NUMBER}\n".encode("utf-16")),
    ],
)
def test_what_browsers_do_not_show_as_it_stands_is_judged(name: str, content: bytes) -> None:
    assert may_stop(name, content)
    assert _stops(name, content) == {"personnummer"}
