package org.hirundo.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hirundo.domain.counterexample.TagsWhatIsNoTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/**
 * What first implementations easily miss is what tests of ours show: the page and the tests' tags say the same, so that neither
 * drifts from the other.
 */
class EasilyMissedTest {

    private static final String TAG = "easily-missed-";

    private static final List<Integer> ALL =
            IntStream.rangeClosed(1, 30).boxed().toList();

    private static EasilyMissedPage page() throws IOException {
        return EasilyMissedPage.parse(Files.readString(Modules.TOP.resolve("docs/easily-missed.md")));
    }

    /** The tests that bear the tag of each point. */
    private static SortedMap<Integer, Set<String>> tagged(JavaClasses tests) {
        var tagged = new TreeMap<Integer, Set<String>>();
        methods(tests)
                .forEach(method -> points(method).forEach(point -> tagged.computeIfAbsent(point, _ -> new TreeSet<>())
                        .add(name(method))));
        return tagged;
    }

    /** Methods with the tag that are no tests. */
    private static List<String> idle(JavaClasses tests) {
        return methods(tests)
                .filter(method -> points(method).findAny().isPresent())
                .filter(method -> !method.isMetaAnnotatedWith(Testable.class))
                .map(EasilyMissedTest::name)
                .toList();
    }

    private static Stream<JavaMethod> methods(JavaClasses tests) {
        return tests.stream().flatMap(type -> type.getMethods().stream());
    }

    private static Stream<Integer> points(JavaMethod method) {
        var one = method.tryGetAnnotationOfType(Tag.class).stream();
        var several = method.tryGetAnnotationOfType(Tags.class).stream().flatMap(tags -> Stream.of(tags.value()));
        return Stream.concat(one, several)
                .map(Tag::value)
                .filter(tag -> tag.startsWith(TAG))
                .map(tag -> Integer.valueOf(tag.substring(TAG.length())));
    }

    private static String name(JavaMethod method) {
        return nameInPackage(method.getOwner()) + "." + method.getName();
    }

    private static String nameInPackage(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    /** One line for each test of each point, so that a difference is seen at a glance. */
    private static List<String> lines(SortedMap<Integer, Set<String>> points) {
        return points.entrySet().stream()
                .flatMap(point -> point.getValue().stream().map(test -> point.getKey() + " " + test))
                .toList();
    }

    /** A page on which one point is shown, by this, and nothing is left of it. */
    private static EasilyMissedPage saying(String clauses) {
        return EasilyMissedPage.parse("\n## Shown\n\n### 7. Swallows\n\n" + clauses + "\n\n## Open\n");
    }

    @Test
    void the_page_names_the_tests_that_are_tagged_and_no_others() throws IOException {
        assertThat(lines(page().shown())).containsExactlyInAnyOrderElementsOf(lines(tagged(Classes.TESTS)));
    }

    @Test
    void every_clause_that_is_called_shown_names_a_test() throws IOException {
        assertThat(page().bare()).isEmpty();
    }

    @Test
    void every_point_is_shown_or_called_open() throws IOException {
        var page = page();
        var named = new TreeSet<>(page.shown().keySet());
        named.addAll(page.open());

        assertThat(named).containsExactlyElementsOf(ALL);
        assertThat(page.shown().values()).noneMatch(Set::isEmpty);
    }

    @Test
    void whatever_is_tagged_is_a_test() {
        assertThat(idle(Classes.TESTS)).isEmpty();
    }

    @Test
    void what_the_page_or_the_tags_say_alone_is_noticed() {
        var tagged = tagged(Classes.counterexamples(TagsWhatIsNoTest.class));
        var named = saying("- They fly: `TagsWhatIsNoTest.swallows_fly`.").shown();

        assertThat(tagged).containsOnlyKeys(7, 8);
        assertThat(tagged.get(7)).containsExactly("TagsWhatIsNoTest.swallows_fly", "TagsWhatIsNoTest.swallows_nest");
        assertThat(named).containsOnlyKeys(7);
        assertThat(named.get(7)).containsExactly("TagsWhatIsNoTest.swallows_fly");
    }

    @Test
    void a_tag_on_what_is_no_test_is_noticed() {
        assertThat(idle(Classes.counterexamples(TagsWhatIsNoTest.class)))
                .containsExactly("TagsWhatIsNoTest.swallows_nest");
    }

    @Test
    void a_clause_without_a_test_is_noticed() {
        assertThat(saying("- They fly: `Swallow.Flight.is_fast`.\n- They nest,\n  as `M_NEST` says.")
                        .bare())
                .containsExactly("7: They nest,\n  as `M_NEST` says.");
    }

    @Test
    void a_page_without_its_headings_is_none() {
        assertThatThrownBy(() -> EasilyMissedPage.parse("\n## Shown\n")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_open_is_known_by_its_number() {
        assertThat(EasilyMissedPage.parse("\n## Shown\n\n## Open\n\n### 7. Swallows\n\n- Later.\n\n### 9. Terns\n")
                        .open())
                .containsExactly(7, 9);
    }
}
