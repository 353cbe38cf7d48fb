"""Cash sessions: opening a drawer, counting it, and money that moves by hand."""
