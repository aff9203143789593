package dev.berth.http;

/// Answers one operation: translates the request into a call of one use case, and its result into a response.
///
/// @param <C> who calls: an organization's [dev.berth.organization.Caller], or a sandbox
@FunctionalInterface
public interface Route<C> {
    HttpResponse handle(HttpRequest request, C caller);
}
