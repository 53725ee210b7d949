/** Somebody who talks with matrix-js-sdk, a client that others wrote, and its end-to-end encryption in Rust. */
import { createHash, randomBytes } from "node:crypto";
import { Attachment, EncryptedAttachment } from "@matrix-org/matrix-sdk-crypto-wasm";
import * as sdk from "matrix-js-sdk";
import { CryptoEvent } from "matrix-js-sdk/lib/crypto-api/index.js";
import { check, seen } from "./steps.mjs";

/** How many milliseconds something that was wanted may take to come. */
const PATIENCE = 60_000;

/** How many milliseconds somebody is shown as typing who does not stop. */
const TYPING = 60_000;

/** After any of these there may be something to see that was not there before. */
const NEWS = [
    sdk.ClientEvent.Sync,
    sdk.MatrixEventEvent.Decrypted,
    sdk.RoomEvent.Timeline,
    sdk.RoomEvent.Receipt,
    sdk.RoomMemberEvent.Typing,
    sdk.RoomEvent.MyMembership,
    CryptoEvent.KeyBackupSessionsRemaining,
];

/** The secrets of one person, as an app would ask its user for them. */
class Vault {
    keys = {};

    getSecretStorageKey = async ({ keys: wanted }) => {
        const id = Object.keys(wanted).find((known) => this.keys[known]);
        return id ? [id, this.keys[id]] : null;
    };

    cacheSecretStorageKey = (id, _info, key) => {
        this.keys[id] = key;
    };
}

/** A person on one device. */
export class Person {
    constructor(client, username, password, vault) {
        this.client = client;
        this.username = username;
        this.password = password;
        this.vault = vault;
    }

    /** Registers somebody, and signs in. */
    static async register(baseUrl, username) {
        const password = randomBytes(12).toString("hex");
        const auth = { type: "m.login.dummy" };
        await sdk.createClient({ baseUrl }).registerRequest({ username, password, auth, inhibit_login: true });
        seen(`${username} registers`);
        return Person.signIn(baseUrl, username, password, new Vault());
    }

    /** The same person, on a device that knows nothing yet but the recovery key that its user typed. */
    async onAnotherDevice(baseUrl, recoveryKey) {
        const vault = new Vault();
        Object.keys(this.vault.keys).forEach((id) => (vault.keys[id] = recoveryKey.privateKey));
        return Person.signIn(baseUrl, this.username, this.password, vault);
    }

    static async signIn(baseUrl, username, password, vault) {
        const session = await sdk.createClient({ baseUrl }).loginRequest({
            type: "m.login.password",
            identifier: { type: "m.id.user", user: username },
            password,
            initial_device_display_name: "acceptance",
        });
        seen(`${username} signs in`);
        const client = sdk.createClient({
            baseUrl,
            userId: session.user_id,
            deviceId: session.device_id,
            accessToken: session.access_token,
            cryptoCallbacks: vault,
        });
        await client.initRustCrypto({ useIndexedDB: false });
        client.getCrypto().globalBlacklistUnverifiedDevices = false;
        await client.startClient({ initialSyncLimit: 20, lazyLoadMembers: true });
        const person = new Person(client, username, password, vault);
        await person.until(`${username} syncs`, () => client.isInitialSyncComplete());
        return person;
    }

    get id() {
        return this.client.getUserId();
    }

    close() {
        this.client.stopClient();
    }

    /** Resolves with what `find` finds, looking again whenever there is news. */
    until(step, find) {
        return new Promise((resolve, reject) => {
            const look = () => {
                const found = find();
                if (found) {
                    seen(step);
                    end(resolve, found);
                }
            };
            const end = (settle, value) => {
                clearTimeout(timer);
                clearInterval(poll);
                NEWS.forEach((event) => this.client.off(event, look));
                settle(value);
            };
            const timer = setTimeout(() => end(reject, new Error(`${step}: it did not come`)), PATIENCE);
            const poll = setInterval(look, 500);
            NEWS.forEach((event) => this.client.on(event, look));
            look();
        });
    }

    async createEncryptedRoom(settings) {
        const { room_id: room } = await this.client.createRoom({
            initial_state: [{ type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } }],
            ...settings,
        });
        seen(`${this.username} creates an encrypted room`);
        return room;
    }

    async acceptInvite(room) {
        await this.until(`${this.username} sees the invite`, () =>
            this.client.getRoom(room)?.getMyMembership() === "invite");
        await this.client.joinRoom(room);
        await this.until(`${this.username} is in the room`, () =>
            this.client.getRoom(room)?.getMyMembership() === "join");
    }

    sees(room, user) {
        return this.until(`${this.username} sees ${user} in the room`, () =>
            this.client.getRoom(room)?.getMember(user)?.membership === "join");
    }

    async say(room, body) {
        const { event_id: event } = await this.client.sendTextMessage(room, body);
        seen(`${this.username} says «${body}»`);
        return event;
    }

    /** The message with this text, which must have been encrypted. */
    hears(room, body) {
        return this.until(`${this.username} reads «${body}»`, () =>
            this.#decrypted(room, (event) => event.getContent().body === body));
    }

    #decrypted(room, wanted) {
        const events = this.client.getRoom(room)?.getLiveTimeline().getEvents() ?? [];
        return events.find((event) => event.isEncrypted() && !event.isDecryptionFailure() && wanted(event));
    }

    types(room, typing) {
        return this.client.sendTyping(room, typing, TYPING);
    }

    seesTyping(room, user) {
        return this.until(`${this.username} sees ${user} type`, () => this.client.getRoom(room)?.getMember(user)?.typing);
    }

    async readsUpTo(event) {
        await this.client.sendReadReceipt(event);
        seen(`${this.username} marks it read`);
    }

    seesReceipt(room, user, event) {
        return this.until(`${this.username} sees what ${user} has read`, () =>
            this.client.getRoom(room)?.hasUserReadEvent(user, event));
    }

    /** Sends a file, encrypted; its name is the hash of what is in it, so that whoever gets it can compare. */
    async sendFile(room) {
        const content = randomBytes(200_000);
        const attachment = Attachment.encrypt(content);
        const keys = JSON.parse(attachment.mediaEncryptionInfo);
        const { content_uri: url } = await this.client.uploadContent(Buffer.from(attachment.encryptedData), {
            type: "application/octet-stream",
            includeFilename: false,
        });
        await this.client.sendMessage(room, {
            msgtype: sdk.MsgType.File,
            body: sha256(content),
            file: { ...keys, url },
            info: { size: content.length },
        });
        seen(`${this.username} sends an encrypted file`);
    }

    async receivesFile(room, sender) {
        const event = await this.until(`${this.username} sees the file of ${sender}`, () =>
            this.#decrypted(room, (found) => found.getContent().msgtype === "m.file" && found.getSender() === sender));
        const { body, file } = event.getContent();
        const address = this.client.mxcUrlToHttp(file.url, undefined, undefined, undefined, false, true, true);
        const answer = await fetch(address, { headers: { Authorization: `Bearer ${this.client.getAccessToken()}` } });
        check(`${this.username} downloads it`, answer.ok, answer.status);
        const sealed = new EncryptedAttachment(new Uint8Array(await answer.arrayBuffer()), JSON.stringify(file));
        check(`it is the file that ${sender} sent`, sha256(Attachment.decrypt(sealed)) === body);
    }

    /** Signs the device, keeps all secrets on the server, and backs keys up; returns the recovery key to write down. */
    async setUpKeyBackup() {
        const crypto = this.client.getCrypto();
        const authUploadDeviceSigningKeys = (makeRequest) =>
            makeRequest({
                type: "m.login.password",
                identifier: { type: "m.id.user", user: this.username },
                password: this.password,
            });
        const recoveryKey = await crypto.createRecoveryKeyFromPassphrase();
        await crypto.bootstrapCrossSigning({ authUploadDeviceSigningKeys });
        await crypto.bootstrapSecretStorage({ createSecretStorageKey: async () => recoveryKey, setupNewKeyBackup: true });
        check(`${this.username} signs the device and sets up a key backup`, await crypto.checkKeyBackupAndEnable());
        return recoveryKey;
    }

    /** Waits until as many keys as were wanted are in the backup: they go there some seconds after they were used. */
    async keysAreBackedUp(wanted) {
        let count = 0;
        const asking = setInterval(async () => {
            count = (await this.client.getKeyBackupVersion()).count;
        }, 300);
        await this.until(`${this.username} has ${wanted} keys in the backup`, () => count >= wanted);
        clearInterval(asking);
    }

    /** Restores the keys of the backup, with the recovery key that the user typed. */
    async restoreKeys() {
        const crypto = this.client.getCrypto();
        await crypto.loadSessionBackupPrivateKeyFromSecretStorage();
        await crypto.checkKeyBackupAndEnable();
        const restored = await crypto.restoreKeyBackup();
        check(`the other device restores ${restored.imported} keys`, restored.imported > 0, `of ${restored.total}`);
    }
}

function sha256(bytes) {
    return createHash("sha256").update(bytes).digest("hex");
}
