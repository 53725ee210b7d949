package org.hirundo.testdb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** Tells whether containers can be run here. */
final class ContainerEngine {

    private ContainerEngine() {}

    /**
     * Whether a container engine answers. Testcontainers takes seconds and a page of log to say no, so it is asked only
     * where there is a sign of an engine.
     */
    static boolean answers() {
        return isConfigured() && DockerClientFactory.instance().isDockerAvailable();
    }

    private static boolean isConfigured() {
        var home = Path.of(System.getProperty("user.home"));
        var runtime = Objects.requireNonNullElse(System.getenv("XDG_RUNTIME_DIR"), "/run");
        return System.getenv("DOCKER_HOST") != null
                || Stream.of(
                                Path.of("/var/run/docker.sock"),
                                Path.of(runtime, "docker.sock"),
                                home.resolve(".docker/run/docker.sock"),
                                home.resolve(".testcontainers.properties"),
                                Path.of("//./pipe/docker_engine"))
                        .anyMatch(Files::exists);
    }
}
