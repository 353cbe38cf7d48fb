"""Tells the person what nobody caught: a bug, once a kind, or what stands in the way."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget


class BugNotice(QObject):
    """Shows a bug (`report`) or a refusal (`refusal`); both may be emitted from any thread."""

    report = Signal(str, str)
    refusal = Signal(str)

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
        copy.clicked.connect(lambda: QApplication.clipboard().setText(f"{kind}: {detail}"))
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
