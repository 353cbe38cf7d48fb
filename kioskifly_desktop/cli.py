"""The command line, on the same core as the window: errors are one Spanish sentence on stderr."""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stdout, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs

from kioskifly_desktop import __version__
from kioskifly_desktop.adapters.os_errors import os_reason
from kioskifly_desktop.cli_backup import add_backup_commands, restore_advice
from kioskifly_desktop.cli_clients import add_client_commands
from kioskifly_desktop.cli_debts import add_debt_commands
from kioskifly_desktop.cli_exchange import add_exchange_commands
from kioskifly_desktop.cli_offers import add_offer_commands
from kioskifly_desktop.cli_papers import add_paper_commands
from kioskifly_desktop.cli_people import add_people_commands
from kioskifly_desktop.cli_plan import add_plan_commands
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
)
from kioskifly_desktop.core.errors import NotAShopError, ShopError
from kioskifly_desktop.core.es_ar import format_money

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence


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
    add_client_commands(commands)
    add_paper_commands(commands)
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
