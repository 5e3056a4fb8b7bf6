#include <boost/json.hpp>

#include "server_sync/server/api/api_routes.h"
#include "server_sync/server/api/body.h"
#include "server_sync/server/api/command.h"

namespace navbat::server {
namespace {

constexpr std::size_t kLoginBytes = 64;
constexpr std::size_t kPasswordBytes = 200;

struct SignIn {
  std::string login;
  std::string password;
  std::optional<domain::CounterId> counter;
};

std::string session_json(const Principal& principal) {
  return boost::json::serialize(boost::json::object{
      {"user", principal.id},
      {"role", to_string(principal.role)},
      {"branch", principal.branch.value()},
      {"counter", principal.counter ? boost::json::value(principal.counter->value()) : nullptr},
      {"csrf_token", principal.session->csrf}});
}

std::string cookie(std::string_view token, std::chrono::seconds life) {
  return std::string{kSessionCookie} + "=" + std::string{token} +
         "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(life.count());
}

http::Response too_often(std::chrono::seconds wait, std::string_view request_id) {
  http::Response response = http::problem_response(
      {.status = 429,
       .kind = "too-many-attempts",
       .detail = "Too many attempts.",
       .expected = "another try after " + std::to_string(wait.count()) + " s"},
      request_id);
  response.headers.add("Retry-After", std::to_string(wait.count()));
  return response;
}

// One answer for a wrong login, a wrong password and a blocked user.
http::Response not_signed_in(std::string_view request_id) {
  return http::problem_response(
      {.status = 401, .kind = "wrong-credentials", .detail = "The login or the password is wrong."},
      request_id);
}

void end_session(ApiContext& context, Call call) {
  const Principal who = call.principal;
  context.host.write(
      [&context, who](store::Transaction& transaction) -> store::Status {
        if (auto done = context.identities.end_session(transaction, who.session->token); !done) {
          return done;
        }
        return context.identities.append_audit(
            transaction, {context.clock.now(), who.branch, who.id, "session_ended", who.id, ""});
      },
      [&context, who, reply = share(std::move(call.reply)),
       id = call.request.id](const store::Status& status) {
        if (!status) {
          return reply->send(http::problem_response(storage_problem(status.error()), id));
        }
        context.authenticator.forget(who.session->token);
        http::Response response = http::empty_response(204);
        response.headers.add("Set-Cookie", cookie("", std::chrono::seconds{0}));
        reply->send(std::move(response));
      });
}

// The steps of one sign-in: on the connection's thread, the passwords' thread, the writer's.
class SignInFlow : public std::enable_shared_from_this<SignInFlow> {
 public:
  SignInFlow(ApiContext& context, Call call, SignIn form)
      : context_(context), call_(std::move(call)), form_(std::move(form)) {}

  void begin() {
    if (const auto wait = context_.address_tries.take(call_.request.peer)) return refuse(*wait);
    if (const auto wait = context_.login_tries.take(form_.login)) return refuse(*wait);
    if (context_.passwords.post([self = shared_from_this()] { self->check(); })) return;
    http::Response busy = http::problem_response(
        {.status = 503, .kind = "overloaded", .detail = "Too many people sign in at once."},
        call_.request.id);
    busy.headers.add("Retry-After", "2");
    call_.reply.send(std::move(busy));
  }

 private:
  void refuse(std::chrono::seconds wait) { call_.reply.send(too_often(wait, call_.request.id)); }

  // An unknown login is checked against a decoy, so that it takes as long as a known one.
  void check() {
    const auto view = context_.open_view();
    if (!view) return call_.refuse(storage_problem(view.error()));
    const auto user = context_.identities.find_user(**view, context_.info.id, form_.login);
    if (!user) return call_.refuse(storage_problem(user.error()));
    const bool is_right = system::verify_password(
        form_.password, *user ? (*user)->password : context_.decoy_password);
    if (!is_right || !*user || (*user)->blocked_at || !parse_role((*user)->role)) return fail();
    context_.login_tries.give_back(form_.login);
    context_.address_tries.give_back(call_.request.peer);
    open_session(**user);
  }

  void fail() {
    const store::AuditEntry entry{
        context_.clock.now(), context_.info.id, form_.login, "sign_in_failed", "",
        call_.request.peer};
    context_.host.write(
        [&context = context_, entry](store::Transaction& transaction) {
          return context.identities.append_audit(transaction, entry);
        },
        [](const store::Status&) {});
    call_.reply.send(not_signed_in(call_.request.id));
  }

  void open_session(const store::User& user) {
    const domain::Timestamp now = context_.clock.now();
    token_ = make_token(context_.random);
    const bool is_teller = user.role == to_string(Role::kTeller);
    signed_in_ = {
        {.token = hash_secret(token_),
         .user = user.id,
         .counter = is_teller ? (form_.counter ? form_.counter : user.counter) : std::nullopt,
         .csrf = make_token(context_.random),
         .created_at = now,
         .used_at = now,
         .ends_at = now + context_.identity_limits.session_life},
        user};
    context_.host.write(
        [self = shared_from_this()](store::Transaction& transaction) {
          return self->write(transaction);
        },
        [self = shared_from_this()](const store::Status& status) { self->answer(status); });
  }

  store::Status write(store::Transaction& transaction) {
    const store::Session& session = signed_in_.session;
    if (auto removed = context_.identities.remove_stale_sessions(
            transaction, session.created_at, context_.identity_limits.session_idle);
        !removed) {
      return tl::unexpected(removed.error());
    }
    if (auto added = context_.identities.add_session(transaction, session); !added) return added;
    return context_.identities.append_audit(
        transaction, {session.created_at, context_.info.id, form_.login, "session_created",
                      form_.login, session.counter ? "counter " + session.counter->value() : ""});
  }

  void answer(const store::Status& status) {
    if (!status) return call_.refuse(storage_problem(status.error()));
    const Principal principal = to_principal(signed_in_);
    http::Response response = json_response(201, session_json(principal));
    response.headers.add("Set-Cookie", cookie(token_, context_.identity_limits.session_life));
    call_.reply.set_principal(principal.id);
    call_.reply.send(std::move(response));
  }

  ApiContext& context_;
  Call call_;
  SignIn form_;
  std::string token_;
  store::SignedIn signed_in_;
};

void sign_in(ApiContext& context, Call call) {
  if (is_cross_site(call.request) || !says_json(call.request)) {
    return call.refuse({.status = 415,
                        .kind = "media-type",
                        .detail = "People sign in from a page of this server, with JSON.",
                        .expected = "Content-Type: application/json, and this server's Origin"});
  }
  Body body{call.request};
  const std::string branch = body.read().string("branch", kLoginBytes);
  SignIn form{.login = body.read().string("login", kLoginBytes),
              .password = body.read().string("password", kPasswordBytes),
              .counter = body.read().name_opt<domain::CounterId>("counter")};
  if (const auto problem = body.problem()) return call.refuse(*problem);
  if (branch != context.info.id.value()) {
    return call.refuse({.status = 404,
                        .kind = "unknown-branch",
                        .detail = "There is no such branch here.",
                        .expected = context.info.id.value()});
  }
  if (form.counter && !context.host.config().has_counter(*form.counter)) {
    return call.refuse(bad_member("counter", "a counter of this branch"));
  }
  std::make_shared<SignInFlow>(context, std::move(call), std::move(form))->begin();
}

}  // namespace

void add_session_routes(Gate& gate, ApiContext& context) {
  using http::Method;
  gate.add(Method::kPost, "/sessions",
           [&context](Call call) { sign_in(context, std::move(call)); });
  gate.add(Method::kGet, "/sessions/current",
           [](Call call) { call.reply.send(json_response(200, session_json(call.principal))); });
  gate.add(Method::kDelete, "/sessions/current",
           [&context](Call call) { end_session(context, std::move(call)); });
}

}  // namespace navbat::server
