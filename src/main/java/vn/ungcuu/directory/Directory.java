package vn.ungcuu.directory;

import java.util.Optional;

/** The province's directory, where passwords of its people are checked. There only when it is configured. */
public interface Directory {

    /** The offices a person belongs to are decided there. */
    boolean decidesOn(String officeId);

    /**
     * Looks for somebody who belongs to one of our offices, and brings the engine's copy up to date.
     *
     * @param userId in small letters
     * @return the person's name there; empty for strangers, and where an account of our own has the name
     * @throws DirectoryUnavailable when there is no answer, or none to trust
     */
    Optional<String> find(String userId);

    /**
     * @param name what {@link #find} returned
     * @return false for an empty password too, with which a directory would let anybody in
     * @throws DirectoryUnavailable when there is no answer, or none to trust
     */
    boolean isPasswordOf(String name, String password);
}
