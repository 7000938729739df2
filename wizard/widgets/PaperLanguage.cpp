#include "wizard/widgets/PaperLanguage.h"

using namespace Qt::StringLiterals;

namespace ruw {

PaperLanguage::PaperLanguage(QWidget* parent) : QComboBox(parent)
{
    // Each language in its own words: whoever looks for his finds it.
    addItem(u"日本語"_s, int(Language::Japanese));
    addItem(u"English"_s, int(Language::English));
    connect(this, &QComboBox::activated, this, [this] { m_chosen = true; });
}

bool PaperLanguage::follow(Language window)
{
    if (m_chosen || language() == window)
        return false;
    setCurrentIndex(findData(int(window)));
    return true;
}

} // namespace ruw
