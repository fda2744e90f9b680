package dev.bolt.platform.secret;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the internal secret.
 *
 * @param required whether callers must show it; false only where another guard stands, as in the gateway
 */
@ConfigurationProperties("bolt.platform.secret")
record SecretProperties(@DefaultValue("true") boolean required) {}
