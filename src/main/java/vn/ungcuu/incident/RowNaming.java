package vn.ungcuu.incident;

import org.springframework.data.relational.core.mapping.DefaultNamingStrategy;
import org.springframework.stereotype.Component;

/**
 * A class named {@code IncidentRow} maps to the table {@code incident}. An explicit {@code @Table} name would be quoted
 * as it stands, which H2 (upper case) and PostgreSQL (lower case) cannot both read.
 */
@Component
class RowNaming extends DefaultNamingStrategy {

    private static final String SUFFIX = "_row";

    @Override
    public String getTableName(Class<?> type) {
        String name = super.getTableName(type);
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }
}
