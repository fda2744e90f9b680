package dev.bolt.orchestrator;

import dev.bolt.api.analysis.AnalysisApi;
import dev.bolt.api.analysis.SymbolApi;
import dev.bolt.api.einstein.SimilarityApi;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.index.IndexApi;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.search.SearchApi;
import dev.bolt.api.vitals.ServiceStatusApi;
import dev.bolt.orchestrator.evidence.Knowledge;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The knowledge services without the wire: they say what {@link Shop} says, or hold every question until released. */
public final class InMemoryKnowledge {
    public volatile CountDownLatch gate = new CountDownLatch(0);
    /** Whether nobody answers what is asked of some files alone. */
    public volatile boolean blindInside;

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    public void hold() {
        gate = new CountDownLatch(1);
    }

    public void release() {
        gate.countDown();
    }

    /** Questions that are being held now. */
    public int held() {
        return inside.get();
    }

    /** Most questions at once so far. */
    public int most() {
        return most.get();
    }

    public Knowledge all() {
        var indexes = new LinkedHashMap<String, IndexApi>();
        for (String service : List.of("search", "einstein", "analysis")) {
            indexes.put(service, proxy(IndexApi.class, service));
        }
        return new Knowledge(
                proxy(SearchApi.class, ""),
                proxy(SimilarityApi.class, ""),
                proxy(SymbolApi.class, ""),
                proxy(AnalysisApi.class, ""),
                indexes,
                new LinkedHashMap<String, ServiceStatusApi>());
    }

    private <T> T proxy(Class<T> type, String service) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> said(method, service, arguments)));
    }

    private Object said(Method method, String service, Object... arguments) throws InterruptedException {
        if (method.getDeclaringClass() == IndexApi.class) {
            return Shop.index(service, IndexState.READY);
        }
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        try {
            gate.await();
        } finally {
            inside.decrementAndGet();
        }
        if (blindInside && arguments[0] instanceof SimilarityQuery query && query.filter() != null) {
            throw new ProblemException(Problem.DEADLINE_EXCEEDED, "Too slow.");
        }
        return switch (method.getName()) {
            case "similar" -> Shop.similar();
            case "search" -> Shop.lines("shop/cart.py");
            case "definitions" -> Shop.symbols(Shop.symbol("shop/cart.py", "Cart.total", 2));
            case "analyze" -> Shop.analysis("shop/cart.py");
            case "dependencies" -> Shop.dependencies("shop/cart.py");
            case "impact" -> Shop.impact();
            default -> throw new IllegalArgumentException(method.toString());
        };
    }
}
