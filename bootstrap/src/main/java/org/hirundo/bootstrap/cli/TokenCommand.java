package org.hirundo.bootstrap.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hirundo.bootstrap.config.ValueType;
import org.hirundo.bootstrap.config.ValueTypes;
import org.hirundo.domain.json.JsonObject;

/** Makes, shows and takes back registration tokens. */
final class TokenCommand {

    private static final String PATH = "/_hirundo/admin/v1/registration_tokens/";
    private static final String ALGORITHM = "HmacSHA256";
    private static final ValueType<Integer> USES = ValueTypes.number(1, Integer.MAX_VALUE);

    private final PrintStream out;
    private final InstantSource clock;

    TokenCommand(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /**
     * A token to be made, as it was typed.
     *
     * @param name how it is called; by chance when empty
     * @param uses how many may register with it
     * @param lifetime how long it is good, as options have durations
     */
    record Creation(Optional<String> name, Optional<String> uses, Optional<String> lifetime) {}

    void create(Creation creation, OwnServer server) throws Usage, Failure {
        var uses = read("--uses", USES, creation.uses());
        var expiry = read("--lifetime", ValueTypes.DURATION, creation.lifetime())
                .map(lifetime -> clock.instant().plus(lifetime).toEpochMilli());
        var body = JsonObject.builder().putIfPresent("token", creation.name());
        uses.ifPresent(count -> body.put("uses_allowed", count));
        expiry.ifPresent(end -> body.put("expiry_time", end));
        var proven = List.of(
                "create",
                creation.name().orElse(""),
                uses.map(Object::toString).orElse(""),
                expiry.map(Object::toString).orElse(""));
        out.println(line(server.ask(new SecretHolder.Question(PATH + "create", ALGORITHM, body.build(), proven))));
    }

    void list(OwnServer server) throws Failure {
        var question = new SecretHolder.Question(PATH + "list", ALGORITHM, JsonObject.EMPTY, List.of("list"));
        var tokens = server.ask(question)
                .array("registration_tokens")
                .orElseThrow(() -> new Failure("The server told of no registration tokens"));
        tokens.objectsIn().forEach(token -> out.println(line(token)));
    }

    void delete(String token, OwnServer server) throws Failure {
        var body = JsonObject.of("token", token);
        server.ask(new SecretHolder.Question(PATH + "delete", ALGORITHM, body, List.of("delete", token)));
        out.println("Deleted " + token);
    }

    private static String line(JsonObject token) {
        var uses = token.integer("uses_allowed");
        var end = token.integer("expiry_time");
        return "%s  used %d%s, pending %d%s"
                .formatted(
                        token.string("token").orElse(""),
                        token.integer("completed").orElse(0),
                        uses.isPresent() ? " of " + uses.getAsLong() : "",
                        token.integer("pending").orElse(0),
                        end.isPresent() ? ", until " + Instant.ofEpochMilli(end.getAsLong()) : "");
    }

    private static <T> Optional<T> read(String flag, ValueType<T> type, Optional<String> typed) throws Usage {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        var value = type.read(typed.get());
        return Optional.of(value.orElseThrow(() -> new Usage(flag + " has to be " + type.description())));
    }
}
