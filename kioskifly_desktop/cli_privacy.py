"""The orders of a client's personal data: to hand them over, and to delete them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.cli_tools import (
    DONE,
    FAILED,
    command,
    count,
    noted,
    proven,
    writing,
)

if TYPE_CHECKING:
    import argparse

    from kioskifly_desktop.core.work import Work

_COLUMNS = 48


def add_privacy_commands(acts: Any) -> None:
    """Add `client file` and `client anonymise`."""
    file = command(acts, "file", _file, "muestra todo lo que hay de un cliente, para dárselo")
    file.add_argument("--json", action="store_true")
    file.add_argument("--out", type=Path, metavar="ARCHIVO", help=".json, .pdf o texto")
    anonymise = command(
        acts, "anonymise", _anonymise, "borra quién es un cliente; las cuentas quedan"
    )
    anonymise.add_argument("--reason", required=True, metavar="TEXTO")
    anonymise.add_argument("--yes", action="store_true", help="sin esto, solo dice qué haría")
    for parser in (file, anonymise):
        parser.add_argument("client", type=count(1, 2**53), metavar="CLIENTE", help="su número")


def _file(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.privacy import note_taken  # noqa: PLC0415

    where = options.out.name if options.out else "en la terminal"
    words = noted(
        options,
        lambda work: _told(work, options),
        lambda work, _: note_taken(work, options.client, where),
    )
    print(words)
    return DONE


def _told(work: Work, options: argparse.Namespace) -> str:
    """Return what is printed of a client, having written the file if one is wanted."""
    from kioskifly_desktop.adapters.exchange import write_text  # noqa: PLC0415
    from kioskifly_desktop.adapters.pdf import save_pdf  # noqa: PLC0415
    from kioskifly_desktop.core.documents import PdfPage  # noqa: PLC0415
    from kioskifly_desktop.core.privacy import client_file, file_paper  # noqa: PLC0415
    from kioskifly_desktop.core.ticket import as_text  # noqa: PLC0415

    out = options.out
    file = client_file(work, options.client)
    paper = file_paper(work, file)
    if out is not None and out.suffix == ".pdf":
        save_pdf(paper, out, PdfPage.A4)
        return f"Guardado: {out}."
    as_json = options.json or (out is not None and out.suffix == ".json")
    words = json.dumps(file, ensure_ascii=False, indent=2) if as_json else as_text(paper, _COLUMNS)
    if out is None:
        return words
    write_text(out, words)
    return f"Guardado: {out}."


def _anonymise(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.clients import get_client  # noqa: PLC0415
    from kioskifly_desktop.core.permissions import Permission  # noqa: PLC0415
    from kioskifly_desktop.core.privacy import anonymise_client  # noqa: PLC0415
    from kioskifly_desktop.core.shop_file import open_shop  # noqa: PLC0415

    if not options.yes:
        with proven(options) as work:
            work.require(Permission.PRIVACY)
            name = get_client(work, options.client).name
        print(f"De {name} no quedaría ningún dato; sus movimientos, sí. No se puede deshacer.")
        print("No se cambió nada. Para anonimizarlo, agregá --yes.", file=sys.stderr)
        return FAILED
    with writing(options) as work:
        alias = anonymise_client(work, options.client, options.reason)
    database = open_shop(options.data, create=False)
    try:
        database.compact()
    finally:
        database.close()
    print(f"Ahora es {alias}. Las copias hechas antes conservan sus datos.")
    return DONE
