"""Starts the command `rolebook`, also as `python -m rolebook`."""

from __future__ import annotations


def main() -> None:
    """Load the command and run it. Whoever interrupts that before it has begun sees no traceback."""
    try:
        from rolebook.cli import main as command
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    command()


if __name__ == "__main__":
    main()
