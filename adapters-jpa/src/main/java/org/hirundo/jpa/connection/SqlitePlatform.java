package org.hirundo.jpa.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.expressions.ExpressionSQLPrinter;
import org.eclipse.persistence.internal.expressions.SQLSelectStatement;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.platform.database.DatabasePlatform;
import org.eclipse.persistence.queries.ReadQuery;

/** What EclipseLink must know of SQLite, for which it has no platform. */
public final class SqlitePlatform extends DatabasePlatform {

    private static final long serialVersionUID = 1L;

    /** Called by EclipseLink. */
    public SqlitePlatform() {}

    @Override
    public void printSQLSelectStatement(DatabaseCall call, ExpressionSQLPrinter printer, SQLSelectStatement statement) {
        ReadQuery query = statement.getQuery();
        int max = query == null ? 0 : query.getMaxRows();
        int first = query == null ? 0 : query.getFirstResult();
        if (max <= 0 && first <= 0) {
            super.printSQLSelectStatement(call, printer, statement);
            return;
        }
        statement.setUseUniqueFieldAliases(true);
        super.printSQLSelectStatement(call, printer, statement);
        printer.printString(" LIMIT ");
        if (max > 0) {
            printer.printParameter(DatabaseCall.MAXROW_FIELD);
        } else {
            printer.printString("-1");
        }
        printer.printString(" OFFSET ");
        printer.printParameter(DatabaseCall.FIRSTRESULT_FIELD);
        call.setIgnoreFirstRowSetting(true);
        call.setIgnoreMaxResultsSetting(true);
    }

    @Override
    public int computeMaxRowsForSQL(int firstResultIndex, int maxResults) {
        return maxResults - Math.max(firstResultIndex, 0);
    }

    @Override
    public boolean shouldPrintForUpdateClause() {
        return false;
    }

    @Override
    public boolean supportsLocalTempTables() {
        return false;
    }

    /** The driver makes an Integer of every whole number that is small enough, also where longs are asked for. */
    @Override
    public Object getObjectFromResultSet(ResultSet resultSet, int columnNumber, int type, AbstractSession session)
            throws SQLException {
        Object found = super.getObjectFromResultSet(resultSet, columnNumber, type, session);
        return found instanceof Integer number ? Long.valueOf(number) : found;
    }
}
