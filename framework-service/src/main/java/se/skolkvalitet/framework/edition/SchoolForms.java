package se.skolkvalitet.framework.edition;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From when to when school forms are there, and with which grades: data, in {@code school-forms.json}. */
@Startup
@Singleton
class SchoolForms {
    private static final String FILE = "school-forms.json";

    private final List<DatedSchoolForm> forms;

    /** @param periods one after the other */
    record DatedSchoolForm(SchoolForm code, List<SchoolFormPeriod> periods) {
        private boolean isThereOn(LocalDate day) {
            return periods.stream().anyMatch(period -> period.holdsOn(day));
        }
    }

    @Inject
    SchoolForms(ObjectMapper mapper) {
        this(read(mapper));
    }

    /** @throws IllegalArgumentException where a form is not there once, or its periods do not follow each other */
    SchoolForms(List<DatedSchoolForm> forms) {
        List<SchoolForm> told =
                forms.stream().map(DatedSchoolForm::code).sorted().toList();
        if (!told.equals(List.of(SchoolForm.values()))) {
            throw new IllegalArgumentException("each school form is told of once, and not %s".formatted(told));
        }
        forms.forEach(SchoolForms::checkOrder);
        this.forms = List.copyOf(forms);
    }

    private static void checkOrder(DatedSchoolForm form) {
        List<SchoolFormPeriod> periods = form.periods();
        if (periods.isEmpty()) {
            throw new IllegalArgumentException(form.code().value() + " has no period");
        }
        for (int i = 1; i < periods.size(); i++) {
            if (!periods.get(i - 1).endsBefore(periods.get(i))) {
                throw new IllegalArgumentException("%s: the period from %s begins before the one before it has ended"
                        .formatted(form.code().value(), periods.get(i).validFrom()));
            }
        }
    }

    private static List<DatedSchoolForm> read(ObjectMapper mapper) {
        try (InputStream file = SchoolForms.class.getResourceAsStream(FILE)) {
            return mapper.readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<DatedSchoolForm> all() {
        return forms.stream();
    }

    Set<SchoolForm> on(LocalDate day) {
        return forms.stream()
                .filter(form -> form.isThereOn(day))
                .map(DatedSchoolForm::code)
                .collect(Collectors.toUnmodifiableSet());
    }
}
