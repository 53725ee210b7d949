package org.hirundo.bootstrap.cli;

/** An account that is to be made. */
record UserCreation(String name, boolean admin, String password) {

    /** Passwords do not belong into logs. */
    @Override
    public String toString() {
        return name + (admin ? ", an administrator" : "");
    }
}
