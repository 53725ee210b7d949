package org.hirundo.application.accountdata;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
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
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.push.PushEvaluator;
import org.hirundo.domain.push.PushRuleset;

/** The account data that the server itself acts upon, made ready and kept in step with the stream. */
@Singleton
public final class UserSettings implements StreamListener {

    private static final String IGNORED_USERS = "m.ignored_user_list";

    private final AccountDataStore store;
    private final PushConfig push;
    private final ByteBoundedCache<UserId, Settings> known;
    private final AtomicLong changes = new AtomicLong();

    private record Settings(Set<UserId> ignored, PushRuleset rules, PushEvaluator evaluator, long bytes) {}

    @Inject
    public UserSettings(AccountDataStore store, PushConfig push, Stream stream, MemoryBudget budget) {
        this.store = store;
        this.push = push;
        known = new ByteBoundedCache<>(budget, (user, settings) -> settings.bytes());
        stream.listen(this);
    }

    /** Whom the user ignores. */
    public Set<UserId> ignored(UserId user) {
        return settings(user).ignored();
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
        var ignored = store.find(user, Optional.empty(), IGNORED_USERS).orElse(JsonObject.EMPTY);
        var stored = store.find(user, Optional.empty(), AccountDataType.PUSH_RULES.value())
                .orElse(JsonObject.EMPTY);
        var rules = PushRuleset.of(user, stored, push.defaults());
        var users = ignored.object("ignored_users").orElse(JsonObject.EMPTY).names().stream()
                .flatMap(name -> UserId.find(name).stream())
                .filter(other -> !other.equals(user))
                .collect(Collectors.toUnmodifiableSet());
        // The default rules are shared; what the user added takes about ten times its text once it is made ready.
        long bytes = 2000 + 200L * users.size() + 10L * stored.toString().length();
        return new Settings(users, rules, PushEvaluator.of(rules), bytes);
    }

    @Override
    public void committed(List<Committed> batch) {
        for (var committed : batch) {
            if (committed.change() instanceof AccountDataChange change
                    && change.room().isEmpty()
                    && (change.type().equals(IGNORED_USERS)
                            || change.type().equals(AccountDataType.PUSH_RULES.value()))) {
                synchronized (changes) {
                    changes.incrementAndGet();
                    known.remove(change.user());
                }
            }
        }
    }
}
