"""Copias: how the shop's copies stand, where and when they are made, and bringing one back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
)

from kioskifly_desktop.core.backups import (
    BackupSettings,
    CopyRow,
    backup_settings,
    copy_standing,
    save_backup_settings,
)
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.copy_words import moment_words, size_words
from kioskifly_desktop.ui.sentences import kept, words_of
from kioskifly_desktop.ui.settings.finder import SYNONYMS
from kioskifly_desktop.ui.settings.passphrase_card import PassphraseCard
from kioskifly_desktop.ui.settings.restore_dialog import RestoreDialog
from kioskifly_desktop.ui.settings.section import Section
from kioskifly_desktop.ui.settings.usual import Usual
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label, plain_tooltip, set_tone
from kioskifly_desktop.ui.widgets.notice import Notice
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.tables import rows_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_HOURS = (1, 2, 4, 8, 12, 24, 0)
_ROW, _SHOWN = 40, 5


class BackupSection(Section):
    """Everybody may make a copy; the rest is administration's, and is saved at once."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts)
        self._settings = BackupSettings()
        self._copying = False
        self._rows: list[CopyRow] = []
        self._asked = 0
        self.add_card(
            self.tr("Copias del negocio"),
            self.tr("Cada copia se lee de nuevo y se le revisan las cuentas antes de guardarla."),
            self._state_row(),
        )
        self.add_card(
            self.tr("Dónde y cuándo"),
            self.tr(
                "De fábrica van a una carpeta de esta computadora, que está siempre. Quedan "
                "las de los últimos 7 días, 4 semanas y 12 meses. Mientras se copia podés seguir "
                "vendiendo."
            ),
            self._place_column(),
        )
        self.passphrase = PassphraseCard(shop, toasts)
        self.add_card(
            self.tr("Clave"),
            self.tr(
                "De fábrica sin clave: nadie queda afuera por olvidarla. Con clave, quien "
                "encuentre el pendrive no puede leer la copia; sin la clave no la abre nadie, vos "
                "tampoco: anotala y guardala en otro lado."
            ),
            self.passphrase,
        )
        self.add_card(
            self.tr("Restaurar"),
            self.tr("El negocio vuelve a como estaba en esa copia; antes ves qué tiene."),
            self._list_column(),
        )
        self.column.addStretch()
        shop.copies_changed.connect(self._follow)
        self.setFocusProxy(self.copy_button)

    def _state_row(self) -> QHBoxLayout:
        self.last = label("")
        self.trouble = label("", "warning")
        self.copy_button = button(self.tr("Copiar ahora"), "primary", icon_name="copy")
        self.copy_button.clicked.connect(self.copy)
        words = QVBoxLayout()
        words.setSpacing(4)
        for each in (self.last, self.trouble):
            each.setWordWrap(True)
            words.addWidget(each)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.copy_button)
        return row

    def _place_column(self) -> QVBoxLayout:
        self.near = Notice(
            self.tr(
                "Están en esta misma computadora: si se rompe o te la roban, se pierden. Elegí un "
                "pendrive o una carpeta que se sincronice."
            )
        )
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.choose_button = button(self.tr("Elegir carpeta…"))
        self.choose_button.clicked.connect(self.choose_folder)
        self.usual_button = button(self.tr("Volver a la de siempre"), "link")
        self.usual_button.clicked.connect(lambda: self.change(folder=""))
        self.hours = QComboBox()
        for hours in _HOURS:
            self.hours.addItem(self._hours_words(hours), hours)
        self.hours.activated.connect(lambda: self.change(hours=self.hours.currentData()))
        self.on_close = QCheckBox(self.tr("También al cerrar el programa"))
        self.on_close.clicked.connect(lambda down: self.change(on_close=down))
        where = QHBoxLayout()
        where.setSpacing(10)
        where.addWidget(self.folder, 1)
        where.addWidget(self.usual_button)
        where.addWidget(self.choose_button)
        usual = BackupSettings()
        when = QHBoxLayout()
        when.setSpacing(18)
        field = Field(
            self.tr("Con el programa abierto"),
            self.hours,
            hint=self.tr("De fábrica, cada 4: si algo falla, se pierde poco."),
        )
        field.setMaximumWidth(320)
        when.addWidget(field, 3)
        closing = Field(
            self.on_close.text(),
            self.on_close,
            hint=self.tr("De fábrica sí: guarda el día entero."),
        )
        closing.setMaximumWidth(270)
        when.addWidget(closing, 2)
        for each in (
            Usual(self.hours, usual.hours, lambda: self.change(hours=usual.hours)),
            Usual(self.on_close, usual.on_close, lambda: self.change(on_close=usual.on_close)),
        ):
            when.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        when.addStretch()
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self.near)
        column.addWidget(label(self.tr("Carpeta"), "caption"))
        column.addLayout(where)
        column.addLayout(when)
        self.folder.setProperty(SYNONYMS, self.tr("pendrive disco usb nube drive dónde"))
        self.folder.setAccessibleName(self.tr("Carpeta de las copias"))
        return column

    def _list_column(self) -> QVBoxLayout:
        self.model: RowsModel[CopyRow] = RowsModel(
            [
                Column(self.tr("Copia del"), lambda row: f"{row.at:%d/%m/%Y %H:%M}"),
                Column(self.tr("Tamaño"), lambda row: size_words(row.size), right=True),
                Column(self.tr("Clave"), lambda row: self.tr("Con clave") if row.sealed else "—"),
            ],
            lambda after, _limit: self._rows if after is None else (),
            page=200,
            parent=self,
        )
        self.table = rows_table(self.model, self.tr("Copias"), {1: 130, 2: 160}, row_height=_ROW)
        self.table.setFixedHeight(_ROW * (_SHOWN + 1) + 4)
        self.table.activated.connect(self.restore)
        self.table.selectionModel().currentRowChanged.connect(self._offer)
        self.none = label("", "muted")
        self.none.setWordWrap(True)
        self.restore_button = button(self.tr("Restaurar…"), icon_name="history")
        self.restore_button.clicked.connect(self.restore)
        self.other_button = button(self.tr("Restaurar de otro archivo…"))
        self.other_button.clicked.connect(self.choose_copy)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.restore_button)
        buttons.addWidget(self.other_button)
        buttons.addStretch()
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self.table)
        column.addWidget(self.none)
        column.addLayout(buttons)
        return column

    def refresh(self) -> None:
        """Read how the copies stand and how they are made; the list comes from the disk later."""
        super().refresh()
        admin = self.shop.user.may(Permission.BACKUP)
        self._settings = self.shop.read(backup_settings)
        self._show_standing()
        place = self._place()
        self.near.setVisible(not self._settings.folder)
        self.folder.setText(str(place))
        self.folder.setToolTip(plain_tooltip(str(place)))
        self.usual_button.setVisible(admin and bool(self._settings.folder))
        self.hours.setCurrentIndex(max(self.hours.findData(self._settings.hours), 0))
        self.on_close.setChecked(self._settings.on_close)
        for each in (self.hours, self.on_close, self.choose_button):
            each.setEnabled(admin)
        for each in (self.restore_button, self.other_button):
            each.setVisible(admin)
        self.passphrase.refresh(sealed=self._settings.sealed)
        self._read_rows()

    def _show_standing(self) -> None:
        standing = self.shop.read(copy_standing)
        if self._copying:
            self.last.setText(self.tr("Copiando… podés seguir vendiendo."))
        elif standing.last is None:
            self.last.setText(self.tr("Todavía no hay ninguna copia buena."))
        else:
            words = self.tr("Última copia buena: {moment}.")
            if standing.old:
                words = self.tr("La última copia buena ya es vieja: {moment}.")
            now = self.shop.database.clock()
            self.last.setText(words.format(moment=moment_words(standing.last, now)))
        set_tone(self.last, "warning" if standing.old and not self._copying else "")
        self.trouble.setText(kept(standing.trouble))
        self.trouble.setVisible(bool(standing.trouble) and not self._copying)
        self.copy_button.setEnabled(not self._copying)

    def _place(self) -> Path:
        return self._settings.place(self.shop.database.path.parent)

    def _hours_words(self, hours: int) -> str:
        if hours == 0:
            return self.tr("No copiar por reloj")
        return self.tr("Cada hora") if hours == 1 else self.tr("Cada {n} horas").format(n=hours)

    def _read_rows(self) -> None:
        """Ask for the list in a thread: a stick may take seconds to wake up."""
        self._asked += 1
        asked, place, copies = self._asked, self._place(), self.shop.copies

        def read(rows: Sequence[CopyRow]) -> None:
            if asked == self._asked:
                self._show_rows(rows, self.tr("En esa carpeta todavía no hay copias."))

        def failed(error: ShopError) -> None:
            if asked == self._asked:
                self._show_rows((), words_of(error))

        background.run(self, lambda: copies.rows(place), read, failed)

    def _show_rows(self, rows: Sequence[CopyRow], otherwise: str) -> None:
        if list(rows) != self._rows:
            self._rows = list(rows)
            self.model.restart()
        self.none.setText(otherwise)
        self.none.setVisible(not rows)
        self.table.setVisible(bool(rows))
        if rows and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._offer()

    @Slot()
    def _offer(self) -> None:
        self.restore_button.setEnabled(self.table.currentIndex().isValid())

    @Slot()
    def _follow(self) -> None:
        """Follow the copies while they are looked at."""
        if self.isVisible():
            self.refresh()

    @Slot()
    def copy(self) -> None:
        """Make a copy in a thread; if the program closes meanwhile, it makes its own."""
        if self._copying:
            return
        self._copying = True
        self._show_standing()
        copies, by = self.shop.copies, self.shop.user
        background.run(self, lambda: copies.make(by), self._copied, self._not_copied)

    def _copied(self, row: CopyRow) -> None:
        self._copying = False
        self.refresh()
        words = self.tr("Copia guardada y revisada: {size}.")
        self.toasts.show(words.format(size=size_words(row.size)))

    def _not_copied(self, error: ShopError) -> None:
        self._copying = False
        self.refresh()
        self.toasts.show(words_of(error), error=True)

    @Slot()
    def choose_folder(self) -> None:
        """Ask for the folder of the copies."""
        chooser = self._chooser(self.tr("Elegir la carpeta de las copias"))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(lambda path: self.change(folder=path))
        chooser.open()

    def change(self, **changes: Any) -> None:
        """Keep a change of where or when, at once."""
        try:
            self.shop.write(save_backup_settings, replace(self._settings, **changes))
        except ShopError as error:
            self.toasts.show(words_of(error), error=True)
            self.refresh()
            return
        self.shop.copies.settings_changed()
        self.refresh()
        self.toasts.show(self.tr("Guardado."))

    @Slot()
    def choose_copy(self) -> None:
        """Ask for the file of a copy."""
        chooser = self._chooser(self.tr("Elegir una copia"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        kinds = [self.tr("Copias de Kioskifly (*.db *.kfly)"), self.tr("Todos los archivos (*)")]
        chooser.setNameFilters(kinds)
        chooser.fileSelected.connect(lambda path: self.ask_to_restore(Path(path)))
        chooser.open()

    def _chooser(self, title: str) -> QFileDialog:
        place = self._place()
        chooser = QFileDialog(self, title, str(place if place.is_dir() else Path.home()))
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
        chooser.resize(820, 520)
        return chooser

    @Slot()
    def restore(self) -> None:
        """Show what the chosen copy holds, and ask."""
        index = self.table.currentIndex()
        if index.isValid():
            self.ask_to_restore(self.model.row(index).path)

    def ask_to_restore(self, path: Path) -> None:
        """Show what a copy holds, and ask before bringing it back."""
        if not self.shop.user.may(Permission.BACKUP):
            return
        dialog = RestoreDialog(self.window(), self.shop.copies, path)
        dialog.wanted.connect(self.shop.restore_wanted)
        dialog.open()
