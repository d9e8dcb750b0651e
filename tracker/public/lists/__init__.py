"""The public lists, one module for each: its filter, its columns, and the page of both."""
