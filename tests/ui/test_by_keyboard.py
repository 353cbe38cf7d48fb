"""Without a mouse: Tab goes everywhere, in order and round, and shows where it is."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from shiboken6 import isValid

from kioskifly_desktop.core.clients import ClientQuery, list_clients
from kioskifly_desktop.tour_tools import open_dialog, settle
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.clients.clients_page import ClientsPage
from kioskifly_desktop.ui.sale.cart_table import QuantityEdit
from kioskifly_desktop.ui.theme import Look, theme
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.accessible import controls, described, name_of
from tests.contrast import ratio
from tests.walk import Walker, shown_shop

_MOST_STOPS = 150
_NOT_A_SCANNER_MS = 250
"""A Tab that follows typed digits at once is the end of a scanned code."""
_WELL_SEEN, _WELL_SEEN_PIXELS = 3, 400
_OUTSIDE = {
    "CartTable": "the arrows, in the field of the codes",
    "ClientBar": "F9, Ctrl I, Ctrl O; F9 also sells to nobody in particular",
    "ChargeSide": "Enter charges",
    "ClientPicker": "the arrows, in the search",
    "DrawerButton": "F12",
    "HandedSums": "the amount is typed; F5 is just what is due",
    "KeyBar": "each shows its key",
    "KeyDialog": "Esc; every other key is the answer",
    "PinPad": "the digits, Backspace and Enter",
    "LockScreen": "the arrows choose the person",
    "SaleNotice": "F6",
    "ScanField": "the arrows choose among what was found",
    "_Offers": "the arrows choose among what was found",
    "SearchBox": "the arrows choose among what was found",
    "Side": "Ctrl 1 to 6; F4 charges",
}
"""By whose part it is: what Tab passes over on purpose, and the keys that do it."""


class _Tabber(Walker):
    """Presses Tab until it is back, forwards and backwards, once for each set of controls."""

    def __init__(self, program, out):
        self.wrong = set()
        self.stops = 0
        self._met = set()
        self._seen = set()
        super().__init__(program, out)

    def look(self, front):
        here = controls(front)
        met = tuple(sorted(described(each) for each in here))
        if met in self._met:
            return
        self._met.add(met)
        start = QApplication.focusWidget()
        if isinstance(start, QuantityEdit):
            return  # It goes when it is left.
        if start is None:
            self._note("the focus is nowhere in it")
            return
        if isinstance(start, QAbstractButton) and start.group() is not None:
            start = start.group().checkedButton() or start
            start.setFocus()
        QTest.qWait(_NOT_A_SCANNER_MS)
        chain = self._round(front, Qt.Key.Key_Tab)
        back = self._round(front, Qt.Key.Key_Backtab)
        self.stops += len(chain)
        lost = {described(each) for each in set(chain) ^ set(back) if is_there(each)}
        self._note(f"only one way: {lost}" if lost else "")
        self._note(*_unreached([each for each in here if is_there(each)], chain))
        self._note(*self._unseen(front, [each for each in chain if isValid(each)]))
        if isValid(start):
            start.setFocus()
        QApplication.processEvents()

    def _note(self, *troubles):
        self.wrong |= {f"{self.stop}: {trouble}" for trouble in troubles if trouble}

    def _round(self, front, key):
        """Return where a key stops, from the widget that has the focus until it is back."""
        chain: list[QWidget] = []
        here = QApplication.focusWidget()
        while len(chain) < _MOST_STOPS:
            if here is None or here.window() is not front:
                self._note("the focus is nowhere in it")
                break
            if chain and here.visibleRegion().isEmpty():
                self._note(f"{described(here)} has the focus out of sight")
            chain.append(here)
            QTest.keyClick(here, key)
            here = QApplication.focusWidget()
            if here in chain:
                break
        start = chain[0] if chain else None
        if start is not None and isValid(start) and here is not start:
            self._note(f"goes round from {described(chain[-1])} without {described(start)}")
        return chain

    def _unseen(self, front, chain):
        """Tell where the focus doesn't show, each kind of widget once."""
        for number, each in enumerate(chain):
            if len(chain) < 2 or not isValid(each):
                continue  # An editor that goes when it is left.
            kind = (type(each), each.property("kind"), each.objectName(), each.property("bad"))
            if kind in self._seen:
                continue
            self._seen.add(kind)
            seen = _focus_pixels(front, each, chain[number - 1])
            if seen is None:
                continue
            if seen < min(each.width() + each.height(), _WELL_SEEN_PIXELS):
                yield f"{described(each)}: its focus is {seen} pixels"


def is_there(widget):
    """Tell whether a widget is still shown: an editor goes when it is left."""
    return isValid(widget) and widget.isVisible()


def _unreached(here, chain):
    groups = {each.group() for each in chain if isValid(each) and isinstance(each, QAbstractButton)}
    for each in here:
        in_group = isinstance(each, QAbstractButton) and each.group() in groups - {None}
        if each in chain or not each.isEnabled() or in_group or _has_keys(each):
            continue
        yield f"{described(each)} «{name_of(each)}» is not reached"


def _has_keys(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if isinstance(widget, QLabel) or isinstance(parent, QLineEdit):
        return True  # Text to be selected; the signs in a search, which Esc empties.
    if getattr(widget.window(), "close_button", None) is widget:
        return True  # Esc, in every dialog.
    return any(type(each).__name__ in _OUTSIDE for each in _upwards(widget))


def _upwards(widget: QWidget | None):
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def _focus_pixels(front, widget, other):
    """Return how many pixels tell that a widget has the focus, by 3:1 to what they are without."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    if not isValid(widget) or not isValid(other):
        return None
    with_focus = _picture(front, widget)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    if not isValid(widget):
        return None
    changed = Counter(zip(with_focus, _picture(front, widget), strict=True))
    return sum(n for (one, two), n in changed.items() if ratio(one, two) >= _WELL_SEEN)


def _picture(front, widget):
    place = QRect(widget.mapTo(front, QPoint(0, 0)), widget.size()).adjusted(-3, -3, 3, 3)
    image = front.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return [pixel & 0xFFFFFF for pixel in memoryview(bytes(image.constBits())).cast("I")]


@pytest.mark.qt_log_ignore("^This plugin does not support")
@pytest.mark.long
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK], ids=str)
def test_tab_goes_everywhere_and_shows_where_it_is(qapp, tmp_path, look):
    with shown_shop(tmp_path / "shop", look=look) as program:
        assert theme.look is look
        tabber = _Tabber(program, tmp_path)
        tabber.walk()
    assert tabber.wrong == set()
    assert tabber.stops > 500


@pytest.mark.qt_log_ignore("^This plugin does not support")
def test_a_dialog_starts_in_a_field_and_gives_the_focus_back(qapp, tmp_path):
    with shown_shop(tmp_path / "shop") as program:
        window = program.window
        page = window.show_page(keys.CLIENTS)
        window.activateWindow()
        settle()
        assert isinstance(page, ClientsPage)
        before = QApplication.focusWidget()
        page.add()
        form = open_dialog(ClientForm)
        settle()
        assert QApplication.focusWidget() is form.name
        QTest.keyClick(form.name, Qt.Key.Key_Escape)
        window.activateWindow()
        settle()
        assert not form.isVisible() if isValid(form) else True
        assert QApplication.focusWidget() is before
        page.open_wallet(program.shop.read(_first_client))
        wallet = open_dialog(WalletDialog)
        settle()
        assert QApplication.focusWidget() is wallet.payment.amount
        wallet.reject()


def _first_client(work):
    return list_clients(work, ClientQuery(), limit=1)[0]
