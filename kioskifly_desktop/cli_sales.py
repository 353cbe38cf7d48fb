"""The orders of the counter: sell, take back, void."""

from __future__ import annotations

import json
import uuid
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.adapters.os_errors import os_reason
from kioskifly_desktop.cli_tools import DONE, command, print_json, standing, writing
from kioskifly_desktop.core.errors import (
    CodeNotFoundError,
    NothingToReturnError,
    SaleFileError,
    ShopError,
)
from kioskifly_desktop.core.es_ar import (
    fold,
    format_money,
    parse_money,
    parse_percent,
    parse_quantity,
)

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping, Sequence

    from kioskifly_desktop.core.sales import ReturnLine, SaleLineRequest, SaleUndone, Tender
    from kioskifly_desktop.core.work import Work

_ACCOUNT = ("cuenta", "cuenta corriente", "account")


def add_sale_commands(commands: Any) -> None:
    """Add `sell`, `return` and `void`."""
    sell = command(commands, "sell", _sell, "registra una venta")
    sell.add_argument("--lines", type=Path, required=True, metavar="ARCHIVO.json")
    sell.add_argument("--pay", action="append", default=[], metavar="MEDIO=MONTO")
    sell.add_argument("--client", type=int, metavar="NÚMERO")
    sell.add_argument("--account", default="", metavar="MONTO", help="lo que queda en la cuenta")
    sell.add_argument("--debt", default="", metavar="MONTO", help="lo que paga de su deuda")
    sell.add_argument("--keep-change", action="store_true", help="el vuelto queda en la cuenta")
    sell.add_argument("--override", default="", metavar="MOTIVO", help="pasa el límite del cliente")
    back = command(commands, "return", _return, "registra una devolución")
    back.add_argument("--ticket", default="", metavar="NÚMERO")
    what = back.add_mutually_exclusive_group(required=True)
    what.add_argument("--lines", type=Path, metavar="ARCHIVO.json")
    what.add_argument("--all", action="store_true", help="todo lo que queda del ticket")
    back.add_argument("--account", action="store_true", help="a la cuenta, y no en plata")
    back.add_argument("--client", type=int, metavar="NÚMERO")
    void = command(commands, "void", _void, "anula una venta de este turno")
    void.add_argument("--ticket", required=True, metavar="NÚMERO")
    for parser in (sell, back):
        parser.add_argument("--register", default="", metavar="CAJA", help="el cajón del mostrador")
    for parser in (back, void):
        parser.add_argument("--reason", required=True, metavar="MOTIVO")
    for parser in (sell, back, void):
        parser.add_argument("--request-id", default="", help="el mismo identificador vale una vez")
        parser.add_argument("--json", action="store_true")


def _sell(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.sales import Override, SaleRequest, register_sale  # noqa: PLC0415

    rows = _read(options.lines)
    on_account = parse_money(options.account) if options.account else 0
    means = [pair.partition("=") for pair in options.pay]
    on_account += sum(parse_money(text) for name, _, text in means if fold(name) in _ACCOUNT)
    with writing(options) as work:
        drawer_id = _drawer(work, options.register)
        request = SaleRequest(
            request_id=options.request_id or uuid.uuid4().hex,
            lines=tuple(_each(options.lines, rows, lambda row: _sale_line(work, row))),
            tenders=tuple(
                _tender(work, name, text, drawer_id)
                for name, _, text in means
                if fold(name) not in _ACCOUNT
            ),
            client_id=options.client,
            on_account=on_account,
            drawer_id=drawer_id,
            debt_payment=parse_money(options.debt) if options.debt else 0,
            keep_change=options.keep_change,
            override=Override(options.override) if options.override else None,
        )
        done = register_sale(work, request)
    if options.json:
        print_json(asdict(done))
        return DONE
    print(f"Ticket {done.number}: {format_money(done.total)}.")
    if done.change:
        print(f"Vuelto: {format_money(done.change)}.")
    for receipt in done.receipts:
        print(f"Recibo {receipt}.")
    if done.client_balance is not None:
        print(f"El cliente queda {standing(done.client_balance)}.")
    return DONE


def _return(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.sales import (  # noqa: PLC0415
        ReturnLine,
        ReturnRequest,
        find_sale,
        get_sale,
        return_goods,
    )

    rows = _read(options.lines) if options.lines else []
    with writing(options) as work:
        sold = get_sale(work, find_sale(work, options.ticket)) if options.ticket else None
        ids = [line.id for line in sold.lines] if sold else []
        left = [(line.id, line.quantity - line.returned) for line in sold.lines] if sold else []
        lines = [ReturnLine(line_id, quantity) for line_id, quantity in left if quantity]
        if options.all and not lines:
            raise NothingToReturnError
        if options.lines:
            lines = _each(options.lines, rows, lambda row: _return_line(work, row, ids))
        drawer_id = _drawer(work, options.register)
        request = ReturnRequest(
            request_id=options.request_id or uuid.uuid4().hex,
            sale_id=sold.id if sold else None,
            lines=tuple(lines),
            refund_register_id=None if options.account else drawer_id,
            client_id=options.client,
            reason=options.reason,
            drawer_id=drawer_id,
        )
        done = return_goods(work, request)
    return _undone("Devolución", done, options)


def _void(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.sales import VoidRequest, find_sale, void_sale  # noqa: PLC0415

    with writing(options) as work:
        sale_id = find_sale(work, options.ticket)
        request_id = options.request_id or uuid.uuid4().hex
        done = void_sale(work, VoidRequest(request_id, sale_id, options.reason))
    return _undone("Anulación", done, options)


def _undone(what: str, done: SaleUndone, options: argparse.Namespace) -> int:
    if options.json:
        print_json(asdict(done))
        return DONE
    print(f"{what} {done.number}: {format_money(done.total)}.")
    if done.client_balance is not None:
        print(f"El cliente queda {standing(done.client_balance)}.")
    return DONE


def _drawer(work: Work, name: str) -> int:
    from kioskifly_desktop.core.methods import PaymentMethod  # noqa: PLC0415
    from kioskifly_desktop.core.registers import find_register  # noqa: PLC0415
    from kioskifly_desktop.core.sales import default_register  # noqa: PLC0415

    drawer = None if name else default_register(work, PaymentMethod.CASH)
    return (drawer or find_register(work, name)).id


def _tender(work: Work, name: str, text: str, drawer_id: int) -> Tender:
    from kioskifly_desktop.core.methods import method_from_text  # noqa: PLC0415
    from kioskifly_desktop.core.registers import find_register  # noqa: PLC0415
    from kioskifly_desktop.core.sales import Tender, default_register  # noqa: PLC0415

    method = method_from_text(name)
    register = default_register(work, method, drawer_id) or find_register(work, "")
    return Tender(method, register.id, parse_money(text))


def _sale_line(work: Work, row: Mapping[str, Any]) -> SaleLineRequest:
    from kioskifly_desktop.core.sales import SaleLineRequest  # noqa: PLC0415

    product_id, quantity, amount = _goods(work, row)
    return SaleLineRequest(
        product_id=product_id,
        quantity=quantity,
        discount=parse_percent(_text(row["discount"])) if "discount" in row else 0,
        price=parse_money(_text(row["price"]), least=0) if "price" in row else None,
        amount=amount,
    )


def _return_line(work: Work, row: Mapping[str, Any], ids: Sequence[int]) -> ReturnLine:
    from kioskifly_desktop.core.errors import SaleLineNotFoundError  # noqa: PLC0415
    from kioskifly_desktop.core.sales import ReturnLine  # noqa: PLC0415

    if "line" not in row:
        product_id, quantity, _ = _goods(work, row)
        price = parse_money(_text(row["price"])) if "price" in row else None
        return ReturnLine(None, quantity, product_id, price)
    number = int(_text(row["line"]))
    if not 0 < number <= len(ids):
        raise SaleLineNotFoundError
    return ReturnLine(ids[number - 1], parse_quantity(_text(row.get("quantity", 1))))


def _goods(work: Work, row: Mapping[str, Any]) -> tuple[int, int, int | None]:
    """Return the product of a line, its thousandths, and what a scale's label says it costs."""
    from kioskifly_desktop.core.catalog import find_code  # noqa: PLC0415
    from kioskifly_desktop.core.sales import label_quantity  # noqa: PLC0415

    quantity = parse_quantity(_text(row.get("quantity", 1)))
    if "code" not in row:
        return int(_text(row["product"])), quantity, None
    found = find_code(work, _text(row["code"]))
    if found is None:
        raise CodeNotFoundError(code=_text(row["code"]))
    if found.amount is not None and found.product.price:
        return found.product.id, label_quantity(found.product.price, found.amount), found.amount
    return found.product.id, found.quantity or quantity, None


def _read(path: Path) -> list[Any]:
    """Return the rows of a file of lines.

    Raises:
        SaleFileError: it can't be read, or is no list.
    """
    try:
        rows = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except OSError as error:
        raise SaleFileError(path=path, reason=f"no se puede leer: {os_reason(error)}") from None
    except ValueError:
        raise SaleFileError(path=path, reason="no es un archivo JSON") from None
    if not isinstance(rows, list):
        raise SaleFileError(path=path, reason="tiene que ser una lista de renglones")
    return rows


def _each(path: Path, rows: Sequence[Any], read: Callable[[Any], Any]) -> list[Any]:
    """Read each row; the error tells which one is wrong."""
    lines = []
    for number, row in enumerate(rows, start=1):
        try:
            lines.append(read(dict(row)))
        except ShopError as error:
            reason = str(error).rstrip(".")
            raise SaleFileError(path=path, reason=f"renglón {number}, {reason}") from None
        except KeyError:
            reason = f"renglón {number}, falta «code» o «product»"
            raise SaleFileError(path=path, reason=reason) from None
        except (TypeError, ValueError):
            reason = f"renglón {number}, no se entiende"
            raise SaleFileError(path=path, reason=reason) from None
    return lines


def _text(value: Any) -> str:
    """Return a JSON value as a person writes it: the comma is decimal."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str):
        return value
    raise TypeError
