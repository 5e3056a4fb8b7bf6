#pragma once
// What a visit asks of the world. All functions return at once; answers come back through the
// navigator's functions of the same names.

#include <string>
#include <vector>

#include "kiosk/model/branch.h"
#include "kiosk/model/guidance.h"

namespace navbat::kiosk {

class Errands {
 public:
  virtual ~Errands() = default;

  virtual void issue(const TicketWish& wish) = 0;  // → issued(), not_issued()
  // `copy`: the paper says that it is one. → printed()
  virtual void print(const IssuedTicket& ticket, const std::string& language, bool copy) = 0;

  virtual void find_booking(const std::string& code) = 0;  // → booking_found(), not_issued()
  virtual void find_ticket(const std::string& label_or_id) = 0;  // → ticket_found(), no_ticket()

  // Durable; nothing comes back.
  virtual void rate(const std::string& ticket_id, int score,
                    const std::vector<std::string>& reasons) = 0;
  virtual void tell(const GuidanceOffered& offered) = 0;
  virtual void tell(const GuidanceTaken& taken) = 0;
  virtual void tell(const GuidanceReturned& returned) = 0;

  // Staff.
  virtual void check_pin(const std::string& pin) = 0;  // → pin_checked()
  virtual void load_tickets() = 0;                     // → tickets_loaded()
  virtual void void_ticket(const std::string& ticket_id, const std::string& reason) = 0;
  virtual void test_print() = 0;
  virtual void test_sound() = 0;
  virtual void set_volume(int percent) = 0;
  virtual void set_out_of_service(bool out) = 0;
  virtual void leave() = 0;
};

}  // namespace navbat::kiosk
