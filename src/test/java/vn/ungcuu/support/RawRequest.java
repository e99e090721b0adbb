package vn.ungcuu.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A request byte for byte as it is sent, however wrong it is; no HTTP client would send such.
 *
 * @param target path and query, not encoded any further
 * @param headers whole lines
 */
public record RawRequest(String method, String target, List<String> headers, byte[] body) {

    private static final Pattern CONTINUE = Pattern.compile("^HTTP/1\\.1 100 ?\r\n\r\n");

    /** Milliseconds until an application that does not answer has failed. */
    private static final int PATIENCE = 60_000;

    /** @param status 0 if the connection was closed without an answer */
    public record Answer(int status, String text) {}

    public RawRequest with(String header) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        return new RawRequest(method, target, more, body);
    }

    public Answer send(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(bytes());
            socket.shutdownOutput();
            String answer = CONTINUE.matcher(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .replaceFirst("");
            return answer.startsWith("HTTP/1.1 ")
                    ? new Answer(Integer.parseInt(answer.substring(9, 12)), answer)
                    : new Answer(0, answer);
        } catch (SocketException refusedInTheMiddle) {
            return new Answer(0, "");
        } catch (IOException e) {
            throw new UncheckedIOException(toString(), e);
        }
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write((method + " " + target + " HTTP/1.1\r\n").getBytes(UTF_8));
        for (String header : headers) {
            bytes.write((header + "\r\n").getBytes(UTF_8));
        }
        bytes.write("Connection: close\r\n\r\n".getBytes(ISO_8859_1));
        bytes.write(body);
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return method + " " + target + "\n" + String.join("\n", headers) + "\n\n" + new String(body, UTF_8);
    }
}
