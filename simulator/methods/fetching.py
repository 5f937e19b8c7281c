"""How a bot gets updates and files (core.telegram.org/bots/api#getting-updates, #getfile)."""

from functools import partial
from typing import Any

from simulator.errors import bad_request, conflict
from simulator.files import LARGEST_DOWNLOAD
from simulator.methods.call import Call, Described
from simulator.shapes import JsonObject
from simulator.webhooks import Webhook, WebhookSettings

LONGEST_POLL = 50


async def get_updates(call: Call) -> list[JsonObject]:
    if call.bot.webhook is not None:
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    call.bot.queue.remember_allowed(allowed_updates(call))
    offset = call.params.integer("offset", 0) or 0
    limit = call.params.integer("limit", 100) or 100
    patience = call.params.integer("timeout", 0) or 0
    updates = await call.bot.queue.poll(offset, min(max(limit, 1), 100), min(max(patience, 0), LONGEST_POLL))
    return [update.body for update in updates]


async def set_webhook(call: Call) -> Described:
    url = call.params.text("url") or ""
    if not url:
        return await delete_webhook(call)
    settings = WebhookSettings(
        url=url,
        secret=call.params.text("secret_token") or None,
        max_connections=min(max(call.params.integer("max_connections", 40) or 40, 1), 100),
    )
    call.bot.queue.remember_allowed(allowed_updates(call))
    if call.params.flag("drop_pending_updates"):
        call.bot.queue.clear()
    if call.bot.webhook is not None:
        if call.bot.webhook.settings == settings:
            return Described(True, "Webhook is already set")
        await call.bot.webhook.close()
    call.bot.queue.abort_poll(conflict("terminated by setWebhook request"))
    call.bot.webhook = Webhook(settings, call.bot.queue, call.sim.clock, partial(call.sim.on_reply, call.bot))
    return Described(True, "Webhook was set")


async def delete_webhook(call: Call) -> Described:
    if call.params.flag("drop_pending_updates"):
        call.bot.queue.clear()
    if call.bot.webhook is None:
        return Described(True, "Webhook is already deleted")
    await call.bot.webhook.close()
    call.bot.webhook = None
    return Described(True, "Webhook was deleted")


async def get_webhook_info(call: Call) -> JsonObject:
    """core.telegram.org/bots/api#webhookinfo"""
    info: JsonObject = {"url": ""} if call.bot.webhook is None else call.bot.webhook.info()
    info["has_custom_certificate"] = False
    info["pending_update_count"] = len(call.bot.queue.pending)
    if call.bot.queue.allowed is not None:
        info["allowed_updates"] = sorted(call.bot.queue.allowed)
    return info


async def get_file(call: Call) -> JsonObject:
    stored = call.sim.files.find(call.params.text("file_id") or "")
    if stored is None:
        raise bad_request("invalid file_id")
    if len(stored.data) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": stored.id,
        "file_unique_id": stored.unique_id,
        "file_size": len(stored.data),
        "file_path": stored.path,
    }


def allowed_updates(call: Call) -> list[str] | None:
    given: Any = call.params.decoded("allowed_updates", "can't parse allowed_updates JSON array")
    if given is None:
        return None
    if not isinstance(given, list):
        raise bad_request("allowed_updates must be an Array of String")
    return [str(kind) for kind in given]
