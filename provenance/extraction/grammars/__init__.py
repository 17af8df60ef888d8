"""The languages other than English that are read by rules of their own."""
