"""The bridge between the letters and the checks: what is read, what is known of it, and what is told.

Reading loads a spelling and grammar engine, and only reading does.
"""
