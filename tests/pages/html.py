"""What a fragment of HTML holds: its text, links, ids and headings, and what is wrong with its shape."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

_VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
_BLOCKS = {
    "br",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "li",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "tr",
    "ul",
}


@dataclass
class Fragment(HTMLParser):
    """One parsed fragment."""

    html: str
    faults: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[str] = []
        self.feed(self.html)
        self.close()
        self.faults += [f"<{tag}> stängs aldrig" for tag in self._open]
        self._judge_headings()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        names = [name for name, _ in attrs]
        self.faults += [f"<{tag}> har två {name}" for name in {name for name in names if names.count(name) > 1}]
        self.faults += [f"<{tag}> har {name}" for name in names if name == "style" or name.startswith("on")]
        values = dict(attrs)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.links += [values["href"] or ""] if "href" in values else []
        if tag == "p" and "p" in self._open:
            self.faults.append("<p> i <p>")
        if tag in _BLOCKS:
            self.texts.append("\n")
        if tag[0] == "h" and tag[1:].isdigit():
            self.headings.append((int(tag[1:]), ""))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1] != tag:
            self.faults.append(f"</{tag}> stänger {self._open[-1:] or 'inget'}")
        else:
            self._open.pop()
        if tag in _BLOCKS:
            self.texts.append("\n")

    def handle_data(self, data: str) -> None:
        self.texts.append(data.replace("\n", " "))
        if any(tag[0] == "h" and tag[1:].isdigit() for tag in self._open):
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)

    @property
    def lines(self) -> list[str]:
        """The text as a reader meets it, block by block, without what only says where a line may not end."""
        return [
            line
            for raw in "".join(self.texts).replace("\N{WORD JOINER}", "").split("\n")
            if (line := " ".join(raw.split()))
        ]

    def _judge_headings(self) -> None:
        levels = [level for level, _ in self.headings]
        if levels.count(1) > 1:
            self.faults.append("flera h1")
        self.faults += [f"h{after} efter h{before}" for before, after in pairwise(levels) if after > before + 1]
        self.faults += ["tom rubrik" for _, text in self.headings if not text.strip()]
        self.faults += [
            f"id {name} finns två gånger" for name in sorted({name for name in self.ids if self.ids.count(name) > 1})
        ]
