package org.hirundo.rest.counterexample;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Looks for a provider of JSON on each call. */
public final class BuildsJsonTheSlowWay {

    JsonObject answer() {
        return Json.createObjectBuilder().add("ok", true).build();
    }
}
