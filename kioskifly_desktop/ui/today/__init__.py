"""What there is to do today with the clients."""
