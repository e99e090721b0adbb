package vn.ungcuu.workplace.security;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;

/**
 * What is kept in a session, as bytes and back. Only classes that a login consists of are read: whoever can write to the
 * table must not be able to run code with what he writes there.
 */
final class SessionBytes {

    private static final ObjectInputFilter LOGIN_ONLY = ObjectInputFilter.Config.createFilter(String.join(
            ";",
            "maxdepth=30",
            "maxrefs=20000",
            "maxarray=20000",
            "maxbytes=1000000",
            "java.lang.String",
            "java.lang.Object",
            "java.lang.Number",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Boolean",
            "java.lang.Enum",
            "java.time.Ser",
            "java.util.ArrayList",
            "java.util.CollSer",
            "java.util.Collections$*",
            "java.util.Date",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.Locale",
            "java.util.Map$Entry",
            "java.util.TreeMap",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.ConcurrentHashMap$*",
            "java.util.concurrent.locks.*",
            "java.util.concurrent.CopyOnWriteArrayList",
            // The person, the page asked for before the login
            "org.springframework.security.authentication.*",
            "org.springframework.security.core.*",
            "org.springframework.security.core.authority.*",
            "org.springframework.security.core.context.*",
            "org.springframework.security.web.authentication.*",
            "org.springframework.security.web.savedrequest.*",
            "jakarta.servlet.http.Cookie",
            // Who came from the single sign-on of the province, and what was asked there
            "java.net.URL",
            "java.time.*",
            "org.springframework.security.oauth2.**",
            // A sentence for the next page
            "org.springframework.web.servlet.FlashMap",
            "org.springframework.util.LinkedMultiValueMap",
            "org.springframework.util.MultiValueMapAdapter",
            "java.lang.String$CaseInsensitiveComparator",
            // The login of Tasklist, Cockpit and Admin
            "org.camunda.bpm.webapp.impl.security.auth.*",
            "org.camunda.bpm.engine.impl.identity.Authentication",
            "vn.ungcuu.workplace.**",
            "!*"));

    private SessionBytes() {}

    /** @throws UncheckedIOException when the value is not serializable */
    static byte[] write(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(value);
        } catch (IOException e) {
            throw new UncheckedIOException("A session cannot keep a " + value.getClass(), e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException when it is something else than a part of a login, or from another version */
    static Object read(byte[] bytes) {
        try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            objects.setObjectInputFilter(LOGIN_ONLY);
            return objects.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalArgumentException("Not a part of a login", e);
        }
    }
}
