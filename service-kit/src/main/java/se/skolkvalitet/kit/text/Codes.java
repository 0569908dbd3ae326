package se.skolkvalitet.kit.text;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Makes any {@link Code} from its text. */
public final class Codes {
    private Codes() {}

    /**
     * @throws InvalidValue where the type refuses the text, or where an enum has no such constant (rule
     *     {@code one-of})
     */
    public static <T> T parse(Class<T> type, String text) {
        return type.isEnum() ? constant(type, text) : construct(type, text);
    }

    private static <T> T constant(Class<T> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Code) constant).value().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("one-of", "'%s' is not one of " + values(type), text));
    }

    private static String values(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Code) constant).value())
                .collect(Collectors.joining(", "));
    }

    private static <T> T construct(Class<T> type, String text) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(String.class);
            return constructor.newInstance(text);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " needs a public constructor that takes its text", e);
        }
    }
}
