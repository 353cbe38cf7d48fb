"""The plan a shop has now, and what it refuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.errors import (
    PlanFeatureError,
    PlanKeyExpiredError,
    PlanKeyForeignError,
    PlanLimitError,
    ShopError,
)
from kioskifly_desktop.core.es_ar import fold, format_date, format_quantity
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase, joined
from kioskifly_desktop.core.plan.keys import VENDOR_KEY, PlanKey, read_key
from kioskifly_desktop.core.plan.plans import (
    FEATURE_NAMES,
    FREE,
    LIMIT_NAMES,
    PLANS,
    Feature,
    Limit,
    Plan,
)
from kioskifly_desktop.core.settings import get_preference, set_preference, shop_profile

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import Work

_STORED = "plan_key"
_SOLD = tuple(plan for plan in PLANS if plan is not FREE)
_CUIT_DIGITS = 11
# Plain SQL: the tables belong to modules above this one. Who is archived takes no movements and
# takes no place; coming back takes one.
_COUNTS = {
    Limit.CLIENTS: "SELECT count(*) FROM client WHERE archived = 0",
    Limit.USERS: "SELECT count(*) FROM user WHERE active = 1",
    Limit.REGISTERS: "SELECT count(*) FROM register WHERE archived = 0",
}
_HIGHEST = {limit: f"SELECT max(id) FROM {limit.value[:-1]}" for limit in Limit}  # noqa: S608 - ours


@dataclass(frozen=True, slots=True)
class PlanStatus:
    """The plan in force; and of the key the shop has, if any, its plan and why it gives nothing."""

    plan: Plan
    keyed: Plan | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Use:
    """How many of something the shop has, of how many its plan admits."""

    limit: Limit
    used: int
    most: int | None

    def __str__(self) -> str:
        """Return it in words: `312 de 2.000 clientes`."""
        return self.words

    @property
    def words(self) -> str:
        """It in words."""
        if self.most is None:
            return Phrase("{count}, sin límite", count=count_text(self.limit, self.used))
        most = count_text(self.limit, self.most)
        return Phrase("{used} de {most}", used=_grouped(self.used), most=most)


def current_plan(work: Work) -> Plan:
    """Return the plan of the shop's key while it holds, else the free one."""
    return plan_status(work).plan


def plan_status(work: Work) -> PlanStatus:
    """Return the plan in force and what became of the shop's key."""
    stored = get_preference(work, _STORED, "")
    if not stored:
        return PlanStatus(FREE)
    try:
        grant = read_key(stored, _vendor(work))
    except ShopError as error:  # the file was changed by hand
        return PlanStatus(FREE, None, error.words)
    try:
        _check_grant(work, grant)
    except ShopError as error:
        return PlanStatus(FREE, grant.plan, error.words)
    return PlanStatus(grant.plan, grant.plan)


def install_plan(work: Work, key: str) -> Plan:
    """Give the shop the plan of a key, instead of the one it had, and return it.

    Writes: setting.

    Raises:
        NotAllowedError: the person may not.
        ShopError: no key, cut, altered, not the vendor's, newer than the program, expired, or of
            another shop; the plan stays as it was.
    """
    work.require(Permission.PLAN)
    grant = read_key(key, _vendor(work))
    _check_grant(work, grant)
    set_preference(work, _STORED, key.strip())
    record(work, AuditKind.PLAN_INSTALLED, grant.plan.name)
    return grant.plan


def require_feature(work: Work, feature: Feature) -> None:
    """Refuse what the plan lacks.

    Raises:
        PlanFeatureError: the plan lacks the feature.
    """
    lack = _lack(work, feature)
    if lack is not None:
        raise lack


def feature_missing(work: Work, feature: Feature) -> str:
    """Return why the plan doesn't give a feature, empty where it does."""
    lack = _lack(work, feature)
    return lack.words if lack else ""


def require_room(work: Work, limit: Limit, count: int = 1) -> None:
    """Refuse more than the plan admits; those there are stay as they are.

    Raises:
        PlanLimitError: the plan admits no more.
    """
    excess = _excess(work, limit, count)
    if excess is not None:
        raise excess


def limit_missing(work: Work, limit: Limit, count: int = 1) -> str:
    """Return why the plan admits no more of something, empty where it does."""
    excess = _excess(work, limit, count)
    return excess.words if excess else ""


def plan_uses(work: Work) -> list[Use]:
    """Return how much of each limit the shop uses."""
    plan = current_plan(work)
    return [Use(limit, _used(work, limit), plan.most(limit)) for limit in Limit]


def count_text(limit: Limit, count: int) -> str:
    """Return a count with its name: `2.000 clientes`."""
    return joined(" ", (_grouped(count), LIMIT_NAMES[limit][count != 1]))


def _check_grant(work: Work, grant: PlanKey) -> None:
    expires = grant.plan.expires
    if grant.shop and not _is_of(work, grant.shop):
        raise PlanKeyForeignError(field="key", shop=grant.shop)
    if expires is not None and work.today > expires:
        raise PlanKeyExpiredError(field="key", plan=grant.plan.name, expires=format_date(expires))


def _is_of(work: Work, shop: str) -> bool:
    profile = shop_profile(work)
    digits = _digits(shop)
    if len(digits) == _CUIT_DIGITS:
        return _digits(profile.cuit) == digits
    return fold(profile.name) == fold(shop)


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _lack(work: Work, feature: Feature) -> PlanFeatureError | None:
    status = plan_status(work)
    if feature in status.plan.features:
        return None
    way = _renewal(status, has=bool(status.keyed and feature in status.keyed.features))
    if not way:
        better = next((plan for plan in _SOLD if feature in plan.features), None)
        way = _with_its_key(
            Phrase("pasá al plan {name}", name=better.name)
            if better
            else Phrase("pasá a un plan que la tenga")
        )
    name = FEATURE_NAMES[feature]
    return PlanFeatureError(plan=status.plan.name, feature=name, way=way)


def _excess(work: Work, limit: Limit, count: int) -> PlanLimitError | None:
    status = plan_status(work)
    most = status.plan.most(limit)
    if most is None:
        return None
    # Ids start at 1, so a highest one within the limit spares the count.
    if (work.db.exec_driver_sql(_HIGHEST[limit]).scalar() or 0) + count <= most:
        return None
    used = _used(work, limit)
    if used + count <= most:
        return None
    wanted = used + count - 1
    way = _renewal(status, has=status.keyed is not None and _admits(status.keyed, limit, wanted))
    if not way:
        better = next((plan for plan in _SOLD if _admits(plan, limit, wanted)), None)
        way = _with_its_key(_larger(better, limit))
    return PlanLimitError(
        used=count_text(limit, used), plan=status.plan.name, most=_grouped(most), way=way
    )


def _renewal(status: PlanStatus, *, has: bool) -> str:
    """Return how to get back what an expired key gave, if it gave it."""
    keyed = status.keyed
    if not (has and status.problem and keyed and keyed.expires):
        return ""
    return Phrase(
        "renová el plan {name} en Ajustes › Plan: venció el {day}",
        name=keyed.name,
        day=format_date(keyed.expires),
    )


def _larger(better: Plan | None, limit: Limit) -> str:
    if better is None:
        return Phrase("pasá a un plan más grande")
    reach = better.most(limit)
    if reach is None:
        return Phrase("pasá al plan {name}, sin límite", name=better.name)
    return Phrase("pasá al plan {name}, que llega a {most}", name=better.name, most=_grouped(reach))


def _with_its_key(way: str) -> str:
    return Phrase("{way}: pedí su clave y cargala en Ajustes › Plan", way=way)


def _admits(plan: Plan, limit: Limit, used: int) -> bool:
    most = plan.most(limit)
    return most is None or most > used


def _used(work: Work, limit: Limit) -> int:
    return int(work.db.exec_driver_sql(_COUNTS[limit]).scalar_one())


def _grouped(count: int) -> str:
    return format_quantity(count * 1000)


def _vendor(work: Work) -> bytes:
    return work.vendor or VENDOR_KEY
