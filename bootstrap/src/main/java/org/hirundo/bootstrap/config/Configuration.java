package org.hirundo.bootstrap.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.hirundo.application.config.Appservices;

/** What holds for this run of the server: for every option a value of its type. */
public final class Configuration {

    private final Config config;

    /** Of a configuration that was checked. */
    private Configuration(Config config) {
        this.config = config;
    }

    /** The configuration that this run of the program has registered with MicroProfile Config. */
    public static Configuration current() {
        return new Configuration(ConfigProviderResolver.instance().getConfig());
    }

    /**
     * Gathers what was given and checks it.
     *
     * @param flags by the short names of options
     * @param environment the variables, others than ours too
     * @param file the file, if there is one
     * @throws Misconfigured with all mistakes there are
     */
    public static Configuration of(Map<String, String> flags, Map<String, String> environment, Optional<Path> file)
            throws Misconfigured {
        var sources = new Sources();
        sources.flags(flags);
        sources.environment(environment);
        file.ifPresent(sources::file);
        var mistakes = new ArrayList<>(sources.mistakes());
        var configuration = new Configuration(config(sources.sources()));
        Options.all().forEach(option -> configuration.mistake(option).ifPresent(mistakes::add));
        mistakes.addAll(Consistency.mistakes(configuration));
        if (!mistakes.isEmpty()) {
            throw new Misconfigured(mistakes);
        }
        return configuration;
    }

    private static Config config(List<? extends ConfigSource> sources) {
        return ConfigProviderResolver.instance()
                .getBuilder()
                .withSources(sources.toArray(ConfigSource[]::new))
                .build();
    }

    /** What holds for the option. */
    public <T> T get(Option<T> option) {
        return option.type()
                .read(text(option))
                .orElseThrow(() -> new IllegalStateException(option.name() + " was not checked"));
    }

    /** The application services whose registrations the configuration names. */
    public Appservices appservices() {
        return registrations().services();
    }

    Registrations registrations() {
        return Registrations.read(get(Options.APPSERVICE_REGISTRATIONS), get(Options.SERVER_NAME));
    }

    /** What was given for the option, or its default. */
    String text(Option<?> option) {
        var text = value(option).getRawValue();
        return text == null ? option.defaultText() : text;
    }

    /** Whether what was given can be read. */
    boolean isReadable(Option<?> option) {
        return mistake(option).isEmpty();
    }

    /** Where the value was given: "by default" when nowhere. */
    String place(Option<?> option) {
        return value(option).getSourceName();
    }

    /** Whether somebody gave a value. */
    boolean isGiven(Option<?> option) {
        return value(option).getSourceOrdinal() > Given.DEFAULTS;
    }

    private ConfigValue value(Option<?> option) {
        return config.getConfigValue(option.name());
    }

    private Optional<Mistake> mistake(Option<?> option) {
        var text = text(option);
        return option.type().read(text).isPresent()
                ? Optional.empty()
                : Optional.of(new Mistake(
                        option.name() + " " + place(option),
                        (option.secret() ? "this" : "\"" + text + "\"") + " is not "
                                + option.type().description()));
    }

    /** The same options, and further properties that the server's libraries read. */
    public Config with(Map<String, String> libraries) {
        var sources = new ArrayList<ConfigSource>();
        config.getConfigSources().forEach(sources::add);
        sources.add(new Given("by the server", Given.FLAGS, libraries));
        return config(sources);
    }
}
