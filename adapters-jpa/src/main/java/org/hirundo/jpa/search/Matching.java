package org.hirundo.jpa.search;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hirundo.application.port.search.SearchStore.Question;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.search.SearchKey;

/** The condition that rows of one term meet whose events answer a question: the event is in the rows of the other terms too. */
final class Matching {

    static final String FROM = "from search_posting p";

    private final List<Object> parameters = new ArrayList<>();
    private final String condition;

    Matching(Question question, List<RoomId> rooms, Optional<StreamPosition> before) {
        var sql = new StringBuilder();
        var terms = question.terms().iterator();
        sql.append("p.term = ").append(parameter(Fingerprint.of(terms.next())));
        sql.append(" and p.room in (")
                .append(rooms.stream()
                        .map(room -> parameter(Fingerprint.of(room)))
                        .collect(Collectors.joining(", ")))
                .append(')');
        sql.append(" and p.search_key in (")
                .append(question.keys().stream()
                        .map(key -> parameter(number(key)))
                        .collect(Collectors.joining(", ")))
                .append(')');
        before.ifPresent(position -> sql.append(" and p.stream_position < ").append(parameter(position.value())));
        others(sql, terms);
        condition = sql.toString();
    }

    private void others(StringBuilder sql, Iterator<String> terms) {
        while (terms.hasNext()) {
            sql.append(" and exists (select 1 from search_posting q where q.room = p.room and q.term = ")
                    .append(parameter(Fingerprint.of(terms.next())))
                    .append(" and q.stream_position = p.stream_position)");
        }
    }

    /** The number that stands for the key in rows. */
    static int number(SearchKey key) {
        return switch (key) {
            case BODY -> 1;
            case NAME -> 2;
            case TOPIC -> 3;
        };
    }

    private String parameter(Object value) {
        parameters.add(value);
        return "?" + parameters.size();
    }

    String condition() {
        return condition;
    }

    List<Object> parameters() {
        return parameters;
    }
}
