package vn.ungcuu.organization;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTests {

    private final CommunePasswordPolicy policy = new CommunePasswordPolicy();

    @ParameterizedTest
    @ValueSource(strings = {"kX9#vQ2!mZ7", "trâu đi cày", "a                                b"})
    void shortOneIsRefusedHoweverManySpacesItHas(String password) {
        assertThat(accepts(password)).isFalse();
    }

    @Test
    void sentenceIsAcceptedAndOneWithoutEndIsNot() {
        String sentence = "mười hai con giáp đi chợ huyện mua ba cân muối về kho cá ";
        assertThat(accepts(sentence.strip())).isTrue();
        assertThat(accepts((sentence + sentence).substring(0, 64))).isTrue();
        assertThat(accepts(sentence.repeat(3).substring(0, 128))).isTrue();
        assertThat(accepts(sentence.repeat(3).substring(0, 129))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Matkhau@2026",
                "matkhau123456",
                "MatKhau!!!!!!",
                "123456789012345",
                "qwertyuiop123",
                "aaaaaaaaaaaaaaaa",
                "iloveyou12345",
                "Ungcuu@2026!",
                "vietnam20262026",
                "anhyeuem1234",
                "UBND@2026ubnd",
                "camunda-admin",
                "P@ssw0rd2026"
            })
    void whatEverybodyTriesFirstIsRefused(String password) {
        assertThat(accepts(password)).as(password).isFalse();
    }

    @Test
    void whatIsKnownOfThePersonIsRefused() {
        assertThat(accepts("nguyenthilan2026")).isFalse();
        assertThat(accepts("lan.nguyen@xa.gov.vn")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conmeomuopnamtrennoccaubep",
                "74920185530187462",
                "trèo cây khế hái quả chua",
                "gió mùa đông bắc về sớm"
            })
    void nothingIsAskedOfTheKindsOfCharacters(String password) {
        assertThat(accepts(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"🐃🌾🐔🦆🐷🐕🌧🍚🎋🛶🏮🧧", "Đường về quê ngoại xa lắc", "犬も歩けば棒に当たるという諺", "дорога к дому далека"
            })
    void anyLetterOfAnyLanguageIsAccepted(String password) {
        assertThat(accepts(password)).isTrue();
    }

    private boolean accepts(String password) {
        User lan = new UserEntity("lan");
        lan.setFirstName("Nguyễn Thị");
        lan.setLastName("nguyenthilan");
        lan.setEmail("lan.nguyen@xa.gov.vn");
        return policy.getRules().stream().allMatch(rule -> rule.execute(password, lan));
    }
}
