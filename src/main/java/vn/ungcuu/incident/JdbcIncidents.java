package vn.ungcuu.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ungcuu.TransactionBound;
import vn.ungcuu.UngCuuApplication;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcIncidents implements Incidents {

    private final IncidentRows rows;
    private final IncidentNumbers numbers;
    private final Register register;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionBound<Set<String>> held = new TransactionBound<>();

    JdbcIncidents(IncidentRows rows, IncidentNumbers numbers, Register register, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.register = register;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Incident open(NewIncident report) {
        Instant now = now();
        String code =
                numbers.next(report.drill(), now.atZone(UngCuuApplication.ZONE).getYear());
        // Asked after the number is taken: whoever sent the same report a moment ago has committed by now.
        if (report.source() != null && report.sourceReference() != null) {
            codeOf(report.source(), report.sourceReference()).ifPresent(first -> {
                throw new DuplicateReportException(first);
            });
        }
        IncidentRow row = rows.save(IncidentRow.opened(code, report, now));
        report.offices().forEach(office -> addOffice(code, office));
        return row.toIncident();
    }

    @Override
    public void runsAs(String code, String processInstanceId) {
        change(code, row -> row.processInstanceId = processInstanceId);
    }

    @Override
    public Incident learn(String code, Map<String, ?> facts) {
        IncidentRow row = locked(code);
        Incident before = row.toIncident();
        row.learn(facts, now());
        rows.save(row);
        return before;
    }

    @Override
    public void enterStage(String code, String stage) {
        change(code, row -> {
            row.stage = stage;
            int known = jdbc.sql("update incident_stage set left_at = null where incident_code = ? and stage = ?")
                    .params(code, stage)
                    .update();
            if (known == 0) {
                jdbc.sql("insert into incident_stage (incident_code, stage, entered_at) values (?, ?, ?)")
                        .params(code, stage, sqlNow())
                        .update();
            }
        });
    }

    @Override
    public void leaveStage(String code, String stage) {
        change(code, row -> {
            jdbc.sql("update incident_stage set left_at = ? where incident_code = ? and stage = ?")
                    .params(sqlNow(), code, stage)
                    .update();
            // Stages overlap (initial handling beside classification): the incident is then still in the other one.
            stagesOf(code).stream()
                    .filter(visit -> visit.leftAt() == null)
                    .reduce((earlier, later) -> later)
                    .ifPresent(visit -> row.stage = visit.stage());
        });
    }

    @Override
    public void involve(String code, String office) {
        if (!officesOf(code).contains(office)) {
            lock(code);
            addOffice(code, office);
        }
    }

    private void addOffice(String code, String office) {
        if (!officesOf(code).contains(office)) {
            jdbc.sql("insert into incident_office (incident_code, office, since) values (?, ?, ?)")
                    .params(code, office, sqlNow())
                    .update();
        }
    }

    @Override
    public void restrict(String code, boolean restricted) {
        change(code, row -> row.restricted = restricted);
    }

    @Override
    public void close(String code, Outcome outcome) {
        change(code, row -> row.close(outcome, now()));
    }

    @Override
    public void reopen(String code, Collection<String> stages) {
        change(code, row -> {
            row.reopen();
            stages.forEach(stage -> jdbc.sql("delete from incident_stage where incident_code = ? and stage = ?")
                    .params(code, stage)
                    .update());
        });
    }

    @Override
    public void hold(String code) {
        if (held.get(HashSet::new).contains(code)) {
            return;
        }
        boolean there = jdbc.sql("select code from incident where code = ? for update")
                .param(code)
                .query(String.class)
                .optional()
                .isPresent();
        if (!there) {
            throw missing(code);
        }
        held.get(HashSet::new).add(code);
    }

    @Override
    public Incident lock(String code) {
        return locked(code).toIncident();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Incident> find(String code) {
        return rows.findByCode(code).map(IncidentRow::toIncident);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Incident> find(String code, Viewer viewer) {
        return isVisibleTo(code, viewer) ? find(code) : Optional.empty();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Map<String, Incident> findAll(Collection<String> codes) {
        Map<String, Incident> byCode = new HashMap<>();
        if (!codes.isEmpty()) {
            rows.findAllByCodeIn(codes).forEach(row -> byCode.put(row.code, row.toIncident()));
        }
        return byCode;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Map<String, Incident> findAll(Collection<String> codes, Viewer viewer) {
        return findAll(codes.isEmpty() ? codes : register.visible(codes, viewer));
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public boolean exists(String code) {
        return jdbc.sql("select count(*) from incident where code = ?")
                        .param(code)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public boolean isVisibleTo(String code, Viewer viewer) {
        return register.isVisible(code, viewer);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<String> codeOf(String source, String sourceReference) {
        return jdbc.sql("select code from incident where source = ? and source_reference = ?")
                .params(source, sourceReference)
                .query(String.class)
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public RegisterPage list(RegisterFilter filter, Viewer viewer) {
        Register.Found found = register.find(filter, viewer);
        Map<String, Incident> byCode = findAll(found.codes());
        List<Incident> incidents =
                found.codes().stream().map(byCode::get).filter(Objects::nonNull).toList();
        return new RegisterPage(incidents, found.total(), found.drills(), filter.page(), filter.size());
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Incident> openBetween(Instant from, Instant to) {
        List<String> codes = jdbc.sql("""
                select code from incident
                where reported_at < ? and (closed_at is null or closed_at >= ?) order by reported_at, code""")
                .params(to.atOffset(ZoneOffset.UTC), from.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
        Map<String, Incident> byCode = findAll(codes);
        return codes.stream().map(byCode::get).toList();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Integer> years(Viewer viewer) {
        return register.years(viewer);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Set<String> officesOf(String code) {
        return new LinkedHashSet<>(
                jdbc.sql("select office from incident_office where incident_code = ? order by since, office")
                        .param(code)
                        .query(String.class)
                        .list());
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<StageVisit> stagesOf(String code) {
        return jdbc.sql(
                        "select stage, entered_at, left_at from incident_stage where incident_code = ? order by entered_at, stage")
                .param(code)
                .query((result, number) -> {
                    OffsetDateTime left = result.getObject("left_at", OffsetDateTime.class);
                    return new StageVisit(
                            result.getString("stage"),
                            result.getObject("entered_at", OffsetDateTime.class).toInstant(),
                            left == null ? null : left.toInstant());
                })
                .list();
    }

    private void change(String code, Consumer<IncidentRow> change) {
        IncidentRow row = locked(code);
        change.accept(row);
        rows.save(row);
    }

    private IncidentRow locked(String code) {
        IncidentRow row = rows.findWithLockByCode(code).orElseThrow(() -> missing(code));
        held.get(HashSet::new).add(code);
        return row;
    }

    private static NoSuchElementException missing(String code) {
        return new NoSuchElementException("There is no incident " + code);
    }

    /** The record keeps milliseconds, so what is returned is what will be read. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private OffsetDateTime sqlNow() {
        return now().atOffset(ZoneOffset.UTC);
    }
}
