"""Negocio: what the head of every paper says of the shop."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.settings import ShopProfile, save_shop_profile, shop_profile
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.settings.profile_fields import ProfileFields
from kioskifly_desktop.ui.widgets.buttons import button
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
        self.notice = Notice(
            self.tr("Solo administración puede cambiar estos datos. Cambiá de usuario abajo.")
        )
        box = card()
        box.setMaximumWidth(900)
        self.form = ProfileFields([field.name for field in fields(ShopProfile)])
        self.fields = self.form.fields
        for key in self.fields:
            # Also by Enter.
            self.form.line(key).editingFinished.connect(self.save)
        said = self.tr(
            "Sale impreso arriba de cada comprobante. Cada dato queda guardado al pasar al otro."
        )
        sentence = label(said, "muted")
        sentence.setWordWrap(True)
        inner = QVBoxLayout(box)
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(8)
        inner.addWidget(self.form)
        inner.addWidget(sentence)
        self.steps_button = button(self.tr("Ver los primeros pasos"), icon_name="history")
        self.steps_button.clicked.connect(shop.first_run_wanted)
        self.steps = card()
        self.steps.setMaximumWidth(900)
        steps = QHBoxLayout(self.steps)
        steps.setContentsMargins(20, 14, 20, 14)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(self.tr("Primeros pasos"), "subtitle"))
        said = self.tr("El negocio, tu PIN, la impresora y por dónde empezar, de a uno.")
        sentence = label(said, "muted")
        sentence.setWordWrap(True)
        words.addWidget(sentence)
        steps.addLayout(words, 1)
        steps.addWidget(self.steps_button)
        content = QWidget()
        content.setObjectName("scrolled")
        column_layout = QVBoxLayout(content)
        column_layout.setContentsMargins(0, 0, 0, 8)
        column_layout.setSpacing(12)
        self.notice.setMaximumWidth(900)
        column_layout.addWidget(self.notice)
        column_layout.addWidget(box)
        column_layout.addWidget(self.steps)
        column_layout.addStretch()
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.form)

    def refresh(self) -> None:
        """Read the shop's data; what is being typed stays."""
        admin = self._shop.user.may(Permission.SETTINGS)
        self.notice.setVisible(not admin)
        self.steps.setVisible(admin)
        for field in self.fields.values():
            field.editor.setEnabled(admin)
        profile = self._shop.read(shop_profile)
        if profile == self._shown and admin:
            return
        self._shown = profile
        self.form.fill(profile)

    @Slot()
    def save(self) -> None:
        """Save what changed, or say what is wrong under its field."""
        profile = self.form.profile(ShopProfile())
        if profile == self._shop.read(shop_profile):
            return
        self.form.clear_errors()
        try:
            self._shop.write(save_shop_profile, profile)
        except ShopError as error:
            if not self.form.show_error(error):
                self._toasts.show(words_of(error), error=True)
            return
        self.form.check_cuit()
        self._toasts.show(self.tr("Datos del negocio guardados."))
