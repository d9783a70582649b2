"""What Rolebook makes, read by checkers that others wrote: `python -m tests.conformance` (make conformance)."""
