package dev.bolt.search.web;

import dev.bolt.api.search.FileQuery;
import dev.bolt.api.search.PathQuery;
import dev.bolt.api.search.RipgrepOptions;
import dev.bolt.api.search.SearchBatch;
import dev.bolt.api.search.TextQuery;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.module.SimpleModule;

/**
 * Refuses a query with a property that is not known, since the answer would not be what was asked for. One that is
 * null, false or 0 asks for nothing, and passes: so may a caller of a newer version send what it does not use.
 */
@Component
final class StrictQueries extends SimpleModule {
    private static final long serialVersionUID = 1;

    private static final Set<Class<?>> QUERIES =
            Set.of(TextQuery.class, FileQuery.class, PathQuery.class, SearchBatch.class, RipgrepOptions.class);

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addHandler(new Unknown());
    }

    private static final class Unknown extends DeserializationProblemHandler {
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser in,
                @Nullable ValueDeserializer<?> deserializer,
                Object beanOrClass,
                String name) {
            Class<?> type = beanOrClass instanceof Class<?> named ? named : beanOrClass.getClass();
            if (!QUERIES.contains(type) || asksForNothing(in)) {
                return false;
            }
            throw UnrecognizedPropertyException.from(in, beanOrClass, name, List.of());
        }

        private static boolean asksForNothing(JsonParser in) {
            return in.currentToken() == JsonToken.VALUE_NULL
                    || in.currentToken() == JsonToken.VALUE_FALSE
                    || (in.currentToken() == JsonToken.VALUE_NUMBER_INT
                            && in.getString().equals("0"));
        }
    }
}
