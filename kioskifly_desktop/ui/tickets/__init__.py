"""A sale as its ticket tells it: opened to its lines, printed again, voided."""
