package vn.ungcuu;

/** A setting nothing may start with. The operator is shown what is wrong and what to do instead of a stack trace. */
public class SettingRefused extends IllegalStateException {

    private final String action;

    /**
     * @param setting its name, as in {@code ung-cuu.login.ldap.url}
     * @param vietnamese what is wrong with it and what to do
     * @param english the same
     */
    public SettingRefused(String setting, String vietnamese, String english) {
        super("""
                Cấu hình %s chưa đúng.
                The setting %s is not right.""".formatted(setting, setting));
        this.action = vietnamese + "\n" + english;
    }

    String action() {
        return action;
    }
}
