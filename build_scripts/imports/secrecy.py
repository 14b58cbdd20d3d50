"""What may not be public: a document that is secret as a whole, told before anything is written, and personal data in a file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from build_scripts.imports.received import NotImported
from macros.guard.hit import mask
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


def refuse_secret(lines: Iterable[str], official: Official, kind: str = "ärende") -> None:
    """Raises NotImported where the document bears a mark of secrecy, or answers an authority about an individual.

    `kind` is what --som names the document once its secrecy has been examined.
    """
    text = "\n".join(lines)
    why = _why(text, official)
    if why:
        raise NotImported(
            f"dokumentet {why}, och git är offentligt. Ingenting skrevs. Ska det med på listan: gör ett maskat ärende "
            "med klubbat ny ärende och --maskat sekretess. Är sekretessen prövad och får det visas: importera med "
            f"--som {kind}."
        )


def stopped(text: str, official: Official) -> list[str]:
    """What the guard of personal data stops in a file, masked."""
    hits = (hit for hit in recognise(text, official) if hit.kind.severity is Severity.STOP)
    found = (hit.kind.message.format(found=mask(text[hit.start : hit.end], hit.kind_id)) for hit in hits)
    return [f"Filen kan inte publiceras så här: {sentence} Ta bort det." for sentence in dict.fromkeys(found)]


def _why(text: str, official: Official) -> str:
    hits = [hit for hit in recognise(text, official) if hit.kind.severity is Severity.STOP]
    if any(hit.kind_id in _TOLD_BY_MARK for hit in hits):
        return "bär ett sekretessmärke"
    answers = _ANSWER.search(text) and _AUTHORITY.search(text)
    about_one = len(_INDIVIDUAL.findall(text)) > 1 or any(hit.kind_id == "personnummer" for hit in hits)
    if (answers or _CARE_LAW.search(text)) and about_one:
        return "ser ut att handla om en enskilds vård eller ärende hos en myndighet"
    return ""
