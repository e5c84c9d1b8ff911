package tidtam.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Does the same to many things at once, with one thread a core. */
final class OnAllCores {
    private static final int PATIENCE_SECONDS = 60;

    private OnAllCores() {}

    /**
     * What a function gives for each.
     *
     * @return in the order given
     * @throws RuntimeException what the function throws, as it is; so with an {@link Error}. The others are then broken off and waited for
     */
    static <T, R> List<R> map(List<T> all, Function<T, R> function) {
        int threads = Math.min(all.size(), Runtime.getRuntime().availableProcessors());
        if (threads < 2) {
            return all.stream().map(function).toList();
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<R>> running = all.stream()
                    .map(each -> pool.submit(() -> function.apply(each)))
                    .toList();
            List<R> results = new ArrayList<>();
            for (Future<R> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw unchecked(e);
        } finally {
            end(pool);
        }
    }

    private static RuntimeException unchecked(ExecutionException broken) {
        if (broken.getCause() instanceof Error error) {
            throw error;
        }
        return broken.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(broken);
    }

    private static void end(ExecutorService pool) {
        pool.shutdownNow();
        try {
            pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
