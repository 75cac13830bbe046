"""A paragraph as its reader meets it: its words, their parts of speech, and what is known of single words."""
