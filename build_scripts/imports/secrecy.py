"""A document that is secret as a whole, such as a statement on the care of an individual: told before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from build_scripts.imports.received import NotImported
from macros.guard.kinds import Severity
from macros.guard.official import Official
from macros.guard.recognise import recognise

_TOLD_BY_MARK = ("sekretessmärke", "skyddad-identitet")

_ANSWER = re.compile(r"\b(?:yttrande|svar|komplettering|begäran|anmälan|klagomål|underrättelse)\b", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"\b(?:Inspektionen för vård och omsorg|IVO|Justitieombudsmannen|JO|Skolinspektionen|Diskrimineringsombudsmannen|"
    r"(?:[Ff]örvaltnings|[Kk]ammar)rätten|Barn- och elevombudet|Socialstyrelsen|Försäkringskassan|Polismyndigheten)\b"
)
_INDIVIDUAL = re.compile(
    r"\b(?:klaganden?|anmälaren|den enskildes?|brukarens?|elevens?|patientens?|klientens?|vårdnadshavaren?s?|"
    r"hen(?:ne|nes|om)?|honom|hans) (?:\w+ ){0,4}?"
    r"(?:hälsa|hälsotillstånd|diagnos\w*|vård|behandling|situation|insats\w*|ansökan|ärende|placering|bistånd)\b",
    re.IGNORECASE,
)
_CARE_LAW = re.compile(r"\b(?:LVU|LVM|LPT|LSS-insats\w*|enskild(?:a)? individärenden?)\b")


def refuse_secret(lines: Iterable[str], official: Official) -> None:
    """Raises NotImported where the document bears a mark of secrecy, or answers an authority about an individual."""
    text = "\n".join(lines)
    why = _why(text, official)
    if why:
        raise NotImported(
            f"dokumentet {why}, och git är offentligt. Ingenting skrevs. Ska det med på listan: gör ett maskat ärende "
            "med klubbat ny ärende och --maskat sekretess. Är sekretessen prövad och får det visas: importera med "
            "--som ärende."
        )


def _why(text: str, official: Official) -> str:
    hits = [hit for hit in recognise(text, official) if hit.kind.severity is Severity.STOP]
    if any(hit.kind_id in _TOLD_BY_MARK for hit in hits):
        return "bär ett sekretessmärke"
    answers = _ANSWER.search(text) and _AUTHORITY.search(text)
    about_one = len(_INDIVIDUAL.findall(text)) > 1 or any(hit.kind_id == "personnummer" for hit in hits)
    if (answers or _CARE_LAW.search(text)) and about_one:
        return "ser ut att handla om en enskilds vård eller ärende hos en myndighet"
    return ""
