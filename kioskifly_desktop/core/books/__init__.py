"""The books: accounts under their names, the journal, the trial balance, the result."""

from kioskifly_desktop.core.books.accounts import BookAccount, Group, book_accounts
from kioskifly_desktop.core.books.journal import (
    ENTRY_NAMES,
    BookEntry,
    MayorRow,
    Span,
    TrialRow,
    balances_before,
    book_entries,
    mayor,
    trial_balance,
)
from kioskifly_desktop.core.books.result import Result, month_of, month_result, result_of

__all__ = [
    "ENTRY_NAMES",
    "BookAccount",
    "BookEntry",
    "Group",
    "MayorRow",
    "Result",
    "Span",
    "TrialRow",
    "balances_before",
    "book_accounts",
    "book_entries",
    "mayor",
    "month_of",
    "month_result",
    "result_of",
    "trial_balance",
]
