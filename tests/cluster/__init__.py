"""Several equal processes on one PostgreSQL, and what happens when the database goes away under them."""
