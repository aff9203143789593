package dev.berth.snapshot;

import dev.berth.profile.Draft;
import java.time.Duration;

/// @param build `bld_…`: the same id is the same build
/// @param content of the profile version
/// @param timeLimit of the setup script
public record BuildRequest(
        String build, String organization, String profile, int version, Draft content, Duration timeLimit) {}
