package org.hirundo.domain.crypto;

/** The signature primitive. Safe for use by many threads at once. */
public interface Ed25519 {

    /**
     * Signs a message.
     *
     * @param seed the 32 bytes that are the private key
     * @return the 64 bytes of the signature
     */
    byte[] sign(byte[] message, byte[] seed);

    /** Whether the signature is that of the message; false as well for signatures and keys of a wrong length. */
    boolean verify(byte[] message, byte[] signature, byte[] publicKey);

    /** The 32 bytes of the public key that belongs to a seed. */
    byte[] publicKey(byte[] seed);
}
