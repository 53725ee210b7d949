package org.hirundo.jpa.connection;

import jakarta.persistence.ConnectionFunction;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Which implementation of Jakarta Persistence does the work. */
public enum Provider {
    /** Starts four times as fast as the other. */
    ECLIPSELINK("org.eclipse.persistence.jpa.PersistenceProvider") {
        @Override
        void configure(Map<String, Object> properties, Dialect dialect) {
            properties.put(
                    "eclipselink.target-database",
                    switch (dialect) {
                        case SQLITE -> SqlitePlatform.class.getName();
                        case POSTGRESQL -> "org.eclipse.persistence.platform.database.PostgreSQLPlatform";
                        case MARIADB -> "org.eclipse.persistence.platform.database.MariaDBPlatform";
                    });
            // Two storages of one process would share a session that has the same name.
            properties.put("eclipselink.session-name", "hirundo-" + SESSIONS.incrementAndGet());
            properties.put("eclipselink.cache.shared.default", "false");
            properties.put("eclipselink.weaving", "false");
            properties.put("eclipselink.jdbc.batch-writing", "JDBC");
            properties.put("eclipselink.jdbc.batch-writing.size", BATCH_SIZE);
            properties.put("eclipselink.logging.logger", "JavaLogger");
            // Failures are thrown, and some of them are expected; the log would have each of them once more.
            properties.put("eclipselink.logging.level", "OFF");
        }

        @Override
        public void joinReads(EntityManager manager) {
            // EclipseLink reads through a connection outside of the transaction until it is made to begin at once.
            manager.unwrap(Connection.class);
        }

        @Override
        public <T> T withConnection(EntityManager manager, ConnectionFunction<Connection, T> work) throws Exception {
            // Its own callWithConnection passes null on while a transaction waits to begin.
            return work.apply(manager.unwrap(Connection.class));
        }
    },

    /** The other one. */
    HIBERNATE("org.hibernate.jpa.HibernatePersistenceProvider") {
        @Override
        void configure(Map<String, Object> properties, Dialect dialect) {
            properties.put(
                    "hibernate.dialect",
                    switch (dialect) {
                        case SQLITE -> "org.hibernate.community.dialect.SQLiteDialect";
                        case POSTGRESQL -> "org.hibernate.dialect.PostgreSQLDialect";
                        case MARIADB -> "org.hibernate.dialect.MariaDBDialect";
                    });
            properties.put("hibernate.jdbc.batch_size", BATCH_SIZE);
            properties.put("hibernate.order_inserts", "true");
            properties.put("hibernate.order_updates", "true");
            // Failures are thrown, and some of them are expected; the log would show what is in the rows.
            properties.put("hibernate.jdbc.log.errors", "false");
        }

        @Override
        public void joinReads(EntityManager manager) {
            // All that this provider does in a transaction goes through one connection.
        }

        @Override
        public <T> T withConnection(EntityManager manager, ConnectionFunction<Connection, T> work) {
            return manager.callWithConnection(work);
        }
    };

    private static final AtomicLong SESSIONS = new AtomicLong();
    private static final String BATCH_SIZE = "500";

    private final String className;

    Provider(String className) {
        this.className = className;
    }

    /** The properties of an entity manager factory. */
    public Map<String, Object> properties(Dialect dialect) {
        var properties = new HashMap<String, Object>();
        properties.put("jakarta.persistence.provider", className);
        properties.put("jakarta.persistence.schema-generation.database.action", "none");
        properties.put("jakarta.persistence.validation.mode", "none");
        configure(properties, dialect);
        return properties;
    }

    abstract void configure(Map<String, Object> properties, Dialect dialect);

    /** Makes an entity manager read through the connection of its transaction, which has just begun. */
    public abstract void joinReads(EntityManager manager);

    /** Does work on the connection of an entity manager's transaction. */
    public abstract <T> T withConnection(EntityManager manager, ConnectionFunction<Connection, T> work)
            throws Exception;
}
