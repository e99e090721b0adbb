package vn.ungcuu.organization;

/** The administrator's first password is missing or too weak: nothing may start without one. */
class PasswordRefused extends IllegalStateException {

    private final String action;

    /**
     * @param message what is wrong, in Vietnamese and English
     * @param action what to do about it, in Vietnamese and English
     */
    PasswordRefused(String message, String action) {
        super(message);
        this.action = action;
    }

    String action() {
        return action;
    }
}
