#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server_sync/server/http/connection_limit.h"
#include "server_sync/server/http/event_channel.h"
#include "server_sync/server/http/io_loop.h"
#include "server_sync/server/http/reply.h"
#include "server_sync/server/http/server_context.h"

namespace navbat::server::http {

/// Internal: one reader of a channel, on its loop's thread. It keeps a cursor, not a queue: what it
/// has not sent yet is read from the shard's shared memory, or page by page from the store, so an
/// idle stream costs only this object and its socket.
class StreamSession final : public LoopMember, public std::enable_shared_from_this<StreamSession> {
 public:
  StreamSession(Socket socket, IoLoop& loop, ServerContext& server, ConnectionLimit::Slot slot,
                const LoopedChannel& channel, StreamStart start);
  ~StreamSession() override;

  /// Sends the response head and what the reader missed.
  void begin(std::string_view request_id);
  /// `count` frames were added to the shard.
  void on_published(std::size_t count);
  /// Writes what there is, unless a write is under way.
  void pump();

  void on_tick(SteadyTime now) override;
  void on_drain() override { drop("drain"); }
  void cut() override { close(); }

 private:
  using Texts = std::vector<std::shared_ptr<const std::string>>;

  void gather();
  void gather_snapshot();
  void request_backlog();
  void on_backlog(const Backlog& backlog);
  void write();
  void on_written(ErrorCode error);
  void watch_departure();
  void drop(std::string_view why);
  void close();

  Socket socket_;
  IoLoop& loop_;
  ServerContext& server_;
  ConnectionLimit::Slot slot_;
  std::shared_ptr<ChannelShard> shard_;
  std::shared_ptr<std::atomic<std::size_t>> reader_count_;
  std::shared_ptr<const std::string> first_snapshot_;
  std::uint64_t cursor_;               // the last version given to the socket
  std::uint64_t snapshot_number_ = 0;  // of the shard's last snapshot given to the socket
  bool verified_ = false;              // the store confirmed the cursor, even beyond the shard
  bool backlog_pending_ = false;
  bool writing_ = false;
  bool closed_ = false;
  std::size_t missed_ = 0;  // frames published during the write under way
  SteadyTime last_write_;
  Texts in_flight_;
  std::array<char, 64> discarded_{};
  std::size_t discarded_bytes_ = 0;
};

}  // namespace navbat::server::http
