"""What may be offered to a client today, and why: the writers only word it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, or_, select

from kioskifly_desktop.core.catalog import Unit, product
from kioskifly_desktop.core.clients import active_client, greeting_name
from kioskifly_desktop.core.contact import Aim
from kioskifly_desktop.core.errors import NothingToOfferError
from kioskifly_desktop.core.es_ar import fold, format_pesos
from kioskifly_desktop.core.money import WHOLE
from kioskifly_desktop.core.offers.baskets import complements
from kioskifly_desktop.core.offers.facts import client_facts
from kioskifly_desktop.core.offers.forbidden import may_be_named
from kioskifly_desktop.core.offers.goods import is_alcohol, is_tobacco, is_treat
from kioskifly_desktop.core.offers.names import SHOP, heads, said
from kioskifly_desktop.core.offers.terms import offer_terms
from kioskifly_desktop.core.offers.wordings import VOCABULARY
from kioskifly_desktop.core.phrases import Phrase, joined
from kioskifly_desktop.core.plan import Feature, require_feature
from kioskifly_desktop.core.sales.tables import sale_line
from kioskifly_desktop.core.sales.totals import line_total
from kioskifly_desktop.core.settings import ShopProfile, shop_profile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Row

    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.core.money import BasisPoints, Centavos
    from kioskifly_desktop.core.offers.baskets import Complement
    from kioskifly_desktop.core.offers.facts import ClientFacts
    from kioskifly_desktop.core.offers.terms import OfferTerms
    from kioskifly_desktop.core.work import Work

MOST = 3
"""Products that an offer names."""

_PER_CENT: BasisPoints = 100
_PIECE = 1000
_ADULT = 18
_NEAR_BIRTHDAY = 7
_REGULAR = 4
"""Visits of a year that tell how often somebody comes."""
_LEAST_MISSED, _MISSED = 14, 30
_RECENT_LINES = 2_000
_WITH_DISCOUNT = (Aim.DISCOUNT, Aim.BIRTHDAY, Aim.MISSED)


class CandidateKind(StrEnum):
    """Why a product is offered."""

    FAVOURITE = "favourite"
    COMPLEMENT = "complement"
    POPULAR = "popular"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A product that may be named: today's price, the one offered, equal without a discount.

    By piece, or by kilogram where `by_kilogram`; `times` is on how many of the client's tickets.
    """

    product_id: int
    name: str
    price: Centavos
    offer_price: Centavos
    discount: BasisPoints
    by_kilogram: bool
    times: int
    kind: CandidateKind
    reason: str


@dataclass(frozen=True, slots=True)
class OfferPlan:
    """All that a writer may say to a client; `catalogue` the first words of other products."""

    client_id: int
    aim: Aim
    first_name: str
    shop_name: str
    today: date
    facts: ClientFacts
    candidates: tuple[Candidate, ...]
    valid_until: date | None
    reasons: tuple[str, ...]
    catalogue: frozenset[tuple[str, ...]]

    @property
    def is_birthday_ahead(self) -> bool:
        """Whether it is too early for congratulations: before the day it brings bad luck."""
        return self.facts.birthday_in is not None and 0 < self.facts.birthday_in <= _NEAR_BIRTHDAY

    @property
    def tells_days_away(self) -> bool:
        """Whether a message may tell how long the client didn't come."""
        return self.aim is Aim.MISSED and self.facts.days_away is not None


_COLUMNS = (
    product.c.id,
    product.c.name,
    product.c.category_folded,
    product.c.price,
    product.c.cost,
    product.c.unit,
)
_ON_SALE = (
    product.c.active == True,  # noqa: E712 - SQL
    product.c.price > 0,
    or_(
        product.c.tracks_stock == False,  # noqa: E712 - SQL
        product.c.stock >= _PIECE,
    ),
)
_FIND = select(*_COLUMNS).where(product.c.id.in_(bindparam("products", expanding=True)), *_ON_SALE)
_NAMES = select(product.c.name_folded)
_NEWEST = select(sale_line.c.product_id).order_by(sale_line.c.id.desc()).limit(_RECENT_LINES)
_POPULAR_OF = _NEWEST.subquery()
_POPULAR = (
    select(_POPULAR_OF.c.product_id)
    .group_by(_POPULAR_OF.c.product_id)
    .order_by(func.count().desc(), _POPULAR_OF.c.product_id)
    .limit(50)
)


def plan_offer(work: Work, client_id: int, aim: Aim | None = None) -> OfferPlan:
    """Return what may be offered to a client; without an aim, for what suits them best.

    Raises:
        PlanFeatureError: the shop's plan has no offers.
        ClientNotFoundError, ClientArchivedError: of the client.
        NothingToOfferError: no product may be offered.
    """
    require_feature(work, Feature.OFFERS)
    owner = active_client(work, client_id)
    facts = client_facts(work, client_id)
    found = complements(work, [each.product_id for each in facts.favourites])
    maker = _Maker(work, owner, facts, found)
    chosen = aim or _best_aim(facts, has_pairs=bool(maker.pairs()))
    candidates = maker.candidates(chosen)
    if not candidates:
        raise NothingToOfferError(name=owner.name)
    discounted = any(each.discount for each in candidates)
    return OfferPlan(
        client_id=client_id,
        aim=chosen,
        first_name=said(greeting_name(owner)),
        shop_name=_shop_name(work),
        today=work.today,
        facts=facts,
        candidates=candidates,
        valid_until=work.today + timedelta(days=maker.terms.valid_days) if discounted else None,
        reasons=(_aim_reason(chosen, facts), *(each.reason for each in candidates)),
        catalogue=_catalogue(work, candidates),
    )


def _shop_name(work: Work) -> str:
    name = said(shop_profile(work).name)
    return SHOP if name in {"", ShopProfile().name} else name


def _catalogue(work: Work, candidates: Sequence[Candidate]) -> frozenset[tuple[str, ...]]:
    """Return what other products are known by, without what the shop's own texts say anyway."""
    others = heads(work.db.execute(_NAMES).scalars()) - heads(fold(c.name) for c in candidates)
    return frozenset(each for each in others if not VOCABULARY.issuperset(each))


class _Maker:
    """Chooses and prices what one client is offered."""

    def __init__(
        self, work: Work, owner: Client, facts: ClientFacts, found: list[Complement]
    ) -> None:
        self.work = work
        self.terms: OfferTerms = offer_terms(work)
        self.complements = {each.product_id: each for each in found}
        self.times = {each.product_id: each.times for each in facts.favourites}
        self.names = {each.product_id: each.name for each in facts.favourites}
        self.adult = _is_adult(owner.birthday, work.today)
        self.always_off: BasisPoints = owner.discount
        self.excluded = [f" {fold(each)} " for each in self.terms.excluded]
        self.rows = self._find([*self.times, *self.complements])

    def candidates(self, aim: Aim) -> tuple[Candidate, ...]:
        """Return what to offer, the best first."""
        if aim is Aim.COMPLEMENT and (pair := self.pairs()):
            return tuple(self._candidate(self.rows[n], aim) for n in pair)
        found = list(self.rows.values())
        if not any(_suits(row, aim) for row in found):
            popular = self._find(list(self.work.db.execute(_POPULAR).scalars()))
            found += popular.values()
        if aim not in _WITH_DISCOUNT:
            return tuple(self._candidate(row, aim) for row in found[:2])
        made = [(not _suits(row, aim), self._candidate(row, aim)) for row in found]
        made.sort(key=lambda each: (each[0], not each[1].discount))
        # One good thing is an offer; a list is a leaflet.
        return tuple(candidate for _, candidate in made[:1])

    def pairs(self) -> tuple[int, ...]:
        """Return the best complement and what it goes with; nothing where there is none."""
        for found in self.complements.values():
            new = found.product_id not in self.times
            if new and found.product_id in self.rows and found.because in self.rows:
                return found.product_id, found.because
        return ()

    def _find(self, product_ids: Sequence[int]) -> dict[int, Row[*tuple[Any, ...]]]:
        wanted = list(dict.fromkeys(product_ids))
        found = {row.id: row for row in self.work.db.execute(_FIND, {"products": wanted})}
        return {n: found[n] for n in wanted if n in found and self._may_offer(found[n])}

    def _may_offer(self, row: Row[*tuple[Any, ...]]) -> bool:
        category = f" {row.category_folded} "
        words = _words(row)
        if any(each in category for each in self.excluded if each.strip()):
            return False
        if is_tobacco(words) or not may_be_named(row.name):
            return False
        return self.adult or not is_alcohol(words)

    def _candidate(self, row: Row[*tuple[Any, ...]], aim: Aim) -> Candidate:
        discount = self._discount(row.price, row.cost) if aim in _WITH_DISCOUNT else 0
        return Candidate(
            product_id=row.id,
            name=row.name,
            price=row.price,
            offer_price=line_total(row.price, _PIECE, discount),
            discount=discount,
            by_kilogram=row.unit is Unit.KILOGRAM,
            times=self.times.get(row.id, 0),
            kind=self._kind(row.id),
            reason=self._reason(row, discount, tempting=aim in _WITH_DISCOUNT),
        )

    def _kind(self, product_id: int) -> CandidateKind:
        if product_id in self.times:
            return CandidateKind.FAVOURITE
        return CandidateKind.COMPLEMENT if product_id in self.complements else CandidateKind.POPULAR

    def _discount(self, price: Centavos, cost: Centavos) -> BasisPoints:
        """Return what to take off; none where the client has as much anyway."""
        discount = best_discount(price, cost, self.terms)
        return discount if discount > self.always_off else 0

    def _reason(self, row: Row[*tuple[Any, ...]], discount: BasisPoints, *, tempting: bool) -> str:
        unit = Phrase(" el kilo") if row.unit is Unit.KILOGRAM else ""
        price = [Phrase("hoy vale {price}{unit}", price=format_pesos(row.price), unit=unit)]
        if discount:
            offered = format_pesos(line_total(row.price, _PIECE, discount))
            price.append(
                Phrase(
                    ", con {discount} % menos {offered} y el margen se respeta",
                    discount=discount // _PER_CENT,
                    offered=offered,
                )
            )
        elif tempting:
            price.append(Phrase(", sin descuento porque {why}", why=self._why_none(row)))
        return joined("", (row.name, ": ", self._why(row.id), "; ", *price, "."))

    def _why(self, product_id: int) -> str:
        kind = self._kind(product_id)
        if kind is CandidateKind.FAVOURITE:
            return Phrase("lo llevó {times} en el último año", times=_times(self.times[product_id]))
        if kind is CandidateKind.POPULAR:
            return Phrase("es de lo que más se vende")
        found = self.complements[product_id]
        part = round(found.confidence * 100)
        often = Phrase("el {part} %", part=part) if part else Phrase("menos del 1 %")
        more = f"{found.lift:.1f}".replace(".", ",")
        return Phrase(
            "está en {often} de los tickets con {names}, {more} veces lo que sería casualidad",
            often=often,
            names=self.names[found.because],
            more=more,
        )

    def _why_none(self, row: Row[*tuple[Any, ...]]) -> str:
        if not row.cost:
            return Phrase("no tiene costo cargado")
        if best_discount(row.price, row.cost, self.terms):
            percent = f"{self.always_off / _PER_CENT:g}".replace(".", ",")
            return Phrase("ya tiene {percent} % en todo", percent=percent)
        if self.terms.maximum_discount < _PER_CENT:
            return Phrase("las ofertas no llevan descuento")
        return Phrase("quedaría por debajo del margen mínimo")


def _suits(row: Row[*tuple[Any, ...]], aim: Aim) -> bool:
    # Nobody is congratulated with bleach.
    return aim is not Aim.BIRTHDAY or is_treat(_words(row))


def _words(row: Row[*tuple[Any, ...]]) -> str:
    return f"{row.category_folded} {fold(row.name)}"


def best_discount(price: Centavos, cost: Centavos, terms: OfferTerms) -> BasisPoints:
    """Return the largest whole per cent off that keeps the margin; none of an unknown cost.

    The margin is kept before the counter rounds too: of many pieces it would show.
    """
    if not cost:
        return 0
    for rate in range(terms.maximum_discount // _PER_CENT, 0, -1):
        discount = rate * _PER_CENT
        offered = line_total(price, _PIECE, discount)
        kept = (WHOLE - discount) * (WHOLE - terms.minimum_margin) * price >= cost * WHOLE**2
        if kept and (offered - cost) * WHOLE >= terms.minimum_margin * offered and offered < price:
            return discount
    return 0


def _best_aim(facts: ClientFacts, *, has_pairs: bool) -> Aim:
    if facts.birthday_in is not None and facts.birthday_in <= _NEAR_BIRTHDAY:
        return Aim.BIRTHDAY
    if _is_missed(facts):
        return Aim.MISSED
    return Aim.COMPLEMENT if has_pairs else Aim.THANKS


def _is_missed(facts: ClientFacts) -> bool:
    if facts.days_away is None:
        return False
    if facts.visits < _REGULAR or facts.usual_gap is None:
        return facts.days_away > _MISSED
    return facts.days_away > max(_LEAST_MISSED, 2 * facts.usual_gap)


def _aim_reason(aim: Aim, facts: ClientFacts) -> str:
    if aim is Aim.BIRTHDAY and facts.birthday_in is not None:
        when = {0: Phrase("hoy"), 1: Phrase("mañana")}.get(
            facts.birthday_in, Phrase("en {birthday_in} días", birthday_in=facts.birthday_in)
        )
        return Phrase("Cumple años {when}.", when=when)
    if aim is Aim.MISSED and facts.days_away:
        days = (
            Phrase("1 día")
            if facts.days_away == 1
            else Phrase("{days_away} días", days_away=facts.days_away)
        )
        return Phrase("Hace {days} que no viene.", days=days)
    if facts.visits:
        return Phrase("Vino {visits} en el último año.", visits=_times(facts.visits))
    return Phrase("En el último año no compró con su nombre.")


def _times(count: int) -> str:
    return Phrase("1 vez") if count == 1 else Phrase("{count} veces", count=count)


def _is_adult(birthday: date | None, today: date) -> bool:
    if birthday is None:
        return False
    had = (today.month, today.day) >= (birthday.month, birthday.day)
    return today.year - birthday.year - (not had) >= _ADULT
