package dev.berth.session;

import dev.berth.event.Actor;
import dev.berth.event.Failure;
import dev.berth.store.Columns;
import dev.berth.store.RecordSchema;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/// A session as a row.
final class SessionRows {
    static final String SORT_KEY = "SESSION";
    static final String REVISION = "revision";

    /// Unfinished sessions are spread over so many partitions of the live index.
    static final int LIVE_SHARDS = 4;

    /// Where the live index keeps what is deleted and still has to be removed.
    static final String DELETED = "DELETED";

    static final TableSchema<Session> SCHEMA = RecordSchema.of(Session.class, SessionRows::read)
            .key(session -> partition(session.key()), _ -> SORT_KEY)
            .listed(SessionRows::listPartition, session -> session.key().session())
            .live(SessionRows::livePartition, SessionRows::liveSort)
            .text("organization", session -> session.key().organization())
            .text("session", session -> session.key().session())
            .number(REVISION, Session::revision)
            .text("profile", session -> session.spec().profile())
            .number("version", session -> session.spec().version())
            .text("repository", session -> session.spec().repository())
            .text("title", session -> session.spec().title())
            .text("task", session -> session.spec().task())
            .flag("stopWhenDone", session -> session.spec().stopWhenDone())
            .flag("persistent", session -> session.spec().persistent())
            .number(
                    "idleTimeoutSeconds",
                    session -> session.spec().idleTimeout().toSeconds())
            .number(
                    "maxLifetimeSeconds",
                    session -> session.spec().maxLifetime().toSeconds())
            .json("startedBy", session -> session.spec().startedBy())
            .instant("createdAt", session -> session.spec().createdAt())
            .constant("status", Session::status)
            .constant("reason", Session::reason)
            .json("failure", Session::failure)
            .number("run", Session::run)
            .number("generation", Session::generation)
            .number("runGenerations", Session::runGenerations)
            .text("sandbox", Session::sandbox)
            .constant("launch", Session::launch)
            .json("waiting", Session::waiting)
            .json("turn", Session::turn)
            .number("queuedMessages", Session::queuedMessages)
            .number("lastMessage", Session::lastMessage)
            .flag("resumeRequested", Session::resumeRequested)
            .text("queuePosition", Session::queuePosition)
            .number("capacityMisses", Session::capacityMisses)
            .instant("queuedAt", Session::queuedAt)
            .instant("startedAt", Session::startedAt)
            .instant("stoppedAt", Session::stoppedAt)
            .number("lastEventSeq", Session::lastEventSeq)
            .instant("lastActiveAt", Session::lastActiveAt)
            .constant("workspace", Session::workspace)
            .json("archive", Session::archive)
            .instant("deletedAt", Session::deletedAt)
            .build();

    private SessionRows() {}

    static String partition(SessionKey key) {
        return "SES#" + key.organization() + "#" + key.session();
    }

    static String listPartition(String organization) {
        return "SESSIONS#" + organization;
    }

    static String liveShard(int shard) {
        return "LIVE#" + shard;
    }

    private static @Nullable String listPartition(Session session) {
        return session.isDeleted() ? null : listPartition(session.key().organization());
    }

    private static @Nullable String livePartition(Session session) {
        if (!session.status().isEnded()) {
            return liveShard(shard(session));
        }
        if (session.isDeleted()) {
            return DELETED;
        }
        return session.archive() == null ? null : keptShard(shard(session));
    }

    /// What is kept, by when it was last run; everything else by its name.
    private static String liveSort(Session session) {
        var stoppedAt = session.stoppedAt();
        if (stoppedAt == null || !session.status().isEnded() || session.isDeleted()) {
            return session.key().session();
        }
        return keptSort(stoppedAt) + "#" + session.key().session();
    }

    private static int shard(Session session) {
        return Math.floorMod(session.key().session().hashCode(), LIVE_SHARDS);
    }

    /// Of ended sessions with an archive.
    static String keptShard(int shard) {
        return "KEPT#" + shard;
    }

    /// Sorts as the times do.
    static String keptSort(Instant stoppedAt) {
        return stoppedAt.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Session read(Columns row) {
        return new Session(
                new SessionKey(row.text("organization"), row.text("session")),
                row.number(REVISION),
                readSpec(row),
                row.constant("status", SessionStatus.class),
                row.optionalConstant("reason", StopReason.class),
                row.optionalJson("failure", Failure.class),
                row.integer("run"),
                row.integer("generation"),
                row.integer("runGenerations"),
                row.optionalText("sandbox"),
                row.constant("launch", LaunchState.class),
                row.optionalJson("waiting", Wait.class),
                row.optionalJson("turn", OpenTurn.class),
                row.integer("queuedMessages"),
                row.number("lastMessage"),
                row.flag("resumeRequested"),
                row.optionalText("queuePosition"),
                row.integer("capacityMisses"),
                row.instant("queuedAt"),
                row.optionalInstant("startedAt"),
                row.optionalInstant("stoppedAt"),
                row.number("lastEventSeq"),
                row.instant("lastActiveAt"),
                workspace(row),
                row.optionalJson("archive", WorkspaceArchive.class),
                row.optionalInstant("deletedAt"));
    }

    /// A row of an earlier release has none.
    private static WorkspaceOrigin workspace(Columns row) {
        var workspace = row.optionalConstant("workspace", WorkspaceOrigin.class);
        return workspace == null ? WorkspaceOrigin.FRESH : workspace;
    }

    private static SessionSpec readSpec(Columns row) {
        return new SessionSpec(
                row.text("profile"),
                row.integer("version"),
                row.optionalText("repository"),
                row.text("title"),
                row.text("task"),
                row.flag("stopWhenDone"),
                row.flag("persistent"),
                Duration.ofSeconds(row.number("idleTimeoutSeconds")),
                Duration.ofSeconds(row.number("maxLifetimeSeconds")),
                row.json("startedBy", Actor.class),
                row.instant("createdAt"));
    }
}
