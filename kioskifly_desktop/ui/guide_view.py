"""A page of the guide as it is read: house type and colours, pictures as wide as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from kioskifly_desktop import resources
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.ui.theme import color, font, px, theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent, QTextFragment

    from kioskifly_desktop.ui.guide import GuidePage

_MARGIN = 22
_SIZES = {0: (15, 400), 1: (26, 700), 2: (19, 600), 3: (16, 600)}
_LINE_PERCENT, _TITLE_PERCENT = 135.0, 112.0
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_WHOLE = 100.0


class GuideView(QTextBrowser):
    """Shows one page; links go out by `followed`."""

    followed = Signal(str)
    """Carries where a link goes to."""

    def __init__(self) -> None:
        super().__init__()
        self._page: GuidePage | None = None
        self._heading = ""
        self._words: Sequence[str] = ()
        self._settled = False
        """Whether it was on the screen: before that nobody read on from where it was opened."""
        self._width = 0
        self._shown: QTextDocument | None = None
        self._images: dict[str, QImage] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Texto de la guía"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._follow)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.dress)
        theme.changed.connect(self.dress)

    def show_page(self, page: GuidePage, heading: str = "", words: Sequence[str] = ()) -> None:
        """Show a page from a heading on, or from the first of the words that are looked for."""
        self._page, self._heading, self._words = page, heading, words
        self._settled = False
        self.dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pictures the room there is."""
        super().resizeEvent(event)
        if self.viewport().width() != self._width:
            self._pause.start(0)

    @Slot()
    def dress(self) -> None:
        """Write the page in the look in force, and stay where one was reading."""
        if self._page is None:
            return
        top = self.cursorForPosition(QPoint(8, 8)).blockNumber() if self._settled else -1
        self._width = self.viewport().width()
        document = QTextDocument(self)
        document.setDocumentMargin(px(_MARGIN))
        document.setDefaultFont(font(15))
        document.setMarkdown(self._page.markdown)
        _write_tables(document)
        for block in _blocks(document):
            self._write_block(document, block)
        self.setDocument(document)
        if self._shown is not None:
            self._shown.deleteLater()
        self._shown = document
        self._mark()
        self._show_first(document.findBlockByNumber(top if top >= 0 else self._start()))
        self._settled = self.isVisible()

    def _write_block(self, document: QTextDocument, block: QTextBlock) -> None:
        level = block.blockFormat().headingLevel()
        cursor = QTextCursor(block)
        shape = QTextBlockFormat()
        shape.setLineHeight(_TITLE_PERCENT if level else _LINE_PERCENT, _PROPORTIONAL)
        if cursor.currentTable() is None:
            shape.setTopMargin(px({0: 3, 1: 0}.get(level, 20)))
            shape.setBottomMargin(px(8 if block.textList() is None else 3))
        cursor.mergeBlockFormat(shape)
        size, weight = _SIZES[min(level, 3)]
        for fragment in _fragments(block):
            form = fragment.charFormat()
            cursor.setPosition(fragment.position())
            keep = QTextCursor.MoveMode.KeepAnchor
            cursor.setPosition(fragment.position() + fragment.length(), keep)
            if form.isImageFormat():
                # Alone in its block, it stands at its own height.
                cursor.mergeBlockFormat(_single())
                cursor.setCharFormat(self._picture(document, form.toImageFormat()))
                continue
            is_key = form.fontFixedPitch()
            strong = form.fontWeight() > 500 and not level
            style = QTextCharFormat()
            style.setFont(font(size, 600 if strong or is_key else weight))
            style.setForeground(color("action" if form.isAnchor() else "text"))
            style.setFontUnderline(form.isAnchor())
            if is_key:
                style.setBackground(color("neutral_soft"))
            cursor.mergeCharFormat(style)

    def _picture(self, document: QTextDocument, form: QTextImageFormat) -> QTextImageFormat:
        """Return a picture of the page no wider than the text, drawn once at that size."""
        name = form.name()
        if name not in self._images:
            self._images[name] = QImage(str(resources.GUIDE / name))
        image = self._images[name]
        room = self._width - 2 * px(_MARGIN) - 4
        width = min(image.width(), max(1, room))
        ratio = self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        scaled = image.scaledToWidth(round(width * ratio), smooth) if image.width() else image
        scaled.setDevicePixelRatio(ratio)
        kind = QTextDocument.ResourceType.ImageResource.value
        document.addResource(kind, QUrl(name), scaled)
        form.setWidth(width)
        form.setHeight(scaled.height() / ratio)
        return form

    def _mark(self) -> None:
        """Mark the words that are looked for."""
        marks = []
        for cursor in self._found():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            mark.format.setBackground(color("warning_soft"))
            mark.format.setForeground(color("text"))
            marks.append(mark)
        self.setExtraSelections(marks)

    def _found(self) -> list[QTextCursor]:
        result = []
        for block in _blocks(self.document()):
            # Sign by sign: the whole at once would be shorter, and its places others.
            text = "".join((fold(each) or " ")[0] for each in block.text())
            for word in self._words:
                start = text.find(word)
                while start >= 0:
                    cursor = QTextCursor(block)
                    cursor.setPosition(block.position() + start)
                    keep = QTextCursor.MoveMode.KeepAnchor
                    cursor.setPosition(block.position() + start + len(word), keep)
                    result.append(cursor)
                    start = text.find(word, start + len(word))
        return sorted(result, key=QTextCursor.position)

    def _start(self) -> int:
        """Return the block from which a page is read: a heading, what is looked for, or the first.

        What is looked for is shown with the line before it, if it is no heading.
        """
        if self._words and (found := self._found()):
            is_heading = found[0].blockFormat().headingLevel() > 0
            return max(0, found[0].blockNumber() - (not is_heading))
        for block in _blocks(self.document()):
            if block.blockFormat().headingLevel() and block.text() == self._heading:
                return block.blockNumber()
        return 0

    def _show_first(self, block: QTextBlock) -> None:
        """Scroll so that a block comes first."""
        self.setTextCursor(QTextCursor(block))
        place = self.document().documentLayout().blockBoundingRect(block)
        wanted = round(place.top()) - px(8) if block.blockNumber() else 0
        self.verticalScrollBar().setValue(wanted)

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        self.followed.emit(url.toString())


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    """Return the parts of a block, as they are before any of them changes."""
    return [part.fragment() for part in block]  # type: ignore[attr-defined]  # the stubs lack it


def _single() -> QTextBlockFormat:
    shape = QTextBlockFormat()
    shape.setLineHeight(_WHOLE, _PROPORTIONAL)
    return shape


def _write_tables(document: QTextDocument) -> None:
    for frame in document.rootFrame().childFrames():
        if not isinstance(frame, QTextTable):
            continue
        form = frame.format().toTableFormat()
        form.setBorder(0)
        form.setCellPadding(px(5))
        form.setCellSpacing(0)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, _WHOLE))
        narrow = QTextLength(QTextLength.Type.PercentageLength, 22.0)
        wide = QTextLength(QTextLength.Type.PercentageLength, 78.0)
        form.setColumnWidthConstraints([narrow, wide])
        frame.setFormat(form)
