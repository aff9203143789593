package dev.berth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.BusEvent;
import dev.berth.event.BusEvent.SessionChanged;
import dev.berth.event.BusEvent.SnapshotEnded;
import dev.berth.event.BusRequest;
import dev.berth.event.BusRequest.SessionRequested;
import dev.berth.event.BusRequest.SessionStopRequested;
import dev.berth.event.EventData;
import dev.berth.event.Json;
import dev.berth.event.SessionEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Record = schema = example, for everything that crosses a process.
class ContractsTest {
    /// Every detail type of the bus, out and in, with the record of its detail.
    private static final Map<String, Class<?>> DETAILS = Map.of(
            "Session Queued", SessionChanged.class,
            "Session Started", SessionChanged.class,
            "Session Running", SessionChanged.class,
            "Session Stopped", SessionChanged.class,
            "Session Failed", SessionChanged.class,
            "Snapshot Ready", SnapshotEnded.class,
            "Snapshot Failed", SnapshotEnded.class,
            "Session Requested", SessionRequested.class,
            "Session Stop Requested", SessionStopRequested.class);

    @ParameterizedTest
    @MethodSource("contracts")
    void aRecordAndItsSchemaSayTheSame(Contract contract) {
        SchemaComparison.assertSame(contract.type(), contract.name());
    }

    @ParameterizedTest
    @MethodSource("contractsBesideTheBus")
    void anExampleIsValidAndComesBackAsItWas(Contract contract) {
        var example = ContractFiles.example(contract.name());
        if (EventData.class.isAssignableFrom(contract.type())) {
            var event = assertExample(SessionEvent.class, "session/session-event", example);
            assertThat(event.data()).isInstanceOf(contract.type());
        } else {
            assertExample(contract.type(), contract.name(), example);
        }
    }

    @ParameterizedTest
    @MethodSource("busExamples")
    void anEventOfTheBusIsAWholeEnvelopeOfItsDetailType(String name) {
        var envelope = ContractFiles.example(name);
        assertValid("bus/envelope", envelope);
        var detailType = envelope.path("detail-type").stringValue();
        var contract = contracts()
                .filter(each -> each.type() == DETAILS.get(detailType))
                .findFirst()
                .orElseThrow();
        var detail = assertExample(contract.type(), contract.name(), envelope.path("detail"));
        assertThat(detailTypeOf(detail)).isEqualTo(detailType);
    }

    @Test
    void eachDetailTypeHasOneExampleAndEachDetailAType() {
        assertThat(busExamples().map(ContractFiles::example).map(envelope -> envelope.path("detail-type")
                        .stringValue()))
                .containsExactlyInAnyOrderElementsOf(DETAILS.keySet());
        assertThat(DETAILS.values()).containsAll(Contract.busDetails());
    }

    @Test
    void everyTypeOfTheLogIsOneCaseOfTypedData() {
        var cases = ContractFiles.schemaText("session/typed-data").path("oneOf");
        assertThat(cases.valueStream()
                        .map(one -> one.at("/properties/type/const").stringValue()))
                .containsExactlyInAnyOrderElementsOf(Contract.eventTypes().keySet());
    }

    @Test
    void noSchemaAndNoExampleIsLeftOver() {
        var names = contracts().map(Contract::name).toList();
        assertThat(schemas("session")).isSubsetOf(with(names, "session/typed-data"));
        assertThat(schemas("bus")).isSubsetOf(with(names, "bus/envelope"));
        assertThat(schemas("protocol")).isSubsetOf(names);
        assertThat(ContractFiles.names("examples", "session")).isSubsetOf(names);
        assertThat(ContractFiles.names("examples", "protocol")).isSubsetOf(names);
    }

    static Stream<Contract> contracts() {
        return Contract.all().stream();
    }

    /// The example of each event type is a whole [SessionEvent], so that one has none of its own.
    static Stream<Contract> contractsBesideTheBus() {
        return contracts()
                .filter(contract -> contract.type() != SessionEvent.class)
                .filter(contract -> !Contract.busDetails().contains(contract.type()));
    }

    static Stream<String> busExamples() {
        return ContractFiles.names("examples", "bus").stream();
    }

    private static <T> T assertExample(Class<T> type, String schema, JsonNode example) {
        assertValid(schema, example);
        var value = Json.MAPPER.treeToValue(example, type);
        assertThat(Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(value))).isEqualTo(example);
        return value;
    }

    private static void assertValid(String schema, JsonNode example) {
        assertThat(ContractFiles.schema(schema).validate(example)).isEmpty();
    }

    private static String detailTypeOf(Object detail) {
        return detail instanceof BusEvent event ? event.detailType() : ((BusRequest) detail).detailType();
    }

    private static List<String> schemas(String folder) {
        return ContractFiles.names("schemas", folder);
    }

    private static List<String> with(List<String> names, String more) {
        return Stream.concat(names.stream(), Stream.of(more)).toList();
    }
}
