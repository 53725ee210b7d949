package org.hirundo.jpa;

import java.util.Map;
import org.hirundo.contract.story.HotCallsStory.HotCall;
import org.hirundo.contract.story.Traffic.Cost;
import org.hirundo.jpa.connection.Provider;

class PostgresHibernateTest extends AllStories {

    @Override
    TestStorage open() {
        return TestStorage.postgres(Provider.HIBERNATE);
    }

    @Override
    Map<HotCall, Cost> costs() {
        return ExpectedCosts.USUAL;
    }
}
