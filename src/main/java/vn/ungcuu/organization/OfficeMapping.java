package vn.ungcuu.organization;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ungcuu.SettingRefused;

/**
 * Which groups of the province stand for which of our offices. Who belongs to an office named here is decided there; all
 * other offices are left to the administrator.
 *
 * @param names for each office id, the names of groups elsewhere
 */
public record OfficeMapping(Map<String, List<String>> names) {

    public OfficeMapping {
        names = Map.copyOf(names);
    }

    /**
     * @param setting its name, for the sentence
     * @param configured by office id, several names separated by {@code ;}. Environment variables know neither capitals nor
     *     hyphens, so those of an id do not count
     * @throws SettingRefused when it is empty or names an office that does not exist
     */
    public static OfficeMapping of(String setting, Map<String, String> configured, Organization organization) {
        Map<String, String> ids = organization.offices().stream()
                .map(Office::id)
                .collect(Collectors.toMap(OfficeMapping::plain, id -> id, (a, b) -> a, LinkedHashMap::new));
        Map<String, List<String>> names = new HashMap<>();
        configured.forEach((office, groups) -> {
            String id = ids.get(plain(office));
            if (id == null) {
                throw new SettingRefused(
                        setting + "." + office,
                        "Không có phòng, ban nào mang mã “" + office + "”. Các mã đang có: "
                                + String.join(", ", ids.values()) + ".",
                        "There is no office '" + office + "'.");
            }
            List<String> list = Arrays.stream(groups.split(";"))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            if (!list.isEmpty()) {
                names.put(id, list);
            }
        });
        if (names.isEmpty()) {
            throw new SettingRefused(
                    setting,
                    "Hãy ghi nhóm nào của tỉnh ứng với phòng, ban nào của xã, nếu không thì không ai đăng nhập được.",
                    "Say which group of the province stands for which office, or nobody can log in.");
        }
        return new OfficeMapping(names);
    }

    public Set<String> offices() {
        return names.keySet();
    }

    private static String plain(String id) {
        return id.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
