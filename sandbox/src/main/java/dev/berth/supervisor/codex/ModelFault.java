package dev.berth.supervisor.codex;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import org.jspecify.annotations.Nullable;

/// What can be wrong with the model, and who mends it.
enum ModelFault {
    UNAUTHORIZED(
            "model_unauthorized",
            "The model's server refused the key",
            MustAct.CALLER,
            "Set %s in the profile's environment to a key that agent.options.baseUrl takes, or name a gateway there that"
                    + " adds one; publish that, and start a session with it"),
    NOT_FOUND(
            "model_not_found",
            "The model's server does not know the model or the address",
            MustAct.CALLER,
            "See that agent.model and agent.options.baseUrl in the profile fit together, and publish that"),
    REFUSED(
            "model_request_refused",
            "The model's server refused the request",
            MustAct.CALLER,
            "See that agent.model and agent.options in the profile are what the server takes"),
    TOO_LONG(
            "model_context_full",
            "The conversation is longer than the model can take",
            MustAct.CALLER,
            "Start another session"),
    OUT_OF_QUOTA(
            "model_quota_exceeded",
            "The account at the model's provider has nothing left",
            MustAct.CALLER,
            "Raise its limit at the provider, or use another key, and send the message again"),
    RATE_LIMITED(
            "model_rate_limited",
            "The model's server takes no more requests for now",
            MustAct.NOBODY,
            "Wait a while and send the message again"),
    UNAVAILABLE(
            "model_unavailable",
            "The model's server failed",
            MustAct.NOBODY,
            "Wait a while and send the message again"),
    CUT(
            "model_stream_cut",
            "The model's answers broke off",
            MustAct.NOBODY,
            "Send the message again; if it happens again, see what lies between the sandbox and the model's server"),
    UNREACHABLE(
            "model_unreachable",
            "The model's server cannot be reached",
            MustAct.OPERATOR,
            "See that agent.options.baseUrl in the profile is right, and that a server answers there"),
    OTHER(
            "agent_failed",
            "Codex could not go on",
            MustAct.CALLER,
            "Send the message again; if it happens again, look at what Codex says");

    private final String code;
    private final String sentence;
    private final MustAct mustAct;
    private final String remedy;

    ModelFault(String code, String sentence, MustAct mustAct, String remedy) {
        this.code = code;
        this.sentence = sentence;
        this.mustAct = mustAct;
        this.remedy = remedy;
    }

    /// @param retried the last retry of the same turn that codex told of
    static Failure of(ModelError error, @Nullable ModelError retried) {
        var fault = named(typed(error, retried));
        return new Failure(
                fault.code,
                fault.sentence + ": " + error.message(),
                fault.remedy.formatted(CodexConfig.KEY_VARIABLE),
                fault.mustAct);
    }

    /// Codex goes on by itself.
    static Failure retry(ModelError error) {
        return new Failure(
                "model_retry",
                error.details().isEmpty() ? error.message() : error.message() + ": " + error.details(),
                "Wait: Codex asks the model again by itself",
                MustAct.NOBODY);
    }

    static Failure warning(String message) {
        return new Failure("agent_warning", "Codex warns: " + message, "Nothing has to be done", MustAct.NOBODY);
    }

    /// When codex gives up a stream that it retried, only the retries say of what type the error was.
    private static ModelError typed(ModelError error, @Nullable ModelError retried) {
        return retried != null
                        && error.kind().equals("other")
                        && error.message().equals(retried.details())
                ? retried
                : error;
    }

    private static ModelFault named(ModelError error) {
        return switch (error.kind()) {
            case "unauthorized" -> UNAUTHORIZED;
            case "modelNotFound" -> NOT_FOUND;
            case "badRequest", "other", "cyberPolicy", "inferenceHookDenied", "misalignmentPolicyViolation" -> REFUSED;
            case "contextWindowExceeded" -> TOO_LONG;
            case "usageLimitExceeded", "sessionBudgetExceeded" -> OUT_OF_QUOTA;
            case "rateLimitExceeded" -> RATE_LIMITED;
            case "internalServerError", "serverOverloaded", "flexUnavailable", "policyCapacityUnavailable" ->
                UNAVAILABLE;
            case "httpConnectionFailed", "responseStreamConnectionFailed", "responseTooManyFailedAttempts" ->
                answered(error.status(), UNREACHABLE);
            case "responseStreamDisconnected" -> answered(error.status(), CUT);
            default -> answered(error.status(), OTHER);
        };
    }

    private static ModelFault answered(@Nullable Integer status, ModelFault withoutStatus) {
        return switch (status) {
            case null -> withoutStatus;
            case 401, 403 -> UNAUTHORIZED;
            case 402 -> OUT_OF_QUOTA;
            case 404 -> NOT_FOUND;
            case 413 -> TOO_LONG;
            case 429 -> RATE_LIMITED;
            case Integer other when other >= 500 -> UNAVAILABLE;
            case Integer _ -> REFUSED;
        };
    }
}
