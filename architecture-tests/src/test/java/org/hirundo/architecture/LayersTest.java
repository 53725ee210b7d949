package org.hirundo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hirundo.application.counterexample.KnowsRest;
import org.hirundo.crypto.counterexample.KnowsMedia;
import org.hirundo.domain.counterexample.KnowsTheApplication;
import org.hirundo.jpa.counterexample.KnowsMongo;
import org.hirundo.media.counterexample.KnowsCrypto;
import org.hirundo.mongo.counterexample.KnowsJpa;
import org.hirundo.remote.counterexample.KnowsTheServer;
import org.hirundo.rest.counterexample.KnowsAStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Layers point down, adapters do not know each other, and each uses the libraries of its trade alone.
 *
 * <p>What is wrong with a counter-example is wrong twice: it knows somebody of Hirundo that it should not, and uses a library
 * that is not for it.
 */
class LayersTest {

    private static final Map<Layer, Class<?>> COUNTEREXAMPLES = Map.of(
            Layer.DOMAIN, KnowsTheApplication.class,
            Layer.APPLICATION, KnowsRest.class,
            Layer.REST, KnowsAStorage.class,
            Layer.JPA, KnowsMongo.class,
            Layer.MONGO, KnowsJpa.class,
            Layer.REMOTE, KnowsTheServer.class,
            Layer.MEDIA, KnowsCrypto.class,
            Layer.CRYPTO, KnowsMedia.class);

    @Test
    void every_layer_has_a_counterexample() {
        assertThat(COUNTEREXAMPLES).containsOnlyKeys(Layer.values());
    }

    @ParameterizedTest
    @EnumSource
    void a_layer_knows_what_is_below_it_alone(Layer layer) {
        Rules.holds(layer.pointsDown());
    }

    @ParameterizedTest
    @EnumSource
    void who_looks_up_or_sideways_is_noticed(Layer layer) {
        Rules.isBrokenBy(COUNTEREXAMPLES.get(layer), layer.pointsDown());
    }

    @ParameterizedTest
    @EnumSource
    void a_layer_uses_the_libraries_of_its_trade_alone(Layer layer) {
        Rules.holds(layer.usesItsLibrariesOnly());
    }

    @ParameterizedTest
    @EnumSource
    void who_uses_anothers_library_is_noticed(Layer layer) {
        Rules.isBrokenBy(COUNTEREXAMPLES.get(layer), layer.usesItsLibrariesOnly());
    }
}
