"""Money as whole centavos: an int everywhere, never a float."""

from __future__ import annotations

from typing import TypeAlias

Centavos: TypeAlias = int
"""An amount in centavos; `150050` is $ 1.500,50."""

MAX_AMOUNT: Centavos = 999_999_999_99
"""The largest amount of one operation, $ 999.999.999,99."""

MAX_BALANCE: Centavos = 9_999_999_999_999_99
"""The largest balance of an account, either side of zero; far below 2**63."""
