package org.hirundo.jpa.common;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** The Jakarta Persistence providers that were tested. Everything that must be told to one of them alone is here. */
public enum Provider {
    /** EclipseLink: starts several times faster than the other. */
    ECLIPSELINK("org.eclipse.persistence.jpa.PersistenceProvider") {
        @Override
        Map<String, Object> properties(Dialect dialect) {
            return Map.of(
                    "eclipselink.target-database",
                    dialect.eclipseLinkPlatform(),
                    // Units of one name share a session otherwise, and with it a database.
                    "eclipselink.session-name",
                    "hirundo-" + SESSIONS.incrementAndGet(),
                    "eclipselink.weaving",
                    "false",
                    "eclipselink.cache.shared.default",
                    "false",
                    "eclipselink.jdbc.batch-writing",
                    "JDBC",
                    "eclipselink.logging.logger",
                    "JavaLogger",
                    // Failures reach the caller; some of them, as the loser's of two, are in the way of things.
                    "eclipselink.logging.level",
                    "SEVERE");
        }

        @Override
        Connection connection(EntityManager entities) {
            // Begins the database transaction at once, so that what is read is read on the same connection.
            return entities.unwrap(Connection.class);
        }
    },

    /** Hibernate. */
    HIBERNATE("org.hibernate.jpa.HibernatePersistenceProvider") {
        @Override
        Map<String, Object> properties(Dialect dialect) {
            return Map.of(
                    "hibernate.dialect", dialect.hibernateDialect(),
                    "hibernate.boot.allow_jdbc_metadata_access", "false",
                    "hibernate.hbm2ddl.auto", "none",
                    "hibernate.jdbc.batch_size", "100",
                    "hibernate.query.in_clause_parameter_padding", "true",
                    "hibernate.archive.autodetection", "none");
        }

        @Override
        Connection connection(EntityManager entities) {
            // It belongs to the transaction until that ends.
            return entities.<Connection, Connection>callWithConnection(connection -> connection);
        }
    };

    private static final AtomicLong SESSIONS = new AtomicLong();

    private final String className;

    Provider(String className) {
        this.className = className;
    }

    abstract Map<String, Object> properties(Dialect dialect);

    /** The connection of the entity manager's transaction, which is begun. */
    abstract Connection connection(EntityManager entities);

    Map<String, Object> properties(Dialect dialect, DataSource source) {
        var all = new HashMap<>(properties(dialect));
        all.put("jakarta.persistence.provider", className);
        all.put("jakarta.persistence.nonJtaDataSource", source);
        return all;
    }
}
