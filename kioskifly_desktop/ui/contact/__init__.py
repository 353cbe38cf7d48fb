"""Keeping in touch: what is written to a client, and what they promised."""
