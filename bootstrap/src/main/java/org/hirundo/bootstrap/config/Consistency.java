package org.hirundo.bootstrap.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hirundo.application.config.MailConfig;
import org.hirundo.application.config.TermsConfig;

/** What options say together: values that are right each by itself and still cannot be. */
final class Consistency {

    private static final long MAX_S3_OBJECT = 5L << 30;
    private static final int JWT_SECRET_BYTES = 32;

    private final Configuration configuration;
    private final List<Mistake> mistakes = new ArrayList<>();

    private Consistency(Configuration configuration) {
        this.configuration = configuration;
    }

    static List<Mistake> mistakes(Configuration configuration) {
        var consistency = new Consistency(configuration);
        consistency.check(consistency::storage, Options.STORAGE_TYPE, Options.STORAGE_URL);
        consistency.check(consistency::tls, Options.TLS_PORT, Options.TLS_CERTIFICATE, Options.TLS_KEY);
        consistency.check(consistency::freeze, MediaOptions.UNAUTHENTICATED, MediaOptions.UNAUTHENTICATED_UNTIL);
        consistency.check(
                consistency::s3,
                MediaOptions.S3_ENDPOINT,
                MediaOptions.S3_BUCKET,
                MediaOptions.S3_ACCESS_KEY,
                MediaOptions.S3_SECRET_KEY,
                MediaOptions.MAX_UPLOAD);
        consistency.check(consistency::turn, Options.TURN_URIS, Options.TURN_SHARED_SECRET);
        consistency.check(consistency::policies, Options.REGISTRATION_POLICIES);
        consistency.check(consistency::captcha, Options.CAPTCHA_SITE_KEY, Options.CAPTCHA_SECRET);
        consistency.check(
                consistency::mail,
                Options.MAIL_HOST,
                Options.MAIL_FROM,
                Options.MAIL_AT_REGISTRATION,
                Options.PUBLIC_URL);
        consistency.check(consistency::jwt, Options.JWT_ALGORITHM, Options.JWT_SECRET, Options.JWT_PUBLIC_KEY);
        consistency.check(consistency::appservices, Options.APPSERVICE_REGISTRATIONS, Options.SERVER_NAME);
        return List.copyOf(consistency.mistakes);
    }

    /** Options that cannot be read say nothing together either. */
    private void check(Runnable rule, Option<?>... options) {
        if (Stream.of(options).allMatch(configuration::isReadable)) {
            rule.run();
        }
    }

    private void storage() {
        var type = configuration.get(Options.STORAGE_TYPE);
        var types = StorageTypes.all();
        if (!types.contains(type)) {
            mistake(
                    Options.STORAGE_TYPE,
                    Suggestion.of(
                            type,
                            types,
                            "there is no storage \"" + type + "\"",
                            "there is: " + String.join(", ", types)));
        }
        var url = configuration.get(Options.STORAGE_URL);
        if (StorageTypes.ELSEWHERE.contains(type) && url.isEmpty()) {
            mistake(Options.STORAGE_URL, "is missing; " + type + " needs to know where the database is");
        }
        if (type.equals(StorageTypes.EMBEDDED) && url.isPresent()) {
            mistake(
                    Options.STORAGE_URL,
                    "is not for sqlite, whose file is in the data directory; leave it out, or set "
                            + Options.STORAGE_TYPE.name());
        }
    }

    private void tls() {
        var parts = List.of(Options.TLS_PORT, Options.TLS_CERTIFICATE, Options.TLS_KEY);
        var given = parts.stream()
                .filter(option -> configuration.get(option).isPresent())
                .count();
        if (given > 0 && given < parts.size()) {
            parts.stream()
                    .filter(option -> configuration.get(option).isEmpty())
                    .forEach(option -> mistake(option, "is missing; TLS needs port, certificate and key"));
        }
        readable(Options.TLS_CERTIFICATE);
        readable(Options.TLS_KEY);
    }

    private void readable(Option<Optional<Path>> option) {
        configuration
                .get(option)
                .filter(file -> !Files.isReadable(file))
                .ifPresent(file -> mistake(option, "the file " + file + " cannot be read"));
    }

    private void freeze() {
        if (configuration.get(MediaOptions.UNAUTHENTICATED_UNTIL).isPresent()
                && !configuration.get(MediaOptions.UNAUTHENTICATED)) {
            mistake(
                    MediaOptions.UNAUTHENTICATED_UNTIL,
                    "says nothing as long as no media are served on the old paths; leave it out, or set "
                            + MediaOptions.UNAUTHENTICATED.name());
        }
    }

    private void s3() {
        var isWanted = configuration.get(MediaOptions.S3_ENDPOINT).isPresent();
        for (var option : List.of(MediaOptions.S3_BUCKET, MediaOptions.S3_ACCESS_KEY, MediaOptions.S3_SECRET_KEY)) {
            if (isWanted && configuration.get(option).isEmpty()) {
                mistake(option, "is missing; the store of media.s3.endpoint cannot be used without it");
            } else if (!isWanted && configuration.get(option).isPresent()) {
                mistake(option, "belongs to a store; leave it out, or set " + MediaOptions.S3_ENDPOINT.name());
            }
        }
        if (isWanted && configuration.get(MediaOptions.MAX_UPLOAD) > MAX_S3_OBJECT) {
            mistake(MediaOptions.MAX_UPLOAD, "is more than the 5 GiB that an S3 store takes at once");
        }
    }

    private void turn() {
        if (!configuration.get(Options.TURN_URIS).isEmpty()
                && configuration.get(Options.TURN_SHARED_SECRET).isEmpty()) {
            mistake(Options.TURN_SHARED_SECRET, "is missing; without it nobody can use the servers of turn.uris");
        }
    }

    private void policies() {
        try {
            TermsConfig.of(configuration.get(Options.REGISTRATION_POLICIES));
        } catch (IllegalArgumentException e) {
            mistake(Options.REGISTRATION_POLICIES, "cannot be: " + e.getMessage());
        }
    }

    private void captcha() {
        var both = List.of(Options.CAPTCHA_SITE_KEY, Options.CAPTCHA_SECRET);
        if (both.stream().anyMatch(option -> configuration.get(option).isPresent())) {
            both.stream()
                    .filter(option -> configuration.get(option).isEmpty())
                    .forEach(option -> mistake(option, "is missing; a captcha needs public key and secret"));
        }
    }

    private void mail() {
        if (configuration.get(Options.MAIL_HOST).isPresent()) {
            if (configuration.get(Options.MAIL_FROM).isEmpty()) {
                mistake(Options.MAIL_FROM, "is missing; a mail comes from somewhere");
            }
            if (configuration.get(Options.PUBLIC_URL).isEmpty()) {
                mistake(Options.PUBLIC_URL, "is missing; links in mails have to lead to this server");
            }
        } else if (configuration.get(Options.MAIL_AT_REGISTRATION) == MailConfig.AtRegistration.REQUIRED) {
            mistake(Options.MAIL_HOST, "is missing; without it nobody can register with a mail address");
        }
    }

    private void jwt() {
        readable(Options.JWT_PUBLIC_KEY);
        configuration.get(Options.JWT_ALGORITHM).ifPresent(algorithm -> {
            var key = JwtOptions.keyOption(algorithm);
            if (configuration.get(key).isEmpty()) {
                mistake(key, "is missing; the tokens could not be verified");
            }
        });
        configuration
                .get(Options.JWT_SECRET)
                .filter(secret -> secret.getBytes(StandardCharsets.UTF_8).length < JWT_SECRET_BYTES)
                .ifPresent(_ -> mistake(
                        Options.JWT_SECRET, "is shorter than " + JWT_SECRET_BYTES + " bytes, so it could be guessed"));
    }

    private void appservices() {
        configuration.registrations().mistakes().forEach(what -> mistake(Options.APPSERVICE_REGISTRATIONS, what));
    }

    private void mistake(Option<?> option, String what) {
        mistakes.add(new Mistake(
                configuration.isGiven(option) ? option.name() + " " + configuration.place(option) : option.name(),
                what));
    }
}
