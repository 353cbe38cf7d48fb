"""Informe de problema: all that it says, seen before it is saved."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QObject, QStandardPaths, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from kioskifly_desktop.core.problem_report import whole_report
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.support.window_facts import window_facts
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.errors import ShopError
    from kioskifly_desktop.core.problem_report import ReportPart
    from kioskifly_desktop.ui.shop import Support

_SIZE = (780, 640)
_NOTE_HEIGHT = 66
_LEAST_TEXT = 130


class _Gathering(QObject):
    """Work under way: how far it is, and the wish that it leave the books unread."""

    told = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.stop = threading.Event()


class ReportDialog(Dialog):
    """What happened, in the person's words; under it the whole report as it will be saved."""

    def __init__(self, support: Support, parent: QWidget) -> None:
        super().__init__(parent, "", size=_SIZE)
        self.set_title(self.tr("Informe de problema"))
        self._support = support
        self._parts: Sequence[ReportPart] | None = None
        self._saved_in = Path()
        self._gathering = _Gathering()
        words = label(
            self.tr(
                "Queda en un archivo tuyo: el programa no lo manda a nadie. No lleva nombres, "
                "teléfonos, documentos, deudas ni ventas de nadie, ni claves ni PIN."
            )
        )
        words.setWordWrap(True)
        self.body.addWidget(words)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(_NOTE_HEIGHT)
        self.note.textChanged.connect(self._show)
        hint = self.tr("Con tus palabras: qué hacías y qué viste. Sin nombres de clientes.")
        self.body.addWidget(Field(self.tr("¿Qué pasó?"), self.note, hint=hint))
        self.body.addWidget(label(self.tr("Todo lo que se guarda"), "caption"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setProperty("kind", "code")
        self.text.setAccessibleName(self.tr("Todo lo que se guarda"))
        self.text.setMinimumHeight(_LEAST_TEXT)
        self.body.addWidget(self.text, 1)
        self.body.addWidget(self._progress())
        self.error = Notice("")
        self.error.hide()
        self.body.addWidget(self.error)
        self.body.addWidget(self._saved())
        self.cancel_button = button(self.tr("Cerrar"))
        self.cancel_button.clicked.connect(self.reject)
        self.save_button = button(self.tr("Guardar…"), "primary", icon_name="download")
        self.save_button.clicked.connect(self.ask_where)
        self.save_button.setEnabled(False)
        self.add_buttons(self.cancel_button, self.save_button)
        self.note.setFocus()
        self._gather()

    def _progress(self) -> QWidget:
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setProperty("tone", "action")
        self.bar.setAccessibleName(self.tr("Avance"))
        self.skip_button = button(self.tr("No revisar los libros"))
        self.skip_button.clicked.connect(self.skip)
        self.progress = QWidget()
        row = QHBoxLayout(self.progress)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        column = QVBoxLayout()
        column.addWidget(label(self.tr("Juntando los datos y revisando los libros…"), "muted"))
        column.addWidget(self.bar)
        row.addLayout(column, 1)
        row.addWidget(self.skip_button)
        return self.progress

    def _saved(self) -> QWidget:
        self.saved = QWidget()
        self.saved_words = label("")
        self.saved_words.setWordWrap(True)
        self.folder_button = button(self.tr("Abrir la carpeta"))
        self.folder_button.clicked.connect(self.open_folder)
        row = QHBoxLayout(self.saved)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.saved_words, 1)
        row.addWidget(self.folder_button)
        self.saved.hide()
        return self.saved

    def _gather(self) -> None:
        gathering, support, facts = self._gathering, self._support, window_facts()
        gathering.told.connect(self._follow)
        background.run(
            self,
            lambda: support.gather(facts, gathering.told.emit, gathering.stop.is_set),
            self._gathered,
            self._refuse,
        )

    @Slot(int, int)
    def _follow(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)

    @Slot()
    def skip(self) -> None:
        """Leave the books unread; the rest of the report stays."""
        self._gathering.stop.set()
        self.skip_button.setEnabled(False)

    def _gathered(self, parts: Sequence[ReportPart]) -> None:
        self._parts = parts
        self.progress.hide()
        self.save_button.setEnabled(True)
        self._show()

    @Slot()
    def _show(self) -> None:
        if self._parts is not None:
            bar = self.text.verticalScrollBar()
            place = bar.value()
            self.text.setPlainText("\n".join(f"── {p.name} ──\n{p.text}" for p in self._whole()))
            bar.setValue(place)

    def _whole(self) -> list[ReportPart]:
        return whole_report(self._parts or (), self.note.toPlainText())

    @Slot()
    def ask_where(self) -> None:
        """Ask for the file."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chooser = QFileDialog(self, self.tr("Guardar el informe"), home, "(*.zip)")
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("zip")
        today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        chooser.selectFile(f"informe-kioskifly-{today}.zip")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(lambda path: self.save(Path(path)))
        chooser.open()

    def save(self, path: Path) -> None:
        """Write what is shown to a file."""
        self.error.hide()
        self.saved.hide()
        self.save_button.setEnabled(False)
        support, parts = self._support, self._whole()
        background.run(
            self,
            lambda: support.save_report(parts, path),
            lambda _: self._written(path),
            self._refuse,
        )

    def _written(self, path: Path) -> None:
        self._saved_in = path.parent
        words = self.tr("Guardado en {path}. Mandaselo a quien te ayuda con el programa.")
        self.saved_words.setText(words.format(path=path))
        self.saved.show()
        self.save_button.setEnabled(True)
        self.folder_button.setFocus()
        self._bring_in_sight(self.saved)

    def _refuse(self, error: ShopError) -> None:
        self.error.words.setText(str(error))
        self.error.show()
        self.save_button.setEnabled(self._parts is not None)
        self._bring_in_sight(self.error)

    def _bring_in_sight(self, part: QWidget) -> None:
        # Its place is known once the dialog is laid out again.
        QTimer.singleShot(0, part, lambda: self.scroller.ensureWidgetVisible(part))

    @Slot()
    def open_folder(self) -> None:
        """Show the file's folder with the system's own program."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved_in)))

    def done(self, result: int) -> None:
        """Close; nobody waits for the books any more."""
        self._gathering.stop.set()
        super().done(result)
