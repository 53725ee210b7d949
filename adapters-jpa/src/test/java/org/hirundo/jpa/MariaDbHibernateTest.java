package org.hirundo.jpa;

import org.hirundo.jpa.connection.Provider;

class MariaDbHibernateTest extends AllContracts {

    @Override
    TestStorage open() {
        return TestStorage.mariaDb(Provider.HIBERNATE);
    }
}
