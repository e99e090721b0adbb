package vn.ungcuu.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldif.LDIFException;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.cert.ManageCertificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** A province's directory: an LDAP server that speaks TLS, with a certificate nobody but its own file vouches for. */
public final class ProvinceDirectory implements AutoCloseable {

    public static final String PEOPLE = "ou=CanBo,dc=tinh,dc=vn";
    public static final String OFFICE = "cn=VP-TanPhu,ou=Nhom,dc=tinh,dc=vn";
    public static final String POLICE = "cn=CA-TanPhu,ou=Nhom,dc=tinh,dc=vn";
    public static final String ADMINISTRATORS = "cn=CNTT (Tan Phu)*,ou=Nhom,dc=tinh,dc=vn";

    /** Of a commune that is not ours. */
    public static final String ELSEWHERE = "cn=VP-LangKhac,ou=Nhom,dc=tinh,dc=vn";

    public static final String READER = "cn=ung-cuu,dc=tinh,dc=vn";
    public static final String READERS_PASSWORD = "đọc-danh-bạ-1";

    private static final String STORE_PASSWORD = "changeit";

    private final InMemoryDirectoryServer server;
    private final Path certificate;

    /** @param name the host its certificate is for */
    public ProvinceDirectory(String name) {
        try {
            Path folder = Files.createTempDirectory("directory");
            Path store = folder.resolve("keys.p12");
            certificate = folder.resolve("certificate.pem");
            run(
                    "generate-self-signed-certificate",
                    "--keystore",
                    store.toString(),
                    "--keystore-type",
                    "PKCS12",
                    "--keystore-password",
                    STORE_PASSWORD,
                    "--alias",
                    "directory",
                    "--subject-dn",
                    "CN=" + name,
                    "--subject-alternative-name-dns",
                    name);
            run(
                    "export-certificate",
                    "--keystore",
                    store.toString(),
                    "--keystore-password",
                    STORE_PASSWORD,
                    "--alias",
                    "directory",
                    "--output-file",
                    certificate.toString(),
                    "--output-format",
                    "PEM");
            SSLUtil tls = new SSLUtil(
                    new KeyStoreKeyManager(store.toString(), STORE_PASSWORD.toCharArray(), "PKCS12", "directory"),
                    null);
            InMemoryDirectoryServerConfig configuration = new InMemoryDirectoryServerConfig("dc=tinh,dc=vn");
            configuration.setSchema(null);
            configuration.addAdditionalBindCredentials(READER, READERS_PASSWORD);
            configuration.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPSConfig("tls", tls.createSSLServerSocketFactory()),
                    InMemoryListenerConfig.createLDAPConfig("plain"));
            // Nobody may read without saying who.
            configuration.setAuthenticationRequiredOperationTypes(OperationType.SEARCH, OperationType.MODIFY);
            server = new InMemoryDirectoryServer(configuration);
            server.add("dn: dc=tinh,dc=vn", "objectClass: domain", "dc: tinh");
            server.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: CanBo");
            server.startListening();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LDAPException | LDIFException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return "ldaps://localhost:" + server.getListenPort("tls");
    }

    public String plainUrl() {
        return "ldap://localhost:" + server.getListenPort("plain");
    }

    /** PEM */
    public Path certificate() {
        return certificate;
    }

    /** The password is the user id and {@code "-2026"}. */
    public ProvinceDirectory add(String userId, String name, String... groups) {
        List<String> lines = new ArrayList<>(List.of(
                "dn: " + dn(userId),
                "objectClass: person",
                "uid: " + userId,
                "cn: " + name,
                "mail: " + userId + "@tinh.example",
                "userPassword: " + userId + "-2026"));
        for (String group : groups) {
            lines.add("memberOf: " + group);
        }
        return change(() -> server.add(lines.toArray(String[]::new)));
    }

    public ProvinceDirectory putInto(String userId, String... groups) {
        return change(() -> server.modify(dn(userId), new Modification(ModificationType.REPLACE, "memberOf", groups)));
    }

    public ProvinceDirectory remove(String userId) {
        return change(() -> server.delete(dn(userId)));
    }

    /** From now on nobody answers. */
    public void goSilent() {
        server.shutDown(true);
    }

    public void comeBack() {
        change(server::startListening);
    }

    @Override
    public void close() {
        server.shutDown(true);
    }

    private interface Change {
        void make() throws LDAPException, LDIFException;
    }

    private ProvinceDirectory change(Change change) {
        try {
            change.make();
            return this;
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String dn(String userId) {
        return "uid=" + userId + "," + PEOPLE;
    }

    private static void run(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        if (ManageCertificates.main(null, said, said, arguments).intValue() != 0) {
            throw new IllegalStateException(said.toString(UTF_8));
        }
    }
}
