"""What `core` says, in the language of the screens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from kioskifly_desktop.core.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kioskifly_desktop.core.errors import ShopError
    from kioskifly_desktop.core.reports import Report
    from kioskifly_desktop.core.reports.report import Value


def said(words: str) -> str:
    """Return fixed words of `core` translated; any other text, which is data, as it is."""
    if not isinstance(words, Phrase):
        return words
    translated = QCoreApplication.translate(words.context, words.template)
    return translated.format(**_said_fields(words.fields)) if words.fields else translated


def kept(words: str) -> str:
    """Return words that the base keeps as `core` or `adapters` said them, translated if known."""
    return QCoreApplication.translate("", words) if words else ""


def words_of(error: ShopError) -> str:
    """Return the sentence of a broken rule, translated."""
    translated = QCoreApplication.translate("errors", error.sentence)
    return translated.format(**_said_fields(error.fields))


def _said_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: said(each) for name, each in fields.items()}


def spoken(report: Report) -> Report:
    """Return a report as screens show it; paper and files have it as it is."""
    return replace(
        report,
        title=said(report.title),
        columns=tuple(replace(each, title=said(each.title)) for each in report.columns),
        rows=tuple(tuple(map(_value, row)) for row in report.rows),
        totals=tuple(map(_value, report.totals)),
        series=tuple(
            replace(
                each,
                name=said(each.name),
                points=tuple((said(label), value) for label, value in each.points),
            )
            for each in report.series
        ),
        note=said(report.note),
        period=said(report.period),
    )


def _value(value: Value) -> Value:
    return said(value) if isinstance(value, str) else value
