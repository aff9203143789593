package dev.berth.local.up;

import dev.berth.local.cli.CommandFailure;
import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.up.ControlPlaneLauncher;
import dev.berth.local.cli.up.UpSettings;
import dev.berth.local.data.DataFolder;
import dev.berth.local.data.DataFolderInUseException;
import dev.berth.organization.CreateOrganization;
import dev.berth.organization.Ids;
import dev.berth.store.BerthStore;
import dev.berth.store.BerthTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;

/// Starts the control plane of a data folder in this process.
public final class LocalLauncher implements ControlPlaneLauncher {
    private final Seams seams;

    public LocalLauncher() {
        this(Seams.NONE);
    }

    public LocalLauncher(Seams seams) {
        this.seams = seams;
    }

    @Override
    public Running start(UpSettings settings) {
        try {
            return start(settings, DataFolder.open(settings.data()));
        } catch (DataFolderInUseException inUse) {
            throw new CommandFailure(
                    String.valueOf(inUse.getMessage()),
                    "Use that control plane, end it, or choose another folder with '--data FOLDER'.",
                    ExitCode.FAILED,
                    inUse);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Running start(UpSettings settings, DataFolder folder) throws IOException {
        var port = Port.choose(settings.port(), folder.urlFile());
        var random = new SecureRandom();
        var clock = seams.clock();
        var driver = DriverChoice.make(settings.driver(), folder, random);
        var sandboxes = driver.kind().address(port);
        var clients = LocalControlPlane.urlOf(port);
        var stores = Stores.open(folder, settings.dynamodb(), clients, sandboxes.url(), random, clock)
                .through(seams.dynamoDb());
        ensureOrganization(folder, stores, random, clock);
        var controlPlane =
                new LocalControlPlane(folder, stores, driver, sandboxes, Definitions.load(), port, random, seams);
        try {
            controlPlane.start();
            return controlPlane;
        } catch (IOException _) {
            throw Port.taken(port);
        }
    }

    private static void ensureOrganization(DataFolder folder, Stores stores, SecureRandom random, Clock clock)
            throws IOException {
        var store = new BerthStore(stores.dynamoDb().client(), BerthTable.NAME);
        new CreateOrganization(store, Ids.ulids(), clock)
                .ensure("This machine", AdminKey.in(folder.adminKeyFile(), random));
    }
}
