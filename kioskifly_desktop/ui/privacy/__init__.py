"""What is held of a client: seeing it, handing it over, deleting it."""
