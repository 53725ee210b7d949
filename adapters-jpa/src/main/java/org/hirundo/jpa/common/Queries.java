package org.hirundo.jpa.common;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Queries with all their parameters at once. */
public final class Queries {

    private Queries() {}

    /** A JPQL query with its parameters, numbered from 1. */
    public static <R> TypedQuery<R> of(EntityManager manager, String jpql, Class<R> type, Object... parameters) {
        var query = manager.createQuery(jpql, type);
        bind(query, parameters);
        return query;
    }

    /** What a JPQL query finds. */
    public static <R> List<R> list(EntityManager manager, String jpql, Class<R> type, Object... parameters) {
        return of(manager, jpql, type, parameters).getResultList();
    }

    /** The first that a JPQL query finds. */
    public static <R> Optional<R> first(EntityManager manager, String jpql, Class<R> type, Object... parameters) {
        return of(manager, jpql, type, parameters).setMaxResults(1).getResultList().stream()
                .findFirst();
    }

    /** The rows that an SQL query finds; it names all columns of the row's table. */
    @SuppressWarnings("unchecked") // the untyped query is of the type it was made with
    public static <R> List<R> rows(EntityManager manager, String sql, Class<R> type, List<?> parameters) {
        var query = manager.createNativeQuery(sql, type);
        bind(query, parameters.toArray());
        return query.getResultList();
    }

    /** The values that an SQL query of two or more columns finds. */
    @SuppressWarnings("unchecked") // each answer of such a query is an array
    public static List<@Nullable Object[]> tuples(EntityManager manager, String sql, List<?> parameters) {
        var query = manager.createNativeQuery(sql);
        bind(query, parameters.toArray());
        return query.getResultList();
    }

    /** What an SQL query finds, as the mapping of that name says. */
    @SuppressWarnings("unchecked") // the mapping names two or more results, so each answer is an array
    public static List<@Nullable Object[]> mapped(
            EntityManager manager, String sql, String mapping, List<?> parameters) {
        var query = manager.createNativeQuery(sql, mapping);
        bind(query, parameters.toArray());
        return query.getResultList();
    }

    private static void bind(Query query, Object... parameters) {
        for (int number = 0; number < parameters.length; number++) {
            query.setParameter(number + 1, parameters[number]);
        }
    }

    /** Rows of so many parameters for a {@code values} clause. */
    public static String values(int rows, int parametersEach) {
        var clause = new StringBuilder("values ");
        int number = 0;
        for (int row = 0; row < rows; row++) {
            clause.append(row == 0 ? "(" : ", (");
            for (int column = 0; column < parametersEach; column++) {
                clause.append(column == 0 ? "?" : ", ?").append(++number);
            }
            clause.append(')');
        }
        return clause.toString();
    }
}
