# Evaluation: work at sites, clients, and service

session-ask = 💬 How did the work go? You may skip this.
choice-session-smooth = 👍 Smoothly
choice-session-fair = 🙂 Fairly well
choice-session-troubled = ⚠️ There was trouble
session-rated-smooth = 💬 Work: went smoothly. Thank you.
session-rated-fair = 💬 Work: went fairly well. Thank you.
session-rated-troubled = 💬 Work: there was trouble. If the officer should know, type: kejadian
