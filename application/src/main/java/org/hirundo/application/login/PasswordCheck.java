package org.hirundo.application.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hirundo.application.config.PasswordConfig;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.account.Account;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.application.port.account.PasswordHashing;
import org.hirundo.domain.account.SecretToken;
import org.hirundo.domain.error.UserDeactivated;
import org.hirundo.domain.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether somebody knows the password of an account. What it answers, and how long that takes, does not tell whether
 * there is such an account, unless it was deactivated.
 */
@Singleton
public final class PasswordCheck {

    private final AccountStore accounts;
    private final PasswordHashing hashing;
    private final RateLimiter limits;
    private final PasswordConfig config;
    private final RandomGenerator random;

    /** The hash of a password that nobody knows, for accounts that are not there. Made when it is first needed. */
    private volatile @Nullable String decoy;

    @Inject
    public PasswordCheck(
            AccountStore accounts,
            PasswordHashing hashing,
            RateLimiter limits,
            PasswordConfig config,
            RandomGenerator random) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.limits = limits;
        this.config = config;
        this.random = random;
    }

    /**
     * The account, if this is its password.
     *
     * <p>Where there is no account of exactly this user id, the one in small letters is meant: keyboards of telephones begin
     * with a capital.
     *
     * @throws UserDeactivated whatever the password is: that a user id was given up is no secret, it can be seen to be taken
     * @throws org.hirundo.domain.error.LimitExceeded after too many attempts, or too many wrong ones
     */
    public Optional<Account> check(UserId user, String password) {
        var account = accounts.find(user).or(() -> accounts.find(inSmallLetters(user)));
        var owner = account.map(Account::user).orElse(user);
        limits.spend(owner, Cost.LOGIN_TO_ACCOUNT);
        limits.check(owner, Cost.FAILED_LOGIN);
        var hash = account.filter(found -> !found.deactivated()).flatMap(Account::passwordHash);
        var matches = config.policy().fits(password) && hashing.matches(password, hash.orElseGet(this::decoy));
        if (!matches || hash.isEmpty()) {
            limits.spend(owner, Cost.FAILED_LOGIN);
            if (account.filter(Account::deactivated).isPresent()) {
                throw new UserDeactivated("This account has been deactivated");
            }
            return Optional.empty();
        }
        return account;
    }

    private static UserId inSmallLetters(UserId user) {
        return new UserId(user.localpart().toLowerCase(Locale.ROOT), user.server());
    }

    private String decoy() {
        var made = decoy;
        if (made == null) {
            made = hashing.hash(
                    SecretToken.generate(SecretToken.Kind.ACCESS, random).reveal());
            decoy = made;
        }
        return made;
    }
}
