package dev.bolt.gateway.route;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Clients that send a request once and pass on whatever is answered: nothing is followed, unpacked, kept in a jar or
 * tried again. Reads block the thread that asks; on a virtual one an interrupt ends them and the connection.
 */
final class ServiceClients {
    /** Shorter than Tomcat keeps an idle connection (a minute), so that none is used while the service closes it. */
    private static final Timeout IDLE = Timeout.ofSeconds(30);

    /** To look whether the other side has closed costs up to a millisecond. */
    private static final TimeValue TRUSTED = TimeValue.ofSeconds(1);

    private ServiceClients() {}

    /**
     * One to be closed.
     *
     * @param connect longest that connecting may take; null for as long as the system tries
     * @param connections most to one service at once; who wants one more waits
     */
    static CloseableHttpClient of(@Nullable Duration connect, int connections) {
        var connection = ConnectionConfig.custom()
                .setConnectTimeout(connect == null ? Timeout.DISABLED : Timeout.of(connect))
                .setSocketTimeout(Timeout.DISABLED)
                .setValidateAfterInactivity(TRUSTED)
                .setIdleTimeout(IDLE)
                .build();
        var pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(connection)
                .setMaxConnPerRoute(connections)
                .setMaxConnTotal(Integer.MAX_VALUE)
                .build();
        return HttpClients.custom()
                .setConnectionManager(pool)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.DISABLED)
                        .setResponseTimeout(Timeout.DISABLED)
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .evictExpiredConnections()
                .evictIdleConnections(IDLE)
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableDefaultUserAgent()
                .build();
    }
}
