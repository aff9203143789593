package dev.berth.sandbox;

import dev.berth.http.BearerToken;
import dev.berth.http.Endpoint;
import dev.berth.http.HttpRequest;
import dev.berth.http.HttpResponse;
import dev.berth.protocol.ArchiveReport;
import dev.berth.protocol.BootstrapRequest;
import dev.berth.protocol.EventBatch;
import dev.berth.protocol.FailureReport;
import dev.berth.protocol.ReadyReport;
import dev.berth.protocol.UploadRequest;
import java.util.List;

/// `/sandbox/v1/*`: what a sandbox asks of the control plane.
public final class SandboxRoutes {
    private final BootstrapSandbox bootstrap;
    private final Manifests manifests;
    private final ReportReady reportReady;
    private final ReportFailure reportFailure;
    private final AppendBatch appendBatch;
    private final HearSandbox hear;
    private final TakeTurn takeTurn;
    private final RequestUpload requestUpload;
    private final StoreArchive storeArchive;

    public SandboxRoutes(
            BootstrapSandbox bootstrap,
            Manifests manifests,
            ReportReady reportReady,
            ReportFailure reportFailure,
            AppendBatch appendBatch,
            HearSandbox hear,
            TakeTurn takeTurn,
            RequestUpload requestUpload,
            StoreArchive storeArchive) {
        this.bootstrap = bootstrap;
        this.manifests = manifests;
        this.reportReady = reportReady;
        this.reportFailure = reportFailure;
        this.appendBatch = appendBatch;
        this.hear = hear;
        this.takeTurn = takeTurn;
        this.requestUpload = requestUpload;
        this.storeArchive = storeArchive;
    }

    public List<Endpoint<SandboxCaller>> endpoints() {
        return List.of(
                Endpoint.open("POST /sandbox/v1/bootstrap", this::exchange),
                Endpoint.of("GET /sandbox/v1/manifest", this::manifest),
                Endpoint.of("POST /sandbox/v1/ready", this::ready),
                Endpoint.of("POST /sandbox/v1/failure", this::failure),
                Endpoint.of("POST /sandbox/v1/batches", this::append),
                Endpoint.of("POST /sandbox/v1/heartbeats", this::heartbeat),
                Endpoint.of("POST /sandbox/v1/turns", this::turn),
                Endpoint.of("POST /sandbox/v1/uploads", this::upload),
                Endpoint.of("POST /sandbox/v1/archives", this::archive));
    }

    private HttpResponse exchange(HttpRequest request) {
        var token = BearerToken.of(request).orElseThrow(SandboxProblems::unknownToken);
        return HttpResponse.json(200, bootstrap.exchange(token, request.json(BootstrapRequest.class)));
    }

    private HttpResponse manifest(HttpRequest request, SandboxCaller caller) {
        return HttpResponse.json(200, manifests.of(caller.sandbox()));
    }

    private HttpResponse ready(HttpRequest request, SandboxCaller caller) {
        var session = reportReady.ready(caller, request.json(ReadyReport.class));
        return HttpResponse.json(200, hear.hear(session, dev.berth.protocol.Activity.BUSY, 0));
    }

    private HttpResponse failure(HttpRequest request, SandboxCaller caller) {
        var session = reportFailure.failed(caller, request.json(FailureReport.class));
        return HttpResponse.json(200, hear.hear(session, dev.berth.protocol.Activity.BUSY, 0));
    }

    private HttpResponse append(HttpRequest request, SandboxCaller caller) {
        return HttpResponse.json(200, appendBatch.append(caller, request.json(EventBatch.class)));
    }

    private HttpResponse heartbeat(HttpRequest request, SandboxCaller caller) {
        return HttpResponse.json(200, hear.hear(caller, request.json(dev.berth.protocol.Activity.class)));
    }

    private HttpResponse turn(HttpRequest request, SandboxCaller caller) {
        return takeTurn.take(caller).map(turn -> HttpResponse.json(201, turn)).orElseGet(() -> HttpResponse.empty(204));
    }

    private HttpResponse upload(HttpRequest request, SandboxCaller caller) {
        return HttpResponse.json(201, requestUpload.request(caller, request.json(UploadRequest.class)));
    }

    private HttpResponse archive(HttpRequest request, SandboxCaller caller) {
        storeArchive.store(caller, request.json(ArchiveReport.class));
        return HttpResponse.empty(204);
    }
}
