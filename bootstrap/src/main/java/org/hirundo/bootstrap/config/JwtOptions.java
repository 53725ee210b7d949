package org.hirundo.bootstrap.config;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.hirundo.application.config.JwtConfig;
import org.hirundo.application.config.JwtConfig.Algorithm;
import org.hirundo.application.config.JwtConfig.Jwt;

/** What the options of JSON Web Tokens say together. */
public final class JwtOptions {

    private JwtOptions() {}

    /**
     * The configuration.
     *
     * @throws IllegalArgumentException when the key is missing
     * @throws IOException when it cannot be read
     */
    public static JwtConfig config(Configuration configuration) throws IOException {
        var algorithm = configuration.get(Options.JWT_ALGORITHM);
        return algorithm.isEmpty()
                ? JwtConfig.DEFAULT
                : new JwtConfig(Optional.of(new Jwt(
                        algorithm.get(),
                        key(algorithm.get(), configuration),
                        configuration.get(Options.JWT_ISSUER),
                        configuration.get(Options.JWT_AUDIENCES),
                        configuration.get(Options.JWT_SUBJECT_CLAIM))));
    }

    /** Where the key of the algorithm is. */
    static Option<? extends Optional<?>> keyOption(Algorithm algorithm) {
        return algorithm == Algorithm.HS256 ? Options.JWT_SECRET : Options.JWT_PUBLIC_KEY;
    }

    private static String key(Algorithm algorithm, Configuration configuration) throws IOException {
        if (algorithm == Algorithm.HS256) {
            return configuration.get(Options.JWT_SECRET).orElseThrow(() -> missing(Options.JWT_SECRET));
        }
        return Files.readString(
                configuration.get(Options.JWT_PUBLIC_KEY).orElseThrow(() -> missing(Options.JWT_PUBLIC_KEY)));
    }

    private static IllegalArgumentException missing(Option<?> option) {
        return new IllegalArgumentException(option.name() + " is missing");
    }
}
