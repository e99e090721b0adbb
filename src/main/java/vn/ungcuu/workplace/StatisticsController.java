package vn.ungcuu.workplace;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.ungcuu.UngCuuApplication;
import vn.ungcuu.report.StatisticsOfSpan;

/** Statistics of any span of days, to read, to print and to calculate with; for coordinators and leadership. */
@Controller
class StatisticsController {

    private static final String CSV = "text/csv";

    private final StatisticsOfSpan statistics;
    private final StatisticsPages pages;
    private final StatisticsFile file;
    private final Clock clock;

    StatisticsController(StatisticsOfSpan statistics, StatisticsPages pages, StatisticsFile file, Clock clock) {
        this.statistics = statistics;
        this.pages = pages;
        this.file = file;
        this.clock = clock;
    }

    @GetMapping("/thong-ke")
    String page(
            @ModelAttribute("me") Me me,
            @RequestParam Map<String, String> parameters,
            Model model,
            HttpServletResponse response) {
        me.requireFigures();
        model.addAttribute("here", "statistics");
        model.addAttribute("from", parameters.get(StatisticsRange.FROM));
        model.addAttribute("to", parameters.get(StatisticsRange.TO));
        try {
            StatisticsRange range = StatisticsRange.of(parameters, today());
            model.addAttribute("quick", StatisticsRange.quick(today(), range));
            model.addAttribute("from", Dates.text(range.from()));
            model.addAttribute("to", Dates.text(range.to()));
            model.addAttribute("range", range.inWords());
            model.addAttribute("asFile", range.path("/thong-ke.csv"));
            model.addAttribute("incidentsAsFile", range.path("/thong-ke/su-co.csv"));
            model.addAttribute("statistics", pages.view(statistics.of(range.from(), range.to(), me.viewer())));
        } catch (BadSearch mistake) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("quick", StatisticsRange.quick(today(), null));
            model.addAttribute("mistake", mistake.getMessage());
        }
        return "statistics";
    }

    @GetMapping(path = "/thong-ke.csv", produces = CSV)
    void asFile(@ModelAttribute("me") Me me, @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        me.requireFigures();
        StatisticsRange range = range(parameters);
        answerWithFile(response, "thong-ke", range);
        file.write(range, pages.view(statistics.of(range.from(), range.to(), me.viewer())), response.getWriter());
    }

    @GetMapping(path = "/thong-ke/su-co.csv", produces = CSV)
    void incidentsAsFile(
            @ModelAttribute("me") Me me, @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        me.requireFigures();
        StatisticsRange range = range(parameters);
        StringWriter lines = new StringWriter();
        file.writeIncidents(
                RegisterSearch.real().reported(range.from(), range.to()).selection(), me.viewer(), lines);
        answerWithFile(response, "su-co", range);
        response.getWriter().append(lines.getBuffer());
    }

    private StatisticsRange range(Map<String, String> parameters) {
        try {
            return StatisticsRange.of(parameters, today());
        } catch (BadSearch mistake) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, mistake.getMessage(), mistake);
        }
    }

    private static void answerWithFile(HttpServletResponse response, String name, StatisticsRange range) {
        response.setContentType(CSV);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("%s-%s-den-%s.csv".formatted(name, range.from(), range.to()))
                        .build()
                        .toString());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), UngCuuApplication.ZONE);
    }
}
