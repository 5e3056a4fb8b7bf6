# Numbered steps with elapsed time. Each command's output goes to a log of its own; the end of the log
# is shown when it fails. Sourced by the scripts beside this folder; expects `set -euo pipefail`.

navbat_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
navbat_logs="$navbat_root/build/logs"
step_count=0
step_total=${step_total:-0}
script_started=$SECONDS

# elapsed SECONDS: "7 s" or "3 min 05 s".
elapsed() {
  if (($1 < 60)); then echo "$1 s"; else printf '%d min %02d s\n' $(($1 / 60)) $(($1 % 60)); fi
}

# say TEXT...: a plain line of progress.
say() { printf '%s\n' "$*"; }

# fail TEXT...: one clear line, and out.
fail() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# usage_error TEXT...: as every program of the project answers bad usage.
usage_error() {
  printf '%s: %s (try --help)\n' "$(basename "$0")" "$*" >&2
  exit 2
}

# begin_step TITLE: prints the heading of a step whose output is to be seen.
begin_step() {
  step_count=$((step_count + 1))
  step_started=$SECONDS
  printf '[%d/%d] %s\n' "$step_count" "$step_total" "$1"
}

end_step() { printf '      %s: %s\n' "${1:-done}" "$(elapsed $((SECONDS - step_started)))"; }

# progress_of LOG: the newest sign of progress in a log, such as ninja's [120/340].
progress_of() { tail -c 4000 "$1" 2>/dev/null | grep -oE '^\[[0-9]+/[0-9]+\]|^[0-9]+%' | tail -n 1 || true; }

# run_step TITLE LOG COMMAND...: runs COMMAND with its output in build/logs/LOG. A terminal sees the
# step counting up; a plain log gets a line every half minute, so that a long step never looks hung.
run_step() {
  local title=$1 log="$navbat_logs/$2" status=0 shown=0 pid
  shift 2
  mkdir -p "$navbat_logs"
  begin_step "$title"
  "$@" >"$log" 2>&1 </dev/null &
  pid=$!
  trap 'kill "$pid" 2>/dev/null || true; exit 130' INT TERM
  while kill -0 "$pid" 2>/dev/null; do
    sleep 0.2
    local spent=$((SECONDS - step_started))
    if [[ -t 1 ]]; then
      printf '\r      %s %s   ' "$(elapsed $spent)" "$(progress_of "$log")"
    elif ((spent >= shown + 30)); then
      shown=$spent
      printf '      … %s %s\n' "$(elapsed $spent)" "$(progress_of "$log")"
    fi
  done
  wait "$pid" || status=$?
  trap - INT TERM
  if [[ -t 1 ]]; then printf '\r\033[K'; fi
  if ((status != 0)); then
    end_step "failed"
    say "The end of $log:"
    tail -n 40 "$log" | sed 's/^/      | /'
    exit "$status"
  fi
  end_step
}
