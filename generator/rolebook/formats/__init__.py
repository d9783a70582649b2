"""How a document is written: one module a format, each a pure function from document to text or bytes.

Each module is the one door through which text enters its format, and escapes it there.
"""
