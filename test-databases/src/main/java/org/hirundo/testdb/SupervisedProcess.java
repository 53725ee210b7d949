package org.hirundo.testdb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A server process that ends with this JVM, even when the JVM is killed: a shell stands between the two, which ends the
 * server when the pipe from the JVM closes.
 */
final class SupervisedProcess {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final int DEATH_LIMIT_SECONDS = 10;

    /** Starts the server, tells its process id, and ends it when standard input ends; then tidies up, if told to. */
    private static final String SUPERVISOR = """
            "$@" </dev/null >>"$LOG" 2>&1 & echo $!
            read _
            kill -KILL $! 2>/dev/null
            wait
            test -z "$REMOVE" || rm -rf "$REMOVE"
            """;

    private final Process supervisor;
    private final ProcessHandle server;
    private final Path log;

    private SupervisedProcess(Process supervisor, ProcessHandle server, Path log) {
        this.supervisor = supervisor;
        this.server = server;
        this.log = log;
    }

    /** Starts the server; what it says is added to the log. */
    static SupervisedProcess start(List<String> command, Path log) {
        return start(command, Map.of(), log, Optional.empty());
    }

    /**
     * Starts the server; what it says is added to the log.
     *
     * @param environment what its environment has besides this process's
     * @param remove a folder to remove when the server ended, however that comes
     */
    static SupervisedProcess start(
            List<String> command, Map<String, String> environment, Path log, Optional<Path> remove) {
        var supervision = new ProcessBuilder("sh", "-c", SUPERVISOR, "supervisor");
        supervision.command().addAll(command);
        supervision.environment().putAll(environment);
        supervision.environment().put("LOG", log.toString());
        supervision.environment().put("REMOVE", remove.map(Path::toString).orElse(""));
        supervision.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            var supervisor = supervision.start();
            var answer = new BufferedReader(
                            new InputStreamReader(supervisor.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            var server = ProcessHandle.of(Long.parseLong(answer));
            if (server.isEmpty()) {
                throw new TestDatabaseUnavailable(
                        command.getFirst() + " ended at once:\n" + Files.readString(log), null);
            }
            return new SupervisedProcess(supervisor, server.get(), log);
        } catch (IOException failure) {
            throw new TestDatabaseUnavailable(command.getFirst() + " could not be started", failure);
        }
    }

    /**
     * Ends the server and all processes it started as a crash would, with SIGKILL and the server first, so that it can do
     * nothing about the others; waits until they are gone.
     */
    void kill() {
        var children = server.descendants().toList();
        server.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        close();
        for (var child : children) {
            // One that its new parent has not buried yet still counts as there, but does no more harm.
            child.onExit()
                    .completeOnTimeout(child, DEATH_LIMIT_SECONDS, TimeUnit.SECONDS)
                    .join();
        }
    }

    /** Ends the server with SIGKILL and waits until it is gone. */
    void close() {
        try {
            supervisor.getOutputStream().close();
            supervisor.waitFor();
        } catch (IOException failure) {
            throw new IllegalStateException("The pipe to the supervisor cannot be closed", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits until the server is ready.
     *
     * @throws TestDatabaseUnavailable when it ends before that, or takes too long; its log is in the message
     */
    void await(BooleanSupplier ready) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!ready.getAsBoolean()) {
            if (!server.isAlive() || System.nanoTime() > deadline) {
                var said = log();
                close();
                throw new TestDatabaseUnavailable("A database server did not come up:\n" + said, null);
            }
            pause();
        }
    }

    private String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            return "no log: " + failure;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TestDatabaseUnavailable("Interrupted while a database server started", interrupted);
        }
    }
}
