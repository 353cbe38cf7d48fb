"""The orders of a drawer's session: open it, close it, see how it stands."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.cli_tools import DONE, Parser, command, print_json, reading, writing
from kioskifly_desktop.core.errors import NoOpenSessionError
from kioskifly_desktop.core.es_ar import format_datetime, format_money, parse_money

if TYPE_CHECKING:
    import argparse

    from kioskifly_desktop.core.sessions import SessionRow
    from kioskifly_desktop.core.work import Work


def add_session_commands(commands: Any) -> None:
    """Add `session open`, `session close` and `session report`."""
    session = commands.add_parser("session", help="abre y cierra el turno de una caja")
    acts = session.add_subparsers(
        required=True, metavar="open|close|report", dest="session", parser_class=Parser
    )
    opening = command(acts, "open", _open, "abre una caja con lo que tiene adentro")
    opening.add_argument("--float", required=True, metavar="MONTO", help="lo contado al abrir")
    closing = command(acts, "close", _close, "cierra una caja con lo contado")
    closing.add_argument("--counted", required=True, metavar="MONTO")
    closing.add_argument("--note", default="")
    report = command(acts, "report", _report, "muestra el turno abierto o el último cerrado")
    for parser in (opening, closing):
        parser.add_argument("--request-id", default="", help="el mismo identificador vale una vez")
    for parser in (opening, closing, report):
        parser.add_argument("--register", required=True, metavar="CAJA")
        parser.add_argument("--json", action="store_true")


def _open(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.registers import find_register  # noqa: PLC0415
    from kioskifly_desktop.core.sessions import OpenRequest, open_session  # noqa: PLC0415

    opening_float = parse_money(options.float, least=0)
    with writing(options) as work:
        register = find_register(work, options.register)
        request_id = options.request_id or uuid.uuid4().hex
        done = open_session(work, OpenRequest(request_id, register.id, opening_float))
    if options.json:
        print_json({"session_id": done.session_id, "over_short": done.over_short})
        return DONE
    print(f"{register.name} abierta con {format_money(opening_float)}.")
    if done.over_short:
        print(f"{_difference(done.over_short)} respecto de lo que decía la caja.")
    return DONE


def _close(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.sessions import (  # noqa: PLC0415
        CashCount,
        CloseRequest,
        close_session,
    )

    counted = parse_money(options.counted, least=0)
    with writing(options) as work:
        session = _latest(work, options.register)
        request_id = options.request_id or uuid.uuid4().hex
        request = CloseRequest(request_id, session.id, CashCount(coins=counted), options.note)
        done = close_session(work, request)
    if options.json:
        keys = ("session_id", "expected", "counted", "over_short", "number")
        print_json({key: getattr(done, key) for key in keys})
        return DONE
    print(f"{session.register} cerrada. Cierre {done.number}.")
    print(f"Se esperaban {format_money(done.expected)} y se contaron {format_money(counted)}.")
    print(f"{_difference(done.over_short)}.")
    return DONE


def _report(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.sessions import session_report, tallies_of  # noqa: PLC0415

    with reading(options) as work:
        report = session_report(work, _latest(work, options.register).id)
    session = report.session
    if options.json:
        keys = ("id", "register", "opened_by", "opening_float", "closed_by", "counted")
        print_json(
            {key: getattr(session, key) for key in (*keys, "over_short", "number")}
            | {"opened_at": session.opened_at.isoformat()}
            | {"closed_at": session.closed_at.isoformat() if session.closed_at else None}
            | {name: {"count": t.count, "total": t.total} for name, _, t in tallies_of(report)}
            | {"expected": report.expected}
        )
        return DONE
    print(f"{session.register}, abierta el {format_datetime(session.opened_at)}")
    rows = [("Fondo inicial", session.opening_float)]
    rows += [(caption, tally.total) for _, caption, tally in tallies_of(report)]
    rows.append(("Efectivo esperado", report.expected))
    if session.counted is not None:
        rows.append(("Efectivo contado", session.counted))
    for caption, amount in rows:
        print(f"{caption:<32} {format_money(amount):>20}")
    if session.over_short is not None:
        print(f"{_difference(session.over_short)}.")
    return DONE


def _latest(work: Work, name: str) -> SessionRow:
    """Return the open session of a register, else the last one it had.

    Raises:
        RegisterNotFoundError: there is no such register.
        NoOpenSessionError: it never had any.
    """
    from kioskifly_desktop.core.registers import find_register  # noqa: PLC0415
    from kioskifly_desktop.core.sessions import list_sessions  # noqa: PLC0415

    register = find_register(work, name)
    for session in list_sessions(work, register.id, limit=1):
        return session
    raise NoOpenSessionError(register=register.name)


def _difference(over_short: int) -> str:
    if over_short == 0:
        return "Sin diferencia"
    return f"{'Sobran' if over_short > 0 else 'Faltan'} {format_money(abs(over_short))}"
