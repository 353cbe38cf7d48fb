"""An administrator's PIN, on the spot, for what a cashier may not do alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot

from kioskifly_desktop.core.access import needs_pin, verify_pin
from kioskifly_desktop.core.errors import PinLockedError, ShopError
from kioskifly_desktop.core.permissions import PERMISSION_NAMES
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.ui.people.pin_pad import PinPad
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton, QWidget

    from kioskifly_desktop.core.errors import NotAllowedError
    from kioskifly_desktop.core.users import User
    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.dialog import Lend


def authorize(
    parent: QWidget, shop: Shop, error: NotAllowedError, then: Callable[[], object]
) -> None:
    """Ask an administrator for their PIN and do again, with what they may, what was refused.

    `then` is the slot that was refused: it writes once, with the same request. Nothing happens
    where nobody authorizes it.
    """
    AuthorizeDialog(parent, shop, error, then).open()


def lent_in(shop: Shop) -> Lend:
    """Return what asks for an administrator's PIN in a shop: `lend` of a question."""

    def lend(parent: QWidget, error: NotAllowedError, then: Callable[[], object]) -> None:
        authorize(parent, shop, error, then)

    return lend


class AuthorizeDialog(Dialog):
    """Who authorizes it, and their PIN."""

    def __init__(
        self, parent: QWidget, shop: Shop, error: NotAllowedError, then: Callable[[], object]
    ) -> None:
        super().__init__(
            parent,
            self.tr("Pedí autorización"),
            _words(error),
            size=(420, 0),
        )
        self._shop = shop
        self._then = then
        self._people = [
            each for each in shop.read(list_users) if each.may(error.fields["permission"])
        ]
        self._pinned = set(shop.read(_with_pin, [each.id for each in self._people]))
        self.who = Segments(
            [(each.id, each.name) for each in self._people], accessible=self.tr("Quién autoriza")
        )
        self.who.setVisible(len(self._people) > 1)
        self.who.chosen.connect(self._ask)
        self.pad = PinPad()
        self.pad.entered.connect(self.try_pin)
        self.asking = label("")
        self.asking.setWordWrap(True)
        self.plain: QPushButton = button(self.tr("Autorizar"), "primary", icon_name="shield-check")
        self.plain.clicked.connect(lambda: self.try_pin(""))
        self.error = label("", "error")
        self.error.setWordWrap(True)
        self.error.hide()
        self.body.addWidget(self.who)
        self.body.addWidget(self.asking)
        self.body.addWidget(self.pad)
        self.body.addWidget(self.error)
        cancel = button(self.tr("Cancelar"))
        cancel.clicked.connect(self.reject)
        self.add_buttons(cancel, self.plain)
        self._ask()

    @property
    def person(self) -> User:
        """Whose PIN is asked for."""
        return next(each for each in self._people if each.id == self.who.value())

    @Slot()
    def _ask(self) -> None:
        asks = self.person.id in self._pinned
        self.pad.stop_waiting()
        self.pad.setVisible(asks)
        self.plain.setVisible(not asks)
        self.asking.setText(
            self.tr("PIN de {name}").format(name=self.person.name)
            if asks
            else self.tr("{name} todavía no tiene PIN. Queda anotado a su nombre.").format(
                name=self.person.name
            )
        )
        self.fit()
        (self.pad if asks else self.plain).setFocus()

    @Slot(str)
    def try_pin(self, pin: str) -> None:
        """Do what was refused, if the PIN is theirs."""
        try:
            person = verify_pin(self._shop.database, self.person.id, pin)
        except PinLockedError as error:
            self.pad.wait_until(error.fields["until"])
            return
        except ShopError as error:
            self.pad.refuse(words_of(error))
            self.error.setVisible(not self.pad.isVisible())
            self.error.setText(words_of(error))
            return
        self.accept()
        with self._shop.lent_by(person):
            self._then()


def _words(error: NotAllowedError) -> str:
    """Return all that is lent, and who lends it."""
    wanted = error.fields.get("wanted") or (error.fields["permission"],)
    acts = [f"«{said(PERMISSION_NAMES[each])}»" for each in wanted]
    if len(acts) == 1:
        return _tr("{act} lo autoriza un administrador.").format(act=acts[0])
    listed = _tr("{first} y {last}").format(first=", ".join(acts[:-1]), last=acts[-1])
    return _tr("Un administrador autoriza todo esto: {acts}.").format(acts=listed)


def _tr(text: str) -> str:
    return QCoreApplication.translate("AuthorizeDialog", text)


def _with_pin(work: Work, ids: list[int]) -> list[int]:
    return [each for each in ids if needs_pin(work, each)]
