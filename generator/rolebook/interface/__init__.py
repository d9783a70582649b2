"""The interface's words: finding them in the code, and the gettext catalogues that translate them.

There are two domains. `messages` is what readers see: pages, files and what scripts say. `reference` is what those
see besides who keep a kit: the descriptions of keys and rules. `<tag>.po` translates the first, `<tag>.reference.po`
the second.
"""
