"""Apariencia: light or dark, how large the text is, and what is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from kioskifly_desktop.core.settings import get_preference, set_preference
from kioskifly_desktop.core.sounds import (
    SOUNDS_PREFERENCE,
    USUAL_SOUNDS,
    Sound,
    Sounds,
    wanted_sounds,
)
from kioskifly_desktop.ui.language import (
    LANGUAGE_PREFERENCE,
    Language,
    language,
    stored_language,
)
from kioskifly_desktop.ui.settings.section import Section
from kioskifly_desktop.ui.settings.usual import Usual
from kioskifly_desktop.ui.sounds import play
from kioskifly_desktop.ui.theme import LOOK_PREFERENCE, PERCENTS, TEXT_PREFERENCE, Look, theme
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class LookSection(Section):
    """Choices that anybody may make: each is applied at once and kept."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts)
        self.choice = Segments(
            [
                (Look.SYSTEM, self.tr("Como el sistema")),
                (Look.LIGHT, self.tr("Claro")),
                (Look.DARK, self.tr("Oscuro")),
            ],
            accessible=self.tr("Colores"),
        )
        self.choice.setProperty("synonyms", self.tr("apariencia tema noche día modo negro"))
        self.choice.chosen.connect(self.apply)
        self.text = Segments(
            [(percent, f"{percent} %") for percent in PERCENTS],
            accessible=self.tr("Tamaño del texto"),
        )
        self.text.setProperty(
            "synonyms", self.tr("letra grande chica agrandar zoom fuente vista lentes")
        )
        self.text.chosen.connect(self.apply_size)
        self.sounds = Segments(
            [
                (Sounds.ALL, self.tr("Todos")),
                (Sounds.ERRORS, self.tr("Solo los avisos")),
                (Sounds.OFF, self.tr("Ninguno")),
            ],
            accessible=self.tr("Sonidos"),
        )
        self.sounds.setProperty("synonyms", self.tr("ruido volumen pitido bip silencio parlante"))
        self.sounds.chosen.connect(self.apply_sounds)
        self.hear_button = button(self.tr("Escuchar"), "link")
        self.hear_button.clicked.connect(lambda: play(shop, Sound.UNKNOWN))
        self.language = Segments(
            # Each in its own words: who looks for theirs may not read the others.
            [(Language.SPANISH, "Español"), (Language.ENGLISH, "English")],
            accessible=self.tr("Idioma"),
        )
        self.language.setProperty("synonyms", "idioma language inglés english español spanish")
        self.language.chosen.connect(self.apply_language)
        self.later = label("", "warning")
        self.later.setWordWrap(True)
        self.later.hide()
        self.notice.hide()
        usual = (Usual(self.choice, Look.SYSTEM), Usual(self.text, 100))
        quiet = Usual(self.sounds, USUAL_SOUNDS)
        self.add_card(
            self.tr("Colores"),
            self.tr(
                "De fábrica, como el sistema: claro de día y oscuro de noche donde la computadora "
                "lo cambia sola."
            ),
            _row(self.choice, usual[0]),
        )
        self.add_card(
            self.tr("Tamaño del texto"),
            self.tr(
                "De fábrica 100 %: entra más en la pantalla. Agrandalo si lo leés desde lejos o te "
                "cuesta."
            ),
            _row(self.text, usual[1]),
        )
        self.add_card(
            self.tr("Sonidos"),
            self.tr(
                "De fábrica solo los avisos, un código desconocido o algo que no se pudo: quien "
                "escanea mira el producto y no la pantalla. Con todos, suenan también los cobros "
                "y los pagos."
            ),
            _row(self.sounds, self.hear_button, quiet),
        )
        self.add_card(
            self.tr("Idioma"),
            self.tr(
                "Solo de las pantallas: los tickets, los mensajes y las planillas siguen en "
                "castellano."
            ),
            _row(self.language, Usual(self.language, Language.SPANISH)),
            self.later,
        )
        self.column.addStretch()
        self.setFocusProxy(self.choice)

    def refresh(self) -> None:
        """Show the stored choices."""
        look = Look(self.shop.read(get_preference, LOOK_PREFERENCE, Look.SYSTEM.value))
        chosen = stored_language(self.shop.read(get_preference, LANGUAGE_PREFERENCE, ""))
        self._say_when(chosen)
        for choice, value in (
            (self.choice, look),
            (self.language, chosen),
            (self.text, theme.percent),
            (self.sounds, self.shop.read(wanted_sounds)),
        ):
            with QSignalBlocker(choice):
                choice.choose(value)

    @Slot(object)
    def apply(self, look: object) -> None:
        """Dress the program in a look and remember it."""
        assert isinstance(look, Look)
        theme.apply(_application(), look)
        self.shop.write(set_preference, LOOK_PREFERENCE, look.value)

    @Slot(object)
    def apply_size(self, percent: object) -> None:
        """Give all text a size and remember it."""
        assert isinstance(percent, int)
        theme.apply(_application(), theme.look, percent)
        self.shop.write(set_preference, TEXT_PREFERENCE, str(percent))

    @Slot(object)
    def apply_sounds(self, sounds: object) -> None:
        """Remember what is to be heard, and let it be heard."""
        assert isinstance(sounds, Sounds)
        self.shop.write(set_preference, SOUNDS_PREFERENCE, sounds.value)
        if sounds is not Sounds.OFF:
            play(self.shop, Sound.CHARGED if sounds is Sounds.ALL else Sound.UNKNOWN)

    @Slot(object)
    def apply_language(self, chosen: object) -> None:
        """Remember the language; the screens that are there were made in theirs."""
        assert isinstance(chosen, Language)
        self.shop.write(set_preference, LANGUAGE_PREFERENCE, chosen.value)
        self._say_when(chosen)

    def _say_when(self, chosen: Language) -> None:
        self.later.setVisible(chosen is not language())
        # In the language that was asked for: it is read by who wants it.
        words = {
            Language.SPANISH: "La próxima vez que abras Kioskifly, va a estar en castellano.",
            Language.ENGLISH: "Kioskifly will be in English the next time you open it.",
        }
        self.later.setText(words[chosen])


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
