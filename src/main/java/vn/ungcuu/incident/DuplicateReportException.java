package vn.ungcuu.incident;

/** The same source already sent a report with the same reference; it must not become a second incident. */
public class DuplicateReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    DuplicateReportException(String code) {
        super("This report is already recorded as " + code);
        this.code = code;
    }

    /** The code of the incident the report became the first time. */
    public String code() {
        return code;
    }
}
