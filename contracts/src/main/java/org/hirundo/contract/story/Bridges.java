package org.hirundo.contract.story;

import java.util.List;
import org.hirundo.application.config.Appservices;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.appservice.Registration.MalformedRegistration;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;

/** The application services of the stories' servers. */
final class Bridges {

    /** Has {@code _bridge_} for itself, and wants everything. */
    static final Registration IRC = service(registration("irc", "irc", "_bridge_", true)
            .with("protocols", JsonArray.ofStrings(List.of("irc")))
            .with("receive_ephemeral", JsonBoolean.TRUE)
            .with("org.matrix.msc3202", JsonBoolean.TRUE));

    /** Looks at {@code echo_} without having it for itself, creates its devices, and is as limited as others. */
    static final Registration ECHO = service(registration("echo", "echo", "echo_", false)
            .with("io.element.msc4190", JsonBoolean.TRUE)
            .with("rate_limited", JsonBoolean.TRUE));

    /** Is not called. */
    static final Registration SILENT =
            service(registration("silent", "silent", "silent_", true).with("url", JsonNull.NULL));

    /** All of them. */
    static final Appservices REGISTERED = new Appservices(List.of(IRC, ECHO, SILENT));

    private Bridges() {}

    private static JsonObject registration(String id, String sender, String prefix, boolean exclusive) {
        return JsonObject.of("id", id)
                .with("url", "http://127.0.0.1:9/" + id)
                .with("as_token", "as-" + id)
                .with("hs_token", "hs-" + id)
                .with("sender_localpart", sender)
                .with("rate_limited", JsonBoolean.FALSE)
                .with(
                        "namespaces",
                        JsonObject.of("users", namespaces("@" + prefix + ".*", exclusive))
                                .with("aliases", namespaces("#" + prefix + ".*", exclusive)));
    }

    private static JsonArray namespaces(String regex, boolean exclusive) {
        return JsonArray.of(JsonObject.of("regex", regex).with("exclusive", JsonBoolean.of(exclusive)));
    }

    private static Registration service(JsonObject registration) {
        try {
            return Registration.parse(registration, Server.NAME);
        } catch (MalformedRegistration e) {
            throw new IllegalStateException(e);
        }
    }
}
