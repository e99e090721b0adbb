package vn.ungcuu.procedure.engine;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/** A response that keeps certain errors back, so that they can be worded anew; everything else goes straight out. */
class WithheldErrors extends HttpServletResponseWrapper {

    /** Bytes. An error says little; the longest tells what is wrong with each line of a diagram. */
    private static final int KEPT = 1024 * 1024;

    private final IntPredicate withhold;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private boolean withheld;
    private ServletOutputStream stream;
    private PrintWriter writer;

    WithheldErrors(HttpServletResponse response, IntPredicate withhold) {
        super(response);
        this.withhold = withhold;
    }

    boolean isWithheld() {
        return withheld;
    }

    void withhold() {
        withheld = true;
    }

    byte[] withheld() {
        if (writer != null) {
            writer.flush();
        }
        return body.toByteArray();
    }

    private boolean decide() {
        if (!withheld && !isCommitted() && withhold.test(getStatus())) {
            withheld = true;
        }
        return withheld;
    }

    @Override
    public void setStatus(int status) {
        super.setStatus(status);
        decide();
    }

    @Override
    public void sendError(int status) throws IOException {
        super.setStatus(status);
        if (!decide()) {
            super.sendError(status);
        }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        super.setStatus(status);
        if (!decide()) {
            super.sendError(status, message);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!decide()) {
            super.flushBuffer();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new Stream();
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = decide()
                    ? new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8))
                    : super.getWriter();
        }
        return writer;
    }

    private final class Stream extends ServletOutputStream {

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (decide()) {
                body.write(bytes, offset, Math.min(length, KEPT - Math.min(KEPT, body.size())));
            } else {
                getResponse().getOutputStream().write(bytes, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (!decide()) {
                getResponse().getOutputStream().flush();
            }
        }

        @Override
        public void close() throws IOException {
            if (!decide()) {
                getResponse().getOutputStream().close();
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            try {
                getResponse().getOutputStream().setWriteListener(listener);
            } catch (IOException e) {
                listener.onError(e);
            }
        }
    }
}
