package se.skolkvalitet.kit.test;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;

/** Whether an entity says the names of all tables that it is mapped to, so that none follows from a naming strategy. */
final class NameTheirTables extends ArchCondition<JavaClass> {
    NameTheirTables() {
        super("name their tables");
    }

    @Override
    public void check(JavaClass entity, ConditionEvents events) {
        if (MappedTables.named(entity, Table.class).isEmpty()) {
            events.add(SimpleConditionEvent.violated(entity, entity.getName() + " has no @Table with a name"));
        }
        for (JavaMember member : entity.getAllMembers()) {
            if (hasTableOfItsOwn(member)) {
                events.add(SimpleConditionEvent.violated(member, member.getFullName() + " has a table without a name"));
            }
        }
    }

    private static boolean hasTableOfItsOwn(JavaMember member) {
        if (member.isAnnotatedWith(ElementCollection.class)) {
            return MappedTables.named(member, CollectionTable.class).isEmpty();
        }
        return (ownsReferences(member, ManyToMany.class)
                        || ownsReferences(member, OneToMany.class) && !member.isAnnotatedWith(JoinColumn.class))
                && MappedTables.named(member, JoinTable.class).isEmpty();
    }

    private static boolean ownsReferences(JavaMember member, Class<?> association) {
        return member.tryGetAnnotationOfType(association.getName())
                .map(found -> mappedBy(found).isEmpty())
                .orElse(false);
    }

    private static String mappedBy(JavaAnnotation<?> association) {
        return association.get("mappedBy").map(String::valueOf).orElse("");
    }
}
