"""Another tracker, a download, an address book: from a raw grid to rows of ours, and back out again.

Pure from grid to rows and questions; only `read_file` and the faces touch the disk. The way of the data:
`read_file` -> `layout` (where the header is) -> `columns` (what each column means) -> `rows` (applications,
interviews, people) -> `joining` (beside what the workbook holds already).
"""
