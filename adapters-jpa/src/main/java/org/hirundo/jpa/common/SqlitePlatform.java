package org.hirundo.jpa.common;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.databaseaccess.DatabasePlatform;
import org.eclipse.persistence.internal.expressions.ExpressionSQLPrinter;
import org.eclipse.persistence.internal.expressions.SQLSelectStatement;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.jspecify.annotations.Nullable;

/** What EclipseLink, which has no platform for SQLite, must know of it. EclipseLink makes the one instance by its name. */
public final class SqlitePlatform extends DatabasePlatform {

    /** Pages are cut by the database and not by throwing rows away. */
    @Override
    public void printSQLSelectStatement(
            DatabaseCall call, ExpressionSQLPrinter printer, SQLSelectStatement statement) {
        boolean paged = statement.getQuery() != null && statement.getQuery().getMaxRows() > 0;
        if (paged) {
            statement.setUseUniqueFieldAliases(true);
        }
        super.printSQLSelectStatement(call, printer, statement);
        if (paged) {
            printer.printString(" LIMIT ");
            printer.printParameter(DatabaseCall.MAXROW_FIELD);
            printer.printString(" OFFSET ");
            printer.printParameter(DatabaseCall.FIRSTRESULT_FIELD);
            call.setIgnoreFirstRowSetting(true);
            call.setIgnoreMaxResultsSetting(true);
        }
    }

    @Override
    public int computeMaxRowsForSQL(int firstResult, int maxResults) {
        return maxResults - Math.max(firstResult, 0);
    }

    /** There is one writer, so rows need no locks. */
    @Override
    public boolean shouldPrintForUpdateClause() {
        return false;
    }

    @Override
    public boolean supportsLocalTempTables() {
        return false;
    }

    /** The driver gives an Integer for every number that fits. */
    @Override
    public @Nullable Object getObjectFromResultSet(
            ResultSet rows, int column, int jdbcType, AbstractSession session) throws SQLException {
        var value = super.getObjectFromResultSet(rows, column, jdbcType, session);
        return value instanceof Integer number ? Long.valueOf(number) : value;
    }
}
