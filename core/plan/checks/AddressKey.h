#pragma once

#include <QString>

namespace ruw::checks {

/// An address in a form that can be compared by value: `::1` and `0:0:0:0:0:0:0:1` are one, `::ffff:10.0.0.1`
/// is 10.0.0.1. A host name is compared without regard to case and to a dot at its end; whether it stands for
/// an address can't be told without asking a name server, whose answer may differ from the node's.
struct AddressKey {
    QString key;
    bool isName = false; ///< a host name, not an address
    friend bool operator==(const AddressKey&, const AddressKey&) = default;
};

/// Takes an address or a host name; brackets around an IPv6 address and a zone (`%eth0`) after it are left
/// out.
AddressKey addressKey(const QString& text);

} // namespace ruw::checks
