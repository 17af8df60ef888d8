"""Rows from values and values from rows, side by side; each pair is tested to give back what went in."""
