package vn.ungcuu.incident;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Issues incident numbers: per series and year, without gaps or repeats. */
@Component
class IncidentNumbers {

    private final JdbcClient jdbc;

    IncidentNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next code; others wait for it until this transaction ends, and a rollback gives the number back. */
    @Transactional(propagation = Propagation.MANDATORY)
    String next(boolean drill, int year) {
        String series = drill ? IncidentCode.DRILL_SERIES : IncidentCode.INCIDENT_SERIES;
        int taken = jdbc.sql(
                        "update incident_number set last_number = last_number + 1 where series = ? and report_year = ?")
                .params(series, year)
                .update();
        if (taken != 1) {
            throw new IllegalStateException("No numbers for reports of the year " + year + ": is the clock right?");
        }
        int number = jdbc.sql("select last_number from incident_number where series = ? and report_year = ?")
                .params(series, year)
                .query(Integer.class)
                .single();
        return IncidentCode.of(series, year, number);
    }
}
