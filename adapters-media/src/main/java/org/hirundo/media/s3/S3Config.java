package org.hirundo.media.s3;

import java.net.URI;

/**
 * Where a bucket is and who may use it.
 *
 * @param endpoint where the store is, without the bucket
 * @param region what the store calls the place where it is
 * @param prefix what the names of all objects begin with, so that a bucket can be shared; may be empty
 * @param pathStyle whether the bucket is named in the path, as most stores but Amazon's want it, rather than in the host
 */
public record S3Config(
        URI endpoint,
        String region,
        String bucket,
        String prefix,
        String accessKey,
        String secretKey,
        boolean pathStyle) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "bucket " + bucket + " at " + endpoint;
    }
}
