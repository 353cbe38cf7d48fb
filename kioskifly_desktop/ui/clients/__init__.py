"""The clients: the list and the form."""
