package org.hirundo.bootstrap.config;

/**
 * Something in the configuration that cannot be.
 *
 * @param where the option and the place where it was given
 * @param what what is wrong, and what to write instead
 */
public record Mistake(String where, String what) {

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
