"""The orders of what is owed: its age, today's prices, disputes, and what is given up."""

from __future__ import annotations

import uuid
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.cli_tools import DONE, command, count, print_json, reading, writing
from kioskifly_desktop.core.es_ar import format_date, format_money, format_quantity, parse_money

if TYPE_CHECKING:
    import argparse

    from kioskifly_desktop.core.wallet import TodayLine, TodayPrice

_NUMBER = count(1, 2**53)


def add_debt_commands(commands: Any) -> None:
    """Add `aging`, `today-price`, `write-off` and `dispute`."""
    aging = command(commands, "aging", _aging, "lo que se debe, por antigüedad")
    today = command(
        commands, "today-price", _today_price, "lo que un cliente debe, a precio de hoy"
    )
    today.add_argument("--apply", action="store_true", help="actualiza la deuda")
    lost = command(commands, "write-off", _write_off, "da una deuda por incobrable")
    lost.add_argument("--amount", default="", metavar="MONTO", help="si no se dice, toda")
    lost.add_argument("--reason", required=True, metavar="MOTIVO")
    dispute = command(
        commands, "dispute", _dispute, "aparta un movimiento que el cliente discute, o lo resuelve"
    )
    dispute.add_argument("--entry", type=_NUMBER, required=True, metavar="ASIENTO")
    dispute.add_argument("--reason", required=True, metavar="MOTIVO")
    settled = dispute.add_mutually_exclusive_group()
    settled.add_argument("--owed", action="store_true", help="se resolvió: se debe")
    settled.add_argument("--not-owed", action="store_true", help="se resolvió: no se debe")
    for parser in (today, lost):
        parser.add_argument("--client", type=_NUMBER, required=True, metavar="N")
    for parser in (today, lost, dispute):
        parser.add_argument("--request-id", default="", help="el mismo identificador vale una vez")
    for parser in (aging, today, lost, dispute):
        parser.add_argument("--json", action="store_true")


def _aging(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.wallet import AGE_NAMES, Age, debts_by_age  # noqa: PLC0415

    with reading(options) as work:
        debts = debts_by_age(work)
    if options.json:
        rows = [asdict(row) | {"since": row.since.isoformat(), "age": row.age} for row in debts]
        print_json({"debts": rows})
        return DONE
    titles = [AGE_NAMES[age] for age in Age]
    print(f"{'Cliente':<30}{titles[0]:>18}{titles[1]:>18}{titles[2]:>18}  Desde")
    for row in debts:
        figures = "".join(f"{format_money(each):>18}" for each in (row.current, row.late, row.lost))
        print(f"{row.name[:29]:<30}{figures}  {format_date(row.since)}")
    sums = (sum(getattr(row, age) for row in debts) for age in Age)
    print(f"{'Total':<30}" + "".join(f"{format_money(each):>18}" for each in sums))
    return DONE


def _today_price(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.wallet import (  # noqa: PLC0415
        UpdateRequest,
        today_price,
        update_to_today,
    )

    if not options.apply:
        with reading(options) as work:
            found = today_price(work, options.client)
        if options.json:
            print_json(_as_json(found))
        else:
            _print_lines(found)
        return DONE
    request_id = options.request_id or uuid.uuid4().hex
    with writing(options) as work:
        done = update_to_today(work, UpdateRequest(request_id, options.client, None))
    if options.json:
        print_json(asdict(done))
    else:
        change = format_money(done.difference, plus=True)
        print(f"{done.number}: {change}. Saldo: {format_money(done.client_balance)}.")
    return DONE


def _as_json(found: TodayPrice) -> dict[str, Any]:
    return {
        "client": found.client.id,
        "enabled": found.terms.enabled,
        "written": found.written,
        "today": found.today,
        "difference": found.difference,
        "lines": [
            {
                "entry": line.debit_entry_id,
                "day": line.day.isoformat(),
                "description": line.description,
                "quantity": line.quantity,
                "written": line.written,
                "today": line.today,
                "kept": line.kept,
                "capped": line.capped,
            }
            for line in found.lines
        ],
    }


def _print_lines(found: TodayPrice) -> None:
    for line in found.lines:
        figures = f"{format_money(line.written):>16}{format_money(line.today):>16}"
        print(f"{format_date(line.day)}  {_goods(line):<36.36}{figures}  {_why(line)}".rstrip())
    print(
        f"Anotado {format_money(found.written)}, a precio de hoy {format_money(found.today)}: "
        f"{format_money(found.difference, plus=True)}."
    )


def _goods(line: TodayLine) -> str:
    if not line.quantity:
        return line.description
    return f"{format_quantity(line.quantity, kilograms=line.kilograms)} {line.description}"


def _why(line: TodayLine) -> str:
    from kioskifly_desktop.core.wallet import KEPT_NAMES  # noqa: PLC0415

    return "Hasta el tope" if line.capped else KEPT_NAMES[line.kept] if line.kept else ""


def _write_off(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.wallet import WriteOffRequest, write_off  # noqa: PLC0415

    amount = parse_money(options.amount) if options.amount else None
    request_id = options.request_id or uuid.uuid4().hex
    request = WriteOffRequest(request_id, options.client, amount, options.reason)
    with writing(options) as work:
        done = write_off(work, request)
    if options.json:
        print_json(asdict(done))
    else:
        balance = format_money(done.client_balance)
        print(f"Incobrable: {format_money(done.amount)}. Saldo: {balance}.")
    return DONE


def _dispute(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.wallet import (  # noqa: PLC0415
        DisputeRequest,
        ResolveRequest,
        dispute_entry,
        resolve_dispute,
    )

    request_id = options.request_id or uuid.uuid4().hex
    with writing(options) as work:
        if options.owed or options.not_owed:
            asked = ResolveRequest(
                request_id, options.entry, owed=options.owed, note=options.reason
            )
            done = resolve_dispute(work, asked)
        else:
            done = dispute_entry(work, DisputeRequest(request_id, options.entry, options.reason))
    if options.json:
        print_json(asdict(done))
    else:
        words = "Resuelta" if options.owed or options.not_owed else "En disputa"
        print(f"{words}: {format_money(done.amount)}. Saldo: {format_money(done.client_balance)}.")
    return DONE
