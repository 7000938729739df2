<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
<context>
    <name>ruw::AboutBox</name>
    <message>
        <source>About</source>
        <translation>バージョン情報</translation>
    </message>
    <message>
        <source>Replica Upgrade Wizard %1</source>
        <translation>Replica Upgrade Wizard %1</translation>
    </message>
    <message>
        <source>Plans and guides the upgrade of a replicated m-FILTER site after the vendor&apos;s FAQ 2578.

This is not a product of the vendor and is not supported by the vendor. m-FILTER is a product of Digital Arts Inc.</source>
        <translation>設定同期環境の m-FILTER のバージョンアップを、メーカーの FAQ 2578 に沿って計画し、作業を支援します。

本ツールはメーカーの製品ではなく、メーカーのサポート対象でもありません。m-FILTER はデジタルアーツ株式会社の製品です。</translation>
    </message>
</context>
<context>
    <name>ruw::AccountPanel</name>
    <message>
        <source>What the rehearsal showed</source>
        <translation>リハーサルの結果</translation>
    </message>
    <message>
        <source>What the faults led to</source>
        <translation>障害の結果</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>見積もり</translation>
    </message>
    <message>
        <source>Rehearsed</source>
        <translation>リハーサル結果</translation>
    </message>
    <message>
        <source>%1 (!)</source>
        <comment>a figure that is not good</comment>
        <translation>%1（！）</translation>
    </message>
    <message>
        <source>No safety rule was broken.</source>
        <translation>安全規則の違反はありません。</translation>
    </message>
    <message>
        <source>Rule %1: %2</source>
        <comment>number, what</comment>
        <translation>規則 %1: %2</translation>
    </message>
    <message>
        <source>Questions answered for you (“Answer for me”)</source>
        <translation>自動で回答した確認（［自動で回答］を使用）</translation>
    </message>
    <message>
        <source>Troubles that the simulation put right for you (“Put it right”)</source>
        <translation>模擬環境で復旧させた問題（［復旧させる］を使用）</translation>
    </message>
    <message>
        <source>Assumed, because it was not looked at:</source>
        <translation>確認されていないため、次のとおりと想定しています:</translation>
    </message>
    <message>
        <source>What the rehearsal showed (as of the end of the run, %1)</source>
        <translation>リハーサルの結果（作業終了時点、%1）</translation>
    </message>
    <message>
        <source>What the rehearsal showed (as of %1, when the run was held)</source>
        <translation>リハーサルの結果（作業中断時点、%1）</translation>
    </message>
</context>
<context>
    <name>ruw::AlarmPanel</name>
    <message>
        <source>%1: %2</source>
        <comment>ALARM or WARNING, what it is</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>（ほか %n 件）</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue on %1: %2. %3</source>
        <comment>node, level, figures</comment>
        <translation>%1 のキュー: %2。%3</translation>
    </message>
    <message>
        <source>Queues: %1</source>
        <comment>node: how its queue stands, more of them</comment>
        <translation>キュー: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between nodes</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>nodes, how their queues stand</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between groups of nodes</comment>
        <translation> / </translation>
    </message>
    <message>
        <source>Queues (%1): %2</source>
        <comment>nodes, how all their queues stand</comment>
        <translation>キュー（%1）: %2</translation>
    </message>
    <message>
        <source>to be looked at there</source>
        <comment>queues that can&apos;t be seen from here</comment>
        <translation>ノード上で確認</translation>
    </message>
</context>
<context>
    <name>ruw::BeginPanel</name>
    <message>
        <source>Journal file</source>
        <translation>作業記録ファイル</translation>
    </message>
    <message>
        <source>Journals (*.jsonl)</source>
        <translation>作業記録 (*.jsonl)</translation>
    </message>
    <message>
        <source>Enter who does the work.</source>
        <translation>実施者の氏名を入力してください。</translation>
    </message>
    <message>
        <source>&amp;Doer</source>
        <translation>実施者(&amp;D)</translation>
    </message>
    <message>
        <source>Chec&amp;ker</source>
        <translation>再鑑者(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Journal file of this run</source>
        <translation>作業記録ファイル(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>選択(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Rehearse it first…</source>
        <translation>先にリハーサルする(&amp;R)…</translation>
    </message>
    <message>
        <source>Be&amp;gin the rehearsal</source>
        <translation>リハーサルを開始(&amp;G)</translation>
    </message>
    <message>
        <source>Be&amp;gin the work</source>
        <translation>作業を開始(&amp;G)</translation>
    </message>
    <message>
        <source>Each action is shown first and done only when you have confirmed it: by the program on nodes with SSH, by you on the others. Critical steps need the checker&apos;s agreement. The journal records who did what and when; it is never overwritten.</source>
        <translation>各操作は、事前に内容を表示し、確認を得てから実施します。SSH で接続するノードでは本ツールが、それ以外のノードでは実施者が操作します。重要な手順では再鑑者の同意が必要です。作業記録には「誰が・いつ・何を」実施したかが残り、上書きされることはありません。</translation>
    </message>
    <message>
        <source>You see the same pages, questions and journal as in the work, but every node is simulated: nothing you do here can harm. The journal is marked and can&apos;t be taken for real work. When you leave you can save it, or it is thrown away.</source>
        <translation>画面、確認事項、作業記録は実作業と同じですが、ノードはすべて模擬のものです。ここでの操作が実環境に影響することはありません。作業記録にはリハーサルである旨が記録され、実作業の作業記録としては使えません。終了時に保存できます。保存しない場合は破棄されます。</translation>
    </message>
</context>
<context>
    <name>ruw::ChecksPage</name>
    <message>
        <source>Checks</source>
        <translation>事前チェック</translation>
    </message>
    <message>
        <source>What must be settled before the work starts, and what you should know. Each warning is accepted by name.</source>
        <translation>作業開始前に解消すべき項目と、把握しておくべき項目です。警告は 1 件ずつ、氏名を付けて了承します。</translation>
    </message>
    <message>
        <source>Choose a procedure first.</source>
        <translation>先に作業方式を選んでください。</translation>
    </message>
    <message>
        <source>The configs are being read again.</source>
        <translation>設定ファイルを読み直しています。</translation>
    </message>
    <message>
        <source>Blockers must be settled first.</source>
        <translation>要解決の項目を先に解消してください。</translation>
    </message>
    <message>
        <source>The configs of the nodes are being read again.</source>
        <translation>各ノードの設定ファイルを読み直しています。</translation>
    </message>
    <message>
        <source>&amp;Doer:</source>
        <translation>実施者(&amp;D):</translation>
    </message>
    <message>
        <source>This name stands beside each warning that is accepted.</source>
        <translation>了承した警告にこの名前が付きます。</translation>
    </message>
    <message>
        <source>&amp;Queue estimate</source>
        <translation>滞留量の見積もり(&amp;Q)</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>チェック結果</translation>
    </message>
    <message>
        <source>No procedure is chosen yet: findings for all of them.</source>
        <translation>作業方式が未選択のため、すべての作業方式のチェック結果を示しています。</translation>
    </message>
    <message numerus="yes">
        <source>The work can&apos;t start: %n blocker(s).</source>
        <translation>
            <numerusform>要解決の項目が %n 件あり、作業を開始できません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No blockers. %n warning(s) still to accept.</source>
        <translation>
            <numerusform>要解決の項目はありません。未了承の警告が %n 件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>No blockers. Every warning is accepted.</source>
        <translation>要解決の項目はありません。警告はすべて了承済みです。</translation>
    </message>
    <message>
        <source>No blockers and no warnings.</source>
        <translation>要解決の項目も警告もありません。</translation>
    </message>
    <message>
        <source>&amp;Stop reading</source>
        <translation>読み取りを中止(&amp;S)</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>再チェック(&amp;A)</translation>
    </message>
    <message>
        <source>Reading the nodes since %1 (%2 s) …</source>
        <translation>各ノードを読み取っています（%1 開始、%2 秒経過）…</translation>
    </message>
    <message>
        <source>Reading the nodes since %1 (%2 s) … %3: %4</source>
        <translation>各ノードを読み取っています（%1 開始、%2 秒経過）… %3: %4</translation>
    </message>
    <message>
        <source>By the survey of %1.</source>
        <translation>%1 の調査結果に基づきます。</translation>
    </message>
    <message>
        <source>Checked again at %1: nothing changed.</source>
        <translation>%1 に再チェックしました。変化はありません。</translation>
    </message>
    <message>
        <source>Checked again at %1: new findings: %2, settled: %3.</source>
        <translation>%1 に再チェックしました。新規の指摘 %2 件、解消 %3 件。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Enter your name: then the warnings can be accepted.</source>
        <translation>氏名を入力すると、警告を了承できるようになります。</translation>
    </message>
    <message>
        <source>Findings and estimate</source>
        <translation>チェック結果と滞留量の見積もり</translation>
    </message>
    <message>
        <source>Ma&amp;ke the runbook</source>
        <translation>作業手順書を作成する(&amp;K)</translation>
    </message>
    <message>
        <source>F&amp;indings (%1)</source>
        <translation>チェック結果 %1 件(&amp;I)</translation>
    </message>
    <message numerus="yes">
        <source>%n to accept</source>
        <comment>warnings</comment>
        <translation>
            <numerusform>未了承 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>What must be settled before the work starts, and what you should know.</source>
        <translation>作業開始前に解消すべき項目と、把握しておくべき項目です。</translation>
    </message>
    <message>
        <source>In the rehearsal the warnings count as accepted; the real work asks for each.</source>
        <translation>リハーサルでは、警告を了承済みとして扱います。実際の作業では、1 件ずつ了承が必要です。</translation>
    </message>
</context>
<context>
    <name>ruw::ConfigFindings</name>
    <message>
        <source>Blocker</source>
        <translation>要解決</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>%1, %2, line %3</source>
        <translation>%1、%2 の %3 行目</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>No problem was found in the configs.</source>
        <translation>設定ファイルに問題は見つかりませんでした。</translation>
    </message>
</context>
<context>
    <name>ruw::ConfirmationBar</name>
    <message>
        <source>&amp;Start this action</source>
        <translation>この操作を開始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Not as expected</source>
        <translation>期待と異なる(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>やり直す(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Done: it is undone</source>
        <translation>完了: 元に戻した(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>中断(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Go on with the run</source>
        <translation>作業を再開(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Go on from the journal</source>
        <translation>作業記録から再開(&amp;G)</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>備考(&amp;O)</translation>
    </message>
    <message>
        <source>The checker has looked and &amp;agrees</source>
        <translation>再鑑者が確認し、同意しました(&amp;A)</translation>
    </message>
    <message>
        <source>%1 (checker) has looked and &amp;agrees</source>
        <translation>再鑑者（%1）が確認し、同意しました(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Done: no restart</source>
        <translation>完了: 再起動の要求なし(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Done: as expected</source>
        <translation>完了: 期待どおり(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Restart asked for</source>
        <translation>再起動の要求あり(&amp;R)</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>省略(&amp;K)</translation>
    </message>
    <message>
        <source>What was seen, or the reason</source>
        <translation>確認した内容、または理由</translation>
    </message>
    <message>
        <source>&amp;Run this command</source>
        <translation>このコマンドを実行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Start it by hand</source>
        <translation>手作業で開始(&amp;S)</translation>
    </message>
    <message>
        <source>Yes, it &amp;is so</source>
        <translation>はい(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;No, it is not</source>
        <translation>いいえ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>再確認(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Done by hand: judge it</source>
        <translation>手作業で実施済み: 結果を確認(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Run the undo</source>
        <translation>元に戻す操作を実行(&amp;R)</translation>
    </message>
    <message>
        <source>Stop &amp;waiting</source>
        <translation>待機を中止(&amp;W)</translation>
    </message>
    <message>
        <source>L&amp;eave %1 out</source>
        <comment>node</comment>
        <translation>%1 を作業から除外(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;All as expected</source>
        <translation>すべて期待どおり(&amp;A)</translation>
    </message>
    <message>
        <source>Sho&amp;w the current step</source>
        <translation>現在の手順を表示(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Start undoing it</source>
        <translation>元に戻す作業を始める(&amp;S)</translation>
    </message>
    <message>
        <source>if it was only slow</source>
        <translation>反映の遅れの場合</translation>
    </message>
    <message>
        <source>once it has changed</source>
        <translation>状態が変わった後</translation>
    </message>
    <message>
        <source>if the cause is gone</source>
        <translation>原因を取り除いた後</translation>
    </message>
    <message>
        <source>if you put it right</source>
        <translation>手作業で直した場合</translation>
    </message>
    <message>
        <source>if it is not needed</source>
        <translation>不要な場合</translation>
    </message>
    <message>
        <source>if it can&apos;t be mended</source>
        <translation>復旧できない場合</translation>
    </message>
    <message>
        <source>if you need time</source>
        <translation>後で再開する場合</translation>
    </message>
    <message>
        <source>&amp;Undo changes…</source>
        <translation>変更を順に元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>as it was not started</source>
        <translation>未起動のため</translation>
    </message>
    <message>
        <source>Stop &amp;undoing</source>
        <translation>元に戻すのをやめる(&amp;U)</translation>
    </message>
    <message>
        <source>One by one, each confirmed; first: step %1. Versions go back by hand.</source>
        <translation>1 件ずつ確認しながら戻します。最初は手順 %1 の取り消しです。バージョンは手作業で戻します。</translation>
    </message>
    <message>
        <source>One by one, each confirmed; first: step %1.</source>
        <translation>1 件ずつ確認しながら戻します。最初は手順 %1 の取り消しです。</translation>
    </message>
    <message>
        <source>leads back to the current step</source>
        <translation>現在の手順に戻る</translation>
    </message>
    <message>
        <source>judges by what is seen now</source>
        <translation>現時点の状態で判定</translation>
    </message>
    <message>
        <source>judges nothing; looked at again when you go on</source>
        <translation>判定せずに中断し、再開時に状態を再確認</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an answer, when it fits</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>First the checker looks at it and ticks the box.</source>
        <translation>先に再鑑者が内容を確認し、チェックを入れてください。</translation>
    </message>
    <message>
        <source>First: step %1, nothing to take back</source>
        <translation>最初は手順 %1（戻すものなし）</translation>
    </message>
    <message>
        <source>First: step %1. Versions by hand.</source>
        <translation>最初は手順 %1（バージョンは手作業）</translation>
    </message>
    <message>
        <source>First: step %1</source>
        <translation>最初は手順 %1</translation>
    </message>
    <message>
        <source>One by one, each confirmed; first: step %1, with nothing to take back there.</source>
        <translation>1 件ずつ確認しながら戻します。最初は手順 %1 ですが、この手順には元に戻すものがありません。</translation>
    </message>
    <message>
        <source>looks how far it came</source>
        <translation>どこまで戻したかを確認</translation>
    </message>
    <message>
        <source>ends the wait, not what runs; looked at again when you go on</source>
        <translation>実行中の処理は止めずに中断し、再開時に状態を再確認</translation>
    </message>
    <message>
        <source>The checker &amp;agrees to leave %1 out</source>
        <comment>node</comment>
        <translation>再鑑者が %1 の除外に同意(&amp;A)</translation>
    </message>
    <message>
        <source>the rehearsal does it for you</source>
        <translation>模擬環境が代わりに実施</translation>
    </message>
    <message>
        <source>in the rehearsal: does what you would do by hand, which takes its time, and judges it</source>
        <translation>リハーサルでは、手作業で行う内容を模擬環境が代わりに実施し（所要時間も経過）、結果を確認</translation>
    </message>
    <message>
        <source>Opens: %1</source>
        <comment>answers that wait for the checker&apos;s tick</comment>
        <translation>チェックすると選択可能: %1</translation>
    </message>
    <message>
        <source>%1 (checker) &amp;agrees to leave %2 out</source>
        <comment>name, node</comment>
        <translation>再鑑者（%1）が %2 の除外に同意(&amp;A)</translation>
    </message>
</context>
<context>
    <name>ruw::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
</context>
<context>
    <name>ruw::CourseChart</name>
    <message>
        <source>Time chart: planned and actual</source>
        <translation>タイムチャート（予定と実績）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>part of the work, times</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>outlined: planned, filled: actual</source>
        <translation>枠: 予定、塗り: 実績</translation>
    </message>
    <message>
        <source>outlined: planned, filled: actual, dashed: point of no return (planned)</source>
        <translation>枠: 予定、塗り: 実績、破線: 後戻り不可点（予定）</translation>
    </message>
</context>
<context>
    <name>ruw::DropZone</name>
    <message>
        <source>Choose the mf_replica.def files of all nodes</source>
        <translation>全ノードの mf_replica.def を選択</translation>
    </message>
    <message>
        <source>Replica configs (*.def);;All files (*)</source>
        <translation>レプリカ設定ファイル (*.def);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Drop the mf_replica.def files of master and slaves here: a node is proposed for each.</source>
        <translation>マスター機とスレーブ機の mf_replica.def をここへドロップしてください。1 ファイルにつき 1 ノードの候補を作成します。</translation>
    </message>
    <message>
        <source>C&amp;hoose files...</source>
        <translation>ファイルを選択(&amp;H)…</translation>
    </message>
</context>
<context>
    <name>ruw::FaultDialog</name>
    <message>
        <source>%1 — %2</source>
        <comment>fault, step</comment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Happened: %1</source>
        <translation>発生済み: %1</translation>
    </message>
    <message>
        <source>Rehearsal: what shall go wrong?</source>
        <translation>リハーサル: 障害の選択</translation>
    </message>
    <message>
        <source>&amp;What:</source>
        <translation>障害(&amp;W):</translation>
    </message>
    <message>
        <source>At s&amp;tep:</source>
        <translation>手順(&amp;T):</translation>
    </message>
    <message>
        <source>&amp;Picked:</source>
        <translation>選択済み(&amp;P):</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>追加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Picked faults</source>
        <translation>選択済みの障害</translation>
    </message>
    <message>
        <source>Planned: %1</source>
        <translation>未発生: %1</translation>
    </message>
    <message>
        <source>(whole site)</source>
        <translation>（サイト全体）</translation>
    </message>
    <message>
        <source>%1 (no stop: the procedure takes care of it)</source>
        <comment>fault</comment>
        <translation>%1（停止なし: 手順の中で対処）</translation>
    </message>
    <message>
        <source>No step is left at which something could go wrong.</source>
        <translation>障害を起こせる手順は残っていません。</translation>
    </message>
    <message>
        <source>&amp;On node:</source>
        <translation>対象ノード(&amp;O):</translation>
    </message>
    <message>
        <source>Pick what shall happen and at which step. You will then see what the program notices, what it tells you, and how you get out of it.</source>
        <translation>起こす障害と、その手順を選択してください。本ツールが何を検知し、何を表示し、どう復旧できるかを確認できます。</translation>
    </message>
</context>
<context>
    <name>ruw::Field</name>
    <message>
        <source>e.g. %1</source>
        <translation>例: %1</translation>
    </message>
</context>
<context>
    <name>ruw::FileDesk</name>
    <message>
        <source>Open a site file</source>
        <translation>サイトファイルを開く</translation>
    </message>
    <message>
        <source>Site files (*.json);;All files (*)</source>
        <translation>サイトファイル (*.json);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Choose the journal of the interrupted run</source>
        <translation>中断した作業の作業記録を選択</translation>
    </message>
    <message>
        <source>Journals (*.jsonl);;All files (*)</source>
        <translation>作業記録 (*.jsonl);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Save the site file</source>
        <translation>サイトファイルを保存</translation>
    </message>
    <message>
        <source>Unsaved site</source>
        <translation>保存していないサイト</translation>
    </message>
    <message>
        <source>The site has changes that are not saved in a site file.</source>
        <translation>サイトファイルに保存していない変更があります。</translation>
    </message>
    <message>
        <source>Without saving they are lost.</source>
        <translation>保存しないと、変更は失われます。</translation>
    </message>
    <message>
        <source>&amp;Save...</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>破棄(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>まだありません</translation>
    </message>
</context>
<context>
    <name>ruw::FinalLooks</name>
    <message>
        <source>Tick what you have seen yourself. Each tick is recorded in the journal.</source>
        <translation>目視で確認した項目にチェックを入れてください。チェックはその都度、作業記録に残ります。</translation>
    </message>
    <message>
        <source>The nodes are being looked at…</source>
        <translation>ノードを確認しています…</translation>
    </message>
    <message>
        <source>Before the work: %1</source>
        <translation>作業前: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>verdict, what was seen</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Seen at %1: %2</source>
        <comment>time, what was seen</comment>
        <translation>%1 に確認: %2</translation>
    </message>
    <message>
        <source>%1 Could not be seen: %2</source>
        <comment>what must hold, why</comment>
        <translation>%1&#x3000;確認できませんでした: %2</translation>
    </message>
    <message>
        <source>Look at the &amp;nodes now</source>
        <translation>ノードを確認(&amp;N)</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Look at the nodes, then tick what only you can see. Everything is recorded in the journal.</source>
        <translation>まずノードを確認してください。本ツールでは確認できない項目は、目視で確認してチェックを入れます。結果はすべて作業記録に残ります。</translation>
    </message>
    <message>
        <source>Looking at the nodes…</source>
        <translation>ノードを確認しています…</translation>
    </message>
    <message>
        <source>Put right what is not as expected, then look at the nodes again.</source>
        <translation>期待と異なる項目を是正してから、もう一度ノードを確認してください。</translation>
    </message>
    <message>
        <source>The run is held: these questions are for the end of the work.</source>
        <translation>作業は中断中です。これらの確認は作業終了時のものです。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what is now, in brackets what was before</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>(before the work: %1)</source>
        <translation>（作業前: %1）</translation>
    </message>
    <message>
        <source>Look at the nodes; every result is recorded in the journal.</source>
        <translation>ノードを確認してください。結果はすべて作業記録に残ります。</translation>
    </message>
    <message>
        <source>Confirmations after the end of the work</source>
        <translation>作業後の最終点検</translation>
    </message>
</context>
<context>
    <name>ruw::FindingList</name>
    <message numerus="yes">
        <source>%n blocker(s): settle before the work</source>
        <translation>
            <numerusform>要解決 %n 件: 作業前に解消が必要です</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of information</source>
        <translation>
            <numerusform>情報 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s), all accepted</source>
        <translation>
            <numerusform>警告 %n 件（すべて了承済み）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n warning(s) still to accept, one by one</source>
        <translation>
            <numerusform>警告 %n 件: 未了承 %1 件（1 件ずつ了承が必要です）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruw::FindingRow</name>
    <message>
        <source>Blocker</source>
        <translation>要解決</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>対処: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Read and accepted by %1</source>
        <translation>確認・了承済み（%1）</translation>
    </message>
    <message>
        <source>Read and accepted</source>
        <translation>内容を確認し、了承しました</translation>
    </message>
</context>
<context>
    <name>ruw::FinishPage</name>
    <message>
        <source>Look at the site once more, then save the work report.</source>
        <translation>サイトの状態をもう一度確認してから、作業報告書を保存します。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>The work report is being written.</source>
        <translation>作業報告書を出力しています。</translation>
    </message>
    <message>
        <source>There is no finished run.</source>
        <translation>終了した作業がありません。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>node, message</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing was left open by the checks before the work.</source>
        <translation>事前チェックで未解決のまま残った指摘事項はありません。</translation>
    </message>
    <message>
        <source>What the checks warned of before the work</source>
        <translation>事前チェックでの警告</translation>
    </message>
    <message>
        <source>Lea&amp;ve the rehearsal</source>
        <translation>リハーサルを終了(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Close with confirmations open</source>
        <translation>点検未完了のまま閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Everything is confirmed. Save the work report.</source>
        <translation>最終点検はすべて完了しています。作業報告書を保存してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n confirmation(s) after the end of the work are not as expected.</source>
        <translation>
            <numerusform>作業後の最終点検のうち %n 件が期待と異なります。</numerusform>
        </translation>
    </message>
    <message>
        <source>All confirmations are made; temporary changes still stand (below). Save the work report.</source>
        <translation>最終点検は完了していますが、一時変更が残っています（下記）。作業報告書を保存してください。</translation>
    </message>
    <message>
        <source>Final look and report</source>
        <translation>最終点検と報告</translation>
    </message>
    <message>
        <source>Steps: done, no temporary changes left</source>
        <translation>作業手順: 完了（残っている一時変更なし）</translation>
    </message>
    <message>
        <source>Go to the firs&amp;t one to be ticked</source>
        <translation>未チェックの項目へ移動(&amp;T)</translation>
    </message>
    <message numerus="yes">
        <source>%n confirmation(s) are still to be made after the work.</source>
        <translation>
            <numerusform>作業後の最終点検のうち %n 件が未実施です。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruw::ForecastPanel</name>
    <message>
        <source>Sync is to be cut for %1. At the high rate the disk of at least one node is full before that: make room, shorten the time, or choose another procedure.</source>
        <translation>同期停止の予定時間は %1です。メール量が「多め」の場合、その前にディスクが満杯になるノードがあります。空き容量を増やすか、停止時間を短くするか、別の作業方式を選んでください。</translation>
    </message>
    <message>
        <source>Sync is to be cut for %1. So much saved and held mail may pile up in the queue directories until then.</source>
        <translation>同期停止の予定時間は %1です。その間にキューディレクトリに滞留する保存メール・保留メールの見積もりです。</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>前提</translation>
    </message>
    <message>
        <source>&amp;Mails per hour, all nodes</source>
        <translation>1 時間あたりの通数（全ノード）(&amp;M)</translation>
    </message>
    <message>
        <source>Mean &amp;size of a mail</source>
        <translation>メールの平均サイズ(&amp;S)</translation>
    </message>
    <message>
        <source>Share sa&amp;ved or held</source>
        <translation>保存・保留の割合(&amp;V)</translation>
    </message>
    <message>
        <source>Your own figure; turned down to the lowest value, the assumption counts.</source>
        <translation>実際の値を入力できます。最小値まで下げると想定値に戻ります。</translation>
    </message>
    <message>
        <source>%1 (assumed)</source>
        <translation>%1（想定）</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>ノード</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>少なめ</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>見込み</translation>
    </message>
    <message>
        <source>High</source>
        <translation>多め</translation>
    </message>
    <message>
        <source>Free disk</source>
        <translation>ディスク空き容量</translation>
    </message>
    <message>
        <source>Full after</source>
        <translation>満杯まで</translation>
    </message>
    <message>
        <source>Pile-up of each node when sync is to be restored</source>
        <translation>同期再開時点の各ノードの滞留量</translation>
    </message>
    <message>
        <source>Reckoned with:</source>
        <translation>計算に使った値:</translation>
    </message>
    <message>
        <source>- %1: %2</source>
        <translation>・%1: %2</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>%1: too soon</source>
        <translation>%1（容量不足）</translation>
    </message>
    <message>
        <source>over 3 days</source>
        <translation>3 日超</translation>
    </message>
</context>
<context>
    <name>ruw::ForecastPlot</name>
    <message>
        <source>%1 after sync was cut</source>
        <translation>同期停止から %1後</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>見込み: %1</translation>
    </message>
    <message>
        <source>Low to high: %1 to %2</source>
        <translation>少なめ～多め: %1～%2</translation>
    </message>
    <message>
        <source>Free disk: %1</source>
        <translation>ディスク空き容量: %1</translation>
    </message>
    <message>
        <source>Pile-up on %1 over time</source>
        <translation>%1 の滞留量の推移</translation>
    </message>
    <message>
        <source>After %1, when sync is to be restored: %2 expected, %3 to %4 possible.</source>
        <translation>同期停止から %1後（同期再開時点）の滞留量は、見込み %2、範囲 %3～%4 です。</translation>
    </message>
    <message>
        <source>Time since sync was cut (h:min)</source>
        <translation>同期停止からの経過時間（時:分）</translation>
    </message>
    <message>
        <source>Sync restored (plan): %1</source>
        <translation>同期再開（予定）: %1</translation>
    </message>
    <message>
        <source>↑ Free disk: %1 (beyond the scale)</source>
        <translation>↑ ディスク空き容量: %1（目盛りの外）</translation>
    </message>
    <message>
        <source>Low to high</source>
        <translation>範囲（少なめ～多め）</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>見込み</translation>
    </message>
    <message>
        <source>If it takes longer</source>
        <translation>作業が延びた場合</translation>
    </message>
</context>
<context>
    <name>ruw::GuideWindow</name>
    <message>
        <source>Operator&apos;s guide</source>
        <translation>操作ガイド</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>検索(&amp;F)</translation>
    </message>
    <message>
        <source>a word, then Enter</source>
        <translation>語句を入力して Enter</translation>
    </message>
    <message>
        <source>Sections of the guide</source>
        <translation>ガイドの章</translation>
    </message>
</context>
<context>
    <name>ruw::HostKeyDialog</name>
    <message>
        <source>Unknown host key</source>
        <translation>未登録のホスト鍵</translation>
    </message>
    <message>
        <source>Is this the host key of %1?</source>
        <comment>host</comment>
        <translation>%1 のホスト鍵に間違いありませんか。</translation>
    </message>
    <message>
        <source>SHA256 fingerprint</source>
        <translation>SHA256 フィンガープリント</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Yes, they are the same</source>
        <translation>一致したので承認(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;No, do not connect</source>
        <translation>承認せず、接続しない(&amp;N)</translation>
    </message>
    <message>
        <source>On the way to %1 this server showed a key that is not known on this machine yet. Type: %2</source>
        <comment>node, type of key</comment>
        <translation>%1 への接続で、この PC に登録されていないホスト鍵が提示されました。種類: %2</translation>
    </message>
    <message>
        <source>On the server&apos;s console run &quot;ssh-keygen -lf&quot; on the public key of this type (/etc/ssh/ssh_host_*_key.pub). Accept only the very same fingerprint: otherwise you might hand the passwords to somebody else.</source>
        <translation>サーバーのコンソールで、該当する種類の公開鍵（/etc/ssh/ssh_host_*_key.pub）を指定して ssh-keygen -lf を実行し、表示されるフィンガープリントと照合してください。一致した場合だけ承認してください。一致しない相手を承認すると、パスワードが第三者に渡るおそれがあります。</translation>
    </message>
</context>
<context>
    <name>ruw::LedgerList</name>
    <message>
        <source>Undo it as the procedure&apos;s later steps say.</source>
        <translation>以降の手順に従って元に戻してください。</translation>
    </message>
    <message>
        <source>Command that undoes it</source>
        <translation>元に戻すコマンド</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Temporary changes</source>
        <translation>残っている一時変更</translation>
    </message>
    <message>
        <source>%1. Seen last: %2</source>
        <comment>a change that may stand, what was seen of it</comment>
        <translation>%1。直前の確認: %2</translation>
    </message>
</context>
<context>
    <name>ruw::LinkMatrix</name>
    <message>
        <source>open</source>
        <translation>疎通あり</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>無応答</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>→ %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 →</translation>
    </message>
    <message>
        <source>open %1 of %2</source>
        <translation>疎通あり %1/%2</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>疎通なし</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>IP family, state</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>From %1 to %2, port by port</source>
        <translation>%1 から %2 へのポート別の状態</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>ポート</translation>
    </message>
    <message>
        <source>Carries</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Who reaches whom</source>
        <translation>ノード間の疎通状況</translation>
    </message>
    <message>
        <source>The ports of the chosen pair</source>
        <translation>選択した組のポート別の状態</translation>
    </message>
</context>
<context>
    <name>ruw::MailStrip</name>
    <message>
        <source>answers on SMTP</source>
        <translation>SMTP 応答あり</translation>
    </message>
    <message>
        <source>does not answer on SMTP</source>
        <translation>SMTP 応答なし</translation>
    </message>
    <message>
        <source>not seen from this machine</source>
        <translation>この PC からは確認不可</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, %3–%4, asked %n time(s)</source>
        <comment>node, how it answers, time from, time to</comment>
        <translation>
            <numerusform>%1: %2、%3～%4、確認 %n 回</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>node, how it is now</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>answering</source>
        <comment>a mail node, now</comment>
        <translation>応答あり</translation>
    </message>
    <message>
        <source>no answer</source>
        <comment>a mail node, now</comment>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>not seen</source>
        <comment>a mail node, now</comment>
        <translation>未確認</translation>
    </message>
    <message>
        <source>off (planned)</source>
        <comment>a mail node, now</comment>
        <translation>計画停止</translation>
    </message>
    <message>
        <source>SMTP answers of the mail nodes since the start, as this machine sees them</source>
        <translation>作業開始からのメール中継ノードの SMTP 応答（この PC から見た状態）</translation>
    </message>
    <message>
        <source>SMTP:</source>
        <comment>what the words beside it are about: who answers</comment>
        <translation>SMTP:</translation>
    </message>
    <message>
        <source>Not asked at the moment.</source>
        <translation>現在は監視していません。</translation>
    </message>
    <message>
        <source>Whether each mail node answers this machine on its SMTP port. Whether mail is sent to it stands beside, by plan.</source>
        <translation>各メール中継ノードが、この PC からの SMTP 接続に応答するかどうかを示します。メールを流しているかどうかは、左に計画上の状態を示しています。</translation>
    </message>
    <message>
        <source>heard %1</source>
        <comment>a mail node, its last answer&apos;s time: short</comment>
        <translation>応答 %1</translation>
    </message>
    <message>
        <source>silent %1</source>
        <comment>a mail node, the time when it was asked last: short</comment>
        <translation>無応答 %1</translation>
    </message>
    <message>
        <source>not asked</source>
        <comment>a mail node, now: nobody looks any more</comment>
        <translation>監視停止中</translation>
    </message>
    <message>
        <source>answering</source>
        <comment>legend of the bars of mail nodes</comment>
        <translation>応答あり</translation>
    </message>
    <message>
        <source>does not answer</source>
        <comment>legend of the bars of mail nodes</comment>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>not asked or not seen</source>
        <comment>legend of the bars of mail nodes</comment>
        <translation>未確認・確認不可</translation>
    </message>
    <message>
        <source>off (planned)</source>
        <comment>legend of the bars of mail nodes</comment>
        <translation>計画停止</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>mail nodes, how they are now</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between mail nodes</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between groups of mail nodes</comment>
        <translation> / </translation>
    </message>
</context>
<context>
    <name>ruw::NodeAccessDialog</name>
    <message>
        <source>An address or a host name is needed.</source>
        <translation>アドレスまたはホスト名を入力してください。</translation>
    </message>
    <message>
        <source>A whole number from 1 to 65535.</source>
        <translation>1～65535 の整数で入力してください。</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>ファイルを選択</translation>
    </message>
    <message>
        <source>Edit and read again</source>
        <translation>接続設定を修正して再調査</translation>
    </message>
    <message>
        <source>How %1 is reached</source>
        <translation>%1 への接続設定</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Login by</source>
        <translation>認証方式</translation>
    </message>
    <message>
        <source>SSH agent</source>
        <translation>SSH エージェント</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>鍵ファイル</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Keyboard-interactive</source>
        <translation>キーボードインタラクティブ</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>Save and &amp;read again</source>
        <translation>反映して再調査(&amp;R)</translation>
    </message>
    <message>
        <source>Choose the file (Alt+Down)</source>
        <translation>ファイルを選択（Alt+↓）</translation>
    </message>
    <message>
        <source>The entries are kept in the site; then this node alone is read. Passwords are asked for when they are needed.</source>
        <translation>入力内容をサイトに反映し、このノードだけを読み取ります。パスワードは、必要になったときに入力を求めます。</translation>
    </message>
    <message>
        <source>Use sudo for work that needs root</source>
        <translation>root 権限の操作に sudo を使用</translation>
    </message>
</context>
<context>
    <name>ruw::NodeDetails</name>
    <message>
        <source>A whole number of minutes, at most 1440.</source>
        <translation>1～1440 の整数（分）で入力してください。</translation>
    </message>
    <message>
        <source>A whole number from 1 to 65535.</source>
        <translation>1～65535 の整数で入力してください。</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>ファイルを選択</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>接続方法</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>ディレクトリ</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Installer</source>
        <translation>インストーラー</translation>
    </message>
    <message>
        <source>Sync and mail</source>
        <translation>同期・メール</translation>
    </message>
    <message>
        <source>How the node is reached. Passwords are never kept: they are asked for when they are needed.</source>
        <translation>ノードへの接続方法です。パスワードは保存せず、必要なときに入力を求めます。</translation>
    </message>
    <message>
        <source>The vendor&apos;s default for Ver.5 (FAQ 3169) is /usr/local/mfilter5/ on Linux and C:\Program Files\Digital Arts\m-FILTER Ver.5\ on Windows. What is left empty becomes a step by hand or a warning.</source>
        <translation>Ver.5 の既定のインストールディレクトリは、Linux が /usr/local/mfilter5/、Windows が C:\Program Files\Digital Arts\m-FILTER Ver.5\ です（FAQ 3169）。空欄の項目は、手作業の手順または警告になります。</translation>
    </message>
    <message>
        <source>Your own commands; they run as they stand here. What is left empty becomes a step by hand.</source>
        <translation>お使いの環境のコマンドを入力してください。入力したとおりに実行します。空欄の操作は手作業の手順になります。</translation>
    </message>
    <message>
        <source>Without a command that asks nothing, the installer is run by hand.</source>
        <translation>対話なしで実行できるコマンドを入力しない場合、インストーラーの実行は手作業になります。</translation>
    </message>
    <message>
        <source>Peers in the config are matched against the sync addresses; empty means the node&apos;s address.</source>
        <translation>設定ファイルの同期相手を、このアドレスと照合します。空欄の場合はノードのアドレスを使います。</translation>
    </message>
    <message>
        <source>Login by</source>
        <translation>認証方式</translation>
    </message>
    <message>
        <source>SSH agent</source>
        <translation>SSH エージェント</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>鍵ファイル</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Keyboard-interactive</source>
        <translation>キーボードインタラクティブ</translation>
    </message>
    <message>
        <source>Takes mail</source>
        <translation>メールを中継する</translation>
    </message>
    <message>
        <source>Add a node, or choose one in the table, to enter its details.</source>
        <translation>ノードを追加するか、表からノードを選ぶと、詳細を入力できます。</translation>
    </message>
    <message>
        <source>Details of the node</source>
        <translation>ノードの詳細</translation>
    </message>
    <message>
        <source>Choose the file (Alt+Down)</source>
        <translation>ファイルを選択（Alt+↓）</translation>
    </message>
    <message>
        <source>Use sudo for work that needs root</source>
        <translation>root 権限の操作に sudo を使用</translation>
    </message>
</context>
<context>
    <name>ruw::NodeFactsPanel</name>
    <message>
        <source>%1 - %2, %3, %4</source>
        <comment>node, role, address, access</comment>
        <translation>%1: %2、%3、%4</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>where a fact came from, in detail</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>出典</translation>
    </message>
    <message>
        <source>Your entry</source>
        <translation>入力値</translation>
    </message>
    <message>
        <source>What is known of the node</source>
        <translation>ノードの調査結果</translation>
    </message>
    <message>
        <source>&amp;Read this node again</source>
        <translation>このノードを再調査(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit and read again...</source>
        <translation>修正して再調査(&amp;E)…</translation>
    </message>
    <message>
        <source>%1 (the plan uses this)</source>
        <comment>entry</comment>
        <translation>%1（計画ではこの値を使用）</translation>
    </message>
    <message>
        <source>on the Site page</source>
        <comment>where a fact was entered</comment>
        <translation>サイト画面</translation>
    </message>
</context>
<context>
    <name>ruw::NodeFields</name>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>SSH port</source>
        <translation>SSH ポート</translation>
    </message>
    <message>
        <source>Private key file</source>
        <translation>秘密鍵ファイル</translation>
    </message>
    <message>
        <source>Jump host (user@host:port)</source>
        <translation>踏み台ホスト（ユーザー@ホスト:ポート）</translation>
    </message>
    <message>
        <source>Address of the admin screen</source>
        <translation>管理画面の URL</translation>
    </message>
    <message>
        <source>Install directory</source>
        <translation>インストールディレクトリ</translation>
    </message>
    <message>
        <source>Install directory after the upgrade, if it changes</source>
        <translation>バージョンアップ後のインストールディレクトリ（変わる場合）</translation>
    </message>
    <message>
        <source>Queue directory</source>
        <translation>キューディレクトリ</translation>
    </message>
    <message>
        <source>Archive directory (master)</source>
        <translation>アーカイブディレクトリ（マスター機）</translation>
    </message>
    <message>
        <source>Stop the service</source>
        <translation>サービス停止</translation>
    </message>
    <message>
        <source>Start the service</source>
        <translation>サービス起動</translation>
    </message>
    <message>
        <source>Ask whether it runs</source>
        <translation>サービス状態の確認</translation>
    </message>
    <message>
        <source>Switch start at boot off</source>
        <translation>自動起動の無効化</translation>
    </message>
    <message>
        <source>Switch start at boot on</source>
        <translation>自動起動の有効化</translation>
    </message>
    <message>
        <source>Ask whether it starts at boot</source>
        <translation>自動起動の確認</translation>
    </message>
    <message>
        <source>Installer on the node</source>
        <translation>ノード上のインストーラー</translation>
    </message>
    <message>
        <source>Minutes it takes</source>
        <translation>所要時間（分）</translation>
    </message>
    <message>
        <source>Command that installs without asking anything</source>
        <translation>対話なしで実行できるインストールコマンド</translation>
    </message>
    <message>
        <source>Command that prints the version</source>
        <translation>バージョンを表示するコマンド</translation>
    </message>
    <message>
        <source>Addresses used for sync, if others</source>
        <translation>同期に使うアドレス（異なる場合）</translation>
    </message>
    <message>
        <source>SMTP port</source>
        <translation>SMTP ポート</translation>
    </message>
    <message>
        <source>Disable settings sync (FAQ 4105)</source>
        <translation>設定同期の無効化（FAQ 4105）</translation>
    </message>
    <message>
        <source>Enable settings sync</source>
        <translation>設定同期の有効化</translation>
    </message>
    <message>
        <source>Ask whether settings sync is on</source>
        <translation>設定同期の状態確認</translation>
    </message>
    <message>
        <source>Copy of mf_replica.def on this machine</source>
        <translation>mf_replica.def のコピー（この PC 上）</translation>
    </message>
</context>
<context>
    <name>ruw::NodeTableModel</name>
    <message>
        <source>yes</source>
        <translation>する</translation>
    </message>
    <message>
        <source>no</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>The node needs a name.</source>
        <translation>ノード名を入力してください。</translation>
    </message>
    <message>
        <source>Two nodes are named %1: give each its own name.</source>
        <translation>ノード名 %1 が重複しています。別の名前にしてください。</translation>
    </message>
    <message>
        <source>There is more than one master: leave that role to one node.</source>
        <translation>マスター機が複数あります。マスター機は 1 台だけにしてください。</translation>
    </message>
    <message>
        <source>%1 needs an address.</source>
        <translation>%1 のアドレスを入力してください。</translation>
    </message>
    <message>
        <source>Two nodes have the address %1: enter each node&apos;s own.</source>
        <translation>アドレス %1 が重複しています。各ノードのアドレスを入力してください。</translation>
    </message>
    <message>
        <source>%1: Windows nodes can&apos;t be reached by SSH for now. Choose files or by hand.</source>
        <translation>%1: 現在、Windows ノードには SSH で接続できません。「ファイル」または「手作業」を選んでください。</translation>
    </message>
    <message>
        <source>%1 is read from a file: name its copy of mf_replica.def.</source>
        <translation>%1 は設定をファイルから読み取ります。mf_replica.def のコピーを指定してください。</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>ノード</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>OS</source>
        <translation>OS</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>接続方法</translation>
    </message>
    <message>
        <source>Takes mail</source>
        <translation>メール中継</translation>
    </message>
    <message>
        <source>Copy of mf_replica.def</source>
        <translation>mf_replica.def のコピー</translation>
    </message>
    <message>
        <source>built-in sample: %1</source>
        <translation>内蔵サンプル: %1</translation>
    </message>
</context>
<context>
    <name>ruw::NodesPanel</name>
    <message>
        <source>Add the nodes of the site.</source>
        <translation>サイトのノードを追加してください。</translation>
    </message>
    <message>
        <source>Settings sync needs a master and at least one slave: add the other nodes.</source>
        <translation>設定同期にはマスター機と 1 台以上のスレーブ機が必要です。残りのノードを追加してください。</translation>
    </message>
    <message>
        <source>A site has at most %1 nodes: remove some.</source>
        <translation>ノードは最大 %1 台です。ノードを減らしてください。</translation>
    </message>
    <message>
        <source>No node is the master: set the role of one.</source>
        <translation>マスター機がありません。いずれか 1 台の役割をマスター機にしてください。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) read. Check the proposed names, roles and addresses.</source>
        <translation>
            <numerusform>%n 個のファイルを読み取りました。候補のノード名・役割・アドレスを確認してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>ノード</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>追加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>Move the node up: slaves are worked on in this order</source>
        <translation>ノードを上へ移動（スレーブ機はこの順に作業します）</translation>
    </message>
    <message>
        <source>Move the node down: slaves are worked on in this order</source>
        <translation>ノードを下へ移動（スレーブ機はこの順に作業します）</translation>
    </message>
    <message>
        <source>Put %1 bac&amp;k</source>
        <translation>%1 を元に戻す(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上へ(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>下へ(&amp;D)</translation>
    </message>
</context>
<context>
    <name>ruw::NoticeBar</name>
    <message>
        <source>Hide this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>ruw::OutcomeBar</name>
    <message>
        <source>Open f&amp;older</source>
        <translation>フォルダーを開く(&amp;O)</translation>
    </message>
</context>
<context>
    <name>ruw::OutputFold</name>
    <message>
        <source>What the command printed</source>
        <translation>コマンドの出力</translation>
    </message>
    <message>
        <source>What the command printed (exit status %1)</source>
        <translation>コマンドの出力（終了ステータス %1）</translation>
    </message>
    <message>
        <source>What the command printed (its end was not seen)</source>
        <translation>コマンドの出力（終了は確認できませんでした）</translation>
    </message>
</context>
<context>
    <name>ruw::PageFooter</name>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
</context>
<context>
    <name>ruw::PageHeader</name>
    <message>
        <source>More on this page</source>
        <translation>詳しく</translation>
    </message>
</context>
<context>
    <name>ruw::PagePreview</name>
    <message>
        <source>Preview: nothing to show yet</source>
        <translation>プレビュー: 表示するページはまだありません</translation>
    </message>
    <message>
        <source>Preview, page %1 of %2</source>
        <translation>プレビュー、%2 ページ中 %1 ページ目</translation>
    </message>
    <message>
        <source>Page Up and Page Down turn the pages; Ctrl with plus and minus zooms.</source>
        <translation>Page Up と Page Down でページを移動し、Ctrl と「+」「-」で拡大・縮小します。</translation>
    </message>
</context>
<context>
    <name>ruw::PaperOutput</name>
    <message>
        <source>PDF document</source>
        <translation>PDF 文書</translation>
    </message>
    <message>
        <source>HTML document</source>
        <translation>HTML 文書</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel ブック</translation>
    </message>
</context>
<context>
    <name>ruw::PeopleLine</name>
    <message>
        <source>Journal: %1</source>
        <translation>作業記録: %1</translation>
    </message>
    <message>
        <source>Doer</source>
        <translation>実施者</translation>
    </message>
    <message>
        <source>Checker</source>
        <translation>再鑑者</translation>
    </message>
    <message>
        <source>Doer %1</source>
        <comment>a name</comment>
        <translation>実施者 %1</translation>
    </message>
    <message>
        <source>Doer %1, checker %2</source>
        <comment>names</comment>
        <translation>実施者 %1・再鑑者 %2</translation>
    </message>
</context>
<context>
    <name>ruw::PortTable</name>
    <message>
        <source>%1 only</source>
        <translation>%1 のみ</translation>
    </message>
    <message>
        <source>both versions</source>
        <translation>両バージョン</translation>
    </message>
    <message>
        <source>neither version</source>
        <translation>どちらも不要</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>%1 行目</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>想定</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>読み取り不可</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更あり</translation>
    </message>
    <message>
        <source>Carries / key</source>
        <translation>用途 / キー</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>必要とするバージョン</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>遮断</translation>
    </message>
    <message>
        <source>differs between nodes</source>
        <translation>ノード間で相違</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>する</translation>
    </message>
    <message>
        <source>no</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>new port</source>
        <translation>新規ポート</translation>
    </message>
    <message>
        <source>lines %1</source>
        <translation>%1 行目</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>既定値: %1</translation>
    </message>
</context>
<context>
    <name>ruw::PortsPage</name>
    <message>
        <source>Ports and sync mode</source>
        <translation>ポートと同期方式</translation>
    </message>
    <message>
        <source>What the configs of the nodes say. Numbers that stand in no file are the vendor&apos;s defaults and are shown as assumed.</source>
        <translation>各ノードの設定ファイルから読み取った内容です。ファイルに記載のない番号はメーカーの既定値とし、「想定」と表示します。</translation>
    </message>
    <message>
        <source>Which ports a version uses is taken from the vendor&apos;s FAQ 2578; that a port without a note on versions exists in every version is our reading of it. The installer may change mf_replica.def: the runbook has it read again after each installation.</source>
        <translation>各バージョンで使うポートはメーカーの FAQ 2578 に基づきます。バージョンの注記がないポートは全バージョンで使われる、というのは本ツールの解釈です。インストーラーが mf_replica.def を書き換える場合があるため、作業手順書ではインストールのたびに読み直します。</translation>
    </message>
    <message>
        <source>&amp;Next: choose the procedure</source>
        <translation>作業方式の選択へ進む(&amp;N)</translation>
    </message>
    <message>
        <source>Sync ports by node</source>
        <translation>ノードごとの同期ポート</translation>
    </message>
    <message>
        <source>What the survey noticed</source>
        <translation>調査で確認した事項</translation>
    </message>
    <message>
        <source>Who reaches whom now</source>
        <translation>現在の疎通状況</translation>
    </message>
    <message>
        <source>The request sheet is being printed or saved.</source>
        <translation>申請書を印刷または保存しています。</translation>
    </message>
    <message>
        <source>The nodes were not asked: only their files were read. Whether a port can be reached is looked at on the nodes during the work.</source>
        <translation>疎通は確認していません（設定ファイルだけを読み取ったため）。ポートに到達できるかどうかは、作業中に各ノード上で確認します。</translation>
    </message>
    <message>
        <source>Each node that could be asked tried the sync ports of every other node, before anything was changed. This is the baseline of the work: a port that is closed already (refused, or no answer) proves nothing later. Only where a port is open now does its silence during the work show that the block holds.</source>
        <translation>変更を加える前に、接続できた各ノードからほかのノードの同期ポートへの疎通を確認した結果で、作業の基準になります。すでに閉じているポート（拒否・無応答）は、作業中に閉じていても遮断の証拠になりません。現在開いているポートが作業中に無応答になった場合にだけ、遮断が効いていると判断できます。</translation>
    </message>
</context>
<context>
    <name>ruw::ProcedurePage</name>
    <message>
        <source>Procedure</source>
        <translation>作業方式の選択</translation>
    </message>
    <message>
        <source>Look through the &amp;checks</source>
        <translation>事前チェックを確認する(&amp;C)</translation>
    </message>
    <message>
        <source>No procedure is allowed until the blockers are settled.</source>
        <translation>要解決の項目を解消するまで、選べる作業方式はありません。</translation>
    </message>
    <message>
        <source>Choose one of the procedures.</source>
        <translation>作業方式を 1 つ選んでください。</translation>
    </message>
    <message>
        <source>What forbids every procedure</source>
        <translation>どの作業方式も選べない理由</translation>
    </message>
    <message>
        <source>No procedure can be chosen yet:</source>
        <translation>まだどの作業方式も選べません。</translation>
    </message>
    <message>
        <source>The rules allow only one procedure at this site.</source>
        <translation>このサイトで規則上選べる作業方式は 1 つだけです。</translation>
    </message>
    <message>
        <source>Settle what is named above, then come back: on the earlier pages, or in the configs of the nodes with a new survey.</source>
        <translation>上記の項目を解消してから、このページに戻ってください。前のページで入力を修正するか、各ノードの設定ファイルを修正して再調査します。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>By what is named at the top of this page.</source>
        <translation>このページの先頭に示した理由によります。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>No sync</source>
        <translation>同期停止</translation>
    </message>
    <message>
        <source>To spare</source>
        <translation>余裕時間</translation>
    </message>
    <message>
        <source>Saved and held mail piles up on the slaves: it can&apos;t be viewed or handled and delayed mail can&apos;t be sent. The disk must have room; when sync is back, traffic rises.</source>
        <translation>保存メール・保留メールがスレーブ機に滞留し、その間は閲覧・操作もディレイメールの送信もできません。ディスクの空き容量が必要です。同期の再開時には通信トラフィックが増大します。</translation>
    </message>
    <message>
        <source>Every delay lengthens the time without mail.</source>
        <translation>作業が延びると、メールの停止も延びます。</translation>
    </message>
    <message>
        <source>An installer may start the service by itself: it must be stopped before the next node is touched.</source>
        <translation>インストーラーがサービスを起動した場合は、次のノードに進む前に停止が必要です。</translation>
    </message>
    <message>
        <source>Done by hand by the vendor&apos;s FAQ 4105. If sync is not enabled again on every node, settings drift apart unnoticed.</source>
        <translation>メーカーの FAQ 4105 に従って手作業で行います。いずれかのノードで同期を有効に戻し忘れると、気づかないうちに設定が食い違っていきます。</translation>
    </message>
    <message>
        <source>A port left out of the block, or a block lost by a reboot, lets different versions sync.</source>
        <translation>遮断するポートに漏れがあったり、再起動で遮断が失われたりすると、異なるバージョン間で同期してしまいます。</translation>
    </message>
    <message>
        <source>Mail keeps flowing</source>
        <translation>メール流通を止めません</translation>
    </message>
    <message>
        <source>Mail flow stops</source>
        <translation>メール流通を止めます</translation>
    </message>
    <message>
        <source>What may go wrong</source>
        <translation>注意点</translation>
    </message>
    <message>
        <source>Can&apos;t be chosen</source>
        <translation>選択不可</translation>
    </message>
    <message>
        <source>No mail</source>
        <translation>メール停止</translation>
    </message>
    <message>
        <source>The firewall administrator must take part. Everything else between the nodes is cut too: heartbeat of a virtual IP, relay, SSH.</source>
        <translation>ファイアウォール担当者の協力が必要です。ノード間のほかの通信（仮想 IP の死活監視、中継、SSH など）も遮断されます。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>手順数</translation>
    </message>
    <message>
        <source>Too long by</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>Choose how this site is to be upgraded. The figures were worked out for your nodes; a procedure that the rules forbid can&apos;t be chosen, and its card says why.</source>
        <translation>このサイトをどの作業方式でバージョンアップするかを選びます。数値はこのサイトの構成から算出しています。規則に反する作業方式は選択できません（理由を表示します）。</translation>
    </message>
</context>
<context>
    <name>ruw::QuestionDialog</name>
    <message>
        <source>&amp;Hold the run</source>
        <translation>作業を中断(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Stop reading</source>
        <translation>読み取りを中止(&amp;T)</translation>
    </message>
    <message numerus="yes">
        <source>%n more node(s) have a question of their own.</source>
        <translation>
            <numerusform>ほかに %n 台のノードについて、確認または入力が必要です。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruw::RehearsalBanner</name>
    <message>
        <source>Played on a simulated site. No server is touched.</source>
        <translation>模擬サイトで実施しています。実際のサーバーには一切触れません。</translation>
    </message>
    <message>
        <source>Leave the rehearsal</source>
        <translation>リハーサルを終了</translation>
    </message>
    <message>
        <source>Paused. %1</source>
        <translation>一時停止中&#x3000;%1</translation>
    </message>
    <message>
        <source>%1  Mails: %2, queued: %3 (%4), lost: %5. Safety rules broken: %6</source>
        <comment>time of day first</comment>
        <translation>%1&#x3000;受信 %2 通、キュー内 %3 通（%4）、消失 %5 通、安全規則の違反 %6</translation>
    </message>
</context>
<context>
    <name>ruw::RehearsalExit</name>
    <message>
        <source>Leave the rehearsal?</source>
        <translation>リハーサルの終了</translation>
    </message>
    <message>
        <source>&amp;Leave without saving</source>
        <translation>保存せずに終了(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Stay here</source>
        <translation>終了しない(&amp;S)</translation>
    </message>
    <message>
        <source>Save the rehearsal&apos;s journal</source>
        <translation>リハーサルの作業記録の保存</translation>
    </message>
    <message>
        <source>Journals (*.jsonl)</source>
        <translation>作業記録 (*.jsonl)</translation>
    </message>
    <message>
        <source>Save the &amp;journal and leave…</source>
        <translation>作業記録を保存して終了(&amp;J)…</translation>
    </message>
    <message>
        <source>Save the journal of this rehearsal? Without saving it is thrown away when you leave.</source>
        <translation>このリハーサルの作業記録を保存しますか。保存せずに終了すると、破棄されます。</translation>
    </message>
    <message>
        <source>If you save it, a work report can be made of it later, too, with the command &quot;replica-upgrade-wizard evidence&quot;. Files already saved stay. No server was touched.</source>
        <translation>保存しておけば、コマンド「replica-upgrade-wizard evidence」で後からでも作業報告書を作成できます。すでに保存したファイルは残ります。実際のサーバーには一切触れていません。</translation>
    </message>
</context>
<context>
    <name>ruw::RehearsalPanel</name>
    <message>
        <source>%1×</source>
        <translation>%1 倍</translation>
    </message>
    <message>
        <source>Every question is answered with the good answer until something goes wrong: then you decide.</source>
        <translation>問題が起きるまで、すべての確認に「正常」と自動で答えます。問題が起きたときは、実施者が判断します。</translation>
    </message>
    <message>
        <source>Pick faults…</source>
        <translation>障害を選択…</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>最速</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Answer for me</source>
        <translation>自動で回答</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>復旧させる</translation>
    </message>
    <message>
        <source>Right answer: yes</source>
        <translation>この質問への正しい答え: はい</translation>
    </message>
    <message>
        <source>Right answer: no</source>
        <translation>この質問への正しい答え: いいえ</translation>
    </message>
    <message>
        <source>At the fastest speed time passes only by what is done: each “Look again” lets %1 pass.</source>
        <translation>「最速」では、操作を実施した分だけ時間が進みます。［再確認］のたびに %1経過します。</translation>
    </message>
    <message>
        <source>The run is over: no more faults.</source>
        <translation>作業終了後のため、障害は選べません。</translation>
    </message>
    <message>
        <source>Faults: %1…</source>
        <translation>障害: 残り %1 件…</translation>
    </message>
    <message>
        <source>Now look again.</source>
        <translation>再確認してください。</translation>
    </message>
    <message>
        <source>Played: %1 of %2…</source>
        <comment>faults</comment>
        <translation>障害: 発生 %1 / %2 件…</translation>
    </message>
    <message>
        <source>As if somebody else had put the servers right: the clock goes on by the time that takes, and you still choose the answer, “Look again”. The account counts it as a help that no real site has. “Done by hand: judge it” plays what you would do on the server yourself, which takes the same time, and judges the result: it needs no F8 before.</source>
        <translation>ほかの人がサーバーを復旧させたものとして扱います。復旧に要する時間が経過し、対応（［再確認］）は自分で選びます。実際の現場にはない補助機能として、終了時の結果に回数を示します。［手作業で実施済み: 結果を確認］は、実施者が自分でサーバーを復旧させたものとして同じ時間を経過させ、結果を確認します。先に F8 を使う必要はありません。</translation>
    </message>
    <message>
        <source>What shall go wrong is picked here; how many of these faults have happened stands on the button.</source>
        <translation>起こす障害を選びます。選んだ障害のうち発生した件数をボタンに示します。</translation>
    </message>
</context>
<context>
    <name>ruw::RehearsalRoom</name>
    <message>
        <source>Rehearsal doer</source>
        <translation>リハーサル実施者</translation>
    </message>
    <message>
        <source>Rehearsal checker</source>
        <translation>リハーサル再鑑者</translation>
    </message>
</context>
<context>
    <name>ruw::ReportSaver</name>
    <message>
        <source>Save the work report</source>
        <translation>作業報告書の保存</translation>
    </message>
    <message>
        <source>Writing the work report…</source>
        <translation>作業報告書を出力しています…</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>As P&amp;DF…</source>
        <translation>PDF(&amp;D)…</translation>
    </message>
    <message>
        <source>As &amp;HTML…</source>
        <translation>HTML(&amp;H)…</translation>
    </message>
    <message>
        <source>As &amp;Excel…</source>
        <translation>Excel(&amp;E)…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>印刷(&amp;R)…</translation>
    </message>
    <message>
        <source>The saved report %1 does not hold what was recorded since: save it again.</source>
        <translation>保存済みの報告書 %1 には、その後の記録が含まれていません。もう一度保存してください。</translation>
    </message>
</context>
<context>
    <name>ruw::RequestPanel</name>
    <message>
        <source>Save the request sheet</source>
        <translation>申請書の保存</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>コピー(&amp;Y)</translation>
    </message>
    <message>
        <source>Copies the request as a table, to paste into a form or a sheet</source>
        <translation>申請内容を表形式でコピーします。申請フォームや表計算ソフトに貼り付けられます。</translation>
    </message>
    <message>
        <source>Pr&amp;int…</source>
        <translation>印刷(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Block during the work</source>
        <translation>作業中に遮断</translation>
    </message>
    <message>
        <source>between any two of: %1</source>
        <translation>次のノード⁠相⁠互⁠間: %1</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>%1 と %2&#xa0;の⁠間</translation>
    </message>
    <message>
        <source>%1; both directions; %2; %3</source>
        <translation>%1、双方向、%2。%3</translation>
    </message>
    <message>
        <source>TCP (assumed)</source>
        <translation>TCP（想定）</translation>
    </message>
    <message>
        <source>What to ask the firewall administrator for</source>
        <translation>ファイアウォール担当者に依頼するポート</translation>
    </message>
    <message>
        <source>Open for the new version</source>
        <translation>新バージョン用に許可</translation>
    </message>
</context>
<context>
    <name>ruw::ResultTable</name>
    <message>
        <source>%1: %2</source>
        <comment>verdict, what was seen</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ruw::RunPanel</name>
    <message>
        <source>Steps</source>
        <translation>手順一覧</translation>
    </message>
</context>
<context>
    <name>ruw::RunSummary</name>
    <message>
        <source>Planned</source>
        <translation>予定</translation>
    </message>
    <message>
        <source>Held since</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation>実施した手順</translation>
    </message>
    <message>
        <source>Steps skipped</source>
        <translation>省略した手順</translation>
    </message>
    <message>
        <source>Steps not needed</source>
        <translation>不要だった手順</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>No as on paper, title of a step</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1. Reason: %2</source>
        <comment>step, reason</comment>
        <translation>%1&#x3000;理由: %2</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>省略した手順</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>実績</translation>
    </message>
    <message>
        <source>Planned and actual</source>
        <translation>予定と実績</translation>
    </message>
    <message>
        <source>Latest end</source>
        <translation>終了期限</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>of these, by the doer&apos;s word</source>
        <translation>うち申告によるもの</translation>
    </message>
</context>
<context>
    <name>ruw::RunbookPage</name>
    <message>
        <source>Runbook</source>
        <translation>作業手順書</translation>
    </message>
    <message>
        <source>Go to the &amp;work</source>
        <translation>作業に進む(&amp;W)</translation>
    </message>
    <message>
        <source>Choose a procedure first.</source>
        <translation>先に作業方式を選んでください。</translation>
    </message>
    <message>
        <source>The runbook is being printed or saved.</source>
        <translation>作業手順書を印刷または保存しています。</translation>
    </message>
    <message>
        <source>Lan&amp;guage of the paper</source>
        <translation>手順書の言語(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>作成者(&amp;A)</translation>
    </message>
    <message>
        <source>blank: filled in by hand</source>
        <translation>空欄の場合は手書き</translation>
    </message>
    <message>
        <source>Print or save</source>
        <translation>印刷・保存</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>PDF で保存(&amp;D)…</translation>
    </message>
    <message>
        <source>Save as &amp;HTML…</source>
        <translation>HTML で保存(&amp;H)…</translation>
    </message>
    <message>
        <source>Save as &amp;Excel…</source>
        <translation>Excel で保存(&amp;E)…</translation>
    </message>
    <message>
        <source>Previous page (Page Up)</source>
        <translation>前のページ（Page Up）</translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation>次のページ（Page Down）</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+-)</source>
        <translation>縮小（Ctrl+-）</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>拡大（Ctrl++）</translation>
    </message>
    <message>
        <source>Fit to the width (Ctrl+0)</source>
        <translation>幅に合わせる（Ctrl+0）</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>幅に合わせる</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>The pages are being laid out …</source>
        <translation>ページを作成しています…</translation>
    </message>
    <message>
        <source>Printing or saving …</source>
        <translation>印刷または保存しています…</translation>
    </message>
    <message>
        <source>With the Japanese fonts of this machine the PDF&apos;s text can&apos;t be searched reliably: BIZ UDGothic or VL Gothic would help.</source>
        <translation>この PC の日本語フォントでは、PDF の文字検索が正しく働かないことがあります。BIZ UDゴシックまたは VLゴシックを導入すると改善します。</translation>
    </message>
    <message>
        <source>/ %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>Save the runbook</source>
        <translation>作業手順書の保存</translation>
    </message>
    <message>
        <source>Before the work, accept every warning on the Checks page.</source>
        <translation>作業へ進む前に、「事前チェック」ですべての警告を了承してください。</translation>
    </message>
    <message>
        <source>Prin&amp;t…</source>
        <translation>印刷(&amp;T)…</translation>
    </message>
    <message>
        <source>This is what will be printed. Have it checked and signed before the work; it shows the same steps that the program will guide you through.</source>
        <translation>印刷される内容そのものです。作業前に確認を受け、署名を得てください。以降の作業画面も、この手順書と同じ手順で進みます。</translation>
    </message>
    <message>
        <source>Go to the &amp;rehearsal</source>
        <translation>リハーサルに進む(&amp;R)</translation>
    </message>
    <message>
        <source>Made for practising: the one to sign is printed from the real window. The rehearsal goes by the same steps.</source>
        <translation>練習用の手順書です。署名用は通常の画面から印刷してください。リハーサルもこの手順書と同じ手順で進みます。</translation>
    </message>
</context>
<context>
    <name>ruw::ScheduleTimes</name>
    <message>
        <source>The times are %1, as the site has them; this machine: %2.</source>
        <translation>時刻はサイトの設定に合わせて %1 で表示しています。この PC は %2 です。</translation>
    </message>
</context>
<context>
    <name>ruw::SecretDialog</name>
    <message>
        <source>Login to %1</source>
        <translation>%1 へのログイン</translation>
    </message>
    <message>
        <source>Login to the jump host %1</source>
        <translation>踏み台ホスト %1 へのログイン</translation>
    </message>
    <message>
        <source>sudo on %1</source>
        <translation>%1 での sudo</translation>
    </message>
    <message>
        <source>Private key for %1</source>
        <translation>%1 用の秘密鍵</translation>
    </message>
    <message>
        <source>The last answer was refused. Enter it again.</source>
        <translation>前回の入力は拒否されました。もう一度入力してください。</translation>
    </message>
    <message>
        <source>&amp;Offer it to the other nodes, too</source>
        <translation>ほかのノードでも使用する(&amp;O)</translation>
    </message>
    <message>
        <source>Kept in memory until the window closes or another site is opened; never written.</source>
        <translation>ウィンドウを閉じるか別のサイトを開くまでメモリー上にだけ保持し、ファイルには書き込みません。</translation>
    </message>
    <message>
        <source>&amp;Log in</source>
        <translation>ログイン(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>使用する(&amp;U)</translation>
    </message>
    <message>
        <source>Do &amp;not log in now</source>
        <translation>今回はログインしない(&amp;N)</translation>
    </message>
</context>
<context>
    <name>ruw::SideRail</name>
    <message>
        <source>(no site yet)</source>
        <translation>（サイト未設定）</translation>
    </message>
    <message>
        <source>Guide (F1)</source>
        <translation>操作ガイド（F1）</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
</context>
<context>
    <name>ruw::SitePage</name>
    <message>
        <source>Site</source>
        <translation>サイト</translation>
    </message>
    <message>
        <source>&amp;Next: survey</source>
        <translation>調査へ進む(&amp;N)</translation>
    </message>
    <message>
        <source>Enter a name for the site.</source>
        <translation>サイト名を入力してください。</translation>
    </message>
    <message>
        <source>Enter the version that is installed now.</source>
        <translation>現行バージョンを入力してください。</translation>
    </message>
    <message>
        <source>Enter the version to upgrade to.</source>
        <translation>新バージョンを入力してください。</translation>
    </message>
    <message>
        <source>Correct the entry that is marked.</source>
        <translation>印の付いた項目を修正してください。</translation>
    </message>
    <message>
        <source>Not saved in a file yet (File &gt; Save the site as). Passwords are never saved.</source>
        <translation>まだファイルに保存していません（「ファイル」→「サイトに名前を付けて保存」）。パスワードは保存しません。</translation>
    </message>
    <message>
        <source>Every change is saved in %1</source>
        <translation>変更は %1 に自動で保存します</translation>
    </message>
    <message>
        <source>That is the version installed now: enter a newer one.</source>
        <translation>現行バージョンと同じです。より新しいバージョンを入力してください。</translation>
    </message>
    <message>
        <source>Older than the version installed now. Going back is no upgrade: enter a newer one.</source>
        <translation>現行バージョンより古いバージョンです。旧バージョンに戻す操作はバージョンアップではありません。より新しいバージョンを入力してください。</translation>
    </message>
    <message>
        <source>Not a version: write it as 5.31R01.</source>
        <translation>バージョンとして読み取れません。5.31R01 の形式で入力してください。</translation>
    </message>
    <message>
        <source>Not a time: write it as 2026-12-05 22:00.</source>
        <translation>日時として読み取れません。2026-12-05 22:00 の形式で入力してください。</translation>
    </message>
    <message>
        <source>A whole number from 0 to %L1.</source>
        <translation>0～%L1 の整数で入力してください。</translation>
    </message>
    <message>
        <source>Name of the site</source>
        <translation>サイト名</translation>
    </message>
    <message>
        <source>Version installed now</source>
        <translation>現行バージョン</translation>
    </message>
    <message>
        <source>Version to upgrade to</source>
        <translation>新バージョン</translation>
    </message>
    <message>
        <source>Start of the work</source>
        <translation>作業開始</translation>
    </message>
    <message>
        <source>Latest end</source>
        <translation>終了期限</translation>
    </message>
    <message>
        <source>How to &amp;go back to the old version</source>
        <translation>旧バージョンへの切り戻し方法(&amp;G)</translation>
    </message>
    <message>
        <source>In your own words; it is printed in the runbook. The vendor&apos;s FAQ 2578 does not say how.</source>
        <translation>自由に記入してください。作業手順書に印刷します。メーカーの FAQ 2578 に切り戻しの方法は記載されていません。</translation>
    </message>
    <message>
        <source>Mail at the time of the work</source>
        <translation>作業時間帯のメール量</translation>
    </message>
    <message>
        <source>For the estimate of what piles up in the queue directories. What is left empty is assumed, and shown as such.</source>
        <translation>キューディレクトリの滞留量の見積もりに使います。空欄の項目には想定値を使い、「想定」と表示します。</translation>
    </message>
    <message>
        <source>Mails per hour, all nodes together</source>
        <translation>1 時間あたりの通数（全ノード合計）</translation>
    </message>
    <message>
        <source>Mean size of a mail (KiB)</source>
        <translation>メールの平均サイズ（KiB）</translation>
    </message>
    <message>
        <source>Share of saved or held mail (%)</source>
        <translation>保存・保留の割合（%）</translation>
    </message>
    <message>
        <source>The latest end must come after the start.</source>
        <translation>終了期限は、作業開始より後にしてください。</translation>
    </message>
    <message>
        <source>The time to decide must lie between the start and the latest end.</source>
        <translation>中止判断時刻は、作業開始と終了期限の間にしてください。</translation>
    </message>
    <message>
        <source>Time to decide (go on or back)</source>
        <translation>中止判断時刻</translation>
    </message>
    <message>
        <source>Say which nodes belong to the site and from which version to which it goes. Drop the mf_replica.def files to have the nodes proposed.</source>
        <translation>対象ノードと現行・新バージョンを入力します。mf_replica.def をドロップするとノードの候補を作成します。</translation>
    </message>
    <message>
        <source>Which node is the master does not stand in the config files, so the first file is proposed as master: check the roles. A node that is read from files or worked on by hand gets its steps as instructions with the commands to copy; nothing is run on it. What is left empty is never made up: it becomes a step by hand or a warning. No password ever stands in the site file.</source>
        <translation>どのノードがマスター機かは設定ファイルから判別できないため、最初のファイルをマスター機の候補とします。役割を必ず確認してください。接続方法が「ファイル」「手作業」のノードでは何も実行せず、コピーして使えるコマンド付きの手順を示します。空欄の値を推測で補うことはなく、手作業の手順または警告になります。サイトファイルにパスワードは保存しません。</translation>
    </message>
</context>
<context>
    <name>ruw::SituationPanel</name>
    <message>
        <source>Mail: flowing (by plan)</source>
        <translation>メール流通: 流通中（計画上）</translation>
    </message>
    <message>
        <source>Held. %1</source>
        <comment>point of no return: before or past</comment>
        <translation>中断中。%1</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>before or past the point of no return; what follows from it comes next</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>Test &amp;mail…</source>
        <translation>テストメール(&amp;M)…</translation>
    </message>
    <message>
        <source>Send a mail with an id of its own through each mail node</source>
        <translation>各メール中継ノード経由で、固有の ID を付けたメールを送信します。</translation>
    </message>
    <message>
        <source>Show the temporary changes that stand</source>
        <translation>残っている一時変更の一覧を表示します。</translation>
    </message>
    <message>
        <source>Temporary changes: %1</source>
        <translation>残っている一時変更: %1 件</translation>
    </message>
    <message>
        <source>Temporary changes</source>
        <translation>残っている一時変更</translation>
    </message>
    <message>
        <source>All facts</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Names, clock, queues, mail flow and the test mail in full, above the step</source>
        <translation>実施者・再鑑者、時計、キュー、メール流通、テストメールを、手順の上にすべて表示します。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences, one after the other</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>The program itself can&apos;t take an installed version back: that is done by hand, in the way settled beforehand.</source>
        <translation>更新したバージョンは本ツールでは戻せません。切り戻しは、事前に決めた方法で手作業により行います。</translation>
    </message>
    <message>
        <source>Mail: stopped (by plan)</source>
        <translation>ノードへのメール: 停止（計画上）</translation>
    </message>
    <message>
        <source>The program itself can&apos;t take an installed version back: that is done by hand, and no way back was entered for this site.</source>
        <translation>更新したバージョンは本ツールでは戻せません。切り戻しは手作業で行いますが、このサイトの切り戻し方法は未入力です。</translation>
    </message>
</context>
<context>
    <name>ruw::StartPage</name>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>&amp;Go on with this site</source>
        <translation>このサイトで続ける(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;New upgrade</source>
        <translation>新しいバージョンアップ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open a site file</source>
        <translation>サイトファイルを開く(&amp;O)</translation>
    </message>
    <message>
        <source>Go on with a site that was saved earlier.</source>
        <translation>保存済みのサイトの続きから始めます。</translation>
    </message>
    <message>
        <source>&amp;Continue interrupted work</source>
        <translation>中断した作業を再開(&amp;C)</translation>
    </message>
    <message>
        <source>Choose the journal of the interrupted run. The steps already done are kept.</source>
        <translation>中断した作業の作業記録を選びます。完了済みの手順は引き継がれます。</translation>
    </message>
    <message>
        <source>Look at the &amp;sample site</source>
        <translation>サンプルサイトを見る(&amp;S)</translation>
    </message>
    <message>
        <source>A fictitious site with one master and two slaves. It needs no server; every page up to the printed runbook can be tried with it.</source>
        <translation>マスター機 1 台、スレーブ機 2 台の架空のサイトです。サーバーがなくても、作業手順書の印刷まで、すべての画面を試せます。</translation>
    </message>
    <message>
        <source>Recent sites</source>
        <translation>最近使ったサイト</translation>
    </message>
    <message>
        <source>&amp;Rehearse an upgrade</source>
        <translation>バージョンアップのリハーサル(&amp;R)</translation>
    </message>
    <message>
        <source>Rehearse on &amp;this site</source>
        <translation>このサイトでリハーサル(&amp;T)</translation>
    </message>
    <message>
        <source>This program plans and guides the upgrade of an m-FILTER site with settings sync. Until the work itself starts, nothing is changed on any node.</source>
        <translation>設定同期環境の m-FILTER のバージョンアップを、計画から作業まで支援します。作業を開始するまで、ノードは一切変更しません。</translation>
    </message>
    <message>
        <source>No site file has been opened on this machine yet.</source>
        <translation>この PC で開いたサイトファイルはまだありません。</translation>
    </message>
    <message>
        <source>The same with the names, ports and figures of the site that is open. None of its nodes is touched.</source>
        <translation>開いているサイトの名前、ポート、数値でリハーサルします。実際のノードには一切触れません。</translation>
    </message>
    <message>
        <source>Enter the nodes, or drop the mf_replica.def files of master and slaves: ports and sync mode are read from them.</source>
        <translation>ノードを入力するか、マスター機とスレーブ機の mf_replica.def をドロップします。ポートと同期方式はファイルから読み取ります。</translation>
    </message>
    <message>
        <source>Play a whole upgrade on a simulated sample site, on the same pages as the work, and pick what shall go wrong. No server is needed, and nothing has to be entered.</source>
        <translation>模擬のサンプルサイトで、実作業と同じ画面のままバージョンアップを最後まで体験できます。発生させる障害も選べます。サーバーも入力も不要です。</translation>
    </message>
</context>
<context>
    <name>ruw::StepList</name>
    <message>
        <source>Point of no return</source>
        <translation>後戻り不可点</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在の手順</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>time from, time to</comment>
        <translation>%1～%2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>No as on paper, title of a step</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>actual %1</source>
        <comment>time, or from and to</comment>
        <translation>実績 %1</translation>
    </message>
    <message>
        <source>planned %1</source>
        <comment>time</comment>
        <translation>予定 %1</translation>
    </message>
</context>
<context>
    <name>ruw::StepPanel</name>
    <message>
        <source>about %1</source>
        <translation>目安 %1</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>A restart was asked for.</source>
        <translation>再起動が要求されていました。</translation>
    </message>
    <message>
        <source>%1. Note: %2</source>
        <comment>state, note</comment>
        <translation>%1&#x3000;備考: %2</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>実施前の条件</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>実施内容</translation>
    </message>
    <message>
        <source>Expected result</source>
        <translation>期待結果</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>コピー(&amp;Y)</translation>
    </message>
    <message>
        <source>To check the result</source>
        <translation>結果の確認コマンド</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>No browser could be opened. Open the address in one yourself: %1</source>
        <translation>ブラウザーを起動できませんでした。次の URL をブラウザーで開いてください: %1</translation>
    </message>
    <message>
        <source>Open the admin s&amp;creen: %1</source>
        <translation>管理画面を開く(&amp;C): %1</translation>
    </message>
    <message>
        <source>you confirm the result</source>
        <translation>結果は申告で判定</translation>
    </message>
    <message>
        <source>Undo step %1 (“%2”)</source>
        <comment>number, title</comment>
        <translation>手順 %1 を元に戻す（「%2」の取り消し）</translation>
    </message>
    <message>
        <source>Not so: the step for this case comes next.</source>
        <translation>該当しません。次に、この場合のための手順を実施します。</translation>
    </message>
    <message>
        <source>To check what only you can see</source>
        <translation>申告項目の確認用コマンド</translation>
    </message>
    <message>
        <source>Point of no return: once this has begun, the isolation stays until every node has the same version, and an installed version is taken back only by hand, in the way settled beforehand.</source>
        <translation>後戻り不可点: 開始すると、全ノードが同じバージョンになるまで同期停止を解除できません。バージョンアップ済みノードの切り戻しは、事前に決めた方法による手作業に限ります。</translation>
    </message>
    <message>
        <source>Undo of step %1</source>
        <translation>手順 %1 の取り消し</translation>
    </message>
    <message numerus="yes">
        <source>%n temporary change(s) left</source>
        <translation>
            <numerusform>残っている一時変更: %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <comment>the heading and the instruction, in one line</comment>
        <translation>実施内容: %1</translation>
    </message>
    <message>
        <source>Question: %1</source>
        <comment>the heading and what is asked, in one line</comment>
        <translation>確認事項: %1</translation>
    </message>
    <message>
        <source>Question</source>
        <comment>heading of what is asked</comment>
        <translation>確認事項</translation>
    </message>
    <message>
        <source>the time is our estimate</source>
        <translation>目安の時間は本ツールの見積もり</translation>
    </message>
    <message>
        <source>There is nothing to take back here: the installer was not started. If somebody has started it by hand since, do as is said below.</source>
        <translation>元に戻すものはありません（インストーラーは起動していません）。その後に手作業で起動した場合は、下記のとおり実施してください。</translation>
    </message>
    <message>
        <source>in part by your word</source>
        <translation>一部は申告で判定</translation>
    </message>
    <message>
        <source>Point of no return: once this has begun, the isolation stays until every node has the same version, and an installed version is taken back only by hand. No way back was entered for this site.</source>
        <translation>後戻り不可点: 開始すると、全ノードが同じバージョンになるまで同期停止を解除できません。更新したバージョンの切り戻しは手作業のみとなりますが、切り戻し方法は未入力です。</translation>
    </message>
</context>
<context>
    <name>ruw::SurveyPage</name>
    <message numerus="yes">
        <source>%1 of %n node(s) read.</source>
        <translation>
            <numerusform>%n 台中 %1 台を読み取りました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The survey was stopped. Nothing was changed on any node. Take it again to go on.</source>
        <translation>調査を中止しました。どのノードにも変更は加えていません。先へ進むには、もう一度調査してください。</translation>
    </message>
    <message>
        <source>Nothing has been read yet.</source>
        <translation>まだ何も読み取っていません。</translation>
    </message>
    <message>
        <source>The config of every node was read.</source>
        <translation>全ノードの設定ファイルを読み取りました。</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>調査</translation>
    </message>
    <message>
        <source>&amp;Next: ports and sync mode</source>
        <translation>ポートと同期方式へ進む(&amp;N)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Survey %n node(s)</source>
        <translation>
            <numerusform>%n 台を調査する(&amp;S)</numerusform>
        </translation>
    </message>
    <message>
        <source>The survey is under way.</source>
        <translation>調査中です。</translation>
    </message>
    <message>
        <source>Take the survey first.</source>
        <translation>先に調査を実施してください。</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>中止(&amp;T)</translation>
    </message>
    <message>
        <source>Each fact is shown with where it came from: choose a node to see them. Where your entry says something else than what was found, your entry counts and both are shown. Nodes with access &quot;files&quot; and &quot;by hand&quot; are known by the copy of mf_replica.def that the site names. What nobody could look at stays unknown and is shown so: it is never guessed.</source>
        <translation>ノードを選択すると、各項目の値と出典を表示します。入力値と調査結果が異なる場合は、両方を表示したうえで入力値を使用します。接続方法が「ファイル」「手作業」のノードは、サイトに指定された mf_replica.def のコピーだけから判断します。確認できない項目は「不明」と表示し、推測はしません。</translation>
    </message>
    <message>
        <source>The nodes are being read. Closing stops that; nothing was changed on any of them.</source>
        <translation>ノードを調査中です。閉じると調査を中止します。どのノードにも変更は加えていません。</translation>
    </message>
    <message>
        <source>Survey all &amp;again</source>
        <translation>全ノードを再調査(&amp;A)</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>中止しています…</translation>
    </message>
    <message>
        <source>The host key of %1 has changed or is revoked. Do not go on before you know why.</source>
        <translation>%1 のホスト鍵が変わっているか、失効しています。原因を確認するまで先へ進めません。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between nodes</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) could not be read. You can go on: what is missing is assumed and marked as such. The Checks page says whether the work can begin.</source>
        <translation>
            <numerusform>読み取れなかったノードが %n 台あります。このまま先へ進めます。不足する値は想定値で補い、その旨を表示します。作業を開始できるかは事前チェックで確認します。</numerusform>
        </translation>
    </message>
    <message>
        <source>A host key has changed or is revoked: find out why, then survey again.</source>
        <translation>ホスト鍵が変更されているか、失効しています。原因を確認し、再調査してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) are waiting for your answer.</source>
        <translation>
            <numerusform>%n 台のノードについて、確認または入力が必要です。</numerusform>
        </translation>
    </message>
    <message>
        <source>All nodes are read at the same time. Nothing is changed on any of them.</source>
        <translation>全ノードの情報を同時に読み取ります。どのノードにも変更は加えません。</translation>
    </message>
</context>
<context>
    <name>ruw::SurveyTable</name>
    <message>
        <source>Comparing the host key with the known ones</source>
        <translation>ホスト鍵を照合中</translation>
    </message>
    <message>
        <source>Waiting for the login as %1</source>
        <translation>%1 でのログイン待ち</translation>
    </message>
    <message>
        <source>Waiting for what the node tells</source>
        <translation>ノードの情報を読み取り中</translation>
    </message>
    <message>
        <source>Asking the sync ports of the other nodes</source>
        <translation>ほかのノードの同期ポートを確認中</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>未開始</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation>入力待ち</translation>
    </message>
    <message>
        <source>A question is open</source>
        <translation>ダイアログへの回答待ち</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>未読み取り</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>ノード</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>接続方法</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>What was found, or what is wrong</source>
        <translation>調査結果または問題点</translation>
    </message>
    <message>
        <source>Survey of the nodes</source>
        <translation>ノードの調査</translation>
    </message>
    <message>
        <source>Read this node again</source>
        <translation>このノードを再調査</translation>
    </message>
    <message>
        <source>Edit and read again...</source>
        <translation>修正して再調査…</translation>
    </message>
    <message>
        <source>No answer from %1 yet</source>
        <translation>%1 の応答待ち</translation>
    </message>
    <message>
        <source>%1: %2 s of at most %3 s</source>
        <comment>what is waited for, how long</comment>
        <translation>%1: %2 秒経過（最長 %3 秒）</translation>
    </message>
    <message>
        <source>%1: %2 s so far</source>
        <comment>what is waited for, how long</comment>
        <translation>%1（%2 秒経過）</translation>
    </message>
    <message>
        <source>Done, differs</source>
        <comment>what was found on a node from what was entered</comment>
        <translation>完了（相違あり）</translation>
    </message>
</context>
<context>
    <name>ruw::SyncModeCard</name>
    <message>
        <source>Data sync: ON</source>
        <translation>データ同期: 有効</translation>
    </message>
    <message>
        <source>Settings sync must not be disabled, or mail data ends up scattered. To keep mail flowing, the communication between the nodes is cut: all IP traffic, or the settings port and all data ports. While it is cut, mail is delivered, but saved and held mail piles up in the slaves&apos; queue directories.</source>
        <translation>設定同期を無効にするとメールデータが分散するため、無効にしてはいけません。メール流通を止めない場合は、ノード間の通信（IP 通信すべて、または設定同期ポートと全データ同期ポート）を遮断します。遮断中もメールは配送されますが、保存メール・保留メールがスレーブ機のキューディレクトリに滞留します。</translation>
    </message>
    <message>
        <source>Data sync: OFF</source>
        <translation>データ同期: 無効</translation>
    </message>
    <message>
        <source>Only settings are synced. They may be kept apart by disabling settings sync for the time of the work, or by blocking the settings port. No mail piles up.</source>
        <translation>同期されるのは設定だけです。作業中は、設定同期を一時的に無効にするか、設定同期ポートを遮断します。メールの滞留は起こりません。</translation>
    </message>
    <message>
        <source>Data sync: not settled - treated as ON</source>
        <translation>データ同期: 未確定（有効とみなします）</translation>
    </message>
    <message>
        <source>The nodes do not all say the same, or one says nothing. Until that is settled the careful side counts: settings sync must not be disabled, and all data ports are blocked.</source>
        <translation>ノード間で設定が異なるか、設定のないノードがあります。確定するまでは安全側に倒し、設定同期は無効にせず、全データ同期ポートを遮断します。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2（%3）</translation>
    </message>
    <message>
        <source>ENABLE_REP_DATA by node</source>
        <translation>ノードごとの ENABLE_REP_DATA</translation>
    </message>
</context>
<context>
    <name>ruw::TakeOverCard</name>
    <message>
        <source>%1: %2</source>
        <comment>entry, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>entry, value, nodes</comment>
        <translation>%1: %2（%3）</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>The survey found what the site has no entry for. Use these values to plan with them and to keep them in the site file.</source>
        <translation>サイトに入力されていない値が調査で見つかりました。取り込むと、計画に使用し、サイトファイルにも保存します。</translation>
    </message>
    <message>
        <source>&amp;Use these values</source>
        <translation>取り込む(&amp;O)</translation>
    </message>
</context>
<context>
    <name>ruw::TestMailDialog</name>
    <message>
        <source>The test mails are on their way…</source>
        <translation>テストメールを送信しています…</translation>
    </message>
    <message>
        <source>Every mail node took its test mail. Look for these ids where the mail arrives.</source>
        <translation>すべてのメール中継ノードがテストメールを受け付けました。次の ID のメールが宛先に届いたことを確認してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) did not take the test mail.</source>
        <translation>
            <numerusform>%n 台のノードがテストメールを受け付けませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>Test mail</source>
        <translation>テストメール</translation>
    </message>
    <message>
        <source>One mail is sent through each mail node, from this machine. Each carries an id of its own, by which it can be found in the mail log or at the recipient&apos;s. What was sent and what the nodes said is recorded in the journal.</source>
        <translation>この PC から、各メール中継ノード経由で 1 通ずつ送信します。メールごとに固有の ID を付けるため、メールログや宛先側で照合できます。送信内容とノードの応答は作業記録に残ります。</translation>
    </message>
    <message>
        <source>&amp;Sender</source>
        <translation>送信者(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Recipient</source>
        <translation>宛先(&amp;R)</translation>
    </message>
    <message>
        <source>What the nodes said</source>
        <translation>ノードの応答</translation>
    </message>
    <message>
        <source>Send the &amp;test mails</source>
        <translation>テストメールを送信(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Write a plain mail address, such as name@example.com.</source>
        <translation>メールアドレスの形式（例: name@example.com）で入力してください。</translation>
    </message>
</context>
<context>
    <name>ruw::Text</name>
    <message>
        <source>(below)</source>
        <translation>（下段）</translation>
    </message>
    <message>
        <source>(continued)</source>
        <translation>（続き）</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>ポート</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>プロトコル</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>申請内容</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>%1 from the start</source>
        <translation>作業開始から %1</translation>
    </message>
    <message>
        <source>During the work</source>
        <translation>作業中</translation>
    </message>
    <message>
        <source>No request is needed: this procedure blocks nothing at a firewall.</source>
        <translation>申請は不要です。この作業方式では、ファイアウォールでの遮断を行いません。</translation>
    </message>
    <message>
        <source>Firewall request: block</source>
        <translation>ファイアウォール申請（遮断）</translation>
    </message>
    <message>
        <source>each other</source>
        <translation>左記ノード相互</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>IPv4 and IPv6</source>
        <translation>IPv4 および IPv6</translation>
    </message>
    <message>
        <source>both</source>
        <translation>双方向</translation>
    </message>
    <message>
        <source>drop</source>
        <translation>破棄（drop）</translation>
    </message>
    <message>
        <source>Drop, not reject. Established connections must be cut as well.</source>
        <translation>拒否応答（reject）ではなく、破棄（drop）を設定してください。確立済みの接続も遮断してください。</translation>
    </message>
    <message>
        <source>Lift it only when the doer calls: never by the clock. The time under &quot;Until&quot; is the plan.</source>
        <translation>遮断の解除は、必ず実施者の連絡を受けてから行ってください。「終了」欄の時刻は予定です。時刻だけで解除しないでください。</translation>
    </message>
    <message>
        <source>After the work</source>
        <translation>作業後</translation>
    </message>
    <message>
        <source>No request is needed: %1 uses no sync port that %2 did not use.</source>
        <translation>申請は不要です。%1 で新たに使用する同期ポートはありません（%2 との比較）。</translation>
    </message>
    <message>
        <source>%1 uses sync ports that %2 did not. The site&apos;s own firewalls must let them through, or this data is never synced. Which side connects isn&apos;t documented, so both directions are asked for.</source>
        <translation>%1 では、%2 で使用していなかった同期ポートを使用します。サイトのファイアウォールで許可しないと、該当データは同期されません。どちら側から接続するかは公開されていないため、双方向の許可を申請します。</translation>
    </message>
    <message>
        <source>Firewall request: new ports</source>
        <translation>ファイアウォール申請（新規ポート）</translation>
    </message>
    <message>
        <source>allow</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>恒久</translation>
    </message>
    <message>
        <source>With data sync OFF these ports carry nothing; let them through where data sync is to be enabled later.</source>
        <translation>データ同期が無効の場合、これらのポートは使用されません。今後データ同期を有効にする予定がある場合に許可してください。</translation>
    </message>
    <message>
        <source>Queue estimate</source>
        <translation>滞留量の見積もり</translation>
    </message>
    <message>
        <source>Not needed: the mail flow is stopped, so nothing piles up in the queue directories.</source>
        <translation>対象外です。メール流通を止めるため、キューディレクトリへの滞留は発生しません。</translation>
    </message>
    <message>
        <source>Not needed: data sync is OFF, so no mail data piles up in the queue directories.</source>
        <translation>対象外です。データ同期が無効のため、メールデータの滞留は発生しません。</translation>
    </message>
    <message>
        <source>While sync is cut, saved and held mail piles up in the queue directories of the slaves. The disk must have room for it, and when sync is back it flows to the master.</source>
        <translation>同期通信の停止中は、スレーブ機のキューディレクトリに保存メール・保留メールが滞留します。滞留に十分なディスク空き容量が必要です。また、同期通信の再開時には、滞留したデータがマスター機に流れます。</translation>
    </message>
    <message>
        <source>Assumptions of the queue estimate</source>
        <translation>滞留量見積もりの前提</translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation>前提</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出典</translation>
    </message>
    <message>
        <source>No slave takes mail, so nothing piles up on one.</source>
        <translation>メールを中継するスレーブ機がないため、スレーブ機での滞留は発生しません。</translation>
    </message>
    <message>
        <source>Queue estimate for each node</source>
        <translation>ノード別の滞留量見積もり</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>ノード</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>少なめ</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>見込み</translation>
    </message>
    <message>
        <source>High</source>
        <translation>多め</translation>
    </message>
    <message>
        <source>Free disk</source>
        <translation>ディスク空き容量</translation>
    </message>
    <message>
        <source>Full after (high)</source>
        <translation>満杯まで（多めの場合）</translation>
    </message>
    <message>
        <source>to be read</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Firewall request sheet</source>
        <translation>ファイアウォール申請書</translation>
    </message>
    <message>
        <source>Blocker</source>
        <translation>要解決</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>Time chart</source>
        <translation>タイムチャート</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>From start</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>作業</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>進行</translation>
    </message>
    <message>
        <source>Point of no return: %1 (No. %2)</source>
        <translation>後戻り不可点: %1（No.%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Planned end</source>
        <translation>終了予定</translation>
    </message>
    <message>
        <source>Sync is cut for %1 (%2 - %3).</source>
        <translation>同期停止の時間: %1（%2～%3）</translation>
    </message>
    <message>
        <source>The plan is longer than the schedule by %1.</source>
        <translation>計画の所要時間が、予定の作業時間を %1超過しています。</translation>
    </message>
    <message>
        <source>Preconditions and findings</source>
        <translation>前提条件と指摘事項</translation>
    </message>
    <message>
        <source>Preparation to tick</source>
        <translation>準備事項（チェック欄）</translation>
    </message>
    <message>
        <source>The vendor&apos;s release notes from %1 to %2 have been read.</source>
        <translation>%1 から %2 までのメーカーのリリースノートを確認した。</translation>
    </message>
    <message>
        <source>The way back to the old version is settled and known to doer and checker.</source>
        <translation>切り戻し方法が確定しており、実施者と再鑑者が理解している。</translation>
    </message>
    <message>
        <source>The mail users have been told (see the notice in this document).</source>
        <translation>メール利用者に周知した（本書の利用者周知文を参照）。</translation>
    </message>
    <message>
        <source>The people and telephone numbers in this document are filled in.</source>
        <translation>本書の体制・連絡先をすべて記入した。</translation>
    </message>
    <message>
        <source>The firewall request for the new ports has been handed in (not needed where no firewall stands between the nodes).</source>
        <translation>新規ポートのファイアウォール申請を提出した（ノード間にファイアウォールがない場合は不要）。</translation>
    </message>
    <message>
        <source>Findings of the checks</source>
        <translation>事前チェックの結果</translation>
    </message>
    <message>
        <source>The checks found nothing to report.</source>
        <translation>事前チェックで報告すべき項目はありませんでした。</translation>
    </message>
    <message>
        <source>State of %1. A warning is ticked when it has been read and accepted.</source>
        <translation>%1 時点の結果です。警告は、内容を確認し、了承欄にチェックしてください。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>指摘事項</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>重要度</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>対処</translation>
    </message>
    <message>
        <source>whole site</source>
        <translation>サイト全体</translation>
    </message>
    <message>
        <source>What mail users will notice</source>
        <translation>メール利用者への影響</translation>
    </message>
    <message>
        <source>While sync is cut, saved and held mail on the slaves can&apos;t be viewed or handled on the admin screen.</source>
        <translation>同期通信の停止中は、スレーブ機の保存メール・保留メールを管理画面で閲覧・操作できません。</translation>
    </message>
    <message>
        <source>While sync is cut, delayed mail can&apos;t be sent from the slaves.</source>
        <translation>同期通信の停止中は、スレーブ機からディレイメールを送信できません。</translation>
    </message>
    <message>
        <source>When sync is back, what piled up flows to the master&apos;s archive directory: traffic rises for a while.</source>
        <translation>同期通信の再開時に、滞留したデータがマスター機のアーカイブディレクトリに流れるため、一時的に通信トラフィックが増大します。</translation>
    </message>
    <message>
        <source>The mail flow through m-FILTER is stopped during the work. Mail waits at the sending side and arrives late.</source>
        <translation>作業中は m-FILTER を経由するメール流通が停止します。メールは送信側で待機し、遅れて届きます。</translation>
    </message>
    <message>
        <source>Settings that are changed on an admin screen while sync is cut are not synced.</source>
        <translation>同期停止中に管理画面で変更した設定は同期されません。</translation>
    </message>
    <message>
        <source>Abort criteria and point of no return</source>
        <translation>中止基準と後戻り不可点</translation>
    </message>
    <message>
        <source>Stop, and do not go on to the next step, when one of these holds:</source>
        <translation>次のいずれかに該当する場合は作業を止め、次の手順に進まないでください。</translation>
    </message>
    <message>
        <source>Point of no return</source>
        <translation>後戻り不可点</translation>
    </message>
    <message>
        <source>No. %1, planned for %2: %3</source>
        <translation>No.%1（予定 %2）: %3</translation>
    </message>
    <message>
        <source>No. %1: %2</source>
        <translation>No.%1&#x3000;%2</translation>
    </message>
    <message>
        <source>No restart was asked for.</source>
        <translation>再起動の要求なし。</translation>
    </message>
    <message>
        <source>Interrupted: it is not known whether it took effect.</source>
        <translation>中断: 反映されたかどうかは不明です。</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>備考: %1</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>サイト</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>バージョンアップ</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>作業方式</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Doer</source>
        <translation>実施者</translation>
    </message>
    <message>
        <source>Checker</source>
        <translation>再鑑者</translation>
    </message>
    <message>
        <source>Plan fingerprint</source>
        <translation>計画の識別値</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>作業記録</translation>
    </message>
    <message>
        <source>Report made</source>
        <translation>報告書作成日時</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>予定</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>手順数</translation>
    </message>
    <message>
        <source>Steps skipped</source>
        <translation>省略した手順</translation>
    </message>
    <message>
        <source>Steps not needed</source>
        <translation>不要だった手順</translation>
    </message>
    <message>
        <source>Temporary changes that still stand</source>
        <translation>残っている一時変更</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>作業内容</translation>
    </message>
    <message>
        <source>Deviations</source>
        <translation>計画との差異</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>手順</translation>
    </message>
    <message>
        <source>Reason or note</source>
        <translation>理由・備考</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>なし。</translation>
    </message>
    <message>
        <source>What stands</source>
        <translation>残っている一時変更</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>変更日時</translation>
    </message>
    <message>
        <source>How to undo it</source>
        <translation>元に戻す方法</translation>
    </message>
    <message>
        <source>As the procedure&apos;s later steps say.</source>
        <translation>以降の手順に従います。</translation>
    </message>
    <message>
        <source>Final checks</source>
        <translation>最終確認</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認項目</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>申告者</translation>
    </message>
    <message>
        <source>As it should be</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>確認できず</translation>
    </message>
    <message>
        <source>Hash chain of the journal</source>
        <translation>作業記録のハッシュチェーン</translation>
    </message>
    <message>
        <source>SHA-256 of record %1</source>
        <translation>記録 %1 の SHA-256</translation>
    </message>
    <message>
        <source>The last line of the file was incomplete (the program ended while it wrote) and is not part of this report.</source>
        <translation>ファイルの最終行は書き込みの途中で終わっているため、この報告書には含めていません。</translation>
    </message>
    <message>
        <source>Work report</source>
        <translation>作業報告書</translation>
    </message>
    <message>
        <source>REHEARSAL</source>
        <translation>リハーサル</translation>
    </message>
    <message>
        <source>Plan fingerprint %1</source>
        <translation>計画の識別値 %1</translation>
    </message>
    <message>
        <source>This machine has no Japanese font.</source>
        <translation>この PC には日本語フォントがありません。</translation>
    </message>
    <message>
        <source>Nothing was written: the document would show boxes in place of its text.</source>
        <translation>何も書き込んでいません。このまま出力すると、文字が四角（豆腐）になります。</translation>
    </message>
    <message>
        <source>Install the package %1 and try again.</source>
        <translation>パッケージ %1 をインストールしてから、やり直してください。</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>表紙</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>A text is longer than the %1 characters that an Excel cell can hold.</source>
        <translation>Excel のセルに入る上限（%1 文字）を超える文字列があります。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>何も書き込んでいません。</translation>
    </message>
    <message>
        <source>Write the document as PDF or HTML instead.</source>
        <translation>PDF または HTML で出力してください。</translation>
    </message>
    <message>
        <source>The Excel file can&apos;t be made: %1</source>
        <translation>Excel ファイルを作成できません: %1</translation>
    </message>
    <message>
        <source>Check the free space for temporary files, or write PDF or HTML.</source>
        <translation>一時ファイル用の空き容量を確認するか、PDF または HTML で出力してください。</translation>
    </message>
    <message>
        <source>See sheet: %1</source>
        <translation>シート「%1」を参照</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>running</source>
        <translation>稼働中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>found: %1</source>
        <translation>検出値: %1</translation>
    </message>
    <message>
        <source>site file</source>
        <translation>サイトファイル</translation>
    </message>
    <message>
        <source>Replica configs as read</source>
        <translation>mf_replica.def の内容（読み取り時点）</translation>
    </message>
    <message>
        <source>mf_replica.def of %1</source>
        <translation>%1 の mf_replica.def</translation>
    </message>
    <message>
        <source>This file was not read. Its ports and its data sync mode are assumed: read it before the work and compare.</source>
        <translation>このファイルは読み取られていません。ポート番号とデータ同期の有効・無効は想定値です。作業前に実機のファイルを確認し、照合してください。</translation>
    </message>
    <message>
        <source>Read from: %1</source>
        <translation>読み取り元: %1</translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation>SHA-256: %1</translation>
    </message>
    <message>
        <source>Encoding of the comments: %1</source>
        <translation>コメントの文字コード: %1</translation>
    </message>
    <message>
        <source>%1 more lines are not printed; the checksum covers them.</source>
        <translation>残り %1 行は印刷を省略しています（チェックサムは全行が対象です）。</translation>
    </message>
    <message>
        <source>Where every value came from</source>
        <translation>各値の出典</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>値の出典</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Data sync enabled</source>
        <translation>データ同期の有効・無効</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>ホスト名</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>OS</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>IP アドレス</translation>
    </message>
    <message>
        <source>Install directory</source>
        <translation>インストールディレクトリ</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Start at boot</source>
        <translation>自動起動</translation>
    </message>
    <message>
        <source>Listening ports</source>
        <translation>待ち受けポート</translation>
    </message>
    <message>
        <source>Firewall</source>
        <translation>ファイアウォール</translation>
    </message>
    <message>
        <source>Files in the queue directory</source>
        <translation>キューディレクトリのファイル数</translation>
    </message>
    <message>
        <source>Clock offset (seconds)</source>
        <translation>時計のずれ（秒）</translation>
    </message>
    <message>
        <source>SHA-256 of the installer</source>
        <translation>インストーラーの SHA-256</translation>
    </message>
    <message>
        <source>Runs systemd</source>
        <translation>systemd の使用</translation>
    </message>
    <message>
        <source>Restart of the machine pending</source>
        <translation>OS の再起動待ち</translation>
    </message>
    <message>
        <source>SMTP</source>
        <translation>SMTP</translation>
    </message>
    <message>
        <source>Queue directory</source>
        <translation>キューディレクトリ</translation>
    </message>
    <message>
        <source>Archive directory</source>
        <translation>アーカイブディレクトリ</translation>
    </message>
    <message>
        <source>Installer</source>
        <translation>インストーラー</translation>
    </message>
    <message>
        <source>Admin screen</source>
        <translation>管理画面</translation>
    </message>
    <message>
        <source>Sources and rules</source>
        <translation>出典と安全規則</translation>
    </message>
    <message>
        <source>This program and this document are not the vendor&apos;s. They follow the vendor&apos;s public FAQ; what stands there counts more. Where this document assumes something, it says so.</source>
        <translation>本ツールおよび本書は、メーカーが提供するものではありません。メーカー公開の FAQ に基づいて作成していますが、FAQ の記載が優先します。想定に基づく箇所には、その旨を記載しています。</translation>
    </message>
    <message>
        <source>Safety rules of the plan</source>
        <translation>計画の安全規則</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Notice to the mail users</source>
        <translation>利用者周知文</translation>
    </message>
    <message>
        <source>A text to copy and adapt.</source>
        <translation>以下の文面は、必要に応じて修正のうえご利用ください。</translation>
    </message>
    <message>
        <source>Subject: Maintenance of the mail system</source>
        <translation>件名: メールシステムのメンテナンスについて</translation>
    </message>
    <message>
        <source>The mail system will be maintained at the following time.</source>
        <translation>下記の日時に、メールシステムのメンテナンスを実施します。</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>開始: %1</translation>
    </message>
    <message>
        <source>Until: %1</source>
        <translation>終了: %1</translation>
    </message>
    <message>
        <source>Mail can be sent and received during the maintenance.</source>
        <translation>メンテナンス中も、メールの送受信は可能です。</translation>
    </message>
    <message>
        <source>Some saved and held mail can&apos;t be viewed or handled meanwhile.</source>
        <translation>メンテナンス中は、一部の保存メール・保留メールの閲覧や操作ができません。</translation>
    </message>
    <message>
        <source>Mail with a send delay may leave later than usual.</source>
        <translation>送信ディレイを設定したメールの送信が、通常より遅れる場合があります。</translation>
    </message>
    <message>
        <source>Mail that is sent or received during the maintenance arrives late.</source>
        <translation>メンテナンス中に送受信されたメールは、配送が遅れます。</translation>
    </message>
    <message>
        <source>The end may be earlier or later, depending on the work.</source>
        <translation>作業の状況により、終了時刻が前後する場合があります。</translation>
    </message>
    <message>
        <source>Contact: ____________________</source>
        <translation>問い合わせ先: ____________________</translation>
    </message>
    <message>
        <source>Appendix %1: %2</source>
        <translation>付録 %1: %2</translation>
    </message>
    <message>
        <source>____-__-__  __:__</source>
        <translation>____年__月__日  __:__</translation>
    </message>
    <message>
        <source>Upgrade runbook</source>
        <translation>バージョンアップ作業手順書</translation>
    </message>
    <message>
        <source>m-FILTER upgrade from %1 to %2 with settings sync</source>
        <translation>m-FILTER 設定同期環境のバージョンアップ（%1 → %2）</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>%1 (by the site file)</source>
        <translation>%1（サイトファイルの値）</translation>
    </message>
    <message>
        <source>source version only</source>
        <translation>現行バージョンのみ</translation>
    </message>
    <message>
        <source>target version only (new)</source>
        <translation>新バージョンのみ（新規）</translation>
    </message>
    <message>
        <source>both versions</source>
        <translation>両バージョン</translation>
    </message>
    <message>
        <source>neither version</source>
        <translation>どちらも不要</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>ノード</translation>
    </message>
    <message>
        <source>Sync addresses</source>
        <translation>同期用アドレス</translation>
    </message>
    <message>
        <source>OS</source>
        <translation>OS</translation>
    </message>
    <message>
        <source>Version now</source>
        <translation>現行バージョン</translation>
    </message>
    <message>
        <source>Takes mail</source>
        <translation>メール中継</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>接続方法</translation>
    </message>
    <message>
        <source>Data sync</source>
        <translation>データ同期</translation>
    </message>
    <message>
        <source>Data sync is OFF: only settings are synced, no mail data piles up while sync is cut.</source>
        <translation>データ同期: 無効。同期されるのは設定のみで、同期通信の停止中にメールデータは滞留しません。</translation>
    </message>
    <message>
        <source>Whether data sync is enabled is not settled for every node. It is treated as ON, which is the careful side.</source>
        <translation>データ同期の有効・無効が確定していないノードがあります。安全側に倒し、有効とみなします。</translation>
    </message>
    <message>
        <source>Sync ports</source>
        <translation>同期ポート</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Carries</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Used since</source>
        <translation>使用開始</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>必要とするバージョン</translation>
    </message>
    <message>
        <source>Where it was read</source>
        <translation>読み取り箇所</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>既定値: %1</translation>
    </message>
    <message>
        <source>Numbers in bold differ from the vendor&apos;s default.</source>
        <translation>太字の番号は、メーカーの既定値と異なります。</translation>
    </message>
    <message>
        <source>An assumed number is the default of FAQ 2578. Confirm it before the work: every port can be changed by the site.</source>
        <translation>「想定」の番号は FAQ 2578 の既定値です。ポート番号はサイトごとに変更可能なため、作業前に確認してください。</translation>
    </message>
    <message>
        <source>Purpose and scope</source>
        <translation>目的と対象範囲</translation>
    </message>
    <message>
        <source>Procedure: %1</source>
        <translation>作業方式: %1</translation>
    </message>
    <message>
        <source>Planned length: %1</source>
        <translation>予定所要時間: %1</translation>
    </message>
    <message>
        <source>How to read this document</source>
        <translation>本書の使い方</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム構成</translation>
    </message>
    <message>
        <source>People and contacts</source>
        <translation>体制と連絡先</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>At hand from - until</source>
        <translation>待機時間帯</translation>
    </message>
    <message>
        <source>Responsible for the work</source>
        <translation>作業責任者</translation>
    </message>
    <message>
        <source>Decides to go on or back</source>
        <translation>続行・中止の判断者</translation>
    </message>
    <message>
        <source>Customer&apos;s contact</source>
        <translation>お客様連絡先</translation>
    </message>
    <message>
        <source>Mail route (relay, load balancer)</source>
        <translation>メール経路（中継、ロードバランサー）</translation>
    </message>
    <message>
        <source>Vendor&apos;s support</source>
        <translation>メーカーのサポート窓口</translation>
    </message>
    <message>
        <source>open</source>
        <translation>疎通あり</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>遮断</translation>
    </message>
    <message>
        <source>not probed</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>service stopped</source>
        <translation>サービス停止中</translation>
    </message>
    <message>
        <source>The ending of %1 names no format that can be written.</source>
        <translation>%1 のファイル名の拡張子では、出力形式を判別できません。</translation>
    </message>
    <message>
        <source>Use a file name that ends in .pdf, .html or .xlsx.</source>
        <translation>ファイル名の末尾を .pdf、.html、.xlsx のいずれかにしてください。</translation>
    </message>
    <message>
        <source>Start of the work</source>
        <translation>作業開始</translation>
    </message>
    <message>
        <source>Latest end</source>
        <translation>終了期限</translation>
    </message>
    <message>
        <source>Document ID</source>
        <translation>文書 ID</translation>
    </message>
    <message>
        <source>Version of this document</source>
        <translation>文書の版</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Date:</source>
        <translation>日付:</translation>
    </message>
    <message>
        <source>Revision history</source>
        <translation>改訂履歴</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>改訂内容</translation>
    </message>
    <message>
        <source>By</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>First edition</source>
        <translation>初版</translation>
    </message>
    <message>
        <source>Made with Replica Upgrade Wizard %1, which is not a product of the vendor.</source>
        <translation>本書は Replica Upgrade Wizard %1（以下「本ツール」）で作成しました。本ツールはメーカーの製品ではありません。</translation>
    </message>
    <message>
        <source>Only if No. %1 did not show the expected result.</source>
        <translation>No.%1 で期待結果を確認できなかった場合のみ実施します。</translation>
    </message>
    <message>
        <source>Then back to No. %1.</source>
        <translation>その後、No.%1 に戻ります。</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>事前条件: %1</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>理由: %1</translation>
    </message>
    <message>
        <source>Required by: %1</source>
        <translation>根拠: %1</translation>
    </message>
    <message>
        <source>By word</source>
        <translation>申告</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Expected result</source>
        <translation>期待結果</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>切り戻し</translation>
    </message>
    <message>
        <source>Way back to the old version</source>
        <translation>旧バージョンへの切り戻し方法</translation>
    </message>
    <message>
        <source>(to be filled in before the work; the site file names none)</source>
        <translation>（作業前に記入してください。サイトファイルに記載がありません）</translation>
    </message>
    <message>
        <source>Rollback steps</source>
        <translation>切り戻し手順</translation>
    </message>
    <message>
        <source>Undoes No.</source>
        <translation>対象 No.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>元に戻す: %1</translation>
    </message>
    <message>
        <source>Point of no return (No. %1). The rows below are enough where it was not passed.</source>
        <translation>後戻り不可点（No.%1）。ここを通過していない場合は、以下の行のみで元に戻せます。</translation>
    </message>
    <message>
        <source>The service on %1 is running.</source>
        <translation>%1 のサービスが稼働している。</translation>
    </message>
    <message>
        <source>The service on %1 is stopped.</source>
        <translation>%1 のサービスが停止している。</translation>
    </message>
    <message>
        <source>The copy of mf_replica.def on %1 has the same content as the file.</source>
        <translation>%1 の mf_replica.def の控えが、元のファイルと同じ内容である。</translation>
    </message>
    <message>
        <source>The block of %1 stands.</source>
        <translation>%1 の遮断が有効である。</translation>
    </message>
    <message>
        <source>The block on %1 stands for the ports %2.</source>
        <translation>%1 で、ポート %2 の遮断が有効である。</translation>
    </message>
    <message>
        <source>From %1, none of the ports %3 on %2 answers (each says &quot;filtered&quot;).</source>
        <translation>%1 からの接続に、%2 のポート %3 がいずれも応答しない（すべて「filtered」と表示される）。</translation>
    </message>
    <message>
        <source>From %1, nothing answers on %2: no sync port (%3) and no other.</source>
        <translation>%1 からの接続に、%2 が一切応答しない（同期ポート %3 も、それ以外も）。</translation>
    </message>
    <message>
        <source>The version on %1 is %2.</source>
        <translation>%1 のバージョンが %2 である。</translation>
    </message>
    <message>
        <source>Every node that takes part has the version %1.</source>
        <translation>作業対象の全ノードのバージョンが %1 である。</translation>
    </message>
    <message>
        <source>The installer on %1 has ended and reported success.</source>
        <translation>%1 のインストーラーが終了し、成功と表示された。</translation>
    </message>
    <message>
        <source>Settings sync is disabled on %1.</source>
        <translation>%1 の設定同期が無効になっている。</translation>
    </message>
    <message>
        <source>Settings sync is enabled on %1.</source>
        <translation>%1 の設定同期が有効になっている。</translation>
    </message>
    <message>
        <source>In the queue directory of %1 no file is older than the return of sync.</source>
        <translation>%1 のキューディレクトリに、同期再開より前のファイルが残っていない。</translation>
    </message>
    <message>
        <source>The disk of the queue directory on %1 has room for what still piles up.</source>
        <translation>%1 のキューディレクトリのディスクに、今後の最大必要量を上回る空きがある。</translation>
    </message>
    <message>
        <source>The admin screen of %1 asks for no restart.</source>
        <translation>%1 の管理画面で再起動が要求されていない。</translation>
    </message>
    <message>
        <source>The Windows firewall is on in every profile of %1.</source>
        <translation>%1 の Windows ファイアウォールが、すべてのプロファイルで有効である。</translation>
    </message>
    <message>
        <source>its address is not entered</source>
        <translation>URL 未入力</translation>
    </message>
    <message>
        <source>The installer: %1</source>
        <translation>インストーラー: %1</translation>
    </message>
    <message>
        <source>No way back to the old version was entered. The vendor documents none that this program knows: settle it before the work starts.</source>
        <translation>旧バージョンへの切り戻し方法が入力されていません。本ツールが把握しているメーカー公開の手順はありません。作業開始前に決めてください。</translation>
    </message>
    <message>
        <source>%1 (assumed; enter your own figure)</source>
        <translation>%1（想定値。実際の値を入力してください）</translation>
    </message>
    <message>
        <source>Mail at the time of the work, all nodes together</source>
        <translation>作業時間帯のメール量（全ノード合計）</translation>
    </message>
    <message>
        <source>%1 mails per hour</source>
        <translation>1 時間あたり %1 通</translation>
    </message>
    <message>
        <source>Mean size of a mail in the queue</source>
        <translation>キュー内のメールの平均サイズ</translation>
    </message>
    <message>
        <source>Share of the mail that is saved or held</source>
        <translation>保存・保留されるメールの割合</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Sync is cut for</source>
        <translation>同期停止の時間</translation>
    </message>
    <message>
        <source>%1, as the time chart has it</source>
        <translation>%1（タイムチャートによる）</translation>
    </message>
    <message>
        <source>Spread over the mail nodes (%1)</source>
        <translation>メール中継ノードへの配分（%1 台）</translation>
    </message>
    <message>
        <source>even (assumed)</source>
        <translation>均等（想定）</translation>
    </message>
    <message>
        <source>half of the expected mail</source>
        <translation>見込みのメール量の半分</translation>
    </message>
    <message>
        <source>twice the expected mail, with one mail node out of service all the time</source>
        <translation>見込みのメール量の 2 倍、かつメール中継ノードが常に 1 台停止している場合</translation>
    </message>
    <message>
        <source>Copy mf_replica.def on %1</source>
        <translation>%1 の mf_replica.def の控えを作成</translation>
    </message>
    <message>
        <source>Run the command: it copies the file beside itself and compares both.</source>
        <translation>コマンドを実行します。同じ場所に控えを作成し、内容を比較します。</translation>
    </message>
    <message>
        <source>Copy &lt;install dir&gt;/conf/mf_replica.def on %1 to a safe place and compare both.</source>
        <translation>%1 の &lt;インストールディレクトリ&gt;/conf/mf_replica.def を安全な場所にコピーし、内容が同じことを確認します。</translation>
    </message>
    <message>
        <source>Run the command on %1 and keep what it prints. The ports: %2.</source>
        <translation>%1 でコマンドを実行し、表示結果を控えます。対象ポート: %2</translation>
    </message>
    <message>
        <source>Try the sync ports from %1 to every other node and keep the result. The ports: %2.</source>
        <translation>%1 からほかの全ノードの同期ポートへの接続を試し、結果を控えます。対象ポート: %2</translation>
    </message>
    <message>
        <source>Check the mail flow of all mail nodes</source>
        <translation>全メール中継ノードのメール流通を確認</translation>
    </message>
    <message>
        <source>Check that %1 answers on SMTP</source>
        <translation>%1 の SMTP 応答を確認</translation>
    </message>
    <message>
        <source>What works before the work must work after it.</source>
        <translation>作業前に正常だった動作が、作業後も正常であることを確かめるためです。</translation>
    </message>
    <message>
        <source>Connect to the SMTP port and look for the greeting (220). If you like, send a test mail.</source>
        <translation>SMTP ポートに接続し、応答メッセージ（220）を確認します。必要に応じてテストメールを送ります。</translation>
    </message>
    <message>
        <source>Stop the mail flow to all m-FILTER servers</source>
        <translation>全 m-FILTER サーバーへのメール流通を停止</translation>
    </message>
    <message>
        <source>The FAQ asks for it before the services are stopped. Mail waits at the sending side meanwhile.</source>
        <translation>FAQ では、サービスを停止する前にメール流通を止めるよう求めています。その間、メールは送信側で待機します。</translation>
    </message>
    <message>
        <source>Ask whoever runs the mail route in front (relay, load balancer, firewall) to stop sending mail to %1, and wait until no mail is in progress.</source>
        <translation>前段のメール経路（中継サーバー、ロードバランサー、ファイアウォール）の担当者に %1 への配送の停止を依頼し、処理中のメールがなくなるまで待ちます。</translation>
    </message>
    <message>
        <source>Resume the mail flow</source>
        <translation>メール流通の再開</translation>
    </message>
    <message>
        <source>All nodes have the new version and sync works again.</source>
        <translation>全ノードが新バージョンになり、同期も再開したためです。</translation>
    </message>
    <message>
        <source>Ask whoever runs the mail route in front to send mail to %1 again.</source>
        <translation>前段のメール経路の担当者に、%1 への配送の再開を依頼します。</translation>
    </message>
    <message>
        <source>Take %1 out of the mail route</source>
        <translation>%1 のメール経路からの切り離し</translation>
    </message>
    <message>
        <source>While its service is stopped, the other mail nodes must take the mail: %1.</source>
        <translation>サービスの停止中は、ほかのメール中継ノードがメールを中継する必要があります: %1</translation>
    </message>
    <message>
        <source>Route no new mail to %1 (load balancer, MX, relay), see that another mail node takes it, and wait until no mail is in progress on %1.</source>
        <translation>%1 に新しいメールが流れないようにし（ロードバランサー、MX、中継サーバー）、別のメール中継ノードが中継していることを確認して、%1 で処理中のメールがなくなるまで待ちます。</translation>
    </message>
    <message>
        <source>Return %1 to the mail route</source>
        <translation>%1 をメール経路に復帰</translation>
    </message>
    <message>
        <source>Only one mail node at a time may be out of service.</source>
        <translation>同時に停止できるメール中継ノードは 1 台だけです。</translation>
    </message>
    <message>
        <source>Route mail to %1 again as before the work.</source>
        <translation>作業前と同じように、%1 へメールが流れるようにします。</translation>
    </message>
    <message>
        <source>Switch off start at boot on %1</source>
        <translation>%1 の自動起動を無効化</translation>
    </message>
    <message>
        <source>If an installer restarts the machine, the service must not start before its config was read again.</source>
        <translation>インストーラーがノードを再起動した場合に、設定ファイルを読み直す前にサービスが起動しないようにします。</translation>
    </message>
    <message>
        <source>Run the command.</source>
        <translation>コマンドを実行します。</translation>
    </message>
    <message>
        <source>Set the m-FILTER service on %1 so that it does not start when the machine starts.</source>
        <translation>%1 の m-FILTER サービスを、ノードの起動時に自動起動しない設定にします。</translation>
    </message>
    <message>
        <source>Switch start at boot on again on %1</source>
        <translation>%1 の自動起動を有効に戻す</translation>
    </message>
    <message>
        <source>It was switched off for the work only.</source>
        <translation>作業中だけ無効にしていたためです。</translation>
    </message>
    <message>
        <source>Set the m-FILTER service on %1 so that it starts with the machine again.</source>
        <translation>%1 の m-FILTER サービスを、ノードの起動時に自動起動する設定に戻します。</translation>
    </message>
    <message>
        <source>Disable settings sync on %1</source>
        <translation>%1 の設定同期を無効化</translation>
    </message>
    <message>
        <source>Settings sync between different versions is not supported. With data sync disabled it may be disabled for the time being.</source>
        <translation>異なるバージョン間の設定同期はサポートされていません。データ同期が無効の場合は、設定同期を一時的に無効にできます。</translation>
    </message>
    <message>
        <source>Disable settings sync on %1 as the vendor&apos;s FAQ 4105 tells (https://www.pa-solution.net/daj/bs/faq/Detail.aspx?id=4105). Its text is not part of this document: keep a printout at hand.</source>
        <translation>メーカーの FAQ 4105（https://www.pa-solution.net/daj/bs/faq/Detail.aspx?id=4105）に従って、%1 の設定同期を無効にします。FAQ の本文は本書に含まれていませんので、印刷して手元に用意してください。</translation>
    </message>
    <message>
        <source>Enable settings sync on %1 again</source>
        <translation>%1 の設定同期を有効に戻す</translation>
    </message>
    <message>
        <source>Every node has the same version now.</source>
        <translation>全ノードのバージョンがそろったためです。</translation>
    </message>
    <message>
        <source>Enable settings sync on %1 again: undo what was done by the vendor&apos;s FAQ 4105.</source>
        <translation>メーカーの FAQ 4105 に従って行った変更を元に戻し、%1 の設定同期を有効にします。</translation>
    </message>
    <message>
        <source>Have all IP traffic between the m-FILTER servers blocked</source>
        <translation>m-FILTER ノード間の IP 通信の遮断を依頼</translation>
    </message>
    <message>
        <source>Settings sync between different versions is not supported, so the servers must not reach each other during the work.</source>
        <translation>異なるバージョン間の設定同期はサポートされていません。そのため、作業中はノード同士が通信できないようにします。</translation>
    </message>
    <message>
        <source>Ask whoever runs the firewall between the servers to drop all IP traffic, in both directions, between: %1. This also cuts whatever else runs between them: the heartbeat of a virtual IP, mail relay from node to node, SSH from node to node.</source>
        <translation>ノード間のファイアウォール担当者に、次のノード間の IP 通信を双方向とも破棄（drop）するよう依頼します: %1。仮想 IP のハートビート、ノード間のメール中継や SSH など、ノード間のほかの通信も遮断されます。</translation>
    </message>
    <message>
        <source>Block the sync ports on %1</source>
        <translation>%1 の同期ポートを遮断</translation>
    </message>
    <message>
        <source>Settings sync between different versions is not supported. The block is put on and proved while the services run, and it survives a reboot.</source>
        <translation>異なるバージョン間の設定同期はサポートされていません。遮断はサービスの稼働中に設定して確認します。ノードを再起動しても維持されます。</translation>
    </message>
    <message>
        <source>Block the TCP ports %1 on %2, in and out, so that the block survives a reboot.</source>
        <translation>%2 で TCP ポート %1 の送受信を、ノードの再起動後も維持される方法で遮断します。</translation>
    </message>
    <message>
        <source>Prove the block from %1</source>
        <translation>%1 からの遮断確認</translation>
    </message>
    <message>
        <source>Try the ports %1 from %2 to every other node: none may answer or refuse.</source>
        <translation>%2 からほかの全ノードのポート %1 への接続を試し、応答も拒否もないことを確認します。</translation>
    </message>
    <message>
        <source>Extend the block on %1 by the new ports</source>
        <translation>%1 の遮断に新しいポートを追加</translation>
    </message>
    <message>
        <source>Have the IP traffic between the servers let through again</source>
        <translation>ノード間の IP 通信の遮断解除を依頼</translation>
    </message>
    <message>
        <source>Ask whoever runs the firewall between the servers to let the IP traffic through again between: %1.</source>
        <translation>ノード間のファイアウォール担当者に、次のノード間の IP 通信の遮断を解除するよう依頼します: %1</translation>
    </message>
    <message>
        <source>Lift the block on %1</source>
        <translation>%1 の遮断を解除</translation>
    </message>
    <message>
        <source>Have the block of %1 lifted: %2.</source>
        <translation>%1 の遮断を解除します: %2</translation>
    </message>
    <message>
        <source>Stop the service on %1</source>
        <translation>%1 のサービスを停止</translation>
    </message>
    <message>
        <source>The installer runs on a stopped service.</source>
        <translation>インストーラーは、サービスを停止した状態で実行します。</translation>
    </message>
    <message>
        <source>Run the command, then look at the state.</source>
        <translation>コマンドを実行し、状態を確認します。</translation>
    </message>
    <message>
        <source>Stop the m-FILTER service on %1 in the way your site uses.</source>
        <translation>%1 の m-FILTER サービスを、サイト所定の手順で停止します。</translation>
    </message>
    <message>
        <source>Upgrade %1 to %2 with the installer</source>
        <translation>インストーラーで %1 を %2 にバージョンアップ</translation>
    </message>
    <message>
        <source>Run the command and wait until it has ended.</source>
        <translation>コマンドを実行し、終了するまで待ちます。</translation>
    </message>
    <message>
        <source>Run the vendor&apos;s installer for %1 on %2 and wait until it has ended. Write down what it reports.</source>
        <translation>%2 で %1 のインストーラーを実行し、終了するまで待ちます。表示された結果を控えます。</translation>
    </message>
    <message>
        <source>See that the service on %1 is stopped; if it runs, stop it</source>
        <translation>%1 のサービスの停止を確認し、稼働していれば停止</translation>
    </message>
    <message>
        <source>In some environments the installer starts the service by itself, says the FAQ.</source>
        <translation>環境によってはインストーラーがサービスを自動的に起動すると、FAQ に記載されています。</translation>
    </message>
    <message>
        <source>Run the command: it may be run on a stopped service too.</source>
        <translation>コマンドを実行します。サービスが停止している状態で実行しても問題ありません。</translation>
    </message>
    <message>
        <source>Look whether the m-FILTER service on %1 runs. If it does, stop it. See that start at boot is still off.</source>
        <translation>%1 の m-FILTER サービスが稼働していないか確認し、稼働していれば停止します。自動起動が無効のままであることも確認します。</translation>
    </message>
    <message>
        <source>Read the version of %1</source>
        <translation>%1 のバージョンを確認</translation>
    </message>
    <message>
        <source>An installer&apos;s word is not enough: the version is read from the node.</source>
        <translation>インストーラーの表示だけでは判断せず、ノードからバージョンを読み取ります。</translation>
    </message>
    <message>
        <source>Run the command and compare with %1.</source>
        <translation>コマンドを実行し、%1 と一致することを確認します。</translation>
    </message>
    <message>
        <source>Read the version of m-FILTER on %1 in the way your site uses, and compare with %2.</source>
        <translation>%1 の m-FILTER のバージョンをサイト所定の手順で確認し、%2 と一致することを確かめます。</translation>
    </message>
    <message>
        <source>Read mf_replica.def on %1 again</source>
        <translation>%1 の mf_replica.def を再確認</translation>
    </message>
    <message>
        <source>The installer may have rewritten the file: new keys, other ports, another mode.</source>
        <translation>インストーラーがファイルを書き換え、キーの追加やポート番号、同期方式の変更が生じている場合があります。</translation>
    </message>
    <message>
        <source>Start the service on %1</source>
        <translation>%1 のサービスを起動</translation>
    </message>
    <message>
        <source>The version is right and the config was read again.</source>
        <translation>バージョンと設定ファイルを確認し終えたためです。</translation>
    </message>
    <message>
        <source>Run the command (if the service does not run already), then look at the state.</source>
        <translation>コマンドを実行し（すでに稼働している場合は不要）、状態を確認します。</translation>
    </message>
    <message>
        <source>Start the m-FILTER service on %1 in the way your site uses.</source>
        <translation>%1 の m-FILTER サービスを、サイト所定の手順で起動します。</translation>
    </message>
    <message>
        <source>Restart the service on %1 (only where asked)</source>
        <translation>%1 のサービスを再起動（要求された場合のみ）</translation>
    </message>
    <message>
        <source>The sync at start-up may raise the restart flag on a slave.</source>
        <translation>起動時の同期処理により、スレーブ機に再起動フラグが立つ場合があります。</translation>
    </message>
    <message>
        <source>Restart the m-FILTER service on %1 in the way your site uses.</source>
        <translation>%1 の m-FILTER サービスを、サイト所定の手順で再起動します。</translation>
    </message>
    <message>
        <source>Look for the restart flag on %1</source>
        <translation>%1 の再起動フラグを確認</translation>
    </message>
    <message>
        <source>Open the admin screen of %1 (%2) and see whether it asks for a restart.</source>
        <translation>%1 の管理画面（%2）を開き、再起動が要求されていないか確認します。</translation>
    </message>
    <message>
        <source>Check the sync between %1 and the master</source>
        <translation>%1 とマスター機の同期を確認</translation>
    </message>
    <message>
        <source>The work is done only when what was cut works again.</source>
        <translation>停止していた同期が元どおりに動いて初めて、作業完了です。</translation>
    </message>
    <message>
        <source>See that %1 receives the master&apos;s settings again.</source>
        <translation>マスター機の設定が再び %1 に届くことを確認します。</translation>
    </message>
    <message>
        <source>Look at the queue directories of the slaves</source>
        <translation>スレーブ機のキューディレクトリを確認</translation>
    </message>
    <message>
        <source>Wait until the queue of %1 is drained</source>
        <translation>%1 のキューの滞留が解消するまで待機</translation>
    </message>
    <message>
        <source>While sync is cut, saved and held mail piles up there. The disk must have room.</source>
        <translation>同期通信の停止中は、保存メール・保留メールが滞留します。ディスクの空き容量が必要です。</translation>
    </message>
    <message>
        <source>What piled up flows to the master&apos;s archive directory now, so the traffic rises. The next node waits until this one has drained.</source>
        <translation>滞留していたメールがマスター機のアーカイブディレクトリへ流れるため、通信トラフィックが増大します。このノードの滞留が解消するまで、ほかのノードには進みません。</translation>
    </message>
    <message>
        <source>Run the command again until the expected result shows.</source>
        <translation>期待結果になるまで、コマンドを繰り返し実行します。</translation>
    </message>
    <message>
        <source>Look at the size of the queue directories of %1 and at the free disk.</source>
        <translation>%1 のキューディレクトリのサイズと、ディスクの空き容量を確認します。</translation>
    </message>
    <message>
        <source>Watch the queue directory of %1 until no file is older than the return of sync.</source>
        <translation>%1 のキューディレクトリに、同期再開より前のファイルがなくなるまで確認を続けます。</translation>
    </message>
    <message>
        <source>The major version changes: have the vendor&apos;s own notes on that been read, and is the new install directory known?</source>
        <translation>メジャーバージョンが変わります。これに関するメーカーの案内を確認し、新しいインストールディレクトリを把握していますか。</translation>
    </message>
    <message>
        <source>Release notes read</source>
        <translation>リリースノートの確認</translation>
    </message>
    <message>
        <source>The vendor&apos;s notes may ask for more than this procedure does.</source>
        <translation>メーカーの案内で、この作業方式にない作業が求められている場合があります。</translation>
    </message>
    <message>
        <source>Way back known</source>
        <translation>切り戻し方法の共有</translation>
    </message>
    <message>
        <source>After the first installer run the only way back is the one that was settled beforehand.</source>
        <translation>最初のインストーラー実行後は、事前に決めた方法でしか切り戻せません。</translation>
    </message>
    <message>
        <source>Is it settled and known to everybody here how to go back to the old version?</source>
        <translation>旧バージョンへの切り戻し方法が決まっていて、関係者全員が把握していますか。</translation>
    </message>
    <message>
        <source>Is this way back to the old version known to everybody here and ready to be used? %1</source>
        <translation>次の切り戻し方法を関係者全員が把握し、すぐに使える状態になっていますか。 %1</translation>
    </message>
    <message>
        <source>No changes on the admin screens</source>
        <translation>管理画面での設定変更の禁止</translation>
    </message>
    <message>
        <source>While sync is cut, what is changed on one node is not synced to the others.</source>
        <translation>同期停止中は、どのノードで変更した設定も、ほかのノードへ同期されません。</translation>
    </message>
    <message>
        <source>Users of saved and held mail informed</source>
        <translation>保存メール・保留メールの利用者への周知</translation>
    </message>
    <message>
        <source>While sync is cut, saved and held mail on the slaves can&apos;t be viewed or handled, and delayed mail can&apos;t be sent from there.</source>
        <translation>同期通信の停止中は、スレーブ機にある保存メール・保留メールの閲覧や操作、ディレイメールの送信ができません。</translation>
    </message>
    <message>
        <source>The block is a request to whoever runs the firewall between the servers. Servers in one segment may have none between them: then this procedure can&apos;t be used.</source>
        <translation>この遮断は、ノード間のファイアウォール担当者に依頼する作業です。ノードが同一セグメントにあって間にファイアウォールがない場合、この作業方式は使えません。</translation>
    </message>
    <message>
        <source>Decide: go on or stop here</source>
        <translation>続行・中止の判断</translation>
    </message>
    <message>
        <source>Up to here everything can be undone. From the next installer run until all nodes have the same version, the isolation has to stay.</source>
        <translation>ここまでの変更はすべて元に戻せます。次のインストーラー実行から全ノードのバージョンがそろうまでは、同期停止を解除できません。</translation>
    </message>
    <message>
        <source>Is the mail flow to all m-FILTER servers stopped?</source>
        <translation>すべての m-FILTER サーバーへのメール流通が止まっていますか。</translation>
    </message>
    <message>
        <source>Disable settings sync on %1 again (only if the installer enabled it)</source>
        <translation>%1 の設定同期を再度無効化（インストーラーが有効に戻した場合のみ）</translation>
    </message>
    <message>
        <source>Is every difference in mf_replica.def on %1 understood and as intended?</source>
        <translation>%1 の mf_replica.def の差分は、すべて内容を把握し、意図どおりであることを確認しましたか。</translation>
    </message>
    <message>
        <source>Does no new mail reach %1 any more, and does another mail node take it?</source>
        <translation>%1 に新しいメールが届かなくなり、別のメール中継ノードが中継していますか。</translation>
    </message>
    <message>
        <source>Does mail reach %1 again?</source>
        <translation>%1 に再びメールが届いていますか。</translation>
    </message>
    <message>
        <source>Does mail reach the m-FILTER servers again?</source>
        <translation>m-FILTER サーバーに再びメールが届いていますか。</translation>
    </message>
    <message>
        <source>Do the master&apos;s settings reach %1 again?</source>
        <translation>マスター機の設定が再び %1 に同期されていますか。</translation>
    </message>
    <message>
        <source>New sync ports let through</source>
        <translation>新しい同期ポートの通信許可を確認</translation>
    </message>
    <message>
        <source>%1 uses sync ports that %2 did not know. Where a firewall of the site does not let them through, that data never syncs.</source>
        <translation>%1 では、%2 にはなかった同期ポートを使います。サイトのファイアウォールで許可されていないと、そのデータは同期されません。</translation>
    </message>
    <message>
        <source>Final state</source>
        <translation>最終状態の確認</translation>
    </message>
    <message>
        <source>The work ends with nothing left over from it.</source>
        <translation>作業による一時変更を残さずに終えるためです。</translation>
    </message>
    <message>
        <source>Do the admin screens of all nodes show the version %1 and no error?</source>
        <translation>全ノードの管理画面でバージョン %1 が表示され、エラーが出ていないことを確認しましたか。</translation>
    </message>
    <message>
        <source>The procedure &quot;%1&quot; is refused for this site.</source>
        <translation>このサイトでは、作業方式「%1」を選択できません。</translation>
    </message>
    <message>
        <source>No plan was made, and nothing was changed.</source>
        <translation>計画は作成していません。何も変更していません。</translation>
    </message>
    <message>
        <source>Settle what stands below, or choose another procedure.</source>
        <translation>次の項目を解消するか、別の作業方式を選んでください。</translation>
    </message>
    <message>
        <source>The plan that was made would break a safety rule.</source>
        <translation>作成された計画が安全規則に反しています。</translation>
    </message>
    <message>
        <source>It is not handed out, and nothing was changed.</source>
        <translation>この計画は使用できないようにしました。何も変更していません。</translation>
    </message>
    <message>
        <source>This is a fault of the program: report it with the site file (it holds no secrets).</source>
        <translation>プログラムの不具合です。サイトファイルを添えて報告してください（秘密情報は含まれていません）。</translation>
    </message>
    <message>
        <source>This is a fault of the plan: do not use it.</source>
        <translation>計画の不備です。使用しないでください。</translation>
    </message>
    <message>
        <source>Settings sync would be disabled although data sync is not known to be off.</source>
        <translation>データ同期が無効と確認できていないのに、設定同期を無効にする計画になっています。</translation>
    </message>
    <message>
        <source>A service would be stopped before the mail flow is.</source>
        <translation>メール流通を止める前にサービスを停止する計画になっています。</translation>
    </message>
    <message>
        <source>A mail node would be taken out although nobody saw another one answer.</source>
        <translation>別のメール中継ノードの応答を確認せずに、メール中継ノードを切り離す計画になっています。</translation>
    </message>
    <message>
        <source>A mail node would go out of service while mail is routed there.</source>
        <translation>メールが流れているままメール中継ノードを停止する計画になっています。</translation>
    </message>
    <message>
        <source>A step changes something and nothing is observed afterwards.</source>
        <translation>変更を行うのに、結果を確認しない手順があります。</translation>
    </message>
    <message>
        <source>Only the operator can see the result, and the step is not marked so.</source>
        <translation>結果を確認できるのが実施者だけなのに、その旨の印がありません。</translation>
    </message>
    <message>
        <source>The point of no return is not at the first installer run.</source>
        <translation>後戻り不可点が、最初のインストーラー実行に置かれていません。</translation>
    </message>
    <message>
        <source>The versions before the first installer run are not the source version.</source>
        <translation>最初のインストーラー実行前のバージョンが、現行バージョンになっていません。</translation>
    </message>
    <message>
        <source>The installer would run while the service may be running.</source>
        <translation>サービスが稼働している可能性のある状態で、インストーラーを実行する計画になっています。</translation>
    </message>
    <message>
        <source>The installer would run while start at boot may be on.</source>
        <translation>自動起動が有効な可能性のある状態で、インストーラーを実行する計画になっています。</translation>
    </message>
    <message>
        <source>The installer would run without a copy of the config.</source>
        <translation>設定ファイルの控えを取らずに、インストーラーを実行する計画になっています。</translation>
    </message>
    <message>
        <source>The installer would run on %1 while the service of %2 may be running.</source>
        <translation>%2 のサービスが稼働している可能性のある状態で、%1 のインストーラーを実行する計画になっています。</translation>
    </message>
    <message>
        <source>Before the installer runs on %1 nobody looks whether %2 is stopped.</source>
        <translation>%1 のインストーラー実行前に、%2 の停止を確認していません。</translation>
    </message>
    <message>
        <source>The installer would run although the block does not stand on %1.</source>
        <translation>%1 の遮断が有効でないまま、インストーラーを実行する計画になっています。</translation>
    </message>
    <message>
        <source>The installer would run although the block was not proved from %1.</source>
        <translation>%1 から遮断を確認しないまま、インストーラーを実行する計画になっています。</translation>
    </message>
    <message>
        <source>Before the installer runs on %1 nobody looks whether the block of %2 stands.</source>
        <translation>%1 のインストーラー実行前に、%2 の遮断が有効か確認していません。</translation>
    </message>
    <message>
        <source>Two mail nodes would be out of service at a time.</source>
        <translation>同時に 2 台のメール中継ノードが停止する計画になっています。</translation>
    </message>
    <message>
        <source>The service would start although its version was not read.</source>
        <translation>バージョンを確認しないまま、サービスを起動する計画になっています。</translation>
    </message>
    <message>
        <source>The service would start although its config was not read again after the installer.</source>
        <translation>インストーラー実行後に設定ファイルを読み直さないまま、サービスを起動する計画になっています。</translation>
    </message>
    <message>
        <source>The service would start although nobody looks whether all versions are the same.</source>
        <translation>全ノードのバージョンがそろったことを確認しないまま、サービスを起動する計画になっています。</translation>
    </message>
    <message>
        <source>The master would start before %1 was seen running.</source>
        <translation>%1 の起動を確認する前に、マスター機を起動する計画になっています。</translation>
    </message>
    <message>
        <source>The isolation would be lifted before every node has the target version.</source>
        <translation>全ノードが新バージョンになる前に、同期停止を解除する計画になっています。</translation>
    </message>
    <message>
        <source>The isolation would be lifted although nobody looks whether all versions are the same.</source>
        <translation>全ノードのバージョンがそろったことを確認しないまま、同期停止を解除する計画になっています。</translation>
    </message>
    <message>
        <source>A slave&apos;s block would be lifted before the master&apos;s.</source>
        <translation>マスター機より先にスレーブ機の遮断を解除する計画になっています。</translation>
    </message>
    <message>
        <source>The next block would be lifted before the queue of %1 is drained.</source>
        <translation>%1 のキューの滞留が解消する前に、次の遮断を解除する計画になっています。</translation>
    </message>
    <message>
        <source>A sync path between %1 and %2 may be open while their versions may differ.</source>
        <translation>バージョンが異なる可能性のある %1 と %2 の間で、同期経路が開くおそれがあります。</translation>
    </message>
    <message>
        <source>At the end these changes would still stand: %1.</source>
        <translation>終了時に次の一時変更が残る計画になっています: %1</translation>
    </message>
    <message>
        <source>At the end not every node has the target version.</source>
        <translation>終了時に、全ノードが新バージョンになっていません。</translation>
    </message>
    <message>
        <source>At the end %1 would not be as it was before the work.</source>
        <translation>終了時に、%1 が作業前の状態に戻っていません。</translation>
    </message>
    <message>
        <source>Nobody looks for the restart flag on %1.</source>
        <translation>%1 の再起動フラグを確認していません。</translation>
    </message>
    <message>
        <source>Nobody looks whether sync works again on %1.</source>
        <translation>%1 の同期の再開を確認していません。</translation>
    </message>
    <message>
        <source>Nobody looks whether the queue of %1 is drained.</source>
        <translation>%1 のキューの滞留が解消したことを確認していません。</translation>
    </message>
    <message>
        <source>No action opens a sync path between two nodes whose versions differ, or may differ.</source>
        <translation>バージョンが異なる（またはその可能性がある）ノードの間で、同期経路を開かない。</translation>
    </message>
    <message>
        <source>With data sync ON, or not known to be OFF, settings sync is never disabled.</source>
        <translation>データ同期が有効な場合（無効と確認できない場合を含む）、設定同期を決して無効にしない。</translation>
    </message>
    <message>
        <source>With mail flow stopped: from the first installer run until all nodes have the target version, a service that an installer has started is stopped before the next node is touched.</source>
        <translation>メール流通を止める場合、最初のインストーラー実行から全ノードが新バージョンになるまで、インストーラーが起動したサービスは次のノードの作業前に停止する。</translation>
    </message>
    <message>
        <source>With mail flowing: one mail node at a time is out of service, and only when another one has just answered on SMTP.</source>
        <translation>メール流通を止めない場合、停止するメール中継ノードは同時に 1 台までとし、別のノードが直前に SMTP で応答したときに限る。</translation>
    </message>
    <message>
        <source>With mail flow stopped: every slave is seen running before the master starts.</source>
        <translation>メール流通を止める場合、全スレーブ機の起動を確認してからマスター機を起動する。</translation>
    </message>
    <message>
        <source>Every temporary change stands in a ledger, and the work is done only when the ledger is empty.</source>
        <translation>一時変更はすべて一覧に記録し、一覧が空になって初めて作業完了とする。</translation>
    </message>
    <message>
        <source>After the first installer run the isolation stays until every node that takes part has the same version, read from the node.</source>
        <translation>最初のインストーラー実行後は、作業対象の全ノードのバージョンがそろったことをノードから読み取るまで、同期停止を解除しない。</translation>
    </message>
    <message>
        <source>No secret reaches a file, a log, a command line, the journal, paper or an error message.</source>
        <translation>秘密情報を、ファイル、ログ、コマンドライン、作業記録、紙、エラーメッセージに出さない。</translation>
    </message>
    <message>
        <source>Before each action the facts it rests on are looked at again; a difference stops the work.</source>
        <translation>操作の前に、その前提となる事実を確認し直す。相違があれば作業を止める。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 does not have the same port everywhere: %2.</source>
        <translation>%1 のポート番号が統一されていません: %2。</translation>
    </message>
    <message>
        <source>Find out which number is in use, make it the same on every node before the work starts, and read the configs again.</source>
        <translation>実際に使用しているポート番号を確認し、作業開始前に全ノードで同じ番号にしてから、設定ファイルを読み直してください。</translation>
    </message>
    <message>
        <source>The port of %1 is in the config of some nodes only; for the others the number of FAQ 2578 is assumed, which is a different one: %2.</source>
        <translation>%1 のポート番号は一部のノードの設定ファイルにしかありません。ほかのノードは FAQ 2578 の番号と想定していますが、番号が異なります: %2。</translation>
    </message>
    <message>
        <source>Find out which port these nodes use. A block covers both numbers.</source>
        <translation>これらのノードが使用しているポートを確認してください。遮断は両方の番号を対象とします。</translation>
    </message>
    <message>
        <source>These ports are not in the configs; the numbers of FAQ 2578 are assumed.</source>
        <translation>次のポートは設定ファイルに記載がないため、FAQ 2578 の番号と想定しています。</translation>
    </message>
    <message>
        <source>Every port can be changed by the site (FAQ 2578): check that these are the ports in use.</source>
        <translation>ポート番号は変更可能なため（FAQ 2578）、実際に使用しているポートと一致することを確認してください。</translation>
    </message>
    <message>
        <source>Which port %1 stands for can&apos;t be told from the config, so a block can&apos;t cover it.</source>
        <translation>%1 のポート番号を設定ファイルから判断できないため、遮断の対象にできません。</translation>
    </message>
    <message>
        <source>Correct it to the number in use (1 to 65535) and read the config again.</source>
        <translation>実際に使用している番号（1～65535）に修正し、設定ファイルを読み直してください。</translation>
    </message>
    <message>
        <source>Port %1 stands for more than one key: %2.</source>
        <translation>ポート %1 が複数のキーに指定されています: %2。</translation>
    </message>
    <message>
        <source>Check the numbers: two services can&apos;t listen on one port.</source>
        <translation>番号を確認してください。1 つのポートで 2 つのサービスが待ち受けることはできません。</translation>
    </message>
    <message>
        <source>SSH</source>
        <translation>SSH</translation>
    </message>
    <message>
        <source>the admin screen</source>
        <translation>管理画面</translation>
    </message>
    <message>
        <source>Port %1 is a sync port and also the port of %2 on this node. A block by port would cut that, too.</source>
        <translation>ポート %1 は同期ポートですが、このノードの%2のポートでもあります。ポート単位で遮断すると、そちらの通信も途絶えます。</translation>
    </message>
    <message>
        <source>Correct the entry if it is wrong. Otherwise choose another procedure.</source>
        <translation>入力が誤っている場合は修正してください。正しい場合は別の作業方式を選択してください。</translation>
    </message>
    <message>
        <source>%1 uses sync ports that %2 does not know: %3. If a firewall of the site stops them once sync is resumed, that data never syncs.</source>
        <translation>%1 では、%2 にない同期ポートを使用します: %3。同期の再開後にサイトのファイアウォールで止められていると、そのデータは同期されません。</translation>
    </message>
    <message>
        <source>No node is entered as taking mail.</source>
        <translation>メール中継ノードが入力されていません。</translation>
    </message>
    <message>
        <source>Set &quot;takes mail&quot; for the nodes through which mail flows; without it nothing watches the mail flow.</source>
        <translation>メールが流れるノードに「メールを中継する」を設定してください。設定がないと、メール流通を監視できません。</translation>
    </message>
    <message>
        <source>Only %1 takes mail. While it is upgraded nothing else can take its mail, so the mail flow can&apos;t be kept up.</source>
        <translation>メール中継ノードは %1 だけです。バージョンアップ中に代わりに中継するノードがないため、メール流通を維持できません。</translation>
    </message>
    <message>
        <source>Choose the procedure that stops the mail flow. If other nodes take mail as well, correct their entries.</source>
        <translation>メール流通を止める作業方式を選択してください。ほかのノードもメールを中継している場合は、入力内容を修正してください。</translation>
    </message>
    <message>
        <source>Entered as taking mail, but not answering on the SMTP port: %1.</source>
        <translation>メール中継ノードとして入力されていますが、SMTP ポートが応答しません: %1。</translation>
    </message>
    <message>
        <source>Check the service and the SMTP port of the node. Before a node is taken out of service, another one must answer.</source>
        <translation>ノードのサービスと SMTP ポートを確認してください。ノードをメール経路から切り離す前に、ほかのノードが応答している必要があります。</translation>
    </message>
    <message>
        <source>While sync is cut, saved and held mail piles up in the queue directory of: %1. It can&apos;t be viewed or handled there, and delayed mail is not sent. When sync is back it all flows to the master, so traffic rises.</source>
        <translation>同期通信の停止中は、次のノードのキューディレクトリに保存メール・保留メールが滞留します: %1。滞留中は閲覧や操作ができず、ディレイメールも送信されません。同期の再開後はマスター機へまとめて流れるため、通信トラフィックが増大します。</translation>
    </message>
    <message>
        <source>Tell the mail users beforehand, and choose an hour with little mail.</source>
        <translation>事前にメール利用者へ周知し、メールの少ない時間帯に作業してください。</translation>
    </message>
    <message>
        <source>The free disk space at the queue directory is not known for: %1. It is not known whether there is room for the mail that piles up.</source>
        <translation>%1 は、キューディレクトリの空き容量が不明です。滞留メールを格納できるか判断できません。</translation>
    </message>
    <message>
        <source>The queue directory is not entered for: %1. The queue is then watched by hand.</source>
        <translation>次のノードのキューディレクトリが入力されていません: %1。滞留の確認は手作業になります。</translation>
    </message>
    <message>
        <source>Enter the queue directory of the node (queueDir).</source>
        <translation>ノードのキューディレクトリ（queueDir）を入力してください。</translation>
    </message>
    <message>
        <source>Enter your own figures, for example from the mail servers&apos; logs.</source>
        <translation>メールサーバーのログなどから、実際の値を入力してください。</translation>
    </message>
    <message>
        <source>The disk has no room for the mail that piles up: %1 are expected in %2, %3 are free.</source>
        <translation>滞留するメールに対してディスクの空き容量が不足しています。%2で %1 の滞留が見込まれますが、空きは %3 です。</translation>
    </message>
    <message>
        <source>The disk may run full: up to %1 may pile up in %2, %3 are free.</source>
        <translation>ディスクの空き容量が足りなくなるおそれがあります。%2で最大 %1 が滞留する可能性がありますが、空きは %3 です。</translation>
    </message>
    <message>
        <source>Make room beforehand, or watch the free space closely during the work.</source>
        <translation>事前に空き容量を確保するか、作業中の空き容量に十分注意してください。</translation>
    </message>
    <message>
        <source>The peer %1 (in the config of %2) is none of the sync addresses of this site&apos;s nodes. A server that is not upgraded with the others would sync between different versions.</source>
        <translation>%2 の設定ファイルにある同期相手 %1 は、どのノードの同期アドレスとも一致しません。一緒にバージョンアップしないサーバーがあると、異なるバージョン間で同期が行われてしまいます。</translation>
    </message>
    <message>
        <source>The peer %1 (in the config of %2) can&apos;t be matched with a node: host names can&apos;t be compared with addresses. A server that is not upgraded with the others would sync between different versions.</source>
        <translation>%2 の設定ファイルにある同期相手 %1 が、どのノードか特定できません（ホスト名とアドレスは照合できません）。一緒にバージョンアップしないサーバーがあると、異なるバージョン間で同期が行われてしまいます。</translation>
    </message>
    <message>
        <source>Add the address to the sync addresses of the node that it belongs to, or enter the missing node, or remove the peer from the config if that server is gone.</source>
        <translation>該当するノードの同期アドレスに追加するか、不足しているノードを入力してください。すでに廃止したサーバーであれば、設定ファイルから同期相手を削除してください。</translation>
    </message>
    <message>
        <source>Add it, exactly as the config has it, to the sync addresses of the node that it stands for, or enter the missing node.</source>
        <translation>設定ファイルの記載どおりに、該当するノードの同期アドレスに追加するか、不足しているノードを入力してください。</translation>
    </message>
    <message>
        <source>The config of %1 does not name: %2.</source>
        <translation>%1 の設定ファイルに次のノードの記載がありません: %2。</translation>
    </message>
    <message>
        <source>Check that these nodes take part in settings sync and that their sync addresses are right. Which peers a config has to name is not documented.</source>
        <translation>これらのノードが設定同期に参加していること、同期アドレスが正しいことを確認してください。設定ファイルにどの同期相手を記載すべきかは公開されていません。</translation>
    </message>
    <message>
        <source>Start earlier or extend the schedule. If the estimate is too long, enter how long the installers really run.</source>
        <translation>作業開始を早めるか、終了期限を延ばしてください。見積もりが長すぎる場合は、インストーラーの実際の所要時間を入力してください。</translation>
    </message>
    <message>
        <source>No node is entered as the master.</source>
        <translation>マスター機に指定されたノードがありません。</translation>
    </message>
    <message>
        <source>Set the role of one node to master.</source>
        <translation>1 台のノードの役割をマスター機に設定してください。</translation>
    </message>
    <message>
        <source>More than one node is entered as the master: %1.</source>
        <translation>複数のノードがマスター機に指定されています: %1。</translation>
    </message>
    <message>
        <source>Keep the role master on one node and set the others to slave.</source>
        <translation>マスター機は 1 台だけとし、ほかはスレーブ機に設定してください。</translation>
    </message>
    <message>
        <source>Fewer than two nodes are entered. A site consists of a master and at least one slave.</source>
        <translation>入力されているノードが 2 台未満です。サイトはマスター機と 1 台以上のスレーブ機で構成されます。</translation>
    </message>
    <message>
        <source>Enter every server that takes part in settings sync.</source>
        <translation>設定同期に参加しているすべてのサーバーを入力してください。</translation>
    </message>
    <message>
        <source>%1 nodes are entered, but at most %2 can be handled.</source>
        <translation>%1 台のノードが入力されていますが、扱えるのは %2 台までです。</translation>
    </message>
    <message>
        <source>Check the list for nodes that do not belong to this site. A site of this size can&apos;t be upgraded with this program.</source>
        <translation>このサイトに属さないノードが含まれていないか確認してください。この規模のサイトは本ツールではバージョンアップできません。</translation>
    </message>
    <message>
        <source>Nodes without a name (position in the list): %1.</source>
        <translation>名前のないノードがあります（一覧での順番）: %1。</translation>
    </message>
    <message>
        <source>Give every node a name.</source>
        <translation>すべてのノードに名前を付けてください。</translation>
    </message>
    <message>
        <source>No address is entered for: %1.</source>
        <translation>次のノードのアドレスが入力されていません: %1。</translation>
    </message>
    <message>
        <source>Enter the address at which the other nodes reach it.</source>
        <translation>ほかのノードから到達できるアドレスを入力してください。</translation>
    </message>
    <message>
        <source>More than one node has the name %1.</source>
        <translation>複数のノードに同じ名前 %1 が付いています。</translation>
    </message>
    <message>
        <source>Give every node a name of its own (capital and small letters count as the same): steps and records tell nodes apart by it.</source>
        <translation>手順と記録はノードを名前で区別するため、重複しない名前を付けてください（大文字と小文字は区別しません）。</translation>
    </message>
    <message>
        <source>%1 have the same address %2.</source>
        <translation>%1 に同じアドレス %2 が入力されています。</translation>
    </message>
    <message>
        <source>Correct the addresses and sync addresses: each belongs to one node. An address that moves between nodes (virtual IP) must not be entered.</source>
        <translation>アドレスと同期アドレスを修正してください。1 つのアドレスは 1 台のノードだけに属します。ノード間を移動するアドレス（仮想 IP）は入力しないでください。</translation>
    </message>
    <message>
        <source>The source version or the target version is not entered.</source>
        <translation>現行バージョンまたは新バージョンが入力されていません。</translation>
    </message>
    <message>
        <source>Enter both, as the vendor writes them (such as 5.20R01).</source>
        <translation>両方をメーカーの表記（例: 5.20R01）で入力してください。</translation>
    </message>
    <message>
        <source>The target version %1 is not newer than the source version %2.</source>
        <translation>新バージョン %1 が、現行バージョン %2 より新しくありません。</translation>
    </message>
    <message>
        <source>Correct the two versions. This program only upgrades to a newer version.</source>
        <translation>バージョンの入力を修正してください。本ツールで扱えるのは、新しいバージョンへのバージョンアップだけです。</translation>
    </message>
    <message>
        <source>Time to decide</source>
        <translation>中止判断時刻</translation>
    </message>
    <message>
        <source>The schedule is out of order. &quot;%1&quot; (%2) must come before &quot;%3&quot; (%4).</source>
        <translation>スケジュールの順序が正しくありません。「%1」（%2）は「%3」（%4）より前でなければなりません。</translation>
    </message>
    <message>
        <source>Correct the schedule; mind the date after midnight.</source>
        <translation>スケジュールを修正してください。深夜 0 時を過ぎる場合は日付に注意してください。</translation>
    </message>
    <message>
        <source>Access by SSH is entered for Windows nodes, which is not supported: %1.</source>
        <translation>次の Windows ノードに SSH 接続が指定されていますが、対応していません: %1。</translation>
    </message>
    <message>
        <source>Choose manual access for them: you run the shown commands on the node yourself.</source>
        <translation>接続方法に「手作業」を選択してください。画面に表示されるコマンドを、実施者がノード上で実行します。</translation>
    </message>
    <message>
        <source>Enter the command that shows the version, if there is one.</source>
        <translation>バージョンを確認できるコマンドがあれば入力してください。</translation>
    </message>
    <message>
        <source>Enter the commands of your site, or have the vendor&apos;s manual at hand during the work.</source>
        <translation>お使いの環境のコマンドを入力するか、作業時にメーカーのマニュアルを参照できるようにしてください。</translation>
    </message>
    <message>
        <source>The installer is run by hand on: %1.</source>
        <translation>次のノードではインストーラーを手作業で実行します: %1。</translation>
    </message>
    <message>
        <source>Nothing needs to be done. If the installer can run without asking anything, its command can be entered.</source>
        <translation>対応は不要です。インストーラーを対話なしで実行できる場合は、そのコマンドを入力できます。</translation>
    </message>
    <message>
        <source>How long the installer runs is not entered for: %1. The time chart assumes a length.</source>
        <translation>次のノードはインストーラーの所要時間が入力されていません: %1。タイムチャートでは想定値を使用します。</translation>
    </message>
    <message>
        <source>Enter the minutes, for example as measured on a test machine.</source>
        <translation>検証機で測った値など、所要時間（分）を入力してください。</translation>
    </message>
    <message>
        <source>Have a session open on each of them. The runbook names a command to check each result where there is one.</source>
        <translation>各ノードを操作できる端末を用意してください。結果を確認するコマンドがある場合は、作業手順書に記載しています。</translation>
    </message>
    <message>
        <source>Known from config files only: %1. This is enough for the plan and the runbook; during the work everything is done by hand, and all but the SMTP answers is confirmed by hand.</source>
        <translation>次のノードの情報源は設定ファイルだけです: %1。計画と作業手順書の作成には十分ですが、作業時の操作はすべて手作業で行い、結果も SMTP の応答以外は本ツールでは確認できません（申告）。</translation>
    </message>
    <message>
        <source>Make sure that the files are the ones in use today.</source>
        <translation>現在使用中の設定ファイルであることを確認してください。</translation>
    </message>
    <message>
        <source>The replica config (mf_replica.def) was not read from: %1. Data sync counts as ON there, and the ports of FAQ 2578 are assumed.</source>
        <translation>次のノードのレプリカ設定ファイル（mf_replica.def）を読み取っていません: %1。データ同期は有効とみなし、ポートは FAQ 2578 の番号と想定します。</translation>
    </message>
    <message>
        <source>Copy the file from &lt;install directory&gt;/conf/ and enter it for the node, or read the node again.</source>
        <translation>&lt;インストールディレクトリ&gt;/conf/ からファイルをコピーしてノードに指定するか、ノードを読み直してください。</translation>
    </message>
    <message>
        <source>Start and latest end are not both entered.</source>
        <translation>作業開始と終了期限の両方または一方が入力されていません。</translation>
    </message>
    <message>
        <source>Enter the schedule, so that the planned times can be compared with it.</source>
        <translation>予定時刻と照合できるよう、スケジュールを入力してください。</translation>
    </message>
    <message>
        <source>How to go back to the old version is not entered. After the first installer run there is then no prepared way back.</source>
        <translation>旧バージョンへの切り戻し方法が入力されていません。このままでは、最初のインストーラーを実行した後、元のバージョンに戻す手段がありません。</translation>
    </message>
    <message>
        <source>Ask the vendor how to go back from the target version, prepare it (backup, snapshot, old installer) and enter it in your own words.</source>
        <translation>新バージョンからの切り戻し方法をメーカーに確認し、準備（バックアップ、スナップショット、旧インストーラーなど）のうえ、その方法を入力してください。</translation>
    </message>
    <message>
        <source>The major version changes (%1 to %2). FAQ 6574 points to a separate FAQ of the vendor for Ver.4 to Ver.5; the install directory may change.</source>
        <translation>メジャーバージョンが変わります（%1 → %2）。Ver.4 から Ver.5 へのバージョンアップについては、FAQ 6574 で別の FAQ が案内されています。インストールディレクトリが変わる可能性があります。</translation>
    </message>
    <message>
        <source>Read the vendor&apos;s notes on this change of version before the work, and adapt the steps of the runbook where they say so.</source>
        <translation>作業前にこのバージョンアップに関するメーカーの案内を確認し、必要に応じて作業手順書に反映してください。</translation>
    </message>
    <message>
        <source>The major version changes, but the install directory of the target version is not entered for: %1. The config can&apos;t be found there after the installer run.</source>
        <translation>メジャーバージョンが変わりますが、次のノードは新バージョンのインストールディレクトリが入力されていません: %1。インストーラー実行後に設定ファイルの場所を特定できません。</translation>
    </message>
    <message>
        <source>Enter the target install directory (targetInstallDir).</source>
        <translation>新バージョンのインストールディレクトリ（targetInstallDir）を入力してください。</translation>
    </message>
    <message>
        <source>Settings sync is disabled and enabled by hand on: %1. The vendor&apos;s FAQ 4105 tells how; its text is not part of this program.</source>
        <translation>次のノードでは設定同期の無効化と有効化を手作業で行います: %1。方法はメーカーの FAQ 4105 に記載されています（本ツールには収録していません）。</translation>
    </message>
    <message>
        <source>Have FAQ 4105 at hand during the work.</source>
        <translation>作業時に FAQ 4105 を参照できるようにしてください。</translation>
    </message>
    <message>
        <source>Data sync (ENABLE_REP_DATA) differs between the nodes. ON: %1. OFF: %2.</source>
        <translation>データ同期（ENABLE_REP_DATA）の設定がノード間で異なります。ON: %1、OFF: %2。</translation>
    </message>
    <message>
        <source>Find out which setting is right and make it the same on every node before the work starts. Then read the configs again.</source>
        <translation>どちらが正しいかを確認し、作業開始前に全ノードで同じ設定にしてから、設定ファイルを読み直してください。</translation>
    </message>
    <message>
        <source>ENABLE_REP_DATA is not set in the config of: %1. Data sync counts as ON there, the careful side.</source>
        <translation>次のノードの設定ファイルに ENABLE_REP_DATA がありません: %1。安全側に倒し、データ同期は有効とみなします。</translation>
    </message>
    <message>
        <source>Find out whether the site uses data sync, if need be from the vendor, and set the key on every node.</source>
        <translation>データ同期を使用しているかどうかを（必要に応じてメーカーに）確認し、全ノードで設定してください。</translation>
    </message>
    <message>
        <source>Whether ENABLE_REP_DATA is ON or OFF can&apos;t be told from the config. Data sync counts as ON on this node, the careful side.</source>
        <translation>ENABLE_REP_DATA が ON か OFF かを設定ファイルから判断できません。安全側に倒し、このノードのデータ同期は有効とみなします。</translation>
    </message>
    <message>
        <source>Find out what is meant and set the key to ON or OFF.</source>
        <translation>正しい値を確認し、ON または OFF を設定してください。</translation>
    </message>
    <message>
        <source>Data sync is ON. Settings sync must then not be disabled: mail data would end up scattered over the servers (FAQ 2578).</source>
        <translation>データ同期が有効です。この場合、設定同期を無効にするとメールデータが各サーバーに分散してしまうため、設定同期の無効化は選べません（FAQ 2578）。</translation>
    </message>
    <message>
        <source>Data sync is not known to be OFF on every node and so counts as ON. Settings sync must then not be disabled: mail data would end up scattered over the servers (FAQ 2578).</source>
        <translation>全ノードでデータ同期が無効であることを確認できないため、有効とみなします。この場合、設定同期を無効にするとメールデータが各サーバーに分散してしまうため、設定同期の無効化は選べません（FAQ 2578）。</translation>
    </message>
    <message>
        <source>Choose a procedure that blocks the sync communication, or the one that stops the mail flow.</source>
        <translation>同期通信を遮断する作業方式か、メール流通を止める作業方式を選択してください。</translation>
    </message>
    <message>
        <source>Windows nodes are blocked by rules of the Windows firewall, which work only while its profiles are enabled: %1.</source>
        <translation>次の Windows ノードは Windows ファイアウォールのルールで遮断します: %1。ファイアウォールのプロファイルが有効でなければ遮断されません。</translation>
    </message>
    <message>
        <source>See that the firewall profiles are enabled on these nodes; the runbook has the command that shows it.</source>
        <translation>対象ノードでファイアウォールのプロファイルが有効であることを確認してください。確認コマンドは作業手順書に記載しています。</translation>
    </message>
    <message>
        <source>Which packet filter is there, and whether systemd keeps the block over a reboot, is not known for: %1.</source>
        <translation>次のノードでは、使用できるパケットフィルターと、再起動後も遮断を維持するための systemd の有無を確認できていません: %1。</translation>
    </message>
    <message>
        <source>Only iptables is there, no nftables: %1. A reload of firewalld or of another firewall tool may flush the block without a word.</source>
        <translation>次のノードでは nftables がなく、iptables だけが使用できます: %1。firewalld などを再読み込みすると、遮断が予告なく消えるおそれがあります。</translation>
    </message>
    <message>
        <source>Let nobody reload a firewall on these nodes during the work, and check the block before each installer run.</source>
        <translation>作業中は対象ノードでファイアウォールを再読み込みしないでください。また、インストーラーを実行する前に毎回、遮断されていることを確認してください。</translation>
    </message>
    <message>
        <source>systemd is not there: %1. The block would not survive a reboot of the node.</source>
        <translation>次のノードには systemd がありません: %1。ノードを再起動すると遮断が失われます。</translation>
    </message>
    <message>
        <source>Don&apos;t let these nodes reboot during the work; after a reboot put the block on again before the service starts. Or have the traffic blocked by a firewall between the nodes.</source>
        <translation>作業中に対象ノードを再起動させないでください。再起動した場合は、サービスを起動する前に遮断をかけ直してください。または、ノード間のファイアウォールで遮断してください。</translation>
    </message>
    <message>
        <source>A block of an earlier run still stands on this node (run %1).</source>
        <translation>以前の作業でかけた遮断がこのノードに残っています（作業 ID: %1）。</translation>
    </message>
    <message>
        <source>If that run was interrupted, go on with it by its journal. If it is over and all nodes have the same version, lift the block by the runbook of that run.</source>
        <translation>その作業が中断されたままであれば、作業記録から再開してください。作業が終わっており、全ノードのバージョンが同じであれば、その作業の作業手順書に従って遮断を解除してください。</translation>
    </message>
    <message>
        <source>Sync ports that are filtered already before the work: %1. There nobody can prove that the block works, and sync may not be working now.</source>
        <translation>作業前からすでに無応答（filtered）の同期ポートがあります: %1。この区間では遮断の効果を確認できず、現在も同期されていない可能性があります。</translation>
    </message>
    <message>
        <source>Find out which firewall filters them and whether sync works today.</source>
        <translation>どのファイアウォールが原因か、現在同期が行われているかを確認してください。</translation>
    </message>
    <message>
        <source>Blocking all IP traffic between the nodes also cuts whatever else they send each other: the heartbeat of a virtual IP, mail relayed from node to node, SSH and monitoring between them.</source>
        <translation>ノード間の IP 通信をすべて遮断すると、同期以外の通信（仮想 IP のハートビート、ノード間のメール中継、SSH、監視など）も途絶えます。</translation>
    </message>
    <message>
        <source>Go through these with whoever runs the firewall before you choose this procedure.</source>
        <translation>この作業方式を選ぶ前に、影響する通信をファイアウォール担当者と確認してください。</translation>
    </message>
    <message>
        <source>The service does not run on: %1. A block can&apos;t be proved there, since a port nobody listens on is closed anyway.</source>
        <translation>次のノードでサービスが停止しています: %1。待ち受けのないポートはもともと閉じているため、遮断の効果を確認できません。</translation>
    </message>
    <message>
        <source>Find out why it is stopped, and start it before the work.</source>
        <translation>停止している理由を確認し、作業前にサービスを起動してください。</translation>
    </message>
    <message>
        <source>The node says that it has %1. Entered are %2 (source) and %3 (target).</source>
        <translation>このノードのバージョンは %1 です。入力されているのは現行バージョン %2、新バージョン %3 です。</translation>
    </message>
    <message>
        <source>Correct the entered versions, or find out why this node has another one. The ports that a block must cover depend on it.</source>
        <translation>入力したバージョンを修正するか、このノードだけ異なる理由を確認してください。遮断すべきポートはバージョンによって変わります。</translation>
    </message>
    <message>
        <source>The nodes have different versions already: %1. Settings sync between different versions is not supported (FAQ 2578).</source>
        <translation>ノードのバージョンがすでに異なっています: %1。異なるバージョン間での設定同期はサポートされていません（FAQ 2578）。</translation>
    </message>
    <message>
        <source>If an upgrade was interrupted, go on with it by its journal. Otherwise ask the vendor how to bring the nodes to the same version first.</source>
        <translation>バージョンアップが中断されたままであれば、作業記録から再開してください。そうでなければ、先に全ノードを同じバージョンにする方法をメーカーに確認してください。</translation>
    </message>
    <message>
        <source>The install directory is entered as %1, but was found as %2. The entered one counts.</source>
        <translation>インストールディレクトリの入力値は %1 ですが、調査では %2 が見つかりました。入力値を使用します。</translation>
    </message>
    <message>
        <source>Find out which one is in use and correct the entry if need be.</source>
        <translation>実際に使用しているディレクトリを確認し、必要であれば入力値を修正してください。</translation>
    </message>
    <message>
        <source>The clock of this node differs by %1 seconds from the clock of this machine.</source>
        <translation>このノードの時計は、作業 PC の時計と %1 秒ずれています。</translation>
    </message>
    <message>
        <source>Set the clock right (NTP) before the work: logs and records are compared by time.</source>
        <translation>ログと作業記録を時刻で突き合わせるため、作業前に NTP などで時刻を合わせてください。</translation>
    </message>
    <message>
        <source>The operating system waits for a reboot on: %1. An installer may then refuse to run or reboot the node.</source>
        <translation>次のノードで OS の再起動が保留されています: %1。インストーラーが実行を拒否したり、ノードを再起動したりするおそれがあります。</translation>
    </message>
    <message>
        <source>Reboot these nodes before the day of the work.</source>
        <translation>作業日より前に対象ノードを再起動してください。</translation>
    </message>
    <message>
        <source>The config has keys that FAQ 2578 does not name: %1. They are left as they are.</source>
        <translation>次のノードの設定ファイルには FAQ 2578 に記載のないキーがあります: %1。変更せずそのまま残します。</translation>
    </message>
    <message>
        <source>Nothing needs to be done. If one of them is a port, tell whoever runs the firewall.</source>
        <translation>対応は不要です。ポート番号を指定するキーが含まれる場合は、ファイアウォール担当者に伝えてください。</translation>
    </message>
    <message>
        <source>No command can be run on this node: only a copy of its config is at hand.</source>
        <translation>このノードではコマンドを実行できません。手元にあるのは mf_replica.def のコピーのみです。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>何も変更していません。</translation>
    </message>
    <message>
        <source>Run the command on the node yourself, or give the node access by SSH in the site file.</source>
        <translation>ノード上で手作業でコマンドを実行するか、サイトファイルでこのノードの接続方法を SSH にしてください。</translation>
    </message>
    <message>
        <source>No copy of mf_replica.def is named for the node %1.</source>
        <translation>ノード %1 の mf_replica.def のコピーが指定されていません。</translation>
    </message>
    <message>
        <source>Copy conf/mf_replica.def from the node to this machine and name the copy under &quot;config&quot;.</source>
        <translation>ノードの conf/mf_replica.def をこの PC にコピーし、そのパスを「config」に指定してください。</translation>
    </message>
    <message>
        <source>The node %1 runs Windows: only Linux nodes can be reached by SSH for now, because the commands that look at a node are written for a POSIX shell.</source>
        <translation>ノード %1 は Windows です。調査用のコマンドは POSIX シェル向けのため、現在 SSH で接続できるのは Linux のノードのみです。</translation>
    </message>
    <message>
        <source>The node was not connected to.</source>
        <translation>ノードには接続していません。</translation>
    </message>
    <message>
        <source>Give the node the access &quot;manual&quot;, and name a copy of its mf_replica.def under &quot;config&quot;.</source>
        <translation>このノードの接続方法を「manual」にし、mf_replica.def のコピーを「config」に指定してください。</translation>
    </message>
    <message>
        <source>Passphrase of the private key %1</source>
        <translation>秘密鍵 %1 のパスフレーズ</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>%1 のパスワード</translation>
    </message>
    <message>
        <source>%1 asks: %2</source>
        <translation>%1 からの質問: %2</translation>
    </message>
    <message>
        <source>no answer within the time limit</source>
        <translation>制限時間内に応答なし</translation>
    </message>
    <message>
        <source>The file %1 was not read to its end.</source>
        <translation>ファイル %1 を最後まで読み取れませんでした。</translation>
    </message>
    <message>
        <source>Nothing was changed on the node.</source>
        <translation>ノード上では何も変更されていません。</translation>
    </message>
    <message>
        <source>Check the connection to the node, then try again.</source>
        <translation>ノードとの接続を確認し、やり直してください。</translation>
    </message>
    <message>
        <source>The file %1 is larger than %2.</source>
        <translation>ファイル %1 が %2 を超えています。</translation>
    </message>
    <message>
        <source>It was not read.</source>
        <translation>読み取っていません。</translation>
    </message>
    <message>
        <source>Check whether this is the right file.</source>
        <translation>正しいファイルか確認してください。</translation>
    </message>
    <message>
        <source>The file %1 does not exist.</source>
        <translation>ファイル %1 が見つかりません。</translation>
    </message>
    <message>
        <source>Check the install directory in the node&apos;s settings.</source>
        <translation>ノードの設定のインストールディレクトリを確認してください。</translation>
    </message>
    <message>
        <source>%1 is not a file (a folder or a device).</source>
        <translation>%1 はファイルではありません（フォルダーまたはデバイスです）。</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be read: %2</source>
        <translation>ファイル %1 を読み取れません: %2</translation>
    </message>
    <message>
        <source>Use a user who may read it, or allow sudo for this node.</source>
        <translation>読み取りできるユーザーを使うか、このノードで sudo を許可してください。</translation>
    </message>
    <message>
        <source>sudo password of %1</source>
        <translation>%1 の sudo パスワード</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>接続待ち</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>ホスト鍵の確認</translation>
    </message>
    <message>
        <source>Logging in</source>
        <translation>ログイン中</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>読み取り中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Nobody looked at it.</source>
        <translation>未確認です。</translation>
    </message>
    <message>
        <source>The survey was stopped before this node was read.</source>
        <translation>このノードを読み取る前に調査が中止されました。</translation>
    </message>
    <message>
        <source>Take the survey again.</source>
        <translation>もう一度調査してください。</translation>
    </message>
    <message>
        <source>This node&apos;s replica config was not read.</source>
        <translation>このノードのレプリカ設定ファイルは読み取られていません。</translation>
    </message>
    <message>
        <source>%1 has no ENABLE_REP_DATA.</source>
        <translation>%1 に ENABLE_REP_DATA がありません。</translation>
    </message>
    <message>
        <source>ENABLE_REP_DATA at %1 is not clearly ON or OFF.</source>
        <translation>%1 の ENABLE_REP_DATA は、ON か OFF かを判別できません。</translation>
    </message>
    <message>
        <source>the default of FAQ 2578; the file has no such key</source>
        <translation>FAQ 2578 の既定値（ファイルに該当キーなし）</translation>
    </message>
    <message>
        <source>No port can be read at %1.</source>
        <translation>%1 からポート番号を読み取れません。</translation>
    </message>
    <message>
        <source>the default of FAQ 2578; this node&apos;s replica config was not read</source>
        <translation>FAQ 2578 の既定値（このノードのレプリカ設定ファイルは未読み取り）</translation>
    </message>
    <message>
        <source>This node was not surveyed.</source>
        <translation>このノードは調査されていません。</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文字列</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true または false</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>文字列の配列</translation>
    </message>
    <message>
        <source>a list of whole numbers</source>
        <translation>整数の配列</translation>
    </message>
    <message>
        <source>one of these texts: %1</source>
        <translation>次のいずれかの文字列: %1</translation>
    </message>
    <message>
        <source>the config&apos;s bytes in Base64</source>
        <translation>Base64 形式の mf_replica.def の内容</translation>
    </message>
    <message>
        <source>the SHA-256 of the config&apos;s bytes, which is %1</source>
        <translation>mf_replica.def の内容の SHA-256（%1）</translation>
    </message>
    <message>
        <source>The survey</source>
        <translation>調査結果</translation>
    </message>
    <message>
        <source>%1 can&apos;t be used.</source>
        <translation>%1は使用できません。</translation>
    </message>
    <message>
        <source>Nothing of it was taken over.</source>
        <translation>内容は一切取り込まれていません。</translation>
    </message>
    <message>
        <source>Take the survey again and save it anew.</source>
        <translation>もう一度調査し、保存し直してください。</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>検出</translation>
    </message>
    <message>
        <source>file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>想定</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Check the path, or copy the file there, and try again.</source>
        <translation>パスを確認するか、ファイルを置いてから、やり直してください。</translation>
    </message>
    <message>
        <source>Name the file itself.</source>
        <translation>ファイルを指定してください。</translation>
    </message>
    <message>
        <source>Check its permissions, or copy it to a place where you may read it.</source>
        <translation>アクセス権を確認するか、読み取れる場所にコピーしてください。</translation>
    </message>
    <message>
        <source>Check the disk or the network drive it lies on.</source>
        <translation>ファイルのあるディスクまたはネットワークドライブを確認してください。</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be written: %2</source>
        <translation>ファイル %1 に書き込めません: %2</translation>
    </message>
    <message>
        <source>Nothing was changed: an older file of that name is still whole.</source>
        <translation>何も変更していません。同じ名前の元のファイルはそのまま残っています。</translation>
    </message>
    <message>
        <source>Choose another folder, or check permissions and free space, and try again.</source>
        <translation>別のフォルダーを選ぶか、アクセス権と空き容量を確認して、やり直してください。</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>配列</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>オブジェクト</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>値なし</translation>
    </message>
    <message>
        <source>Here stands %1, but %2 is needed.</source>
        <translation>値の型が正しくありません。必要な型: %2、実際の型: %1</translation>
    </message>
    <message>
        <source>Correct the value in the file.</source>
        <translation>ファイルの値を修正してください。</translation>
    </message>
    <message>
        <source>The required entry &quot;%1&quot; is missing.</source>
        <translation>必須項目「%1」がありません。</translation>
    </message>
    <message>
        <source>Add it to the file.</source>
        <translation>ファイルに追加してください。</translation>
    </message>
    <message>
        <source>a text that is not empty</source>
        <translation>空でない文字列</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 から %2 までの整数</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1 から %2 までの数値</translation>
    </message>
    <message>
        <source>a time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>a time with its offset, such as 2026-12-05T22:00+09:00</source>
        <translation>時差付きの日時（例: 2026-12-05T22:00+09:00）</translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation>オブジェクトの配列</translation>
    </message>
    <message>
        <source>The value &quot;%1&quot; is not allowed here. Allowed: %2.</source>
        <translation>「%1」は指定できません。指定できる値: %2。</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
    </message>
    <message>
        <source>an object is not closed with }, or an entry is missing</source>
        <translation>オブジェクトが } で閉じられていないか、項目が不足しています</translation>
    </message>
    <message>
        <source>a colon is missing</source>
        <translation>コロンがありません</translation>
    </message>
    <message>
        <source>a list is not closed with ]</source>
        <translation>配列が ] で閉じられていません</translation>
    </message>
    <message>
        <source>a comma is missing</source>
        <translation>カンマがありません</translation>
    </message>
    <message>
        <source>a number can&apos;t be read</source>
        <translation>数値を読み取れません</translation>
    </message>
    <message>
        <source>a backslash stands alone; inside a text it is written twice</source>
        <translation>バックスラッシュが 1 つだけ書かれています（文字列内では 2 つ重ねます）</translation>
    </message>
    <message>
        <source>a text is not in UTF-8</source>
        <translation>文字列が UTF-8 ではありません</translation>
    </message>
    <message>
        <source>a text is not closed with a quotation mark</source>
        <translation>文字列が引用符で閉じられていません</translation>
    </message>
    <message>
        <source>an entry is missing; is there a comma too many?</source>
        <translation>項目がありません（余分なカンマがないか確認してください）</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>入れ子が深すぎます</translation>
    </message>
    <message>
        <source>something stands after the end</source>
        <translation>末尾の後に余分な文字があります</translation>
    </message>
    <message>
        <source>a value can&apos;t be read</source>
        <translation>値を読み取れません</translation>
    </message>
    <message>
        <source>Correct it in a text editor and save it as UTF-8, or choose another file.</source>
        <translation>テキストエディターで修正して UTF-8 で保存するか、別のファイルを選択してください。</translation>
    </message>
    <message>
        <source>%1 is empty: line 1, column 1.</source>
        <translation>%1 は空です（1 行 1 桁）。</translation>
    </message>
    <message>
        <source>%1 is not JSON: line %2, column %3: %4.</source>
        <translation>%1 は JSON として読み取れません。%2 行 %3 桁: %4。</translation>
    </message>
    <message>
        <source>%1 is JSON, but not an object: line 1, column 1 must be {.</source>
        <translation>%1 は JSON ですが、オブジェクトではありません。先頭（1 行 1 桁）は { でなければなりません。</translation>
    </message>
    <message>
        <source>This line is neither KEY = VALUE nor a comment: %1</source>
        <translation>「キー = 値」の形式でもコメントでもない行です: %1</translation>
    </message>
    <message>
        <source>Look at the line on the server (full-width characters, a missing &quot;=&quot; or &quot;#&quot;), and correct it where it is wrong.</source>
        <translation>サーバー上でこの行を確認し（全角文字の混入、「=」や「#」の抜けなど）、誤りがあれば修正してください。</translation>
    </message>
    <message>
        <source>The key %1 is written in another case than the FAQ has it (%2). It is not taken into account.</source>
        <translation>キー %1 は、FAQ の表記（%2）と大文字・小文字が異なります。このキーは設定として扱いません。</translation>
    </message>
    <message>
        <source>Write the key in capital letters on the server, or confirm that the product does not use it.</source>
        <translation>サーバー上でキーを大文字に修正するか、製品がこのキーを使用していないことを確認してください。</translation>
    </message>
    <message>
        <source>The key %1 is not in the FAQ&apos;s list. It is kept as it is.</source>
        <translation>キー %1 は FAQ に記載がありません。そのまま保持します。</translation>
    </message>
    <message>
        <source>Nothing to do, unless the key opens another sync port.</source>
        <translation>このキーが別の同期ポートを使用する設定でなければ、対応は不要です。</translation>
    </message>
    <message>
        <source>The encoding of the comments can&apos;t be told. Keys and values are read all the same.</source>
        <translation>コメントの文字コードを判別できません。キーと値は問題なく読み取っています。</translation>
    </message>
    <message>
        <source>Nothing to do: the file is not converted. Some comments can&apos;t be shown.</source>
        <translation>対応は不要です。ファイルは変換されません。一部のコメントは表示できません。</translation>
    </message>
    <message>
        <source>There is text behind the value of %1: &quot;%2&quot;. Whether the product takes it as a comment is not known. Allowed: %3.</source>
        <translation>%1 の値の後ろに文字列があります: 「%2」。製品がこれをコメントとして扱うかどうかは不明です。指定できる値: %3。</translation>
    </message>
    <message>
        <source>Put the comment on a line of its own on the server.</source>
        <translation>サーバー上で、コメントを独立した行に移してください。</translation>
    </message>
    <message>
        <source>The value &quot;%2&quot; of %1 is invalid. Allowed: %3.</source>
        <translation>%1 の値「%2」は無効です。指定できる値: %3。</translation>
    </message>
    <message>
        <source>ENABLE_REP_DATA is not in the file: whether data sync is enabled is not known. It counts as ON.</source>
        <translation>ENABLE_REP_DATA がファイルにないため、データ同期が有効かどうか不明です。有効とみなします。</translation>
    </message>
    <message>
        <source>Find out on the master whether data sync is used, and state it in the file.</source>
        <translation>マスター機でデータ同期を使用しているかどうかを確認し、ファイルに明記してください。</translation>
    </message>
    <message>
        <source>ON or OFF in capital letters</source>
        <translation>ON または OFF（半角大文字）</translation>
    </message>
    <message>
        <source>Write ON or OFF on the server. Until then data sync counts as ON.</source>
        <translation>サーバー上で ON または OFF に修正してください。修正するまで、データ同期は有効とみなします。</translation>
    </message>
    <message>
        <source>a whole number from 1 to 65535 in half-width digits</source>
        <translation>1～65535 の整数（半角数字）</translation>
    </message>
    <message>
        <source>Look up the port in use and write its number on the server; without it the port can&apos;t be blocked.</source>
        <translation>使用中のポートを確認し、サーバー上で正しい番号に修正してください。番号が不明なポートは遮断できません。</translation>
    </message>
    <message>
        <source>address:port, [IPv6 address]:port or host name:port</source>
        <translation>「アドレス:ポート」「[IPv6 アドレス]:ポート」「ホスト名:ポート」のいずれか</translation>
    </message>
    <message>
        <source>%1 has no value. It is taken for no peer. Allowed: %2.</source>
        <translation>%1 に値がありません。同期相手の指定がないものとして扱います。指定できる値: %2。</translation>
    </message>
    <message>
        <source>Where a server is meant, write its address; else nothing to do.</source>
        <translation>同期相手のサーバーを指定するはずの行であれば、アドレスを記入してください。それ以外の場合、対応は不要です。</translation>
    </message>
    <message>
        <source>The IPv6 address &quot;%2&quot; of %1 has no brackets: where the address ends and the port begins can&apos;t be told. Allowed: %3.</source>
        <translation>%1 の IPv6 アドレス「%2」に角括弧がないため、アドレスとポートの区切りを判断できません。指定できる値: %3。</translation>
    </message>
    <message>
        <source>Write the address in brackets on the server, such as [2001:db8::2]:14083.</source>
        <translation>サーバー上で「[2001:db8::2]:14083」のように、アドレスを角括弧で囲んでください。</translation>
    </message>
    <message>
        <source>Correct the address on the server.</source>
        <translation>サーバー上でアドレスを修正してください。</translation>
    </message>
    <message>
        <source>%1 does not end in a number, but its value reads as a peer. It is taken for one.</source>
        <translation>%1 の末尾は番号ではありませんが、値が「アドレス:ポート」の形式のため、同期相手として扱います。</translation>
    </message>
    <message>
        <source>Check whether it names a server of the cluster.</source>
        <translation>同期構成のサーバーを指しているかどうかを確認してください。</translation>
    </message>
    <message>
        <source>%1 names no port. The FAQ&apos;s number %2 is assumed.</source>
        <translation>%1 にポートの指定がありません。FAQ に記載の %2 と想定します。</translation>
    </message>
    <message>
        <source>Check the port in use.</source>
        <translation>使用中のポートを確認してください。</translation>
    </message>
    <message>
        <source>No REPLICA_SERVER_* line names a peer. The FAQ&apos;s settings port %1 is assumed.</source>
        <translation>同期相手を指定する REPLICA_SERVER_* の行がありません。設定同期のポートは FAQ に記載の %1 と想定します。</translation>
    </message>
    <message>
        <source>Check whether this is the config of a server in the cluster, and whether settings sync is used.</source>
        <translation>同期構成のサーバーの設定ファイルかどうか、設定同期を使用しているかどうかを確認してください。</translation>
    </message>
    <message>
        <source>%1 (line %2) and %3 (line %4) name the same peer %5.</source>
        <translation>%1（%2 行目）と %3（%4 行目）が同じ同期相手 %5 を指しています。</translation>
    </message>
    <message>
        <source>Check whether another server was meant in one of the lines.</source>
        <translation>いずれかの行で、別のサーバーを指定するはずではなかったかを確認してください。</translation>
    </message>
    <message>
        <source>Not in the file; the FAQ&apos;s numbers are assumed: %1.</source>
        <translation>ファイルに記載がないため、FAQ に記載の番号と想定します: %1。</translation>
    </message>
    <message>
        <source>Check the ports in use. Ports that this version does not know yet need no entry.</source>
        <translation>使用中のポートを確認してください。現行バージョンで使用しないポートは、記載がなくても問題ありません。</translation>
    </message>
    <message>
        <source>%1 (line %2)</source>
        <translation>%1（%2 行目）</translation>
    </message>
    <message>
        <source>%1 (assumed, not in the file)</source>
        <translation>%1（想定値、ファイルに記載なし）</translation>
    </message>
    <message>
        <source>The port %1 is used by several keys: %2.</source>
        <translation>ポート %1 が複数のキーで使われています: %2。</translation>
    </message>
    <message>
        <source>Check the ports in use; two kinds of sync can hardly share one port.</source>
        <translation>使用中のポートを確認してください。2 種類の同期が同じポートを共用できるとは考えにくい設定です。</translation>
    </message>
    <message>
        <source>%1 stands in several lines with different values (lines %2). Which of them counts is not known.</source>
        <translation>%1 が複数の行に異なる値で記載されています（%2 行目）。どの行が有効かは不明です。</translation>
    </message>
    <message>
        <source>%1 stands in several lines with the same value (lines %2).</source>
        <translation>%1 が複数の行に同じ値で記載されています（%2 行目）。</translation>
    </message>
    <message>
        <source>Leave one line with the value in use on the server, and remove the others.</source>
        <translation>サーバー上で使用中の値の行を 1 つだけ残し、ほかの行を削除してください。</translation>
    </message>
    <message>
        <source>Further findings of this kind, not listed: %1.</source>
        <translation>同じ種類の指摘事項がほかに %1 件あります（一覧では省略）。</translation>
    </message>
    <message>
        <source>Check whether this is a replica config at all.</source>
        <translation>ファイルが本当にレプリカ設定ファイルかどうかを確認してください。</translation>
    </message>
    <message>
        <source>No version is given.</source>
        <translation>バージョンが入力されていません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not read as a version.</source>
        <translation>「%1」はバージョンとして読み取れません。</translation>
    </message>
    <message>
        <source>Write the middle number with two digits, such as 5.05R01 or 5.50R01: with one digit it is not clear which is meant.</source>
        <translation>「5.05R01」「5.50R01」のように、2 番目の数字を 2 桁で入力してください。1 桁ではどちらのバージョンか判断できません。</translation>
    </message>
    <message>
        <source>Write it as the vendor does, such as 5.31R01 or Ver.5.31R01.</source>
        <translation>「5.31R01」「Ver.5.31R01」のように、メーカーの表記どおりに入力してください。</translation>
    </message>
    <message>
        <source>Settings sync</source>
        <translation>設定同期</translation>
    </message>
    <message>
        <source>Data sync: report</source>
        <translation>データ同期（レポート）</translation>
    </message>
    <message>
        <source>Data sync: saved mail</source>
        <translation>データ同期（保存メール）</translation>
    </message>
    <message>
        <source>Data sync: eweb</source>
        <translation>データ同期（eweb）</translation>
    </message>
    <message>
        <source>Data sync: quarantine</source>
        <translation>データ同期（隔離）</translation>
    </message>
    <message>
        <source>Data sync: POP</source>
        <translation>データ同期（POP）</translation>
    </message>
    <message>
        <source>Data sync: SMTP client</source>
        <translation>データ同期（SMTP クライアント）</translation>
    </message>
    <message>
        <source>Nothing was read from it.</source>
        <translation>内容は読み取っていません。</translation>
    </message>
    <message>
        <source>Fetch conf/mf_replica.def from the server once more, and leave it as it is.</source>
        <translation>サーバーから conf/mf_replica.def を取得し直し、変換や編集をせずにそのまま使用してください。</translation>
    </message>
    <message>
        <source>The file is larger than %1: it is no replica config.</source>
        <translation>ファイルが %1 を超えています。レプリカ設定ファイルではありません。</translation>
    </message>
    <message>
        <source>The file was saved as UTF-16: an editor has changed it.</source>
        <translation>ファイルが UTF-16 で保存されています。エディターで変換された可能性があります。</translation>
    </message>
    <message>
        <source>The file is binary data, not text: it is no replica config.</source>
        <translation>ファイルはテキストではなくバイナリーデータです。レプリカ設定ファイルではありません。</translation>
    </message>
    <message>
        <source>The file is empty: there is nothing in it but blanks.</source>
        <translation>ファイルが空です（空白以外の内容がありません）。</translation>
    </message>
    <message>
        <source>Master</source>
        <translation>マスター機</translation>
    </message>
    <message>
        <source>Slave</source>
        <translation>スレーブ機</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手作業</translation>
    </message>
    <message>
        <source>This looks like a secret. No secrets in a site file.</source>
        <translation>秘密情報（パスワードなど）と思われる項目です。サイトファイルに秘密情報は保存できません。</translation>
    </message>
    <message>
        <source>Remove it from the file, and change it if others could read the file. Secrets are asked for when a node is reached.</source>
        <translation>ファイルから削除してください。第三者がファイルを読めた可能性がある場合は、その秘密情報を変更してください。秘密情報はノードへの接続時に入力します。</translation>
    </message>
    <message>
        <source>The entry &quot;%1&quot; is still empty.</source>
        <translation>「%1」が未入力です。</translation>
    </message>
    <message>
        <source>Fill it in.</source>
        <translation>入力してください。</translation>
    </message>
    <message>
        <source>a version such as 5.31R01</source>
        <translation>バージョン（例: 5.31R01）</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is not known here.</source>
        <translation>「%1」は、この位置では認識できないキーです。</translation>
    </message>
    <message>
        <source>Check its spelling. It has no effect, and is kept when the file is saved.</source>
        <translation>つづりを確認してください。このキーは使用されませんが、保存時にはそのまま残ります。</translation>
    </message>
    <message>
        <source>user@host:port</source>
        <translation>ユーザー名@ホスト名:ポート番号</translation>
    </message>
    <message>
        <source>%1 can&apos;t be used as a site file.</source>
        <translation>%1 はサイトファイルとして使用できません。</translation>
    </message>
    <message>
        <source>Correct what is listed here, then open it again.</source>
        <translation>以下の箇所を修正してから、もう一度開いてください。</translation>
    </message>
    <message>
        <source>The site file</source>
        <translation>サイトファイル</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>実施中</translation>
    </message>
    <message>
        <source>Done with exceptions</source>
        <translation>完了（例外あり）</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>中断中</translation>
    </message>
    <message>
        <source>Gone back: everything was undone</source>
        <translation>切り戻し: すべて元に戻した</translation>
    </message>
    <message>
        <source>All steps are through, some were skipped. No temporary change stands.</source>
        <translation>すべての手順を終えましたが、省略した手順があります。一時変更は残っていません。</translation>
    </message>
    <message>
        <source>All steps are through, but temporary changes still stand. Take back what is in the list.</source>
        <translation>すべての手順を終えましたが、一時変更が残っています。一覧の一時変更を元に戻してください。</translation>
    </message>
    <message>
        <source>Nothing was done or recorded.</source>
        <translation>何も実施・記録していません。</translation>
    </message>
    <message>
        <source>The run is not under way: %1.</source>
        <translation>作業は実施中ではありません（%1）。</translation>
    </message>
    <message>
        <source>Go on with it first, or begin a new run.</source>
        <translation>先に作業を再開するか、新しい作業を開始してください。</translation>
    </message>
    <message>
        <source>This does not fit the step&apos;s state: %1.</source>
        <translation>現在の手順の状態（%1）では、この操作はできません。</translation>
    </message>
    <message>
        <source>Look at the current step and choose what fits it.</source>
        <translation>現在の手順を確認し、状態に合った操作を選んでください。</translation>
    </message>
    <message>
        <source>Nobody is named who does the work.</source>
        <translation>実施者が入力されていません。</translation>
    </message>
    <message>
        <source>Enter the doer&apos;s name.</source>
        <translation>実施者の氏名を入力してください。</translation>
    </message>
    <message>
        <source>This is a critical step, and no checker is named.</source>
        <translation>重要な手順ですが、再鑑者が入力されていません。</translation>
    </message>
    <message>
        <source>Enter the checker&apos;s name.</source>
        <translation>再鑑者の氏名を入力してください。</translation>
    </message>
    <message>
        <source>This is a critical step: the checker has not agreed yet.</source>
        <translation>重要な手順です。再鑑者の同意がまだありません。</translation>
    </message>
    <message>
        <source>Let the checker look at it and tick the box.</source>
        <translation>再鑑者が内容を確認し、チェックを入れてください。</translation>
    </message>
    <message>
        <source>This step can&apos;t be skipped: later steps rest on it.</source>
        <translation>この手順は省略できません。以降の手順の前提になります。</translation>
    </message>
    <message>
        <source>This step can&apos;t be skipped: these rules need it: %1.</source>
        <translation>この手順は省略できません。次の規則が必要としています: %1。</translation>
    </message>
    <message>
        <source>Do the step, or hold the run.</source>
        <translation>手順を実施するか、作業を中断してください。</translation>
    </message>
    <message>
        <source>A step is only skipped with a reason.</source>
        <translation>手順を省略するには理由が必要です。</translation>
    </message>
    <message>
        <source>Write the reason into the note.</source>
        <translation>理由を備考欄に入力してください。</translation>
    </message>
    <message>
        <source>What was done last is undone first.</source>
        <translation>最後に実施したものから順に元に戻します。</translation>
    </message>
    <message>
        <source>Undo this first: %1</source>
        <translation>先にこれを元に戻してください: %1</translation>
    </message>
    <message>
        <source>There is nothing left to undo.</source>
        <translation>元に戻すものはありません。</translation>
    </message>
    <message>
        <source>The nodes may have different versions: what separates them must stay (S8).</source>
        <translation>ノード間でバージョンが異なる可能性があります。同期停止を解除してはいけません（S8）。</translation>
    </message>
    <message>
        <source>Go on until every node has the target version, or go back to the old version on every node first.</source>
        <translation>全ノードが新バージョンになるまで作業を続けるか、先に全ノードを旧バージョンへ切り戻してください。</translation>
    </message>
    <message>
        <source>The line is no JSON record.</source>
        <translation>この行は JSON の記録ではありません。</translation>
    </message>
    <message>
        <source>The record should have the number %1: a line is missing, doubled or moved.</source>
        <translation>記録番号が %1 ではありません。行の欠落、重複または入れ替わりがあります。</translation>
    </message>
    <message>
        <source>The record does not continue the hash chain: the line before it was changed after it was written.</source>
        <translation>ハッシュチェーンがつながりません。直前の行が書き込み後に変更されています。</translation>
    </message>
    <message>
        <source>The record has no readable time or kind.</source>
        <translation>記録の時刻または種別が読み取れません。</translation>
    </message>
    <message>
        <source>The journal %1 can&apos;t be written: %2</source>
        <translation>作業記録 %1 に書き込めません: %2</translation>
    </message>
    <message>
        <source>The run stands still: nothing may be done that is not recorded first. What was recorded before is safe.</source>
        <translation>作業は停止しています。先に記録できない操作は実施できません。これまでの記録は保たれています。</translation>
    </message>
    <message>
        <source>Check free space, permissions and the disk, then go on from the journal.</source>
        <translation>空き容量、アクセス権、ディスクの状態を確認し、作業記録から再開してください。</translation>
    </message>
    <message>
        <source>The lock file %1 can&apos;t be made.</source>
        <translation>ロックファイル %1 を作成できません。</translation>
    </message>
    <message>
        <source>The run was not begun; nothing was changed.</source>
        <translation>作業は開始していません。何も変更していません。</translation>
    </message>
    <message>
        <source>Choose a folder on this machine that you may write to.</source>
        <translation>この PC 上の書き込み可能なフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The journal %1 is in use: %2, process %3 on %4 is working with it.</source>
        <translation>作業記録 %1 は使用中です（%4 上の %2、プロセス %3）。</translation>
    </message>
    <message>
        <source>Nothing was changed: only one run at a time may work on a site.</source>
        <translation>何も変更していません。1 つのサイトで同時に実施できる作業は 1 つだけです。</translation>
    </message>
    <message>
        <source>Go on in the other window, or close it first. Should no other run be open, remove the file %1.</source>
        <translation>もう一方のウィンドウで続けるか、先に閉じてください。ほかに作業が開かれていない場合は、ファイル %1 を削除してください。</translation>
    </message>
    <message>
        <source>The file %1 exists already.</source>
        <translation>ファイル %1 はすでに存在します。</translation>
    </message>
    <message>
        <source>It was not touched: a journal is never overwritten.</source>
        <translation>ファイルは変更していません。作業記録は上書きしません。</translation>
    </message>
    <message>
        <source>Choose another file name, or continue the run that this journal holds.</source>
        <translation>別のファイル名を選ぶか、この作業記録の作業を再開してください。</translation>
    </message>
    <message>
        <source>The file %1 holds no whole record of a run.</source>
        <translation>ファイル %1 に完全な記録がありません。</translation>
    </message>
    <message>
        <source>It was not touched.</source>
        <translation>ファイルは変更していません。</translation>
    </message>
    <message>
        <source>If it is a journal, its run was broken off before anything began: begin a new run.</source>
        <translation>作業記録であれば、最初の操作より前に作業が途切れています。新しい作業を開始してください。</translation>
    </message>
    <message>
        <source>Take the file from a copy, if there is one. Else do not go on by this journal: look at the nodes and settle by hand what stands.</source>
        <translation>コピーがあれば、そのファイルを使ってください。ない場合は、この作業記録では再開せず、各ノードの状態を確認し、残っている一時変更を手作業で処置してください。</translation>
    </message>
    <message>
        <source>The journal %1 is damaged in line %2.</source>
        <translation>作業記録 %1 の %2 行目が壊れています。</translation>
    </message>
    <message>
        <source>It was not touched, and nothing was done.</source>
        <translation>ファイルは変更していません。何も実施していません。</translation>
    </message>
    <message>
        <source>an earlier record could not be written</source>
        <translation>これより前の記録を書き込めませんでした</translation>
    </message>
    <message>
        <source>The plan made now from the site in the journal %1 is not the plan that the run began with.</source>
        <translation>作業記録 %1 のサイト情報から作成した計画が、開始時の計画と一致しません。</translation>
    </message>
    <message>
        <source>The run was not continued; nothing was changed. What stood before still stands.</source>
        <translation>作業は再開していません。何も変更していません。中断時の一時変更は残ったままです。</translation>
    </message>
    <message>
        <source>Continue with the version of this program that began the run, or settle by the printed runbook what stands.</source>
        <translation>作業を開始したときと同じバージョンの本ツールで再開するか、印刷した作業手順書に従って残っている一時変更を処置してください。</translation>
    </message>
    <message>
        <source>The file %1 is not the journal of a run.</source>
        <translation>ファイル %1 は作業記録ではありません。</translation>
    </message>
    <message>
        <source>Choose the journal that the Work page named when the run began.</source>
        <translation>作業の開始時に「作業」画面に表示された作業記録を選んでください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; did not accept the pages.</source>
        <translation>「%1」に印刷できませんでした。</translation>
    </message>
    <message>
        <source>Nothing or only a part was printed.</source>
        <translation>まったく印刷されていないか、一部だけが印刷されています。</translation>
    </message>
    <message>
        <source>Check the printer (or whether the file can be written), then print again; or save the runbook as PDF.</source>
        <translation>プリンター（ファイルに出力した場合は書き込み先）を確認してから、もう一度印刷してください。PDF に保存することもできます。</translation>
    </message>
    <message>
        <source>No config was read; its ports and sync mode are assumed.</source>
        <translation>設定ファイルを読み取っていないため、ポートと同期方式は想定です。</translation>
    </message>
    <message>
        <source>Survey taken %1</source>
        <translation>調査日時: %1</translation>
    </message>
    <message>
        <source>Runbook_%1</source>
        <translation>作業手順書_%1</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>保存しました: %1</translation>
    </message>
    <message>
        <source>Sent to the printer &quot;%1&quot;.</source>
        <translation>プリンター「%1」に送信しました。</translation>
    </message>
    <message>
        <source>No schedule is entered: the clock gives no alarm.</source>
        <translation>スケジュールが未入力のため、時刻の警告は行いません。</translation>
    </message>
    <message>
        <source>Usage: replica-upgrade-wizard [VERB] [OPTIONS]
Without a verb it opens the wizard; --site FILE opens a site in it, --lang ja|en sets its language.
Verbs:</source>
        <translation>使い方: replica-upgrade-wizard [コマンド] [オプション]
コマンドを省略するとウィザードが開きます。--site FILE でサイトファイルを開き、--lang ja|en で言語を指定します。
コマンド:</translation>
    </message>
    <message>
        <source>VERB --help tells more of a verb; --version prints the version.
This program is not the vendor&apos;s.</source>
        <translation>各コマンドの詳細は「コマンド --help」で、バージョンは --version で確認できます。
本ツールはメーカーの製品ではありません。</translation>
    </message>
    <message>
        <source>this help</source>
        <translation>このヘルプを表示</translation>
    </message>
    <message>
        <source>prints the version</source>
        <translation>バージョンを表示</translation>
    </message>
    <message>
        <source>Nothing was done. --help tells what may be written.</source>
        <translation>何も実行していません。指定方法は --help で確認してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not belong here. --help tells what may be written.</source>
        <translation>「%1」は指定できません。指定方法は --help で確認してください。</translation>
    </message>
    <message>
        <source>There is no verb &quot;%1&quot;.</source>
        <translation>「%1」というコマンドはありません。</translation>
    </message>
    <message>
        <source>No display was found, so the window can&apos;t be opened. Nothing was done. The verbs need no display: see --help.</source>
        <translation>画面（ディスプレイ）が見つからないため、ウィンドウを開けません。何も実行していません。コマンドは画面なしで使えます。--help を参照してください。</translation>
    </message>
    <message>
        <source>--lang takes ja or en. Nothing was done.</source>
        <translation>--lang には ja または en を指定してください。何も実行していません。</translation>
    </message>
    <message>
        <source>BLOCKER</source>
        <translation>要解決</translation>
    </message>
    <message>
        <source>WARNING</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>INFO</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>No file to write was named.</source>
        <translation>出力ファイルが指定されていません。</translation>
    </message>
    <message>
        <source>Name one with -o FILE.pdf, FILE.html or FILE.xlsx.</source>
        <translation>-o FILE.pdf（.html、.xlsx）で指定してください。</translation>
    </message>
    <message>
        <source>the printed runbook, as PDF, HTML or Excel</source>
        <translation>作業手順書（PDF、HTML、Excel）</translation>
    </message>
    <message>
        <source>%1: may be chosen</source>
        <translation>%1: 選択できます</translation>
    </message>
    <message>
        <source>%1: refused (%2)</source>
        <translation>%1: 選択できません（%2）</translation>
    </message>
    <message>
        <source>the checks before the work, and which procedures may be chosen</source>
        <translation>事前チェックの結果と、選択できる作業方式</translation>
    </message>
    <message>
        <source>%1 - %2 steps, about %3, fingerprint %4</source>
        <translation>%1 ― 全 %2 手順、所要時間の目安 %3、計画の識別値 %4</translation>
    </message>
    <message>
        <source>the procedure, step by step</source>
        <translation>手順の一覧</translation>
    </message>
    <message>
        <source>The journal and the file to write are needed.</source>
        <translation>作業記録と出力ファイルの指定が必要です。</translation>
    </message>
    <message>
        <source>Name them with --journal FILE and -o FILE.pdf, FILE.html or FILE.xlsx.</source>
        <translation>--journal FILE と -o FILE.pdf（.html、.xlsx）で指定してください。</translation>
    </message>
    <message>
        <source>the report of what was done, from the journal of a run</source>
        <translation>作業記録から作成する作業報告書</translation>
    </message>
    <message>
        <source>No site file was named.</source>
        <translation>サイトファイルが指定されていません。</translation>
    </message>
    <message>
        <source>Name one with --site FILE.</source>
        <translation>--site FILE で指定してください。</translation>
    </message>
    <message>
        <source>No procedure was named.</source>
        <translation>作業方式が指定されていません。</translation>
    </message>
    <message>
        <source>Name one with --procedure: %1.</source>
        <translation>--procedure で次のいずれかを指定してください: %1</translation>
    </message>
    <message>
        <source>There is no procedure &quot;%1&quot;.</source>
        <translation>「%1」という作業方式はありません。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>書き込みました: %1</translation>
    </message>
    <message>
        <source>Data sync: %1</source>
        <translation>データ同期: %1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>%1 行目</translation>
    </message>
    <message>
        <source>assumed, not in the file</source>
        <translation>想定（ファイルに記載なし）</translation>
    </message>
    <message>
        <source>No file was named.</source>
        <translation>ファイルが指定されていません。</translation>
    </message>
    <message>
        <source>Name the mf_replica.def files to read.</source>
        <translation>読み取る mf_replica.def を指定してください。</translation>
    </message>
    <message>
        <source>reads replica configs from disk</source>
        <translation>レプリカ設定ファイルの読み取り</translation>
    </message>
    <message>
        <source>Run held</source>
        <translation>作業中断</translation>
    </message>
    <message>
        <source>Run continued</source>
        <translation>作業再開</translation>
    </message>
    <message>
        <source>Not as expected</source>
        <translation>期待と異なる</translation>
    </message>
    <message>
        <source>To be done again</source>
        <translation>やり直し</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>省略</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>元に戻した</translation>
    </message>
    <message>
        <source>Stop mail flow</source>
        <translation>メール流通を止める</translation>
    </message>
    <message>
        <source>Mail flow is stopped while the nodes are upgraded. All services are stopped, every node is upgraded, then the slaves are started and the master last.</source>
        <translation>バージョンアップの間、メール流通を止めます。全サービスを停止し、全ノードをバージョンアップしたあと、スレーブ機、マスター機の順に起動します。</translation>
    </message>
    <message>
        <source>Keep mail flowing: disable settings sync</source>
        <translation>メール流通を止めない: 設定同期の無効化</translation>
    </message>
    <message>
        <source>Keep mail flowing: block the sync ports</source>
        <translation>メール流通を止めない: 同期ポートの遮断</translation>
    </message>
    <message>
        <source>Keep mail flowing: block all traffic between the servers</source>
        <translation>メール流通を止めない: ノード間通信の遮断</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Back up the config</source>
        <translation>設定ファイルの控え</translation>
    </message>
    <message>
        <source>Check the mail flow</source>
        <translation>メール流通の確認</translation>
    </message>
    <message>
        <source>Stop the mail flow</source>
        <translation>メール流通の停止</translation>
    </message>
    <message>
        <source>Take out of the mail route</source>
        <translation>メール経路からの切り離し</translation>
    </message>
    <message>
        <source>Return to the mail route</source>
        <translation>メール経路への復帰</translation>
    </message>
    <message>
        <source>Start at boot off</source>
        <translation>自動起動の無効化</translation>
    </message>
    <message>
        <source>Start at boot on</source>
        <translation>自動起動の有効化</translation>
    </message>
    <message>
        <source>Disable settings sync</source>
        <translation>設定同期の無効化</translation>
    </message>
    <message>
        <source>Enable settings sync</source>
        <translation>設定同期の有効化</translation>
    </message>
    <message>
        <source>Block sync communication</source>
        <translation>同期通信の遮断</translation>
    </message>
    <message>
        <source>Prove the block</source>
        <translation>遮断の確認</translation>
    </message>
    <message>
        <source>Extend the block</source>
        <translation>遮断対象の追加</translation>
    </message>
    <message>
        <source>Lift the block</source>
        <translation>遮断の解除</translation>
    </message>
    <message>
        <source>Stop the service</source>
        <translation>サービスの停止</translation>
    </message>
    <message>
        <source>Run the installer</source>
        <translation>インストーラーの実行</translation>
    </message>
    <message>
        <source>Stop the service if it was started</source>
        <translation>サービスが稼働していた場合の停止</translation>
    </message>
    <message>
        <source>Check the version</source>
        <translation>バージョンの確認</translation>
    </message>
    <message>
        <source>Read the config again</source>
        <translation>設定ファイルの再確認</translation>
    </message>
    <message>
        <source>Start the service</source>
        <translation>サービスの起動</translation>
    </message>
    <message>
        <source>Restart the service</source>
        <translation>サービスの再起動</translation>
    </message>
    <message>
        <source>Look for the restart flag</source>
        <translation>再起動フラグの確認</translation>
    </message>
    <message>
        <source>Check the sync</source>
        <translation>同期の確認</translation>
    </message>
    <message>
        <source>Watch the queue</source>
        <translation>キューの監視</translation>
    </message>
    <message>
        <source>Record who reaches whom</source>
        <translation>疎通状況の記録</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>準備</translation>
    </message>
    <message>
        <source>Isolation</source>
        <translation>同期停止</translation>
    </message>
    <message>
        <source>Restoration</source>
        <translation>復旧</translation>
    </message>
    <message>
        <source>Nothing was run on the node.</source>
        <translation>ノード上では何も実行されていません。</translation>
    </message>
    <message>
        <source>No login took place; nothing was changed on the node.</source>
        <translation>ログインは行われておらず、ノード上では何も変更されていません。</translation>
    </message>
    <message>
        <source>%1: the name in %2 can&apos;t be resolved (%3).</source>
        <translation>%1: %2 のホスト名を名前解決できません（%3）。</translation>
    </message>
    <message>
        <source>Check the spelling, or enter the IP address instead of the name.</source>
        <translation>つづりを確認するか、ホスト名の代わりに IP アドレスを入力してください。</translation>
    </message>
    <message>
        <source>Check the SSH port, and whether the SSH server runs on the node.</source>
        <translation>SSH のポート番号と、ノードで SSH サーバーが動作しているかを確認してください。</translation>
    </message>
    <message>
        <source>%1: no answer from %2 (%3).</source>
        <translation>%1: %2 から応答がありません（%3）。</translation>
    </message>
    <message>
        <source>%1: this machine has no way to %2 (%3).</source>
        <translation>%1: この PC から %2 への経路がありません（%3）。</translation>
    </message>
    <message>
        <source>Check this machine&apos;s network connection and VPN, then try again.</source>
        <translation>この PC のネットワーク接続と VPN を確認し、やり直してください。</translation>
    </message>
    <message>
        <source>%1: %2 took the connection, but did not finish the login within the time limit.</source>
        <translation>%1: %2 に接続できましたが、制限時間内にログインが完了しませんでした。</translation>
    </message>
    <message>
        <source>The node may be overloaded or hang. Look at it on its console, then try again.</source>
        <translation>ノードが高負荷、またはハングアップしている可能性があります。ノードのコンソールで状態を確認し、やり直してください。</translation>
    </message>
    <message>
        <source>%1: what answers at %2 is not an SSH server (%3).</source>
        <translation>%1: %2 で応答しているのは SSH サーバーではありません（%3）。</translation>
    </message>
    <message>
        <source>Check the SSH port in the node&apos;s settings.</source>
        <translation>ノードの設定の SSH ポート番号を確認してください。</translation>
    </message>
    <message>
        <source>%1: %2 closed the connection before its greeting, again and again.</source>
        <translation>%1: %2 への接続が、SSH の応答を受け取る前に繰り返し切断されました。</translation>
    </message>
    <message>
        <source>The server has too many logins under way (MaxStartups) or shuts this machine out (hosts.deny, fail2ban). Wait a minute, or look at the server&apos;s log.</source>
        <translation>ログイン処理中の接続が多すぎる（MaxStartups）か、この PC からの接続が遮断されています（hosts.deny、fail2ban）。1 分ほど待つか、サーバーのログを確認してください。</translation>
    </message>
    <message>
        <source>%1: no common encryption method was found with %2. The server offers: %3</source>
        <translation>%1: %2 との間で、共通して使える暗号方式がありません。サーバー側の方式: %3</translation>
    </message>
    <message>
        <source>%1: %2 has only an RSA host key (%3), which this program can&apos;t verify.</source>
        <translation>%1: %2 のホスト鍵は RSA のみ（%3）で、本ツールでは検証できません。</translation>
    </message>
    <message>
        <source>%1: the host key of %2 is not known and was not accepted. Its fingerprint: %3</source>
        <translation>%1: %2 のホスト鍵は未登録で、承認されませんでした。フィンガープリント: %3</translation>
    </message>
    <message>
        <source>%1: the host key of %2 is marked as revoked in known_hosts: %3</source>
        <translation>%1: %2 のホスト鍵は known_hosts で失効済み（revoked）とされています: %3</translation>
    </message>
    <message>
        <source>Do not connect. Ask whoever looks after the server why its key was revoked.</source>
        <translation>接続しないでください。鍵が失効した理由をサーバーの管理者に確認してください。</translation>
    </message>
    <message>
        <source>%1: the file of known host keys can&apos;t be read, so %2 can&apos;t be verified. %3</source>
        <translation>%1: 登録済みホスト鍵のファイルを読み取れないため、%2 を検証できません。%3</translation>
    </message>
    <message>
        <source>Correct the file&apos;s permissions, or name another file.</source>
        <translation>ファイルのアクセス権を修正するか、別のファイルを指定してください。</translation>
    </message>
    <message>
        <source>%1: the accepted host key of %2 could not be stored. %3</source>
        <translation>%1: 承認した %2 のホスト鍵を保存できませんでした。%3</translation>
    </message>
    <message>
        <source>Make the file writable, or name another file, and accept the key again.</source>
        <translation>ファイルを書き込み可能にするか別のファイルを指定し、もう一度承認してください。</translation>
    </message>
    <message>
        <source>%1: no user name is given for %2.</source>
        <translation>%1: %2 のユーザー名が指定されていません。</translation>
    </message>
    <message>
        <source>Enter the user name for SSH.</source>
        <translation>SSH のユーザー名を入力してください。</translation>
    </message>
    <message>
        <source>Start an agent and add the key with ssh-add, or choose another way to log in.</source>
        <translation>SSH エージェントを起動して ssh-add で鍵を追加するか、別の認証方式を選んでください。</translation>
    </message>
    <message>
        <source>%1: the key agent holds no key that can be used for %2.</source>
        <translation>%1: SSH エージェントに、%2 で使える鍵がありません。</translation>
    </message>
    <message>
        <source>Add an RSA, ECDSA or Ed25519 key with ssh-add.</source>
        <translation>ssh-add で RSA、ECDSA、Ed25519 のいずれかの鍵を追加してください。</translation>
    </message>
    <message>
        <source>%1: the login to %2 is set to use a key file, but none is named.</source>
        <translation>%1: %2 には鍵ファイルでログインする設定ですが、ファイルが指定されていません。</translation>
    </message>
    <message>
        <source>Choose the private key file.</source>
        <translation>秘密鍵のファイルを選択してください。</translation>
    </message>
    <message>
        <source>%1: the private key for %2 can&apos;t be read. %3</source>
        <translation>%1: %2 の秘密鍵を読み取れません。%3</translation>
    </message>
    <message>
        <source>Check the path of the key file and its permissions.</source>
        <translation>鍵ファイルのパスとアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>%1: the file %3 is not a private key, or it is damaged (login to %2).</source>
        <translation>%1: ファイル %3 は秘密鍵ではないか、破損しています（ログイン先 %2）。</translation>
    </message>
    <message>
        <source>Choose a private key in OpenSSH or PEM format.</source>
        <translation>OpenSSH 形式または PEM 形式の秘密鍵を選択してください。</translation>
    </message>
    <message>
        <source>%1: the key file %3 has PuTTY&apos;s format, which can&apos;t be read here (login to %2).</source>
        <translation>%1: 鍵ファイル %3 は PuTTY 形式のため、読み取れません（ログイン先 %2）。</translation>
    </message>
    <message>
        <source>Convert it: in PuTTYgen, Conversions &gt; Export OpenSSH key.</source>
        <translation>PuTTYgen の「Conversions」&gt;「Export OpenSSH key」で変換してください。</translation>
    </message>
    <message>
        <source>Choose the file of the same name without .pub.</source>
        <translation>同じ名前で .pub の付かないファイルを選択してください。</translation>
    </message>
    <message>
        <source>%1: the private key for %2 is encrypted with %3, which is not supported.</source>
        <translation>%1: %2 の秘密鍵は %3 で暗号化されており、対応していません。</translation>
    </message>
    <message>
        <source>Encrypt it anew with &quot;ssh-keygen -p -Z aes256-ctr -f FILE&quot;.</source>
        <translation>「ssh-keygen -p -Z aes256-ctr -f ファイル名」で暗号化し直してください。</translation>
    </message>
    <message>
        <source>%1: the private key for %2 is of the type %3, which is not supported.</source>
        <translation>%1: %2 の秘密鍵の種類 %3 には対応していません。</translation>
    </message>
    <message>
        <source>Use an RSA, ECDSA or Ed25519 key.</source>
        <translation>RSA、ECDSA、Ed25519 のいずれかの鍵を使ってください。</translation>
    </message>
    <message>
        <source>%1: the passphrase does not open the private key %3 (login to %2).</source>
        <translation>%1: 秘密鍵 %3 のパスフレーズが正しくありません（ログイン先 %2）。</translation>
    </message>
    <message>
        <source>Enter the passphrase again; it is the key file&apos;s own, not the user&apos;s password.</source>
        <translation>もう一度入力してください。鍵ファイルのパスフレーズであり、ユーザーのパスワードではありません。</translation>
    </message>
    <message>
        <source>%1: the login to %2 needs a password or passphrase, and none was given.</source>
        <translation>%1: %2 へのログインにはパスワードまたはパスフレーズが必要ですが、入力されませんでした。</translation>
    </message>
    <message>
        <source>Enter it when asked; on the command line hand it over with --password-fd.</source>
        <translation>入力を求められたら入力してください。コマンドラインでは --password-fd で渡してください。</translation>
    </message>
    <message>
        <source>%1: %2 did not accept the key. The server allows: %3</source>
        <translation>%1: %2 が鍵を受け付けませんでした。サーバーが許可する認証方式: %3</translation>
    </message>
    <message>
        <source>%1: %2 did not accept the user name or password.</source>
        <translation>%1: %2 はユーザー名またはパスワードを受け付けませんでした。</translation>
    </message>
    <message>
        <source>%1: %2 does not offer the chosen way to log in. It allows: %3</source>
        <translation>%1: %2 は、選択した認証方式を許可していません。許可されている認証方式: %3</translation>
    </message>
    <message>
        <source>Choose one of the ways that the server allows.</source>
        <translation>サーバーが許可する認証方式から選んでください。</translation>
    </message>
    <message>
        <source>Use a user who can log in with a key, or with a key and a password.</source>
        <translation>鍵だけ、または鍵とパスワードでログインできるユーザーを使ってください。</translation>
    </message>
    <message>
        <source>%1: %2 closed the connection after too many failed tries to log in.</source>
        <translation>%1: ログインの失敗が続いたため、%2 に接続を切断されました。</translation>
    </message>
    <message>
        <source>%1: the password of %2 has expired and must be changed first.</source>
        <translation>%1: %2 のパスワードは有効期限が切れており、変更が必要です。</translation>
    </message>
    <message>
        <source>Log in once with ssh in a terminal, change the password, then try again.</source>
        <translation>端末から ssh でログインしてパスワードを変更し、やり直してください。</translation>
    </message>
    <message>
        <source>%1: the jump host &quot;%3&quot; can&apos;t be understood.</source>
        <translation>%1: 踏み台ホスト「%3」の書式を解釈できません。</translation>
    </message>
    <message>
        <source>Write it as user@host or user@host:port; IPv6 addresses in brackets.</source>
        <translation>user@host または user@host:port の書式で入力してください。IPv6 アドレスは角括弧で囲みます。</translation>
    </message>
    <message>
        <source>%1: the jump host %2 does not let connections through (%3).</source>
        <translation>%1: 踏み台ホスト %2 は接続の中継を許可していません（%3）。</translation>
    </message>
    <message>
        <source>Allow AllowTcpForwarding for this user on the jump host, or use another one.</source>
        <translation>踏み台ホストでこのユーザーに AllowTcpForwarding を許可するか、別の踏み台ホストを使ってください。</translation>
    </message>
    <message>
        <source>%1: the jump host %2 can&apos;t reach the node (%3).</source>
        <translation>%1: 踏み台ホスト %2 からノードに接続できません（%3）。</translation>
    </message>
    <message>
        <source>%1: %2 refused to open a session after the login (%3).</source>
        <translation>%1: ログイン後、%2 にセッションの開始を拒否されました（%3）。</translation>
    </message>
    <message>
        <source>Check MaxSessions and the limits of this user on the node.</source>
        <translation>ノードの MaxSessions と、このユーザーの制限を確認してください。</translation>
    </message>
    <message>
        <source>%1: %2 refused to run a command (%3).</source>
        <translation>%1: %2 にコマンドの実行を拒否されました（%3）。</translation>
    </message>
    <message>
        <source>Use a user who may run commands over SSH.</source>
        <translation>SSH でコマンドを実行できるユーザーを使ってください。</translation>
    </message>
    <message>
        <source>%1: the login as %2 worked, but no shell ran the command. The node said: %3</source>
        <translation>%1: %2 としてログインできましたが、コマンドを実行するシェルが起動しませんでした。ノードからの出力: %3</translation>
    </message>
    <message>
        <source>%1: the command for %2 is too long to be handed over.</source>
        <translation>%1: %2 で実行するコマンドが長すぎるため、送信できません。</translation>
    </message>
    <message>
        <source>Put it into a script file on the node and enter the call of that file.</source>
        <translation>ノード上のスクリプトファイルに書き、そのファイルの呼び出しを入力してください。</translation>
    </message>
    <message>
        <source>%1: there is no sudo for %2 on the node.</source>
        <translation>%1: ノードに、%2 が使える sudo がありません。</translation>
    </message>
    <message>
        <source>Install sudo on the node, or log in as root.</source>
        <translation>ノードに sudo をインストールするか、root でログインしてください。</translation>
    </message>
    <message>
        <source>%1: sudo does not let %2 run a shell as root. The node said: %3</source>
        <translation>%1: %2 は sudo で root のシェルを実行できません。ノードからの出力: %3</translation>
    </message>
    <message>
        <source>Allow it for the time of the work in sudoers, or use another user.</source>
        <translation>作業期間中だけ sudoers で許可するか、別のユーザーを使ってください。</translation>
    </message>
    <message>
        <source>%1: sudo on the node wants a terminal (requiretty) for %2.</source>
        <translation>%1: ノードの sudo は、%2 に端末を要求する設定です（requiretty）。</translation>
    </message>
    <message>
        <source>%1: sudo did not accept the password of %2.</source>
        <translation>%1: sudo は %2 のパスワードを受け付けませんでした。</translation>
    </message>
    <message>
        <source>%1: sudo asks for a password for %2, and none was given.</source>
        <translation>%1: %2 の sudo にはパスワードが必要ですが、入力されませんでした。</translation>
    </message>
    <message>
        <source>%1: sudo failed for %2. The node said: %3</source>
        <translation>%1: %2 の sudo が失敗しました。ノードからの出力: %3</translation>
    </message>
    <message>
        <source>%1: the connection to %2 was lost (%3).</source>
        <translation>%1: %2 との接続が切れました（%3）。</translation>
    </message>
    <message>
        <source>Check the network and whether the node still runs, then try again.</source>
        <translation>ネットワークと、ノードが動作しているかを確認し、やり直してください。</translation>
    </message>
    <message>
        <source>%1: stopped on request (%2).</source>
        <translation>%1: 操作により中止しました（%2）。</translation>
    </message>
    <message>
        <source>Try again when you are ready.</source>
        <translation>準備ができたら、やり直してください。</translation>
    </message>
    <message>
        <source>%1: the SSH connection to %2 failed: %3</source>
        <translation>%1: %2 との SSH 接続に失敗しました: %3</translation>
    </message>
    <message>
        <source>Try again; if it stays, log in with ssh -v and compare.</source>
        <translation>やり直しても解消しない場合は、ssh -v でログインして比較してください。</translation>
    </message>
    <message>
        <source>Sync communication is blocked on %1</source>
        <translation>%1 の同期通信を遮断中</translation>
    </message>
    <message>
        <source>Traffic between the servers is blocked</source>
        <translation>ノード間の通信を遮断中</translation>
    </message>
    <message>
        <source>The service on %1 is stopped</source>
        <translation>%1 のサービス停止</translation>
    </message>
    <message>
        <source>The services are stopped</source>
        <translation>サービスを停止中</translation>
    </message>
    <message>
        <source>Start at boot is off on %1</source>
        <translation>%1 の自動起動が無効</translation>
    </message>
    <message>
        <source>Start at boot is off</source>
        <translation>自動起動が無効</translation>
    </message>
    <message>
        <source>%1 is taken out of the mail route</source>
        <translation>%1 をメール経路から切り離し済み</translation>
    </message>
    <message>
        <source>Nodes are taken out of the mail route</source>
        <translation>ノードをメール経路から切り離し済み</translation>
    </message>
    <message>
        <source>Settings sync is disabled on %1</source>
        <translation>%1 の設定同期が無効</translation>
    </message>
    <message>
        <source>Settings sync is disabled</source>
        <translation>設定同期が無効</translation>
    </message>
    <message>
        <source>The mail flow to %1 is stopped</source>
        <translation>%1 へのメール流通を停止中</translation>
    </message>
    <message>
        <source>The mail flow is stopped</source>
        <translation>メール流通を停止中</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>未実施</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>Carried out, not judged</source>
        <translation>実施済み、未判定</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不要</translation>
    </message>
    <message>
        <source>the site file</source>
        <translation>サイトファイル</translation>
    </message>
    <message>
        <source>a saved survey, so that no node is asked</source>
        <translation>保存済みの調査結果（ノードに接続しません）</translation>
    </message>
    <message>
        <source>the version before the upgrade, such as 5.20R01</source>
        <translation>現行バージョン（例: 5.20R01）</translation>
    </message>
    <message>
        <source>the version after the upgrade, such as 5.60R01</source>
        <translation>新バージョン（例: 5.60R01）</translation>
    </message>
    <message>
        <source>the file to write: .pdf, .html or .xlsx</source>
        <translation>出力ファイル（.pdf、.html、.xlsx）</translation>
    </message>
    <message>
        <source>the journal of a run</source>
        <translation>作業記録ファイル</translation>
    </message>
    <message>
        <source>who made the document, printed on its cover</source>
        <translation>表紙に印字する作成者名</translation>
    </message>
    <message>
        <source>print one JSON document instead of text</source>
        <translation>テキストの代わりに JSON を出力</translation>
    </message>
    <message>
        <source>the language of the output</source>
        <translation>出力する言語</translation>
    </message>
    <message>
        <source>the dark palette</source>
        <translation>暗い配色</translation>
    </message>
    <message>
        <source>service running</source>
        <translation>サービス稼働中</translation>
    </message>
    <message>
        <source>Procedure chosen</source>
        <translation>作業方式</translation>
    </message>
    <message>
        <source>Check with:</source>
        <translation>確認コマンド:</translation>
    </message>
    <message>
        <source>Work steps</source>
        <translation>作業手順</translation>
    </message>
    <message>
        <source>%1: %2 refused the connection: the host answers, but nobody listens on that port.</source>
        <translation>%1: %2 に接続を拒否されました。ホストは応答していますが、このポートで待ち受けているサービスがありません。</translation>
    </message>
    <message>
        <source>Check the address, whether the node is on, and whether a firewall stands in between. If it can only be reached through another host, enter that one as the jump host.</source>
        <translation>アドレス、ノードの電源、途中のファイアウォールを確認してください。別のホスト経由でしか接続できない場合は、そのホストを踏み台ホストとして入力してください。</translation>
    </message>
    <message>
        <source>Allow one of curve25519-sha256, ecdh-sha2-nistp256 or diffie-hellman-group14-sha256, and an Ed25519 or ECDSA host key, on the server.</source>
        <translation>サーバーで curve25519-sha256、ecdh-sha2-nistp256、diffie-hellman-group14-sha256 のいずれかと、Ed25519 または ECDSA のホスト鍵を有効にしてください。</translation>
    </message>
    <message>
        <source>Create further host keys on the server with &quot;ssh-keygen -A&quot; and restart its SSH server.</source>
        <translation>サーバーで「ssh-keygen -A」を実行してほかの種類のホスト鍵を作成し、SSH サーバーを再起動してください。</translation>
    </message>
    <message>
        <source>%1: for %2 only host keys of other types are known. The key that it shows was not accepted: %3</source>
        <translation>%1: %2 は別の種類のホスト鍵だけが登録済みです。今回提示された鍵は承認されませんでした: %3</translation>
    </message>
    <message>
        <source>Stop and find out why. Only if the change is explained and the fingerprint is right, remove the old entry with &quot;ssh-keygen -R&quot; and connect again.</source>
        <translation>作業を止め、原因を調べてください。変更の理由が明らかで、フィンガープリントが正しい場合に限り、「ssh-keygen -R」で古い登録を削除してから接続し直してください。</translation>
    </message>
    <message>
        <source>%1: the login to %2 is set to use the key agent, but no agent answers (SSH_AUTH_SOCK).</source>
        <translation>%1: %2 には SSH エージェントでログインする設定ですが、エージェントが応答しません（SSH_AUTH_SOCK）。</translation>
    </message>
    <message>
        <source>%1: the file %3 holds the public half of a key; the login to %2 needs the private one.</source>
        <translation>%1: ファイル %3 は公開鍵です。%2 へのログインには秘密鍵が必要です。</translation>
    </message>
    <message>
        <source>Check the user name, and that the public key stands in the user&apos;s authorized_keys on the node with the right permissions.</source>
        <translation>ユーザー名と、ノード上のそのユーザーの authorized_keys に公開鍵が適切なアクセス権で登録されているかを確認してください。</translation>
    </message>
    <message>
        <source>Enter it again. Note that root often may not log in by password (PermitRootLogin).</source>
        <translation>もう一度入力してください。root はパスワードでログインできない設定（PermitRootLogin）になっていることがあります。</translation>
    </message>
    <message>
        <source>%1: %2 accepted the first proof and wants another one that this program can&apos;t give: %3</source>
        <translation>%1: %2 は最初の認証を受け付けましたが、さらに本ツールでは対応できない認証を求めています: %3</translation>
    </message>
    <message>
        <source>If the key agent holds many keys, name the right one as the key file. Check that the account has not been locked before trying again.</source>
        <translation>SSH エージェントに多くの鍵がある場合は、使う鍵を鍵ファイルとして指定してください。やり直す前に、アカウントがロックされていないかを確認してください。</translation>
    </message>
    <message>
        <source>Check the node&apos;s address and port as the jump host sees them, and firewalls in between.</source>
        <translation>踏み台ホストから見たノードのアドレスとポート、途中のファイアウォールを確認してください。</translation>
    </message>
    <message>
        <source>Check the user&apos;s login shell and a forced command in authorized_keys or sshd_config.</source>
        <translation>ユーザーのログインシェルと、authorized_keys または sshd_config の強制コマンドを確認してください。</translation>
    </message>
    <message>
        <source>Add &quot;Defaults:USER !requiretty&quot; to sudoers for the time of the work, or log in as root.</source>
        <translation>作業期間中だけ sudoers に「Defaults:ユーザー名 !requiretty」を追加するか、root でログインしてください。</translation>
    </message>
    <message>
        <source>Enter it again. sudo wants the user&apos;s own password, unless sudoers says otherwise.</source>
        <translation>もう一度入力してください。sudoers に別の指定がなければ、ユーザー本人のパスワードです。</translation>
    </message>
    <message>
        <source>Try &quot;sudo sh&quot; as this user in a terminal on the node and correct what it reports.</source>
        <translation>ノードの端末でこのユーザーとして「sudo sh」を実行し、表示された問題を解消してください。</translation>
    </message>
    <message>
        <source>Mail keeps flowing. Settings sync is disabled on every node (the vendor&apos;s FAQ 4105 tells how), the nodes are upgraded one by one, then it is enabled again.</source>
        <translation>メール流通を止めません。全ノードの設定同期を無効にし（方法はメーカーの FAQ 4105）、1 台ずつバージョンアップしたあと、有効に戻します。</translation>
    </message>
    <message>
        <source>Mail keeps flowing. The sync ports are blocked on every node, the nodes are upgraded one by one, then the block is lifted.</source>
        <translation>メール流通を止めません。全ノードで同期ポートを遮断し、1 台ずつバージョンアップしたあと、遮断を解除します。</translation>
    </message>
    <message>
        <source>Mail keeps flowing. Whoever runs the firewall between the servers blocks all IP traffic among them, the nodes are upgraded one by one, then it is let through again.</source>
        <translation>メール流通を止めません。ノード間のファイアウォール担当者がノード同士の IP 通信をすべて遮断し、1 台ずつバージョンアップしたあと、遮断を解除します。</translation>
    </message>
    <message>
        <source>stop-mail-flow, disable-settings-sync, block-sync-ports or block-peer-traffic</source>
        <translation>stop-mail-flow、disable-settings-sync、block-sync-ports、block-peer-traffic のいずれか</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>実績</translation>
    </message>
    <message>
        <source>Every node has the target version, and no temporary change stands.</source>
        <translation>全ノードが新バージョンで、一時変更は残っていません。</translation>
    </message>
    <message>
        <source>Every node has the target version. What still stands is taken back in the order of the steps.</source>
        <translation>全ノードが新バージョンです。残っている一時変更は、手順の順に元に戻します。</translation>
    </message>
    <message>
        <source>Past the point of no return</source>
        <translation>後戻り不可点の通過後</translation>
    </message>
    <message>
        <source>Before the point of no return</source>
        <translation>後戻り不可点の通過前</translation>
    </message>
    <message>
        <source>New ports %1 pass the firewalls.</source>
        <translation>新規ポート %1 の通信が許可されている。</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>service</comment>
        <translation>停止中</translation>
    </message>
    <message>
        <source>runs</source>
        <comment>service</comment>
        <translation>稼働中</translation>
    </message>
    <message>
        <source>%1 (master)</source>
        <translation>%1（マスター機）</translation>
    </message>
    <message>
        <source>Command sheets</source>
        <translation>コマンドシート</translation>
    </message>
    <message>
        <source>The commands that the step tables name by sheet, in full. Copy the whole sheet and run it as one.</source>
        <translation>手順表でシート名を示したコマンドの全文です。シート全体をコピーし、一括で実行してください。</translation>
    </message>
    <message>
        <source>Command sheet %1</source>
        <translation>コマンドシート %1</translation>
    </message>
    <message>
        <source>%1 (No. %2)</source>
        <translation>%1（No.%2）</translation>
    </message>
    <message>
        <source>Asking ports</source>
        <translation>ポート確認中</translation>
    </message>
    <message>
        <source>waiting for the other nodes</source>
        <translation>ほかのノードの読み取り待ち</translation>
    </message>
    <message>
        <source>These nodes call themselves by the same host name, %1: %2. They may be one and the same machine.</source>
        <translation>次のノードのホスト名が同じ（%1）です: %2。同一のサーバーである可能性があります。</translation>
    </message>
    <message>
        <source>Check the addresses of these nodes in the site.</source>
        <translation>サイトに入力した、これらのノードのアドレスを確認してください。</translation>
    </message>
    <message>
        <source>The SMTP port is open, but no greeting came.</source>
        <translation>SMTP ポートは開いていますが、応答メッセージ（220）が返りませんでした。</translation>
    </message>
    <message>
        <source>This node is entered as taking no mail.</source>
        <translation>メールを中継しないノードとして入力されています。</translation>
    </message>
    <message>
        <source>The node&apos;s answer was cut off before it came to this.</source>
        <translation>この項目に達する前に、ノードからの応答が途切れました。</translation>
    </message>
    <message>
        <source>No command for it is entered.</source>
        <translation>該当するコマンドが入力されていません。</translation>
    </message>
    <message>
        <source>The command did not end within %1 seconds, or was killed: %2</source>
        <translation>コマンドが %1 秒以内に終わらなかったか、強制終了されました: %2</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 がありません。</translation>
    </message>
    <message>
        <source>%1 is of another kind than expected (file, folder or device).</source>
        <translation>%1 の種類が期待と異なります（ファイル・フォルダー・デバイス）。</translation>
    </message>
    <message>
        <source>%1 may not be read by this user.</source>
        <translation>このユーザーには %1 の読み取り権限がありません。</translation>
    </message>
    <message>
        <source>The node has no tool for it.</source>
        <translation>ノードに、該当するツールがありません。</translation>
    </message>
    <message>
        <source>Looking at %1 took too long and was given up.</source>
        <translation>%1 の確認に時間がかかりすぎたため、打ち切りました。</translation>
    </message>
    <message>
        <source>%1 could not be read (exit status %2).</source>
        <translation>%1 を読み取れませんでした（終了ステータス %2）。</translation>
    </message>
    <message>
        <source>%1: exit status %2</source>
        <translation>%1: 終了ステータス %2</translation>
    </message>
    <message>
        <source>The exit status %1 says neither yes nor no: %2 (%3)</source>
        <translation>終了ステータス %1 からは判断できません: %2（%3）</translation>
    </message>
    <message>
        <source>The node could not tell.</source>
        <translation>ノードから情報を得られませんでした。</translation>
    </message>
    <message>
        <source>The node named no address.</source>
        <translation>ノードからアドレスを得られませんでした。</translation>
    </message>
    <message>
        <source>Nothing on this node tells whether it waits for a reboot.</source>
        <translation>再起動待ちかどうかを示すものが、このノードにありません。</translation>
    </message>
    <message>
        <source>Look at the file on the node, then read it again.</source>
        <translation>ノード上でファイルを確認してから、もう一度読み取ってください。</translation>
    </message>
    <message>
        <source>The file %1 was being written to while it was read.</source>
        <translation>ファイル %1 は、読み取り中に書き込まれていました。</translation>
    </message>
    <message>
        <source>Find out who writes to it; read the node again when that is over.</source>
        <translation>何が書き込んでいるかを確認し、書き込みが終わってからもう一度読み取ってください。</translation>
    </message>
    <message>
        <source>conf/mf_replica.def is in it</source>
        <translation>conf/mf_replica.def の存在を確認</translation>
    </message>
    <message>
        <source>the tools that are there; whether rules are in force only root can see</source>
        <translation>存在するツール。有効なルールの有無は root でないと確認不可</translation>
    </message>
    <message>
        <source>rules are in force</source>
        <translation>有効なルールあり</translation>
    </message>
    <message>
        <source>no rules are in force</source>
        <translation>有効なルールなし</translation>
    </message>
    <message>
        <source>as rules, and as files that put it on at the next boot</source>
        <translation>ルールと、次回起動時に遮断を設定するファイルの両方あり</translation>
    </message>
    <message>
        <source>as rules; they would not survive a reboot</source>
        <translation>ルールのみ（再起動すると消える）</translation>
    </message>
    <message>
        <source>as files only: the next boot would put it on</source>
        <translation>ファイルのみ（次回起動時に遮断される）</translation>
    </message>
    <message>
        <source>as files; the rules only root can see</source>
        <translation>ファイルあり（ルールは root でないと確認不可）</translation>
    </message>
    <message>
        <source>no rules and no files of this program</source>
        <translation>本ツールのルールもファイルもなし</translation>
    </message>
    <message>
        <source>Only root can see it.</source>
        <translation>root でないと確認できません。</translation>
    </message>
    <message>
        <source>No queue directory is entered.</source>
        <translation>キューディレクトリが入力されていません。</translation>
    </message>
    <message>
        <source>No installer is entered.</source>
        <translation>インストーラーが入力されていません。</translation>
    </message>
    <message>
        <source>The node did not answer everything in time. What is missing is unknown.</source>
        <translation>ノードが時間内にすべての項目に応答しませんでした。応答のない項目は不明として扱います。</translation>
    </message>
    <message>
        <source>Look at the node&apos;s load, disks and network mounts, then read it again.</source>
        <translation>ノードの負荷、ディスク、ネットワークマウントを確認してから、もう一度読み取ってください。</translation>
    </message>
    <message>
        <source>Run the command on the node by hand and correct its entry.</source>
        <translation>ノード上で手作業でコマンドを実行して確かめ、入力値を修正してください。</translation>
    </message>
    <message>
        <source>Correct the queue directory&apos;s entry, or let the user read it (sudo).</source>
        <translation>キューディレクトリの入力値を修正するか、ユーザーが読み取れるように（sudo など）してください。</translation>
    </message>
    <message>
        <source>Put the installer onto the node, or correct its entry.</source>
        <translation>インストーラーをノードに置くか、入力値を修正してください。</translation>
    </message>
    <message>
        <source>This user is not root: whether a block of an earlier run stands, and which packet filter rules are in force, can&apos;t be seen.</source>
        <translation>このユーザーは root ではないため、以前の作業の遮断が残っていないか、どのパケットフィルターのルールが有効かを確認できません。</translation>
    </message>
    <message>
        <source>Log in as root, or allow sudo for this node. The work itself needs root as well.</source>
        <translation>root でログインするか、このノードで sudo を許可してください。実際の作業にも root 権限が必要です。</translation>
    </message>
    <message>
        <source>The node took the connection but did not answer in time.</source>
        <translation>ノードに接続できましたが、時間内に応答がありませんでした。</translation>
    </message>
    <message>
        <source>Look at the node&apos;s load and disks, then try again.</source>
        <translation>ノードの負荷とディスクを確認してから、やり直してください。</translation>
    </message>
    <message>
        <source>The script that looks at the node did not run there: %1</source>
        <translation>ノードを確認するスクリプトを、ノード上で実行できませんでした: %1</translation>
    </message>
    <message>
        <source>Log in by hand with the same user and see whether commands can be run, then try again.</source>
        <translation>同じユーザーで手作業でログインし、コマンドを実行できるか確かめてから、やり直してください。</translation>
    </message>
    <message>
        <source>The reading was stopped before the node had answered.</source>
        <translation>ノードが応答する前に、読み取りが中止されました。</translation>
    </message>
    <message>
        <source>Read the node again.</source>
        <translation>このノードをもう一度読み取ってください。</translation>
    </message>
    <message>
        <source>The connection broke off while the node was answering.</source>
        <translation>ノードの応答中に接続が切れました。</translation>
    </message>
    <message>
        <source>Check the node and the network to it, then read it again.</source>
        <translation>ノードと、そこまでのネットワークを確認してから、もう一度読み取ってください。</translation>
    </message>
    <message>
        <source>Ask them by hand with the probe command of the runbook: without that baseline nobody can prove later that a block works.</source>
        <translation>作業手順書の確認コマンドを使い、手作業で確認してください。作業前の状態が不明なままでは、遮断が効いていることを後で証明できません。</translation>
    </message>
    <message>
        <source>The entry of %1 was changed, and the node has not been read since.</source>
        <translation>%1 の入力内容が変更されましたが、その後このノードを調査していません。</translation>
    </message>
    <message>
        <source>Read the node again on the Survey page.</source>
        <translation>「調査」ページでこのノードを再調査してください。</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>無応答</translation>
    </message>
    <message>
        <source>Size of the queue</source>
        <translation>キューのサイズ</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>ディスクの空き容量</translation>
    </message>
    <message>
        <source>service: %1</source>
        <translation>サービス: %1</translation>
    </message>
    <message>
        <source>data sync: %1</source>
        <translation>データ同期: %1</translation>
    </message>
    <message>
        <source>Version installed now</source>
        <translation>現行バージョン</translation>
    </message>
    <message>
        <source>--password-fd takes the number of an open file descriptor.</source>
        <translation>--password-fd には、開いているファイル記述子の番号を指定してください。</translation>
    </message>
    <message>
        <source>No node was connected to.</source>
        <translation>どのノードにも接続していません。</translation>
    </message>
    <message>
        <source>For example: --password-fd 3 3&lt;FILE</source>
        <translation>例: --password-fd 3 3&lt;FILE</translation>
    </message>
    <message>
        <source>secrets from this file descriptor: lines of NODE, ssh, sudo or key, and the secret, with tabs between them; * for every node</source>
        <translation>秘密情報を読むファイル記述子: ノード名、ssh・sudo・key のいずれか、秘密情報をタブで区切った行（* は全ノード）</translation>
    </message>
    <message>
        <source>the known host keys; the user&apos;s own where it is left out</source>
        <translation>登録済みホスト鍵のファイル（省略時は実行ユーザー自身のもの）</translation>
    </message>
    <message>
        <source>trust and store host keys that are not known yet; changed ones are refused all the same</source>
        <translation>未登録のホスト鍵を信頼して保存（変わった鍵は常に拒否）</translation>
    </message>
    <message>
        <source>Write lines of NODE, ssh, sudo or key, and the secret, with tabs between them; * stands for every node.</source>
        <translation>1 行に、ノード名、ssh・sudo・key のいずれか、秘密情報をタブで区切って書いてください。* は全ノードを表します。</translation>
    </message>
    <message>
        <source>File descriptor %1 can&apos;t be read.</source>
        <translation>ファイル記述子 %1 を読み取れません。</translation>
    </message>
    <message>
        <source>File descriptor %1 holds more than secrets can be.</source>
        <translation>ファイル記述子 %1 の内容が、秘密情報としては大きすぎます。</translation>
    </message>
    <message>
        <source>Line %1 of file descriptor %2 can&apos;t be used.</source>
        <translation>ファイル記述子 %2 の %1 行目を使用できません。</translation>
    </message>
    <message>
        <source>%1: the host key of %2 is not known yet.
  %3 %4
Compare it with what the server&apos;s console shows (ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub).</source>
        <translation>%1: %2 のホスト鍵は未登録です。
  %3 %4
サーバーのコンソールでの表示（ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub）と照合してください。</translation>
    </message>
    <message>
        <source>Trust this key and remember it? (y/n)</source>
        <translation>この鍵を信頼して保存しますか。(y/n)</translation>
    </message>
    <message>
        <source>%1 (%2: %3)</source>
        <translation>%1（%2: %3）</translation>
    </message>
    <message>
        <source>%1; entered in the site file: %2</source>
        <translation>%1、サイトファイルの入力値: %2</translation>
    </message>
    <message>
        <source>not known (%1)</source>
        <translation>不明（%1）</translation>
    </message>
    <message>
        <source>Replica config</source>
        <translation>レプリカ設定ファイル</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>同期相手</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>読み取り不可</translation>
    </message>
    <message>
        <source>read</source>
        <translation>読み取り済み</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>未読み取り</translation>
    </message>
    <message>
        <source>Settings sync enabled</source>
        <translation>設定同期の有効・無効</translation>
    </message>
    <message>
        <source>Who reaches whom, before the work</source>
        <translation>ノード間の疎通状況（作業前）</translation>
    </message>
    <message>
        <source>connects to every node, reads, changes nothing</source>
        <translation>全ノードに接続して読み取り（変更は行わない）</translation>
    </message>
    <message>
        <source>Held in a safe state</source>
        <translation>安全な状態で中断</translation>
    </message>
    <message>
        <source>The program was killed (rehearsed)</source>
        <translation>プログラムの強制終了（リハーサル）</translation>
    </message>
    <message>
        <source>The run has ended, and this still stands: %1</source>
        <translation>作業は終了しましたが、次の変更が残っています: %1</translation>
    </message>
    <message>
        <source>The run has ended, and %1 has the version %2.</source>
        <translation>作業は終了しましたが、%1 のバージョンは %2 です。</translation>
    </message>
    <message>
        <source>The step counts as done, and this is not so: %1</source>
        <translation>手順は完了とされていますが、実際は異なります: %1</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached.</source>
        <translation>%1 に接続できません。</translation>
    </message>
    <message>
        <source>Check the node and the network to it.</source>
        <translation>ノードと、ノードまでのネットワークを確認してください。</translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation>%1 との接続が切れました。</translation>
    </message>
    <message>
        <source>%1 was told to do what stands in no step.</source>
        <translation>%1 に、どの手順にもないコマンドが送られました。</translation>
    </message>
    <message>
        <source>%1 was changed, and the journal does not announce it or nobody confirmed it.</source>
        <translation>%1 が変更されましたが、作業記録に記載がないか、誰も確認していません。</translation>
    </message>
    <message>
        <source>The command fails and does nothing</source>
        <translation>コマンドが失敗し、何も実行されない</translation>
    </message>
    <message>
        <source>The command does its work but reports an error</source>
        <translation>コマンドは実行されるが、エラーを返す</translation>
    </message>
    <message>
        <source>The command reports success but does nothing</source>
        <translation>コマンドは成功を返すが、何も実行されない</translation>
    </message>
    <message>
        <source>The command hangs until its time limit</source>
        <translation>コマンドが制限時間まで応答しない</translation>
    </message>
    <message>
        <source>The connection is lost before the command starts</source>
        <translation>コマンドの開始前に接続が切れる</translation>
    </message>
    <message>
        <source>The connection is lost after the command took effect</source>
        <translation>コマンドの実行後に接続が切れる</translation>
    </message>
    <message>
        <source>The connection is lost in the middle of the command&apos;s output</source>
        <translation>コマンドの出力の途中で接続が切れる</translation>
    </message>
    <message>
        <source>The node can&apos;t be reached by SSH for five minutes</source>
        <translation>5 分間、SSH で接続できない</translation>
    </message>
    <message>
        <source>The installer starts the service by itself</source>
        <translation>インストーラーがサービスを自動的に起動する</translation>
    </message>
    <message>
        <source>The installer switches start at boot on</source>
        <translation>インストーラーが自動起動を有効にする</translation>
    </message>
    <message>
        <source>The installer rewrites mf_replica.def with another port</source>
        <translation>インストーラーが mf_replica.def のポートを書き換える</translation>
    </message>
    <message>
        <source>The installer switches settings sync on</source>
        <translation>インストーラーが設定同期を有効にする</translation>
    </message>
    <message>
        <source>The installer fails half-way</source>
        <translation>インストーラーが途中で失敗する</translation>
    </message>
    <message>
        <source>The installer restarts the server before it has ended</source>
        <translation>インストーラーが終了前にサーバーを再起動する</translation>
    </message>
    <message>
        <source>The server restarts</source>
        <translation>サーバーが再起動する</translation>
    </message>
    <message>
        <source>The server restarts, and its block does not come back</source>
        <translation>サーバーが再起動し、遮断が復元されない</translation>
    </message>
    <message>
        <source>Somebody flushes the packet filter&apos;s rules</source>
        <translation>誰かがパケットフィルターのルールを消去する</translation>
    </message>
    <message>
        <source>The block stands, and one port still answers</source>
        <translation>遮断中なのに、応答するポートがある</translation>
    </message>
    <message>
        <source>Somebody starts the service</source>
        <translation>誰かがサービスを起動する</translation>
    </message>
    <message>
        <source>Somebody enables settings sync</source>
        <translation>誰かが設定同期を有効にする</translation>
    </message>
    <message>
        <source>Another run puts its block on the server</source>
        <translation>別の作業による遮断が設定される</translation>
    </message>
    <message>
        <source>Somebody changes mf_replica.def</source>
        <translation>誰かが mf_replica.def を変更する</translation>
    </message>
    <message>
        <source>The server&apos;s clock is an hour ahead</source>
        <translation>サーバーの時計が 1 時間進んでいる</translation>
    </message>
    <message>
        <source>The queue&apos;s disk is full for an hour</source>
        <translation>キューのディスクが 1 時間満杯になる</translation>
    </message>
    <message>
        <source>The service does not start</source>
        <translation>サービスが起動しない</translation>
    </message>
    <message>
        <source>The slave asks for a restart</source>
        <translation>スレーブ機が再起動を要求する</translation>
    </message>
    <message>
        <source>The slave asks for a restart, and again after it</source>
        <translation>スレーブ機が再起動を要求し、再起動後にもう一度要求する</translation>
    </message>
    <message>
        <source>The operator says it is done, and it is not</source>
        <translation>実施者が、終わっていない作業を終わったと申告する</translation>
    </message>
    <message>
        <source>The operator holds the run</source>
        <translation>実施者が作業を中断する</translation>
    </message>
    <message>
        <source>The operator wants to skip the step</source>
        <translation>実施者が手順を省略しようとする</translation>
    </message>
    <message>
        <source>The operator wants to go back</source>
        <translation>実施者が切り戻そうとする</translation>
    </message>
    <message>
        <source>Nobody answers any more</source>
        <translation>実施者も再鑑者も応答しなくなる</translation>
    </message>
    <message>
        <source>The program is killed before it writes a record</source>
        <translation>記録の書き込み前にプログラムが強制終了する</translation>
    </message>
    <message>
        <source>The program is killed right after it has written a record</source>
        <translation>記録の書き込み直後にプログラムが強制終了する</translation>
    </message>
    <message>
        <source>The program is killed in the middle of a record</source>
        <translation>記録の書き込み中にプログラムが強制終了する</translation>
    </message>
    <message>
        <source>The fault &quot;%1&quot; can&apos;t be rehearsed: %2</source>
        <translation>障害「%1」はリハーサルできません: %2</translation>
    </message>
    <message>
        <source>Write KIND@STEP with a step&apos;s id from the plan, several with commas between them.</source>
        <translation>計画にある手順の ID を使い、KIND@STEP の形で書いてください。複数ある場合はカンマで区切ります。</translation>
    </message>
    <message>
        <source>There is no such kind of fault.</source>
        <translation>そのような障害の種類はありません。</translation>
    </message>
    <message>
        <source>Only the end of the program can be tied to a record.</source>
        <translation>記録番号を指定できるのは、プログラムの強制終了だけです。</translation>
    </message>
    <message>
        <source>The plan has no such step.</source>
        <translation>計画にそのような手順はありません。</translation>
    </message>
    <message>
        <source>It can&apos;t happen at this step.</source>
        <translation>この手順では起こりえません。</translation>
    </message>
    <message>
        <source>A sync path is open between %1 (%2) and %3 (%4).</source>
        <translation>%1（%2）と %3（%4）の間の同期経路が開いています。</translation>
    </message>
    <message>
        <source>The installer starts while the service of %1 runs.</source>
        <translation>%1 のサービスが稼働中にインストーラーが開始されました。</translation>
    </message>
    <message>
        <source>%1 is taken out of service, and no other node takes mail.</source>
        <translation>%1 が停止され、ほかにメールを中継するノードがありません。</translation>
    </message>
    <message>
        <source>The master starts before %1 runs.</source>
        <translation>%1 の起動前にマスター機が起動されました。</translation>
    </message>
    <message>
        <source>The isolation is lifted although the nodes have different versions.</source>
        <translation>ノード間でバージョンが異なるのに、同期停止が解除されました。</translation>
    </message>
    <message>
        <source>The work goes on although the world has opened a sync path.</source>
        <translation>本ツール以外の原因で同期経路が開いた状態のまま、作業が続けられました。</translation>
    </message>
    <message>
        <source>As expected</source>
        <translation>期待どおり</translation>
    </message>
    <message>
        <source>Could not be seen</source>
        <translation>確認不可</translation>
    </message>
    <message>
        <source>%1 says: %2</source>
        <translation>%1 の応答: %2</translation>
    </message>
    <message>
        <source>On %1 the block of run %2 stands</source>
        <translation>%1 に作業 ID %2 の遮断が残っています。</translation>
    </message>
    <message>
        <source>The copy is there.</source>
        <translation>控えがあります。</translation>
    </message>
    <message>
        <source>The copy has the content that the survey read.</source>
        <translation>控えの内容は、調査時に読み取った内容と一致しています。</translation>
    </message>
    <message>
        <source>The copy&apos;s content is not what the survey read.</source>
        <translation>控えの内容が、調査時に読み取った内容と一致していません。</translation>
    </message>
    <message>
        <source>%1 has no readable port.</source>
        <translation>%1 のポート番号を読み取れません。</translation>
    </message>
    <message>
        <source>mf_replica.def names no other port.</source>
        <translation>mf_replica.def にほかのポートの記載はありません。</translation>
    </message>
    <message>
        <source>mf_replica.def also names %1.</source>
        <translation>mf_replica.def に次のポートも記載されています: %1</translation>
    </message>
    <message>
        <source>The rules do not cover %1.</source>
        <translation>次のポートがルールの対象に含まれていません: %1</translation>
    </message>
    <message>
        <source>The rules stand, but they dropped nothing of the probes: what else closes the ports is not known.</source>
        <translation>ルールは有効ですが、確認用の通信を破棄していません。ポートが何によって閉じているか不明です。</translation>
    </message>
    <message>
        <source>The rules of run %1 stand; dropped so far: %2 packets.</source>
        <translation>作業 ID %1 のルールが有効です。これまでに破棄したパケット: %2</translation>
    </message>
    <message>
        <source>The installer ended with exit status %1.</source>
        <translation>インストーラーは終了ステータス %1 で終了しました。</translation>
    </message>
    <message>
        <source>The installer is running.</source>
        <translation>インストーラーを実行中です。</translation>
    </message>
    <message>
        <source>The installer runs no more and left no result: the node was restarted, or it was killed.</source>
        <translation>インストーラーは動作しておらず、結果も残っていません。サーバーの再起動か強制終了が考えられます。</translation>
    </message>
    <message>
        <source>The installer was not started.</source>
        <translation>インストーラーは起動されていません。</translation>
    </message>
    <message>
        <source>%1 files, %2 in the queue.</source>
        <translation>キュー: %1 ファイル、%2</translation>
    </message>
    <message>
        <source>Free: %1; in the queue: %2; still needed at most: %3.</source>
        <translation>空き容量: %1、キュー: %2、今後の最大必要量: %3</translation>
    </message>
    <message>
        <source>%1 answered: %2</source>
        <translation>%1 の応答: %2</translation>
    </message>
    <message>
        <source>%1 did not answer on SMTP.</source>
        <translation>%1 が SMTP に応答しません。</translation>
    </message>
    <message>
        <source>There is no other mail node in service.</source>
        <translation>メールを中継する稼働中のノードがほかにありません。</translation>
    </message>
    <message>
        <source>These do not answer as before: %1.</source>
        <translation>次のポートの応答が作業前と異なります: %1</translation>
    </message>
    <message>
        <source>These answer: %1.</source>
        <translation>次のポートが応答します: %1</translation>
    </message>
    <message>
        <source>%1 ports that answered before the work are filtered now.</source>
        <translation>作業前に応答したポート %1 件は、現在すべて無応答（filtered）です。</translation>
    </message>
    <message>
        <source>A node is only left out when the checker agrees.</source>
        <translation>ノードの除外には再鑑者の同意が必要です。</translation>
    </message>
    <message>
        <source>Enter the checker&apos;s name, and let the checker agree.</source>
        <translation>再鑑者の氏名を入力し、再鑑者の同意を得てください。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再確認</translation>
    </message>
    <message>
        <source>Do the step again</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>It was done by hand: look at the result</source>
        <translation>手作業で実施済み（結果を確認）</translation>
    </message>
    <message>
        <source>Skip the step, with a reason</source>
        <translation>理由を記入して手順を省略</translation>
    </message>
    <message>
        <source>Go back: undo what was done</source>
        <translation>切り戻し（実施済みの手順を元に戻す）</translation>
    </message>
    <message>
        <source>Leave this node out of the rest of the work</source>
        <translation>このノードを以後の作業から除外</translation>
    </message>
    <message>
        <source>Hold the run here</source>
        <translation>ここで作業を中断</translation>
    </message>
    <message>
        <source>The operator stopped the run.</source>
        <translation>操作により作業を停止しました。</translation>
    </message>
    <message>
        <source>Compare the two, and choose how to go on.</source>
        <translation>期待結果と確認結果を見比べ、以後の対応を選んでください。</translation>
    </message>
    <message>
        <source>What keeps nodes of different versions apart does not stand any more, or could not be seen. Put it back by its step&apos;s command, then look again.</source>
        <translation>異なるバージョンのノード間の同期を止めている設定が、失われているか、状態を確認できません。該当手順のコマンドで設定し直してから、再確認してください。</translation>
    </message>
    <message>
        <source>What the run has put in place does not stand any more, or could not be seen. Put it back by its step&apos;s command, then look again.</source>
        <translation>本作業で行った設定が、失われているか、状態を確認できません。該当手順のコマンドで設定し直してから、再確認してください。</translation>
    </message>
    <message>
        <source>%1 is not as the plan knows it:</source>
        <translation>%1 の状態が計画時と異なります:</translation>
    </message>
    <message>
        <source>What must hold before this step does not, or could not be seen.</source>
        <translation>この手順の事前条件が満たされていないか、確認できません。</translation>
    </message>
    <message>
        <source>The step was not as expected before: %1</source>
        <translation>前回、この手順は期待どおりになりませんでした: %1</translation>
    </message>
    <message>
        <source>The operator held the run before the step.</source>
        <translation>手順の実施前に、実施者が作業を中断しました。</translation>
    </message>
    <message>
        <source>The operator held the run while the step was done by hand.</source>
        <translation>手作業の途中で、実施者が作業を中断しました。</translation>
    </message>
    <message>
        <source>The step could not be done by hand.</source>
        <translation>手作業で実施できませんでした。</translation>
    </message>
    <message>
        <source>No sync port of %1 answered %2: later a closed port will prove nothing.</source>
        <translation>%2 から接続を試しましたが、%1 の同期ポートはどれも応答しませんでした。このままでは、後でポートが閉じていても遮断の証明になりません。</translation>
    </message>
    <message>
        <source>The operator held the run before he judged the step.</source>
        <translation>手順の判定前に、実施者が作業を中断しました。</translation>
    </message>
    <message>
        <source>The run was interrupted in this step, and its result does not show. It may have taken effect in part.</source>
        <translation>この手順の途中で作業が中断され、結果を確認できません。一部だけ反映されている可能性があります。</translation>
    </message>
    <message>
        <source>The result of the step is not as expected.</source>
        <translation>手順の結果が期待どおりではありません。</translation>
    </message>
    <message>
        <source>A node is only left out when its service is stopped and does not start at boot. Stop it by hand, then choose again.</source>
        <translation>ノードを除外できるのは、サービスが停止し、自動起動も無効な場合だけです。手作業で停止してから、選び直してください。</translation>
    </message>
    <message>
        <source>The operator held the run while going back.</source>
        <translation>切り戻しの途中で、実施者が作業を中断しました。</translation>
    </message>
    <message>
        <source>Undoing this step did not bring the former state back.</source>
        <translation>この手順を元に戻しましたが、以前の状態になりませんでした。</translation>
    </message>
    <message>
        <source>Nothing is left to undo.</source>
        <translation>元に戻すものは残っていません。</translation>
    </message>
    <message>
        <source>%1: planned %2, now %3</source>
        <translation>%1: 計画時 %2、現在 %3</translation>
    </message>
    <message>
        <source>data sync</source>
        <translation>データ同期</translation>
    </message>
    <message>
        <source>sync ports</source>
        <translation>同期ポート</translation>
    </message>
    <message>
        <source>peers</source>
        <translation>同期相手</translation>
    </message>
    <message>
        <source>version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>The program was killed (rehearsed).</source>
        <translation>プログラムが強制終了しました（リハーサル）。</translation>
    </message>
    <message>
        <source>who does the work</source>
        <translation>作業の実施者</translation>
    </message>
    <message>
        <source>who checks each critical step</source>
        <translation>重要な手順を確認する再鑑者</translation>
    </message>
    <message>
        <source>The input has ended: the run is held.</source>
        <translation>入力が終わったため、作業を中断します。</translation>
    </message>
    <message>
        <source>Answer y, n or hold.</source>
        <translation>y、n、hold のいずれかで答えてください。</translation>
    </message>
    <message>
        <source>No answer could be read three times: the run is held.</source>
        <translation>3 回続けて回答を読み取れなかったため、作業を中断します。</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2（%3）</translation>
    </message>
    <message>
        <source>POINT OF NO RETURN: from here on the isolation stays until every server has the same version.</source>
        <translation>後戻り不可点: ここから先は、全サーバーが同じバージョンになるまで同期停止を維持します。</translation>
    </message>
    <message>
        <source>Run this?</source>
        <translation>実行しますか。</translation>
    </message>
    <message>
        <source>Begin this step, by hand?</source>
        <translation>この手順を手作業で開始しますか。</translation>
    </message>
    <message>
        <source>%1 (Critical: has the checker looked at it, and agrees?)</source>
        <translation>%1（重要: 再鑑者が確認し、同意していますか。）</translation>
    </message>
    <message>
        <source>Answer one of these: %1</source>
        <translation>次のいずれかで答えてください: %1</translation>
    </message>
    <message>
        <source>Do it now. Is it done? (%1)</source>
        <translation>実施してください。完了しましたか。（%1）</translation>
    </message>
    <message>
        <source>Is this so: %1</source>
        <translation>次のとおりですか: %1</translation>
    </message>
    <message>
        <source>STOPPED at: %1</source>
        <translation>停止: %1</translation>
    </message>
    <message>
        <source>State of the site: %1</source>
        <translation>サイトの状態: %1</translation>
    </message>
    <message>
        <source>What shall be done?</source>
        <translation>どうしますか。</translation>
    </message>
    <message>
        <source>Begin undoing this, by hand?</source>
        <translation>この手順を元に戻す操作を、手作業で開始しますか。</translation>
    </message>
    <message>
        <source>Exit status %1. What counts is what can be seen now:</source>
        <translation>終了ステータス %1。判定は、このあとの確認結果で行います:</translation>
    </message>
    <message>
        <source>The command&apos;s end was not seen. What counts is what can be seen now:</source>
        <translation>コマンドの終了を確認できませんでした。判定は、このあとの確認結果で行います:</translation>
    </message>
    <message>
        <source>Go on with: replica-upgrade-wizard resume --journal %1</source>
        <translation>再開するには: replica-upgrade-wizard resume --journal %1</translation>
    </message>
    <message>
        <source>(not named)</source>
        <translation>（未記入）</translation>
    </message>
    <message>
        <source>No journal was named.</source>
        <translation>作業記録のファイルが指定されていません。</translation>
    </message>
    <message>
        <source>Name one with --journal FILE.</source>
        <translation>--journal FILE で指定してください。</translation>
    </message>
    <message>
        <source>%1, %2 steps, fingerprint %3. The journal: %4</source>
        <translation>%1、%2 手順、計画の識別値 %3。作業記録: %4</translation>
    </message>
    <message>
        <source>%1: %2 of %3 steps are through.</source>
        <translation>%1: %3 手順のうち %2 手順が完了しています。</translation>
    </message>
    <message>
        <source>carries out the procedure, step by step, each confirmed at the terminal</source>
        <translation>端末で 1 手順ずつ確認しながら作業を実施</translation>
    </message>
    <message>
        <source>goes on with an interrupted or held run</source>
        <translation>中断した作業を再開</translation>
    </message>
    <message>
        <source>%1 - %2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未着手</translation>
    </message>
    <message>
        <source>Course (white: planned, grey: actual)</source>
        <translation>進行（白: 予定、灰: 実績）</translation>
    </message>
    <message>
        <source>planned %1–%2</source>
        <translation>予定 %1–%2</translation>
    </message>
    <message>
        <source>%1, not begun</source>
        <translation>%1、未着手</translation>
    </message>
    <message>
        <source>%1, begun %2</source>
        <translation>%1、%2 開始</translation>
    </message>
    <message>
        <source>%1, actual %2–%3</source>
        <translation>%1、実績 %2–%3</translation>
    </message>
    <message>
        <source>Queue of %1 at its peak</source>
        <translation>%1 のキューの最大量</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>range</comment>
        <translation>%1～%2</translation>
    </message>
    <message>
        <source>Lowest free disk space on %1</source>
        <translation>%1 のディスク空き容量の最小値</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 以上</translation>
    </message>
    <message>
        <source>Mails accepted</source>
        <translation>受け付けたメール</translation>
    </message>
    <message>
        <source>of these in the archive</source>
        <translation>うちアーカイブ済み</translation>
    </message>
    <message>
        <source>%1, still in a queue: %2</source>
        <translation>%1（キューに残っているもの: %2）</translation>
    </message>
    <message>
        <source>Mails lost</source>
        <translation>失われたメール</translation>
    </message>
    <message>
        <source>Mails archived twice</source>
        <translation>二重にアーカイブされたメール</translation>
    </message>
    <message>
        <source>Safety rules broken</source>
        <translation>安全規則の違反</translation>
    </message>
    <message>
        <source>Sync paths that a fault opened between different versions</source>
        <translation>障害により異なるバージョン間で開いた同期経路</translation>
    </message>
    <message>
        <source>No. %1 %2</source>
        <comment>number and title of a step</comment>
        <translation>No.%1 %2</translation>
    </message>
    <message>
        <source>record %1 of the journal</source>
        <translation>作業記録の記録 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>fault, step</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>step, what happened</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not looked at: a rehearsal asks no server. Hand it a survey to play with its figures.</source>
        <translation>未確認: リハーサルではサーバーに問い合わせません。調査結果を渡すと、その値で実施します。</translation>
    </message>
    <message>
        <source>made up for the sample</source>
        <translation>サンプル用の架空の値</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>検知した異常</translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation>中断（結果不明）</translation>
    </message>
    <message>
        <source>Looked at again: it is so now</source>
        <translation>再確認の結果、期待どおり</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>neither ON nor OFF</source>
        <translation>ON でも OFF でもない値</translation>
    </message>
    <message>
        <source>The run was not continued; nothing was changed.</source>
        <translation>作業は再開しておらず、何も変更していません。</translation>
    </message>
    <message>
        <source>%1 is the journal of real work, not of a rehearsal.</source>
        <translation>%1 は実作業の作業記録です。リハーサルの作業記録ではありません。</translation>
    </message>
    <message>
        <source>Leave the rehearsal, and go on with the work from the start page.</source>
        <translation>リハーサルを終了し、開始ページから実作業を再開してください。</translation>
    </message>
    <message>
        <source>%1 is the journal of a rehearsal: no server was touched by it, and none can be worked on from it.</source>
        <translation>%1 はリハーサルの作業記録です。サーバーには一切触れておらず、この作業記録から実作業を行うことはできません。</translation>
    </message>
    <message>
        <source>Choose the journal of the real work, or begin the work anew.</source>
        <translation>実作業の作業記録を選択するか、作業を新しく開始してください。</translation>
    </message>
    <message>
        <source>The command was broken off: it is not known whether it took effect.</source>
        <translation>コマンドの実行が中断されました。反映されたかどうかは不明です。</translation>
    </message>
    <message>
        <source>another rehearsal: the same number gives the same one (1)</source>
        <translation>リハーサルの番号（同じ番号なら同じ内容。既定値 1）</translation>
    </message>
    <message>
        <source>what shall go wrong, and at which step of the plan</source>
        <translation>起こす障害と、その手順の ID</translation>
    </message>
    <message>
        <source>prints every kind of fault</source>
        <translation>障害の種類をすべて表示</translation>
    </message>
    <message>
        <source>A survey was named, but no site file.</source>
        <translation>調査結果が指定されましたが、サイトファイルが指定されていません。</translation>
    </message>
    <message>
        <source>REHEARSAL on a simulated site: no server was touched.</source>
        <translation>リハーサル（模擬サイトで実施）: サーバーには一切触れていません。</translation>
    </message>
    <message>
        <source>%1: %2, from %3 to %4</source>
        <comment>site, procedure, versions</comment>
        <translation>%1: %2、%3 から %4 へ</translation>
    </message>
    <message>
        <source>Nodes: %1. Sync ports: %2.</source>
        <translation>ノード: %1&#x3000;同期ポート: %2</translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation>結果: %1</translation>
    </message>
    <message>
        <source>Forecast and played:</source>
        <translation>見積もりとリハーサルの結果:</translation>
    </message>
    <message>
        <source>%1: %2 (forecast: %3)</source>
        <comment>name, played, forecast</comment>
        <translation>%1: %2（見積もり: %3）</translation>
    </message>
    <message>
        <source>Rule %1 broken in %2: %3</source>
        <translation>規則 %1 の違反（%2）: %3</translation>
    </message>
    <message>
        <source>What the faults led to:</source>
        <translation>障害の結果:</translation>
    </message>
    <message>
        <source>Steps (minute, state, step):</source>
        <translation>手順（経過分、状態、手順）:</translation>
    </message>
    <message>
        <source>The rehearsal was played; only its journal is missing.</source>
        <translation>リハーサルは実施済みです。作業記録だけが保存されていません。</translation>
    </message>
    <message>
        <source>Name a file that does not exist yet, in a folder that can be written to.</source>
        <translation>書き込めるフォルダーにある、まだ存在しないファイル名を指定してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no seed.</source>
        <translation>「%1」はリハーサルの番号として使えません。</translation>
    </message>
    <message>
        <source>Give a whole number with --seed.</source>
        <translation>--seed には整数を指定してください。</translation>
    </message>
    <message>
        <source>plays the procedure on a simulated site (the built-in sample without --site); touches no server</source>
        <translation>模擬サイトで作業方式をリハーサル（--site を省略すると内蔵のサンプルを使用）。サーバーには触れない</translation>
    </message>
    <message>
        <source>To take effect when the block is lifted, not before.</source>
        <translation>遮断の解除と同時に有効にしてください。それより前には有効にしないでください。</translation>
    </message>
    <message>
        <source>Source</source>
        <comment>of a connection</comment>
        <translation>接続元</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>接続先</translation>
    </message>
    <message>
        <source>TCP is an assumption: the vendor&apos;s FAQ 2578 names the ports&apos; numbers, not the protocol.</source>
        <translation>TCP は想定です。メーカーの FAQ 2578 に記載があるのはポート番号だけで、プロトコルの記載はありません。</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>申請者</translation>
    </message>
    <message>
        <source>Taken on by</source>
        <translation>受付者</translation>
    </message>
    <message>
        <source>Set at</source>
        <translation>設定日時</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>設定者</translation>
    </message>
    <message>
        <source>Block put on</source>
        <translation>遮断の設定</translation>
    </message>
    <message>
        <source>Block lifted (after the doer&apos;s call)</source>
        <translation>遮断の解除（実施者の連絡後）</translation>
    </message>
    <message>
        <source>New ports let through</source>
        <translation>新規ポートの許可</translation>
    </message>
    <message>
        <source>(to be filled in)</source>
        <translation>（未定・要記入）</translation>
    </message>
    <message>
        <source>from %1, for good</source>
        <translation>%1以降（期限なし）</translation>
    </message>
    <message>
        <source>Firewall-request_%1</source>
        <translation>ファイアウォール申請書_%1</translation>
    </message>
    <message>
        <source>Master</source>
        <comment>a term</comment>
        <translation>マスター機</translation>
    </message>
    <message>
        <source>Slave</source>
        <comment>a term</comment>
        <translation>スレーブ機</translation>
    </message>
    <message>
        <source>Settings sync</source>
        <comment>a term</comment>
        <translation>設定同期</translation>
    </message>
    <message>
        <source>Data sync</source>
        <comment>a term</comment>
        <translation>データ同期</translation>
    </message>
    <message>
        <source>Sync port</source>
        <comment>a term</comment>
        <translation>同期ポート</translation>
    </message>
    <message>
        <source>Assumed</source>
        <comment>a term</comment>
        <translation>想定</translation>
    </message>
    <message>
        <source>Queue directory</source>
        <comment>a term</comment>
        <translation>キューディレクトリ</translation>
    </message>
    <message>
        <source>Pile-up</source>
        <comment>a term</comment>
        <translation>滞留</translation>
    </message>
    <message>
        <source>While sync is cut, saved and held mail stays in the slaves&apos; queue directories. It can&apos;t be viewed or handled there, delayed mail can&apos;t be sent, and the disk must have room for it.</source>
        <translation>同期通信の停止中に、保存メール・保留メールがスレーブ機のキューディレクトリに溜まることです。その間は閲覧・操作もディレイメールの送信もできません。ディスクの空き容量が必要です。</translation>
    </message>
    <message>
        <source>Queue estimate</source>
        <comment>a term</comment>
        <translation>滞留量の見積もり</translation>
    </message>
    <message>
        <source>How much will pile up while sync is cut: mails per hour x their size x the share that is kept x the time, against the free disk. It gives a low, an expected and a high figure, and names what it assumes.</source>
        <translation>同期停止中の滞留量の見積もりです。1 時間あたりの通数×平均サイズ×保存・保留の割合×時間を、ディスク空き容量と比べます。少なめ・見込み・多めの 3 つの値と、その前提を示します。</translation>
    </message>
    <message>
        <source>Drained</source>
        <comment>a term</comment>
        <translation>滞留の解消</translation>
    </message>
    <message>
        <source>A slave&apos;s queue is drained when no file in it is older than the moment at which the block was lifted. Only then is the next block lifted.</source>
        <translation>遮断を解除した時点より古いファイルが、スレーブ機のキューに残っていない状態です。滞留が解消してから、次の遮断を解除します。</translation>
    </message>
    <message>
        <source>Restart flag</source>
        <comment>a term</comment>
        <translation>再起動フラグ</translation>
    </message>
    <message>
        <source>The sync at start-up can make a slave&apos;s admin screen ask for a restart. The procedure has you look for it, and restart where asked.</source>
        <translation>起動時の同期により、スレーブ機の管理画面で再起動を求められることがあります。手順の中で確認し、求められた場合だけ再起動します。</translation>
    </message>
    <message>
        <source>Block</source>
        <comment>a term</comment>
        <translation>遮断</translation>
    </message>
    <message>
        <source>Isolation</source>
        <comment>a term</comment>
        <translation>同期停止</translation>
    </message>
    <message>
        <source>Baseline</source>
        <comment>a term</comment>
        <translation>作業前の疎通状況</translation>
    </message>
    <message>
        <source>Which sync ports reach whom before the work. A port that was closed already proves nothing later: only one that was open and is silent now shows that the block holds.</source>
        <translation>作業前に、どのノードからどの同期ポートへ疎通できるかを確認した結果です。もともと閉じていたポートは、後で遮断の証拠になりません。開いていたポートが無応答になった場合にだけ、遮断が効いていると判断できます。</translation>
    </message>
    <message>
        <source>Point of no return</source>
        <comment>a term</comment>
        <translation>後戻り不可点</translation>
    </message>
    <message>
        <source>The time by which you decide to go on or to go back, so that going back still ends in time. An alarm comes before it.</source>
        <translation>作業を続けるか切り戻すかを判断する期限です。この時刻に切り戻しを始めても、終了期限までに終わるように設定します。時刻が近づくと警報で知らせます。</translation>
    </message>
    <message>
        <source>Ledger</source>
        <comment>a term</comment>
        <translation>一時変更の一覧</translation>
    </message>
    <message>
        <source>The list of all temporary changes that stand now (block, stopped service, switched-off start at boot ...), each with its undo. The work is done only when it is empty.</source>
        <translation>現在残っている一時変更（遮断、サービスの停止、自動起動の無効化など）の一覧です。それぞれの元に戻す方法も示します。一覧が空になって初めて作業完了となります。</translation>
    </message>
    <message>
        <source>By word</source>
        <comment>a term</comment>
        <translation>申告</translation>
    </message>
    <message>
        <source>Plan fingerprint</source>
        <comment>a term</comment>
        <translation>計画の識別値</translation>
    </message>
    <message>
        <source>A short number over all steps and all facts that must not change. The same number on the paper and in the window means: this paper is the plan that is run.</source>
        <translation>すべての手順と、変わってはならない情報から計算した短い値です。帳票と画面の値が同じなら、その帳票は実行中の計画そのものです。</translation>
    </message>
    <message>
        <source>Host key fingerprint</source>
        <comment>a term</comment>
        <translation>ホスト鍵のフィンガープリント</translation>
    </message>
    <message>
        <source>Journal</source>
        <comment>a term</comment>
        <translation>作業記録</translation>
    </message>
    <message>
        <source>The file in which every action stands before it is done, and its outcome before the next begins. From it an interrupted run goes on, and the work report is made.</source>
        <translation>操作を実施する前にその内容を、次に進む前に結果を書き込むファイルです。中断した作業の再開と、作業報告書の作成に使います。</translation>
    </message>
    <message>
        <source>Doer</source>
        <comment>a term</comment>
        <translation>実施者</translation>
    </message>
    <message>
        <source>Carries out the steps and confirms each action.</source>
        <translation>手順を実施し、操作を 1 つずつ確認する人です。</translation>
    </message>
    <message>
        <source>Checker</source>
        <comment>a term</comment>
        <translation>再鑑者</translation>
    </message>
    <message>
        <source>Rollback</source>
        <comment>a term</comment>
        <translation>切り戻し</translation>
    </message>
    <message>
        <source>Going back to the old state. Before the point of no return the program undoes its own changes; after it the way back is the one that you entered, carried out by hand.</source>
        <translation>元の状態に戻すことです。後戻り不可点の通過前であれば、本ツールが自らの一時変更を元に戻します。通過後は、あらかじめ入力した方法により、手作業で戻します。</translation>
    </message>
    <message>
        <source>Blocker</source>
        <comment>a term</comment>
        <translation>要解決</translation>
    </message>
    <message>
        <source>A finding that must be settled before the work can start.</source>
        <translation>解消しないと作業を開始できない指摘事項です。</translation>
    </message>
    <message>
        <source>Warning</source>
        <comment>a term</comment>
        <translation>警告</translation>
    </message>
    <message>
        <source>A finding that does not stop the work but must be read and accepted, with the name of who accepted it.</source>
        <translation>作業は開始できますが、内容を確認し、氏名を付けて了承する必要がある指摘事項です。</translation>
    </message>
    <message>
        <source>The rules of run %1 are there, but nothing leads the packets to them: a jump, a hook or a whole family is missing.</source>
        <translation>作業 ID %1 のルールはありますが、パケットがそのルールを通りません（ジャンプ、フック、または IPv4 / IPv6 のいずれかが欠けています）。</translation>
    </message>
    <message>
        <source>The rehearsal has not begun: there is no simulated site yet.</source>
        <translation>リハーサルが開始されていないため、模擬サイトがまだありません。</translation>
    </message>
    <message>
        <source>Begin it on the Work page.</source>
        <translation>「作業」ページで開始してください。</translation>
    </message>
    <message>
        <source>A block of an earlier run still stands on this node (run %1). The plan begins with lifting it.</source>
        <translation>以前の作業でかけた遮断がこのノードに残っています（作業 ID: %1）。計画は、その解除から始まります。</translation>
    </message>
    <message>
        <source>If that run was interrupted, do not begin a new one: go on with it by its journal.</source>
        <translation>その作業が中断されたままであれば、新しい作業を始めずに、その作業記録から再開してください。</translation>
    </message>
    <message>
        <source>The block of an earlier run would be lifted although nobody looks whether all versions are the same.</source>
        <translation>全ノードのバージョンがそろったことを確認しないまま、以前の作業の遮断を解除する計画になっています。</translation>
    </message>
    <message>
        <source>Lift the block of an earlier run</source>
        <translation>以前の作業の遮断を解除</translation>
    </message>
    <message>
        <source>Lift the block that an earlier run left on %1</source>
        <translation>%1 に残っている以前の作業の遮断を解除</translation>
    </message>
    <message>
        <source>Run %1 of this program put it on. While it stands, nobody can show that the block of this run works. Every node has the same version, so it keeps nothing apart.</source>
        <translation>本ツールの作業 %1 で設定された遮断です。残っている間は、今回の作業の遮断が効いていることを確認できません。全ノードが同じバージョンのため、この遮断は不要です。</translation>
    </message>
    <message>
        <source>If run %1 is not over, go on with it by its journal. If it is over, lift its block on %2.</source>
        <translation>作業 %1 が終わっていない場合は、その作業記録から再開してください。終わっている場合は、%2 に残っている遮断を解除してください。</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>実施</translation>
    </message>
    <message>
        <source>Judged: as expected</source>
        <translation>判定: 期待どおり</translation>
    </message>
    <message>
        <source>Judged: not as expected</source>
        <translation>判定: 期待と異なる</translation>
    </message>
    <message>
        <source>Undo begun</source>
        <translation>元に戻す操作の開始</translation>
    </message>
    <message>
        <source>Undo carried out</source>
        <translation>元に戻す操作の実施</translation>
    </message>
    <message>
        <source>Config read again</source>
        <translation>設定ファイルの再確認</translation>
    </message>
    <message>
        <source>Done by hand</source>
        <translation>手作業で実施</translation>
    </message>
    <message>
        <source>The program ended before the outcome was recorded: looked at afterwards</source>
        <translation>結果を記録する前に本ツールが終了。後から状態を確認</translation>
    </message>
    <message>
        <source>Exit status %1</source>
        <translation>終了ステータス %1</translation>
    </message>
    <message>
        <source>Ended by a signal</source>
        <translation>シグナルにより終了</translation>
    </message>
    <message>
        <source>The connection was lost before its end</source>
        <translation>終了前に接続が切断</translation>
    </message>
    <message>
        <source>The time limit came before its end</source>
        <translation>終了前に制限時間を超過</translation>
    </message>
    <message>
        <source>It could not be started (%1)</source>
        <translation>開始不可（%1）</translation>
    </message>
    <message>
        <source>%1: %2 Seen: %3</source>
        <translation>%1: %2&#x3000;確認内容: %3</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>of day</comment>
        <translation>時刻</translation>
    </message>
    <message>
        <source>What was wrong, and what was seen</source>
        <translation>問題点と確認内容</translation>
    </message>
    <message>
        <source>What was chosen</source>
        <translation>選択した対応</translation>
    </message>
    <message>
        <source>Troubles and alarms</source>
        <translation>問題と警報</translation>
    </message>
    <message>
        <source>Troubles and what was chosen</source>
        <translation>発生した問題と選択した対応</translation>
    </message>
    <message>
        <source>Alarms of clock and disks</source>
        <translation>時刻とディスクの警報</translation>
    </message>
    <message>
        <source>The output was longer: its end stands here.</source>
        <translation>出力が長いため、末尾のみを記載しています。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>Outcome, output, what was seen</source>
        <translation>終了状態・出力・確認内容</translation>
    </message>
    <message>
        <source>Actions, output and observations</source>
        <translation>操作・出力・確認結果</translation>
    </message>
    <message>
        <source>SHA-256 at the end of each step</source>
        <translation>各手順終了時点のハッシュ値</translation>
    </message>
    <message>
        <source>Node left out</source>
        <translation>ノードの除外</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>確認内容</translation>
    </message>
    <message>
        <source>Mail flow during the work</source>
        <translation>作業中のメール流通</translation>
    </message>
    <message>
        <source>The mail flow was not watched in this run.</source>
        <translation>この作業では、メール流通を監視していません。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1～%2</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>応答あり</translation>
    </message>
    <message>
        <source>Did not answer</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Did not answer from – to</source>
        <translation>応答のなかった時間帯</translation>
    </message>
    <message>
        <source>Test mails</source>
        <translation>テストメール</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時期</translation>
    </message>
    <message>
        <source>Id of the mail</source>
        <translation>メールの ID</translation>
    </message>
    <message>
        <source>What the node said</source>
        <translation>ノードの応答</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>受付</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>受付不可</translation>
    </message>
    <message>
        <source>Queues: before, peak, drained</source>
        <translation>キュー: 停止前・最大・滞留解消</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>同期停止前</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>%1 in %2 files</source>
        <translation>%1（%2 ファイル）</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>not seen drained</source>
        <translation>滞留解消は未確認</translation>
    </message>
    <message>
        <source>Bring %1 to the version of the others, by its installer or by the vendor&apos;s help. Only then take back what else stands of it, its isolation last.</source>
        <translation>インストーラーまたはメーカーの支援により、%1 をほかのノードと同じバージョンにしてください。その後で、このノードに残っている一時変更を元に戻します（同期停止の解除は最後に行います）。</translation>
    </message>
    <message>
        <source>%1 is left out of the work: stopped and isolated</source>
        <translation>%1 を作業から除外中（サービス停止・同期停止）</translation>
    </message>
    <message>
        <source>Nodes are left out of the work</source>
        <translation>ノードを作業から除外中</translation>
    </message>
    <message>
        <source>The block of an earlier run stands on %1</source>
        <translation>%1 に以前の作業の遮断が残存</translation>
    </message>
    <message>
        <source>The block of an earlier run stands</source>
        <translation>以前の作業の遮断が残存</translation>
    </message>
    <message>
        <source>A block of run %1 stands on %2.</source>
        <translation>%2 に作業 ID %1 の遮断が残っています。</translation>
    </message>
    <message>
        <source>Its journal is here. If that run is not over, go on with it instead: replica-upgrade-wizard resume --journal %1</source>
        <translation>その作業記録が見つかりました。その作業が終わっていない場合は、新しく始めずに再開してください: replica-upgrade-wizard resume --journal %1</translation>
    </message>
    <message>
        <source>Its journal is not in the folder of this one: if that run is not over, go on with it where it was begun.</source>
        <translation>今回の作業記録と同じフォルダーには、その作業記録がありません。その作業が終わっていない場合は、開始した場所で再開してください。</translation>
    </message>
    <message>
        <source>The time to decide whether to go on or back, %1, has come.</source>
        <translation>中止判断時刻 %1 になりました。続行するか切り戻すかを判断してください。</translation>
    </message>
    <message>
        <source>The work is to end at %1: %2 left.</source>
        <translation>終了期限 %1 まで、残り %2です。</translation>
    </message>
    <message>
        <source>The time by which the work was to end, %1, has come.</source>
        <translation>終了期限 %1 になりました。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message>
        <source>ALARM</source>
        <translation>警報</translation>
    </message>
    <message>
        <source>WARNING</source>
        <comment>heading</comment>
        <translation>警告</translation>
    </message>
    <message>
        <source>The disk of the queue on %1 fills: %2.</source>
        <translation>%1 のキューのディスクが満杯に近づいています（%2）。</translation>
    </message>
    <message>
        <source>Make room there, or shorten the time that is left until sync is given free. What the product does when its queue disk is full is not known here: do not let it come to that.</source>
        <translation>ディスクの空き容量を増やすか、同期再開までの時間を短縮してください。キューのディスクが満杯になったときの製品の動作を、本ツールは把握していません。満杯になる前に対処してください。</translation>
    </message>
    <message>
        <source>The queue was not seen yet.</source>
        <translation>キューは未確認です。</translation>
    </message>
    <message>
        <source>Not seen since %1: %2</source>
        <translation>%1 以降は未確認（最後の値: %2）</translation>
    </message>
    <message>
        <source>free %1</source>
        <comment>disk</comment>
        <translation>空き容量 %1</translation>
    </message>
    <message>
        <source>free disk not known</source>
        <translation>ディスク空き容量は不明</translation>
    </message>
    <message>
        <source>not growing</source>
        <comment>queue</comment>
        <translation>増加なし</translation>
    </message>
    <message>
        <source>growing by %1 an hour</source>
        <translation>1 時間に %1 増加</translation>
    </message>
    <message>
        <source>shrinking by %1 an hour</source>
        <translation>1 時間に %1 減少</translation>
    </message>
    <message>
        <source>other files fill the disk as well</source>
        <translation>キュー以外のファイルも増加</translation>
    </message>
    <message>
        <source>disk full at %1 at this rate</source>
        <translation>このままでは %1 にディスクが満杯</translation>
    </message>
    <message>
        <source>Drained: nothing that had piled up is left.</source>
        <translation>滞留は解消しました。滞留していたメールは残っていません。</translation>
    </message>
    <message>
        <source>left: %1</source>
        <translation>残り: %1</translation>
    </message>
    <message>
        <source>not seen for some minutes</source>
        <translation>数分間、確認できていません</translation>
    </message>
    <message>
        <source>rate not known yet</source>
        <translation>速度は未算出</translation>
    </message>
    <message>
        <source>it does not run off at present</source>
        <translation>現在は減少していません</translation>
    </message>
    <message>
        <source>%1 an hour leave</source>
        <translation>1 時間に %1 減少</translation>
    </message>
    <message>
        <source>expected end %1</source>
        <translation>解消見込み %1</translation>
    </message>
    <message>
        <source>It can&apos;t be seen from here: %1 is worked on by hand. Look at its queue directory and its free disk there.</source>
        <translation>%1 は手作業で操作するノードのため、ここからは確認できません。そのノード上で、キューディレクトリとディスク空き容量を確認してください。</translation>
    </message>
    <message>
        <source>It can&apos;t be seen: no queue directory is entered for %1. Look at it there.</source>
        <translation>%1 のキューディレクトリが入力されていないため、確認できません。そのノード上で確認してください。</translation>
    </message>
    <message>
        <source>Not %1: left out of the work, cut off until it has the same version.</source>
        <translation>%1 は対象外です（作業から除外中。同じバージョンになるまで同期停止を維持します）。</translation>
    </message>
    <message>
        <source>The operator held the run before a node was left out.</source>
        <translation>ノードを除外する前に、実施者が作業を中断しました。</translation>
    </message>
    <message>
        <source>Before the work</source>
        <translation>作業前</translation>
    </message>
    <message>
        <source>%1 took the test mail %2: %3</source>
        <translation>%1 がテストメール %2 を受け付けました: %3</translation>
    </message>
    <message>
        <source>%1 did not take the test mail %2: %3</source>
        <translation>%1 がテストメール %2 を受け付けませんでした: %3</translation>
    </message>
    <message>
        <source>No admin screen is entered for %1.</source>
        <translation>%1 の管理画面の URL が入力されていません。</translation>
    </message>
    <message>
        <source>Open it in a browser yourself.</source>
        <translation>ブラウザーで管理画面を開いてください。</translation>
    </message>
    <message>
        <source>The admin screen entered for %1 is no plain http or https address: %2</source>
        <translation>%1 の管理画面の URL が、http または https の形式ではありません: %2</translation>
    </message>
    <message>
        <source>It was not opened.</source>
        <translation>管理画面は開いていません。</translation>
    </message>
    <message>
        <source>Correct the entry adminUrl, or open the admin screen in a browser yourself.</source>
        <translation>入力値（adminUrl）を修正するか、ブラウザーで管理画面を開いてください。</translation>
    </message>
    <message>
        <source>The admin screen: %1</source>
        <translation>管理画面: %1</translation>
    </message>
    <message>
        <source>    %1: %2</source>
        <translation>    %1: %2</translation>
    </message>
    <message>
        <source>Queue of %1: %2</source>
        <translation>%1 のキュー: %2</translation>
    </message>
    <message>
        <source>*** %1: %2</source>
        <translation>*** %1: %2</translation>
    </message>
    <message>
        <source>No test mail: the site file&apos;s testMail holds no plain mail addresses.</source>
        <translation>テストメールは送信しません。サイトファイルの testMail がメールアドレスの形式ではありません。</translation>
    </message>
    <message>
        <source>Send a test mail through every mail node now, from %1 to %2?</source>
        <translation>すべてのメール中継ノード経由でテストメールを送信しますか（送信者 %1、宛先 %2）。</translation>
    </message>
    <message>
        <source>Look for these ids where the mail arrives.</source>
        <translation>次の ID のメールが宛先に届いたことを確認してください。</translation>
    </message>
    <message>
        <source>queue not seen</source>
        <translation>キュー未確認</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>キュー %1</translation>
    </message>
    <message>
        <source>queue drained</source>
        <translation>キューの滞留解消</translation>
    </message>
    <message>
        <source>%1, draining</source>
        <translation>%1（滞留解消中）</translation>
    </message>
    <message>
        <source>%1, disk full at %2</source>
        <translation>%1（%2 にディスク満杯）</translation>
    </message>
    <message>
        <source>Nothing was read of the node.</source>
        <translation>このノードの情報は読み取っていません。</translation>
    </message>
    <message>
        <source>No answer was waited for: look whether what had begun took effect.</source>
        <translation>応答を待たずに停止しました。途中だった操作が反映されたかどうかを確認してください。</translation>
    </message>
    <message>
        <source>It was not taken over.</source>
        <translation>入力は反映していません。</translation>
    </message>
    <message>
        <source>Nothing was rehearsed.</source>
        <translation>リハーサルは実行していません。</translation>
    </message>
    <message>
        <source>Settings sync is disabled although data sync is not known to be off.</source>
        <translation>データ同期が無効と確認できていないのに、設定同期を無効にしています。</translation>
    </message>
    <message>
        <source>%1 is worked on although its replica config is not as the plan knows it.</source>
        <translation>%1 の mf_replica.def が計画時の内容と異なるまま、作業を進めています。</translation>
    </message>
    <message>
        <source>A secret stands in the journal.</source>
        <translation>作業記録に秘密情報が残っています。</translation>
    </message>
    <message>
        <source>An action begins before the outcome of the one before is in the journal.</source>
        <translation>前の操作の結果が作業記録に記録される前に、次の操作が始まっています。</translation>
    </message>
    <message>
        <source>It is not known whether the command took effect.</source>
        <translation>コマンドが反映されたかどうかは不明です。</translation>
    </message>
    <message>
        <source>on</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>off</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>no block</source>
        <translation>遮断なし</translation>
    </message>
    <message>
        <source>the block of run %1</source>
        <translation>作業 ID %1 の遮断</translation>
    </message>
    <message>
        <source>answered on SMTP</source>
        <translation>SMTP 応答あり</translation>
    </message>
    <message>
        <source>did not answer on SMTP</source>
        <translation>SMTP 応答なし</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>何も実行していません。</translation>
    </message>
    <message>
        <source>The full names stand in this table and in the commands.</source>
        <translation>省略しない名前は、この表とコマンドに記載しています。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1です。%2</translation>
    </message>
    <message>
        <source>The installer brought sync ports</source>
        <translation>インストーラーにより同期ポートが追加</translation>
    </message>
    <message>
        <source>Broken off, and continued</source>
        <translation>中断後に再開</translation>
    </message>
    <message>
        <source>%1 was left out and may have another version: upgrade it first, and lift its block last.</source>
        <translation>%1 は作業から除外されており、バージョンが異なる可能性があります。先にバージョンアップし、遮断は最後に解除してください。</translation>
    </message>
    <message>
        <source>In mf_replica.def on %1, ENABLE_REP_DATA and the servers of REPLICA_SERVER_* are as before the work.</source>
        <translation>%1 の mf_replica.def の ENABLE_REP_DATA と REPLICA_SERVER_* のサーバーが作業前と同じである。</translation>
    </message>
    <message>
        <source>Undo seen not to have happened</source>
        <translation>元に戻されていないことを確認</translation>
    </message>
    <message>
        <source>mf_replica.def can&apos;t be read any more</source>
        <translation>mf_replica.def を読み取れなくなった</translation>
    </message>
    <message>
        <source>Data sync and peers are as before the work.</source>
        <translation>データ同期と同期相手は作業前と同じです。</translation>
    </message>
    <message>
        <source>The end of what it printed:</source>
        <translation>出力の末尾:</translation>
    </message>
    <message>
        <source>The ports could not be asked.</source>
        <translation>ポートの状態を確認できませんでした。</translation>
    </message>
    <message>
        <source>No port answered before the work either, and none does now: it can&apos;t be proved from here that this block is what closes them.</source>
        <translation>作業前も現在も、どのポートも応答していません。この遮断によって閉じていることは、ここからは証明できません。</translation>
    </message>
    <message>
        <source>A block of this program stands on %1 already, and this run did not put it there: another run is under way, or one broke off. Go on with that run&apos;s journal; or make sure that it has ended and lift its block by hand, then look again.</source>
        <translation>本ツールによる遮断がすでに %1 に残っていますが、この作業で設定したものではありません。別の作業が進行中か、途中で終わっています。その作業の記録から再開してください。または、その作業が終了していることを確かめ、遮断を手作業で解除してから、再確認してください。</translation>
    </message>
    <message>
        <source>mf_replica.def has changed since the survey:</source>
        <translation>調査後の mf_replica.def の変更点:</translation>
    </message>
    <message>
        <source>... and %1 more lines</source>
        <translation>…ほか %1 行</translation>
    </message>
    <message>
        <source>The run broke off while this step was being undone, and it does not show how that ended. It may have taken effect in part.</source>
        <translation>この手順を元に戻している途中で作業が中断され、結果を確認できません。一部だけが反映されている可能性があります。</translation>
    </message>
    <message>
        <source>The run is held, and this stands in no ledger: %1</source>
        <translation>作業が中断されましたが、次の変更が一時変更の一覧に記載されていません: %1</translation>
    </message>
    <message>
        <source>Another node is worked on while the upgraded service of %1 runs.</source>
        <translation>バージョンアップ後の %1 のサービスが稼働したまま、別のノードの作業が行われました。</translation>
    </message>
    <message>
        <source>The installer starts while start at boot is on at %1.</source>
        <translation>%1 の自動起動が有効なまま、インストーラーが開始されました。</translation>
    </message>
    <message>
        <source>%1 is taken out of service while mail is routed there.</source>
        <translation>メールの配送先に含まれたまま、%1 が停止されました。</translation>
    </message>
    <message>
        <source>%1 is taken out of service while %2 is out of service too.</source>
        <translation>%2 も停止または切り離し中の状態で、%1 が停止または切り離されました。</translation>
    </message>
    <message>
        <source>A secret is shown to the operator.</source>
        <translation>実施者の画面に秘密情報が表示されました。</translation>
    </message>
    <message>
        <source>A look counts as done although it passed over a sync path that the world has opened.</source>
        <translation>本ツール以外の原因で開いた同期経路が見過ごされたまま、確認の手順が完了とされました。</translation>
    </message>
    <message>
        <source>The SMTP port %2 of %1 answers.</source>
        <translation>%1 の SMTP ポート %2 が応答する。</translation>
    </message>
    <message>
        <source>Between %1 and %2 none of the ports %3 answers, in either direction (each says &quot;filtered&quot;).</source>
        <translation>%1 と %2 の間で、ポート %3 が双方向とも応答しない（すべて「filtered」と表示される）。</translation>
    </message>
    <message>
        <source>Between %1 and %2 nothing answers, in either direction: no sync port (%3) and no other.</source>
        <translation>%1 と %2 の間では、同期ポート（%3）もそれ以外も、双方向とも応答しない。</translation>
    </message>
    <message>
        <source>Version</source>
        <comment>of this document</comment>
        <translation>版</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>takes mail</comment>
        <translation>する</translation>
    </message>
    <message>
        <source>no</source>
        <comment>takes no mail</comment>
        <translation>しない</translation>
    </message>
    <message>
        <source>the same</source>
        <comment>address</comment>
        <translation>同左</translation>
    </message>
    <message>
        <source>A step is only skipped with a reason: write it after the word skip.</source>
        <translation>手順を省略するには理由が必要です。skip のあとに理由を続けて入力してください。</translation>
    </message>
    <message>
        <source>The checker does not agree: nothing was done. Choose again.</source>
        <translation>再鑑者の同意が得られないため、何も実施していません。選び直してください。</translation>
    </message>
    <message>
        <source>Does the checker %1 agree that this step is done by hand?</source>
        <translation>この手順を手作業で実施することに、再鑑者（%1）は同意していますか。</translation>
    </message>
    <message>
        <source>Does the checker %1 agree that %2 is left out?</source>
        <translation>%2 を作業から除外することに、再鑑者（%1）は同意していますか。</translation>
    </message>
    <message>
        <source>A node is only left out when the checker agrees, and no checker is named. Hold the run, and go on with: replica-upgrade-wizard resume --journal FILE --checker NAME</source>
        <translation>ノードの除外には再鑑者の同意が必要ですが、再鑑者が指定されていません。作業を中断（hold）し、次のコマンドで再開してください: replica-upgrade-wizard resume --journal FILE --checker NAME</translation>
    </message>
    <message>
        <source>The hold that was asked for before comes into effect here.</source>
        <translation>先ほどの中断（hold）の指定により、ここで作業を中断します。</translation>
    </message>
    <message>
        <source>What stands now</source>
        <translation>残っている一時変更</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>time since when, what stands</comment>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message>
        <source>No temporary change stands.</source>
        <translation>一時変更は残っていません。</translation>
    </message>
    <message>
        <source>The run was interrupted here: it is not known whether this took effect. Look first whether the expected result already holds; do not repeat the action blindly.</source>
        <translation>作業はここで中断しました。この操作が反映されたかどうかは不明です。まず、期待結果がすでに満たされているかを確認してください。確認せずに操作を繰り返さないでください。</translation>
    </message>
    <message>
        <source>Settings sync between different versions is not supported.</source>
        <translation>異なるバージョン間での設定同期はサポートされていない。</translation>
    </message>
    <message>
        <source>Where mail keeps flowing and data sync is OFF: before the updates settings sync is disabled for the time being, or the settings-sync communication is restricted.</source>
        <translation>メール流通を止めず、データ同期が無効の場合、バージョンアップの前に、設定同期を一時的に無効にするか、設定同期通信を制限する。</translation>
    </message>
    <message>
        <source>Where mail keeps flowing and data sync is ON: settings sync is not disabled; only the sync communication is restricted.</source>
        <translation>メール流通を止めず、データ同期が有効の場合、設定同期は無効にせず、同期通信のみを制限する。</translation>
    </message>
    <message>
        <source>With data sync ON, saved and held mail piles up in the slaves&apos; queue directories while the communication is cut; the disk must have room for it.</source>
        <translation>データ同期が有効の場合、同期通信の停止中は保存メール・保留メールがスレーブ機のキューディレクトリに滞留するため、十分なディスク容量を確保する。</translation>
    </message>
    <message>
        <source>With data sync ON, the queues flow into the storage when the communication is back, and the traffic rises.</source>
        <translation>データ同期が有効の場合、同期通信の再開時にキューが保存領域に流れるため、通信トラフィックの増大に注意する。</translation>
    </message>
    <message>
        <source>What FAQ 2578 lays down</source>
        <translation>FAQ 2578 の記載事項</translation>
    </message>
    <message>
        <source>The site has no such node.</source>
        <translation>サイトにそのようなノードはありません。</translation>
    </message>
    <message>
        <source>%1, half-way through the installer</source>
        <comment>a step</comment>
        <translation>%1、インストーラーの実行途中</translation>
    </message>
    <message>
        <source>%1; on %2</source>
        <comment>a step, a server</comment>
        <translation>%1、対象: %2</translation>
    </message>
    <message>
        <source>From here on the operator goes back at the first trouble</source>
        <translation>これ以降、最初に異常が起きた時点で実施者が切り戻す</translation>
    </message>
    <message>
        <source>From here on the operator leaves a slave out at the first trouble with it</source>
        <translation>これ以降、最初に異常が起きたスレーブ機を実施者が作業から除外する</translation>
    </message>
    <message>
        <source>A snapshot from before the isolation is brought back</source>
        <translation>同期停止前のスナップショットが復元される</translation>
    </message>
    <message>
        <source>%1, when it is undone</source>
        <comment>a step</comment>
        <translation>%1、切り戻し時</translation>
    </message>
    <message>
        <source>The step counts as undone, and this is not so: %1</source>
        <translation>手順は元に戻したとされていますが、実際は異なります: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>servers, what is taken for granted of them</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>the service runs</source>
        <translation>サービスは稼働中</translation>
    </message>
    <message>
        <source>start at boot is on</source>
        <translation>自動起動は有効</translation>
    </message>
    <message>
        <source>the clock is right</source>
        <translation>時計のずれなし</translation>
    </message>
    <message>
        <source>the queue is empty</source>
        <translation>キューは空</translation>
    </message>
    <message>
        <source>the queue has %1 of room</source>
        <translation>キューの空き容量は %1</translation>
    </message>
    <message>
        <source>All servers: %1 mails an hour arrive in all</source>
        <translation>全サーバー: メールの到着数は合計で 1 時間あたり %1 通</translation>
    </message>
    <message>
        <source>All servers: they reach each other on every sync port</source>
        <translation>全サーバー: すべての同期ポートで相互に通信可能</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be made. It keeps a second run of this site away.</source>
        <translation>ファイル %1 を作成できません。同じサイトの作業が同時に実行されるのを防ぐためのファイルです。</translation>
    </message>
    <message>
        <source>Make that folder writable, or name another one in the environment variable XDG_DATA_HOME.</source>
        <translation>フォルダーを書き込み可能にするか、環境変数 XDG_DATA_HOME で別のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>%1 answers on SMTP again.</source>
        <translation>%1 が再び SMTP に応答しています。</translation>
    </message>
    <message>
        <source>Copy of mf_replica.def as it was before the work</source>
        <translation>作業前の mf_replica.def の控え</translation>
    </message>
    <message>
        <source>Folder with what the installer printed and its exit status</source>
        <translation>インストーラーの出力と終了ステータスを保存したディレクトリ</translation>
    </message>
    <message>
        <source>Left on the nodes on purpose</source>
        <translation>作業後もノードに残すもの</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>パス</translation>
    </message>
    <message>
        <source>(write down where it was put)</source>
        <translation>（保存先を記入）</translation>
    </message>
    <message>
        <source>All mail nodes but %1 answer on SMTP.</source>
        <translation>%1 以外のすべてのメール中継ノードが SMTP に応答する。</translation>
    </message>
    <message>
        <source>A mail node would go out of service although nobody looks whether all others serve.</source>
        <translation>ほかのすべてのメール中継ノードの稼働を確認せずに、メール中継ノードを停止する計画になっています。</translation>
    </message>
    <message>
        <source>The installer rewrites mf_replica.def with data sync switched</source>
        <translation>インストーラーが mf_replica.def のデータ同期の設定を切り替える</translation>
    </message>
    <message>
        <source>Somebody switches data sync in mf_replica.def</source>
        <translation>誰かが mf_replica.def のデータ同期の設定を切り替える</translation>
    </message>
    <message>
        <source>Somebody changes a server in mf_replica.def</source>
        <translation>誰かが mf_replica.def の同期相手を変更する</translation>
    </message>
    <message>
        <source>go on after a hold, without the faults that are left, until the run ends</source>
        <translation>中断後も、残りの障害を起こさずに、作業が終わるまで続ける</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read now: whether it is as the plan knows it can&apos;t be seen.</source>
        <translation>現在 %1 を読み取れません。計画時と同じ状態かどうかを確認できません。</translation>
    </message>
    <message>
        <source>Is this undone: %1</source>
        <translation>次の手順は元に戻されていますか: %1</translation>
    </message>
    <message>
        <source>The same again: %1</source>
        <translation>同じリハーサルの再実行: %1</translation>
    </message>
    <message>
        <source>Choose another file name.</source>
        <translation>別のファイル名を指定してください。</translation>
    </message>
    <message>
        <source>To be answered</source>
        <translation>回答待ち</translation>
    </message>
    <message>
        <source>Before %1 is worked on nobody looks whether a port of %2 is reached from there.</source>
        <translation>%1 の作業の前に、%1 から %2 のポートに届かないことを確認していません。</translation>
    </message>
    <message>
        <source>Only you can see what is marked &quot;By word&quot;: with y you say that it is so.</source>
        <translation>「申告」と表示された項目は、本ツールからは確認できません。y と答えると、そのとおりであると申告したことになります。</translation>
    </message>
    <message>
        <source>Check on %1 with:</source>
        <translation>%1 で次のコマンドにより確認:</translation>
    </message>
    <message>
        <source>Leave %1 out of the rest of the work</source>
        <translation>%1 を以後の作業から除外する</translation>
    </message>
    <message>
        <source>Then look again.</source>
        <translation>そのうえで、もう一度確認してください。</translation>
    </message>
    <message>
        <source>Where the machine is dead: say yes when it stays switched off, or cut off from the other nodes, until its service and its start at boot are off.</source>
        <translation>サーバーが故障している場合: サービスの停止と自動起動の無効化が済むまで、電源を切っておくか、ほかのノードから切り離しておけるなら、「はい」と答えてください。</translation>
    </message>
    <message>
        <source>%1 was left out and can&apos;t be reached. It stays as it is, stopped and cut off, and the others go back: is that so? (%2)</source>
        <translation>%1 は作業から除外されており、接続できません。%1 は停止・切り離しのままとし、ほかのノードだけを切り戻します。よろしいですか（%2）</translation>
    </message>
    <message>
        <source>Another run that works on %1 is open: %2, process %3 on %4. Its journal: %5</source>
        <translation>%1 を対象とする作業がほかで実行中です（%4 上の %2、プロセス %3）。作業記録: %5</translation>
    </message>
    <message>
        <source>Nothing was changed: only one run at a time may work on a node.</source>
        <translation>何も変更していません。1 つのノードで同時に実施できる作業は 1 つだけです。</translation>
    </message>
    <message>
        <source>Go on in the other window, or close it first. Should no other run be open, remove the files %1.</source>
        <translation>もう一方のウィンドウで続けるか、先に閉じてください。ほかに作業が開かれていない場合は、ファイル %1 を削除してください。</translation>
    </message>
    <message>
        <source>While %1 is out of the mail route, another mail node does not answer any more, and only one may be out of service at a time. Bring it back, then look again.</source>
        <translation>%1 をメール経路から切り離している間に、ほかのメール中継ノードが応答しなくなりました。同時に停止してよいメール中継ノードは 1 台だけです。応答しないノードを復旧させてから、再確認してください。</translation>
    </message>
    <message>
        <source>Yes: the step begins now, as it is shown</source>
        <translation>はい。表示どおりに手順を開始します</translation>
    </message>
    <message>
        <source>No: nothing is done, and the run is held here</source>
        <translation>いいえ。何も実施せず、ここで作業を中断します</translation>
    </message>
    <message>
        <source>The step is left out; write the reason behind the word</source>
        <translation>手順を省略します（skip に続けて理由を入力）</translation>
    </message>
    <message>
        <source>You do the step by hand, and its result is looked at</source>
        <translation>手順を手作業で実施し、結果を確認します</translation>
    </message>
    <message>
        <source>Go back: what was done is undone, the last step first</source>
        <translation>切り戻します（実施済みの手順を最後のものから順に元に戻します）</translation>
    </message>
    <message>
        <source>The run is held here; go on later with resume</source>
        <translation>ここで作業を中断します（後で resume で再開できます）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>step 13 of 58, its title</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>on</source>
        <comment>data sync</comment>
        <translation>有効</translation>
    </message>
    <message>
        <source>off</source>
        <comment>data sync</comment>
        <translation>無効</translation>
    </message>
    <message>
        <source>not set</source>
        <comment>data sync</comment>
        <translation>未設定</translation>
    </message>
    <message>
        <source>neither ON nor OFF</source>
        <comment>data sync</comment>
        <translation>ON でも OFF でもない値</translation>
    </message>
    <message>
        <source>needed by both versions</source>
        <translation>両方のバージョンで必要</translation>
    </message>
    <message>
        <source>needed by the source version</source>
        <translation>現行バージョンで必要</translation>
    </message>
    <message>
        <source>needed by the target version</source>
        <translation>新バージョンで必要</translation>
    </message>
    <message>
        <source>encoding unknown</source>
        <translation>文字コード不明</translation>
    </message>
    <message>
        <source>Name them with --doer NAME and --checker NAME, here or at resume.</source>
        <translation>--doer 氏名 と --checker 氏名 で指定してください（run、resume のどちらでも指定できます）。</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>手順 %1/%2</translation>
    </message>
    <message>
        <source>All kinds are listed by: %1</source>
        <translation>障害の種類は次のコマンドで一覧表示できます: %1</translation>
    </message>
    <message>
        <source>It can&apos;t happen in this plan: choose another kind or another procedure.</source>
        <translation>この計画では起こりえません。別の障害または別の作業方式を選んでください。</translation>
    </message>
    <message>
        <source>Write %1@STEP, where STEP is one of: %2</source>
        <translation>%1@STEP の形式で指定してください。STEP に指定できる手順: %2</translation>
    </message>
    <message>
        <source>It does not say at which step.</source>
        <translation>どの手順で起こすかが指定されていません。</translation>
    </message>
    <message>
        <source>Begun, affirmed by word</source>
        <translation>申告により開始</translation>
    </message>
    <message>
        <source>%1 (held for %2 of it)</source>
        <translation>%1（うち中断 %2）</translation>
    </message>
    <message>
        <source>These changes must be taken back. They are listed with the result, on the first pages.</source>
        <translation>これらの変更は元に戻す必要があります。一覧は、報告書冒頭の「結果」に記載しています。</translation>
    </message>
    <message>
        <source>What was seen and said</source>
        <translation>確認した内容と申告</translation>
    </message>
    <message>
        <source>No doer is named: journal and report will not say who did the work.</source>
        <translation>実施者が指定されていません。作業記録と作業報告書に実施者の氏名が残りません。</translation>
    </message>
    <message>
        <source>No checker is named: critical steps are done without the agreement of a second person, and the report says so.</source>
        <translation>再鑑者が指定されていません。重要な手順が再鑑者の同意なしに実施され、その旨が作業報告書に記載されます。</translation>
    </message>
    <message>
        <source>Doer and checker are the same person, %1: nobody else agrees to critical steps.</source>
        <translation>実施者と再鑑者が同一人物（%1）です。重要な手順に、本人以外の同意がありません。</translation>
    </message>
    <message>
        <source>Seen last at %1: %2</source>
        <translation>前回確認 %1: %2</translation>
    </message>
    <message>
        <source>The file names none of the settings of a replica config: it is a file of another kind.</source>
        <translation>レプリカ設定ファイルの設定項目が 1 つもありません。別の種類のファイルです。</translation>
    </message>
    <message>
        <source>Choose the file conf/mf_replica.def of the server, or a copy of it.</source>
        <translation>サーバーの conf/mf_replica.def、またはそのコピーを指定してください。</translation>
    </message>
    <message>
        <source>Held since</source>
        <translation>中断日時</translation>
    </message>
    <message>
        <source>%1 answers on SMTP: its service runs, or another program has taken its port.</source>
        <translation>%1 が SMTP に応答しました。サービスが稼働しているか、別のプログラムがポートを使用しています。</translation>
    </message>
    <message>
        <source>%1 was left out. Is it dead, and stays as it is, stopped and cut off, while the others go back? (%2)</source>
        <translation>%1 は作業から除外されています。故障しており、停止・切り離しのままとし、ほかのノードだけを切り戻しますか（%2）</translation>
    </message>
    <message>
        <source>%1 lies in the rehearsal&apos;s own folder, which is deleted when the rehearsal is left.</source>
        <translation>%1 は、リハーサルを終えると削除されるリハーサル専用フォルダーの中にあります。</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>何も保存していません。</translation>
    </message>
    <message>
        <source>Choose another folder, such as your documents.</source>
        <translation>「ドキュメント」など、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Waiting for the result, at most %1 ...</source>
        <translation>結果を待っています（最長 %1）…</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>about %1 in %2</source>
        <comment>mails, time</comment>
        <translation>約 %1 通（予定時間 %2）</translation>
    </message>
    <message>
        <source>all</source>
        <comment>mails</comment>
        <translation>全件</translation>
    </message>
    <message>
        <source>%1 — yes</source>
        <comment>question of the operator, its good answer</comment>
        <translation>%1（回答: は⁠い）</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>for a result</comment>
        <translation>結果待ち</translation>
    </message>
    <message>
        <source>REHEARSAL - %1</source>
        <comment>title of a paper</comment>
        <translation>【リハーサル】%1</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <comment>the config</comment>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>Point of no return: %1 (No. %2), within the next row</source>
        <translation>後戻り不可点: %1（No.%2、次の行の作業中に通過）</translation>
    </message>
    <message>
        <source>%1 (no confirmation after the end was recorded)</source>
        <translation>%1（最終点検の記録なし）</translation>
    </message>
    <message>
        <source>Document ID of the runbook</source>
        <translation>作業手順書の文書 ID</translation>
    </message>
    <message>
        <source>Point of no return passed</source>
        <translation>後戻り不可点の通過</translation>
    </message>
    <message>
        <source>Confirmation after the end of the work</source>
        <translation>作業後の最終点検</translation>
    </message>
    <message>
        <source>Expected</source>
        <comment>state that a step needs</comment>
        <translation>期待する状態</translation>
    </message>
    <message>
        <source>Lowest free disk space</source>
        <translation>ディスク空き容量の最小値</translation>
    </message>
    <message>
        <source>In this program&apos;s words, by the numbers that the steps name; the numbers are this program&apos;s.</source>
        <translation>本ツールで要約したものです。番号は、各手順の根拠として示すために本ツールで付けました。</translation>
    </message>
    <message>
        <source>Expected: %1 Seen: %2</source>
        <comment>what was expected, what was seen</comment>
        <translation>期待結果: %1&#x3000;確認内容: %2</translation>
    </message>
    <message>
        <source>Your choice: %1</source>
        <translation>選択した対応: %1</translation>
    </message>
    <message>
        <source>The work can still be given up: first undo the temporary changes.</source>
        <translation>まだ作業を中止できます。中止する場合は、残っている一時変更を先に元に戻してください。</translation>
    </message>
    <message>
        <source>The work can be given up here: no temporary change stands.</source>
        <translation>ここで作業を中止できます。遮断などの一時変更は残っていません。</translation>
    </message>
    <message>
        <source>version not as expected</source>
        <translation>Ver.が想定と相違</translation>
    </message>
    <message>
        <source>version not confirmed</source>
        <translation>Ver.未確認</translation>
    </message>
    <message>
        <source>sync disabled</source>
        <translation>設定同期 無効</translation>
    </message>
    <message>
        <source>service stopped</source>
        <comment>a link, by its end</comment>
        <translation>サービス停止</translation>
    </message>
    <message>
        <source>service not confirmed</source>
        <translation>サービス確認できず</translation>
    </message>
    <message>
        <source>%1, noticed: %2</source>
        <comment>time, what</comment>
        <translation>%1 検知: %2</translation>
    </message>
    <message>
        <source>Start at boot is off before the work on: %1. Every procedure switches it off for its time and on at the end, and going back does the same: afterwards it is on.</source>
        <translation>次のノードは、作業前から自動起動が無効です: %1。どの作業方式でも、作業中は自動起動を無効にし、最後に有効にします。切り戻した場合も同じで、作業後は有効になります。</translation>
    </message>
    <message>
        <source>Find out whether it is meant to be off. Where it is, switch it off again after the work; where it is not, switch it on before.</source>
        <translation>意図して無効にしているかどうかを確認してください。意図した設定であれば、作業後に改めて無効にしてください。そうでなければ、作業前に有効にしてください。</translation>
    </message>
    <message>
        <source>Every node that takes part has the version from before the work. %1 was left out after its installer had been started and may have another one: it must stay stopped and cut off. Go on to the end, or go back.</source>
        <translation>作業対象の全ノードが作業前のバージョンです。%1 はインストーラーの開始後に作業から除外されており、バージョンが異なる可能性があります。%1 は停止・切り離しのままにしてください。最後まで進めるか、切り戻します。</translation>
    </message>
    <message>
        <source>Every node that takes part has the target version. Left out of the work: %1. What stands of it stays until it has that version, too; what else stands is taken back in the order of the steps.</source>
        <translation>作業対象の全ノードが新バージョンです。作業から除外中: %1。除外したノードの一時変更は、そのノードも新バージョンになるまで残します。その他の一時変更は、手順の順に元に戻します。</translation>
    </message>
    <message>
        <source>It was run by hand: the program did not watch it.</source>
        <translation>手作業で実行したため、本ツールでは確認していません。</translation>
    </message>
    <message>
        <source>ID: %1</source>
        <comment>of the document, in the header of its pages</comment>
        <translation>文書 ID: %1</translation>
    </message>
    <message>
        <source>mf_replica.def on %1 names no other sync port than %2 and those that were added to the block of %1.</source>
        <translation>%1 の mf_replica.def に、%2 と %1 の遮断に追加したポート以外の同期ポートの記載がない。</translation>
    </message>
    <message>
        <source>A block counts only when somebody tried to get through: from every node, over every sync address.</source>
        <translation>遮断は、実際に接続を試して初めて確認できます。全ノードから、同期用アドレスごとに試します。</translation>
    </message>
    <message>
        <source>Add the new port numbers to the first line of the command, then run it: the new set replaces the old one. From here on add them to the port lists of the commands that probe %1 as well.</source>
        <translation>コマンドの 1 行目に新しいポート番号を追加して実行します。遮断対象が新しい内容に置き換わります。以降は、%1 への接続を試すコマンドのポート一覧にも同じ番号を追加します。</translation>
    </message>
    <message>
        <source>Add the new port numbers to the block on %1, and to the ports that are tried on it from here on.</source>
        <translation>%1 の遮断に新しいポート番号を追加します。以降、接続を試すポートにも同じ番号を加えます。</translation>
    </message>
    <message>
        <source>Open &lt;install dir&gt;/conf/mf_replica.def on %1 and compare with what appendix A of the runbook shows from before the work.</source>
        <translation>%1 の &lt;インストールディレクトリ&gt;/conf/mf_replica.def を開き、作業手順書の付録 A に掲載した作業前の内容と比較します。</translation>
    </message>
    <message>
        <source>Go back to the old version on %1</source>
        <translation>%1 を旧バージョンに切り戻し</translation>
    </message>
    <message>
        <source>%1 (undoes No. %2)</source>
        <translation>%1（No.%2 を元に戻す）</translation>
    </message>
    <message>
        <source>Ports that No. %1 added belong to it.</source>
        <translation>No.%1 で追加したポートも対象に含めます。</translation>
    </message>
    <message>
        <source>It stands for the added ports as well.</source>
        <translation>追加したポートも遮断されている。</translation>
    </message>
    <message>
        <source>If start at boot is on again, switch it off as in No. %1.</source>
        <translation>自動起動が有効に戻っていれば、No.%1 と同じ方法で無効にします。</translation>
    </message>
    <message>
        <source>when sync is resumed</source>
        <translation>同期の再開時</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <comment>queue</comment>
        <translation>未確認</translation>
    </message>
    <message>
        <source>disk nearly full</source>
        <comment>queue</comment>
        <translation>ディスク空き容量わずか</translation>
    </message>
    <message>
        <source>— : the program records no checker here, or the step was not done (on paper the checker ticks every step)</source>
        <translation>「—」は、本ツールで再鑑者の記録を求めない手順、または実施しなかった手順です（作業手順書では全手順に再鑑者欄があります）。</translation>
    </message>
    <message>
        <source>Judged: accepted by word</source>
        <translation>判定: 申告により可</translation>
    </message>
    <message>
        <source>On %1, start at boot is off.</source>
        <translation>%1 の自動起動が無効になっている。</translation>
    </message>
    <message>
        <source>On %1, start at boot is on.</source>
        <translation>%1 の自動起動が有効になっている。</translation>
    </message>
    <message>
        <source>An installer may rewrite the file. The copy shows what stood in it before: the file is compared with it after the installer has run, and after a rollback.</source>
        <translation>インストーラーがファイルを書き換える場合があります。控えには作業前の内容が残るため、インストーラーの実行後や切り戻しの後に、現在のファイルと比較します。</translation>
    </message>
    <message>
        <source>Plan fingerprint (as on the runbook)</source>
        <translation>計画の識別値（作業手順書と同じ値）</translation>
    </message>
    <message>
        <source>The master&apos;s settings reach %1 again.</source>
        <translation>マスター機の設定が再び %1 に同期されている。</translation>
    </message>
    <message>
        <source>Go on until every node that takes part has the target version. Going back ends here: %1 was left out after its installer had been started, and what would be undone now is what keeps it apart from the others. Whoever must go back all the same holds the run, makes sure that %1 is switched off or cut off by other means, and takes back by hand what stands of the other nodes in the list. What stands of %1 stays.</source>
        <translation>作業対象の全ノードが新バージョンになるまで作業を続けてください。切り戻しはここまでです。%1 はインストーラーの開始後に作業から除外されており、次に元に戻す変更が %1 をほかのノードから切り離しています。それでも切り戻す場合は、作業を中断し、%1 の電源が切れているか、別の手段で切り離されていることを確認してから、一覧にある一時変更のうち、ほかのノードのものだけを手作業で元に戻してください。%1 の一時変更はそのまま残します。</translation>
    </message>
    <message>
        <source>Every change of this work was undone, and no temporary change stands.</source>
        <translation>この作業による変更は、すべて元に戻しました。一時変更は残っていません。</translation>
    </message>
    <message>
        <source>Output sheet %1</source>
        <translation>出力シート %1</translation>
    </message>
    <message>
        <source>Judged: not so; another step is needed</source>
        <translation>判定: 対応が必要（別の手順を実施）</translation>
    </message>
    <message>
        <source>There is no earlier one to compare with.</source>
        <comment>config</comment>
        <translation>比較対象なし（作業前の設定ファイルを未取得）</translation>
    </message>
    <message>
        <source>None so far.</source>
        <translation>現時点ではなし。</translation>
    </message>
    <message>
        <source>%1 (confirmation after the end: %2 not confirmed, %3 not answered)</source>
        <translation>%1（最終点検: 確認できず %2 件、未回答 %3 件）</translation>
    </message>
    <message>
        <source>%1 (steps judged by it: %2)</source>
        <translation>%1 件（申告で判定した手順: %2）</translation>
    </message>
    <message>
        <source>No restart is asked for any more, after No. %1.</source>
        <translation>No.%1 の実施後、再起動の要求なし。</translation>
    </message>
    <message>
        <source>To take effect when sync is resumed, not before.</source>
        <translation>同期の再開と同時に有効にしてください。それより前には有効にしないでください。</translation>
    </message>
    <message>
        <source>Where that brings the node to a state from before No. %1 (a snapshot does), keep its network off until the command of %2 has been run.</source>
        <translation>この操作でノードが No.%1 より前の状態に戻る場合（スナップショットなど）は、%2 のコマンドを実行するまで、ネットワークに接続しないでください。</translation>
    </message>
    <message>
        <source>Then run on %1 the command in the next column. Read only its lines under %2 (%3): they must show the same.</source>
        <translation>続けて、%1 でも、コマンド欄に示したコマンドを実行します。%2（%3）の下に表示される行だけを見て、同じ結果になることを確認します。</translation>
    </message>
    <message>
        <source>Not undone: left as it is</source>
        <translation>元に戻さず、現状のまま</translation>
    </message>
    <message>
        <source>A restart was asked for. Steps needed: %1.</source>
        <translation>再起動の要求あり（No.%1 が必要）。</translation>
    </message>
    <message>
        <source>Sync was restored before, and what has piled up has not flowed yet.</source>
        <translation>先に同期を再開したノードで、キューの滞留がまだ解消していません。</translation>
    </message>
    <message>
        <source>The report was saved, but what was answered meanwhile is not in it. Save it once more.</source>
        <translation>報告書を保存しましたが、保存中に入力された回答が含まれていない可能性があります。もう一度保存してください。</translation>
    </message>
    <message>
        <source>Started %1 times, first at %2</source>
        <translation>開始回数: %1 回（初回 %2）</translation>
    </message>
    <message>
        <source>Confirm the site after going back</source>
        <translation>切り戻し後の最終確認</translation>
    </message>
    <message>
        <source>Read the version on every node itself</source>
        <translation>各ノードでバージョンを直接確認</translation>
    </message>
    <message>
        <source>The rows below restore sync.</source>
        <translation>これより下の行で同期が再開します。</translation>
    </message>
    <message>
        <source>Then prove the block at once, as in No. %1.</source>
        <translation>続けて直ちに、No.%1 と同じ方法で遮断を確認します。</translation>
    </message>
    <message>
        <source>Then run the command of No. %1 until no file in the queue is older than this lifting.</source>
        <translation>その後、この行で遮断を解除した時刻（下の記入欄）より古いファイルがキューになくなるまで、No.%1 のコマンドで確認します。</translation>
    </message>
    <message>
        <source>Where the way back restores a whole disk (a snapshot does), the mail that the node has saved or queued since then is gone with it. Copy off first what must be kept.</source>
        <translation>ディスク全体を元に戻す方法（スナップショットなど）では、取得後にそのノードに保存されたメールやキューに滞留したメールが失われます。必要なデータは、戻す前に退避してください。</translation>
    </message>
    <message>
        <source>All steps are done or were not needed, and no temporary change stands.</source>
        <translation>必要な手順はすべて完了し、一時変更は残っていません。</translation>
    </message>
    <message>
        <source>These files are left on the nodes on purpose, to show later how the work went. They may be removed as soon as the work is accepted.</source>
        <translation>次のファイルは、作業の経過を後で確認できるように、削除せずノードに残します。作業の完了が承認された後は、削除してもかまいません。</translation>
    </message>
    <message>
        <source>What answered before the work was recorded in No. %1.</source>
        <translation>作業前の応答は、No.%1 で記録しています。</translation>
    </message>
    <message>
        <source>%1: the command of No. %2</source>
        <translation>%1: No.%2 と同じコマンド</translation>
    </message>
    <message>
        <source>Queue before the next block is lifted</source>
        <translation>次の遮断解除前のキュー</translation>
    </message>
    <message>
        <source>Accepted by</source>
        <translation>了承者</translation>
    </message>
    <message>
        <source>Shown at the terminal</source>
        <translation>端末に表示</translation>
    </message>
    <message>
        <source>Warnings before the work</source>
        <translation>作業開始時の警告</translation>
    </message>
    <message>
        <source>Mail from before sync was restored is still in the queue of %1. May the next block be lifted all the same?</source>
        <translation>%1 のキューに、同期を再開する前のメールがまだ残っています。このまま次の遮断を解除してもよろしいですか。</translation>
    </message>
    <message>
        <source>None: no step was skipped or done out of its order.</source>
        <translation>手順の省略や順序の変更はありません。時刻の差は「結果」に示します。</translation>
    </message>
    <message>
        <source>Assumed, because it was not looked at:</source>
        <translation>確認されていないため、次のとおりと想定しています:</translation>
    </message>
    <message>
        <source>The first installer is planned for %1, before the time to decide (%2).</source>
        <translation>最初のインストーラーの実行予定（%1）が、中止判断時刻（%2）より前です。</translation>
    </message>
    <message>
        <source>Have the vendor&apos;s release notes from %1 to %2 been read, and do they allow this procedure?</source>
        <translation>%1 から %2 までのメーカーのリリースノートを確認し、この作業方式の妨げになる記載がないことを確かめましたか。</translation>
    </message>
    <message>
        <source>The simulation put it right for you.</source>
        <translation>模擬環境の機能で復旧させました。</translation>
    </message>
    <message>
        <source>Why the times may differ: the forecast adds up the estimates of all steps. In the rehearsal a command takes a second, a step by hand a minute, an installer its minutes, an answer as long as you think about it (none at the fastest speed, 20 seconds when it is given for you).</source>
        <translation>見積もりとリハーサルの時間が異なる理由: 見積もりは全手順の所要時間の合計です。リハーサルでは、コマンドに 1 秒、手作業に 1 分、インストーラーには設定された所要時間がかかり、回答には考えた分だけの時間（「最速」では 0 秒、自動の回答は 20 秒）がかかります。</translation>
    </message>
    <message>
        <source>Not met: the run did not come to it.</source>
        <translation>未発生（該当の手順に到達していません）。</translation>
    </message>
    <message>
        <source>It happened, and no trouble is ascribed to it: the steps took care of it, or it had no effect so far.</source>
        <translation>発生しましたが、これによる問題は検知されていません（手順の中で対処したか、まだ影響が現れていません）。</translation>
    </message>
    <message>
        <source>It happened: the outcome shows what it led to.</source>
        <translation>発生しました。その影響は、リハーサルの結果に表れています。</translation>
    </message>
    <message>
        <source>Broken off by the doer</source>
        <translation>実施者が途中で打ち切り</translation>
    </message>
    <message>
        <source>What the doer was told</source>
        <translation>実施者への通知内容</translation>
    </message>
    <message>
        <source>None: no unexpected result and no alarm was recorded.</source>
        <translation>記録なし。期待と異なる結果および警報は、記録されていません。</translation>
    </message>
    <message>
        <source>(by the doer&apos;s word)</source>
        <translation>（実施者の申告による）</translation>
    </message>
    <message>
        <source>(where the doer put it)</source>
        <translation>（実施者が保存した場所）</translation>
    </message>
    <message>
        <source>Time to decide (go on or back)</source>
        <translation>中止判断時刻</translation>
    </message>
    <message>
        <source>Taken by the doer&apos;s word</source>
        <translation>実施者の申告によるもの</translation>
    </message>
    <message>
        <source>The plan is shown from the actual start of the run: its own start is not entered, or lies on another night.</source>
        <translation>予定の開始時刻が未入力か別の日のため、予定を実際の開始時刻に合わせて表示しています。</translation>
    </message>
    <message>
        <source>Not as expected. Steps needed: %1.</source>
        <translation>期待と異なる（No.%1 が必要）。</translation>
    </message>
    <message>
        <source>As expected now, after No. %1.</source>
        <translation>No.%1 の実施後、期待どおり。</translation>
    </message>
    <message>
        <source>As expected. Not needed: No. %1.</source>
        <translation>期待どおり（No.%1 は不要）。</translation>
    </message>
    <message>
        <source>Planned and actual</source>
        <translation>予定と実績</translation>
    </message>
    <message>
        <source>SMTP answers by the doer&apos;s word</source>
        <translation>申告による SMTP 応答の確認</translation>
    </message>
    <message>
        <source>By starting the step the doer vouched for it.</source>
        <translation>手順の開始をもって、実施者の申告としました。</translation>
    </message>
    <message>
        <source>Filled in by the firewall administrator</source>
        <translation>ファイアウォール担当者記入欄</translation>
    </message>
    <message>
        <source>A value that neither a file nor a person has given, such as the vendor&apos;s default port. It is shown as assumed until you confirm it.</source>
        <translation>ファイルに記載がなく、誰も指定していない値です（メーカーの既定のポート番号など）。確認するまで「想定」と表示します。</translation>
    </message>
    <message>
        <source>Time to decide</source>
        <comment>a term</comment>
        <translation>中止判断時刻</translation>
    </message>
    <message>
        <source>A result that the program can&apos;t observe and takes from the doer&apos;s word. It is marked so in the window and on paper, with a command by which the checker can see it.</source>
        <translation>本ツールでは確認できず、実施者の申告で判定した結果です。画面と帳票にその旨を示し、再鑑者が確認するためのコマンドを併記します。</translation>
    </message>
    <message>
        <source>Looks at the result beside the doer. A critical step begins only when the checker agrees.</source>
        <translation>実施者とは別に結果を確認する人です。重要な手順は、再鑑者が同意してから始まります。</translation>
    </message>
    <message>
        <source>not looked at, or no answer</source>
        <translation>未確認、または応答なし</translation>
    </message>
    <message>
        <source>Time to decide (go on or back): %1</source>
        <translation>中止判断時刻: %1</translation>
    </message>
    <message>
        <source>Left between the planned end and the latest end: %1</source>
        <translation>作業完了予定から終了期限までの余裕: %1</translation>
    </message>
    <message>
        <source>No version was found in what the command printed: %1 (%2)</source>
        <translation>コマンドの出力からバージョンを読み取れません: %1（%2）</translation>
    </message>
    <message>
        <source>The node is entered with access &quot;%1&quot;: it was not looked at.</source>
        <translation>接続方法が「%1」のノードのため、実機は確認していません。</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation>1 分未満</translation>
    </message>
    <message>
        <source>Time to decide %1: passed %2 ago</source>
        <translation>中止判断時刻 %1: %2超過</translation>
    </message>
    <message>
        <source>Time to decide %1: soon, %2 left</source>
        <translation>中止判断時刻 %1: 間近、残り %2</translation>
    </message>
    <message>
        <source>Time to decide %1: %2 left</source>
        <translation>中止判断時刻 %1: 残り %2</translation>
    </message>
    <message>
        <source>Latest end %1: passed %2 ago</source>
        <translation>終了期限 %1: %2超過</translation>
    </message>
    <message>
        <source>Latest end %1: too late, expected %2</source>
        <translation>終了期限 %1: 超過見込み（完了見込み %2）</translation>
    </message>
    <message>
        <source>Latest end %1: soon, %2 left, expected %3</source>
        <translation>終了期限 %1: 間近、残り %2（完了見込み %3）</translation>
    </message>
    <message>
        <source>Latest end %1: %2 left, expected %3</source>
        <translation>終了期限 %1: 残り %2（完了見込み %3）</translation>
    </message>
    <message>
        <source>The installer on %1 may be running.</source>
        <translation>%1 のインストーラーは、実行中の可能性があります。</translation>
    </message>
    <message>
        <source>Operated by hand: %1. Results on these nodes are taken by the doer&apos;s word.</source>
        <translation>次のノードは手作業で操作します: %1。結果は実施者の申告によります。</translation>
    </message>
    <message>
        <source>The plan takes %1 and ends at %2. That is %3 after the latest end.</source>
        <translation>計画の所要時間は %1で、終了予定は %2 です。終了期限を %3超過します。</translation>
    </message>
    <message>
        <source>Did the firewall administrator report that the IP traffic between the servers is cut?</source>
        <translation>ノード間の IP 通信を遮断したとの報告を、ファイアウォール担当者から受けましたか。</translation>
    </message>
    <message>
        <source>Did the firewall administrator report that the IP traffic between the servers is let through again?</source>
        <translation>ノード間の IP 通信の遮断を解除したとの報告を、ファイアウォール担当者から受けましたか。</translation>
    </message>
    <message>
        <source>The doer says yes.</source>
        <translation>実施者の申告: は⁠い</translation>
    </message>
    <message>
        <source>The doer says no.</source>
        <translation>実施者の申告: い⁠い⁠え</translation>
    </message>
    <message>
        <source>%1 does not answer on SMTP any more, and no step has it out of service.</source>
        <translation>%1 が SMTP に応答しなくなりました。手順によって停止している状態ではありません。</translation>
    </message>
    <message>
        <source>Look at it before you go on.</source>
        <translation>先へ進む前に確認してください。</translation>
    </message>
    <message>
        <source>Decide by %1 whether to go on or back: %2 left.</source>
        <translation>中止判断時刻 %1 まで、残り %2です。続行するか切り戻すかを判断してください。</translation>
    </message>
    <message>
        <source>%1 (confirmation after the end: %2 not answered)</source>
        <translation>%1（最終点検: 未回答 %2 件）</translation>
    </message>
    <message>
        <source>%1 (confirmation after the end: %2 not confirmed)</source>
        <translation>%1（最終点検: 確認できず %2 件）</translation>
    </message>
    <message>
        <source>The work began with these warnings. What to do about each stands in the runbook, under &quot;%1&quot;.</source>
        <translation>次の警告がある状態で作業を開始しました。それぞれの対処は、作業手順書の「%1」に記載しています。</translation>
    </message>
    <message>
        <source>In a rehearsal the simulated clock runs faster. The faster it runs, the more time lies between two questions.</source>
        <translation>リハーサルでは模擬時計が速く進むため、速度を上げるほど、確認の間隔は模擬時間で長くなります。</translation>
    </message>
    <message>
        <source>Find the number of the last step that was begun. Start at the first row whose &quot;Undoes No.&quot; is that number or smaller; if there is none, nothing has to be undone. Work down. Undo only what was done; cross out the other rows. Below the row at which you start, a row without such a number is not crossed out: it says itself what to do.</source>
        <translation>最後に着手した手順の番号を確認します。「対象 No.」がその番号以下となる最初の行から始め、下へ順に進めます。該当する行がなければ、元に戻すものはありません。元に戻すのは実施した手順だけです。それ以外の行には取り消し線を引いてください。開始した行より下にある「対象 No.」のない行は消さず、その行の記載に従ってください。</translation>
    </message>
    <message>
        <source>No command that shows the version is entered for: %1. The version is taken by the doer&apos;s word.</source>
        <translation>次のノードにバージョン確認コマンドが入力されていません: %1。バージョンは実施者の申告によります。</translation>
    </message>
    <message>
        <source>Not all service commands (start, stop, status, start at boot) are entered for: %1. What is missing becomes a manual step, and what no command can show is taken by the doer&apos;s word.</source>
        <translation>次のノードには、サービス操作のコマンド（起動、停止、状態確認、自動起動）の一部が入力されていません: %1。不足分は手作業の手順になり、コマンドで確認できない結果は実施者の申告によります。</translation>
    </message>
    <message>
        <source>Does a firewall stand between all the servers, is its administrator at hand for the whole work, and is it settled what else is cut between them (heartbeat of a virtual IP, mail relay, SSH)?</source>
        <translation>全ノードの間にファイアウォールがあり、その担当者が作業終了まで対応でき、あわせて遮断される通信（仮想 IP のハートビート、メール中継、SSH）の影響を確認済みですか。</translation>
    </message>
    <message>
        <source>Name in full</source>
        <translation>ノード名（省略なし）</translation>
    </message>
    <message>
        <source>service not seen</source>
        <translation>サービス未確認</translation>
    </message>
    <message>
        <source>during the work: yes (No. %1)</source>
        <translation>作業中の回答: はい（No.%1）</translation>
    </message>
    <message>
        <source>Noticed: %1</source>
        <translation>検知した異常: %1</translation>
    </message>
    <message>
        <source>Faults played in this rehearsal</source>
        <translation>このリハーサルで発生させた障害</translation>
    </message>
    <message>
        <source>None was picked.</source>
        <translation>なし（障害の選択なし）。</translation>
    </message>
    <message>
        <source>Recorded at</source>
        <translation>記録日時</translation>
    </message>
    <message>
        <source>Command: stop the service</source>
        <translation>コマンド: サービス停止</translation>
    </message>
    <message>
        <source>Command: start the service</source>
        <translation>コマンド: サービス起動</translation>
    </message>
    <message>
        <source>Command: ask whether the service runs</source>
        <translation>コマンド: サービス状態の確認</translation>
    </message>
    <message>
        <source>Command: switch start at boot off</source>
        <translation>コマンド: 自動起動の無効化</translation>
    </message>
    <message>
        <source>Command: switch start at boot on</source>
        <translation>コマンド: 自動起動の有効化</translation>
    </message>
    <message>
        <source>Command: ask whether the service starts at boot</source>
        <translation>コマンド: 自動起動の確認</translation>
    </message>
    <message>
        <source>Command: disable settings sync</source>
        <translation>コマンド: 設定同期の無効化</translation>
    </message>
    <message>
        <source>Command: enable settings sync</source>
        <translation>コマンド: 設定同期の有効化</translation>
    </message>
    <message>
        <source>Command: ask whether settings sync is enabled</source>
        <translation>コマンド: 設定同期の確認</translation>
    </message>
    <message>
        <source>Command: install</source>
        <translation>コマンド: インストール</translation>
    </message>
    <message>
        <source>Command: read the version</source>
        <translation>コマンド: バージョンの確認</translation>
    </message>
    <message>
        <source>A command that does not stand here was made by this program from these values and the plan.</source>
        <translation>ここに記載のないコマンドは、これらの値と作業計画をもとに本ツールが作成したものです。</translation>
    </message>
    <message>
        <source>The versions are read as in No. %1.</source>
        <translation>バージョンの確認方法は No.%1 と同じです。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>fault, what became of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>Plan fingerprint (of the rehearsal)</source>
        <translation>計画の識別値（リハーサルの計画）</translation>
    </message>
    <message>
        <source>%1 (by the doer&apos;s word)</source>
        <translation>%1（実施者の申告）</translation>
    </message>
    <message>
        <source>until we ask for it to be lifted; the time is the plan</source>
        <translation>当方からの解除連絡まで（この日時は予定）</translation>
    </message>
    <message>
        <source>The report was printed, but what was answered meanwhile is not in it. Print it once more.</source>
        <translation>報告書を印刷しましたが、印刷中に記録した内容が含まれていません。もう一度印刷してください。</translation>
    </message>
    <message>
        <source>Run the command: it shows what differs from the copy made before the work, then the lines that matter.</source>
        <translation>コマンドを実行します。作業前の控えとの差分と、要点の行が表示されます。</translation>
    </message>
    <message>
        <source>answers</source>
        <comment>an SMTP port</comment>
        <translation>応答あり</translation>
    </message>
    <message>
        <source>Check from the work machine:</source>
        <translation>確認コマンド（作業 PC）:</translation>
    </message>
    <message>
        <source>Check on %1:</source>
        <translation>確認コマンド（%1）:</translation>
    </message>
    <message>
        <source>Exit status of the start command: %1. How the installer ended stands where it was judged.</source>
        <translation>開始コマンドの終了ステータス: %1。インストーラーの結果は、判定の記録に示します。</translation>
    </message>
    <message>
        <source>%1 (from here on: %2)</source>
        <translation>%1（以降: %2）</translation>
    </message>
    <message>
        <source>Start command carried out</source>
        <translation>開始コマンドの実施</translation>
    </message>
    <message>
        <source>planned %1, actual %2</source>
        <translation>予定 %1、実績 %2</translation>
    </message>
    <message>
        <source>planned %1, not passed</source>
        <translation>予定 %1、未通過</translation>
    </message>
    <message>
        <source>Undo of No. %1: %2</source>
        <translation>No.%1 を元に戻す操作&#x3000;%2</translation>
    </message>
    <message>
        <source>Then left out with its node at %1</source>
        <translation>その後: ノードごと除外（%1）</translation>
    </message>
    <message>
        <source>Then accepted by word at %1</source>
        <translation>その後: 申告により可（%1）</translation>
    </message>
    <message>
        <source>Then judged as expected at %1</source>
        <translation>その後: 期待どおりと判定（%1）</translation>
    </message>
    <message>
        <source>Then skipped at %1</source>
        <translation>その後: 省略（%1）</translation>
    </message>
    <message>
        <source>Then undone at %1</source>
        <translation>その後: 元に戻し済み（%1）</translation>
    </message>
    <message>
        <source>Open when this report was made</source>
        <translation>本報告書の作成時点で未解決</translation>
    </message>
    <message>
        <source>%1 %2: %3 Chosen: %4. %5.</source>
        <comment>time, step, what was wrong, remedy, what became of it</comment>
        <translation>%1&#x3000;%2: %3 対応: %4。%5。</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>見積もり</translation>
    </message>
    <message>
        <source>Rehearsed</source>
        <translation>リハーサル結果</translation>
    </message>
    <message>
        <source>%1 (!)</source>
        <comment>a figure that is not good</comment>
        <translation>%1（！）</translation>
    </message>
    <message>
        <source>What the rehearsal counted</source>
        <translation>リハーサルの集計</translation>
    </message>
    <message>
        <source>The services are stopped, and nothing syncs, for %1 (%2 - %3).</source>
        <translation>サービスを停止し、同期が行われない時間: %1（%2～%3）</translation>
    </message>
    <message>
        <source>The mail flow through m-FILTER is stopped from about %1 to %2. Mail waits at the sending side and arrives late.</source>
        <translation>m-FILTER を経由するメール流通が、%1 頃から %2 頃まで停止します。メールは送信側で待機し、遅れて届きます。</translation>
    </message>
    <message>
        <source>Sync is cut from about %1 to %2.</source>
        <translation>同期停止の時間帯: %1 頃～%2 頃</translation>
    </message>
    <message>
        <source>Nothing syncs from about %1 to %2.</source>
        <translation>同期が行われない時間帯: %1 頃～%2 頃</translation>
    </message>
    <message>
        <source>This plan does not record what answered before the work (figure 1: what the survey saw). What counts is that the setting arrives.</source>
        <translation>作業前の応答は、この計画では記録しません（調査の結果は図 1）。判定は、マスター機の設定が届くことで行います。</translation>
    </message>
    <message>
        <source>Means of going back are ready</source>
        <translation>切り戻し手段の準備</translation>
    </message>
    <message>
        <source>Have the users of saved and held mail been told that on the slaves they can&apos;t view or handle it, nor send delayed mail, while sync is cut?</source>
        <translation>同期停止中はスレーブ機の保存メール・保留メールの閲覧や操作、ディレイメールの送信ができないことを、利用者に周知しましたか。</translation>
    </message>
    <message>
        <source>Firewall and its administrator arranged</source>
        <translation>ファイアウォールと担当者の手配</translation>
    </message>
    <message>
        <source>the services stay stopped</source>
        <translation>サービスを停止したままにします</translation>
    </message>
    <message>
        <source>Data sync is OFF: only settings are synced, no mail data.</source>
        <translation>データ同期: 無効。同期されるのは設定のみで、メールデータは同期されません。</translation>
    </message>
    <message>
        <source>Then judged not to be so, at %1: another step was needed</source>
        <translation>その後: 該当せずと判定、別の手順が必要（%1）</translation>
    </message>
    <message>
        <source>Then the work went back</source>
        <translation>その後: 作業全体を切り戻し</translation>
    </message>
    <message>
        <source>Then not needed any more</source>
        <translation>その後: 不要と判定</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>time, step, what was noticed</comment>
        <translation>%1&#x3000;%2: %3</translation>
    </message>
    <message>
        <source>Nothing is put down to it.</source>
        <translation>この障害によるとみられる問題なし</translation>
    </message>
    <message>
        <source>The operator did not have the next step undone: the run is held.</source>
        <translation>次の手順を元に戻さずに、作業を中断しました。</translation>
    </message>
    <message>
        <source>a tick was taken back</source>
        <translation>チェックを取り消し</translation>
    </message>
    <message>
        <source>%1 (on %2, No. %3)</source>
        <translation>%1（%2 で実行、No.%3）</translation>
    </message>
    <message>
        <source>Not known: the journal does not keep which faults were picked. What was noticed stands under deviations and troubles.</source>
        <translation>発生させた障害は作業記録に残らないため、記載していません。検知した内容は「計画との差異」と「問題と警報」に記載しています。</translation>
    </message>
    <message>
        <source>Time that going back takes for each node, as it was settled beforehand: ______________ minutes</source>
        <translation>切り戻しの所要時間（ノード 1 台あたり、事前に決めた値を記入）: ______________ 分</translation>
    </message>
    <message>
        <source>Nothing is changed on the admin screens until sync is restored.</source>
        <translation>同期を再開するまで、管理画面で設定を変更しない。</translation>
    </message>
    <message>
        <source>The free disk of each queue directory was read and is above the high figure of the queue estimate: %1</source>
        <translation>各キューディレクトリのディスク空き容量を確認し、滞留量の見積もりの「多め」の値を上回っている: %1</translation>
    </message>
    <message>
        <source>The blocks are looked for by the checks of No. %1, the versions are read as in No. %2.</source>
        <translation>遮断の有無は No.%1 の確認コマンドで、バージョンは No.%2 と同じ方法で確認します。</translation>
    </message>
    <message>
        <source>Check on %1 (must print &quot;No block of this program stands here.&quot;):</source>
        <translation>%1 で確認（「No block of this program stands here.」と表示されること）:</translation>
    </message>
    <message>
        <source>Even if you hold here, leave everything that keeps the nodes apart as it is.</source>
        <translation>中断する場合も、ノード同士の同期を止めている措置は、そのまま維持してください。</translation>
    </message>
    <message>
        <source>To give up the work, first undo the temporary changes.</source>
        <translation>中止する場合は、残っている一時変更を先に元に戻してください。</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>未調査</translation>
    </message>
    <message>
        <source>No block set by this program is in place on %1.</source>
        <translation>%1 に、本ツールの手順による遮断が残っていない。</translation>
    </message>
    <message>
        <source>A bent arrow drawn at the end of a line of a command, of its output or of a path means that it goes on in the next line, joined without a blank.</source>
        <translation>コマンド、コマンドの出力、パスの行末に描かれた折り返し矢印は、次の行へ続くことを示します。空白を入れずにつなげて読みます。</translation>
    </message>
    <message>
        <source>from the work machine. Where that does not reach: connect to the SMTP port from a machine that does, and look for the greeting (220); the doer&apos;s word counts.</source>
        <translation>作業 PC から確認。届かない場合は、到達できる PC から SMTP ポートに接続し、応答（220）を確認して申告</translation>
    </message>
    <message>
        <source>By word. SMTP: %1</source>
        <translation>申告。SMTP は%1</translation>
    </message>
    <message>
        <source>SMTP: %1</source>
        <translation>SMTP は%1</translation>
    </message>
    <message>
        <source>Commands and output in full</source>
        <translation>コマンドと出力の全文</translation>
    </message>
    <message>
        <source>Commands in full</source>
        <translation>コマンドの全文</translation>
    </message>
    <message>
        <source>What was noticed is put down to the fault that was played at the same step, or at the nearest one before it; on the way back, at the nearest one after it in the plan. The faults stand in order of time.</source>
        <translation>検知した異常は、同じ手順で起こした障害、またはその手前で最も近い手順の障害によるものとしています。切り戻し中は、計画上でそれより後の最も近い手順の障害によるものとします。障害は時刻順に示します。</translation>
    </message>
    <message>
        <source>%1 first seen</source>
        <comment>time</comment>
        <translation>%1 最初の検知</translation>
    </message>
    <message>
        <source>Times without an answer, and times not seen, are rounded up to whole minutes.</source>
        <translation>応答がなかった時間と確認できなかった時間は、分単位に切り上げています。</translation>
    </message>
    <message>
        <source>Needed only where a firewall between the nodes shall do the blocking. Where each node blocks the ports itself, nothing has to be asked for.</source>
        <translation>ノード間のファイアウォールで遮断する場合にだけ必要です。各ノード上でポートを遮断する場合、申請は不要です。</translation>
    </message>
    <message>
        <source>No request is needed: each node blocks the sync ports itself, by the steps of the runbook.</source>
        <translation>申請は不要です。作業手順書の手順に従い、各ノード上で同期ポートを遮断します。</translation>
    </message>
    <message>
        <source>The block must survive a reboot of any of the nodes, and of the firewall.</source>
        <translation>ノードおよびファイアウォールを再起動しても、遮断が維持されるようにしてください。</translation>
    </message>
    <message>
        <source>Whatever else runs between these nodes is cut too: heartbeat of a virtual IP, mail relay, SSH.</source>
        <translation>これらのノード間で使用しているその他の通信（仮想 IP のハートビート、メール中継、SSH など）も遮断されます。</translation>
    </message>
    <message>
        <source>IPv4 and IPv6 alike, wherever the nodes have addresses of both.</source>
        <translation>ノードに IPv4 と IPv6 の両方のアドレスがある場合は、どちらも対象としてください。</translation>
    </message>
    <message>
        <source>The names of the nodes are long: in this document they are printed without %1.</source>
        <translation>ノード名が長いため、本書では %1 を省いて記載します。</translation>
    </message>
    <message>
        <source>SMTP port</source>
        <translation>SMTP ポート</translation>
    </message>
    <message>
        <source>the usual one; the site file names none</source>
        <translation>標準の番号（サイトファイルに指定なし）</translation>
    </message>
    <message>
        <source>SSH port</source>
        <translation>SSH ポート</translation>
    </message>
    <message>
        <source>Ports that the block leaves open</source>
        <translation>遮断の対象外とするポート</translation>
    </message>
    <message>
        <source>chosen for this document</source>
        <translation>本書の作成時に選択</translation>
    </message>
    <message>
        <source>What was found on a node or read from a file, what was entered, and what is assumed. What was entered counts more than what was found; both are shown where they differ.</source>
        <translation>ノードでの検出値またはファイルから読み取った値、入力値、想定値の区別を示します。検出値と入力値が異なる場合は入力値を優先し、両方を記載しています。</translation>
    </message>
    <message>
        <source>After the point of no return the isolation is lifted only when every node has the same version again, read on the node itself.</source>
        <translation>後戻り不可点の通過後は、全ノードのバージョンが再び一致したことを実機で確認した場合にのみ、同期停止を解除します。</translation>
    </message>
    <message>
        <source>It is known to everybody that going back to a snapshot also undoes the stopped service and the switched-off start of that node: both must be done again before another service is started.</source>
        <translation>スナップショットに戻すと、そのノードではサービスの停止も自動起動の無効化も取り消される。ほかのサービスを起動する前に、両方を再度行う必要があることを、全員が理解している。</translation>
    </message>
    <message>
        <source>It is known to everybody that going back to a snapshot also undoes the disabled settings sync and the switched-off start of that node: it must then be isolated again before its network comes up.</source>
        <translation>スナップショットに戻すと、そのノードでは設定同期の無効化も自動起動の無効化も取り消される。復元したノードは、ネットワークに接続する前に再度同期停止の状態にする必要があることを、全員が理解している。</translation>
    </message>
    <message>
        <source>It is known to everybody that going back to a snapshot also undoes the block and the switched-off start of that node: it must then be isolated again before its network comes up.</source>
        <translation>スナップショットに戻すと、そのノードの遮断は外れ、自動起動は有効に戻る。復元したノードは、ネットワークに接続する前に再度同期停止の状態にする必要があることを、全員が理解している。</translation>
    </message>
    <message>
        <source>It is known to everybody that going back to a snapshot also undoes the switched-off start of that node. The block stands on the firewall between the nodes and is not undone by it.</source>
        <translation>スナップショットに戻すと、そのノードでは自動起動の無効化も取り消される（遮断はノード間のファイアウォールにあるため、取り消されない）ことを、全員が理解している。</translation>
    </message>
    <message>
        <source>settings sync stays disabled on every node</source>
        <translation>全ノードで設定同期を無効のままにします</translation>
    </message>
    <message>
        <source>the blocks stay on every node</source>
        <translation>全ノードの遮断を維持します</translation>
    </message>
    <message>
        <source>the block between the nodes stays</source>
        <translation>ノード間の遮断を維持します</translation>
    </message>
    <message>
        <source>The installer for %1 lies on every node and its checksum was compared.</source>
        <translation>%1 のインストーラーを全ノードに配置し、チェックサムを照合した。</translation>
    </message>
    <message>
        <source>Mail is delivered during the whole work. One node at a time is out of service; the others take its mail.</source>
        <translation>作業中もメールは配送されます。ノードを 1 台ずつメール経路から切り離し、その間はほかのノードがメールを処理します。</translation>
    </message>
    <message>
        <source>A sync path is open between two nodes of different versions, or it is not known whether one is.</source>
        <translation>異なるバージョンのノード間で同期経路が開いている、または開いていないことを確認できない。</translation>
    </message>
    <message>
        <source>A node answers in a way that this document does not describe.</source>
        <translation>ノードが本書に記載のない挙動を示した。</translation>
    </message>
    <message>
        <source>A node is to be taken out of service, and no other mail node answers on SMTP.</source>
        <translation>ノードをメール経路から切り離す前に、ほかのメール中継ノードの SMTP 応答を確認できない。</translation>
    </message>
    <message>
        <source>%1 has come and not every node has the new version.</source>
        <translation>%1 になっても、全ノードのバージョンアップが完了していない。</translation>
    </message>
    <message>
        <source>Data sync is ON: saved and held mail is moved from every node&apos;s queue directory into the master&apos;s archive directory. Settings sync must not be disabled; only communication is cut.</source>
        <translation>データ同期: 有効。保存メール・保留メールは、各ノードのキューディレクトリからマスター機のアーカイブディレクトリに移動します。設定同期を無効にしてはいけません。同期通信のみを遮断します。</translation>
    </message>
    <message>
        <source>Data sync is ON: saved and held mail is moved from every node&apos;s queue directory into the master&apos;s archive directory.</source>
        <translation>データ同期: 有効。保存メール・保留メールは、各ノードのキューディレクトリからマスター機のアーカイブディレクトリに移動します。</translation>
    </message>
    <message>
        <source>all nodes</source>
        <translation>全ノード</translation>
    </message>
    <message>
        <source>lines %1</source>
        <translation>%1 行目</translation>
    </message>
    <message>
        <source>This document tells step by step how the m-FILTER nodes of %1 are upgraded from %2 to %3. It was made for this very site and is worked through in the order of its numbers by a doer and a checker.</source>
        <translation>本書は、%1 の m-FILTER ノードを %2 から %3 へバージョンアップするための作業手順書です。当サイト専用に作成したもので、実施者と再鑑者の 2 名が、番号順に作業を進めます。</translation>
    </message>
    <message>
        <source>Nodes: %1</source>
        <translation>対象ノード: %1</translation>
    </message>
    <message>
        <source>Settings sync between different versions is not supported by the vendor (FAQ 2578). So no sync path may be open between two nodes of different versions at any moment of the work.</source>
        <translation>異なるバージョン間での設定同期は、メーカーがサポートしていません（FAQ 2578）。作業中のどの時点でも、バージョンの異なるノード間の同期経路を開いてはいけません。</translation>
    </message>
    <message>
        <source>&quot;By word&quot; marks a result that the program can&apos;t observe: the check command beside it, where there is one, shows it to the checker. SMTP is asked from the machine on which the program runs (the work machine); where that does not reach a node, the doer&apos;s word stands.</source>
        <translation>「申告」は、本ツールでは観測できない結果を示します。確認コマンドの記載がある場合は、再鑑者がそれで確認します。SMTP は、本ツールを実行する PC（作業 PC）から確認します。そこから届かないノードは、実施者の申告によります。</translation>
    </message>
    <message>
        <source>The plan fingerprint at the foot of each page is the same in the program: if they differ, this paper is not the plan that is run.</source>
        <translation>各ページ下部の計画の識別値は、本ツールに表示される値と同じです。異なる場合、本書は実行する計画と一致していません。</translation>
    </message>
    <message>
        <source>Figure 1: the nodes and their paths to the master</source>
        <translation>図 1: ノードとマスター機への同期経路</translation>
    </message>
    <message>
        <source>The installer:</source>
        <translation>インストーラー:</translation>
    </message>
    <message>
        <source>Point of no return. From here on the isolation stays until every node has the same version. Go past it only when everything before it is ticked.</source>
        <translation>後戻り不可点。ここから先は、全ノードが同じバージョンになるまで同期停止を維持します。ここまでのすべての手順にチェックがあることを確認してから進んでください。</translation>
    </message>
    <message>
        <source>Blocks set by this program</source>
        <translation>本ツールの手順による遮断</translation>
    </message>
    <message>
        <source>Run &quot;ssh-keygen -lf&quot; on the public key of this type (/etc/ssh/ssh_host_*_key.pub) on the server&apos;s own console, compare the fingerprints and accept the key, or log in once with ssh.</source>
        <translation>サーバーのコンソールで、該当する種類の公開鍵（/etc/ssh/ssh_host_*_key.pub）を指定して「ssh-keygen -lf」を実行し、フィンガープリントを照合して承認するか、一度 ssh でログインしてください。</translation>
    </message>
    <message>
        <source>At least one mail node other than %1 has just answered on SMTP.</source>
        <translation>%1 以外のメール中継ノードのうち 1 台以上が、直前に SMTP で応答した。</translation>
    </message>
    <message>
        <source>Go back on %2 alone, by the way that was settled beforehand: %1</source>
        <translation>%2 だけを、事前に決めた方法で切り戻します: %1</translation>
    </message>
    <message>
        <source>Where mail flow is stopped: the services are stopped and the machines updated one at a time; the slaves are started first, the master last. In some environments an installer starts the service by itself: it is stopped then. A slave whose admin screen asks for a restart after the sync is restarted. On the way forward this program updates one machine at a time and heeds the last two in every procedure.</source>
        <translation>メール流通を止める場合、サービスを停止し、1 台ずつアップデートする。全環境のアップデート完了後、スレーブ機→マスター機の順に起動する。環境によってはインストーラーがサービスを自動起動するため、起動された場合は停止する。同期後に管理画面で再起動が要求されたスレーブ機は再起動する（バージョンアップの手順では、本ツールはどの方式でも 1 台ずつアップデートし、自動起動と再起動の要求を確認する）。</translation>
    </message>
    <message>
        <source>What piled up flows to the master&apos;s archive directory now, so the traffic rises.</source>
        <translation>滞留していたメールがマスター機のアーカイブディレクトリへ流れるため、通信トラフィックが増大します。</translation>
    </message>
    <message>
        <source>%1 (not used)</source>
        <comment>a sheet with a command</comment>
        <translation>%1（未使用）</translation>
    </message>
    <message>
        <source>%1 (answer: yes)</source>
        <comment>question of the operator, its good answer</comment>
        <translation>%1（回答: は⁠い）</translation>
    </message>
    <message>
        <source>planned %1, actual %2: %3 early</source>
        <translation>予定 %1、実績 %2（%3早い）</translation>
    </message>
    <message>
        <source>planned %1, actual %2: %3 late</source>
        <translation>予定 %1、実績 %2（%3遅い）</translation>
    </message>
    <message>
        <source>Begun earlier than planned</source>
        <translation>予定より早い開始</translation>
    </message>
    <message>
        <source>Begun later than planned</source>
        <translation>予定より遅い開始</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>選択した対応: %1</translation>
    </message>
    <message>
        <source>Ended earlier than planned</source>
        <translation>予定より早い終了</translation>
    </message>
    <message>
        <source>Ended later than planned</source>
        <translation>予定より遅い終了</translation>
    </message>
    <message>
        <source>%1 (by word)</source>
        <translation>%1（申告）</translation>
    </message>
    <message>
        <source>%1 (in part by word)</source>
        <translation>%1（一部は申告）</translation>
    </message>
    <message>
        <source>%1 (entered)</source>
        <comment>version</comment>
        <translation>%1（入力値）</translation>
    </message>
    <message>
        <source>Expected: %1 (not as expected)</source>
        <translation>期待: %1（期待と異なる）</translation>
    </message>
    <message>
        <source>Expected: %1 Seen: %2 (not as expected)</source>
        <translation>期待: %1 確認内容: %2（期待と異なる）</translation>
    </message>
    <message>
        <source>Check given in the runbook, on %1 (its output is not recorded):</source>
        <translation>作業手順書に記載の確認コマンド（%1、出力の記録なし）:</translation>
    </message>
    <message>
        <source>Asked on the SMTP port every ten seconds, from the work machine, on which this program ran. Grey: it answered. Hatched: it did not answer. A line: it was not seen from there.</source>
        <translation>作業 PC（本ツールを実行した PC）から、10 秒ごとに SMTP ポートの応答を確認した結果です。灰色は応答あり、斜線は応答なし、線のみは作業 PC から確認できなかったことを示します。</translation>
    </message>
    <message>
        <source>%1 files</source>
        <comment>in a queue</comment>
        <translation>%1 ファイル</translation>
    </message>
    <message>
        <source>can&apos;t be seen from the work machine</source>
        <translation>作業 PC からは確認不可</translation>
    </message>
    <message>
        <source>Number</source>
        <comment>of a rule</comment>
        <translation>番号</translation>
    </message>
    <message>
        <source>%1 (as in No. %2)</source>
        <translation>%1（No.%2 と同じ方法で確認）</translation>
    </message>
    <message>
        <source>free disk (MiB)</source>
        <translation>ディスク空き容量（MiB）</translation>
    </message>
    <message>
        <source>%1 (high figure: %2)</source>
        <translation>%1（「多め」の値: %2）</translation>
    </message>
    <message>
        <source>Lifted at (hour:minute)</source>
        <translation>遮断を解除した時刻（時:分）</translation>
    </message>
    <message>
        <source>Lifted at (hour:minute by the clock of %1)</source>
        <translation>遮断を解除した時刻（%1 の時計で時:分）</translation>
    </message>
    <message>
        <source>Version read</source>
        <translation>確認したバージョン</translation>
    </message>
    <message>
        <source>Ports added</source>
        <translation>追加したポート</translation>
    </message>
    <message>
        <source>What the installer reports</source>
        <translation>インストーラーの表示結果</translation>
    </message>
    <message>
        <source>Look at every node, also in its admin screen. Where that asks for a restart after the sync, restart that slave.</source>
        <translation>管理画面も含めて、全ノードの状態を確認します。同期後に管理画面で再起動が要求されたスレーブ機は、再起動します。</translation>
    </message>
    <message>
        <source>Where the copy is gone (a snapshot takes it away), compare it with appendix A.</source>
        <translation>控えがない場合（スナップショットに戻した場合など）は、付録 A と比較します。</translation>
    </message>
    <message>
        <source>mf_replica.def on %1 is as before the work, but for what a step of this plan changed.</source>
        <translation>%1 の mf_replica.def が、この計画の手順で変更した箇所を除いて作業前と同じである。</translation>
    </message>
    <message>
        <source>mf_replica.def on %1 is as before the work.</source>
        <translation>%1 の mf_replica.def が作業前と同じである（差分がない）。</translation>
    </message>
    <message>
        <source>Where the node was not taken back that far, run only the check.</source>
        <translation>ノードがその状態まで戻っていない場合は、確認だけを実施します。</translation>
    </message>
    <message>
        <source>The time to decide (________:________) has come and not every node has the new version.</source>
        <translation>中止判断時刻（________:________）になっても、全ノードのバージョンアップが完了していない。</translation>
    </message>
    <message>
        <source>Before it: everything is undone by section %1, and the site is as before.</source>
        <translation>通過前: 切り戻し手順（%1 章）により、すべて作業前の状態に戻せます。</translation>
    </message>
    <message>
        <source>After it, until every node has the same version, whether by going on or by going back: %1. To end that earlier may let settings sync between different versions happen, which the vendor does not support.</source>
        <translation>通過後: 続行する場合も切り戻す場合も、全ノードが同じバージョンになるまで%1。先に解除すると、メーカーがサポートしていない、異なるバージョン間の設定同期が行われるおそれがあります。</translation>
    </message>
    <message>
        <source>Meanwhile the queues of the slaves go on filling: heed the free disk of their directories.</source>
        <translation>その間もスレーブ機のキューには滞留が続きます。キューディレクトリのディスク空き容量に注意してください。</translation>
    </message>
    <message>
        <source>every version (assumed)</source>
        <translation>全バージョン（想定）</translation>
    </message>
    <message>
        <source>&quot;Every version (assumed)&quot;: FAQ 2578 names no first version for this port. That it is used in every version is this program&apos;s assumption.</source>
        <translation>「全バージョン（想定）」: FAQ 2578 にバージョンの注記がないポートです。全バージョンで使われるというのは、本ツールの想定です。</translation>
    </message>
    <message>
        <source>The files are printed line by line in appendix A.</source>
        <translation>各ファイルの全行は、付録 A に記載しています。</translation>
    </message>
    <message>
        <source>The doer carries out a step and ticks its box; the checker looks at the result and ticks the other box. The doer writes start and end.</source>
        <translation>実施者は手順を実施して実施者欄にチェックし、再鑑者は結果を確認して再鑑者欄にチェックします。開始時刻と終了時刻は実施者が記入します。</translation>
    </message>
    <message>
        <source>(&quot;%1&quot; is printed.)</source>
        <translation>（「%1」と表示される）</translation>
    </message>
    <message>
        <source>(Where nothing in the file changed, &quot;%1&quot; is printed.)</source>
        <translation>（ファイルに変更がなければ「%1」と表示される）</translation>
    </message>
    <message>
        <source>Sync has returned with the lifting of No. %1: its time is written down there.</source>
        <translation>同期再開の時点は、No.%1 で遮断を解除した時刻（No.%1 の記入欄）です。</translation>
    </message>
    <message>
        <source>The installer was not started: this attempt has changed nothing on the node. Try the step again. The nodes are treated as having different versions all the same, to be on the safe side, until all have the same one.</source>
        <translation>インストーラーは起動されなかったため、今回の実行でこのノードに変更はありません。手順をやり直してください。全ノードのバージョンがそろうまでは、安全のため、ノード間でバージョンが異なるものとして扱います。</translation>
    </message>
    <message>
        <source>Treat the nodes as having different versions: what keeps them apart must stay as it is.</source>
        <translation>ノード間でバージョンが異なるものとして扱ってください。ノード同士の同期を止めている措置は、そのまま維持します。</translation>
    </message>
    <message>
        <source>%1 says: start at boot %2</source>
        <translation>%1 の自動起動: %2</translation>
    </message>
    <message>
        <source>No block of this program on %1</source>
        <translation>%1 に本ツールによる遮断はありません。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be asked on SMTP from the work machine.</source>
        <translation>作業 PC からは %1 の SMTP 応答を確認できませんでした。</translation>
    </message>
    <message>
        <source>compared with the work machine&apos;s clock, within %1 seconds</source>
        <translation>作業 PC の時計との比較（誤差 %1 秒以内）</translation>
    </message>
    <message>
        <source>asked from the work machine: %1 port %2</source>
        <translation>作業 PC から確認: %1 ポート %2</translation>
    </message>
    <message>
        <source>The node is reached through a jump host; the work machine can&apos;t ask its SMTP port.</source>
        <translation>踏み台ホスト経由のノードのため、作業 PC からは SMTP ポートを確認できません。</translation>
    </message>
    <message>
        <source>The work machine could not ask the SMTP port.</source>
        <translation>作業 PC から SMTP ポートを確認できませんでした。</translation>
    </message>
    <message>
        <source>The work machine could not ask the SMTP port: %1</source>
        <translation>作業 PC から SMTP ポートを確認できませんでした: %1</translation>
    </message>
    <message>
        <source>no new mail</source>
        <comment>to a node</comment>
        <translation>メール経路外</translation>
    </message>
    <message>
        <source>the usual one; the site file names no other</source>
        <translation>標準の番号（サイトファイルに別の指定なし）</translation>
    </message>
    <message>
        <source>%1 was not read: the node&apos;s answer was cut off before it.</source>
        <comment>a fact&apos;s name</comment>
        <translation>%1 を読み取る前に、ノードからの応答が途切れました。</translation>
    </message>
    <message>
        <source>%1 days</source>
        <comment>how far a clock is away</comment>
        <translation>%1 日</translation>
    </message>
    <message>
        <source>The clock of this node is %1 ahead of the clock of this machine.</source>
        <translation>このノードの時計は、作業 PC の時計より %1 進んでいます。</translation>
    </message>
    <message>
        <source>The clock of this node is %1 behind the clock of this machine.</source>
        <translation>このノードの時計は、作業 PC の時計より %1 遅れています。</translation>
    </message>
    <message>
        <source>Go on or back: decide by %1, %2 left</source>
        <translation>続行・切り戻しの判断 %1 まで、残り %2</translation>
    </message>
    <message>
        <source>SMTP port and SSH port above</source>
        <translation>上記の SMTP ポートと SSH ポート</translation>
    </message>
    <message>
        <source>size of the queue (MiB = KiB shown / 1024)</source>
        <translation>キューのサイズ（MiB。KiB 表示は ÷ 1024）</translation>
    </message>
    <message>
        <source>Then bring the network up.</source>
        <translation>その後、ネットワークに接続します。</translation>
    </message>
    <message>
        <source>An expected result is not there, repeating the step does not bring it about, and no step that begins with &quot;Only if&quot; is meant for it.</source>
        <translation>期待結果が得られず、手順を再実施しても改善せず、対応する「…の場合のみ実施」の手順もない。</translation>
    </message>
    <message>
        <source>Go on only when the expected result is there. If it can&apos;t be confirmed and the next step says &quot;Only if No. ...&quot; and its condition applies, do that step; in any other case do not go on: section %1 tells what to do.</source>
        <translation>期待結果を確認できた場合にのみ、次へ進みます。確認できない場合、次の手順に「No.〇 で…の場合のみ実施」とあり、その条件に当てはまるときは、その手順を実施します。それ以外の場合は次へ進まず、%1 章に従って判断してください。</translation>
    </message>
    <message>
        <source>from %1 until we ask you to lift the block (expected by %2; do not lift it by the clock alone)</source>
        <translation>%1 から、当方から解除の連絡があるまで（解除予定: 遅くとも %2）。時刻だけを理由に解除しないでください</translation>
    </message>
    <message>
        <source>Record which ports %1 reaches now</source>
        <translation>%1 からの疎通状況を記録</translation>
    </message>
    <message>
        <source>One node at a time. The installer may start the service by itself, restart the node, or rewrite mf_replica.def. The steps that follow check whether it has done so.</source>
        <translation>1 台ずつ実施します。インストーラーがサービスを自動的に起動したり、ノードを再起動したり、mf_replica.def を書き換えたりする場合があります。実際に行われたかどうかは、以降の手順で確認します。</translation>
    </message>
    <message>
        <source>Once it has run the nodes have different versions: what keeps them apart must stay, and you can only go on to the end, or roll back the updated nodes. Set the time to decide before the first installer, or make sure that a rollback fits between that time and the latest end.</source>
        <translation>実行後はノード間でバージョンが異なるため、同期停止を維持したまま、最後まで進めるか、バージョンアップ済みのノードを切り戻すかのどちらかになります。中止判断時刻を最初のインストーラーの実行より前にするか、中止判断時刻から終了期限までに切り戻しが終わることを確認してください。</translation>
    </message>
    <message>
        <source>So that there is something to go back to. A snapshot, once brought back, takes away the mail that the node has saved or queued since.</source>
        <translation>切り戻せる状態を確保するためです。スナップショットに戻すと、取得後に保存されたメールやキューに滞留したメールは失われます。</translation>
    </message>
    <message>
        <source>So that there is something to go back to. A snapshot from before the isolation, once brought back, also undoes the isolation of that node, and takes away the mail that it has saved or queued since.</source>
        <translation>切り戻せる状態を確保するためです。同期停止前のスナップショットに戻すと、そのノードの同期停止の設定も失われ、取得後に保存されたメールやキューに滞留したメールは失われます。</translation>
    </message>
    <message>
        <source>Is what is needed to go back to the old version (exported settings, a snapshot, or both) there for every node, and was it tried?</source>
        <translation>旧バージョンへの切り戻しに使うもの（エクスポートした設定、スナップショット、または両方）が全ノード分そろっており、実際に戻せることを試しましたか。</translation>
    </message>
    <message>
        <source>Not seen from the work machine.</source>
        <translation>作業 PC からは未確認。</translation>
    </message>
    <message numerus="yes">
        <source>No troubles or alarms were recorded. In %n case(s) the doer&apos;s word stood where the work machine could not see the result itself: see &quot;%1&quot;.</source>
        <translation>
            <numerusform>問題および警報の記録はありません。作業 PC から結果を確認できず、実施者の申告で進めた箇所が %n 件あります（「%1」を参照）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n case(s) the doer&apos;s word stood where the work machine could not see the result itself: see &quot;%1&quot;.</source>
        <translation>
            <numerusform>作業 PC から結果を確認できず、実施者の申告で進めた箇所が %n 件あります（「%1」を参照）。</numerusform>
        </translation>
    </message>
    <message>
        <source>The node whose settings the slaves take over by settings sync. With data sync ON it also keeps the mail data of all nodes in its archive directory.</source>
        <translation>設定同期の元になるノードです。このノードの設定がスレーブ機へ反映されます。データ同期が有効な場合は、全ノードのメールデータをアーカイブディレクトリに保管します。</translation>
    </message>
    <message>
        <source>A node that takes its settings from the master. It takes mail like the master does.</source>
        <translation>マスター機から設定を受け取るノードです。マスター機と同様にメールを処理します。</translation>
    </message>
    <message>
        <source>The master&apos;s settings are copied to the slaves. Between different versions it is not supported: that is why the nodes are kept apart during the work.</source>
        <translation>マスター機の設定をスレーブ機へ反映する機能です。異なるバージョン間ではサポートされないため、作業中はノード間の同期を止めます。</translation>
    </message>
    <message>
        <source>Saved and held mail is moved from every node&apos;s queue directory into the master&apos;s archive directory. ENABLE_REP_DATA in mf_replica.def says whether it is ON. Where it is ON, settings sync must not be disabled; only the communication may be cut.</source>
        <translation>各ノードのキューディレクトリにある保存メール・保留メールを、マスター機のアーカイブディレクトリへ移す機能です。有効かどうかは mf_replica.def の ENABLE_REP_DATA で決まります。有効な場合は、設定同期を無効にしてはいけません。遮断できるのは同期通信だけです。</translation>
    </message>
    <message>
        <source>A port on which the nodes sync: one for settings (14083 by default) and up to six for data (14042 to 14047, more in newer versions). A site can change every number, so the number in the config counts.</source>
        <translation>ノード同士の同期に使うポートです。設定同期用が 1 つ（既定値 14083）、データ同期用が最大 6 つ（14042～14047。新しいバージョンほど多い）あります。番号はサイトごとに変更できるため、設定ファイルの値を優先します。</translation>
    </message>
    <message>
        <source>Where a node keeps saved and held mail until data sync moves it to the master. Its path is an entry of the site.</source>
        <translation>ノードが保存メール・保留メールを、データ同期でマスター機へ移すまで置くディレクトリです。パスはサイトの入力項目です。</translation>
    </message>
    <message>
        <source>Rules that drop the traffic on the sync ports (or all traffic between the nodes), put on before the first installer run and lifted when all nodes have the same version. It must survive a reboot.</source>
        <translation>同期ポートの通信（またはノード間の全通信）を破棄するルールです。最初のインストーラー実行の前に設定し、全ノードのバージョンがそろってから解除します。再起動しても維持される必要があります。</translation>
    </message>
    <message>
        <source>That nodes of different versions can&apos;t sync, by whichever means the procedure uses: a block, disabled settings sync, or stopped services.</source>
        <translation>バージョンの異なるノード同士が同期できないようにした状態です。遮断、設定同期の無効化、サービスの停止のうち、作業方式に応じた方法で実現します。</translation>
    </message>
    <message>
        <source>The first installer run. Before it everything can be undone. After it the isolation has to stay until every node has the same version; the way back is then the one that you entered for the site.</source>
        <translation>最初のインストーラー実行です。通過前であれば、すべて元に戻せます。通過後は、全ノードが同じバージョンになるまで同期停止を解除できません。戻すには、サイトに入力した切り戻し方法が必要です。</translation>
    </message>
    <message>
        <source>Shows that you talk to the right node. Compare it with the one on the node&apos;s own console before you accept it. A key that changed is never accepted in the window.</source>
        <translation>接続先が正しいノードかどうかを確かめるための値です。承認する前に、ノードのコンソールに表示した値と照合してください。変わった鍵を本ツールの画面で承認することはできません。</translation>
    </message>
    <message>
        <source>Read the version as in No. %1.</source>
        <translation>バージョンの確認方法は No.%1 と同じです。</translation>
    </message>
    <message>
        <source>Then compare mf_replica.def with its copy (No. %1) as in No. %2. Where the network is kept off, do it before the network is connected.</source>
        <translation>続けて、No.%2 と同じ方法で mf_replica.def を控え（No.%1）と比較し、差分を確認します。ネットワークを切り離している場合は、接続する前に確認します。</translation>
    </message>
    <message>
        <source>Then compare mf_replica.def with its copy (No. %1) as in No. %2.</source>
        <translation>続けて、No.%2 と同じ方法で mf_replica.def を控え（No.%1）と比較し、差分を確認します。</translation>
    </message>
    <message>
        <source>Where %1 brought the node to a state from before No. %2 (a snapshot does): stop the service if it runs, run the command before the network comes up, then run the check.</source>
        <translation>%1 の操作でノードが No.%2 より前の状態に戻った場合（スナップショットなど）は、サービスが稼働していれば停止し、ネットワークに接続する前にコマンドを実行して、確認コマンドで有効であることを確認します。</translation>
    </message>
    <message>
        <source>What is needed to go back to the old version (exported settings, a snapshot, or both) is there for every node, and it was tried.</source>
        <translation>旧バージョンへの切り戻しに使うもの（エクスポートした設定、スナップショット、または両方）が全ノード分そろっており、実際に戻せることを試した。</translation>
    </message>
    <message>
        <source>An abort after it: as long as the isolation stays, no settings sync between different versions happens. Write down which nodes have which version, and decide: go on, or go back.</source>
        <translation>通過後に作業を中止しても、同期停止を維持している限り、異なるバージョン間の設定同期は行われません。各ノードのバージョンを記録し、続行か切り戻しかを判断してください。</translation>
    </message>
    <message>
        <source>In &quot;Result&quot; the doer writes OK, or NG where the expected result is not there. Where the condition of a step (&quot;Only if No. ...&quot;) does not apply, the step is not needed: strike its row through, and write &quot;not needed&quot; and your initials. Where a step is skipped, write &quot;skipped&quot; and the reason.</source>
        <translation>結果欄には OK または NG を記入します。条件に当てはまらず不要な手順は、行に取り消し線を引いて「不要」と姓を、省略した手順は「省略」と理由を記入します。</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <comment>that a check must end with; several: any of them</comment>
        <translation>終了ステータス %1</translation>
    </message>
    <message>
        <source>Check on %1 (expected answer: %2):</source>
        <translation>確認コマンド（%1、期待する応答: %2）:</translation>
    </message>
    <message>
        <source>The version on %1 is not the expected one though the installer ended. Read the installer&apos;s own log, run it again by hand if needed, then choose &quot;%2&quot;.</source>
        <translation>インストーラーの終了後も、%1 のバージョンが想定どおりになっていません。インストーラーのログを確認し、必要なら手作業で再実行してから［%2］を選択してください。</translation>
    </message>
    <message>
        <source>Done by hand: judge it</source>
        <translation>手作業で実施済み: 結果を確認</translation>
    </message>
    <message>
        <source>queue / free disk (MiB = KiB shown / 1024)</source>
        <translation>キュー／ディスク空き容量（MiB。KiB 表示は ÷ 1024）</translation>
    </message>
    <message>
        <source>Where the node was not taken back that far, only look whether the expected result is there.</source>
        <translation>ノードがその状態まで戻っていない場合は、期待結果のとおりであることだけを確認します。</translation>
    </message>
    <message>
        <source>Done by hand: to be judged again</source>
        <translation>手作業で実施済み（結果を再判定）</translation>
    </message>
    <message>
        <source>%1 %2: %3 Chosen at %4: %5. %6.</source>
        <comment>time first seen, step, what was wrong, time, remedy, what became of it</comment>
        <translation>%1&#x3000;%2: %3 対応（%4）: %5。%6。</translation>
    </message>
    <message>
        <source>Every mail is counted here. The peaks under &quot;%1&quot; are those of the moments at which the queues were looked at, and may be lower.</source>
        <translation>ここでは、すべてのメールを集計しています。「%1」の最大は、キューを確認した時点の値のため、この表より小さい場合があります。</translation>
    </message>
    <message>
        <source>empty</source>
        <comment>a queue</comment>
        <translation>空</translation>
    </message>
    <message>
        <source>nothing older left; newer: %1, %2</source>
        <comment>in a queue: size, number of files</comment>
        <translation>滞留分なし（再開後の新着: %1、%2）</translation>
    </message>
    <message>
        <source>First look that saw it drained</source>
        <translation>滞留解消を確認した時点</translation>
    </message>
    <message>
        <source>Nothing is changed before the operator has confirmed that very action and the journal holds it.</source>
        <translation>実施者が操作を確認し、その内容を作業記録に書き込むまでは、何も変更しない。</translation>
    </message>
    <message>
        <source>Where the installer wrote other sync ports into mf_replica.def, they must be blocked before the service starts.</source>
        <translation>インストーラーが mf_replica.def に別の同期ポートを書き込んだ場合は、サービスの起動前に遮断する必要があるためです。</translation>
    </message>
    <message>
        <source>So that what works before the work is known, and can be compared after it.</source>
        <translation>作業前の正常な状態を記録し、作業後と比較するためです。</translation>
    </message>
    <message>
        <source>The installer reports success, but the version is unchanged</source>
        <translation>インストーラーは成功を返すが、バージョンが変わっていない</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: what must hold before the step could not be seen from the work machine; by starting the step the doer vouched for it.</source>
        <translation>「%1」は、手順の前提条件を作業 PC から確認できないため、手順の開始をもって実施者の申告としたことを示します。</translation>
    </message>
    <message>
        <source>By the journal: %1 (by the doer&apos;s word, not seen by the program).</source>
        <translation>作業記録によれば、%1（実施者の申告による。本ツールでは未確認）。</translation>
    </message>
    <message>
        <source>By the journal: %1 (of %2 temporary changes that were taken back, %3 wholly or in part by the doer&apos;s word).</source>
        <translation>作業記録によれば、%1（元に戻した一時変更 %2 件のうち %3 件は、全部または一部が実施者の申告による）。</translation>
    </message>
    <message>
        <source>None.</source>
        <comment>temporary changes that still stand</comment>
        <translation>残っている一時変更はありません。</translation>
    </message>
    <message>
        <source>Then another trouble; what to do was chosen at %1</source>
        <translation>その後: 再び問題が発生（対応決定 %1）</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <comment>time</comment>
        <translation>%1 対応決定</translation>
    </message>
    <message>
        <source>Nobody (accepted automatically for the rehearsal)</source>
        <translation>なし（リハーサルのため自動で了承扱い）</translation>
    </message>
    <message>
        <source>Node</source>
        <comment>or the whole site</comment>
        <translation>対象</translation>
    </message>
    <message>
        <source>The port is asked at intervals: what lay between two questions does not show.</source>
        <translation>応答は一定の間隔で確認しているため、確認と確認の間の途切れは表れません。</translation>
    </message>
    <message>
        <source>Vendor&apos;s FAQ 2578, on upgrading where settings sync is used:
%1</source>
        <translation>メーカー FAQ 2578（設定同期環境でのバージョンアップ）:
%1</translation>
    </message>
    <message>
        <source>Vendor&apos;s FAQ 4105, on disabling settings sync:
%1</source>
        <translation>メーカー FAQ 4105（設定同期の無効化）:
%1</translation>
    </message>
    <message>
        <source>%1 (by the last line of the command of No. %2)</source>
        <translation>%1（No.%2 のコマンドの最後の行で確認）</translation>
    </message>
    <message>
        <source>%1 (No. %2)</source>
        <comment>node, its steps</comment>
        <translation>%1（No.%2）</translation>
    </message>
    <message>
        <source>Accepted</source>
        <comment>a column to tick</comment>
        <translation>了承</translation>
    </message>
    <message>
        <source>The free disk of a queue directory falls below what is still needed at most (by hand: the high figure of the queue estimate less what is already in the queue; this program counts the high figure for the time that is left until the block is lifted, which usually comes to less).</source>
        <translation>キューディレクトリのディスク空き容量が、今後の最大必要量を下回った（手作業では、見積もりの「多め」の値から現在の滞留量を引いた値で判断する。本ツールは「多め」の値を遮断解除までの残り時間に応じて計算するため、通常はこれより少ない値になる）。</translation>
    </message>
    <message>
        <source>Where a step sends back (&quot;Then back to No. ...&quot;), the steps done once more are written down beside their first entries, with the time.</source>
        <translation>「その後、No.〇 に戻ります。」とある手順で前の手順に戻ったときは、2 回目の結果を、その手順の 1 回目の記入の横に時刻とともに記入します。</translation>
    </message>
    <message>
        <source>Every command and every check on a node is run as root (on Windows as Administrator), unless the site does it in another way.</source>
        <translation>ノード上のコマンドと確認は、環境に別の運用がある場合を除き、root（Windows では管理者権限）で実行します。</translation>
    </message>
    <message>
        <source>Only if No. %1 showed a sync port that is not blocked. If any other expected result of No. %1 is not met, stop (section %2).</source>
        <translation>No.%1 で、遮断していない同期ポートが見つかった場合のみ実施します。No.%1 の期待結果のうち、ほかの項目を満たさない場合は中止します（%2 章）。</translation>
    </message>
    <message>
        <source>Only if No. %1 showed that settings sync is enabled. If any other expected result of No. %1 is not met, stop (section %2).</source>
        <translation>No.%1 で、設定同期が有効になっていた場合のみ実施します。No.%1 の期待結果のうち、ほかの項目を満たさない場合は中止します（%2 章）。</translation>
    </message>
    <message>
        <source>Only if No. %1 showed that a restart is asked for.</source>
        <translation>No.%1 で再起動が要求されていた場合のみ実施します。</translation>
    </message>
    <message>
        <source>Where the admin screen can&apos;t be seen, stop (section %1).</source>
        <translation>管理画面を確認できない場合は中止します（%1 章）。</translation>
    </message>
    <message>
        <source>Check on %1 (must list the rules, each with &quot;True&quot; under &quot;Enabled&quot;):</source>
        <translation>%1 で確認（ルールの一覧の「Enabled」がすべて「True」であること）:</translation>
    </message>
    <message>
        <source>Check on %1 (must list the rules and then print &quot;enabled&quot;):</source>
        <translation>%1 で確認（ルールの一覧に続けて「enabled」が表示されること）:</translation>
    </message>
    <message>
        <source>enough disk space</source>
        <comment>queue</comment>
        <translation>ディスク空き容量は十分</translation>
    </message>
    <message>
        <source>disk space gets short</source>
        <comment>queue</comment>
        <translation>ディスク空き容量が減少</translation>
    </message>
    <message>
        <source>Treat the nodes as having different versions: what keeps them apart must stay as it is. Go on to the end, or go back.</source>
        <translation>ノード間でバージョンが異なるものとして扱ってください。ノード同士の同期を止めている措置は、そのまま維持します。最後まで進めるか、切り戻してください。</translation>
    </message>
    <message>
        <source>The installer left the service on %1 running. This step stops it.</source>
        <translation>インストーラーの実行後、%1 のサービスが稼働していました。この手順で停止します。</translation>
    </message>
    <message>
        <source>After the installer, start at boot is on again on %1.</source>
        <translation>インストーラーの実行後、%1 の自動起動が有効に戻っていました。</translation>
    </message>
    <message>
        <source>Not confirmed: %1</source>
        <translation>%1（効果未確認）</translation>
    </message>
    <message>
        <source>The sync ports of the other nodes could not be probed from this node: %1</source>
        <translation>このノードから、ほかのノードの同期ポートを確認できませんでした: %1</translation>
    </message>
    <message>
        <source>it has none of perl, bash and nc, or they gave no answer.</source>
        <translation>perl、bash、nc のいずれもないか、実行しても応答がありませんでした。</translation>
    </message>
    <message>
        <source>%1: THE HOST KEY OF %2 HAS CHANGED. The server shows %3, but another one is stored in known_hosts. Somebody may be listening in, or the server was set up anew.</source>
        <translation>%1: 【危険】%2 のホスト鍵が変わっています。提示された鍵は %3 ですが、known_hosts には別の鍵が登録されています。通信を盗聴されているか、サーバーが再構築された可能性があります。</translation>
    </message>
    <message>
        <source>RUW-________________%1 (copy the eight digits from the document ID on the runbook&apos;s cover)</source>
        <translation>RUW-________________%1（作業手順書の表紙の文書 ID から 8 桁を転記）</translation>
    </message>
    <message>
        <source>Check given in the runbook, from the work machine or one that reaches the node (its output is not recorded):</source>
        <translation>作業手順書に記載の確認コマンド（作業 PC、または対象ノードに到達できる PC、出力の記録なし）:</translation>
    </message>
    <message>
        <source>when No. %1 of the runbook ends</source>
        <comment>when new ports take effect</comment>
        <translation>作業手順書 No.%1 の完了時</translation>
    </message>
    <message>
        <source>Check on %1 as in No. %2 (expected answer: %3).</source>
        <translation>%1 での確認コマンドは No.%2 と同じです（期待する応答: %3）。</translation>
    </message>
    <message>
        <source>Repeat a step only once the cause of its failure is known and gone; an installer only after its own log has been read.</source>
        <translation>手順の再実施は、失敗の原因が分かり、取り除いた場合に限ります。インストーラーは、ログを確認してから再実施します。</translation>
    </message>
    <message>
        <source>Where the site has firewalls between the nodes: at the same time, the new ports of the section &quot;%1&quot; are allowed there for %2.</source>
        <translation>ノード間にファイアウォールがある場合は、同時に「%1」の章の新しいポートを許可してもらいます（%2 分）。</translation>
    </message>
    <message>
        <source>the first slave; the others when their block is lifted</source>
        <comment>when new ports take effect</comment>
        <translation>最初のスレーブ機。以降は各ノードの遮断解除時</translation>
    </message>
    <message>
        <source>To take effect for each slave when the block is lifted on it, not before.</source>
        <translation>スレーブ機ごとに、そのスレーブ機の遮断の解除と同時に有効にしてください。それより前には有効にしないでください。</translation>
    </message>
    <message>
        <source>It is settled how to see that a setting of the master arrives on a slave (for No. %1): %2</source>
        <translation>マスター機の設定がスレーブ機に届いたことの確認方法を決めた（No.%1 用）: %2</translation>
    </message>
    <message>
        <source>%1 (entered: %2)</source>
        <comment>version found, version entered</comment>
        <translation>%1（入力値: %2）</translation>
    </message>
    <message>
        <source>An action is judged by an observation that does not depend on its own word; where the program can&apos;t observe, the step is marked &quot;by word&quot;. How an installer ended is judged by its exit status or by word; the version is then read by a step of its own.</source>
        <translation>操作の成否は、その操作の表示とは別の方法で確認する。本ツールで確認できない手順には「申告」の印を付ける。インストーラーの終了結果は終了ステータスまたは申告で判定し、バージョンは別の手順で読み取る。</translation>
    </message>
    <message>
        <source>Run the command as root (on Windows as Administrator). It blocks the TCP ports %1, in and out, on every interface but loopback.</source>
        <translation>root（Windows では管理者権限）でコマンドを実行します。ループバック以外の全インターフェースで、TCP ポート %1 の送受信を遮断します。</translation>
    </message>
    <message>
        <source>Run the command as root (on Windows as Administrator). It removes only the rules of this program.</source>
        <translation>root（Windows では管理者権限）でコマンドを実行します。本作業で追加したルールだけを削除します。</translation>
    </message>
    <message>
        <source>If run %1 is not over, do not lift it: hold here, and go on with that run by its journal (&quot;resume&quot;). If it is over, run the command as root (on Windows as Administrator): it removes the rules of that run only.</source>
        <translation>作業 %1 が終わっていない場合は解除せず、ここで作業を中断し、その作業の作業記録から再開してください（resume）。終わっている場合は、root（Windows では管理者権限）でコマンドを実行してください。その作業のルールだけを削除します。</translation>
    </message>
    <message>
        <source>Check beforehand that the tool which the runbook&apos;s commands use (nft) is on these nodes, and that systemd runs there (the directory /run/systemd/system is there).</source>
        <translation>作業手順書のコマンドで使用する nft が対象ノードにあることと、systemd が稼働していること（ディレクトリ /run/systemd/system があること）を、事前に確認してください。</translation>
    </message>
    <message>
        <source>Look up the free space on each of them and compare it with the high figure of the queue estimate.</source>
        <translation>各ノードの空き容量を確認し、滞留量の見積もりの「多め」の値と比較してください。</translation>
    </message>
    <message>
        <source>The queue estimate rests on assumed figures (mail per hour, size of a mail, share that is kept).</source>
        <translation>滞留量の見積もりに想定値（1 時間あたりの通数、メールのサイズ、保存・保留の割合）を使用しています。</translation>
    </message>
    <message>
        <source>Make room, choose an hour with less mail, or enter your own figures for the estimate if the assumed ones are too high.</source>
        <translation>空き容量を確保するか、メールの少ない時間帯を選んでください。想定値が実際より大きい場合は、見積もりに実際の値を入力してください。</translation>
    </message>
    <message>
        <source>Have these ports opened between the master and each slave in the site&apos;s own firewalls, to take effect when sync is resumed.</source>
        <translation>同期の再開時から通信できるよう、サイトのファイアウォールでマスター機と各スレーブ機の間のこれらのポートを許可する手配をしてください。</translation>
    </message>
    <message>
        <source>Is it seen that no firewall of the site stops the new sync ports %1 between the master and each slave (asked once more by the command of the sync check, each must be open or refused)? Yes, too, where no firewall stands between them.</source>
        <translation>マスター機と各スレーブ機の間で、新しい同期ポート %1 がサイトのファイアウォールで止められていないことを確認しましたか（同期の確認コマンドを再度実行し、どれも「open」または「refused」であること。間にファイアウォールがない場合も「はい」）。</translation>
    </message>
    <message>
        <source>Does everybody know that nothing is changed on the admin screens until sync is restored, except a setting that is changed to see whether it arrives?</source>
        <translation>同期を再開するまでは、反映を確認するための設定を除き、管理画面で設定を変更しないことを、関係者全員が把握していますか。</translation>
    </message>
    <message>
        <source>If the work goes back to the old version, we withdraw this request, or ask for ports already opened to be closed again.</source>
        <translation>旧バージョンへ切り戻す場合は、この申請を取り下げるか、許可済みのポートを元の設定に戻すよう、あらためて依頼します。</translation>
    </message>
    <message>
        <source>the site file names none</source>
        <translation>サイトファイルに指定なし</translation>
    </message>
    <message>
        <source>this program&apos;s estimate; the site file names none</source>
        <translation>本ツールの見積もり（サイトファイルに指定なし）</translation>
    </message>
    <message>
        <source>Length of the installer&apos;s run</source>
        <translation>インストーラーの所要時間</translation>
    </message>
    <message>
        <source>Lengths of the steps but the installer&apos;s</source>
        <translation>手順の所要時間（インストーラーを除く）</translation>
    </message>
    <message>
        <source>as in section %1</source>
        <translation>%1 章に記載</translation>
    </message>
    <message>
        <source>this program&apos;s estimates</source>
        <translation>本ツールの見積もり</translation>
    </message>
    <message>
        <source>The plan was checked against these rules before it was printed. Each step of section %1 names the rules that require it, where there are any.</source>
        <translation>本書の計画は、出力前に以下の規則への適合を確認しています。%1 章の手順のうち規則に基づくものには、根拠となる規則を記載しています。</translation>
    </message>
    <message>
        <source>Version of %1 now (as in No. %2; unless %3: section %4)</source>
        <translation>現在の %1 のバージョン（No.%2 の方法。%3 以外は %4 章）</translation>
    </message>
    <message>
        <source>Look at every node, also in its admin screen. Slaves that ask for a restart after the sync are restarted one at a time, each by its steps: %1. Then back to this row, whatever those steps say.</source>
        <translation>管理画面も含めて、全ノードの状態を確認します。同期後に管理画面で再起動が要求されたスレーブ機は、次の手順に従って 1 台ずつ再起動します: %1。再起動後は、その手順に書かれた戻り先にかかわらず、この行に戻ります。</translation>
    </message>
    <message>
        <source>Where the work stopped in No. %1: first see whether the service on %2 runs. If it is stopped, start it as in No. %3 before mail is routed to it.</source>
        <translation>No.%1 の途中で作業を中止した場合は、まず %2 のサービスが稼働しているかを確認します。停止している場合は、メールを流す前に No.%3 と同じ方法で起動します。</translation>
    </message>
    <message>
        <source>Where the site&apos;s own firewalls let the new ports of the section &quot;%1&quot; through for %2: ask for them to be closed again.</source>
        <translation>サイトのファイアウォールで「%1」の章の新しいポートを許可済みの場合は、元の設定に戻すよう依頼します（%2 分）。</translation>
    </message>
    <message>
        <source>The lengths are this program&apos;s estimates. Steps marked &quot;Only if&quot; are counted in full.</source>
        <translation>所要時間は本ツールの見積もりです。必要な場合にのみ行う手順も、実施するものとして計算しています。</translation>
    </message>
    <message>
        <source>The lengths are this program&apos;s estimates, but for the installer&apos;s on %1, which the site file names. Steps marked &quot;Only if&quot; are counted in full.</source>
        <translation>所要時間は、サイトファイルで指定された %1 のインストーラーの所要時間を除き、本ツールの見積もりです。必要な場合にのみ行う手順も、実施するものとして計算しています。</translation>
    </message>
    <message>
        <source>Nothing is changed on the admin screens until sync is restored, except the setting that is tried in No. %1.</source>
        <translation>同期を再開するまで、管理画面で設定を変更しない（No.%1 で反映を確認するための設定を除く）。</translation>
    </message>
    <message>
        <source>The command nft, which the block uses, and the directory /run/systemd/system, without which the block would not survive a reboot, have been found on %1.</source>
        <translation>遮断に使う nft と、遮断の維持に必要な /run/systemd/system が %1 にあることを確認した。</translation>
    </message>
    <message>
        <source>In small print below a step of section %2, &quot;Before:&quot; tells what must hold when the step is begun. Where &quot;(as in No. ...)&quot; stands behind it, look once more by the check of that step, or by its command where that only looks. To see whether a condition under &quot;Before&quot; holds, never run a command again that changes something (a block, a service, start at boot). Repeating a step that failed is another matter: section %1.</source>
        <translation>%2 章の各手順の下に小さな文字で示す「事前条件」は、その手順の開始時に満たしているべき条件です。「（No.〇 と同じ方法で確認）」とある条件は、No.〇 に記載の確認方法（確認だけを行うコマンドを含む）であらためて確認します。事前条件を確かめる目的で、遮断、サービス、自動起動などの状態を変えるコマンドを再実行してはいけません。期待結果にならなかった手順のやり直しについては、%1 章に従います。</translation>
    </message>
    <message>
        <source>In small print there, too, &quot;Required by:&quot; names the rules that need the step (appendix C), and &quot;Why:&quot; gives its reason.</source>
        <translation>同じ箇所に小さな文字で示す「根拠」はその手順を必要とする規則の番号（付録 C）、「理由」はその手順を行う理由です。</translation>
    </message>
    <message>
        <source>In order of time. A step is judged by what was seen afterwards, whatever its command said of itself; an installer by how it ended, and the version on the node by a step of its own; what can&apos;t be seen from the work machine, by the doer&apos;s word. Secrets are not written to the journal.</source>
        <translation>時刻順に示します。手順の成否は、コマンドの表示ではなく、実施後に確認した状態で判定しています。ただし、インストーラーは終了結果で判定し、バージョンは別の手順で確認しています。作業 PC から確認できないものは、実施者の申告によります。秘密情報は作業記録に書き込みません。</translation>
    </message>
    <message>
        <source>A rehearsal goes by a simulated clock: differences of time are not listed here.</source>
        <translation>リハーサルは模擬時計で進むため、時刻の差はここに記載していません。</translation>
    </message>
    <message>
        <source>In this rehearsal these files lie on simulated nodes only. On the real ones there is nothing to remove.</source>
        <translation>リハーサルのため、次のファイルは模擬のノードにのみあります。実際のノードに削除が必要なものはありません。</translation>
    </message>
    <message>
        <source>No confirmation after the end was recorded.</source>
        <translation>最終点検の記録はありません。</translation>
    </message>
    <message>
        <source>— under &quot;%1&quot;: nothing of it was recorded before the work.</source>
        <translation>「%1」欄の「—」は、作業前の状態の記録がないことを示します。</translation>
    </message>
    <message>
        <source>%1 (simulated time)</source>
        <translation>%1（模擬時刻）</translation>
    </message>
    <message>
        <source>Report made (real time)</source>
        <translation>報告書作成日時（実際の時刻）</translation>
    </message>
    <message>
        <source>This report tells of the rehearsal&apos;s own plan: in the runbook of the real work, steps and command sheets may have other numbers.</source>
        <translation>本報告書は、リハーサル用の計画に基づきます。実作業の作業手順書とは、手順やコマンドシートの番号が異なる場合があります。</translation>
    </message>
    <message>
        <source>All times are those of the simulated clock; only the time at which this report was made (on the cover) is a real one.</source>
        <translation>時刻はすべて模擬時計によるものです。表紙の報告書作成日時のみ、実際の時刻です。</translation>
    </message>
    <message>
        <source>The rehearsal began with these warnings of its own plan. The runbook of the real work may have others, under &quot;%1&quot;.</source>
        <translation>次の警告がある状態でリハーサルを開始しました。警告はリハーサル用の計画に対するもので、実作業の作業手順書の「%1」とは異なる場合があります。</translation>
    </message>
    <message>
        <source>The simulated nodes were asked on their SMTP port, at intervals. Grey: it answered. Hatched: it did not answer. A line: it was not seen.</source>
        <translation>模擬のノードの SMTP ポートの応答を、一定の間隔で確認した結果です。灰色は応答あり、斜線は応答なし、線のみは確認できなかったことを示します。</translation>
    </message>
    <message>
        <source>Queues by the doer&apos;s word</source>
        <translation>申告によるキューの確認</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) answer as before (where nothing answered then, perhaps nothing still), or have changed in a way that is allowed.</source>
        <translation>
            <numerusform>%n 件すべてが、作業前と同じ応答（作業前に無応答だったものは、無応答のままの場合を含む）、または許容される変化です。</numerusform>
        </translation>
    </message>
    <message>
        <source>While sync is cut</source>
        <translation>同期停止中（遮断）</translation>
    </message>
    <message>
        <source>From the return of sync on</source>
        <translation>同期の再開時から（新規ポートの許可）</translation>
    </message>
    <message>
        <source>On %1 the SHA-256 of mf_replica.def in use is the one in appendix A, and the ports marked &quot;assumed&quot; are the ports in use.</source>
        <translation>%1 の mf_replica.def の SHA-256 は付録 A と同じで、「想定」のポートも使用中のものと同じ。</translation>
    </message>
    <message>
        <source>from when sync is resumed (planned: %1), for good</source>
        <translation>同期の再開時以降（予定: %1。期限なし）</translation>
    </message>
    <message>
        <source>as it should be (by word, No. %1)</source>
        <comment>before the work</comment>
        <translation>期待どおり（申告、No.%1）</translation>
    </message>
    <message>
        <source>as it should be (No. %1)</source>
        <comment>before the work</comment>
        <translation>期待どおり（No.%1）</translation>
    </message>
    <message>
        <source>Where the site&apos;s own firewalls let the new ports of the section &quot;%1&quot; through: ask for them to be closed again.</source>
        <translation>サイトのファイアウォールで「%1」の章の新しいポートを許可済みの場合は、元の設定に戻すよう依頼します。</translation>
    </message>
    <message>
        <source>Run the command on %1: every port must say &quot;filtered&quot;. A port that says &quot;open&quot; or &quot;refused&quot; is not blocked, one that says &quot;unknown&quot; could not be tried. Then run the check on %1 and look for the rules.</source>
        <translation>%1 でコマンドを実行し、全ポートが「filtered」と表示されることを確認します。「open」や「refused」のポートは遮断されておらず、「unknown」のポートは確認できていません。続けて %1 で確認コマンドを実行し、遮断ルールがあることを確認します。</translation>
    </message>
    <message>
        <source>Did everything up to here go as expected, and is there enough time left to finish the work once the point of no return is passed?</source>
        <translation>ここまで期待どおりに進み、後戻り不可点の通過後に作業を完了できるだけの時間が残っていますか。</translation>
    </message>
    <message>
        <source>No step was skipped or done out of its order. The start or the end differs from the plan (the times of the steps: &quot;%1&quot;):</source>
        <translation>手順の省略や順序の変更はありません。開始または終了の時刻が予定と異なります（手順ごとの時刻は「%1」に記載）。</translation>
    </message>
    <message>
        <source>Each record of the journal carries the SHA-256 of the record before it. The hash of the last record stands here, with those of record 1 and of the end of each step: should any record be changed later, they no longer fit.</source>
        <translation>作業記録の各記録には、直前の記録の SHA-256 が含まれています。ここには、最後の記録と、記録 1 および各手順終了時点のハッシュ値を示します。後から記録を変更すると、これらの値と一致しなくなります。</translation>
    </message>
    <message>
        <source>The work machine, on which this program ran, asked on the SMTP port every ten seconds, and no node ever answered it: whether they took mail could not be seen from there (below: &quot;%1&quot;).</source>
        <translation>作業 PC（本ツールを実行した PC）から 10 秒ごとに SMTP ポートの応答を確認しましたが、応答を得られたノードはありません。メールを受け付けていたかどうかは、作業 PC からは確認できませんでした（下表では「%1」）。</translation>
    </message>
    <message>
        <source>The commands are those of No. %1.</source>
        <translation>コマンドは No.%1 と同じです。</translation>
    </message>
    <message>
        <source>First look after the restoring began</source>
        <translation>再開操作開始後の最初の確認</translation>
    </message>
    <message>
        <source>%1 after the restoring of sync began at %2</source>
        <translation>%2 の再開操作開始から %1後</translation>
    </message>
    <message>
        <source>Drained: no file in the queue was older than the moment at which the restoring of sync began; newer ones may be in it. The figures are those of the times shown; in between they may have been others.</source>
        <translation>「滞留解消」は、同期の再開操作を始めた時点より古いファイルがキューにない状態です（その後に届いた新しいファイルは残っている場合があります）。値は表示した時刻のもので、その間は変動している場合があります。</translation>
    </message>
    <message>
        <source>From %1, the ports %3 on %2 answer as before the work; one that was not open then may now be open or refused, and one that mf_replica.def no longer names may now be refused.</source>
        <translation>%1 からの接続に、%2 のポート %3 が作業前と同じように応答する（作業前に open でなかったポートは open または refused、mf_replica.def から外れたポートは refused に変わっていてもよい）。</translation>
    </message>
    <message>
        <source>A port that gives no answer already now (&quot;filtered&quot;) or can&apos;t be tried (&quot;unknown&quot;) proves nothing later. So it is written down beforehand which sync ports answer (open or refused), while every service runs.</source>
        <translation>作業前から応答のない（filtered）ポートや確認できない（unknown）ポートは、後で遮断の証拠になりません。そこで、全サービスの稼働中に、応答する（open または refused の）同期ポートを記録しておきます。</translation>
    </message>
    <message>
        <source>Run the command on %1: a port of the master that was open before the work must be open. One that was not open then (a new port), or that mf_replica.def no longer names, may be open or refused. None may have become &quot;filtered&quot;, and none may say &quot;unknown&quot;. Then see that a setting of the master arrives, in the way that was settled beforehand.</source>
        <translation>%1 でコマンドを実行します。マスター機のポートのうち、作業前に「open」だったものは「open」でなければなりません。作業前に「open」でなかったポート（新しいポートなど）と、mf_replica.def に記載されなくなったポートは、「open」「refused」のどちらでもかまいません。新たに「filtered」になったポートや、「unknown」のポートがあってはなりません。続けて、マスター機の設定が届くことを、事前に決めた方法で確認します。</translation>
    </message>
    <message>
        <source>Is it recorded what each port said when asked from %1?</source>
        <translation>%1 から接続を試し、全ポートの表示を記録しましたか。</translation>
    </message>
    <message>
        <source>Between %1 and %2 the ports %3 answer as before the work, in both directions; one that was not open then may now be open or refused, and one that mf_replica.def no longer names may now be refused.</source>
        <translation>%1 と %2 の間で、ポート %3 が双方向とも作業前と同じように応答する（作業前に open でなかったポートは open または refused、mf_replica.def から外れたポートは refused に変わっていてもよい）。</translation>
    </message>
    <message>
        <source>What was read by hand and written down (versions, what the ports said, sizes of queues and the like) stands in the blanks of the signed runbook, which belongs to this report.</source>
        <translation>手作業で読み取って記入した値（バージョン、ポートの応答、キューのサイズなど）は、署名済みの作業手順書の記入欄にあります。本報告書とあわせて保管してください。</translation>
    </message>
    <message>
        <source>Write down below what each port says. o: open, r: refused, f: filtered, u: unknown (could not be tried: find out why before going on).</source>
        <translation>各ポートの表示を、下の欄に次の文字で記入してください。o: open、r: refused、f: filtered、u: unknown（確認できず: 原因を確認してから先へ進みます）</translation>
    </message>
</context>
<context>
    <name>ruw::TroublePanel</name>
    <message>
        <source>Expected and seen</source>
        <translation>期待結果と確認結果</translation>
    </message>
    <message>
        <source>State of the site</source>
        <translation>サイトの状態</translation>
    </message>
    <message>
        <source>State of the site (versions go back only by hand)</source>
        <translation>サイトの状態（バージョンの切り戻しは手作業のみ）</translation>
    </message>
    <message>
        <source>Expected and seen when it was judged last</source>
        <translation>期待結果と前回判定時の確認結果</translation>
    </message>
</context>
<context>
    <name>ruw::UnderWay</name>
    <message>
        <source>Waiting for the expected result since %1, at most %2.</source>
        <comment>time, how long</comment>
        <translation>%1 から期待結果を待っています（最長 %2）。</translation>
    </message>
    <message>
        <source>Under way since %1.</source>
        <comment>time</comment>
        <translation>%1 から実施しています。</translation>
    </message>
    <message>
        <source>The result is being looked at since %1.</source>
        <comment>time</comment>
        <translation>%1 から結果を確認しています。</translation>
    </message>
    <message>
        <source>What this step rests on is being looked at since %1.</source>
        <comment>time</comment>
        <translation>%1 からこの手順の前提を確認しています。</translation>
    </message>
    <message>
        <source>The command has been running on %1 since %2; it is broken off after %3.</source>
        <comment>node, time, how long</comment>
        <translation>%2 から %1 でコマンドを実行しています（上限 %3）。</translation>
    </message>
    <message>
        <source>The installer is being started on %1 since %2.</source>
        <comment>node, time</comment>
        <translation>%2 から %1 でインストーラーを起動しています。</translation>
    </message>
</context>
<context>
    <name>ruw::UpgradeWizard</name>
    <message>
        <source>Close the window?</source>
        <translation>ウィンドウを閉じますか。</translation>
    </message>
    <message>
        <source>&amp;Close anyway</source>
        <translation>このまま閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Stay here</source>
        <translation>閉じない(&amp;S)</translation>
    </message>
    <message>
        <source>later</source>
        <translation>未到達</translation>
    </message>
    <message>
        <source>you are here</source>
        <translation>表示中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>can be opened</source>
        <translation>移動可</translation>
    </message>
    <message>
        <source>%1 - Replica Upgrade Wizard</source>
        <translation>%1 - Replica Upgrade Wizard</translation>
    </message>
    <message>
        <source>&amp;Leave the rehearsal</source>
        <translation>リハーサルを終了(&amp;L)</translation>
    </message>
    <message>
        <source>REHEARSAL - %1</source>
        <comment>window title</comment>
        <translation>【リハーサル】%1</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>確定済み</translation>
    </message>
</context>
<context>
    <name>ruw::WizardMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New upgrade</source>
        <translation>新しいバージョンアップ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open a site file…</source>
        <translation>サイトファイルを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Recent sites</source>
        <translation>最近使ったサイト(&amp;R)</translation>
    </message>
    <message>
        <source>Save the site &amp;as…</source>
        <translation>サイトに名前を付けて保存(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Leave the rehearsal</source>
        <translation>リハーサルを終了(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Hel&amp;p</source>
        <translation>ヘルプ(&amp;P)</translation>
    </message>
    <message>
        <source>Operator&apos;s &amp;guide</source>
        <translation>操作ガイド(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>この項目の説明(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;About this program</source>
        <translation>バージョン情報(&amp;A)</translation>
    </message>
</context>
<context>
    <name>ruw::WorkBoard</name>
    <message>
        <source>The nodes and the links between them, as they are now</source>
        <translation>現在のノードの状態と同期経路</translation>
    </message>
</context>
<context>
    <name>ruw::WorkPage</name>
    <message>
        <source>Work</source>
        <translation>作業</translation>
    </message>
    <message>
        <source>Carry out the procedure step by step. Each confirmation is recorded before the next step.</source>
        <translation>手順を 1 つずつ実施します。確認した内容は、次の手順へ進む前に記録されます。</translation>
    </message>
    <message>
        <source>The work has not begun.</source>
        <translation>作業はまだ始まっていません。</translation>
    </message>
    <message numerus="yes">
        <source>%1 – %n step(s), plan %2</source>
        <comment>procedure, fingerprint</comment>
        <translation>
            <numerusform>%1、全 %n 手順、計画の識別値 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no plan yet: choose a procedure first.</source>
        <translation>計画がありません。先に作業方式を選択してください。</translation>
    </message>
    <message>
        <source>The run is under way. It is held when the window closes: what stands on the nodes stays as it is, and the work can be continued from the journal %1.</source>
        <translation>作業の途中です。ウィンドウを閉じると作業は中断されます。ノードの状態はそのまま残り、作業記録 %1 から再開できます。</translation>
    </message>
    <message>
        <source>Everything is filled in. Begin the rehearsal, and go through it as on the night of the work.</source>
        <translation>必要な項目は入力済みです。リハーサルを開始し、当日の作業と同じように進めてください。</translation>
    </message>
    <message>
        <source>Opens after the last step, or while the run is held.</source>
        <translation>全手順の終了後、または中断中に進めます。</translation>
    </message>
    <message>
        <source>The rehearsal has not begun.</source>
        <translation>リハーサルはまだ始まっていません。</translation>
    </message>
    <message>
        <source>The rehearsal is under way and would end here. No real server is touched by that; its journal is thrown away, unless you chose a place for it.</source>
        <translation>リハーサルの途中です。閉じると、リハーサルはここで終了します。実際のサーバーへの影響はありません。保存先を指定していない場合、作業記録は破棄されます。</translation>
    </message>
    <message>
        <source>Nothing is changed on a node before you have confirmed that very action. On nodes with SSH the program runs the command and looks at the result by itself; on the others you run it and say what you saw. Everything is written to the journal, on disk, before the next action. Should this machine fail, the work is continued from the journal.</source>
        <translation>個々の操作を確認するまで、ノードは一切変更されません。SSH で接続するノードでは本ツールがコマンドを実行し、結果も本ツールが確認します。それ以外のノードでは実施者が実行し、その結果を申告します。内容はすべて、次の操作の前にディスク上の作業記録へ書き込まれます。この PC に障害が起きても、作業記録から作業を再開できます。</translation>
    </message>
    <message>
        <source>&amp;Next: final look and report</source>
        <translation>最終点検と報告へ進む(&amp;N)</translation>
    </message>
    <message>
        <source>waits for your answer</source>
        <translation>回答待ち</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>held</source>
        <translation>中断中</translation>
    </message>
</context>
<context>
    <name>ruw::WorkQuestion</name>
    <message>
        <source>Do it now. How did it end?</source>
        <translation>実施後、結果を選んでください。</translation>
    </message>
    <message>
        <source>Is this so: %1</source>
        <translation>次のとおりですか: %1</translation>
    </message>
</context>
</TS>
