package org.hirundo.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hirundo.bootstrap.config.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void help_names_every_command() {
        for (var line : List.of(List.of("--help"), List.of("help"), List.<String>of())) {
            assertThat(run(line)).isZero();
        }

        assertThat(told()).contains("hirundo run", "hirundo config", "hirundo user create NAME", "hirundo version");
    }

    @Test
    void the_help_of_run_names_every_option() {
        assertThat(run(List.of("run", "--help"))).isZero();

        assertThat(told()).contains("143");
        assertThat(Options.all()).allSatisfy(option -> assertThat(told().lines())
                .contains("  --" + option.flag() + (option.defaultText().isEmpty() ? "" : "=" + option.defaultText())));
    }

    @Test
    void config_tells_what_is_set() {
        assertThat(run(List.of("config", "--server.name", "example.org", "--server.port=1")))
                .isZero();

        assertThat(told().lines()).contains("hirundo.server.name = example.org", "hirundo.server.port = 1");
    }

    @Test
    void another_file_can_be_named() throws IOException {
        var file = Files.writeString(folder.resolve("mine.properties"), "hirundo.server.name = mine.example\n");

        assertThat(run(List.of("config", "--config", file.toString()))).isZero();

        assertThat(told().lines()).contains("hirundo.server.name = mine.example");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        var file = folder.resolve("none.properties");

        assertThat(run(List.of("config", "--config=" + file))).isEqualTo(2);

        assertThat(complaint()).contains("The file " + file + " cannot be read.");
    }

    @Test
    void a_wrong_configuration_ends_with_2_and_all_that_is_wrong() {
        assertThat(run(List.of("run", "--server.port=x", "--server.nam=y"))).isEqualTo(2);

        assertThat(complaint()).contains("server.port", "\"x\"", "did you mean --server.name?");
        assertThat(told()).isEmpty();
    }

    @Test
    void a_wrong_configuration_is_told_before_a_password_is_asked_for() {
        assertThat(run(List.of("user", "create", "alice", "--server.port=x"))).isEqualTo(2);

        assertThat(complaint()).contains("server.port");
    }

    @Test
    void a_command_that_is_none_ends_with_2_and_a_guess() {
        assertThat(run(List.of("rnu"))).isEqualTo(2);

        assertThat(complaint()).contains("There is no command 'rnu'; did you mean run?", "hirundo --help");
    }

    @Test
    void a_user_to_be_created_has_one_name() {
        assertThat(run(List.of("user", "create"))).isEqualTo(2);
        assertThat(run(List.of("user", "create", "alice", "bob"))).isEqualTo(2);
    }

    @Test
    void tokens_have_commands_of_their_own_and_flags_that_have_to_be_right() {
        assertThat(run(List.of("token", "crate"))).isEqualTo(2);
        assertThat(complaint()).contains("There is no command 'token crate'", "token create [NAME]");
        assertThat(run(List.of("token", "delete"))).isEqualTo(2);
        assertThat(run(List.of("token", "create", "a", "b"))).isEqualTo(2);
        assertThat(run(List.of("token", "create", "--uses=many"))).isEqualTo(2);
        assertThat(run(List.of("token", "create", "--lifetime=long"))).isEqualTo(2);
        assertThat(complaint()).contains("--uses has to be a whole number", "--lifetime has to be a duration");
    }

    @Test
    void a_flag_needs_a_value() {
        assertThat(run(List.of("run", "--server.name"))).isEqualTo(2);

        assertThat(complaint()).contains("--server.name needs a value");
    }

    private int run(List<String> line) {
        return new Commands(Map.of(), stream(out), stream(err)).run(line);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String told() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complaint() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
