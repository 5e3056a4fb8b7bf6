#include "server_sync/store/sqlite/settings.h"

#include <array>

#include "server_sync/store/limits.h"

namespace navbat::store::sqlite {
namespace {

static_assert(limits::kPageBytes == 4096 && limits::kLogBytesKept == 67108864 &&
                  limits::kWriterCacheKib == 32768 && limits::kReaderCacheKib == 8192,
              "the texts below repeat these limits");

constexpr Setting kEncoding{"encoding", nullptr, "PRAGMA encoding", "UTF-8",
                            "texts are compared byte by byte"};
constexpr Setting kJournalMode{"journal_mode", "PRAGMA journal_mode = WAL", "PRAGMA journal_mode",
                               "wal", "readers never block the writer"};
constexpr Setting kForeignKeys{"foreign_keys", "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys",
                               "1", "off by default in SQLite"};
constexpr Setting kTrustedSchema{"trusted_schema", "PRAGMA trusted_schema = OFF",
                                 "PRAGMA trusted_schema", "0",
                                 "a file made by others cannot run functions"};
constexpr Setting kCellSizeCheck{"cell_size_check", "PRAGMA cell_size_check = ON",
                                 "PRAGMA cell_size_check", "1", "damage is seen when it is read"};
constexpr Setting kTempStore{"temp_store", "PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2",
                             "a full disk does not fail a sort"};
constexpr Setting kLockingMode{"locking_mode", "PRAGMA locking_mode = NORMAL",
                               "PRAGMA locking_mode", "normal", "readers stand beside the writer"};

constexpr std::array kWriter{
    // Only takes effect in a file that is still empty.
    Setting{"page_size", "PRAGMA page_size = 4096", "PRAGMA page_size", "4096",
            "one page, one sector"},
    kEncoding,
    kLockingMode,
    kJournalMode,
    Setting{"synchronous", "PRAGMA synchronous = FULL", "PRAGMA synchronous", "2",
            "NORMAL loses the last commits in a power cut"},
    kForeignKeys,
    kTrustedSchema,
    kCellSizeCheck,
    kTempStore,
    Setting{"recursive_triggers", "PRAGMA recursive_triggers = ON", "PRAGMA recursive_triggers",
            "1", "REPLACE must not get around the append-only triggers"},
    Setting{"ignore_check_constraints", "PRAGMA ignore_check_constraints = OFF",
            "PRAGMA ignore_check_constraints", "0", "CHECK is a backstop"},
    Setting{"wal_autocheckpoint", "PRAGMA wal_autocheckpoint = 0", "PRAGMA wal_autocheckpoint", "0",
            "the writer checkpoints after it has answered"},
    Setting{"journal_size_limit", "PRAGMA journal_size_limit = 67108864",
            "PRAGMA journal_size_limit", "67108864", "one busy hour does not keep the disk"},
    Setting{"cache_size", "PRAGMA cache_size = -32768", "PRAGMA cache_size", "-32768",
            "a branch's working set stays in memory"},
    Setting{"query_only", "PRAGMA query_only = OFF", "PRAGMA query_only", "0", "it writes"},
};

constexpr std::array kReader{
    kEncoding,
    Setting{"journal_mode", nullptr, "PRAGMA journal_mode", "wal", "set by the writer"},
    kForeignKeys,
    kTrustedSchema,
    kCellSizeCheck,
    kTempStore,
    Setting{"cache_size", "PRAGMA cache_size = -8192", "PRAGMA cache_size", "-8192",
            "several readers share the memory"},
    Setting{"query_only", "PRAGMA query_only = ON", "PRAGMA query_only", "1",
            "exactly one connection writes"},
};

}  // namespace

std::span<const Setting> writer_settings() { return kWriter; }
std::span<const Setting> reader_settings() { return kReader; }

}  // namespace navbat::store::sqlite
