"""What two claims are to each other, and why."""
