package org.hirundo.mongo;

/**
 * Which MongoDB to use.
 *
 * @param uri the connection string, with the members and the name of the replica set
 * @param database the name of the database; its collections are made when it is first opened
 */
public record MongoConfig(String uri, String database) {}
