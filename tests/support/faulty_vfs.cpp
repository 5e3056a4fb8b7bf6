#include "tests/support/faulty_vfs.h"

#include <atomic>
#include <new>

namespace navbat::testing {
namespace {

// SQLite gives memory for this; the real file's memory follows behind it.
struct ShimFile {
  sqlite3_file base;
  FaultyVfs* disk;
  std::string* path;  // owned
};

ShimFile* shim(sqlite3_file* file) { return reinterpret_cast<ShimFile*>(file); }

constexpr std::size_t kShimBytes = (sizeof(ShimFile) + 15) / 16 * 16;

sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + kShimBytes);
}

FaultyVfs* disk_of(sqlite3_vfs* vfs) { return static_cast<FaultyVfs*>(vfs->pAppData); }

int close_file(sqlite3_file* file) {
  const int code = real(file)->pMethods->xClose(real(file));
  delete shim(file)->path;
  return code;
}

int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
  FaultyVfs& disk = *shim(file)->disk;
  switch (disk.next_operation(false)) {
    case FaultyVfs::Verdict::kFail:
      return SQLITE_IOERR_WRITE;
    case FaultyVfs::Verdict::kFailFull:
      return SQLITE_FULL;
    case FaultyVfs::Verdict::kFailHalfway:
      (void)real(file)->pMethods->xWrite(real(file), data, size / 2, offset);
      disk.note_write(*shim(file)->path);
      return SQLITE_IOERR_WRITE;
    case FaultyVfs::Verdict::kGoOn:
      break;
  }
  disk.note_write(*shim(file)->path);
  return real(file)->pMethods->xWrite(real(file), data, size, offset);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  if (shim(file)->disk->next_operation(false) != FaultyVfs::Verdict::kGoOn) {
    return SQLITE_IOERR_TRUNCATE;
  }
  // Not a write that must be synced: a log that is long again holds only what is in the database.
  return real(file)->pMethods->xTruncate(real(file), size);
}

int sync(sqlite3_file* file, int flags) {
  if (shim(file)->disk->next_operation(true) != FaultyVfs::Verdict::kGoOn) {
    return SQLITE_IOERR_FSYNC;
  }
  shim(file)->disk->note_sync(*shim(file)->path);
  return real(file)->pMethods->xSync(real(file), flags);
}

int read(sqlite3_file* f, void* data, int size, sqlite3_int64 offset) {
  return real(f)->pMethods->xRead(real(f), data, size, offset);
}
int file_size(sqlite3_file* f, sqlite3_int64* size) {
  return real(f)->pMethods->xFileSize(real(f), size);
}
int lock(sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); }
int unlock(sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); }
int check_reserved_lock(sqlite3_file* f, int* out) {
  return real(f)->pMethods->xCheckReservedLock(real(f), out);
}
int file_control(sqlite3_file* f, int op, void* argument) {
  return real(f)->pMethods->xFileControl(real(f), op, argument);
}
int sector_size(sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); }
int device_characteristics(sqlite3_file* f) {
  return real(f)->pMethods->xDeviceCharacteristics(real(f));
}
int shm_map(sqlite3_file* f, int page, int size, int extend, void volatile** out) {
  return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
}
int shm_lock(sqlite3_file* f, int offset, int n, int flags) {
  return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}
void shm_barrier(sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); }
int shm_unmap(sqlite3_file* f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); }

const sqlite3_io_methods kMethods{2,
                                  close_file,
                                  read,
                                  write,
                                  truncate,
                                  sync,
                                  file_size,
                                  lock,
                                  unlock,
                                  check_reserved_lock,
                                  file_control,
                                  sector_size,
                                  device_characteristics,
                                  shm_map,
                                  shm_lock,
                                  shm_barrier,
                                  shm_unmap,
                                  nullptr,
                                  nullptr};

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  FaultyVfs* disk = disk_of(vfs);
  ShimFile* opened = shim(file);
  opened->base.pMethods = nullptr;  // SQLite closes what has methods, also after an error
  const int code = disk->real()->xOpen(disk->real(), name, real(file), flags, out_flags);
  if (code != SQLITE_OK) return code;
  opened->disk = disk;
  opened->path = new std::string(name == nullptr ? "" : name);
  opened->base.pMethods = &kMethods;
  return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int sync_directory) {
  FaultyVfs* disk = disk_of(vfs);
  if (disk->next_operation(false) != FaultyVfs::Verdict::kGoOn) return SQLITE_IOERR_DELETE;
  return disk->real()->xDelete(disk->real(), name, sync_directory);
}

int access_file(sqlite3_vfs* vfs, const char* name, int flags, int* out) {
  sqlite3_vfs* below = disk_of(vfs)->real();
  return below->xAccess(below, name, flags, out);
}
int full_pathname(sqlite3_vfs* vfs, const char* name, int size, char* out) {
  sqlite3_vfs* below = disk_of(vfs)->real();
  return below->xFullPathname(below, name, size, out);
}
int randomness(sqlite3_vfs* vfs, int size, char* out) {
  sqlite3_vfs* below = disk_of(vfs)->real();
  return below->xRandomness(below, size, out);
}
int sleep(sqlite3_vfs* vfs, int microseconds) {
  sqlite3_vfs* below = disk_of(vfs)->real();
  return below->xSleep(below, microseconds);
}
int current_time(sqlite3_vfs* vfs, sqlite3_int64* now) {
  sqlite3_vfs* below = disk_of(vfs)->real();
  return below->xCurrentTimeInt64(below, now);
}
int last_error(sqlite3_vfs*, int, char*) { return 0; }

}  // namespace

FaultyVfs::FaultyVfs() : real_(sqlite3_vfs_find(nullptr)) {
  static std::atomic<int> made{0};
  name_ = "faulty-" + std::to_string(++made);
  vfs_.iVersion = 2;
  vfs_.szOsFile = static_cast<int>(kShimBytes) + real_->szOsFile;
  vfs_.mxPathname = real_->mxPathname;
  vfs_.zName = name_.c_str();
  vfs_.pAppData = this;
  vfs_.xOpen = open_file;
  vfs_.xDelete = delete_file;
  vfs_.xAccess = access_file;
  vfs_.xFullPathname = full_pathname;
  vfs_.xRandomness = randomness;
  vfs_.xSleep = sleep;
  vfs_.xGetLastError = last_error;
  vfs_.xCurrentTimeInt64 = current_time;
  sqlite3_vfs_register(&vfs_, 0);
}

FaultyVfs::~FaultyVfs() { sqlite3_vfs_unregister(&vfs_); }

void FaultyVfs::fail_at(std::int64_t nth, Fault fault, bool for_good) {
  nth_ = nth;
  fault_ = fault;
  for_good_ = for_good;
  struck_ = false;
}

FaultyVfs::Verdict FaultyVfs::next_operation(bool is_sync) {
  if (nth_ == 0) return Verdict::kGoOn;
  if (nth_ > 1) {
    --nth_;
    return Verdict::kGoOn;
  }
  // A full disk still syncs what it has: the fault waits for the next write.
  if (fault_ == Fault::kDiskFull && is_sync) return Verdict::kGoOn;
  struck_ = true;
  if (!for_good_) nth_ = 0;
  switch (fault_) {
    case Fault::kDiskFull:
      return Verdict::kFailFull;
    case Fault::kTornWrite:
      return is_sync ? Verdict::kFail : Verdict::kFailHalfway;
    case Fault::kIoError:
      break;
  }
  return Verdict::kFail;
}

bool FaultyVfs::has_unsynced(const std::string& ending) const {
  for (const auto& [path, unsynced] : unsynced_) {
    if (unsynced && path.ends_with(ending)) return true;
  }
  return false;
}

}  // namespace navbat::testing
