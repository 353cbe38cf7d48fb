"""Who writes the offers: the choice, its address, model and key, and a trial of it."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kioskifly_desktop.core.contact import WRITER_NAMES, WriterKind
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.offers import (
    BotSettings,
    bot_settings,
    checked_url,
    save_bot_settings,
)
from kioskifly_desktop.core.offers.brief import NAME, SHOP
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.settings import shop_profile
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label, set_tone
from kioskifly_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_LONGEST = 300
_FIELDS = {
    WriterKind.BUILTIN: (),
    WriterKind.OPENAI: ("model", "key"),
    WriterKind.COMPATIBLE: ("local_url", "local_model", "key"),
}


class WriterForm(QWidget):
    """The key is written here and never shown again: this computer keeps it, not the shop."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__()
        self._shop = shop
        self._toasts = toasts
        self._shown: BotSettings | None = None
        self._has_key = False
        self._trying = False
        self._asked = self._tried = 0
        self.writer = Segments(
            [(kind, said(WRITER_NAMES[kind])) for kind in WriterKind],
            accessible=self.tr("Quién escribe"),
        )
        self.about = label("", "muted")
        self.about.setWordWrap(True)
        self.lines = {name: QLineEdit() for name in ("local_url", "local_model", "model", "key")}
        self.lines["key"].setEchoMode(QLineEdit.EchoMode.Password)
        captions = {
            "local_url": self.tr("Dirección"),
            "local_model": self.tr("Modelo"),
            "model": self.tr("Modelo"),
            "key": self.tr("Clave"),
        }
        self.fields = {name: Field(captions[name], line) for name, line in self.lines.items()}
        self.fields["local_url"].set_hint(self.tr("Por ejemplo http://localhost:11434/v1"))
        self.forget_button = button(self.tr("Borrar la clave"), icon_name="trash-2")
        self.probe_button = button(self.tr("Probar"), icon_name="refresh-cw")
        self.save_button = button(self.tr("Guardar"), "primary", icon_name="check")
        self.answer = label("", "muted")
        self.answer.setWordWrap(True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(18)
        for field in self.fields.values():
            row.addWidget(field, 1)
        choice = QHBoxLayout()
        choice.addWidget(self.writer)
        choice.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.answer, 1)
        for each in (self.forget_button, self.probe_button, self.save_button):
            buttons.addWidget(each)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.setSpacing(10)
        column_layout.addLayout(choice)
        column_layout.addWidget(self.about)
        column_layout.addLayout(row)
        column_layout.addLayout(buttons)

    def _connect(self) -> None:
        self.writer.chosen.connect(self._writer_chosen)
        self.lines["local_url"].editingFinished.connect(self._look_for_key)
        for line in self.lines.values():
            line.returnPressed.connect(self.save)
            line.textEdited.connect(self._changed)
        self.forget_button.clicked.connect(self.forget)
        self.probe_button.clicked.connect(self.probe)
        self.save_button.clicked.connect(self.save)

    def settings(self) -> BotSettings:
        """Return what the form says, right or wrong."""
        texts = {name: line.text().strip() for name, line in self.lines.items() if name != "key"}
        return BotSettings(writer=self._chosen(), **texts)

    def _chosen(self) -> WriterKind:
        kind = self.writer.value()
        assert isinstance(kind, WriterKind)
        return kind

    def refresh(self) -> None:
        """Read who writes; what is being changed stays."""
        admin = self._shop.user.may(Permission.SETTINGS)
        for each in (self.writer, *self.lines.values()):
            each.setEnabled(admin)
        stored = self._shop.read(bot_settings)
        if stored != self._shown or not (admin or self.settings() == stored):
            self._shown = stored
            for name, line in self.lines.items():
                line.setText("" if name == "key" else getattr(stored, name))
            self.writer.choose(stored.writer)
            self._writer_chosen()
        self._show_buttons()

    @Slot()
    def _writer_chosen(self) -> None:
        # What was typed for one service is not told to another.
        self.lines["key"].clear()
        kind = self._chosen()
        for name, field in self.fields.items():
            field.clear_error()
            field.setVisible(name in _FIELDS[kind])
        self.about.setText(
            {
                WriterKind.BUILTIN: self.tr(
                    "No necesitan internet ni clave, y están siempre: escriben también cuando el "
                    "servicio elegido no contesta."
                ),
                WriterKind.OPENAI: self.tr(
                    "Hace falta internet y una clave propia, que se saca y se paga en "
                    "platform.openai.com."
                ),
                WriterKind.COMPATIBLE: self.tr(
                    "Un programa como Ollama o llama.cpp, en esta computadora o en otra de tu red."
                ),
            }[kind]
        )
        self._changed()
        self._look_for_key()

    @Slot()
    def _changed(self) -> None:
        """Forget what was answered to other settings."""
        self._tried += 1
        self._answer("")

    def _show_buttons(self) -> None:
        admin, service = (
            self._shop.user.may(Permission.SETTINGS),
            self._chosen() is not WriterKind.BUILTIN,
        )
        self.save_button.setVisible(admin)
        self.probe_button.setVisible(admin and service)
        self.probe_button.setEnabled(not self._trying)
        self.forget_button.setVisible(admin and service and self._has_key)

    @Slot()
    def _look_for_key(self) -> None:
        """Ask, in a thread, whether this computer keeps a key of the service."""
        self._asked += 1
        self._show_key(False)
        settings, asked, bot = self._checked(), self._asked, self._shop.bot
        if settings is None or settings.writer is WriterKind.BUILTIN:
            return

        def known(has_key: bool) -> None:  # noqa: FBT001 - what the thread found
            if asked == self._asked:
                self._show_key(has_key)

        background.run(self, lambda: bot.has_key(settings), known, self._key_failed)

    def _show_key(self, has_key: bool) -> None:  # noqa: FBT001 - a fact, not an option
        self._has_key = has_key
        line, field = self.lines["key"], self.fields["key"]
        line.setPlaceholderText(self.tr("Guardada") if has_key else "")
        if has_key:
            hint = self.tr("Está guardada en esta computadora. Escribí otra para cambiarla.")
        elif self._chosen() is WriterKind.COMPATIBLE:
            hint = self.tr("Solo si el servidor la pide.")
        else:
            hint = self.tr("Se guarda en esta computadora, no con los datos del negocio.")
        field.set_hint(hint)
        self._show_buttons()

    def _key_failed(self, error: ShopError) -> None:
        self.fields["key"].set_error(words_of(error))

    def _checked(self) -> BotSettings | None:
        """Return the settings written if their address can be asked."""
        settings = self.settings()
        try:
            checked_url(settings.url)
        except ShopError:
            return None
        return settings

    @Slot()
    def probe(self) -> None:
        """Ask the service, as it is written, for a made-up text; nothing of the shop is told."""
        settings = self.settings()
        self._clear_errors()
        try:
            checked_url(settings.url)
        except ShopError as error:
            self._say_wrong(error)
            return
        self._tried += 1
        tried, bot, key = self._tried, self._shop.bot, self.lines["key"].text().strip() or None
        self._answer(self.tr("Probando… puede tardar unos segundos."), trying=True)

        def heard(text: str) -> None:
            if tried == self._tried:
                shown = text.replace(NAME, "Ana").replace(SHOP, self._shop.read(shop_profile).name)
                words = self.tr("Responde bien. Escribió: «{text}»")
                plain = shorten(shown, _LONGEST, placeholder="…")
                self._answer(words.format(text=plain), "credit")

        def failed(error: ShopError) -> None:
            if tried == self._tried:
                self._answer(words_of(error), "warning")

        background.run(self, lambda: bot.probe(settings, key), heard, failed)

    def _answer(self, words: str, tone: str = "", *, trying: bool = False) -> None:
        self._trying = trying
        self.answer.setText(words)
        set_tone(self.answer, tone)
        self._show_buttons()

    @Slot()
    def save(self) -> None:
        """Keep who writes, and the key if one was written; or say what is wrong."""
        self._clear_errors()
        settings, key = self.settings(), self.lines["key"].text().strip()
        try:
            self._shop.write(save_bot_settings, settings)
        except ShopError as error:
            self._say_wrong(error)
            return
        words = self.tr("Las ofertas las escribe: {writer}.")
        self._toasts.show(words.format(writer=said(WRITER_NAMES[settings.writer])))
        if key and settings.writer is not WriterKind.BUILTIN:
            bot = self._shop.bot
            self._keep(lambda: bot.save_key(settings, key))

    @Slot()
    def forget(self) -> None:
        """Forget the key of the service."""
        settings, bot = self._checked(), self._shop.bot
        if settings is not None:
            self._keep(lambda: bot.forget_key(settings))

    def _keep(self, act: Callable[[], None]) -> None:
        def kept(_: None) -> None:
            self.lines["key"].clear()
            self._look_for_key()

        background.run(self, act, kept, self._key_failed, must_end=True)

    def _clear_errors(self) -> None:
        for field in self.fields.values():
            field.clear_error()

    def _say_wrong(self, error: ShopError) -> None:
        field = self.fields.get(error.field)
        if field is None:
            self._toasts.show(words_of(error), error=True)
            return
        field.set_error(words_of(error))
        field.setFocus()
