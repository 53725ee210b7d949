/** What Matrix is: values and rules, on nothing but the JDK. */
module org.hirundo.domain {
    requires static transitive org.jspecify;

    exports org.hirundo.domain.auth;
    exports org.hirundo.domain.crypto;
    exports org.hirundo.domain.error;
    exports org.hirundo.domain.event;
    exports org.hirundo.domain.id;
    exports org.hirundo.domain.json;
    exports org.hirundo.domain.room;
    exports org.hirundo.domain.state;
}
