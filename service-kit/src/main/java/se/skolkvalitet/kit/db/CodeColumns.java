package se.skolkvalitet.kit.db;

import java.sql.Types;
import java.util.Comparator;
import java.util.List;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractClassJavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.Codes;

/**
 * Lets entities have {@link Code}s as attributes, in lists and as ids: a column holds the bare text. A service names its
 * own in a subclass, listed in {@code META-INF/services/org.hibernate.boot.model.TypeContributor}.
 */
public abstract class CodeColumns implements TypeContributor {
    private final List<Class<? extends Code>> codes;

    protected CodeColumns(List<Class<? extends Code>> codes) {
        this.codes = codes;
    }

    @Override
    public void contribute(TypeContributions types, ServiceRegistry registry) {
        codes.forEach(code -> types.contributeJavaType(new CodeText<>(code)));
    }

    private static final class CodeText<T extends Code> extends AbstractClassJavaType<T> {
        CodeText(Class<T> type) {
            super(type);
        }

        @Override
        public JdbcType getRecommendedJdbcType(JdbcTypeIndicators indicators) {
            return indicators.getJdbcType(Types.VARCHAR);
        }

        /** Rows that one flush changes are put in the order of their ids. */
        @Override
        public Comparator<T> getComparator() {
            return Comparator.comparing(Code::value);
        }

        @Override
        public boolean useObjectEqualsHashCode() {
            return true;
        }

        @Override
        public String toString(T code) {
            return code.value();
        }

        @Override
        public T fromString(CharSequence text) {
            return Codes.parse(getJavaTypeClass(), text.toString());
        }

        @Override
        public <X> X unwrap(T code, Class<X> type, WrapperOptions options) {
            if (code == null) {
                return null;
            }
            return type.isInstance(code) ? type.cast(code) : type.cast(code.value());
        }

        @Override
        public <X> T wrap(X value, WrapperOptions options) {
            if (value == null) {
                return null;
            }
            return getJavaTypeClass().isInstance(value) ? getJavaTypeClass().cast(value) : fromString(value.toString());
        }
    }
}
