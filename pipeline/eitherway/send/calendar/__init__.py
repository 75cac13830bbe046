"""Interviews and follow-ups as calendar entries."""
