"""Pages to print that are no letters: the work-search log, the interview card, a client's brief."""
