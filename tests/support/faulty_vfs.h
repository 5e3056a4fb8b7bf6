#pragma once
// An SQLite VFS over the real one that counts what would reach the disk and fails when told to:
//
//   FaultyVfs disk;
//   options.vfs = disk.name();
//   disk.fail_at(3, Fault::kSync…);   // the third operation from now on
//
// It also knows which files hold writes that nobody has synced yet, so that a test can prove that
// an acknowledgement came after the sync. One thread at a time uses it.

#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <string>

namespace navbat::testing {

enum class Fault {
  kIoError,    // the operation fails as a broken disk does; a write leaves nothing
  kTornWrite,  // the first half of the write arrives, then the disk fails
  kDiskFull,   // no space left; syncs still work
};

class FaultyVfs {
 public:
  FaultyVfs();
  FaultyVfs(const FaultyVfs&) = delete;
  FaultyVfs& operator=(const FaultyVfs&) = delete;
  ~FaultyVfs();  // No connection may use it any more.

  [[nodiscard]] const char* name() const { return name_.c_str(); }

  /// The `nth` write, truncation or sync from now on fails, 1 being the next. With `for_good` all
  /// that follow fail too, until heal().
  void fail_at(std::int64_t nth, Fault fault, bool for_good = false);
  void heal() { nth_ = 0; }

  /// True once the planned fault has struck.
  [[nodiscard]] bool has_struck() const { return struck_; }

  /// True when the file whose name ends so ("-wal") has writes after its last sync.
  [[nodiscard]] bool has_unsynced(const std::string& ending) const;

  /// Used by the files of this VFS: what to do with the next operation.
  enum class Verdict { kGoOn, kFail, kFailHalfway, kFailFull };
  [[nodiscard]] Verdict next_operation(bool is_sync);
  void note_write(const std::string& path) { unsynced_[path] = true; }
  void note_sync(const std::string& path) { unsynced_[path] = false; }
  [[nodiscard]] sqlite3_vfs* real() const { return real_; }

 private:
  std::string name_;
  sqlite3_vfs* real_;
  sqlite3_vfs vfs_{};
  std::int64_t nth_ = 0;  // 0: none planned
  Fault fault_ = Fault::kIoError;
  bool for_good_ = false;
  bool struck_ = false;
  std::map<std::string, bool> unsynced_;
};

}  // namespace navbat::testing
