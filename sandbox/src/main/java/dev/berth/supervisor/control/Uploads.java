package dev.berth.supervisor.control;

import dev.berth.protocol.UploadRequest;
import dev.berth.protocol.UploadTarget;
import dev.berth.supervisor.control.Persistence.Settled;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Brings files to the object store.
public final class Uploads {
    private final ControlPlane controlPlane;
    private final Persistence persistence;

    public Uploads(ControlPlane controlPlane, Persistence persistence) {
        this.controlPlane = controlPlane;
        this.persistence = persistence;
    }

    /// Returns what an event calls the bytes by.
    ///
    /// @throws IOException when it was refused, or the deadline passed first
    public String upload(UploadRequest.Kind kind, Path file, Deadline deadline)
            throws IOException, GenerationEnded, InterruptedException {
        var request = new UploadRequest(kind, Files.size(file));
        var uploaded = persistence.until(deadline, () -> attempt(request, file));
        if (uploaded.isEmpty()) {
            throw new IOException("no answer from where it is to go");
        }
        return switch (uploaded.get()) {
            case Settled.Answered<UploadTarget>(var target) -> target.reference();
            case Settled.Refused<UploadTarget>(var status, var detail) ->
                throw new IOException("refused with %d: %s".formatted(status, detail));
        };
    }

    /// A fresh target each time: one takes a single `PUT`, and whether a failed one counted is not known.
    private Reply<UploadTarget> attempt(UploadRequest request, Path file) {
        var requested = controlPlane.requestUpload(request);
        return requested instanceof Reply.Answer<UploadTarget>(var target) ? put(target, file) : requested;
    }

    /// A store's 401 or 410 is about the link, not about the sandbox.
    private Reply<UploadTarget> put(UploadTarget target, Path file) {
        return controlPlane.put(target, file) instanceof Reply.Answer<UploadTarget> done
                ? done
                : new Reply.Unavailable<>("the object store did not take " + file.getFileName());
    }
}
