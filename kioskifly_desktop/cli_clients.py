"""The orders of the clients: to list and add them, and what they pay on account."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.cli_privacy import add_privacy_commands
from kioskifly_desktop.cli_tools import (
    DONE,
    Parser,
    command,
    count,
    print_json,
    reading,
    standing,
    writing,
)
from kioskifly_desktop.core.es_ar import format_money, parse_date, parse_money, parse_percent

if TYPE_CHECKING:
    import argparse


def add_client_commands(commands: Any) -> None:
    """Add `clients`, `client` and `pay`."""
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
