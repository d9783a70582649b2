"""MkDocs with Material: the only room, beside the plugin, that imports either."""

import os

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme announces its end of life on every import
