"""`anslag/*.md`: a notice ("anslag") of delegated decisions that are not reported to the body but can be appealed (KL 8:10)."""

from __future__ import annotations

from pydantic import Field

from macros.record.delegation import DelegatedDecision
from macros.record.schema import Header
from macros.record.values import Date, Line


class NoticeHeader(Header):
    """The header of a notice of delegated decisions; its body may say more about them."""

    title: Line = Field(alias="rubrik", description="Vad anslaget gäller.")
    minuted: Date = Field(alias="protokollfört", description="Dagen då besluten fördes in i ett särskilt protokoll.")
    posted: Date = Field(alias="anslaget", description="Dagen då anslaget sattes upp.")
    removed: Date | None = Field(None, alias="nedtaget", description="Dagen då anslaget togs ned.")
    kept_at: Line | None = Field(None, alias="förvaras", description="Var protokollet förvaras.")
    decisions: tuple[DelegatedDecision, ...] = Field(alias="beslut", description="Besluten, ett per rad.", min_length=1)
