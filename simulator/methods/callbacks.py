"""Answers to taps on inline buttons (core.telegram.org/bots/api#answercallbackquery)."""

from datetime import timedelta

from simulator.errors import bad_request
from simulator.methods.call import Call
from simulator.shapes import utf16_length

TAP_LIFETIME = timedelta(minutes=10)
"""How long a tap can be answered; the real server does not promise a figure."""
LONGEST_TOAST = 200


async def answer_callback_query(call: Call) -> bool:
    number = call.params.text("callback_query_id") or ""
    text = call.params.text("text") or ""
    tap = call.sim.callbacks.get(number)
    if (
        tap is None
        or tap[0].bot != call.bot.id
        or call.sim.clock.stamp() - tap[1] > TAP_LIFETIME.total_seconds()
    ):
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if utf16_length(text) > LONGEST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    person = tap[0].person.id
    call.sim.feed.publish(
        "callback", {"person": person, "callback_query_id": number, "answered": True, "bot": call.bot.id}
    )
    if text:
        show_alert = call.params.flag("show_alert")
        call.sim.feed.publish(
            "toast", {"person": person, "text": text, "show_alert": show_alert, "bot": call.bot.id}
        )
    return True
