#!/bin/sh
# Makes the fonts that report.html carries, from the government's Sarabun (SIL Open Font License 1.1, no reserved name).
# Needs npm, and Debian's fonttools and python3-brotli. Run it in this folder; it is no part of the build.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out=../main/resources/tidtam/reports/fonts
npm pack --silent --pack-destination "$work" @expo-google-fonts/sarabun@0.4.1
tar -xzf "$work"/*.tgz -C "$work"
for weight in 400Regular 700Bold; do
  pyftsubset "$work/package/$weight/Sarabun_$weight.ttf" --flavor=woff2 --no-hinting --layout-features='*' \
    --unicodes='U+0020-007E,U+00A0,U+00A7,U+00AB,U+00B7,U+00BB,U+00D7,U+0E01-0E5B,U+200B-200D,U+2010-2015,U+2018-201D,U+2022,U+2026,U+25CC' \
    --output-file="$out/sarabun-${weight%%[A-Z]*}.woff2"
done
cp "$work/package/LICENSE_FONT" "$out/OFL.txt"
