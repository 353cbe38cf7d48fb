"""The wallet: a client's running account, from a payment to its paper."""

from kioskifly_desktop.core.wallet.ageing import (
    AGE_NAMES,
    Age,
    DebtAge,
    age_of_debt,
    debts_by_age,
    is_overdue,
)
from kioskifly_desktop.core.wallet.credit import check_credit
from kioskifly_desktop.core.wallet.movements import (
    AdjustmentDone,
    AdjustmentRequest,
    PaymentDone,
    PaymentRequest,
    ReversalDone,
    ReversalRequest,
    adjust_balance,
    register_payment,
    reverse_movement,
)
from kioskifly_desktop.core.wallet.reads import (
    MovementRow,
    StatementScope,
    WalletSummary,
    history,
    statement,
    statement_rows,
    wallet_summary,
)

__all__ = [
    "AGE_NAMES",
    "AdjustmentDone",
    "AdjustmentRequest",
    "Age",
    "DebtAge",
    "MovementRow",
    "PaymentDone",
    "PaymentRequest",
    "ReversalDone",
    "ReversalRequest",
    "StatementScope",
    "WalletSummary",
    "adjust_balance",
    "age_of_debt",
    "check_credit",
    "debts_by_age",
    "history",
    "is_overdue",
    "register_payment",
    "reverse_movement",
    "statement",
    "statement_rows",
    "wallet_summary",
]
