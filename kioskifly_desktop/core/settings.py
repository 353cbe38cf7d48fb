"""The shop's own data and preferences."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

from sqlalchemy import Column, Text, bindparam, select
from sqlalchemy.dialects.sqlite import insert

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.errors import DocumentNumberError, NameMissingError
from kioskifly_desktop.core.fiscal import (
    DocumentType,
    Verdict,
    check_document,
    format_document,
)
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.prepared import Prepared
from kioskifly_desktop.core.schema import table
from kioskifly_desktop.core.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kioskifly_desktop.core.work import Work

setting = table(
    "setting",
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

_READ = Prepared(select(setting.c.value).where(setting.c.key == bindparam("name")))
_UPSERT = insert(setting)
_UPSERT = _UPSERT.on_conflict_do_update(
    index_elements=[setting.c.key], set_={"value": _UPSERT.excluded.value}
)
_FIELD_LIMIT = 120
_PROFILE = "shop"


# What the audit calls what is changed, to be read by who owns the shop.
_NAMES = {
    "auto_lock_minutes": "Minutos hasta que se bloquea",
    "backup": "Copias",
    "blind_close": "Cierre a ciegas",
    "keys": "Teclas",
    "loyalty.points": "Puntos",
    "on": "Activados",
    "per_point": "Un punto cada (centavos)",
    "value": "Un punto vale (centavos)",
    "least": "Mínimo para canjear",
    "expiry_months": "Meses hasta que vencen",
    "birthday_multiplier": "Cumpleaños, por",
    "messages.quiet_days": "Días entre un mensaje y otro",
    "offers.bot": "Kiosk-IA",
    "offers.terms": "Ofertas",
    "sounds": "Sonidos",
    "today_price": "Fiado a precio de hoy",
    "updates": "Preguntar si hay versiones nuevas",
    "enabled": "Encendido",
    "cap": "Tope (en centésimos)",
    "grace_days": "Días de gracia",
    "name": "Nombre",
    "owner": "Titular",
    "cuit": "CUIT",
    "condition": "Condición",
    "gross_income": "Ingresos brutos",
    "started": "Inicio",
    "address": "Dirección",
    "phone": "Teléfono",
    "footer": "Pie",
    "payment_alias": "Alias",
    "folder": "Carpeta",
    "hours": "Cada cuántas horas",
    "on_close": "Al cerrar",
    "sealed": "Con clave",
    "minimum_margin": "Margen mínimo",
    "excluded": "Sin ofertas",
    "maximum_discount": "Descuento máximo",
    "valid_days": "Días de validez",
    "writer": "Quién escribe",
    "model": "Modelo",
    "local_url": "Dirección del servicio",
    "local_model": "Modelo propio",
}
_SHOWN = {"": "—", "True": "Sí", "False": "No"}
_GROUPS = {"register": "Caja", "scanner": "Lector"}


@dataclass(frozen=True, slots=True)
class ShopProfile:
    """What the head of every paper says of the shop."""

    name: str = "Mi kiosco"
    owner: str = ""
    cuit: str = ""
    condition: str = ""
    gross_income: str = ""
    started: str = ""
    address: str = ""
    phone: str = ""
    footer: str = ""
    payment_alias: str = ""
    """Alias or CVU that clients transfer to; told in messages, on no paper."""


def shop_profile(work: Work) -> ShopProfile:
    """Return what the shop says of itself."""
    stored = get_preference(work, _PROFILE, "")
    return ShopProfile(**json.loads(stored)) if stored else ShopProfile()


def save_shop_profile(work: Work, profile: ShopProfile) -> None:
    """Change what the shop says of itself.

    Raises:
        NotAllowedError: the person may not.
        NameMissingError: the shop has no name.
        TextTooLongError: a field passes 120 characters.
        DocumentNumberError: the CUIT is no CUIT; one that was there before stays.
    """
    work.require(Permission.SETTINGS)
    values = {
        f.name: clean(getattr(profile, f.name), field=f.name, limit=_FIELD_LIMIT)
        for f in fields(profile)
    }
    if not values["name"]:
        raise NameMissingError(field="name")
    before = asdict(shop_profile(work))
    if values["cuit"] != before["cuit"]:
        values["cuit"] = _checked_cuit(values["cuit"])
    set_preference(work, _PROFILE, json.dumps(asdict(ShopProfile(**values)), ensure_ascii=False))
    if values != before:
        record(work, AuditKind.SETTINGS_CHANGED, "Datos del negocio", _changes(before, values))


def _checked_cuit(text: str) -> str:
    if not text:
        return ""
    check = check_document(DocumentType.CUIT, text)
    if check.verdict is Verdict.INVALID:
        raise DocumentNumberError(field="cuit", document="CUIT", reason=check.reason)
    return format_document(DocumentType.CUIT, check.normalized).removeprefix("CUIT ")


def get_preference(work: Work, key: str, default: str) -> str:
    """Return a stored preference, or `default`."""
    value: str | None = _READ.scalar(work.db, {"name": key})
    return default if value is None else value


def set_preference(work: Work, key: str, value: str) -> None:
    """Store a preference."""
    work.db.execute(_UPSERT, {"key": key, "value": value})


def change_preferences(work: Work, values: Mapping[str, str]) -> None:
    """Store preferences of the whole shop.

    Raises:
        NotAllowedError: the person may not.
    """
    work.require(Permission.SETTINGS)
    for key, value in values.items():
        before = get_preference(work, key, "")
        if value != before:
            set_preference(work, key, value)
            record(work, AuditKind.SETTINGS_CHANGED, *_in_words(key, before, value))


def _in_words(key: str, before: str, value: str) -> tuple[str, str]:
    """Return what a preference is called, and what it is now."""
    name, _, rest = key.partition("_")
    shown = f"{_GROUPS[name]}: {rest}" if name in _GROUPS else _NAMES.get(key, key)
    if value.startswith("{"):
        return shown, _changes(json.loads(before or "{}"), json.loads(value))
    return shown, value


def _changes(before: Mapping[str, object], after: Mapping[str, object]) -> str:
    return "; ".join(
        f"{_NAMES.get(name, name)}: {_SHOWN.get(str(value), value)}"
        for name, value in after.items()
        if value != before.get(name)
    )
