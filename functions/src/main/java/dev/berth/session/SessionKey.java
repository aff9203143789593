package dev.berth.session;

/// Names a session. The organization is part of it, so that another organization's id finds nothing.
///
/// @param organization `org_…`
/// @param session `ses_…`
public record SessionKey(String organization, String session) {}
