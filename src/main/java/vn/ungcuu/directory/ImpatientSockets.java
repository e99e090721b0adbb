package vn.ungcuu.directory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;

/** Sockets that wait for nothing longer than the time given, the handshake of TLS included, which the library lets wait. */
class ImpatientSockets extends SocketFactory {

    private final SocketFactory sockets;
    private final int timeout;

    ImpatientSockets(SocketFactory sockets, Duration timeout) {
        this.sockets = sockets;
        this.timeout = Math.toIntExact(timeout.toMillis());
    }

    @Override
    public Socket createSocket() throws IOException {
        return impatient(sockets.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return impatient(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return impatient(sockets.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return impatient(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return impatient(sockets.createSocket(host, port, from, fromPort));
    }

    private Socket impatient(Socket socket) throws IOException {
        socket.setSoTimeout(timeout);
        return socket;
    }
}
