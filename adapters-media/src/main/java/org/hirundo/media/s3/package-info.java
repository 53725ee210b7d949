/**
 * The bytes of media in a bucket of an S3-compatible store. Read {@link org.hirundo.media.s3.S3Blobs}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html">Amazon S3 API</a>
 */
@NullMarked
package org.hirundo.media.s3;

import org.jspecify.annotations.NullMarked;
