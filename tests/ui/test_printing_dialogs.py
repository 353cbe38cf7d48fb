import sys
from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QPushButton

from kioskifly_desktop.core.documents import (
    Document,
    DocumentKind,
    Line,
    Movement,
    MovementsHeader,
    Pair,
    PdfPage,
    Style,
    Text,
)
from kioskifly_desktop.core.errors import NoPrinterError, OutputFileError
from kioskifly_desktop.core.escpos import to_bytes
from kioskifly_desktop.core.logo import Logo, save_logo
from kioskifly_desktop.core.outbox import (
    JobState,
    Rendered,
    enqueue,
    finish,
    note_trouble,
    open_drawer,
    print_test_page,
    waiting_jobs,
)
from kioskifly_desktop.core.printers import list_printers, save_printer
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.printing.paper_view import PaperView
from kioskifly_desktop.ui.printing.preview_dialog import PreviewDialog
from kioskifly_desktop.ui.printing.queue_dialog import QueueDialog
from tests.factories import add_printer, claim
from tests.lending import lend, lent

DOCUMENT = Document(
    DocumentKind.PAYMENT,
    "Recibo de pago",
    "X-00001-00000007",
    (Text("Kiosco Ñandú", "center", Style.TITLE), Pair("Total", "$ 1.500,50", Style.TALL)),
)

LONG = Document(
    DocumentKind.STATEMENT,
    "Estado de cuenta",
    "",
    (
        Text("Kiosco Ñandú", "center", Style.TITLE),
        MovementsHeader(0),
        *(Movement("01/02/2026", f"Compra {n}", 100, n * 100) for n in range(10_000)),
    ),
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
def test_a_cashier_discards_with_an_administrators_pin(window, shop, cashier, front):
    shop.write(enqueue, DOCUMENT)
    shop.switch_user(cashier)
    dialog = QueueDialog(shop, window)
    dialog.open()
    drop = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Descartar")
    drop.click()
    front().reason.editor.setText("Ya salió")
    front().confirm()
    assert shop.read(waiting_jobs)
    lend()
    assert not shop.read(waiting_jobs)
    assert lent(shop) == ["Descartar una impresión"]
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


def said(dialog):
    return [each.text() for each in dialog.findChildren(QLabel) if not each.isHidden()]


@pytest.mark.parametrize(
    ("state", "reason", "sentence"),
    [
        (JobState.QUEUED, "no contesta", "Esperando: «no contesta». Prueba de nuevo sola."),
        (
            JobState.BLOCKED,
            "se quedó sin papel",
            "Bloqueada: «se quedó sin papel». Sigue sola cuando se arregle.",
        ),
        (JobState.UNCERTAIN, "se cortó", "¿Salió el comprobante?"),
    ],
)
@pytest.mark.usefixtures("printer")
def test_each_verdict_in_words(window, shop, state, reason, sentence):
    job = shop.write(enqueue, DOCUMENT)
    dialog = QueueDialog(shop, window)
    dialog.open()
    assert "Esperando" in said(dialog)
    shop.write(claim)
    assert "Imprimiendo" in said(dialog)
    shop.write(finish, job, state, reason)
    assert sentence in said(dialog)
    dialog.reject()


@pytest.mark.usefixtures("printer")
def test_a_paper_held_in_mid_job_says_what_it_waits_for(window, shop):
    job = shop.write(enqueue, DOCUMENT)
    shop.write(claim)
    dialog = QueueDialog(shop, window)
    dialog.open()
    shop.write(note_trouble, job, "tiene la tapa abierta")
    assert any("«tiene la tapa abierta»" in text for text in said(dialog))
    assert words(dialog) == ["Cerrar"]
    dialog.reject()


def test_each_copy_is_a_job_and_says_which(window, shop):
    shop.write(add_printer, copies=3)
    shop.write(enqueue, DOCUMENT)
    dialog = QueueDialog(shop, window)
    dialog.open()
    assert [n for n in (2, 3) if any(f"copia {n}" in text for text in said(dialog))] == [2, 3]
    assert dialog.subtitle.text() == "3 comprobantes sin imprimir"
    dialog.reject()


@pytest.mark.usefixtures("printer")
def test_an_uncertain_paper_can_be_given_up(qtbot, window, shop, front):
    job = shop.write(enqueue, DOCUMENT)
    shop.write(claim)
    shop.write(finish, job, JobState.UNCERTAIN, "se cortó")
    dialog = QueueDialog(shop, window)
    dialog.open()
    press(dialog, "Descartar")
    qtbot.keyClicks(front().reason.editor, "rota")
    front().yes.click()
    assert shop.read(waiting_jobs) == []
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
    def refuse(_rendered):
        raise NoPrinterError

    dialog = PreviewDialog(shop, DOCUMENT, window, on_print=refuse)
    dialog.open()
    dialog.print_button.click()
    assert dialog.isVisible()
    assert dialog.error.text() == str(NoPrinterError())
    dialog._on_print = lambda _rendered: None
    dialog.print_button.click()
    assert not dialog.isVisible()


def test_a_pdf_is_saved_where_chosen(qtbot, window, shop, tmp_path):
    dialog = PreviewDialog(shop, DOCUMENT, window)
    dialog.open()
    dialog._write_pdf(tmp_path / "recibo.pdf", PdfPage.TICKET_80)
    assert not dialog.pdf_button.isEnabled()
    assert dialog.pdf_button.accessibleName() == "Guardando…"
    qtbot.waitUntil(dialog.pdf_button.isEnabled)
    assert "1.500,50" in PdfReader(tmp_path / "recibo.pdf").pages[0].extract_text()
    assert "recibo.pdf" in dialog.subtitle.text()
    dialog._write_pdf(tmp_path / "no" / "hay" / "recibo.pdf", PdfPage.A4)
    qtbot.waitUntil(dialog.error.isVisible)
    assert "recibo.pdf" in dialog.error.text()
    assert dialog.pdf_button.isEnabled()
    dialog.reject()


def test_a_preview_closed_while_saving_leaves_the_whole_file(qtbot, window, shop, tmp_path):
    dialog = PreviewDialog(shop, LONG, window)
    dialog.open()
    dialog._write_pdf(tmp_path / "largo.pdf", PdfPage.A4)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    qtbot.waitUntil(lambda: not background._running)
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["largo.pdf"]
    assert len(PdfReader(tmp_path / "largo.pdf").pages) > 10


def test_a_preview_closed_while_saving_does_not_hide_that_it_failed(
    qtbot, window, shop, tmp_path, monkeypatch
):
    heard = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: heard.append(error))
    dialog = PreviewDialog(shop, LONG, window)
    dialog.open()
    dialog._write_pdf(tmp_path / "no" / "hay.pdf", PdfPage.A4)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], OutputFileError)


def test_a_long_document_is_laid_out_while_the_window_lives(qtbot, window, shop):
    ticks = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    dialog = PreviewDialog(shop, LONG, window)
    dialog.open()
    timer.start(10)
    assert dialog.waiting.isVisible()
    assert not dialog.paper.isVisible()
    qtbot.waitUntil(dialog.paper.isVisible)
    timer.stop()
    assert ticks
    assert "Compra 9999" in dialog.paper.accessibleName()
    dialog.columns.choose(48)
    dialog.columns.choose(32)
    qtbot.waitUntil(lambda: not background._running)
    assert dialog.paper._sheet.columns == 32
    dialog.scroller.verticalScrollBar().setValue(100_000)
    image = dialog.grab().toImage()
    assert ink(image, 60, image.width() - 60)
    dialog.reject()


def ink(image, left, right):
    """Return the rows that have ink between two columns of pixels."""
    dark = QColor("#808080").lightness()
    return [
        y
        for y in range(5, image.height() - 10)
        if any(image.pixelColor(x, y).lightness() < dark for x in range(left, right))
    ]


def test_the_logo_is_on_top_where_the_printer_prints_it(window, shop):
    printer = shop.write(add_printer)
    shop.write(save_logo, Logo(16, b"\xff" * 32))
    heights = []
    for prints in (False, True):
        (record,) = shop.read(list_printers)
        shop.write(save_printer, replace(record, id=printer, prints_logo=prints))
        dialog = PreviewDialog(shop, DOCUMENT, window)
        heights.append(dialog.paper.height())
        image = dialog.paper.grab().toImage()
        middle = image.pixelColor(image.width() // 2, 32)
        dialog.deleteLater()
    assert heights[1] == heights[0] + 12
    assert middle == Qt.GlobalColor.black


@pytest.mark.usefixtures("printer")
def test_a_long_document_is_made_into_bytes_in_a_thread(qtbot, window, shop):
    sent: list[Rendered] = []

    def keep(rendered: Rendered | None) -> None:
        assert rendered is not None
        sent.append(rendered)

    dialog = PreviewDialog(shop, LONG, window, on_print=keep)
    dialog.open()
    dialog.print_button.click()
    assert sent == []
    assert not dialog.print_button.isEnabled()
    qtbot.waitUntil(lambda: bool(sent))
    (device,) = shop.read(list_printers)
    assert sent[0].payload == to_bytes(LONG, device)
    job = shop.write(enqueue, LONG, rendered=replace(sent[0], payload=b"made before"))
    assert shop.write(claim).payload == b"made before"
    shop.write(finish, job, JobState.PRINTED)


def test_the_drawer_is_no_paper(window, shop):
    printer = shop.write(add_printer)
    (record,) = shop.read(list_printers)
    shop.write(save_printer, replace(record, drawer_pin=2))
    shop.write(open_drawer, "Cambio")
    dialog = QueueDialog(shop, window)
    dialog.open()
    assert dialog.subtitle.text() == "El cajón por abrir"
    shop.write(print_test_page, printer)
    assert dialog.subtitle.text() == "1 comprobante sin imprimir; el cajón por abrir"
    assert "Abrir el cajón" in said(dialog)
    dialog.reject()


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
