#pragma once

#include "core/base/Text.h"

#include <QComboBox>

namespace ruw {

/// The language of a paper: the window's, until a person chooses another one.
class PaperLanguage final : public QComboBox {
    Q_OBJECT
public:
    explicit PaperLanguage(QWidget* parent = nullptr);
    Language language() const { return Language(currentData().toInt()); }
    /// Takes the window's language; true where that is another one than before.
    bool follow(Language window);

private:
    bool m_chosen = false; ///< by a person
};

} // namespace ruw
