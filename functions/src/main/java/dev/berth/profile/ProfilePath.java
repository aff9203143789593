package dev.berth.profile;

import dev.berth.http.HttpRequest;
import dev.berth.http.Problems;
import dev.berth.organization.Caller;

/// Reads what a request's path names.
public final class ProfilePath {
    private ProfilePath() {}

    public static ProfileKey profile(HttpRequest request, Caller caller) {
        return new ProfileKey(caller.organization(), request.pathParameter("profile"));
    }

    public static VersionKey version(HttpRequest request, Caller caller) {
        var number = request.pathParameter("version");
        try {
            return profile(request, caller).version(Integer.parseInt(number));
        } catch (NumberFormatException tooLarge) {
            throw Problems.notFound("version", number);
        }
    }
}
