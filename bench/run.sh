#!/usr/bin/env bash
# Prints the figures of README.md, "Speed". Needs the JDK and Maven, and a machine that does nothing else; about eight minutes.
#   bench/run.sh [start|forms|engine|big|folder|warn|history|desk …]      all of them where none is named
set -euo pipefail
cd "$(dirname "$0")/.."

mvn -q -B -pl app,bench -am -DskipTests -Dspotless.check.skip -Djacoco.skip package \
  dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=target/dependency >/dev/null
tidtam=$(echo "$PWD"/app/target/tidtam-*/bin/tidtam)
classes="bench/target/classes:bench/target/dependency/*"
sample=spreadsheets/src/test/resources/samples/jomuang-2566-h1.xlsx
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Seconds that a command takes from start to end; its own output and exit code do not matter.
seconds() {
  local from=$EPOCHREALTIME
  "$@" >/dev/null 2>&1 || true
  awk -v from="$from" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.3f\n", to - from }'
}

median() { sort -n "$1" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

# Peak resident memory of a command in megabytes.
peak() {
  if [ -x /usr/bin/time ]; then
    /usr/bin/time -f %M -o "$work/peak" "$@" >/dev/null 2>&1 || true
    awk 'END { printf "%.0f MB", $1 / 1024 }' "$work/peak"
  else
    printf 'not measured: no /usr/bin/time'
  fi
}

check() { "$tidtam" check "$@" --as-of 2566-04-30 --quiet; }

# The archive is made behind the first check.
warm() {
  check "$sample" >/dev/null 2>&1 || true
  for _ in $(seq 60); do
    ls "${tidtam%/bin/*}"/cache/*.jsa >/dev/null 2>&1 && break
    sleep 1
  done
}

start() {
  warm
  for _ in $(seq 15); do
    seconds java -cp "$classes" tidtam.bench.BarePoi "$sample" >>"$work/bare"
    seconds "$tidtam" check "$sample" --as-of 2566-04-30 >>"$work/tidtam"
  done
  paste "$work/tidtam" "$work/bare" | awk '{ print $1 / $2 }' >"$work/ratio"
  echo "check of the sample, archive warm, median of 15: $(median "$work/tidtam") s;" \
    "bare POI without archive: $(median "$work/bare") s; median ratio $(median "$work/ratio")"
  echo "  peak memory: $(peak "$tidtam" check "$sample" --as-of 2566-04-30)"
}

# Every form of the sample beside findings.json alone, in turn; then every form of 2,000 measures in little memory.
forms() {
  warm
  for _ in $(seq 9); do
    seconds check "$sample" --format json --out "$work/json" >>"$work/one"
    seconds check "$sample" --out "$work/all" >>"$work/every"
  done
  paste "$work/every" "$work/one" | awk '{ print $1 / $2 }' >"$work/times"
  echo "sample, findings.json alone, median of 9: $(median "$work/one") s; every form: $(median "$work/every") s;" \
    "median ratio $(median "$work/times")"
  generate "$work/2000" 1 2000
  export TIDTAM_JAVA_OPTS=-Xmx512m
  echo "every form of 2,000 measures, -Xmx512m: $(seconds check "$work/2000" --out "$work/forms") s;" \
    "$(ls "$work/forms" | wc -l) files, peak memory $(peak "$tidtam" check "$work/2000" --as-of 2566-04-30 --quiet --out "$work/forms")"
  unset TIDTAM_JAVA_OPTS
}

engine() {
  java -XX:+UseSerialGC -cp "$classes" org.openjdk.jmh.Main EngineBenchmark -jvmArgs -XX:+UseSerialGC 2>/dev/null |
    awk '/^EngineBenchmark/ { print "engine alone, one thread: " $0 }'
}

generate() { java -cp "$classes" tidtam.bench.GeneratedWorkbooks "$@" 2>/dev/null; }

compare() {
  local small big
  small=$(seconds check "$2")
  big=$(seconds check "$4")
  echo "$1: $small s; $3: $big s; ratio $(awk -v a="$big" -v b="$small" 'BEGIN { printf "%.1f", a / b }')"
  echo "  peak memory of the larger: $(peak "$tidtam" check "$4" --as-of 2566-04-30 --quiet)"
}

big() {
  warm
  generate "$work/500" 1 500
  generate "$work/5000" 1 5000
  compare "one workbook of 500 measures" "$work/500" "of 5,000" "$work/5000"
}

folder() {
  warm
  generate "$work/100" 100 30
  generate "$work/1000" 1000 30
  compare "100 workbooks of 30 measures" "$work/100" "1,000" "$work/1000"
}

# A thousand mails and more, memos and calendars attached, to a server on this machine.
warn() {
  generate "$work/agencies" 260 30
  java -cp "$classes" tidtam.bench.MailSink "$work/port" "$work/count" >/dev/null 2>&1 &
  local sink=$!
  until [ -s "$work/port" ]; do sleep 0.2; done
  cat >"$work/warn.yaml" <<END
warnings:
  from: tidtam@example.go.th
  most-mails: 100000
  server: {host: 127.0.0.1, port: $(cat "$work/port"), security: none}
divisions:
  - {name: กองคลัง, email: klang@example.go.th}
  - {name: สำนักปลัด, email: palad@example.go.th}
  - {name: กองช่าง, email: chang@example.go.th}
  - {name: กองการศึกษาฯ, email: edu@example.go.th}
END
  echo "warn, $(ls "$work/agencies" | wc -l) workbooks of 30 measures: $(seconds "$tidtam" warn "$work/agencies" --config "$work/warn.yaml" --as-of 2566-05-02) s;" \
    "$(cat "$work/count")"
  rm -rf "$work/tidtam-data"
  echo "  peak memory: $(peak "$tidtam" warn "$work/agencies" --config "$work/warn.yaml" --as-of 2566-05-02)"
  kill "$sink"
}

# What was recorded in a thousand runs, looked at through the queries of the commands.
history() { java -cp "$classes" tidtam.bench.HistoryFigures "$work/history" 2>/dev/null; }

listening() { (: <"/dev/tcp/localhost/$1") 2>/dev/null; }

# Seconds from the command to the first connection that is taken, and those of the processor; the desk is stopped again.
opening() {
  local from=$EPOCHREALTIME serving
  "$tidtam" serve --config "$1" >/dev/null 2>&1 &
  serving=$!
  until listening "$2"; do sleep 0.01; done
  awk -v from="$from" -v to="$EPOCHREALTIME" -v ticks="$(getconf CLK_TCK)" '{ printf "%.3f %.2f\n", to - from, ($14 + $15) / ticks }' "/proc/$serving/stat"
  kill "$serving"
  wait "$serving" || true
}

# The desk over one plan with some thousand findings: how soon it is open, each page for one visitor, then many visitors at once.
desk() {
  warm
  local port=48732 serving
  generate "$work/office/plans" 1 "${DESK_MEASURES:-1700}"
  printf 'schedule: {address: "localhost:%s", plans: plans}\n' "$port" >"$work/office/tidtam.yaml"
  for day in 28 29 30; do
    "$tidtam" check "$work/office/plans" --config "$work/office/tidtam.yaml" --as-of "2566-04-$day" --json >"$work/findings.json" 2>/dev/null || true
  done
  echo "desk, one plan with $(grep -c '"fingerprint"' "$work/findings.json") findings, 3 runs"
  for _ in $(seq 5); do
    opening "$work/office/tidtam.yaml" "$port" >>"$work/opening"
  done
  echo "  from the command to listening, archive warm, median of 5: $(cut -d" " -f1 "$work/opening" | median -) s, of the processor $(cut -d" " -f2 "$work/opening" | median -) s"
  "$tidtam" serve --config "$work/office/tidtam.yaml" >/dev/null 2>"$work/served" &
  serving=$!
  until grep -q 'token=' "$work/served"; do sleep 0.1; done
  java -cp "$classes" tidtam.bench.DeskVisits "$(grep -o 'http://[^ ]*token=[^ ]*' "$work/served")" "$work/office/tidtam-data" "${DESK_SECONDS:-60}" "$serving" 2>/dev/null || true
  kill "$serving"
  wait "$serving" || true
  "$tidtam" verify --config "$work/office/tidtam.yaml" | sed 's/^/  /'
}

[ $# -gt 0 ] || set -- start forms engine big folder warn history desk
for part in "$@"; do
  "$part"
done
