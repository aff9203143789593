package dev.berth.sandbox;

/// How often a sandbox is to send what it has collected: where calls cost money, seldom while nobody watches.
public record FlushPolicy(int withViewerMillis, int withoutViewerMillis) {
    public static final FlushPolicy ONE_MACHINE = new FlushPolicy(50, 50);
    public static final FlushPolicy AWS = new FlushPolicy(1_000, 15_000);

    boolean asksForViewers() {
        return withViewerMillis != withoutViewerMillis;
    }

    int millis(boolean hasViewer) {
        return hasViewer ? withViewerMillis : withoutViewerMillis;
    }
}
