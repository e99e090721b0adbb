package vn.ungcuu.directory;

/** The directory gave no answer in time, or one that cannot be used; the message says in Vietnamese what to do. */
public class DirectoryUnavailable extends RuntimeException {

    DirectoryUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
