#pragma once

#include "core/base/Text.h"

#include <QDir>
#include <QSize>
#include <QString>

/// What is drawn: each scene plays a part of the real wizard and takes its pictures into `folder`. Gives what went wrong;
/// empty: nothing.
namespace ruw::pictures {

/// Every page in its order, as a person would reach it; in the smallest light window the sample's papers, too.
QString takeAll(const QDir& folder, Language language, bool dark, QSize size);

/// The survey of a site by SSH: live, with its questions, done, and the baseline.
QString takeSurvey(const QDir& folder, Language language, bool dark);

/// The work on nodes by SSH: every kind of question, what is waited for, trouble, going back, the final looks. In another than the
/// smallest window only what has most to say.
QString takeWork(const QDir& folder, Language language, bool dark, QSize size);

/// The rehearsal: opened from the start page, its faults, trouble, its end, and its papers.
QString takeRehearsal(const QDir& folder, Language language, bool dark);

} // namespace ruw::pictures
