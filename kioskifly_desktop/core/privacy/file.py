"""All that the shop holds of a client, to show and to hand over (Ley 25.326, art. 14)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from kioskifly_desktop.core.audit import AUDIT_NAMES, AuditKind, audit_event, record, tells_of
from kioskifly_desktop.core.clients import consent_history, get_client
from kioskifly_desktop.core.contact import messages, promises
from kioskifly_desktop.core.es_ar import local
from kioskifly_desktop.core.fiscal import DOCUMENT_NAMES, RULES
from kioskifly_desktop.core.loyalty import (
    POINTS_NAMES,
    agreed_terms,
    groups_of,
    list_groups,
    points_history,
    price_lists,
)
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.sales import get_sale
from kioskifly_desktop.core.sales.tables import sale
from kioskifly_desktop.core.settings import shop_profile
from kioskifly_desktop.core.users import user
from kioskifly_desktop.core.vouchers import number_text, voucher
from kioskifly_desktop.core.wallet import disputes_of, history, merged_clients

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import BindParameter

    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.core.work import Work

_CLIENT: BindParameter[int] = bindparam("who")
_SALES = select(sale.c.id).where(sale.c.client_id == _CLIENT).order_by(sale.c.id)
_PAPERS = (
    select(voucher.c.kind, voucher.c.point, voucher.c.number, voucher.c.issued_at)
    .where(voucher.c.client_id == _CLIENT)
    .order_by(voucher.c.id)
)
_TOLD = (
    select(
        audit_event.c.at,
        user.c.name,
        audit_event.c.kind,
        audit_event.c.subject,
        audit_event.c.detail,
    )
    .outerjoin(user, user.c.id == audit_event.c.user_id)
    .where(tells_of(_CLIENT))
    .order_by(audit_event.c.id)
)
_ALL = -1


def client_file(work: Work, client_id: int) -> dict[str, Any]:
    """Return all that is held of a client, plain and ready for JSON; amounts in centavos.

    Raises:
        NotAllowedError: the person may not.
        ClientNotFoundError: there is no such client.
    """
    work.require(Permission.PRIVACY)
    found = get_client(work, client_id)
    return {
        "shop": shop_profile(work).name,
        "made_at": _instant(work.now),
        "amounts_in": "centavos",
        **_held(work, found),
    }


def note_taken(work: Work, client_id: int, name: str) -> None:
    """Write down that a client's data were taken out to a file.

    Writes: audit_event.

    Raises:
        NotAllowedError: the person may not.
        ClientNotFoundError: there is no such client.
    """
    work.require(Permission.PRIVACY)
    found = get_client(work, client_id)
    record(work, AuditKind.EXPORT, found.name, f"Datos personales · {name}", client_id=client_id)


def _held(work: Work, found: Client) -> dict[str, Any]:
    key = {"who": found.id}
    return {
        "client": _card(found) | _agreed(work, found),
        "balance": found.balance,
        "points": [
            {
                "at": _instant(each.at),
                "move": POINTS_NAMES[each.kind],
                "points": each.points,
                "balance": each.balance,
            }
            for each in reversed(points_history(work, found.id, limit=_ALL))
        ],
        "consents": [
            {"at": _instant(each.at), "user": each.user, "accepts_messages": each.accepts}
            for each in consent_history(work, found.id)
        ],
        "movements": [
            {
                "at": _instant(each.at),
                "day": each.business_date.isoformat(),
                "movement": each.title,
                "paper": each.number,
                "detail": each.detail,
                "amount": each.amount,
                "balance": each.balance,
                "reversed": each.reversed,
            }
            for each in reversed(history(work, found.id, limit=_ALL))
        ],
        "sales": [_sale(work, each) for each in work.db.scalars(_SALES, key).all()],
        "promises": [
            {
                "at": _instant(each.at),
                "amount": each.amount,
                "due": each.due.isoformat(),
                "note": each.note,
                "state": each.state.value,
            }
            for each in reversed(promises(work, found.id))
        ],
        "disputes": [
            {
                "at": _instant(each.at),
                "amount": each.amount,
                "reason": each.reason,
                "ended_at": _instant(each.ended_at) if each.ended_at else None,
                "owed": each.owed,
                "note": each.note,
            }
            for each in disputes_of(work, found.account_id)
        ],
        "messages": [
            {
                "at": _instant(each.at),
                "kind": each.kind.value,
                "aim": each.aim.value if each.aim else None,
                "text": each.text,
                "products": [product.name for product in each.products],
            }
            for each in reversed(messages(work, found.id, limit=_ALL))
        ],
        "papers": [
            {"number": number_text(kind, point, number), "issued_at": _instant(at)}
            for kind, point, number, at in work.db.execute(_PAPERS, key)
        ],
        "audit": [
            {
                "at": _instant(at),
                "user": name or "",
                "act": AUDIT_NAMES[kind],
                "subject": subject,
                "detail": detail,
            }
            for at, name, kind, subject, detail in work.db.execute(_TOLD, key)
        ],
        "merged": [
            _held(work, get_client(work, each)) for each, _ in merged_clients(work, found.id)
        ],
    }


def _card(found: Client) -> dict[str, Any]:
    return {
        "number": found.id,
        "name": found.name,
        "condition": RULES[found.condition].name,
        "document_type": DOCUMENT_NAMES[found.document_type],
        "document": found.document_number,
        "birthday": found.birthday.isoformat() if found.birthday else None,
        "phone": found.phone,
        "email": found.email,
        "address": found.address,
        "notes": found.notes,
        "preferred_method": found.preferred_method.value if found.preferred_method else None,
        "debt_limit": found.debt_limit,
        "credit_days": found.credit_days,
        "discount": found.discount,
        "account_enabled": found.account_enabled,
        "accepts_messages": found.accepts_messages,
        "archived": found.archived,
        "created_at": _instant(found.created_at),
    }


def _agreed(work: Work, found: Client) -> dict[str, Any]:
    lists = {each.id: each.name for each in price_lists(work)}
    groups = groups_of(work, found.id)
    return {
        "price_list": lists.get(found.price_list_id or 0, ""),
        "category_discounts": [
            {
                "category": each.category,
                "percent": each.percent,
                "first_day": each.first_day.isoformat() if each.first_day else None,
                "last_day": each.last_day.isoformat() if each.last_day else None,
            }
            for each in agreed_terms(work, found.id).discounts
        ],
        "groups": [each.name for each in list_groups(work) if each.id in groups],
        "lock_reason": found.lock_reason,
    }


def _sale(work: Work, sale_id: int) -> dict[str, Any]:
    sold = get_sale(work, sale_id)
    return {
        "at": _instant(sold.at),
        "kind": sold.kind.value,
        "paper": sold.number,
        "total": sold.total,
        "on_account": sold.on_account,
        "voided": sold.voided,
        "authorization": sold.authorization,
        "rebates": [{"name": each.name, "amount": each.amount} for each in sold.rebates],
        "lines": [
            {
                "product": line.description,
                "quantity_thousandths": line.quantity,
                "price": line.price,
                "total": line.total,
            }
            for line in sold.lines
        ],
    }


def _instant(at: datetime) -> str:
    return local(at).isoformat(timespec="seconds")
