package dev.bolt.gateway;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.service.annotation.HttpExchange;

/** The paths that the contracts of the services promise to the public. */
public final class PublicPaths {
    private PublicPaths() {}

    /** Each as {@code /v1/...}, with {@code {id}} where a name goes. */
    public static List<String> promised() {
        return new ClassFileImporter()
                .importPackages("dev.bolt.api").stream()
                        .filter(JavaClass::isInterface)
                        .map(JavaClass::reflect)
                        .flatMap(contract -> paths(contract).stream())
                        .filter(path -> path.startsWith("/v1"))
                        .distinct()
                        .sorted()
                        .toList();
    }

    private static List<String> paths(Class<?> contract) {
        HttpExchange face = contract.getAnnotation(HttpExchange.class);
        if (face == null) {
            return List.of();
        }
        return Arrays.stream(contract.getMethods())
                .map(method -> AnnotatedElementUtils.findMergedAnnotation(method, HttpExchange.class))
                .map(exchange -> face.url() + face.value() + (exchange == null ? "" : exchange.url()))
                .toList();
    }
}
