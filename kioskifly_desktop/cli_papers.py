"""The orders of paper: an account's statement and any voucher, as text, bytes or PDF."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.adapters.os_errors import os_reason
from kioskifly_desktop.cli_tools import DONE, command, count, reading
from kioskifly_desktop.core.errors import OutputFileError
from kioskifly_desktop.core.es_ar import parse_date
from kioskifly_desktop.core.printers import COLUMNS

if TYPE_CHECKING:
    import argparse

    from kioskifly_desktop.core.documents import Document

_STDOUT = "-"


def add_paper_commands(commands: Any) -> None:
    """Add `statement` and `receipt`."""
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
