"""The style sheet, generated from the tokens. Widgets choose a rule by the property `kind`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.ui.tokens import Tokens


_LENGTH = re.compile(
    r"(?<![-\w])((?:min-|max-)?(?:width|height)|font-size|border-radius|border-\w+-\w+-radius"
    r"|padding-left): (\d+)px"
)


def stylesheet(t: Tokens, icon_file: Callable[[str, str], str], percent: int = 100) -> str:
    """Return the style sheet of a look, its text at `percent` of the usual size.

    `icon_file(name, colour)` gives the path of an icon.
    """
    return _magnified(_rules(t, icon_file), percent)


def _magnified(rules: str, percent: int) -> str:
    """Return rules with text, and the room it takes, at a percentage of their size."""
    if percent == 100:
        return rules

    def times(match: re.Match[str]) -> str:
        pixels = int(match[2])
        # Hairlines stay as they are; a radius past half of the height would not be drawn.
        return f"{match[1]}: {pixels if pixels < 4 else pixels * percent // 100}px"

    return _LENGTH.sub(times, rules)


def _rules(t: Tokens, icon_file: Callable[[str, str], str]) -> str:
    arrow = icon_file("chevron-down", t.text_secondary)
    check = icon_file("check", t.on_action)
    # Around what is filled with the action's blue, it is the only one told from it.
    ring = t.rail_text_active if t.dark else t.text
    return f"""
* {{ outline: none; }}
QMainWindow, QDialog, QWidget#page {{ background: {t.background}; }}
QLabel {{ color: {t.text}; background: transparent; }}
QLabel[kind="title"] {{ font-size: 22px; font-weight: 700; }}
QLabel[kind="subtitle"] {{ font-size: 16px; font-weight: 600; }}
QLabel[kind="muted"] {{ color: {t.text_secondary}; font-size: 13px; }}
QLabel[kind="tiny"] {{ color: {t.text_tertiary}; font-size: 12px; }}
QLabel[kind="figures"] {{ font-size: 13px; font-weight: 600; }}
QLabel[kind="caption"] {{ color: {t.text_secondary}; font-size: 12px; font-weight: 600; }}
QLabel[kind="error"] {{ color: {t.debt}; font-size: 12px; font-weight: 500; }}
QLabel[kind="warning"] {{ color: {t.warning}; font-size: 12px; font-weight: 500; }}
QLabel[tone="debt"] {{ color: {t.debt}; }}
QLabel[tone="credit"] {{ color: {t.credit}; }}
QLabel[tone="warning"] {{ color: {t.warning}; }}
QLabel[tone="muted"] {{ color: {t.text_secondary}; }}
QLabel[kind="key"] {{ color: {t.text_secondary}; font-size: 11px; font-weight: 600;
    background: {t.surface}; border: 1px solid {t.line_strong}; border-bottom-width: 2px;
    border-radius: 4px; padding: 0 5px; }}
QLabel[kind="digit"] {{ color: {t.text_secondary}; font-size: 18px; font-weight: 600;
    background: {t.neutral_soft}; border-radius: 6px; padding: 6px 0; }}
QLabel[kind="digit"][tone="action"] {{ color: {t.action}; background: {t.action_soft}; }}
QLabel[kind="digit"][tone="warning"] {{ color: {t.warning}; background: {t.warning_soft}; }}
QLabel[kind="pressed"] {{ color: {t.text}; font-size: 20px; font-weight: 600;
    background: {t.surface}; border: 1px solid {t.line_strong}; border-bottom-width: 3px;
    border-radius: 8px; padding: 10px 20px; }}
QLabel[kind="amount"] {{ font-size: 28px; font-weight: 700; }}
QLabel[kind="clock"] {{ font-size: 40px; font-weight: 700; }}
QLabel[kind="person"] {{ font-size: 15px; font-weight: 600; }}
QLabel[kind="mark"] {{ color: {t.text_secondary}; font-size: 12px; font-weight: 600;
    background: {t.neutral_soft}; border-radius: 6px; padding: 3px 8px; }}
QLabel[kind="mark"][tone="action"] {{ color: {t.action}; background: {t.action_soft}; }}
QLabel[kind="brand"] {{ font-size: 13px; font-weight: 700; }}
QFrame[kind="notice"] {{ background: {t.warning_soft}; border-radius: 10px; }}
QDialog#sheet {{ background: {t.background}; }}
QFrame#rail {{ background: {t.rail}; }}
QFrame#rail QLabel {{ color: {t.rail_text_active}; }}
QFrame#rail QLabel[kind="rail_key"] {{ color: {t.rail_text}; font-size: 10px; font-weight: 600; }}
QFrame#rail QToolButton {{ color: {t.rail_text}; background: transparent; border: none;
    border-radius: 10px; font-size: 12px; font-weight: 500; padding: 7px 2px 6px 2px; }}
QFrame#rail QToolButton:hover {{ background: {t.rail_active}; color: {t.rail_text_active}; }}
QFrame#rail QToolButton:checked {{ background: {t.rail_active}; color: {t.rail_text_active};
    font-weight: 600; }}
QFrame#rail QToolButton:focus {{ border: 2px solid {t.sun}; }}
QFrame[kind="card"] {{ background: {t.surface}; border: 1px solid {t.line};
    border-radius: 12px; }}
QFrame[kind="separator"] {{ background: {t.line}; border: none; }}
QFrame[kind="found"] {{ border: 2px solid {t.focus}; border-radius: 10px;
    background: transparent; }}
QFrame[kind="chip"], QPushButton[kind="chip"], QToolButton[kind="chip"] {{
    background: {t.surface}; border: 1px solid {t.line}; border-radius: 17px; }}
QPushButton[kind="chip"], QToolButton[kind="chip"] {{ color: {t.text_secondary}; font-size: 13px;
    font-weight: 500; padding: 0 14px; min-height: 32px; max-height: 32px; }}
QPushButton[kind="chip"]:hover, QToolButton[kind="chip"]:hover {{
    background: {t.sunken}; border-color: {t.line_strong}; }}
QPushButton[kind="chip"]:focus, QToolButton[kind="chip"]:focus {{
    border: 2px solid {t.focus}; padding: 0 13px; min-height: 30px; max-height: 30px; }}
QToolButton[kind="chip"]::menu-indicator {{ image: none; width: 0; }}
QFrame#toast {{ background: {t.rail}; border-radius: 10px; border: 1px solid {t.line_strong}; }}
QFrame#toast QLabel {{ color: #FFFFFF; font-size: 14px; font-weight: 500; }}
QFrame#toast QPushButton {{ background: transparent; color: {t.sun};
    border: 2px solid transparent; font-weight: 700; padding: 0 6px; min-height: 32px; }}
QFrame#toast QPushButton:focus {{ border-color: {t.sun}; }}
QFrame#chat {{ background: {t.chat}; border-radius: 10px; }}
QLineEdit, QComboBox, QPlainTextEdit {{ background: {t.surface}; color: {t.text};
    border: 1px solid {t.field_border}; border-radius: 8px; padding: 0 12px; min-height: 40px;
    selection-background-color: {t.action}; selection-color: {t.on_action}; }}
QPlainTextEdit {{ padding: 8px 8px; }}
QPlainTextEdit[kind="bubble"] {{ background: {t.bubble}; border: 1px solid {t.bubble};
    font-size: 15px; }}
QPlainTextEdit[kind="code"] {{ background: {t.sunken}; font-size: 13px; }}
QLineEdit:hover, QComboBox:hover, QPlainTextEdit:hover {{ border-color: {t.text_tertiary}; }}
QLineEdit:focus, QComboBox:focus, QComboBox:on, QPlainTextEdit:focus {{
    border: 2px solid {t.focus}; padding: 0 11px; min-height: 38px; }}
QPlainTextEdit:focus {{ padding: 7px 7px; }}
QPlainTextEdit[kind="bubble"]:focus {{ border: 2px solid {t.focus}; padding: 7px 7px; }}
QTextBrowser {{ background: transparent; border: 2px solid transparent; border-radius: 10px;
    selection-background-color: {t.action}; selection-color: {t.on_action}; }}
QTextBrowser:focus {{ border-color: {t.focus}; }}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{
    background: {t.neutral_soft}; color: {t.text_tertiary}; border-color: {t.line}; }}
QLineEdit[bad="true"], QComboBox[bad="true"], QLineEdit[bad="true"]:focus,
QComboBox[bad="true"]:focus {{ border-color: {t.debt}; }}
QLineEdit[kind="money"] {{ font-size: 22px; font-weight: 600; min-height: 46px;
    padding-left: 36px; }}
QLineEdit[kind="code"], QLineEdit[kind="code"]:focus {{ font-size: 26px; font-weight: 700;
    min-height: 62px; }}
QLineEdit#day, QLineEdit#day:focus {{ min-height: 30px; font-size: 13px; }}
QLineEdit#low, QLineEdit#low:focus {{ min-height: 32px; font-size: 16px; }}
QLineEdit#compact {{ font-size: 17px; min-height: 40px; }}
QLineEdit[kind="money"]:focus {{ padding-left: 35px; min-height: 44px; }}
QComboBox[kind="large"] {{ min-height: 46px; font-size: 15px; }}
QComboBox[kind="large"]:focus, QComboBox[kind="large"]:on {{ min-height: 44px; }}
QComboBox::drop-down {{ border: none; width: 34px; }}
QComboBox::down-arrow {{ image: url({arrow}); width: 18px; height: 18px; }}
QComboBox QAbstractItemView {{ background: {t.raised}; border: 1px solid {t.line_strong};
    border-radius: 8px; padding: 4px; selection-background-color: {t.action_soft};
    selection-color: {t.text}; }}
QComboBox QAbstractItemView::item {{ min-height: 36px; }}
QCheckBox {{ color: {t.text}; spacing: 10px; min-height: 32px; }}
QCheckBox::indicator {{ width: 20px; height: 20px; border: 1px solid {t.field_border};
    border-radius: 5px; background: {t.surface}; }}
QCheckBox::indicator:focus {{ border: 2px solid {t.focus}; }}
QCheckBox::indicator:checked {{ background: {t.action}; border-color: {t.action};
    image: url({check}); }}
QPushButton {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.line_strong};
    border-radius: 8px; padding: 0 16px; min-height: 40px; font-weight: 600; }}
QPushButton:hover {{ background: {t.sunken}; border-color: {t.text_tertiary}; }}
QPushButton:focus {{ border: 2px solid {t.focus}; padding: 0 15px; min-height: 38px; }}
QPushButton:disabled {{ background: {t.neutral_soft}; color: {t.text_tertiary};
    border-color: {t.line}; }}
QPushButton[kind="primary"] {{ background: {t.action}; color: {t.on_action};
    border: 1px solid {t.action}; }}
QPushButton[kind="primary"]:hover {{ background: {t.action_hover}; }}
QPushButton[kind="primary"]:pressed {{ background: {t.action_pressed}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {ring}; padding: 0 15px; }}
QPushButton[kind="primary"]:disabled {{ background: {t.neutral_soft}; color: {t.text_tertiary};
    border-color: {t.line}; }}
QPushButton::menu-indicator {{ image: url({arrow}); width: 16px; height: 16px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 10px; }}
QPushButton[menu="true"] {{ padding-right: 34px; }}
QPushButton[large="true"] {{ min-height: 46px; font-size: 16px; padding: 0 24px; }}
QPushButton[large="true"]:focus {{ padding: 0 23px; min-height: 44px; }}
QPushButton[kind="key"] {{ background: transparent; border: 1px solid transparent;
    border-radius: 7px; min-height: 30px; max-height: 30px; padding: 0; }}
QPushButton[kind="key"]:hover {{ background: {t.neutral_soft}; }}
QPushButton[kind="chip"][tone="warning"] {{ background: {t.warning_soft}; color: {t.warning};
    border-color: {t.warning_soft}; font-weight: 600; }}
QPushButton[huge="true"] {{ min-height: 58px; font-size: 18px; padding: 0 8px; }}
QToolButton[kind="tile"] {{ background: {t.surface}; color: {t.text};
    border: 1px solid {t.line_strong}; border-radius: 10px; font-size: 13px; font-weight: 600;
    padding: 8px; }}
QToolButton[kind="tile"][low="true"] {{ font-size: 12px; padding: 2px; }}
QToolButton[kind="tile"]:hover {{ background: {t.action_soft}; border-color: {t.action}; }}
QToolButton[kind="tile"]:checked {{ background: {t.action_soft}; border: 2px solid {t.action}; }}
QToolButton[kind="tile"]:focus {{ border: 2px solid {t.text}; }}
QToolButton[kind="tile"]:disabled {{ color: {t.text_tertiary}; background: {t.neutral_soft};
    border-color: {t.line}; }}
QLineEdit#scan {{ font-size: 17px; min-height: 50px; border-radius: 10px;
    padding: 0 13px; padding-left: 47px; }}
QLineEdit#scan:focus {{ min-height: 48px; padding: 0 12px; padding-left: 46px; }}
QFrame#offers {{ background: {t.raised}; border: 1px solid {t.line_strong};
    border-radius: 10px; }}
QListWidget {{ font-size: 15px; }}
QListWidget::item {{ padding: 0 10px; border-radius: 6px; color: {t.text}; }}
QListWidget::item:selected {{ background: {t.action_soft}; color: {t.text}; }}
QPushButton[kind="section"] {{ background: transparent; border: 1px solid transparent;
    border-radius: 8px; color: {t.text_secondary}; min-height: 40px; padding: 0 12px;
    font-weight: 500; text-align: left; }}
QPushButton[kind="section"]:hover {{ background: {t.neutral_soft}; color: {t.text}; }}
QPushButton[kind="section"]:checked {{ background: {t.action_soft}; color: {t.action};
    font-weight: 600; }}
QPushButton[kind="section"]:focus {{ border: 2px solid {t.focus}; padding: 0 11px;
    min-height: 38px; }}
QPushButton[kind="choice"] {{ border: 1px solid {t.line_strong}; border-radius: 12px;
    padding: 0; min-height: 84px; }}
QPushButton[kind="choice"]:hover {{ border-color: {t.action}; }}
QPushButton[kind="choice"]:checked {{ background: {t.action_soft};
    border: 2px solid {t.action}; }}
QPushButton[kind="choice"]:focus {{ border: 3px solid {t.text}; padding: 0; min-height: 80px; }}
QFrame#example {{ background: {t.warning_soft}; border-bottom: 1px solid {t.line_strong}; }}
QFrame[kind="segments"] {{ background: {t.neutral_soft}; border-radius: 10px; }}
QPushButton[kind="person"] {{ border: 1px solid {t.line}; border-radius: 10px; padding: 0;
    min-height: 58px; }}
QPushButton[kind="person"]:hover {{ border-color: {t.action}; }}
QPushButton[kind="person"]:checked {{ background: {t.action_soft};
    border: 2px solid {t.action}; min-height: 56px; }}
QPushButton[pin="true"] {{ border-radius: 10px; padding: 0; min-height: 52px; font-size: 20px; }}
QPushButton[kind="segment"] {{ background: transparent; border: 1px solid transparent;
    border-radius: 7px; color: {t.text_secondary}; min-height: 34px; padding: 0 13px;
    font-weight: 500; }}
QPushButton[kind="segment"]:hover {{ color: {t.text}; }}
QPushButton[kind="segment"]:checked {{ background: {t.raised}; color: {t.text}; font-weight: 600;
    border-color: {t.line_strong}; }}
QPushButton[kind="segment"]:focus {{ border: 2px solid {t.focus}; padding: 0 12px;
    min-height: 32px; }}
QPushButton[kind="quick"] {{ background: {t.action_soft}; color: {t.action};
    border: 1px solid transparent; min-height: 30px; padding: 0 12px; border-radius: 15px;
    font-size: 13px; }}
QPushButton[kind="quick"]:hover {{ border-color: {t.action}; }}
QPushButton[kind="quick"]:focus {{ border: 2px solid {t.focus}; padding: 0 11px;
    min-height: 28px; }}
QPushButton[kind="link"] {{ background: transparent; border: 2px solid transparent;
    border-radius: 6px; color: {t.action}; padding: 0 4px; min-height: 32px; }}
QPushButton[kind="link"]:hover {{ color: {t.action_hover}; }}
QPushButton[kind="link"]:focus {{ border-color: {t.focus}; min-height: 32px; }}
QPushButton[kind="link"]:disabled {{ color: {t.text_tertiary}; }}
QToolButton[kind="ghost"], QToolButton[kind="outline"] {{ background: transparent;
    border: 1px solid transparent; border-radius: 8px; min-width: 40px; min-height: 40px; }}
QToolButton[kind="outline"] {{ background: {t.surface}; border-color: {t.line_strong}; }}
QToolButton[kind="ghost"]:hover {{ background: {t.neutral_soft}; }}
QToolButton[kind="outline"]:hover {{ background: {t.sunken}; border-color: {t.text_tertiary}; }}
QToolButton[kind="ghost"]:focus, QToolButton[kind="outline"]:focus {{
    border: 2px solid {t.focus}; min-width: 38px; min-height: 38px; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QMenu {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line_strong};
    border-radius: 8px; padding: 6px; }}
QMenu::item {{ padding: 9px 18px 9px 14px; border-radius: 6px; }}
QMenu::item:selected {{ background: {t.action_soft}; color: {t.text}; }}
QMenu::item:disabled {{ color: {t.text_tertiary}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 5px 8px; }}
QMenu::icon {{ padding-left: 10px; }}
QTableView, QListView {{ background: transparent; border: 2px solid transparent;
    border-radius: 11px; gridline-color: transparent;
    selection-background-color: {t.row_selected}; selection-color: {t.text}; color: {t.text}; }}
QTableView:focus, QListView:focus {{ border-color: {t.focus}; }}
QTableView[kind="rows"]::item {{ border: none; border-bottom: 1px solid {t.line};
    padding: 0 13px; }}
QTableView[kind="rows"]::item:selected {{ background: {t.row_selected}; color: {t.text}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: {t.sunken}; color: {t.text_secondary}; border: none;
    border-bottom: 1px solid {t.line}; padding: 0 16px; font-size: 12px; font-weight: 600;
    height: 40px; }}
QTableView[kind="cart"] QHeaderView::section {{ padding: 0 12px; }}
QHeaderView::section:first {{ border-top-left-radius: 11px; }}
QHeaderView::section:last {{ border-top-right-radius: 11px; }}
QHeaderView::section:hover {{ color: {t.text}; }}
QScrollArea, QScrollArea > QWidget > QWidget#scrolled {{ background: transparent; border: none; }}
QScrollArea#facts {{ border: 2px solid transparent; border-radius: 6px; }}
QScrollArea#facts:focus {{ border-color: {t.focus}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {t.line_strong}; border-radius: 4px;
    min-height: 40px; }}
QScrollBar::handle:vertical:hover {{ background: {t.text_tertiary}; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle:horizontal {{ background: {t.line_strong}; border-radius: 4px;
    min-width: 40px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ background: {t.neutral_soft}; border: none; border-radius: 4px; max-height: 8px;
    min-height: 8px; }}
QProgressBar::chunk {{ background: {t.debt}; border-radius: 4px; }}
QProgressBar[tone="action"]::chunk {{ background: {t.action}; }}
QToolTip {{ background: {t.rail}; color: #FFFFFF; border: none; padding: 6px 8px;
    font-size: 12px; }}
"""
