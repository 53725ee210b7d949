package org.hirundo.bootstrap.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads an answer from the bytes of a connection. */
final class RawAnswer {

    private static final String END_OF_HEAD = "\r\n\r\n";

    private RawAnswer() {}

    static Answer parse(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END_OF_HEAD);
        if (end < 0) {
            throw new AssertionError("No answer: \"" + text + "\"");
        }
        var lines = text.substring(0, end).split("\r\n", -1);
        Map<String, List<String>> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.computeIfAbsent(lines[i].substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(lines[i].substring(colon + 1).strip());
        }
        var body = text.substring(end + END_OF_HEAD.length());
        if (headers.containsKey("transfer-encoding")) {
            body = joined(body);
        }
        return new Answer(
                Integer.parseInt(lines[0].split(" ", 3)[1]),
                HttpHeaders.of(headers, (name, value) -> true),
                body.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The chunks as one. */
    private static String joined(String chunked) {
        var whole = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int line = chunked.indexOf("\r\n", at);
            int length = Integer.parseInt(chunked.substring(at, line), 16);
            if (length == 0) {
                return whole.toString(StandardCharsets.ISO_8859_1);
            }
            at = line + 2;
            whole.writeBytes(chunked.substring(at, at + length).getBytes(StandardCharsets.ISO_8859_1));
            at += length + 2;
        }
    }
}
