package org.hirundo.bootstrap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** How the server tells what happens: one line each, to the standard error, and of the libraries only what is wrong. */
final class Logging {

    private static final String CONFIGURATION = """
            handlers = java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level = ALL
            java.util.logging.ConsoleHandler.formatter = java.util.logging.SimpleFormatter
            java.util.logging.SimpleFormatter.format = %1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n
            .level = WARNING
            org.hirundo.level = INFO
            """;

    private Logging() {}

    static void toStandardError() {
        try (var in = new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8))) {
            LogManager.getLogManager().readConfiguration(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be read", e);
        }
    }
}
