"""The command line, on the same core as the window: errors are one Spanish sentence on stderr."""

from __future__ import annotations

import io
import os
import sys
import uuid
from contextlib import redirect_stdout, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs

from kioskifly_desktop import __version__
from kioskifly_desktop.adapters.os_errors import os_reason
from kioskifly_desktop.cli_backup import add_backup_commands, restore_advice
from kioskifly_desktop.cli_debts import add_debt_commands
from kioskifly_desktop.cli_exchange import add_exchange_commands
from kioskifly_desktop.cli_offers import add_offer_commands
from kioskifly_desktop.cli_people import add_people_commands
from kioskifly_desktop.cli_plan import add_plan_commands
from kioskifly_desktop.cli_privacy import add_privacy_commands
from kioskifly_desktop.cli_problem import add_problem_command
from kioskifly_desktop.cli_products import add_product_commands
from kioskifly_desktop.cli_reports import add_report_commands
from kioskifly_desktop.cli_sales import add_sale_commands
from kioskifly_desktop.cli_sessions import add_session_commands
from kioskifly_desktop.cli_tools import (
    DONE,
    FAILED,
    Parser,
    command,
    count,
    log_bug,
    print_json,
    reading,
    standing,
    writing,
)
from kioskifly_desktop.core.errors import NotAShopError, OutputFileError, ShopError
from kioskifly_desktop.core.es_ar import format_money, parse_date, parse_money, parse_percent
from kioskifly_desktop.core.printers import COLUMNS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from kioskifly_desktop.core.documents import Document

_STDOUT = "-"


def run(arguments: Sequence[str]) -> int:
    """Do what the command line says and return the exit status."""
    options = _parser().parse_args(arguments)
    if options.act is _tour:
        return _attempt(options)  # says each step as it goes
    # The answer is written once the transaction is over: a terminal that fails can't undo it.
    answer = io.BytesIO()
    captured = io.TextIOWrapper(answer, encoding="utf-8", write_through=True)
    with redirect_stdout(captured):
        status = _attempt(options)
    return _write(answer.getvalue(), status)


def _attempt(options: argparse.Namespace) -> int:
    try:
        status: int = options.act(options)
    except ShopError as error:
        print(error, file=sys.stderr)
        if isinstance(error, NotAShopError) and (advice := restore_advice(options.data)):
            print(advice, file=sys.stderr)
        return FAILED
    except Exception as error:  # noqa: BLE001 - the last net: no traceback on the terminal
        log_bug(options.data, error)
        print(
            f"Algo salió mal en el programa ({type(error).__name__}). Lo que ya estaba "
            "registrado está guardado: comprobalo con kioskifly check.",
            file=sys.stderr,
        )
        return FAILED
    return status


def _write(answer: bytes, status: int) -> int:
    try:
        if hasattr(sys.stdout, "buffer"):
            sys.stdout.buffer.write(answer)
        else:
            sys.stdout.write(answer.decode())  # what a program put in the terminal's place
        sys.stdout.flush()
    except OSError as error:
        # What could not be written must not be tried again as the process ends.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return status  # the reader left, as `head` does
        print(
            f"Lo pedido quedó hecho, pero no se pudo escribir la respuesta: {os_reason(error)}.",
            file=sys.stderr,
        )
        return FAILED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="kioskifly", description="Punto de venta para kioscos. Sin orden, abre la ventana."
    )
    parser.add_argument("--version", action="version", version=f"Kioskifly {__version__}")
    parser.add_argument(
        "--data",
        type=Path,
        metavar="CARPETA",
        default=_default_folder(),
        help="la carpeta del negocio",
    )
    parser.add_argument("--user", default="", metavar="NOMBRE", help="quién lo hace")
    parser.set_defaults(act=_window)
    commands = parser.add_subparsers(title="órdenes", metavar="ORDEN", parser_class=Parser)
    _add_shop_commands(commands)
    _add_client_commands(commands)
    _add_paper_commands(commands)
    add_product_commands(commands)
    add_exchange_commands(commands)
    add_sale_commands(commands)
    add_session_commands(commands)
    add_report_commands(commands)
    add_debt_commands(commands)
    add_offer_commands(commands)
    add_plan_commands(commands)
    add_backup_commands(commands)
    add_people_commands(commands)
    add_problem_command(commands)
    return parser


def _default_folder() -> Path:
    return Path(platformdirs.user_data_dir("kioskifly", appauthor=False))


def _add_shop_commands(commands: Any) -> None:
    demo = command(commands, "demo", _demo, "crea un negocio de ejemplo")
    demo.add_argument("folder", type=Path, metavar="CARPETA")
    demo.add_argument("--clients", type=count(0, 100_000), default=150)
    demo.add_argument("--months", type=count(1, 120), default=12)
    demo.add_argument("--seed", type=int, default=1)
    demo.add_argument(
        "--scale",
        choices=("kiosk", "top"),
        default="kiosk",
        help="top: 2,7 millones de ventas de 5.000 clientes, para medir; tarda minutos y ocupa "
        "varios GB",
    )
    registers = command(commands, "registers", _registers, "lista las cajas y su saldo")
    registers.add_argument("--json", action="store_true")
    check = command(commands, "check", _check, "comprueba que los libros cierren")
    check.add_argument(
        "--paper",
        action="append",
        default=[],
        metavar="NÚMERO",
        help="un comprobante impreso que tiene que estar: su número, su código de operación o los "
        "dos; se puede repetir",
    )
    check.add_argument(
        "--anchor",
        action="append",
        default=[],
        metavar="CONTROL",
        help="un «control del libro» impreso en un cierre o un estado de cuenta; se puede repetir",
    )
    check.add_argument("--json", action="store_true")
    tour = command(commands, "tour", _tour, "recorre el programa y deja imágenes de cada paso")
    tour.add_argument("--out", type=Path, required=True, metavar="CARPETA")


def _add_client_commands(commands: Any) -> None:
    clients = command(commands, "clients", _clients, "lista los clientes y su saldo")
    clients.add_argument("--search", default="", metavar="TEXTO")
    clients.add_argument("--json", action="store_true")
    client = commands.add_parser("client", help="agrega clientes, muestra y borra sus datos")
    adding = client.add_subparsers(
        required=True, metavar="ACCIÓN", dest="client", parser_class=Parser
    )
    add_privacy_commands(adding)
    add = command(adding, "add", _client_add, "agrega un cliente")
    add.add_argument("--name", required=True)
    add.add_argument("--condition", default="5", metavar="CÓDIGO", help="condición fiscal")
    add.add_argument("--document-type", default="", help="DNI, CUIT, CUIL, ...")
    add.add_argument("--document", default="", metavar="NÚMERO")
    add.add_argument("--birthday", default="", metavar="DD/MM/AAAA")
    for field in ("address", "phone", "email", "notes"):
        add.add_argument(f"--{field}", default="")
    add.add_argument("--method", default="", help="medio de pago preferido")
    add.add_argument("--debt-limit", default="", metavar="MONTO")
    add.add_argument("--credit-days", type=count(0, 2**31), metavar="DÍAS", help="plazo de pago")
    add.add_argument("--discount", default="0", metavar="PORCENTAJE")
    add.add_argument("--no-account", action="store_true", help="no compra a cuenta")
    add.add_argument("--json", action="store_true")
    pay = command(commands, "pay", _pay, "registra un pago a cuenta")
    pay.add_argument("--client", type=count(1, 2**53), required=True, metavar="N")
    pay.add_argument("--amount", required=True, metavar="MONTO")
    pay.add_argument("--register", required=True, metavar="CAJA")
    pay.add_argument("--method", default="", help="efectivo, débito, crédito, transferencia o QR")
    pay.add_argument("--note", default="")
    pay.add_argument("--request-id", default="", help="el mismo identificador nunca paga dos veces")
    pay.add_argument("--json", action="store_true")


def _add_paper_commands(commands: Any) -> None:
    statement = command(commands, "statement", _statement, "guarda el estado de cuenta")
    statement.add_argument("--client", type=count(1, 2**53), required=True, metavar="N")
    statement.add_argument("--since", default="", metavar="DD/MM/AAAA")
    statement.add_argument("--since-zero", action="store_true", help="desde el último saldo cero")
    receipt = command(commands, "receipt", _receipt, "guarda un comprobante")
    receipt.add_argument("number", metavar="NÚMERO")
    for parser in (statement, receipt):
        parser.add_argument("--format", choices=("text", "escpos", "pdf"), default="text")
        parser.add_argument("--columns", type=int, choices=COLUMNS, default=48)
        parser.add_argument("--out", default=_STDOUT, metavar="ARCHIVO")


def _window(options: argparse.Namespace) -> int:
    from kioskifly_desktop.app import run_window  # noqa: PLC0415

    return run_window(options.data, options.user)


def _demo(options: argparse.Namespace) -> int:
    from kioskifly_desktop.demo import TOP, create_demo_shop, create_top_shop  # noqa: PLC0415

    if options.scale == "top":
        create_top_shop(options.folder, seed=options.seed)
        print(f"Negocio muy grande creado en {options.folder}: {TOP.clients} clientes.")
        return DONE
    create_demo_shop(
        options.folder, clients=options.clients, months=options.months, seed=options.seed
    )
    print(f"Negocio de ejemplo creado en {options.folder}: {options.clients} clientes.")
    return DONE


def _tour(options: argparse.Namespace) -> int:
    from kioskifly_desktop.tour import take_tour  # noqa: PLC0415

    take_tour(options.out)
    return DONE


def _registers(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.registers import KIND_NAMES, list_registers  # noqa: PLC0415

    with reading(options) as work:
        rows = list_registers(work)
    if options.json:
        keys = ("id", "name", "kind", "balance")
        print_json({"registers": [{key: getattr(row, key) for key in keys} for row in rows]})
        return DONE
    for row in rows:
        print(f"{row.name:<24} {KIND_NAMES[row.kind]:<20} {format_money(row.balance):>20}")
    return DONE


def _check(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.chain import is_anchored  # noqa: PLC0415
    from kioskifly_desktop.core.check import check  # noqa: PLC0415
    from kioskifly_desktop.core.vouchers import papers_missing  # noqa: PLC0415

    with reading(options) as work:
        problems = [*check(work), *papers_missing(work, options.paper)]
        problems += [
            f"El libro no es el del control {code}: se cambió o falta algo de lo que tenía."
            for code in options.anchor
            if not is_anchored(work, code)
        ]
    if options.json:
        print_json({"ok": not problems, "problems": problems})
    elif problems:
        print("\n".join(problems))
    else:
        print("Los libros cierran: no hay problemas.")
    return FAILED if problems else DONE


def _clients(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.clients import ClientQuery, list_clients  # noqa: PLC0415
    from kioskifly_desktop.core.fiscal import RULES, format_document  # noqa: PLC0415

    with reading(options) as work:
        rows = list_clients(work, ClientQuery(search=options.search), limit=-1)
    if options.json:
        listed = [
            {
                "id": row.id,
                "name": row.name,
                "document_type": row.document_type.name,
                "document": row.document_number,
                "condition": int(row.condition),
                "phone": row.phone,
                "balance": row.balance,
                "debt_limit": row.debt_limit,
                "credit_days": row.credit_days,
                "account_enabled": row.account_enabled,
                "discount": row.discount,
            }
            for row in rows
        ]
        print_json({"clients": listed})
        return DONE
    for row in rows:
        document = format_document(row.document_type, row.document_number)
        condition = RULES[row.condition].short_name
        owes = standing(row.balance)
        print(f"{row.id:>5}  {row.name:<36} {document:<20} {condition:<24} {owes}")
    return DONE


def _client_add(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core import fiscal  # noqa: PLC0415
    from kioskifly_desktop.core.clients import ClientRequest, add_client  # noqa: PLC0415
    from kioskifly_desktop.core.methods import method_from_text  # noqa: PLC0415

    condition = fiscal.condition_from_text(options.condition)
    document_type = fiscal.DocumentType.NONE
    if options.document_type:
        document_type = fiscal.document_type_from_text(options.document_type)
    elif options.document:
        document_type = fiscal.RULES[condition].accepted[0]
    request = ClientRequest(
        name=options.name,
        condition=condition,
        document_type=document_type,
        document_number=options.document,
        birthday=parse_date(options.birthday) if options.birthday else None,
        address=options.address,
        phone=options.phone,
        email=options.email,
        notes=options.notes,
        preferred_method=method_from_text(options.method) if options.method else None,
        debt_limit=parse_money(options.debt_limit, least=0) if options.debt_limit else None,
        credit_days=options.credit_days,
        account_enabled=not options.no_account,
        discount=parse_percent(options.discount),
    )
    with writing(options, create=True) as work:
        client_id = add_client(work, request)
    if options.json:
        print_json({"id": client_id})
    else:
        print(f"Cliente agregado con el número {client_id}.")
    return DONE


def _pay(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.methods import method_from_text  # noqa: PLC0415
    from kioskifly_desktop.core.registers import default_method, find_register  # noqa: PLC0415
    from kioskifly_desktop.core.wallet import PaymentRequest, register_payment  # noqa: PLC0415

    amount = parse_money(options.amount)
    with writing(options) as work:
        register = find_register(work, options.register)
        method = (
            method_from_text(options.method) if options.method else default_method(register.kind)
        )
        request_id = options.request_id or uuid.uuid4().hex
        request = PaymentRequest(
            request_id, options.client, amount, register.id, method, options.note
        )
        done = register_payment(work, request)
    if options.json:
        print_json(
            {
                "number": done.number,
                "client_balance": done.client_balance,
                "register_balance": done.register_balance,
            }
        )
        return DONE
    print(f"Pago de {format_money(amount)} registrado. Recibo {done.number}.")
    print(f"El cliente queda {standing(done.client_balance)}.")
    return DONE


def _statement(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.wallet import StatementScope, statement  # noqa: PLC0415

    since = parse_date(options.since) if options.since else None
    scope = StatementScope.SINCE_DATE if since else StatementScope.ALL
    if options.since_zero:
        scope = StatementScope.SINCE_ZERO
    with reading(options) as work:
        document = statement(work, options.client, scope, since)
    return _put(document, options)


def _receipt(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.vouchers import find_voucher, voucher_document  # noqa: PLC0415

    with reading(options) as work:
        document = voucher_document(work, find_voucher(work, options.number))
    return _put(document, options)


def _put(document: Document, options: argparse.Namespace) -> int:
    """Write a document where `--out` says, in the format asked for."""
    if options.format == "pdf":
        return _put_pdf(document, options)
    if options.format == "escpos":
        data = _escpos(document, options.columns)
    else:
        from kioskifly_desktop.core.ticket import as_text  # noqa: PLC0415

        data = f"{as_text(document, options.columns)}\n".encode()
    if options.out == _STDOUT:
        sys.stdout.buffer.write(data)
        return DONE
    try:
        Path(options.out).write_bytes(data)
    except OSError as error:
        raise OutputFileError(path=options.out, reason=os_reason(error)) from None
    return DONE


def _put_pdf(document: Document, options: argparse.Namespace) -> int:
    from kioskifly_desktop.adapters.pdf import save_pdf  # noqa: PLC0415
    from kioskifly_desktop.core.documents import DocumentKind, PdfPage  # noqa: PLC0415

    if options.out in ("", _STDOUT):
        raise OutputFileError(path="el PDF", reason="falta --out con el nombre del archivo")
    page = PdfPage.A4
    if document.kind is not DocumentKind.STATEMENT:
        page = PdfPage.TICKET_58 if options.columns == min(COLUMNS) else PdfPage.TICKET_80
    save_pdf(document, Path(options.out), page)
    return DONE


def _escpos(document: Document, columns: int) -> bytes:
    from kioskifly_desktop.core.escpos import to_bytes  # noqa: PLC0415
    from kioskifly_desktop.core.printers import Printer, Transport  # noqa: PLC0415

    return to_bytes(document, Printer(0, "", Transport.FILE, "", columns=columns))
