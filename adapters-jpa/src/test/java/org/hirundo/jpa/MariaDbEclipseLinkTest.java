package org.hirundo.jpa;

import org.hirundo.jpa.connection.Provider;

class MariaDbEclipseLinkTest extends AllContracts {

    @Override
    TestStorage open() {
        return TestStorage.mariaDb(Provider.ECLIPSELINK);
    }
}
