// Every word the page shows, in Indonesian (the default) and English.

const ID = {
  simulation: "SIMULASI",
  simulation_hint: "Semua orang dan pesan di sini rekaan. Tidak ada yang dikirim ke Telegram.",
  skip: "Langsung ke percakapan",
  clock: "Jam bersama", hour: "+1 jam", day: "+1 hari", monday: "ke Senin 07.00",
  clock_moved: "Sekarang {time}",
  faults: "Gangguan", faults_none: "Tidak ada gangguan", faults_active: "Gangguan aktif", faults_clear: "Hapus semua",
  faults_method: "Panggilan bot", faults_any: "semua panggilan", faults_times: "Berapa kali", faults_once: "sekali", faults_thrice: "3 kali", faults_always: "terus-menerus",
  fault_too_many_requests: "429 terlalu cepat", fault_bad_gateway: "502 server rusak", fault_hang: "Menggantung 30 detik",
  fault_answer_lost: "Terkirim, jawaban hilang", fault_duplicate_update: "Pembaruan ganda",
  journal: "Yang dilakukan bot", journal_empty: "Bot belum melakukan apa-apa.", journal_details: "Rincian",
  journal_call: "panggilan", journal_update: "pembaruan", journal_fault: "gangguan", journal_clock: "jam",
  language: "English", language_code: "EN", theme_dark: "Mode gelap", theme_light: "Mode terang", tools: "Alat simulasi",
  reset: "Mulai dari awal", reset_sure: "Hapus semua percakapan dan mulai dari awal?", resetting: "Memulai dari awal…", yes: "Ya", cancel: "Batal", ok: "Oke", close: "Tutup", done: "Selesai",
  connecting: "Menyambung kembali…", connected: "Tersambung", failed: "Gagal terkirim: {reason}", unreachable: "Server simulasi tidak terjangkau.",
  phones: "Ponsel", phone_of: "Ponsel {name}", people: "Ganti orang", unread: "{n} belum dibaca",
  role_client: "Klien", role_supervisor: "Pengawas", role_officer: "PK", role_guardian: "Wali", role_other: "Lainnya",
  bot: "bot", typing: "sedang mengetik", blocked_state: "diblokir", no_signal: "tanpa sinyal", waiting_for_signal: "menunggu sinyal…",
  start: "MULAI", start_label: "Mulai percakapan dengan {bot}", start_hint: "Ketuk MULAI untuk membuka percakapan lewat tautan undangan.", what_can: "Apa yang bisa dilakukan bot ini?",
  unblock: "BUKA BLOKIR", block: "Blokir bot", signal_off: "Matikan sinyal", signal_on: "Nyalakan sinyal", sticker: "Kirim stiker", restart: "Kirim /start lagi", menu: "Menu percakapan",
  messages: "Percakapan dengan {bot}", message: "Pesan", write: "Tulis pesan", send: "Kirim", attach: "Lampirkan", commands: "Perintah bot", no_commands: "Bot ini belum punya daftar perintah.",
  keyboard_show: "Tampilkan tombol", keyboard_hide: "Sembunyikan tombol", keyboard: "Tombol dari bot", buttons: "Tombol pesan",
  to_bottom: "Ke pesan terbaru", earlier: "Pesan sebelumnya", today: "Hari ini", yesterday: "Kemarin",
  edited: "diedit", you: "Anda", reply: "Balas", replying: "Membalas {name}", copy: "Salin teks", forward: "Teruskan ke bot", forwarded: "Diteruskan", message_actions: "Tindakan pesan",
  deleted: "Pesan dihapus", unsupported: "Jenis pesan ini belum digambar", photo: "Foto", document: "Dokumen", location: "Lokasi", sticker_sent: "Stiker", voice: "Pesan suara", contact: "Kontak", venue: "Tempat",
  state_waiting: "menunggu", state_sent: "terkirim", state_read: "sampai di bot",
  photo_open: "Lihat foto", document_open: "Buka", document_save: "Unduh", viewer: "Foto", link_inside: "Tautan: {url}",
  live: "Lokasi langsung", live_updated: "diperbarui {time}", live_ended: "berakhir", live_stop: "Berhenti berbagi", accuracy_m: "ketelitian {m} m",
  sheet_attach: "Lampirkan", attach_photo: "Foto", attach_location: "Lokasi", attach_contact: "Kontak", attach_sticker: "Stiker",
  permission_title: "Izinkan {bot} mengetahui lokasi ponsel ini?", permission_text: "Lokasi hanya dikirim ketika Anda mengetuk Kirim.",
  permission_allow: "Izinkan saat aplikasi dipakai", permission_deny: "Jangan izinkan", permission_off: "GPS ponsel mati",
  denied_title: "Lokasi tidak diizinkan", denied_text: "Ponsel tidak memberi lokasi, jadi tidak ada yang terkirim. Begitulah yang dialami klien; tulis pesan saja atau ubah izinnya.",
  off_title: "GPS mati", off_text: "Layanan lokasi ponsel ini mati, jadi tidak ada yang terkirim.", off_turn_on: "Nyalakan GPS", ask_again: "Tanya izin lagi",
  location_title: "Kirim lokasi", location_map: "Peta. Geser penanda, ketuk peta, atau pakai tombol panah untuk memindahkannya.", place: "Lokasi acuan",
  preset_at: "Di lokasi", preset_near: "80 m dari lokasi", preset_far: "3 km dari lokasi", preset_city: "Kota lain", presets: "Letak cepat",
  accuracy: "Ketelitian", accuracy_none: "tanpa ketelitian", distance: "{d} dari {place}", inside: "di dalam {place}",
  send_location: "Kirim lokasi ini", send_live: "Bagikan langsung 15 menit", send_live_hint: "berjalan kaki menuju lokasi", send_venue: "Kirim sebagai tempat pilihan", send_forwarded: "Kirim sebagai pesan terusan", more_ways: "Cara lain", pin: "Penanda lokasi",
  photo_title: "Kirim foto", tab_samples: "Contoh", tab_upload: "Unggah", tab_webcam: "Kamera", samples: "Foto contoh", upload_pick: "Pilih gambar dari komputer", upload_hint: "JPEG, PNG atau WEBP", shoot: "Ambil foto", webcam_off: "Kamera tidak tersedia di komputer ini.",
  caption: "Keterangan", as_photo: "Kirim sebagai foto", as_file: "Kirim sebagai berkas", photo_again: "Pilih lain",
  contact_title: "Bagikan kontak", contact_own: "Nomor saya", contact_own_hint: "Kirim nomor ponsel ini ke bot", contact_other: "Kontak orang lain", contact_name: "Nama", contact_phone: "Nomor telepon", contact_send: "Kirim kontak",
  share_phone_title: "Bagikan nomor Anda?", share_phone_text: "Bot akan melihat nomor telepon {phone}.", share: "Bagikan",
  tour: "Panduan", tour_start: "Mulai panduan", tour_next: "Lanjut", tour_end: "Tutup panduan", tour_step: "Langkah {n} dari {of}",
};

const EN = {
  simulation: "SIMULATION",
  simulation_hint: "Every person and message here is made up. Nothing is sent to Telegram.",
  skip: "Skip to the chats",
  clock: "Shared clock", hour: "+1 hour", day: "+1 day", monday: "to Monday 07.00",
  clock_moved: "It is now {time}",
  faults: "Faults", faults_none: "No faults", faults_active: "Active faults", faults_clear: "Clear all",
  faults_method: "Bot call", faults_any: "every call", faults_times: "How often", faults_once: "once", faults_thrice: "3 times", faults_always: "always",
  fault_too_many_requests: "429 too fast", fault_bad_gateway: "502 bad gateway", fault_hang: "Hangs for 30 seconds",
  fault_answer_lost: "Done, answer lost", fault_duplicate_update: "Duplicate update",
  journal: "What the bot did", journal_empty: "The bot has done nothing yet.", journal_details: "Details",
  journal_call: "call", journal_update: "update", journal_fault: "fault", journal_clock: "clock",
  language: "Bahasa Indonesia", language_code: "ID", theme_dark: "Dark mode", theme_light: "Light mode", tools: "Simulation tools",
  reset: "Start over", reset_sure: "Forget every chat and start over?", resetting: "Starting over…", yes: "Yes", cancel: "Cancel", ok: "OK", close: "Close", done: "Done",
  connecting: "Reconnecting…", connected: "Connected", failed: "Not sent: {reason}", unreachable: "The simulation server cannot be reached.",
  phones: "Phones", phone_of: "{name}’s phone", people: "Switch person", unread: "{n} unread",
  role_client: "Client", role_supervisor: "Supervisor", role_officer: "Officer", role_guardian: "Guardian", role_other: "Others",
  bot: "bot", typing: "typing", blocked_state: "blocked", no_signal: "no signal", waiting_for_signal: "waiting for signal…",
  start: "START", start_label: "Start the chat with {bot}", start_hint: "Tap START to open the chat through the invitation link.", what_can: "What can this bot do?",
  unblock: "UNBLOCK", block: "Block the bot", signal_off: "Turn the signal off", signal_on: "Turn the signal on", sticker: "Send a sticker", restart: "Send /start again", menu: "Chat menu",
  messages: "Chat with {bot}", message: "Message", write: "Message", send: "Send", attach: "Attach", commands: "Bot commands", no_commands: "This bot has no command list yet.",
  keyboard_show: "Show buttons", keyboard_hide: "Hide buttons", keyboard: "Buttons of the bot", buttons: "Message buttons",
  to_bottom: "To the newest message", earlier: "Earlier messages", today: "Today", yesterday: "Yesterday",
  edited: "edited", you: "You", reply: "Reply", replying: "Reply to {name}", copy: "Copy text", forward: "Forward to the bot", forwarded: "Forwarded", message_actions: "Message actions",
  deleted: "Message deleted", unsupported: "This kind of message is not drawn yet", photo: "Photo", document: "Document", location: "Location", sticker_sent: "Sticker", voice: "Voice message", contact: "Contact", venue: "Venue",
  state_waiting: "waiting", state_sent: "sent", state_read: "reached the bot",
  photo_open: "View photo", document_open: "Open", document_save: "Download", viewer: "Photo", link_inside: "Link: {url}",
  live: "Live location", live_updated: "updated {time}", live_ended: "ended", live_stop: "Stop sharing", accuracy_m: "accuracy {m} m",
  sheet_attach: "Attach", attach_photo: "Photo", attach_location: "Location", attach_contact: "Contact", attach_sticker: "Sticker",
  permission_title: "Allow {bot} to know where this phone is?", permission_text: "A location is sent only when you tap Send.",
  permission_allow: "Allow while using the app", permission_deny: "Don’t allow", permission_off: "The phone’s GPS is off",
  denied_title: "Location not allowed", denied_text: "The phone gives no location, so nothing was sent. That is what a client goes through; write a message or change the permission.",
  off_title: "GPS is off", off_text: "Location services of this phone are off, so nothing was sent.", off_turn_on: "Turn GPS on", ask_again: "Ask for permission again",
  location_title: "Send location", location_map: "Map. Drag the pin, tap the map or use the arrow keys to move it.", place: "Relative to",
  preset_at: "At the site", preset_near: "80 m off", preset_far: "3 km off", preset_city: "Another city", presets: "Quick positions",
  accuracy: "Accuracy", accuracy_none: "no accuracy", distance: "{d} from {place}", inside: "inside {place}",
  send_location: "Send this location", send_live: "Share live for 15 minutes", send_live_hint: "walks towards the site", send_venue: "Send as a picked place", send_forwarded: "Send as a forwarded message", more_ways: "Other ways", pin: "Location pin",
  photo_title: "Send a photo", tab_samples: "Samples", tab_upload: "Upload", tab_webcam: "Camera", samples: "Sample photos", upload_pick: "Choose a picture from the computer", upload_hint: "JPEG, PNG or WEBP", shoot: "Take the photo", webcam_off: "No camera on this computer.",
  caption: "Caption", as_photo: "Send as photo", as_file: "Send as file", photo_again: "Choose another",
  contact_title: "Share a contact", contact_own: "My number", contact_own_hint: "Send this phone’s number to the bot", contact_other: "Somebody else’s contact", contact_name: "Name", contact_phone: "Phone number", contact_send: "Send contact",
  share_phone_title: "Share your number?", share_phone_text: "The bot will see the phone number {phone}.", share: "Share",
  tour: "Tour", tour_start: "Start the tour", tour_next: "Next", tour_end: "Close the tour", tour_step: "Step {n} of {of}",
};

export const LANGUAGES = { id: ID, en: EN };
let words = ID;
let code = "id";

export function useLanguage(language) {
  code = language in LANGUAGES ? language : "id";
  words = LANGUAGES[code];
  document.documentElement.lang = code;
}

export const language = () => code;

/** t("unread", {n: 3}) → "3 belum dibaca" */
export function t(key, params = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => params[name] ?? "");
}

/** A text that the server gives in both languages, {"id": …, "en": …}, or as one plain string. */
export function pick(text) {
  return typeof text === "string" ? text : (text?.[code] ?? text?.id ?? "");
}
