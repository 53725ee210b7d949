package org.hirundo.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code docs/endpoints.md} says what the running server serves; with the property {@code endpoints.write} it is written. */
class EndpointsDocumentTest {

    @RegisterExtension
    static final RunningServer server = RunningServer.unlimited();

    private static final Path DOCUMENT = Path.of("..", "docs", "endpoints.md");

    private static final String HEAD = """
            # Endpoints for clients

            Made from the running server by `EndpointsDocumentTest`, which fails when this page is not what the server serves.
            To write it anew:

                mvn -pl bootstrap -am test -Dtest=EndpointsDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dendpoints.write=yes

            What is served under `/_matrix/client/v3` is served under `/_matrix/client/r0` as well, and `OPTIONS` is answered on every
            path. What is not served yet is answered with `404 M_UNRECOGNIZED`.
            """;

    /** The methods that the server says it has for a path, which it does when it is called with one that no path has. */
    private final Map<String, Set<String>> served = new HashMap<>();

    private record Endpoint(String source, String method, String path, String token, String waitsFor) {

        static Endpoint of(String line) {
            var columns = line.split("\t", -1);
            return new Endpoint(columns[0], columns[1], columns[2], columns[3], columns.length > 4 ? columns[4] : "");
        }

        /** The path with something in place of each parameter. */
        String example() {
            return path.replaceAll("\\{\\w+}", "some");
        }

        boolean isSpecified() {
            return source.equals("v1.19");
        }
    }

    @Test
    void the_document_says_what_the_server_serves() throws IOException {
        var document = document();
        if (System.getProperty("endpoints.write") != null) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
    }

    @Test
    void every_route_of_the_server_is_in_the_document() throws IOException {
        var listed = new HashSet<String>();
        endpoints().forEach(endpoint -> listed.add(endpoint.method() + " " + nameless(endpoint.path())));
        assertThat(Route.all())
                .allSatisfy(route -> assertThat(listed).contains(route.method() + " " + nameless(route.path())));
    }

    @TestFactory
    Stream<DynamicTest> an_endpoint_asks_for_a_token_when_the_specification_says_so() throws IOException {
        return endpoints().stream()
                .filter(this::isServed)
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.method() + " " + endpoint.path(), () -> {
                    var answer =
                            server.client().send(endpoint.method(), endpoint.example(), BodyPublishers.ofString("{}"));
                    switch (endpoint.token()) {
                        case "yes" -> answer.is(401, "M_MISSING_TOKEN");
                        case "no" ->
                            assertThat(answer.isWellFormed().toString()).doesNotContain("M_MISSING_TOKEN");
                        // Servers may tell people without a token less, or nothing.
                        default -> answer.isWellFormed();
                    }
                }));
    }

    private String document() throws IOException {
        var specified = endpoints().stream().filter(Endpoint::isSpecified).toList();
        var others =
                endpoints().stream().filter(endpoint -> !endpoint.isSpecified()).toList();
        var lines = new ArrayList<>(List.of(HEAD));
        lines.add("## The specification, v1.19");
        lines.add("");
        lines.add(specified.stream().filter(this::isServed).count() + " of " + specified.size() + " are served.");
        lines.add("");
        lines.add("| method | path | access token | served |");
        lines.add("|---|---|---|---|");
        specified.forEach(endpoint -> lines.add(row(endpoint)));
        lines.add("");
        lines.add("## Older and unstable paths, and those of other servers");
        lines.add("");
        lines.add("| where from | method | path | access token | served |");
        lines.add("|---|---|---|---|---|");
        others.forEach(endpoint -> lines.add("| " + endpoint.source() + " " + row(endpoint)));
        return String.join("\n", lines) + "\n";
    }

    private String row(Endpoint endpoint) {
        var served =
                isServed(endpoint) ? "yes" : endpoint.waitsFor().isEmpty() ? "not yet" : "with " + endpoint.waitsFor();
        return "| " + endpoint.method() + " | `" + endpoint.path() + "` | " + endpoint.token() + " | " + served + " |";
    }

    private boolean isServed(Endpoint endpoint) {
        return served.computeIfAbsent(endpoint.example(), path -> {
                    var answer = server.client().send("PATCH", path, BodyPublishers.noBody());
                    return answer.status() == 405
                            ? Set.of(answer.header("Allow").split(",", -1))
                            : Set.of();
                })
                .contains(endpoint.method());
    }

    /** The path, however its parameters are called and with or without a slash at its end. */
    private static String nameless(String path) {
        return path.replaceAll("\\{\\w+}", "{}").replaceAll("/$", "");
    }

    private static List<Endpoint> endpoints() throws IOException {
        try (var in = EndpointsDocumentTest.class.getResourceAsStream("client-endpoints.tsv")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n", -1))
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Endpoint::of)
                    .toList();
        }
    }
}
