"""Another tracker, a download, an address book: from a raw grid to rows of ours, and back out again.

Pure from grid to rows and questions; only `files`, `export.write` and the faces touch the disk. The way:
`files` (grids) -> `mapping` (where the header is, what each column means) -> `rows` (applications,
interviews, people) -> `joining` (beside what the workbook holds already). What one cell says stands in
`cells`. `bringing` and `importing` go this way, `telling` says what came of it; `export` is the way out.
"""
