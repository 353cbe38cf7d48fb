"""Cash sessions (turnos): a drawer is opened with what is in it, and closed with what is counted.

A session is what lies between two entries, that of its opening and that of its close. Each records
the difference between what was counted and what the register's account said, so that the account
says afterwards what is in the drawer; a count that agrees makes an entry without postings.
"""

from kioskifly_desktop.core.sales import Tally
from kioskifly_desktop.core.sessions.cash import (
    CashMovementDone,
    CashMovementRequest,
    TransferRequest,
    pay_in,
    pay_out,
    transfer,
)
from kioskifly_desktop.core.sessions.categories import (
    EXPENSE_KIND_NAMES,
    FIRST_CATEGORIES,
    CategoryRow,
    ExpenseKind,
    add_category,
    archive_category,
    list_categories,
    rename_category,
)
from kioskifly_desktop.core.sessions.counts import (
    DENOMINATIONS,
    CashCount,
    CloseDone,
    CloseRequest,
    OpenRequest,
    SessionDone,
    close_session,
    open_session,
)
from kioskifly_desktop.core.sessions.reads import (
    HandMovement,
    SessionReport,
    SessionRow,
    current_session,
    list_sessions,
    open_sessions,
    session_report,
    sessions_opened,
    tallies_of,
    x_report,
)

__all__ = [
    "DENOMINATIONS",
    "EXPENSE_KIND_NAMES",
    "FIRST_CATEGORIES",
    "CashCount",
    "CashMovementDone",
    "CashMovementRequest",
    "CategoryRow",
    "CloseDone",
    "CloseRequest",
    "ExpenseKind",
    "HandMovement",
    "OpenRequest",
    "SessionDone",
    "SessionReport",
    "SessionRow",
    "Tally",
    "TransferRequest",
    "add_category",
    "archive_category",
    "close_session",
    "current_session",
    "list_categories",
    "list_sessions",
    "open_session",
    "open_sessions",
    "pay_in",
    "pay_out",
    "rename_category",
    "session_report",
    "sessions_opened",
    "tallies_of",
    "transfer",
    "x_report",
]
