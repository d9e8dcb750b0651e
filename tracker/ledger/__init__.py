"""
The only reads of the record.

Every function takes a snapshot, which knows what may be seen and what was known as of a day, and
returns frozen rows after a constant number of queries. Rows are data, the same for a page and for
a file: codes, words in both languages, figures, dates and references.
"""
