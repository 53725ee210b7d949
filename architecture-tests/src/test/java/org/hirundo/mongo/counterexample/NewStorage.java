package org.hirundo.mongo.counterexample;

import org.hirundo.application.port.profile.ProfileStore;

/** A storage with a store that nobody has said anything about. */
public record NewStorage(ProfileStore profiles, NewsStore news, Runnable release) {}
