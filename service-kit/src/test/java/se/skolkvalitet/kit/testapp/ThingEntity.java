package se.skolkvalitet.kit.testapp;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import se.skolkvalitet.kit.testapp.ThingResource.Thing;

/** A thing in the database. */
@Entity
@Table(name = "thing")
public class ThingEntity {
    @Id
    private ThingCode code;

    private Colour colour;

    private List<Colour> shades;

    @Version
    private long version = 1;

    protected ThingEntity() {}

    public ThingEntity(ThingCode code, Colour colour, List<Colour> shades) {
        this.code = code;
        this.colour = colour;
        this.shades = shades;
    }

    public void paint(Colour newColour, List<Colour> newShades) {
        this.colour = newColour;
        this.shades = newShades;
    }

    public long version() {
        return version;
    }

    public List<Colour> shades() {
        return List.copyOf(shades);
    }

    public Colour colour() {
        return colour;
    }

    Thing toThing() {
        return new Thing(code, version);
    }
}
