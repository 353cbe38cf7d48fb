"""The line at the bottom: what the papers are worth, keys, copies, the printer, the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from kioskifly_desktop.core.backups import copy_standing
from kioskifly_desktop.core.outbox import printer_states, waiting_jobs
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.updates import newer_release
from kioskifly_desktop.core.users import Role, User, list_users
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.copy_words import sign_words
from kioskifly_desktop.ui.printing.states import summary_words
from kioskifly_desktop.ui.sentences import kept
from kioskifly_desktop.ui.support.update_watch import news_words
from kioskifly_desktop.ui.theme import icon
from kioskifly_desktop.ui.widgets.icons import set_icon
from kioskifly_desktop.ui.widgets.labels import key_hints, label, plain_tooltip, verbatim

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from kioskifly_desktop.ui.shop import Shop

_GAPS = 100
_AGE_MS = 10 * 60 * 1000
_LONGEST, _SHORTEST = 460, 90
"""Of what is said of the printers, in pixels; the rest is in the tooltip."""


class StatusBar(QWidget):
    """Everything that is true whatever the page."""

    queue_wanted = Signal()
    printers_wanted = Signal()
    copies_wanted = Signal()
    news_wanted = Signal()
    person_wanted = Signal(object)
    """Somebody else comes to the counter; carries who."""

    def __init__(self, shop: Shop) -> None:
        super().__init__()
        self._shop = shop
        self._hints: QWidget | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 24, 8)
        row.setSpacing(10)
        self._mark = label(self.tr("No fiscal · documentos X"), "mark")
        self._mark.setToolTip(
            self.tr("Los comprobantes llevan la letra X: documento no válido como factura.")
        )
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(8)
        self._hints_place = QVBoxLayout()
        row.addLayout(self._hints_place, 1)
        row.addStretch()
        self.news = _chip()
        set_icon(self.news, "download", size=16)
        self.news.clicked.connect(self.news_wanted)
        row.addWidget(self.news)
        self.copies = _chip()
        set_icon(self.copies, "archive", "warning", 16)
        self.copies.clicked.connect(self.copies_wanted)
        row.addWidget(self.copies)
        self.printing = _chip()
        self.printing.clicked.connect(self._open_printing)
        row.addWidget(self.printing)
        self.person = _chip()
        self.person.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.people = QMenu(self.person)
        self.people.aboutToShow.connect(self._fill_people)
        self.person.setMenu(self.people)
        set_icon(self.person, "user", size=16)
        row.addWidget(self.person)
        shop.printing_changed.connect(self.refresh_printing)
        shop.user_changed.connect(self.refresh_person)
        shop.copies_changed.connect(self.refresh_copies)
        for news in (shop.changed, shop.user_changed):
            news.connect(self.refresh_news)
        # A copy grows old by itself.
        self._age = QTimer(self, interval=_AGE_MS)
        self._age.timeout.connect(self.refresh_copies)
        self._age.start()
        self.refresh_news()
        self.refresh_copies()
        self.refresh_printing()
        self.refresh_person()

    def show_hints(self, page: str) -> None:
        """Show the keys of a page."""
        if self._hints is not None:
            self._hints.hide()
            self._hints.deleteLater()
        self._hints = key_hints(keys.hints(page))
        self._hints_place.addWidget(self._hints)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where it doesn't fit."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Leave out the key hints, then the person's role, then the end of the printers' words."""
        if self._hints is None:
            return
        user = self._shop.user
        role = self._role_words(user)
        self._write_person(f"{user.name} · {role}")
        self._write_printing(_LONGEST)
        lacking = self._lacking()
        self._hints.setVisible(lacking + self._hints.sizeHint().width() <= 0)
        if lacking > 0:
            self._write_person(user.name)
            self.person.setToolTip(role)
            lacking = self._lacking()
        if lacking > 0:
            words = self.printing.fontMetrics().horizontalAdvance(self.printing.text())
            self._write_printing(max(words - lacking, _SHORTEST))

    def _lacking(self) -> int:
        """Return how much room the chips lack, below zero what is left of it."""
        shown = (self._mark, self.news, self.copies, self.printing, self.person)
        taken = sum(each.sizeHint().width() for each in shown if not each.isHidden())
        return taken + _GAPS - self.width()

    def _write_person(self, words: str) -> None:
        self.person.setText(verbatim(f" {words}"))
        self.person.setToolTip("")

    def _write_printing(self, room: int) -> None:
        words, metrics = self.printing.accessibleName(), self.printing.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.printing.setText(verbatim(f" {shown}"))
        self.printing.setToolTip(plain_tooltip(words) if shown != words else "")

    @Slot()
    def refresh_printing(self) -> None:
        """Say how the printers stand and how much waits for them."""
        states = self._shop.read(printer_states)
        self._has_printer = bool(states)
        words, alarmed = summary_words(states)
        self.printing.setAccessibleName(words)
        self._write_printing(_LONGEST)
        if alarmed:
            set_icon(self.printing, "triangle-alert", "warning", 16)
        else:
            set_icon(self.printing, "printer", size=16)
        self._make_room()

    @Slot()
    def refresh_copies(self) -> None:
        """Say so where the last good copy is old; nothing while there is a new one."""
        standing = self._shop.read(copy_standing)
        words = sign_words(standing)
        self.copies.setText(verbatim(f" {words}"))
        self.copies.setAccessibleName(words)
        self.copies.setToolTip(plain_tooltip(kept(standing.trouble)))
        self.copies.setVisible(bool(words))
        self._make_room()

    @Slot()
    def refresh_news(self) -> None:
        """Say that there is a newer program to who may decide about it."""
        may = self._shop.user.may(Permission.SETTINGS)
        release = self._shop.read(newer_release) if may else None
        if release is not None:
            short = self.tr("Versión nueva: {version}").format(version=release.version)
            self.news.setText(f" {short}")
            self.news.setAccessibleName(news_words(release))
            self.news.setToolTip(plain_tooltip(news_words(release)))
        self.news.setVisible(release is not None)
        self._make_room()

    @Slot()
    def refresh_person(self) -> None:
        """Say who is at the counter."""
        user = self._shop.user
        words = f"{user.name} · {self._role_words(user)}"
        self._write_person(words)
        self.person.setAccessibleName(self.tr("Usuario: {name}. Cambiar").format(name=words))
        self._make_room()

    @Slot()
    def _open_printing(self) -> None:
        if self._has_printer or self._shop.read(waiting_jobs):
            self.queue_wanted.emit()
        else:
            self.printers_wanted.emit()

    @Slot()
    def _fill_people(self) -> None:
        self.people.clear()
        group = QActionGroup(self.people)
        for user in self._shop.read(list_users):
            words = verbatim(f"{user.name} · {self._role_words(user)}")
            action = self.people.addAction(words)
            action.setCheckable(True)
            action.setChecked(user.id == self._shop.user.id)
            action.setActionGroup(group)
            action.triggered.connect(lambda _=False, chosen=user: self.person_wanted.emit(chosen))
        self.people.addSeparator()
        words = self.tr("Bloquear") + "\t" + keys.cap("lock")
        self.people.addAction(icon("lock"), words).triggered.connect(self._shop.lock_wanted)

    def _role_words(self, user: User) -> str:
        return self.tr("Administración") if user.role is Role.ADMIN else self.tr("Cajero")


def _chip() -> QToolButton:
    result = QToolButton()
    result.setProperty("kind", "chip")
    result.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    result.setCursor(Qt.CursorShape.PointingHandCursor)
    result.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return result
