package vn.ungcuu.workplace.security;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ungcuu.directory.Directory;
import vn.ungcuu.organization.ProvidedPeople;
import vn.ungcuu.organization.ProvidedPeople.Keeper;

/** Which account somebody means, and whose it is to change. */
@Component
class Accounts {

    private final ProvidedPeople people;
    private final Optional<Directory> directory;
    private final Optional<ProviderLogin> provider;

    Accounts(ProvidedPeople people, Optional<Directory> directory, Optional<ProviderLogin> provider) {
        this.people = people;
        this.directory = directory;
        this.provider = provider;
    }

    /** The user id of a name as typed: directories do not mind capitals, the engine does. */
    String idOf(String typed) {
        String name = typed.strip();
        return directory.isEmpty() || people.isOurs(name) ? name : name.toLowerCase(Locale.ROOT);
    }

    /** Whether the account was made here. */
    boolean isOurs(String userId) {
        return people.isOurs(userId);
    }

    /**
     * Why something about an account cannot be changed here: it would be undone by whoever keeps the account.
     *
     * @param userId who asks
     */
    Optional<Answer> refusal(EngineRequest request, String userId) {
        List<String> parts = List.of(request.path().split("/"));
        boolean changes = !request.method().equals("GET") && !request.method().equals("OPTIONS");
        if (!changes || parts.size() < 4) {
            return Optional.empty();
        }
        if (parts.get(1).equals("user") && parts.get(3).equals("credentials")) {
            return people.keeperOf(parts.get(2))
                    .map(keeper -> Answer.notAllowed("Mật khẩu của tài khoản này không đặt tại đây: tài khoản thuộc "
                            + where(keeper) + ", hãy đổi mật khẩu ở đó."))
                    // The engine asks for the password of whoever changes another's, and has none of these.
                    .or(() -> people.keeperOf(userId)
                            .map(keeper ->
                                    Answer.notAllowed("Chỉ quản trị viên có tài khoản tạo tại xã mới đặt được mật"
                                            + " khẩu cho người khác. Hãy đăng nhập bằng tài khoản đó.")));
        }
        if (parts.get(1).equals("user") && parts.get(3).equals("profile")) {
            return people.keeperOf(parts.get(2))
                    .map(keeper ->
                            Answer.notAllowed("Họ tên và thư điện tử lấy từ " + where(keeper) + ", hãy sửa ở đó."));
        }
        if (parts.size() == 5 && parts.get(1).equals("group") && parts.get(3).equals("members")) {
            return people.keeperOf(parts.get(4))
                    .filter(keeper -> decidesOn(keeper, parts.get(2)))
                    .map(keeper -> Answer.notAllowed(
                            "Ai thuộc nhóm này do " + where(keeper) + " quyết định, hãy thêm hoặc bớt người ở đó."));
        }
        return Optional.empty();
    }

    private boolean decidesOn(Keeper keeper, String officeId) {
        return switch (keeper) {
            case DIRECTORY -> directory.filter(kept -> kept.decidesOn(officeId)).isPresent();
            case PROVIDER -> provider.filter(kept -> kept.decidesOn(officeId)).isPresent();
        };
    }

    private static String where(Keeper keeper) {
        return keeper == Keeper.DIRECTORY ? "danh bạ của tỉnh" : "cổng đăng nhập của tỉnh";
    }
}
