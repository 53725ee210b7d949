package org.hirundo.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The program in a process of its own, as administrators run it, in a folder that holds all its files. */
final class ServerProcess implements AutoCloseable {

    /** How long anything may take; nothing should come near it. */
    private static final long PATIENCE_SECONDS = 120;

    private static final Pattern GREETING = Pattern.compile("Hirundo .* at (http\\S+)");

    private final Process process;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch greetedOrEnded = new CountDownLatch(1);
    private final Thread reader;

    private ServerProcess(Process process) {
        this.process = process;
        reader = Thread.ofVirtual().start(this::read);
    }

    /** Starts the program with this command line, and with nothing to read. */
    static ServerProcess of(Path folder, String... line) {
        return reading(folder, "", line);
    }

    /** Starts the program with this command line, and with something to read. */
    static ServerProcess reading(Path folder, String input, String... line) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(Arrays.asList(line));
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
                stdin.write(input);
            }
            return new ServerProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException("The program cannot be started", e);
        }
    }

    /** Starts a server on any free port, and waits until it says where it is. */
    static ServerProcess running(Path folder, String... options) throws InterruptedException {
        var line = new ArrayList<>(List.of("run", "--server.port=0", "--limits.enabled=no"));
        line.addAll(Arrays.asList(options));
        var server = of(folder, line.toArray(String[]::new));
        server.address();
        return server;
    }

    private void read() {
        try (var out = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
                if (GREETING.matcher(line).matches()) {
                    greetedOrEnded.countDown();
                }
            }
        } catch (IOException e) {
            lines.add("The output broke off: " + e);
        } finally {
            greetedOrEnded.countDown();
        }
    }

    /** Where the server is reached, once it answers. */
    URI address() throws InterruptedException {
        if (!greetedOrEnded.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The server does not greet:\n" + output());
        }
        return lines().stream()
                .map(GREETING::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> URI.create(matcher.group(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The server ended:\n" + output()));
    }

    /** Tells the program to end, as the system does when it stops (SIGTERM). */
    void terminate() {
        process.destroy();
    }

    /** Waits until the program has ended, and answers its code. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The program does not end:\n" + output());
        }
        reader.join();
        return process.exitValue();
    }

    /** What the program has said so far, complaints too. */
    String output() {
        return String.join("\n", lines());
    }

    private List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Ends the program at once. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
