package tidtam.app.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tidtam.app.history.History;
import tidtam.app.history.Run;

/** Runs as pages show them. A recorded run never changes, so the last few looked at are kept. */
final class Runs {
    private static final int KEPT = 6;

    private final History history;
    private final Map<Long, RunView> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

    Runs(History history) {
        this.history = history;
    }

    Optional<RunView> latest() {
        return history.latest().map(this::view);
    }

    Optional<RunView> find(long number) {
        Optional<RunView> known = known(number);
        return known.isPresent() ? known : history.find(number).map(this::view);
    }

    private synchronized Optional<RunView> known(long number) {
        return Optional.ofNullable(kept.get(number));
    }

    private RunView view(Run run) {
        return known(run.number()).orElseGet(() -> {
            RunView view = RunView.of(run, history.recorded(run.number()).orElseThrow());
            keep(view);
            return view;
        });
    }

    private synchronized void keep(RunView view) {
        kept.put(view.run().number(), view);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
