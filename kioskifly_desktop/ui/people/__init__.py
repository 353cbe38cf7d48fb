"""The people at the counter: who they are, and what an administrator lends them."""
