"""A person's key backup.

matrix-nio does not speak of key backups itself. It exports and imports keys, and it comes with the cryptography that backups
need; the requests between the two are made here.
"""

import json
import secrets
import tempfile
from pathlib import Path

import vodozemac
from nio.crypto.key_export import decrypt_and_read, encrypt_and_save
from unpaddedbase64 import decode_base64, encode_base64

from steps import StepFailed, check

ALGORITHM = "m.megolm_backup.v1.curve25519-aes-sha2"
ROUNDS = 1000
"""Of the key derivation for a file that lasts a moment."""


async def _request(person, method, path, body=None):
    answer = await person.client.send(
        method,
        f"/_matrix/client/v3/room_keys/{path}",
        None if body is None else json.dumps(body),
        {"Authorization": f"Bearer {person.client.access_token}"},
    )
    content = await answer.json()
    if answer.status != 200:
        raise StepFailed(f"{method} {path}: {answer.status} {content}")
    return content


async def back_up(person):
    """Backs all keys up, and returns the key with which they can be read again."""
    key = vodozemac.Curve25519SecretKey()
    public_key = key.public_key()
    auth_data = {"public_key": public_key.to_base64()}
    device = f"ed25519:{person.client.device_id}"
    signatures = {person.id: {device: person.client.olm.sign_json(auth_data)}}
    version = await _request(
        person, "POST", "version", {"algorithm": ALGORITHM, "auth_data": {**auth_data, "signatures": signatures}}
    )
    rooms = {}
    for session in await _exported(person):
        sealed = vodozemac.PkEncryption.from_key(public_key).encrypt(json.dumps(session).encode())
        sessions = rooms.setdefault(session["room_id"], {"sessions": {}})["sessions"]
        sessions[session["session_id"]] = {
            "first_message_index": 0,
            "forwarded_count": 0,
            "is_verified": True,
            "session_data": {
                "ciphertext": encode_base64(sealed.ciphertext),
                "mac": encode_base64(sealed.mac),
                "ephemeral": encode_base64(sealed.ephemeral_key),
            },
        }
    stored = await _request(person, "PUT", f"keys?version={version['version']}", {"rooms": rooms})
    count = sum(len(room["sessions"]) for room in rooms.values())
    check(f"{person.id} backs {count} keys up", count > 0 and stored["count"] == count, stored)
    return key


async def restore(person, key):
    """Restores all keys on a device that has none."""
    version = await _request(person, "GET", "version")
    check(
        f"{person.id} finds the backup",
        version["auth_data"]["public_key"] == key.public_key().to_base64(),
        version,
    )
    backup = await _request(person, "GET", f"keys?version={version['version']}")
    decryption = vodozemac.PkDecryption.from_key(key)
    sessions = []
    for room in backup["rooms"].values():
        for stored in room["sessions"].values():
            data = stored["session_data"]
            sealed = vodozemac.Message(*(decode_base64(data[part]) for part in ("ciphertext", "mac", "ephemeral")))
            sessions.append(json.loads(decryption.decrypt(sealed)))
    await _import(person, sessions)
    check(f"{person.id} restores {len(sessions)} keys on another device", sessions)


async def _exported(person):
    with tempfile.TemporaryDirectory() as folder:
        file, passphrase = str(Path(folder, "keys")), secrets.token_hex()
        await person.client.export_keys(file, passphrase, ROUNDS)
        return json.loads(decrypt_and_read(file, passphrase))


async def _import(person, sessions):
    with tempfile.TemporaryDirectory() as folder:
        file, passphrase = str(Path(folder, "keys")), secrets.token_hex()
        encrypt_and_save(json.dumps(sessions).encode(), file, passphrase, count=ROUNDS)
        await person.client.import_keys(file, passphrase)
