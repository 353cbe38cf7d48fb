"""Finding a setting by its name, by what its hint says, or by what other people call it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.ui.settings.usual import Usual
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kioskifly_desktop.ui.settings.section_list import Entry

SYNONYMS = "synonyms"
"""The property of a widget with other words that people look for it by."""
BY_ROWS = "found_by_rows"
"""The property of a table whose rows are settings."""
MOST = 8

_LEAST_INSIDE = 4
"""Shorter words are looked for at the start of words only."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting on its section: what it is called, and every word it is found by."""

    place: str
    section: str
    name: str
    target: QWidget
    words: str
    context: str
    row: int = -1


def settings_of(place: str, entry: Entry, section: QWidget) -> Iterator[Setting]:
    """Read the settings that a section shows now off its own widgets."""
    context = fold(f"{entry.words} {entry.also}")
    yield Setting(place, entry.words, entry.words, section, context, "")
    for widget in section.findChildren(QWidget):
        if not widget.isVisibleTo(section):
            continue
        if isinstance(widget, QTableView) and widget.property(BY_ROWS):
            yield from _rows(place, entry, widget, context)
        elif name := _name(widget):
            words = fold(" ".join((name, *_more(widget))))
            around = f"{context} {fold(_card_words(widget, section))}"
            yield Setting(place, entry.words, name, _target(widget), words, around)


def find(settings: Iterable[Setting], text: str) -> list[Setting]:
    """Return the settings that have every word, those called so first."""
    wanted = fold(text).split()
    if not wanted:
        return []
    ranked: list[tuple[int, bool, Setting]] = []
    seen: set[tuple[str, str]] = set()
    for setting in settings:
        own = [_has(setting.words, word) for word in wanted]
        if not any(own):
            continue
        if not all(mine or _has(setting.context, w) for mine, w in zip(own, wanted, strict=True)):
            continue
        if (setting.section, setting.name) in seen:
            continue
        seen.add((setting.section, setting.name))
        called = all(_has(fold(setting.name), word) for word in wanted)
        rank = 0 if called else 1 if all(own) else 2
        ranked.append((rank, setting.row >= 0, setting))
    ranked.sort(key=lambda each: each[:2])
    return [setting for *_, setting in ranked[:MOST]]


def index(entries: Mapping[str, Entry], sections: Mapping[str, QWidget]) -> list[Setting]:
    """Return every setting there is to see."""
    return [
        setting
        for place, section in sections.items()
        for setting in settings_of(place, entries[place], section)
    ]


def _has(words: str, wanted: str) -> bool:
    starts = f" {words}".find(f" {wanted}") >= 0
    return starts or (len(wanted) >= _LEAST_INSIDE and wanted in words)


def _name(widget: QWidget) -> str:
    """Return what a setting is called; nothing if the widget is none by itself."""
    if isinstance(widget, Usual) or isinstance(widget.parent(), Field | Segments | QComboBox):
        return ""
    if isinstance(widget, Field):
        return widget.editor.accessibleName()
    if isinstance(widget, QLabel):
        title = widget.property("kind") == "subtitle" and _card(widget) is not None
        return widget.text() if title else ""
    if isinstance(widget, QCheckBox):
        return widget.text().replace("&&", "&")
    if isinstance(widget, QPushButton | QComboBox | QLineEdit | Segments):
        return widget.accessibleName()
    return ""


def _more(widget: QWidget) -> Iterator[str]:
    """Return the other words of a setting: its hint, its choices, what else people call it."""
    editor = widget.editor if isinstance(widget, Field) else widget
    for each in {widget, editor}:
        yield str(each.property(SYNONYMS) or "")
    yield editor.accessibleDescription()
    yield editor.toolTip()
    if isinstance(editor, QComboBox):
        yield from (editor.itemText(number) for number in range(editor.count()))
    elif isinstance(editor, Segments):
        yield from (each.text() for each in editor.findChildren(QAbstractButton))
    elif isinstance(editor, QLabel) and (card := _card(editor)) is not None:
        yield str(card.property(SYNONYMS) or "")
        yield from (
            each.text() for each in card.findChildren(QLabel) if each.property("kind") == "muted"
        )


def _target(widget: QWidget) -> QWidget:
    card = _card(widget) if isinstance(widget, QLabel) else None
    return card or widget


def _card(widget: QWidget) -> QFrame | None:
    """Return the card that a widget stands on."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QFrame) and parent.property("kind") == "card":
            return parent
        parent = parent.parentWidget()
    return None


def _card_words(widget: QWidget, section: QWidget) -> str:
    card = _card(widget)
    if card is None or not section.isAncestorOf(card):
        return ""
    titles = (each for each in card.findChildren(QLabel) if each.property("kind") == "subtitle")
    return f"{next((each.text() for each in titles), '')} {card.property(SYNONYMS) or ''}"


def _rows(place: str, entry: Entry, table: QTableView, context: str) -> Iterator[Setting]:
    model = table.model()
    for row in range(model.rowCount()):
        cells = [str(model.index(row, n).data() or "") for n in range(model.columnCount())]
        yield Setting(place, entry.words, cells[0], table, fold(" ".join(cells)), context, row)
