package org.hirundo.mongo.account;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.account.Account;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Fields;

/** An account as it is stored; its identity is the user id. */
final class AccountDocument {

    static final String COLLECTION = "accounts";
    static final String KIND = "kind";
    static final String DEACTIVATED = "deactivated";

    private static final String PASSWORD_HASH = "passwordHash";

    private AccountDocument() {}

    static Document of(Account account) {
        return new Document(Fields.ID, account.user().toString())
                .append(KIND, account.kind().name())
                .append(PASSWORD_HASH, account.passwordHash().orElse(null))
                .append("admin", account.admin())
                .append(DEACTIVATED, account.deactivated())
                .append("erased", account.erased())
                .append("locked", account.locked())
                .append("suspended", account.suspended())
                .append("createdAt", account.createdAt());
    }

    /** Everything but user id, kind and creation time. */
    static Bson changeTo(Account account) {
        return combine(
                set(PASSWORD_HASH, account.passwordHash().orElse(null)),
                set("admin", account.admin()),
                set(DEACTIVATED, account.deactivated()),
                set("erased", account.erased()),
                set("locked", account.locked()),
                set("suspended", account.suspended()));
    }

    /** What makes a user of a guest. */
    static Bson upgrade(String passwordHash) {
        return combine(set(KIND, Account.Kind.USER.name()), set(PASSWORD_HASH, passwordHash));
    }

    static Account account(Document document) {
        return new Account(
                UserId.parse(document.getString(Fields.ID)),
                Account.Kind.valueOf(document.getString(KIND)),
                Fields.string(document, PASSWORD_HASH),
                document.getBoolean("admin"),
                document.getBoolean(DEACTIVATED),
                document.getBoolean("erased"),
                document.getBoolean("locked"),
                document.getBoolean("suspended"),
                document.getDate("createdAt").toInstant());
    }
}
