package se.skolkvalitet.kit.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule sees what breaks it, and lets pass what does not. */
class StorageRulesTest {
    @TempDir
    Path sources;

    @Entity
    @Table(name = "goal")
    static class GoalEntity {
        @Id
        int id;

        @ElementCollection
        @CollectionTable(name = "goal_question")
        List<String> questions;

        @ManyToMany
        @JoinTable(name = "goal_indicator")
        List<GoalEntity> indicators;
    }

    interface Named {}

    @Entity
    @Table(name = "named_goal")
    static class NamedGoalEntity implements Named {}

    @Entity(name = "outbox_epoch")
    static class WithoutTable {}

    @Entity
    @Table(name = "measure")
    static class WithoutCollectionTable {
        @ElementCollection
        List<String> sources;
    }

    @Entity
    @Table(name = "measure")
    static class WithoutJoinTable {
        @OneToMany
        List<GoalEntity> goals;
    }

    @Entity
    @Table(name = "goal")
    @NamedNativeQuery(name = "gone", query = "delete from inbox")
    static class WithNativeQuery {}

    @Embeddable
    public record PublicText(String sv, String en) {}

    public static class PublicRepository implements PanacheRepositoryBase<GoalEntity, Integer> {}

    static class GoalRepository implements PanacheRepositoryBase<GoalEntity, Integer> {}

    public static class GivesAnEntity {
        public GoalEntity out() {
            return new GoalEntity();
        }
    }

    public static class GivesEntities {
        public Map<String, List<GoalEntity>> out() {
            return Map.of();
        }
    }

    public static class GivesAnything {
        public Object leak() {
            return new GoalEntity();
        }
    }

    public static class GivesListsOfAnything {
        public List<?> leak() {
            return List.of(new GoalEntity());
        }
    }

    public static class GivesWhatAnEntityIs {
        public Named leak() {
            return new NamedGoalEntity();
        }
    }

    public static class ShowsAnEntity {
        public final GoalEntity goal = new GoalEntity();
    }

    public static class GivesRecords {
        public List<String> codes() {
            return List.of(inside().toString());
        }

        GoalEntity inside() {
            return new GoalEntity();
        }
    }

    static class RunsNativeSql {
        void remove(EntityManager entities) {
            entities.createNativeQuery("delete from inbox").executeUpdate();
        }
    }

    static class WorksOnTheConnection {
        void remove(Session session) {
            session.doWork(connection -> {});
        }
    }

    static class RunsHql {
        void remove(EntityManager entities) {
            entities.createQuery("delete from GoalEntity").executeUpdate();
        }
    }

    static class NamedStore {
        Jdbi jdbi;
    }

    @ParameterizedTest
    @ValueSource(classes = {PublicText.class, PublicRepository.class})
    void whatIsMappedAndWhoKeepsItStayInTheirPackage(Class<?> type) {
        assertThat(isBroken(StorageRules.entitiesStayInTheirPackage, type)).isTrue();
    }

    @Test
    void aRepositoryMayBeInItsPackage() {
        assertThat(isBroken(StorageRules.entitiesStayInTheirPackage, GoalRepository.class, GoalEntity.class))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                GivesAnEntity.class,
                GivesEntities.class,
                GivesAnything.class,
                GivesListsOfAnything.class,
                GivesWhatAnEntityIs.class,
                ShowsAnEntity.class
            })
    void whatIsPublicGivesNoEntityByAnyName(Class<?> type) {
        assertThat(isBroken(
                        StorageRules.nothingPublicGivesAnEntity,
                        type,
                        GoalEntity.class,
                        NamedGoalEntity.class,
                        Named.class))
                .isTrue();
    }

    @Test
    void whatIsPublicMayGiveRecords() {
        assertThat(isBroken(StorageRules.nothingPublicGivesAnEntity, GivesRecords.class, GoalEntity.class))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(classes = {WithoutTable.class, WithoutCollectionTable.class, WithoutJoinTable.class})
    void anEntityNamesAllItsTables(Class<?> type) {
        assertThat(isBroken(StorageRules.tablesHaveNames, type)).isTrue();
    }

    @Test
    void anEntityThatNamesAllItsTablesIsRight() {
        assertThat(isBroken(StorageRules.tablesHaveNames, GoalEntity.class)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(classes = {RunsNativeSql.class, WorksOnTheConnection.class, WithNativeQuery.class})
    void noSqlGoesThroughTheMapper(Class<?> type) {
        assertThat(isBroken(StorageRules.noSqlThroughEntities, type)).isTrue();
    }

    @Test
    void queriesOfEntitiesAreNoSql() {
        assertThat(isBroken(StorageRules.noSqlThroughEntities, RunsHql.class, GoalEntity.class))
                .isFalse();
    }

    @Test
    void aClassIsNoStoreByTheEndOfItsName() {
        assertThat(isBroken(StorageRules.sqlOnlyInStores, NamedStore.class)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"goal", "public.goal", "goal_question", "goal_indicator"})
    void sqlWritesToNoTableOfAnEntity(String table) throws IOException {
        Files.writeString(sources.resolve("write.sql"), "insert into " + table + " values (1)");

        assertThatThrownBy(this::checkSources).hasMessageContaining("write.sql: writes to ");
    }

    @Test
    void sqlSaysWhichTableItWritesTo() throws IOException {
        Files.writeString(sources.resolve("Goals.java"), "handle.execute(\"update \" + TABLE);");

        assertThatThrownBy(this::checkSources).hasMessageContaining("which table?");
    }

    @Test
    void sqlMayWriteToItsOwnTablesAndReadThoseOfEntities() throws IOException {
        Files.writeString(sources.resolve("write.sql"), "insert into inbox select code from goal for update");

        StorageRules.oneWayToWriteToATable(classes(GoalEntity.class), sources);
    }

    private void checkSources() {
        StorageRules.oneWayToWriteToATable(classes(GoalEntity.class), sources);
    }

    private static boolean isBroken(ArchRule rule, Class<?>... types) {
        return rule.allowEmptyShould(true).evaluate(classes(types)).hasViolation();
    }

    private static JavaClasses classes(Class<?>... types) {
        return new ClassFileImporter().importClasses(types);
    }
}
