"""Hadir: attendance of probation clients, confirmed by people."""
