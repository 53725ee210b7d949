package org.hirundo.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCreateTest {

    private static final String PASSWORD = "correct horse";

    @TempDir
    Path folder;

    @Test
    void an_administrator_is_made_while_the_server_runs_and_may_do_what_others_may_not() throws Exception {
        try (var server = ServerProcess.running(folder)) {
            var port = "--server.port=" + server.address().getPort();

            assertThat(created("root", port, "--admin")).contains("Created @root:localhost");
            assertThat(created("alice", port)).contains("Created @alice:localhost");

            try (var root = MatrixClient.logIn(server.address(), "root", PASSWORD);
                    var alice = MatrixClient.logIn(server.address(), "alice", PASSWORD)) {
                assertThat(root.get("admin/whois/@alice:localhost").status()).isEqualTo(200);
                assertThat(alice.get("admin/whois/@root:localhost").status()).isEqualTo(403);
            }
        }
    }

    @Test
    void a_name_that_is_taken_is_refused_with_the_reason() throws Exception {
        try (var server = ServerProcess.running(folder)) {
            var port = "--server.port=" + server.address().getPort();
            created("alice", port);

            try (var again = ServerProcess.reading(folder, PASSWORD + "\n", "user", "create", "alice", port)) {
                assertThat(again.exitCode()).isEqualTo(1);
                assertThat(again.output()).contains("The server refused: ").doesNotContain("\tat ");
            }
        }
    }

    @Test
    void only_whoever_knows_the_secret_makes_accounts() throws Exception {
        try (var server = ServerProcess.running(folder, "--registration.shared-secret=the right one")) {
            var port = "--server.port=" + server.address().getPort();

            assertThat(created("alice", port, "--registration.shared-secret=the right one"))
                    .contains("Created @alice:localhost");
            try (var stranger = ServerProcess.reading(
                    folder,
                    PASSWORD + "\n",
                    "user",
                    "create",
                    "eve",
                    port,
                    "--registration.shared-secret=a wrong one")) {
                assertThat(stranger.exitCode()).isEqualTo(1);
                assertThat(stranger.output()).contains("The server refused: ");
            }
        }
    }

    @Test
    void without_a_running_server_the_account_is_there_when_one_starts() throws Exception {
        // TLS is none of the business of a server that runs for a moment.
        var certificate = Files.writeString(folder.resolve("certificate.pem"), "never read");

        assertThat(created(
                        "root",
                        "--admin",
                        "--server.port=1",
                        "--tls.port=8448",
                        "--tls.certificate=" + certificate,
                        "--tls.key=" + certificate))
                .contains("Created @root:localhost");

        try (var server = ServerProcess.running(folder);
                var root = MatrixClient.logIn(server.address(), "root", PASSWORD)) {
            assertThat(root.get("account/whoami").good().string("user_id")).hasValue("@root:localhost");
        }
    }

    @Test
    void without_a_password_there_is_no_account() throws Exception {
        try (var command = ServerProcess.of(folder, "user", "create", "alice", "--server.port=1")) {
            assertThat(command.exitCode()).isEqualTo(1);
            assertThat(command.output()).contains("There is no password on the standard input.");
        }
    }

    private String created(String name, String... options) throws InterruptedException {
        var line = new String[options.length + 3];
        line[0] = "user";
        line[1] = "create";
        line[2] = name;
        System.arraycopy(options, 0, line, 3, options.length);
        try (var command = ServerProcess.reading(folder, PASSWORD + "\n", line)) {
            assertThat(command.exitCode()).as(command.output()).isZero();
            return command.output();
        }
    }
}
