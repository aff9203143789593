package dev.berth.local.front;

import dev.berth.local.data.FolderObjectStore;
import dev.berth.local.data.FolderObjectStore.Stored;
import dev.berth.local.data.ObjectLinks;
import dev.berth.local.data.ObjectLinks.Link;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Follows signed links to stored objects, as S3 does.
final class ObjectsHandler extends Handler.Abstract {
    private final FolderObjectStore objects;

    ObjectsHandler(FolderObjectStore objects) {
        this.objects = objects;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        var path = request.getHttpURI().getPath();
        var link = link(request, path);
        if (!path.startsWith(ObjectLinks.FOR_CLIENTS) && !path.startsWith(ObjectLinks.FOR_SANDBOXES)) {
            return false;
        }
        if (link.isEmpty()) {
            Problems.write(Problems.LINK_REFUSED, response, callback);
            return true;
        }
        switch (link.get()) {
            case Link.Upload upload -> store(upload, request, response, callback);
            case Link.Download download -> send(download, response, callback);
        }
        return true;
    }

    /// Clients only download.
    private Optional<Link> link(Request request, String path) {
        if (path.startsWith(ObjectLinks.FOR_SANDBOXES)) {
            return verify(request, path.substring(ObjectLinks.FOR_SANDBOXES.length()));
        }
        return path.startsWith(ObjectLinks.FOR_CLIENTS) && !request.getMethod().equals("PUT")
                ? verify(request, path.substring(ObjectLinks.FOR_CLIENTS.length()))
                : Optional.empty();
    }

    private Optional<Link> verify(Request request, String key) {
        var query = HttpApiEvents.query(request);
        return objects.links().verify(request.getMethod(), key, query == null ? Map.of() : query);
    }

    private void store(Link.Upload upload, Request request, Response response, Callback callback) throws IOException {
        switch (stored(upload, request)) {
            case WHOLE -> {
                response.setStatus(200);
                callback.succeeded();
            }
            case TOO_LONG -> {
                response.getHeaders().put(HttpHeader.CONNECTION, "close");
                Problems.write(Problems.tooLarge(upload.maxBytes()), response, callback);
            }
            case OTHER_CONTENT -> Problems.write(Problems.OTHER_CONTENT, response, callback);
        }
    }

    private Stored stored(Link.Upload upload, Request request) throws IOException {
        if (request.getLength() > upload.maxBytes()) {
            return Stored.TOO_LONG;
        }
        try (var content = Content.Source.asInputStream(request)) {
            return objects.put(upload, content);
        }
    }

    private void send(Link.Download download, Response response, Callback callback) {
        var file = objects.file(download.key());
        if (file.isEmpty()) {
            Problems.write(Problems.OBJECT_ABSENT, response, callback);
            return;
        }
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, download.contentType());
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        Content.copy(Content.Source.from(file.get()), response, callback);
    }
}
