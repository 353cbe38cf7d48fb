"""Actividad: who did what and when, to look through and to take out to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kioskifly_desktop.core.audit import AUDIT_NAMES, AuditQuery, AuditRow, events
from kioskifly_desktop.core.es_ar import fold, format_date, format_time, local
from kioskifly_desktop.core.exports import AUDIT_TITLES, audit_rows, note_export
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.users import list_people
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.exchange.pace import grouped
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.wallet.date_range import DateRange
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.labels import card, separator
from kioskifly_desktop.ui.widgets.notice import EmptyState
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.search_edit import SearchEdit
from kioskifly_desktop.ui.widgets.tables import rows_table
from kioskifly_desktop.ui.widgets.wrapping import WrappingRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QShowEvent

    from kioskifly_desktop.core.errors import ShopError
    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_ROWS, _NOTHING, _HIDDEN = range(3)
_XLSX, _CSV = "xlsx", "csv"
_LEAST = 172


class ActivitySection(QWidget):
    """The filters and the table; of a cashier, why there is none."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__()
        self.shop = shop
        self.toasts = toasts
        self.query = AuditQuery()
        self._saving = False
        self._filters()
        self._table()
        self.stack = QStackedWidget()
        nothing = self.tr("Probá con otras palabras, otra persona u otras fechas.")
        hidden = self.tr("Lo ve quien administra el negocio. Cambiá de persona abajo.")
        for page in (
            self.table,
            EmptyState("search", self.tr("Nada así en el registro"), nothing),
            EmptyState("lock", self.tr("El registro de actividad"), hidden),
        ):
            self.stack.addWidget(page)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.bar)
        self.line = separator()
        inside.addWidget(self.line)
        inside.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(frame, 1)

    def _filters(self) -> None:
        self.search = SearchEdit(self.tr("Palabras"), self.tr("Buscar en el registro"))
        self.search.searched.connect(self._ask)
        self.person = _chooser(self.tr("Persona"), 190)
        self.person.activated.connect(self._ask)
        self.kind = _chooser(self.tr("Qué hizo"), 210)
        self.kind.addItem(self.tr("Todo"), None)
        for kind, name in sorted(AUDIT_NAMES.items(), key=lambda each: fold(each[1])):
            self.kind.addItem(said(name), kind)
        self.kind.activated.connect(self._ask)
        self.dates = DateRange()
        self.dates.changed.connect(self._ask)
        self.save_button = button(self.tr("Guardar en un archivo…"), icon_name="download")
        self.save_button.clicked.connect(self.ask_where)
        above, below = QHBoxLayout(), WrappingRow(10)
        above.setSpacing(10)
        above.addWidget(self.search, 1)
        above.addWidget(self.person, 1)
        above.addWidget(self.kind, 1)
        for each in (self.dates, self.save_button):
            below.addWidget(each)
        self.bar = QWidget()
        column = QVBoxLayout(self.bar)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(above)
        column.addLayout(below)

    def _table(self) -> None:
        self.model: RowsModel[AuditRow] = RowsModel(
            [
                Column(self.tr("Cuándo"), _when),
                Column(self.tr("Quién"), lambda row: row.user),
                Column(self.tr("Qué hizo"), lambda row: said(AUDIT_NAMES[row.kind])),
                Column(
                    self.tr("Detalle"),
                    lambda row: "\n".join(filter(None, (row.subject, row.detail))) or "—",
                    tooltip=lambda row: "\n".join(filter(None, (row.subject, row.detail))),
                ),
                Column(self.tr("Autorizó"), lambda row: row.authorized_by or "—"),
            ],
            self._fetch,
            parent=self,
        )
        widths = {0: 112, 1: 116, 2: 180, 4: 112}
        self.table = rows_table(self.model, self.tr("Registro de actividad"), widths)

    def refresh(self) -> None:
        """Read again what is shown; the place stays."""
        if self.isVisible():
            self._read(again=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what happened meanwhile."""
        super().showEvent(event)
        self._read(again=True)

    def _read(self, *, again: bool) -> None:
        allowed = self.shop.user.may(Permission.AUDIT)
        # Tab goes to what a section stands for, seen or not.
        self.setFocusProxy(self.search if allowed else self.stack)
        for each in (self.bar, self.line):
            each.setVisible(allowed)
        if not allowed:
            self.stack.setCurrentIndex(_HIDDEN)
            self.model.restart()  # nobody finds behind it what another one looked at
            return
        self._list_people()
        scroll = self.table.verticalScrollBar().value() if again else 0
        if again:
            self.model.reload()
        else:
            self.model.restart()
        self.table.verticalScrollBar().setValue(scroll)
        self.stack.setCurrentIndex(_ROWS if self.model.rows else _NOTHING)
        self.save_button.setEnabled(bool(self.model.rows) and not self._saving)

    def _list_people(self) -> None:
        chosen = self.person.currentData()
        self.person.clear()
        self.person.addItem(self.tr("Todas las personas"), None)
        for each in self.shop.read(list_people):
            self.person.addItem(each.name, each.id)
        self.person.setCurrentIndex(max(self.person.findData(chosen), 0))

    def _fetch(self, after: AuditRow | None, limit: int) -> Sequence[AuditRow]:
        if not self.shop.user.may(Permission.AUDIT):
            return ()
        return self.shop.read(events, self.query, before=after.id if after else None, limit=limit)

    @Slot()
    def _ask(self) -> None:
        self.query = AuditQuery(
            kind=self.kind.currentData(),
            user_id=self.person.currentData(),
            since=self.dates.since,
            until=self.dates.until,
            search=self.search.text(),
        )
        self._read(again=False)

    @Slot()
    def ask_where(self) -> None:
        """Ask for the file."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chooser = QFileDialog(self, self.tr("Guardar el registro"), home)
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        sheet, plain = self.tr("Planilla (*.xlsx)"), self.tr("Texto (*.csv)")
        chooser.setNameFilters([sheet, plain])
        chooser.setDefaultSuffix(_XLSX)
        chooser.filterSelected.connect(
            lambda chosen: chooser.setDefaultSuffix(_CSV if chosen == plain else _XLSX)
        )
        chooser.selectFile(f"{self._title()} {self.shop.read(_today):%Y-%m-%d}")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(lambda path: self.save(Path(path)))
        chooser.open()

    def save(self, path: Path) -> None:
        """Write to a file, in a thread, what the filters let through."""
        shop, query = self.shop, self.query
        self._saving = True
        self.save_button.setEnabled(False)

        def write(work: Work) -> int:
            return shop.exchange.write_rows(
                path, AUDIT_TITLES, audit_rows(work, query), lambda _done: None
            )

        background.run(
            self,
            lambda: shop.read_apart(write),
            lambda count: self._saved(path, count),
            self._not_saved,
        )

    def _saved(self, path: Path, count: int) -> None:
        self._saving = False
        self.shop.write(note_export, self._title(), path.name, count)
        words = self.tr("{name} guardado: {count} filas.")
        self.toasts.show(words.format(name=path.name, count=grouped(count)))
        self.refresh()

    def _not_saved(self, error: ShopError) -> None:
        self._saving = False
        self.toasts.show(words_of(error), error=True)
        self.refresh()

    def _title(self) -> str:
        return self.tr("Registro de actividad")


def _chooser(accessible: str, width: int) -> QComboBox:
    result = QComboBox()
    result.setAccessibleName(accessible)
    result.setToolTip(accessible)
    result.setMinimumWidth(_LEAST)
    result.setMaximumWidth(width)
    result.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return result


def _when(row: AuditRow) -> str:
    return f"{format_date(local(row.at).date())}\n{format_time(row.at)} h"


def _today(work: Work) -> date:
    return work.today
