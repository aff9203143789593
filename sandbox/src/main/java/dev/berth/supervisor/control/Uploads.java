package dev.berth.supervisor.control;

import dev.berth.protocol.ArchiveReport;
import dev.berth.protocol.UploadRequest;
import dev.berth.protocol.UploadTarget;
import dev.berth.supervisor.control.Persistence.Settled;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        return upload(new UploadRequest(kind, Files.size(file)), file, deadline).reference();
    }

    /// Returns when the archive is the one that a next sandbox begins with.
    ///
    /// @throws IOException when it was refused, or the deadline passed first: the one before stands
    public void archive(Path file, long bytes, String crc32c, Deadline deadline)
            throws IOException, GenerationEnded, InterruptedException {
        var target = upload(new UploadRequest(UploadRequest.Kind.ARCHIVE, bytes, crc32c), file, deadline);
        var report = new ArchiveReport(target.reference(), bytes, crc32c);
        answered(persistence.until(deadline, () -> controlPlane.complete(report)));
    }

    private UploadTarget upload(UploadRequest request, Path file, Deadline deadline)
            throws IOException, GenerationEnded, InterruptedException {
        return answered(persistence.until(deadline, () -> attempt(request, file)));
    }

    private static <T> T answered(Optional<Settled<T>> settled) throws IOException {
        if (settled.isEmpty()) {
            throw new IOException("no answer from where it is to go");
        }
        return switch (settled.get()) {
            case Settled.Answered<T>(var answer) -> answer;
            case Settled.Refused<T>(var status, var detail) ->
                throw new IOException("refused with %d: %s".formatted(status, detail));
        };
    }

    /// A fresh target each time: one takes a single `PUT`, and whether a failed one counted is not known.
    private Reply<UploadTarget> attempt(UploadRequest request, Path file) {
        var requested = controlPlane.requestUpload(request);
        return requested instanceof Reply.Answer<UploadTarget>(var target)
                ? put(target, file, request.crc32c())
                : requested;
    }

    /// A store's 401 or 410 is about the link, not about the sandbox.
    private Reply<UploadTarget> put(UploadTarget target, Path file, @Nullable String crc32c) {
        return controlPlane.put(target, file, crc32c) instanceof Reply.Answer<UploadTarget> done
                ? done
                : new Reply.Unavailable<>("the object store did not take " + file.getFileName());
    }
}
