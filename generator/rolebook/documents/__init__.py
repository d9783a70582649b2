"""What each document says: (edition, subject) in, a `Document` made of blocks out.

A document knows no format, no path and no markup. It names other documents by `Target`.
"""
