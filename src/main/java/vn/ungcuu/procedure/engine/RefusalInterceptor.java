package vn.ungcuu.procedure.engine;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import vn.ungcuu.procedure.Refusal;

/**
 * The engine wraps what a listener throws, sometimes several times. A refusal leaves it bare, as the user must read it; so does
 * a collision, which is to be tried again and not to be taken for a failure.
 */
class RefusalInterceptor extends CommandInterceptor {

    private static final int DEEPEST = 50;

    /** The engine has no type of its own for it. */
    private static final String WEAK = "Password does not match policy";

    private static final String PASSWORD =
            "Mật khẩu chưa đạt: cần từ 12 đến 128 ký tự (viết cả câu cũng được), không phải"
                    + " mật khẩu phổ biến, không chứa tên hay mã người dùng. Hãy chọn mật khẩu khác.";

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            Optional<Refusal> refusal = find(Refusal.class, e).or(() -> weakPassword(e));
            if (refusal.isPresent()) {
                throw RefusedRequest.remember(refusal.get());
            }
            throw find(OptimisticLockingException.class, e)
                    .map(RuntimeException.class::cast)
                    .orElse(e);
        }
    }

    private static Optional<Refusal> weakPassword(RuntimeException thrown) {
        return String.valueOf(thrown.getMessage()).contains(WEAK)
                ? Optional.of(new Refusal(PASSWORD))
                : Optional.empty();
    }

    private static <E> Optional<E> find(Class<E> type, Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
