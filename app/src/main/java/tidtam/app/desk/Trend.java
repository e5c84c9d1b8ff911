package tidtam.app.desk;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tidtam.reports.history.PlanHistory;

/** How many findings a plan had from day to day, as lines to be drawn and as a table. */
record Trend(List<PlanHistory.Point> points, int most) {
    static final int WIDTH = 600;
    static final int HEIGHT = 140;
    private static final int MARGIN = 12;

    /** Null where there are no two days to compare. */
    static @Nullable Trend of(List<PlanHistory.Point> points) {
        int most = points.stream()
                .mapToInt(point -> Math.max(point.errors(), Math.max(point.warnings(), point.infos())))
                .max()
                .orElse(0);
        return points.size() < 2 ? null : new Trend(points, Math.max(most, 1));
    }

    String errors() {
        return line(PlanHistory.Point::errors);
    }

    String warnings() {
        return line(PlanHistory.Point::warnings);
    }

    String infos() {
        return line(PlanHistory.Point::infos);
    }

    private String line(ToIntFunction<PlanHistory.Point> figure) {
        double step = (WIDTH - 2.0 * MARGIN) / (points.size() - 1);
        return IntStream.range(0, points.size())
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        MARGIN + i * step,
                        HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * figure.applyAsInt(points.get(i)) / most))
                .collect(Collectors.joining(" "));
    }
}
