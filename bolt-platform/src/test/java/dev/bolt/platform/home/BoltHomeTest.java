package dev.bolt.platform.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BoltHomeTest {
    @TempDir
    Path directory;

    @Test
    void makesItsFoldersForItsOwnerAlone() throws IOException {
        var home = new BoltHome(directory.resolve("home"));

        Path data = home.data("search");

        assertThat(data).isEqualTo(directory.resolve("home/data/search")).isDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.path())))
                .isEqualTo("rwx------");
        assertThat(home.run()).isDirectory();
        assertThat(home.logs()).isDirectory();
        assertThat(home.file("token")).doesNotExist();
    }

    @Test
    void refusesAServiceNameThatLeadsElsewhere() {
        assertThatThrownBy(() -> new BoltHome(directory).data("../other")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isWhereThePropertySays() {
        new ApplicationContextRunner()
                .withUserConfiguration(HomeAutoConfiguration.class)
                .withPropertyValues("bolt.home=" + directory)
                .run(context ->
                        assertThat(context.getBean(BoltHome.class).path()).isEqualTo(directory));
    }

    @Test
    void isUnderTheUsersHomeByDefault() {
        new ApplicationContextRunner()
                .withUserConfiguration(HomeAutoConfiguration.class)
                .withPropertyValues("bolt.home=")
                .run(context -> assertThat(context.getBean(BoltHome.class).path())
                        .isEqualTo(Path.of(System.getProperty("user.home"), ".bolt")));
    }
}
