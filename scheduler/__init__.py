"""What the clock does; each chore is `(session, now) → notices`, or None when nothing is due."""
