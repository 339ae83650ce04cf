// SPDX-License-Identifier: MIT
// A private PostgreSQL server for a test: own data folder, own free port, loopback only.
//
// Promises: ends with the object, and with the test's process however that ends; uses no server of
// this machine. As root it runs as the user `postgres`, because PostgreSQL refuses root.
#pragma once

#include <memory>
#include <string>

#include "tests/support/program.hpp"

namespace miraimap::test {

class PostgresServer {
public:
    /// Why no server with PostGIS can be started here; "" if one can.
    static std::string missing();

    /// Starts it with the login `owner` and the database `shared`, which has PostGIS.
    /// @throws std::runtime_error with the server's words
    PostgresServer();
    ~PostgresServer();
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    static constexpr const char* password = "s3cret-Kagi";  ///< of every login

    /// "PG:host=… port=… dbname=… user=…", without a password.
    [[nodiscard]] std::string address(const std::string& database = "shared",
                                      const std::string& user = "owner") const;
    /// The address with its password.
    [[nodiscard]] std::string with_password(const std::string& database = "shared",
                                            const std::string& user = "owner") const;
    [[nodiscard]] int port() const { return port_; }
    /// Runs statements as `owner`; what they print, cells separated by |.
    /// @throws std::runtime_error with the server's words
    std::string sql(const std::string& statements, const std::string& database = "shared") const;
    /// Everything in the database as statements.
    [[nodiscard]] std::string dump() const;
    void stop();

private:
    void make_data_folder();
    void wait_until_ready();

    TemporaryFolder folder_;
    int port_ = 0;
    std::unique_ptr<Started> server_;
};

}  // namespace miraimap::test
