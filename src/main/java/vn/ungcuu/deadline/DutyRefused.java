package vn.ungcuu.deadline;

/** The roster does not take this; the message says in one Vietnamese sentence what to do. */
public class DutyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DutyRefused(String sentence) {
        super(sentence);
    }
}
