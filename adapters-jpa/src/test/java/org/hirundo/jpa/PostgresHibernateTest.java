package org.hirundo.jpa;

import org.hirundo.jpa.connection.Provider;

class PostgresHibernateTest extends AllContracts {

    @Override
    TestStorage open() {
        return TestStorage.postgres(Provider.HIBERNATE);
    }
}
