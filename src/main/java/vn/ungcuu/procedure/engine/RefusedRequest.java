package vn.ungcuu.procedure.engine;

import vn.ungcuu.procedure.Refusal;

/** Carries a refusal from the engine, past everything that wraps or words it anew, to the filter that answers it. */
final class RefusedRequest {

    private static final ThreadLocal<RefusedRequest> CURRENT = new ThreadLocal<>();

    private Refusal refusal;

    private RefusedRequest() {}

    static RefusedRequest open() {
        RefusedRequest request = new RefusedRequest();
        CURRENT.set(request);
        return request;
    }

    static void close() {
        CURRENT.remove();
    }

    /** Outside an HTTP request there is nobody to remember it for. */
    static Refusal remember(Refusal refusal) {
        RefusedRequest request = CURRENT.get();
        if (request != null) {
            request.refusal = refusal;
        }
        return refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
