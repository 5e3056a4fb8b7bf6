#pragma once
// The few commands of ESC/POS that a ticket needs, as bytes. Pure. Source: Epson's "ESC/POS
// Application Programming Guide" (commands ESC @, GS a, GS v 0, GS V, GS r, DLE EOT, DLE DC4),
// which printers of other makers follow for these.

#include <array>
#include <cstdint>
#include <vector>

#include "kiosk/printing/bitmap.h"

namespace navbat::kiosk::escpos {

using Bytes = std::vector<std::uint8_t>;

// A whole page: initialise, no reports unasked, raster in bands, feed to the cutter, cut.
// A printer looks for real-time commands everywhere, in pictures too: where dots would read as one
// (0x10 followed by 0x04, 0x05 or 0x14), one dot is added, which nobody sees.
Bytes page(const Bitmap& bitmap);

// GS r 1: answered in its turn, hence when all before it is on paper.
Bytes ask_when_done();

// DLE EOT n: answered at once. n is 1 (printer), 2 (why offline), 3 (error) or 4 (paper).
Bytes ask_status(int n);

// DLE DC4 8: forgets what was sent and not yet printed, so that the rest of a page that failed
// does not come out in front of the next customer.
Bytes clear_buffers();

// Which question a byte answers. The fixed bits of the two kinds differ.
bool answers_status(std::uint8_t byte);
bool answers_when_done(std::uint8_t byte);

}  // namespace navbat::kiosk::escpos
