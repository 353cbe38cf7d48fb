"""The orders of people and of what they did."""

from __future__ import annotations

import os
import sys
from getpass import getpass
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.cli_tools import (
    DONE,
    Parser,
    command,
    count,
    owning,
    print_json,
    proven,
    reading,
    writing,
)
from kioskifly_desktop.core.audit import AUDIT_NAMES, AuditKind
from kioskifly_desktop.core.errors import PinError
from kioskifly_desktop.core.es_ar import format_datetime, parse_date
from kioskifly_desktop.core.permissions import ROLE_NAMES, Role

if TYPE_CHECKING:
    import argparse

    from kioskifly_desktop.core.audit import AuditRow

_ROLES = {"admin": Role.ADMIN, "cashier": Role.CASHIER}
_MOST_EVENTS = 100_000
_CODE_VARIABLE = "KIOSKIFLY_RESCUE_CODE"


def add_people_commands(commands: Any) -> None:
    """Add `user` with its acts, and `audit`."""
    people = commands.add_parser("user", help="agrega, cambia y lista los usuarios")
    acts = people.add_subparsers(
        required=True, metavar="ACCIÓN", dest="person", parser_class=Parser
    )
    add = command(acts, "add", _add, "agrega un usuario")
    add.add_argument("name", metavar="NOMBRE")
    add.add_argument("--role", choices=tuple(_ROLES), default="cashier", help="qué puede hacer")
    add.add_argument("--pin", action="store_true", help="pide su PIN")
    listing = command(acts, "list", _list, "lista los usuarios")
    pin = command(acts, "set-pin", _set_pin, "cambia el PIN de un usuario")
    rename = command(acts, "rename", _rename, "le cambia el nombre a un usuario")
    role = command(acts, "role", _role, "cambia lo que un usuario puede hacer")
    off = command(acts, "deactivate", _deactivate, "desactiva un usuario")
    on = command(acts, "reactivate", _reactivate, "reactiva un usuario")
    command(acts, "rescue-code", _rescue_code, "hace un código de rescate; el de antes no vale más")
    rescue = command(
        acts, "rescue", _rescue, "cambia el PIN de un administrador con el código de rescate"
    )
    for parser in (pin, rename, role, off, on, rescue):
        parser.add_argument("name", metavar="NOMBRE")
    rename.add_argument("new_name", metavar="NUEVO")
    role.add_argument("role", choices=tuple(_ROLES))
    for parser in (add, listing):
        parser.add_argument("--json", action="store_true")
    audit = command(commands, "audit", _audit, "muestra quién hizo qué, lo último primero")
    audit.add_argument("--since", default="", metavar="DD/MM/AAAA")
    audit.add_argument("--until", default="", metavar="DD/MM/AAAA")
    # The --user before the order is who asks.
    by = "solo lo que hizo o autorizó"
    audit.add_argument("--user", dest="by", default="", metavar="NOMBRE", help=by)
    audit.add_argument("--kind", choices=tuple(AuditKind), metavar="TIPO")
    audit.add_argument("--search", default="", metavar="TEXTO")
    audit.add_argument("--limit", type=count(1, _MOST_EVENTS), default=100)
    audit.add_argument("--json", action="store_true")


def _add(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.users import add_user  # noqa: PLC0415

    with writing(options) as work:
        pin = _new_pin(options.name) if options.pin else None
        user_id = add_user(work, options.name, _ROLES[options.role], pin)
    if options.json:
        print_json({"id": user_id})
    else:
        print(f"Usuario agregado con el número {user_id}.")
    return DONE


def _list(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.users import list_people  # noqa: PLC0415

    with reading(options) as work:
        people = list_people(work)
    if options.json:
        keys = ("id", "name", "role", "active", "has_pin")
        print_json({"users": [{key: getattr(each, key) for key in keys} for each in people]})
        return DONE
    for each in people:
        pin = "con PIN" if each.has_pin else "sin PIN"
        state = "" if each.active else "desactivado"
        print(
            f"{each.id:>5}  {each.name:<40} {ROLE_NAMES[each.role]:<16} {pin:<8} {state}".rstrip()
        )
    return DONE


def _set_pin(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.users import find_person, set_pin  # noqa: PLC0415

    with writing(options) as work:
        person = find_person(work, options.name)
        pin = _new_pin(person.name)
        set_pin(work, person.id, pin)
    _tell_pin(person.name, pin)
    return DONE


def _rescue_code(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.access import make_rescue_code  # noqa: PLC0415

    with writing(options) as work:
        code = make_rescue_code(work)
    print(code)
    print("Anotalo y guardalo en un sobre, no en la computadora. No se vuelve a mostrar.")
    return DONE


def _rescue(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.access import rescue_pin  # noqa: PLC0415
    from kioskifly_desktop.core.users import find_person  # noqa: PLC0415

    with owning(options) as database:
        with database.read() as work:
            person = find_person(work, options.name)
        code = os.environ.get(_CODE_VARIABLE, "") or _asked("Código de rescate: ")
        pin = _new_pin(person.name)
        rescue_pin(database, person.id, code, pin)
    _tell_pin(person.name, pin)
    print("El código de rescate ya se usó: hacé otro con kioskifly user rescue-code.")
    return DONE


def _tell_pin(name: str, pin: str) -> None:
    from kioskifly_desktop.core.pins import is_weak  # noqa: PLC0415

    print(f"{name} tiene otro PIN.")
    if is_weak(pin):
        print("Es fácil de adivinar: mejor uno sin números seguidos ni repetidos.")


def _rename(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.users import find_person, rename_user  # noqa: PLC0415

    with writing(options) as work:
        rename_user(work, find_person(work, options.name).id, options.new_name)
    print("Nombre cambiado.")
    return DONE


def _role(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.users import change_role, find_person  # noqa: PLC0415

    role = _ROLES[options.role]
    with writing(options) as work:
        person = find_person(work, options.name)
        change_role(work, person.id, role)
    print(f"{person.name}: {ROLE_NAMES[role]}.")
    return DONE


def _deactivate(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.users import deactivate_user, find_person  # noqa: PLC0415

    with writing(options) as work:
        person = find_person(work, options.name)
        deactivate_user(work, person.id)
    print(f"{person.name} ya no entra. Lo que hizo queda a su nombre.")
    return DONE


def _reactivate(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.users import find_person, reactivate_user  # noqa: PLC0415

    with writing(options) as work:
        person = find_person(work, options.name)
        reactivate_user(work, person.id)
    print(f"{person.name} entra de nuevo.")
    return DONE


def _audit(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.audit import AuditQuery, events  # noqa: PLC0415
    from kioskifly_desktop.core.users import find_person  # noqa: PLC0415

    since = parse_date(options.since) if options.since else None
    until = parse_date(options.until) if options.until else None
    with proven(options) as work:
        by = find_person(work, options.by).id if options.by else None
        kind = AuditKind(options.kind) if options.kind else None
        query = AuditQuery(kind, by, since, until, options.search)
        rows = events(work, query, limit=options.limit)
    if options.json:
        print_json({"events": [_as_json(row) for row in rows]})
        return DONE
    for row in rows:
        words = " · ".join(
            text for text in (AUDIT_NAMES[row.kind], row.subject, row.detail) if text
        )
        lent = f" (autorizó {row.authorized_by})" if row.authorized_by else ""
        print(f"{format_datetime(row.at)}  {row.user:<20} {words}{lent}")
    return DONE


def _as_json(row: AuditRow) -> dict[str, Any]:
    keys = ("id", "user", "kind", "subject", "detail", "authorized_by")
    return {"at": row.at.isoformat()} | {key: getattr(row, key) for key in keys}


def _asked(words: str) -> str:
    """Return what is typed on a terminal without being shown, or the next line piped in."""
    return getpass(words) if sys.stdin.isatty() else sys.stdin.readline().strip()


def _new_pin(name: str) -> str:
    """Return the PIN typed twice on a terminal, or once on what is piped in."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    pin = getpass(f"PIN nuevo de {name}: ")
    if getpass("Otra vez: ") != pin:
        raise PinError(field="pin")
    return pin
