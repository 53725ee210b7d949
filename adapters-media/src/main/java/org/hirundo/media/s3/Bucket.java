package org.hirundo.media.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hirundo.application.port.media.MediaBlobs.Opened;

/** A bucket's objects, over HTTP. */
final class Bucket implements AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(10);

    /** For a head to come; a body takes as long as it takes. */
    private static final Duration ANSWERING = Duration.ofMinutes(1);

    /** For a file to be sent and the store's word that it has it. */
    private static final Duration STORING = Duration.ofHours(1);

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final S3Config config;
    private final Signature signature;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Bucket(S3Config config, InstantSource clock) {
        this.config = config;
        this.signature = new Signature(config.region(), config.accessKey(), config.secretKey());
        this.clock = clock;
    }

    /** Stores a file, whose hash the store checks. */
    void put(String name, Path file, String sha256) throws IOException {
        end(ask("PUT", object(name), BodyPublishers.ofFile(file), sha256, STORING));
    }

    /** The object and its size; empty when there is none. */
    Optional<Opened> get(String name) throws IOException {
        try {
            var answer = ask("GET", object(name));
            var size = answer.headers()
                    .firstValueAsLong("Content-Length")
                    .orElseThrow(() -> new IOException("The " + config + " does not say how large an object is"));
            return Optional.of(new Opened(answer.body(), size));
        } catch (NoSuchObject notThere) {
            return Optional.empty();
        }
    }

    /** When the object was last stored, to the second; empty when there is none. */
    Optional<Instant> storedAt(String name) throws IOException {
        try {
            return ask("HEAD", object(name))
                    .headers()
                    .firstValue("Last-Modified")
                    .map(DateTimeFormatter.RFC_1123_DATE_TIME::parse)
                    .map(Instant::from);
        } catch (NoSuchObject notThere) {
            return Optional.empty();
        }
    }

    /** Deletes the object, if it is there. */
    void delete(String name) throws IOException {
        try {
            end(ask("DELETE", object(name)));
        } catch (NoSuchObject notThere) {
            // Then there is nothing to do.
        }
    }

    /** The next names, at most so many, after those that a token stands for. */
    Listing list(Optional<String> token, int atMost) throws IOException {
        var query = new TreeMap<>(
                Map.of("list-type", "2", "prefix", config.prefix(), "max-keys", Integer.toString(atMost)));
        token.ifPresent(value -> query.put("continuation-token", value));
        var parameters = query.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        try (var answer = ask("GET", URI.create(bucket() + "?" + parameters)).body()) {
            return Listing.read(answer, config.prefix());
        }
    }

    /** Reads what is said although all went well, so that the connection can be used again. */
    private static void end(HttpResponse<InputStream> answer) throws IOException {
        try (var body = answer.body()) {
            body.transferTo(OutputStream.nullOutputStream());
        }
    }

    private URI object(String name) {
        return URI.create(bucket() + encoded(config.prefix()).replace("%2F", "/") + name);
    }

    /** The bucket's address, which ends with a slash. */
    private String bucket() {
        var endpoint = config.endpoint();
        var path = Optional.ofNullable(endpoint.getRawPath()).orElse("").replaceAll("/+$", "");
        return config.pathStyle()
                ? endpoint.getScheme() + "://" + endpoint.getRawAuthority() + path + "/" + config.bucket() + "/"
                : endpoint.getScheme() + "://" + config.bucket() + "." + endpoint.getRawAuthority() + path + "/";
    }

    /** As RFC 3986 says, and not as forms do. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private HttpResponse<InputStream> ask(String method, URI address) throws IOException {
        return ask(method, address, BodyPublishers.noBody(), Signature.OF_NOTHING, ANSWERING);
    }

    private HttpResponse<InputStream> ask(
            String method, URI address, BodyPublisher body, String sha256, Duration within) throws IOException {
        var request = HttpRequest.newBuilder(address).method(method, body).timeout(within);
        signature.sign(method, address, Map.of(), sha256, clock.instant()).forEach(request::header);
        var answer = send(request.build());
        if (answer.statusCode() / 100 * 100 == OK) {
            return answer;
        }
        try (var why = answer.body()) {
            // An answer to HEAD has no body that could say what is not there, and the bucket is known to be.
            if (answer.statusCode() == NOT_FOUND && method.equals("HEAD")) {
                throw new NoSuchObject();
            }
            throw S3Failure.of(config, answer.statusCode(), why);
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException)
                    new InterruptedIOException("Interrupted while " + config + " was asked").initCause(stopped);
        }
    }

    /** What is under way fails: whoever stops a server has let requests finish before. */
    @Override
    public void close() {
        http.shutdownNow();
    }
}
