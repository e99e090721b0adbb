package vn.ungcuu.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.ungcuu.SettingRefused;

/**
 * Where the directory is and how it names things. {@code docs/login.md} has an example of each.
 *
 * @param url one address or several that stand in for each other, separated by a blank; empty switches all of this off
 * @param bindDn the account we read with
 * @param peopleBase below which people are
 * @param peopleFilter what people are and other entries are not
 * @param memberFilter what a member of a group is, with {@code {group}} for the group's name
 * @param groups for each office id, names of groups of the directory
 * @param allowPlain whether passwords may travel unencrypted
 * @param sslBundle a bundle of {@code spring.ssl.bundle} that says whom to trust; empty: whom Java trusts
 * @param timeout for each answer
 * @param refresh how often the engine's copies are brought up to date
 */
@ConfigurationProperties("ung-cuu.login.ldap")
record LdapSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String bindDn,
        @DefaultValue("") String bindPassword,
        @DefaultValue("") String peopleBase,
        @DefaultValue("(objectClass=person)") String peopleFilter,
        @DefaultValue("uid") String userIdAttribute,
        @DefaultValue("cn") String nameAttribute,
        @DefaultValue("mail") String mailAttribute,
        @DefaultValue("(memberOf={group})") String memberFilter,
        @DefaultValue Map<String, String> groups,
        @DefaultValue("false") boolean allowPlain,
        @DefaultValue("") String sslBundle,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("10m") Duration refresh) {

    static final String PREFIX = "ung-cuu.login.ldap.";

    static final String GROUP = "{group}";

    /** @throws SettingRefused for whatever can be judged without asking the directory */
    void check() {
        if (servers().stream().map(LdapSettings::isEncrypted).distinct().count() > 1) {
            throw refused(
                    "url",
                    "Các địa chỉ phải cùng bắt đầu bằng ldaps://.",
                    "All addresses have to begin with ldaps:// alike.");
        }
        dn("people-base", peopleBase);
        dn("bind-dn", bindDn);
        if (bindPassword.isEmpty()) {
            throw refused(
                    "bind-password",
                    "Hãy ghi mật khẩu của tài khoản đọc danh bạ.",
                    "Set the password of the account that reads the directory.");
        }
        filter("people-filter", peopleFilter);
        if (!memberFilter.contains(GROUP)) {
            throw refused(
                    "member-filter",
                    "Phải có {group} ở chỗ tên nhóm, ví dụ (memberOf={group}).",
                    "It must have {group} in place of the group, as in (memberOf={group}).");
        }
        filter("member-filter", memberFilter.replace(GROUP, "cn=group"));
        for (String attribute : List.of(userIdAttribute, nameAttribute, mailAttribute)) {
            if (!attribute.matches("[A-Za-z][A-Za-z0-9-]*")) {
                throw refused(
                        "user-id-attribute, name-attribute, mail-attribute",
                        "“" + attribute + "” không phải tên thuộc tính.",
                        "'" + attribute + "' is no name of an attribute.");
            }
        }
        for (Duration duration : List.of(timeout, refresh)) {
            if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
                throw refused("timeout, refresh", "Phải từ 1 giây trở lên.", "One second is the least.");
            }
        }
    }

    List<LDAPURL> servers() {
        return Arrays.stream(url.strip().split("[\\s,]+")).map(this::server).toList();
    }

    boolean isEncrypted() {
        return isEncrypted(servers().get(0));
    }

    private LDAPURL server(String address) {
        LDAPURL server;
        try {
            server = new LDAPURL(address);
        } catch (LDAPException e) {
            throw refused(
                    "url",
                    "“" + address + "” không phải địa chỉ danh bạ; ví dụ đúng: ldaps://danhba.tinh.gov.vn.",
                    "'" + address + "' is no address of a directory; ldaps://directory.province.gov.vn would be.");
        }
        if (!server.hostProvided()) {
            throw refused("url", "Thiếu tên máy chủ trong “" + address + "”.", "No host in '" + address + "'.");
        }
        if (!isEncrypted(server) && !allowPlain) {
            throw refused(
                    "url",
                    "Với ldap:// mật khẩu đi qua mạng không mã hóa. Hãy dùng ldaps://, hoặc đặt"
                            + " ung-cuu.login.ldap.allow-plain=true nếu đường truyền đã được bảo vệ cách khác.",
                    "With ldap:// passwords travel unencrypted. Use ldaps://, or set ung-cuu.login.ldap.allow-plain=true"
                            + " where the line is protected by other means.");
        }
        return server;
    }

    private static boolean isEncrypted(LDAPURL server) {
        return server.getScheme().equalsIgnoreCase("ldaps");
    }

    static DN dn(String setting, String value) {
        try {
            DN dn = new DN(value);
            if (!dn.isNullDN()) {
                return dn;
            }
        } catch (LDAPException e) {
            // said below, as for an empty one
        }
        throw refused(
                setting,
                "“" + value + "” không phải tên trong danh bạ; ví dụ đúng: ou=CanBo,dc=tinh,dc=gov,dc=vn.",
                "'" + value + "' is no name in a directory; ou=People,dc=province,dc=gov,dc=vn would be.");
    }

    private static void filter(String setting, String value) {
        try {
            Filter.create(value);
        } catch (LDAPException e) {
            throw refused(
                    setting,
                    "“" + value + "” không phải bộ lọc LDAP; ví dụ đúng: (objectClass=person).",
                    "'" + value + "' is no LDAP filter; (objectClass=person) would be.");
        }
    }

    static SettingRefused refused(String setting, String vietnamese, String english) {
        return new SettingRefused(PREFIX + setting, vietnamese, english);
    }
}
