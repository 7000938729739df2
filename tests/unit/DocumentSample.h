#pragma once

#include "core/report/Document.h"

namespace ruw::sample {

/// A command that no line of a narrow column holds: blanks, both quotes, and what shells find special.
inline QString longCommand()
{
    return QStringLiteral(
        "install -m 0600 \"/opt/mail filter/conf/mf_replica.def\" '/var/backup/run 7/it'\\''s "
        "here/mf_replica.def' && echo \"done: $(date +%F)\" | tee -a /var/log/upgrade.log; sync "
        "&& systemctl --no-pager status some-rather-long-service-name.service --lines=50");
}

inline TopologyModel topology(int slaves, bool japanese)
{
    TopologyModel model;
    const auto node = [&](const QString& name, bool master) {
        TopologyModel::NodeBox box;
        box.name = name;
        box.role = master ? (japanese ? QStringLiteral("マスター機") : QStringLiteral("master"))
                          : (japanese ? QStringLiteral("スレーブ機") : QStringLiteral("slave"));
        box.address = QStringLiteral("192.0.2.%1").arg(model.nodes.size() + 1);
        box.version = QStringLiteral("Ver.5.20R01");
        box.master = master;
        return box;
    };
    model.nodes.append(node(QStringLiteral("mf1"), true));
    for (int i = 0; i < slaves; ++i) {
        model.nodes.append(node(i == 1 ? QStringLiteral("mf-with-a-very-long-name-indeed.example.test")
                                       : QStringLiteral("mf%1").arg(i + 2),
                                false));
        TopologyModel::Edge edge;
        edge.to = i + 1;
        edge.state = TopologyModel::Link(i % 3);
        edge.ports = QStringLiteral("14042-14047, 14083");
        edge.stateText = linkText(edge.state).render(japanese ? Language::Japanese : Language::English);
        model.edges.append(edge);
    }
    return model;
}

/// A document with every kind of block.
inline Document document(Language language, int slaves = 3, int steps = 30)
{
    const bool ja = language == Language::Japanese;
    const auto say = [ja](const char16_t* japanese, const char16_t* english) {
        return QString::fromUtf16(ja ? japanese : english);
    };
    Document doc;
    doc.language = language;
    doc.title = say(u"作業手順書", u"Runbook");
    doc.subtitle = say(u"m-FILTER バージョンアップ(Ver.5.20R01 → Ver.5.60R01)",
                       u"m-FILTER upgrade (Ver.5.20R01 to Ver.5.60R01)");
    doc.siteName = say(u"架空商事 本社", u"Fictitious Trading, head office");
    doc.documentId = QStringLiteral("RB-2026-1205-01");
    doc.fingerprint = QStringLiteral("3f9a-07bc-11de");
    doc.author = QStringLiteral("A. Author");

    Table info{{}, {{{}, 1}, {{}, 3}}, {}, false};
    info.rows.append({{{say(u"文書番号", u"Document"), {}, true}, {doc.documentId}}});
    info.rows.append({{{say(u"作業日", u"Date of the work"), {}, true},
                       {say(u"2026年12月5日 22:00", u"2026-12-05 22:00")}}});
    doc.cover.append(info);
    Table sign{say(u"承認", u"Signatures"),
               {{say(u"作成者", u"Author"), 1, Column::Align::Center},
                {say(u"確認", u"Checked"), 1, Column::Align::Center},
                {say(u"承認", u"Approved"), 1, Column::Align::Center}},
               {},
               false};
    Row signRow{{{}, {}, {}}};
    signRow.minHeight = 54;
    sign.rows.append(signRow);
    doc.cover.append(sign);

    doc.body.append(Contents{say(u"目次", u"Contents")});
    doc.body.append(PageBreak{});
    doc.body.append(Heading{1, say(u"1 目的と範囲", u"1 Purpose and scope")});
    doc.body.append(Paragraph{say(
        u"本書は、設定同期で結ばれた m-FILTER "
        u"サーバーをバージョンアップするための作業手順書です。同期通信を遮断してから、"
        u"1 台ずつ手順を行う必要があります。長時間の停止は行いません。",
        u"This runbook tells how the m-FILTER servers that are joined by settings sync are upgraded. Sync "
        u"communication is blocked first; then one machine after the other is upgraded, while mail keeps "
        u"flowing "
        u"over the others.")});
    doc.body.append(Paragraph{say(u"異なるバージョン間での設定同期はサポートされていません。",
                                  u"Settings sync between different versions is not supported."),
                              Paragraph::Style::Warning});
    doc.body.append(Paragraph{say(u"出典: FAQ 2578", u"Source: FAQ 2578"), Paragraph::Style::Note});
    doc.body.append(Heading{2, say(u"1.1 準備", u"1.1 Preparation")});
    doc.body.append(ItemList{{say(u"設定をエクスポートした", u"The settings have been exported"),
                              say(u"スナップショットを取得した(復元すると遮断も元に戻ることに注意)",
                                  u"A snapshot has been taken (going back to it would undo the block)")},
                             true});
    doc.body.append(ItemList{{say(u"中止判断時刻: 03:00", u"Time to decide: 03:00"),
                              say(u"切り戻し方法: 別紙", u"Way back: see annex")},
                             false});
    doc.body.append(Heading{1, say(u"2 構成", u"2 System")});
    doc.body.append(Drawing{topology(slaves, ja), say(u"図 1 構成図", u"Figure 1: the site")});
    Table ports{say(u"同期ポート", u"Sync ports"),
                {{say(u"キー", u"Key"), 3, Column::Align::Left, true},
                 {say(u"ポート", u"Port"), 1, Column::Align::Right},
                 {say(u"出典", u"Source"), 3}},
                {},
                false};
    for (int i = 0; i < 7; ++i) {
        ports.rows.append({{{QStringLiteral("DATA_SMTP_CLIENT_SYNC_SERVER_PORT")},
                            {QString::number(14041 + i)},
                            {say(u"mf1/mf_replica.def:12", u"mf1/mf_replica.def:12")}}});
    }
    doc.body.append(ports);
    doc.body.append(CommandBlock{say(u"確認コマンド", u"Command to check"), longCommand()});

    doc.body.append(Orientation{true});
    doc.body.append(Heading{1, say(u"3 作業手順", u"3 Steps")});
    Table table;
    table.title = say(u"作業手順", u"Steps");
    table.steps = true;
    table.columns = {{QStringLiteral("No"), 1, Column::Align::Right},
                     {say(u"予定", u"Planned"), 1.4, Column::Align::Center},
                     {say(u"ノード", u"Node"), 2},
                     {say(u"作業", u"Action"), 6},
                     {say(u"コマンド", u"Command"), 6, Column::Align::Left, true},
                     {say(u"期待結果", u"Expected result"), 5},
                     {say(u"実施者", u"Doer"), 1.3, Column::Align::Center},
                     {say(u"再鑑者", u"Checker"), 1.3, Column::Align::Center},
                     {say(u"開始", u"Start"), 1.4},
                     {say(u"終了", u"End"), 1.4},
                     {say(u"結果", u"Result"), 2}};
    table.rows.append({{{say(u"遮断", u"Isolate")}}});
    for (int i = 1; i <= steps; ++i) {
        Row row;
        row.emphasized = i == 4;
        QString command = QStringLiteral("systemctl stop mfilter");
        if (i % 4 == 2)
            command = longCommand();
        if (i % 10 == 5) {
            command = QStringLiteral("nft -f - <<'EOF'\ntable inet ruw {\n");
            for (int k = 0; k < 22; ++k)
                command +=
                    QStringLiteral(
                        "    tcp dport { 14042, 14043, 14044, 14045, 14046, 14047, 14083 } drop # %1\n")
                        .arg(k);
            command += QStringLiteral("}\nEOF");
        }
        row.cells = {{QString::number(i)},
                     {QStringLiteral("22:%1").arg(i % 60, 2, 10, QLatin1Char('0'))},
                     {QStringLiteral("mf%1").arg(i % 3 + 1)},
                     {say(u"サービスを停止する。止まっている場合はそのまま次へ進む。",
                          u"Stop the service. Where it has stopped already, go on."),
                      {},
                      false},
                     {{}, command},
                     {say(u"サービスが停止している", u"The service has stopped")},
                     {QString(QChar(tickBox))},
                     {QString(QChar(tickBox))},
                     {},
                     {},
                     {}};
        table.rows.append(row);
    }
    doc.body.append(table);
    doc.body.append(Orientation{false});
    doc.body.append(Heading{1, say(u"4 タイムチャート", u"4 Time chart")});
    Table chart{{},
                {{say(u"作業", u"Work"), 3},
                 {say(u"分", u"min"), 1, Column::Align::Right},
                 {say(u"経過", u"Time"), 5}},
                {},
                false};
    for (int i = 0; i < 8; ++i) {
        Row row{{{say(u"バージョンアップ", u"Upgrade")}, {QString::number(12)}, {}}};
        row.cells[2].bars = {{i / 8.0, (i + 1) / 8.0}};
        chart.rows.append(row);
    }
    doc.body.append(chart);
    return doc;
}

} // namespace ruw::sample
