package vn.ungcuu.workplace;

/** What was asked for cannot be understood; the message is one Vietnamese sentence that says what to do. */
class BadSearch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadSearch(String sentence) {
        super(sentence);
    }

    /** @param field what the field is called on the page */
    static BadSearch notListed(String field, String value) {
        return new BadSearch("Mục “%s” có “%s”, không có trong danh sách. Vui lòng chọn lại.".formatted(field, value));
    }
}
