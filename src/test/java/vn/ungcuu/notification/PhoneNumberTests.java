package vn.ungcuu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {

    @ParameterizedTest
    @CsvSource({
        "0912345678, +84912345678",
        "' 0912 345 678', +84912345678",
        "0912.345.678, +84912345678",
        "+84 912-345-678, +84912345678",
        "+85620123456, +85620123456"
    })
    void numberIsUnderstoodAsPeopleWriteIt(String typed, String number) {
        assertThat(PhoneNumber.typed(typed)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "091234567",
                "09123456789",
                "02471234567",
                "912345678",
                "84912345678",
                "+840912345678",
                "+84241234567",
                "+1",
                "+0912345678",
                "113",
                "gọi tôi",
                "0912345678; drop"
            })
    void whatCannotReceiveAnSmsIsNoNumber(String typed) {
        assertThat(PhoneNumber.typed(typed)).isEmpty();
    }
}
