"""The wallet: a client's running account, from a payment to its paper."""

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
    wallet_summary,
)

__all__ = [
    "AdjustmentDone",
    "AdjustmentRequest",
    "MovementRow",
    "PaymentDone",
    "PaymentRequest",
    "ReversalDone",
    "ReversalRequest",
    "StatementScope",
    "WalletSummary",
    "adjust_balance",
    "check_credit",
    "history",
    "register_payment",
    "reverse_movement",
    "statement",
    "wallet_summary",
]
