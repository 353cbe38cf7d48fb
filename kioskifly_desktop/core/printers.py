"""Printers as the shop describes them; how each is reached and what its paper is like."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    Text,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.documents import DocumentKind
from kioskifly_desktop.core.errors import PrinterError
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.prepared import Prepared
from kioskifly_desktop.core.schema import Choice, Flag, identifier, insert_row, one_of, table
from kioskifly_desktop.core.text import clean

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import Work


class Transport(StrEnum):
    """How bytes reach a printer."""

    TCP = "tcp"
    USB = "usb"
    SERIAL = "serial"
    QUEUE = "queue"
    FILE = "file"


class StatusReport(StrEnum):
    """Whether a printer says how it is when asked."""

    UNKNOWN = "unknown"
    NONE = "none"
    DLE_EOT = "dle_eot"


class Acknowledgement(StrEnum):
    """How a printer says that it has processed a job."""

    UNKNOWN = "unknown"
    NONE = "none"
    GS_R = "gs_r"
    GS_H = "gs_h"


COLUMNS = (32, 42, 48)
CODE_PAGES = {"cp858": 19, "cp850": 2, "cp1252": 16, "cp860": 3, "cp437": 0, "ascii": 0}
"""Python codec -> the `ESC t` slot most printers give it; `ascii` prints without accents."""


DRAWER_PINS = (0, 2, 5)
"""The pin of the drawer's cable that opens it; 0 where the printer has no drawer."""
MOST_COPIES = 3


@dataclass(frozen=True, slots=True)
class Printer:
    """A receipt printer.

    `address` is `host:port` for TCP, `vvvv:pppp` in hexadecimal for USB, the device and rate
    (`/dev/ttyUSB0@9600`) for serial, the name of a queue, a path for a file. `columns` is the
    paper's width in font A. What it can answer is learnt from its answers.
    """

    id: int
    name: str
    transport: Transport
    address: str
    columns: int = 48
    code_page: str = "cp858"
    code_page_number: int = 19
    has_cutter: bool = True
    drawer_pin: int = 0
    native_qr: bool = False
    copies: int = 1
    prints_logo: bool = False
    report: StatusReport = StatusReport.UNKNOWN
    acknowledgement: Acknowledgement = Acknowledgement.UNKNOWN
    paper_low: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a printer answered when asked: `trouble`, a Spanish phrase, is why it can't print now.

    `report` and `acknowledgement` are None where nothing was proved.
    """

    trouble: str = ""
    paper_low: bool = False
    report: StatusReport | None = None
    acknowledgement: Acknowledgement | None = None


@dataclass(frozen=True, slots=True)
class UsbPrinter:
    """A printer found on USB; `address` is as in `Printer`."""

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class Preset:
    """What is known of a common sort of printer before its test page is read."""

    name: str
    columns: int
    has_cutter: bool
    native_qr: bool
    code_page: str = "cp858"
    code_page_number: int = 19


PRESETS = (
    Preset(Phrase("80 mm genérica, 48 columnas"), 48, has_cutter=True, native_qr=True),
    Preset(Phrase("80 mm genérica, 42 columnas"), 42, has_cutter=True, native_qr=True),
    Preset(Phrase("58 mm genérica, 32 columnas"), 32, has_cutter=False, native_qr=False),
    Preset(Phrase("58 mm POS-5890, página 850"), 32, False, False, "cp850", 2),
    Preset(Phrase("58 mm ZJ-5870, página 1252"), 32, False, False, "cp1252", 16),
    Preset(Phrase("Epson TM-T20"), 48, has_cutter=True, native_qr=True),
    Preset(Phrase("Epson TM-T88"), 42, has_cutter=True, native_qr=True),
)


@dataclass(frozen=True, slots=True)
class Route:
    """Where a kind of document goes, None for the shop's first printer, and if it goes alone."""

    kind: DocumentKind
    printer_id: int | None
    automatic: bool


printer = table(
    "printer",
    identifier(),
    Column("name", Text, nullable=False),
    Column("transport", Choice(Transport), nullable=False),
    Column("address", Text, nullable=False),
    Column("columns", Integer, nullable=False),
    Column("code_page", Text, nullable=False),
    Column("code_page_number", Integer, nullable=False),
    Column("has_cutter", Flag, nullable=False),
    Column("drawer_pin", Integer, nullable=False),
    Column("native_qr", Flag, nullable=False),
    Column("copies", Integer, nullable=False),
    Column("prints_logo", Flag, nullable=False),
    Column("report", Choice(StatusReport), nullable=False),
    Column("acknowledgement", Choice(Acknowledgement), nullable=False),
    Column("paper_low", Flag, nullable=False),
    one_of("transport", Transport),
    one_of("report", StatusReport),
    one_of("acknowledgement", Acknowledgement),
    CheckConstraint("columns IN (32, 42, 48)", name="columns"),
    CheckConstraint("drawer_pin IN (0, 2, 5)", name="drawer_pin"),
    CheckConstraint(f"copies BETWEEN 1 AND {MOST_COPIES}", name="copies"),
    # A job waits for its printer by id: the next printer must not be taken for a deleted one.
    reuses_ids=False,
)
print_route = table(
    "print_route",
    Column("kind", Choice(DocumentKind), primary_key=True),
    Column("printer_id", Integer, ForeignKey("printer.id", ondelete="SET NULL")),
    Column("automatic", Flag, nullable=False),
)

_ON_DEMAND = frozenset((DocumentKind.STATEMENT, DocumentKind.X_REPORT, DocumentKind.TEST))
_NAME_LIMIT = 60
_ADDRESS_LIMIT = 200
_ADDRESS = {
    Transport.TCP: re.compile(r"[^\s:]+:\d{1,5}"),
    Transport.USB: re.compile(r"[0-9a-fA-F]{4}:[0-9a-fA-F]{4}"),
    Transport.SERIAL: re.compile(r"\S+@\d{3,6}"),
    Transport.QUEUE: re.compile(r"[^\s/#-][^\s/#]*"),
    Transport.FILE: re.compile(r".+"),
}
_HINT = {
    Transport.TCP: Phrase("la dirección de red va como 192.168.0.50:9100"),
    Transport.USB: Phrase("el identificador USB va como 04b8:0e15"),
    Transport.SERIAL: Phrase("el puerto serie va como /dev/ttyUSB0@9600"),
    Transport.QUEUE: Phrase("la cola va con su nombre en el sistema, sin espacios"),
    Transport.FILE: Phrase("falta el archivo"),
}
_PORTS = range(1, 65536)
_LIST = Prepared(select(printer).order_by(printer.c.id))
_ROUTES = select(print_route)
_ROUTE = Prepared(select(print_route).where(print_route.c.kind == bindparam("document")))


def list_printers(work: Work) -> list[Printer]:
    """Return the shop's printers."""
    return [Printer(**row._asdict()) for row in _LIST.all(work.db, {})]


def save_printer(work: Work, device: Printer) -> int:
    """Add a printer (id 0) or change one, and return its id.

    Raises:
        NotAllowedError: the person may not.
        PrinterError: the record doesn't say how to reach it.
    """
    work.require(Permission.SETTINGS)
    name = clean(device.name, field="name", limit=_NAME_LIMIT)
    address = clean(device.address, field="address", limit=_ADDRESS_LIMIT)
    if not name:
        raise PrinterError(field="name", reason=Phrase("ponele un nombre"))
    if not _ADDRESS[device.transport].fullmatch(address):
        raise PrinterError(field="address", reason=_HINT[device.transport])
    if device.transport is Transport.TCP and int(address.rpartition(":")[2]) not in _PORTS:
        raise PrinterError(field="address", reason=Phrase("el puerto va de 1 a 65535"))
    if device.columns not in COLUMNS:
        raise PrinterError(field="columns", reason=Phrase("el ancho es de 32, 42 o 48 columnas"))
    if device.code_page not in CODE_PAGES or not 0 <= device.code_page_number <= 255:  # noqa: PLR2004 - one byte
        raise PrinterError(field="code_page", reason=Phrase("la página de códigos va de 0 a 255"))
    if device.drawer_pin not in DRAWER_PINS:
        raise PrinterError(field="drawer_pin", reason=Phrase("el cajón va en el pin 2 o en el 5"))
    if not 1 <= device.copies <= MOST_COPIES:
        raise PrinterError(
            field="copies",
            reason=Phrase("las copias van de 1 a {most_copies}", most_copies=MOST_COPIES),
        )
    values = asdict(device) | {"name": name, "address": address}
    del values["id"]
    if device.id:
        work.db.execute(update(printer).where(printer.c.id == device.id), values)
    saved = device.id or insert_row(work.db, insert(printer), values)
    record(work, AuditKind.SETTINGS_CHANGED, f"Impresora {name}", address)
    return saved


def learn(
    work: Work,
    printer_id: int,
    report: StatusReport | None,
    acknowledgement: Acknowledgement | None,
    *,
    paper_low: bool,
) -> None:
    """Keep what a printer proved it can answer, None where nothing was proved.

    Raises:
        NotAllowedError: the person may not.
    """
    work.require(Permission.PRINT)
    learnt: dict[str, object] = {"paper_low": paper_low}
    if report is not None:
        learnt["report"] = report
    if acknowledgement is not None:
        learnt["acknowledgement"] = acknowledgement
    work.db.execute(update(printer).where(printer.c.id == printer_id), learnt)


def list_routes(work: Work) -> list[Route]:
    """Return where each kind of document goes."""
    rows = {row.kind: row for row in work.db.execute(_ROUTES)}
    return [
        Route(kind, rows[kind].printer_id, rows[kind].automatic)
        if kind in rows
        else Route(kind, None, kind not in _ON_DEMAND)
        for kind in DocumentKind
        if kind is not DocumentKind.TEST
    ]


def save_route(work: Work, route: Route) -> None:
    """Say where a kind of document goes.

    Raises:
        NotAllowedError: the person may not.
    """
    work.require(Permission.SETTINGS)
    work.db.execute(delete(print_route).where(print_route.c.kind == route.kind))
    work.db.execute(insert(print_route), asdict(route))
    record(work, AuditKind.SETTINGS_CHANGED, "Qué imprime cada impresora", route.kind.value)


def route_of(work: Work, kind: DocumentKind) -> tuple[Printer | None, bool]:
    """Return the printer of a kind of document, None without printers, and if it goes alone."""
    printers = list_printers(work)
    row = _ROUTE.first(work.db, {"document": kind})
    chosen = row.printer_id if row else None
    found = next((p for p in printers if p.id == chosen), printers[0] if printers else None)
    return found, row.automatic if row else kind not in _ON_DEMAND


def delete_printer(work: Work, printer_id: int) -> None:
    """Forget a printer; its waiting jobs stay and go to whichever printer remains.

    Raises:
        NotAllowedError: the person may not.
    """
    work.require(Permission.SETTINGS)
    gone = next((each.name for each in list_printers(work) if each.id == printer_id), "")
    work.db.execute(delete(printer).where(printer.c.id == printer_id))
    record(work, AuditKind.SETTINGS_CHANGED, f"Impresora {gone}", "Eliminada")
