# Installs what scripts/packages lists and this machine lacks. Sourced after progress.sh.

# listed_packages SECTION...: the packages of these sections, one a line.
listed_packages() {
  local wanted=" $* " section="" line
  while IFS= read -r line; do
    line=${line%%#*}
    if [[ $line =~ ^\[([a-z]+)\] ]]; then
      section=${BASH_REMATCH[1]}
    elif [[ $wanted == *" $section "* ]]; then
      printf '%s\n' $line
    fi
  done <"$navbat_root/scripts/packages"
}

# missing_packages SECTION...: those that are not installed. A node and npm from elsewhere will do.
missing_packages() {
  local installed package
  installed=$'\n'$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' |
    sed -n 's/ installed$//p')$'\n'
  for package in $(listed_packages "$@"); do
    if [[ $package == nodejs || $package == npm ]] &&
      command -v node >/dev/null && command -v npm >/dev/null; then
      continue
    fi
    if [[ $installed != *$'\n'"$package"$'\n'* ]]; then echo "$package"; fi
  done
}

as_root() {
  if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    -o Dpkg::Use-Pty=0 -o Acquire::Retries=3 "$@"
}

# install_now PACKAGE...: the lists are fetched only when they do not know a package or are out of date.
install_now() {
  if ! apt-cache show --no-all-versions "$@" >/dev/null 2>&1; then as_root apt-get update; fi
  apt_install "$@" || { as_root apt-get update && apt_install "$@"; }
}

# install_packages SECTION...: the step of a script.
install_packages() {
  local missing
  mapfile -t missing < <(missing_packages "$@")
  if ((${#missing[@]} == 0)); then
    begin_step "Packages: all $(listed_packages "$@" | wc -l) are installed"
    return
  fi
  if ! command -v apt-get >/dev/null; then
    fail "needs Debian 12's packages (apt-get not found): ${missing[*]}"
  fi
  if ((EUID != 0)); then
    command -v sudo >/dev/null || fail "run as root, or first install: ${missing[*]}"
    sudo -v || fail "sudo is needed to install: ${missing[*]}"
  fi
  run_step "Packages: installing ${#missing[@]} and what they need" packages.log \
    install_now "${missing[@]}"
  grep -E '^Need to get' "$navbat_logs/packages.log" | tail -n 1 | sed 's/^/      /' || true
}
