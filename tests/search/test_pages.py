"""Which pages the search finds, and what they are found by."""

from pathlib import Path

import pytest

from build_scripts.exports.search_pages import Found, found_pages, page_names
from macros.remembered import with_memory
from tests.site.projects import write

PAGE = """<!doctype html><title>Skolskjuts – Arkivet</title><article class="k-artikel">
<nav>Kommunstyrelsen</nav>
<div class="k-sida" data-pagefind-body data-titel="A &amp; B" data-slag="Ärende" data-kommun="Ekerö"
 data-ar="2017" data-datum="2017-09-14"
 data-pagefind-filter="slag[data-slag], år[data-ar]">
<span data-organ="Nämnden &lt;1&gt;" data-pagefind-filter="organ[data-organ]"></span>
{}
</div></article><footer>Kommunstyrelsen</footer>"""


def test_pages_and_what_they_are_found_by(tmp_path: Path) -> None:
    write(tmp_path, "a/index.html", PAGE)
    write(
        tmp_path, "om/index.html", '<article class="x" data-pagefind-body data-pagefind-filter="slag:Sida"></article>'
    )
    write(tmp_path, "404.html", "<article>Borta</article>")
    write(tmp_path, "pagefind/x.html", PAGE)
    assert found_pages(tmp_path, page_names(tmp_path, "pagefind")) == (
        Found(
            "a/index.html", "Ekerö", 2017, "2017-09-14", (("slag", "Ärende"), ("år", "2017"), ("organ", "Nämnden <1>"))
        ),
        Found("om/index.html", "", None, None, (("slag", "Sida"),)),
    )


def test_a_folder_without_pages(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="har inga sidor"):
        page_names(tmp_path, "pagefind")


def test_what_is_known_of_a_page_is_not_read_again(tmp_path: Path) -> None:
    class Kept(dict[tuple[str, ...], str]):
        def known(self, kind: str, made_from: tuple[str, ...]) -> str | None:
            return self.get((kind, *made_from))

        def keep(self, kind: str, made_from: tuple[str, ...], made: str) -> None:
            self[kind, *made_from] = made

    write(tmp_path, "a/index.html", PAGE)
    write(tmp_path, "404.html", "<article>Borta</article>")
    names, keys = ("404.html", "a/index.html"), {"a/index.html": "1", "404.html": "2"}
    with with_memory(Kept()):
        first = found_pages(tmp_path, names, keys)
        for name in names:
            (tmp_path / name).unlink()
        assert found_pages(tmp_path, names, keys) == first
        with pytest.raises(FileNotFoundError):
            found_pages(tmp_path, names, {**keys, "404.html": "3"})
    assert [(page.name, page.key) for page in first] == [("a/index.html", "1")]
