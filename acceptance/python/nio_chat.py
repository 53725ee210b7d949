"""Two people talk, end-to-end encrypted, with matrix-nio: a client that others wrote.

Usage: nio_chat.py BASE_URL
Prints one line per step that was seen to work; exits with 1 at the first that was not.
"""

import asyncio
import io
import secrets
import sys
import tempfile

import nio


class StepFailed(Exception):
    """A step did not do what a user expects of it."""


def seen(step):
    print(f"ok  {step}", flush=True)


def check(step, condition, detail=""):
    if not condition:
        raise StepFailed(f"{step}: {detail}")
    seen(step)


async def person(base_url, name, store):
    """Registers somebody and signs in with an encryption store."""
    config = nio.AsyncClientConfig(store_sync_tokens=True, encryption_enabled=True)
    client = nio.AsyncClient(base_url, name, store_path=store, config=config)
    password = secrets.token_urlsafe(16)
    answer = await client.register(name, password, device_name="first")
    check(f"{name} registers", isinstance(answer, nio.RegisterResponse), answer)
    await client.logout()
    client.user = client.user_id
    answer = await client.login(password, device_name="second")
    check(f"{name} signs in again", isinstance(answer, nio.LoginResponse), answer)
    if client.should_upload_keys:
        answer = await client.keys_upload()
        check(f"{name} uploads keys", isinstance(answer, nio.KeysUploadResponse), answer)
    return client


async def sync(client, timeout=0):
    answer = await client.sync(timeout=timeout, full_state=False)
    if not isinstance(answer, nio.SyncResponse):
        raise StepFailed(f"sync of {client.user_id}: {answer}")
    if client.should_upload_keys:
        await client.keys_upload()
    if client.should_query_keys:
        await client.keys_query()
    if client.should_claim_keys:
        await client.keys_claim(client.get_users_for_key_claiming())
    await client.send_to_device_messages()
    return answer


async def until(client, step, wanted, tries=15):
    """Syncs until something that was wanted has come, and returns it."""
    for _ in range(tries):
        found = wanted(await sync(client, timeout=2000))
        if found:
            seen(step)
            return found
    raise StepFailed(f"{step}: it did not come")


def message_in(room, body):
    def find(answer):
        joined = answer.rooms.join.get(room)
        for event in joined.timeline.events if joined else []:
            if isinstance(event, nio.MegolmEvent):
                raise StepFailed(f"{event.event_id} could not be decrypted")
            if isinstance(event, nio.RoomMessageText) and event.body == body and event.decrypted:
                return event
        return None

    return find


async def say(client, room, body):
    answer = await client.room_send(
        room, "m.room.message", {"msgtype": "m.text", "body": body}, ignore_unverified_devices=True
    )
    check(f"{client.user} says «{body}»", isinstance(answer, nio.RoomSendResponse), answer)
    return answer.event_id


async def talk(alice, bob):
    answer = await alice.room_create(
        name="Swallows",
        invite=[bob.user_id],
        initial_state=[nio.event_builders.EnableEncryptionBuilder().as_dict()],
    )
    check("alice creates an encrypted room and invites bob", isinstance(answer, nio.RoomCreateResponse), answer)
    room = answer.room_id
    await until(bob, "bob sees the invite", lambda sync_answer: room in sync_answer.rooms.invite)
    answer = await bob.join(room)
    check("bob joins", isinstance(answer, nio.JoinResponse), answer)
    await until(bob, "bob sees the room", lambda sync_answer: room in sync_answer.rooms.join)
    await until(alice, "alice sees bob", lambda _: bob.user_id in alice.rooms[room].users)
    check("the room is encrypted for alice", alice.rooms[room].encrypted)
    await sync(alice)
    await say(alice, room, "Hello, Bob")
    heard = await until(bob, "bob reads it", message_in(room, "Hello, Bob"))
    await sync(bob)
    await say(bob, room, "Hello, Alice — 你好 🐦")
    await until(alice, "alice reads it", message_in(room, "Hello, Alice — 你好 🐦"))
    return room, heard


async def type_and_read(alice, bob, room, heard):
    await bob.room_typing(room, True, 20000)
    await until(alice, "alice sees bob type", lambda _: bob.user_id in alice.rooms[room].typing_users)
    await bob.room_typing(room, False)
    answer = await bob.update_receipt_marker(room, heard.event_id)
    check("bob marks it read", isinstance(answer, nio.UpdateReceiptMarkerResponse), answer)

    def receipt(answer):
        joined = answer.rooms.join.get(room)
        for event in joined.ephemeral if joined else []:
            if isinstance(event, nio.ReceiptEvent):
                for read in event.receipts:
                    if read.user_id == bob.user_id and read.event_id == heard.event_id:
                        return read
        return None

    await until(alice, "alice sees what bob has read", receipt)


async def send_file(alice, bob, room):
    content = secrets.token_bytes(200_000)
    answer, keys = await alice.upload(
        lambda *_: io.BytesIO(content), "application/octet-stream", "swallow.bin", encrypt=True, filesize=len(content)
    )
    check("alice uploads an encrypted file", isinstance(answer, nio.UploadResponse), answer)
    message = {
        "msgtype": "m.file",
        "body": "swallow.bin",
        "file": {**keys, "url": answer.content_uri},
        "info": {"size": len(content)},
    }
    sent = await alice.room_send(room, "m.room.message", message, ignore_unverified_devices=True)
    check("alice sends the file", isinstance(sent, nio.RoomSendResponse), sent)

    def file_in(sync_answer):
        joined = sync_answer.rooms.join.get(room)
        for event in joined.timeline.events if joined else []:
            if isinstance(event, nio.RoomEncryptedFile):
                return event
        return None

    event = await until(bob, "bob sees the file", file_in)
    answer = await bob.download(event.url)
    check("bob downloads it", isinstance(answer, nio.MemoryDownloadResponse), answer)
    plain = nio.crypto.decrypt_attachment(answer.body, event.key["k"], event.hashes["sha256"], event.iv)
    check("it is the file that alice sent", plain == content)


async def main(base_url):
    mark = secrets.token_hex(4)
    with tempfile.TemporaryDirectory() as alice_store, tempfile.TemporaryDirectory() as bob_store:
        alice = await person(base_url, f"alice-{mark}", alice_store)
        bob = await person(base_url, f"bob-{mark}", bob_store)
        try:
            await sync(alice)
            await sync(bob)
            room, heard = await talk(alice, bob)
            await type_and_read(alice, bob, room, heard)
            await send_file(alice, bob, room)
        finally:
            await alice.close()
            await bob.close()


if __name__ == "__main__":
    try:
        asyncio.run(main(sys.argv[1]))
    except StepFailed as failed:
        print(f"FAILED  {failed}", flush=True)
        sys.exit(1)
