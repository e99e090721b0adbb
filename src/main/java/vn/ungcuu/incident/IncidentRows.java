package vn.ungcuu.incident;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

interface IncidentRows extends Repository<IncidentRow, String> {

    IncidentRow save(IncidentRow row);

    Optional<IncidentRow> findByCode(String code);

    List<IncidentRow> findAllByCodeIn(Collection<String> codes);

    /** Waits until no other transaction writes this incident, then reads what it left. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<IncidentRow> findWithLockByCode(String code);
}
