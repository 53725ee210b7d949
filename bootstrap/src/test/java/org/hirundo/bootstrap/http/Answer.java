package org.hirundo.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.rest.common.CorsFilter;

/** What the server answered. */
record Answer(int status, HttpHeaders headers, byte[] body) {

    /** The body, which is a JSON object and says so. */
    JsonObject json() {
        assertThat(header("Content-Type")).as("content type of " + this).startsWith("application/json");
        return JsonParser.parseObject(body);
    }

    /** The header, or nothing. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The body, which is a page that runs and loads nothing but its own and is not kept. */
    String html() {
        assertThat(header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(header("Content-Security-Policy"))
                .startsWith("default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header("Cache-Control")).isEqualTo("no-store");
        return new String(is(200).body(), StandardCharsets.UTF_8);
    }

    String errcode() {
        return json().string("errcode").orElse("");
    }

    /** Whatever an answer says: it is one of Matrix, and web clients may read it. */
    Answer isWellFormed() {
        assertThat(status).as(toString()).isBetween(200, 499);
        CorsFilter.HEADERS.forEach((name, value) ->
                assertThat(header(name)).as(name + " of " + this).isEqualTo(value));
        if (status >= 400 && !isChallenge()) {
            assertThat(errcode()).as("errcode of " + this).matches("M_[A-Z_]+");
            assertThat(json().string("error").orElse("")).as("error of " + this).isNotBlank();
        }
        return this;
    }

    /** An invitation to authenticate in stages, which has no error unless a stage failed. */
    private boolean isChallenge() {
        return status == 401 && json().has("flows");
    }

    Answer is(int expectedStatus) {
        isWellFormed();
        assertThat(status).as(toString()).isEqualTo(expectedStatus);
        return this;
    }

    Answer is(int expectedStatus, String expectedErrcode) {
        is(expectedStatus);
        assertThat(errcode()).as(toString()).isEqualTo(expectedErrcode);
        return this;
    }

    @Override
    public String toString() {
        return status + " " + new String(body, 0, Math.min(body.length, 500), StandardCharsets.UTF_8);
    }
}
