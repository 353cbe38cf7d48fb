"""Settings: the shop, its printers, the look."""
