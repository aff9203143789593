package dev.berth.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A profile that cannot start sessions says why, and what to do.
@ExtendWith(SharedBerth.class)
class NotStartableTest {
    private final Api api;
    private final Work work;

    NotStartableTest(RunningBerth berth) {
        this.api = berth.admin();
        this.work = new Work(api);
    }

    @Test
    void withoutAVersionItIsToBePublished() {
        var refused = refusal(work.profile());
        assertThat(refused.text("reason")).isEqualTo("no_version");
        assertThat(refused.text("remedy")).contains("Publish its draft");
    }

    @Test
    void whileItsSnapshotIsBuiltItIsToBeWaitedFor() {
        var profile = work.published(Map.of("setupScript", "sleep 1000"));
        var refused = refusal(profile);
        assertThat(refused.text("reason")).isEqualTo("snapshot_building");
        assertThat(refused.text("remedy")).contains("Wait until");
        api.call("DELETE /v1/profiles/{profile}/versions/{version}/snapshot", profile, 1)
                .answers(200);
    }

    @Test
    void whenItsSetupScriptFailedTheScriptIsToBeMended() {
        var profile = work.published(Map.of("setupScript", "echo the reason; exit 3"));
        assertThat(work.awaitSnapshot(profile, "failed").path("log").asString()).contains("the reason");
        var refused = refusal(profile);
        assertThat(refused.text("reason")).isEqualTo("snapshot_failed");
        assertThat(refused.text("detail")).contains("3");
        assertThat(refused.text("remedy")).isNotBlank();
    }

    private Reply refusal(String profile) {
        return api.call("POST /v1/sessions")
                .json(Map.of("profile", profile, "task", "true"))
                .answers(409, "profile_not_startable");
    }
}
