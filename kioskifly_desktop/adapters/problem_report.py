"""Gathers the problem report, as it is shown and as it is saved: a few texts in one zip."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import sqlite3
import sys
import time
import zipfile
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from kioskifly_desktop import __version__
from kioskifly_desktop.adapters.os_errors import os_reason
from kioskifly_desktop.core import problem_report
from kioskifly_desktop.core.errors import OutputFileError, ShopFileError
from kioskifly_desktop.core.logs import log_file, redact, told
from kioskifly_desktop.core.problem_report import ReportPart
from kioskifly_desktop.core.shop_file import look_into_shop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

PARTS = (
    *("PySide6-Essentials", "SQLAlchemy", "alembic", "cryptography", "openai", "httpx2"),
    *("reportlab", "openpyxl", "python-escpos", "keyring"),
)
"""Whose versions a report tells; the built program brings their metadata."""
_LOG_BYTES = 100_000
_LOG_LINES = 600
_LONGEST_LINE = 2000
_COUNTRY = 5


def gather(
    folder: Path,
    window: Sequence[str] = (),
    progress: Callable[[int, int], object] = lambda _done, _of: None,
    stopped: Callable[[], bool] = lambda: False,
    log: Path | None = None,
) -> list[ReportPart]:
    """Return what the report of the shop in `folder` says, whatever state that is in.

    `window` is what only a window knows. The shop is only read; once `stopped`, its books are not
    looked at any further. `log` is where it is, if not in that folder.
    """
    of_shop = {"ajustes.txt": "", "negocio.txt": "", "control.txt": ""}
    facts = _lines(problem_report.file_facts(folder))
    if problem_report.is_of_this_program(folder):
        try:
            of_shop = _of_shop(folder, progress, stopped)
        except Exception as error:  # noqa: BLE001 - a report is most wanted when nothing works
            facts += f"No se puede abrir: {_why(error)}\n"
    none = "El negocio no se puede leer: mirá el archivo «negocio».\n"
    return [
        ReportPart("programa.txt", _lines(_machine(folder)) + _lines(window)),
        ReportPart("ajustes.txt", of_shop["ajustes.txt"] or none),
        ReportPart("negocio.txt", facts + of_shop["negocio.txt"]),
        ReportPart("control.txt", of_shop["control.txt"] or none),
        ReportPart("registro.txt", _log(log or log_file(folder)) or "El registro está vacío.\n"),
    ]


def save(parts: Iterable[ReportPart], path: Path) -> None:
    """Write the parts in one zip.

    Raises:
        OutputFileError: the file can't be written; what was there before stays.
    """
    draft = path.with_name(f".{path.name}.parte")
    try:
        try:
            with draft.open("wb") as file:
                with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                    for part in parts:
                        archive.writestr(part.name, part.text)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
    except OSError as error:
        raise OutputFileError(path=path, reason=os_reason(error)) from None


def _of_shop(
    folder: Path, progress: Callable[[int, int], object], stopped: Callable[[], bool]
) -> dict[str, str]:
    database = look_into_shop(folder)
    try:
        with database.read() as work:
            return {
                "ajustes.txt": _lines(problem_report.setting_facts(work)),
                "negocio.txt": _lines(problem_report.shop_facts(work)),
                "control.txt": _lines(problem_report.book_facts(work, progress, stopped)),
            }
    finally:
        database.close()


def _lines(facts: Iterable[str]) -> str:
    """Return facts one under another; where one can't be known, why, and none after it."""
    told_so_far: list[str] = []
    try:
        for fact in facts:
            told_so_far.append(fact)  # noqa: PERF402 - what came before an error is kept
    except Exception as error:  # noqa: BLE001 - as above
        told_so_far.append(f"No se pudo saber más: {_why(error)}")
    return "".join(f"{line}\n" for line in told_so_far)


def _why(error: Exception) -> str:
    return redact(str(error)) if isinstance(error, ShopFileError) else told(error)


def _machine(folder: Path) -> Iterator[str]:
    frozen = "armado" if getattr(sys, "frozen", False) else "desde sus fuentes"
    yield f"Kioskifly {__version__} ({frozen})"
    yield f"Python {platform.python_version()} ({platform.python_implementation()})"
    yield f"SQLite {sqlite3.sqlite_version}"
    for name in PARTS:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name}: sin dato"
    yield f"Sistema: {platform.system()} {platform.release()} {platform.machine()}"
    with suppress(OSError):
        yield f"Distribución: {platform.freedesktop_os_release().get('PRETTY_NAME', '')}"
    yield f"Procesadores: {os.cpu_count()}"
    language, encoding = locale.getlocale()
    yield f"Idioma: {(language or '—')[:_COUNTRY]} {encoding or ''}".rstrip()
    # Its offset, as a zone may be named after anything.
    yield f"Hora: {time.strftime('%Y-%m-%d %H:%M %z')}"
    with suppress(OSError):
        free = shutil.disk_usage(folder).free
        yield f"Lugar libre en el disco: {free // 1_000_000} MB"


def _log(path: Path) -> str:
    """Return the last lines of the log, searched again: an older program may have written them."""
    text = _end(path)
    if len(text) < _LOG_BYTES // 2:
        text = _end(path.with_name(f"{path.name}.1")) + text
    lines = text.splitlines()[-_LOG_LINES:]
    return "".join(f"{redact(line[:_LONGEST_LINE])}\n" for line in lines)


def _end(path: Path) -> str:
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - _LOG_BYTES))
            text = file.read(_LOG_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""
    # The first line is cut, most likely.
    return text.partition("\n")[2] if size > _LOG_BYTES else text
