package vn.ungcuu.workplace;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.lang.Nullable;

/** What {@code GET /api/dashboard} answers; its names are a contract with whoever draws it. */
record Dashboard(
        OffsetDateTime at,
        Figure open,
        Figure drills,
        List<Stage> stages,
        Tasks tasks,
        List<OfficeWork> offices,
        List<Month> months,
        List<Time> times) {

    /** Open incidents in a stage; one that is in two stages is in both. */
    record Stage(String id, String name, Figure total, Figure serious, Figure ordinary, Figure unclassified) {}

    record Tasks(Figure overdue, Figure unclaimed, Figure unclaimedOverdue, Figure held) {}

    record OfficeWork(String id, String name, Figure open, Figure unclaimed, Figure overdue) {}

    /** @param month as {@code 2026-03} */
    record Month(String month, String name, Figure reported, Figure closed) {}

    /** @param mean a length of time in Vietnamese, like the other two, or null when there is nothing to count */
    record Time(
            String id,
            String name,
            long count,
            @Nullable String mean,
            @Nullable String median,
            @Nullable String p90,
            String path) {}
}
