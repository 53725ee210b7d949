/**
 * Writes the registration of the bridge, with a port of this machine that nobody uses.
 *
 * Usage: node bridge_registration.mjs FILE
 * What it writes is JSON, which is YAML too.
 */
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";

const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close();
    const registration = {
        id: "appservice-bridge",
        url: `http://127.0.0.1:${port}`,
        as_token: randomBytes(32).toString("hex"),
        hs_token: randomBytes(32).toString("hex"),
        sender_localpart: "appservice-bridge-bot",
        rate_limited: false,
        namespaces: {
            users: [{ exclusive: true, regex: "@appservice-bridge-.*" }],
            aliases: [{ exclusive: true, regex: "#appservice-bridge-.*" }],
            rooms: [],
        },
    };
    writeFileSync(process.argv[2], JSON.stringify(registration));
});
