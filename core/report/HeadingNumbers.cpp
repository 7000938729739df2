#include "core/report/HeadingNumbers.h"

using namespace Qt::StringLiterals;

namespace ruw {

QString HeadingNumbers::first() const
{
    return m_appendix ? QString(QChar(u'A' + m_first - 1)) : QString::number(m_first);
}

Heading HeadingNumbers::next(int level, const Text& text)
{
    if (level == 1) {
        ++m_first;
        m_second = 0;
    } else {
        ++m_second;
    }
    const QString number = level == 1 ? first() : first() + u'.' + QString::number(m_second);
    return {level, number + u"  "_s + text.render(m_language)};
}

Heading HeadingNumbers::appendix(const Text& text)
{
    m_first = m_appendix ? m_first + 1 : 1;
    m_second = 0;
    m_appendix = true;
    return {1, Text::tr("Appendix %1: %2").arg(first()).arg(text).render(m_language)};
}

} // namespace ruw
