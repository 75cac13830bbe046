"""The papers that letters are written on, as `Dress` and the fields name them."""

A4, LETTER = "A4", "Letter"
