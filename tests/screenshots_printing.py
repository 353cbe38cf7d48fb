"""The pictures of the printers: their settings, the queue and the drawer, with real devices."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

from kioskifly_desktop.core.errors import JobNotFoundError
from kioskifly_desktop.core.logo import save_logo
from kioskifly_desktop.core.outbox import (
    JobState,
    discard_job,
    open_drawer,
    print_test_page,
    waiting_jobs,
)
from kioskifly_desktop.core.papers import test_page
from kioskifly_desktop.core.printers import (
    Printer,
    Transport,
    delete_printer,
    list_printers,
    save_printer,
)
from kioskifly_desktop.tour_tools import open_dialog, settle, wait_for
from kioskifly_desktop.ui.printing.logo_image import logo_of
from kioskifly_desktop.ui.printing.preview_dialog import PreviewDialog
from kioskifly_desktop.ui.printing.queue_dialog import QueueDialog
from kioskifly_desktop.ui.registers.drawer_dialog import DrawerDialog
from kioskifly_desktop.ui.settings.printer_dialog import PrinterDialog
from kioskifly_desktop.ui.settings.search_dialog import SearchDialog
from kioskifly_desktop.ui.settings.settings_page import SettingsPage
from kioskifly_desktop.ui.widgets.dialog import Question
from tests.fakes.tcp_printer import TcpPrinter

if TYPE_CHECKING:
    from tests.screenshots import Camera


def shoot_printing(camera: Camera) -> None:
    """Take them, with a printer that has no paper and one that is off."""
    shop, window = camera.shop, camera.window
    with TcpPrinter(paper_after=0) as empty, TcpPrinter(paper_low=True) as low:
        for name, device in (("Cocina", empty), ("Oficina", low)):
            record = Printer(0, name, Transport.TCP, device.address, 42, drawer_pin=2, copies=2)
            shop.write(save_printer, record)
        added = [each for each in shop.read(list_printers) if each.name in {"Cocina", "Oficina"}]
        for _ in range(2):
            shop.write(print_test_page, added[0].id)
        wait_for(lambda: JobState.BLOCKED in {job.state for job in shop.read(waiting_jobs)})
        shop.write(open_drawer, "Cambio para el proveedor de galletitas")
        window.show_printers()
        camera.shoot("ajustes-impresoras")
        page = window.page
        assert isinstance(page, SettingsPage)
        bar = page.printers.verticalScrollBar()
        shoot_logo(camera, page)
        bar.setValue(bar.maximum())
        camera.shoot("ajustes-impresoras-rutas")
        bar.setValue(0)
        page.printers.search()
        search = open_dialog(SearchDialog)
        wait_for(lambda: not any("Probando" in each.text() for each in search.states.values()))
        camera.shoot("impresoras-buscar")
        search.reject()
        settle()
        page.printers.edit(shop.read(list_printers)[-1])
        form = open_dialog(PrinterDialog)
        form.strip.probe()
        camera.shoot("impresora-probando")
        wait_for(form.strip.button.isEnabled)
        camera.shoot("impresora-contesta")
        form.transport.setCurrentIndex(form.transport.findData(Transport.USB))
        wait_for(form.addresses.search_buttons[Transport.USB].isEnabled)
        camera.shoot("impresora-usb")
        form.reject()
        settle()
        shoot_queue(camera)
        shoot_drawer(camera)
        for job in shop.read(waiting_jobs):
            with suppress(JobNotFoundError):  # it is being printed
                shop.write(discard_job, job.id, "fin de las fotos")
        for each in added:
            shop.write(delete_printer, each.id)


def shoot_logo(camera: Camera, page: SettingsPage) -> None:
    """Choose a logo, and look at a paper that has it on top."""
    shop = camera.shop
    drawing = QPixmap(300, 120)
    drawing.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawing)
    painter.setBrush(QColor("#E0A030"))
    painter.drawEllipse(90, 0, 118, 118)
    painter.setFont(QFont("Inter", 26, QFont.Weight.Bold))
    painter.drawText(drawing.rect(), Qt.AlignmentFlag.AlignCenter, "El Sol")
    painter.end()
    shop.write(save_logo, logo_of(drawing.toImage()))
    first = shop.read(list_printers)[0]
    shop.write(save_printer, replace(first, prints_logo=True))
    page.printers.refresh()
    settle()
    bar = page.printers.verticalScrollBar()
    bar.setValue(bar.maximum())
    preview = PreviewDialog(shop, test_page(first, datetime.now(UTC)), camera.window)
    preview.open()
    camera.shoot("vista-previa-logo")
    preview.reject()
    settle()


def shoot_queue(camera: Camera) -> None:
    """The queue with every verdict."""
    shop = camera.shop
    with TcpPrinter("reset_after_n", after=60) as device:
        bar = shop.write(save_printer, Printer(0, "Barra", Transport.TCP, device.address))
        shop.write(print_test_page, bar)
        wait_for(lambda: JobState.UNCERTAIN in {job.state for job in shop.read(waiting_jobs)})
    camera.window.show_queue()
    queue = open_dialog(QueueDialog)
    camera.shoot("cola-veredictos")
    queue.reject()
    settle()
    shop.write(delete_printer, bar)


def shoot_drawer(camera: Camera) -> None:
    """The question before opening the drawer, and the list of openings."""
    camera.window.open_drawer()
    question = open_dialog(Question)
    camera.shoot("cajon-abrir")
    question.reject()
    settle()
    openings = DrawerDialog(camera.shop, camera.window)
    openings.open()
    camera.shoot("cajon-aperturas")
    openings.reject()
    settle()
