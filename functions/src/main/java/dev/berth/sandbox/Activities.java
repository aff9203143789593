package dev.berth.sandbox;

import dev.berth.session.SessionKey;
import dev.berth.store.BerthStore;
import dev.berth.store.Columns;
import dev.berth.store.RecordSchema;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/// The activity rows. The last writer wins: each says only when something was seen.
public final class Activities {
    private static final TableSchema<Activity> SCHEMA = RecordSchema.of(Activity.class, Activities::read)
            .key(activity -> partition(activity.session()), _ -> "ACTIVITY")
            .text("organization", activity -> activity.session().organization())
            .text("session", activity -> activity.session().session())
            .number("generation", Activity::generation)
            .instant("heardAt", Activity::heardAt)
            .instant("lastActiveAt", Activity::lastActiveAt)
            .instant("viewedUntil", Activity::viewedUntil)
            .build();

    private final DynamoDbTable<Activity> table;

    public Activities(BerthStore store) {
        this.table = store.table(SCHEMA);
    }

    public Optional<Activity> find(SessionKey session) {
        return Optional.ofNullable(table.getItem(BerthStore.key(partition(session), "ACTIVITY")));
    }

    public void put(Activity activity) {
        table.putItem(activity);
    }

    private static String partition(SessionKey session) {
        return "SES#" + session.organization() + "#" + session.session();
    }

    private static Activity read(Columns row) {
        return new Activity(
                new SessionKey(row.text("organization"), row.text("session")),
                row.integer("generation"),
                row.instant("heardAt"),
                row.instant("lastActiveAt"),
                row.optionalInstant("viewedUntil"));
    }
}
