package org.hirundo.testdb;

/**
 * A relational database server that a test owns: it may be killed and started again on the same files. It waits for the
 * disk before it says that a transaction is committed, as servers do by default.
 */
public interface RestartableServer extends AutoCloseable {

    /** Starts the server on its files and waits until it takes connections. It listens on a port of its choice. */
    void start();

    /** The database, while the server runs; the same one after every start, but for the port in the URL. */
    TestDatabase database();

    /** Kills all processes of the server as a crash would, with SIGKILL, and waits until they are gone. */
    void kill();

    /** Ends the server; its files stay. */
    @Override
    void close();
}
