"""The revisions of the shop's file, oldest first."""

REVISIONS = ("0001",)
HEAD = REVISIONS[-1]
