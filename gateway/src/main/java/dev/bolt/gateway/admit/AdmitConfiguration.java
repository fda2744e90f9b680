package dev.bolt.gateway.admit;

import dev.bolt.platform.home.BoltHome;
import dev.bolt.platform.secret.KeyFile;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/** Hangs the door; the token is made at the first start. */
@Configuration(proxyBeanMethods = false)
class AdmitConfiguration {
    @Bean
    Token token(BoltHome home) {
        return new Token(KeyFile.readOrMake(home.file("token")));
    }

    @Bean
    FilterRegistrationBean<AdmitFilter> admitFilter(
            Token token,
            AdmitProperties properties,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var door = new Door(new Hosts(properties.hosts()), token);
        var filter = new FilterRegistrationBean<>(new AdmitFilter(door, new Room(properties.atOnce()), problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return filter;
    }

    /** Inside the limit of bodies, which it reads. */
    @Bean
    FilterRegistrationBean<QueueFilter> queueFilter(
            AdmitProperties properties,
            JsonMapper json,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var refusals = new Refusals(properties.holdRefusal(), System::nanoTime);
        var filter = new FilterRegistrationBean<>(new QueueFilter(refusals, json, problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 250);
        return filter;
    }

    /** The two buffers of 8 KB that every connection has, idle or not, lie outside the heap, which is small. */
    @Bean
    TomcatConnectorCustomizer buffersOutsideTheHeap() {
        return connector -> connector.setProperty("socket.directBuffer", "true");
    }
}
