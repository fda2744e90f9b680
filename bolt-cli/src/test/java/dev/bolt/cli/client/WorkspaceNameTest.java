package dev.bolt.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WorkspaceNameTest {
    @Test
    void isTheSlugOfTheDirectoryAndAHashOfItsPath() {
        assertThat(WorkspaceName.of(Path.of("/code/My Shop_2")).value()).matches("my-shop-2-[0-9a-f]{8}");
    }

    @Test
    void twoDirectoriesOfOneNameDiffer() {
        assertThat(WorkspaceName.of(Path.of("/a/shop"))).isNotEqualTo(WorkspaceName.of(Path.of("/b/shop")));
    }

    @Test
    void aNameWithoutLettersOrAVeryLongOneIsStillAName() {
        assertThat(WorkspaceName.of(Path.of("/")).value()).startsWith("workspace-");
        assertThat(WorkspaceName.of(Path.of("/日本")).value()).startsWith("workspace-");
        assertThat(WorkspaceName.of(Path.of("/" + "x".repeat(200))).value()).hasSizeLessThanOrEqualTo(64);
    }
}
