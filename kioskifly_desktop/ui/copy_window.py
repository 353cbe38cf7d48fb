"""What stands in the place of the shop's window while the shop isn't open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kioskifly_desktop.core.errors import PassphraseError, PassphraseMissingError, ShopError
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.settings.restore_dialog import RestoreDialog, count_words
from kioskifly_desktop.ui.shop import Vault
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.icons import icon_label
from kioskifly_desktop.ui.widgets.labels import card, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.backups import CopyFacts, CopyRow

_SIZE = (900, 560)
_BUSY = (460, 120)
_WIDTH = 620


class FoundCopies(Vault, Protocol):
    """The copies of a shop that doesn't open."""

    def found(self) -> list[CopyRow]:
        """Return the copies within reach, the newest first."""

    def places(self) -> list[Path]:
        """Return the folders where they may be."""


class BusyWindow(QWidget):
    """A sentence while the shop's file is being worked on."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWindowTitle("Kioskifly")
        self.setFixedSize(*_BUSY)
        # It can't be stopped half way.
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(14)
        row.addWidget(icon_label("archive", "action", 30))
        self.words = label(words, "subtitle")
        self.words.setWordWrap(True)
        row.addWidget(self.words, 1)


class _Last(NamedTuple):
    """The last copy that can be used; without facts, it may be, once its words are written."""

    row: CopyRow
    facts: CopyFacts | None


class DamagedWindow(QWidget):
    """Says that the shop doesn't open, and offers the last good copy."""

    wanted = Signal(object, object)
    """The path of a copy to bring back, and its words or None."""
    fresh_wanted = Signal()
    """A new shop is to begin, for all that there are copies of another."""
    report_wanted = Signal()
    """The person wants to save a problem report."""

    def __init__(self, vault: FoundCopies, sentence: str, *, lost: bool = False) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWindowTitle("Kioskifly")
        self.resize(*_SIZE)
        self._vault = vault
        self._last: _Last | None = None
        self.sentence = label(sentence)
        self.sentence.setWordWrap(True)
        self.state = label(self.tr("Buscando la última copia buena…"), "subtitle")
        self.state.setWordWrap(True)
        self.facts = label("", "muted")
        self.facts.setWordWrap(True)
        self.leave_button = button(self.tr("Salir"))
        self.leave_button.clicked.connect(QApplication.quit)
        self.report_button = button(self.tr("Guardar informe…"), "link")
        self.report_button.clicked.connect(self.report_wanted)
        self.other_button = button(self.tr("Elegir otra copia…"))
        self.other_button.clicked.connect(self.choose)
        self.fresh_button = button(self.tr("Empezar de cero"))
        self.fresh_button.setVisible(lost)
        self.fresh_button.clicked.connect(self.fresh_wanted)
        self.restore_button = button(
            self.tr("Restaurar esa copia…"), "primary", icon_name="history"
        )
        self.restore_button.clicked.connect(self.restore)
        self.restore_button.setEnabled(False)
        self._lay_out()
        background.run(self, lambda: _last_good(vault), self._found, self._refuse)

    def _lay_out(self) -> None:
        box = card()
        box.setFixedWidth(_WIDTH)
        inner = QVBoxLayout(box)
        inner.setContentsMargins(28, 24, 28, 24)
        inner.setSpacing(12)
        top = QHBoxLayout()
        top.addWidget(icon_label("triangle-alert", "warning", 34))
        top.addStretch()
        top.addWidget(self.report_button)
        inner.addLayout(top)
        inner.addWidget(label(self.tr("El negocio no se puede abrir"), "title"))
        for each in (self.sentence, self.state, self.facts):
            inner.addWidget(each)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.leave_button)
        buttons.addStretch()
        buttons.addWidget(self.fresh_button)
        buttons.addWidget(self.other_button)
        buttons.addWidget(self.restore_button)
        inner.addSpacing(8)
        inner.addLayout(buttons)
        column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(box, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()

    def _found(self, last: _Last | None) -> None:
        self._last = last
        self.restore_button.setEnabled(last is not None)
        if last is None:
            self.state.setText(self.tr("No encuentro ninguna copia buena."))
            self.facts.setText(
                self.tr("Busqué en {places}. Si están en un pendrive, enchufalo y elegila.").format(
                    places=" y ".join(str(place) for place in self._vault.places())
                )
            )
            self.other_button.setFocus()
            return
        words = self.tr("La última copia buena es del {moment}.")
        self.state.setText(words.format(moment=f"{last.row.at:%d/%m/%Y %H:%M}"))
        if last.facts is None:
            self.facts.setText(self.tr("Tiene clave: te la va a pedir."))
        else:
            self.facts.setText(
                self.tr("{shop}. Clientes: {clients}. Ventas: {sales}.").format(
                    shop=last.facts.shop,
                    clients=count_words(last.facts.clients),
                    sales=count_words(last.facts.sales),
                )
            )
        self.restore_button.setFocus()

    def _refuse(self, error: ShopError) -> None:
        self.state.setText(words_of(error))

    @Slot()
    def restore(self) -> None:
        """Show what the last good copy holds, and ask."""
        if self._last is not None:
            self.ask(self._last.row.path)

    @Slot()
    def choose(self) -> None:
        """Ask for the file of another copy."""
        places: Sequence[Path] = [place for place in self._vault.places() if place.is_dir()]
        chooser = QFileDialog(self, self.tr("Elegir una copia"), str((*places, Path.home())[0]))
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters(
            [self.tr("Copias de Kioskifly (*.db *.kfly)"), self.tr("Todos los archivos (*)")]
        )
        chooser.fileSelected.connect(lambda path: self.ask(Path(path)))
        chooser.open()

    def ask(self, path: Path) -> None:
        """Show what a copy holds, and ask before bringing it back."""
        dialog = RestoreDialog(self, self._vault, path)
        dialog.wanted.connect(self.wanted)
        dialog.open()


def _last_good(vault: FoundCopies) -> _Last | None:
    for row in vault.found():
        try:
            return _Last(row, vault.facts(row.path))
        except (PassphraseError, PassphraseMissingError):
            return _Last(row, None)
        except ShopError:
            continue
    return None
