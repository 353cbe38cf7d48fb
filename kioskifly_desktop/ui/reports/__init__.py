"""The page of reports: what was sold, what it left, how the shop stands."""
