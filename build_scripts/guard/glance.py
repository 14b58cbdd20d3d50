"""One quick look at a finished file's bytes: whether anything that stops could stand there at all.

It only ever says no when the recognisers would find nothing that stops, whatever way the text takes out of its markup
(`build_scripts.guard.readers.web_files`): what it does not understand is a yes. So it may be blunt: it knows shapes,
not check digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from build_scripts.guard.readers.web_files import unpacked
from macros.guard.mail import PRIVATE

_DIGITS_OF_OTHER_SCRIPTS = b"\xd9\xdb\xdf\xe0\xe1\xea\xef\xf0"
"""What every digit but 0-9 begins with in UTF-8; so do the wide at sign and the wide letters."""

_LETTERS_LIKE_OURS = b"\xaa\xbf"
"""What the Kelvin sign and the long s end with: they are K and S to the recognisers of words."""

_OTHER, _HIDDEN, _NUMBER = b"\x01", b"~", b"0"


def _table() -> bytes:
    """Each byte as its class: capitals as small letters, digits as 0, signs between digits as a space or as `~`."""
    made = bytearray(bytes(range(256)).lower())
    for signs, shown in (
        (b"0123456789", _NUMBER),
        (b" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f-+", b" "),
        (b"\\*_`~" + bytes(range(0x80, 0x100)), _HIDDEN),
        (_DIGITS_OF_OTHER_SCRIPTS + _LETTERS_LIKE_OURS + _OTHER, _OTHER),
    ):
        for sign in signs:
            made[sign] = shown[0]
    return bytes(made)


_CLASSES = _table()
_TAG = rb"</?(?:a|abbr|b|bdi|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u|wbr)(?:[ ~][^<>]*)?>"
_NEAR = rb"(?:~|" + _TAG + rb")*+"
_IN_DATE = rb"(?:[ ~./]|" + _TAG + rb")*+"
_GAP = rb"(?:[ ~>]|&gt;|" + _TAG + rb")*+"
_PERSONAL_NUMBER = re.compile(
    rb"0(?=N0D(0)N(0)D(0)N(0)G0N0N0G0)".replace(b"N", _NEAR).replace(b"D", _IN_DATE).replace(b"G", _GAP)
)
"""Year, month and day (whose digits are the groups), the gap, and the birth number with its check digit."""

_ANY = rb"(?:[\s\-+./()>\\*_`~\x80-\xff]|&gt;|" + _TAG.replace(b"[ ~]", rb"[\s\x1c-\x1f\x80-\xff]") + rb")*"
_MOBILE = re.compile(rb"0(?<![0-9]0)G7G[02369](?:G[0-9]){7}".replace(b"G", _ANY))
_MOBILE_ABROAD = re.compile(rb"4G6(?:G0)?G7G[02369](?:G[0-9]){7}".replace(b"G", _ANY))
_ENTITY = re.compile(rb"&(?=[#a-z0-9<])(?!(?:amp;(?![#a-zA-Z0-9]{2,8};)|lt;|gt;|quot;|#34;|#39;))", re.IGNORECASE)
_QUOTED = re.compile(rb"%[0-9a-fA-F]{2}")
"""A sign of an address written in hexadecimal."""

_TAGS = _TAG.removeprefix(rb"<") + rb"(?:" + _TAG + rb")*"
_PARTED_WORD = re.compile(rb"<(?<=[a-z(\[@]<)" + _TAGS + rb"(?=[a-z)\]@])")
"""What could be a word of the kinds below, or a spelt sign, with tags inside."""

_WORDS = (b"skydda", b"sekretessmarker", b"kvarskriv")
_BRACKETS = (b"(", b"[", b")", b"]")
_SPELT_AT = (re.compile(rb"\((?:at\)|snabel)"), re.compile(rb"\[(?:at\]|snabel)"))
_QUOTATION_MARKS = (b'"', b"'")
_BETWEEN = b'"\n"'
_ESCAPED_SPACES = (b"\\n", b"\\r", b"\\t", b"\\f", b"\\b")
_AT = re.compile(rb'@(?<!"@)')
_DOMAIN = re.compile(rb"[a-z0.]*")
_PRIVATE = tuple(domain.encode().translate(_CLASSES) for domain in PRIVATE)


def may_stop(name: str, content: bytes) -> bool:
    """Whether anything that stops could stand in the file or its name.

    Pages and their texts in the search index are looked at; of other files, which are few, the answer is yes.
    """
    if name.endswith(".html"):
        return _may_stop(name, content)
    if name.endswith(".pf_fragment"):
        content = unpacked(content)
        for escaped in _ESCAPED_SPACES:
            content = content.replace(escaped, b" ")
        return b"\\u" in content or _may_stop(name, content)
    return True


def _may_stop(name: str, content: bytes) -> bool:
    parts = [name.encode("utf-8", "replace"), *_read_as_addresses(content)]
    return _looks_like_it(content) or _looks_like_it(_BETWEEN.join(parts))


def _read_as_addresses(content: bytes) -> Iterator[bytes]:
    """What stands between two quotation marks around each sign in hexadecimal, with these as they are meant."""
    end = 0
    for found in _QUOTED.finditer(content):
        if found.start() >= end:
            start = max(content.rfind(mark, 0, found.start()) for mark in _QUOTATION_MARKS) + 1
            ends = (content.find(mark, found.end()) for mark in _QUOTATION_MARKS)
            end = min((at for at in ends if at >= 0), default=len(content))
            yield unquote_to_bytes(content[start:end])


def _looks_like_it(content: bytes) -> bool:
    classes = content.translate(_CLASSES)
    return bool(
        _OTHER in classes
        or any(word in classes for word in _WORDS)
        or _ENTITY.search(content)
        or any(_may_be_day(found, content) for found in _PERSONAL_NUMBER.finditer(classes))
        or _MOBILE.search(content)
        or _MOBILE_ABROAD.search(content)
        or any(_may_be_word(found, classes) for found in _PARTED_WORD.finditer(classes))
        or any(shape.search(classes) for shape in _SPELT_AT)
        or any(_may_be_private(classes, sign.end()) for sign in _AT.finditer(classes))
    )


def _may_be_day(found: re.Match[bytes], content: bytes) -> bool:
    """Whether a number begins with a month and a day; a class stands where its byte does."""
    month, day = (int(bytes(content[found.start(n)] for n in digits)) for digits in ((1, 2), (3, 4)))
    return 1 <= month <= 12 and (1 <= day <= 31 or 61 <= day <= 91)


def _may_be_word(tags: re.Match[bytes], classes: bytes) -> bool:
    """Whether what stands around the tags can be one: after a bracket only what a spelt sign begins with, before one its end."""
    before, after = classes[tags.start() - 1 : tags.start()], classes[tags.end() : tags.end() + 2]
    if before in _BRACKETS:
        return after.startswith((b"@", b"at", b"a<", b"sn", b"s<"))
    return after[:1] not in _BRACKETS or before in (b"a", b"t", b"@")


def _may_be_private(classes: bytes, start: int) -> bool:
    """Whether a private domain may begin here; it may go on after a tag."""
    found = _DOMAIN.match(classes, start)
    begun = found.group() if found else b""
    return any(domain.startswith(begun) or begun.startswith(domain) for domain in _PRIVATE)
