#pragma once
// The outbox on its way to the server, one batch at a time. No thread and no waiting, so that a
// test walks it step by step, losing replies and reopening the database in between.
//
// "Synced up to here": the server acknowledges a contiguous prefix of this device's events by the
// number of its last one. An event is kept until then and sent again, in the same place of the same
// sequence, after any doubt; the server drops what it already has. Two sequences cannot agree when
// one side lost its memory (a restored copy of the device's file, a restored server):
//   - the server acknowledges more than this device ever sent: its numbers mean other events there;
//   - the server acknowledges less, and the events in between are no longer here.
// Then a new sequence, under a new epoch, begins with what is unacknowledged here. Tickets that the
// server knows already are recognised by their ids.

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "server_sync/client/circuit.h"
#include "server_sync/client/fill_random.h"
#include "server_sync/client/http_transport.h"
#include "server_sync/client/limits.h"
#include "server_sync/client/server_clock.h"
#include "server_sync/client/shared_store.h"
#include "server_sync/client/upload_status.h"
#include "server_sync/protocol/sync_messages.h"

namespace navbat::client {

class SyncLine {
 public:
  enum class Next {
    kIdle,   // nothing is left to send
    kAgain,  // at once
    kRetry,  // after a pause; not before `retry_after` if the server asked for it
  };
  struct Step {
    Next next = Next::kIdle;
    std::optional<milliseconds> retry_after;
  };

  SyncLine(HttpTransport& transport, SharedStore& store, Circuit& circuit, ServerClock& true_clock,
           const domain::Clock& device_clock, domain::NodeId node, FillRandom random,
           std::function<void(const std::string&)> log, std::size_t most_events = kSyncBatchEvents);

  // Sends the next batch and takes in the answer. The first step of a run, and any after
  // say_hello(), sends one even when it is empty: the answer says where the server stands and what
  // time it is.
  [[nodiscard]] Step step(const std::stop_token& stop);
  void say_hello() { greeted_ = false; }

  // Any thread.
  [[nodiscard]] UploadStatus status() const;
  // Counts anew what is pending, after an event was added.
  void refresh_pending();

 private:
  // Where this device's events stand in the sequence that the server sees:
  // seq on the wire = seq in the outbox − base.
  struct Line {
    std::string epoch;
    std::int64_t base = 0;
  };

  [[nodiscard]] bool open();
  [[nodiscard]] Step send(const std::vector<store::OutboxEvent>& events,
                          const std::stop_token& stop);
  [[nodiscard]] Step take_reply(const std::vector<store::OutboxEvent>& events,
                                const HttpResponse& response);
  [[nodiscard]] Step take_ack(const std::vector<store::OutboxEvent>& events,
                              const protocol::SyncReply& reply);
  [[nodiscard]] Step resume_at(std::int64_t seq);
  [[nodiscard]] Step begin_new_line(std::int64_t base, const std::string& why);
  [[nodiscard]] Step smaller_batch(const std::string& why);
  [[nodiscard]] Step failed(const std::string& why, std::optional<milliseconds> retry_after = {},
                            bool refused = false);
  [[nodiscard]] std::string wire_event(const store::OutboxEvent& event) const;

  HttpTransport& transport_;
  SharedStore& store_;
  Circuit& circuit_;
  ServerClock& true_clock_;
  const domain::Clock& device_clock_;
  const domain::NodeId node_;
  const FillRandom random_;
  const std::function<void(const std::string&)> log_;
  const std::size_t most_events_;  // of one batch

  std::optional<Line> line_;       // nothing before the first step has read it
  std::int64_t position_ = 0;      // in the outbox: everything up to here need not be sent
  std::int64_t highest_sent_ = 0;  // in the outbox, in this run
  std::size_t batch_limit_;
  bool greeted_ = false;

  mutable std::mutex status_mutex_;
  UploadStatus status_;
};

}  // namespace navbat::client
