package dev.bolt.platform.problem;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.util.Arrays;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Gives every failure of a request the form of a {@link ProblemDocument}; nothing of Bolt's inside is told. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    /**
     * What was made of an answer is dropped, headers too. After it has begun to leave there is no telling: thrown on,
     * so that it is cut and not taken for a whole one.
     */
    @ExceptionHandler
    ResponseEntity<Object> known(ProblemException exception, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw exception;
        }
        response.reset();
        return ProblemDocument.answer(exception, request.getRequestURI(), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Object> unreachable(
            ResourceAccessException exception, HttpServletRequest request, HttpServletResponse response) {
        return known(Faults.calling("A service that is needed", exception), request, response);
    }

    @ExceptionHandler
    ResponseEntity<Object> constraint(
            ConstraintViolationException exception, HttpServletRequest request, HttpServletResponse response) {
        var violation = exception.getConstraintViolations().stream().findFirst();
        String path = violation.map(v -> v.getPropertyPath().toString()).orElse("");
        String field = path.substring(path.lastIndexOf('.') + 1);
        String message = violation.map(v -> v.getMessage()).orElse("is not valid");
        return known(Blame.field(field, message), request, response);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception exception, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (exception instanceof ServletException && exception.getCause() instanceof ProblemException wrapped) {
            return known(wrapped, request, response);
        }
        if (Disconnects.saidBy(exception)) {
            return null;
        }
        if (exception instanceof InvalidParameterException) {
            return known(
                    new ProblemException(Problem.BAD_REQUEST, "The query is not UTF-8, escaped with %"),
                    request,
                    response);
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), exception);
        if (response.isCommitted()) {
            throw exception;
        }
        return known(
                Faults.diskFull(exception)
                        ? new ProblemException(Problem.DISK_FULL, "Free some space, then ask again")
                        : new ProblemException(Problem.INTERNAL, "The log of this service tells what happened"),
                request,
                response);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest webRequest) {
        HttpServletRequest request = ((ServletWebRequest) webRequest).getRequest();
        var response = ((ServletWebRequest) webRequest).getResponse();
        if (response != null && response.isCommitted()) {
            return null;
        }
        return ProblemDocument.answer(translate(exception, status, request), request.getRequestURI(), headers);
    }

    private static ProblemException translate(Exception exception, HttpStatusCode status, HttpServletRequest request) {
        return switch (exception) {
            case ProblemException problem -> problem;
            case MethodArgumentNotValidException invalid -> firstError(invalid.getAllErrors());
            case HandlerMethodValidationException invalid -> firstError(invalid);
            case MethodArgumentTypeMismatchException mismatch -> Blame.field(mismatch.getName(), mismatched(mismatch));
            case MissingServletRequestParameterException missing ->
                Blame.field(missing.getParameterName(), "is missing");
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            default -> byStatus(status, request);
        };
    }

    private static String mismatched(MethodArgumentTypeMismatchException mismatch) {
        Class<?> type = mismatch.getRequiredType();
        return type != null && type.isEnum()
                ? "is none of " + Arrays.toString(type.getEnumConstants()).replaceAll("[\\[\\]]", "")
                : Blame.reason(mismatch, "has the wrong form");
    }

    private static ProblemException unreadable(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof JacksonException json) {
            return Blame.json(json);
        }
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return new ProblemException(Problem.BAD_REQUEST, "A JSON body is needed");
    }

    private static ProblemException firstError(HandlerMethodValidationException invalid) {
        for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
            if (result instanceof ParameterErrors errors) {
                return firstError(errors.getAllErrors());
            }
            String name = result.getMethodParameter().getParameterName();
            String message = result.getResolvableErrors().stream()
                    .map(MessageSourceResolvable::getDefaultMessage)
                    .filter(text -> text != null)
                    .findFirst()
                    .orElse("is not valid");
            return Blame.field(name == null ? "" : name, message);
        }
        return new ProblemException(Problem.BAD_REQUEST, "The request is not valid");
    }

    private static ProblemException firstError(List<? extends MessageSourceResolvable> errors) {
        for (MessageSourceResolvable error : errors) {
            String message = error.getDefaultMessage();
            if (error instanceof FieldError fieldError) {
                return Blame.field(fieldError.getField(), message == null ? "is not valid" : message);
            }
        }
        return new ProblemException(Problem.BAD_REQUEST, "The request is not valid");
    }

    private static ProblemException byStatus(HttpStatusCode status, HttpServletRequest request) {
        String where = request.getMethod() + " " + request.getRequestURI();
        return switch (status.value()) {
            case 404 -> new ProblemException(Problem.NOT_FOUND, "Nothing answers " + where);
            case 405 -> new ProblemException(Problem.METHOD_NOT_ALLOWED, "Nothing answers " + where);
            case 406 -> new ProblemException(Problem.NOT_ACCEPTABLE, "Accept application/json");
            case 413 -> new ProblemException(Problem.PAYLOAD_TOO_LARGE, "Send less at once");
            case 415 -> new ProblemException(Problem.UNSUPPORTED_MEDIA_TYPE, "Send application/json");
            case 503 -> new ProblemException(Problem.DEADLINE_EXCEEDED, "The answer took too long");
            default ->
                status.is4xxClientError()
                        ? new ProblemException(Problem.BAD_REQUEST, "The request is not valid")
                        : new ProblemException(Problem.INTERNAL, "The log of this service tells what happened");
        };
    }
}
