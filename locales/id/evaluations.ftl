# Evaluasi: kegiatan, klien, dan layanan

session-ask = 💬 Bagaimana kegiatannya? Boleh dilewati.
choice-session-smooth = 👍 Lancar
choice-session-fair = 🙂 Cukup lancar
choice-session-troubled = ⚠️ Ada kendala
session-rated-smooth = 💬 Kegiatan: lancar. Terima kasih.
session-rated-fair = 💬 Kegiatan: cukup lancar. Terima kasih.
session-rated-troubled = 💬 Kegiatan: ada kendala. Bila PK perlu tahu, ketik: kejadian
