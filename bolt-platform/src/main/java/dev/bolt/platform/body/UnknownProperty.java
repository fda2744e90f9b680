package dev.bolt.platform.body;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Refuses a request with a property that is not known, since the answer would not be what was asked for. One that is
 * null, false or 0 asks for nothing, and passes: so may a caller of a newer version send what it does not use.
 */
final class UnknownProperty extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser in,
            @Nullable ValueDeserializer<?> deserializer,
            Object beanOrClass,
            String name) {
        if (asksForNothing(in)) {
            return false;
        }
        throw UnrecognizedPropertyException.from(
                in, beanOrClass, name, deserializer == null ? List.of() : deserializer.getKnownPropertyNames());
    }

    private static boolean asksForNothing(JsonParser in) {
        return in.currentToken() == JsonToken.VALUE_NULL
                || in.currentToken() == JsonToken.VALUE_FALSE
                || (in.currentToken() == JsonToken.VALUE_NUMBER_INT
                        && in.getString().equals("0"));
    }
}
