package se.skolkvalitet.framework.edition;

import jakarta.persistence.Embeddable;
import java.util.List;
import se.skolkvalitet.framework.edition.Framework.Peers;

/** The background of one school form in columns. */
@Embeddable
record PeersInColumns(SchoolForm schoolForm, List<String> background) {

    static PeersInColumns of(Peers peers) {
        return new PeersInColumns(peers.schoolForm(), List.copyOf(peers.background()));
    }

    Peers toPeers() {
        return new Peers(schoolForm, List.copyOf(background));
    }
}
