// SPDX-License-Identifier: MIT
#include "tests/support/postgres_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pwd.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>
#include <thread>

namespace miraimap::test {
namespace {

namespace fs = std::filesystem;

const fs::path programs = "/usr/lib/postgresql/15/bin";

/// The command as the user that the server runs as; it ends when this process does.
std::vector<std::string> as_server_user(std::vector<std::string> command) {
    std::vector<std::string> words{"setpriv", "--pdeathsig", "QUIT"};
    if (::geteuid() == 0) {
        words.insert(words.end(), {"--reuid", "postgres", "--regid", "postgres", "--clear-groups"});
    }
    words.insert(words.end(), command.begin(), command.end());
    return words;
}

int free_port() {
    const int opened = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool found = ::bind(opened, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                       ::getsockname(opened, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    ::close(opened);
    if (!found) {
        throw std::runtime_error("no free port on loopback");
    }
    return ntohs(address.sin_port);
}

std::string password_setting() { return std::string("PGPASSWORD=") + PostgresServer::password; }

std::string checked(const Ran& ran) {
    if (ran.code != 0) {
        throw std::runtime_error(ran.err + ran.out);
    }
    return ran.out;
}

}  // namespace

std::string PostgresServer::missing() {
    if (!fs::exists(programs / "initdb")) {
        return "PostgreSQL 15 is not installed (postgresql-15)";
    }
    if (!fs::exists("/usr/share/postgresql/15/extension/postgis.control")) {
        return "PostGIS is not installed (postgresql-15-postgis-3)";
    }
    if (::geteuid() == 0 && ::getpwnam("postgres") == nullptr) {
        return "PostgreSQL refuses root, and there is no user postgres";
    }
    return {};
}

PostgresServer::PostgresServer() : port_(free_port()) {
    make_data_folder();
    server_ = std::make_unique<Started>(
        as_server_user({(programs / "postgres").string(), "-D", (folder_ / "data").string(), "-p",
                        std::to_string(port_), "-c", "listen_addresses=127.0.0.1", "-c",
                        "unix_socket_directories=", "-c", "fsync=off"}));
    wait_until_ready();
    sql("CREATE DATABASE shared", "postgres");
    sql("CREATE EXTENSION postgis");
}

PostgresServer::~PostgresServer() { stop(); }

void PostgresServer::make_data_folder() {
    write_text(folder_ / "password", password);
    if (::geteuid() == 0) {
        const passwd* user = ::getpwnam("postgres");
        for (const fs::path& path : {folder_.path(), folder_ / "password"}) {
            if (::chown(path.c_str(), user->pw_uid, user->pw_gid) != 0) {
                throw std::runtime_error("cannot hand over " + path.string());
            }
        }
    }
    checked(run_program(as_server_user(
        {(programs / "initdb").string(), "-D", (folder_ / "data").string(), "-U", "owner", "-A",
         "scram-sha-256", "--pwfile=" + (folder_ / "password").string(), "-E", "UTF8",
         "--locale=C.UTF-8", "--no-sync"})));
}

void PostgresServer::wait_until_ready() {
    constexpr int tries = 600;
    for (int i = 0; i < tries; ++i) {
        if (run_program({(programs / "pg_isready").string(), "-q", "-h", "127.0.0.1", "-p",
                         std::to_string(port_)})
                .code == 0) {
            return;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    throw std::runtime_error("the private PostgreSQL server does not start");
}

std::string PostgresServer::address(const std::string& database, const std::string& user) const {
    return "PG:host=127.0.0.1 port=" + std::to_string(port_) + " dbname=" + database +
           " user=" + user;
}

std::string PostgresServer::with_password(const std::string& database,
                                          const std::string& user) const {
    return address(database, user) + " password=" + password;
}

std::string PostgresServer::sql(const std::string& statements, const std::string& database) const {
    return checked(run_program(
        {(programs / "psql").string(), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h",
         "127.0.0.1", "-p", std::to_string(port_), "-U", "owner", "-c", statements, database},
        {password_setting()}));
}

std::string PostgresServer::dump() const {
    return checked(run_program({(programs / "pg_dump").string(), "-h", "127.0.0.1", "-p",
                                std::to_string(port_), "-U", "owner", "shared"},
                               {password_setting()}));
}

void PostgresServer::stop() {
    if (server_) {
        server_->send(SIGQUIT);
        server_->wait();
        server_.reset();
    }
}

}  // namespace miraimap::test
