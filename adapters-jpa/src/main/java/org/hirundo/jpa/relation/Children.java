package org.hirundo.jpa.relation;

import java.util.Optional;
import org.hirundo.application.port.relation.RelationRange;
import org.hirundo.jpa.common.Parameters;
import org.hirundo.jpa.common.StoredText;

/** The query for the children of an event, over as many levels as are wanted. */
final class Children {

    private final RelationRange range;
    private final Parameters parameters = new Parameters();

    Children(RelationRange range) {
        this.range = range;
    }

    Parameters parameters() {
        return parameters;
    }

    /** Finds child and position. */
    String sql() {
        var from = range.levels() > 1 ? reached() : direct();
        var operator = range.backwards() ? "<" : ">";
        var order = range.backwards() ? " desc" : "";
        var depth = range.place().depth();
        var position = range.place().position().value();
        return from
                + " and (r.depth " + operator + " " + parameters.add(depth)
                + " or r.depth = " + parameters.add(depth)
                + " and r.stream_position " + operator + (range.backwards() ? " " : "= ") + parameters.add(position)
                + ") order by r.depth" + order + ", r.stream_position" + order
                + " limit " + range.limit();
    }

    private String direct() {
        return "select r.child, r.stream_position from relation r where r.parent = "
                + parameters.add(range.parent().value()) + wanted();
    }

    /** A child is reached once, by its only parent, unless relations run in circles, which end with the last level. */
    private String reached() {
        return "with recursive reached (child, hops) as (select r.child, 1 from relation r where r.parent = "
                + parameters.add(range.parent().value()) + wanted()
                + " union all select r.child, p.hops + 1 from reached p join relation r on r.parent = p.child where p.hops < "
                + range.levels() + wanted()
                + ") select r.child, r.stream_position from (select distinct child from reached) d"
                + " join relation r on r.child = d.child where 1 = 1";
    }

    private String wanted() {
        return " and r.room = " + parameters.add(range.room().toString())
                + and("r.relation_type", range.relation().map(type -> StoredText.of(type.value())))
                + and("r.child_type", range.type().map(type -> StoredText.of(type.value())));
    }

    private String and(String column, Optional<String> value) {
        return value.map(known -> " and " + column + " = " + parameters.add(known))
                .orElse("");
    }
}
