"""F1: the guide, at the page of where a person is; the keys come from the table screens bind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.guide import KEYS_PAGE, OF_PAGES, OF_SECTIONS, Topic, dialog_topic
from kioskifly_desktop.ui.guide import read_pages as read_guide
from kioskifly_desktop.ui.guide_view import GuideView
from kioskifly_desktop.ui.theme import px, theme
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.labels import card, label
from kioskifly_desktop.ui.widgets.search_edit import SearchEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.ui.page import Page

_NARROWEST, _SIDE = 170, 296
_ROW = 33
_START = Topic("README")


class GuideList(QListWidget):
    """The titles of the guide's pages; in Spanish, as the guide, whatever the program speaks."""


class HelpDialog(Dialog):
    """The pages of the guide, found by their words, and the one that is read."""

    def __init__(self, parent: QWidget, topic: Topic = _START) -> None:
        super().__init__(parent, self.tr("Ayuda"), size=(1180, 752))
        self._guide = {page.name: page for page in read_guide()}
        self._past: list[Topic] = []
        self._now = Topic("")
        self.search = SearchEdit(self.tr("Buscar en la guía"), self.tr("Buscar en la guía"))
        self.search.searched.connect(self.look_for)
        self.list = GuideList()
        self.list.setAccessibleName(self.tr("Hojas de la guía"))
        self.list.setWordWrap(True)
        self.list.currentItemChanged.connect(self._chosen)
        self.nothing = label(self.tr("Ninguna hoja lo nombra. Probá con otra palabra."), "muted")
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self.view = GuideView()
        self.view.followed.connect(self.follow)
        self._lay_out()
        self.back = button(self.tr("Volver a la anterior"), icon_name="chevron-left")
        self.back.clicked.connect(self.go_back)
        keys.tip(self.back, self.tr("Volver a la anterior"), "help.back")
        close = button(self.tr("Cerrar"), "primary")
        close.clicked.connect(self.reject)
        self.add_buttons(close, left=self.back)
        keys.bind("help.back", self, self.go_back)
        keys.bind("search", self, self.search.setFocus)
        theme.changed.connect(self._fit_rows)
        self._fill(list(self._guide))
        self.open_topic(topic if topic.page in self._guide else Topic(KEYS_PAGE))
        self.view.setFocus()

    def _lay_out(self) -> None:
        left = card()
        left.setMinimumWidth(_NARROWEST)
        left.setMaximumWidth(_SIDE)
        side = QVBoxLayout(left)
        side.setContentsMargins(10, 12, 10, 10)
        side.setSpacing(10)
        side.addWidget(self.search)
        side.addWidget(self.nothing)
        side.addWidget(self.list, 1)
        right = card()
        inner = QVBoxLayout(right)
        inner.setContentsMargins(2, 2, 2, 2)
        inner.addWidget(self.view)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(left, 3)
        row.addWidget(right, 7)
        self.body.addLayout(row, 1)

    def open_topic(self, topic: Topic) -> None:
        """Read a page, from a heading on; the one that was read can be gone back to."""
        if self._now.page and self._now != topic:
            self._past.append(self._now)
        self._show(topic)

    def _show(self, topic: Topic) -> None:
        self._now = topic
        self.back.setEnabled(bool(self._past))
        self.view.show_page(self._guide[topic.page], topic.heading, self._sought())
        self.list.blockSignals(True)
        rows = [self.list.item(row) for row in range(self.list.count())]
        listed = [row.data(Qt.ItemDataRole.UserRole) for row in rows]
        self.list.setCurrentRow(listed.index(topic.page) if topic.page in listed else -1)
        self.list.blockSignals(False)

    def now(self) -> Topic:
        """Return what is read."""
        return self._now

    @Slot()
    def go_back(self) -> None:
        """Read again the page before."""
        if self._past:
            self._show(self._past.pop())

    @Slot(str)
    def follow(self, target: str) -> None:
        """Open the page that a link goes to."""
        name = target.partition("#")[0].removesuffix(".md")
        if name in self._guide:
            self.open_topic(Topic(name))

    @Slot(str)
    def look_for(self, text: str) -> None:
        """List the pages that name what is looked for, and read the first."""
        words = self._sought()
        found = [name for name, page in self._guide.items() if page.says(words)]
        self._fill(found)
        self.nothing.setVisible(not found)
        if text and found:
            self.open_topic(Topic(self._now.page if self._now.page in found else found[0]))
        else:
            self._show(self._now)

    def _sought(self) -> list[str]:
        return fold(self.search.text()).split()

    def _fill(self, names: list[str]) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for name in names:
            item = QListWidgetItem(self._guide[name].title)
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._fit_rows()

    @Slot()
    def _fit_rows(self) -> None:
        for number in range(self.list.count()):
            self.list.item(number).setSizeHint(QSize(0, px(_ROW)))

    @Slot(QListWidgetItem, QListWidgetItem)
    def _chosen(self, item: QListWidgetItem | None, _before: object) -> None:
        if item is not None:
            self.open_topic(Topic(item.data(Qt.ItemDataRole.UserRole)))


def topic_here(page: Page) -> Topic:
    """Return the page of the guide for the dialog in front, else for a page of the window."""
    dialog: QWidget | None = QApplication.activeModalWidget()
    while dialog is not None:
        if (found := dialog_topic(type(dialog))) is not None:
            return found
        # A question belongs to what it was asked from.
        parent = dialog.parentWidget()
        dialog = parent.window() if parent is not None else None
    place = getattr(page, "place", "")
    return OF_SECTIONS.get(place) or OF_PAGES[page.page_id]
