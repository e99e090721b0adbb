package vn.ungcuu.backup;

/** What was asked for cannot be done; the message is a Vietnamese sentence that says what to do. */
class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
