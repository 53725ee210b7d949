package org.hirundo.bootstrap.storage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import org.hirundo.application.port.Storage;
import org.hirundo.application.port.StorageProvider;
import org.hirundo.bootstrap.config.Configuration;
import org.hirundo.bootstrap.config.Option;
import org.hirundo.bootstrap.config.Options;
import org.hirundo.jpa.JpaConfig;
import org.hirundo.jpa.JpaStorage;
import org.hirundo.jpa.connection.Provider;
import org.hirundo.mongo.MongoConfig;
import org.hirundo.mongo.MongoStorage;

/** Opens the storage that the administrators chose. */
public final class StorageChoice {

    /** A reader that waits for the disk keeps a processor busy, so there are more readers than processors. */
    private static final int EMBEDDED_READERS = Math.max(4, Runtime.getRuntime().availableProcessors());

    private static final String DEFAULT_DATABASE = "hirundo";

    private final Configuration configuration;
    private final Path directory;

    /**
     * Of what the administrators decided.
     *
     * @param directory where files of the storage belong
     */
    public StorageChoice(Configuration configuration, Path directory) {
        this.configuration = configuration;
        this.directory = directory;
    }

    /**
     * Opens the storage.
     *
     * @throws IllegalArgumentException when there is none of this type; the message is for administrators
     * @throws org.hirundo.application.port.StorageUnavailable when it cannot be reached
     */
    public Storage open() {
        var type = configuration.get(Options.STORAGE_TYPE);
        return switch (type) {
            case "sqlite" -> JpaStorage.open(embedded());
            case "postgresql", "mariadb" -> JpaStorage.open(server());
            case "mongodb" -> MongoStorage.open(mongo());
            default -> provided(type);
        };
    }

    private Provider provider() {
        return configuration.get(Options.STORAGE_PROVIDER).equals("hibernate")
                ? Provider.HIBERNATE
                : Provider.ECLIPSELINK;
    }

    private JpaConfig embedded() {
        var file = directory.resolve("server.sqlite").toString();
        return new JpaConfig("jdbc:sqlite:" + file, "", "", provider(), EMBEDDED_READERS);
    }

    private JpaConfig server() {
        return new JpaConfig(
                required(Options.STORAGE_URL),
                configuration.get(Options.STORAGE_USER).orElse(""),
                configuration.get(Options.STORAGE_PASSWORD).orElse(""),
                provider(),
                configuration.get(Options.STORAGE_CONNECTIONS));
    }

    /** The database is what the connection string names; user and password may stand apart from it. */
    private MongoConfig mongo() {
        var url = required(Options.STORAGE_URL);
        var user = configuration.get(Options.STORAGE_USER);
        var uri = user.isEmpty()
                ? url
                : url.replaceFirst("//", "//" + credentials(user.get()).replace("$", "\\$"));
        var path = url.substring(url.indexOf("//") + 2).replaceFirst("\\?.*", "");
        var database = path.contains("/") ? path.substring(path.indexOf('/') + 1) : "";
        return new MongoConfig(uri, database.isEmpty() ? DEFAULT_DATABASE : database);
    }

    private String credentials(String user) {
        return encoded(user) + ":"
                + encoded(configuration.get(Options.STORAGE_PASSWORD).orElse("")) + "@";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String required(Option<Optional<String>> option) {
        return configuration.get(option).orElseThrow(() -> new IllegalArgumentException(option.name() + " is missing"));
    }

    private Storage provided(String type) {
        return StreamSupport.stream(ServiceLoader.load(StorageProvider.class).spliterator(), false)
                .filter(provider -> provider.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no storage of type " + type))
                .open(new StorageProvider.Settings(
                        configuration.get(Options.STORAGE_URL),
                        configuration.get(Options.STORAGE_USER),
                        configuration.get(Options.STORAGE_PASSWORD),
                        configuration.get(Options.STORAGE_CONNECTIONS),
                        directory));
    }
}
