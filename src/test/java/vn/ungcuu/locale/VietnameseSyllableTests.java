package vn.ungcuu.locale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VietnameseSyllableTests {

    @Test
    void vietnameseIsVietnamese() {
        assertThat(VietnameseSyllable.strangers("""
                Người xử lý, quyền hạn, nghiêm trọng, ngoằn ngoèo, khuya khoắt, giặt gỵ, thuở xưa, uống rượu, yêu quý,
                huỳnh huỵch, xoong, ước, ĐÃ HOÀN THÀNH, gì, giếng, quyển, hươu, khuỷu tay, nguệch ngoạc""")).isEmpty();
    }

    @Test
    void englishIsNot() {
        assertThat(VietnameseSyllable.strangers("Search the process, claim it, set a filter; retry 3 jobs."))
                .containsExactly("Search", "process", "claim", "it", "set", "filter", "retry", "jobs");
    }

    @Test
    void misspeltIsNot() {
        assertThat(VietnameseSyllable.strangers("nguời đưọc giao việcc, tiêp nhận"))
                .containsExactly("nguời", "đưọc", "việcc", "tiêp");
    }
}
