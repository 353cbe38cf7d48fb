"""Balanza: where the labels of the shop's scale have the product and its weight or amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit
from stdnum import ean

from kioskifly_desktop.core.barcodes import (
    ScaleLabels,
    ScaleValue,
    check_scale_labels,
    read_scale_label,
    save_scale_labels,
    scale_labels,
)
from kioskifly_desktop.core.catalog import find_code
from kioskifly_desktop.core.errors import ScaleLabelsError, ShopError
from kioskifly_desktop.core.es_ar import format_money, format_quantity
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.ui.scanner import SCAN_FIELD
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.settings.section import Section
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label, set_tone
from kioskifly_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_DIGITS = 13
_LETTERS = {"action": "P", "warning": "V", "": ""}
"""Of the product and of the value."""
_EXAMPLE = "1234"
_POSITIONS = ("code_start", "code_length", "value_start", "value_length")


class ScaleSection(Section):
    """The positions, a label drawn by them, and a field to try a real one."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts)
        self._shown: ScaleLabels | None = None
        self.prefix = QLineEdit(maxLength=3)
        self.prefix.setValidator(QIntValidator(0, 299, self.prefix))
        self.value = Segments(
            [(ScaleValue.WEIGHT, self.tr("Peso")), (ScaleValue.AMOUNT, self.tr("Importe"))],
            accessible=self.tr("Qué trae la etiqueta"),
        )
        self.numbers = {name: QComboBox() for name in _POSITIONS}
        for name, choice in self.numbers.items():
            # People count digits from one.
            first = int(name.endswith("start"))
            for number in range(1, _DIGITS):
                choice.addItem(str(number), number - first)
        self.decimals = QComboBox()
        self.save_button = button(self.tr("Guardar"), "primary", icon_name="check")
        self.save_button.clicked.connect(self.save)
        self.error = label("", "error")
        self.error.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.error, 1)
        buttons.addWidget(self.save_button)
        self.add_card(
            self.tr("Etiquetas de la balanza"),
            self.tr(
                "Son códigos de 13 dígitos que empiezan con 2. De fábrica, el producto en los "
                "dígitos 3 a 7 y el peso en gramos del 8 al 12, como salen casi todas. Fijate en "
                "el manual de la balanza, o copiá una etiqueta."
            ),
            self._form(),
            buttons,
        )
        self.example = label("", "muted")
        self.example.setWordWrap(True)
        self.trial = QLineEdit(maxLength=20)
        self.trial.setProperty(SCAN_FIELD, True)
        self.trial_field = Field(self.tr("Probá con una de tus etiquetas"), self.trial)
        self.add_card(
            self.tr("Así se lee"),
            self.tr(
                "En azul y con una P el producto, en amarillo y con una V el valor; el último es "
                "el de control."
            ),
            self._drawing(),
            self.example,
            self.trial_field,
        )
        self.column.addStretch()
        self.setFocusProxy(self.prefix)
        self._connect()

    def _form(self) -> QGridLayout:
        self.fields = {
            "prefix": Field(self.tr("Empieza con"), self.prefix),
            "code_start": Field(self.tr("Producto: desde el dígito"), self.numbers["code_start"]),
            "code_length": Field(self.tr("Cuántos dígitos"), self.numbers["code_length"]),
            "value": Field(self.tr("Qué trae"), self.value),
            "value_start": Field(self.tr("Valor: desde el dígito"), self.numbers["value_start"]),
            "value_length": Field(self.tr("Cuántos dígitos"), self.numbers["value_length"]),
            "decimals": Field(self.tr("De esos, decimales"), self.decimals),
        }
        self.numbers["code_length"].setAccessibleName(self.tr("Producto: cuántos dígitos"))
        self.numbers["value_length"].setAccessibleName(self.tr("Valor: cuántos dígitos"))
        places = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (1, 3))
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        for field, (row, column) in zip(self.fields.values(), places, strict=True):
            grid.addWidget(field, row, column)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        return grid

    def _drawing(self) -> QGridLayout:
        """Return the thirteen digits of a label, each part in its colour and with its letter."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(2)
        self.digits = [label("", "digit") for _ in range(_DIGITS)]
        self.letters = [label("", "tiny") for _ in range(_DIGITS)]
        for row, parts in enumerate((self.digits, self.letters)):
            for number, part in enumerate(parts):
                part.setAlignment(Qt.AlignmentFlag.AlignCenter)
                part.setFixedWidth(34)
                grid.addWidget(part, row, number)
        grid.setColumnStretch(_DIGITS, 1)
        return grid

    def _connect(self) -> None:
        self.prefix.textChanged.connect(self.show_example)
        self.prefix.returnPressed.connect(self.save)
        self.value.chosen.connect(self._fill_decimals)
        for choice in (*self.numbers.values(), self.decimals):
            choice.currentIndexChanged.connect(self.show_example)
        self.trial.textChanged.connect(self.try_label)

    def refresh(self) -> None:
        """Read the positions; what is being changed stays."""
        super().refresh()
        admin = self.shop.user.may(Permission.SETTINGS)
        self.save_button.setVisible(admin)
        for field in self.fields.values():
            field.editor.setEnabled(admin)
        stored = self.shop.read(scale_labels)
        if stored == self._shown:
            return
        self._shown = stored
        self.prefix.setText(stored.prefix)
        self.value.choose(stored.value)
        self._fill_decimals()
        for name, choice in self.numbers.items():
            choice.setCurrentIndex(choice.findData(getattr(stored, name)))
        self.decimals.setCurrentIndex(self.decimals.findData(stored.decimals))
        self.show_example()

    @Slot()
    def _fill_decimals(self) -> None:
        """Offer the decimals that a weight or an amount may have."""
        weight = self.value.value() is ScaleValue.WEIGHT
        self.decimals.blockSignals(True)
        self.decimals.clear()
        for number in (3, 2, 1, 0) if weight else (2, 1, 0):
            self.decimals.addItem(str(number), number)
        self.decimals.blockSignals(False)
        self.show_example()

    def labels(self) -> ScaleLabels:
        """Return what the form says, right or wrong."""
        value = self.value.value()
        assert isinstance(value, ScaleValue)
        return ScaleLabels(
            prefix=self.prefix.text(),
            value=value,
            decimals=self.decimals.currentData(),
            **{name: choice.currentData() for name, choice in self.numbers.items()},
        )

    @Slot()
    def show_example(self) -> None:
        """Draw a label by the positions, or say what is wrong with them."""
        if self.decimals.currentData() is None:
            return
        labels = self.labels()
        try:
            check_scale_labels(labels)
        except ScaleLabelsError as error:
            self._say_wrong(words_of(error))
            return
        self.error.setText("")
        self.fields["prefix"].clear_error()
        code = _example(labels)
        parts = {
            "action": (labels.code_start, labels.code_length),
            "warning": (labels.value_start, labels.value_length),
        }
        for number, digit in enumerate(self.digits):
            digit.setText(code[number])
            tone = next((t for t, (s, n) in parts.items() if s <= number < s + n), "")
            set_tone(digit, tone)
            self.letters[number].setText(_LETTERS[tone])
        self.example.setText(self._reading(labels, code))
        self.try_label()

    def _say_wrong(self, sentence: str) -> None:
        self.error.setText(sentence)
        for digit, letter in zip(self.digits, self.letters, strict=True):
            digit.setText("")
            letter.setText("")
            set_tone(digit, "")
        self.example.setText("")
        self.trial_field.set_hint("")

    def _reading(self, labels: ScaleLabels, code: str) -> str:
        reading = read_scale_label(labels, code)
        if reading is None:
            words = self.tr(
                "No es de la balanza: son 13 dígitos, empiezan con {prefix} y el último "
                "controla a los otros."
            )
            return words.format(prefix=labels.prefix)
        value = (
            format_quantity(reading.quantity, kilograms=True)
            if reading.quantity is not None
            else format_money(reading.amount or 0)
        )
        return self.tr("Producto {code}: {value}.").format(code=reading.code, value=value)

    @Slot()
    def try_label(self) -> None:
        """Say what the label written means, and of which product."""
        code = self.trial.text().strip()
        if not code:
            self.trial_field.set_hint("")
            return
        words = self._reading(self.labels(), code)
        reading = read_scale_label(self.labels(), code)
        if reading is not None:
            found = self.shop.read(find_code, reading.code) or self.shop.read(
                find_code, reading.code.lstrip("0")
            )
            words += " " + (
                self.tr("Es «{name}».").format(name=found.product.name)
                if found
                else self.tr("Ningún producto tiene ese código.")
            )
        self.trial_field.set_hint(words)

    def on_scan(self, code: str) -> None:
        """Try a label that was scanned."""
        self.trial.setText(code)

    @Slot()
    def save(self) -> None:
        """Keep the positions, or say what is wrong with them."""
        try:
            self.shop.write(save_scale_labels, self.labels())
        except ScaleLabelsError as error:
            self._say_wrong(words_of(error))
            self.prefix.setFocus()
            return
        except ShopError as error:
            self.toasts.show(words_of(error), error=True)
            return
        self.toasts.show(self.tr("Balanza guardada."))


def _example(labels: ScaleLabels) -> str:
    """Return a label that is right in every digit, of a made-up product and value."""
    digits = list(labels.prefix.ljust(_DIGITS - 1, "0"))
    for start, length, text in (
        (labels.code_start, labels.code_length, _EXAMPLE[:3]),
        (labels.value_start, labels.value_length, _EXAMPLE),
    ):
        digits[start : start + length] = text[-length:].zfill(length)
    body = "".join(digits)
    return body + ean.calc_check_digit(body)
