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
from kioskifly_desktop.core.wallet.merge import (
    MergeDone,
    MergeRequest,
    merge_clients,
    merged_clients,
)
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
from kioskifly_desktop.core.wallet.opening import (
    OpeningDone,
    OpeningRequest,
    check_opening,
    open_balance,
    open_balances,
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
    "MergeDone",
    "MergeRequest",
    "MovementRow",
    "OpeningDone",
    "OpeningRequest",
    "PaymentDone",
    "PaymentRequest",
    "ReversalDone",
    "ReversalRequest",
    "StatementScope",
    "WalletSummary",
    "adjust_balance",
    "age_of_debt",
    "check_credit",
    "check_opening",
    "debts_by_age",
    "history",
    "is_overdue",
    "merge_clients",
    "merged_clients",
    "open_balance",
    "open_balances",
    "register_payment",
    "reverse_movement",
    "statement",
    "statement_rows",
    "wallet_summary",
]
