"""Lector: how fast the scanner types, and a field to see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from kioskifly_desktop.core.barcodes import is_printed_code
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.ui.scanner import (
    ScannerSettings,
    Verdict,
    scanner_settings,
    store_scanner_settings,
)
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.settings.section import Section
from kioskifly_desktop.ui.settings.trial_edit import TrialEdit
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label, set_tone

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_MOST_SHOWN = 20
_LIMITS = {"gap_ms": (5, 500), "average_ms": (5, 500), "least": (2, 20)}


class ScannerSection(Section):
    """The thresholds, and "Probar lector", which judges by those written, saved or not."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts)
        self._shown: ScannerSettings | None = None
        self.trial = TrialEdit()
        self.trial.setPlaceholderText(self.tr("Hacé clic acá y escaneá un código"))
        self.trial.setAccessibleName(self.tr("Probar lector"))
        self.verdict = label("")
        self.verdict.setWordWrap(True)
        self.verdict.setMinimumHeight(40)
        self.add_card(
            self.tr("Probar lector"),
            self.tr("Muestra cada carácter, los milisegundos entre uno y otro, y cómo termina."),
            self.trial,
            self._strip(),
            self.verdict,
        )
        self.add_card(
            self.tr("Cómo se lo reconoce"),
            self.tr(
                "Un lector escribe como un teclado, pero mucho más rápido que una persona. De "
                "fábrica termina con Enter o con Tab, como vienen casi todos."
            ),
            self._form(),
            self._buttons(),
        )
        self.column.addStretch()
        self.setFocusProxy(self.trial)
        # A code that comes without Enter is only known to be whole after a rest.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(400)
        self._rest.timeout.connect(self.judge)
        self.trial.noted.connect(self._note)

    def _strip(self) -> QWidget:
        """Return the places where characters and the time before each are shown."""
        result = QWidget()
        grid = QGridLayout(result)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(2)
        self.characters: list[QLabel] = []
        self.gaps: list[QLabel] = []
        for number in range(_MOST_SHOWN):
            for row, (places, kind) in enumerate(((self.characters, "digit"), (self.gaps, "tiny"))):
                place = label("", kind)
                place.setAlignment(Qt.AlignmentFlag.AlignCenter)
                place.setFixedWidth(34)
                place.hide()
                places.append(place)
                grid.addWidget(place, row, number)
        grid.setColumnStretch(_MOST_SHOWN, 1)
        result.setMinimumHeight(58)
        return result

    def _form(self) -> QGridLayout:
        captions = {
            "gap_ms": (
                self.tr("Entre dos caracteres, como mucho"),
                self.tr("Milisegundos. De fábrica 50: más lento, es una persona."),
            ),
            "average_ms": (
                self.tr("En promedio, como mucho"),
                self.tr("Milisegundos. De fábrica 35: ni quien teclea rápido llega."),
            ),
            "least": (
                self.tr("Caracteres, como mínimo"),
                self.tr("De fábrica 4: los códigos propios más cortos."),
            ),
            "prefix": (
                self.tr("Prefijo"),
                self.tr("De fábrica nada. Lo que el lector agrega antes del código: se quita."),
            ),
            "suffix": (
                self.tr("Sufijo"),
                self.tr("De fábrica nada. Lo que agrega después, antes del Enter."),
            ),
        }
        self.fields: dict[str, Field] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        for number, (name, (caption, hint)) in enumerate(captions.items()):
            line = QLineEdit(maxLength=3 if name in _LIMITS else 5)
            if name in _LIMITS:
                line.setValidator(QIntValidator(0, 999, line))
            line.returnPressed.connect(self.save)
            line.textChanged.connect(self.judge)
            self.fields[name] = Field(caption, line, hint=hint)
            grid.addWidget(self.fields[name], number // 2, number % 2)
        self.ends = {
            "enter": QCheckBox(self.tr("Termina con Enter")),
            "tab": QCheckBox(self.tr("Termina con Tab")),
        }
        ends = QGridLayout()
        for number, check in enumerate(self.ends.values()):
            check.toggled.connect(self.judge)
            ends.addWidget(check, number, 0)
        grid.addLayout(ends, 2, 1, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        return grid

    def _buttons(self) -> QHBoxLayout:
        self.usual_button = button(self.tr("Valores de fábrica"), icon_name="undo-2")
        self.usual_button.clicked.connect(self.write_usual)
        self.save_button = button(self.tr("Guardar"), "primary", icon_name="check")
        self.save_button.clicked.connect(self.save)
        row = QHBoxLayout()
        hint = label(
            self.tr("Si un guion sale como otro signo, el lector está en teclado inglés."), "tiny"
        )
        hint.setWordWrap(True)
        row.addWidget(hint, 1)
        row.addWidget(self.usual_button)
        row.addWidget(self.save_button)
        return row

    def refresh(self) -> None:
        """Read the thresholds; what is being typed stays."""
        super().refresh()
        admin = self.shop.user.may(Permission.SETTINGS)
        for part in (*(each.editor for each in self.fields.values()), *self.ends.values()):
            part.setEnabled(admin)
        self.usual_button.setVisible(admin)
        self.save_button.setVisible(admin)
        stored = self.shop.read(scanner_settings)
        if stored != self._shown:
            self._shown = stored
            self._write(stored)

    def _write(self, settings: ScannerSettings) -> None:
        for name, field in self.fields.items():
            line = field.editor
            assert isinstance(line, QLineEdit)
            line.setText(str(getattr(settings, name)))
        for name, check in self.ends.items():
            check.setChecked(getattr(settings, name))
        self.judge()

    @Slot()
    def write_usual(self) -> None:
        """Write the thresholds that suit nearly every scanner, to be saved."""
        self._write(ScannerSettings())

    @Slot()
    def save(self) -> None:
        """Keep the thresholds, or say under its field what is wrong."""
        settings = self._settings()
        if settings is None:
            return
        try:
            self.shop.write(store_scanner_settings, settings)
        except ShopError as error:
            self.toasts.show(words_of(error), error=True)
            return
        self.toasts.show(self.tr("Lector guardado."))

    def _settings(self) -> ScannerSettings | None:
        """Return what the form says, or None having said what is wrong."""
        texts = {}
        for name, field in self.fields.items():
            assert isinstance(field.editor, QLineEdit)
            texts[name] = field.editor.text()
            field.clear_error()
            if name in _LIMITS:
                least, most = _LIMITS[name]
                if not texts[name].isdigit() or not least <= int(texts[name]) <= most:
                    words = self.tr("Escribí un número de {least} a {most}.")
                    field.set_error(words.format(least=least, most=most))
        if any(field.has_error() for field in self.fields.values()):
            return None
        if int(texts["average_ms"]) > int(texts["gap_ms"]):
            self.fields["average_ms"].set_error(self.tr("No puede pasar el máximo."))
            return None
        return ScannerSettings(
            gap_ms=int(texts["gap_ms"]),
            average_ms=int(texts["average_ms"]),
            least=int(texts["least"]),
            enter=self.ends["enter"].isChecked(),
            tab=self.ends["tab"].isChecked(),
            prefix=texts["prefix"],
            suffix=texts["suffix"],
        )

    @Slot()
    def _note(self) -> None:
        """Show one more key; the verdict waits for the end, or for a rest without it."""
        run = self.trial.run
        first = max(len(run.text) - _MOST_SHOWN, 0)
        gaps = ["", *(str(gap) for gap in run.gaps())]
        for number, (place, gap) in enumerate(zip(self.characters, self.gaps, strict=True)):
            there = first + number < len(run.text)
            place.setVisible(there)
            gap.setVisible(there)
            place.setText(run.text[first + number] if there else "")
            gap.setText(gaps[first + number] if there else "")
        self._rest.stop()
        if self.trial.ended_at is None:
            self.verdict.setText("")
            self._rest.start()
        else:
            self.judge()

    @Slot()
    def judge(self) -> None:
        """Say whether the keys noted were a scanner's, by what the form says now."""
        settings, run = self._settings(), self.trial.run
        if settings is None or not run.times:
            return
        ends = {"Enter": settings.enter, "Tab": settings.tab}
        end = self.trial.ended_at if ends.get(self.trial.end_key) else None
        verdict = run.verdict(settings, end)
        gap = max(run.gaps(), default=0)
        sentences = {
            Verdict.SCAN: self.tr("Es una lectura: {code}, de {count} caracteres, {check}{end}."),
            Verdict.SHORT: self.tr(
                "No es una lectura: son {count} caracteres y el mínimo es {least}."
            ),
            Verdict.SLOW: self.tr(
                "No es una lectura: pasaron {gap} ms entre dos caracteres y {average} en promedio. "
                "Si lo escribió el lector, poné un máximo más alto."
            ),
            Verdict.WORDS: self.tr("No es una lectura: no tiene ningún número."),
            Verdict.LATE_END: self.tr(
                "No es una lectura: {key} llegó {late} ms después. Poné un máximo más alto."
            ),
            Verdict.NO_END: self.tr(
                "No es una lectura: no terminó con Enter ni Tab. Configurá el lector para que lo "
                "mande."
            ),
        }
        count = len(run.text)
        late = 0 if self.trial.ended_at is None else self.trial.ended_at - run.times[-1]
        words = sentences[verdict].format(
            code=run.code(settings),
            count=count,
            check=self.tr("con dígito de control")
            if is_printed_code(run.code(settings))
            else self.tr("código propio"),
            end=self.tr(", con {key} a los {late} ms").format(key=self.trial.end_key, late=late)
            if end is not None
            else "",
            least=settings.least,
            gap=gap,
            average=round(sum(run.gaps()) / max(count - 1, 1)),
            key=self.trial.end_key,
            late=late,
        )
        self.verdict.setText(words)
        set_tone(self.verdict, "" if verdict is Verdict.SCAN else "warning")
