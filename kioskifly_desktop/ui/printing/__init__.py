"""Printing: the queue, and the paper before it is printed."""
