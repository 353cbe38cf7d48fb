"""The shop of invented data that a newcomer looks at, in a folder beside their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.demo.shop import create_demo_shop

if TYPE_CHECKING:
    from pathlib import Path

_CLIENTS, _MONTHS = 30, 2


def create_example_shop(folder: Path) -> None:
    """Make the invented shop, unless it is there as somebody left it.

    Raises:
        ShopFileError: the folder can't be written.
    """
    if not (folder / FILE_NAME).exists():
        create_demo_shop(folder, clients=_CLIENTS, months=_MONTHS, example=True)
