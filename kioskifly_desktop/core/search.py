"""What every searched list shares: the full-text query of what was typed, and the next page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, and_, or_, text

from kioskifly_desktop.core.es_ar import fold

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, TextualSelect


def match_expression(search: str) -> str | None:
    """Return the full-text query of what was typed, or None when it can match nothing.

    Only folded letters and digits reach the query language; every word is a prefix.
    """
    alternatives = []
    words = fold(search).split()
    if words:
        alternatives.append(" AND ".join(f'"{word}"*' for word in words))
    if len(words) > 1 and "".join(words).isdigit():
        # 20.123.456 and 11 5842-0917 are one number each.
        alternatives.append(f'"{"".join(words)}"*')
    return " OR ".join(f"({a})" for a in alternatives) or None


def matching(index: str, search: str) -> TextualSelect | None:
    """Return the query for the ids that a full-text index finds, or None when there are none."""
    expression = match_expression(search)
    if expression is None:
        return None
    found = text(f"SELECT rowid FROM {index} WHERE {index} MATCH :match")  # noqa: S608 - our names
    return found.bindparams(match=expression).columns(rowid=Integer)


def follows(
    columns: tuple[ColumnElement[Any], ColumnElement[int]],
    key: tuple[Any, int],
    *,
    descending: bool,
) -> ColumnElement[bool]:
    """Return the condition of the rows after `key` in a list sorted by a column and the id."""
    (column, row_id), (value, last_id) = columns, key
    beyond = column < value if descending else column > value
    next_id = row_id < last_id if descending else row_id > last_id
    return or_(beyond, and_(column == value, next_id))
