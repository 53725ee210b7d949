"""Two people talk, end-to-end encrypted, with matrix-nio. Then one of them restores the key backup on a third device.

Usage: nio_chat.py BASE_URL
Prints one line per step that was seen to work; exits with 1 at the first that was not.
"""

import secrets
import sys

import nio

import key_backup
from person import Person
from steps import check, run


async def meet(alice, bob):
    room = await alice.create_encrypted_room(name="Swallows", invite=[bob.id])
    await bob.until(f"{bob.id} sees the invite", lambda: room in bob.client.invited_rooms)
    await bob.join(room)
    await alice.sees(room, bob.id)
    return room


async def talk(alice, bob, room):
    await alice.say(room, "Hello, Bob")
    heard = await bob.hears(room, "Hello, Bob")
    await bob.types(room, True)
    await alice.sees_typing(room, bob.id)
    await bob.types(room, False)
    await bob.reads_up_to(room, heard.event_id)
    await alice.sees_receipt(bob.id, heard.event_id)
    await bob.say(room, "Hello, Alice — 你好 🐦")
    await alice.hears(room, "Hello, Alice — 你好 🐦")


async def restore(alice, base_url):
    key = await key_backup.back_up(alice)
    other = await alice.on_another_device(base_url)
    try:
        unread = [event for _, event in other.events if isinstance(event, nio.MegolmEvent)]
        check("the other device cannot read yet what was said", len(unread) >= 2, unread)
        await key_backup.restore(other, key)
        bodies = [other.client.decrypt_event(event).body for event in unread]
        check("now it can", {"Hello, Bob", "Hello, Alice — 你好 🐦"} <= set(bodies), bodies)
    finally:
        await other.close()


async def scenario(base_url):
    mark = secrets.token_hex(4)
    alice = await Person.register(base_url, f"alice-{mark}")
    bob = await Person.register(base_url, f"bob-{mark}")
    try:
        room = await meet(alice, bob)
        await talk(alice, bob, room)
        await alice.send_file(room)
        await bob.receives_file(room, alice.id)
        await restore(alice, base_url)
    finally:
        await alice.close()
        await bob.close()


if __name__ == "__main__":
    run(scenario(sys.argv[1]))
