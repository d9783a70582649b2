"""Publishing: the MkDocs plugin, the parallel build, the live server, and output that never half-exists."""
