"""Small sites to index and to search."""

from __future__ import annotations

from pathlib import Path

from build_scripts.mkdocs_adapter.assets import JOINED
from tests.site.projects import ROOT, write

SCRIPTS = JOINED["assets/soksida.js"]
"""The search page's own, in their order."""

FORM = f"""<!doctype html><html lang="sv"><head><meta charset="utf-8"><link rel="icon" href="data:,">
{"".join(f'<script src="../assets/{script}" defer></script>' for script in SCRIPTS)}</head><body><article>
<form id="sok-formular" data-ordlista="ordlista/"><input id="sok-q" name="q"><details id="sok-filter" hidden>
<p><select name="organ" data-filter="organ"><option value=""></option></select></p>
<p><select name="ar" data-filter="år"><option value=""></option></select></p></details>
<select name="ordning"><option value=""></option><option value="nyast"></option><option value="aldst"></option></select></form>
<p id="sok-status"></p><div id="sok-forslag" hidden></div><p id="sok-ordlista" hidden></p><ol id="sok-traffar"></ol>
<p><button id="sok-fler" type="button" hidden></button></p><details id="sok-handbok" hidden></details>
<div id="sok-under"><section id="sok-utan"></section></div></article></body></html>"""

ITEM = """<!doctype html><html lang="sv"><head><title>{title}</title></head><body><article><nav>Start</nav>
<div data-sok-sida data-titel="{title}" data-slag="{kind}" data-kommun="{municipality}" {marks}
 data-ar="{year}" data-datum="{year}-03-0{day}">
<span data-organ="{body}"></span>
<h1 data-sok-vikt="8">{title}</h1>
<section data-sok-vikt="4"><h2>Beslut</h2><p>{decision}</p></section>
<dl><dt>Diarienummer</dt>
<dd data-sok-vikt="8" data-nummer="{number}">ÄRN/{number}</dd></dl>
<section><h2>Om ärendet</h2><p>{report}</p></section></div></article></body></html>"""

FOUND = """async (words) => {
  const pagefind = (await import(new URL("../pagefind/pagefind.js", location.href).href)).createInstance();
  await pagefind.mergeIndex(new URL("../pagefind/sidor/", location.href).href);
  const name = async (result) => (await result.data()).raw_url.split("/")[0];
  const told = await (await fetch(new URL("../pagefind/delar.json", location.href))).json();
  await import(new URL("../assets/sokning.js", location.href).href);
  const { indexed } = klubbatOrd(told.ord);
  const all = {};
  for (const word of words) all[word] = await Promise.all((await pagefind.search(indexed(word))).results.map(name));
  return all;
}"""
"""By word: the folders of the pages that the engine finds in an undivided index, asked from a page one folder down."""

FILLING = (
    "Handlingen beskriver läget utförligt och utan brådska, så att den som läser förstår hur det hela hänger samman. "
    * 6
)


def item(site: Path, name: str, *, title: str = "Handling", decision: str = "Godkänns", report: str = "", number: str = "2001:1",
         year: int = 2017, day: int = 1, body: str = "Provnämnden", municipality: str = "Ekerö",
         kind: str = "Ärende", marks: str = "") -> None:  # fmt: skip
    values = {
        "decision": decision,
        "number": number,
        "year": year,
        "day": day,
        "body": body,
        "municipality": municipality,
        "kind": kind,
        "marks": marks,
    }
    write(site, f"{name}/index.html", ITEM.format(title=title, report=f"{FILLING}{report} {FILLING}", **values))


def frame(site: Path) -> None:
    write(site, "sok/index.html", FORM)
    for digit in "0123456789":
        write(site, f"sok/diarienummer/{digit}.json", "{}")
    own = ROOT / "site_overrides/assets"
    for script in (*SCRIPTS, "fran-disk.js"):
        write(site, f"assets/{script}", (own / script).read_text("utf-8"))
    answering = "".join((own / script).read_text("utf-8") for script in JOINED["assets/sokning.js"])
    write(site, "assets/sokning.js", answering)
    write(
        site,
        "om/index.html",
        '<html lang="sv"><body><article data-sok-sida><h1>Om</h1><p>Vad sidan är.</p></article></body></html>',
    )
    write(
        site,
        "ordlista/index.html",
        "<html><body><article><table><tr><th>Ord</th></tr><tr><td>Jäv, partiskhet</td><td>När någon är för nära saken.</td></tr>"
        "<tr><td>Laga kraft</td><td>Går inte att ändra.</td></tr>"
        "</table></article></body></html>",
    )
