package vn.ungcuu.workplace;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.ungcuu.incident.Incident;
import vn.ungcuu.incident.Incidents;
import vn.ungcuu.incident.RegisterFilter;
import vn.ungcuu.incident.RegisterPage;
import vn.ungcuu.incident.Selection;
import vn.ungcuu.incident.Viewer;
import vn.ungcuu.workplace.StatisticsPages.MonthRow;
import vn.ungcuu.workplace.StatisticsPages.Row;
import vn.ungcuu.workplace.StatisticsPages.Table;
import vn.ungcuu.workplace.StatisticsPages.TimeRow;
import vn.ungcuu.workplace.StatisticsPages.View;

/** Statistics and incidents as a file Excel opens with a double click, Vietnamese letters and all. */
@Component
class StatisticsFile {

    /** By it Excel knows the file as UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Excel here takes the comma for the decimal point, so the semicolon separates. */
    private static final CSVFormat EXCEL =
            CSVFormat.EXCEL.builder().setDelimiter(';').get();

    private static final int PAGE = 200;

    private final Incidents incidents;
    private final Words words;
    private final VietnameseTime time;

    StatisticsFile(Incidents incidents, Words words, VietnameseTime time) {
        this.incidents = incidents;
        this.words = words;
        this.time = time;
    }

    void write(StatisticsRange range, View view, Writer to) throws IOException {
        CSVPrinter file = open(to);
        print(file, "Bảng", "Chỉ tiêu", "Số lượng", "Trung bình", "Trung vị", "9 trên 10 không quá");
        print(file, "Khoảng thời gian", range.inWords(), "", "", "", "");
        for (Row row : view.totals()) {
            print(file, "Tổng số", row.label(), row.figure().count(), "", "", "");
        }
        for (Table table : view.tables()) {
            for (Row row : table.rows()) {
                print(file, table.title(), row.label(), row.figure().count(), "", "", "");
            }
        }
        for (MonthRow month : view.months()) {
            print(file, "Được báo theo tháng", month.label(), month.reported().count(), "", "", "");
        }
        for (MonthRow month : view.months()) {
            print(file, "Đã đóng theo tháng", month.label(), month.closed().count(), "", "", "");
        }
        for (TimeRow row : view.times()) {
            print(file, "Thời gian xử lý", row.label(), row.figure().count(), row.mean(), row.median(), row.p90());
        }
        file.flush();
    }

    /**
     * One line per incident that the viewer may see, newest report first; all of one moment.
     *
     * @param to memory: a slow client must not hold the transaction open
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    void writeIncidents(Selection which, Viewer viewer, Writer to) throws IOException {
        CSVPrinter file = open(to);
        print(
                file,
                "Mã hồ sơ",
                "Tên sự cố",
                "Nhóm sự cố",
                "Loại tấn công",
                "Mức độ",
                "Tình trạng",
                "Hệ thống, thiết bị",
                "Phát hiện lúc",
                "Báo lúc",
                "Xác nhận tiếp nhận lúc",
                "Phân loại lúc",
                "Ngăn chặn lúc",
                "Khôi phục lúc",
                "Đóng lúc");
        RegisterPage page;
        int number = 0;
        do {
            page = incidents.list(new RegisterFilter(which, number++, PAGE), viewer);
            for (Incident incident : page.incidents()) {
                print(file, incident);
            }
        } while (number < page.pages());
        file.flush();
    }

    private void print(CSVPrinter file, Incident incident) throws IOException {
        print(
                file,
                incident.code(),
                incident.title(),
                incident.kind() == null ? "" : words.kind(incident.kind()),
                incident.attackType() == null ? "" : words.attackType(incident.attackType()),
                words.severity(incident.severity()),
                words.status(incident),
                incident.affectedSystem(),
                time.of(incident.detectedAt()),
                time.of(incident.reportedAt()),
                time.of(incident.acknowledgedAt()),
                time.of(incident.classifiedAt()),
                time.of(incident.containedAt()),
                time.of(incident.recoveredAt()),
                time.of(incident.closedAt()));
    }

    private static CSVPrinter open(Writer to) throws IOException {
        to.write(BYTE_ORDER_MARK);
        return new CSVPrinter(to, EXCEL);
    }

    private static void print(CSVPrinter file, @Nullable Object... cells) throws IOException {
        file.printRecord(Arrays.stream(cells)
                .map(cell -> harmless(Objects.toString(cell, "")))
                .toArray());
    }

    /** A text somebody else wrote must not become a formula on the reader's computer. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
