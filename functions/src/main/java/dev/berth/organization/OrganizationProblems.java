package dev.berth.organization;

import dev.berth.http.Problem;
import dev.berth.http.ProblemException;

/// What can be wrong with a request about an organization or its API keys.
final class OrganizationProblems {
    private OrganizationProblems() {}

    static ProblemException malformedKey() {
        return Problem.of(
                        401,
                        "malformed_api_key",
                        "What was sent is no API key",
                        "It does not have the shape of an API key.",
                        "Send the key as it was shown: 'berth_' and 43 characters, with nothing around it.")
                .exception();
    }

    static ProblemException unknownKey() {
        return Problem.of(
                        401,
                        "unknown_api_key",
                        "The API key is not known",
                        "No organization has this API key; it may have been deleted.",
                        "Use another key, or ask an administrator for a new one.")
                .exception();
    }

    static ProblemException signInEnded() {
        return Problem.of(
                        401,
                        "sign_in_ended",
                        "This browser is not signed in any more",
                        "The sign-in is too old, was ended, or its API key was deleted.",
                        "Sign in again with an API key of your organization.")
                .exception();
    }

    static ProblemException crossSite() {
        return Problem.of(
                        403,
                        "cross_site_request",
                        "Only Berth's own pages may do this with a cookie",
                        "The request was sent by a page of another site, or does not say which page sent it.",
                        "Send an API key as 'Authorization: Bearer <API key>' instead of the cookie.")
                .exception();
    }

    static ProblemException scopeNotHeld(Scope scope) {
        return Problem.of(
                        403,
                        "scope_not_held",
                        "A key gives only scopes that it has",
                        "The API key that makes this one does not have the scope '" + scope.wireName() + "' itself.",
                        "Leave that scope out, or make the key with one that has it.")
                .exception();
    }

    static ProblemException lastAdminKey() {
        return Problem.of(
                        409,
                        "last_admin_key",
                        "The last key that administers stays",
                        "Without this key nobody could administer the organization any more.",
                        "Make another key with the scope 'admin' first.")
                .exception();
    }
}
