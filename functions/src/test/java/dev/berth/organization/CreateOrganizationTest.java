package dev.berth.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.http.MutableClock;
import dev.berth.http.Race;
import dev.berth.store.BerthStore;
import dev.berth.store.InMemoryDynamoDb;
import java.security.SecureRandom;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CreateOrganizationTest {
    @RegisterExtension
    static final InMemoryDynamoDb DYNAMO_DB = new InMemoryDynamoDb();

    private final BerthStore store = DYNAMO_DB.store();
    private final CreateOrganization create = new CreateOrganization(store, Ids.ulids(), new MutableClock());
    private final ApiKeys keys = new ApiKeys(store);

    @Test
    void thereIsOneOrganizationHoweverManyStartAtOnceAndOneFirstKey() throws Exception {
        assertThat(create.existing()).isEmpty();
        var secrets = Stream.generate(() -> ApiKeySecret.random(new SecureRandom()))
                .limit(4)
                .toList();
        var next = secrets.iterator();

        var organizations = Race.of(4, () -> create.ensure("Acme", taken(next)));

        assertThat(organizations.stream().distinct()).hasSize(1);
        var working = secrets.stream()
                .flatMap(secret -> keys.byHash(secret.hash()).stream())
                .toList();
        assertThat(working).singleElement().satisfies(key -> {
            assertThat(key.organization()).isEqualTo(organizations.getFirst().id());
            assertThat(key.caller().may(Scope.PROFILES)).isTrue();
        });
        assertThat(create.existing()).contains(organizations.getFirst());
    }

    private static synchronized ApiKeySecret taken(Iterator<ApiKeySecret> next) {
        return next.next();
    }
}
