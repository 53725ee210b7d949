package org.hirundo.media.incoming;

import java.util.regex.Pattern;
import org.hirundo.application.port.media.BlobId;

/** Names of blobs, which become parts of paths and addresses. */
public final class BlobNames {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private BlobNames() {}

    /** Whether the text is a name of a blob. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /**
     * The name of the blob.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static String of(BlobId blob) {
        if (!isName(blob.value())) {
            throw new IllegalArgumentException("Not the name of a blob: " + blob.value());
        }
        return blob.value();
    }
}
