#include <boost/json.hpp>

#include "server_sync/server/api/api_routes.h"
#include "server_sync/server/api/body.h"
#include "server_sync/server/api/command.h"
#include "server_sync/server/core/device_commands.h"

namespace navbat::server {
namespace {

constexpr std::size_t kNameBytes = 80;
constexpr std::size_t kCodeBytes = 64;

void make_enrolment_code(ApiContext& context, Call call) {
  Body body{call.request};
  const auto kind = body.read().word_opt("kind", parse_device_kind, "\"kiosk\" or \"board\"");
  if (!kind && !body.read().failed()) body.read().fail("kind", "\"kiosk\" or \"board\"");
  const std::string name = body.read().string("name", kNameBytes);
  if (const auto problem = body.problem()) return call.refuse(*problem);

  const std::string code = make_code(context.random);
  const domain::Timestamp now = context.clock.now();
  const store::EnrolmentCode row{.code = hash_secret(code),
                                 .branch = context.info.id,
                                 .kind = std::string{to_string(*kind)},
                                 .name = name,
                                 .made_by = call.principal.id,
                                 .expires_at = now + context.identity_limits.code_life};
  context.host.write(
      [&context, row, now](store::Transaction& transaction) -> store::Status {
        if (auto added = context.identities.add_code(transaction, row); !added) return added;
        return context.identities.append_audit(
            transaction, {now, row.branch, row.made_by, "enrolment_code_made", row.name, row.kind});
      },
      [reply = share(std::move(call.reply)), id = call.request.id, code,
       row](const store::Status& status) {
        if (!status) {
          return reply->send(http::problem_response(storage_problem(status.error()), id));
        }
        reply->send(json_response(
            201, boost::json::serialize(boost::json::object{
                     {"code", code}, {"expires_at", domain::to_rfc3339(row.expires_at)}})));
      });
}

struct Enrolment {
  store::SecretHash code{};
  std::string name;
  std::string node_suffix;
  std::string token;
  std::optional<store::Device> device;  // Once the code was good.
};

store::Status enrol(ApiContext& context, Enrolment& enrolment, store::Transaction& transaction) {
  const domain::Timestamp now = context.clock.now();
  enrolment.device.reset();  // The job may run twice.
  const auto code = context.identities.use_code(transaction, enrolment.code, now);
  if (!code) return tl::unexpected(code.error());
  if (!*code) return {};
  store::Device device{.node = domain::NodeId{(*code)->kind + "-" + enrolment.node_suffix},
                       .branch = (*code)->branch,
                       .kind = (*code)->kind,
                       .name = enrolment.name,
                       .token = hash_secret(enrolment.token),
                       .enrolled_at = now,
                       .revoked_at = std::nullopt};
  if (auto saved = context.identities.save_device(transaction, device); !saved) return saved;
  enrolment.device = device;
  return context.identities.append_audit(
      transaction, {now, device.branch, "device:" + device.node.value(), "device_enrolled",
                    device.node.value(), "code made by " + (*code)->made_by});
}

http::Response enrolled(const Enrolment& enrolment, std::string_view request_id) {
  if (!enrolment.device) {
    return http::problem_response({.status = 404,
                                   .kind = "unknown-code",
                                   .detail = "The code is wrong, was used, or has expired.",
                                   .expected = "a new code from the branch's manager"},
                                  request_id);
  }
  return json_response(201, boost::json::serialize(
                                boost::json::object{{"token", enrolment.token},
                                                    {"node", enrolment.device->node.value()},
                                                    {"kind", enrolment.device->kind},
                                                    {"branch", enrolment.device->branch.value()}}));
}

// Watched from now on: one that is let in and never heard of again is silent, too.
void note_contact(ApiContext& context, const store::Device& device) {
  context.devices.contact(device.node, *parse_device_kind(device.kind), device.enrolled_at);
}

void enrol_device(ApiContext& context, Call call) {
  Body body{call.request};
  const std::string code = body.read().string("code", kCodeBytes);
  const std::string name = body.read().string("name", kNameBytes);
  if (const auto problem = body.problem()) return call.refuse(*problem);
  if (const auto wait = context.address_tries.take(call.request.peer)) {
    http::Response response = http::problem_response(
        {.status = 429, .kind = "too-many-attempts", .detail = "Too many attempts."},
        call.request.id);
    response.headers.add("Retry-After", std::to_string(wait->count()));
    return call.reply.send(std::move(response));
  }
  auto enrolment = std::make_shared<Enrolment>();
  enrolment->code = hash_secret(normalise_code(code));
  enrolment->name = name;
  enrolment->node_suffix = make_code(context.random);
  enrolment->token = make_token(context.random);
  context.host.write(
      [&context, enrolment](store::Transaction& transaction) {
        return enrol(context, *enrolment, transaction);
      },
      [reply = share(std::move(call.reply)), id = call.request.id, &context,
       enrolment](const store::Status& status) {
        if (!status) {
          return reply->send(http::problem_response(storage_problem(status.error()), id));
        }
        if (enrolment->device) note_contact(context, *enrolment->device);
        reply->send(enrolled(*enrolment, id));
      });
}

}  // namespace

void add_device_routes(Gate& gate, ApiContext& context) {
  using http::Method;
  gate.add(Method::kPost, "/branches/{branch}/enrolment-codes",
           [&context](Call call) { make_enrolment_code(context, std::move(call)); });
  gate.add(Method::kPost, "/devices/enrol",
           [&context](Call call) { enrol_device(context, std::move(call)); });
  gate.add(Method::kGet, "/branches/{branch}/devices", [&context](Call call) {
    query(context, std::move(call),
          devices_query(context.devices, context.identities, context.clock.now()));
  });
}

}  // namespace navbat::server
