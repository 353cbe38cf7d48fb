"""Offers for a client: written, looked at, sent and remembered."""
