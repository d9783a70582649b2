"""The same pages on disk, for any generator that reads MkDocs' settings: ProperDocs, Zensical, MkDocs itself."""
