package dev.berth.local.conformance;

/// What many tests need and none changes.
///
/// @param profile whose first version is ready and empty
/// @param artifact of that version
/// @param session that ran and stopped
record Scene(String profile, String artifact, String session) {
    static Scene of(Api admin) {
        var work = new Work(admin);
        var profile = work.ready(Work.EMPTY_DRAFT);
        var artifact = work.snapshot(profile).path("artifact").path("ref").asString();
        return new Scene(profile, artifact, work.ran(profile, "echo scene"));
    }
}
