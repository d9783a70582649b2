"""What each document says: (edition, subject) in, a `Document` made of blocks out.

A document knows no format, no path and no markup. It names other documents by `Target`. Documents stand in rooms by
what they are about; beside the rooms stands what all of them are made from: editions of a kit, and made of: blocks.
"""
