package vn.ungcuu.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import vn.ungcuu.organization.OfficeMapping;
import vn.ungcuu.organization.ProvidedPeople;
import vn.ungcuu.organization.ProvidedPeople.Keeper;
import vn.ungcuu.organization.ProvidedPerson;

/**
 * Brings the engine's copies up to date, at a person's login and again and again for all, so that tasks and messages reach
 * people who have not logged in yet and somebody who has left loses the offices without logging out.
 */
class DirectoryPeople implements Directory {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryPeople.class);

    private final LdapDirectory directory;
    private final OfficeMapping mapping;
    private final ProvidedPeople people;
    /** Of the last question. */
    private volatile Optional<String> unanswered = Optional.empty();
    /** Of the last time all were brought up to date. */
    private volatile Optional<String> misfit = Optional.empty();

    DirectoryPeople(LdapDirectory directory, OfficeMapping mapping, ProvidedPeople people) {
        this.directory = directory;
        this.mapping = mapping;
        this.people = people;
    }

    @Override
    public boolean decidesOn(String officeId) {
        return mapping.offices().contains(officeId);
    }

    @Override
    public Optional<String> find(String userId) {
        Optional<LdapDirectory.Found> found = ask(() -> directory.find(userId));
        return found.filter(entry -> people.admit(Keeper.DIRECTORY, entry.person(), mapping.offices()))
                .map(LdapDirectory.Found::dn);
    }

    @Override
    public boolean isPasswordOf(String name, String password) {
        return ask(() -> directory.isPasswordOf(name, password));
    }

    /** What is wrong between us and the directory, in Vietnamese; empty when all is well. */
    Optional<String> trouble() {
        return unanswered.or(() -> misfit);
    }

    @Scheduled(fixedDelayString = "${ung-cuu.login.ldap.refresh:10m}")
    void refresh() {
        try {
            List<ProvidedPerson> everybody = ask(directory::everybody);
            misfit = everybody.isEmpty() ? nobody() : update(everybody);
        } catch (DirectoryUnavailable unavailable) {
            LOG.warn(
                    "People cannot be read from the directory: {}",
                    unavailable.getCause().getMessage());
        }
    }

    private Optional<String> update(List<ProvidedPerson> everybody) {
        List<String> taken = everybody.stream()
                .filter(person -> !people.admit(Keeper.DIRECTORY, person, mapping.offices()))
                .map(ProvidedPerson::id)
                .sorted()
                .toList();
        people.keepOnly(
                Keeper.DIRECTORY, everybody.stream().map(ProvidedPerson::id).collect(Collectors.toSet()));
        return taken.isEmpty()
                ? Optional.empty()
                : Optional.of("Tên đăng nhập trong danh bạ trùng với tài khoản tạo tại xã: " + String.join(", ", taken)
                        + ". Nếu là cùng một người, hãy xóa tài khoản tại xã.");
    }

    /** Rather a mistake there than a commune without people: nobody loses anything for it. */
    private static Optional<String> nobody() {
        return Optional.of("Danh bạ không có ai thuộc các nhóm đã khai báo. Hãy kiểm tra ung-cuu.login.ldap.groups,"
                + " people-base, people-filter và member-filter.");
    }

    private interface Question<T> {
        T answer() throws LDAPException;
    }

    private <T> T ask(Question<T> question) {
        try {
            T answer = question.answer();
            unanswered = Optional.empty();
            return answer;
        } catch (LDAPException e) {
            String reason = reason(e);
            unanswered = Optional.of(reason);
            throw new DirectoryUnavailable(reason, e);
        }
    }

    private static String reason(LDAPException e) {
        ResultCode code = e.getResultCode();
        if (isDistrust(e)) {
            return "Không tin được chứng thư của máy chủ danh bạ. Hãy kiểm tra chứng thư, tên máy chủ trong"
                    + " ung-cuu.login.ldap.url và nơi cấp chứng thư trong ung-cuu.login.ldap.ssl-bundle.";
        }
        if (code.equals(ResultCode.INVALID_CREDENTIALS)) {
            return "Danh bạ không nhận tài khoản đọc danh bạ. Hãy kiểm tra ung-cuu.login.ldap.bind-dn và bind-password.";
        }
        if (code.equals(ResultCode.NO_SUCH_OBJECT)) {
            return "Danh bạ không có nhánh ghi ở ung-cuu.login.ldap.people-base.";
        }
        if (!code.isConnectionUsable()) {
            return "Máy chủ danh bạ không trả lời. Hãy kiểm tra ung-cuu.login.ldap.url, đường mạng và máy chủ danh bạ.";
        }
        return "Danh bạ từ chối trả lời (" + code + "). Hãy kiểm tra quyền của tài khoản ở ung-cuu.login.ldap.bind-dn.";
    }

    private static boolean isDistrust(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException || cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }
}
