package se.skolkvalitet.kit.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.JoinTable;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables that entities are mapped to, as their annotations name them: their own, and those of their collections. */
final class MappedTables {
    private static final List<Class<? extends Annotation>> NAMING =
            List.of(Table.class, SecondaryTable.class, CollectionTable.class, JoinTable.class);

    private MappedTables() {}

    static Set<String> of(JavaClasses classes) {
        return classes.stream().flatMap(MappedTables::of).collect(Collectors.toSet());
    }

    private static Stream<String> of(JavaClass type) {
        return Stream.<HasAnnotations<?>>concat(Stream.of(type), type.getMembers().stream())
                .flatMap(place -> NAMING.stream().map(naming -> named(place, naming)))
                .flatMap(Optional::stream);
    }

    /** The name that an annotation gives to a table, in lower case; none where it is left to a naming strategy. */
    static Optional<String> named(HasAnnotations<?> place, Class<? extends Annotation> naming) {
        return place.tryGetAnnotationOfType(naming.getName())
                .flatMap(found -> found.get("name"))
                .map(name -> name.toString().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty());
    }
}
