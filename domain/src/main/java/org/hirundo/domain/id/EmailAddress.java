package org.hirundo.domain.id;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address, as third-party identifiers have it: what is one address to people is one text.
 *
 * @param address without a name, angle brackets or {@code mailto:}, in folded case
 * @see <a href="https://spec.matrix.org/v1.19/appendices/#e-mail">E-Mail</a>
 */
public record EmailAddress(String address) {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_PART = 64;

    /** What is before the at sign, without quotes, and a domain; both may have letters of any language. */
    private static final Pattern GRAMMAR = Pattern.compile(
            "[^\\s\\p{Cntrl}\\p{Cf}\"(),:;<>@\\[\\\\\\]]+@[\\p{L}\\p{M}\\p{N}]([\\p{L}\\p{M}\\p{N}.-]*[\\p{L}\\p{M}\\p{N}])?");

    /**
     * Reads an address.
     *
     * @throws MalformedIdentifier when it is none
     */
    public static EmailAddress parse(String text) {
        return find(text).orElseThrow(() -> new MalformedIdentifier("a mail address", text));
    }

    /** Reads an address, or answers empty when it is none. */
    public static Optional<EmailAddress> find(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var folded = folded(text);
        var isAddress = folded.length() <= MAX_LENGTH
                && folded.indexOf('@') <= MAX_LOCAL_PART
                && !folded.contains("..")
                && GRAMMAR.matcher(folded).matches();
        return isAddress ? Optional.of(new EmailAddress(folded)) : Optional.empty();
    }

    /** The case folding of Unicode, by which a sharp s is two: first to capitals, which has it, then to small letters. */
    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return address;
    }
}
