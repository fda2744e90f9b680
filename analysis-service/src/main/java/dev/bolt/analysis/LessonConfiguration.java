package dev.bolt.analysis;

import dev.bolt.analysis.lesson.Lesson;
import dev.bolt.platform.home.BoltHome;
import dev.bolt.platform.secret.InternalSecret;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;

/** With the profile {@code lesson} the service starts, takes a {@link Lesson} and stops. */
@Configuration(proxyBeanMethods = false)
@Profile("lesson")
class LessonConfiguration {

    @Bean
    Learning learning(BoltHome home, InternalSecret secret) {
        return new Learning(home, secret);
    }

    /** Stops the service in any case: whoever started it waits for its end. */
    record Learning(BoltHome home, InternalSecret secret) {
        private static final Logger log = LoggerFactory.getLogger(Lesson.class);

        @EventListener
        void begin(ApplicationReadyEvent ready) {
            var context = ready.getApplicationContext();
            String port = context.getEnvironment().getRequiredProperty("local.server.port");
            try {
                new Lesson("http://127.0.0.1:" + port, InternalSecret.HEADER, secret.value()).give(home.file("lesson"));
            } catch (IOException refused) {
                log.warn("The lesson broke off", refused);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } finally {
                context.close();
            }
        }
    }
}
