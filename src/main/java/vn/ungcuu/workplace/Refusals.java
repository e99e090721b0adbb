package vn.ungcuu.workplace;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import vn.ungcuu.procedure.Refusal;

/** Finds the sentence for the user in what the engine throws: it may wrap a refusal on its way up. */
final class Refusals {

    private Refusals() {}

    /** All that was refused in one sentence after the other; empty when it is a technical failure. */
    static Optional<String> sentence(Throwable failure) {
        return reasons(failure).map(reasons -> String.join(" ", reasons));
    }

    /** Each thing that is wrong; empty when the cause is none of the user's business, but a technical failure. */
    static Optional<List<String>> reasons(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal.reasons());
            }
            if (cause instanceof OptimisticLockingException) {
                return Optional.of(
                        List.of("Hồ sơ vừa được người khác cập nhật cùng lúc. Vui lòng kiểm tra rồi gửi lại."));
            }
            if (cause instanceof AuthorizationException) {
                return Optional.of(List.of(
                        "Anh/chị không có quyền làm việc này. Nếu cần, hãy liên hệ Văn phòng hoặc quản trị viên."));
            }
        }
        return Optional.empty();
    }
}
