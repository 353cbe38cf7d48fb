"""The first steps of a shop, and the sign of the invented one."""
