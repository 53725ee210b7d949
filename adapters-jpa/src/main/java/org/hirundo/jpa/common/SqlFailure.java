package org.hirundo.jpa.common;

import java.sql.SQLException;

/** A failure of the driver on its way to where it is translated. */
final class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
