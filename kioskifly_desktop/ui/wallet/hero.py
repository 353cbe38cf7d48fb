"""The head of a wallet: the balance in large, its limit, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from kioskifly_desktop.core.es_ar import format_date, format_datetime, format_money
from kioskifly_desktop.ui.theme import font, theme
from kioskifly_desktop.ui.wallet.standing import spoken, standing
from kioskifly_desktop.ui.widgets.icons import icon_label, set_label_icon
from kioskifly_desktop.ui.widgets.labels import label, set_tone

if TYPE_CHECKING:
    from kioskifly_desktop.core.wallet import WalletSummary


class Hero(QFrame):
    """A tinted card: red when the client owes, green in credit, neutral at zero."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("hero")
        self._line, self._soft = "line_strong", "neutral_soft"
        self._arrow = icon_label("check", "text_secondary", 17, 2.6)
        self.word = label("")
        self.word.setFont(font(14, 600))
        self.balance = label("")
        self.balance.setFont(font(38, 700, tabular=True))
        left = QVBoxLayout()
        left.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._arrow)
        head.addWidget(self.word)
        head.addStretch()
        left.addLayout(head)
        left.addWidget(self.balance)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 12, 22, 12)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(self._side(), 1, Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._dress)

    def _side(self) -> QWidget:
        side = QWidget()
        side.setMaximumWidth(380)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._limit = QWidget()
        head = QHBoxLayout(self._limit)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(label(self.tr("Límite de fiado"), "muted"))
        head.addStretch()
        self._limit_amount = label("", "muted")
        head.addWidget(self._limit_amount)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Límite de fiado usado"))
        self.note = label("", "muted")
        self.dates = label("", "tiny")
        self.dates.setWordWrap(True)
        self.promise = label("", "muted")
        self.promise.setWordWrap(True)
        set_tone(self.promise, "warning")
        self.promise.hide()
        for part in (self._limit, self.bar, self.note, self.dates, self.promise):
            column.addWidget(part)
        return side

    def show_promise(self, words: str) -> None:
        """Write what the client promised to pay, or nothing."""
        self.promise.setText(words)
        self.promise.setVisible(bool(words))

    def show_summary(self, summary: WalletSummary) -> None:
        """Write the balance, what is left of the limit, and the dates."""
        client = summary.client
        stands = standing(client.balance)
        tone = {"debt": "debt", "credit": "credit"}.get(stands.ink, "muted")
        set_label_icon(self._arrow, stands.icon, stands.ink, 17, 2.6)
        self.word.setText(stands.word)
        self.balance.setText(format_money(abs(client.balance)))
        self.balance.setAccessibleName(spoken(client.balance))
        set_tone(self.word, tone)
        set_tone(self.balance, tone)
        self._line, self._soft = stands.line, stands.soft
        limit = client.debt_limit
        for part in (self._limit, self.bar):
            part.setVisible(limit is not None)
        if limit is not None:
            self._limit_amount.setText(format_money(limit))
            counts = client.balance - summary.disputed
            self.bar.setValue(max(0, min(100, round(counts * 100 / limit))) if limit else 0)
        side = Qt.AlignmentFlag.AlignRight if limit is None else Qt.AlignmentFlag.AlignLeft
        for words in (self.note, self.dates, self.promise):
            words.setAlignment(side)
        self.note.setText(self._note(summary))
        self.dates.setText(self._dates(summary))
        self.dates.setVisible(bool(self.dates.text()))
        self._dress()

    def _note(self, summary: WalletSummary) -> str:
        client = summary.client
        if client.debt_limit is None:
            if client.balance < 0:
                return self.tr("Se descuenta solo en la próxima compra a cuenta.")
            return self.tr("Sin límite de fiado.")
        over = client.balance - summary.disputed - client.debt_limit
        if over > 0:
            return self.tr("Pasó su límite por {over}.").format(over=format_money(over))
        available = summary.available or 0
        return self.tr("Puede llevar {amount} más.").format(amount=format_money(available))

    def _dates(self, summary: WalletSummary) -> str:
        parts = []
        if summary.owing_since is not None:
            since = self.tr("Debe desde el {day}")
            parts.append(since.format(day=format_date(summary.owing_since)))
        if summary.disputed:
            words = self.tr("En disputa: {amount}")
            parts.append(words.format(amount=format_money(summary.disputed)))
        if summary.last_payment_at is not None:
            last = self.tr("Último pago: {moment}")
            parts.append(last.format(moment=format_datetime(summary.last_payment_at)))
        return "  ·  ".join(parts)

    @Slot()
    def _dress(self) -> None:
        tokens = theme.tokens
        soft, line = getattr(tokens, self._soft), getattr(tokens, self._line)
        self.setStyleSheet(
            f"QFrame#hero {{ background: {soft}; border: 1px solid {line}; border-radius: 14px; }}"
            f"QFrame#hero QProgressBar {{ background: {tokens.surface}; }}"
        )
