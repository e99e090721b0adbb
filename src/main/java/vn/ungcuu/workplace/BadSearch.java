package vn.ungcuu.workplace;

/** What was asked for cannot be understood; the message is one Vietnamese sentence that says what to do. */
class BadSearch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadSearch(String sentence) {
        super(sentence);
    }
}
