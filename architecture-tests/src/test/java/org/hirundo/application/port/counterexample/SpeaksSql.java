package org.hirundo.application.port.counterexample;

import java.sql.ResultSet;
import java.util.List;
import org.hirundo.domain.id.UserId;

/** Lets rows out, though in a list. */
public interface SpeaksSql {

    /** What is known of the user. */
    List<ResultSet> rows(UserId user);
}
