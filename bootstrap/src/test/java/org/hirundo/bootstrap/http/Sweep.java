package org.hirundo.bootstrap.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.jspecify.annotations.Nullable;

/**
 * Calls one route with requests that are right but for one thing. What the path names is there: the room, its event, the device,
 * the file; so that requests come as far as they can.
 */
final class Sweep {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private static final JsonObject BODIES = bodies();

    private final Route route;
    private final Account admin;
    private final Account bob;
    private final Map<String, String> named = new HashMap<>();
    private @Nullable String room;
    private @Nullable String event;
    private int transaction;

    private Sweep(Route route, Account admin, Account bob) {
        this.route = route;
        this.admin = admin;
        this.bob = bob;
    }

    /** Prepares what the route needs, without disturbing what others have. */
    static Sweep of(Route route, Account admin, Account bob, String mediaId) {
        var sweep = new Sweep(route, admin, bob);
        sweep.named.putAll(Map.ofEntries(
                // Administrators are not to lock themselves out of the rest of the sweep.
                Map.entry("userId", route.path().contains("/admin/") ? bob.user() : admin.user()),
                Map.entry("roomAlias", "#sweep:localhost"),
                Map.entry(
                        "eventType", route.path().contains("/state/") ? "m.room.history_visibility" : "m.room.message"),
                Map.entry("stateKey", "key"),
                Map.entry("type", "org.example.data"),
                Map.entry("tag", "u.work"),
                Map.entry("filterId", "0"),
                Map.entry("receiptType", "m.read"),
                Map.entry("deviceId", admin.device()),
                Map.entry("relType", "m.thread"),
                Map.entry("kind", "override"),
                Map.entry("ruleId", "org.example.rule"),
                Map.entry("field", "displayname"),
                Map.entry("serverName", "localhost"),
                Map.entry("mediaId", mediaId),
                Map.entry("fileName", "file.txt"),
                Map.entry("version", "1"),
                Map.entry("sessionId", "session"),
                Map.entry("rendezvousId", "meeting"),
                Map.entry("delayId", "delayed"),
                Map.entry("purpose", "add_threepid"),
                Map.entry("appserviceId", "bridge"),
                Map.entry("networkId", "irc"),
                Map.entry("protocol", "irc")));
        return sweep;
    }

    /** The path as it should be. */
    String path() {
        return path(Map.of());
    }

    /** The path with something else in place of a parameter, percent-encoded already. */
    String path(Map<String, String> others) {
        return PARAMETER.matcher(route.path()).replaceAll((MatchResult match) -> {
            var name = match.group(1);
            var value = others.containsKey(name) ? others.get(name) : encoded(value(name));
            return Matcher.quoteReplacement(value);
        });
    }

    private String value(String name) {
        if (name.equals("txnId")) {
            return "t" + transaction++;
        }
        if (name.equals("eventId")) {
            return event();
        }
        if (name.equals("roomId") || name.equals("roomIdOrAlias")) {
            return room();
        }
        var value = named.get(name);
        if (value == null) {
            throw new AssertionError("What is to stand for {" + name + "} of " + route + "?");
        }
        return value;
    }

    private String room() {
        if (room == null) {
            room = admin.createRoom();
        }
        return room;
    }

    private String event() {
        if (event == null) {
            event = admin.say(room(), "hello");
        }
        return event;
    }

    /** The names of the parameters of the path. */
    Iterable<String> parameters() {
        return PARAMETER
                .matcher(route.path())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** A body as the specification shows it, of our users. */
    JsonObject body() {
        var body = BODIES.get(route.toString());
        if (body == null) {
            throw new AssertionError("What is a right body of " + route + "?");
        }
        return JsonParser.parseObject(body.toString()
                .replace("@alice:example.com", admin.user())
                .replace("@bob:example.com", bob.user())
                .getBytes(StandardCharsets.UTF_8));
    }

    Answer send(Client client, String path, BodyPublisher body) {
        return client.send(route.method(), path, body);
    }

    Answer send(Client client, String path, String body) {
        return send(client, path, BodyPublishers.ofString(body));
    }

    /** Sends the bytes in chunks, without telling their number. */
    Answer sendChunked(Client client, String path, byte[] body) {
        return send(client, path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static JsonObject bodies() {
        try (var in = Sweep.class.getResourceAsStream("request-bodies.json")) {
            return JsonParser.parseObject(in.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError("The bodies of the specification cannot be read", e);
        }
    }
}
