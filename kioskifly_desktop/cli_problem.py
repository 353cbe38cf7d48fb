"""The order of the problem report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.cli_tools import DONE, command

if TYPE_CHECKING:
    import argparse


def add_problem_command(commands: Any) -> None:
    """Add `report-problem`."""
    report = command(
        commands,
        "report-problem",
        _report,
        "guarda un informe de problema, también si el negocio no abre; no lleva datos de nadie",
    )
    report.add_argument("out", type=Path, metavar="ARCHIVO.zip")
    report.add_argument("--note", default="", metavar="TEXTO", help="qué pasó, con tus palabras")
    report.add_argument("--show", action="store_true", help="también lo muestra entero")


def _report(options: argparse.Namespace) -> int:
    """Save the report; nobody's PIN is asked for, as it tells nothing of anybody."""
    from kioskifly_desktop.adapters.problem_report import gather, save  # noqa: PLC0415
    from kioskifly_desktop.core.problem_report import whole_report  # noqa: PLC0415

    parts = whole_report(gather(options.data), options.note)
    save(parts, options.out)
    if options.show:
        for part in parts:
            print(f"── {part.name}\n{part.text}")
    print(f"Informe guardado: {options.out}. Mandalo a quien te ayuda con el programa.")
    return DONE
