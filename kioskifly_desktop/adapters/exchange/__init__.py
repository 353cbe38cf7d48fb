"""Files of other programs: spreadsheets, texts with separators, contact cards."""

from kioskifly_desktop.adapters.exchange.read import read_rows
from kioskifly_desktop.adapters.exchange.write import write_rows

__all__ = ["read_rows", "write_rows"]
