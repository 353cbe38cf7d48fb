"""Bringing clients or products from a file: choose it, look at it, bring it whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kioskifly_desktop.core.errors import ImportCancelledError, NotAllowedError, ShopError
from kioskifly_desktop.core.imports import (
    ImportKind,
    guess,
    make_table,
    plan_import,
    remember,
    run_import,
)
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.exchange.columns_list import ColumnsList
from kioskifly_desktop.ui.exchange.pace import Pace, ProgressPane, grouped, rows_words
from kioskifly_desktop.ui.exchange.plan_view import PlanView
from kioskifly_desktop.ui.people.authorize import authorize
from kioskifly_desktop.ui.people.sign import Sign
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.notice import EmptyState, Notice

if TYPE_CHECKING:
    from kioskifly_desktop.core.imports import ImportDone, ImportPlan, Mapping, Table
    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_START, _LOOK, _BUSY = range(3)


class ImportDialog(Dialog):
    """Reads a file in a thread, shows what it would bring, and brings it in another."""

    def __init__(self, shop: Shop, kind: ImportKind, toasts: ToastHost, parent: QWidget) -> None:
        super().__init__(parent, "", size=(1120, 680))
        clients = kind is ImportKind.CLIENTS
        self.set_title(self.tr("Traer clientes") if clients else self.tr("Traer productos"))
        self._shop = shop
        self._kind = kind
        self._toasts = toasts
        self._request_id = uuid4().hex
        self._pace = Pace(ImportCancelledError)
        self.table: Table | None = None
        self.columns: ColumnsList | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(self._start())
        self.stack.addWidget(self._look())
        self.progress = ProgressPane()
        self.stack.addWidget(self.progress)
        self.body.addWidget(self.stack, 1)
        self.other_button = button(self.tr("Elegir otro archivo"), icon_name="upload")
        self.other_button.clicked.connect(self.choose_file)
        self.cancel_button = button(self.tr("Cancelar"))
        self.cancel_button.clicked.connect(self.reject)
        self.bring_button = button(self.tr("Traer"), "primary", icon_name="check")
        self.bring_button.clicked.connect(self.bring)
        Sign(self.bring_button, shop, Permission.IMPORT)
        self.add_buttons(self.cancel_button, self.bring_button, left=self.other_button)
        self._show(_START)
        self.choose_button.setFocus()

    def _start(self) -> QWidget:
        self.choose_button = button(self.tr("Elegir archivo"), "primary", icon_name="upload")
        self.choose_button.clicked.connect(self.choose_file)
        text = (
            self.tr(
                "Una planilla (.xlsx o .csv) o los contactos del teléfono (.vcf). Con nombre "
                "alcanza; si tiene una columna con lo que deben, queda como saldo inicial."
            )
            if self._kind is ImportKind.CLIENTS
            else self.tr(
                "Una planilla (.xlsx o .csv) con el nombre y, si los tiene, el código de barras, "
                "el precio, el costo, el rubro y el stock."
            )
        )
        self.error = Notice("")
        self.error.hide()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.error)
        title = self.tr("Elegí el archivo")
        column.addWidget(EmptyState("file-spreadsheet", title, text, self.choose_button), 1)
        return page

    def _look(self) -> QWidget:
        self.about = label("", "muted")
        self.plan_view = PlanView(self._kind)
        self._columns_place = QVBoxLayout()
        caption = label(self.tr("Columnas del archivo"), "subtitle")
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(caption)
        left.addLayout(self._columns_place, 1)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addLayout(left, 1)
        row.addWidget(self.plan_view, 4)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.about)
        column.addLayout(row, 1)
        return page

    @Slot()
    def choose_file(self) -> None:
        """Ask for the file."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = self.tr("Planillas y contactos (*.xlsx *.csv *.txt *.tsv *.vcf);;Todos (*)")
        chooser = QFileDialog(self, self.tr("Elegir el archivo"), home, kinds)
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(lambda path: self.take(Path(path)))
        chooser.open()

    def take(self, path: Path) -> None:
        """Read a file and show what it would bring, or say why it can't be read."""
        shop, kind = self._shop, self._kind
        pace = self._start_work(self.tr("Leyendo {name}…").format(name=path.name))

        def read(work: Work, table: Table) -> tuple[Table, Mapping, ImportPlan[Any] | None]:
            mapping = guess(work, table, kind)
            if "name" not in mapping:
                return table, mapping, None
            return table, mapping, plan_import(work, kind, table, mapping, pace)

        background.run(
            self,
            lambda: shop.read_apart(read, make_table(shop.exchange.read_rows(path), kind)),
            lambda found: self._taken(*found),
            self._refuse_file,
        )

    def _taken(self, table: Table, mapping: Mapping, plan: ImportPlan[Any] | None) -> None:
        self.table = table
        words = self.tr("{name}  ·  {rows}  ·  {how}")
        rows = rows_words(len(table.rows))
        self.about.setText(words.format(name=table.name, rows=rows, how=said(table.words)))
        if self.columns is not None:
            self.columns.deleteLater()
        self.columns = ColumnsList(table, self._kind, mapping)
        self.columns.changed.connect(self.plan_again)
        self._columns_place.addWidget(self.columns)
        self._show_plan(plan)
        (self.bring_button if self.bring_button.isEnabled() else self.columns.choices[0]).setFocus()

    def _refuse_file(self, error: ShopError) -> None:
        self.error.words.setText(words_of(error))
        self.error.setVisible(not isinstance(error, ImportCancelledError))
        self._show(_START)

    @Slot()
    def plan_again(self) -> None:
        """Show what the columns chosen now would bring."""
        shop, kind, table = self._shop, self._kind, self.table
        assert table is not None
        assert self.columns is not None
        mapping = self.columns.mapping()
        pace = self._start_work(self.tr("Revisando las filas…"))
        background.run(
            self,
            lambda: shop.read_apart(plan_import, kind, table, mapping, pace),
            self._planned,
            self._not_planned,
        )

    def _planned(self, plan: ImportPlan[Any] | None) -> None:
        self._show_plan(plan)
        self._go_back()

    def _go_back(self) -> None:
        """Let who goes through the columns by keyboard go on: nothing is brought by surprise."""
        assert self.columns is not None
        self.columns.go_back()

    def _show_plan(self, plan: ImportPlan[Any] | None) -> None:
        missing = "" if plan else self.tr("Elegí cuál de las columnas tiene el nombre.")
        self.plan_view.show_plan(plan, missing)
        self._show(_LOOK)

    def _not_planned(self, error: ShopError) -> None:
        self.plan_view.show_plan(None, words_of(error))
        self._show(_LOOK)
        self._go_back()

    @Slot()
    def bring(self) -> None:
        """Write the rows that are ready, all of them or none."""
        shop, table, plan = self._shop, self.table, self.plan_view.plan
        assert table is not None
        assert plan is not None
        assert self.columns is not None
        mapping, kind, request_id = self.columns.mapping(), self._kind, self._request_id
        pace = self._start_work(self.tr("Guardando…"))

        def write(work: Work) -> ImportDone:
            done = run_import(work, plan, request_id, pace)
            remember(work, table, kind, mapping)
            return done

        background.run(
            self, shop.writing_apart(write), self._brought, self._not_brought, must_end=True
        )

    def _brought(self, done: ImportDone) -> None:
        self._shop.note_change()
        self.accept()
        clients = self._kind is ImportKind.CLIENTS
        words = (
            self.tr("Clientes agregados: {n}.") if clients else self.tr("Productos agregados: {n}.")
        )
        said = words.format(n=grouped(done.added))
        if done.left_out:
            left = self.tr("Filas que quedaron afuera: {n}.").format(n=grouped(done.left_out))
            said = f"{said} {left}"
        self._toasts.show(said)

    def _not_brought(self, error: ShopError) -> None:
        self._show(_LOOK)
        self.cancel_button.setFocus()
        if isinstance(error, NotAllowedError):
            authorize(self, self._shop, error, self.bring)
            return
        self.plan_view.show_plan(self.plan_view.plan, words_of(error))

    def reject(self) -> None:
        """Stop what is under way; leave where nothing is."""
        if self.stack.currentIndex() == _BUSY:
            self.progress.stop()
            return
        super().reject()

    def _start_work(self, words: str) -> Pace:
        self._pace = Pace(ImportCancelledError)
        self.progress.start(words, self._pace)
        self._show(_BUSY)
        return self._pace

    def _show(self, page: int) -> None:
        self.stack.setCurrentIndex(page)
        plan = self.plan_view.plan
        looking = page == _LOOK
        ready = len(plan.ready) if plan and not plan.refusal else 0
        self.bring_button.setVisible(looking)
        self.other_button.setVisible(looking)
        self.cancel_button.setVisible(page != _BUSY)
        self.bring_button.setEnabled(looking and ready > 0)
        if self._kind is ImportKind.CLIENTS:
            words = self.tr("Traer 1 cliente") if ready == 1 else self.tr("Traer {n} clientes")
        else:
            words = self.tr("Traer 1 producto") if ready == 1 else self.tr("Traer {n} productos")
        words = words.format(n=grouped(ready))
        self.bring_button.setText(f"  {words}")
        self.bring_button.setAccessibleName(words)
