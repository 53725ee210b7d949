package org.hirundo.rest.common;

import static java.util.Map.entry;

import jakarta.inject.Singleton;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Function;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.MalformedIdentifier;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.id.UserId;
import org.jspecify.annotations.Nullable;

/** Lets resources take identifiers from the path and the query; what is none ends the request with {@code M_INVALID_PARAM}. */
@Provider
@Singleton
public final class IdentifierConverters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, ?>> PARSERS = Map.ofEntries(
            entry(UserId.class, UserId::parse),
            entry(RoomId.class, RoomId::parse),
            entry(RoomAlias.class, RoomAlias::parse),
            entry(EventId.class, EventId::parse),
            entry(EventType.class, EventType::new),
            entry(DeviceId.class, DeviceId::parse),
            entry(TransactionId.class, TransactionId::parse),
            entry(ServerName.class, ServerName::parse));

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        var parser = PARSERS.get(rawType);
        return parser == null ? null : new Converter<>(rawType, parser);
    }

    private record Converter<T>(Class<T> type, Function<String, ?> parser) implements ParamConverter<T> {

        /** Query parameters may be absent. */
        @Override
        public @Nullable T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return type.cast(parser.apply(text));
            } catch (MalformedIdentifier e) {
                throw new InvalidParam("A malformed identifier: " + text);
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
