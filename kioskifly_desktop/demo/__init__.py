"""An invented shop to look at, made with the core alone."""

from kioskifly_desktop.demo.example import EXAMPLE_FOLDER, create_example_shop
from kioskifly_desktop.demo.shop import create_demo_shop

__all__ = ["EXAMPLE_FOLDER", "create_demo_shop", "create_example_shop"]
