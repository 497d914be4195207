#!/usr/bin/env bash
# Renders a report to docs/images/report.png (and report-phone.png), the pictures of the README.
#
#   dotnet run -c Release --project src/Azygos.Cli -- simulate --out runs/readme
#   docs/make-screenshot.sh runs/readme/report.html
#
# Needs chromium and the DejaVu fonts (Debian: apt-get install --no-install-recommends chromium fonts-dejavu).
# CHROMIUM names another browser binary; WIDTH, HEIGHT change the desk picture.
set -euo pipefail

report=${1:?usage: docs/make-screenshot.sh REPORT.html}
[[ -f $report ]] || { echo "no such file: $report" >&2; exit 2; }
report=$(realpath "$report")
images=$(cd "$(dirname "$0")" && pwd)/images
mkdir -p "$images"

shoot() { # file width height
  "${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync --hide-scrollbars \
    --window-size="$2,$3" --screenshot="$images/$1" "file://$report" >/dev/null 2>&1
  echo "$images/$1"
}

shoot report.png "${WIDTH:-1280}" "${HEIGHT:-3180}"
shoot report-phone.png 390 3000
