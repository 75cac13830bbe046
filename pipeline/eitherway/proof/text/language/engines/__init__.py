"""Harper and Hunspell, the borrowed checkers: how they load, and which of their findings count here."""
