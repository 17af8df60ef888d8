"""The values that all rooms exchange: frozen dataclasses, nothing but the standard library."""
