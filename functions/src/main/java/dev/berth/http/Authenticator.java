package dev.berth.http;

import dev.berth.organization.Scope;
import org.jspecify.annotations.Nullable;

/// Says who calls, and refuses who may not.
///
/// @param <C> who calls
@FunctionalInterface
public interface Authenticator<C> {
    /// @param scope that the operation asks for; null when being known is enough
    /// @throws ProblemException 401 when it is not known who calls, 403 when they have not that scope
    C authenticate(HttpRequest request, @Nullable Scope scope);
}
