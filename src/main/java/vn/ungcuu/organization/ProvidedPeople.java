package vn.ungcuu.organization;

import java.util.Optional;
import java.util.Set;

/**
 * People whose accounts are kept elsewhere. The engine has a copy of each, so that tasks, names and messages work while the
 * other side does not answer; their passwords are never ours. An account made here is never touched by one from elsewhere.
 */
public interface ProvidedPeople {

    /** What the engine takes as a user id, {@code userResourceWhitelistPattern} in our settings. */
    String USER_ID = "[a-zA-Z0-9]([a-zA-Z0-9._@-]{0,62}[a-zA-Z0-9])?";

    /** Where an account is kept; the administrator sees it as a group of the person. */
    enum Keeper {
        DIRECTORY("directoryAccounts", "Tài khoản từ danh bạ của tỉnh"),
        PROVIDER("providerAccounts", "Tài khoản từ cổng đăng nhập của tỉnh");

        private final String groupId;
        private final String words;

        Keeper(String groupId, String words) {
            this.groupId = groupId;
            this.words = words;
        }

        /** Group id of all whose accounts are kept there. */
        String groupId() {
            return groupId;
        }

        String words() {
            return words;
        }
    }

    /** Empty for an account of our own, and where there is none. */
    Optional<Keeper> keeperOf(String userId);

    /** Whether there is an account made here, which no other may take. */
    boolean isOurs(String userId);

    /**
     * Makes the engine's copy equal to what the keeper says.
     *
     * @param decided the offices the keeper decides on; others the administrator gave stay
     * @return false when the name belongs to an account of our own, of another keeper or of another person there: nothing is
     *     changed then
     */
    boolean admit(Keeper keeper, ProvidedPerson person, Set<String> decided);

    /** Takes every office from those the keeper no longer knows. Their names stay, for the record. */
    void keepOnly(Keeper keeper, Set<String> userIds);
}
