package dev.berth.supervisor;

import dev.berth.supervisor.archive.Archive;
import dev.berth.supervisor.control.GenerationEnded;
import dev.berth.supervisor.control.Uploads;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// An archive on its way to the object store, on a thread of its own.
final class ArchiveUpload {
    private static final long LOOK_AGAIN_MILLIS = 50;

    private final Archive archive;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Optional<String> failure = Optional.empty();

    private ArchiveUpload(Archive archive) {
        this.archive = archive;
    }

    static ArchiveUpload begin(Archive archive, Uploads uploads, Deadline deadline, Mailbox mailbox) {
        var upload = new ArchiveUpload(archive);
        Thread.ofVirtual().name("archive").start(() -> {
            upload.run(uploads, deadline, mailbox);
            upload.over.countDown();
            mailbox.put(new Signal.ArchiveSettled());
        });
        return upload;
    }

    Archive archive() {
        return archive;
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /// Waits for it. The deadline may be brought forward meanwhile.
    boolean isOverBy(Deadline deadline) throws InterruptedException {
        while (!over.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
            if (deadline.passed()) {
                return false;
            }
        }
        return true;
    }

    /// Why it was not stored.
    Optional<String> failure() {
        return failure;
    }

    private void run(Uploads uploads, Deadline deadline, Mailbox mailbox) {
        try {
            uploads.archive(archive.file(), archive.bytes(), archive.crc32c(), deadline);
        } catch (IOException e) {
            failure = Optional.of(String.valueOf(e.getMessage()));
        } catch (GenerationEnded e) {
            failure = Optional.of(String.valueOf(e.getMessage()));
            mailbox.put(new Signal.Abandon(String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            failure = Optional.of("interrupted");
            Thread.currentThread().interrupt();
        }
    }
}
