"""What an import would do: the rows that are ready, and the others with their reasons."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTableView, QVBoxLayout, QWidget

from kioskifly_desktop.core.es_ar import format_date, format_money, format_quantity
from kioskifly_desktop.core.fiscal import format_document
from kioskifly_desktop.core.imports import ImportKind
from kioskifly_desktop.ui.exchange.pace import grouped
from kioskifly_desktop.ui.sentences import said
from kioskifly_desktop.ui.widgets.labels import card, label
from kioskifly_desktop.ui.widgets.notice import EmptyState, Notice
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.segments import Segments
from kioskifly_desktop.ui.widgets.tables import rows_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from kioskifly_desktop.core.imports import ClientReady, ImportPlan, Problem, ProductReady
    from kioskifly_desktop.core.money import Centavos

_READY, _PROBLEMS = "ready", "problems"
_ROW = 36
_LEAST_NAME = 110


class PlanView(QWidget):
    """The rows of a plan in two lists, and what they add up to."""

    def __init__(self, kind: ImportKind) -> None:
        super().__init__()
        self._kind = kind
        self.plan: ImportPlan[Any] | None = None
        self.which = Segments(
            [(_READY, _tr("Se traen")), (_PROBLEMS, _tr("Con problemas"))],
            accessible=_tr("Qué filas ver"),
        )
        self.which.chosen.connect(lambda _: self._show())
        self.total = label("", "muted")
        self.total.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(self.which)
        top.addSpacing(8)
        top.addWidget(self.total, 1)
        self.refusal = Notice("")
        self.refusal.hide()
        clients = kind is ImportKind.CLIENTS
        columns = _client_columns() if clients else _product_columns()
        self.ready: RowsModel[Any] = RowsModel(
            columns, lambda after, limit: self._page(_READY, after, limit), parent=self
        )
        self.problems: RowsModel[Problem] = RowsModel(
            (
                Column(_tr("Línea"), lambda row: grouped(row.line), right=True),
                Column(_tr("Columna"), lambda row: row.column),
                Column(_tr("Por qué no se trae"), lambda row: row.reason, tooltip=_reason),
            ),
            lambda after, limit: self._page(_PROBLEMS, after, limit),
            parent=self,
        )
        widths = {0: 54, 2: 132, 3: 120, 4: 168} if clients else {0: 62, 2: 150, 3: 120, 4: 84}
        self.stack = QStackedWidget()
        self.stack.addWidget(_table(self.ready, _tr("Filas que se traen"), widths))
        wrong = _table(self.problems, _tr("Filas con problemas"), {0: 62, 1: 156})
        wrong.selectionModel().currentRowChanged.connect(self._say)
        self.stack.addWidget(wrong)
        self.whole = label("", "muted")
        self.whole.setWordWrap(True)
        self._nothing = EmptyState("file-spreadsheet", _tr("Acá no hay filas"), "")
        self.stack.addWidget(self._nothing)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.refusal)
        column.addWidget(self.whole)
        column.addWidget(frame, 1)

    def show_plan(self, plan: ImportPlan[Any] | None, refusal: str = "") -> None:
        """Show what would be done, or why nothing can be."""
        self.plan = plan
        why = refusal or (plan.refusal if plan else "")
        self.refusal.words.setText(said(why))
        self.refusal.setVisible(bool(why))
        ready = plan.ready if plan else ()
        problems = plan.problems if plan else ()
        self.which.set_counts({_READY: len(ready), _PROBLEMS: len(problems)})
        self.total.setText(_sum(ready) if self._kind is ImportKind.CLIENTS else "")
        self.ready.restart()
        self.problems.restart()
        if problems and not ready:
            self.which.choose(_PROBLEMS)
        self._show()

    def _show(self) -> None:
        problems = self.which.value() == _PROBLEMS
        rows = self.problems.rows if problems else self.ready.rows
        self.stack.setCurrentIndex(int(problems) if rows else 2)
        self.whole.setVisible(bool(problems and rows))
        table = self.stack.currentWidget()
        if isinstance(table, QTableView) and not table.currentIndex().isValid():
            table.setCurrentIndex(table.model().index(0, 0))

    def _say(self, index: QModelIndex) -> None:
        """Write all of the chosen row's reason, which the column may cut."""
        self.whole.setText(said(self.problems.row(index).words) if index.isValid() else "")

    def _page(self, which: str, after: Any, limit: int) -> Sequence[Any]:
        if self.plan is None:
            return ()
        rows = self.plan.ready if which == _READY else self.plan.problems
        start = bisect_right(rows, after.line, key=lambda row: row.line) if after else 0
        return rows[start : start + limit]


def _table(model: RowsModel[Any], accessible: str, widths: dict[int, int]) -> QTableView:
    result = rows_table(model, accessible, widths, row_height=_ROW)
    result.setMinimumWidth(sum(widths.values()) + _LEAST_NAME)
    return result


def _client_columns() -> tuple[Column[ClientReady], ...]:
    return (
        Column(_tr("Línea"), lambda row: grouped(row.line), right=True),
        Column(_tr("Nombre"), _name, tooltip=_name),
        Column(_tr("Documento"), _document),
        Column(_tr("Teléfono"), lambda row: row.request.phone),
        Column(_tr("Debe"), _owes, right=True, tooltip=_since),
    )


def _product_columns() -> tuple[Column[ProductReady], ...]:
    return (
        Column(_tr("Línea"), lambda row: grouped(row.line), right=True),
        Column(_tr("Nombre"), _name, tooltip=_name),
        Column(_tr("Código"), lambda row: " ".join(row.request.barcodes)),
        Column(_tr("Precio"), lambda row: format_money(row.request.price), right=True),
        Column(
            _tr("Stock"),
            lambda row: "" if row.stock is None else format_quantity(row.stock),
            right=True,
        ),
    )


def _name(row: ClientReady | ProductReady) -> str:
    return " ".join(row.request.name.split())


def _document(row: ClientReady) -> str:
    number = row.key.partition(":")[2] if row.key else ""
    return format_document(row.request.document_type, number) if number else ""  # type: ignore[arg-type]  # validated


def _owes(row: ClientReady) -> str:
    if row.balance < 0:
        return _tr("a favor {amount}").format(amount=format_money(-row.balance))
    return format_money(row.balance) if row.balance else ""


def _since(row: ClientReady) -> str:
    return _tr("Desde el {day}").format(day=format_date(row.day)) if row.day else ""


def _reason(row: Problem) -> str:
    return row.reason


def _sum(ready: Sequence[ClientReady]) -> str:
    """Return what the rows add up to, to compare with the paper."""
    owed: Centavos = sum(row.balance for row in ready if row.balance > 0)
    favour: Centavos = -sum(row.balance for row in ready if row.balance < 0)
    parts = []
    if owed:
        parts.append(_tr("Deben {owed} en total").format(owed=format_money(owed)))
    if favour:
        parts.append(_tr("a favor {favour}").format(favour=format_money(favour)))
    return "  ·  ".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlanView", text)
