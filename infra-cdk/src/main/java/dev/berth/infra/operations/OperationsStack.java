package dev.berth.infra.operations;

import dev.berth.infra.control.ControlPlaneStack;
import dev.berth.infra.settings.Installation;
import dev.berth.infra.substrate.SubstrateStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/// What people see and are told. Berth runs without it.
public final class OperationsStack extends Stack {
    public OperationsStack(
            Construct scope,
            String id,
            StackProps props,
            Installation installation,
            SubstrateStack substrate,
            ControlPlaneStack control) {
        super(scope, id, props);
        var events = new EventLog(this, "Events", installation, control.bus());
        var logs =
                new SearchedLogs(events.log().getLogGroupName(), control.functionLogs(), substrate.sandboxLogGroup());
        new SavedQuestions(this, "Questions", installation, logs);
        var alarms = new Alarms(this, "Alarms", installation, control, events.log());
        if (installation.operations().dashboard()) {
            new Overview(this, "Overview", installation, control, logs, alarms.all());
        }
    }
}
