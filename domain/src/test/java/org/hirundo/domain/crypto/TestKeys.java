package org.hirundo.domain.crypto;

import org.hirundo.domain.id.KeyId;

/** Keys to sign with in tests. */
public final class TestKeys {

    /** The key of the appendices, "Cryptographic Test Vectors". */
    public static final SigningKey OF_THE_SPECIFICATION = SigningKey.of(
            KeyId.parse("ed25519:1"),
            UnpaddedBase64.decode("YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA1").orElseThrow());

    /** Another one. */
    public static final SigningKey OTHER = SigningKey.of(KeyId.parse("ed25519:other"), new byte[32]);

    private TestKeys() {}
}
