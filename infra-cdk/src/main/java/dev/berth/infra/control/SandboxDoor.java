package dev.berth.infra.control;

import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.amazon.awscdk.services.lambda.FunctionUrlAuthType;
import software.constructs.Construct;

/// Where sandboxes call, often: a function URL costs nothing for a request. It knows its callers by tokens of Berth's
/// own, so AWS lets everybody through.
final class SandboxDoor extends Construct {
    private final FunctionUrl url;

    SandboxDoor(Construct scope, String id, Alias function) {
        super(scope, id);
        this.url = FunctionUrl.Builder.create(this, "Url")
                .function(function)
                .authType(FunctionUrlAuthType.NONE)
                .build();
    }

    /// Without the slash that AWS puts at its end.
    String url() {
        return "https://" + Fn.select(2, Fn.split("/", url.getUrl()));
    }
}
