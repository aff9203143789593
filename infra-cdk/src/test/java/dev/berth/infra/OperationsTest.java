package dev.berth.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.BusEvent;
import dev.berth.event.EventData.SandboxPhase;
import dev.berth.event.Failure;
import dev.berth.event.Json;
import dev.berth.event.MustAct;
import dev.berth.infra.Templates.Resource;
import dev.berth.sandbox.StartPhases;
import dev.berth.session.LogSubject;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Tag("node")
final class OperationsTest {
    private static final Pattern RUNBOOK = Pattern.compile("Runbook: (\\S+), \"([^\"]+)\"");
    private static final Pattern DETAIL_FIELD = Pattern.compile("detail\\.(\\w+)(?:\\.(\\w+))?");

    private static final Pattern PARSE = Pattern.compile("parse message /(.*)/");

    private final Templates templates = Synthesis.of(Synthesis.DEFAULTS);

    @Test
    void everyAlarmNamesAPageThatIsThere() {
        assertThat(templates.resources("AWS::CloudWatch::Alarm")).hasSize(5).allSatisfy(alarm -> {
            var named = RUNBOOK.matcher(alarm.text("/AlarmDescription"));
            assertThat(named.find()).isTrue();
            assertThat(Synthesis.read(named.group(1)).lines()).contains("## " + named.group(2));
        });
    }

    @Test
    void alarmsTellTheChosenAddressAndElseNobody() {
        assertThat(templates.resources("AWS::SNS::Topic")).isEmpty();
        var others = Synthesis.of(Synthesis.EVERYTHING);
        assertThat(others.only("AWS::SNS::Subscription").text("/Endpoint")).isEqualTo("operations@acme.example");
        assertThat(others.resources("AWS::CloudWatch::Alarm"))
                .allSatisfy(alarm -> assertThat(alarm.property("/AlarmActions")).hasSize(1));
    }

    @Test
    void questionsAskForFieldsThatEventsHave() {
        var fields = Stream.of(BusEvent.SessionChanged.class, BusEvent.SnapshotEnded.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        assertThat(questions().stream().flatMap(question -> DETAIL_FIELD
                        .matcher(question.text("/QueryString"))
                        .results()
                        .map(found -> found.group(1))))
                .isNotEmpty()
                .isSubsetOf(fields);
    }

    @Test
    void questionsAskForPartsOfAFailureThatThereAre() {
        var parts = Arrays.stream(Failure.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        assertThat(questions().stream()
                        .flatMap(question -> DETAIL_FIELD
                                .matcher(question.text("/QueryString"))
                                .results())
                        .filter(found -> found.group(1).equals("failure"))
                        .map(found -> found.group(2)))
                .isNotEmpty()
                .isSubsetOf(parts);
    }

    @Test
    void theDashboardAnswersSavedQuestions() {
        var dashboard = templates
                .only("AWS::CloudWatch::Dashboard")
                .property("/DashboardBody")
                .toString();
        assertThat(questions().stream()
                        .map(question -> question.text("/Name").substring("berth/".length()))
                        .filter(dashboard::contains))
                .hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void theDashboardShowsWhatAnOperatorLooksFor() {
        var dashboard = templates
                .only("AWS::CloudWatch::Dashboard")
                .property("/DashboardBody")
                .toString();
        assertThat(dashboard)
                .contains(
                        "Live sessions by state",
                        "Starts by their phases",
                        "Queue: depth and age",
                        "Failures by reason and by who must act",
                        "what they cost",
                        "Snapshots: how old",
                        "ApproximateNumberOfMessagesVisible");
    }

    @Test
    void thePhasesAreReadFromTheLineThatTellsThem() throws IOException {
        var names = Json.MAPPER
                .readTree(getClass().getResourceAsStream("/schemas/session/sandbox.phase.json"))
                .at("/properties/phase/enum")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
        var line = StartPhases.line(IntStream.range(0, names.size())
                .mapToObj(i -> new SandboxPhase(names.get(i), 1_000 + i))
                .toList());
        var read = PARSE.matcher(question("Starts by their phases"))
                .results()
                .map(found -> Pattern.compile(found.group(1)).matcher(line))
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)) - 1_000)
                .toList();
        assertThat(line).startsWith("The sandbox is ready: ");
        assertThat(read)
                .hasSameElementsAs(IntStream.range(0, names.size()).boxed().toList());
    }

    @Test
    void whatIsAskedOfFunctionsIsAskedByTheFieldsOfTheirLines() {
        assertThat(question("One session, everywhere"))
                .contains(LogSubject.SESSION + " = \"ses_", ", " + LogSubject.GENERATION + ",");
        assertThat(question("What functions complain about"))
                .contains(", " + LogSubject.SESSION + ", " + LogSubject.GENERATION + ",");
    }

    private String question(String title) {
        return questions().stream()
                .filter(question -> question.text("/Name").contains(title))
                .findFirst()
                .orElseThrow()
                .text("/QueryString");
    }

    @Test
    void theDashboardIsAChoice() {
        assertThat(dashboards(Synthesis.DEFAULTS)).hasSize(1);
        assertThat(dashboards(Synthesis.PRIVATE)).isEmpty();
    }

    @Test
    void failuresForOperatorsAreCountedByWhatEventsSay() {
        assertThat(templates.only("AWS::Logs::MetricFilter").text("/FilterPattern"))
                .isEqualTo("{ $.detail.failure.mustAct = \"%s\" }".formatted(MustAct.OPERATOR.wireName()));
    }

    private static List<Resource> dashboards(String example) {
        return Synthesis.of(example).resources("AWS::CloudWatch::Dashboard");
    }

    private List<Resource> questions() {
        return templates.resources("AWS::Logs::QueryDefinition");
    }
}
