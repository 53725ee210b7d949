package org.hirundo.jpa.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Digest;
import org.hirundo.jpa.common.StoredText;

/** A word by which a user is found. */
@Entity
@Table(name = "profile_term")
class ProfileTermRow {

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "user_id")
    private String userId = "";

    @Column(name = "term")
    private String term = "";

    ProfileTermRow() {}

    ProfileTermRow(UserId user, String word) {
        id = id(user, word);
        userId = user.toString();
        term = StoredText.of(word);
    }

    static String id(UserId user, String word) {
        return Digest.of(user, word);
    }
}
