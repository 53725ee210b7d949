package org.hirundo.testdb;

/**
 * An empty relational database that belongs to one caller.
 *
 * @param url a JDBC URL
 * @param user the name to log in with
 * @param password the password, empty when none is asked for
 */
public record TestDatabase(String url, String user, String password) {}
