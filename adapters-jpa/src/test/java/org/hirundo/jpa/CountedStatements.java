package org.hirundo.jpa;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.hirundo.contract.story.Traffic;
import org.jspecify.annotations.Nullable;

/** Stands between a provider and its connections, and tells of each call that goes to the database and comes back. */
final class CountedStatements {

    private final Traffic traffic;

    private CountedStatements(Traffic traffic) {
        this.traffic = traffic;
    }

    /** The data source, whose connections tell. */
    static DataSource of(DataSource counted, Traffic traffic) {
        var statements = new CountedStatements(traffic);
        return proxy(DataSource.class, (method, arguments) -> {
            var answer = call(counted, method, arguments);
            return answer instanceof Connection connection ? statements.counting(connection) : answer;
        });
    }

    private Connection counting(Connection connection) throws SQLException {
        boolean asksForAutoCommit =
                connection.getMetaData().getDatabaseProductName().equals("MariaDB");
        return proxy(Connection.class, (method, arguments) -> {
            switch (method.getName()) {
                case "commit" -> traffic.commit();
                case "rollback" -> traffic.statement("rollback");
                case "setAutoCommit" -> {
                    if (asksForAutoCommit && !arguments[0].equals(connection.getAutoCommit())) {
                        traffic.statement("set autocommit");
                    }
                }
                default -> {}
            }
            var answer = call(connection, method, arguments);
            return switch (answer) {
                case PreparedStatement statement ->
                    counting(PreparedStatement.class, statement, arguments[0].toString());
                case Statement statement -> counting(Statement.class, statement, "");
                case null, default -> answer;
            };
        });
    }

    private <T extends Statement> T counting(Class<T> type, T statement, String sql) {
        return proxy(type, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                traffic.statement(arguments.length == 0 ? sql : arguments[0].toString());
            }
            return call(statement, method, arguments);
        });
    }

    private interface Handler {
        @Nullable
        Object handle(Method method, @Nullable Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> handler.handle(method, arguments == null ? new Object[0] : arguments)));
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
