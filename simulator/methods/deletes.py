"""Messages that a bot takes away (core.telegram.org/bots/api#deletemessage)."""

from datetime import timedelta

from simulator.errors import bad_request
from simulator.methods.call import Call, named_chat
from simulator.world import Chat, Kept

DELETABLE_FOR = timedelta(hours=48)


async def delete_message(call: Call) -> bool:
    chat = named_chat(call)
    number = call.params.integer("message_id")
    if number is None:
        raise bad_request("message identifier is not specified")
    kept = chat.found(number)
    if kept is None:
        raise bad_request("message to delete not found")
    if not deletable(call, kept):
        raise bad_request("message can't be deleted for everyone")
    take_away(call, chat, kept)
    return True


async def delete_messages(call: Call) -> bool:
    """Up to 100 at once; those that cannot be found or deleted are skipped."""
    chat = named_chat(call)
    numbers = call.params.decoded("message_ids", "can't parse message identifiers JSON array")
    if not isinstance(numbers, list) or not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > 100:
        raise bad_request("too many message identifiers specified")
    for number in numbers:
        kept = chat.found(int(number))
        if kept is not None and deletable(call, kept):
            take_away(call, chat, kept)
    return True


def deletable(call: Call, kept: Kept) -> bool:
    age = call.sim.clock.stamp() - int(kept.message["date"])
    return age < DELETABLE_FOR.total_seconds()


def take_away(call: Call, chat: Chat, kept: Kept) -> None:
    kept.deleted = True
    call.sim.show(call.bot, chat, kept)
