"""The inputs of what the shop says of itself, with its CUIT judged as it is typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from kioskifly_desktop.core.errors import DocumentNumberError, ShopError
from kioskifly_desktop.core.fiscal import (
    DocumentType,
    Verdict,
    check_document,
    format_document,
)
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.settings import ShopProfile

_SETTLE_MS = 250
_LIMIT = 120
_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProfileFields", text)


def _words() -> dict[str, tuple[str, str]]:
    """Return the caption and the hint of each field."""
    return {
        "name": (_tr("Nombre del negocio"), _tr("El de fantasía, como lo conocen.")),
        "owner": (_tr("Titular"), _tr("Nombre y apellido o razón social")),
        "cuit": (_tr("CUIT"), _tr("Vacío, no sale en los comprobantes.")),
        "condition": (_tr("Condición frente al IVA"), _tr("La de tu constancia de ARCA.")),
        "gross_income": (_tr("Ingresos Brutos"), _tr("El número, o «Exento».")),
        "started": (_tr("Inicio de actividades"), _tr("Por ejemplo 03/2019")),
        "address": (_tr("Domicilio"), _tr("El del local: sale impreso.")),
        "phone": (_tr("Teléfono"), _tr("Para que te encuentren: sale impreso.")),
        "footer": (
            _tr("Pie de los comprobantes"),
            _tr("Por ejemplo: ¡Gracias por tu compra!"),
        ),
        "payment_alias": (
            _tr("Alias o CVU"),
            _tr("Para transferirte: va en los mensajes, no en los comprobantes."),
        ),
    }


def _conditions() -> tuple[str, ...]:
    """Return the condiciones of who sells; another one may be written."""
    return (
        "",
        _tr("Monotributo"),
        _tr("Responsable Inscripto"),
        _tr("Exento"),
        _tr("Monotributo Social"),
        _tr("Monotributo Promovido"),
    )


class ProfileFields(QWidget):
    """The fields named, two in a row; the last one alone takes both places."""

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        words = _words()
        for number, key in enumerate(keys):
            caption, hint = words[key]
            self.fields[key] = Field(caption, _editor(key), hint=hint)
            row, column = divmod(number, 2)
            alone = number == len(keys) - 1 and not column
            grid.addWidget(self.fields[key], row, column, 1, 2 if alone else 1)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.check_cuit)
        self.line("cuit").textEdited.connect(self._settle_soon)
        self.setFocusProxy(self.fields[keys[0]])

    def line(self, key: str) -> QLineEdit:
        """Return where a field is typed."""
        editor = self.fields[key].editor
        line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
        assert isinstance(line, QLineEdit)
        return line

    def fill(self, profile: ShopProfile) -> None:
        """Write what the shop says of itself."""
        for key, field in self.fields.items():
            self.line(key).setText(getattr(profile, key))
            self.line(key).setCursorPosition(0)
            field.clear_error()

    @Slot()
    def _settle_soon(self) -> None:
        self._settle.start()

    def profile(self, before: ShopProfile) -> ShopProfile:
        """Return what is written, and what `before` says of all that isn't asked."""
        return replace(before, **{key: self.line(key).text() for key in self.fields})

    def clear_errors(self) -> None:
        """Take back what was said."""
        self._settle.stop()
        for field in self.fields.values():
            field.clear_error()

    def show_error(self, error: ShopError) -> bool:
        """Say what is wrong under its field; return whether it is one of these."""
        field = self.fields.get(error.field)
        if field is None:
            return False
        field.set_error(words_of(error))
        field.setFocus()
        return True

    @Slot()
    def check_cuit(self) -> None:
        """Judge the CUIT as typed, under it."""
        field, text = self.fields["cuit"], self.line("cuit").text().strip()
        field.clear_error()
        if not text:
            return
        check = check_document(DocumentType.CUIT, text)
        if check.verdict is Verdict.INVALID:
            field.set_error(str(DocumentNumberError(document="CUIT", reason=check.reason)))
        elif check.verdict is Verdict.WARN:
            field.set_warning(f"{check.reason[:1].upper()}{check.reason[1:]}.")
        else:
            field.message.setText(format_document(DocumentType.CUIT, check.normalized))


def _editor(key: str) -> QWidget:
    if key != "condition":
        return QLineEdit(maxLength=_LIMIT)
    result = QComboBox()
    result.setEditable(True)
    result.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    result.addItems(_conditions())
    result.setSizeAdjustPolicy(_SHORT)
    result.setMinimumContentsLength(12)
    line = result.lineEdit()
    assert line is not None
    line.setMaxLength(_LIMIT)
    return result
