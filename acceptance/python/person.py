"""Somebody who talks with matrix-nio, a client that others wrote, and its end-to-end encryption."""

import asyncio
import hashlib
import io
import secrets
import tempfile
import time

import nio

from steps import StepFailed, check, seen

PATIENCE = 60.0
"""How many seconds something that was wanted may take to come."""

TYPING = 60_000
"""How many milliseconds somebody is shown as typing who does not stop."""


class Person:
    """A person on one device, whose keys lie in a folder of its own. What came by sync is kept, so nothing is missed."""

    def __init__(self, client, password, store):
        self.client = client
        self.password = password
        self.events = []
        self.receipts = []
        self._store = store

    @classmethod
    async def register(cls, base_url, name):
        """Registers somebody, and signs in once more, as people do who come back."""
        person = cls._on_new_device(base_url, name, secrets.token_urlsafe(16))
        answer = await person.client.register(name, person.password, device_name="first")
        check(f"{name} registers", isinstance(answer, nio.RegisterResponse), answer)
        await person.client.logout()
        person.client.user = answer.user_id
        await person._sign_in("second")
        return person

    async def on_another_device(self, base_url):
        """The same person, on a device that knows nothing yet."""
        other = self._on_new_device(base_url, self.id, self.password)
        await other._sign_in("third")
        return other

    @classmethod
    def _on_new_device(cls, base_url, user, password):
        store = tempfile.TemporaryDirectory()
        config = nio.AsyncClientConfig(store_sync_tokens=True, encryption_enabled=True)
        return cls(nio.AsyncClient(base_url, user, store_path=store.name, config=config), password, store)

    async def _sign_in(self, device):
        answer = await self.client.login(self.password, device_name=device)
        check(f"{self.id} signs in on a {device} device", isinstance(answer, nio.LoginResponse), answer)
        await self.client.keys_upload()
        await self.sync()

    @property
    def id(self):
        return self.client.user_id or self.client.user

    async def close(self):
        await self.client.close()
        self._store.cleanup()

    async def sync(self, timeout=0):
        answer = await self.client.sync(timeout=timeout, full_state=False)
        if not isinstance(answer, nio.SyncResponse):
            raise StepFailed(f"sync of {self.id}: {answer}")
        for room, joined in answer.rooms.join.items():
            self.events += [(room, event) for event in joined.timeline.events]
            for event in joined.ephemeral:
                if isinstance(event, nio.ReceiptEvent):
                    self.receipts += [(receipt.user_id, receipt.event_id) for receipt in event.receipts]
        if self.client.should_upload_keys:
            await self.client.keys_upload()
        if self.client.should_query_keys:
            await self.client.keys_query()
        if self.client.should_claim_keys:
            await self.client.keys_claim(self.client.get_users_for_key_claiming())
        await self.client.send_to_device_messages()

    async def until(self, step, wanted):
        """Syncs until something that was wanted is there, and returns it."""
        deadline = time.monotonic() + PATIENCE
        while not (found := wanted()):
            if time.monotonic() > deadline:
                raise StepFailed(f"{step}: it did not come")
            await self.sync(timeout=2000)
        seen(step)
        return found

    async def create_encrypted_room(self, **settings):
        encryption = nio.event_builders.EnableEncryptionBuilder().as_dict()
        answer = await self.client.room_create(initial_state=[encryption], **settings)
        check(f"{self.id} creates an encrypted room", isinstance(answer, nio.RoomCreateResponse), answer)
        return await self._arrive(answer.room_id)

    async def join(self, room_or_alias):
        answer = await self.client.join(room_or_alias)
        check(f"{self.id} joins", isinstance(answer, nio.JoinResponse), answer)
        return await self._arrive(answer.room_id)

    async def _arrive(self, room):
        await self.until(f"{self.id} is in the room", lambda: room in self.client.rooms)
        check(f"the room is encrypted for {self.id}", self.client.rooms[room].encrypted)
        return room

    async def resolve(self, alias):
        """The room of an alias that somebody else is about to make."""
        deadline = time.monotonic() + PATIENCE
        while not isinstance(answer := await self.client.room_resolve_alias(alias), nio.RoomResolveAliasResponse):
            if time.monotonic() > deadline:
                raise StepFailed(f"{alias}: {answer}")
            await asyncio.sleep(0.2)
        seen(f"{self.id} finds {alias}")
        return answer.room_id

    async def sees(self, room, user):
        await self.until(f"{self.id} sees {user} in the room", lambda: user in self.client.rooms[room].users)

    async def say(self, room, body):
        return await self._send(room, {"msgtype": "m.text", "body": body}, f"{self.id} says «{body}»")

    async def hears(self, room, body):
        """The message with this text, which must have been encrypted."""
        return await self.until(
            f"{self.id} reads «{body}»",
            lambda: self._event(
                room, lambda event: isinstance(event, nio.RoomMessageText) and event.body == body and event.decrypted
            ),
        )

    def _event(self, room, wanted):
        for place, event in self.events:
            if isinstance(event, nio.MegolmEvent):
                raise StepFailed(f"{event.event_id} could not be decrypted by {self.id}")
            if place == room and wanted(event):
                return event
        return None

    async def _send(self, room, content, step):
        answer = await self.client.room_send(room, "m.room.message", content, ignore_unverified_devices=True)
        check(step, isinstance(answer, nio.RoomSendResponse), answer)
        return answer.event_id

    async def types(self, room, typing):
        answer = await self.client.room_typing(room, typing, TYPING)
        if not isinstance(answer, nio.RoomTypingResponse):
            raise StepFailed(f"{self.id} types: {answer}")

    async def sees_typing(self, room, user):
        await self.until(f"{self.id} sees {user} type", lambda: user in self.client.rooms[room].typing_users)

    async def reads_up_to(self, room, event_id):
        answer = await self.client.update_receipt_marker(room, event_id)
        check(f"{self.id} marks it read", isinstance(answer, nio.UpdateReceiptMarkerResponse), answer)

    async def sees_receipt(self, user, event_id):
        await self.until(f"{self.id} sees what {user} has read", lambda: (user, event_id) in self.receipts)

    async def send_file(self, room):
        """Sends a file, encrypted; its name is the hash of what is in it, so that whoever gets it can compare."""
        content = secrets.token_bytes(200_000)
        name = hashlib.sha256(content).hexdigest()
        answer, keys = await self.client.upload(
            lambda *_: io.BytesIO(content), "application/octet-stream", name, encrypt=True, filesize=len(content)
        )
        check(f"{self.id} uploads an encrypted file", isinstance(answer, nio.UploadResponse), answer)
        file = {**keys, "url": answer.content_uri}
        await self._send(
            room,
            {"msgtype": "m.file", "body": name, "file": file, "info": {"size": len(content)}},
            f"{self.id} sends the file",
        )

    async def receives_file(self, room, sender):
        event = await self.until(
            f"{self.id} sees the file of {sender}",
            lambda: self._event(
                room, lambda event: isinstance(event, nio.RoomEncryptedFile) and event.sender == sender
            ),
        )
        answer = await self.client.download(event.url)
        check(f"{self.id} downloads it", isinstance(answer, nio.MemoryDownloadResponse), answer)
        plain = nio.crypto.decrypt_attachment(answer.body, event.key["k"], event.hashes["sha256"], event.iv)
        check(f"it is the file that {sender} sent", hashlib.sha256(plain).hexdigest() == event.body)
