"""Alembic runs on the connection that `bot.storage.migrate` hands over."""

from alembic import context
from sqlmodel import SQLModel

import bot.storage.case_notes
import bot.storage.challenges
import bot.storage.circulars
import bot.storage.closure_claims
import bot.storage.doubles
import bot.storage.drafts
import bot.storage.evaluations
import bot.storage.excuse_requests
import bot.storage.flags
import bot.storage.follow_ups
import bot.storage.guesses
import bot.storage.help_calls
import bot.storage.identity
import bot.storage.incidents
import bot.storage.keys
import bot.storage.kinships
import bot.storage.leaves
import bot.storage.letters
import bot.storage.location_requests
import bot.storage.models
import bot.storage.office_transfers
import bot.storage.outages
import bot.storage.patterns
import bot.storage.phones
import bot.storage.photo_erasure
import bot.storage.photo_prints
import bot.storage.post
import bot.storage.signed_lists
import bot.storage.site_codes
import bot.storage.site_pins
import bot.storage.slips
import bot.storage.supervisor_places
import bot.storage.threads
import bot.storage.times_drafts
import bot.storage.told_totals
import bot.storage.transfers
import bot.storage.uploads
import bot.storage.voices
import bot.storage.work_notes  # noqa: F401

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
