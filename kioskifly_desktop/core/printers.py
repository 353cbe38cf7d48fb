"""Printers as the shop describes them; how each is reached and what its paper is like."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Column, Integer, Text, delete, insert, select, update

from kioskifly_desktop.core.errors import PrinterError
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
CODE_PAGES = {"cp858": 19, "cp850": 2, "cp1252": 16, "ascii": 0}
"""Python codec -> the `ESC t` slot most printers give it; `ascii` prints without accents."""


@dataclass(frozen=True, slots=True)
class Printer:
    """A receipt printer.

    `address` is `host:port` for TCP, `vvvv:pppp` in hexadecimal for USB, the device and rate
    (`/dev/ttyUSB0@9600`) for serial, a path for a file. `columns` is the paper's width in font A.
    """

    id: int
    name: str
    transport: Transport
    address: str
    columns: int = 48
    code_page: str = "cp858"
    code_page_number: int = 19
    has_cutter: bool = True
    automatic: bool = True
    report: StatusReport = StatusReport.UNKNOWN
    acknowledgement: Acknowledgement = Acknowledgement.UNKNOWN


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
    Column("automatic", Flag, nullable=False),
    one_of("transport", Transport),
    CheckConstraint("columns IN (32, 42, 48)", name="columns"),
)

_NAME_LIMIT = 60
_ADDRESS_LIMIT = 200
_ADDRESS = {
    Transport.TCP: re.compile(r"[^\s:]+:\d{1,5}"),
    Transport.USB: re.compile(r"[0-9a-fA-F]{4}:[0-9a-fA-F]{4}"),
    Transport.SERIAL: re.compile(r"\S+@\d{3,6}"),
    Transport.FILE: re.compile(r".+"),
}
_HINT = {
    Transport.TCP: "la dirección de red va como 192.168.0.50:9100",
    Transport.USB: "el identificador USB va como 04b8:0e15",
    Transport.SERIAL: "el puerto serie va como /dev/ttyUSB0@9600",
    Transport.FILE: "falta el archivo",
}
_PORTS = range(1, 65536)
_LIST = select(printer).order_by(printer.c.id)


def list_printers(work: Work) -> list[Printer]:
    """Return the shop's printers."""
    return [Printer(**row._mapping) for row in work.db.execute(_LIST)]  # noqa: SLF001 - public API


def save_printer(work: Work, record: Printer) -> int:
    """Add a printer (id 0) or change one, and return its id.

    Raises:
        NotAllowedError: the person is not an administrator.
        PrinterError: the record doesn't say how to reach it.
    """
    work.require_admin()
    name = clean(record.name, field="name", limit=_NAME_LIMIT)
    address = clean(record.address, field="address", limit=_ADDRESS_LIMIT)
    if not name:
        raise PrinterError(field="name", reason="ponele un nombre")
    if not _ADDRESS[record.transport].fullmatch(address):
        raise PrinterError(field="address", reason=_HINT[record.transport])
    if record.transport is Transport.TCP and int(address.rpartition(":")[2]) not in _PORTS:
        raise PrinterError(field="address", reason="el puerto va de 1 a 65535")
    if record.columns not in COLUMNS:
        raise PrinterError(field="columns", reason="el ancho es de 32, 42 o 48 columnas")
    if record.code_page not in CODE_PAGES or not 0 <= record.code_page_number <= 255:  # noqa: PLR2004 - one byte
        raise PrinterError(field="code_page", reason="la página de códigos va de 0 a 255")
    values = asdict(record) | {"name": name, "address": address}
    del values["id"]
    if record.id:
        work.db.execute(update(printer).where(printer.c.id == record.id), values)
        return record.id
    return insert_row(work.db, insert(printer), values)


def delete_printer(work: Work, printer_id: int) -> None:
    """Forget a printer; its waiting jobs stay and go to whichever printer remains.

    Raises:
        NotAllowedError: the person is not an administrator.
    """
    work.require_admin()
    work.db.execute(delete(printer).where(printer.c.id == printer_id))
