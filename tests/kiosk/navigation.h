#pragma once
// A navigator with a branch around it that does as it is told, and errands that are written down.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "kiosk/limits.h"
#include "kiosk/model/navigator.h"
#include "tests/kiosk/kiosk_stage.h"

namespace navbat::kiosk {

class Listed final : public Errands {
 public:
  void issue(const TicketWish& wish) override {
    std::string line = "issue " + wish.service.value() + " " + wish.language;
    line += wish.priority ? " " + std::string(domain::to_string(*wish.priority)) : "";
    line += wish.phone.empty() ? "" : " phone " + wish.phone;
    line += wish.booking.empty() ? "" : " booking " + wish.booking;
    done.push_back(line);
  }
  void print(const IssuedTicket& ticket, const std::string& language, bool copy) override {
    done.push_back("print " + ticket.label + " " + language + (copy ? " copy" : ""));
  }
  void find_booking(const std::string& code) override { done.push_back("booking " + code); }
  void find_ticket(const std::string& what) override { done.push_back("ticket " + what); }
  void rate(const std::string& ticket, int score, const std::vector<std::string>& why) override {
    std::string line = "rate " + ticket + " " + std::to_string(score);
    for (const std::string& reason : why) line += " " + reason;
    done.push_back(line);
  }
  void tell(const GuidanceOffered& offered) override {
    done.push_back("offered " + offered.guidance);
  }
  void tell(const GuidanceTaken& taken) override {
    done.push_back("taken " + taken.guidance + " " + taken.option);
  }
  void tell(const GuidanceReturned& back) override {
    done.push_back("returned " + back.guidance + " " + back.ticket);
  }
  void check_pin(const std::string& pin) override { done.push_back("pin " + pin); }
  void load_tickets() override { done.push_back("load"); }
  void void_ticket(const std::string& ticket, const std::string& why) override {
    done.push_back("void " + ticket + " " + why);
  }
  void test_print() override { done.push_back("test print"); }
  void test_sound() override { done.push_back("test sound"); }
  void set_volume(int percent) override { done.push_back("volume " + std::to_string(percent)); }
  void set_out_of_service(bool out) override { done.push_back(out ? "out" : "in"); }
  void leave() override { done.push_back("leave"); }

  std::vector<std::string> done;
};

class SomeBranch final : public Surroundings {
 public:
  const BranchFacts& facts() const override { return facts_; }
  ServiceOpening opening(const domain::ServiceId& service) const override {
    const auto known = openings.find(service);
    return known == openings.end() ? ServiceOpening{} : known->second;
  }
  std::vector<Suggestion> suggestions(const domain::ServiceId& service) const override {
    return service == domain::ServiceId("cash") ? cash_suggestions : std::vector<Suggestion>{};
  }
  std::optional<domain::PromiseRange> wait(const domain::ServiceId&) const override { return {}; }
  std::string new_id() override { return "g" + std::to_string(++ids_); }

  BranchFacts facts_ = sample_facts();
  Openings openings;
  std::vector<Suggestion> cash_suggestions;

 private:
  int ids_ = 0;
};

class Navigation : public testing::Test {
 protected:
  void does(const Intent& intent) { navigator.handle(intent, now); }
  void passes(Moment time) {
    now += time;
    navigator.tick(now);
  }
  void types(const std::string& text) {
    for (const char c : text) does(TypeKey{std::string(1, c)});
  }
  void gets_ticket(const std::string& label = "A042") {
    IssuedTicket ticket = sample_ticket();
    ticket.label = label;
    navigator.issued(ticket, now);
  }
  void opens_staff_menu() {
    does(OpenStaff{});
    types("2580");
    does(SubmitEntry{});
    navigator.pin_checked(true, now);
    errands.done.clear();
  }
  void offers_the_atm() {
    branch.cash_suggestions = {{.id = "atm", .name = {}, .place = {}, .url = {}}};
  }
  Place place() const { return navigator.place(); }

  Moment now{1'000};
  Listed errands;
  SomeBranch branch;
  Navigator navigator{{.first_language = "uz", .attract_after = Moment{90'000}}, errands, branch};
};

}  // namespace navbat::kiosk
