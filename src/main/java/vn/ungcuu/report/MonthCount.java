package vn.ungcuu.report;

import java.time.YearMonth;

/** How many incidents were reported, and how many closed, in a month in Vietnam. */
public record MonthCount(YearMonth month, long reported, long closed) {}
