"""Rules on how words are written: spelling, American or British, capitals, punctuation, slips of the hand."""
