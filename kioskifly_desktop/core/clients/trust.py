"""What a client is trusted with: who may change it, and what is kept of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.es_ar import format_money, format_quantity
from kioskifly_desktop.core.permissions import Permission

if TYPE_CHECKING:
    from kioskifly_desktop.core.money import BasisPoints, Centavos
    from kioskifly_desktop.core.work import Work


class Trusted(Protocol):
    """A client, or what is asked of one."""

    @property
    def name(self) -> str:
        """Who it is."""

    @property
    def debt_limit(self) -> Centavos | None:
        """How much they may owe."""

    @property
    def credit_days(self) -> int | None:
        """How long they may owe it."""

    @property
    def account_enabled(self) -> bool:
        """Whether they buy on account."""

    @property
    def discount(self) -> BasisPoints:
        """What is off whatever they buy."""


def require_terms(work: Work, request: Trusted, before: Trusted) -> None:
    """Refuse who may not change a client's terms, where a request does.

    Raises:
        NotAllowedError: the person may not.
    """
    if _terms(request) != _terms(before):
        work.require(Permission.CLIENT_TERMS)


def log_terms(work: Work, client_id: int, request: Trusted, before: Trusted) -> None:
    """Write down terms that change.

    Writes: audit_event.
    """
    now, then = _words(request), _words(before)
    both = zip(now, then, strict=True)
    told = [f"{each} (antes: {was.lower()})" for each, was in both if each != was]
    if told:
        record(work, AuditKind.CLIENT_TERMS, before.name, "; ".join(told), client_id=client_id)


def _terms(client: Trusted) -> tuple[object, ...]:
    return (client.debt_limit, client.credit_days, client.account_enabled, client.discount)


def _words(client: Trusted) -> tuple[str, ...]:
    limit, days = client.debt_limit, client.credit_days
    return (
        "Sin límite" if limit is None else f"Límite {format_money(limit)}",
        "Sin plazo" if days is None else f"Plazo {days} días",
        "Con fiado" if client.account_enabled else "Sin fiado",
        f"Descuento {format_quantity(client.discount * 10)} %",
    )
