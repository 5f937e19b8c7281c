"""The rules, in plain functions and values: no database, no messenger, no clock."""
