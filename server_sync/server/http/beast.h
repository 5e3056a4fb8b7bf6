#pragma once

// Internal: the only door to Asio and Beast; no public header includes this one.
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace navbat::server::http {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using ErrorCode = boost::system::error_code;
/// A socket bound to its thread's io_context by type: no type-erased executor in every operation.
using Socket = net::basic_stream_socket<net::ip::tcp, net::io_context::executor_type>;

}  // namespace navbat::server::http
