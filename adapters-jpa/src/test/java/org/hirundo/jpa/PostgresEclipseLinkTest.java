package org.hirundo.jpa;

import org.hirundo.jpa.connection.Provider;

class PostgresEclipseLinkTest extends AllContracts {

    @Override
    TestStorage open() {
        return TestStorage.postgres(Provider.ECLIPSELINK);
    }
}
