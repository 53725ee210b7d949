package org.hirundo.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hirundo.domain.appservice.Registration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Application services are registered by files as bridges write them. */
class RegistrationsTest {

    @TempDir
    private Path directory;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static String registration(String id, String asToken) {
        return """
                id: %s
                url: http://localhost:29318
                as_token: %s
                hs_token: server-%s
                sender_localpart: %sbot
                rate_limited: false
                namespaces:
                    users:
                        - regex: ^@%s_.*:localhost$
                          exclusive: true
                de.sorunome.msc2409.push_ephemeral: true
                """.formatted(id, asToken, id, id, id);
    }

    private static List<Registration> read(Path... paths) throws Misconfigured {
        var option =
                String.join(",", List.of(paths).stream().map(Path::toString).toList());
        return Configuration.of(
                        Map.of("appservice.registrations", option, "server.name", "localhost"),
                        Map.of(),
                        Optional.empty())
                .appservices()
                .all();
    }

    private static List<String> mistakes(Path... paths) {
        return catchThrowableOfType(Misconfigured.class, () -> read(paths)).mistakes().stream()
                .map(Mistake::toString)
                .toList();
    }

    @Test
    void none_is_needed() throws Misconfigured {
        assertThat(Configuration.of(Map.of(), Map.of(), Optional.empty())
                        .appservices()
                        .all())
                .isEmpty();
    }

    @Test
    void files_and_those_in_directories_are_read() throws Exception {
        Files.createDirectory(directory.resolve("bridges"));
        file("bridges/b.yml", registration("signal", "three"));
        file("bridges/a.yaml", registration("telegram", "two"));
        file("bridges/README", "not for us");
        var single = file("whatsapp", registration("whatsapp", "one"));

        var services = read(single, directory.resolve("bridges"));

        assertThat(services).extracting(Registration::id).containsExactly("whatsapp", "telegram", "signal");
        assertThat(services.getFirst().sender()).hasToString("@whatsappbot:localhost");
        assertThat(services.getFirst().features().ephemeral()).isTrue();
        assertThat(services.getFirst().rateLimited()).isFalse();
    }

    @Test
    void all_mistakes_of_all_files_are_told_at_once_and_no_secret_with_them() throws IOException {
        var one = file("one.yaml", registration("irc", "secret-1"));
        var sameId = file("id.yaml", registration("irc", "secret-2"));
        var sameToken = file("token.yaml", registration("slack", "secret-1"));
        var regex = file("regex.yaml", registration("sms", "secret-3").replace("_.*", "_[") + "rate_limit: 1\n");
        var noYaml = file("no.yaml", "as_token: secret-4\n  : [");
        var twice = file("twice.yaml", registration("gitter", "secret-5") + "url: null\n");
        var list = file("list.yaml", "- secret-6");
        var missing = directory.resolve("missing.yaml");

        var mistakes = mistakes(one, sameId, sameToken, regex, noYaml, twice, list, missing);

        assertThat(mistakes)
                .hasSize(7)
                .noneMatch(mistake -> mistake.contains("secret"))
                .anyMatch(mistake -> mistake.endsWith(sameId + ": id is that of " + one + " too"))
                .anyMatch(mistake -> mistake.endsWith(sameToken + ": as_token is that of " + one + " too"))
                .anyMatch(mistake -> mistake.contains(regex + ": namespaces.users has a regex that cannot be read"))
                .anyMatch(mistake -> mistake.endsWith(noYaml + ": this is not YAML"))
                .anyMatch(mistake -> mistake.endsWith(twice + ": this is not YAML"))
                .anyMatch(mistake -> mistake.endsWith(list + ": this is no registration"))
                .anyMatch(mistake -> mistake.endsWith("the file " + missing + " cannot be read"));
    }
}
