package org.hirundo.rest.client.account;

import org.hirundo.application.session.Sessions;
import org.hirundo.domain.json.JsonObject;

/** How a session that was opened, or tokens that were exchanged, are told. */
final class SessionAnswer {

    private SessionAnswer() {}

    static JsonObject of(Sessions.Opened opened) {
        return JsonObject.builder()
                .put("user_id", opened.user().toString())
                .put("device_id", opened.device().toString())
                .put("home_server", opened.user().server().toString())
                .putAll(of(opened.tokens()))
                .build();
    }

    static JsonObject of(Sessions.Tokens tokens) {
        var answer = JsonObject.builder().put("access_token", tokens.access().reveal());
        tokens.refresh().ifPresent(token -> answer.put("refresh_token", token.reveal()));
        tokens.expiresIn().ifPresent(time -> answer.put("expires_in_ms", time.toMillis()));
        return answer.build();
    }
}
