#include "wizard/WindowPrompter.h"

#include <algorithm>

namespace ruw {

WindowPrompter::WindowPrompter(QObject* parent) : QObject(parent) {}

WindowPrompter::~WindowPrompter() = default;

// ---- asked by the nodes' threads ----

void WindowPrompter::ask(Waiting& waiting, std::unique_lock<std::mutex>& lock)
{
    if (!m_open)
        return;
    waiting.question.id = ++m_lastId;
    m_queue.push_back(&waiting);
    lock.unlock();
    emit changed();
    lock.lock();
    m_answered.wait(lock, [&] { return waiting.answered; });
}

QString WindowPrompter::keyOf(const SshQuestion& question)
{
    return question.host + u' ' + question.keyType + u' ' + question.fingerprint;
}

bool WindowPrompter::acceptHostKey(const QString& node, const QString& host, const QString& type,
                                   const QString& sha256Fingerprint)
{
    std::unique_lock lock(m_mutex);
    Waiting waiting;
    waiting.question.node = node;
    waiting.question.isNode = m_nodes.contains(node);
    waiting.question.host = host;
    waiting.question.keyType = type;
    waiting.question.fingerprint = sha256Fingerprint;
    // The jump host of many nodes: one answer serves them all.
    if (const auto said = m_hostKeys.find(keyOf(waiting.question)); m_open && said != m_hostKeys.end())
        return said->second;
    ask(waiting, lock);
    return waiting.yes;
}

WindowPrompter::Kept& WindowPrompter::kept(const QString& node, SecretKind kind)
{
    return m_nodes.contains(node) ? m_forAll[size_t(kind)] : m_forJumpHost[{node, kind}];
}

std::optional<Secret> WindowPrompter::secret(const QString& node, SecretKind kind, const Text& prompt)
{
    std::unique_lock lock(m_mutex);
    if (!m_open)
        return std::nullopt;
    const Key key{node, kind};
    const bool first = m_asked.insert({key, std::this_thread::get_id()}).second;
    const Kept& remembered = kept(node, kind);
    if (first && remembered.generation > m_refused[key]) {
        m_given[key] = remembered.generation;
        return remembered.secret;
    }
    Waiting waiting;
    waiting.question.kind = SshQuestion::Kind::Secret;
    waiting.question.node = node;
    waiting.question.isNode = m_nodes.contains(node);
    waiting.question.secret = kind;
    waiting.question.prompt = prompt;
    waiting.question.refusedBefore = m_everRefused.contains(key);
    // Through one jump host there are as many logins as nodes.
    waiting.question.mayServeAll = first && (m_nodes.size() > 1 || !waiting.question.isNode);
    ask(waiting, lock);
    return std::move(waiting.secret);
}

void WindowPrompter::secretRefused(const QString& node, SecretKind kind)
{
    const std::lock_guard lock(m_mutex);
    const Key key{node, kind};
    m_asked.erase({key, std::this_thread::get_id()});
    m_refused[key] = std::max(m_refused[key], m_given[key]);
    m_everRefused.insert(key);
    // A jump host has one account for all: what it refused is of no use to anybody.
    if (!m_nodes.contains(node))
        m_forJumpHost.erase(key);
}

// ---- answered by the window ----

void WindowPrompter::begin(const QStringList& nodes)
{
    const std::lock_guard lock(m_mutex);
    m_open = true;
    m_nodes = nodes;
    m_hostKeys.clear();
    m_asked.clear();
}

void WindowPrompter::cancel()
{
    {
        const std::lock_guard lock(m_mutex);
        m_open = false;
        for (Waiting* waiting : m_queue)
            waiting->answered = true;
        m_queue.clear();
        m_answered.notify_all();
    }
    emit changed();
}

void WindowPrompter::forget()
{
    const std::lock_guard lock(m_mutex);
    m_forAll = {};
    m_forJumpHost.clear();
    m_given.clear();
    m_refused.clear();
    m_everRefused.clear();
    m_hostKeys.clear();
}

bool WindowPrompter::remembersAnything() const
{
    const std::lock_guard lock(m_mutex);
    const auto holds = [](const Kept& one) { return one.generation > 0; };
    return std::any_of(m_forAll.begin(), m_forAll.end(), holds) ||
           std::any_of(m_forJumpHost.begin(), m_forJumpHost.end(),
                       [&](const auto& one) { return holds(one.second); });
}

std::optional<SshQuestion> WindowPrompter::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_queue.empty() ? std::nullopt : std::optional(m_queue.front()->question);
}

QStringList WindowPrompter::waitingNodes() const
{
    const std::lock_guard lock(m_mutex);
    QStringList nodes;
    for (const Waiting* waiting : m_queue)
        nodes.append(waiting->question.node);
    nodes.removeDuplicates();
    return nodes;
}

WindowPrompter::Waiting* WindowPrompter::find(quint64 id) const
{
    const auto found = std::find_if(m_queue.begin(), m_queue.end(),
                                    [id](const Waiting* one) { return one->question.id == id; });
    return found == m_queue.end() ? nullptr : *found;
}

void WindowPrompter::settle(Waiting& waiting)
{
    waiting.answered = true;
    m_queue.remove(&waiting);
}

void WindowPrompter::answerHostKey(quint64 id, bool accept)
{
    {
        const std::lock_guard lock(m_mutex);
        const Waiting* asked = find(id);
        if (!asked || asked->question.kind != SshQuestion::Kind::HostKey)
            return;
        const QString key = keyOf(asked->question);
        m_hostKeys[key] = accept;
        for (Waiting* waiting : std::list(m_queue)) {
            if (waiting->question.kind == SshQuestion::Kind::HostKey && keyOf(waiting->question) == key) {
                waiting->yes = accept;
                settle(*waiting);
            }
        }
        m_answered.notify_all();
    }
    emit changed();
}

void WindowPrompter::answerSecret(quint64 id, std::optional<Secret> secret, bool forAll)
{
    {
        const std::lock_guard lock(m_mutex);
        Waiting* asked = find(id);
        if (!asked || asked->question.kind != SshQuestion::Kind::Secret)
            return;
        const SshQuestion question = asked->question;
        const bool shared = question.mayServeAll && (forAll || !question.isNode);
        if (shared && secret)
            kept(question.node, question.secret) = {*secret, ++m_generation};
        asked->secret = secret;
        if (shared && secret)
            m_given[{question.node, question.secret}] = m_generation;
        settle(*asked);
        for (Waiting* waiting : std::list(m_queue)) {
            const SshQuestion& other = waiting->question;
            const bool same = shared && other.mayServeAll && other.kind == question.kind &&
                              other.secret == question.secret && other.isNode == question.isNode &&
                              (other.isNode || other.node == question.node);
            // "There is none" is said for one node; for a jump host it holds for every login through it.
            if (!same || (!secret && question.isNode))
                continue;
            waiting->secret = secret;
            m_given[{other.node, other.secret}] = m_generation;
            settle(*waiting);
        }
        m_answered.notify_all();
    }
    emit changed();
}

} // namespace ruw
