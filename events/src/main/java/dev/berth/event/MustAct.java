package dev.berth.event;

/// Who can mend a failure: whoever made the call, whoever operates Berth, or nobody (it passes).
public enum MustAct implements WireName {
    CALLER("caller"),
    OPERATOR("operator"),
    NOBODY("nobody");

    private final String wireName;

    MustAct(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
