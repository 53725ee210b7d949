package org.hirundo.contract.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The process of a {@link DoomedServer}, seen from outside. */
final class DoomedProcess {

    private final Process process;
    private final BufferedReader told;
    private final Path log;

    private DoomedProcess(Process process, Path log) {
        this.process = process;
        this.told = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.log = log;
    }

    /**
     * Starts the process.
     *
     * @param log where it writes what it complains of
     */
    static DoomedProcess start(Class<? extends StorageOpening> opening, long seed, List<String> arguments, Path log)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                DoomedServer.class.getName(),
                opening.getName(),
                Long.toString(seed)));
        command.addAll(arguments);
        return new DoomedProcess(
                new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
    }

    /**
     * Reads on until so many acknowledgements were read; none when only the opening is to be waited for.
     *
     * @throws AssertionError if the process ended before that, or told of a failure
     */
    List<Acknowledgement> await(int count) throws IOException {
        var read = new ArrayList<Acknowledgement>();
        boolean open = false;
        while (!open || read.size() < count) {
            var line = told.readLine();
            if (line == null || line.startsWith(DoomedServer.FAILED)) {
                throw new AssertionError(
                        "The server did not last until it was killed: " + line + "\n" + Files.readString(log));
            }
            open |= line.equals(DoomedServer.OPEN);
            Acknowledgement.find(line).ifPresent(read::add);
        }
        return read;
    }

    /** Kills the process with SIGKILL; does not wait until it is gone. */
    void kill() {
        process.destroyForcibly();
    }

    /** Waits until the process is gone, and answers what else it told before. */
    List<Acknowledgement> rest() throws InterruptedException {
        var rest = told.lines()
                .map(Acknowledgement::find)
                .flatMap(Optional::stream)
                .toList();
        process.waitFor();
        return rest;
    }
}
