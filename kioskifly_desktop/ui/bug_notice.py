"""Tells the person what nobody caught: a bug, once a kind, or what stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Support


class BugNotice(QObject):
    """Shows a bug (`report`) or a refusal (`refusal`); both may be emitted from any thread.

    A bug comes with its kind and what may be told of it.
    """

    report = Signal(str, str)
    refusal = Signal(str)
    report_wanted = Signal()
    """The person wants to save a problem report."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._shown: set[str] = set()
        self._refused: QMessageBox | None = None
        self.report.connect(self._show)
        self.refusal.connect(self._refuse)

    @Slot(str, str)
    def _show(self, kind: str, detail: str) -> None:
        if kind in self._shown:
            return
        self._shown.add(kind)
        text = self.tr(
            "Algo salió mal en el programa. Lo que ya estaba registrado está guardado; "
            "lo último que hiciste puede no haberse guardado: revisalo antes de seguir."
        )
        box = QMessageBox(QMessageBox.Icon.Warning, "Kioskifly", text, parent=self._window)
        copy = box.addButton(self.tr("Copiar detalle"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(detail))
        save = box.addButton(self.tr("Guardar informe…"), QMessageBox.ButtonRole.ActionRole)
        save.clicked.connect(self.report_wanted)
        box.addButton(self.tr("Seguir"), QMessageBox.ButtonRole.AcceptRole)
        box.open()

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        """Show why something can't be done; one at a time, however many screens met it."""
        if self._refused is not None and self._refused.isVisible():
            return
        self._refused = QMessageBox(
            QMessageBox.Icon.Warning, "Kioskifly", sentence, parent=self._window
        )
        self._refused.addButton(self.tr("Seguir"), QMessageBox.ButtonRole.AcceptRole)
        self._refused.open()


def start_bug_words() -> str:
    """Say that the program itself kept the shop from opening."""
    return QCoreApplication.translate(
        "StartNotice",
        "Algo salió mal en el programa y el negocio no se pudo abrir. Lo que ya estaba registrado "
        "está guardado. Probá abrirlo de nuevo; si vuelve a pasar, guardá un informe y mandalo a "
        "quien te ayuda.",
    )


class StartNotice(QMessageBox):
    """Says why the program doesn't start; the process ends with it, or with its report."""

    def __init__(self, sentence: str, support: Support) -> None:
        super().__init__(QMessageBox.Icon.Warning, "Kioskifly", sentence)
        self._support = support
        self.report_button = self.addButton(
            self.tr("Guardar informe…"), QMessageBox.ButtonRole.ActionRole
        )
        self.leave_button = self.addButton(self.tr("Salir"), QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(self.leave_button)
        self.setEscapeButton(self.leave_button)
        self.finished.connect(self._leave)

    @Slot()
    def _leave(self) -> None:
        if self.clickedButton() is not self.report_button:
            QApplication.quit()
            return
        from kioskifly_desktop.ui.support.report_dialog import (  # noqa: PLC0415 - with luck, never
            ReportDialog,
        )

        dialog = ReportDialog(self._support, self)
        dialog.finished.connect(QApplication.quit)
        dialog.open()
