"""Rules on how words go together: agreement, verb forms, words left out, and words that stand for others."""
