package vn.ungcuu.workplace.security;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Why a request to the engine is not let through, in the shape of the engine's own errors, so that Tasklist and Cockpit
 * show the sentence.
 *
 * @param sentence what happened and what to do, in Vietnamese
 */
record Answer(int status, String sentence) {

    private static final String NOT_ALLOWED =
            "Anh/chị không có quyền thực hiện thao tác này. Nếu công việc cần đến, hãy liên"
                    + " hệ điều phối viên hoặc quản trị viên.";

    static Answer notAllowed() {
        return notAllowed(NOT_ALLOWED);
    }

    static Answer notAllowed(String sentence) {
        return new Answer(HttpServletResponse.SC_FORBIDDEN, sentence);
    }

    static Answer unreadable(String sentence) {
        return new Answer(HttpServletResponse.SC_BAD_REQUEST, sentence);
    }

    static Answer later(String sentence) {
        return new Answer(HttpServletResponse.SC_SERVICE_UNAVAILABLE, sentence);
    }

    /** The same for a task that never was, one that is done and one of others: an id tells nothing. */
    static Answer unknownTask() {
        return new Answer(
                HttpServletResponse.SC_NOT_FOUND,
                "Việc này đã xong, đã dừng hoặc không thuộc đơn vị của anh/chị. Nội dung vừa nhập chưa được ghi: hãy sao chép lại"
                        + " trước khi rời trang, và xem lý do trong nhật ký của hồ sơ.");
    }

    /** To whoever only looks: a link in a message outlives its task. Tasklist shows it calmly, told by its first words. */
    static Answer taskNotOpen() {
        return new Answer(
                HttpServletResponse.SC_NOT_FOUND,
                "Việc này không còn mở: đã xong, đã dừng hoặc không thuộc đơn vị của anh/chị. Sổ theo dõi cho biết hồ sơ đang ở đâu.");
    }

    void send(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write("{\"type\":\"RequestNotAllowed\",\"message\":\""
                        + new String(JsonStringEncoder.getInstance().quoteAsString(sentence))
                        + "\"}");
    }
}
