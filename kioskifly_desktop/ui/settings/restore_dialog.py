"""Restaurar una copia: what it holds, what is lost and what is kept, and the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit

from kioskifly_desktop.core.errors import PassphraseError, PassphraseMissingError
from kioskifly_desktop.core.es_ar import format_datetime
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label, plain_tooltip
from kioskifly_desktop.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.core.backups import CopyFacts
    from kioskifly_desktop.core.errors import ShopError
    from kioskifly_desktop.ui.shop import Vault


_NAME = 460
"""Of a file's name, in pixels; the rest is in the tooltip."""


class RestoreDialog(Dialog):
    """Reads a copy whole before it offers to bring it back."""

    wanted = Signal(object, object)
    """The copy's path, and the words it opens with; None for those of this computer."""

    def __init__(self, parent: QWidget, vault: Vault, path: Path) -> None:
        super().__init__(parent, self.tr("Restaurar una copia"), path.name, size=(560, 344))
        self._vault = vault
        self._path = path
        self._words: str | None = None
        metrics = self.subtitle.fontMetrics()
        self.subtitle.setText(metrics.elidedText(path.name, Qt.TextElideMode.ElideMiddle, _NAME))
        self.subtitle.setToolTip(plain_tooltip(str(path)))
        self.state = label(self.tr("Leyendo la copia…"), "muted")
        self.state.setWordWrap(True)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.returnPressed.connect(self.open_sealed)
        self.field = Field(
            self.tr("Clave de la copia"),
            self.passphrase,
            hint=self.tr("La que tenía el negocio cuando se hizo."),
        )
        self.warning = Notice(
            self.tr(
                "Lo que se registró después de esta copia no está en ella. El archivo de ahora se "
                "guarda al lado, con otro nombre. Los PIN vuelven a ser los de ese día."
            )
        )
        self.values: dict[str, QLabel] = {}
        self.grid = self._facts_grid()
        for each in (self.state, self.field):
            self.body.addWidget(each)
        self.body.addLayout(self.grid)
        self.body.addWidget(self.warning)
        self.body.addStretch()
        self.cancel_button = button(self.tr("Cancelar"))
        self.cancel_button.clicked.connect(self.reject)
        self.open_button = button(self.tr("Abrir"), icon_name="lock-open")
        self.open_button.clicked.connect(self.open_sealed)
        self.restore_button = button(self.tr("Restaurar"), "primary", icon_name="history")
        self.restore_button.clicked.connect(self.restore)
        self.add_buttons(self.cancel_button, self.open_button, self.restore_button)
        self._show_facts(None)
        self._ask_words(asked=False)
        self._read()

    def _facts_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (name, caption) in enumerate(
            (
                ("shop", self.tr("Negocio")),
                ("clients", self.tr("Clientes")),
                ("sales", self.tr("Ventas")),
                ("last", self.tr("Último movimiento")),
            )
        ):
            self.values[name] = label("", "subtitle")
            grid.addWidget(label(caption, "muted"), row, 0)
            grid.addWidget(self.values[name], row, 1)
        return grid

    def _read(self) -> None:
        vault, path, words = self._vault, self._path, self._words
        self.state.setText(self.tr("Leyendo la copia…"))
        self.state.show()
        self.open_button.setEnabled(False)
        background.run(self, lambda: vault.facts(path, words), self._show_facts, self._refuse)

    def _show_facts(self, facts: CopyFacts | None) -> None:
        """Show what the copy holds, or nothing of it while that isn't known."""
        for place in range(self.grid.count()):
            item = self.grid.itemAt(place)
            if item is not None and (widget := item.widget()) is not None:
                widget.setVisible(facts is not None)
        self.warning.setVisible(facts is not None)
        self.restore_button.setEnabled(facts is not None)
        if facts is None:
            return
        last = facts.last_entry_at
        self.values["shop"].setText(facts.shop)
        self.values["clients"].setText(count_words(facts.clients))
        self.values["sales"].setText(count_words(facts.sales))
        self.values["last"].setText(format_datetime(last) if last else self.tr("Ninguno"))
        self.state.hide()
        self._ask_words(asked=False)
        self.cancel_button.setFocus()

    def _ask_words(self, *, asked: bool) -> None:
        self.field.setVisible(asked)
        self.open_button.setVisible(asked)
        self.open_button.setEnabled(asked)

    def _refuse(self, error: ShopError) -> None:
        """Say why it can't be opened; of a sealed one, ask for its words."""
        if isinstance(error, PassphraseError | PassphraseMissingError):
            self.state.setText(self.tr("Esta copia tiene clave. Escribila para ver qué tiene."))
            self._ask_words(asked=True)
            if self._words is not None:
                self.field.set_error(words_of(error))
            self.passphrase.setFocus()
        else:
            self.state.setText(words_of(error))

    @Slot()
    def open_sealed(self) -> None:
        """Try the words written."""
        self.field.clear_error()
        self._words = self.passphrase.text()
        self._read()

    @Slot()
    def restore(self) -> None:
        """Ask for the copy in the place of the shop."""
        self.accept()
        self.wanted.emit(self._path, self._words)


def count_words(number: int) -> str:
    """Return a count as people write it: `1.234`."""
    return f"{number:,}".replace(",", ".")
