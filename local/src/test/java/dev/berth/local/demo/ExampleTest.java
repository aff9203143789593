package dev.berth.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example is what it is said to be: its tests fail, and its task mends them.
class ExampleTest {
    @TempDir
    private Path folder;

    private Path repository;

    @BeforeEach
    void aRepository() throws IOException {
        repository = example().makeRepository().toRealPath();
    }

    @Test
    void itsTestsFail() throws IOException, InterruptedException {
        assertThat(run("./test.sh")).contains("FAIL  the shares of 10.00").endsWith("2 failed\nexit 1\n");
    }

    @Test
    void itsTaskMendsAndCommitsIt() throws IOException, InterruptedException {
        assertThat(run(example().task())).contains("2 failed", "all tests pass", "exit 0");
        assertThat(run("git status --short; git log --oneline | wc -l | tr -d ' '"))
                .isEqualTo("2\nexit 0\n");
        assertThat(run("./test.sh")).contains("exit 0");
    }

    @Test
    void itsRepositoryIsTheSameEachTime() throws IOException, InterruptedException {
        String first = run("git rev-parse HEAD");
        Files.writeString(repository.resolve("Bill.java"), "changed");
        example().makeRepository();
        assertThat(run("git rev-parse HEAD")).isEqualTo(first);
    }

    private Example example() {
        return new Example(Path.of("..", "examples", "failing-test"), folder);
    }

    private String run(String script) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", "(" + script + "\n) 2>/dev/null; echo exit $?")
                .directory(repository.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
