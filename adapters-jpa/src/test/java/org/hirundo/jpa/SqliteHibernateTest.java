package org.hirundo.jpa;

import org.hirundo.jpa.connection.Provider;

class SqliteHibernateTest extends AllContracts {

    @Override
    TestStorage open() {
        return TestStorage.sqlite(Provider.HIBERNATE);
    }
}
