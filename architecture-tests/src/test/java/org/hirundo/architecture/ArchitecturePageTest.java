package org.hirundo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that name classes of ours name real ones: what is said there of {@code `Rooms.write`} can be looked up. */
class ArchitecturePageTest {

    private static final Pattern QUOTED = Pattern.compile("`([^`\\n]+)`");

    /** A class, perhaps with a member; what has a capital inside is not a constant or an abbreviation. */
    private static final Pattern CLASS =
            Pattern.compile("(?<type>[A-Z][a-z]\\w*)(?:\\.(?<member>[a-z]\\w*))?(?:\\(\\))?");

    /** A package below {@code org.hirundo}, perhaps with a class in it. */
    private static final Pattern PLACE = Pattern.compile("(?:org\\.hirundo\\.)?"
            + "(?<place>(?:domain|application|rest|jpa|mongo|remote|media|crypto|bootstrap|contract)(?:\\.[a-z]\\w*)+)"
            + "(?:\\.(?<type>[A-Z]\\w*))?");

    /** What a page calls by a name that nothing bears. */
    private static List<String> unknown(String page) {
        return QUOTED.matcher(page)
                .results()
                .map(quoted -> quoted.group(1))
                .filter(name -> !isKnown(name))
                .toList();
    }

    private static Stream<JavaClass> ours() {
        return Stream.concat(Classes.DELIVERED.stream(), Classes.RULES.stream());
    }

    private static boolean isKnown(String name) {
        var type = CLASS.matcher(name);
        if (type.matches()) {
            return ours().anyMatch(known -> isMeant(known, type.toMatchResult()));
        }
        var place = PLACE.matcher(name);
        return !place.matches() || ours().anyMatch(known -> isIn(known, place.toMatchResult()));
    }

    private static boolean isMeant(JavaClass known, MatchResult name) {
        var member = name.group("member");
        return known.getSimpleName().equals(name.group("type"))
                && (member == null
                        || known.getAllMembers().stream()
                                .anyMatch(own -> own.getName().equals(member)));
    }

    private static boolean isIn(JavaClass known, MatchResult name) {
        var place = "org.hirundo." + name.group("place");
        var type = name.group("type");
        return type == null
                ? (known.getPackageName() + ".").startsWith(place + ".")
                : known.getName().equals(place + "." + type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/architecture.md", "CONTRIBUTING.md"})
    void a_page_names_what_there_is(String page) throws IOException {
        assertThat(unknown(Files.readString(Modules.TOP.resolve(page)))).isEmpty();
    }

    @Test
    void names_of_nothing_are_noticed() {
        var page = """
                `Rooms.write` of `application.room` is asked by `SendMessage`, `Rooms.scribble` by `SendPostcard`, and
                `rest.common.Refusals` is not in `rest.refusals` but beside `rest.common.Approvals`; `PUT …/send` is no class.
                """;

        assertThat(unknown(page))
                .containsExactly("Rooms.scribble", "SendPostcard", "rest.refusals", "rest.common.Approvals");
    }
}
