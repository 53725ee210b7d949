package org.hirundo.bootstrap.config;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Values that somebody gave in one place: on the command line, in the environment, in a file. */
final class Given implements ConfigSource {

    /** Which place counts when several have a value: the greater one. */
    static final int FLAGS = 400;

    static final int ENVIRONMENT = 300;
    static final int FILE = 200;
    static final int DEFAULTS = 100;

    private final String place;
    private final int ordinal;
    private final Map<String, String> values;

    /**
     * Of the values by the names of their options.
     *
     * @param place how administrators call it
     */
    Given(String place, int ordinal, Map<String, String> values) {
        this.place = place;
        this.ordinal = ordinal;
        this.values = Map.copyOf(values);
    }

    @Override
    public Map<String, String> getProperties() {
        return values;
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public int getOrdinal() {
        return ordinal;
    }

    @Override
    public @Nullable String getValue(String name) {
        return values.get(name);
    }

    @Override
    public String getName() {
        return place;
    }
}
