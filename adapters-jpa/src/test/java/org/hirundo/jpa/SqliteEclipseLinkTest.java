package org.hirundo.jpa;

import org.hirundo.jpa.connection.Provider;

class SqliteEclipseLinkTest extends AllContracts {

    @Override
    TestStorage open() {
        return TestStorage.sqlite(Provider.ECLIPSELINK);
    }
}
