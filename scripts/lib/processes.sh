# Programs in the background: started with a log each, watched, and ended with the script. Sourced after
# progress.sh.

declare -A process_names=() # pid -> name
process_order=()

# start NAME COMMAND...: in the background, its output in build/logs/demo-NAME.log; sets $started.
start() {
  local name=$1
  shift
  mkdir -p "$navbat_logs"
  "$@" >"$navbat_logs/demo-$name.log" 2>&1 </dev/null &
  started=$!
  process_names[$started]=$name
  process_order+=("$started")
}

# check_running: fails with the end of the log when a program has ended by itself.
check_running() {
  local pid
  for pid in "${process_order[@]}"; do
    kill -0 "$pid" 2>/dev/null && continue
    local name=${process_names[$pid]} status=0
    wait "$pid" || status=$?
    say "navbat's $name ended by itself with status $status. The end of build/logs/demo-$name.log:"
    tail -n 20 "$navbat_logs/demo-$name.log" | sed 's/^/      | /'
    exit 1
  done
}

# wait_until SECONDS WHAT COMMAND...: until COMMAND succeeds, watching the programs meanwhile.
wait_until() {
  local deadline=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    check_running
    ((SECONDS < deadline)) || fail "$what did not happen within its time; see $navbat_logs"
    sleep 0.1
  done
}

# stop PID: asks it to end, and insists after five seconds.
stop() {
  local pid=$1 tries
  kill -TERM "$pid" 2>/dev/null || return 0
  for ((tries = 0; tries < 50; tries++)); do
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
  done
  kill -KILL "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
}

# stop_all: the last started first, so that nothing complains about what it needs.
stop_all() {
  local i
  for ((i = ${#process_order[@]} - 1; i >= 0; i--)); do stop "${process_order[i]}"; done
  process_order=()
}
