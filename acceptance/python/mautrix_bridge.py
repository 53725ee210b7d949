"""A bridge that others' users cannot tell from people: it is told what happens, and answers as its puppets, with mautrix.

Usage: mautrix_bridge.py BASE_URL REGISTRATION
Prints one line per step that was seen to work; exits with 1 at the first that was not.
"""

import asyncio
import json
import pathlib
import secrets
import sys
import tempfile
import time

import mautrix.appservice
import mautrix.appservice.state_store
import mautrix.types
import nio

from person import PATIENCE, Person
from steps import StepFailed, check, run, seen

LONG_AGO = 1_000_000_000_000
"""When the puppet says that it answered, in milliseconds since the epoch."""


class Bridge:
    """A bridge whose other side is this program. What it is told is kept, so nothing is missed."""

    def __init__(self, base_url, registration, folder):
        self.events = []
        self.asked = []
        self._url = registration["url"]
        self.service = mautrix.appservice.AppService(
            server=base_url,
            domain="localhost",
            id=registration["id"],
            as_token=registration["as_token"],
            hs_token=registration["hs_token"],
            bot_localpart=registration["sender_localpart"],
            query_user=self._make_user,
            query_alias=self._make_room,
            state_store=mautrix.appservice.state_store.FileASStateStore(folder / "state.json", binary=False),
            ephemeral_events=True,
        )
        self.service.matrix_event_handler(self._hear)

    async def start(self):
        port = int(self._url.rpartition(":")[2])
        await self.service.start("127.0.0.1", port)
        self.service.ready = True

    async def stop(self):
        await self.service.stop()

    def puppet(self, localpart):
        return self.service.intent.user(mautrix.types.UserID(f"@{localpart}:localhost"))

    async def _hear(self, event):
        self.events.append(event)

    async def _make_user(self, user):
        self.asked.append(user)
        await self.service.intent.user(user).ensure_registered()
        return {"made": True}

    async def _make_room(self, alias):
        self.asked.append(alias)
        localpart = alias[1:].partition(":")[0]
        await self.service.intent.create_room(alias_localpart=localpart, preset=mautrix.types.RoomCreatePreset.PUBLIC)
        return {"made": True}

    async def until(self, step, wanted):
        deadline = time.monotonic() + PATIENCE
        while not any(wanted(event) for event in self.events):
            if time.monotonic() > deadline:
                raise StepFailed(f"{step}: it did not come")
            await asyncio.sleep(0.05)
        seen(step)


async def puppet_talks(bridge, alice, mark):
    puppet = bridge.puppet(f"mautrix_{mark}")
    await puppet.ensure_registered()
    await puppet.set_displayname("Puppet")
    seen("the bridge registers a puppet and names it")
    created = await alice.client.room_create(invite=[puppet.mxid], preset=nio.RoomPreset.private_chat)
    check("a person invites the puppet", isinstance(created, nio.RoomCreateResponse), created)
    room = created.room_id
    await alice.until("the person is in the room", lambda: room in alice.client.rooms)
    await bridge.until(
        "the bridge is told of the invite",
        lambda event: event.type == mautrix.types.EventType.ROOM_MEMBER and event.state_key == puppet.mxid,
    )
    await puppet.join_room_by_id(room)
    await alice.until("the puppet is in the room", lambda: puppet.mxid in alice.client.rooms[room].users)
    sent = await alice.client.room_send(room, "m.room.message", {"msgtype": "m.text", "body": "Hello, puppet"})
    check("the person says something", isinstance(sent, nio.RoomSendResponse), sent)
    await bridge.until(
        "the bridge is told of it",
        lambda event: event.type == mautrix.types.EventType.ROOM_MESSAGE and event.content.body == "Hello, puppet",
    )
    await alice.types(room, True)
    await bridge.until("and of who types", lambda event: event.type == mautrix.types.EventType.TYPING)
    await puppet.set_typing(room, timeout=30_000)
    await alice.sees_typing(room, puppet.mxid)
    await puppet.send_text(room, "Hello, person", timestamp=LONG_AGO)
    answer = await alice.until("the person reads the answer", lambda: answered(alice, room))
    check("it is the puppet's", answer.sender == puppet.mxid, answer.sender)
    check("and of when the bridge says", answer.server_timestamp == LONG_AGO, answer.server_timestamp)
    await puppet.mark_read(room, mautrix.types.EventID(sent.event_id))
    await alice.sees_receipt(puppet.mxid, sent.event_id)


def answered(person, room):
    for place, event in person.events:
        if place == room and isinstance(event, nio.RoomMessageText) and event.body == "Hello, person":
            return event
    return None


async def things_are_made_when_they_are_asked_for(bridge, alice, mark):
    joined = await alice.client.join(f"#mautrix_{mark}:localhost")
    check("a room is made when its alias is joined", isinstance(joined, nio.JoinResponse), joined)
    profile = await alice.client.get_profile(f"@mautrix_asked_{mark}:localhost")
    check("a user is made when their profile is read", isinstance(profile, nio.ProfileGetResponse), profile)
    check("the bridge was asked for both", len(bridge.asked) == 2, bridge.asked)


async def scenario(base_url, registration):
    mark = secrets.token_hex(4)
    with tempfile.TemporaryDirectory() as folder:
        bridge = Bridge(base_url, registration, pathlib.Path(folder))
        await bridge.start()
        alice = await Person.register(base_url, f"alice-{mark}")
        try:
            check("the server reaches the bridge", await bridge.service.ping_self("meow") >= 0)
            await puppet_talks(bridge, alice, mark)
            await things_are_made_when_they_are_asked_for(bridge, alice, mark)
        finally:
            await alice.close()
            await bridge.stop()



if __name__ == "__main__":
    run(scenario(sys.argv[1], json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))))
