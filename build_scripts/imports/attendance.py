"""Who was there, as old minutes tell it: by the words that stand over people and beside their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from build_scripts.imports.people import is_office

_WORD = r"[A-ZÅÄÖÉÜ][\w-]+"
_OVER = r"(?:Beslutande|Närvarande|Ledam(?:ot|öter)|Ersättare|Ordförande|Justera(?:re|nde))\b"
"""What stands over names, and on their line in a table."""

_MEMBER = re.compile(
    rf"(?!{_OVER})(?P<name>{_WORD}(?: (?:{_WORD}|von|af|de))+)\s*\((?:[A-ZÅÄÖ][A-Za-zåäö]{{0,4}}|[smvcl]|kd|mp|fp|sd)\)"
)
_SERVES = re.compile(
    rf"(?:tj(?:änstgör(?:ande|)|g)?\.?\s+(?:för|i stället för)|ersätter|för)\s+(?P<name>{_WORD}(?: {_WORD})+)"
)
_CHAIR = re.compile(r"\bordf(?:örande)?\b", re.IGNORECASE)
_VICE = re.compile(r"\bv(?:ice)?\b", re.IGNORECASE)
_BESIDE = re.compile(rf"[,;\t§()]| (?={_WORD} [A-ZÅÄÖÉÜ])")
"""Between a name and an office, and between an office and the next name."""

_REPLACED = re.compile(r"(?:för|i stället för|ersätter)\s*$")
_WORDS_OF_ABSENCE = r"(?:frånvar(?:ande|o)|(?:ej|inte|icke) närvarande|(?:anmäl(?:t|da) )?förhinder)\b"
_ABSENT = re.compile(rf"[\s,–-]*{_WORDS_OF_ABSENCE}(?!\s*:)", re.IGNORECASE)
_BEFORE_ABSENT = re.compile(rf"\s+(?={_WORDS_OF_ABSENCE}[^(,:]{{0,20}}:)", re.IGNORECASE)
_NOT_THERE = r"(?i:ej|icke|inte|jäv\w*|utom)\b"
_PARAGRAPHS = re.compile(
    rf"(?:[^\w§]|\b(?!{_NOT_THERE})(?:[A-ZÅÄÖ]\w*|del(?:tar|tog)|ersätt\w*|för|i|närvarande|ordf\w*|stället|tjänstgör\w*|under|vice|vid)\b)*"
    rf"§§?\s*(?P<numbers>\d{{1,4}}(?:\s*(?:[,–-]|och)\s*\d{{1,4}})*)(?!.*\b{_NOT_THERE})"
)
"""The paragraphs that somebody took part in; who was away for some, came or left is for somebody to read."""

APPROVERS = re.compile(
    r"(?:(?:utse(?:s|dda?) )?att justera|utse(?:s|dda?) justerare|justera(?:re|nde))\b.*", re.IGNORECASE
)
DECIDING = re.compile(r"beslutande\b.*", re.IGNORECASE)

_SECTIONS = (
    ("", re.compile(rf"{_WORDS_OF_ABSENCE}.*", re.IGNORECASE)),
    (
        "ersättare",
        re.compile(
            r"(?:närvarande )?(?:(?:(?:ej|icke) tjänstgörande )?ersättare|(?:ej|icke) (?:beslutande|tjänstgörande))\b.*",
            re.IGNORECASE,
        ),
    ),
    ("tjänstgörande_ersättare", re.compile(r"tjänstgörande ersättare\b.*", re.IGNORECASE)),
    (
        "övriga",
        re.compile(r"övriga?(?: närvarande| deltagande| deltagare)?\b.*|tjänste(?:män|personer)\b.*", re.IGNORECASE),
    ),
    ("justerare", APPROVERS),
    (
        "",
        re.compile(r"(?:underskrifter|sekreterare|plats och tid|tid|plats|anslag|bevis|paragrafer)\b.*", re.IGNORECASE),
    ),
    ("ledamöter", DECIDING),
    ("ledamöter", re.compile(r"(?:närvarande|ledamöter)\b.*", re.IGNORECASE)),
)
"""By the key of the attendance that it begins: what stands over people."""


def _took_part(rest: str) -> dict[str, str]:
    """The paragraphs that somebody was there for, where it is said."""
    found = _PARAGRAPHS.match(rest)
    if found is None:
        return {}
    return {"paragrafer": re.sub(r"\s*[–-]\s*", "-", re.sub(r"\s*(?:,|och)\s*", ", ", found["numbers"]))}


def attendance_of(lines: Sequence[str]) -> tuple[dict[str, Any], list[str]]:
    """Who was there by the words over them, and who was chosen to approve; offices alone of those who are not elected.

    The chair is "" where no line says who it was.
    """
    found: dict[str, list[dict[str, str]]] = {"ledamöter": [], "tjänstgörande_ersättare": [], "ersättare": []}
    offices: list[str] = []
    approvers: list[str] = []
    chair, key = "", ""
    for line in (part for whole in lines for part in _BEFORE_ABSENT.split(whole)):
        key = next((key for key, shape in _SECTIONS if shape.fullmatch(line)), key)
        for person in _MEMBER.finditer(line):
            name, rest = person["name"], line[person.end() :].split("(")[0]
            if _REPLACED.search(line[: person.start()]) or _ABSENT.match(rest):
                continue
            if key == "justerare":
                approvers.append(name)
                continue
            if _CHAIR.search(rest) and not _VICE.search(rest):
                chair = name
            serves = _SERVES.search(rest)
            if serves and key in ("ledamöter", "tjänstgörande_ersättare"):
                found["tjänstgörande_ersättare"].append({"namn": name, "för": serves["name"], **_took_part(rest)})
            elif key in ("ledamöter", "ersättare"):
                found[key].append({"namn": name, **_took_part(rest)})
        if key == "justerare":
            # Who has been named with a party stands here without it.
            there = (one["namn"] for kind in ("ledamöter", "tjänstgörande_ersättare") for one in found[kind])
            approvers += (name for name in there if name in line and name not in approvers)
        if key == "övriga":
            offices += filter(is_office, map(str.strip, _BESIDE.split(line)))
    serving = {one["namn"] for one in found["tjänstgörande_ersättare"]}
    found["ersättare"] = [one for one in found["ersättare"] if one["namn"] not in serving]
    kept = {key: people for key, people in found.items() if people}
    others = {"övriga": list(dict.fromkeys(offices))} if offices else {}
    return {"ordförande": chair, **kept, **others}, list(dict.fromkeys(approvers))
