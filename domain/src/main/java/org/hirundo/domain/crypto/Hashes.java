package org.hirundo.domain.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes. */
public final class Hashes {

    private Hashes() {}

    /** SHA-256. */
    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
