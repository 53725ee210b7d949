package org.hirundo.bootstrap.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Asks whoever sits at the terminal for a password, or reads one line when nobody does. */
final class PasswordPrompt {

    private PasswordPrompt() {}

    @SuppressWarnings("SystemConsoleNull") // a module of the JDK decides, and one without it has none
    static String ask() throws Failure {
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            return fromInput();
        }
        var password = String.valueOf(console.readPassword("Password: "));
        if (!password.equals(String.valueOf(console.readPassword("Again: ")))) {
            throw new Failure("These were two different passwords.");
        }
        return password;
    }

    private static String fromInput() throws Failure {
        try {
            var line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            if (line == null) {
                throw new Failure("There is no password on the standard input.");
            }
            return line;
        } catch (IOException e) {
            throw new Failure("The password cannot be read: " + e.getMessage(), e);
        }
    }
}
