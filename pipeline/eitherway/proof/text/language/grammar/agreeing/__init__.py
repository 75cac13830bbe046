"""What a verb must go with: noun phrases, where clauses begin, subjects near, far, after it, before "who"."""
