"""The books: accounts under their names, the journal, the trial balance, the result."""

from kioskifly_desktop.core.books.accounts import (
    PATH,
    BookAccount,
    Group,
    book_accounts,
    find_account,
    shop_accounts,
)
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
from kioskifly_desktop.core.books.result import Result, result_of

__all__ = [
    "ENTRY_NAMES",
    "PATH",
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
    "find_account",
    "mayor",
    "result_of",
    "shop_accounts",
    "trial_balance",
]
