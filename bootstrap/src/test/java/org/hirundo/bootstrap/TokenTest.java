package org.hirundo.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registration tokens on the command line. */
class TokenTest {

    @TempDir
    Path folder;

    @Test
    void tokens_are_made_shown_and_taken_back() throws Exception {
        try (var server = ServerProcess.running(folder, "--registration.mode=token")) {
            var port = "--server.port=" + server.address().getPort();

            assertThat(done("token", "create", "friends", "--uses=3", "--lifetime=7d", port))
                    .containsPattern("friends  used 0 of 3, pending 0, until \\d{4}-");
            assertThat(done("token", "create", port)).containsPattern("[0-9A-Za-z]{16}  used 0, pending 0");
            assertThat(done("token", "list", port))
                    .contains("friends  used 0 of 3")
                    .hasLineCount(2);
            assertThat(done("token", "delete", "friends", port)).contains("Deleted friends");
            assertThat(done("token", "list", port)).doesNotContain("friends");
            try (var again = ServerProcess.of(folder, "token", "delete", "friends", port)) {
                assertThat(again.exitCode()).isEqualTo(1);
                assertThat(again.output()).contains("The server refused: There is no such token");
            }
            try (var stranger =
                    ServerProcess.of(folder, "token", "list", port, "--registration.shared-secret=a guess")) {
                assertThat(stranger.exitCode()).isEqualTo(1);
                assertThat(stranger.output()).contains("The server refused: ");
            }
        }
    }

    @Test
    void without_a_running_server_the_token_is_there_when_one_starts() throws Exception {
        done("token", "create", "friends", "--server.port=1");

        try (var server = ServerProcess.running(folder)) {
            assertThat(done("token", "list", "--server.port=" + server.address().getPort()))
                    .contains("friends");
        }
    }

    private String done(String... line) throws InterruptedException {
        try (var command = ServerProcess.of(folder, line)) {
            assertThat(command.exitCode()).as(command.output()).isZero();
            return command.output();
        }
    }
}
