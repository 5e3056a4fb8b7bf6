// navbat-server: the authority of one branch, on its own machine or any box of the LAN.

#include <csignal>
#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>

#include <spdlog/async.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>
#include <CLI/CLI.hpp>

#include "server_sync/server/app/server_app.h"
#include "server_sync/server/config/server_config.h"
#include "system/config_reader.h"
#include "system/random_source.h"
#include "system/steady_clock.h"

namespace {

namespace fs = std::filesystem;
using navbat::server::ServerApp;
using navbat::server::ServerConfig;

constexpr int kBadUsage = 2;
constexpr int kFailed = 1;
// Lines of log that wait to be written; when the reader of stderr sleeps, the oldest are lost
// rather than anybody served late.
constexpr std::size_t kLogLines = 16 * 1024;

struct Arguments {
  std::string config;
  std::string listen;
  std::string data;
  std::string web;
};

int complain(int status, const std::string& line) {
  std::cerr << "navbat-server: " << line << '\n';
  return status;
}

// Where the build puts the pages, next to bin/; nothing when they were not built.
fs::path built_pages() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return {};
  const fs::path pages = program.parent_path().parent_path() / "web";
  return fs::is_directory(pages, error) ? pages : fs::path{};
}

// The file, with what the command line says instead. Throws ConfigError.
ServerConfig read_configuration(const Arguments& arguments) {
  ServerConfig config = navbat::server::read_server_config(arguments.config);
  if (!arguments.listen.empty()) {
    const auto listen = navbat::server::parse_listen(arguments.listen);
    if (!listen) {
      throw navbat::system::ConfigError("--listen " + arguments.listen +
                                        ": expected HOST:PORT such as 127.0.0.1:8080");
    }
    config.host = listen->host;
    config.port = listen->port;
  }
  if (!arguments.data.empty()) config.data = arguments.data;
  if (!arguments.web.empty()) config.web = arguments.web;
  if (config.web.empty()) config.web = built_pages();
  if (config.is_demo() && !navbat::server::is_loopback(config.host)) {
    throw navbat::system::ConfigError(
        arguments.config + ": demo: its tokens and passwords are public; expected a loopback " +
        "address to listen on, such as 127.0.0.1, not " + config.host);
  }
  return config;
}

// Every event stream holds a descriptor.
void allow_many_connections() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

int run(const ServerConfig& config) {
  // Blocked before any thread starts, so that only sigwait() below sees them.
  sigset_t stops;
  ::sigemptyset(&stops);
  ::sigaddset(&stops, SIGTERM);
  ::sigaddset(&stops, SIGINT);
  ::pthread_sigmask(SIG_BLOCK, &stops, nullptr);
  ::signal(SIGPIPE, SIG_IGN);
  allow_many_connections();

  spdlog::init_thread_pool(kLogLines, 1);
  const auto logger = spdlog::create_async_nb<spdlog::sinks::stderr_sink_mt>("navbat-server");
  const navbat::system::SteadyClock clock;
  {
    auto app = ServerApp::start(
        config, {.clock = clock, .random = navbat::system::fill_random, .logger = logger});
    if (!app) return complain(kFailed, app.error());
    std::cout << "navbat-server serves http://" << config.host << ':' << (*app)->port() << '\n'
              << std::flush;
    int received = 0;
    ::sigwait(&stops, &received);
    (*app)->stop();
  }
  spdlog::shutdown();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App program{"Serves a bank branch: tickets, calls, events and the pages of its people."};
  program.set_version_flag("--version", std::string{"navbat-server "} + NAVBAT_VERSION);
  Arguments arguments;
  program.add_option("--config", arguments.config, "The branch's TOML file, e.g. config/demo.toml")
      ->required();
  program.add_option("--listen", arguments.listen, "HOST:PORT instead of the file's; port 0: any");
  program.add_option("--data", arguments.data, "Folder of the database instead of the file's");
  program.add_option("--web", arguments.web, "Folder of the built pages instead of the file's");
  try {
    program.parse(argc, argv);
  } catch (const CLI::Success& wanted) {
    return program.exit(wanted);
  } catch (const CLI::ParseError& error) {
    return complain(kBadUsage, std::string{error.what()} + " (see --help)");
  }
  try {
    return run(read_configuration(arguments));
  } catch (const navbat::system::ConfigError& error) {
    return complain(kBadUsage, error.what());
  } catch (const std::exception& error) {
    return complain(kFailed, error.what());
  }
}
