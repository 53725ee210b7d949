package org.hirundo.jpa;

import java.util.Map;
import org.hirundo.contract.story.HotCallsStory.HotCall;
import org.hirundo.contract.story.Traffic.Cost;
import org.hirundo.jpa.connection.Provider;

class SqliteHibernateTest extends AllStories {

    @Override
    TestStorage open() {
        return TestStorage.sqlite(Provider.HIBERNATE);
    }

    @Override
    Map<HotCall, Cost> costs() {
        return ExpectedCosts.USUAL;
    }
}
