package se.skolkvalitet.kit.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.domain.JavaWildcardType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether what others can call or read may hold an entity: by its own name, or by one that stands for it as well. */
final class KeepEntities extends ArchCondition<JavaMember> {
    private static final Set<JavaModifier> MADE_BY_THE_COMPILER = Set.of(JavaModifier.BRIDGE, JavaModifier.SYNTHETIC);

    KeepEntities() {
        super("give no entity to others");
    }

    @Override
    public void check(JavaMember member, ConditionEvents events) {
        boolean seen = member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
        if (!seen || member.getModifiers().stream().anyMatch(MADE_BY_THE_COMPILER::contains)) {
            return;
        }
        given(member)
                .flatMap(KeepEntities::named)
                .filter(KeepEntities::mayBeAnEntity)
                .forEach(type -> events.add(SimpleConditionEvent.violated(
                        member, "%s may give an entity, as %s".formatted(member.getFullName(), type.getName()))));
    }

    private static Stream<JavaType> given(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        return member instanceof JavaMethod method ? Stream.of(method.getReturnType()) : Stream.of();
    }

    /** The classes in a type as it is written; a variable is what the caller says. */
    private static Stream<JavaClass> named(JavaType type) {
        if (type instanceof JavaTypeVariable<?>) {
            return Stream.of();
        }
        if (type instanceof JavaParameterizedType generic) {
            return Stream.concat(
                    Stream.of(generic.toErasure()),
                    generic.getActualTypeArguments().stream().flatMap(KeepEntities::named));
        }
        if (type instanceof JavaWildcardType wildcard) {
            List<JavaType> bounds = wildcard.getUpperBounds();
            return bounds.isEmpty()
                    ? Stream.of(wildcard.toErasure())
                    : bounds.stream().flatMap(KeepEntities::named);
        }
        return Stream.of(type.toErasure().getBaseComponentType());
    }

    private static boolean mayBeAnEntity(JavaClass type) {
        return type.isEquivalentTo(Object.class)
                || Stream.of(Set.of(type), type.getAllSubclasses())
                        .flatMap(Collection::stream)
                        .anyMatch(KeepEntities::isMapped);
    }

    private static boolean isMapped(JavaClass type) {
        return type.isAnnotatedWith(Entity.class)
                || type.isAnnotatedWith(MappedSuperclass.class)
                || type.isAnnotatedWith(Embeddable.class);
    }
}
