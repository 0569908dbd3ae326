package se.skolkvalitet.kit.testapp;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class Things implements PanacheRepositoryBase<ThingEntity, ThingCode> {}
