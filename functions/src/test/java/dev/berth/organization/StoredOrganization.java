package dev.berth.organization;

import dev.berth.organization.Organization.Limits;
import dev.berth.organization.Organization.Settings;
import dev.berth.store.BerthStore;

/// Puts an organization with chosen limits into a store.
public final class StoredOrganization {
    private StoredOrganization() {}

    public static Organization insert(BerthStore store, String id, Settings settings, Limits limits) {
        var organization = new Organization(id, "Acme", settings, limits, 1);
        if (!new Organizations(store)
                .insertInto(store.transaction(), organization)
                .commit()) {
            throw new IllegalStateException(id + " is there already");
        }
        return organization;
    }
}
