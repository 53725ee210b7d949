package org.hirundo.jpa.counterexample;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A row for everybody, under another name. */
@Entity
public class UnnamedEntity {

    @Id
    int id;
}
