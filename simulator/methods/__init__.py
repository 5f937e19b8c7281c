"""The table of Bot API methods: name in small letters → what answers it."""

from simulator.methods import callbacks, deletes, edits, fetching, profile, sending
from simulator.methods.call import Call, Described, Handler
from simulator.methods.names import NOT_BUILT

METHODS: dict[str, Handler] = {
    handler.__name__.replace("_", ""): handler
    for handler in (
        fetching.get_updates,
        fetching.set_webhook,
        fetching.delete_webhook,
        fetching.get_webhook_info,
        fetching.get_file,
        sending.send_message,
        sending.send_photo,
        sending.send_document,
        sending.send_location,
        sending.send_chat_action,
        edits.edit_message_text,
        edits.edit_message_caption,
        edits.edit_message_media,
        edits.edit_message_reply_markup,
        deletes.delete_message,
        deletes.delete_messages,
        callbacks.answer_callback_query,
        profile.get_me,
        profile.get_chat,
        profile.set_my_commands,
        profile.get_my_commands,
        profile.delete_my_commands,
        profile.set_chat_menu_button,
        profile.get_chat_menu_button,
        profile.set_my_name,
        profile.get_my_name,
        profile.set_my_description,
        profile.get_my_description,
        profile.set_my_short_description,
        profile.get_my_short_description,
    )
}

__all__ = ["METHODS", "NOT_BUILT", "Call", "Described", "Handler"]
