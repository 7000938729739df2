#include "core/report/Glossary.h"
#include "tests/gui/PageSamples.h"
#include "wizard/GuideWindow.h"
#include "wizard/Help.h"
#include "wizard/Pages.h"
#include "wizard/Session.h"
#include "wizard/UpgradeWizard.h"

#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace ruw;

namespace {

/// What the guide's text is made of, as far as it can be held against the program.
struct Guide {
    struct Named {
        QString key, text; ///< an id, target or "context|source", and the words that stand there
    };
    QList<Named> headings, links, ui;
    QStringList pictures;
    QString error;
};

Guide read(const QString& html)
{
    Guide guide;
    QXmlStreamReader xml(html.mid(html.indexOf(u"<html"_s)));
    QList<std::pair<QList<Guide::Named>*, Guide::Named>> open;
    QStringList elements;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement: {
            const auto attributes = xml.attributes();
            const auto value = [&](QLatin1StringView name) { return attributes.value(name).toString(); };
            const QString name = xml.name().toString();
            QList<Guide::Named>* list = name == "h2"_L1 || name == "h3"_L1 ? &guide.headings
                                        : name == "a"_L1 && attributes.hasAttribute("href"_L1) ? &guide.links
                                        : attributes.hasAttribute("data-ui"_L1)                ? &guide.ui
                                                                                               : nullptr;
            const QString key = list == &guide.headings ? value("id"_L1)
                                : list == &guide.links  ? value("href"_L1)
                                                        : value("data-ui"_L1);
            open.append({list, {key, {}}});
            if (name == "img"_L1)
                guide.pictures.append(value("src"_L1));
            break;
        }
        case QXmlStreamReader::Characters:
            for (auto& each : open)
                each.second.text += xml.text();
            break;
        case QXmlStreamReader::EndElement: {
            const auto closed = open.takeLast();
            if (closed.first)
                closed.first->append(closed.second);
            break;
        }
        default:
            break;
        }
    }
    if (xml.hasError())
        guide.error = u"line %1: %2"_s.arg(xml.lineNumber()).arg(xml.errorString());
    return guide;
}

QString source(Language language)
{
    QFile file(u":/guide/guide-%1.html"_s.arg(languageCode(language)));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The (context, source) pairs of the catalogue: what a person can see in the window.
QSet<QString> catalogue()
{
    QFile file(QStringLiteral(PROJECT_DIR "/translations/ja.ts"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QSet<QString> out;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "source"_L1)
            out.insert(context + u'|' + xml.readElementText());
    }
    return out;
}

QString withoutMnemonic(QString text)
{
    static const QRegularExpression japanese(u"\\(&[A-Z]\\)"_s);
    return text.remove(japanese).remove(u'&');
}

} // namespace

/// The operator's guide and the help on the spot: that they speak of what is there, in both languages.
class TestGuide : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    }
    void bothLanguagesHaveTheSameSections()
    {
        const Guide english = read(source(Language::English)), japanese = read(source(Language::Japanese));
        const auto keys = [](const QList<Guide::Named>& list) {
            QStringList out;
            for (const Guide::Named& each : list)
                out.append(each.key);
            return out;
        };
        QVERIFY(keys(english.headings).size() > 15);
        QCOMPARE(keys(japanese.headings), keys(english.headings));
        // Each speaks of the same parts of the window; the sentences may name them in another order.
        const auto sorted = [&](const QList<Guide::Named>& list) {
            QStringList all = keys(list);
            all.sort();
            all.removeDuplicates();
            return all;
        };
        QCOMPARE(sorted(japanese.ui), sorted(english.ui));
        QCOMPARE(sorted(japanese.links), sorted(english.links));
    }
    void theGuideIsWellFormed_data() { samples::bothLanguages(); }
    void theGuideIsWellFormed()
    {
        QFETCH(Language, language);
        const Guide guide = read(source(language));
        QVERIFY2(guide.error.isEmpty(), qPrintable(guide.error));
        for (const QString& picture : guide.pictures) {
            const QString path = u':' + QUrl(u"qrc:/guide/"_s).resolved(QUrl(picture)).path();
            QVERIFY2(QFile::exists(path), qPrintable(picture));
        }
        QVERIFY(!source(language).contains(u"http"_s)); // needs no network
    }
    void everyPageIsToldByItsName_data() { samples::bothLanguages(); }
    void everyPageIsToldByItsName()
    {
        QFETCH(Language, language);
        Session session;
        session.setLanguage(language);
        const Guide guide = read(source(language));
        for (int i = 0; i < pageCount; ++i) {
            const std::unique_ptr<Page> page(makePage(PageId(i), session, nullptr));
            page->retranslate();
            const QString key = u"page-"_s + pageCode(PageId(i));
            int headings = 0;
            for (const Guide::Named& heading : guide.headings) {
                if (heading.key != key)
                    continue;
                ++headings;
                QCOMPARE(heading.text, page->title());
            }
            QCOMPARE(headings, 1);
            for (const Guide::Named& link : guide.links) {
                if (link.key == u'#' + key)
                    QCOMPARE(link.text, page->title());
            }
        }
    }
    void noPageIsToldByASignpostAlone_data() { samples::bothLanguages(); }
    void noPageIsToldByASignpostAlone()
    {
        QFETCH(Language, language);
        static const QRegularExpression tag(u"<[^>]*>"_s);
        const int least = language == Language::English ? 100 : 45;
        const QStringList sections = source(language).split(u"<h3 id=\"page-"_s).mid(1);
        QVERIFY(sections.size() > 5);
        for (const QString& section : sections) {
            QString text = section.section(u"</h3>"_s, 1).section(u"<h2"_s, 0, 0);
            text = text.remove(tag).simplified();
            QVERIFY2(text.size() >= least, qPrintable(text));
        }
    }
    void theAnswersToTroubleAreToldInTheOrderInWhichTheyStand_data() { samples::bothLanguages(); }
    void theAnswersToTroubleAreToldInTheOrderInWhichTheyStand()
    {
        QFETCH(Language, language);
        const QString remedies = source(language).section(u"<h2 id=\"remedies\""_s, 1).section(u"<h2"_s, 0, 0);
        qsizetype last = -1;
        for (const char* answer : {"&amp;Look again", "&amp;Try again", "&amp;Done by hand: judge it", "S&amp;kip", "L&amp;eave %1 out",
                                   "&amp;Undo changes\u2026", "&amp;Hold"}) {
            const qsizetype at = remedies.indexOf(u"<dt><b data-ui=\"ruw::ConfirmationBar|%1\""_s.arg(QString::fromUtf8(answer)));
            QVERIFY2(at > last, answer);
            last = at;
        }
    }
    void everyTermAndLinkLeadsSomewhere_data() { samples::bothLanguages(); }
    void everyTermAndLinkLeadsSomewhere()
    {
        QFETCH(Language, language);
        const Guide guide = read(source(language));
        for (const Guide::Named& link : guide.links) {
            const QString target = link.key.mid(1);
            if (target.startsWith("term-"_L1)) {
                const Term* term = glossaryTerm(target.mid(5));
                QVERIFY2(term, qPrintable(target));
                QCOMPARE(link.text.toLower(), term->name.render(language).toLower());
            } else {
                QVERIFY2(std::any_of(guide.headings.cbegin(), guide.headings.cend(),
                                     [&](const Guide::Named& heading) { return heading.key == target; }),
                         qPrintable(target));
            }
        }
    }
    void everyPartOfTheWindowThatIsNamedIsThere_data() { samples::bothLanguages(); }
    void everyPartOfTheWindowThatIsNamedIsThere()
    {
        QFETCH(Language, language);
        const QSet<QString> known = catalogue();
        Session session;
        session.setLanguage(language);
        const Guide guide = read(source(language));
        QVERIFY(guide.ui.size() > 20);
        for (const Guide::Named& part : guide.ui) {
            QVERIFY2(known.contains(part.key), qPrintable(u"not in the program: "_s + part.key));
            const QString said =
                withoutMnemonic(QCoreApplication::translate(part.key.section(u'|', 0, 0).toUtf8().constData(),
                                                            part.key.section(u'|', 1).toUtf8().constData()));
            const QRegularExpression pattern(QRegularExpression::anchoredPattern(
                QRegularExpression::escape(said).replace(u"\\%1"_s, u".+"_s)));
            QVERIFY2(pattern.match(part.text).hasMatch(), qPrintable(part.text + u" / "_s + said));
        }
    }
    void everyTermHasANameAndAMeaningInBothLanguages()
    {
        QSet<QString> ids;
        for (const Term& term : glossary()) {
            QVERIFY2(!ids.contains(term.id), qPrintable(term.id));
            ids.insert(term.id);
            for (const Text& text : {term.name, term.meaning}) {
                QVERIFY2(text.render(Language::English) != text.render(Language::Japanese),
                         qPrintable(term.id));
                QVERIFY(!text.render(Language::Japanese).isEmpty());
            }
        }
        QVERIFY(ids.size() >= 20);
    }
    void everyPartThatIsExplainedIsInTheWindow()
    {
        Session session;
        UpgradeWizard window(session);
        QSet<QString> used;
        for (const help::Explained& each : help::explained()) {
            QVERIFY2(window.page(each.page)->findChild<QWidget*>(each.widget),
                     qPrintable(pageCode(each.page) + u'/' + each.widget));
            for (const QString& id : each.terms) {
                QVERIFY2(glossaryTerm(id), qPrintable(id));
                used.insert(id);
            }
        }
        for (const Term& term : glossary())
            QVERIFY2(used.contains(term.id), qPrintable(term.id + u" is explained nowhere on the spot"_s));
    }
    void whatAPartMeansIsToldByToolTipWhatsThisAndScreenReader_data() { samples::bothLanguages(); }
    void whatAPartMeansIsToldByToolTipWhatsThisAndScreenReader()
    {
        QFETCH(Language, language);
        Session session;
        UpgradeWizard window(session);
        session.setLanguage(language); // at run time
        window.goTo(PageId::Start);
        window.openSample();
        auto* decide = window.page(PageId::Site)->findChild<QWidget*>(u"decideByEdit"_s);
        const QString meaning = glossaryTerm(u"decide-by"_s)->meaning.render(language);
        QVERIFY(decide->whatsThis().contains(meaning.toHtmlEscaped()));
        QVERIFY(decide->toolTip().contains(meaning.toHtmlEscaped()));
        QVERIFY(decide->accessibleDescription().contains(meaning));
        QVERIFY(window.page(PageId::Site)->whatsThis().contains(meaning.toHtmlEscaped()));
    }
    void shiftF1ExplainsThePartWithTheKeyboard()
    {
        Session session;
        UpgradeWizard window(session);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.openSample();
        auto* decide = window.page(PageId::Site)->findChild<QLineEdit*>(u"decideByEdit"_s);
        decide->setFocus();
        QTest::keyClick(decide, Qt::Key_F1, Qt::ShiftModifier);
        const auto bubble = [] {
            for (QWidget* widget : QApplication::topLevelWidgets()) {
                if (widget->inherits("QWhatsThat") && widget->isVisible())
                    return widget;
            }
            return static_cast<QWidget*>(nullptr);
        };
        QTRY_VERIFY(bubble());
        delete bubble();
    }
    void f1OpensTheGuideAtThePageShown_data() { samples::bothLanguages(); }
    void f1OpensTheGuideAtThePageShown()
    {
        QFETCH(Language, language);
        Session session;
        session.setLanguage(language);
        UpgradeWizard window(session);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.openSample();
        QTest::keyClick(&window, Qt::Key_F1);
        auto* guide = window.findChild<GuideWindow*>();
        QVERIFY(guide);
        QTRY_VERIFY(guide->isVisible());
        const auto* sections = guide->findChild<QListWidget*>(u"guideSections"_s);
        QVERIFY(sections->currentItem());
        QCOMPARE(sections->currentItem()->data(Qt::UserRole).toString(), u"page-site"_s);
        QCOMPARE(sections->currentItem()->text().trimmed(), window.page(PageId::Site)->title());
        // It follows the window's language and keeps its place.
        const QString before = guide->findChild<QTextBrowser*>()->toPlainText();
        session.setLanguage(language == Language::English ? Language::Japanese : Language::English);
        QVERIFY(guide->findChild<QTextBrowser*>()->toPlainText() != before);
        QCOMPARE(sections->currentItem()->data(Qt::UserRole).toString(), u"page-site"_s);
        const QString term = glossaryTerm(u"ledger"_s)->meaning.render(session.language());
        QVERIFY(guide->findChild<QTextBrowser*>()->toPlainText().contains(term));
    }
    void aWordIsFoundInTheGuideByKeyboard()
    {
        Session session;
        UpgradeWizard window(session);
        window.show();
        window.openGuide();
        auto* guide = window.findChild<GuideWindow*>();
        auto* find = guide->findChild<QLineEdit*>(u"guideFind"_s);
        find->setFocus();
        QTest::keyClicks(find, u"restart flag"_s);
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(guide->findChild<QTextBrowser*>()->textCursor().selectedText().toLower(), u"restart flag"_s);
        QVERIFY(guide->isVisible()); // Enter closes nothing
    }
};

QTEST_MAIN(TestGuide)
#include "tst_guide.moc"
