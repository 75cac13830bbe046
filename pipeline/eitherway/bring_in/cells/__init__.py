"""What one cell says by itself: a date, people, a stage, a status."""
