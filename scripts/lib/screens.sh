# Virtual screens for kiosk (upright) and board (wide), and pictures of them. Sourced after processes.sh.

declare -A screen_of=() # kiosk or board -> display such as :12
screen_pids=()

# start_screen NAME WIDTHxHEIGHT: the X server chooses a free display number itself.
start_screen() {
  local name=$1 size=$2 number_file="$navbat_root/build/demo/display-$1"
  mkdir -p "$navbat_root/build/demo" "$navbat_logs"
  : >"$number_file"
  Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp 3>"$number_file" \
    >"$navbat_logs/demo-screen-$name.log" 2>&1 </dev/null &
  screen_pids+=("$!")
  wait_until 15 "the virtual screen of the $name" test -s "$number_file"
  screen_of[$name]=":$(tr -d '[:space:]' <"$number_file")"
}

start_screens() {
  start_screen kiosk 1080x1920
  start_screen board 1920x1080
}

# start_on NAME COMMAND...: start, on the virtual screen NAME when there is one.
start_on() {
  local name=$1
  if [[ -n ${screen_of[$name]-} ]]; then
    start "$name" env DISPLAY="${screen_of[$name]}" SDL_VIDEODRIVER=x11 "${@:2}"
  else
    start "$@"
  fi
}

# take_pictures FOLDER: FOLDER/kiosk.png and FOLDER/board.png, replaced whole.
take_pictures() {
  local name
  mkdir -p "$1"
  for name in "${!screen_of[@]}"; do
    import -display "${screen_of[$name]}" -window root "png:$1/$name.part" \
      2>>"$navbat_logs/demo-screen-$name.log" || fail "no picture of the $name's virtual screen"
    mv "$1/$name.part" "$1/$name.png"
  done
}

stop_screens() {
  local pid
  for pid in "${screen_pids[@]}"; do
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
}
