"""The plan becomes Word letters: which are owed, what goes into each, and the files themselves.

What it offers is imported from its modules (`plan`, `merging`, `files`, `links`, `doubts`, `left_over`): who
merges letters need not wait for what plans them.
"""
