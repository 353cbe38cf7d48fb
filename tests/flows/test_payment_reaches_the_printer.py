"""A payment typed in the real window comes out of a network printer, and both balances moved."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kioskifly_desktop.app import Program
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import ClientRequest, add_client, get_client
from kioskifly_desktop.core.documents import DocumentKind
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.outbox import JobState, retry_job, waiting_jobs
from kioskifly_desktop.core.printers import Printer, Transport, save_printer
from kioskifly_desktop.core.registers import list_registers
from kioskifly_desktop.core.ticket import lay_out
from kioskifly_desktop.core.vouchers import find_voucher, voucher_document
from kioskifly_desktop.core.wallet import (
    AdjustmentRequest,
    PaymentRequest,
    adjust_balance,
    history,
    register_payment,
)
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.printing.preview_dialog import PreviewDialog
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.fakes.escpos_decoder import decode
from tests.fakes.keyboard import type_text
from tests.fakes.tcp_printer import TcpPrinter

NAME = "Ñandú GÓMEZ NÚÑEZ, Ángel Íñigo Úrsula"


@pytest.fixture
def program(qtbot, tmp_path):
    program = Program(tmp_path / "shop")
    qtbot.addWidget(program.window)
    program.window.show()
    yield program
    program.close()


@pytest.fixture
def client_id(program):
    request = ClientRequest(name=NAME, document_type=96, document_number="20.123.456")
    client_id = program.shop.write(add_client, request)
    debt = AdjustmentRequest("debt", client_id, 4_567_890, "cuaderno")
    program.shop.write(adjust_balance, debt)
    return client_id


def add_printer(program, port, columns=42):
    record = Printer(0, "Mostrador", Transport.TCP, f"127.0.0.1:{port}", columns)
    program.shop.write(save_printer, record)


def pay_by_keyboard(qtbot, program, amount):
    page = program.window.show_page(keys.CLIENTS)
    QTest.keyClicks(page.search, "nandu nunez")
    qtbot.waitUntil(lambda: [row.name for row in page.model.rows] == [NAME])
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    wallet = QApplication.activeModalWidget()
    assert isinstance(wallet, WalletDialog)
    type_text(amount, into=wallet.payment.amount)
    QTest.keyClick(wallet.payment.amount, Qt.Key.Key_Return)
    return wallet


@pytest.mark.parametrize("columns", [32, 42, 48])
def test_the_receipt_comes_out_and_both_balances_move(qtbot, program, client_id, columns):
    with TcpPrinter() as device:
        add_printer(program, device.port, columns)
        drawer = program.shop.read(list_registers)[0]
        wallet = pay_by_keyboard(qtbot, program, "15000,50")
        assert program.shop.read(get_client, client_id).balance == 4_567_890 - 1_500_050
        after = program.shop.read(list_registers)[0]
        assert after.balance == drawer.balance + 1_500_050
        qtbot.waitUntil(lambda: bool(device.jobs) and not program.shop.read(waiting_jobs))
        job = decode(bytes(device.jobs[0]))
    assert max(line.columns for line in job.lines) <= columns
    assert job.pages == [19]
    paper = " ".join(" ".join(line.text for line in job.lines).split())
    assert f"Recibimos de: {NAME}" in paper
    assert "DOCUMENTO NO VÁLIDO COMO FACTURA" in paper
    assert "TOTAL PAGADO $ 15.000,50" in paper
    assert "SALDO ACTUAL $ 30.678,40" in paper
    assert "DNI 20.123.456" in paper
    (payment,) = program.shop.read(history, client_id, limit=1)
    assert f"N° {payment.number}" in paper
    assert wallet.hero.word.text() == "Debe"
    assert wallet.summary.client.balance == 3_067_840
    assert program.window.page.model.rows[0].balance == 3_067_840
    assert program.shop.read(check) == []
    wallet.reject()


def test_the_same_request_again_changes_nothing(program, client_id):
    drawer = program.shop.read(list_registers)[0]
    request = PaymentRequest("once", client_id, 100_000, drawer.id, PaymentMethod.CASH)
    first = program.shop.write(register_payment, request)
    again = program.shop.write(register_payment, request)
    assert again.number == first.number
    assert program.shop.read(get_client, client_id).balance == 4_467_890
    assert program.shop.read(list_registers)[0].balance == drawer.balance + 100_000


def test_a_dead_printer_keeps_the_receipt_and_a_retry_prints_it(qtbot, program, client_id):
    device = TcpPrinter()
    port = device.port
    device.close()
    add_printer(program, port)
    wallet = pay_by_keyboard(qtbot, program, "1000")
    status = program.window.status
    refused = "Mostrador: la impresora rechazó la conexión · 1 por imprimir"
    qtbot.waitUntil(lambda: any(job.reason for job in program.shop.read(waiting_jobs)))
    qtbot.waitUntil(lambda: status.printing.accessibleName() == refused)
    (job,) = program.shop.read(waiting_jobs)
    assert job.state is JobState.QUEUED
    assert job.reason
    with TcpPrinter(port=port) as revived:
        program.shop.write(retry_job, job.id)
        qtbot.waitUntil(lambda: bool(revived.jobs) and not program.shop.read(waiting_jobs))
        assert len(revived.jobs) == 1
    qtbot.waitUntil(lambda: status.printing.accessibleName() == "Nada por imprimir")
    wallet.reject()


def test_what_was_printed_is_what_was_frozen(qtbot, program, client_id):
    with TcpPrinter() as device:
        add_printer(program, device.port)
        wallet = pay_by_keyboard(qtbot, program, "500")
        qtbot.waitUntil(lambda: bool(device.jobs) and not program.shop.read(waiting_jobs))
        printed = [line.text.rstrip() for line in decode(bytes(device.jobs[0])).lines]
    (payment,) = program.shop.read(history, client_id, limit=1)
    voucher_id = program.shop.read(find_voucher, payment.number)
    document = program.shop.read(voucher_document, voucher_id)
    assert document.kind is DocumentKind.PAYMENT
    laid_out = [line.text.rstrip() for line in lay_out(document, 42)]
    assert [line for line in printed if line] == [line for line in laid_out if line]
    wallet.reject()


def test_the_notice_still_works_after_the_wallet_is_closed(qtbot, program, client_id):
    wallet = pay_by_keyboard(qtbot, program, "2000")
    QTest.keyClick(wallet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    QTest.qWait(50)
    assert program.window.toasts.toast is not None
    QTest.keyClick(program.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert program.shop.read(get_client, client_id).balance == 4_567_890
    assert program.shop.read(check) == []


def test_looking_at_the_receipt_from_the_notice_after_the_wallet_is_closed(
    qtbot, program, client_id
):
    wallet = pay_by_keyboard(qtbot, program, "2000")
    QTest.keyClick(wallet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    QTest.qWait(50)
    toast = program.window.toasts.toast
    toast.run(next(action for action in toast.actions_shown if action.words == "Ver"))
    preview = QApplication.activeModalWidget()
    assert isinstance(preview, PreviewDialog)
    preview.reject()
    assert program.shop.read(get_client, client_id).balance == 4_367_890
