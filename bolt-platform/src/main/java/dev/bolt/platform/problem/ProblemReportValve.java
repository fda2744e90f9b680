package dev.bolt.platform.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Answers for what Tomcat refuses before any filter sees it, such as an address that is too long: the same document as
 * for everything else, without the path, in the place of Tomcat's page. Public, for Tomcat makes it by its name.
 */
public final class ProblemReportValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Problem problem = Problem.ofStatus(status);
        byte[] document = """
            {"type":"%s","title":"%s","status":%d,"detail":"%s","code":"%s"}\
            """.formatted(problem.type(), problem.title(), status, problem.title(), problem.name())
                .getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setContentLength(document.length);
            response.getOutputStream().write(document);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // Nobody is there to read it.
        }
    }
}
