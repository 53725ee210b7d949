package org.hirundo.application.port.account;

/** Hashes passwords slowly. How many run at once is bounded by the adapter: each needs CPU and megabytes of memory. */
public interface PasswordHashing {

    /** The encoded hash with its parameters and salt. */
    String hash(String password);

    /** Whether the password has the hash; takes the same time for every hash. */
    boolean matches(String password, String hash);
}
