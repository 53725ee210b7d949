package org.hirundo.jpa.connection;

import java.util.function.Supplier;
import javax.sql.DataSource;

/** The connections of a storage. */
public interface Connections extends AutoCloseable {

    /** Where the provider takes connections from. */
    DataSource dataSource();

    /** Does work that may write; connections that it takes are fit for that. */
    <T> T writing(Supplier<T> work);

    /** Closes all connections, and lets go of what else was held. */
    @Override
    void close();
}
