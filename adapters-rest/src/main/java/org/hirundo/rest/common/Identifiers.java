package org.hirundo.rest.common;

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

/** Reads identifiers in paths and queries; one that is malformed is an invalid parameter. */
@Provider
public class Identifiers implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, ?>> PARSERS = Map.of(
            UserId.class, UserId::parse,
            RoomId.class, RoomId::parse,
            EventId.class, EventId::parse,
            RoomAlias.class, RoomAlias::parse,
            EventType.class, EventType::new,
            DeviceId.class, DeviceId::parse,
            ServerName.class, ServerName::parse,
            TransactionId.class, TransactionId::parse);

    @Override
    @SuppressWarnings("unchecked") // the map holds for each class a parser of that class
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        var parser = (Function<String, T>) PARSERS.get(type);
        return parser == null ? null : new Converter<>(parser);
    }

    private record Converter<T>(Function<String, T> parser) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            try {
                return parser.apply(text);
            } catch (MalformedIdentifier malformed) {
                throw new InvalidParam(malformed.getMessage());
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
