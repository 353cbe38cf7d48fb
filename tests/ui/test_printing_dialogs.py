import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton

from kioskifly_desktop.core.documents import (
    Document,
    DocumentKind,
    Line,
    Pair,
    PdfPage,
    Style,
    Text,
)
from kioskifly_desktop.core.errors import NoPrinterError
from kioskifly_desktop.core.outbox import (
    JobState,
    enqueue,
    finish,
    print_test_page,
    waiting_jobs,
)
from kioskifly_desktop.ui.printing.paper_view import PaperView
from kioskifly_desktop.ui.printing.preview_dialog import PreviewDialog
from kioskifly_desktop.ui.printing.queue_dialog import QueueDialog
from tests.factories import claim

DOCUMENT = Document(
    DocumentKind.PAYMENT,
    "Recibo de pago",
    "X-00001-00000007",
    (Text("Kiosco Ñandú", "center", Style.TITLE), Pair("Total", "$ 1.500,50", Style.TALL)),
)


def press(dialog, name):
    buttons = [b for b in dialog.findChildren(QPushButton) if b.accessibleName() == name]
    next(b for b in buttons if b.isVisible()).click()


def words(dialog):
    return [b.accessibleName() for b in dialog.findChildren(QPushButton) if b.isVisible()]


def test_an_empty_queue_says_so(window, shop):
    dialog = QueueDialog(shop, window)
    dialog.open()
    assert words(dialog) == ["Cerrar"]
    dialog.reject()


def test_a_failed_job_tells_why_and_is_retried(window, shop, printer):
    job = shop.write(print_test_page, printer)
    shop.write(claim)
    shop.write(finish, job, JobState.QUEUED, "sin papel")
    dialog = QueueDialog(shop, window)
    dialog.open()
    press(dialog, "Reintentar")
    (waiting,) = shop.read(waiting_jobs)
    assert (waiting.state, waiting.reason) == (JobState.QUEUED, "")
    dialog.reject()


@pytest.mark.usefixtures("printer")
def test_discarding_needs_a_reason(qtbot, window, shop, front):
    shop.write(enqueue, DOCUMENT)
    dialog = QueueDialog(shop, window)
    dialog.open()
    press(dialog, "Descartar")
    question = front()
    qtbot.keyClicks(question.reason.editor, "duplicado")
    question.yes.click()
    assert shop.read(waiting_jobs) == []
    assert words(dialog) == ["Cerrar"]
    dialog.reject()


@pytest.mark.usefixtures("printer")
def test_a_cashier_does_not_discard(window, shop, cashier):
    shop.write(enqueue, DOCUMENT)
    shop.switch_user(cashier)
    dialog = QueueDialog(shop, window)
    dialog.open()
    drop = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Descartar")
    assert not drop.isEnabled()
    assert "administración" in drop.toolTip()
    dialog.reject()


@pytest.mark.parametrize(("answer", "left"), [("Sí, salió", 0), ("Reimprimir", 1)])
@pytest.mark.usefixtures("printer")
def test_an_uncertain_job_asks_whether_it_came_out(window, shop, answer, left):
    job = shop.write(enqueue, DOCUMENT)
    shop.write(claim)
    shop.write(finish, job, JobState.UNCERTAIN, "se cortó")
    dialog = QueueDialog(shop, window)
    dialog.open()
    assert {"Sí, salió", "Reimprimir"} < set(words(dialog))
    press(dialog, answer)
    jobs = shop.read(waiting_jobs)
    assert [each.state for each in jobs] == [JobState.QUEUED] * left
    dialog.reject()


@pytest.mark.usefixtures("printer")
def test_the_queue_follows_the_printer(qtbot, window, shop):
    dialog = QueueDialog(shop, window)
    dialog.open()
    shop.write(enqueue, DOCUMENT)
    qtbot.waitUntil(lambda: "Reintentar" in words(dialog))
    assert dialog.subtitle.text() == "1 comprobante sin imprimir"
    dialog.reject()


@pytest.mark.usefixtures("printer")
def test_the_preview_is_the_printers_lines_at_its_width(window, shop):
    dialog = PreviewDialog(shop, DOCUMENT, window)
    dialog.open()
    assert dialog.columns.value() == 42
    narrow = dialog.paper.width()
    dialog.columns.choose(48)
    assert dialog.paper.width() > narrow
    assert "$ 1.500,50" in dialog.paper.accessibleName()
    dialog.reject()


def test_printing_closes_and_a_refusal_stays(window, shop):
    def refuse():
        raise NoPrinterError

    dialog = PreviewDialog(shop, DOCUMENT, window, on_print=refuse)
    dialog.open()
    dialog.print_button.click()
    assert dialog.isVisible()
    assert dialog.error.text() == str(NoPrinterError())
    dialog._on_print = lambda: None
    dialog.print_button.click()
    assert not dialog.isVisible()


def test_a_pdf_is_saved_where_chosen(window, shop, tmp_path):
    dialog = PreviewDialog(shop, DOCUMENT, window)
    dialog.open()
    dialog._write_pdf(tmp_path / "recibo.pdf", PdfPage.TICKET_80)
    assert "1.500,50" in PdfReader(tmp_path / "recibo.pdf").pages[0].extract_text()
    assert "recibo.pdf" in dialog.subtitle.text()
    dialog._write_pdf(tmp_path / "no" / "hay" / "recibo.pdf", PdfPage.A4)
    assert dialog.error.text()
    dialog.reject()


def ink(image, left, right):
    """Return the rows that have ink between two columns of pixels."""
    dark = QColor("#808080").lightness()
    return [
        y
        for y in range(5, image.height() - 10)
        if any(image.pixelColor(x, y).lightness() < dark for x in range(left, right))
    ]


def test_a_title_is_twice_as_wide_and_as_high(qtbot):
    sizes = {}
    for style in (Style.NORMAL, Style.TITLE):
        view = PaperView()
        qtbot.addWidget(view)
        view.set_lines([Line("H", style)], 32)
        image = view.grab().toImage()
        rows = ink(image, 10, image.width() - 10)
        sizes[style] = len(rows)
    assert sizes[Style.TITLE] == pytest.approx(2 * sizes[Style.NORMAL], abs=2)


def test_the_paper_is_white_in_both_looks(qtbot):
    view = PaperView()
    qtbot.addWidget(view)
    view.set_lines([Line("")], 32)
    assert view.grab().toImage().pixelColor(50, 10) == Qt.GlobalColor.white
