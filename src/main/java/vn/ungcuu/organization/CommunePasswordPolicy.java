package vn.ungcuu.organization;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a password must be, for Admin, REST and the first start alike (OWASP ASVS 4.0.3, 2.1): long, at best a sentence, and
 * not what somebody would try first. Kinds of characters are not asked for: they make "Matkhau@2026" out of "matkhau".
 */
@Component
class CommunePasswordPolicy implements PasswordPolicy {

    static final int SHORTEST = 12;

    /** Longer ones only keep the server busy. */
    static final int LONGEST = 128;

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(new Length(), new HardToGuess());
    }

    /** Several spaces count as one; letters are counted as people do. */
    private static final class Length implements PasswordPolicyRule {

        /** Key of the sentence in the web applications. */
        @Override
        public String getPlaceholder() {
            return "PASSWORD_POLICY_LENGTH";
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of("minLength", String.valueOf(SHORTEST), "maxLength", String.valueOf(LONGEST));
        }

        @Override
        public boolean execute(String password) {
            String counted = password.replaceAll("\\s+", " ");
            int length = counted.codePointCount(0, counted.length());
            return length >= SHORTEST && password.codePointCount(0, password.length()) <= LONGEST;
        }
    }

    /** Neither among the common ones, nor a pattern of the keyboard, nor made of what is known of the person. */
    private static final class HardToGuess implements PasswordPolicyRule {

        /** Of zxcvbn, 0 to 4: the highest, more than ten thousand million guesses. */
        private static final int STRONG = 4;

        /** Characters that are looked at: a pattern in a long text takes long to find. */
        private static final int LOOKED_AT = 64;

        /** What is tried first here, beside the English lists of zxcvbn. */
        private static final List<String> LOCAL = List.of(
                "ungcuu",
                "ung cuu",
                "ứng cứu",
                "matkhau",
                "mat khau",
                "mật khẩu",
                "quantri",
                "quan tri",
                "quản trị",
                "vietnam",
                "viet nam",
                "việt nam",
                "ubnd",
                "uyban",
                "ủy ban",
                "vanphong",
                "van phong",
                "văn phòng",
                "congan",
                "cong an",
                "công an",
                "lanhdao",
                "xa",
                "xã",
                "phuong",
                "phường",
                "suco",
                "sự cố",
                "antoan",
                "hanoi",
                "ha noi",
                "hà nội",
                "hochiminh",
                "anhyeuem",
                "emyeuanh",
                "khongbiet",
                "camunda");

        private final Zxcvbn zxcvbn = new Zxcvbn();

        @Override
        public String getPlaceholder() {
            return "PASSWORD_POLICY_USER_DATA";
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of();
        }

        @Override
        public boolean execute(String password) {
            return execute(password, null);
        }

        @Override
        public boolean execute(String password, @Nullable User user) {
            List<String> known = new ArrayList<>(LOCAL);
            if (user != null) {
                Stream.of(user.getId(), user.getFirstName(), user.getLastName(), user.getEmail())
                        .filter(Objects::nonNull)
                        .filter(word -> !word.isBlank())
                        .forEach(known::add);
            }
            String start = password.length() > LOOKED_AT ? password.substring(0, LOOKED_AT) : password;
            return zxcvbn.measure(start, known).getScore() >= STRONG;
        }
    }
}
