package org.hirundo.application.counterexample;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Takes chance where it finds it. */
public final class ThrowsDice {

    RandomGenerator seeded() {
        return new Random();
    }

    RandomGenerator strong() {
        return new SecureRandom();
    }

    RandomGenerator ofThread() {
        return ThreadLocalRandom.current();
    }

    RandomGenerator byName() {
        return RandomGenerator.of("L64X128MixRandom");
    }

    double number() {
        return Math.random();
    }

    void order(List<String> names) {
        Collections.shuffle(names);
    }
}
