package vn.ungcuu.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.ungcuu.incident.HandlingTime;

/**
 * What the register says about a span of days, without drills. All but {@code closed}, {@code openAtEnd} and the closed ones of
 * {@code months} is about the incidents reported in the span, as they are now. In maps an empty text stands for those that have
 * no such value.
 *
 * @param to the last day that belongs to the span
 * @param closed closed within the span, whenever they were reported
 * @param openAtEnd reported by the end of the span, whenever, and not closed by then
 * @param attackTypes of attacks only
 * @param outcomes the empty text stands for the open ones
 * @param stages the open ones, by where they are; one that is in two stages counts in both
 * @param offices one on which two offices work counts for both
 * @param months all of the span, also those without incidents
 */
public record Statistics(
        LocalDate from,
        LocalDate to,
        long reported,
        long closed,
        long openAtEnd,
        Map<String, Long> kinds,
        Map<String, Long> attackTypes,
        Map<String, Long> severities,
        Map<String, Long> outcomes,
        Map<String, Long> stages,
        Map<String, Long> systems,
        Map<String, Long> offices,
        List<MonthCount> months,
        List<HandlingTime> times) {}
