"""The catalogue: the products, their prices and their stock."""
