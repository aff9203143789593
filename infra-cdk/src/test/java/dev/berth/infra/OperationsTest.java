package dev.berth.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.BusEvent;
import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.infra.Templates.Resource;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("node")
final class OperationsTest {
    private static final Pattern RUNBOOK = Pattern.compile("Runbook: (\\S+), \"([^\"]+)\"");
    private static final Pattern DETAIL_FIELD = Pattern.compile("detail\\.(\\w+)(?:\\.(\\w+))?");

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
