"""Who got it from whom, and how many independent origins there are."""
