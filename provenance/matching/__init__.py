"""Which claims may speak of the same thing."""
