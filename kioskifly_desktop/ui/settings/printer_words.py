"""What the settings say of a printer: how it is reached, its paper, what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kioskifly_desktop.core.printers import COLUMNS, Acknowledgement, StatusReport, Transport

if TYPE_CHECKING:
    from kioskifly_desktop.core.printers import Printer


def _tr(text: str) -> str:
    return QCoreApplication.translate("printers", text)


def transport_words(transport: Transport) -> str:
    """Return the name of a way to reach a printer."""
    return {
        Transport.TCP: _tr("Red"),
        Transport.USB: _tr("USB"),
        Transport.SERIAL: _tr("Puerto serie"),
        Transport.QUEUE: _tr("Cola del sistema"),
        Transport.FILE: _tr("Archivo"),
    }[transport]


def paper_words(columns: int) -> str:
    """Return the paper of a width: `80 mm, 48 columnas`."""
    width = 58 if columns == min(COLUMNS) else 80
    return _tr("{width} mm, {columns} columnas").format(width=width, columns=columns)


def drawer_words(pin: int) -> str:
    """Return where the drawer's cable is."""
    return _tr("Pin {pin}").format(pin=pin) if pin else _tr("Sin cajón")


def answer_words(report: StatusReport, acknowledgement: Acknowledgement) -> tuple[str, str]:
    """Return how a printer answers, in a word and in the sentence of what that means."""
    if report is StatusReport.UNKNOWN and acknowledgement is Acknowledgement.UNKNOWN:
        return _tr("Sin probar"), _tr("Probala para saber si avisa cuando le falta papel.")
    if acknowledgement in {Acknowledgement.GS_R, Acknowledgement.GS_H}:
        if report is StatusReport.DLE_EOT:
            return _tr("Contesta"), _tr("Dice si le falta papel y confirma cada comprobante.")
        return _tr("Contesta"), _tr("Confirma cada comprobante; no dice si le falta papel.")
    if report is StatusReport.DLE_EOT:
        return _tr("Contesta"), _tr("Dice si le falta papel; no confirma cada comprobante.")
    return _tr("No contesta"), _tr("Imprime igual, pero no avisa si un comprobante no salió.")


def printer_details(printer: Printer) -> str:
    """Return the paper and abilities of a printer, in a line."""
    parts = [paper_words(printer.columns)]
    parts.append(_tr("con cortador") if printer.has_cutter else _tr("sin cortador"))
    if printer.copies > 1:
        parts.append(_tr("{count} copias").format(count=printer.copies))
    if printer.drawer_pin:
        parts.append(_tr("abre el cajón"))
    return " · ".join(parts)
