package vn.ungcuu.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The record of all incidents.
 *
 * <p>What writes needs a transaction already there ({@code MANDATORY}): the record changes together with what caused
 * the change, or not at all. Every write locks the incident's row first, so writers of one incident wait for each
 * other. A code nobody has makes every write fail with {@link java.util.NoSuchElementException}.
 */
public interface Incidents {

    /**
     * Opens the record of a checked report and issues its code: the next number of the year of the report in Vietnam,
     * of the drills' own series for a drill. Without gaps: the number is given back if the transaction rolls back.
     * Concurrent calls wait for each other until the transaction ends.
     *
     * @throws DuplicateReportException if the same source and reference are already recorded
     */
    Incident open(NewIncident report);

    /** Remembers which process instance runs the procedure of this incident now. */
    void runsAs(String code, String processInstanceId);

    /**
     * Adds facts and answers to what is known; a null value takes a fact back. The columns that mirror facts (kind,
     * severity, contained at, ...) follow. {@code drill} is decided when the record is opened and is left alone.
     *
     * @return the incident as it was before, locked
     */
    Incident learn(String code, Map<String, ?> facts);

    void enterStage(String code, String stage);

    void leaveStage(String code, String stage);

    /** From now on this office works on the incident and may read it. Repeating it changes nothing. */
    void involve(String code, String office);

    void restrict(String code, boolean restricted);

    void close(String code, Outcome outcome);

    /**
     * Opens a closed record again: same code, outcome and closing time taken back.
     *
     * @param stages ids of the stages it goes through once more; what was done there stands in the timeline only
     */
    void reopen(String code, Collection<String> stages);

    /**
     * Makes the transaction hold the incident's row until it ends. Whoever will write both engine rows and the record
     * takes this lock first; two such transactions can then not wait for each other in a circle.
     *
     * @return the incident as it is now, which nobody else can change until then
     */
    Incident lock(String code);

    /** As {@link #lock}, for whoever need not know the incident: reading it costs several times as much as the lock. */
    void hold(String code);

    Optional<Incident> find(String code);

    /** The incident if this viewer may know of it; empty otherwise, as if it did not exist. */
    Optional<Incident> find(String code, Viewer viewer);

    /** Those of the codes that exist, by code. */
    Map<String, Incident> findAll(Collection<String> codes);

    /** Those of the codes that exist and that this viewer may know of, by code. */
    Map<String, Incident> findAll(Collection<String> codes, Viewer viewer);

    boolean exists(String code);

    boolean isVisibleTo(String code, Viewer viewer);

    /** The code of the incident that this pair already became. */
    Optional<String> codeOf(String source, String sourceReference);

    /** Newest report first. */
    RegisterPage list(RegisterFilter filter, Viewer viewer);

    /**
     * What was open at some time in a span, drills and restricted ones too, oldest report first.
     *
     * @param to the first moment that does not belong to the span any more
     */
    List<Incident> openBetween(Instant from, Instant to);

    /** Years that have at least one visible incident, newest first. */
    List<Integer> years(Viewer viewer);

    /** Ids of the offices that work on the incident. */
    Set<String> officesOf(String code);

    /** In the order in which they were first entered. */
    List<StageVisit> stagesOf(String code);
}
