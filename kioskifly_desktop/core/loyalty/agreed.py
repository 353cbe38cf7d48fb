"""What is agreed with one client: discounts by category, a price list, a lock."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select, update

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.clients import client, get_client
from kioskifly_desktop.core.clients.record import refuse_anonymous
from kioskifly_desktop.core.errors import (
    CategoryMissingError,
    DiscountError,
    LoyaltyNotFoundError,
)
from kioskifly_desktop.core.es_ar import fold, format_quantity
from kioskifly_desktop.core.loyalty.dates import check_dates, in_force
from kioskifly_desktop.core.loyalty.price_lists import list_prices
from kioskifly_desktop.core.loyalty.tables import client_discount, client_group_member, price_list
from kioskifly_desktop.core.money import WHOLE
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.core.money import BasisPoints, Centavos
    from kioskifly_desktop.core.work import Work

_CATEGORY_LIMIT, _REASON_LIMIT = 60, 120


@dataclass(frozen=True, slots=True)
class CategoryDiscount:
    """A discount on what is of a category, on the days from `first_day` to `last_day`."""

    category: str
    percent: BasisPoints
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class AgreedTerms:
    """What is agreed with a client besides the card; without `lock_reason` nothing is locked."""

    discounts: tuple[CategoryDiscount, ...] = ()
    price_list_id: int | None = None
    lock_reason: str = ""


def _as_it_is(_product_id: int, price: Centavos) -> Centavos:
    return price


@dataclass(frozen=True, slots=True)
class Agreed:
    """What a cart is priced by: the client's discount, those of categories, and their prices."""

    discount: BasisPoints = 0
    categories: dict[str, BasisPoints] = field(default_factory=dict)
    price: Callable[[int, Centavos], Centavos] = _as_it_is

    def discount_on(self, category_folded: str) -> BasisPoints:
        """Return the larger of the client's discounts on goods of a category."""
        return max(self.discount, self.categories.get(category_folded, 0))


NOTHING_AGREED = Agreed()

_DISCOUNTS = (
    select(
        client_discount.c.category,
        client_discount.c.percent,
        client_discount.c.first_day,
        client_discount.c.last_day,
    )
    .where(client_discount.c.client_id == bindparam("client"))
    .order_by(client_discount.c.id)
)
_IN_FORCE = select(client_discount.c.category_folded, client_discount.c.percent).where(
    client_discount.c.client_id == bindparam("client"), in_force(client_discount, bindparam("day"))
)


def agreed_with(
    work: Work, buyer: Client | None, products: Iterable[int], *, discounts: bool = True
) -> Agreed:
    """Return what a client's cart is priced by today; `discounts` False knows there are none."""
    if buyer is None:
        return NOTHING_AGREED
    categories: dict[str, BasisPoints] = {}
    key = {"client": buyer.id, "day": work.today}
    for category, percent in work.db.execute(_IN_FORCE, key) if discounts else ():
        categories[category] = max(percent, categories.get(category, 0))
    if buyer.price_list_id is None:
        return Agreed(buyer.discount, categories)
    return Agreed(buyer.discount, categories, list_prices(work, buyer.price_list_id, products))


def agreed_terms(work: Work, client_id: int) -> AgreedTerms:
    """Return what is agreed with a client.

    Raises:
        ClientNotFoundError: there is none.
    """
    found = get_client(work, client_id)
    rows = work.db.execute(_DISCOUNTS, {"client": client_id})
    discounts = tuple(CategoryDiscount(*row) for row in rows)
    return AgreedTerms(discounts, found.price_list_id, found.lock_reason)


def save_agreed_terms(work: Work, client_id: int, terms: AgreedTerms) -> None:
    """Change what is agreed with a client.

    Writes: client, client_discount, audit_event.

    Raises:
        NotAllowedError: the person may not.
        CategoryMissingError, DiscountError, DatesError, TextTooLongError: of a discount.
        LoyaltyNotFoundError: there is no such price list.
        ClientNotFoundError, ClientAnonymousError: of the client.
    """
    work.require(Permission.CLIENT_TERMS)
    found, before = get_client(work, client_id), agreed_terms(work, client_id)
    refuse_anonymous(found)
    rows = [{"client_id": client_id, **_checked(each)} for each in terms.discounts]
    reason = clean(
        terms.lock_reason, field="lock_reason", limit=_REASON_LIMIT, label=Phrase("el motivo")
    )
    lists = select(price_list.c.id).where(price_list.c.id == terms.price_list_id)
    if terms.price_list_id is not None and work.db.execute(lists).first() is None:
        raise LoyaltyNotFoundError(field="price_list_id")
    work.db.execute(delete(client_discount).where(client_discount.c.client_id == client_id))
    if rows:
        work.db.execute(insert(client_discount), rows)
    card = {
        "price_list_id": terms.price_list_id,
        "lock_reason": reason,
        "updated_at": work.now,
        "updated_by": work.user.id,
    }
    work.db.execute(update(client).where(client.c.id == client_id).values(card))
    now, then = (_in_words(work, each) for each in (agreed_terms(work, client_id), before))
    if now != then:
        words = f"{now} (antes: {then.lower()})"
        record(work, AuditKind.CLIENT_TERMS, found.name, words, client_id=client_id)
    if reason != found.lock_reason:
        record(work, AuditKind.CLIENT_LOCK, found.name, reason, client_id=client_id)


def merge_lock(work: Work, kept_id: int, merged_id: int) -> None:
    """Lock who stays where who goes was locked.

    Writes: client, audit_event.
    """
    kept, merged = get_client(work, kept_id), get_client(work, merged_id)
    if merged.lock_reason and not kept.lock_reason:
        locked = update(client).where(client.c.id == kept_id)
        work.db.execute(locked.values(lock_reason=merged.lock_reason))
        record(work, AuditKind.CLIENT_LOCK, kept.name, merged.lock_reason, client_id=kept_id)


def forget_terms(work: Work, client_id: int) -> None:
    """Delete the discounts and groups of a client who is nobody any more.

    Writes: client_discount, client_group_member.
    """
    for held in (client_discount, client_group_member):
        work.db.execute(delete(held).where(held.c.client_id == client_id))


def _in_words(work: Work, terms: AgreedTerms) -> str:
    named = select(price_list.c.name).where(price_list.c.id == terms.price_list_id)
    name = work.db.execute(named).scalar()
    parts = [
        f"{format_quantity(each.percent * 10)} % en {each.category}" for each in terms.discounts
    ]
    return "; ".join([*parts, *([f"Lista {name}"] if name else [])]) or "Nada"


def _checked(asked: CategoryDiscount) -> dict[str, object]:
    category = clean(
        asked.category, field="category", limit=_CATEGORY_LIMIT, label=Phrase("el rubro")
    )
    if not category:
        raise CategoryMissingError(field="category")
    if not 0 < asked.percent <= WHOLE:
        raise DiscountError(field="percent")
    check_dates(asked.first_day, asked.last_day)
    return {
        "category": category,
        "category_folded": fold(category),
        "percent": asked.percent,
        "first_day": asked.first_day,
        "last_day": asked.last_day,
    }
