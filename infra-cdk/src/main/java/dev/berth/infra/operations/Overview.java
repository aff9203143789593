package dev.berth.infra.operations;

import dev.berth.infra.control.ControlPlaneStack;
import dev.berth.infra.settings.Installation;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.LogQueryVisualizationType;
import software.amazon.awscdk.services.cloudwatch.LogQueryWidget;
import software.amazon.awscdk.services.cloudwatch.TextWidget;
import software.constructs.Construct;

/// The one dashboard. It asks logs and AWS's own metrics, so it costs nothing while nobody looks at it.
final class Overview extends Construct {
    private static final int WHOLE = 24;
    private static final int HALF = 12;
    private static final int THIRD = 8;

    private final Dashboard dashboard;
    private final SearchedLogs logs;

    Overview(
            Construct scope,
            String id,
            Installation installation,
            ControlPlaneStack control,
            SearchedLogs logs,
            List<IAlarm> alarms) {
        super(scope, id);
        this.logs = logs;
        this.dashboard = Dashboard.Builder.create(this, "Dashboard")
                .dashboardName(installation.name())
                .defaultInterval(Duration.hours(24))
                .build();
        dashboard.addWidgets(TextWidget.Builder.create()
                .markdown(
                        "**Berth, %s.** What each part means and what to do: `%s` of the release. Figures cover the chosen time."
                                .formatted(installation.name(), Trouble.RUNBOOK))
                .width(WHOLE)
                .height(2)
                .build());
        dashboard.addWidgets(AlarmStatusWidget.Builder.create()
                .title("Alarms")
                .alarms(alarms)
                .width(WHOLE)
                .build());
        row(THIRD, Question.LIVE, Question.QUEUE, Question.COST);
        row(HALF, Question.STARTS, Question.WAITS);
        row(WHOLE, Question.PHASES);
        row(HALF, Question.FAILURES, Question.SNAPSHOTS);
        row(HALF, Question.LIVE_LIST, Question.LAST_FAILURES);
        dashboard.addWidgets(
                graph(Trouble.DEAD_LETTERS, installation, control), graph(Trouble.API_ERRORS, installation, control));
        row(WHOLE, Question.SPEED);
    }

    private void row(int width, Question... questions) {
        dashboard.addWidgets(List.of(questions).stream()
                .map(question -> LogQueryWidget.Builder.create()
                        .title(question.title())
                        .logGroupNames(logs.of(question))
                        .queryString(question.text())
                        .view(LogQueryVisualizationType.TABLE)
                        .width(width)
                        .build())
                .toArray(LogQueryWidget[]::new));
    }

    private static GraphWidget graph(Trouble trouble, Installation installation, ControlPlaneStack control) {
        return GraphWidget.Builder.create()
                .title(trouble.alarmName(installation))
                .left(List.of(trouble.metric(installation, control)))
                .width(HALF)
                .build();
    }
}
