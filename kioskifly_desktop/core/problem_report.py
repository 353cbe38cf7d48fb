"""What is told of a shop to who mends the program: counts and choices, no word that was typed.

What may be told is listed here, one by one, with the shape that its value must have. What isn't
listed is not told, whatever it is.
"""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy.exc import DBAPIError

from kioskifly_desktop.core.check import check_by_number
from kioskifly_desktop.core.database import APPLICATION_ID, FILE_NAME
from kioskifly_desktop.core.logs import redact
from kioskifly_desktop.core.migrations import HEAD, REVISIONS
from kioskifly_desktop.core.outbox import waiting_jobs
from kioskifly_desktop.core.printers import Printer, Transport, list_printers
from kioskifly_desktop.core.settings import get_preference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kioskifly_desktop.core.work import Work


class ReportPart(NamedTuple):
    """A text of the report, as it is shown and as it is saved."""

    name: str
    text: str


_FLAG, _FIGURE, _WORD = r"[01]|True|False", r"\d{1,9}", r"[a-z_]{1,20}"


class _Told(NamedTuple):
    """A setting that is told; of one kept as JSON, `part` is the name of the value."""

    words: str
    shape: str
    key: str
    part: str = ""


_SETTINGS = (
    _Told("Aspecto", "system|light|dark", "look"),
    _Told("Tamaño del texto", _FIGURE, "text_size"),
    _Told("Sonidos", "all|errors|off", "sounds"),
    _Told("Minutos hasta que se bloquea", _FIGURE, "auto_lock_minutes"),
    _Told("Cierre a ciegas", _FLAG, "blind_close"),
    _Told("Copias, cada cuántas horas", _FIGURE, "backup", "hours"),
    _Told("Copias, al cerrar", _FLAG, "backup", "on_close"),
    _Told("Copias, con clave", _FLAG, "backup", "sealed"),
    _Told("Quién escribe las ofertas", _WORD, "offers.bot", "writer"),
    _Told("Ofertas, descuento máximo", _FIGURE, "offers.terms", "maximum_discount"),
    _Told("Ofertas, margen mínimo", _FIGURE, "offers.terms", "minimum_margin"),
    _Told("Puntos", _FLAG, "loyalty.points", "on"),
    _Told("Fiado a precio de hoy", _FLAG, "today_price", "enabled"),
    _Told("Días entre mensajes", _FIGURE, "messages.quiet_days"),
    _Told("Lector, milésimas entre letras", _FIGURE, "scanner_gap_ms"),
    _Told("Lector, milésimas en promedio", _FIGURE, "scanner_average_ms"),
    _Told("Lector, letras al menos", _FIGURE, "scanner_least"),
    _Told("Lector, termina con Enter", _FLAG, "scanner_enter"),
    _Told("Lector, termina con Tab", _FLAG, "scanner_tab"),
    _Told("Balanza, lo que dice la etiqueta", _WORD, "scale_labels", "value"),
    _Told("Pregunta si hay versiones nuevas", _FLAG, "updates"),
    _Told("Es el ejemplo", _FLAG, "example"),
)
_COUNTS = {
    "Clientes": "client",
    "Productos": "product",
    "Ventas": "sale",
    "Renglones de venta": "sale_line",
    "Asientos": "journal_entry",
    "Comprobantes": "voucher",
    "Cajas": "register",
    "Turnos": "cash_session",
    "Usuarios": "user",
    "Promociones": "promotion",
    "Mensajes": "message",
    "Trabajos de impresión": "print_job",
}
_USB = re.compile(r"[0-9a-fA-F]{4}:[0-9a-fA-F]{4}")
_MOST_JOBS = 50
_LONGEST_NOTE = 2000
_STEPS = 50_000
"""Of SQLite's machine, between one look and another at whether to go on: some milliseconds."""


ABOUT = """Informe de problema de Kioskifly.

Lleva: qué programa y qué computadora es, lo que se eligió en Ajustes, cuánto hay de cada cosa,
qué espera la impresora, qué dice la revisión de los libros y las últimas líneas del registro.
No lleva: nombres, teléfonos, documentos, deudas ni ventas de nadie, lo que escribiste en el
programa, claves ni PIN.
"""
"""What goes in it and what doesn't, for who opens it one day."""


def whole_report(parts: Sequence[ReportPart], note: str) -> list[ReportPart]:
    """Return all that is saved: what was gathered and what the person says that happened.

    Of what they say, keys and numbers of people are taken out.
    """
    # A terminal may give what no text can hold.
    whole = note.encode("utf-8", "replace").decode("utf-8")
    said = redact(whole.strip()[:_LONGEST_NOTE]) or "No se escribió nada."
    return [ReportPart("leeme.txt", ABOUT), ReportPart("que-paso.txt", f"{said}\n"), *parts]


def file_facts(folder: Path) -> Iterator[str]:
    """Say how the shop's file is, also one that doesn't open. Nothing of it is changed."""
    for name in (FILE_NAME, f"{FILE_NAME}-wal"):
        try:
            yield f"{name}: {(folder / name).stat().st_size} bytes"
        except OSError as error:
            yield f"{name}: no está ({type(error).__name__})"
    yield f"Revisión que este programa conoce: {HEAD}"
    yield f"Revisión del archivo: {_revision_words(folder / FILE_NAME)}"


def is_of_this_program(folder: Path) -> bool:
    """Tell whether the shop's file can be read without bringing it up to date."""
    return _revision_words(folder / FILE_NAME) == HEAD


def _revision_words(path: Path) -> str:
    try:
        # As at each start: what only reads leaves a log behind.
        place = f"{path.resolve().as_uri()}?mode=rw"
        with closing(sqlite3.connect(place, uri=True)) as connection:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            if application != APPLICATION_ID:
                return "no es de Kioskifly"
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except (sqlite3.Error, OSError, UnicodeError) as error:
        return f"no se puede leer ({getattr(error, 'sqlite_errorname', type(error).__name__)})"
    revision = str(found[0]) if found else ""
    if revision in REVISIONS:
        return revision
    return f"{revision}, de un programa más nuevo" if re.fullmatch(r"\d{1,6}", revision) else "otra"


def setting_facts(work: Work) -> Iterator[str]:
    """Say what was chosen of what is listed; what was left as it came is not kept anywhere."""
    for told in _SETTINGS:
        stored = get_preference(work, told.key, "")
        value = _part(stored, told.part) if told.part else stored
        if value:
            yield f"{told.words}: {value if re.fullmatch(told.shape, value) else 'otro'}"
    yield f"Carpeta de copias propia: {bool(_part(get_preference(work, 'backup', ''), 'folder'))}"
    for number, printer in enumerate(list_printers(work), 1):
        yield f"Impresora {number}: {_printer_words(printer)}"


def _part(stored: str, name: str) -> str:
    try:
        return str(json.loads(stored)[name])
    except (ValueError, LookupError, TypeError):
        return ""


def _printer_words(printer: Printer) -> str:
    model = ""
    if printer.transport is Transport.USB and _USB.fullmatch(printer.address):
        model = f" {printer.address}"  # who made it and what it is, no place
    return (
        f"{printer.transport}{model}, {printer.columns} columnas, {printer.code_page} "
        f"({printer.code_page_number}), corta {printer.has_cutter}, cajón {printer.drawer_pin}, "
        f"QR {printer.native_qr}, logo {printer.prints_logo}, copias {printer.copies}, "
        f"estado {printer.report}, acuse {printer.acknowledgement}, poco papel {printer.paper_low}"
    )


def shop_facts(work: Work) -> Iterator[str]:
    """Say how much there is, and how what waits for a printer stands."""
    for words, table in _COUNTS.items():
        found = work.db.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar()  # noqa: S608 - listed above
        yield f"{words}: {found}"
    places = {printer.id: number for number, printer in enumerate(list_printers(work), 1)}
    jobs = waiting_jobs(work)
    yield f"Impresiones que esperan: {len(jobs)}"
    for job in jobs[:_MOST_JOBS]:
        why = re.sub("«.*»", "…", job.reason, flags=re.DOTALL)  # an address
        yield (
            f"Trabajo {job.id}: {job.state}, impresora {places.get(job.printer_id, '—')}, "
            f"intentos {job.attempts}, bytes {job.sent}. {redact(why)}".rstrip()
        )


def book_facts(
    work: Work, progress: Callable[[int, int], object], stopped: Callable[[], bool]
) -> Iterator[str]:
    """Say what `check` finds, by numbers; it ends early once `stopped`."""
    driver = work.db.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.set_progress_handler(stopped, _STEPS)
    try:
        problems = check_by_number(work, progress)
    except (DBAPIError, sqlite3.Error):
        if not stopped():
            raise
        yield "No se terminó de revisar: alguien la cortó."
    else:
        yield from problems or ("Los libros cierran: no hay problemas.",)
    finally:
        driver.set_progress_handler(None, 0)
