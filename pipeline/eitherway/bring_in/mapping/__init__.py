"""Where a sheet's header is, and what each of its columns means."""
