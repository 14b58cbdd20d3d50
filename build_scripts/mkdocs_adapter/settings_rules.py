"""What the site's settings (`mkdocs.yml`) may hold: nothing that runs code from elsewhere, reads other folders, or is misspelt.

MkDocs imports every extension, plugin and hook that the file names, and its reader of YAML runs what a tag names: therefore the
file is judged before MkDocs reads it, and by lists of what may stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

import build_scripts
from build_scripts.project import CONTENT, LICENCE, SETTINGS, THEME
from macros.finding import Finding, Place
from macros.record.archive import Archive
from macros.record.source import Source, decode
from macros.record.values import did_you_mean

_KNOWN = {
    "": (
        *("site_name", "site_url", "site_description", "site_author", "copyright", "docs_dir", "site_dir", "strict"),
        *("use_directory_urls", "theme", "nav", "not_in_nav", "exclude_docs", "draft_docs", "plugins"),
        *("markdown_extensions", "hooks", "validation", "extra", "extra_css"),
    ),
    "theme": ("name", "custom_dir", "language", "font", "favicon", "logo", "features"),
    "extra": ("meny", "sidfot", "sidfotstext", "listor", "licens", "utgivare"),
}
"""The settings there are, by the setting that they stand under."""

_EXTENSIONS = (
    *("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "meta", "nl2br"),
    *("sane_lists", "smarty", "tables", "toc"),
)
"""The extensions of Python-Markdown's own that read no files and run no programs."""

_FIXED = {
    "": {"site_dir": "site", "strict": "true", "use_directory_urls": "true"},
    "theme": {"language": "sv", "font": "false"},
}
"""Settings with one right value: another empties a folder, lets a broken link through, or fetches from other hosts."""

_SITE = re.compile(r"https?://[^\s/?#@]+(?:/[^\s?#]*)?")
_SCHEME = re.compile(r"\s*(?P<scheme>[a-z][a-z\d+.-]*):", re.IGNORECASE)
_FOLLOWED = frozenset(("http", "https", "mailto", "tel"))
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z\d+.-]*:|//|(?:.*/)?\.\.(?:/|$))", re.IGNORECASE)

_PROGRAM = Path(build_scripts.__file__).parent
_HOOK = "build_scripts/site/hook.py"
_PLAIN = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "map", "seq"))


LICENCE_ADDRESS = re.compile(r"https?://[^\s/]+/\S*")
_EXAMPLE = re.compile(r"\S*\bexample\.(?:se|com|org|net)\b\S*")


def settings_findings(root: Path, archive: Archive) -> Iterator[Finding]:
    """What is wrong with the settings of the project in `root`; what cannot be read as YAML is MkDocs' to tell."""
    file = root / SETTINGS
    source = decode(SETTINGS, file.read_bytes())[0] if file.is_file() else None
    if source is None:
        return
    try:
        settings = yaml.compose(source.text, yaml.CSafeLoader)
    except yaml.YAMLError:
        return
    if isinstance(settings, yaml.MappingNode):
        yield from _tags(source, settings)
        yield from _unknown(source, settings)
        yield from _added(root, source, settings)
        yield from _folders(root, source, settings)
        yield from _fixed(source, settings)
        yield from _addresses(source, settings)
        yield from _licence(source, settings)
        if archive.bodies and not any(body.header.invented for body in archive.bodies):
            yield from _example_address(source, settings)


def _tags(source: Source, node: yaml.Node) -> Iterator[Finding]:
    """No value has a tag: MkDocs' reader runs any code that one names, or reads the machine's variables."""
    left, seen = [node], set[int]()
    while left:
        one = left.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if one.tag not in _PLAIN:
            yield _fault(source, one, "Taggen kan köra program när filen läses.", "ta bort taggen och skriv värdet.")
        if isinstance(one, yaml.MappingNode):
            left += [part for pair in one.value for part in pair]
        elif isinstance(one, yaml.SequenceNode):
            left += one.value


def _unknown(source: Source, settings: yaml.MappingNode) -> Iterator[Finding]:
    """Every setting is one that the site has: MkDocs lets misspelt ones of the theme and under `extra` pass without a word."""
    for above, names in _KNOWN.items():
        for one in [settings] if not above else _values(settings, above):
            for key in (key for key, _ in one.value) if isinstance(one, yaml.MappingNode) else ():
                if key.value not in names:
                    meant = did_you_mean(str(key.value), names)
                    remedy = f"skriv {meant}." if meant else "ta bort raden."
                    yield _fault(source, key, f"{key.value} är ingen inställning som webbplatsen har.", remedy)


def _added(root: Path, source: Source, settings: yaml.MappingNode) -> Iterator[Finding]:
    """No plugin, no extension but those of the list, and no hook but the program's: each is code that runs in the build."""
    for node in _named(settings, "plugins"):
        yield _fault(
            source,
            node,
            f"Insticksprogrammet {node.value} hör inte till webbplatsen.",
            "skriv plugins: [] utan något i.",
        )
    for node in _named(settings, "markdown_extensions"):
        if node.value not in _EXTENSIONS:
            remedy = f"ta bort raden, eller välj bland {', '.join(_EXTENSIONS)}."
            yield _fault(source, node, f"Tillägget {node.value} hör inte till webbplatsen.", remedy)
    for node in _named(settings, "hooks"):
        if not _is_own(root, node.value, _HOOK):
            yield _fault(source, node, f"{node.value} är kod som inte hör till programmet.", f"skriv bara {_HOOK}.")


def _licence(source: Source, settings: yaml.MappingNode) -> Iterator[Finding]:
    """A licence is the address of one: programs know a licence by its address alone."""
    above, key = LICENCE
    for extra in _values(settings, above):
        for node in _values(extra, key):
            if isinstance(node, yaml.ScalarNode) and node.value and not LICENCE_ADDRESS.fullmatch(node.value):
                remedy = "skriv licensens egen adress, till exempel https://creativecommons.org/publicdomain/zero/1.0/."
                yield _place(source, node).error("licens", f'"{node.value}" är ingen webbadress.', remedy)


def _example_address(source: Source, settings: yaml.MappingNode) -> Iterator[Finding]:
    """The site's address is its own; an archive with an invented board is an example itself, and its address may be one."""
    for node in _values(settings, "site_url"):
        if isinstance(node, yaml.ScalarNode) and _EXAMPLE.fullmatch(node.value):
            remedy = "skriv adressen som webbplatsen ska ha, till exempel https://arkiv. och kommunens domän."
            yield _place(source, node).warning("webbadress", "Webbplatsens adress är bara ett exempel.", remedy)


def _folders(root: Path, source: Source, settings: yaml.MappingNode) -> Iterator[Finding]:
    """The theme, its templates and the hand-written pages are the site's own: a template is code too."""
    for theme in _values(settings, "theme"):
        for node in [theme] if isinstance(theme, yaml.ScalarNode) else _values(theme, "name"):
            if node.value != "material":
                yield _fault(source, node, f"Webbplatsen har inte temat {node.value}.", "skriv name: material.")
        for node in _values(theme, "custom_dir"):
            if not _is_own(root, node.value, THEME):
                yield _fault(source, node, "Mallarna hör inte till programmet.", f"skriv custom_dir: {THEME}.")
    for node in _values(settings, "docs_dir"):
        if node.value != CONTENT:
            yield _fault(
                source, node, f"Alla filer i {node.value} skulle läggas ut som de är.", f"skriv docs_dir: {CONTENT}."
            )


def _fixed(source: Source, settings: yaml.MappingNode) -> Iterator[Finding]:
    """What has one right value has that."""
    for above, right in _FIXED.items():
        for key, value in right.items():
            for node in [settings] if not above else _values(settings, above):
                for found in _values(node, key):
                    if found.value != value:
                        yield _fault(
                            source, found, f"Webbplatsen byggs bara med {key}: {value}.", f"skriv {key}: {value}."
                        )


def _addresses(source: Source, settings: yaml.MappingNode) -> Iterator[Finding]:
    """The site's own address is one, its links lead somewhere, and what a page is made of is the site's own."""
    for node in _values(settings, "site_url"):
        if node.value and not (isinstance(node, yaml.ScalarNode) and _SITE.fullmatch(node.value)):
            remedy = "skriv https:// och webbplatsens namn, till exempel https://arkiv. och kommunens domän."
            yield _fault(source, node, "En webbplats kan inte ha den adressen.", remedy)
    for node in _links(settings):
        found = _SCHEME.match(node.value)
        if found and found["scheme"].lower() not in _FOLLOWED:
            yield _fault(source, node, f"En länk kan inte leda till {found[0].strip()}", "skriv en adress på webben.")
    fetched = [*_values(settings, "extra_css"), *(theme for one in _values(settings, "theme") for theme in _looks(one))]
    for node in (part for value in fetched for part in _scalars(value)):
        if _ELSEWHERE.match(node.value):
            remedy = f"lägg filen under {CONTENT} och skriv var den ligger där."
            yield _fault(source, node, "Filen hämtas från en annan plats än webbplatsen.", remedy)


def _links(settings: yaml.MappingNode) -> Iterator[yaml.ScalarNode]:
    """Where the menus lead: the values of `nav`, and each `adress` in a list under `extra`."""
    for menu in _values(settings, "nav"):
        yield from _scalars(menu)
    for extra in _values(settings, "extra"):
        lists = [value for _, value in extra.value] if isinstance(extra, yaml.MappingNode) else []
        rows = (row for one in lists if isinstance(one, yaml.SequenceNode) for row in one.value)
        yield from (part for row in rows for address in _values(row, "adress") for part in _scalars(address))


def _looks(theme: yaml.Node) -> list[yaml.Node]:
    return [*_values(theme, "logo"), *_values(theme, "favicon")]


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The values of a list or map, at any depth; what it names many times is looked at once."""
    left, seen = [node], set[int]()
    while left:
        one = left.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, yaml.ScalarNode):
            yield one
        elif isinstance(one, yaml.MappingNode):
            left += [value for _, value in reversed(one.value)]
        elif isinstance(one, yaml.SequenceNode):
            left += reversed(one.value)


def _is_own(root: Path, written: str, own: str) -> bool:
    """Whether a path is the program's own: in the project, or where the program is installed."""
    return written == own or (root / str(written)).resolve() == _PROGRAM.parent / own


def _values(node: yaml.Node, key: str) -> list[yaml.Node]:
    """Every value that a map has under the key: a key written twice is no way past."""
    return [value for name, value in node.value if name.value == key] if isinstance(node, yaml.MappingNode) else []


def _named(settings: yaml.MappingNode, key: str) -> Iterator[yaml.Node]:
    """The names in a list, or a map, of what has or has not settings of its own."""
    for value in _values(settings, key):
        if isinstance(value, yaml.MappingNode):
            yield from (name for name, _ in value.value)
        elif isinstance(value, yaml.SequenceNode):
            for row in value.value:
                yield from (name for name, _ in row.value) if isinstance(row, yaml.MappingNode) else (row,)


def _fault(source: Source, node: yaml.Node, message: str, remedy: str) -> Finding:
    return _place(source, node).error("inställningar", message, remedy)


def _place(source: Source, node: yaml.Node) -> Place:
    start, end = node.start_mark, node.end_mark
    return source.place(start.line + 1, start.column + 1, end.column - start.column if end.line == start.line else 1)
