"""Negocio: what the head of every paper says of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.settings import ShopProfile, save_shop_profile, shop_profile
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import card, label
from kioskifly_desktop.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class ProfileSection(QScrollArea):
    """The form of the shop's own data."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__()
        self._shop = shop
        self._toasts = toasts
        self._shown: ShopProfile | None = None
        self.fields: dict[str, Field] = {}
        self.notice = Notice(
            self.tr("Solo administración puede cambiar estos datos. Cambiá de usuario abajo.")
        )
        form = card()
        form.setMaximumWidth(900)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for key, caption, hint, row, column, span in self._layout():
            line = QLineEdit()
            line.setMaxLength(120)
            line.returnPressed.connect(self.save)
            self.fields[key] = Field(caption, line, hint=hint)
            grid.addWidget(self.fields[key], row, column, 1, span)
        self.save_button = button(self.tr("Guardar"), "primary", icon_name="check")
        self.save_button.clicked.connect(self.save)
        buttons = QHBoxLayout()
        buttons.addWidget(label(self.tr("Sale impreso arriba de cada comprobante."), "muted"), 1)
        buttons.addWidget(self.save_button)
        inner = QVBoxLayout(form)
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(8)
        inner.addLayout(grid)
        inner.addLayout(buttons)
        content = QWidget()
        content.setObjectName("scrolled")
        column_layout = QVBoxLayout(content)
        column_layout.setContentsMargins(0, 0, 0, 8)
        column_layout.setSpacing(12)
        self.notice.setMaximumWidth(900)
        column_layout.addWidget(self.notice)
        column_layout.addWidget(form)
        column_layout.addStretch()
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.fields["name"])

    def _layout(self) -> tuple[tuple[str, str, str, int, int, int], ...]:
        return (
            ("name", self.tr("Nombre del negocio"), "", 0, 0, 1),
            ("owner", self.tr("Titular"), self.tr("Nombre y apellido o razón social"), 0, 1, 1),
            ("cuit", self.tr("CUIT"), "", 1, 0, 1),
            ("condition", self.tr("Condición frente al IVA"), "", 1, 1, 1),
            ("gross_income", self.tr("Ingresos Brutos"), "", 2, 0, 1),
            ("started", self.tr("Inicio de actividades"), self.tr("Por ejemplo 03/2019"), 2, 1, 1),
            ("address", self.tr("Domicilio"), "", 3, 0, 1),
            ("phone", self.tr("Teléfono"), "", 3, 1, 1),
            (
                "footer",
                self.tr("Pie de los comprobantes"),
                self.tr("Por ejemplo: ¡Gracias por tu compra!"),
                4,
                0,
                1,
            ),
            (
                "payment_alias",
                self.tr("Alias o CVU"),
                self.tr("Para transferirte: va en los mensajes, no en los comprobantes."),
                4,
                1,
                1,
            ),
        )

    def refresh(self) -> None:
        """Read the shop's data; what is being typed stays."""
        admin = self._shop.user.is_admin
        self.notice.setVisible(not admin)
        self.save_button.setVisible(admin)
        for field in self.fields.values():
            field.editor.setEnabled(admin)
        profile = self._shop.read(shop_profile)
        if profile == self._shown and admin:
            return
        self._shown = profile
        for key in self.fields:
            self._line(key).setText(getattr(profile, key))
            self.fields[key].clear_error()

    @Slot()
    def save(self) -> None:
        """Save, or say what is wrong under its field."""
        for field in self.fields.values():
            field.clear_error()
        profile = ShopProfile(**{key: self._line(key).text() for key in self.fields})
        try:
            self._shop.write(save_shop_profile, profile)
        except ShopError as error:
            if error.field in self.fields:
                self.fields[error.field].set_error(str(error))
                self.fields[error.field].setFocus()
            else:
                self._toasts.show(str(error), error=True)
            return
        self._toasts.show(self.tr("Datos del negocio guardados."))

    def _line(self, key: str) -> QLineEdit:
        line = self.fields[key].editor
        assert isinstance(line, QLineEdit)
        return line
