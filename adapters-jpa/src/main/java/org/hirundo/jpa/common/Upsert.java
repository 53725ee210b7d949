package org.hirundo.jpa.common;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.hirundo.jpa.connection.Dialect;
import org.jspecify.annotations.Nullable;

/** Rows that are put into a table in as few statements as their number allows; of rows with the same key the last stays. */
record Upsert(UpsertTable table, List<@Nullable Object[]> rows) {

    static Upsert of(UpsertTable table, List<@Nullable Object[]> rows) {
        // One statement must not meet a row twice.
        var byKey = new LinkedHashMap<List<@Nullable Object>, @Nullable Object[]>();
        rows.forEach(row ->
                byKey.put(List.copyOf(Arrays.asList(row).subList(0, table.key().size())), row));
        return new Upsert(table, List.copyOf(byKey.values()));
    }

    void run(EntityManager manager, Dialect dialect) {
        int columns = table.key().size() + table.others().size();
        for (var batch : Batches.of(rows, columns)) {
            var sql = new StringBuilder("insert into ").append(table.name()).append(" (");
            sql.append(String.join(", ", table.key())).append(", ").append(String.join(", ", table.others()));
            sql.append(") values ");
            int number = 0;
            for (var row : batch) {
                sql.append(number == 0 ? "(" : ", (");
                number = appendRow(sql, row, number);
                sql.append(')');
            }
            var query = manager.createNativeQuery(
                    sql.append(dialect.onConflict(table.key(), table.others())).toString());
            number = 0;
            for (var row : batch) {
                for (@Nullable Object value : row) {
                    if (value != null) {
                        query.setParameter(++number, value);
                    }
                }
            }
            query.executeUpdate();
        }
    }

    /** A null is written out: as a parameter it would have no type. */
    private static int appendRow(StringBuilder sql, @Nullable Object[] row, int parameters) {
        int number = parameters;
        for (int column = 0; column < row.length; column++) {
            sql.append(column == 0 ? "" : ", ");
            if (row[column] == null) {
                sql.append("null");
            } else {
                sql.append('?').append(++number);
            }
        }
        return number;
    }
}
