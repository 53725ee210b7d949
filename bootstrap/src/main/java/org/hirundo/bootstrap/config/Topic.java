package org.hirundo.bootstrap.config;

/** What options are about. */
public enum Topic {
    SERVER("The server"),
    TLS("TLS, for servers without a reverse proxy"),
    STORAGE("Storage"),
    ACCOUNTS("Accounts and sessions"),
    MAIL("Mail"),
    ROOMS("Rooms"),
    MEDIA("Media"),
    CALLS("Calls"),
    BRIDGES("Bridges and other application services"),
    LIMITS("Rate limits"),
    HELP("Help for users");

    private final String title;

    Topic(String title) {
        this.title = title;
    }

    /** The heading for administrators. */
    public String title() {
        return title;
    }
}
