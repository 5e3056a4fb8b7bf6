# Formatting check, configuration and build. Sourced after progress.sh, with the root as directory.

tracked_cpp() { git -C "$navbat_root" ls-files -z -- '*.h' '*.cpp'; }

check_format() { tracked_cpp | xargs -0 -r clang-format --dry-run -Werror; }

# build_preset PRESET [TARGET...]: configures and builds into build/PRESET, two steps.
build_preset() {
  local preset=$1
  shift
  run_step "Configure ($preset)" "configure-$preset.log" cmake --preset "$preset"
  run_step "Build ($preset, $(nproc) cores)" "build-$preset.log" \
    cmake --build --preset "$preset" --parallel "$(nproc)" ${1+--target "$@"}
}
