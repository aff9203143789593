package dev.berth.sandbox;

import dev.berth.access.ObjectStore;
import dev.berth.conversation.EarlierTranscript;
import dev.berth.conversation.StoredObjects;
import dev.berth.profile.Draft;
import dev.berth.protocol.Manifest;
import dev.berth.protocol.Protocol;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells a sandbox what it is to be.
public final class Manifests {
    private static final String ARCHIVE_TYPE = "application/x-tar";
    private static final Duration LINK_VALIDITY = Duration.ofHours(1);

    private final String socketUrl;
    private final FlushPolicy flushPolicy;
    private final EarlierTranscript transcript;
    private final ObjectStore objects;

    /// @param socketUrl where sandboxes open their WebSocket
    public Manifests(String socketUrl, FlushPolicy flushPolicy, EarlierTranscript transcript, ObjectStore objects) {
        this.socketUrl = socketUrl;
        this.flushPolicy = flushPolicy;
        this.transcript = transcript;
        this.objects = objects;
    }

    public Manifest of(Sandbox sandbox) {
        var content = sandbox.content();
        var agent = content.agent();
        return new Manifest(
                sandbox.id(),
                sandbox.session().session(),
                sandbox.generation(),
                new Manifest.Agent(agent.runtime(), agent.model(), agent.options()),
                repositories(content),
                sandbox.repository(),
                content.environment(),
                sandbox.maxLifetime().toSeconds(),
                flushPolicy.withoutViewerMillis(),
                socketUrl,
                sandbox.generation() == 1 ? null : transcript.of(sandbox.session()),
                sandbox.keepsWorkspace() ? new Manifest.Keep(Protocol.MAX_ARCHIVE_BYTES, restore(sandbox)) : null);
    }

    private Manifest.@Nullable Restore restore(Sandbox sandbox) {
        var archive = sandbox.restores();
        if (archive == null) {
            return null;
        }
        var key = StoredObjects.archive(sandbox.session(), archive.generation(), archive.id());
        var link = objects.signedSandboxDownload(key, ARCHIVE_TYPE, LINK_VALIDITY);
        return new Manifest.Restore(link.toString(), archive.bytes(), archive.crc32c());
    }

    /// A profile's repositories, as whoever clones them is told.
    public static List<Manifest.Repository> repositories(Draft content) {
        return content.repositories().stream()
                .map(repository -> new Manifest.Repository(
                        repository.id(), repository.url(), repository.path(), repository.branch(), repository.depth()))
                .toList();
    }
}
