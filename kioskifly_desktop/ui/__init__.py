"""The screens. No SQL."""
