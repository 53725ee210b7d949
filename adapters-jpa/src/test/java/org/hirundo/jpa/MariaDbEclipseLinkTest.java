package org.hirundo.jpa;

import java.util.Map;
import org.hirundo.contract.story.HotCallsStory.HotCall;
import org.hirundo.contract.story.Traffic.Cost;
import org.hirundo.jpa.connection.Provider;

class MariaDbEclipseLinkTest extends AllStories {

    @Override
    TestStorage open() {
        return TestStorage.mariaDb(Provider.ECLIPSELINK);
    }

    @Override
    Map<HotCall, Cost> costs() {
        return ExpectedCosts.MARIADB;
    }
}
