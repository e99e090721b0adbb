package vn.ungcuu.workplace;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The guides, where the questions arise. Their pictures lie beside them. */
@Controller
@RequestMapping("/huong-dan")
class GuideController implements WebMvcConfigurer {

    private final Guides guides;

    GuideController(Guides guides) {
        this.guides = guides;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/huong-dan/hinh/*.png").addResourceLocations("classpath:/huong-dan/hinh/");
    }

    @GetMapping
    String list(@ModelAttribute("me") Me me, Model model) {
        List<Guide> own = guides.of(me.offices());
        model.addAttribute("here", "guides");
        model.addAttribute("own", own);
        model.addAttribute("others", guides.besides(own));
        return "guides";
    }

    @GetMapping("/{name}")
    String guide(@PathVariable("name") String name, Model model) {
        model.addAttribute("here", "guides");
        model.addAttribute(
                "guide", guides.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "guide";
    }
}
