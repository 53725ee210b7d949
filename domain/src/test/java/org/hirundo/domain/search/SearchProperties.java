package org.hirundo.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SearchProperties {

    @Property
    void what_matches_has_all_terms_that_the_index_is_asked_for(@ForAll String query, @ForAll String more) {
        var text = more + " " + query;
        var searched = SearchQuery.of(query);

        assertThat(searched.isEmpty() || searched.rank(text) > 0).isTrue();
        assertThat(SearchText.of(text).terms()).containsAll(searched.terms());
    }
}
