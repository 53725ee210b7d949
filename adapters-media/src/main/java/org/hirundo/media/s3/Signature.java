package org.hirundo.media.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hirundo.domain.crypto.Hashes;

/**
 * Signs requests with the key that the store knows too.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">Signature Version 4 in the
 *     Authorization header</a>
 */
final class Signature {

    /** The hash of a body that is empty. */
    static final String OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int DATE_LENGTH = 8;

    private final String region;
    private final String accessKey;
    private final String secretKey;

    Signature(String region, String accessKey, String secretKey) {
        this.region = region;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    /**
     * The headers that prove who asks for what: those given and those of the signature, but {@code host}, which every client adds
     * itself.
     *
     * @param address its query is sorted by names, and percent-encoded as RFC 3986 says
     * @param bodyHash the SHA-256 of the body in hexadecimal
     */
    SortedMap<String, String> sign(
            String method, URI address, Map<String, String> headers, String bodyHash, Instant time) {
        var signed = new TreeMap<String, String>();
        headers.forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value.strip()));
        signed.put("x-amz-content-sha256", bodyHash);
        signed.put("x-amz-date", TIME.format(time));
        signed.put("host", address.getRawAuthority());
        var names = String.join(";", signed.keySet());
        var request = String.join(
                "\n",
                method,
                address.getRawPath(),
                query(address),
                signed.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining()),
                names,
                bodyHash);
        var date = TIME.format(time).substring(0, DATE_LENGTH);
        var scope = date + "/" + region + "/s3/aws4_request";
        var toSign = String.join("\n", ALGORITHM, TIME.format(time), scope, sha256(request));
        signed.remove("host");
        signed.put(
                "authorization",
                ALGORITHM + " Credential=" + accessKey + "/" + scope + ",SignedHeaders=" + names + ",Signature="
                        + HexFormat.of().formatHex(hmac(key(date), toSign)));
        return signed;
    }

    private static String query(URI address) {
        var query = address.getRawQuery();
        return query == null
                ? ""
                : Arrays.stream(query.split("&", -1))
                        .map(parameter -> parameter.contains("=") ? parameter : parameter + "=")
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    private byte[] key(String date) {
        var ofDate = hmac(("AWS4" + secretKey).getBytes(UTF_8), date);
        return hmac(hmac(hmac(ofDate, region), "s3"), "aws4_request");
    }

    private static byte[] hmac(byte[] key, String text) {
        return Hashes.hmac("HmacSHA256", key, text);
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Hashes.sha256(text.getBytes(UTF_8)));
    }
}
