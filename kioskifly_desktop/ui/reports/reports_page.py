"""The page of reports: which one, of which days, as a chart and a table, to paper or to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QStandardPaths, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kioskifly_desktop.core.books import PATH, Span, shop_accounts
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.exports import note_export
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import joined
from kioskifly_desktop.core.reports import (
    PRESET_NAMES,
    REPORTS,
    Period,
    Preset,
    ReportName,
    cells,
    make_report,
    period_of,
    report_paper,
    shown,
    titles,
)
from kioskifly_desktop.core.settings import shop_profile
from kioskifly_desktop.ui import background, keys
from kioskifly_desktop.ui.page import Page
from kioskifly_desktop.ui.printing.papers import Papers
from kioskifly_desktop.ui.reports.report_list import ReportList
from kioskifly_desktop.ui.reports.report_view import ReportView
from kioskifly_desktop.ui.sentences import said, spoken, words_of
from kioskifly_desktop.ui.theme import px
from kioskifly_desktop.ui.wallet.date_range import DateRange
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.labels import card, label
from kioskifly_desktop.ui.widgets.notice import EmptyState, Notice
from kioskifly_desktop.ui.widgets.segments import Segments
from kioskifly_desktop.ui.widgets.wrapping import WrappingRow

if TYPE_CHECKING:
    from kioskifly_desktop.core.reports import Report
    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_FREE = "free"
_VIEW, _READING, _EMPTY, _NOTHING = range(4)
_READING_AFTER = 300
_XLSX, _CSV, _PDF = "xlsx", "csv", "pdf"
_BEANCOUNT, _HLEDGER = "beancount", "journal"


class ReportsPage(Page):
    """The list of reports at the left, what the chosen one says at the right."""

    page_id = keys.REPORTS

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts, "")
        self.heading.setText(self.tr("Informes"))
        self.name = ReportName.DAYS
        self.report: Report | None = None
        self.period = shop.read(lambda work: period_of(Preset.MONTH, work.today))
        self._asked = 0
        self.papers = Papers(shop, toasts, self)
        self.print_button = button(self.tr("Imprimir"), icon_name="printer")
        self.save_button = button(self.tr("Guardar…"), icon_name="download")
        for each, words, key_id, act in (
            (
                self.print_button,
                self.tr("Lo principal, en la ticketera"),
                "reports.print",
                self.print_report,
            ),
            (self.save_button, self.tr("Planilla, texto o PDF"), "reports.save", self.ask_where),
        ):
            keys.tip(each, words, key_id)
            keys.bind(key_id, self, act)
            each.clicked.connect(act)
            self.top.addWidget(each)
        self.list = ReportList()
        self.list.chosen.connect(self.choose)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.list)
        row.addWidget(self._right(), 1)
        self.content.addLayout(row, 1)
        self._slow = QTimer(self, singleShot=True, interval=_READING_AFTER)
        self._slow.timeout.connect(self._say_reading)

    def _right(self) -> QWidget:
        self.presets = Segments(
            [
                *((each, said(PRESET_NAMES[each])) for each in Preset),
                (_FREE, self.tr("Otros días")),
            ],
            accessible=self.tr("De qué días"),
        )
        self.presets.choose(Preset.MONTH)
        self.presets.chosen.connect(self._period_chosen)
        self.dates = DateRange()
        self.dates.changed.connect(self.mark_stale)
        self.dates.hide()
        self.account = QComboBox()
        self.account.setAccessibleName(self.tr("De qué cuenta"))
        self.account.setToolTip(self.tr("De qué cuenta"))
        self.account.setMinimumWidth(px(320))
        self.account.currentIndexChanged.connect(self.mark_stale)
        self.account.hide()
        self.error = Notice("")
        self.error.hide()
        self.view = ReportView()
        reading = EmptyState(
            "clock", self.tr("Leyendo…"), self.tr("De muchas ventas tarda unos segundos.")
        )
        empty = EmptyState(
            "chart-column",
            self.tr("No hay nada en estos días"),
            self.tr("Probá con otros días u otro informe."),
        )
        self.stack = QStackedWidget()
        for each in (self.view, reading, empty, QWidget()):
            self.stack.addWidget(each)
        self.title_label = label("", "subtitle")
        self.period_label = label("", "muted")
        self.total_label = label("", "subtitle")
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 12, 1, 1)
        inside.setSpacing(6)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(12)
        what = WrappingRow(12, right=False)
        what.addWidget(self.title_label)
        what.addWidget(self.period_label)
        head.addLayout(what, 1)
        head.addWidget(self.total_label, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(head)
        inside.addWidget(self.stack, 1)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.presets)
        above.addStretch(1)
        below.addWidget(self.account)
        below.addWidget(self.dates)
        below.addStretch(1)
        result = QWidget()
        column = QVBoxLayout(result)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(10)
        column.addLayout(above)
        column.addLayout(below)
        column.addWidget(self.error)
        column.addWidget(frame, 1)
        return result

    def focus_main(self) -> None:
        """Start at the list of reports."""
        self.list.setFocus()

    @Slot(object)
    def choose(self, name: ReportName) -> None:
        """Show another report."""
        self.name = name
        self._offer_days()
        self.mark_stale()

    @Slot(object)
    def _period_chosen(self, _value: object) -> None:
        self._offer_days()
        if self.presets.value() == _FREE:
            self.dates.start.setFocus()
        self.mark_stale()

    def _offer_days(self) -> None:
        """Offer the days where the report is of any."""
        has_period = REPORTS[self.name].has_period
        self.account.setVisible(REPORTS[self.name].by_account)
        self.presets.setVisible(has_period)
        self.dates.setVisible(has_period and self.presets.value() == _FREE)

    def _period(self, work: Work) -> Period:
        """Return the days chosen; of one end alone, that day or up to today.

        Raises:
            DatesError: they end before they begin.
        """
        chosen = self.presets.value()
        if chosen != _FREE:
            return period_of(Preset(str(chosen)), work.today)
        since, until = self.dates.since, self.dates.until
        last = until or max(work.today, since or work.today)
        return Period(since or last, last)

    def refresh(self) -> None:
        """Read the report in another thread: of a year of a large shop it takes seconds."""
        self._asked += 1
        asked, name, shop = self._asked, self.name, self.shop
        if not shop.user.may(Permission.REPORTS):
            self.report = None
            self._write_head(None)
            self.stack.setCurrentIndex(_NOTHING)
            return

        def arrived(report: Report) -> None:
            if asked == self._asked:
                self._show(report)

        def failed(error: ShopError) -> None:
            if asked == self._asked:
                self._refuse(error)

        try:
            self.period = period = shop.read(self._period)
        except ShopError as error:
            self._refuse(error)
            return
        account = self._account() if REPORTS[name].by_account else None
        self._slow.start()
        background.run(
            self, lambda: shop.read_apart(make_report, name, period, account), arrived, failed
        )

    def _account(self) -> int:
        """Return the account chosen, of those that the books have by now."""
        chosen = self.account.currentData()
        accounts = self.shop.read(shop_accounts)
        names = [said(joined(PATH, account.path)) for account in accounts]
        if names != [self.account.itemText(n) for n in range(self.account.count())]:
            with QSignalBlocker(self.account):
                self.account.clear()
                for account, name in zip(accounts, names, strict=True):
                    self.account.addItem(name, account.id)
                self.account.setCurrentIndex(max(self.account.findData(chosen), 0))
        return int(self.account.currentData())

    @Slot()
    def _say_reading(self) -> None:
        self.report = None
        self._enable()
        self.stack.setCurrentIndex(_READING)

    def _show(self, report: Report) -> None:
        self._slow.stop()
        self.error.hide()
        self.report = report
        self._write_head(spoken(report))
        self.view.show_report(spoken(report))
        self.stack.setCurrentIndex(_VIEW if report.rows else _EMPTY)
        self._enable()

    def _write_head(self, report: Report | None) -> None:
        """Write what is shown, of which days, and the total that matters."""
        total = ""
        if report and report.rows and report.totals[report.main] is not None:
            column = report.columns[report.main]
            total = f"{column.title}: {shown(report.totals[report.main], column.kind)}"
        self.title_label.setText(report.title if report else "")
        self.period_label.setText(report.period if report else "")
        self.total_label.setText(total)

    def _refuse(self, error: ShopError) -> None:
        self._slow.stop()
        self.report = None
        self._enable()
        self._write_head(None)
        self.stack.setCurrentIndex(_NOTHING)
        self.error.words.setText(words_of(error))
        self.error.show()

    def _enable(self) -> None:
        for each in (self.print_button, self.save_button):
            each.setEnabled(self.report is not None)

    @Slot()
    def print_report(self) -> None:
        """Show the short form, to print it."""
        if self.report is not None:
            report = self.report
            self.papers.show_report(lambda: self.shop.read(report_paper, report))

    @Slot()
    def ask_where(self) -> None:
        """Ask for the file."""
        if self.report is None:
            return
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chooser = QFileDialog(self, self.tr("Guardar el informe"), home)
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        filters = {
            self.tr("Planilla (*.xlsx)"): _XLSX,
            self.tr("PDF (*.pdf)"): _PDF,
            self.tr("Texto (*.csv)"): _CSV,
        }
        if self.name is ReportName.JOURNAL:
            filters |= {
                self.tr("Beancount (*.beancount)"): _BEANCOUNT,
                self.tr("hledger (*.journal)"): _HLEDGER,
            }
        chooser.setNameFilters(list(filters))
        chooser.setDefaultSuffix(_XLSX)
        chooser.filterSelected.connect(lambda chosen: chooser.setDefaultSuffix(filters[chosen]))
        period = self.report.period.replace("/", "-").replace(":", ".")
        chooser.selectFile(f"{self.report.title} {period}")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(lambda path: self.save(Path(path)))
        chooser.open()

    def save(self, path: Path) -> None:
        """Write the report to a file, in a thread."""
        report, shop, name = self.report, self.shop, self.name
        if report is None:
            return
        span = Span(self.period.first, self.period.last)

        def write() -> int:
            shop.read_apart(lambda work: work.require(Permission.EXPORT))
            if path.suffix.lower() == f".{_PDF}":
                shop.paper.save_report(report, shop.read_apart(shop_profile).name, path)
                return len(report.rows)
            if name is ReportName.JOURNAL:
                # Of a long one the screen has only the beginning.
                return shop.read_apart(shop.exchange.write_journal, span, path)
            return shop.exchange.write_rows(path, titles(report), cells(report), lambda _done: None)

        background.run(
            self,
            write,
            lambda count: self._saved(report, path, count),
            lambda error: self.toasts.show(words_of(error), error=True),
        )

    def _saved(self, report: Report, path: Path, count: int) -> None:
        self.shop.write(note_export, report.title, path.name, count)
        self.toasts.show(self.tr("{name} guardado.").format(name=path.name))
