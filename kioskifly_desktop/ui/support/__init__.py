"""The program itself: what goes wrong with it, and whether there is a newer one."""
