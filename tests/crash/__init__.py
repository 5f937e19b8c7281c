"""The real process is killed again and again while an office works; nothing may be lost or told twice."""
