package dev.berth.infra.grant;

import java.util.List;

/// Leave to write one log.
public final class LogGrants {
    private LogGrants() {}

    /// @param logGroupArn with `:*` at its end, as CloudFormation gives it: the streams of the group
    public static Grant write(String logGroupArn) {
        return Grant.of(List.of("logs:CreateLogStream", "logs:PutLogEvents"), logGroupArn);
    }
}
