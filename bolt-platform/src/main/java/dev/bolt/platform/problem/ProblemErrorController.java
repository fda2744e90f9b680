package dev.bolt.platform.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for what fails outside the dispatcher, so that even that is a problem document. */
@Controller
final class ProblemErrorController implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<Object> error(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        @Nullable Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Problem problem = Problem.ofStatus(status);
        return ProblemDocument.answer(
                new ProblemException(problem, problem.title()),
                path == null ? request.getRequestURI() : path.toString(),
                HttpHeaders.EMPTY);
    }
}
