package dev.berth.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every secret vault does.
public abstract class SecretVaultContract {
    protected abstract SecretVault vault();

    @Test
    void aStoredSecretIsReadBack() {
        vault().put("connection/con_1", "s3cret – ünïcode");
        assertThat(vault().read("connection/con_1")).contains("s3cret – ünïcode");
    }

    @Test
    void aReplacedSecretIsReadBackAtOnce() {
        vault().put("con_2", "old");
        vault().put("con_2", "new");
        assertThat(vault().read("con_2")).contains("new");
    }

    @Test
    void aSecretThatNobodyStoredIsAbsent() {
        assertThat(vault().read("nobody")).isEmpty();
    }

    @Test
    void aDeletedSecretIsAbsentAndMayBeDeletedAgain() {
        vault().put("con_3", "value");
        vault().delete("con_3");
        vault().delete("con_3");
        assertThat(vault().read("con_3")).isEmpty();
    }

    @Test
    void namesThatLookLikePathsStaySeparate() {
        vault().put("a/../b", "one");
        vault().put("b", "two");
        assertThat(vault().read("a/../b")).contains("one");
        assertThat(vault().read("b")).contains("two");
    }

    @Test
    void anEmptyValueIsAValue() {
        vault().put("empty", "");
        assertThat(vault().putIfAbsent("empty", "other")).isEmpty();
    }

    @Test
    void ofManyThatStoreIfAbsentOneWinsAndAllLearnWhatItStored() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<String>>mapToObj(i -> () -> vault().putIfAbsent("raced", "value-" + i))
                    .toList());
            var stored = vault().read("raced").orElseThrow();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(stored);
            }
        }
    }
}
