"""Building: the parallel build, what it keeps for the next one, and output that never half-exists."""
