"""What is wrong in a letter template, all of it at once, each thing at its paragraph and its field."""
