/**
 * What Matrix is: rooms, events and the rules they obey, on nothing but the JDK.
 *
 * <p>That this module requires nothing else is the layering rule that the compiler itself keeps.
 */
module org.hirundo.domain {
    requires static org.jspecify;
}
