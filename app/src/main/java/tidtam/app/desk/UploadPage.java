package tidtam.app.desk;

import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Taking a workbook in, and following the check that this starts. */
final class UploadPage {
    private UploadPage() {}

    static void show(Visit visit) {
        show(visit, 200, Visit.Typed.nothing());
    }

    private static void show(Visit visit, int status, Visit.Typed typed) {
        long megabytes = visit.at().options().maxUpload() / 1_000_000;
        visit.show(status, out -> JteuploadGenerated.render(out, null, visit, megabytes, typed));
    }

    static void upload(Visit visit) throws IOException {
        Optional<UploadedFile> file =
                Optional.ofNullable(visit.context().uploadedFile("workbook")).filter(one -> one.size() > 0);
        Optional<String> name = file.flatMap(one -> FileName.workbook(one.filename()));
        if (file.isEmpty() || name.isEmpty()) {
            String fault = visit.t(file.isEmpty() ? "upload.none" : "upload.badName");
            show(visit, 422, new Visit.Typed(Map.of(), Map.of("workbook", fault)));
            return;
        }
        try (InputStream in = file.get().content()) {
            follow(
                    visit,
                    visit.at()
                            .office()
                            .upload(
                                    name.get(),
                                    in.readAllBytes(),
                                    visit.person().name()));
        }
    }

    static void check(Visit visit) {
        follow(visit, visit.at().office().check(visit.person().name()));
    }

    private static void follow(Visit visit, Office.Checking checking) {
        visit.go("/checks/" + visit.at().checks().keep(checking));
    }

    static void progress(Visit visit) {
        Office.Checking checking =
                visit.at().checks().find(visit.context().pathParam("check")).orElseThrow(() -> new Refusal(404));
        boolean ended = checking.ended();
        List<String> told = checking.told(visit.language());
        Optional<Long> run = checking.run();
        if (ended && run.isPresent() && told.isEmpty()) {
            visit.go("/findings?run=" + run.get());
            return;
        }
        String progress = checking.progress(visit.language());
        visit.show(out -> JteprogressGenerated.render(out, null, visit, progress, ended, told, run.orElse(null)));
    }
}
