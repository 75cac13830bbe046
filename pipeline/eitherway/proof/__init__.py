"""A merged letter is read again, as a careful person would before it goes out: pure, from text to findings."""
