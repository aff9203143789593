package dev.berth.session;

/// A turn that the agent was given and that has not ended.
///
/// @param id `trn_…`
/// @param message `msg_…`
/// @param interruptAsked the sandbox is told to end it
public record OpenTurn(String id, String message, boolean interruptAsked) {
    OpenTurn interrupted() {
        return new OpenTurn(id, message, true);
    }
}
