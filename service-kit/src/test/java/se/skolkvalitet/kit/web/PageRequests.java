package se.skolkvalitet.kit.web;

import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;

/** Requests for a page as the container would make them. */
public final class PageRequests {
    private PageRequests() {}

    /** @param collection path of the request */
    public static PageRequest of(String collection, int limit, String cursor) {
        PageRequest request = new PageRequest();
        request.address = (UriInfo) Proxy.newProxyInstance(
                PageRequests.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getPath")) {
                        return collection;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
        request.limit = limit;
        request.cursor = cursor;
        return request;
    }
}
