package org.hirundo.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    @TempDir
    Path folder;

    @Test
    void nothing_needs_to_be_given() throws Misconfigured {
        var configuration = Configuration.of(Map.of(), Map.of(), Optional.empty());

        assertThat(configuration.get(Options.SERVER_PORT)).isEqualTo(8008);
        assertThat(configuration.get(Options.SERVER_ADDRESS)).isEqualTo("127.0.0.1");
        assertThat(configuration.get(Options.STORAGE_TYPE)).isEqualTo("sqlite");
        assertThat(Options.all()).noneMatch(configuration::isGiven);
    }

    @Test
    void a_flag_counts_more_than_the_environment_which_counts_more_than_the_file() throws Exception {
        var file = file("""
                hirundo.server.name = file.example
                hirundo.server.port = 1
                hirundo.server.address = 127.0.0.2
                """);

        var configuration = Configuration.of(
                Map.of("server.name", "flag.example"),
                Map.of("HIRUNDO_SERVER_NAME", "environment.example", "HIRUNDO_SERVER_PORT", "2"),
                Optional.of(file));

        assertThat(configuration.get(Options.SERVER_NAME)).hasToString("flag.example");
        assertThat(configuration.get(Options.SERVER_PORT)).isEqualTo(2);
        assertThat(configuration.get(Options.SERVER_ADDRESS)).isEqualTo("127.0.0.2");
    }

    @Test
    void a_password_means_what_it_says() throws Misconfigured {
        var password = "a ${HOME} $ \\ = # 密";

        var configuration = Configuration.of(Map.of(), Map.of("HIRUNDO_STORAGE_PASSWORD", password), Optional.empty());

        assertThat(configuration.get(Options.STORAGE_PASSWORD)).hasValue(password);
    }

    @Test
    void variables_of_other_programs_and_of_the_start_script_are_none_of_ours() throws Misconfigured {
        var configuration = Configuration.of(Map.of(), Map.of("HOME", "/root", "HIRUNDO_HEAP", "1g"), Optional.empty());

        assertThat(Options.all()).noneMatch(configuration::isGiven);
    }

    @Test
    void all_mistakes_are_told_at_once_each_with_its_place_and_what_to_write() throws IOException {
        var file = file("""
                hirundo.limits.enabeld = yes
                hirundo.limits.login = often
                """);

        var mistakes = mistakes(
                Map.of("server.prot", "8008", "server.port", "eighty", "tls.port", "8448"),
                Map.of("HIRUNDO_STORAGE_TYP", "sqlite", "HIRUNDO_STORAGE_TYPE", "postgres"),
                Optional.of(file));

        assertThat(mistakes)
                .containsExactlyInAnyOrder(
                        "--server.prot on the command line: there is no such option; did you mean --server.port?",
                        "HIRUNDO_STORAGE_TYP in the environment: there is no such option;"
                                + " did you mean HIRUNDO_STORAGE_TYPE?",
                        "hirundo.limits.enabeld in " + file
                                + ": there is no such option; did you mean hirundo.limits.enabled?",
                        "hirundo.server.port on the command line: \"eighty\" is not a whole number from 0 to 65535",
                        "hirundo.limits.login in " + file
                                + ": \"often\" is not a rate like 10/s burst 100, with s, min or h",
                        "hirundo.storage.type in the environment: there is no storage \"postgres\";"
                                + " did you mean postgresql?",
                        "hirundo.tls.certificate: is missing; TLS needs port, certificate and key",
                        "hirundo.tls.key: is missing; TLS needs port, certificate and key");
    }

    @Test
    void what_is_like_no_option_gets_no_guess() {
        assertThat(mistakes(Map.of("colour", "blue"), Map.of(), Optional.empty()))
                .containsExactly(
                        "--colour on the command line: there is no such option; 'hirundo config' lists all there are");
    }

    @Test
    void a_storage_in_another_process_must_be_found() {
        for (var type : List.of("postgresql", "mariadb", "mongodb")) {
            assertThat(mistakes(Map.of("storage.type", type), Map.of(), Optional.empty()))
                    .containsExactly(
                            "hirundo.storage.url: is missing; " + type + " needs to know where the database is");
        }
    }

    @Test
    void the_embedded_storage_has_no_address() {
        assertThat(mistakes(Map.of("storage.url", "jdbc:sqlite:elsewhere"), Map.of(), Optional.empty()))
                .singleElement()
                .asString()
                .startsWith("hirundo.storage.url on the command line: is not for sqlite");
    }

    @Test
    void paths_that_are_not_served_cannot_be_frozen() {
        assertThat(mistakes(Map.of("media.unauthenticated-until", "2026-01-31"), Map.of(), Optional.empty()))
                .singleElement()
                .asString()
                .startsWith("hirundo.media.unauthenticated-until on the command line: says nothing");
    }

    @Test
    void a_time_is_a_date_or_more() throws Misconfigured {
        for (var text : List.of("2026-01-31", "2026-01-31T00:00:00Z")) {
            var flags = Map.of("media.unauthenticated", "yes", "media.unauthenticated-until", text);
            assertThat(Configuration.of(flags, Map.of(), Optional.empty()).get(MediaOptions.UNAUTHENTICATED_UNTIL))
                    .contains(Instant.parse("2026-01-31T00:00:00Z"));
        }
        for (var text : List.of("2026-02-30", "yesterday", "2026-01-31T12:00")) {
            var flags = Map.of("media.unauthenticated", "yes", "media.unauthenticated-until", text);
            assertThat(mistakes(flags, Map.of(), Optional.empty()))
                    .singleElement()
                    .asString()
                    .contains("is not a date like 2026-01-31");
        }
    }

    @Test
    void a_policy_has_one_version_and_each_language_once() {
        var one = "privacy 1.2 en https://example.org/en Privacy Policy";
        for (var other : List.of(one.replace("1.2", "1.3").replace(" en ", " de "), one, "privacy 1.2")) {
            assertThat(mistakes(Map.of("registration.policies", one + ", " + other), Map.of(), Optional.empty()))
                    .singleElement()
                    .asString()
                    .startsWith("hirundo.registration.policies on the command line: ");
        }
    }

    @Test
    void a_store_of_files_needs_a_bucket_and_keys_and_these_need_a_store() {
        assertThat(mistakes(Map.of("media.s3.endpoint", "https://s3.example"), Map.of(), Optional.empty()))
                .hasSize(3)
                .allMatch(mistake -> mistake.contains("is missing"))
                .anyMatch(mistake -> mistake.startsWith("hirundo.media.s3.bucket"))
                .anyMatch(mistake -> mistake.startsWith("hirundo.media.s3.access-key"))
                .anyMatch(mistake -> mistake.startsWith("hirundo.media.s3.secret-key"));
        assertThat(mistakes(Map.of("media.s3.bucket", "swallows"), Map.of(), Optional.empty()))
                .singleElement()
                .asString()
                .contains("media.s3.endpoint");
    }

    @Test
    void a_store_takes_no_file_that_is_too_large_for_one_request() {
        var flags = Map.of(
                "media.s3.endpoint",
                "https://s3.example",
                "media.s3.bucket",
                "b",
                "media.s3.access-key",
                "a",
                "media.s3.secret-key",
                "s",
                "media.max-upload",
                "6GiB");
        assertThat(mistakes(flags, Map.of(), Optional.empty()))
                .singleElement()
                .asString()
                .contains("5 GiB");
    }

    @Test
    void mail_comes_from_somewhere_and_leads_to_the_server() {
        assertThat(mistakes(Map.of("mail.host", "localhost"), Map.of(), Optional.empty()))
                .hasSize(2)
                .anySatisfy(mistake -> assertThat(mistake.toString()).startsWith("hirundo.mail.from: is missing"))
                .anySatisfy(
                        mistake -> assertThat(mistake.toString()).startsWith("hirundo.server.public-url: is missing"));
        assertThat(mistakes(Map.of("mail.at-registration", "required"), Map.of(), Optional.empty()))
                .singleElement()
                .asString()
                .startsWith("hirundo.mail.host: is missing");
        assertThat(mistakes(Map.of("mail.from", "a@b\nBcc: x@y"), Map.of(), Optional.empty()))
                .hasSize(1);
    }

    @Test
    void a_captcha_needs_both_keys() {
        assertThat(mistakes(Map.of("captcha.secret", "x"), Map.of(), Optional.empty()))
                .singleElement()
                .asString()
                .startsWith("hirundo.captcha.site-key: is missing");
    }

    @Test
    void a_certificate_that_cannot_be_read_is_named() {
        var certificate = folder.resolve("none.pem").toString();

        assertThat(mistakes(
                        Map.of("tls.port", "0", "tls.certificate", certificate, "tls.key", certificate),
                        Map.of(),
                        Optional.empty()))
                .hasSize(2)
                .allMatch(mistake -> mistake.endsWith("the file " + certificate + " cannot be read"));
    }

    @Test
    void secrets_are_in_no_complaint() {
        assertThat(mistakes(Map.of("storage.url", "u", "storage.pasword", "hunter2"), Map.of(), Optional.empty()))
                .isNotEmpty()
                .noneMatch(mistake -> mistake.contains("hunter2"));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("hirundo.properties"), text);
    }

    private static List<String> mistakes(
            Map<String, String> flags, Map<String, String> environment, Optional<Path> file) {
        var misconfigured = catchThrowableOfType(Misconfigured.class, () -> Configuration.of(flags, environment, file));
        return misconfigured.mistakes().stream().map(Mistake::toString).toList();
    }
}
