package org.hirundo.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hirundo.testdb.Mongod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartingTest {

    private static final int FAILED = 1;
    private static final int TERMINATED = 143;

    @TempDir
    Path folder;

    @Test
    void a_server_needs_no_configuration_and_tells_what_to_do_next() throws Exception {
        try (var server = ServerProcess.of(folder, "run", "--server.port=0")) {
            var address = server.address();

            assertThat(address.getHost()).isEqualTo("127.0.0.1");
            assertThat(get(address, "/_matrix/client/versions")).contains("versions");
            assertThat(get(address, "/health")).contains("up");
            assertThat(server.output())
                    .contains("serves localhost at " + address)
                    .contains("Data: " + folder.toRealPath().resolve("data") + " (sqlite)")
                    .contains("./hirundo user create NAME --admin");
            assertThat(folder.resolve("data")).isDirectoryContaining("glob:**/signing.key");

            server.terminate();
            assertThat(server.exitCode()).isEqualTo(TERMINATED);
        }
    }

    @Test
    void a_server_that_starts_again_has_the_same_key() throws Exception {
        try (var server = ServerProcess.running(folder)) {
            server.terminate();
            server.exitCode();
        }
        var key = Files.readString(folder.resolve("data/signing.key"));

        try (var again = ServerProcess.running(folder)) {
            assertThat(again.address()).isNotNull();
        }
        assertThat(folder.resolve("data/signing.key")).hasContent(key);
    }

    @Test
    void a_second_server_on_the_same_data_is_refused_and_the_first_goes_on() throws Exception {
        try (var first = ServerProcess.running(folder);
                var second = ServerProcess.of(folder, "run", "--server.port=0")) {
            assertThat(second.exitCode()).isEqualTo(FAILED);
            assertThat(second.output())
                    .contains("The server cannot start: Another server is running on the data directory data")
                    .doesNotContain("\tat ", "serves");
            assertThat(get(first.address(), "/_matrix/client/versions")).contains("versions");
        }
    }

    @Test
    void a_port_that_is_taken_is_named_with_the_option_to_change() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var server = ServerProcess.of(folder, "run", "--server.port=" + other.getLocalPort())) {
            assertThat(server.exitCode()).isEqualTo(FAILED);
            assertThat(server.output())
                    .contains("cannot listen on port " + other.getLocalPort() + " of 127.0.0.1")
                    .contains("change hirundo.server.port")
                    .doesNotContain("\tat ", "serves");
        }
    }

    @Test
    void a_database_that_is_not_there_is_named_with_the_options_to_look_at() throws Exception {
        var url = "jdbc:postgresql://127.0.0.1:" + Mongod.freePort() + "/hirundo";
        try (var server = ServerProcess.of(
                folder, "run", "--server.port=0", "--storage.type=postgresql", "--storage.url=" + url)) {
            assertThat(server.exitCode()).isEqualTo(FAILED);
            assertThat(server.output())
                    .contains("The server cannot start: Cannot open " + url)
                    .contains("hirundo.storage.url")
                    .doesNotContain("\tat ", "serves");
        }
    }

    @Test
    void a_store_of_files_that_is_not_there_is_named_with_the_option_to_change() throws Exception {
        var endpoint = "http://127.0.0.1:" + Mongod.freePort();
        try (var server = ServerProcess.of(
                folder,
                "run",
                "--server.port=0",
                "--media.s3.endpoint=" + endpoint,
                "--media.s3.bucket=swallows",
                "--media.s3.access-key=a",
                "--media.s3.secret-key=hunter2")) {
            assertThat(server.exitCode()).isEqualTo(FAILED);
            assertThat(server.output())
                    .contains("The server cannot start: The bucket swallows at " + endpoint + " cannot be reached")
                    .contains("media.s3.endpoint")
                    .doesNotContain("\tat ", "serves", "hunter2");
        }
    }

    private static String get(URI server, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }
}
