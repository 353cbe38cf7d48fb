"""Promotions, points, groups and what is agreed with a client."""
