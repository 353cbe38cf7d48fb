"""Registers (cajas): the list, and the movements of each."""
