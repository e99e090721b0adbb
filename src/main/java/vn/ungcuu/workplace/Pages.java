package vn.ungcuu.workplace;

import java.util.Map;

/** The page of a long list, as it stands in the address. */
final class Pages {

    static final String PARAMETER = "trang";

    private Pages() {}

    /**
     * The page asked for, from 0; the first when none is.
     *
     * @throws BadSearch if it is no number
     */
    static int asked(Map<String, String> parameters) {
        String typed = parameters.getOrDefault(PARAMETER, "1");
        if (!typed.matches("\\d{1,6}")) {
            throw new BadSearch(
                    "Số trang “" + typed + "” không hợp lệ. Vui lòng dùng các nút chuyển trang dưới danh sách.");
        }
        return Math.max(Integer.parseInt(typed), 1) - 1;
    }
}
