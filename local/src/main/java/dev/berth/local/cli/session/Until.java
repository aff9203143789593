package dev.berth.local.cli.session;

/// When watching a session is over. Judged only when everything there is was read.
public enum Until {
    NOTHING_NEW {
        @Override
        boolean reached(Progress progress) {
            return true;
        }
    },
    TURN_ENDED {
        @Override
        boolean reached(Progress progress) {
            return progress.turns() > 0 || progress.sessionEnded();
        }
    },
    SESSION_ENDED {
        @Override
        boolean reached(Progress progress) {
            return progress.sessionEnded();
        }
    };

    abstract boolean reached(Progress progress);
}
