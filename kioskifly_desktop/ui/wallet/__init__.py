"""The wallet: a client's balance, movements and payments."""
