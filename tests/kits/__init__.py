"""Whole kits to test and measure with."""
