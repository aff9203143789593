package dev.berth.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/// Calls every operation of the document over HTTP. Each answer is held against the document as it comes; in the end
/// every status that the document promises has to have been answered.
@ExtendWith(SharedBerth.class)
class OpenApiConformanceTest {
    private static Api api;

    @BeforeAll
    static void controlPlane(RunningBerth berth) {
        api = berth.admin();
    }

    @AfterAll
    static void everyDocumentedStatusWasAnswered() {
        assertThat(api.ledger().neverAnswered(api.document())).isEmpty();
    }

    @Nested
    class EveryOperation extends EveryOperationCalls {
        EveryOperation(RunningBerth berth) {
            super(berth);
        }
    }

    @Nested
    class OfOrganizations extends OrganizationCalls {
        OfOrganizations(RunningBerth berth) {
            super(berth);
        }
    }

    @Nested
    class OfProfiles extends ProfileCalls {
        OfProfiles(RunningBerth berth) {
            super(berth);
        }
    }

    @Nested
    class OfSessions extends SessionCalls {
        OfSessions(RunningBerth berth) {
            super(berth);
        }
    }

    @Nested
    class OfSandboxes extends SandboxCalls {
        OfSandboxes(RunningBerth berth) {
            super(berth);
        }
    }
}
