package dev.berth.organization;

import java.time.Instant;

/// That a browser showed an API key once. It opens what the key opens, as long as the key is there.
///
/// @param tokenHash of the cookie's text, by which a request finds it
/// @param keyHash of the API key
record SignIn(String tokenHash, String keyHash, Instant expiresAt) {}
