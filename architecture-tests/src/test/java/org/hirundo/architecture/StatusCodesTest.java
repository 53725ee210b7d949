package org.hirundo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hirundo.application.counterexample.AnswersWithNames;
import org.hirundo.application.counterexample.AnswersWithNumbers;
import org.hirundo.application.counterexample.UnderstandsNumbers;
import org.junit.jupiter.api.Test;

/**
 * A refusal means something everywhere and has a number only where HTTP is spoken: by {@code rest}, which answers others, by
 * {@code remote}, which hears their answers, and by {@code media.s3}, which keeps files elsewhere.
 */
class StatusCodesTest {

    /** Numbers that are hardly ever anything else. Of 200, 400 and 500 that cannot be said: they are sizes of pages, too. */
    private static final Set<Integer> CODES =
            Set.of(401, 403, 404, 405, 409, 410, 412, 413, 415, 429, 501, 502, 503, 504);

    private static final String[] SPEAKING = {"org.hirundo.rest..", "org.hirundo.remote..", "org.hirundo.media.s3.."};

    private static final ArchRule NO_NUMBERS = classes()
            .that()
            .resideOutsideOfPackages(SPEAKING)
            .should(haveNoStatusCodes())
            .as("HTTP status codes are where HTTP is spoken only");

    private static final ArchRule NO_NAMES = noClasses()
            .that()
            .resideOutsideOfPackages(SPEAKING)
            .should()
            .dependOnClassesThat()
            .haveNameMatching("jakarta\\.ws\\.rs\\.core\\.Response\\$Status.*|java\\.net\\.HttpURLConnection")
            .as("names of HTTP status codes are where HTTP is spoken only");

    private static ArchCondition<JavaClass> haveNoStatusCodes() {
        return new ArchCondition<>("have no HTTP status codes") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var codes = statusCodes(type);
                if (!codes.isEmpty()) {
                    events.add(SimpleConditionEvent.violated(
                            type, "%s has what looks like the HTTP status %s".formatted(type.getName(), codes)));
                }
            }
        };
    }

    /** The codes among the numbers that the class loads or distinguishes. */
    private static Set<Integer> statusCodes(JavaClass type) {
        var codes = new TreeSet<Integer>();
        for (var method : ClassFile.of().parse(bytes(type)).methods()) {
            method.code().stream()
                    .flatMap(CodeModel::elementStream)
                    .flatMap(StatusCodesTest::numbers)
                    .filter(CODES::contains)
                    .forEach(codes::add);
        }
        return codes;
    }

    private static Stream<Integer> numbers(CodeElement element) {
        return switch (element) {
            case ConstantInstruction constant
            when constant.constantValue() instanceof Integer number -> Stream.of(number);
            case LookupSwitchInstruction choice -> choice.cases().stream().map(SwitchCase::caseValue);
            case TableSwitchInstruction choice -> choice.cases().stream().map(SwitchCase::caseValue);
            default -> Stream.empty();
        };
    }

    private static byte[] bytes(JavaClass type) {
        try (var source = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return source.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void http_has_numbers_where_it_is_spoken_only() {
        Rules.holds(NO_NUMBERS);
    }

    @Test
    void who_answers_with_numbers_is_noticed() {
        Rules.isBrokenBy(AnswersWithNumbers.class, NO_NUMBERS);
    }

    @Test
    void who_distinguishes_numbers_is_noticed() {
        Rules.isBrokenBy(UnderstandsNumbers.class, NO_NUMBERS);
    }

    @Test
    void and_names_there_only() {
        Rules.holds(NO_NAMES);
    }

    @Test
    void who_answers_with_names_is_noticed() {
        Rules.isBrokenBy(AnswersWithNames.class, NO_NAMES);
    }
}
