"""Teclas: every shortcut of the program, which the shop can give other keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.key_rules import is_fixed, page_name, refusal, store_keys, stored_keys
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.settings.finder import BY_ROWS
from kioskifly_desktop.ui.settings.key_dialog import KeyDialog
from kioskifly_desktop.ui.settings.section import WIDTH
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import ask
from kioskifly_desktop.ui.widgets.labels import card, label, separator
from kioskifly_desktop.ui.widgets.notice import Notice
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.tables import rows_table
from kioskifly_desktop.ui.widgets.wrapping import WrappingRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class KeysSection(QWidget):
    """The table of keys; Enter or a double click gives the chosen one another key."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__()
        self._shop = shop
        self._toasts = toasts
        self.notice = Notice(
            self.tr("Solo administración puede cambiar las teclas. Cambiá de usuario abajo.")
        )
        self.model: RowsModel[keys.Key] = RowsModel(
            [
                Column(self.tr("Qué hace"), keys.words, tooltip=keys.words),
                Column(self.tr("Dónde"), lambda key: page_name(key.page)),
                Column(self.tr("Tecla"), keys.cap),
                Column("", self._state, tooltip=self._state),
            ],
            self._fetch,
            page=len(keys.KEYS),
            parent=self,
        )
        self.table = rows_table(
            self.model, self.tr("Teclas"), {1: 152, 2: 92, 3: 130}, row_height=44
        )
        self.table.setProperty(BY_ROWS, True)
        self.change_button = button(self.tr("Cambiar"), "primary", icon_name="keyboard")
        self.reset_button = button(self.tr("Volver a la de fábrica"), icon_name="undo-2")
        self.reset_all_button = button(self.tr("Todas como de fábrica"))
        self._lay_out()
        self.change_button.clicked.connect(self.change)
        self.reset_button.clicked.connect(self.reset)
        self.reset_all_button.clicked.connect(self.ask_reset_all)
        self.table.activated.connect(self.change)
        self.table.selectionModel().currentRowChanged.connect(self._offer)
        keys.assigned.changed.connect(self.refresh)
        self.setFocusProxy(self.table)

    def _lay_out(self) -> None:
        words = label(
            self.tr(
                "Una letra o un número solos no pueden ser: los escribe el lector. Las fijas "
                "tampoco cambian."
            ),
            "muted",
        )
        words.setWordWrap(True)
        buttons = WrappingRow(8, right=False)
        for each in (self.change_button, self.reset_button, self.reset_all_button):
            buttons.addWidget(each)
        box = card()
        box.setMaximumWidth(WIDTH)
        inner = QVBoxLayout(box)
        inner.setContentsMargins(1, 1, 1, 12)
        inner.setSpacing(0)
        inner.addWidget(self.table, 1)
        inner.addWidget(separator())
        below = QVBoxLayout()
        below.setContentsMargins(14, 10, 14, 0)
        below.setSpacing(10)
        below.addWidget(words)
        below.addLayout(buttons)
        inner.addLayout(below)
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 8)
        outer.setSpacing(12)
        self.notice.setMaximumWidth(WIDTH)
        outer.addWidget(self.notice)
        outer.addWidget(box, 1)

    @Slot()
    def refresh(self) -> None:
        """Write the keys as they are now; the chosen one stays."""
        admin = self._shop.user.may(Permission.SETTINGS)
        self.notice.setVisible(not admin)
        for each in (self.change_button, self.reset_button, self.reset_all_button):
            each.setVisible(admin)
        row = max(self.table.currentIndex().row(), 0)
        self.model.reload()
        self.table.setCurrentIndex(self.model.index(row, 0))
        self._offer()

    def _fetch(self, after: keys.Key | None, _limit: int) -> Sequence[keys.Key]:
        return keys.KEYS if after is None else ()

    def _state(self, key: keys.Key) -> str:
        if is_fixed(key):
            return self.tr("Fija")
        if keys.in_force(key) != key.sequence:
            return self.tr("De fábrica: {cap}").format(cap=keys.cap_of(key.sequence))
        return ""

    def _chosen(self) -> keys.Key | None:
        index = self.table.currentIndex()
        return self.model.row(index) if index.isValid() else None

    @Slot()
    def _offer(self) -> None:
        """Offer what can be done with the chosen key."""
        key = self._chosen()
        self.change_button.setEnabled(key is not None and not is_fixed(key))
        self.reset_button.setEnabled(key is not None and keys.in_force(key) != key.sequence)
        self.reset_all_button.setEnabled(bool(keys.assigned.chosen))

    @Slot()
    def change(self) -> None:
        """Ask for the new keys of the chosen shortcut."""
        key = self._chosen()
        if key is None or is_fixed(key) or not self._shop.user.may(Permission.SETTINGS):
            return
        dialog = KeyDialog(self.window(), key)
        dialog.pressed.connect(lambda wanted: self.assign(key, wanted))
        dialog.returns_to(self.table)
        dialog.open()

    def assign(self, key: keys.Key, wanted: str) -> None:
        """Give a shortcut its keys, at once in every window."""
        chosen = {**self._shop.read(stored_keys), key.id: wanted}
        if wanted == key.sequence:
            del chosen[key.id]
        if self._store(chosen):
            words = self.tr("{words}: ahora con {cap}.")
            self._toasts.show(words.format(words=keys.words(key), cap=keys.cap(key)))

    @Slot()
    def reset(self) -> None:
        """Give the chosen shortcut the keys it came with, unless another one took them."""
        key = self._chosen()
        if key is None:
            return
        if reason := refusal(key, key.sequence):
            self._toasts.show(reason, error=True)
            return
        self.assign(key, key.sequence)

    @Slot()
    def ask_reset_all(self) -> None:
        """Ask before giving every shortcut the keys it came with."""
        ask(
            self.window(),
            self.tr("¿Todas las teclas como de fábrica?"),
            self.tr("Se pierden los cambios que hizo el negocio."),
            self.tr("Volver a las de fábrica"),
            lambda: self._store({}),
        )

    def _store(self, chosen: Mapping[str, str]) -> bool:
        try:
            self._shop.write(store_keys, chosen)
        except ShopError as error:
            self._toasts.show(words_of(error), error=True)
            return False
        keys.assigned.assign(chosen)
        return True
