"""Long rounds of chance, each by a command of its own; the suite runs a short one of each."""
