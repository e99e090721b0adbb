package vn.ungcuu.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ungcuu.SettingRefused;
import vn.ungcuu.organization.OfficeMapping;
import vn.ungcuu.organization.ProvidedPerson;
import vn.ungcuu.support.ProvinceDirectory;

class LdapDirectoryTests {

    private static final OfficeMapping MAPPING = new OfficeMapping(Map.of(
            "office", List.of(ProvinceDirectory.OFFICE),
            "police", List.of(ProvinceDirectory.POLICE),
            "camunda-admin", List.of(ProvinceDirectory.ADMINISTRATORS)));

    private static ProvinceDirectory province;

    private final List<LdapDirectory> open = new ArrayList<>();

    @BeforeAll
    static void people() {
        province = new ProvinceDirectory("localhost")
                .add("nguyen.lan", "Nguyễn Thị Lan", ProvinceDirectory.OFFICE, ProvinceDirectory.ELSEWHERE)
                .add("Tran.Hung", "Trần Văn Hùng", ProvinceDirectory.POLICE, ProvinceDirectory.OFFICE)
                .add("cntt", "Lê Mai", ProvinceDirectory.ADMINISTRATORS)
                .add("nguoi.la", "Người Lạ", ProvinceDirectory.ELSEWHERE)
                .add("có dấu", "Không Dùng Được", ProvinceDirectory.OFFICE);
    }

    @AfterAll
    static void gone() {
        province.close();
    }

    @AfterEach
    void hangUp() {
        open.forEach(LdapDirectory::destroy);
    }

    @Test
    void findsWhoBelongsToOneOfOurOfficesAndNobodyElse() throws Exception {
        LdapDirectory directory = directory();
        assertThat(directory.find("nguyen.lan"))
                .get()
                .extracting(LdapDirectory.Found::person)
                .isEqualTo(new ProvidedPerson(
                        "nguyen.lan", "Nguyễn Thị Lan", "nguyen.lan@tinh.example", Set.of("office"), ""));
        assertThat(directory.find("cntt").orElseThrow().person().officeIds()).containsExactly("camunda-admin");
        assertThat(directory.find("nguoi.la")).isEmpty();
        assertThat(directory.find("nobody")).isEmpty();
    }

    @Test
    void userIdsAreSmallLettersHoweverTheDirectoryWritesThem() throws Exception {
        ProvidedPerson person = directory().find("tran.hung").orElseThrow().person();
        assertThat(person.id()).isEqualTo("tran.hung");
        assertThat(person.officeIds()).containsExactlyInAnyOrder("office", "police");
    }

    @Test
    void everybodyIsWhoeverBelongsToAnOfficeAndHasAUsableName() throws Exception {
        assertThat(directory().everybody())
                .extracting(ProvidedPerson::id)
                .containsExactlyInAnyOrder("nguyen.lan", "tran.hung", "cntt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "nguyen*",
                "nguyen.lan)(uid=*",
                "nguyen.lan)(|(uid=*",
                "*)(objectClass=*",
                "nguyen.lan\0",
                "\\2a",
                "nguyen.lan))(|(memberOf=*",
                ""
            })
    void whatIsTypedAsANameStaysAName(String typed) throws Exception {
        assertThat(directory().find(typed)).isEmpty();
    }

    @Test
    void onlyTheRightPasswordIsRight() throws Exception {
        LdapDirectory directory = directory();
        String name = directory.find("nguyen.lan").orElseThrow().dn();
        assertThat(directory.isPasswordOf(name, "nguyen.lan-2026")).isTrue();
        assertThat(directory.isPasswordOf(name, "wrong")).isFalse();
        assertThat(directory.isPasswordOf(name, "*")).isFalse();
    }

    @Test
    void emptyPasswordIsNotALoginAsNobody() throws Exception {
        LdapDirectory directory = directory();
        String name = directory.find("nguyen.lan").orElseThrow().dn();
        assertThat(directory.isPasswordOf(name, "")).isFalse();
        assertThat(directory.isPasswordOf(name, "\0")).isFalse();
        assertThat(directory.isPasswordOf(name, "\0nguyen.lan-2026")).isFalse();
    }

    @Test
    void checkingAPasswordLeavesTheReaderWhoItIs() throws Exception {
        LdapDirectory directory = directory();
        String name = directory.find("nguyen.lan").orElseThrow().dn();
        directory.isPasswordOf(name, "nguyen.lan-2026");
        directory.isPasswordOf(name, "wrong");
        assertThat(directory.find("nguyen.lan")).isPresent();
    }

    @Test
    void readsEverybodyThoughServersGiveAPageAtATime() throws Exception {
        try (ProvinceDirectory large = new ProvinceDirectory("localhost")) {
            for (int i = 0; i < 1_100; i++) {
                large.add("user" + i, "Người " + i, ProvinceDirectory.OFFICE);
            }
            assertThat(directory(large.url(), trusted(large)).everybody()).hasSize(1_100);
        }
    }

    @Test
    void secondServerAnswersWhenTheFirstDoesNot() throws Exception {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            int port = closed.getLocalPort();
            closed.close();
            assertThat(directory("ldaps://localhost:" + port + " " + province.url(), trusted(province))
                            .find("nguyen.lan"))
                    .isPresent();
        }
    }

    @Test
    void serverNobodyVouchesForIsNotTrusted() {
        assertThatThrownBy(() ->
                        directory(province.url(), SSLSocketFactory.getDefault()).find("nguyen.lan"))
                .isInstanceOf(LDAPException.class);
    }

    @Test
    void certificateOfAnotherHostIsNotTrusted() throws Exception {
        try (ProvinceDirectory other = new ProvinceDirectory("other.tinh.vn")) {
            other.add("nguyen.lan", "Nguyễn Thị Lan", ProvinceDirectory.OFFICE);
            LdapDirectory directory = directory(other.url(), trusted(other));
            assertThatThrownBy(() -> directory.find("nguyen.lan")).isInstanceOf(LDAPException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldap", "ldaps"})
    void serverThatAcceptsAndSaysNothingIsWaitedForOnlySoLong(String scheme) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("localhost"))) {
            String url = scheme + "://localhost:" + silent.getLocalPort();
            LdapDirectory directory = open(
                    settings(Map.of("url", url, "allowPlain", "true", "timeout", "PT2S")),
                    scheme.equals("ldap") ? SocketFactory.getDefault() : trusted(province));
            long start = System.nanoTime();
            assertThatThrownBy(() -> directory.find("nguyen.lan"))
                    .isInstanceOfSatisfying(
                            LDAPException.class,
                            e -> assertThat(e.getResultCode().isConnectionUsable())
                                    .isFalse());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(50));
        }
    }

    @Test
    void wrongPasswordOfTheReaderIsToldFromAWrongPasswordOfAPerson() {
        LdapDirectory directory =
                open(settings(Map.of("url", province.url(), "bindPassword", "wrong")), trusted(province));
        assertThatThrownBy(() -> directory.find("nguyen.lan"))
                .isInstanceOfSatisfying(
                        LDAPException.class,
                        e -> assertThat(e.getResultCode()).isEqualTo(ResultCode.INVALID_CREDENTIALS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url | ldap://danhba.tinh.vn",
                "url | ldaps://",
                "url | https://danhba.tinh.vn",
                "url | danhba.tinh.vn",
                "peopleBase | ''",
                "peopleBase | CanBo",
                "bindDn | ''",
                "bindDn | ung-cuu",
                "bindPassword | ''",
                "peopleFilter | objectClass=person)",
                "memberFilter | (memberOf=cn=x)",
                "memberFilter | (memberOf={group}",
                "userIdAttribute | uid=*",
                "timeout | PT0S",
                "refresh | PT0S"
            })
    void wrongSettingIsNamed(String setting, String value) {
        assertThatThrownBy(() -> settings(Map.of(setting, value)).check())
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining(setting.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }

    @Test
    void unencryptedLineIsTakenWhereItIsAskedFor() {
        settings(Map.of("url", "ldap://danhba.tinh.vn", "allowPlain", "true")).check();
        assertThatThrownBy(() -> settings(Map.of("url", "ldap://a.vn ldaps://b.vn", "allowPlain", "true"))
                        .check())
                .isInstanceOf(SettingRefused.class);
    }

    private LdapDirectory directory() {
        return directory(province.url(), trusted(province));
    }

    private LdapDirectory directory(String url, SocketFactory sockets) {
        return open(settings(Map.of("url", url, "allowPlain", "true")), sockets);
    }

    private LdapDirectory open(LdapSettings settings, SocketFactory sockets) {
        try {
            LdapDirectory directory =
                    new LdapDirectory(settings, MAPPING, new ImpatientSockets(sockets, settings.timeout()));
            open.add(directory);
            return directory;
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SocketFactory trusted(ProvinceDirectory directory) {
        try {
            return new SSLUtil(new PEMFileTrustManager(directory.certificate().toFile())).createSSLSocketFactory();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Right settings but for those given. */
    private static LdapSettings settings(Map<String, String> changed) {
        return new LdapSettings(
                changed.getOrDefault("url", "ldaps://danhba.tinh.vn"),
                changed.getOrDefault("bindDn", ProvinceDirectory.READER),
                changed.getOrDefault("bindPassword", ProvinceDirectory.READERS_PASSWORD),
                changed.getOrDefault("peopleBase", ProvinceDirectory.PEOPLE),
                changed.getOrDefault("peopleFilter", "(objectClass=person)"),
                changed.getOrDefault("userIdAttribute", "uid"),
                "cn",
                "mail",
                changed.getOrDefault("memberFilter", "(memberOf={group})"),
                Map.of(),
                Boolean.parseBoolean(changed.get("allowPlain")),
                "",
                Duration.parse(changed.getOrDefault("timeout", "PT60S")),
                Duration.parse(changed.getOrDefault("refresh", "PT10M")));
    }
}
