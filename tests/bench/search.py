"""What a search costs the reader, in Chromium over loopback: bytes until the first result, and time from key press to result.

`python -m tests.bench.search --meetings 220` generates a record, builds its site, indexes it and searches; `--sajt DIR` measures
a site that is there, and `--ord` finds compounds that nothing was tuned on. `--ut docs/sokning.md` writes what was measured
between that file's marks.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from urllib.parse import quote

from playwright.sync_api import Browser, Page

from build_scripts.__main__ import main as klubbat
from build_scripts.exports import search
from tests.bench import words
from tests.bench.generate import generate
from tests.bench.served import Server, serving
from tests.search.sites import FOUND, frame
from tests.search.words import rows
from tests.site.browser import started
from tests.site.projects import write

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-22"
QUERIES = (
    "skolskjuts",
    "skjuts",
    "simhall",
    "budgeten",
    "overklagande",
    "2006:43",
    "förvaltningen",
    "klimatanpassning",
)
_WORDS = (*words.SUBJECTS, *words.ASPECTS, *words.NOUNS, *words.VERBS, *words.UNITS)
EVERY_WORD = tuple(sorted({word.lower() for word in _WORDS if " " not in word}))
"""The words that the record's texts are made of: all are common, so all are dear."""


_PRESS = """async (text) => {
  const field = document.getElementById("sok-q");
  const list = document.getElementById("sok-traffar");
  // What the search before this one still fetches is no answer to this one.
  await new Promise((done) => setTimeout(done, 700));
  list.replaceChildren();
  const start = performance.now();
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  while (!list.children.length) {
    if (performance.now() - start > 20000) throw new Error(`${text}: inget svar`);
    await new Promise(requestAnimationFrame);
  }
  return performance.now() - start;
}"""


def _first_result(browser: Browser, server: Server, root: str, text: str) -> tuple[int, int, float]:
    """Bytes of the search alone, bytes with the page, and seconds, from an empty cache to the first result."""
    context = browser.new_context(locale="sv-SE")
    page = context.new_page()
    server.sent.clear()
    begun = time.perf_counter()
    page.goto(f"{root}sok/?q={quote(text)}", wait_until="commit")
    page.wait_for_selector("#sok-traffar li", timeout=60_000)
    seconds = time.perf_counter() - begun
    sent = list(server.sent)
    context.close()
    own = sum(size for path, size in sent if path.startswith("/pagefind/") or path.startswith("/sok/diarienummer/"))
    return own, sum(size for _, size in sent), seconds


def _presses(page: Page, texts: tuple[str, ...]) -> list[float]:
    return [float(page.evaluate(_PRESS, text)) for text in texts]


def _indexed(site: Path) -> str:
    shutil.rmtree(site / search.FOLDER, ignore_errors=True)
    before, begun = _cpu(), time.perf_counter()
    search.index(site)
    wall, spent = time.perf_counter() - begun, _cpu() - before
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    parts = json.loads((site / search.DIRECTORY).read_text("utf-8"))["delar"]
    pages = sum(part["sidor"] for part in parts)
    size = sum(file.stat().st_size for file in (site / search.FOLDER).rglob("*") if file.is_file()) / 1e6
    each = 1000 * spent / pages
    return (
        f"Indexering: {pages} sidor i {len(parts)} delar, {spent:.1f} CPU-s ({each:.1f} ms per sida, {wall:.0f} s), "
        f"högst {memory:.0f} MB minne, {size:.1f} MB filer."
    )


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _built(folder: Path, meetings: int) -> Path:
    """A project in the folder with a synthetic record, built without its index."""
    for name in ("mkdocs.yml", "content", "site_overrides"):
        source = ROOT / name
        shutil.copytree(source, folder / name) if source.is_dir() else shutil.copy(source, folder)
    settings = folder / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("build_scripts/site/hook.py", str(ROOT / "build_scripts/site/hook.py"))
    )
    for body in ("exempelnamnden", "exempel-ks"):
        shutil.copytree(ROOT / "meetings" / body, folder / "meetings" / body)
    generate(folder, meetings, seed=1)
    if klubbat(["bygg", "--katalog", str(folder), "--utan-sok", "--tyst", "--idag", TODAY]):
        sys.exit("Provarkivet kunde inte byggas.")
    return (folder / "site").resolve()


def _costs(site: Path) -> list[str]:
    """What every query costs, and the bytes of every word."""
    head = "| sökning | byte för sökningen | byte med sidan | sidan öppnas till träff, s | tangent till träff, ny ms | igen ms |"
    lines = [head, "|---|---:|---:|---:|---:|---:|"]
    with serving(site) as (server, root), started() as browser:
        context = browser.new_context(locale="sv-SE")
        page = context.new_page()
        page.goto(f"{root}sok/?q=protokoll")
        page.wait_for_selector("#sok-traffar li", timeout=60_000)
        fresh, again = _presses(page, QUERIES), _presses(page, QUERIES)
        context.close()
        costs = [_first_result(browser, server, root, text) for text in QUERIES]
        every = sorted((_first_result(browser, server, root, text)[0] / 1000, text) for text in EVERY_WORD)
    for text, (own, whole, seconds), one, two in zip(QUERIES, costs, fresh, again, strict=True):
        lines.append(
            f"| {text} | {own / 1000:.0f} kB | {whole / 1000:.0f} kB | {seconds:.2f} | {one:.0f} | {two:.0f} |"
        )
    alone, opened = (median(cost[which] for cost in costs) for which in (0, 2))
    lines.append(f"| median | {alone / 1000:.0f} kB | | {opened:.2f} | {median(fresh):.0f} | {median(again):.0f} |")
    dear, word = every[-1]
    usual, cheap = median(size for size, _ in every), sum(size < 180 for size, _ in every)
    about = f"Alla {len(every)} ord som provarkivets texter är gjorda av: median {usual:.0f} kB, dyrast"
    lines += ["", f"{about} {word} med {dear:.0f} kB, {cheap} ord under 180 kB."]
    return lines


def _held_out(site: Path) -> str:
    """How many compounds that nothing was tuned on are found by their part."""
    compounds = rows("held_out")
    frame(site)
    for word, _ in compounds:
        write(
            site,
            f"{word}/index.html",
            f"<html><body><article data-sok-sida><h1>{word}</h1></article></body></html>",
        )
    search.index(site)
    with serving(site) as (_, root), started() as browser:
        page = browser.new_page()
        page.goto(f"{root}sok/")
        found = page.evaluate(FOUND, sorted({part for _, part in compounds}))
    missed = [f"{word} på {part}" for word, part in compounds if word not in found[part]]
    share = 100 * (1 - len(missed) / len(compounds))
    return (
        f"{len(compounds) - len(missed)} av {len(compounds)} ({share:.0f} %); missade: {', '.join(missed) or 'inga'}."
    )


def put(file: Path, name: str, text: str) -> None:
    """Puts the text between the file's marks of this name."""
    before, mark, rest = file.read_text("utf-8").partition(f"<!-- {name} -->\n")
    _, end, after = rest.partition("<!-- slut -->")
    if not (mark and end):
        sys.exit(f"{file} har ingen plats för {name}.")
    file.write_text(f"{before}{mark}{text}\n{end}{after}", "utf-8")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=220)
    parser.add_argument("--sajt", type=Path, help="en färdig webbplats i stället för ett nytt provarkiv")
    parser.add_argument("--utan-index", action="store_true", help="indexet finns redan")
    parser.add_argument("--ord", action="store_true", help="mät bara orden som inget är inställt efter")
    parser.add_argument("--ut", type=Path, help="filen som tabellen skrivs i")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if arguments.ord:
            name, lines = "ord", [_held_out(Path(folder))]
        else:
            site = arguments.sajt.resolve() if arguments.sajt else _built(Path(folder), arguments.meetings)
            name = f"{arguments.meetings} sammanträden"
            lines = [*([] if arguments.utan_index else [_indexed(site), ""]), *_costs(site)]
    print("\n".join(lines))
    if arguments.ut:
        put(arguments.ut, name, "\n".join(lines))


if __name__ == "__main__":
    main()
