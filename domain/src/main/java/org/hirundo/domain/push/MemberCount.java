package org.hirundo.domain.push;

import java.util.Optional;
import java.util.regex.Pattern;

/** How many members a room must have, as {@code room_member_count} puts it: {@code 2}, {@code ==2}, {@code <10}, {@code >=3}. */
public record MemberCount(String is, Comparison comparison, long number) {

    private static final Pattern SYNTAX = Pattern.compile("(==|<=|>=|<|>)?([0-9]{1,18})");

    /** How the number of members is compared with the number of the condition. */
    public enum Comparison {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }

    /** Empty when the text is no such condition. */
    static Optional<MemberCount> parse(String is) {
        var match = SYNTAX.matcher(is);
        if (!match.matches()) {
            return Optional.empty();
        }
        var comparison =
                switch (match.group(1)) {
                    case "<" -> Comparison.LESS;
                    case "<=" -> Comparison.LESS_OR_EQUAL;
                    case ">" -> Comparison.GREATER;
                    case ">=" -> Comparison.GREATER_OR_EQUAL;
                    case null, default -> Comparison.EQUAL;
                };
        return Optional.of(new MemberCount(is, comparison, Long.parseLong(match.group(2))));
    }

    boolean includes(long members) {
        return switch (comparison) {
            case EQUAL -> members == number;
            case LESS -> members < number;
            case LESS_OR_EQUAL -> members <= number;
            case GREATER -> members > number;
            case GREATER_OR_EQUAL -> members >= number;
        };
    }
}
