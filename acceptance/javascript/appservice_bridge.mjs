/**
 * A bridge on matrix-appservice-bridge, to a network that echoes: somebody invites its bot, talks to it, and goes to a room that
 * the bridge makes when it is asked for.
 *
 * Usage: node appservice_bridge.mjs BASE_URL REGISTRATION
 * REGISTRATION is the file that the server has read. Prints one line per step that was seen to work;
 * exits with 1 at the first that was not.
 */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { Bridge, Logger } from "matrix-appservice-bridge";
import { Person } from "./person.mjs";
import { check, run, seen } from "./steps.mjs";

const DOMAIN = "localhost";
const BOT = `@appservice-bridge-bot:${DOMAIN}`;

/** The one on the other side that says again what Matrix users say. */
const ECHO = `@appservice-bridge-echo:${DOMAIN}`;

async function answer(bridge, event) {
    if (event.type === "m.room.member" && event.state_key === BOT && event.content.membership === "invite") {
        await bridge.getIntent().join(event.room_id);
    }
    if (event.type === "m.room.message" && event.sender !== ECHO) {
        const echo = bridge.getIntent(ECHO);
        await echo.ensureProfile("Echo");
        await echo.sendText(event.room_id, `echo: ${event.content.body}`);
    }
}

async function startBridge(homeserverUrl, registration) {
    Logger.configure({ console: "off" });
    const bridge = new Bridge({
        homeserverUrl,
        domain: DOMAIN,
        registration,
        disableStores: true,
        controller: {
            onUserQuery: () => ({}),
            onAliasQuery: (alias, localpart) => ({
                creationOpts: { preset: "public_chat", room_alias_name: localpart, name: alias },
            }),
            onEvent: (request) => request.resolve(answer(bridge, request.getData())),
        },
    });
    const { port } = new URL(JSON.parse(readFileSync(registration)).url);
    await bridge.run(Number(port), undefined, "127.0.0.1");
    seen("the bridge listens");
    return bridge;
}

function hears(person, room, body) {
    return person.until(`${person.username} reads «${body}»`, () =>
        person.client
            .getRoom(room)
            ?.getLiveTimeline()
            .getEvents()
            .find((event) => event.getSender() === ECHO && event.getContent().body === body));
}

await run(async () => {
    const [baseUrl, registration] = process.argv.slice(2);
    await startBridge(baseUrl, registration);
    const alice = await Person.register(baseUrl, `alice-${randomBytes(4).toString("hex")}`);

    const { room_id: room } = await alice.client.createRoom({ preset: "private_chat", invite: [BOT] });
    await alice.sees(room, BOT);
    await alice.say(room, "Hello");
    await hears(alice, room, "echo: Hello");
    const name = alice.client.getRoom(room).getMember(ECHO).name;
    check("the one on the other side has a name", name === "Echo", name);

    const { roomId: town } = await alice.client.joinRoom(`#appservice-bridge-${alice.username}:${DOMAIN}`);
    seen(`${alice.username} is in a room that the bridge made when it was asked for`);
    await alice.say(town, "Hello, town");
    await hears(alice, town, "echo: Hello, town");
    alice.close();
});
