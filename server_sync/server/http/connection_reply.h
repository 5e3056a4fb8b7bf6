#pragma once

#include <memory>
#include <string>
#include <utility>

#include "server_sync/server/http/connection.h"
#include "server_sync/server/http/io_loop.h"
#include "server_sync/server/http/reply.h"

namespace navbat::server::http {

/// Internal: finds its connection again from any thread. Only the loop's thread ever owns the
/// connection, so that its socket never outlives the loop.
class ConnectionReply final : public ReplyTarget {
 public:
  ConnectionReply(std::shared_ptr<LoopGate> gate, std::weak_ptr<Connection> connection,
                  std::uint64_t number)
      : gate_(std::move(gate)), connection_(std::move(connection)), number_(number) {}

  void respond(Response response, std::string principal) override {
    deliver([number = number_, response = std::move(response),
             principal = std::move(principal)](Connection& connection) mutable {
      connection.on_reply(number, std::move(response), std::move(principal));
    });
  }
  void stream(StreamStart start, std::string principal) override {
    deliver([number = number_, start = std::move(start),
             principal = std::move(principal)](Connection& connection) mutable {
      connection.on_stream(number, std::move(start), std::move(principal));
    });
  }

 private:
  template <typename Function>
  void deliver(Function function) {
    auto run = [connection = connection_, function = std::move(function)]() mutable {
      if (const auto alive = connection.lock()) function(*alive);
    };
    if (gate_->is_loop_thread()) {
      run();
    } else {
      gate_->post(std::move(run));
    }
  }

  std::shared_ptr<LoopGate> gate_;
  std::weak_ptr<Connection> connection_;
  std::uint64_t number_;
};

}  // namespace navbat::server::http
