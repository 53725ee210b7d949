package org.hirundo.application.accountdata;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.hirundo.application.cache.ByteBoundedCache;
import org.hirundo.application.cache.MemoryBudget;
import org.hirundo.application.config.PushConfig;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.stream.Committed;
import org.hirundo.application.stream.Stream;
import org.hirundo.application.stream.StreamListener;
import org.hirundo.domain.accountdata.AccountDataType;
import org.hirundo.domain.accountdata.InviteRules;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.push.PushEvaluator;
import org.hirundo.domain.push.PushRuleset;

/** The account data that the server itself acts upon, made ready and kept in step with the stream. */
@Singleton
public final class UserSettings implements StreamListener {

    private static final String IGNORED_USERS = "m.ignored_user_list";
    private static final String PUSH_RULES = AccountDataType.PUSH_RULES.value();
    private static final Set<String> TYPES = types();

    private final AccountDataStore store;
    private final PushConfig push;
    private final ByteBoundedCache<UserId, Settings> known;
    private final AtomicLong changes = new AtomicLong();

    private record Settings(
            Set<UserId> ignored, InviteRules invites, PushRuleset rules, PushEvaluator evaluator, long bytes) {}

    @Inject
    public UserSettings(AccountDataStore store, PushConfig push, Stream stream, MemoryBudget budget) {
        this.store = store;
        this.push = push;
        known = new ByteBoundedCache<>(budget, (user, settings) -> settings.bytes());
        stream.listen(this);
    }

    private static Set<String> types() {
        var types = new HashSet<>(InviteRules.TYPES);
        types.add(IGNORED_USERS);
        types.add(PUSH_RULES);
        return Set.copyOf(types);
    }

    /** Whom the user ignores. */
    public Set<UserId> ignored(UserId user) {
        return settings(user).ignored();
    }

    /** Whose invites the user wants. */
    public InviteRules invites(UserId user) {
        return settings(user).invites();
    }

    /** The user's push rules. */
    public PushRuleset pushRules(UserId user) {
        return settings(user).rules();
    }

    /** The user's push rules, made ready to judge events. */
    public PushEvaluator pushEvaluator(UserId user) {
        return settings(user).evaluator();
    }

    private Settings settings(UserId user) {
        return known.get(user).orElseGet(() -> {
            var before = changes.get();
            var read = read(user);
            synchronized (changes) {
                if (changes.get() == before) {
                    known.put(user, read);
                }
            }
            return read;
        });
    }

    private Settings read(UserId user) {
        var found = store.find(user, Optional.empty(), TYPES);
        var ignored = found.getOrDefault(IGNORED_USERS, JsonObject.EMPTY);
        var stored = found.getOrDefault(PUSH_RULES, JsonObject.EMPTY);
        var rules = PushRuleset.of(user, stored, push.defaults());
        var users = ignored.object("ignored_users").orElse(JsonObject.EMPTY).names().stream()
                .flatMap(name -> UserId.find(name).stream())
                .filter(other -> !other.equals(user))
                .collect(Collectors.toUnmodifiableSet());
        // The default rules are shared; what the user added takes about ten times its text once it is made ready.
        long text = InviteRules.TYPES.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .mapToLong(content -> content.toString().length())
                .sum();
        long bytes = 2000 + 200L * users.size() + 10L * (stored.toString().length() + text);
        return new Settings(users, InviteRules.of(found, users), rules, PushEvaluator.of(rules), bytes);
    }

    @Override
    public void committed(List<Committed> batch) {
        for (var committed : batch) {
            if (committed.change() instanceof AccountDataChange change
                    && change.room().isEmpty()
                    && TYPES.contains(change.type())) {
                synchronized (changes) {
                    changes.incrementAndGet();
                    known.remove(change.user());
                }
            }
        }
    }
}
