package org.hirundo.media.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The examples that Amazon publishes.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">Examples: signature
 *     calculations</a>
 */
class SignatureTest {

    private static final Instant TIME = Instant.parse("2013-05-24T00:00:00Z");
    private static final String HOST = "https://examplebucket.s3.amazonaws.com";

    private final Signature signature =
            new Signature("us-east-1", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    private String sign(String method, String path, Map<String, String> headers, String bodyHash) {
        return signature
                .sign(method, URI.create(HOST + path), headers, bodyHash, TIME)
                .get("authorization");
    }

    @Test
    void get_object() {
        assertThat(sign("GET", "/test.txt", Map.of("Range", "bytes=0-9"), Signature.OF_NOTHING))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                        + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                        + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void put_object() {
        var headers = Map.of("Date", "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class", "REDUCED_REDUNDANCY");
        assertThat(sign(
                        "PUT",
                        "/test%24file.text",
                        headers,
                        "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072"))
                .endsWith("SignedHeaders=date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class,"
                        + "Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }

    @Test
    void get_bucket_lifecycle() {
        assertThat(sign("GET", "/?lifecycle", Map.of(), Signature.OF_NOTHING))
                .endsWith("Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    }

    @Test
    void list_objects() {
        assertThat(sign("GET", "/?max-keys=2&prefix=J", Map.of(), Signature.OF_NOTHING))
                .endsWith("Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
        assertThat(sign("GET", "/?prefix=J&max-keys=2", Map.of(), Signature.OF_NOTHING))
                .endsWith("Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    @Test
    void the_host_is_signed_and_left_to_the_client() {
        assertThat(signature.sign("GET", URI.create(HOST + "/"), Map.of(), Signature.OF_NOTHING, TIME))
                .containsOnlyKeys("authorization", "x-amz-content-sha256", "x-amz-date")
                .containsEntry("x-amz-date", "20130524T000000Z");
    }
}
