/** What Matrix is: values and rules, on nothing but the JDK. */
module org.hirundo.domain {
    requires static transitive org.jspecify;

    exports org.hirundo.domain.account;
    exports org.hirundo.domain.accountdata;
    exports org.hirundo.domain.appservice;
    exports org.hirundo.domain.auth;
    exports org.hirundo.domain.crypto;
    exports org.hirundo.domain.device;
    exports org.hirundo.domain.e2ee;
    exports org.hirundo.domain.error;
    exports org.hirundo.domain.event;
    exports org.hirundo.domain.id;
    exports org.hirundo.domain.json;
    exports org.hirundo.domain.match;
    exports org.hirundo.domain.media;
    exports org.hirundo.domain.presence;
    exports org.hirundo.domain.preview;
    exports org.hirundo.domain.profile;
    exports org.hirundo.domain.push;
    exports org.hirundo.domain.receipt;
    exports org.hirundo.domain.relation;
    exports org.hirundo.domain.room;
    exports org.hirundo.domain.search;
    exports org.hirundo.domain.state;
    exports org.hirundo.domain.sync;
    exports org.hirundo.domain.typing;
}
