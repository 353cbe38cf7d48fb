"""The page of reports: what is read and when, who sees it, and where it goes."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from kioskifly_desktop.core.audit import AuditKind, AuditQuery, events
from kioskifly_desktop.core.outbox import waiting_jobs
from kioskifly_desktop.core.reports import REPORTS, Preset, ReportName
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.main_window import MainWindow
from kioskifly_desktop.ui.printing.preview_dialog import PreviewDialog
from kioskifly_desktop.ui.reports.reports_page import ReportsPage
from tests.factories import make_product, sell
from tests.fakes.reads import held_reads, reading

TODAY = date(2026, 3, 5)
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def shop(shop, clock):
    shop.database.clock = clock
    sweet = shop.write(make_product, "Alfajor", price=1_000_00, cost=600_00, category="Golosinas")
    shop.write(sell, (sweet, 2), cash=2_000_00)
    shop.database.clock = lambda: clock() - timedelta(days=1)
    shop.write(sell, (sweet, 1), cash=1_000_00)
    shop.database.clock = clock
    return shop


@pytest.fixture
def page(qtbot, shop, toasts, window):
    window.activateWindow()
    result = ReportsPage(shop, toasts)
    result.setParent(window)
    result.resize(1100, 700)
    result.show()
    qtbot.waitUntil(lambda: result.report is not None)
    yield result
    qtbot.waitUntil(lambda: not reading())


@pytest.fixture
def ask(qtbot, page):
    """Choose a report, wait for it, and return its rows as written."""

    def run(name, preset=None):
        page.report = None
        page.list.choose(name)
        if preset is not None:
            page.presets.choose(preset)
        page.mark_stale()
        qtbot.waitUntil(lambda: page.report is not None)
        model = page.view.model
        return [[text.replace("\u00a0", " ") for text in model.texts(n)] for n in rows(model)]

    return run


def rows(model):
    return range(model.rowCount())


def test_it_starts_with_the_days_of_this_month(page):
    assert page.title_label.text() == "Ventas por día"
    assert page.period_label.text() == "01/03/2026 al 05/03/2026"
    assert page.total_label.text().replace("\u00a0", " ") == "Neto: $ 3.000,00"
    assert page.view.chart.places() == 5
    assert page.view.words.text().startswith("Neto: lo más, 05/03/2026")


@pytest.mark.parametrize(
    ("preset", "days"),
    [(Preset.TODAY, 1), (Preset.YESTERDAY, 1), (Preset.WEEK, 4), (Preset.YEAR, 64)],
)
def test_presets(ask, page, preset, days):
    assert len(ask(ReportName.DAYS, preset)) == days + 1
    assert page.view.chart.places() == days


def test_rows_and_totals_are_in_the_table(ask):
    assert ask(ReportName.PRODUCTS, Preset.MONTH) == [
        ["Alfajor", "Golosinas", "3", "Unidad", "$ 3.000,00", "100,0 %"],
        ["Total", "", "", "", "$ 3.000,00", "100,0 %"],
    ]


def test_every_report_is_shown(ask, page):
    for name in ReportName:
        ask(name)
        assert page.list.button(name).isChecked()
        assert page.presets.isVisible() == REPORTS[name].has_period
        header = page.view.table.horizontalHeader()
        assert header.count() == len(page.report.columns)


def test_the_days_one_wants(qtbot, page):
    page.presets.choose("free")
    assert page.dates.start.hasFocus()
    QTest.keyClicks(page.dates.start, "4/3/2026")
    QTest.keyClick(page.dates.start, Qt.Key.Key_Tab)
    QTest.keyClicks(page.dates.end, "4/3/2026")
    QTest.keyClick(page.dates.end, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.period_label.text() == "04/03/2026")
    assert page.total_label.text().endswith("1.000,00")


def test_days_the_wrong_way_round_are_refused_in_place(qtbot, page):
    page.presets.choose("free")
    page.dates.start.setText("05/03/2026")
    page.dates.end.setText("01/03/2026")
    page.dates.end.editingFinished.emit()
    assert page.error.isVisible()
    assert "anterior" in page.error.words.text()
    assert not page.save_button.isEnabled()
    page.dates.clear()
    qtbot.waitUntil(lambda: page.report is not None)
    assert not page.error.isVisible()


def test_no_sales_say_so(ask, page):
    ask(ReportName.PRODUCTS, Preset.LAST_MONTH)
    said = [each.text() for each in page.stack.currentWidget().findChildren(QLabel)]
    assert "No hay nada en estos días" in said


def test_a_slow_report_stalls_nothing_and_an_old_one_never_comes_back(qtbot, shop, page):
    with held_reads(shop) as gates:
        page.list.choose(ReportName.PRODUCTS)
        qtbot.waitUntil(lambda: len(gates) == 1)
        qtbot.waitUntil(lambda: page.stack.currentIndex() == 1)  # reading
        assert not page.print_button.isEnabled()
        page.list.choose(ReportName.MEANS)
        qtbot.waitUntil(lambda: len(gates) == 2)
        gates[1].set()
        qtbot.waitUntil(lambda: page.report is not None)
        assert page.report.title == "Ventas por medio de pago"
        gates[0].set()
        qtbot.waitUntil(lambda: not reading())
        QTest.qWait(20)
    assert page.report.title == page.title_label.text() == "Ventas por medio de pago"


def test_it_reads_again_after_a_sale(qtbot, shop, page):
    shop.write(sell, (1, 1), cash=1_000_00)
    qtbot.waitUntil(lambda: page.total_label.text().endswith("4.000,00"))


def test_the_short_paper_is_shown_and_printed(qtbot, shop, page, printer, ask):
    ask(ReportName.PRODUCTS)
    QTest.keyClick(page, Qt.Key.Key_P, CONTROL)
    preview = QApplication.activeModalWidget()
    assert isinstance(preview, PreviewDialog)
    preview.print_button.click()
    assert [job.title for job in shop.read(waiting_jobs)] == ["Ventas por producto"]


@pytest.mark.parametrize("suffix", ["xlsx", "csv", "pdf"])
def test_files_are_written_and_written_down(qtbot, shop, page, tmp_path, suffix):
    path = tmp_path / f"dias.{suffix}"
    page.save(path)
    qtbot.waitUntil(lambda: not reading() and path.exists())
    qtbot.waitUntil(lambda: bool(shop.read(events, AuditQuery(AuditKind.EXPORT))))
    starts = {"xlsx": b"PK", "csv": b"\xef\xbb\xbf", "pdf": b"%PDF"}
    assert path.read_bytes().startswith(starts[suffix])
    (row,) = shop.read(events, AuditQuery(AuditKind.EXPORT))
    assert row.subject == "Ventas por día"


def test_a_file_that_cannot_be_written_is_said(qtbot, shop, page, tmp_path, toasts):
    page.save(tmp_path / "no" / "dias.csv")
    qtbot.waitUntil(lambda: not reading())
    qtbot.waitUntil(lambda: toasts.toast is not None)
    assert "no existe" in toasts.toast.text
    assert shop.read(events, AuditQuery(AuditKind.EXPORT)) == []


def test_the_ledger_is_of_the_account_one_picks(qtbot, page, ask):
    ask(ReportName.LEDGER)
    for name, debit, left in (
        ("Activo › Cajas › Caja 1", "$ 1.000,00", "$ 3.000,00"),
        ("Ingresos › Ventas", "", "\u2212$ 3.000,00"),
    ):
        page.report = None
        page.account.setCurrentIndex(page.account.findText(name))
        page.refresh()
        qtbot.waitUntil(lambda: page.report is not None)
        assert page.title_label.text() == f"Mayor de {name.rpartition(' › ')[2]}"
        shown = [page.view.model.texts(row) for row in rows(page.view.model)]
        assert shown[0][3].replace("\u00a0", " ") == debit
        assert shown[-1][-1].replace("\u00a0", " ") == left
    ask(ReportName.TRIAL)
    assert not page.account.isVisible()


@pytest.mark.parametrize(
    ("suffix", "begins"),
    [("beancount", 'option "title"'), ("journal", "commodity"), ("csv", "\ufeffAsiento;Fecha")],
)
def test_the_journal_goes_to_the_accountants_program(qtbot, page, ask, tmp_path, suffix, begins):
    ask(ReportName.JOURNAL)
    path = tmp_path / f"diario.{suffix}"
    page.save(path)
    qtbot.waitUntil(lambda: path.exists() and not reading())
    said = path.read_text(encoding="utf-8")
    assert begins in said
    assert "Alfajor" in said


def test_only_who_may_see_reports_is_offered_them(qtbot, shop, cashier):
    admin = shop.user
    main = MainWindow(shop)
    qtbot.addWidget(main)
    main.show()
    button = main.rail.buttons[keys.REPORTS]
    assert button.isVisible()
    page = main.show_page(keys.REPORTS)
    assert isinstance(page, ReportsPage)
    qtbot.waitUntil(lambda: page.report is not None)
    shop.switch_user(cashier)
    assert not button.isVisible()
    assert main.page is main.pages[keys.SALE]
    qtbot.keyClick(main, Qt.Key.Key_6, ALT)
    assert main.page is main.pages[keys.SALE]
    shop.switch_user(admin)
    assert button.isVisible()
    qtbot.waitUntil(lambda: not reading())
