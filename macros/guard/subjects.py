"""What may be told of somebody who is named: words of care, illness, dismissal, employment and permits."""

from __future__ import annotations

import re

from macros.words import words

_DIAGNOSES = words(
    """
    adhd aids alkoholmissbruk anorexi asperger autism bipolär cancer demens depression diabetes dyslexi epilepsi
    funktionshinder funktionsnedsättning hiv intellektuell missbruk psykisk psykos sjukdom stroke utvecklingsstörning
    ätstörning
    """
)
"""What somebody may be ill with or live with."""

_CARE = _DIAGNOSES + words(
    r"""
    alkoholist anhörigbidrag avhysning avlid avsked avskedad avskedande avstäng bistånd boendestöd brottsmisstänk diagnos
    disciplin elevhälsa familjehem försörjningsstöd färdtjänst god_man hemtjänst hemlös hvb kontaktfamilj
    kontaktperson(?!:|_(?:hos|i|på|vid)\b) kränk ledsagar ledsagning lss lvm lvu läkarintyg mobbning narkotika omhänderta
    omplacering omsorg omvårdnad orosanmäl personlig_assistans placerad placeras placering psykiatri rehabilitering sjukpenning
    sagt_upp sjukskriv skada skilsmässa skoldaghem självmord skuldsanering skyddsplacering socialbidrag
    särskilt_boende särskilt_stöd särskola sägas_upp sägs_upp umgänge uppsagd uppsäg vräk vård
    vårdas vårdnad våld äldreboende överviktig
    """
)
"""Beginnings of words of care, diagnosis and dismissal."""

_OWN_TROUBLE = (
    r"(?<!som )(?:har(?: fått)?|lider av|fått diagnosen|behandlas för) "
    rf"(?:{'|'.join(_DIAGNOSES)})(?:en|et|er|diagnos|sjukdom|sproblem)?\b",
    *words(
        r"""
        alkoholproblem avskeda(?:d|de|nde|ndet|s|ts)?\b avsked_(?:av|för) avstäng(?:d|s|es|ts)_från disciplin
        omplacer(?:as|ad|ats|ing_av|ingen_av) rehabilitering_(?:av|för) sjukskriv(?:en|s|its|ning_(?:av|för))\b
        sägas_upp sägs_upp uppsagd(?!a) uppsägning(?:en)?_av skriftlig_varning
        """
    ),
)
"""Whole words that tell of somebody's own health or dismissal, also where she is named with her office."""

_PERSONNEL = words(
    r"""
    anställ(?:a|d|er|s|as|des|ts|ning|ningen|ningens)\b anställnings(?:avtal|bevis)(?:et)?\b arbetsbefri avgångsvederlag
    avtalspension entledig förordna(?:r|d|s|de|t|nde|ndet)?\b lön(?:en|er)?\b
    löne(?:avdrag|bidrag|förmån|höjning|påslag|sättning_(?:av|för)|tillägg|utmätning)
    pension(?:en|era[ds]?|eras|ering(?:en)?)?\b (?:prov|tillsvidare|tim|visstids)anställ(?:d|s|as|ning|ningen)\b
    rekryter(?:a|ar|as|ad|ats|ing|ingen)\b semester(?:n)?\b timanställda\b tjänstledig(?:t|het|heten)?\b uppdragstillägg
    vikariat vikarie(?:r|rar)?\b
    """
)
"""Whole words of decisions about one of the staff; of many together (löneöversyn, pensionsskuld, anställda) nobody is meant."""

_OWN_EMPLOYMENT = words(
    r"""
    anställ(?:s|as|d)\b (?:anställning|lön(?:en)?|pension|rekrytering|semester)_(?:av|för|till)\b
    avgångsvederlag avtalspension entledig förordna(?:s|nde_(?:av|för)) går_i_pension lönetillägg provanställ
    tidsbegränsa(?:d|t)_anställ tillsvidareanställ(?:d|s)\b timanställ(?:d|s)\b tjänstledig(?:t|het|heten)?\b
    uppdragstillägg vikariat(?:et)?\b visstidsanställ(?:d|s)\b
    """
)
"""Of these, what is decided about somebody who is named with her office."""

_PERMITS = words(
    r"""
    byggherre(?:n)?\b bygglov byggsanktionsavgift eldningsförbud eldstad fastighetsägare grann(?:e|en|ar|arna|es|ens)\b
    kontrollansvarig lovbefri marklov olovlig rivningslov startbesked strandskydd sökande tillbyggnad ägare_till
    """
)
"""Beginnings of words of permits and of those whom one concerns: applicant, owner, neighbour, who answers for the control."""


def _pattern(stems: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(stems)})", re.IGNORECASE)


SUBJECTS = {
    "namn-vid-omsorg": _pattern(_CARE),
    "personalbeslut": _pattern(_PERSONNEL),
    "namn-i-lov": _pattern(_PERMITS),
}
SUBJECTS_OF_OFFICERS = {"namn-vid-omsorg": _pattern(_OWN_TROUBLE), "personalbeslut": _pattern(_OWN_EMPLOYMENT)}
"""What somebody who is named with her office may be told of: her own matters, never what she answers for."""
