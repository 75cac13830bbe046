"""A sheet's rows as applications, interviews and people."""
