"""Every word of a Word file, read in the plainest way there is, to hold an import against."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections import Counter
from xml.etree import ElementTree

import pypdfium2

_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|comments|footnotes|endnotes)\.xml")
_WORD = re.compile(r"[^\W_]+")


def words_of_file(content: bytes) -> Counter[str]:
    """The words of all paragraphs of all parts. The old form of what Word writes twice is passed over."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if not _PARTS.fullmatch(name):
                continue
            xml = re.sub(rb"<mc:Fallback>.*?</mc:Fallback>", b"", package.read(name), flags=re.DOTALL)
            for paragraph in ElementTree.fromstring(xml).iter():
                if paragraph.tag.endswith("}p"):
                    found.update(words(_own(paragraph)))
    return found


def words_of_pdf(content: bytes) -> Counter[str]:
    """The words of all pages, as another reader finds them; those that are broken at the end of a line are whole."""
    document = pypdfium2.PdfDocument(content)
    texts = [page.get_textpage().get_text_range() for page in document]
    whole = re.sub(r"(?<=[a-zåäö])[-\ufffe]\s*\n(?=[a-zåäö])", "", "\n".join(texts).replace("\r", ""))
    return Counter(words(re.sub(r"(?<=\d)(?=[A-ZÅÄÖ][a-zåäö])", " ", whole)))


def _own(element: ElementTree.Element) -> str:
    """The text of a paragraph without paragraphs inside it."""
    text = ""
    for child in element:
        name = child.tag.rpartition("}")[2]
        if name == "p":
            text += " "
        elif name == "t":
            text += child.text or ""
        elif name in ("tab", "br", "cr"):
            text += " "
        elif name == "noBreakHyphen":
            text += "-"
        else:
            text += _own(child)
    return text


def words(text: str) -> list[str]:
    """Words and numbers in small letters."""
    plain = "".join(
        sign
        for sign in unicodedata.normalize("NFC", text)
        if unicodedata.category(sign) not in ("Cf", "Co", "Cc") or sign in "\n\t"
    )
    return _WORD.findall(plain.casefold())
