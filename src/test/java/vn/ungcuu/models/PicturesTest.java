package vn.ungcuu.models;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.ungcuu.models.Pictures.Picture;

/** The pictures in {@code docs} show the models as they are: drawn from exactly these files, one of each page and table. */
class PicturesTest {

    private static final Path FOLDER = Path.of("docs", "pictures");

    /** What each picture was drawn from, as {@code sha256sum} writes it. */
    private static final Path DRAWN_FROM = FOLDER.resolve("SHA256SUMS");

    /** What everything begins with comes first. */
    private static final List<Path> MODELS = Stream.of(Models.diagrams(), Models.decisions())
            .flatMap(List::stream)
            .sorted(Comparator.comparing(model -> !Models.name(model).equals("incident-response")))
            .toList();

    private static final List<Picture> PICTURES =
            MODELS.stream().flatMap(model -> Pictures.of(model).stream()).toList();

    @Test
    void everyPageAndTableHasItsPictureDrawnFromTheModelOfToday() throws IOException {
        if (GeneratedDocument.isToBeUpdated()) {
            draw();
        }
        assertThat(drawn())
                .as(GeneratedDocument.HOW)
                .containsExactlyInAnyOrderElementsOf(
                        PICTURES.stream().map(Picture::file).toList());
        new GeneratedDocument(DRAWN_FROM).shouldBe(sums());
    }

    @Test
    void theListOfPicturesSaysWhatEachOneShows() throws IOException {
        new GeneratedDocument(Path.of("docs", "models.md")).shouldBe("""
                # Sơ đồ và bảng quyết định

                Các hình này được vẽ từ `processes/`, không sửa tay. Khi sơ đồ thay đổi, vẽ lại bằng lệnh:

                    %s

                Xanh dương là việc của Văn phòng HĐND và UBND, đỏ của Công an xã, xanh lá của Phòng Văn hóa - Xã hội, tím của
                lãnh đạo UBND xã, xám của đơn vị khác và cơ quan bên ngoài.

                %s
                """.formatted(
                        GeneratedDocument.HOW,
                        PICTURES.stream().map(PicturesTest::entry).collect(joining("\n\n"))));
    }

    private static String entry(Picture picture) {
        String level = picture.shown().equals(Models.name(picture.model())) ? "##" : "###";
        return "%s %s\n\n%s\n\n![%s](pictures/%s)"
                .formatted(level, picture.title(), picture.inShort(), picture.title(), picture.file());
    }

    /** Only what changed is drawn anew: the same drawing is not always the same bytes. */
    private static void draw() throws IOException {
        Files.createDirectories(FOLDER);
        String before = Files.exists(DRAWN_FROM) ? Files.readString(DRAWN_FROM) : "";
        for (String old : drawn()) {
            if (PICTURES.stream().noneMatch(picture -> picture.file().equals(old))) {
                Files.delete(FOLDER.resolve(old));
            }
        }
        try (Pictures pictures = new Pictures()) {
            for (Picture picture : PICTURES) {
                Path to = FOLDER.resolve(picture.file());
                if (!before.contains(sum(picture.model())) || !Files.exists(to)) {
                    pictures.draw(picture, to);
                }
            }
        }
    }

    /** Pictures of models, also of those that are no more; beside them are pictures of the application. */
    private static List<String> drawn() {
        return Models.files(FOLDER, ".png").stream()
                .map(file -> file.getFileName().toString())
                .filter(file -> MODELS.stream().anyMatch(model -> file.startsWith(Models.name(model))))
                .toList();
    }

    private static String sums() {
        return MODELS.stream().map(PicturesTest::sum).collect(joining("\n", "", "\n"));
    }

    private static String sum(Path model) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Models.text(model).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash) + "  " + Models.FOLDER.getFileName() + "/" + model.getFileName();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
