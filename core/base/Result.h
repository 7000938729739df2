#pragma once

#include "core/base/Finding.h"

#include <QtGlobal>

#include <utility>
#include <variant>

namespace ruw {

/// What went wrong, for a person: what happened, what state things are in, what to do. `code` is stable,
/// lower-case with hyphens. `causes` holds the single findings where there are several.
struct Error {
    QString code;
    Text what;
    Text state;
    Text remedy;
    QList<Finding> causes;

    /// The three sentences in one paragraph.
    QString render(Language language) const;
    friend bool operator==(const Error&, const Error&) = default;
};

/// The error as a finding, where the rest goes on without what failed.
Finding asFinding(const Error& error, Severity severity, const QString& node, const QString& path);

/// A value or an Error (std::expected is not in C++20).
template <typename T> class Result {
public:
    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }
    const T& value() const
    {
        Q_ASSERT(ok());
        return std::get<0>(m_content);
    }
    T& value()
    {
        Q_ASSERT(ok());
        return std::get<0>(m_content);
    }
    const T& operator*() const { return value(); }
    const T* operator->() const { return &value(); }
    const Error& error() const
    {
        Q_ASSERT(!ok());
        return std::get<1>(m_content);
    }

private:
    std::variant<T, Error> m_content;
};

/// For operations that give nothing but success.
using Status = Result<std::monostate>;
inline Status success() { return Status(std::monostate{}); }

} // namespace ruw
