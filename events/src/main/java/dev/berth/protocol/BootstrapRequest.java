package dev.berth.protocol;

/// `POST /sandbox/v1/bootstrap`, with the bootstrap token as bearer: exchanges it for the right to call with a secret
/// that never left the sandbox. Good once: a repeat with the same hash gets the same answer, one with another hash
/// ends the generation. Answered with a [Manifest].
///
/// @param protocol [Protocol#VERSION] of the caller
/// @param secretHash lower-case hex SHA-256 of the secret the caller made (32 random bytes, base64url without padding)
public record BootstrapRequest(int protocol, String secretHash) {}
