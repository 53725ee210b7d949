package org.hirundo.mongo.directory;

import org.bson.Document;
import org.hirundo.application.port.directory.DirectoryStore.AliasEntry;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Fields;

/** An alias as it is stored; its identity is the alias. */
final class AliasDocument {

    static final String COLLECTION = "aliases";
    static final String ROOM = "room";

    private AliasDocument() {}

    static Document of(AliasEntry entry) {
        return new Document(Fields.ID, entry.alias().toString())
                .append(ROOM, entry.room().toString())
                .append("creator", entry.creator().toString());
    }

    static AliasEntry entry(Document document) {
        return new AliasEntry(
                RoomAlias.parse(document.getString(Fields.ID)),
                new RoomId(document.getString(ROOM)),
                UserId.parse(document.getString("creator")));
    }
}
