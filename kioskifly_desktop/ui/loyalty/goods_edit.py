"""What a promotion is on: products and categories, typed or scanned one after another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStringListModel, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from kioskifly_desktop.core.catalog import ProductQuery, categories, find_code, list_products
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.loyalty import PromotionGoods
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.list_card import framed

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop

_MOST = 8


def goods_called(
    work: Work, text: str, *, categories_too: bool = True
) -> dict[str, PromotionGoods]:
    """Return what a text may mean, by its words: a code's product, categories, products."""
    found: dict[str, PromotionGoods] = {}
    scanned = find_code(work, text)
    if scanned is not None:
        found[scanned.product.name] = PromotionGoods(scanned.product.id)
        return found
    if categories_too:
        wanted = fold(text)
        for name in categories(work):
            if wanted in fold(name):
                found[_category_words(name)] = PromotionGoods(category=name)
    for row in list_products(work, ProductQuery(search=text), limit=_MOST):
        found.setdefault(row.name, PromotionGoods(row.id))
    return found


def _category_words(name: str) -> str:
    return QCoreApplication.translate("GoodsEdit", "Rubro {name}").format(name=name)


class _Line(QLineEdit):
    """A line whose Enter never reaches the dialog's button."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class GoodsEdit(QWidget):
    """A line to find goods by, and under it those there are."""

    changed = Signal()

    def __init__(self, shop: Shop, *, categories_too: bool = True, many: bool = True) -> None:
        super().__init__()
        self._shop = shop
        self._categories = categories_too
        self._many = many
        self._found: dict[str, PromotionGoods] = {}
        self.goods: list[tuple[PromotionGoods, str]] = []
        self.counts = False
        self.line = _Line()
        self.line.setPlaceholderText(self.tr("Nombre o código, y Enter"))
        caption = self.tr("Productos y rubros") if categories_too else self.tr("Producto")
        self.field = Field(caption, self.line)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.line.setCompleter(completer)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Lo que entra"))
        self.list.setFixedHeight(110)
        self.remove_button = button(self.tr("Quitar"))
        self.remove_button.clicked.connect(self.remove)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(framed(self.list), 1)
        row.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        if many:
            column.addLayout(row)
        else:
            for part in (self.list, self.remove_button):
                part.setParent(self)
                part.hide()
        self.line.textEdited.connect(self._search)
        self.line.entered.connect(self.add)
        completer.activated.connect(self._picked)
        self.setFocusProxy(self.line)

    def set_goods(self, goods: list[tuple[PromotionGoods, str]]) -> None:
        """Show goods, with their names."""
        self.goods = list(goods)
        self._write()

    def refuse(self, words: str) -> None:
        """Say what is wrong."""
        self.field.set_error(words)
        self.line.setFocus()

    @Slot(str)
    def _search(self, text: str) -> None:
        self.field.clear_error()
        self._found = self._look(text) if text.strip() else {}
        self._names.setStringList(list(self._found))

    def _look(self, text: str) -> dict[str, PromotionGoods]:
        return self._shop.read(goods_called, text.strip(), categories_too=self._categories)

    @Slot(str)
    def _picked(self, words: str) -> None:
        self.line.setText(words)
        self.add()
        # The completer writes its words once more after this.
        QTimer.singleShot(0, self, self._clear)

    @Slot()
    def _clear(self) -> None:
        if self._many:
            self.line.clear()

    @Slot()
    def add(self) -> None:
        """Take what is written, or say that nothing is called so."""
        text = self.line.text().strip()
        if not text:
            return
        found = self._found if text in self._found else self._look(text)
        same = [words for words in found if fold(text) in {fold(words), fold(words[6:])}]
        words = same[0] if same else next(iter(found)) if len(found) == 1 else ""
        if not words:
            self.refuse(
                self.tr("Hay varios: elegí uno de la lista.")
                if found
                else self.tr("Nada se llama así. Probá con menos letras o con el código.")
            )
            return
        self._put(found[words], words)

    def _put(self, goods: PromotionGoods, words: str) -> None:
        if not self._many:
            self.goods = [(goods, words)]
            self.line.setText(words)
            self.changed.emit()
            return
        for place, (each, name) in enumerate(self.goods):
            if (each.product_id, each.category) == (goods.product_id, goods.category):
                more = replace(each, quantity=each.quantity + 1) if self.counts else each
                self.goods[place] = (more, name)
                break
        else:
            self.goods.append((goods, words))
        self.line.clear()
        self._write()

    @Slot()
    def remove(self) -> None:
        """Take the chosen one out, the last one where none is chosen."""
        if self.goods:
            del self.goods[self.list.currentRow()]
            self._write()

    def set_counts(self, *, counts: bool) -> None:
        """Show, and raise with each addition, how many of each there are: a combo."""
        self.counts = counts
        self._write()

    def _write(self) -> None:
        self.list.clear()
        for goods, name in self.goods:
            self.list.addItem(f"{goods.quantity} {name}" if self.counts else name)
        self.remove_button.setEnabled(bool(self.goods))
        self.changed.emit()
