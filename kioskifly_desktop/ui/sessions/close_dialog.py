"""The close of a drawer (arqueo): what there should be, what was counted, and the difference."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kioskifly_desktop.core.errors import AmountError, ShopError
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.sessions import (
    CloseRequest,
    SessionReport,
    SessionRow,
    close_session,
    session_report,
    tallies_of,
)
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.sessions.count_grid import CountGrid
from kioskifly_desktop.ui.sessions.field_chain import FieldChain
from kioskifly_desktop.ui.sessions.words import counts_blind, difference_words, since_words
from kioskifly_desktop.ui.theme import font
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.icons import icon_label, set_label_icon
from kioskifly_desktop.ui.widgets.labels import card, key_hints, label, separator, set_tone
from kioskifly_desktop.ui.widgets.notice import Notice
from kioskifly_desktop.ui.widgets.toast import ToastAction

if TYPE_CHECKING:
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.ui.printing.papers import Papers
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_ALWAYS = ("sales", "payments_on_account")


class CloseSessionDialog(Dialog):
    """Counts a drawer note by note and closes its session; sales put aside outlive it."""

    def __init__(
        self,
        shop: Shop,
        toasts: ToastHost,
        papers: Papers,
        parent: QWidget,
        session: SessionRow,
        *,
        parked: int = 0,
    ) -> None:
        title = self.tr("Cerrar {register}").format(register=session.register)
        today = shop.read(lambda work: work.today)
        parts = (since_words(session, today), session.opened_by)
        super().__init__(parent, title, "  ·  ".join(parts), size=(840, 0))
        self._shop = shop
        self._toasts = toasts
        self._papers = papers
        self._session = session
        self._request_id = uuid4().hex
        self.report: SessionReport = shop.read(session_report, session.id)
        self.blind = counts_blind(shop)
        self.grid = CountGrid()
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.grid)
        inside.addStretch()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(frame, 1)
        row.addLayout(self._side(), 1)
        self.waiting = Notice(_parked_words(parked), "clock")
        self.body.addWidget(self.waiting)
        self.waiting.setVisible(parked > 0)
        self.body.addLayout(row, 1)
        self._buttons()
        chain = (*self.grid.inputs(), self.note, self.save_button)
        self._chain = FieldChain(chain, self)
        self.grid.changed.connect(self._changed)
        self._changed()
        self.grid.inputs()[0].setFocus()

    def _side(self) -> QVBoxLayout:
        self.note = QLineEdit(maxLength=200)
        self.note.setPlaceholderText(self.tr("Por ejemplo: vuelto mal dado"))
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addWidget(self._expected())
        column.addWidget(self._outcome())
        column.addWidget(Field(self.tr("Nota (opcional)"), self.note))
        column.addStretch()
        return column

    def _expected(self) -> QWidget:
        """Return the card of what there should be, or of why it isn't shown."""
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        if self.blind:
            column.addWidget(label(self.tr("Cierre a ciegas"), "subtitle"))
            words = self.tr("Contá sin ver cuánto tendría que haber. El informe dice si coincide.")
            text = label(words, "muted")
            text.setWordWrap(True)
            column.addWidget(text)
            return frame
        column.addLayout(_line(self.tr("Fondo inicial"), self._session.opening_float))
        for name, caption, tally in tallies_of(self.report):
            if tally.count or name in _ALWAYS:
                words = said(caption)
                words = f"{words} ({tally.count})" if tally.count else words
                column.addLayout(_line(words, tally.total))
        column.addWidget(separator())
        column.addLayout(_line(self.tr("Tendría que haber"), self.report.expected, strong=True))
        return frame

    def _outcome(self) -> QWidget:
        frame = card()
        self.total = label("", "amount")
        self.total.setFont(font(28, 700, tabular=True))
        self.sign = icon_label("equal", "text_secondary", 18, 2.4)
        self.difference = label("")
        self.difference.setFont(font(16, 600, tabular=True))
        self.difference.setWordWrap(True)
        self._verdict = QFrame()
        verdict = QHBoxLayout(self._verdict)
        verdict.setContentsMargins(0, 0, 0, 0)
        verdict.setSpacing(8)
        verdict.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        verdict.addWidget(self.difference, 1)
        self.error = label("", "error")
        self.error.setWordWrap(True)
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 12, 20, 14)
        column.setSpacing(4)
        column.addWidget(label(self.tr("Contaste"), "caption"))
        for part in (self.total, self._verdict, self.error):
            column.addWidget(part)
        return frame

    def _buttons(self) -> None:
        cancel = button(self.tr("Todavía no"))
        cancel.clicked.connect(self.reject)
        self.save_button = button(self.tr("Cerrar caja"), "primary", icon_name="lock", large=True)
        self.save_button.clicked.connect(self.save)
        hints = [("Enter", self.tr("Siguiente")), ("↑", self.tr("Anterior"))]
        self.add_buttons(cancel, self.save_button, left=key_hints(hints))

    @Slot()
    def save(self) -> None:
        """Close the session with what was counted, or say what is wrong with the count."""
        if self.grid.is_empty():
            self._refuse(self.tr("Contá la plata. Si el cajón está vacío, escribí 0 en Monedas."))
            return
        if problem := self.grid.problem():
            self._refuse(problem)
            return
        request = CloseRequest(
            self._request_id, self._session.id, self.grid.count(), self.note.text()
        )
        try:
            done = self._shop.write(close_session, request)
        except ShopError as error:
            self._refuse(words_of(error))
            return
        self.accept()
        actions = []
        if not done.printing:
            actions.append(self._action(self.tr("Imprimir"), done.voucher_id, printing=True))
        actions.append(self._action(self.tr("Ver"), done.voucher_id))
        words = self.tr("{register} cerrada · {difference} · Cierre {number}").format(
            register=self._session.register,
            difference=difference_words(done.over_short),
            number=done.number,
        )
        self._toasts.show(words, actions)

    def _action(self, words: str, voucher_id: int, *, printing: bool = False) -> ToastAction:
        papers = self._papers
        act = papers.print_voucher if printing else papers.show_voucher
        return ToastAction(words, lambda: act(voucher_id))

    def _refuse(self, words: str) -> None:
        self.error.setText(words)
        self.error.show()
        self.grid.bad_input().setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _changed(self) -> None:
        """Add up what was counted and say how it stands against what there should be."""
        problem = self.grid.problem()
        self.error.setText(problem)
        self.error.setVisible(bool(problem))
        try:
            counted = self.grid.count().total
        except AmountError:
            self.total.setText("—")
            self._verdict.hide()
            self._say_button(0)
            return
        self.total.setText(format_money(counted))
        self._verdict.setVisible(not self.blind)
        if self.grid.is_empty():
            self._say("equal", "muted", self.tr("Todavía no contaste."))
            self._say_button(0)
            return
        over_short = counted - self.report.expected
        if over_short:
            self._say("triangle-alert", "warning", difference_words(over_short))
        else:
            self._say("circle-check", "", self.tr("Coincide: la caja cierra justa."))
        self._say_button(0 if self.blind else over_short)

    def _say(self, icon_name: str, tone: str, words: str) -> None:
        tint = {"warning": "warning", "muted": "text_secondary"}.get(tone, "text")
        set_label_icon(self.sign, icon_name, tint, 18, 2.4)
        set_tone(self.difference, tone)
        self.difference.setText(words)

    def _say_button(self, over_short: Centavos) -> None:
        if over_short == 0:
            words = self.tr("Cerrar caja")
        else:
            kind = self.tr("faltante") if over_short < 0 else self.tr("sobrante")
            words = self.tr("Cerrar con {amount} de {kind}").format(
                amount=format_money(abs(over_short)), kind=kind
            )
        self.save_button.setText(f"  {words}")
        self.save_button.setAccessibleName(words)


def _parked_words(parked: int) -> str:
    if parked == 1:
        return QCoreApplication.translate(
            "Sessions", "Hay 1 venta en espera: queda guardada para el próximo turno."
        )
    words = QCoreApplication.translate(
        "Sessions", "Hay {n} ventas en espera: quedan guardadas para el próximo turno."
    )
    return words.format(n=parked)


def _line(caption: str, amount: Centavos, *, strong: bool = False) -> QHBoxLayout:
    words = label(caption)
    words.setFont(font(14, 600 if strong else 400))
    if not strong:
        set_tone(words, "muted")
    figure = label(format_money(amount))
    figure.setFont(font(16 if strong else 14, 700 if strong else 500, tabular=True))
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(words, 1)
    row.addWidget(figure)
    return row
