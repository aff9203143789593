package dev.berth.infra.operations;

import dev.berth.infra.control.ControlPlaneStack;
import dev.berth.infra.settings.Installation;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/// An alarm for each trouble, told to the chosen address, or seen in the console only where none is chosen.
final class Alarms extends Construct {
    private final List<IAlarm> all = new ArrayList<>();

    Alarms(Construct scope, String id, Installation installation, ControlPlaneStack control, LogGroup events) {
        super(scope, id);
        countFailuresForOperators(installation, events);
        for (var trouble : Trouble.values()) {
            all.add(Alarm.Builder.create(this, trouble.name())
                    .alarmName(trouble.alarmName(installation))
                    .alarmDescription(trouble.description())
                    .metric(trouble.metric(installation, control))
                    .threshold(trouble.threshold())
                    .evaluationPeriods(1)
                    .comparisonOperator(trouble.comparison())
                    .treatMissingData(trouble.missing())
                    .build());
        }
        installation.operations().alarmEmail().ifPresent(address -> tell(installation, address));
    }

    List<IAlarm> all() {
        return List.copyOf(all);
    }

    /// A metric of our own is paid for in hours in which it has a value: here, in which something failed.
    private void countFailuresForOperators(Installation installation, LogGroup events) {
        MetricFilter.Builder.create(this, "FailuresForOperators")
                .logGroup(events)
                .filterPattern(FilterPattern.stringValue("$.detail.failure.mustAct", "=", "operator"))
                .metricNamespace(Trouble.namespace(installation))
                .metricName(Trouble.OPERATOR_METRIC)
                .metricValue("1")
                .build();
    }

    private void tell(Installation installation, String address) {
        var topic = Topic.Builder.create(this, "Topic")
                .topicName(installation.name() + "-alarms")
                .enforceSsl(true)
                .build();
        topic.addSubscription(new EmailSubscription(address));
        all.forEach(alarm -> ((Alarm) alarm).addAlarmAction(new SnsAction(topic)));
    }
}
