<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ruw::AlarmPanel</name>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(and %n more)</numerusform>
            <numerusform>(and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruw::ChecksPage</name>
    <message numerus="yes">
        <source>The work can&apos;t start: %n blocker(s).</source>
        <translation>
            <numerusform>The work can&apos;t start: %n blocker.</numerusform>
            <numerusform>The work can&apos;t start: %n blockers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No blockers. %n warning(s) still to accept.</source>
        <translation>
            <numerusform>No blockers. %n warning still to accept.</numerusform>
            <numerusform>No blockers. %n warnings still to accept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to accept</source>
        <comment>warnings</comment>
        <translation>
            <numerusform>%n to accept</numerusform>
            <numerusform>%n to accept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruw::FindingList</name>
    <message numerus="yes">
        <source>%n blocker(s): settle before the work</source>
        <translation>
            <numerusform>%n blocker: settle before the work</numerusform>
            <numerusform>%n blockers: settle before the work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of information</source>
        <translation>
            <numerusform>%n piece of information</numerusform>
            <numerusform>%n pieces of information</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s), all accepted</source>
        <translation>
            <numerusform>%n warning, accepted</numerusform>
            <numerusform>%n warnings, all accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n warning(s) still to accept, one by one</source>
        <translation>
            <numerusform>%1 of %n warning still to accept</numerusform>
            <numerusform>%1 of %n warnings still to accept, one by one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruw::FinishPage</name>
    <message numerus="yes">
        <source>%n confirmation(s) after the end of the work are not as expected.</source>
        <translation>
            <numerusform>%n confirmation after the end of the work is not as expected.</numerusform>
            <numerusform>%n confirmations after the end of the work are not as expected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n confirmation(s) are still to be made after the work.</source>
        <translation>
            <numerusform>%n confirmation is still to be made after the work.</numerusform>
            <numerusform>%n confirmations are still to be made after the work.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruw::MailStrip</name>
    <message numerus="yes">
        <source>%1: %2, %3–%4, asked %n time(s)</source>
        <comment>node, how it answers, time from, time to</comment>
        <translation>
            <numerusform>%1: %2, %3–%4, asked %n time</numerusform>
            <numerusform>%1: %2, %3–%4, asked %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruw::NodesPanel</name>
    <message numerus="yes">
        <source>%n file(s) read. Check the proposed names, roles and addresses.</source>
        <translation>
            <numerusform>%n file read. Check the proposed name, role and address.</numerusform>
            <numerusform>%n files read. Check the proposed names, roles and addresses.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruw::QuestionDialog</name>
    <message numerus="yes">
        <source>%n more node(s) have a question of their own.</source>
        <translation>
            <numerusform>%n more node has a question of its own.</numerusform>
            <numerusform>%n more nodes have questions of their own.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruw::StepPanel</name>
    <message numerus="yes">
        <source>%n temporary change(s) left</source>
        <translation>
            <numerusform>%n temporary change left</numerusform>
            <numerusform>%n temporary changes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruw::SurveyPage</name>
    <message numerus="yes">
        <source>%1 of %n node(s) read.</source>
        <translation>
            <numerusform>%1 of %n node read.</numerusform>
            <numerusform>%1 of %n nodes read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Survey %n node(s)</source>
        <translation>
            <numerusform>&amp;Survey %n node</numerusform>
            <numerusform>&amp;Survey %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) could not be read. You can go on: what is missing is assumed and marked as such. The Checks page says whether the work can begin.</source>
        <translation>
            <numerusform>%n node could not be read. You can go on: what is missing is assumed and marked as such. The Checks page says whether the work can begin.</numerusform>
            <numerusform>%n nodes could not be read. You can go on: what is missing is assumed and marked as such. The Checks page says whether the work can begin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) are waiting for your answer.</source>
        <translation>
            <numerusform>%n node is waiting for your answer.</numerusform>
            <numerusform>%n nodes are waiting for your answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruw::TakeOverCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruw::TestMailDialog</name>
    <message numerus="yes">
        <source>%n node(s) did not take the test mail.</source>
        <translation>
            <numerusform>%n node did not take the test mail.</numerusform>
            <numerusform>%n nodes did not take the test mail.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruw::Text</name>
    <message numerus="yes">
        <source>No troubles or alarms were recorded. In %n case(s) the doer&apos;s word stood where the work machine could not see the result itself: see &quot;%1&quot;.</source>
        <translation>
            <numerusform>No troubles or alarms were recorded. In %n case the doer&apos;s word stood where the work machine could not see the result itself: see &quot;%1&quot;.</numerusform>
            <numerusform>No troubles or alarms were recorded. In %n cases the doer&apos;s word stood where the work machine could not see the result itself: see &quot;%1&quot;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n case(s) the doer&apos;s word stood where the work machine could not see the result itself: see &quot;%1&quot;.</source>
        <translation>
            <numerusform>In %n case the doer&apos;s word stood where the work machine could not see the result itself: see &quot;%1&quot;.</numerusform>
            <numerusform>In %n cases the doer&apos;s word stood where the work machine could not see the result itself: see &quot;%1&quot;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) answer as before (where nothing answered then, perhaps nothing still), or have changed in a way that is allowed.</source>
        <translation>
            <numerusform>%n connection answers as before (where nothing answered then, perhaps nothing still), or has changed in a way that is allowed.</numerusform>
            <numerusform>%n connections answer as before (where nothing answered then, perhaps nothing still), or have changed in a way that is allowed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruw::WorkPage</name>
    <message numerus="yes">
        <source>%1 – %n step(s), plan %2</source>
        <comment>procedure, fingerprint</comment>
        <translation>
            <numerusform>%1 – %n step, plan %2</numerusform>
            <numerusform>%1 – %n steps, plan %2</numerusform>
        </translation>
    </message>
</context>
</TS>
