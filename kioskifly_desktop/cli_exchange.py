"""The orders that bring data in from files and take it out to them."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.cli_tools import DONE, Parser, command, noted, print_json, proven, writing
from kioskifly_desktop.core.es_ar import parse_date

if TYPE_CHECKING:
    import argparse

    from kioskifly_desktop.core.imports import ImportPlan, Mapping, Table
    from kioskifly_desktop.core.work import Work


_FORMATS = ("beancount", "hledger", "csv")


def add_exchange_commands(commands: Any) -> None:
    """Add `import clients|products` and `export clients|products|movements|sales|journal`."""
    importing = commands.add_parser("import", help="trae clientes o productos de un archivo")
    kinds = importing.add_subparsers(required=True, metavar="QUÉ", dest="kind", parser_class=Parser)
    for kind, words in (("clients", "trae clientes"), ("products", "trae productos")):
        order = command(kinds, kind, _import, f"{words} de un CSV, XLSX o vCard")
        order.add_argument("file", type=Path, metavar="ARCHIVO")
        order.add_argument(
            "--map",
            nargs="+",
            action="extend",
            default=[],
            metavar="COLUMNA=DATO",
            help="a qué dato va una columna; sin dato, se deja afuera",
        )
        order.add_argument("--dry-run", action="store_true", help="solo dice qué haría")
        order.add_argument(
            "--skip-problems", action="store_true", help="deja afuera las filas con problemas"
        )
        order.add_argument("--json", action="store_true")
    exporting = commands.add_parser("export", help="guarda datos en un archivo CSV o XLSX")
    kinds = exporting.add_subparsers(required=True, metavar="QUÉ", dest="kind", parser_class=Parser)
    for kind, words in (
        ("clients", "guarda los clientes y sus saldos"),
        ("products", "guarda los productos"),
        ("movements", "guarda los movimientos de las cuentas"),
        ("sales", "guarda las ventas, renglón por renglón"),
    ):
        order = command(kinds, kind, _export, words)
        order.add_argument(
            "--out", type=Path, required=True, metavar="ARCHIVO", help=".csv o .xlsx"
        )
        order.add_argument("--json", action="store_true")
    journal = command(kinds, "journal", _journal, "guarda los asientos para el contador")
    journal.add_argument("--format", choices=_FORMATS, required=True)
    journal.add_argument("--out", type=Path, required=True, metavar="ARCHIVO")
    journal.add_argument("--from", dest="since", default="", metavar="DD/MM/AAAA")
    journal.add_argument("--to", dest="until", default="", metavar="DD/MM/AAAA")
    journal.add_argument("--json", action="store_true")


def _import(options: argparse.Namespace) -> int:
    from kioskifly_desktop.adapters.exchange import read_rows  # noqa: PLC0415
    from kioskifly_desktop.core.errors import PlanRefusalError  # noqa: PLC0415
    from kioskifly_desktop.core.imports import (  # noqa: PLC0415
        ImportKind,
        check_whole,
        make_table,
        remember,
        run_import,
    )

    kind = ImportKind(options.kind)
    table = make_table(read_rows(options.file), kind)
    if options.dry_run:
        with proven(options) as work:
            mapping, plan = _planned(work, options, table)
        _tell(options, table, mapping, plan, added=0)
        return DONE
    with writing(options, create=True) as work:
        mapping, plan = _planned(work, options, table)
        if plan.refusal:
            raise PlanRefusalError(reason=plan.refusal)
        if not (options.skip_problems and plan.ready):
            check_whole(plan)
        done = run_import(work, plan, uuid.uuid4().hex)
        remember(work, table, kind, mapping)
    _tell(options, table, mapping, plan, added=done.added)
    return DONE


def _planned(
    work: Work, options: argparse.Namespace, table: Table
) -> tuple[Mapping, ImportPlan[Any]]:
    from kioskifly_desktop.core.imports import (  # noqa: PLC0415
        ImportKind,
        choose,
        guess,
        plan_import,
    )

    kind = ImportKind(options.kind)
    mapping = choose(table, kind, guess(work, table, kind), options.map)
    return mapping, plan_import(work, kind, table, mapping)


def _tell(
    options: argparse.Namespace,
    table: Table,
    mapping: Mapping,
    plan: ImportPlan[Any],
    *,
    added: int,
) -> None:
    columns = dict(zip(table.titles, mapping, strict=True))
    if options.json:
        print_json(
            {
                "added": added,
                "ready": len(plan.ready),
                "columns": columns,
                "problems": [
                    {"line": each.line, "column": each.column, "reason": each.reason}
                    for each in plan.problems
                ],
                "refusal": plan.refusal,
            }
        )
        return
    if options.dry_run:
        print(f"{table.name}: {table.words}.")
        for title, key in columns.items():
            print(f"  {title}: {key or 'no se trae'}")
        print(f"Filas listas: {len(plan.ready)}.")
    else:
        print(f"{_NAMES[options.kind]}: {added}.")
        if left := [title for title, key in columns.items() if not key]:
            print(f"Columnas que no se trajeron: {', '.join(left)}.")
    if plan.problems:
        print(f"Filas que quedan afuera: {len(plan.problems)}.")
        print("\n".join(map(str, plan.problems)))
    if plan.refusal:
        print(plan.refusal)


_NAMES = {"clients": "Clientes agregados", "products": "Productos agregados"}


def _export(options: argparse.Namespace) -> int:
    from kioskifly_desktop.adapters.exchange import write_rows  # noqa: PLC0415
    from kioskifly_desktop.core.exports import (  # noqa: PLC0415
        EXPORT_NAMES,
        ExportKind,
        export_rows,
        export_titles,
        note_export,
    )

    kind = ExportKind(options.kind)
    name = options.out.name
    count = noted(
        options,
        lambda work: write_rows(options.out, export_titles(kind), export_rows(work, kind)),
        lambda work, rows: note_export(work, EXPORT_NAMES[kind], name, rows),
    )
    if options.json:
        print_json({"rows": count})
    else:
        print(f"Filas guardadas en {options.out}: {count}.")
    return DONE


def _journal(options: argparse.Namespace) -> int:
    from kioskifly_desktop.adapters.exchange.journal import (  # noqa: PLC0415
        JournalFormat,
        save_journal,
    )
    from kioskifly_desktop.core.books import Span  # noqa: PLC0415
    from kioskifly_desktop.core.exports import note_export  # noqa: PLC0415

    span = Span(
        parse_date(options.since) if options.since else None,
        parse_date(options.until) if options.until else None,
    )
    count = noted(
        options,
        lambda work: save_journal(work, span, JournalFormat(options.format), options.out),
        lambda work, entries: note_export(work, "Asientos", options.out.name, entries),
    )
    if options.json:
        print_json({"entries": count})
    else:
        print(f"Asientos guardados en {options.out}: {count}.")
    return DONE
