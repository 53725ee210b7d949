package org.hirundo.domain.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object; immutable, its members in the order they were written, no name twice.
 *
 * <p>The typed readers ({@link #string}, {@link #integer}, …) answer empty both when the member is absent and when it is of
 * another type: most of Matrix treats both alike. Where the difference matters, look at {@link #get}.
 */
public final class JsonObject implements JsonValue {

    /** The object without members. */
    public static final JsonObject EMPTY = new JsonObject(new MemberTable());

    private final MemberTable table;

    private JsonObject(MemberTable table) {
        this.table = table.trimmed();
    }

    /** An object with the members of the map, in its order. */
    public static JsonObject of(Map<String, ? extends JsonValue> members) {
        var table = new MemberTable();
        members.forEach(table::put);
        return owning(table);
    }

    /** The object of this table, which nobody else may hold. */
    static JsonObject owning(MemberTable table) {
        return table.size() == 0 ? EMPTY : new JsonObject(table);
    }

    /** The members for those who walk through them; not to be changed. */
    MemberTable table() {
        return table;
    }

    /** An object with one member. */
    public static JsonObject of(String name, JsonValue value) {
        return builder().put(name, value).build();
    }

    /** An object with one string member. */
    public static JsonObject of(String name, String value) {
        return builder().put(name, value).build();
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder(new MemberTable());
    }

    /** The members in their order; unmodifiable. */
    public SequencedMap<String, JsonValue> members() {
        return new MembersView(table);
    }

    /** The names of the members in their order. */
    public Set<String> names() {
        return members().keySet();
    }

    /** Whether there is no member. */
    public boolean isEmpty() {
        return table.size() == 0;
    }

    /** Whether there is a member of this name, {@code null} included. */
    public boolean has(String name) {
        return table.has(name);
    }

    /** The member, or null when there is none ({@link JsonNull#NULL} when it is {@code null}). */
    public @Nullable JsonValue get(String name) {
        return table.get(name);
    }

    /** The member when it is a string. */
    public Optional<String> string(String name) {
        return table.get(name) instanceof JsonString(String value) ? Optional.of(value) : Optional.empty();
    }

    /** The member when it is an integer. */
    public OptionalLong integer(String name) {
        return table.get(name) instanceof JsonInteger(long value) ? OptionalLong.of(value) : OptionalLong.empty();
    }

    /** The member when it is a boolean. */
    public Optional<Boolean> bool(String name) {
        return table.get(name) instanceof JsonBoolean(boolean value) ? Optional.of(value) : Optional.empty();
    }

    /** The member when it is an object. */
    public Optional<JsonObject> object(String name) {
        return table.get(name) instanceof JsonObject value ? Optional.of(value) : Optional.empty();
    }

    /** The member when it is an array. */
    public Optional<JsonArray> array(String name) {
        return table.get(name) instanceof JsonArray value ? Optional.of(value) : Optional.empty();
    }

    /** The member when it is an array of nothing but strings. */
    public Optional<List<String>> strings(String name) {
        return array(name).flatMap(JsonArray::strings);
    }

    /** This object with the member set; a known name keeps its place. */
    public JsonObject with(String name, JsonValue value) {
        return toBuilder().put(name, value).build();
    }

    /** This object with the string member set. */
    public JsonObject with(String name, String value) {
        return with(name, new JsonString(value));
    }

    /** This object with the integer member set. */
    public JsonObject with(String name, long value) {
        return with(name, new JsonInteger(value));
    }

    /** This object without the named members. */
    public JsonObject without(String... names) {
        var rest = table.without(names);
        return rest.size() == table.size() ? this : owning(rest);
    }

    /** A builder that starts with the members of this object. */
    public Builder toBuilder() {
        return new Builder(new MemberTable(table));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof JsonObject that && members().equals(that.members()));
    }

    @Override
    public int hashCode() {
        return members().hashCode();
    }

    /** The canonical form, for logs and messages. */
    @Override
    public String toString() {
        return CanonicalJson.lenient().text(this);
    }

    /** Gathers members in order; a name that is put again keeps its place and gets the new value. */
    public static final class Builder {

        private final MemberTable members;

        private Builder(MemberTable members) {
            this.members = members;
        }

        /** Puts a member. */
        public Builder put(String name, JsonValue value) {
            members.put(name, value);
            return this;
        }

        /** Puts a string. */
        public Builder put(String name, String value) {
            return put(name, new JsonString(value));
        }

        /** Puts an integer. */
        public Builder put(String name, long value) {
            return put(name, new JsonInteger(value));
        }

        /** Puts a boolean. */
        public Builder put(String name, boolean value) {
            return put(name, JsonBoolean.of(value));
        }

        /** Puts a string unless it is absent. */
        public Builder putIfPresent(String name, Optional<String> value) {
            value.ifPresent(present -> put(name, present));
            return this;
        }

        /** Puts all members of another object. */
        public Builder putAll(JsonObject other) {
            other.members().forEach(members::put);
            return this;
        }

        /** The object; the builder may go on. */
        public JsonObject build() {
            return owning(new MemberTable(members));
        }
    }
}
