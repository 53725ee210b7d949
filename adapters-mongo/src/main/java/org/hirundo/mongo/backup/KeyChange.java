package org.hirundo.mongo.backup;

/** What became of the keys of a version: whether any changed, and how many more there are than before. */
record KeyChange(boolean changed, long added) {}
