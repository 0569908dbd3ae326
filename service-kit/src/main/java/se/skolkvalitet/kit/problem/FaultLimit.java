package se.skolkvalitet.kit.problem;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.MessageInterpolator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.messageinterpolation.HibernateMessageInterpolatorContext;

/**
 * Ends the validation of a request at the first fault that would not be told. Validation itself goes on to the last, also
 * into each element of a list that is too long, and compares each fault with those before: a body of 100 KB takes minutes,
 * one of 1 MB all memory. The words of a fault are the only thing that it asks for at each.
 */
@ApplicationScoped
public class FaultLimit implements ValidatorFactoryCustomizer {
    @Inject
    Found found;

    /** The faults of a request; it is validated once. */
    @RequestScoped
    static class Found {
        private final List<FieldError> errors = new ArrayList<>();

        void add(FieldError error) {
            if (errors.size() == ProblemException.MOST_TOLD) {
                throw new TooManyFaults(errors);
            }
            errors.add(error);
        }
    }

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> validation) {
        validation.messageInterpolator(new Counting(validation.getDefaultMessageInterpolator()));
    }

    private final class Counting implements MessageInterpolator {
        private final MessageInterpolator words;

        Counting(MessageInterpolator words) {
            this.words = words;
        }

        @Override
        public String interpolate(String template, Context context) {
            return counted(words.interpolate(template, context), context);
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return counted(words.interpolate(template, context, locale), context);
        }

        private String counted(String message, Context context) {
            if (Arc.container().requestContext().isActive()) {
                found.add(ProblemMappers.fieldError(
                        context.unwrap(HibernateMessageInterpolatorContext.class)
                                .getPropertyPath(),
                        context.getConstraintDescriptor(),
                        message));
            }
            return message;
        }
    }
}
