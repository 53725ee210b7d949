package org.hirundo.domain.accountdata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.match.Glob;

/**
 * Whose invites a user wants: those of nobody, or what lists of users and servers say. A list that is no list of strings makes the
 * lists count for nothing, so that what was not understood hides no invite.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#invite-permission">Invite permission</a>
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4155">MSC4155, invite filtering</a>
 */
public final class InviteRules {

    /** Where the rule that blocks everybody is kept, and where it was kept before it was specified. */
    private static final List<String> BLOCKING =
            List.of("m.invite_permission_config", "org.matrix.msc4380.invite_permission_config");

    private static final String FILTERING = "org.matrix.msc4155.invite_permission_config";

    /** The types of global account data that hold the rules. */
    public static final Set<String> TYPES = Set.of(BLOCKING.getFirst(), BLOCKING.getLast(), FILTERING);

    /** The rules of who never made any. */
    public static final InviteRules ALLOW_ALL = of(Map.of(), Set.of());

    /** What becomes of an invite. */
    public enum Treatment {
        /** The invitee is told of it. */
        ALLOW,
        /** It is made, but the invitee is not told. */
        IGNORE,
        /** It is refused. */
        BLOCK
    }

    /** Whom one line of the lists is about, and what becomes of their invites. */
    private record Line(boolean servers, List<Glob> patterns, Treatment treatment) {

        boolean matches(UserId inviter) {
            var text = servers ? inviter.server().host() : inviter.toString();
            return patterns.stream().anyMatch(pattern -> pattern.matches(text));
        }
    }

    private final boolean blocksAll;
    private final Set<UserId> ignored;
    private final List<Line> lines;

    private InviteRules(boolean blocksAll, Set<UserId> ignored, List<Line> lines) {
        this.blocksAll = blocksAll;
        this.ignored = Set.copyOf(ignored);
        this.lines = lines;
    }

    /**
     * The rules that account data makes.
     *
     * @param accountData that of {@link #TYPES}, as far as there is any
     * @param ignored whom the user ignores
     */
    public static InviteRules of(Map<String, JsonObject> accountData, Set<UserId> ignored) {
        var blocksAll = BLOCKING.stream()
                .map(type -> accountData.getOrDefault(type, JsonObject.EMPTY))
                .anyMatch(config ->
                        config.string("default_action").filter("block"::equals).isPresent());
        return new InviteRules(blocksAll, ignored, lines(accountData.getOrDefault(FILTERING, JsonObject.EMPTY)));
    }

    /** In the order in which they are asked; the first that matches decides. */
    private static List<Line> lines(JsonObject config) {
        if (!config.bool("enabled").orElse(true)) {
            return List.of();
        }
        var lines = List.of(
                line(config, "allowed_users", Treatment.ALLOW),
                line(config, "ignored_users", Treatment.IGNORE),
                line(config, "blocked_users", Treatment.BLOCK),
                line(config, "allowed_servers", Treatment.ALLOW),
                line(config, "ignored_servers", Treatment.IGNORE),
                line(config, "blocked_servers", Treatment.BLOCK));
        return lines.stream().allMatch(Optional::isPresent)
                ? lines.stream().flatMap(Optional::stream).toList()
                : List.of();
    }

    private static Optional<Line> line(JsonObject config, String name, Treatment treatment) {
        boolean servers = name.endsWith("_servers");
        return switch (config.get(name)) {
            case null -> Optional.of(new Line(servers, List.of(), treatment));
            case JsonNull.NULL -> Optional.of(new Line(servers, List.of(), treatment));
            case JsonArray list ->
                list.strings()
                        .map(texts -> texts.stream()
                                .map(servers ? Glob::ignoringCase : Glob::of)
                                .toList())
                        .map(patterns -> new Line(servers, patterns, treatment));
            default -> Optional.empty();
        };
    }

    /** Whether there is nothing to ask: every invite is allowed. */
    public boolean allowAll() {
        return !blocksAll
                && ignored.isEmpty()
                && lines.stream().allMatch(line -> line.patterns().isEmpty());
    }

    /** What becomes of an invite by the user. */
    public Treatment treat(UserId inviter) {
        if (blocksAll) {
            return Treatment.BLOCK;
        }
        if (ignored.contains(inviter)) {
            return Treatment.IGNORE;
        }
        return lines.stream()
                .filter(line -> line.matches(inviter))
                .map(Line::treatment)
                .findFirst()
                .orElse(Treatment.ALLOW);
    }
}
