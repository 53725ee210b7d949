package org.hirundo.mongo.key;

import com.mongodb.client.ClientSession;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.hirundo.application.port.key.OneTimeKeyStore.Claim;
import org.hirundo.mongo.common.Database;

/** Finds the key that each claim is due, any number of claims with one command. */
final class KeyClaims {

    /** For each claim the oldest one-time key and the fallback key, each in a list of one or none. */
    private static final List<Document> PIPELINE = List.of(
            lookup(
                    OneTimeKeyDocument.ONE_TIME_KEYS,
                    "oldest",
                    List.of(
                            new Document("$sort", new Document(OneTimeKeyDocument.PLACE, 1)),
                            new Document("$limit", 1))),
            lookup(OneTimeKeyDocument.FALLBACK_KEYS, "fallback", List.of()),
            Document.parse("{$match: {$or: [{oldest: {$ne: []}}, {fallback: {$ne: []}}]}}"));

    private final Database database;

    KeyClaims(Database database) {
        this.database = database;
    }

    /** The key due to a claim. */
    record Due(Claim claim, Document key, boolean isFallback) {}

    /** What is due now, as the transaction sees it; claims that find nothing are left out. */
    List<Due> find(ClientSession session, List<Claim> claims) {
        var questions = new ArrayList<Document>();
        for (int number = 0; number < claims.size(); number++) {
            questions.add(question(number, claims.get(number)));
        }
        return database.ask(session, questions, PIPELINE).stream()
                .map(answer -> due(claims.get(answer.getInteger("number")), answer))
                .toList();
    }

    private static Document question(int number, Claim claim) {
        return new Document("number", number)
                .append(OneTimeKeyDocument.USER, literal(claim.user()))
                .append(OneTimeKeyDocument.DEVICE, literal(claim.device()))
                .append(OneTimeKeyDocument.ALGORITHM, literal(claim.algorithm()));
    }

    /** Questions are expressions, in which a string that begins with a dollar would be the name of a field. */
    private static Document literal(Object text) {
        return new Document("$literal", text.toString());
    }

    private static Due due(Claim claim, Document answer) {
        var oldest = answer.getList("oldest", Document.class);
        return oldest.isEmpty()
                ? new Due(claim, answer.getList("fallback", Document.class).getFirst(), true)
                : new Due(claim, oldest.getFirst(), false);
    }

    private static Document lookup(String collection, String as, List<Document> end) {
        var pipeline = new ArrayList<Document>();
        pipeline.add(Document.parse("""
                {$match: {$expr: {$and: [
                    {$eq: ['$user', '$$user']}, {$eq: ['$device', '$$device']}, {$eq: ['$algorithm', '$$algorithm']}]}}}
                """));
        pipeline.addAll(end);
        return new Document(
                "$lookup",
                new Document("from", collection)
                        .append("let", Document.parse("{user: '$user', device: '$device', algorithm: '$algorithm'}"))
                        .append("pipeline", pipeline)
                        .append("as", as));
    }
}
