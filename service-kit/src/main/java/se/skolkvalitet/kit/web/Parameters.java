package se.skolkvalitet.kit.web;

import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.skolkvalitet.kit.problem.FilterCodes;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.Codes;
import se.skolkvalitet.kit.text.Day;
import se.skolkvalitet.kit.text.InvalidValue;

/** Reads path, query and header parameters; one that cannot be read is a 400 which names the parameter and the rule. */
@Provider
public class Parameters implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, Object>> PLAIN = Map.of(
            Integer.class, Parameters::integer,
            int.class, Parameters::integer,
            UUID.class, Parameters::uuid,
            LocalDate.class, Day::of);

    @Inject
    @All
    List<FilterCodes> filterCodes;

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        if (Code.class.isAssignableFrom(type)) {
            return new Converter<>(name(annotations), text -> Codes.parse(type, text), nearest(type, annotations));
        }
        Function<String, Object> plain = PLAIN.get(type);
        return plain == null ? null : (ParamConverter<T>) new Converter<>(name(annotations), plain, text -> "");
    }

    /** What is suggested for a text that is no code: in a path a code may be one that is to be made. */
    private UnaryOperator<String> nearest(Class<?> type, Annotation[] annotations) {
        return Stream.of(annotations).anyMatch(QueryParam.class::isInstance)
                ? text -> filterCodes.stream()
                        .filter(codes -> codes.type() == type)
                        .map(codes -> codes.known().get().nearest(text))
                        .collect(Collectors.joining())
                : text -> "";
    }

    private record Converter<T>(String name, Function<String, T> parse, UnaryOperator<String> nearest)
            implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            if (text == null) {
                return null;
            }
            try {
                return parse.apply(text);
            } catch (InvalidValue refused) {
                throw new BadRequestException(
                        ProblemException.invalid(name, refused.rule(), refused.getMessage() + nearest.apply(text)));
            }
        }

        @Override
        public String toString(T value) {
            return value instanceof Code code ? code.value() : String.valueOf(value);
        }
    }

    private static String name(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return query.value();
            }
            if (annotation instanceof PathParam path) {
                return path.value();
            }
            if (annotation instanceof HeaderParam header) {
                return header.value();
            }
        }
        return "";
    }

    private static Object integer(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new InvalidValue("integer", "'%s' is not a whole number", text);
        }
    }

    private static Object uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("uuid", "'%s' is not a UUID", text);
        }
    }
}
