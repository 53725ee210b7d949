package org.hirundo.media.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hirundo.domain.crypto.Hashes;

/**
 * As much of an S3 store as is asked for: one bucket, named in the path. It refuses what is not signed with its key, and a body that
 * is not the one that was signed.
 */
final class TinyS3 implements AutoCloseable {

    static final String BUCKET = "swallows";
    static final String REGION = "nest-1";
    static final String ACCESS_KEY = "access";
    static final String SECRET_KEY = "secret/key";

    private static final DateTimeFormatter SIGNED_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Supplier<Instant> clock;
    private final ConcurrentSkipListMap<String, Held> objects = new ConcurrentSkipListMap<>();
    private final AtomicReference<String> trouble = new AtomicReference<>("");
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Held(byte[] bytes, Instant storedAt) {}

    TinyS3(Supplier<Instant> clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on it answers with this code alone. */
    void isInTrouble(String code) {
        trouble.set(code);
    }

    /** Puts an object there, whoever asks. */
    void put(String name, String text) {
        objects.put(name, new Held(text.getBytes(UTF_8), clock.get()));
    }

    /** The names of all objects. */
    Iterable<String> names() {
        return objects.keySet();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            if (!trouble.get().isEmpty()) {
                refuse(exchange, 403, trouble.get());
            } else if (!isSigned(exchange, body)) {
                refuse(exchange, 403, "SignatureDoesNotMatch");
            } else {
                serve(exchange, body);
            }
        }
    }

    private static boolean isSigned(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        var hash = HexFormat.of().formatHex(Hashes.sha256(body));
        var address = URI.create("http://" + headers.getFirst("Host") + exchange.getRequestURI());
        var time = Instant.from(SIGNED_TIME.parse(headers.getFirst("X-Amz-Date")));
        var expected = new Signature(REGION, ACCESS_KEY, SECRET_KEY)
                .sign(exchange.getRequestMethod(), address, Map.of(), hash, time);
        return hash.equals(headers.getFirst("X-Amz-Content-Sha256"))
                && expected.get("authorization").equals(headers.getFirst("Authorization"));
    }

    private void serve(HttpExchange exchange, byte[] body) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var bucket = "/" + BUCKET + "/";
        if (!path.startsWith(bucket)) {
            refuse(exchange, 404, "NoSuchBucket");
            return;
        }
        var name = path.substring(bucket.length());
        var held = objects.get(name);
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(name, new Held(body, clock.get()));
                exchange.sendResponseHeaders(200, -1);
            }
            case "DELETE" -> {
                objects.remove(name);
                exchange.sendResponseHeaders(204, -1);
            }
            case "GET" -> {
                if (name.isEmpty()) {
                    send(exchange, list(query(exchange)).getBytes(UTF_8));
                } else if (held == null) {
                    refuse(exchange, 404, "NoSuchKey");
                } else {
                    send(exchange, held.bytes());
                }
            }
            default -> {
                if (held != null) {
                    var time = held.storedAt().atOffset(ZoneOffset.UTC);
                    exchange.getResponseHeaders()
                            .add("Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(time));
                }
                exchange.sendResponseHeaders(held == null ? 404 : 200, -1);
            }
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return Arrays.stream(exchange.getRequestURI().getRawQuery().split("&", -1))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> URLDecoder.decode(parts[1], UTF_8)));
    }

    private String list(Map<String, String> query) {
        var after = query.getOrDefault("continuation-token", "");
        var max = Integer.parseInt(query.get("max-keys"));
        var found = objects.tailMap(after, false).entrySet().stream()
                .filter(object -> object.getKey().startsWith(query.get("prefix")))
                .limit(max + 1)
                .toList();
        var xml = new StringBuilder("<?xml version=\"1.0\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/\">");
        found.stream()
                .limit(max)
                .forEach(object -> xml.append("<Contents><Key>" + object.getKey() + "</Key><LastModified>"
                        + object.getValue().storedAt() + "</LastModified></Contents>"));
        if (found.size() > max) {
            xml.append("<NextContinuationToken>" + found.get(max - 1).getKey() + "</NextContinuationToken>");
        }
        return xml + "</ListBucketResult>";
    }

    private static void send(HttpExchange exchange, byte[] bytes) throws IOException {
        // A length of 0 would be no length to this server.
        exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        var body = ("<Error><Code>" + code + "</Code></Error>").getBytes(UTF_8);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
