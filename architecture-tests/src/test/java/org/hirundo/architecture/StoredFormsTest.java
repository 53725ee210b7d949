package org.hirundo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import org.hirundo.jpa.counterexample.NakedRow;
import org.hirundo.jpa.counterexample.UnnamedEntity;
import org.hirundo.mongo.counterexample.NakedDocument;
import org.junit.jupiter.api.Test;

/** How something is stored is the secret of the package that stores it. */
class StoredFormsTest {

    private static final ArchRule HIDDEN = classes()
            .that()
            .resideInAnyPackage("org.hirundo.jpa..", "org.hirundo.mongo..")
            .and()
            .haveNameMatching(".*(Row|Document)")
            .or()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(Embeddable.class)
            .or()
            .areAnnotatedWith(MappedSuperclass.class)
            .should()
            .notBePublic()
            .as("rows and documents are never public");

    @Test
    void rows_and_documents_are_never_public() {
        Rules.holds(HIDDEN);
    }

    @Test
    void a_public_row_is_noticed() {
        Rules.isBrokenBy(NakedRow.class, HIDDEN);
    }

    @Test
    void a_public_entity_of_another_name_is_noticed() {
        Rules.isBrokenBy(UnnamedEntity.class, HIDDEN);
    }

    @Test
    void a_public_document_is_noticed() {
        Rules.isBrokenBy(NakedDocument.class, HIDDEN);
    }
}
