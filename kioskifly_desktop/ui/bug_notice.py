"""Tells the person, once a kind, that the program has a bug and that nothing is lost."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget


class BugNotice(QObject):
    """Shows a bug; `report(kind, detail)` may be emitted from any thread."""

    report = Signal(str, str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._shown: set[str] = set()
        self.report.connect(self._show)

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
