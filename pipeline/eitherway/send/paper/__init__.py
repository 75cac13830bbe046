"""Letters by post on paper: one file to print, envelopes, labels."""
