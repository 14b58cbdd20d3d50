"""The pictures of an article as they are set in type: bars as numbers, the wheel of a year as a drawing of its own."""

from __future__ import annotations

from html import escape
from typing import Any

from build_scripts.exports.pdf.elements import Element, text_of

_CASED = {"viewbox": "viewBox"}
"""Names of attributes that a reader of HTML makes small and SVG writes otherwise."""

_WHEEL_STYLE = (
    "text{font-family:'Source Sans 3';font-size:28px;text-anchor:middle;dominant-baseline:central;fill:#444}"
    ".k-hjul__ar{font-size:60px;font-weight:600}.k-hjul__manad{fill:none;stroke:#bbb}.k-hjul__helgdag{stroke:#888;stroke-width:5}"
    ".k-hjul__vag{fill:none;stroke:#bbb;stroke-width:2}.k-hjul__steg{fill:#fff;stroke:#555;stroke-width:2}"
    ".k-hjul__dag{fill:#222;stroke:#222;stroke-width:2}.k-hjul__tal{font-size:18px;font-weight:600;fill:#fff}"
    ".k-hjul__mote--installt .k-hjul__dag{fill:#fff}.k-hjul__mote--installt .k-hjul__tal{fill:#222}"
)


def bars_of(picture: Element) -> list[dict[str, Any]]:
    """The rows of a picture of numbers: the name of a group, or a bar with its name, its place in hundredths and its number."""
    rows: list[dict[str, Any]] = []
    for part in picture.children:
        if not isinstance(part, Element):
            continue
        if "k-diagram__grupp" in part.classes:
            rows.append({"group": text_of(part)})
        elif "k-diagram__namn" in part.classes:
            rows.append({"name": text_of(part), "start": 0.0, "length": 0.0, "said": "", "kind": 1})
        elif part.tag == "svg":
            (bar,) = part.all("rect")
            kind = next(name for name in part.classes if "--" in name)
            rows[-1] |= {
                side: float(bar.attributes[told].rstrip("%")) for side, told in (("start", "x"), ("length", "width"))
            }
            rows[-1]["kind"] = int(kind.rpartition("--")[2])
        else:
            rows[-1]["said"] = text_of(part)
    return rows


def svg_of(element: Element, **more: str) -> str:
    """A drawing as a document of its own, dressed in black and greys: without its links and what is told when pointed at."""
    attributes = "".join(
        f' {_CASED.get(name, name)}="{escape(value)}"' for name, value in (element.attributes | more).items()
    )
    style = f"<style>{_WHEEL_STYLE}</style>" if more else ""
    inside = "".join(
        escape(child, quote=False) if isinstance(child, str) else svg_of(child)
        for child in element.children
        if isinstance(child, str) or child.tag not in ("title", "desc")
    )
    if element.tag == "a":
        return f'<g class="{element.attributes.get("class", "")}">{inside}</g>'
    return f"<{element.tag}{attributes}>{style}{inside}</{element.tag}>"
