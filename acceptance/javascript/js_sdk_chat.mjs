/**
 * Two people talk, end-to-end encrypted, with matrix-js-sdk and its Rust crypto: a client that others wrote. Then one of them
 * restores the key backup on another device and reads what was said.
 *
 * Usage: node js_sdk_chat.mjs BASE_URL
 * Prints one line per step that was seen to work; exits with 1 at the first that was not.
 */
import { randomBytes } from "node:crypto";
import * as sdk from "matrix-js-sdk";
import { logger } from "matrix-js-sdk/lib/logger.js";

logger.setLevel("silent");
// The Rust crypto writes to the console itself, and much.
const say = console.log;
for (const level of ["debug", "info", "warn", "error", "log", "trace"]) {
    console[level] = () => {};
}
const baseUrl = process.argv[2];
const mark = randomBytes(4).toString("hex");
const patience = 30_000;

function seen(step) {
    say(`ok  ${step}`);
}

/** Resolves with what `find` finds, looking again whenever the client has synced or decrypted something. */
function until(client, step, find) {
    return new Promise((resolve, reject) => {
        const events = [sdk.ClientEvent.Sync, sdk.MatrixEventEvent.Decrypted, sdk.RoomEvent.Timeline,
            sdk.RoomEvent.Receipt, sdk.RoomMemberEvent.Typing, sdk.RoomEvent.MyMembership];
        const timer = setTimeout(() => done(reject, new Error(`${step}: it did not come`)), patience);
        const poll = setInterval(look, 500);
        function done(settle, value) {
            clearTimeout(timer);
            clearInterval(poll);
            events.forEach((event) => client.off(event, look));
            settle(value);
        }
        function look() {
            const found = find();
            if (found) {
                seen(step);
                done(resolve, found);
            }
        }
        events.forEach((event) => client.on(event, look));
        look();
    });
}

/** The secrets of one person, as an app would ask its user for them. */
function vault() {
    const keys = {};
    return {
        keys,
        getSecretStorageKey: async ({ keys: wanted }) => {
            const id = Object.keys(wanted).find((known) => keys[known]);
            return id ? [id, keys[id]] : null;
        },
        cacheSecretStorageKey: (id, _info, key) => {
            keys[id] = key;
        },
    };
}

async function start(name, session, secrets) {
    const client = sdk.createClient({
        baseUrl,
        userId: session.user_id,
        deviceId: session.device_id,
        accessToken: session.access_token,
        cryptoCallbacks: secrets,
    });
    await client.initRustCrypto({ useIndexedDB: false });
    client.getCrypto().globalBlacklistUnverifiedDevices = false;
    await client.startClient({ initialSyncLimit: 20, lazyLoadMembers: true });
    await until(client, `${name} syncs`, () => client.isInitialSyncComplete());
    return client;
}

async function person(name) {
    const client = sdk.createClient({ baseUrl });
    const password = randomBytes(12).toString("hex");
    const username = `${name}-${mark}`;
    await client.registerRequest({ username, password, auth: { type: "m.login.dummy" }, inhibit_login: true });
    seen(`${name} registers`);
    const session = await logIn(name, username, password);
    const secrets = vault();
    return { name, username, password, secrets, client: await start(name, session, secrets) };
}

async function logIn(name, username, password) {
    const session = await sdk.createClient({ baseUrl }).loginRequest({
        type: "m.login.password",
        identifier: { type: "m.id.user", user: username },
        password,
        initial_device_display_name: "acceptance",
    });
    seen(`${name} signs in`);
    return session;
}

async function backUp(someone) {
    const crypto = someone.client.getCrypto();
    const authUploadDeviceSigningKeys = (makeRequest) =>
        makeRequest({
            type: "m.login.password",
            identifier: { type: "m.id.user", user: someone.username },
            password: someone.password,
        });
    const recoveryKey = await crypto.createRecoveryKeyFromPassphrase();
    await crypto.bootstrapCrossSigning({ authUploadDeviceSigningKeys });
    await crypto.bootstrapSecretStorage({ createSecretStorageKey: async () => recoveryKey, setupNewKeyBackup: true });
    const backup = await crypto.checkKeyBackupAndEnable();
    if (!backup) {
        throw new Error("The key backup is not trusted");
    }
    seen(`${someone.name} signs their devices and sets up a key backup`);
    return recoveryKey;
}

function message(client, room, body) {
    return () => {
        const events = client.getRoom(room)?.getLiveTimeline().getEvents() ?? [];
        return events.find((event) => event.getContent().body === body && event.isEncrypted() && !event.isDecryptionFailure());
    };
}

async function talk(alice, bob) {
    const { room_id: room } = await alice.client.createRoom({
        name: "Swallows",
        preset: sdk.Preset.PrivateChat,
        invite: [bob.client.getUserId()],
        initial_state: [{ type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } }],
    });
    seen("alice creates an encrypted room and invites bob");
    await until(bob.client, "bob sees the invite", () => bob.client.getRoom(room)?.getMyMembership() === "invite");
    await bob.client.joinRoom(room);
    await until(bob.client, "bob is in the room", () => bob.client.getRoom(room)?.getMyMembership() === "join");
    await until(alice.client, "alice sees bob join", () =>
        alice.client.getRoom(room)?.getMember(bob.client.getUserId())?.membership === "join");
    await alice.client.sendTextMessage(room, "Hello, Bob");
    const heard = await until(bob.client, "bob reads it", message(bob.client, room, "Hello, Bob"));
    await bob.client.sendTextMessage(room, "Hello, Alice — 你好 🐦");
    await until(alice.client, "alice reads the answer", message(alice.client, room, "Hello, Alice — 你好 🐦"));
    return { room, heard };
}

async function typeAndRead(alice, bob, room, heard) {
    await bob.client.sendTyping(room, true, 20_000);
    await until(alice.client, "alice sees bob type", () =>
        alice.client.getRoom(room)?.getMember(bob.client.getUserId())?.typing);
    await bob.client.sendTyping(room, false, 0);
    await bob.client.sendReadReceipt(heard);
    await until(alice.client, "alice sees what bob has read", () =>
        alice.client.getRoom(room)?.hasUserReadEvent(bob.client.getUserId(), heard.getId()));
}

async function sendFile(alice, bob, room) {
    const bytes = randomBytes(100_000);
    const { content_uri: url } = await alice.client.uploadContent(bytes, { type: "application/octet-stream", name: "swallow.bin" });
    await alice.client.sendMessage(room, { msgtype: sdk.MsgType.File, body: "swallow.bin", url });
    await until(bob.client, "bob sees the file", message(bob.client, room, "swallow.bin"));
    const address = bob.client.mxcUrlToHttp(url, undefined, undefined, undefined, false, true, true);
    const answer = await fetch(address, { headers: { Authorization: `Bearer ${bob.client.getAccessToken()}` } });
    const downloaded = Buffer.from(await answer.arrayBuffer());
    if (!answer.ok || !downloaded.equals(bytes)) {
        throw new Error(`The file is not what was sent: ${answer.status}, ${downloaded.length} bytes`);
    }
    seen("bob downloads the file that alice sent");
}

async function restore(alice, room, recoveryKey) {
    await alice.client.getCrypto().getActiveSessionBackupVersion();
    await new Promise((resolve) => setTimeout(resolve, 12_000)); // keys are backed up some seconds after they were used
    const session = await logIn("alice, on another device,", alice.username, alice.password);
    const secrets = vault();
    const keyId = Object.keys(alice.secrets.keys)[0];
    secrets.keys[keyId] = recoveryKey.privateKey;
    const other = await start("alice's other device", session, secrets);
    const crypto = other.getCrypto();
    await crypto.loadSessionBackupPrivateKeyFromSecretStorage();
    await crypto.checkKeyBackupAndEnable();
    const restored = await crypto.restoreKeyBackup();
    if (restored.imported < 1) {
        throw new Error(`Nothing was restored of ${restored.total} keys`);
    }
    seen(`the other device restores ${restored.imported} keys from the backup`);
    await until(other, "the other device reads what was said before", message(other, room, "Hello, Bob"));
    other.stopClient();
}

try {
    const alice = await person("alice");
    const bob = await person("bob");
    const recoveryKey = await backUp(alice);
    const { room, heard } = await talk(alice, bob);
    await typeAndRead(alice, bob, room, heard);
    await sendFile(alice, bob, room);
    await restore(alice, room, recoveryKey);
    alice.client.stopClient();
    bob.client.stopClient();
    process.exit(0);
} catch (failed) {
    say(`FAILED  ${failed.stack ?? failed}`);
    process.exit(1);
}
