"""Money as whole centavos, quantities as whole thousandths: ints everywhere, never floats."""

from __future__ import annotations

from typing import TypeAlias

Centavos: TypeAlias = int
"""An amount in centavos; `150050` is $ 1.500,50."""

MAX_AMOUNT: Centavos = 999_999_999_99
"""The largest amount of one operation, $ 999.999.999,99."""

MAX_BALANCE: Centavos = 9_999_999_999_999_99
"""The largest balance of an account, either side of zero; far below 2**63."""

Milli: TypeAlias = int
"""A quantity in thousandths; `1000` is one piece or one kilogram."""

MAX_QUANTITY: Milli = 999_999_999
"""The largest quantity of one move, 999.999,999."""

MAX_STOCK: Milli = 999_999_999_999
"""The largest level of a product's stock, either side of zero."""

BasisPoints: TypeAlias = int
"""A percentage in hundredths; `1000` is 10 %."""

WHOLE: BasisPoints = 10_000
"""All of it: 100 %."""
