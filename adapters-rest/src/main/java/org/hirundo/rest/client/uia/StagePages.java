package org.hirundo.rest.client.uia;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hirundo.application.config.CaptchaConfig;
import org.hirundo.application.uia.Flows;
import org.hirundo.application.uia.OpenFallback.OpenStage;
import org.hirundo.application.uia.SendStageMail.Credentials;
import org.hirundo.domain.error.Unrecognized;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.FormFields;
import org.hirundo.rest.common.HtmlPages;
import org.hirundo.rest.common.HtmlPages.Page;
import org.hirundo.rest.common.Template;

/** What the pages of the stages look like, and what their forms mean. */
@Singleton
final class StagePages {

    private static final Template CAPTCHA = template("captcha.html");
    private static final Template DONE = template("done.html");
    private static final Template DUMMY = template("dummy.html");
    private static final Template EMAIL_ADDRESS = template("email-address.html");
    private static final Template EMAIL_SENT = template("email-sent.html");
    private static final Template PASSWORD = template("password.html");
    private static final Template POLICY = template("policy.html");
    private static final Template REGISTRATION_TOKEN = template("registration-token.html");
    private static final Template TERMS = template("terms.html");
    private static final String AUTH_DONE = Template.text(StagePages.class, "done.js");

    /** The field with the address that a mail is to be sent to. */
    static final String EMAIL = "email";

    private static final String SID = "sid";
    private static final String CLIENT_SECRET = "client_secret";

    private static final String TITLE = "Authentication";
    private static final String EMAIL_TITLE = "Your mail address";

    private final HtmlPages pages;
    private final CaptchaConfig config;

    @Inject
    StagePages(HtmlPages pages, CaptchaConfig config) {
        this.pages = pages;
        this.config = config;
    }

    private static Template template(String file) {
        return Template.beside(StagePages.class, file);
    }

    /**
     * What a client would send for what was filled into the form of the stage.
     *
     * @throws Unrecognized when there is no page for the stage
     */
    JsonObject auth(String type, FormFields form) {
        var auth = JsonObject.builder();
        switch (type) {
            case Flows.RECAPTCHA -> auth.putIfPresent("response", CaptchaWidget.response(form));
            case Flows.REGISTRATION_TOKEN ->
                auth.put("token", form.text("token").orElse(""));
            case Flows.PASSWORD -> auth.put("password", form.text("password").orElse(""));
            case Flows.EMAIL_IDENTITY ->
                auth.put(
                        "threepid_creds",
                        JsonObject.of("sid", form.text(SID).orElse(""))
                                .with("client_secret", form.text(CLIENT_SECRET).orElse("")));
            case Flows.TERMS, Flows.DUMMY -> {
                // That the form was sent says it all.
            }
            default -> throw new Unrecognized("There is no page for " + type);
        }
        return auth.build();
    }

    /**
     * The page.
     *
     * @param languages what the browser says of languages
     * @param failure why an attempt failed
     * @throws Unrecognized when there is no page for the stage
     */
    Response page(String type, OpenStage stage, Optional<String> languages, Optional<String> failure) {
        if (stage.done()) {
            return pages.answer(Page.scripted("Thank you", DONE.with(Map.of()), AUTH_DONE));
        }
        var why = failure.orElse("");
        return pages.answer(
                switch (type) {
                    case Flows.DUMMY -> Page.plain(TITLE, DUMMY.with(Map.of("failure", why)));
                    case Flows.PASSWORD -> Page.plain(TITLE, PASSWORD.with(Map.of("failure", why)));
                    case Flows.REGISTRATION_TOKEN ->
                        Page.plain("Registration token", REGISTRATION_TOKEN.with(Map.of("failure", why)));
                    case Flows.EMAIL_IDENTITY -> Page.plain(EMAIL_TITLE, EMAIL_ADDRESS.with(Map.of("failure", why)));
                    case Flows.TERMS -> terms(stage.params(), languages, why);
                    case Flows.RECAPTCHA -> captcha(stage.params(), why);
                    default -> throw new Unrecognized("There is no page for " + type);
                });
    }

    /** Whether the form asks for a mail. */
    static boolean wantsMail(String type, FormFields form) {
        return type.equals(Flows.EMAIL_IDENTITY) && form.text(EMAIL).isPresent();
    }

    /** Whether a mail was sent before. */
    static boolean hasMail(String type, FormFields form) {
        return type.equals(Flows.EMAIL_IDENTITY) && form.text(SID).isPresent();
    }

    /** The page that waits for the mail to be read. */
    Response mailSent(Credentials credentials) {
        return waiting(credentials.sid(), credentials.clientSecret(), "");
    }

    /** The same, when it was not read yet. */
    Response mailUnread(FormFields form, String failure) {
        return waiting(form.text(SID).orElse(""), form.text(CLIENT_SECRET).orElse(""), failure);
    }

    private Response waiting(String sid, String clientSecret, String failure) {
        return pages.answer(Page.plain(
                EMAIL_TITLE, EMAIL_SENT.with(Map.of("failure", failure, "sid", sid, "secret", clientSecret))));
    }

    private Page captcha(JsonObject params, String failure) {
        var service = config.captcha()
                .orElseThrow(() -> new Unrecognized("There is no captcha"))
                .service();
        var widget = CaptchaWidget.of(service);
        var content = CAPTCHA.with(Map.of(
                "failure", failure,
                "style", widget.style(),
                "key", params.string("public_key").orElse("")));
        return new Page("Are you human?", content, "", widget.script(), widget.sources());
    }

    private static Page terms(JsonObject params, Optional<String> languages, String failure) {
        var policies = params.object("policies").orElse(JsonObject.EMPTY);
        var list = policies.names().stream()
                .flatMap(id -> policies.object(id).stream())
                .flatMap(policy -> document(policy, languages).stream())
                .map(document -> POLICY.with(Map.of(
                        "url", document.string("url").orElse(""),
                        "name", document.string("name").orElse(""))))
                .collect(Collectors.joining());
        return Page.plain("Terms", TERMS.with(Map.of("failure", failure, "policies", list)));
    }

    /** The document in the language that is liked best, else the first. */
    private static Optional<JsonObject> document(JsonObject policy, Optional<String> languages) {
        var there = new ArrayList<>(policy.names());
        there.removeIf(name -> policy.object(name).isEmpty());
        var best = Optional.ofNullable(Locale.lookupTag(liked(languages), there))
                .flatMap(tag -> there.stream().filter(tag::equalsIgnoreCase).findFirst());
        return best.or(() -> there.stream().findFirst()).flatMap(policy::object);
    }

    private static List<Locale.LanguageRange> liked(Optional<String> languages) {
        try {
            return languages.map(Locale.LanguageRange::parse).orElse(List.of());
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
