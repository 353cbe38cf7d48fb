"""Taking a list out to a spreadsheet: which one, in which format, where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from kioskifly_desktop.core.errors import ExportCancelledError, NotAllowedError, ShopError
from kioskifly_desktop.core.exports import (
    EXPORT_NAMES,
    ExportKind,
    count_rows,
    export_rows,
    export_titles,
    note_export,
)
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.exchange.pace import Pace, ProgressPane, rows_words
from kioskifly_desktop.ui.people.authorize import authorize
from kioskifly_desktop.ui.people.sign import Sign
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.notice import Notice
from kioskifly_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import User, Work
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_XLSX, _CSV = "xlsx", "csv"
_CHOOSING, _BUSY = range(2)


class ExportDialog(Dialog):
    """Writes a list to a file in a thread."""

    def __init__(self, shop: Shop, kind: ExportKind, toasts: ToastHost, parent: QWidget) -> None:
        super().__init__(parent, "", size=(560, 420))
        self.set_title(self.tr("Guardar en un archivo"))
        self._shop = shop
        self._toasts = toasts
        self.kind = Segments(
            [(each, said(EXPORT_NAMES[each])) for each in ExportKind],
            accessible=self.tr("Qué lista"),
        )
        self.kind.choose(kind)
        self.format = Segments(
            [(_XLSX, self.tr("Planilla (.xlsx)")), (_CSV, self.tr("Texto (.csv)"))],
            accessible=self.tr("Formato"),
        )
        self.about = label("", "muted")
        self.about.setWordWrap(True)
        self.error = Notice("")
        self.error.hide()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.error)
        column.addWidget(Field(self.tr("Qué lista"), self.kind))
        column.addWidget(Field(self.tr("Formato"), self.format))
        column.addWidget(self.about)
        column.addStretch(1)
        self.progress = ProgressPane()
        self.stack = QStackedWidget()
        self.stack.addWidget(page)
        self.stack.addWidget(self.progress)
        self.body.addWidget(self.stack, 1)
        self.cancel_button = button(self.tr("Cancelar"))
        self.cancel_button.clicked.connect(self.reject)
        self.save_button = button(self.tr("Guardar…"), "primary", icon_name="download")
        self.save_button.clicked.connect(self.ask_where)
        Sign(self.save_button, shop, Permission.EXPORT)
        self.add_buttons(self.cancel_button, self.save_button)
        self.kind.chosen.connect(self._changed)
        self._changed()
        self.save_button.setFocus()

    def chosen(self) -> ExportKind:
        """Return the list that is chosen."""
        return ExportKind(str(self.kind.value()))

    @Slot()
    def ask_where(self) -> None:
        """Ask for the file."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suffix = str(self.format.value())
        today = self._shop.read(lambda work: work.today)
        chooser = QFileDialog(self, self.tr("Guardar en un archivo"), home, f"(*.{suffix})")
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(suffix)
        chooser.selectFile(f"{said(EXPORT_NAMES[self.chosen()])} {today:%Y-%m-%d}.{suffix}")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(lambda path: self.save(Path(path)))
        chooser.open()

    def save(self, path: Path) -> None:
        """Write the list to a file."""
        shop, kind, lender = self._shop, self.chosen(), self._shop.lender
        pace = Pace(ExportCancelledError)
        self.progress.start(self.tr("Guardando {name}…").format(name=path.name), pace)
        self._show(_BUSY)

        def write(work: Work) -> int:
            total = count_rows(work, kind)
            rows = export_rows(work, kind)
            return shop.exchange.write_rows(
                path, export_titles(kind), rows, lambda done: pace(done, total)
            )

        background.run(
            self,
            shop.reading_apart(write),
            lambda count: self._saved(path, count, lender),
            lambda error: self._not_saved(error, path),
        )

    def _saved(self, path: Path, count: int, lender: User | None) -> None:
        with self._shop.lent_by(lender):
            self._shop.write(note_export, EXPORT_NAMES[self.chosen()], path.name, count)
        self._show(_CHOOSING)
        self.accept()
        words = self.tr("{name} guardado: {rows}.")
        self._toasts.show(words.format(name=path.name, rows=rows_words(count)))

    def _not_saved(self, error: ShopError, path: Path) -> None:
        self._show(_CHOOSING)
        if isinstance(error, NotAllowedError):
            authorize(self, self._shop, error, lambda: self.save(path))
            return
        self.error.words.setText(words_of(error))
        self.error.show()

    def reject(self) -> None:
        """Stop what is under way; leave where nothing is."""
        if self.stack.currentIndex() == _BUSY:
            self.progress.stop()
            return
        super().reject()

    def done(self, result: int) -> None:
        """Close; what is under way stops, as nobody would note that it went out."""
        if self.stack.currentIndex() == _BUSY:
            self.progress.stop()
        super().done(result)

    @Slot()
    def _changed(self) -> None:
        kind = self.chosen()
        sentences = {
            ExportKind.CLIENTS: self.tr("Todos los clientes con sus datos y su saldo."),
            ExportKind.PRODUCTS: self.tr("Todos los productos con precio, costo y stock."),
            ExportKind.MOVEMENTS: self.tr("Cada compra, pago y ajuste de las cuentas de clientes."),
            ExportKind.SALES: self.tr("Cada renglón vendido o devuelto, con su comprobante."),
        }
        rows = rows_words(self._shop.read(count_rows, kind))
        self.about.setText(self.tr("{what} Tiene {rows}.").format(what=sentences[kind], rows=rows))
        self.error.hide()

    def _show(self, page: int) -> None:
        self.stack.setCurrentIndex(page)
        self.save_button.setVisible(page == _CHOOSING)
        self.cancel_button.setVisible(page == _CHOOSING)
