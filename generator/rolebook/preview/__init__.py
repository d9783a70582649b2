"""The live preview: each page and file made when somebody asks for it, and again when something is saved."""
