"""Publishing: the MkDocs plugin, the parallel build, the live server, and output that never half-exists."""

import os

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme announces its end of life on every import
