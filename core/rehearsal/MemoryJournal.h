#pragma once

#include "core/run/Journal.h"

#include <functional>

namespace ruw {

/// A journal's bytes in memory; what a power cut leaves of them can be chosen.
class MemoryJournal final : public JournalStore {
public:
    enum class Cut { None, Before, After, Amid };
    /// Asked before each record, with its number; says where the program ends.
    using CutAt = std::function<Cut(int record, const QByteArray& line)>;

    MemoryJournal(QByteArray& bytes, int records, CutAt cutAt)
        : m_bytes(bytes), m_records(records), m_cutAt(std::move(cutAt))
    {
    }

    QString name() const override { return QStringLiteral("rehearsal"); }
    std::optional<Text> append(const QByteArray& line) override
    {
        const Cut cut = m_cutAt(++m_records, line);
        if (cut == Cut::None || cut == Cut::After)
            m_bytes += line;
        else if (cut == Cut::Amid)
            m_bytes += line.first(line.size() / 2);
        if (cut == Cut::None)
            return std::nullopt;
        return Text::tr("The program was killed (rehearsed).");
    }

private:
    QByteArray& m_bytes;
    int m_records;
    CutAt m_cutAt;
};

} // namespace ruw
