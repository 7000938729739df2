#include "core/access/TestMail.h"

#include "core/access/SmtpTalk.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ruw {

namespace {

/// How we name ourselves: RFC 5321 allows an address literal where there is no name; nothing of this machine is told.
constexpr char ownName[] = "[127.0.0.1]";

} // namespace

bool isMailAddress(const QString& address)
{
    static const QRegularExpression form(
        u"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?\\z"_s);
    return form.match(address).hasMatch() && !address.contains(".."_L1) && !address.startsWith(u'.') &&
           !address.contains(".@"_L1);
}

QByteArray TestMail::message() const
{
    const int minutes = std::abs(when.offsetFromUtc() / 60);
    const QByteArray zone = QByteArray::number(minutes / 60 * 100 + minutes % 60).rightJustified(4, '0');
    const QByteArray date = QLocale::c().toString(when, u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() +
                            (when.offsetFromUtc() < 0 ? " -" : " +") + zone;
    const QByteArray mailId = id.toLatin1();
    const QByteArray domain = from.section(u'@', 1).toLatin1();
    return "Date: " + date + "\r\nFrom: <" + from.toLatin1() + ">\r\nTo: <" + to.toLatin1() +
           ">\r\nMessage-ID: <" + mailId + '@' + domain + ">\r\nSubject: Test mail " + mailId +
           "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=us-ascii\r\n"
           "Auto-Submitted: auto-generated\r\n\r\n"
           "This is a test mail. It was sent on request during an upgrade, to see that mail passes.\r\n"
           "Its id: " +
           mailId + "\r\n";
}

MailSent sendMail(const QString& address, int port, AddressFamily family, const TestMail& mail,
                  std::chrono::milliseconds limit, std::stop_token stop)
{
    MailSent out;
    if (!isMailAddress(mail.from) || !isMailAddress(mail.to)) {
        out.detail = u"not a mail address"_s;
        return out;
    }
    Patience patience(limit, std::move(stop));
    SmtpTalk talk(address, port, family, patience);
    out.state = talk.state();
    out.detail = talk.detail();
    if (out.state != ProbeState::Open)
        return out;
    const auto came = [&](MailSent::Stage stage, const SmtpReply& reply, int wanted) {
        out.stage = stage;
        out.reply = reply.line;
        return wanted == 0 ? reply.good() : reply.code == wanted;
    };
    if (!came(MailSent::Stage::Greeting, talk.greeting(), 220))
        return out;
    if (!came(MailSent::Stage::Hello, talk.say(QByteArray("EHLO ") + ownName), 0) &&
        !came(MailSent::Stage::Hello, talk.say(QByteArray("HELO ") + ownName), 0))
        return out;
    if (!came(MailSent::Stage::Sender, talk.say("MAIL FROM:<" + mail.from.toLatin1() + '>'), 0) ||
        !came(MailSent::Stage::Recipient, talk.say("RCPT TO:<" + mail.to.toLatin1() + '>'), 0) ||
        !came(MailSent::Stage::Data, talk.say("DATA"), 354))
        return out;
    QByteArray body = mail.message();
    body.replace("\r\n.", "\r\n.."); // a line that begins with a dot must not end the mail
    if (!came(MailSent::Stage::Data, talk.send(body) ? talk.say(".") : SmtpReply(), 0))
        return out;
    out.stage = MailSent::Stage::Accepted;
    return out;
}

} // namespace ruw
