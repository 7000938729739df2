#pragma once

#include "core/report/Document.h"

namespace ruw {

/// Numbers the headings of a paper in their order: "3  Title" and "3.2  Title", after the first appendix "Appendix A: Title" and
/// "A.1  Title".
class HeadingNumbers {
public:
    explicit HeadingNumbers(Language language) : m_language(language) {}

    /// The next heading of this level (1..3) with its number.
    Heading next(int level, const Text& text);
    /// The next appendix: a heading of level 1.
    Heading appendix(const Text& text);
    /// The number of the section or appendix that the last heading belongs to, from 1.
    int section() const { return m_first; }

private:
    QString first() const;

    Language m_language;
    int m_first = 0, m_second = 0;
    bool m_appendix = false;
};

} // namespace ruw
