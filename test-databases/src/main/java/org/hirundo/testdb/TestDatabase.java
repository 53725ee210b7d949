package org.hirundo.testdb;

/**
 * An empty database that belongs to one caller.
 *
 * @param url a JDBC URL, or a connection string of MongoDB
 * @param user the name to log in with
 * @param password the password, empty when none is asked for
 */
public record TestDatabase(String url, String user, String password) {}
