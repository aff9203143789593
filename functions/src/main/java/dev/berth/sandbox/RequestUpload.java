package dev.berth.sandbox;

import dev.berth.access.ObjectStore;
import dev.berth.conversation.StoredObjects;
import dev.berth.organization.Ids;
import dev.berth.protocol.UploadRequest;
import dev.berth.protocol.UploadTarget;
import java.time.Duration;
import java.util.Objects;

/// Gives a sandbox a link to put something large at.
public final class RequestUpload {
    private static final Duration VALIDITY = Duration.ofMinutes(15);

    /// A large one takes its time.
    private static final Duration ARCHIVE_VALIDITY = Duration.ofHours(1);

    private final ObjectStore objects;
    private final Ids ids;

    public RequestUpload(ObjectStore objects, Ids ids) {
        this.objects = objects;
        this.ids = ids;
    }

    public UploadTarget request(SandboxCaller caller, UploadRequest request) {
        var session = caller.sandbox().session();
        return switch (request.kind()) {
            case DIFF -> {
                var key = StoredObjects.diff(session, caller.sandbox().generation());
                yield target(key, request.bytes(), "/v1/sessions/" + session.session() + "/diff");
            }
            case OUTPUT -> {
                var output = ids.next("out");
                yield target(
                        StoredObjects.output(session, output),
                        request.bytes(),
                        "/v1/sessions/" + session.session() + "/outputs/" + output);
            }
            case ARCHIVE -> archive(caller.sandbox(), request);
        };
    }

    private UploadTarget archive(Sandbox sandbox, UploadRequest request) {
        if (!sandbox.keepsWorkspace()) {
            throw SandboxProblems.notKept();
        }
        var archive = ids.next("arc");
        var key = StoredObjects.archive(sandbox.session(), sandbox.generation(), archive);
        var checksum = Objects.requireNonNull(request.crc32c(), "the document asks for it");
        var link = objects.signedUpload(key, request.bytes(), checksum, ARCHIVE_VALIDITY);
        return new UploadTarget(link.toString(), archive);
    }

    private UploadTarget target(String key, long bytes, String reference) {
        return new UploadTarget(objects.signedUpload(key, bytes, VALIDITY).toString(), reference);
    }
}
