"""What the world does to the shop's file, on purpose."""
