"""What leaves the program: printers, PDF. No Qt."""
