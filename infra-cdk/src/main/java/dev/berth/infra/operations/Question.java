package dev.berth.infra.operations;

/// What people ask of the logs: saved in the Logs Insights console, and answered on the dashboard. A question
/// costs half a cent for each gigabyte that it reads, and nothing while nobody asks.
enum Question {
    LIVE("Live sessions by state", Asked.OF_EVENTS, """
            filter ispresent(detail.session)
            | stats latest(detail.status) as status by detail.session
            | filter status in ["queued", "starting", "running"]
            | stats count(*) as sessions by status"""),
    LIVE_LIST("Live sessions, each", Asked.OF_EVENTS, """
            filter ispresent(detail.session)
            | stats latest(detail.status) as status, latest(detail.at) as since, latest(detail.url) as url by detail.session
            | filter status in ["queued", "starting", "running"]
            | sort since asc"""),
    QUEUE("Queue: depth and age", Asked.OF_EVENTS, """
            filter ispresent(detail.session)
            | stats latest(detail.status) as status, latest(@timestamp) as since by detail.session
            | filter status = "queued"
            | stats count(*) as waiting, (now() * 1000 - min(since)) / 60000 as oldestMinutes"""),
    WAITS("Seconds in the queue, p50 and p99", Asked.OF_EVENTS, """
            filter detail.status in ["queued", "starting"]
            | stats min(@timestamp) as from, max(@timestamp) as to, count_distinct(detail.status) as steps by detail.session, detail.run
            | filter steps = 2
            | stats pct((to - from) / 1000, 50) as p50, pct((to - from) / 1000, 99) as p99, count(*) as sessions"""),
    STARTS("Seconds from launch to running, p50 and p99", Asked.OF_EVENTS, """
            filter detail.status in ["starting", "running"]
            | stats min(@timestamp) as from, max(@timestamp) as to, count_distinct(detail.status) as steps by detail.session, detail.run
            | filter steps = 2
            | stats pct((to - from) / 1000, 50) as p50, pct((to - from) / 1000, 99) as p99, count(*) as starts"""),
    PHASES("Starts by their phases, milliseconds, p50 and p99", Asked.OF_FUNCTIONS, PhaseQuestion.text()),
    FAILURES("Failures by reason and by who must act", Asked.OF_EVENTS, """
            filter `detail-type` in ["Session Failed", "Snapshot Failed"]
            | stats count(*) as failures by `detail-type`, detail.reason, detail.failure.code, detail.failure.mustAct
            | sort failures desc"""),
    LAST_FAILURES("Failures, each with what to do", Asked.OF_EVENTS, """
            filter `detail-type` in ["Session Failed", "Snapshot Failed"]
            | fields @timestamp, detail.session, detail.profile, detail.failure.detail, detail.failure.remedy, detail.failure.mustAct
            | sort @timestamp desc
            | limit 50"""),
    COST("Hours of sandboxes, and what they cost", Asked.OF_EVENTS, """
            filter detail.status in ["running", "stopped", "failed"]
            | stats min(@timestamp) as from, max(@timestamp) as to, count_distinct(detail.status) as steps by detail.session, detail.run
            | filter steps = 2
            | stats count(*) as sessions, sum((to - from) / 3600000) as hours, sum((to - from) / 3600000) * 0.084 as dollarsOf2VcpuAnd4GiB"""),
    SNAPSHOTS("Snapshots: how old, and how the last build ended", Asked.OF_EVENTS, """
            filter `detail-type` in ["Snapshot Ready", "Snapshot Failed"]
            | stats latest(`detail-type`) as ended, (now() * 1000 - latest(@timestamp)) / 3600000 as hoursAgo by detail.profile, detail.version
            | sort hoursAgo desc"""),
    STORY("One session, everywhere: put its id in", Asked.OF_EVERYTHING, """
            filter session = "ses_REPLACE_ME" or detail.session = "ses_REPLACE_ME" or @message like "ses_REPLACE_ME"
            | fields @timestamp, @log, generation, level, coalesce(message, `detail-type`, @message) as said, @message
            | sort @timestamp asc
            | limit 1000"""),
    ERRORS("What functions complain about", Asked.OF_FUNCTIONS, """
            filter level in ["ERROR", "WARN"] or @message like /Task timed out|Runtime exited/
            | fields @timestamp, @log, level, session, generation, message, @message
            | sort @timestamp desc
            | limit 100"""),
    SPEED("How long functions take, and how long a cold start does", Asked.OF_FUNCTIONS, """
            filter @type = "REPORT"
            | parse @message /Restore Duration: (?<restoreMs>[0-9.]+) ms/
            | stats count(*) as calls, pct(@duration, 50) as p50, pct(@duration, 99) as p99, count(restoreMs) as coldStarts, pct(restoreMs, 99) as restoreP99, max(@maxMemoryUsed) / 1000000 as mostMegabytes by @log""");

    private final String title;
    private final Asked asked;
    private final String text;

    Question(String title, Asked asked, String text) {
        this.title = title;
        this.asked = asked;
        this.text = text;
    }

    String title() {
        return title;
    }

    Asked asked() {
        return asked;
    }

    String text() {
        return text;
    }

    /// Of which logs.
    enum Asked {
        OF_EVENTS,
        OF_FUNCTIONS,
        OF_EVERYTHING
    }
}
