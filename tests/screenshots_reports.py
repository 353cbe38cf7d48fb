"""The pictures of the reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kioskifly_desktop.core.reports import Preset, ReportName
from kioskifly_desktop.tour_tools import wait_for
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.printing.preview_dialog import PreviewDialog
from kioskifly_desktop.ui.reports.reports_page import ReportsPage

if TYPE_CHECKING:
    from tests.screenshots import Camera


def shoot_reports(camera: Camera) -> None:
    """Take them all."""
    page = camera.window.show_page(keys.REPORTS)
    assert isinstance(page, ReportsPage)
    for name, words in (
        (ReportName.DAYS, "dias"),
        (ReportName.HOURS, "horas"),
        (ReportName.PRODUCTS, "productos"),
        (ReportName.MARGIN, "ganancia"),
        (ReportName.DEBTORS, "deudores"),
        (ReportName.SESSIONS, "turnos"),
        (ReportName.LOW_STOCK, "stock-bajo"),
        (ReportName.PROMOTIONS, "nada"),
        (ReportName.RESULT, "resultado"),
        (ReportName.TRIAL, "sumas-y-saldos"),
        (ReportName.JOURNAL, "diario"),
        (ReportName.LEDGER, "mayor"),
    ):
        show(page, name, Preset.LAST_MONTH)
        camera.shoot(f"informe-{words}")
    show(page, ReportName.DAYS, Preset.LAST_MONTH)
    chart = page.view.chart
    chart.setFocus()
    for _ in range(9):
        QTest.keyClick(chart, Qt.Key.Key_Right)
    camera.shoot("informe-dias-tecla")
    show(page, ReportName.DAYS, Preset.YEAR)
    camera.shoot("informe-dias-anio")
    page.print_button.click()
    preview = QApplication.activeModalWidget()
    assert isinstance(preview, PreviewDialog)
    camera.shoot("informe-papel")
    preview.reject()
    page.presets.choose("free")
    page.dates.start.setText("05/03/2030")
    page.dates.end.setText("01/03/2030")
    page.dates.end.editingFinished.emit()
    camera.shoot("informe-fechas-mal")


def show(page: ReportsPage, name: ReportName, preset: Preset) -> None:
    """Show a report and wait for it."""
    page.report = None
    page.list.choose(name)
    page.presets.choose(preset)
    page.mark_stale()
    wait_for(lambda: page.report is not None)
