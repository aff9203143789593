package dev.berth.local.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A profile that keeps workspaces, and whose setup script counts how often it runs.
record Profile(String id, Visits setups) {
    /// The first build on an engine makes Berth's own images too.
    private static final Duration LONGEST_BUILD = Duration.ofMinutes(15);

    /// Makes and publishes it, and comes back when sessions can start from it.
    ///
    /// @param folder where the repository is made that sessions work in
    static Profile published(Client client, Path folder, Sandboxes sandboxes) throws IOException, InterruptedException {
        client.call("PATCH", "/v1/organization", Map.of("settings", Map.of("persistentSandboxes", true)), Map.of())
                .expect(200);
        var repositoryUrl = HarnessRepository.in(folder);
        var setups = new Visits();
        var draft = Map.of(
                "persistent",
                true,
                "setupScript",
                setups.visit(sandboxes.hostAddress()),
                "repositories",
                List.of(Map.of("id", "app", "url", repositoryUrl, "path", "app")));
        return new Profile(published(client, draft), setups);
    }

    /// Makes and publishes one, and comes back when sessions can start from it.
    ///
    /// @return its id
    static String published(Client client, Object draft) {
        var id = client.post("/v1/profiles", Map.of("name", "harness"))
                .expect(201)
                .text("id");
        replaceDraft(client, "/v1/profiles/" + id + "/draft", draft);
        client.post("/v1/profiles/" + id + "/versions", Map.of()).expect(200, 202);
        await().atMost(LONGEST_BUILD).until(() -> status(client, id), "ready"::equals);
        return id;
    }

    int setupRuns() {
        return setups.count();
    }

    private static String status(Client client, String profile) {
        var snapshot =
                client.get("/v1/profiles/" + profile + "/versions/1/snapshot").expect(200);
        assertThat(snapshot.text("status")).as(snapshot.toString()).isNotEqualTo("failed");
        return snapshot.text("status");
    }

    /// Again from what it is now, when the answer to an edit was lost.
    private static void replaceDraft(Client client, String path, Object draft) {
        while (true) {
            var tag = client.get(path).expect(200).header("etag");
            var answer =
                    client.call("PUT", path, draft, Map.of("If-Match", tag)).expect(200, 412);
            if (answer.status() == 200) {
                return;
            }
        }
    }
}
