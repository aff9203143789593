package dev.berth.local.cli;

import picocli.CommandLine.Option;

/// `--json`, where a script may want the answer.
public final class JsonOption {
    @Option(names = "--json", description = "Print JSON as the API answers it.")
    private boolean json;

    public boolean asked() {
        return json;
    }
}
