"""Data in and out: files, the paper notebook, clients who are one."""
