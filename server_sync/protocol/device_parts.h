#pragma once
// What devices tell of customers and of themselves: members that stand alike in the branch's events
// and in a device's own ones. For the .cpp files of this folder.

#include <boost/json.hpp>

#include "domain/event.h"
#include "server_sync/protocol/json_reader.h"

namespace navbat::protocol {

void write_members(boost::json::object& out, const domain::FeedbackGiven& feedback);
void read_members(ObjectReader& in, domain::FeedbackGiven& feedback);

void write_members(boost::json::object& out, const domain::GuidanceOffered& offered);
void read_members(ObjectReader& in, domain::GuidanceOffered& offered);

void write_members(boost::json::object& out, const domain::GuidanceTaken& taken);
void read_members(ObjectReader& in, domain::GuidanceTaken& taken);

void write_members(boost::json::object& out, const domain::GuidanceReturned& returned);
void read_members(ObjectReader& in, domain::GuidanceReturned& returned);

// `device` is left out while empty: a device does not name itself in its own events.
void write_members(boost::json::object& out, const domain::DeviceReported& report);
void read_members(ObjectReader& in, domain::DeviceReported& report);

// `device` likewise.
void write_members(boost::json::object& out, const domain::CallsPresented& presented);
void read_members(ObjectReader& in, domain::CallsPresented& presented);

}  // namespace navbat::protocol
