package org.hirundo.media.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The store does not do what it is asked, and what it says about that. */
public final class S3Failure extends IOException {

    private static final long serialVersionUID = 1L;

    /** What stores say in such a case is short. */
    private static final int MAX_BYTES = 8192;

    private static final Pattern CODE = Pattern.compile("<Code>([^<]{1,100})</Code>");

    private S3Failure(String message) {
        super(message);
    }

    private S3Failure(String message, Throwable cause) {
        super(message, cause);
    }

    /** Of a store that does not answer. */
    static S3Failure unreachable(S3Config config, Throwable cause) {
        return new S3Failure(
                "The " + config + " cannot be reached: change media.s3.endpoint, or start the store", cause);
    }

    /** Of an answer. */
    static IOException of(S3Config config, int status, InputStream body) throws IOException {
        var text = new String(body.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
        var found = CODE.matcher(text);
        var code = found.find() ? found.group(1) : "";
        if (code.equals("NoSuchKey")) {
            return new NoSuchObject();
        }
        return new S3Failure(
                "The " + config + " answers " + status + (code.isEmpty() ? "" : " " + code) + advice(status, code));
    }

    /** What administrators can do about it. */
    private static String advice(int status, String code) {
        return switch (code) {
            case "NoSuchBucket" -> ": make the bucket, or change media.s3.bucket";
            case "InvalidAccessKeyId" -> ": change media.s3.access-key";
            case "SignatureDoesNotMatch" -> ": change media.s3.secret-key";
            case "AccessDenied", "AllAccessDisabled" ->
                ": let the owner of media.s3.access-key list, read, write and delete the bucket's objects";
            case "AuthorizationHeaderMalformed", "PermanentRedirect", "IllegalLocationConstraintException" ->
                ": change media.s3.region, or media.s3.endpoint to one of the bucket's region";
            case "RequestTimeTooSkewed" -> ": set the clock of this machine";
            default -> status == 404 ? ": change media.s3.endpoint, media.s3.bucket or media.s3.path-style" : "";
        };
    }
}
