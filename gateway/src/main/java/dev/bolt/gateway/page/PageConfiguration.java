package dev.bolt.gateway.page;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Serves the page at the root. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {
    @Bean
    RouterFunction<ServerResponse> pageRoute() {
        Page page = Page.load();
        return RouterFunctions.route()
                .GET(
                        "/",
                        _ -> ServerResponse.ok()
                                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                                .header("Content-Security-Policy", page.policy())
                                .header("X-Content-Type-Options", "nosniff")
                                .header("Referrer-Policy", "no-referrer")
                                .header("Cache-Control", "no-cache")
                                .body(page.html()))
                .build();
    }
}
