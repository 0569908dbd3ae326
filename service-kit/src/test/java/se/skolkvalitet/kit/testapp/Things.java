package se.skolkvalitet.kit.testapp;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import se.skolkvalitet.kit.problem.FilterCodes;
import se.skolkvalitet.kit.problem.KnownCodes;
import se.skolkvalitet.kit.text.Nearest.Named;

@ApplicationScoped
public class Things implements PanacheRepositoryBase<ThingEntity, ThingCode> {
    @Produces
    FilterCodes filterCodes() {
        return new FilterCodes(
                ThingCode.class,
                () -> new KnownCodes(
                        "thing",
                        streamAll()
                                .map(ThingEntity::toThing)
                                .map(thing -> Named.of(thing.code().value()))
                                .toList()));
    }
}
