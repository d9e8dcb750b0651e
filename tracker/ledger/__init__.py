"""
The only reads that join tables.

Every function returns frozen rows, the same for a page and for a file, after a constant
number of queries, and takes only what the public may see unless it says otherwise.
"""
