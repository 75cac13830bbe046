"""The form of a few words that somebody typed: what a sentence of a letter can take up, and what none can."""
