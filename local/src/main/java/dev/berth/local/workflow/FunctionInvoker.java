package dev.berth.local.workflow;

/// Calls the functions that a definition names, as Lambda would.
@FunctionalInterface
public interface FunctionInvoker {
    /// @param function what the definition's `FunctionName` says
    /// @return the function's answer as JSON
    /// @throws Exception what the function threw; its class name is the error that the definition sees
    String invoke(String function, String payloadJson) throws Exception;
}
