<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Apply</name>
    <message>
        <source>Everything is in place</source>
        <translation>Alles ist eingerichtet</translation>
    </message>
    <message>
        <source>Look at the plan again</source>
        <translation>Den Plan noch einmal ansehen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Take it back?</source>
        <translation>Zurücknehmen?</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>The SMS factor is off, as you wished: no codes are sent before it is switched on.</source>
        <translation>Der SMS-Faktor ist wie gewünscht aus: Bis er eingeschaltet wird, werden keine Codes versendet.</translation>
    </message>
    <message>
        <source>The plan is another one now. Nothing of what you see here has been written yet.</source>
        <translation>Der Plan ist jetzt ein anderer. Von dem, was hier steht, ist noch nichts geschrieben.</translation>
    </message>
    <message>
        <source>The tenant is as it was before, but for what the plan said cannot be taken back in full. You can go back and plan again.</source>
        <translation>Der Tenant ist wieder wie vorher, bis auf das, was laut Plan nicht ganz zurückzunehmen ist. Ein Schritt zurück führt zu einem neuen Plan.</translation>
    </message>
    <message>
        <source>The tenant is as it was before. You can go back and plan again.</source>
        <translation>Der Tenant ist wieder wie vorher. Ein Schritt zurück führt zu einem neuen Plan.</translation>
    </message>
    <message>
        <source>The tenant sends its codes through Vonage now. Next, see one arrive.</source>
        <translation>Der Tenant versendet seine Codes jetzt über Vonage. Als Nächstes zeigt sich, ob einer ankommt.</translation>
    </message>
    <message>
        <source>These requests put back what was there. Nothing has been taken back yet.</source>
        <translation>Diese Anfragen stellen her, was vorher da war. Noch ist nichts zurückgenommen.</translation>
    </message>
    <message>
        <source>They are fewer than the changes that were made, since deleting the Action takes its deployment along.</source>
        <translation>Es sind weniger als die vorgenommenen Änderungen, denn mit der Action wird auch ihr Deployment gelöscht.</translation>
    </message>
    <message>
        <source>{done} of {total} steps were made. Go on compares with the tenant and does the rest.</source>
        <translation>{done} von {total} Schritten sind getan. Fortfahren vergleicht mit dem Tenant und erledigt den Rest.</translation>
    </message>
</context>
<context>
    <name>ApplyPage</name>
    <message numerus="yes">
        <source>Apply %n changes</source>
        <translation>
            <numerusform>%n Änderung anwenden</numerusform>
            <numerusform>%n Änderungen anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply the plan</source>
        <translation>Den Plan anwenden</translation>
    </message>
    <message>
        <source>Back to the plan</source>
        <translation>Zurück zum Plan</translation>
    </message>
    <message>
        <source>Each step is compared with {domain} before it is written, and noted down on this computer, so that it can be finished or taken back.</source>
        <translation>Jeder Schritt wird vor dem Schreiben mit {domain} verglichen und auf diesem Rechner vermerkt, damit er sich beenden oder zurücknehmen lässt.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>Keep the changes</source>
        <translation>Änderungen behalten</translation>
    </message>
    <message>
        <source>Stop after this step</source>
        <translation>Nach diesem Schritt anhalten</translation>
    </message>
    <message numerus="yes">
        <source>Take back %n changes</source>
        <translation>
            <numerusform>%n Änderung zurücknehmen</numerusform>
            <numerusform>%n Änderungen zurücknehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Zurücknehmen…</translation>
    </message>
</context>
<context>
    <name>BusyButton</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Switch {name} off</source>
        <translation>{name} ausschalten</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Keep going</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Stop after this step and close?</source>
        <translation>Nach diesem Schritt anhalten und schließen?</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>Textfactor is writing</source>
        <translation>Textfactor schreibt gerade</translation>
    </message>
    <message>
        <source>What was begun is finished first. The next start can go on with the rest, or take it back.</source>
        <translation>Was begonnen wurde, wird erst beendet. Beim nächsten Start lässt sich der Rest nachholen oder alles zurücknehmen.</translation>
    </message>
</context>
<context>
    <name>CodeBox</name>
    <message>
        <source>Check the code</source>
        <translation>Code prüfen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message>
        <source>70 characters a part instead of 160 because of: {chars}</source>
        <translation>70 statt 160 Zeichen je Teil wegen: {chars}</translation>
    </message>
    <message>
        <source>{n} characters, {parts} parts, {encoding}</source>
        <translation>{n} Zeichen, {parts} Teile, {encoding}</translation>
    </message>
    <message>
        <source>{n} of {room} characters, {parts} part, {encoding}</source>
        <translation>{n} von {room} Zeichen, {parts} Teil, {encoding}</translation>
    </message>
    <message>
        <source>{parts} part · {encoding}</source>
        <translation>{parts} Teil · {encoding}</translation>
    </message>
    <message>
        <source>{parts} part · {encoding} · {n} of {room}</source>
        <translation>{parts} Teil · {encoding} · {n} von {room}</translation>
    </message>
    <message>
        <source>{parts} parts · {encoding}</source>
        <translation>{parts} Teile · {encoding}</translation>
    </message>
    <message>
        <source>{parts} parts · {encoding} · {n} characters</source>
        <translation>{parts} Teile · {encoding} · {n} Zeichen</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message numerus="yes">
        <source>%n changes applied; Undo on the Apply page takes them back</source>
        <translation>
            <numerusform>%n Änderung angewendet; Zurücknehmen auf der Seite Anwenden macht sie rückgängig</numerusform>
            <numerusform>%n Änderungen angewendet; Zurücknehmen auf der Seite Anwenden macht sie rückgängig</numerusform>
        </translation>
    </message>
    <message>
        <source>A login with a code</source>
        <translation>Eine Anmeldung mit Code</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Do the same with your own tenant</source>
        <translation>Dasselbe mit dem eigenen Tenant</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Each code is billed. Without credit no code is sent, and users see no reason.</source>
        <translation>Jeder Code kostet. Ohne Guthaben wird kein Code versendet, und bei der Anmeldung steht kein Grund.</translation>
    </message>
    <message>
        <source>Keep an eye on the Vonage balance</source>
        <translation>Das Guthaben bei Vonage im Auge behalten</translation>
    </message>
    <message>
        <source>Put the new one into the Action&apos;s secret VONAGE_API_SECRET too, and deploy the Action again.</source>
        <translation>Das neue auch in das Secret VONAGE_API_SECRET der Action eintragen und die Action neu bereitstellen.</translation>
    </message>
    <message>
        <source>Sender run on this computer</source>
        <translation>Lauf des Versenders auf diesem Rechner</translation>
    </message>
    <message>
        <source>Set up another tenant</source>
        <translation>Weiteren Tenant einrichten</translation>
    </message>
    <message>
        <source>Set up the production tenant the same way; there the tenant&apos;s name is asked for before a write.</source>
        <translation>Den Produktions-Tenant auf dieselbe Weise einrichten; dort wird vor dem Schreiben nach dem Namen des Tenants gefragt.</translation>
    </message>
    <message>
        <source>Set-up of {domain}</source>
        <translation>Einrichtung von {domain}</translation>
    </message>
    <message>
        <source>Start with a development or staging tenant. The steps are the ones you have just seen.</source>
        <translation>Am besten mit einem Entwicklungs- oder Staging-Tenant beginnen. Die Schritte sind dieselben wie eben.</translation>
    </message>
    <message>
        <source>Take it to production</source>
        <translation>In die Produktion übernehmen</translation>
    </message>
    <message>
        <source>Test message</source>
        <translation>Testnachricht</translation>
    </message>
    <message>
        <source>The tenant&apos;s log shows each code that was sent, and why one was not.</source>
        <translation>Das Log des Tenants zeigt jeden versendeten Code und warum einer nicht versendet wurde.</translation>
    </message>
    <message>
        <source>Vonage is set up as the sender. No login with a code was seen yet, so the last hop is not proved.</source>
        <translation>Vonage ist als Versand eingerichtet. Eine Anmeldung mit Code gab es noch nicht, die letzte Station ist also nicht belegt.</translation>
    </message>
    <message>
        <source>Vonage sends the codes, and a login with one was seen from end to end.</source>
        <translation>Vonage versendet die Codes, und eine Anmeldung mit Code ist von Anfang bis Ende belegt.</translation>
    </message>
    <message>
        <source>Watch the first logins</source>
        <translation>Die ersten Anmeldungen beobachten</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Wie es weitergeht</translation>
    </message>
    <message>
        <source>When you replace the Vonage secret</source>
        <translation>Wenn das Vonage-Secret ersetzt wird</translation>
    </message>
    <message>
        <source>accepted by Vonage and arrived</source>
        <translation>von Vonage angenommen und angekommen</translation>
    </message>
    <message>
        <source>accepted by Vonage; whether it arrived was not said</source>
        <translation>von Vonage angenommen; ob sie ankam, wurde nicht gesagt</translation>
    </message>
    <message>
        <source>everything was in place already</source>
        <translation>es war schon alles eingerichtet</translation>
    </message>
    <message>
        <source>none was sent</source>
        <translation>keine gesendet</translation>
    </message>
    <message>
        <source>not applied</source>
        <translation>nicht angewendet</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht ausgeführt</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht erprobt</translation>
    </message>
    <message>
        <source>ran without an error</source>
        <translation>ohne Fehler gelaufen</translation>
    </message>
    <message>
        <source>the code came by SMS and was accepted</source>
        <translation>der Code kam per SMS und wurde angenommen</translation>
    </message>
</context>
<context>
    <name>Expander</name>
    <message>
        <source>closed</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>aufgeklappt</translation>
    </message>
</context>
<context>
    <name>Factor</name>
    <message>
        <source>Auth0 allows one Action here, so its code is replaced. Undo brings the code back, but not the values of its secrets.</source>
        <translation>Auth0 lässt hier nur eine Action zu, ihr Code wird also ersetzt. Zurücknehmen bringt den Code wieder, aber nicht die Werte seiner Secrets.</translation>
    </message>
    <message>
        <source>Auth0 has to grant the right {scope} first: see the tenant page.</source>
        <translation>Auth0 muss erst das Recht {scope} erteilen: siehe die Seite zum Tenant.</translation>
    </message>
    <message>
        <source>Phone provider</source>
        <translation>Phone-Provider</translation>
    </message>
    <message>
        <source>SMS factor</source>
        <translation>SMS-Faktor</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>The Action “{name}” is in this place</source>
        <translation>An dieser Stelle steht die Action „{name}“</translation>
    </message>
    <message>
        <source>The policy could not be read, so it cannot be changed here.</source>
        <translation>Die Richtlinie war nicht lesbar und lässt sich hier deshalb nicht ändern.</translation>
    </message>
    <message>
        <source>When the plan is applied, Vonage takes over. Keep {name}&apos;s credentials: Auth0 never shows them.</source>
        <translation>Wird der Plan angewendet, übernimmt Vonage. Die Zugangsdaten von {name} aufbewahren: Auth0 zeigt sie nie.</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>{name} sends your codes today</source>
        <translation>Heute versendet {name} die Codes</translation>
    </message>
</context>
<context>
    <name>FactorPage</name>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Every login to every application. Users without a second factor set one up at their next login.</source>
        <translation>Bei jeder Anmeldung an jeder Anwendung. Wer keinen zweiten Faktor hat, richtet bei der nächsten Anmeldung einen ein.</translation>
    </message>
    <message>
        <source>In the tenant now</source>
        <translation>Zurzeit im Tenant</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>So lassen, wie es ist</translation>
    </message>
    <message>
        <source>Never by policy</source>
        <translation>Nie durch die Richtlinie</translation>
    </message>
    <message>
        <source>No policy asks for a second factor. Unless a post-login Action of yours does, logins go on without a code, and trying a login here shows none.</source>
        <translation>Keine Richtlinie fragt nach einem zweiten Faktor. Tut es auch keine Post-Login-Action, geht jede Anmeldung ohne Code weiter, und eine Probe hier zeigt keinen.</translation>
    </message>
    <message>
        <source>Nobody will be asked for a code</source>
        <translation>Niemand wird nach einem Code gefragt</translation>
    </message>
    <message>
        <source>Not read yet.</source>
        <translation>Noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Now: {state}</source>
        <translation>Jetzt: {state}</translation>
    </message>
    <message>
        <source>Only a post-login Action of yours can still ask for it.</source>
        <translation>Dann kann nur noch eine eigene Post-Login-Action danach fragen.</translation>
    </message>
    <message>
        <source>Read the tenant again</source>
        <translation>Den Tenant neu lesen</translation>
    </message>
    <message>
        <source>SMS factor on</source>
        <translation>SMS-Faktor an</translation>
    </message>
    <message>
        <source>Text messages count as a second factor. Off keeps all ready, but sends no codes.</source>
        <translation>Textnachrichten gelten als zweiter Faktor. Aus lässt alles bereit, aber es werden keine Codes versendet.</translation>
    </message>
    <message>
        <source>The SMS factor</source>
        <translation>Der SMS-Faktor</translation>
    </message>
    <message>
        <source>What shall be on, and who is asked for a code. Nothing is written before you have seen the plan.</source>
        <translation>Was an sein soll und wer nach einem Code gefragt wird. Bevor der Plan zu sehen war, wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>When a second factor is asked for</source>
        <translation>Wann nach einem zweiten Faktor gefragt wird</translation>
    </message>
</context>
<context>
    <name>FaultSection</name>
    <message>
        <source>Both sides</source>
        <translation>Beide Seiten</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Filter the faults</source>
        <translation>Störungen filtern</translation>
    </message>
    <message>
        <source>Filter: credit, timeout, token…</source>
        <translation>Filter: credit, timeout, token…</translation>
    </message>
    <message>
        <source>No fault has these words in its name or description.</source>
        <translation>Keine Störung hat diese Wörter in Namen oder Beschreibung.</translation>
    </message>
    <message>
        <source>Space switches a fault on or off</source>
        <translation>Die Leertaste schaltet eine Störung ein oder aus</translation>
    </message>
    <message>
        <source>Switch all off</source>
        <translation>Alle ausschalten</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>möglich</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stopping after this step</source>
        <translation>Hält nach diesem Schritt an</translation>
    </message>
</context>
<context>
    <name>FoundFacts</name>
    <message>
        <source>Auth0&apos;s default</source>
        <translation>Auth0-Vorgabe</translation>
    </message>
    <message>
        <source>Enrolment text</source>
        <translation>Registrierungstext</translation>
    </message>
    <message>
        <source>MFA</source>
        <translation>MFA</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Other Actions there</source>
        <translation>Andere Actions dort</translation>
    </message>
    <message>
        <source>Phone path</source>
        <translation>Versandweg</translation>
    </message>
    <message>
        <source>Phone provider</source>
        <translation>Phone-Provider</translation>
    </message>
    <message>
        <source>SMS factor</source>
        <translation>SMS-Faktor</translation>
    </message>
    <message>
        <source>Sender Action</source>
        <translation>Versand-Action</translation>
    </message>
    <message>
        <source>Verification text</source>
        <translation>Verifizierungstext</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>legacy, which this version does not set up</source>
        <translation>Legacy; diese Version richtet ihn nicht ein</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>unified</source>
        <translation>Unified</translation>
    </message>
    <message>
        <source>{name}, deployed</source>
        <translation>{name}, bereitgestellt</translation>
    </message>
    <message>
        <source>{name}, deployed, with changes that are not</source>
        <translation>{name}, bereitgestellt, mit noch nicht bereitgestellten Änderungen</translation>
    </message>
    <message>
        <source>{name}, not deployed</source>
        <translation>{name}, nicht bereitgestellt</translation>
    </message>
</context>
<context>
    <name>HopRow</name>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>geschafft</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
</context>
<context>
    <name>HopsCard</name>
    <message>
        <source>from {sender}</source>
        <translation>von {sender}</translation>
    </message>
    <message>
        <source>{told} · {words}</source>
        <translation>{told} · {words}</translation>
    </message>
</context>
<context>
    <name>InviteUser</name>
    <message>
        <source>Auth0 dashboard, User Management, Users; looks like auth0|5f7c…</source>
        <translation>Auth0-Dashboard, User Management, Users; sieht aus wie auth0|5f7c…</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Create an enrolment link</source>
        <translation>Registrierungslink erstellen</translation>
    </message>
    <message>
        <source>Open it in a browser, or hand it to the user alone: whoever has it can add a phone.</source>
        <translation>Im Browser öffnen oder nur dem Benutzer selbst geben: Wer den Link hat, kann ein Telefon hinzufügen.</translation>
    </message>
    <message>
        <source>The link is ready</source>
        <translation>Der Link ist fertig</translation>
    </message>
    <message>
        <source>The user has no phone at Auth0 yet</source>
        <translation>Der Benutzer hat bei Auth0 noch kein Telefon</translation>
    </message>
    <message>
        <source>User id</source>
        <translation>Benutzer-ID</translation>
    </message>
</context>
<context>
    <name>Judged</name>
    <message>
        <source>Auth0 knows no {{ {name} }}: nothing shows there.</source>
        <translation>Auth0 kennt kein {{ {name} }}: Hier erscheint nichts.</translation>
    </message>
    <message>
        <source>There is a link in it ({name}): carriers hold such messages back.</source>
        <translation>Es steht ein Link darin ({name}): Netzbetreiber halten solche Nachrichten zurück.</translation>
    </message>
    <message>
        <source>{{ {name} }} exists on the legacy path only: nothing shows there.</source>
        <translation>{{ {name} }} gibt es nur auf dem Legacy-Weg: Hier erscheint nichts.</translation>
    </message>
    <message>
        <source>{{ {name} }} is the legacy name: write {{ {instead} }} instead.</source>
        <translation>{{ {name} }} ist der alte Name: stattdessen {{ {instead} }} schreiben.</translation>
    </message>
</context>
<context>
    <name>LoginSection</name>
    <message>
        <source>Any name will do, but one is needed.</source>
        <translation>Jeder Name genügt, aber einer muss es sein.</translation>
    </message>
    <message>
        <source>Find out why</source>
        <translation>Ursache finden</translation>
    </message>
    <message>
        <source>Go to Setup</source>
        <translation>Zur Einrichtung</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>No profile yet</source>
        <translation>Noch kein Profil</translation>
    </message>
    <message>
        <source>Nothing is written to your tenant before Apply.</source>
        <translation>Vor „Anwenden“ wird nichts in Ihren Tenant geschrieben.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>Test message</source>
        <translation>Testnachricht</translation>
    </message>
    <message>
        <source>Troubleshoot</source>
        <translation>Fehlersuche</translation>
    </message>
    <message>
        <source>Works without a network.</source>
        <translation>Geht ohne Netz.</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Parts: {parts} · {encoding}</source>
        <translation>Teile: {parts} · {encoding}</translation>
    </message>
</context>
<context>
    <name>MessagesPage</name>
    <message>
        <source>At each login</source>
        <translation>Bei jeder Anmeldung</translation>
    </message>
    <message>
        <source>Auth0&apos;s default</source>
        <translation>Auth0-Vorgabe</translation>
    </message>
    <message>
        <source>Enrolment, then a login</source>
        <translation>Registrierung, dann eine Anmeldung</translation>
    </message>
    <message>
        <source>Enrolment: {counts}</source>
        <translation>Registrierung: {counts}</translation>
    </message>
    <message>
        <source>Filled in: {counts}</source>
        <translation>Ausgefüllt: {counts}</translation>
    </message>
    <message>
        <source>Login: {counts}</source>
        <translation>Anmeldung: {counts}</translation>
    </message>
    <message>
        <source>Textfactor&apos;s suggestion</source>
        <translation>Vorschlag von Textfactor</translation>
    </message>
    <message>
        <source>The preview is being prepared</source>
        <translation>Die Vorschau wird vorbereitet</translation>
    </message>
    <message>
        <source>These texts carry the codes. Each part of a message is paid for, so one part is best.</source>
        <translation>Diese Texte tragen die Codes. Jeder Teil einer Nachricht kostet, ein Teil ist also am besten.</translation>
    </message>
    <message>
        <source>What the messages say</source>
        <translation>Was die Nachrichten sagen</translation>
    </message>
    <message>
        <source>What the tenant has now</source>
        <translation>Was der Tenant jetzt hat</translation>
    </message>
    <message>
        <source>When a phone is enrolled</source>
        <translation>Wenn ein Telefon registriert wird</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>Einen Blick wert</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Country not known</source>
        <translation>Land nicht bekannt</translation>
    </message>
    <message>
        <source>With its country code, beginning with +</source>
        <translation>Mit Landesvorwahl, beginnend mit +</translation>
    </message>
    <message>
        <source>fixed line, which may not take SMS</source>
        <translation>Festnetz, nimmt vielleicht keine SMS an</translation>
    </message>
    <message>
        <source>internet telephony, which may not take SMS</source>
        <translation>Internettelefonie, nimmt vielleicht keine SMS an</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>Mobilfunk</translation>
    </message>
    <message>
        <source>premium rate, which takes no SMS</source>
        <translation>Mehrwertnummer, nimmt keine SMS an</translation>
    </message>
    <message>
        <source>toll-free, which takes no SMS</source>
        <translation>gebührenfreie Nummer, nimmt keine SMS an</translation>
    </message>
    <message>
        <source>{place} · sent as {digits}</source>
        <translation>{place} · gesendet als {digits}</translation>
    </message>
</context>
<context>
    <name>OwnTenant</name>
    <message>
        <source>A .pem file, if your network checks traffic with its own CA</source>
        <translation>Eine .pem-Datei, falls das Netz den Verkehr mit eigener CA prüft</translation>
    </message>
    <message>
        <source>A copy to try things on</source>
        <translation>Eine Kopie zum Ausprobieren</translation>
    </message>
    <message>
        <source>A phone that can receive a text message</source>
        <translation>Ein Telefon, das eine Textnachricht empfangen kann</translation>
    </message>
    <message>
        <source>Advanced: proxy and CA file</source>
        <translation>Erweitert: Proxy und CA-Datei</translation>
    </message>
    <message>
        <source>Auth0 applications</source>
        <translation>Auth0 Applications</translation>
    </message>
    <message>
        <source>Auth0: a Machine to Machine application that may use the Management API</source>
        <translation>Auth0: eine Machine-to-Machine-Anwendung, die die Management API benutzen darf</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>For your eyes only, such as “Acme staging”</source>
        <translation>Nur für die eigene Übersicht, etwa „Acme Staging“</translation>
    </message>
    <message>
        <source>From the apply step on, everyone who logs in gets codes the new way. On production, Textfactor asks for the tenant&apos;s name before it writes.</source>
        <translation>Ab dem Schritt Anwenden erhalten alle, die sich anmelden, ihre Codes auf dem neuen Weg. In der Produktion fragt Textfactor vor dem Schreiben nach dem Namen des Tenants.</translation>
    </message>
    <message>
        <source>Nobody depends on it</source>
        <translation>Niemand ist darauf angewiesen</translation>
    </message>
    <message>
        <source>People log in with it</source>
        <translation>Hier melden sich Menschen an</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Profile name</source>
        <translation>Profilname</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Try it on a development or staging tenant first</source>
        <translation>Erst an einem Entwicklungs- oder Staging-Tenant ausprobieren</translation>
    </message>
    <message>
        <source>Vonage dashboard</source>
        <translation>Vonage-Dashboard</translation>
    </message>
    <message>
        <source>Vonage: API key and secret, and a number or name to send from</source>
        <translation>Vonage: API-Key und API-Secret, dazu eine Nummer oder ein Name als Absender</translation>
    </message>
    <message>
        <source>What you need at hand</source>
        <translation>Was bereitliegen sollte</translation>
    </message>
    <message>
        <source>host:port; empty uses what the system says</source>
        <translation>host:port; leer gilt, was das System sagt</translation>
    </message>
</context>
<context>
    <name>PhonePreview</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Text message · now</source>
        <translation>Textnachricht · jetzt</translation>
    </message>
</context>
<context>
    <name>PhoneSection</name>
    <message>
        <source>All numbers of the practice world ring on this phone.</source>
        <translation>Alle Nummern der Übungswelt klingeln auf diesem Telefon.</translation>
    </message>
    <message>
        <source>Messages received: {n}</source>
        <translation>Empfangene Nachrichten: {n}</translation>
    </message>
    <message>
        <source>Parts and encoding</source>
        <translation>Teile und Kodierung</translation>
    </message>
    <message>
        <source>Price of all parts</source>
        <translation>Preis aller Teile</translation>
    </message>
    <message>
        <source>Received at</source>
        <translation>Empfangen um</translation>
    </message>
    <message>
        <source>Send a test message, or try a login: what the practice Vonage takes arrives here.</source>
        <translation>Eine Testnachricht senden oder eine Anmeldung probieren: Was das Übungs-Vonage annimmt, kommt hier an.</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>The newest message</source>
        <translation>Die neueste Nachricht</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>{parts}, {encoding}</source>
        <translation>{parts}, {encoding}</translation>
    </message>
</context>
<context>
    <name>PhoneView</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Noch keine Nachrichten</translation>
    </message>
    <message>
        <source>Practice phone</source>
        <translation>Übungstelefon</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Everybody will be asked for a second factor</source>
        <translation>Alle werden nach einem zweiten Faktor gefragt</translation>
    </message>
    <message>
        <source>From change {n} on, Vonage does. Auth0 never shows {name}&apos;s credentials, so undo cannot bring them back: keep them at hand.</source>
        <translation>Ab Änderung {n} ist es Vonage. Auth0 zeigt die Zugangsdaten von {name} nie, Zurücknehmen kann sie also nicht wiederbringen: bereithalten.</translation>
    </message>
    <message>
        <source>Left as it is</source>
        <translation>Bleibt, wie es ist</translation>
    </message>
    <message>
        <source>The last change concerns every login to every application of this tenant. Users without a second factor set one up at their next login.</source>
        <translation>Die letzte Änderung betrifft jede Anmeldung an jeder Anwendung dieses Tenants. Wer keinen zweiten Faktor hat, richtet bei der nächsten Anmeldung einen ein.</translation>
    </message>
    <message>
        <source>Undo cannot bring back everything</source>
        <translation>Zurücknehmen kann nicht alles wiederbringen</translation>
    </message>
    <message>
        <source>how codes are delivered</source>
        <translation>wie Codes zugestellt werden</translation>
    </message>
    <message>
        <source>its deployment</source>
        <translation>ihre Bereitstellung</translation>
    </message>
    <message>
        <source>the SMS factor</source>
        <translation>der SMS-Faktor</translation>
    </message>
    <message>
        <source>the enrolment text</source>
        <translation>der Registrierungstext</translation>
    </message>
    <message>
        <source>the phone provider</source>
        <translation>der Phone-Provider</translation>
    </message>
    <message>
        <source>the sender&apos;s Action</source>
        <translation>die Action des Versenders</translation>
    </message>
    <message>
        <source>the trigger&apos;s Actions</source>
        <translation>die Actions am Trigger</translation>
    </message>
    <message>
        <source>the verification text</source>
        <translation>der Verifizierungstext</translation>
    </message>
    <message>
        <source>when MFA is asked for</source>
        <translation>wann nach MFA gefragt wird</translation>
    </message>
    <message>
        <source>{name} sends your codes today</source>
        <translation>Heute versendet {name} die Codes</translation>
    </message>
    <message>
        <source>{what} (now: {state})</source>
        <translation>{what} (jetzt: {state})</translation>
    </message>
</context>
<context>
    <name>PracticeLogin</name>
    <message>
        <source>Any number will do too</source>
        <translation>Auch die Nummer ist frei wählbar</translation>
    </message>
    <message>
        <source>Made up: any name will do</source>
        <translation>Erfunden: Jeder Name ist möglich</translation>
    </message>
    <message>
        <source>Start a login</source>
        <translation>Anmeldung beginnen</translation>
    </message>
    <message>
        <source>Their phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
</context>
<context>
    <name>PracticePanel</name>
    <message>
        <source>A stand-in Vonage and a stand-in Auth0 on this machine. Nothing leaves it and nothing costs money.</source>
        <translation>Ein Stellvertreter für Vonage und einer für Auth0 auf diesem Rechner. Nichts verlässt ihn, und nichts kostet Geld.</translation>
    </message>
    <message>
        <source>Account and tenant are as they were at the start. Setup can be gone through again.</source>
        <translation>Konto und Tenant sind wie am Anfang. Die Einrichtung kann von vorn durchlaufen werden.</translation>
    </message>
    <message>
        <source>Choose it on the Welcome page of Setup. Its phone, its faults and its log are shown here then.</source>
        <translation>Sie lässt sich in der Einrichtung auf der Seite Willkommen wählen. Hier erscheinen dann ihr Telefon, ihre Störungen und ihr Protokoll.</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Faults · {n}</source>
        <translation>Störungen · {n}</translation>
    </message>
    <message>
        <source>Go to Setup</source>
        <translation>Zur Einrichtung</translation>
    </message>
    <message>
        <source>Parts of the practice world</source>
        <translation>Teile der Übungswelt</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Practice world</source>
        <translation>Übungswelt</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>Zurücksetzen…</translation>
    </message>
    <message>
        <source>The practice world began anew</source>
        <translation>Die Übungswelt ist wieder am Anfang</translation>
    </message>
    <message>
        <source>The practice world is not open</source>
        <translation>Die Übungswelt ist nicht geöffnet</translation>
    </message>
    <message>
        <source>Try a login</source>
        <translation>Anmeldung probieren</translation>
    </message>
</context>
<context>
    <name>RequestSection</name>
    <message>
        <source>Body of the request</source>
        <translation>Inhalt der Anfrage</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Nothing was asked yet: each call to the stand-ins is written down here.</source>
        <translation>Noch wurde nichts angefragt: Jeder Aufruf an die Stellvertreter wird hier festgehalten.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Select a request to see its body. Secrets are masked before they are written down.</source>
        <translation>Eine Anfrage auswählen, um ihren Inhalt zu sehen. Geheimnisse werden unkenntlich gemacht, bevor sie festgehalten werden.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>{request} came without a body.</source>
        <translation>{request} kam ohne Inhalt.</translation>
    </message>
    <message>
        <source>{request}: its body</source>
        <translation>{request}: Inhalt</translation>
    </message>
</context>
<context>
    <name>ResetQuestion</name>
    <message>
        <source>Begin anew with a fresh account and tenant?</source>
        <translation>Mit frischem Konto und Tenant neu beginnen?</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>So lassen, wie sie ist</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the practice world</source>
        <translation>Übungswelt zurücksetzen</translation>
    </message>
    <message>
        <source>What Setup applied to the practice tenant is gone then, and so are the messages, the log and the faults. Key and secrets stay. Nothing outside this machine changes.</source>
        <translation>Was die Einrichtung auf den Übungs-Tenant angewendet hat, ist dann weg, ebenso Nachrichten, Protokoll und Störungen. Schlüssel und Geheimnisse bleiben. Außerhalb dieses Rechners ändert sich nichts.</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n changes</source>
        <translation>
            <numerusform>%n Änderung anwenden</numerusform>
            <numerusform>%n Änderungen anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the tenant page</source>
        <translation>Zurück zur Tenant-Seite</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Nothing to do: everything is in place already, and nothing will be written.</source>
        <translation>Nichts zu tun: Alles ist schon eingerichtet, und nichts wird geschrieben.</translation>
    </message>
    <message>
        <source>Read the tenant again</source>
        <translation>Den Tenant neu lesen</translation>
    </message>
    <message>
        <source>Review the plan</source>
        <translation>Den Plan prüfen</translation>
    </message>
    <message>
        <source>Textfactor reads {domain} once more and compares. Nothing is written by that.</source>
        <translation>Textfactor liest {domain} noch einmal und vergleicht. Dabei wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>This is production: type the tenant&apos;s name</source>
        <translation>Dies ist die Produktion: den Namen des Tenants eintippen</translation>
    </message>
    <message>
        <source>{summary}. Nothing of this plan has been written yet; every change can be taken back.</source>
        <translation>{summary}. Von diesem Plan ist noch nichts geschrieben; jede Änderung lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>{summary}. Nothing of this plan has been written yet; most of it can be taken back.</source>
        <translation>{summary}. Von diesem Plan ist noch nichts geschrieben; das meiste lässt sich zurücknehmen.</translation>
    </message>
</context>
<context>
    <name>ScopeList</name>
    <message>
        <source>Auth0 applications</source>
        <translation>Auth0 Applications</translation>
    </message>
    <message>
        <source>Copy the scopes</source>
        <translation>Scopes kopieren</translation>
    </message>
    <message>
        <source>Scopes to grant ({n})</source>
        <translation>Zu erteilende Scopes ({n})</translation>
    </message>
    <message>
        <source>Your Machine to Machine application, APIs, Auth0 Management API. Tick these and nothing else:</source>
        <translation>Die Machine-to-Machine-Anwendung, APIs, Auth0 Management API. Genau diese Scopes anhaken:</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show for a moment</source>
        <translation>Kurz zeigen</translation>
    </message>
</context>
<context>
    <name>SendPanel</name>
    <message>
        <source>Go to Setup</source>
        <translation>Zur Einrichtung</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>No Vonage account yet</source>
        <translation>Noch kein Vonage-Konto</translation>
    </message>
    <message>
        <source>Once Setup knows an API key and a sender, a test message can be sent from here.</source>
        <translation>Sobald die Einrichtung einen API-Key und einen Absender kennt, lässt sich von hier eine Testnachricht senden.</translation>
    </message>
    <message>
        <source>One SMS goes out when you press Send. It costs what Vonage charges for it.</source>
        <translation>Mit Senden geht eine SMS hinaus. Sie kostet, was Vonage dafür berechnet.</translation>
    </message>
    <message>
        <source>Parts: {parts} · {encoding}</source>
        <translation>Teile: {parts} · {encoding}</translation>
    </message>
    <message>
        <source>Parts: {parts} · {encoding} · {units} units, {left} left</source>
        <translation>Teile: {parts} · {encoding} · {units} Einheiten, {left} frei</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>Eine Testnachricht senden</translation>
    </message>
    <message>
        <source>Send one SMS</source>
        <translation>Eine SMS senden</translation>
    </message>
</context>
<context>
    <name>SendReport</name>
    <message>
        <source>Did it arrive?</source>
        <translation>Ist sie angekommen?</translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation>Sie ist angekommen</translation>
    </message>
    <message>
        <source>No, find out why</source>
        <translation>Nein, nach dem Grund suchen</translation>
    </message>
    <message>
        <source>Nobody knows yet whether it was sent</source>
        <translation>Noch weiß niemand, ob sie gesendet wurde</translation>
    </message>
    <message>
        <source>Open Troubleshoot</source>
        <translation>Zur Fehlersuche</translation>
    </message>
    <message>
        <source>Open Vonage&apos;s SMS logs</source>
        <translation>SMS-Logs bei Vonage öffnen</translation>
    </message>
    <message>
        <source>Part {n} of {m}: {line}</source>
        <translation>Teil {n} von {m}: {line}</translation>
    </message>
    <message>
        <source>So key, account and credit are fine. What is left is the way to the phone: the number, the sender, or a carrier that holds the message back.</source>
        <translation>Key, Konto und Guthaben sind also in Ordnung. Bleibt der Weg zum Telefon: die Nummer, der Absender oder ein Netzbetreiber, der die Nachricht zurückhält.</translation>
    </message>
    <message>
        <source>Vonage reaches this phone with this sender.</source>
        <translation>Vonage erreicht dieses Telefon mit diesem Absender.</translation>
    </message>
    <message>
        <source>Vonage took it, the phone did not get it</source>
        <translation>Vonage hat sie angenommen, das Telefon hat sie nicht bekommen</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>network {network}</source>
        <translation>Netz {network}</translation>
    </message>
</context>
<context>
    <name>SendTestPage</name>
    <message>
        <source>I looked at the phone; send another one</source>
        <translation>Telefon ist geprüft; noch eine senden</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Nothing arrived on the practice phone</source>
        <translation>Auf dem Übungstelefon kam nichts an</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Nichts wurde gesendet</translation>
    </message>
    <message>
        <source>One SMS goes out when you click Send. It costs about {price} a part, and you see what Vonage answers.</source>
        <translation>Mit Senden geht eine SMS hinaus. Sie kostet etwa {price} je Teil, und die Antwort von Vonage ist zu sehen.</translation>
    </message>
    <message>
        <source>One SMS goes out when you click Send. It costs what Vonage charges for the country, and you see exactly what Vonage answers.</source>
        <translation>Mit Senden geht eine SMS hinaus. Sie kostet, was Vonage für das Land berechnet, und die Antwort von Vonage ist genau zu sehen.</translation>
    </message>
    <message>
        <source>One SMS goes to the practice phone when you click Send. It costs nothing here.</source>
        <translation>Mit Senden geht eine SMS an das Übungstelefon. Das kostet hier nichts.</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>Received on the practice phone</source>
        <translation>Auf dem Übungstelefon angekommen</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>Eine Testnachricht senden</translation>
    </message>
    <message>
        <source>Send another SMS</source>
        <translation>Noch eine SMS senden</translation>
    </message>
    <message>
        <source>Send one SMS</source>
        <translation>Eine SMS senden</translation>
    </message>
    <message>
        <source>Skip the test</source>
        <translation>Test überspringen</translation>
    </message>
    <message>
        <source>about {price} to {country}</source>
        <translation>etwa {price} nach {country}</translation>
    </message>
    <message>
        <source>with a real account about {price} to {country}</source>
        <translation>mit einem echten Konto etwa {price} nach {country}</translation>
    </message>
    <message>
        <source>{balance} left</source>
        <translation>{balance} übrig</translation>
    </message>
</context>
<context>
    <name>SenderPage</name>
    <message>
        <source>Against the practice Vonage; no real SMS is sent.</source>
        <translation>Gegen das Übungs-Vonage; es geht keine echte SMS hinaus.</translation>
    </message>
    <message>
        <source>Ask Auth0 for another try when no SMS can have gone out</source>
        <translation>Auth0 um einen neuen Versuch bitten, wenn keine SMS hinausgegangen sein kann</translation>
    </message>
    <message>
        <source>Calling codes with commas between, such as +49, +43</source>
        <translation>Landesvorwahlen, durch Komma getrennt, etwa +49, +43</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Countries that may get codes</source>
        <translation>Länder, die Codes erhalten dürfen</translation>
    </message>
    <message>
        <source>Empty: all. A list keeps others from running up your bill.</source>
        <translation>Leer: alle. Eine Liste verhindert, dass Fremde die Rechnung hochtreiben.</translation>
    </message>
    <message>
        <source>Only numbers that begin with {prefixes}</source>
        <translation>Nur Nummern, die mit {prefixes} beginnen</translation>
    </message>
    <message>
        <source>Run here</source>
        <translation>Hier ausführen</translation>
    </message>
    <message>
        <source>The sender</source>
        <translation>Der Versender</translation>
    </message>
    <message>
        <source>The sender&apos;s code</source>
        <translation>Der Code des Versenders</translation>
    </message>
    <message>
        <source>This code goes into your tenant as an Action and hands each code to Vonage with one request. Run it here first: it costs nothing.</source>
        <translation>Dieser Code kommt als Action in den Tenant und übergibt jeden Code mit einer Anfrage an Vonage. Vorher hier ausführen: Das kostet nichts.</translation>
    </message>
    <message>
        <source>Vonage was busy or out of reach: Auth0 tries up to five times. Nobody is texted twice.</source>
        <translation>Vonage war ausgelastet oder nicht erreichbar: Auth0 versucht es bis zu fünfmal. Niemand bekommt zwei SMS.</translation>
    </message>
    <message>
        <source>console: {line}</source>
        <translation>console: {line}</translation>
    </message>
    <message>
        <source>on the phone, from {sender}: {text}</source>
        <translation>auf dem Telefon, von {sender}: {text}</translation>
    </message>
    <message>
        <source>{engine}, {time} s</source>
        <translation>{engine}, {time} s</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Follows the desktop, also when it changes.</source>
        <translation>Folgt dem Desktop, auch wenn er wechselt.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Only the requests that you start, to Vonage and to your Auth0 tenant. No telemetry, no update check, no crash upload. Secrets are kept in the system&apos;s keyring.</source>
        <translation>Nur die selbst ausgelösten Anfragen an Vonage und den eigenen Auth0-Tenant. Keine Telemetrie, keine Suche nach Updates, keine Absturzberichte. Secrets liegen im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>What leaves this machine</source>
        <translation>Was diesen Rechner verlässt</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Step {n} of {m}</source>
        <translation>Schritt {n} von {m}</translation>
    </message>
    <message>
        <source>{title}, step {n} of {m}</source>
        <translation>{title}, Schritt {n} von {m}</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Faults on: {n}</source>
        <translation>Störungen: {n}</translation>
    </message>
    <message>
        <source>Nothing leaves this machine and nothing costs money.</source>
        <translation>Nichts verlässt diesen Rechner, und nichts kostet Geld.</translation>
    </message>
    <message>
        <source>Practice world</source>
        <translation>Übungswelt</translation>
    </message>
    <message>
        <source>The practice world is broken on purpose; the Practice panel mends it.</source>
        <translation>Die Übungswelt ist absichtlich gestört; im Bereich Übung lässt sich das beheben.</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Step {n}, current</source>
        <translation>Schritt {n}, aktuell</translation>
    </message>
    <message>
        <source>Step {n}, done</source>
        <translation>Schritt {n}, erledigt</translation>
    </message>
    <message>
        <source>Step {n}, left out</source>
        <translation>Schritt {n}, ausgelassen</translation>
    </message>
    <message>
        <source>Step {n}, to come</source>
        <translation>Schritt {n}, kommt noch</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Auth0 tenant</source>
        <translation>Auth0-Tenant</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>SMS factor</source>
        <translation>SMS-Faktor</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Versender</translation>
    </message>
    <message>
        <source>Test message</source>
        <translation>Testnachricht</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Vonage</source>
        <translation>Vonage</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
</context>
<context>
    <name>TemplateEditor</name>
    <message>
        <source>Insert {variable} into: {label}</source>
        <translation>{variable} einfügen in: {label}</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginnen mit</translation>
    </message>
</context>
<context>
    <name>TenantFields</name>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Applications, APIs, Auth0 Management API, API Explorer</source>
        <translation>Applications, APIs, Auth0 Management API, API Explorer</translation>
    </message>
    <message>
        <source>Applications, your application, Settings</source>
        <translation>Applications, die Anwendung, Settings</translation>
    </message>
    <message>
        <source>Below the client ID on the same page</source>
        <translation>Unter der Client-ID auf derselben Seite</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Secret</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>How to reach the Management API</source>
        <translation>Zugang zur Management API</translation>
    </message>
    <message>
        <source>ID and secret; renews itself</source>
        <translation>ID und Secret; erneuert sich selbst</translation>
    </message>
    <message>
        <source>Management API token</source>
        <translation>Management-API-Token</translation>
    </message>
    <message>
        <source>Pasted; good for a day</source>
        <translation>Eingefügt; gilt einen Tag</translation>
    </message>
    <message>
        <source>The tenant&apos;s own, such as acme.eu.auth0.com</source>
        <translation>Die des Tenants selbst, etwa acme.eu.auth0.com</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Understood as {domain}</source>
        <translation>Verstanden als {domain}</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>kept for this session</source>
        <translation>für diese Sitzung gespeichert</translation>
    </message>
    <message>
        <source>kept in the keyring</source>
        <translation>im Schlüsselbund gespeichert</translation>
    </message>
</context>
<context>
    <name>TenantPage</name>
    <message>
        <source>After the check: the phone path, the sender, the phone provider, the texts and the SMS factor as they are today.</source>
        <translation>Nach der Prüfung: Versandweg, Versender, Phone-Provider, Texte und SMS-Faktor, wie sie heute sind.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Copy the missing scopes</source>
        <translation>Fehlende Scopes kopieren</translation>
    </message>
    <message>
        <source>Found in the tenant</source>
        <translation>Im Tenant gefunden</translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation>Ohne sie fortfahren</translation>
    </message>
    <message>
        <source>It is on the unified path, and the token has every scope that is needed.</source>
        <translation>Er ist auf dem Unified-Weg, und das Token hat jeden nötigen Scope.</translation>
    </message>
    <message>
        <source>It is on the unified path. Some scopes are missing, and you chose to go on without them.</source>
        <translation>Er ist auf dem Unified-Weg. Einige Scopes fehlen; es geht wie gewünscht ohne sie weiter.</translation>
    </message>
    <message>
        <source>It is on the unified path. The token does not tell its scopes; a missing one shows later.</source>
        <translation>Er ist auf dem Unified-Weg. Das Token nennt seine Scopes nicht; ein fehlender zeigt sich später.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Open Auth0 applications</source>
        <translation>Auth0 Applications öffnen</translation>
    </message>
    <message>
        <source>Open the API Explorer</source>
        <translation>API Explorer öffnen</translation>
    </message>
    <message>
        <source>Textfactor reads what the tenant has today. It changes nothing here.</source>
        <translation>Textfactor liest, was der Tenant heute hat. Es ändert hier nichts.</translation>
    </message>
    <message>
        <source>The environment names a tenant</source>
        <translation>Die Umgebungsvariablen nennen einen Tenant</translation>
    </message>
    <message>
        <source>The practice tenant is in use</source>
        <translation>Der Übungs-Tenant wird verwendet</translation>
    </message>
    <message>
        <source>The practice tenant is ready</source>
        <translation>Der Übungs-Tenant ist bereit</translation>
    </message>
    <message>
        <source>The tenant of the environment is in use</source>
        <translation>Der Tenant aus der Umgebung wird verwendet</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Ihn nehmen</translation>
    </message>
    <message>
        <source>Use the practice tenant</source>
        <translation>Den Übungs-Tenant nehmen</translation>
    </message>
    <message>
        <source>Your Auth0 tenant</source>
        <translation>Der Auth0-Tenant</translation>
    </message>
    <message>
        <source>from the environment</source>
        <translation>aus den Umgebungsvariablen</translation>
    </message>
    <message>
        <source>from the practice world</source>
        <translation>aus der Übungswelt</translation>
    </message>
    <message>
        <source>{domain} can be set up</source>
        <translation>{domain} lässt sich einrichten</translation>
    </message>
</context>
<context>
    <name>TroubleshootPanel</name>
    <message>
        <source>A line of the tenant&apos;s log, the error in its Raw tab, or Vonage&apos;s answer.</source>
        <translation>Eine Zeile aus dem Log des Tenants, der Fehler aus dem Reiter Raw oder die Antwort von Vonage.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Diagnoses</source>
        <translation>Diagnosen</translation>
    </message>
    <message>
        <source>Nothing in it is known here</source>
        <translation>Nichts davon ist hier bekannt</translation>
    </message>
    <message>
        <source>Nothing to read yet</source>
        <translation>Noch nichts zu lesen</translation>
    </message>
    <message>
        <source>One diagnosis</source>
        <translation>Eine Diagnose</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste a failed entry of Auth0&apos;s log or an answer of Vonage. Nothing of it leaves this machine.</source>
        <translation>Einen fehlgeschlagenen Eintrag aus dem Log von Auth0 oder eine Antwort von Vonage einfügen. Nichts davon verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>The last test message</source>
        <translation>Die letzte Testnachricht</translation>
    </message>
    <message>
        <source>This panel is small: it knows Vonage&apos;s statuses and a few errors of Auth0 and of the network. That it finds nothing does not mean that nothing is wrong. Look for “vonage status”, “errorCode” or “status” in the entry&apos;s Raw tab.</source>
        <translation>Diese Seite ist klein: Sie kennt die Status von Vonage und einige Fehler von Auth0 und des Netzes. Dass sie nichts findet, heißt nicht, dass nichts falsch ist. Im Reiter Raw des Eintrags nach „vonage status“, „errorCode“ oder „status“ suchen.</translation>
    </message>
    <message>
        <source>Troubleshoot</source>
        <translation>Fehlersuche</translation>
    </message>
    <message>
        <source>What do you have?</source>
        <translation>Was liegt vor?</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was es bedeutet</translation>
    </message>
    <message>
        <source>{n} diagnoses, most likely first</source>
        <translation>{n} Diagnosen, die wahrscheinlichste zuerst</translation>
    </message>
</context>
<context>
    <name>TryItPage</name>
    <message>
        <source>A user of the practice tenant logs in. The code has to reach the practice phone and to be accepted.</source>
        <translation>Ein Benutzer des Übungs-Tenants meldet sich an. Der Code muss auf dem Übungstelefon ankommen und angenommen werden.</translation>
    </message>
    <message>
        <source>Auth0 refused this code</source>
        <translation>Auth0 hat diesen Code abgelehnt</translation>
    </message>
    <message>
        <source>Back to the SMS factor page</source>
        <translation>Zurück zur Seite SMS-Faktor</translation>
    </message>
    <message>
        <source>Find out why</source>
        <translation>Nach dem Grund suchen</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Finish without a login</source>
        <translation>Ohne Anmeldung abschließen</translation>
    </message>
    <message>
        <source>Log in to one of your applications. Auth0 sends one real SMS, which Vonage bills; Textfactor only watches.</source>
        <translation>An einer eigenen Anwendung anmelden. Auth0 versendet eine echte SMS, die Vonage berechnet; Textfactor sieht nur zu.</translation>
    </message>
    <message>
        <source>The message did not arrive</source>
        <translation>Die Nachricht kam nicht an</translation>
    </message>
    <message>
        <source>The user&apos;s id is needed.</source>
        <translation>Die ID des Benutzers fehlt.</translation>
    </message>
    <message>
        <source>Troubleshoot reads the tenant&apos;s log rows and Vonage&apos;s answers and names the cause.</source>
        <translation>Die Fehlersuche liest die Log-Zeilen des Tenants und die Antworten von Vonage und nennt die Ursache.</translation>
    </message>
    <message>
        <source>Try a login</source>
        <translation>Eine Anmeldung ausprobieren</translation>
    </message>
</context>
<context>
    <name>VonageFields</name>
    <message>
        <source>8 letters and digits: Vonage dashboard, API settings</source>
        <translation>8 Buchstaben und Ziffern: Vonage-Dashboard, API settings</translation>
    </message>
    <message>
        <source>A number of your account, or a name of up to 11 letters and digits</source>
        <translation>Eine Nummer des Kontos oder ein Name mit bis zu 11 Buchstaben und Ziffern</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Key</translation>
    </message>
    <message>
        <source>API secret</source>
        <translation>API-Secret</translation>
    </message>
    <message>
        <source>Carriers often hold back a name this general; use your own</source>
        <translation>Netzbetreiber halten einen so allgemeinen Namen oft zurück; besser den eigenen nehmen</translation>
    </message>
    <message>
        <source>On the same page; not your password, not the signature secret</source>
        <translation>Auf derselben Seite; nicht das Passwort, nicht das Signature Secret</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>from the other field</source>
        <translation>aus dem anderen Feld</translation>
    </message>
    <message>
        <source>from {source}</source>
        <translation>aus {source}</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>kept for this session</source>
        <translation>für diese Sitzung gespeichert</translation>
    </message>
    <message>
        <source>kept in the keyring</source>
        <translation>im Schlüsselbund gespeichert</translation>
    </message>
</context>
<context>
    <name>VonagePage</name>
    <message>
        <source>API key {key}, made for this practice</source>
        <translation>API-Key {key}, für diese Übung gemacht</translation>
    </message>
    <message>
        <source>Balance {balance}, 1 number that can send SMS</source>
        <translation>Guthaben {balance}, 1 Nummer, die SMS senden kann</translation>
    </message>
    <message>
        <source>Balance {balance}, no number that can send SMS</source>
        <translation>Guthaben {balance}, keine Nummer, die SMS senden kann</translation>
    </message>
    <message>
        <source>Balance {balance}, {n} numbers that can send SMS</source>
        <translation>Guthaben {balance}, {n} Nummern, die SMS senden können</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Key and secret stand in each other&apos;s field</source>
        <translation>Key und Secret stehen jeweils im Feld des anderen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Open the Vonage dashboard</source>
        <translation>Vonage-Dashboard öffnen</translation>
    </message>
    <message>
        <source>Send from {number}</source>
        <translation>Von {number} senden</translation>
    </message>
    <message>
        <source>Swap them</source>
        <translation>Vertauschen</translation>
    </message>
    <message>
        <source>Textfactor reads the account&apos;s balance and its numbers. That costs nothing, and nothing is sent.</source>
        <translation>Textfactor liest Guthaben und Nummern des Kontos. Das kostet nichts, und nichts wird gesendet.</translation>
    </message>
    <message>
        <source>The practice account is in use</source>
        <translation>Das Übungskonto wird verwendet</translation>
    </message>
    <message>
        <source>The practice account is ready</source>
        <translation>Das Übungskonto ist bereit</translation>
    </message>
    <message>
        <source>The practice secret is kept in memory and ends with the practice world.</source>
        <translation>Das Übungs-Secret bleibt im Arbeitsspeicher und endet mit der Übungswelt.</translation>
    </message>
    <message>
        <source>The secret is kept in memory for this session only: no keyring is at hand.</source>
        <translation>Das Secret liegt nur für diese Sitzung im Arbeitsspeicher: Es ist kein Schlüsselbund da.</translation>
    </message>
    <message>
        <source>The secret is kept in this computer&apos;s keyring, nowhere else.</source>
        <translation>Das Secret liegt im Schlüsselbund dieses Rechners, sonst nirgends.</translation>
    </message>
    <message>
        <source>There is hardly any credit: Vonage refuses messages until the account is topped up.</source>
        <translation>Es ist kaum Guthaben da: Vonage lehnt Nachrichten ab, bis das Konto aufgeladen ist.</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>Diese nehmen</translation>
    </message>
    <message>
        <source>Use {source}</source>
        <translation>{source} nehmen</translation>
    </message>
    <message>
        <source>Vonage credentials from this computer are in use</source>
        <translation>Vonage-Zugangsdaten von diesem Computer werden verwendet</translation>
    </message>
    <message>
        <source>Vonage credentials were found on this computer</source>
        <translation>Auf diesem Rechner fanden sich Vonage-Zugangsdaten</translation>
    </message>
    <message>
        <source>Your Vonage account</source>
        <translation>Das Vonage-Konto</translation>
    </message>
    <message>
        <source>the practice world</source>
        <translation>die Übungswelt</translation>
    </message>
    <message>
        <source>{source}: API key {key}</source>
        <translation>{source}: API-Key {key}</translation>
    </message>
</context>
<context>
    <name>WatchLogin</name>
    <message>
        <source>1.  Click Watch the log.
2.  Log in to one of your applications as a user who is enrolled with SMS.
3.  Enter the code from the phone there. Each hop turns green here.</source>
        <translation>1.  Auf „Log beobachten“ klicken.
2.  An einer eigenen Anwendung als Benutzer anmelden, der mit SMS registriert ist.
3.  Dort den Code vom Telefon eingeben. Hier wird jede Station grün.</translation>
    </message>
    <message>
        <source>Did the message arrive?</source>
        <translation>Ist die Nachricht angekommen?</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Nicht mehr beobachten</translation>
    </message>
    <message>
        <source>Watch the log</source>
        <translation>Log beobachten</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>A stand-in Vonage and Auth0 on this computer. No accounts are needed, nothing leaves this computer, and every step works as it does with the real ones.</source>
        <translation>Ein Stellvertreter für Vonage und Auth0 auf diesem Rechner. Es braucht keine Konten, nichts verlässt den Rechner, und jeder Schritt läuft wie mit den echten.</translation>
    </message>
    <message>
        <source>My own tenant</source>
        <translation>Eigener Tenant</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Open the profile</source>
        <translation>Profil öffnen</translation>
    </message>
    <message>
        <source>Practice world</source>
        <translation>Übungswelt</translation>
    </message>
    <message>
        <source>Start the practice world</source>
        <translation>Übungswelt starten</translation>
    </message>
    <message>
        <source>Text message codes, sent by Vonage</source>
        <translation>Codes per Textnachricht, versendet von Vonage</translation>
    </message>
    <message>
        <source>Textfactor makes Vonage the SMS sender of Auth0 multi-factor authentication and proves that it works. It takes about ten minutes; this step costs nothing.</source>
        <translation>Textfactor macht Vonage zum SMS-Versand der Multi-Faktor-Anmeldung von Auth0 und belegt, dass es funktioniert. Das dauert etwa zehn Minuten; dieser Schritt kostet nichts.</translation>
    </message>
    <message>
        <source>Which world to work in</source>
        <translation>In welcher Welt gearbeitet wird</translation>
    </message>
    <message>
        <source>Your Vonage account and your Auth0 tenant. Nothing is written to the tenant before you have seen and confirmed the plan.</source>
        <translation>Das eigene Vonage-Konto und der eigene Auth0-Tenant. In den Tenant wird nichts geschrieben, bevor der Plan gezeigt und bestätigt ist.</translation>
    </message>
</context>
<context>
    <name>WizardPage</name>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Nothing more was done. You can start it again.</source>
        <translation>Mehr ist nicht geschehen. Ein neuer Anlauf ist möglich.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
</context>
<context>
    <name>words.changes</name>
    <message>
        <source>1 change to {domain}</source>
        <translation>1 Änderung an {domain}</translation>
    </message>
    <message>
        <source>All {total} changes were made.</source>
        <translation>Alle {total} Änderungen sind geschehen.</translation>
    </message>
    <message>
        <source>All {total} changes were taken back.</source>
        <translation>Alle {total} Änderungen sind zurückgenommen.</translation>
    </message>
    <message>
        <source>Auth0&apos;s default</source>
        <translation>Auth0-Vorgabe</translation>
    </message>
    <message>
        <source>Choose no way of delivery</source>
        <translation>Keinen Zustellweg wählen</translation>
    </message>
    <message>
        <source>Create the Action “{name}”</source>
        <translation>Die Action „{name}“ anlegen</translation>
    </message>
    <message>
        <source>Delete the Action</source>
        <translation>Die Action löschen</translation>
    </message>
    <message>
        <source>Deploy the Action</source>
        <translation>Die Action bereitstellen</translation>
    </message>
    <message>
        <source>Go back to Auth0&apos;s default enrolment text</source>
        <translation>Zum Registrierungstext von Auth0 zurückkehren</translation>
    </message>
    <message>
        <source>Go back to Auth0&apos;s default verification text</source>
        <translation>Zum Verifizierungstext von Auth0 zurückkehren</translation>
    </message>
    <message>
        <source>Leave the MFA policy to Auth0</source>
        <translation>Die MFA-Richtlinie Auth0 überlassen</translation>
    </message>
    <message>
        <source>Leave the SMS factor unset</source>
        <translation>Den SMS-Faktor ungesetzt lassen</translation>
    </message>
    <message>
        <source>Nothing to do: everything is in place.</source>
        <translation>Nichts zu tun: Alles ist eingerichtet.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Remove the enrolment text</source>
        <translation>Den Registrierungstext entfernen</translation>
    </message>
    <message>
        <source>Remove the phone provider</source>
        <translation>Den Phone-Provider entfernen</translation>
    </message>
    <message>
        <source>Remove the verification text</source>
        <translation>Den Verifizierungstext entfernen</translation>
    </message>
    <message>
        <source>Set how codes are delivered</source>
        <translation>Festlegen, wie Codes zugestellt werden</translation>
    </message>
    <message>
        <source>Set the enrolment text</source>
        <translation>Den Registrierungstext festlegen</translation>
    </message>
    <message>
        <source>Set the phone provider</source>
        <translation>Den Phone-Provider festlegen</translation>
    </message>
    <message>
        <source>Set the verification text</source>
        <translation>Den Verifizierungstext festlegen</translation>
    </message>
    <message>
        <source>Set when MFA is asked for</source>
        <translation>Festlegen, wann nach MFA gefragt wird</translation>
    </message>
    <message>
        <source>Set which Actions the trigger runs</source>
        <translation>Festlegen, welche Actions der Trigger ausführt</translation>
    </message>
    <message>
        <source>Switch the SMS factor</source>
        <translation>Den SMS-Faktor umschalten</translation>
    </message>
    <message>
        <source>Switch the SMS factor off</source>
        <translation>Den SMS-Faktor ausschalten</translation>
    </message>
    <message>
        <source>Switch the SMS factor on</source>
        <translation>Den SMS-Faktor einschalten</translation>
    </message>
    <message>
        <source>Take the Action off the trigger</source>
        <translation>Die Action vom Trigger nehmen</translation>
    </message>
    <message>
        <source>Take the deployed version back with its Action</source>
        <translation>Die bereitgestellte Version mit ihrer Action zurücknehmen</translation>
    </message>
    <message>
        <source>Undo brings the code back, but not the old values of the secrets: Auth0 never shows them.</source>
        <translation>Zurücknehmen bringt den Code wieder, aber nicht die alten Werte der Secrets: Auth0 zeigt sie nie.</translation>
    </message>
    <message>
        <source>Undo cannot restore all of what was there.</source>
        <translation>Zurücknehmen kann nicht alles wiederherstellen, was da war.</translation>
    </message>
    <message>
        <source>Undo restores what was there.</source>
        <translation>Zurücknehmen stellt her, was da war.</translation>
    </message>
    <message>
        <source>Update the Action “{name}”</source>
        <translation>Die Action „{name}“ ändern</translation>
    </message>
    <message>
        <source>Write the Action</source>
        <translation>Die Action schreiben</translation>
    </message>
    <message>
        <source>always asked for</source>
        <translation>wird immer gefragt</translation>
    </message>
    <message>
        <source>asked for by risk (Adaptive MFA)</source>
        <translation>wird nach Risiko gefragt (Adaptive MFA)</translation>
    </message>
    <message>
        <source>asked for by {policies}</source>
        <translation>gefragt durch {policies}</translation>
    </message>
    <message>
        <source>never asked for</source>
        <translation>wird nie gefragt</translation>
    </message>
    <message>
        <source>no Action on this trigger</source>
        <translation>keine Action an diesem Trigger</translation>
    </message>
    <message>
        <source>no phone provider</source>
        <translation>kein Phone-Provider</translation>
    </message>
    <message>
        <source>no way of delivery</source>
        <translation>kein Zustellweg</translation>
    </message>
    <message>
        <source>none chosen</source>
        <translation>keiner gewählt</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>nothing deployed</source>
        <translation>nichts bereitgestellt</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>runs {actions}</source>
        <translation>führt {actions} aus</translation>
    </message>
    <message>
        <source>text messages</source>
        <translation>Textnachrichten</translation>
    </message>
    <message>
        <source>text messages and voice calls</source>
        <translation>Textnachrichten und Anrufe</translation>
    </message>
    <message>
        <source>the new code, as a new version</source>
        <translation>der neue Code, als neue Version</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>voice calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>{count} changes to {domain}</source>
        <translation>{count} Änderungen an {domain}</translation>
    </message>
    <message>
        <source>{done} of {total} changes were made; resume finishes the rest, undo takes them back.</source>
        <translation>{done} von {total} Änderungen sind geschehen; Fortfahren erledigt den Rest, Zurücknehmen macht sie rückgängig.</translation>
    </message>
    <message>
        <source>{done} of {total} changes were taken back; undo goes on with the rest.</source>
        <translation>{done} von {total} Änderungen sind zurückgenommen; Zurücknehmen erledigt den Rest.</translation>
    </message>
    <message>
        <source>{name}, disabled</source>
        <translation>{name}, abgeschaltet</translation>
    </message>
    <message>
        <source>{name}, no way of delivery</source>
        <translation>{name}, kein Zustellweg</translation>
    </message>
    <message>
        <source>{name}, text messages</source>
        <translation>{name}, Textnachrichten</translation>
    </message>
    <message>
        <source>{name}, text messages and voice calls</source>
        <translation>{name}, Textnachrichten und Anrufe</translation>
    </message>
    <message>
        <source>{name}, voice calls</source>
        <translation>{name}, Anrufe</translation>
    </message>
    <message>
        <source>{name}, {runtime}, secrets set: {count}</source>
        <translation>{name}, {runtime}, gesetzte Secrets: {count}</translation>
    </message>
    <message>
        <source>{name}, {runtime}, {count} secrets set</source>
        <translation>{name}, {runtime}, {count} Secrets gesetzt</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>„{text}“</translation>
    </message>
</context>
<context>
    <name>words.inputs</name>
    <message>
        <source>A calling prefix does not begin with 0. Write it like +49.</source>
        <translation>Eine Landesvorwahl beginnt nicht mit 0. Schreibweise: +49.</translation>
    </message>
    <message>
        <source>A calling prefix has at most 7 digits, such as +49.</source>
        <translation>Eine Landesvorwahl hat höchstens 7 Ziffern, etwa +49.</translation>
    </message>
    <message>
        <source>A code has digits only.</source>
        <translation>Ein Code besteht nur aus Ziffern.</translation>
    </message>
    <message>
        <source>A phone number has no letters. Write it like +49 151 23456789.</source>
        <translation>Eine Telefonnummer hat keine Buchstaben. Schreibweise: +49 151 23456789.</translation>
    </message>
    <message>
        <source>A sender is a number, or a name of up to 11 letters A to Z and digits, without spaces.</source>
        <translation>Ein Absender ist eine Nummer oder ein Name aus bis zu 11 Buchstaben A bis Z und Ziffern, ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>An API key has letters and digits only, 8 of them.</source>
        <translation>Ein API-Key besteht nur aus Buchstaben und Ziffern, 8 an der Zahl.</translation>
    </message>
    <message>
        <source>Enter the code from the phone.</source>
        <translation>Den Code vom Telefon eingeben.</translation>
    </message>
    <message>
        <source>Leave out the 0 after the country code: it is for calls inside the country only.</source>
        <translation>Die 0 nach der Landesvorwahl weglassen: Sie gilt nur für Anrufe im Land selbst.</translation>
    </message>
    <message>
        <source>No calling prefix is given, such as +49.</source>
        <translation>Es ist keine Landesvorwahl angegeben, etwa +49.</translation>
    </message>
    <message>
        <source>Several values were pasted. Paste the one for this field alone.</source>
        <translation>Mehrere Werte wurden eingefügt. Nur den für dieses Feld einfügen.</translation>
    </message>
    <message>
        <source>The API key is missing: Vonage dashboard &gt; API settings.</source>
        <translation>Der API-Key fehlt: Vonage-Dashboard &gt; API settings.</translation>
    </message>
    <message>
        <source>The API secret is missing: Vonage dashboard &gt; API settings.</source>
        <translation>Das API-Secret fehlt: Vonage-Dashboard &gt; API settings.</translation>
    </message>
    <message>
        <source>The CA file is missing.</source>
        <translation>Die CA-Datei fehlt.</translation>
    </message>
    <message>
        <source>The client ID is missing: Auth0 dashboard &gt; Applications &gt; your application &gt; Settings.</source>
        <translation>Die Client-ID fehlt: Auth0-Dashboard &gt; Applications &gt; die Anwendung &gt; Settings.</translation>
    </message>
    <message>
        <source>The client secret is missing: Auth0 dashboard &gt; Applications &gt; your application &gt; Settings.</source>
        <translation>Das Client-Secret fehlt: Auth0-Dashboard &gt; Applications &gt; die Anwendung &gt; Settings.</translation>
    </message>
    <message>
        <source>The code is missing: put {{ code }} where it shall stand, or nobody can log in.</source>
        <translation>Der Code fehlt: {{ code }} dort einsetzen, wo er stehen soll, sonst kann sich niemand anmelden.</translation>
    </message>
    <message>
        <source>The country code is missing. Begin with + and the country, such as +49 for Germany.</source>
        <translation>Die Landesvorwahl fehlt. Mit + und dem Land beginnen, etwa +49 für Deutschland.</translation>
    </message>
    <message>
        <source>The enrolment text is empty.</source>
        <translation>Der Registrierungstext ist leer.</translation>
    </message>
    <message>
        <source>The phone number is missing. Write it like +49 151 23456789.</source>
        <translation>Die Telefonnummer fehlt. Schreibweise: +49 151 23456789.</translation>
    </message>
    <message>
        <source>The profile has no name yet.</source>
        <translation>Das Profil hat noch keinen Namen.</translation>
    </message>
    <message>
        <source>The proxy&apos;s address is missing.</source>
        <translation>Die Adresse des Proxys fehlt.</translation>
    </message>
    <message>
        <source>The sender is missing: a number of the account, or up to 11 letters and digits.</source>
        <translation>Der Absender fehlt: eine Nummer des Kontos oder bis zu 11 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>The template is not valid Liquid: check its brackets.</source>
        <translation>Die Vorlage ist kein gültiges Liquid: Die Klammern prüfen.</translation>
    </message>
    <message>
        <source>The template is not valid Liquid: {detail}</source>
        <translation>Die Vorlage ist kein gültiges Liquid: {detail}</translation>
    </message>
    <message>
        <source>The template takes too long or makes too long a text. Simplify its loops.</source>
        <translation>Die Vorlage braucht zu lange oder macht einen zu langen Text. Ihre Schleifen vereinfachen.</translation>
    </message>
    <message>
        <source>The tenant&apos;s domain is missing, such as acme.eu.auth0.com.</source>
        <translation>Die Domain des Tenants fehlt, etwa acme.eu.auth0.com.</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>Der Text ist leer.</translation>
    </message>
    <message>
        <source>The token is missing: Auth0 dashboard &gt; Applications &gt; APIs &gt; Auth0 Management API &gt; API Explorer.</source>
        <translation>Das Token fehlt: Auth0-Dashboard &gt; Applications &gt; APIs &gt; Auth0 Management API &gt; API Explorer.</translation>
    </message>
    <message>
        <source>The verification text is empty.</source>
        <translation>Der Verifizierungstext ist leer.</translation>
    </message>
    <message>
        <source>There are two numbers. One SMS goes to one number.</source>
        <translation>Es sind zwei Nummern. Eine SMS geht an eine Nummer.</translation>
    </message>
    <message>
        <source>There is a sign in it that looks like an ordinary letter but is another. Copy it again, or type it.</source>
        <translation>Ein Zeichen darin sieht aus wie ein gewöhnlicher Buchstabe, ist aber ein anderer. Noch einmal kopieren oder eintippen.</translation>
    </message>
    <message>
        <source>There is a space inside. Check that only the value was copied.</source>
        <translation>Es steht ein Leerzeichen darin. Prüfen, ob nur der Wert kopiert wurde.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>This is not a Management API token: it has three parts with dots between. Copy it from Auth0 dashboard &gt; Applications &gt; APIs &gt; Auth0 Management API &gt; API Explorer.</source>
        <translation>Das ist kein Management-API-Token: Es hat drei Teile mit Punkten dazwischen. Zu kopieren im Auth0-Dashboard &gt; Applications &gt; APIs &gt; Auth0 Management API &gt; API Explorer.</translation>
    </message>
    <message>
        <source>This is not a domain. It looks like acme.eu.auth0.com.</source>
        <translation>Das ist keine Domain. Sie sieht aus wie acme.eu.auth0.com.</translation>
    </message>
    <message>
        <source>This is not a phone number. Write it like +49 151 23456789.</source>
        <translation>Das ist keine Telefonnummer. Schreibweise: +49 151 23456789.</translation>
    </message>
    <message>
        <source>This is not the tenant&apos;s name. Type it as it stands above, to show that it is meant.</source>
        <translation>Das ist nicht der Name des Tenants. Genau wie oben eintippen, um zu zeigen, dass er gemeint ist.</translation>
    </message>
    <message>
        <source>This is the API key. The API secret stands beside it in the dashboard&apos;s API settings.</source>
        <translation>Das ist der API-Key. Das API-Secret steht daneben in den API settings des Dashboards.</translation>
    </message>
    <message>
        <source>This is the address of a page. The domain is in Auth0 dashboard &gt; Applications &gt; your application &gt; Settings, such as acme.eu.auth0.com.</source>
        <translation>Das ist die Adresse einer Seite. Die Domain steht im Auth0-Dashboard &gt; Applications &gt; die Anwendung &gt; Settings, etwa acme.eu.auth0.com.</translation>
    </message>
    <message>
        <source>This is the client ID. The client secret is below it on the same page, and longer.</source>
        <translation>Das ist die Client-ID. Das Client-Secret steht auf derselben Seite darunter und ist länger.</translation>
    </message>
    <message>
        <source>This looks like a custom domain. The Management API wants the tenant&apos;s own, which ends in auth0.com.</source>
        <translation>Das sieht nach einer Custom Domain aus. Die Management API verlangt die eigene des Tenants, die auf auth0.com endet.</translation>
    </message>
    <message>
        <source>This looks like the API secret. The API key has 8 letters and digits.</source>
        <translation>Das sieht nach dem API-Secret aus. Der API-Key hat 8 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>This looks like the client secret. The client ID has 32 letters and digits.</source>
        <translation>Das sieht nach dem Client-Secret aus. Die Client-ID hat 32 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>Too few digits for a phone number with its country code.</source>
        <translation>Zu wenige Ziffern für eine Telefonnummer mit Landesvorwahl.</translation>
    </message>
    <message>
        <source>Too long for a sender: a name has up to 11 letters and digits, a number up to 15 digits.</source>
        <translation>Zu lang als Absender: Ein Name hat bis zu 11 Buchstaben und Ziffern, eine Nummer bis zu 15 Ziffern.</translation>
    </message>
    <message>
        <source>Too long: Vonage takes about 3200 characters.</source>
        <translation>Zu lang: Vonage nimmt etwa 3200 Zeichen an.</translation>
    </message>
    <message>
        <source>Too long: a client secret has 64 characters.</source>
        <translation>Zu lang: Ein Client-Secret hat 64 Zeichen.</translation>
    </message>
    <message>
        <source>Too long: a code has at most 10 digits, most have 6.</source>
        <translation>Zu lang: Ein Code hat höchstens 10 Ziffern, die meisten haben 6.</translation>
    </message>
    <message>
        <source>Too long: an API key has 8 letters and digits.</source>
        <translation>Zu lang: Ein API-Key hat 8 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>Too long: an API secret has at most 32 characters.</source>
        <translation>Zu lang: Ein API-Secret hat höchstens 32 Zeichen.</translation>
    </message>
    <message>
        <source>Too long: more than the value was pasted.</source>
        <translation>Zu lang: Es wurde mehr als der Wert eingefügt.</translation>
    </message>
    <message>
        <source>Too many digits: a phone number has at most 15.</source>
        <translation>Zu viele Ziffern: Eine Telefonnummer hat höchstens 15.</translation>
    </message>
    <message>
        <source>Too short for a number: a sender of digits has at least 3.</source>
        <translation>Zu kurz für eine Nummer: Ein Absender aus Ziffern hat mindestens 3.</translation>
    </message>
    <message>
        <source>Too short: a client ID has 32 letters and digits.</source>
        <translation>Zu kurz: Eine Client-ID hat 32 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>Too short: a client secret has 64 characters.</source>
        <translation>Zu kurz: Ein Client-Secret hat 64 Zeichen.</translation>
    </message>
    <message>
        <source>Too short: a code has at least 4 digits, most have 6.</source>
        <translation>Zu kurz: Ein Code hat mindestens 4 Ziffern, die meisten haben 6.</translation>
    </message>
    <message>
        <source>Too short: a part of it may be missing.</source>
        <translation>Zu kurz: Vielleicht fehlt ein Stück.</translation>
    </message>
    <message>
        <source>Too short: an API key has 8 letters and digits.</source>
        <translation>Zu kurz: Ein API-Key hat 8 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>Too short: an API secret has at least 6 characters.</source>
        <translation>Zu kurz: Ein API-Secret hat mindestens 6 Zeichen.</translation>
    </message>
    <message>
        <source>Type the tenant&apos;s name to show that it is meant.</source>
        <translation>Den Namen des Tenants eintippen, um zu zeigen, dass er gemeint ist.</translation>
    </message>
    <message>
        <source>Up to 60 letters on one line, as a name for your eyes.</source>
        <translation>Bis zu 60 Zeichen in einer Zeile, als Name für die eigene Übersicht.</translation>
    </message>
    <message>
        <source>Write a proxy as host:port, without user and password, such as proxy.acme.com:8080.</source>
        <translation>Einen Proxy als host:port schreiben, ohne Benutzer und Passwort, etwa proxy.acme.com:8080.</translation>
    </message>
    <message>
        <source>Write calling prefixes in digits, such as +49, +43.</source>
        <translation>Landesvorwahlen in Ziffern schreiben, etwa +49, +43.</translation>
    </message>
</context>
<context>
    <name>words.login</name>
    <message>
        <source>A reason that begins with “vonage” is Vonage&apos;s: its status says what to correct.</source>
        <translation>Ein Grund, der mit „vonage“ beginnt, stammt von Vonage: Sein Status sagt, was zu korrigieren ist.</translation>
    </message>
    <message>
        <source>A voice call was asked for; the sender sends text messages only.</source>
        <translation>Ein Anruf wurde verlangt; der Versender verschickt nur Textnachrichten.</translation>
    </message>
    <message>
        <source>Add the country on the Sender page and apply the plan again, or take another number.</source>
        <translation>Ergänzen Sie das Land auf der Seite Versender und wenden Sie den Plan erneut an, oder nehmen Sie eine andere Nummer.</translation>
    </message>
    <message>
        <source>Auth0 accepts the code</source>
        <translation>Auth0 nimmt den Code an</translation>
    </message>
    <message>
        <source>Auth0 asked for a code and the sender handed the message to Vonage.</source>
        <translation>Auth0 hat nach einem Code gefragt, und der Versender hat die Nachricht an Vonage übergeben.</translation>
    </message>
    <message>
        <source>Auth0 asked for a code, but the sender ended with an error. On the unified path the person at the login sees nothing of it.</source>
        <translation>Auth0 hat nach einem Code gefragt, aber der Versender endete mit einem Fehler. Auf dem Unified-Weg sieht die Person bei der Anmeldung davon nichts.</translation>
    </message>
    <message>
        <source>Auth0 asks for a code</source>
        <translation>Auth0 fragt nach einem Code</translation>
    </message>
    <message>
        <source>Auth0 blocks this login for now</source>
        <translation>Auth0 sperrt diese Anmeldung vorerst</translation>
    </message>
    <message>
        <source>Auth0 dashboard &gt; Monitoring &gt; Logs has the row with the full error.</source>
        <translation>Auth0-Dashboard &gt; Monitoring &gt; Logs hat die Zeile mit dem ganzen Fehler.</translation>
    </message>
    <message>
        <source>Auth0 dashboard &gt; User Management &gt; Users can lift a user&apos;s block.</source>
        <translation>Auth0-Dashboard &gt; User Management &gt; Users kann die Sperre eines Benutzers aufheben.</translation>
    </message>
    <message>
        <source>Auth0 handed over an empty text.</source>
        <translation>Auth0 hat einen leeren Text übergeben.</translation>
    </message>
    <message>
        <source>Auth0 refused the code</source>
        <translation>Auth0 hat den Code abgelehnt</translation>
    </message>
    <message>
        <source>Choose the text message at the login.</source>
        <translation>Wählen Sie bei der Anmeldung die Textnachricht.</translation>
    </message>
    <message>
        <source>Enrol the user with country code and number, such as +49 1512 3456789.</source>
        <translation>Registrieren Sie den Benutzer mit Ländervorwahl und Nummer, etwa +49 1512 3456789.</translation>
    </message>
    <message>
        <source>Enter the code from the phone. It counts for a few minutes.</source>
        <translation>Den Code vom Telefon eingeben. Er gilt einige Minuten.</translation>
    </message>
    <message>
        <source>Enter the code of the newest message: it replaces older ones.</source>
        <translation>Den Code der neuesten Nachricht eingeben: Sie ersetzt ältere.</translation>
    </message>
    <message>
        <source>Go back to the factor page, switch SMS on, and choose when MFA is asked for.</source>
        <translation>Zurück zur Seite SMS-Faktor, SMS einschalten und wählen, wann nach MFA gefragt wird.</translation>
    </message>
    <message>
        <source>If a post-login Action shall decide, check that it runs for this user and asks for MFA.</source>
        <translation>Soll eine Post-Login-Action entscheiden, dann prüfen, ob sie für diesen Benutzer läuft und nach MFA fragt.</translation>
    </message>
    <message>
        <source>If it is refused again, start a new login.</source>
        <translation>Wird er wieder abgelehnt, eine neue Anmeldung beginnen.</translation>
    </message>
    <message>
        <source>Look at the enrolment and verification texts on the Messages page.</source>
        <translation>Sehen Sie sich die beiden Texte auf der Seite Nachrichten an.</translation>
    </message>
    <message>
        <source>Neither the MFA policy nor an Action asks for a second factor, or the SMS factor is off.</source>
        <translation>Weder die MFA-Richtlinie noch eine Action fragt nach einem zweiten Faktor, oder der SMS-Faktor ist aus.</translation>
    </message>
    <message>
        <source>Send a test message: it shows whether key, secret and sender work by themselves.</source>
        <translation>Eine Testnachricht senden: Sie zeigt, ob Key, Secret und Absender für sich allein stimmen.</translation>
    </message>
    <message>
        <source>Set the secret named beside the hop at the Action in Auth0, and deploy the Action again.</source>
        <translation>Setzen Sie das neben der Station genannte Secret bei der Action in Auth0 und deployen Sie die Action erneut.</translation>
    </message>
    <message>
        <source>The Action lacks a secret, so the sender had nothing to log in with.</source>
        <translation>Der Action fehlt ein Secret, daher konnte sich der Versender nicht anmelden.</translation>
    </message>
    <message>
        <source>The code came by SMS through Vonage, and Auth0 accepted it: the whole way is proved.</source>
        <translation>Der Code kam über Vonage per SMS, und Auth0 hat ihn angenommen: Der ganze Weg ist belegt.</translation>
    </message>
    <message>
        <source>The code is not that of this login, or its time is over.</source>
        <translation>Der Code gehört nicht zu dieser Anmeldung, oder seine Zeit ist um.</translation>
    </message>
    <message>
        <source>The code is on its way</source>
        <translation>Der Code ist unterwegs</translation>
    </message>
    <message>
        <source>The login asked for no code</source>
        <translation>Die Anmeldung fragte nach keinem Code</translation>
    </message>
    <message>
        <source>The login works</source>
        <translation>Die Anmeldung funktioniert</translation>
    </message>
    <message>
        <source>The message is on the phone</source>
        <translation>Die Nachricht ist auf dem Telefon</translation>
    </message>
    <message>
        <source>The number&apos;s country is not among those you allowed, so the sender did not hand the message to Vonage.</source>
        <translation>Das Land der Nummer gehört nicht zu den erlaubten, daher hat der Versender die Nachricht nicht an Vonage übergeben.</translation>
    </message>
    <message>
        <source>The sender could not send the code</source>
        <translation>Der Versender konnte den Code nicht senden</translation>
    </message>
    <message>
        <source>The sender hands the message to Vonage</source>
        <translation>Der Versender übergibt die Nachricht an Vonage</translation>
    </message>
    <message>
        <source>The sender itself held the code back</source>
        <translation>Der Versender selbst hat den Code zurückgehalten</translation>
    </message>
    <message>
        <source>The user&apos;s number is no full international number.</source>
        <translation>Die Nummer des Benutzers ist keine vollständige internationale Nummer.</translation>
    </message>
    <message>
        <source>Too many codes were asked for or too many wrong ones handed in. Auth0 allows about 10 SMS to a user, then one an hour.</source>
        <translation>Es wurden zu viele Codes angefordert oder zu viele falsche eingegeben. Auth0 erlaubt je Benutzer etwa 10 SMS, danach eine in der Stunde.</translation>
    </message>
    <message>
        <source>Wait, or try with another user.</source>
        <translation>Warten oder es mit einem anderen Benutzer versuchen.</translation>
    </message>
    <message>
        <source>no: Auth0 refused the code</source>
        <translation>nein: Auth0 hat den Code abgelehnt</translation>
    </message>
    <message>
        <source>no: nothing asks for a second factor, or the factor is off</source>
        <translation>nein: Nichts fragt nach einem zweiten Faktor, oder der Faktor ist aus</translation>
    </message>
    <message>
        <source>no: nothing has arrived</source>
        <translation>nein: Nichts ist angekommen</translation>
    </message>
    <message>
        <source>no: the sender ended with an error</source>
        <translation>nein: Der Versender endete mit einem Fehler</translation>
    </message>
    <message>
        <source>not known: no code was handed in</source>
        <translation>nicht bekannt: Es wurde kein Code eingegeben</translation>
    </message>
    <message>
        <source>not known: only the phone shows it</source>
        <translation>nicht bekannt: Nur das Telefon zeigt es</translation>
    </message>
    <message>
        <source>not known: the tenant&apos;s log has no row for it yet</source>
        <translation>nicht bekannt: Im Log des Tenants steht dazu noch keine Zeile</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>words.problems</name>
    <message>
        <source>A file could not be read or written</source>
        <translation>Eine Datei ließ sich nicht lesen oder schreiben</translation>
    </message>
    <message>
        <source>A pasted token lives for 24 hours unless the tenant says otherwise, then Auth0 refuses it.</source>
        <translation>Ein eingefügtes Token gilt 24 Stunden, wenn der Tenant nichts anderes festlegt; danach lehnt Auth0 es ab.</translation>
    </message>
    <message>
        <source>A secret could not be kept, read or removed. Textfactor keeps new ones in memory for this session.</source>
        <translation>Ein Secret ließ sich nicht ablegen, lesen oder entfernen. Textfactor behält neue für diese Sitzung im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>A secret is not at hand</source>
        <translation>Ein Secret liegt nicht vor</translation>
    </message>
    <message>
        <source>A token keeps the scopes it was made with: after granting, get a new one.</source>
        <translation>Ein Token behält die Scopes, mit denen es entstand: nach dem Erteilen ein neues holen.</translation>
    </message>
    <message>
        <source>Apply again: builds sometimes fail for a moment at Auth0&apos;s side.</source>
        <translation>Noch einmal anwenden: Builds scheitern bei Auth0 manchmal kurzzeitig.</translation>
    </message>
    <message>
        <source>Ask IT to allow HTTPS to rest.nexmo.com and to your tenant&apos;s domain.</source>
        <translation>Die IT bitten, HTTPS zu rest.nexmo.com und zur Domain des Tenants zu erlauben.</translation>
    </message>
    <message>
        <source>Ask who looks after the Vonage account to add this network&apos;s public address to the list.</source>
        <translation>Bitten Sie, wer das Vonage-Konto betreut, die öffentliche Adresse dieses Netzes in die Liste aufzunehmen.</translation>
    </message>
    <message>
        <source>Auth0 answered: {answer}</source>
        <translation>Auth0 hat geantwortet: {answer}</translation>
    </message>
    <message>
        <source>Auth0 could not build the sender</source>
        <translation>Auth0 konnte den Versender nicht bauen</translation>
    </message>
    <message>
        <source>Auth0 dashboard &gt; Applications &gt; your Machine to Machine application &gt; APIs &gt; Auth0 Management API: compare the granted scopes with the list that Textfactor shows.</source>
        <translation>Auth0-Dashboard &gt; Applications &gt; die Machine-to-Machine-Anwendung &gt; APIs &gt; Auth0 Management API: die erteilten Scopes mit der Liste in Textfactor vergleichen.</translation>
    </message>
    <message>
        <source>Auth0 dashboard &gt; Applications &gt; your Machine to Machine application &gt; APIs &gt; Auth0 Management API: grant {scopes}, then check again.</source>
        <translation>Auth0-Dashboard &gt; Applications &gt; die Machine-to-Machine-Anwendung &gt; APIs &gt; Auth0 Management API: {scopes} erteilen, dann noch einmal prüfen.</translation>
    </message>
    <message>
        <source>Auth0 dashboard &gt; Applications &gt; your Machine to Machine application &gt; Settings: copy domain, client ID and client secret from that one page.</source>
        <translation>Auth0-Dashboard &gt; Applications &gt; die Machine-to-Machine-Anwendung &gt; Settings: Domain, Client-ID und Client-Secret von dieser einen Seite kopieren.</translation>
    </message>
    <message>
        <source>Auth0 dashboard &gt; Monitoring &gt; Logs shows who made the change, and when.</source>
        <translation>Auth0-Dashboard &gt; Monitoring &gt; Logs zeigt, von wem und wann die Änderung kam.</translation>
    </message>
    <message>
        <source>Auth0 dashboard &gt; Tenant Settings &gt; Subscription shows the plan and what it includes.</source>
        <translation>Auth0-Dashboard &gt; Tenant Settings &gt; Subscription zeigt den Plan und was er enthält.</translation>
    </message>
    <message>
        <source>Auth0 does not accept this client ID and secret</source>
        <translation>Auth0 nimmt diese Client-ID mit diesem Secret nicht an</translation>
    </message>
    <message>
        <source>Auth0 does not have this any more</source>
        <translation>Auth0 hat das nicht mehr</translation>
    </message>
    <message>
        <source>Auth0 gave no token for the Management API. One of the values has a typing error, the secret was rotated, or the application is not a Machine to Machine application of this tenant.</source>
        <translation>Auth0 hat kein Token für die Management API gegeben. Einer der Werte hat einen Tippfehler, das Secret wurde gewechselt, oder die Anwendung ist keine Machine-to-Machine-Anwendung dieses Tenants.</translation>
    </message>
    <message>
        <source>Auth0 has not finished building the sender</source>
        <translation>Auth0 ist mit dem Build des Versenders noch nicht fertig</translation>
    </message>
    <message>
        <source>Auth0 refused a call of the older (legacy) path. The 403 reads like a missing scope but is not one: granting more rights changes nothing. Phone provider and templates of this tenant live under Branding.</source>
        <translation>Auth0 hat einen Aufruf des älteren Wegs (Legacy) abgelehnt. Der 403 liest sich wie ein fehlender Scope, ist aber keiner: Mehr Rechte ändern nichts. Phone-Provider und Vorlagen dieses Tenants stehen unter Branding.</translation>
    </message>
    <message>
        <source>Auth0 refused because of the tenant&apos;s subscription. The status is the same as for a missing scope, but granting scopes does not help.</source>
        <translation>Auth0 hat wegen des Abonnements des Tenants abgelehnt. Der Status ist derselbe wie bei einem fehlenden Scope, aber Scopes zu erteilen hilft nicht.</translation>
    </message>
    <message>
        <source>Auth0 refused the request</source>
        <translation>Auth0 hat die Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>Auth0 sends from addresses of its own: they have to be on that list too, or no code goes out.</source>
        <translation>Auth0 sendet von eigenen Adressen: Auch sie müssen auf dieser Liste stehen, sonst geht kein Code hinaus.</translation>
    </message>
    <message>
        <source>Behind a company proxy: enter it under Advanced on the first page (for commands, in TEXTFACTOR_PROXY or HTTPS_PROXY) and try again.</source>
        <translation>Hinter einem Firmenproxy: Tragen Sie ihn unter „Erweitert“ auf der ersten Seite ein (für Befehle in TEXTFACTOR_PROXY oder HTTPS_PROXY) und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check key and secret on the Vonage page, then apply the setup again.</source>
        <translation>Prüfen Sie Schlüssel und Secret auf der Vonage-Seite und wenden Sie die Einrichtung noch einmal an.</translation>
    </message>
    <message>
        <source>Check key, secret and sender on the Vonage page, then run it again.</source>
        <translation>Key, Secret und Absender auf der Vonage-Seite prüfen, dann noch einmal ausführen.</translation>
    </message>
    <message>
        <source>Check that the domain is the right tenant&apos;s.</source>
        <translation>Prüfen, ob die Domain die des richtigen Tenants ist.</translation>
    </message>
    <message>
        <source>Check that the domain is the tenant&apos;s own (acme.eu.auth0.com), not the dashboard&apos;s or a login page&apos;s.</source>
        <translation>Prüfen, ob die Domain die eigene des Tenants ist (acme.eu.auth0.com), nicht die des Dashboards oder einer Anmeldeseite.</translation>
    </message>
    <message>
        <source>Check that the file is there, that it belongs to you and that the disk has room, then try again.</source>
        <translation>Prüfen, ob die Datei da ist, ob sie der eigenen Person gehört und ob Platz auf der Platte ist, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Check that this computer is online and that no firewall blocks HTTPS (port 443) to {who}.</source>
        <translation>Prüfen, ob dieser Rechner im Netz ist und keine Firewall HTTPS (Port 443) zu {who} sperrt.</translation>
    </message>
    <message>
        <source>Check that this computer is online, then try again.</source>
        <translation>Prüfen, ob dieser Rechner im Netz ist, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Check the host under Advanced, then try again.</source>
        <translation>Den Host unter Erweitert prüfen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Check the present state: going back one page and on again reads it anew.</source>
        <translation>Den jetzigen Stand prüfen: Eine Seite zurück und wieder vor liest ihn neu.</translation>
    </message>
    <message>
        <source>Check the proxy under Advanced on the first page (TEXTFACTOR_PROXY or HTTPS_PROXY for commands): host, port, and whether this network needs one at all.</source>
        <translation>Den Proxy auf der ersten Seite unter Erweitert prüfen (für Befehle TEXTFACTOR_PROXY oder HTTPS_PROXY): Host, Port, und ob dieses Netz überhaupt einen braucht.</translation>
    </message>
    <message>
        <source>Check the tenant again: Textfactor then uses the unified calls.</source>
        <translation>Den Tenant neu prüfen: Textfactor nimmt dann die Unified-Aufrufe.</translation>
    </message>
    <message>
        <source>Check the tenant again: the new plan starts from what is there now.</source>
        <translation>Den Tenant neu prüfen: Der neue Plan geht von dem aus, was jetzt da ist.</translation>
    </message>
    <message>
        <source>Compare it with Auth0 dashboard &gt; Applications &gt; your application &gt; Settings &gt; Domain; it looks like acme.eu.auth0.com.</source>
        <translation>Vergleichen mit Auth0-Dashboard &gt; Applications &gt; die Anwendung &gt; Settings &gt; Domain; sie sieht aus wie acme.eu.auth0.com.</translation>
    </message>
    <message>
        <source>Copy a new one from Auth0 dashboard &gt; Applications &gt; APIs &gt; Auth0 Management API &gt; API Explorer.</source>
        <translation>Ein neues kopieren: Auth0-Dashboard &gt; Applications &gt; APIs &gt; Auth0 Management API &gt; API Explorer.</translation>
    </message>
    <message>
        <source>Copy both again from the Vonage dashboard &gt; API settings. The key has 8 characters. The API secret is neither your dashboard password nor the signature secret.</source>
        <translation>Beide noch einmal aus dem Vonage-Dashboard &gt; API settings kopieren. Der Key hat 8 Zeichen. Das API-Secret ist weder das Passwort des Dashboards noch das Signature Secret.</translation>
    </message>
    <message>
        <source>Either one has a typing error, the secret was revoked or replaced, or key and secret belong to two different accounts. Nothing was sent.</source>
        <translation>Eines von beiden hat einen Tippfehler, das Secret wurde widerrufen oder ersetzt, oder Key und Secret gehören zu zwei Konten. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Elsewhere: check this computer&apos;s date and time, and change to a network that you trust.</source>
        <translation>Sonst: Datum und Uhrzeit dieses Rechners prüfen und in ein vertrauenswürdiges Netz wechseln.</translation>
    </message>
    <message>
        <source>Enter it again on its page and run the check there.</source>
        <translation>Auf seiner Seite neu eingeben und dort prüfen.</translation>
    </message>
    <message>
        <source>For commands, set VONAGE_API_SECRET, and AUTH0_CLIENT_SECRET or AUTH0_TOKEN, in the environment.</source>
        <translation>Für Befehle VONAGE_API_SECRET sowie AUTH0_CLIENT_SECRET oder AUTH0_TOKEN als Umgebungsvariable setzen.</translation>
    </message>
    <message>
        <source>If TEXTFACTOR_PRACTICE is set, check that the world which wrote that file still runs.</source>
        <translation>Ist TEXTFACTOR_PRACTICE gesetzt, dann prüfen, ob die Welt noch läuft, die jene Datei geschrieben hat.</translation>
    </message>
    <message>
        <source>If Terraform or a script of yours shows the same 403, replace its Guardian phone provider and template calls by those for branding phone providers and templates.</source>
        <translation>Zeigt Terraform oder ein eigenes Skript denselben 403, dessen Guardian-Aufrufe für Phone-Provider und Vorlagen durch die für Branding Phone Providers und Templates ersetzen.</translation>
    </message>
    <message>
        <source>If it fails again, undo takes the draft back; Auth0 shows the build&apos;s errors at the Action.</source>
        <translation>Scheitert es wieder, nimmt Zurücknehmen den Entwurf weg; Auth0 zeigt die Fehler des Builds bei der Action.</translation>
    </message>
    <message>
        <source>If it happens again, check the network and {who}&apos;s public status page.</source>
        <translation>Geschieht es wieder, das Netz und die öffentliche Statusseite von {who} prüfen.</translation>
    </message>
    <message>
        <source>If it stays: see the status pages of Auth0 and of Vonage.</source>
        <translation>Wenn es bleibt: Sehen Sie auf den Statusseiten von Auth0 und Vonage nach.</translation>
    </message>
    <message>
        <source>If nobody knows the secret any more, create a second one on that page: an account can hold two, so the first keeps working until you revoke it.</source>
        <translation>Kennt niemand mehr das Secret, auf jener Seite ein zweites anlegen: Ein Konto kann zwei haben, das erste gilt also weiter, bis es widerrufen wird.</translation>
    </message>
    <message>
        <source>If the answer does not say enough, look at the vendor&apos;s own log at this time.</source>
        <translation>Sagt die Antwort nicht genug, im Log des Anbieters zu dieser Uhrzeit nachsehen.</translation>
    </message>
    <message>
        <source>If the domain is right, check the network, its DNS and the proxy.</source>
        <translation>Stimmt die Domain, dann das Netz, sein DNS und den Proxy prüfen.</translation>
    </message>
    <message>
        <source>If the secret was replaced, the Action in Auth0 still holds the old one: put the new one into its secret VONAGE_API_SECRET and deploy it again.</source>
        <translation>Wurde das Secret ersetzt, hat die Action in Auth0 noch das alte: das neue in ihr Secret VONAGE_API_SECRET eintragen und sie noch einmal bereitstellen.</translation>
    </message>
    <message>
        <source>If you changed the code, compare it with the one that Textfactor generates.</source>
        <translation>Wurde der Code geändert, ihn mit dem vergleichen, den Textfactor erzeugt.</translation>
    </message>
    <message>
        <source>In a company: get the proxy&apos;s CA certificate (a PEM file) from IT and choose it under Advanced on the first page (for commands, name it in TEXTFACTOR_CA_FILE).</source>
        <translation>In einer Firma: Holen Sie sich von der IT das CA-Zertifikat des Proxys (eine PEM-Datei) und wählen Sie es unter „Erweitert“ auf der ersten Seite (für Befehle: in TEXTFACTOR_CA_FILE nennen).</translation>
    </message>
    <message>
        <source>Install Node 22, or Textfactor with its extra: pip install textfactor[node].</source>
        <translation>Node 22 installieren oder Textfactor mit seinem Zusatz: pip install textfactor[node].</translation>
    </message>
    <message>
        <source>It answered that something failed on its side. Your entries are not the reason. If the request was a change, it may or may not have been made.</source>
        <translation>Die Antwort besagt, dass dort etwas fehlgeschlagen ist. An den Eingaben liegt es nicht. War die Anfrage eine Änderung, ist sie vielleicht geschehen, vielleicht nicht.</translation>
    </message>
    <message>
        <source>It is a program of its own on this computer. No real account is involved.</source>
        <translation>Sie ist ein eigenes Programm auf diesem Rechner. Kein echtes Konto ist beteiligt.</translation>
    </message>
    <message>
        <source>It is neither in the keyring nor in memory: it was never entered, was removed, or was kept for an earlier session only.</source>
        <translation>Es ist weder im Schlüsselbund noch im Arbeitsspeicher: Es wurde nie eingegeben, wurde entfernt oder nur für eine frühere Sitzung behalten.</translation>
    </message>
    <message>
        <source>It runs on this computer and has ended, or something blocks connections to 127.0.0.1. No real account is involved.</source>
        <translation>Sie läuft auf diesem Rechner und hat geendet, oder etwas sperrt Verbindungen zu 127.0.0.1. Kein echtes Konto ist beteiligt.</translation>
    </message>
    <message>
        <source>It stopped before the request, so no message and no secret went out.</source>
        <translation>Er hielt vor der Anfrage an, also gingen weder Nachricht noch Secret hinaus.</translation>
    </message>
    <message>
        <source>Its keys are made anew at each start, so those of an earlier practice world no longer count.</source>
        <translation>Ihre Keys entstehen bei jedem Start neu, die einer früheren Übungswelt gelten also nicht mehr.</translation>
    </message>
    <message>
        <source>Look at Auth0&apos;s public status page when it lasts.</source>
        <translation>Hält es an, die öffentliche Statusseite von Auth0 ansehen.</translation>
    </message>
    <message>
        <source>Look at {who}&apos;s public status page when it lasts.</source>
        <translation>Hält es an, die öffentliche Statusseite von {who} ansehen.</translation>
    </message>
    <message>
        <source>Look for notices in the Vonage dashboard, or ask Vonage support to enable the feature.</source>
        <translation>Im Vonage-Dashboard nach Hinweisen sehen oder den Vonage-Support bitten, es freizuschalten.</translation>
    </message>
    <message>
        <source>Look the time up in Vonage&apos;s SMS logs; the user can ask for a new code.</source>
        <translation>Suchen Sie den Zeitpunkt in Vonages SMS-Protokoll; der Nutzer kann einen neuen Code anfordern.</translation>
    </message>
    <message>
        <source>Make a new plan: it starts from what is there now, and you see it before it is applied.</source>
        <translation>Einen neuen Plan machen: Er geht von dem aus, was jetzt da ist, und ist zu sehen, bevor er angewendet wird.</translation>
    </message>
    <message>
        <source>More requests came in than {who} allows for this account. It did not carry out the last one.</source>
        <translation>Es kamen mehr Anfragen, als {who} diesem Konto erlaubt. Die letzte wurde nicht ausgeführt.</translation>
    </message>
    <message>
        <source>No connection to {who}</source>
        <translation>Keine Verbindung zu {who}</translation>
    </message>
    <message>
        <source>No request was taken, so nothing was sent.</source>
        <translation>Es wurde keine Anfrage angenommen, also wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>On Linux, install and start a Secret Service such as GNOME Keyring or KWallet, then start Textfactor again.</source>
        <translation>Unter Linux einen Secret Service wie GNOME Keyring oder KWallet installieren und starten, dann Textfactor neu starten.</translation>
    </message>
    <message>
        <source>On the application&apos;s APIs tab, authorize it for the Auth0 Management API with the scopes that Textfactor lists.</source>
        <translation>Die Anwendung in ihrem Reiter APIs für die Auth0 Management API freigeben, mit den Scopes, die Textfactor aufzählt.</translation>
    </message>
    <message>
        <source>Open any web page in a browser, sign in to the network if it asks, and try again.</source>
        <translation>Irgendeine Webseite im Browser öffnen, sich bei Bedarf im Netz anmelden und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Open the keyring&apos;s own program, check that it is unlocked, and try again.</source>
        <translation>Das Programm des Schlüsselbunds öffnen, prüfen, ob er entsperrt ist, und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Or try Textfactor on a new tenant, or in the practice world.</source>
        <translation>Oder Textfactor an einem neuen Tenant oder in der Übungswelt ausprobieren.</translation>
    </message>
    <message>
        <source>Or use client ID and secret of a Machine to Machine application: Textfactor then renews the token.</source>
        <translation>Oder Client-ID und Secret einer Machine-to-Machine-Anwendung nehmen: Textfactor erneuert dann das Token.</translation>
    </message>
    <message>
        <source>Read the reason in the answer below, correct it and try again.</source>
        <translation>Den Grund in der Antwort unten lesen, berichtigen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Running the code here needs Node or the JavaScript engine that comes with Textfactor, and neither was found. Setting up a tenant works without it.</source>
        <translation>Um den Code hier auszuführen, braucht es Node oder die JavaScript-Engine, die mit Textfactor kommt; beides fehlt. Ein Tenant lässt sich auch so einrichten.</translation>
    </message>
    <message>
        <source>See whether another program uses the same account at the same time: the limit counts all of them.</source>
        <translation>Nachsehen, ob ein anderes Programm zugleich dasselbe Konto benutzt: Die Grenze gilt für alle zusammen.</translation>
    </message>
    <message>
        <source>Somebody, or something, changed it after the plan was made. Textfactor stopped before it wrote, so nobody&apos;s work was overwritten.</source>
        <translation>Jemand oder etwas hat nach dem Planen geändert. Textfactor hat vor dem Schreiben angehalten, niemandes Arbeit wurde überschrieben.</translation>
    </message>
    <message>
        <source>Something between this computer and {who} showed a certificate of its own. Company proxies that inspect traffic do this. Textfactor stopped before it sent anything.</source>
        <translation>Etwas zwischen diesem Rechner und {who} hat ein eigenes Zertifikat gezeigt. Firmen-Proxys, die den Verkehr prüfen, tun das. Textfactor hat angehalten, bevor es etwas sendete.</translation>
    </message>
    <message>
        <source>Something else answered in place of {who}</source>
        <translation>Statt {who} hat etwas anderes geantwortet</translation>
    </message>
    <message>
        <source>Something happened that Textfactor has no words for</source>
        <translation>Es ist etwas geschehen, wofür Textfactor keine Worte hat</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>Sie neu starten.</translation>
    </message>
    <message>
        <source>Start the practice world again and use the keys it shows.</source>
        <translation>Die Übungswelt neu starten und die Keys nehmen, die sie zeigt.</translation>
    </message>
    <message>
        <source>Start the practice world again.</source>
        <translation>Die Übungswelt neu starten.</translation>
    </message>
    <message>
        <source>Textfactor writes no secret to a file. Secrets stay in memory and are gone when it ends.</source>
        <translation>Textfactor schreibt kein Secret in eine Datei. Secrets bleiben im Arbeitsspeicher und sind am Ende weg.</translation>
    </message>
    <message>
        <source>Textfactor&apos;s log has the details; add them when you report it.</source>
        <translation>Das Log von Textfactor hat die Einzelheiten; sie gehören zu einer Meldung dazu.</translation>
    </message>
    <message>
        <source>The Action is no longer as it was</source>
        <translation>Die Action ist nicht mehr, wie sie war</translation>
    </message>
    <message>
        <source>The Action is saved and still being built, so it is not deployed yet. What ran before still runs.</source>
        <translation>Die Action ist gespeichert und wird noch gebaut, sie ist also noch nicht bereitgestellt. Was vorher lief, läuft weiter.</translation>
    </message>
    <message>
        <source>The Action was saved, but its build failed, so it was not deployed. What ran before still runs.</source>
        <translation>Die Action wurde gespeichert, aber ihr Build schlug fehl, sie ist also nicht bereitgestellt. Was vorher lief, läuft weiter.</translation>
    </message>
    <message>
        <source>The Action&apos;s key and secret are not accepted, or the account does not allow Auth0&apos;s addresses.</source>
        <translation>Schlüssel und Secret der Action werden nicht angenommen, oder das Konto lässt die Adressen von Auth0 nicht zu.</translation>
    </message>
    <message>
        <source>The Auth0 client secret is not at hand</source>
        <translation>Das Client-Secret von Auth0 liegt nicht vor</translation>
    </message>
    <message>
        <source>The Auth0 dashboard can switch the tenant: Tenant Settings &gt; Advanced. Read first what moves with it; switching back can break MFA.</source>
        <translation>Das Auth0-Dashboard kann den Tenant umstellen: Tenant Settings &gt; Advanced. Vorher lesen, was mit umzieht; die Rückkehr kann MFA unbrauchbar machen.</translation>
    </message>
    <message>
        <source>The MFA policy is no longer what it was</source>
        <translation>Die MFA-Richtlinie ist nicht mehr, was sie war</translation>
    </message>
    <message>
        <source>The Management API token has expired</source>
        <translation>Das Management-API-Token ist abgelaufen</translation>
    </message>
    <message>
        <source>The Management API token is not at hand</source>
        <translation>Das Management-API-Token liegt nicht vor</translation>
    </message>
    <message>
        <source>The SMS factor is no longer as it was</source>
        <translation>Der SMS-Faktor ist nicht mehr, wie er war</translation>
    </message>
    <message>
        <source>The Vonage API secret is not at hand</source>
        <translation>Das API-Secret von Vonage liegt nicht vor</translation>
    </message>
    <message>
        <source>The Vonage account does not include this</source>
        <translation>Im Vonage-Konto ist das nicht enthalten</translation>
    </message>
    <message>
        <source>The account takes requests only from a list of IP addresses, and the one that this computer is seen with is not on it. Key and secret may be right. Nothing was sent.</source>
        <translation>Das Konto nimmt Anfragen nur von einer Liste von IP-Adressen an, und die dieses Computers steht nicht darauf. Schlüssel und Secret können richtig sein. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The answer was a web page or broken data, not what {who} sends. The sign-in page of a hotspot (captive portal) or a company proxy usually is the reason.</source>
        <translation>Die Antwort war eine Webseite oder kaputte Daten, nicht das, was {who} sendet. Meist ist es die Anmeldeseite eines WLANs (Captive Portal) oder eines Firmen-Proxys.</translation>
    </message>
    <message>
        <source>The application was not granted what this request needs. Auth0 did not carry it out.</source>
        <translation>Der Anwendung wurde nicht erteilt, was diese Anfrage braucht. Auth0 hat sie nicht ausgeführt.</translation>
    </message>
    <message>
        <source>The certificate shown for {who} is not trusted</source>
        <translation>Dem für {who} gezeigten Zertifikat wird nicht vertraut</translation>
    </message>
    <message>
        <source>The code was run here with a sample message and ended with an error. In the tenant it would do the same.</source>
        <translation>Der Code lief hier mit einer Beispielnachricht und endete mit einem Fehler. Im Tenant täte er dasselbe.</translation>
    </message>
    <message>
        <source>The connection to {who} broke off</source>
        <translation>Die Verbindung zu {who} brach ab</translation>
    </message>
    <message>
        <source>The deployed version is no longer the one it was</source>
        <translation>Die bereitgestellte Version ist nicht mehr dieselbe</translation>
    </message>
    <message>
        <source>The enrolment text is no longer what it was</source>
        <translation>Der Registrierungstext ist nicht mehr, was er war</translation>
    </message>
    <message>
        <source>The keyring answered: {answer}</source>
        <translation>Der Schlüsselbund hat geantwortet: {answer}</translation>
    </message>
    <message>
        <source>The keyring did not do what it was asked</source>
        <translation>Der Schlüsselbund hat nicht getan, was er sollte</translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation>Der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>The message types are no longer what they were</source>
        <translation>Die Nachrichtenarten sind nicht mehr, was sie waren</translation>
    </message>
    <message>
        <source>The name has no address. Most often the domain has a typing error or lacks its region, or this computer is offline.</source>
        <translation>Der Name hat keine Adresse. Meist hat die Domain einen Tippfehler, oder ihr fehlt die Region, oder dieser Rechner ist nicht im Netz.</translation>
    </message>
    <message>
        <source>The name of Vonage&apos;s server was not found</source>
        <translation>Der Name des Vonage-Servers wurde nicht gefunden</translation>
    </message>
    <message>
        <source>The phone provider is no longer as it was</source>
        <translation>Der Phone-Provider ist nicht mehr, wie er war</translation>
    </message>
    <message>
        <source>The practice world answered: {answer}</source>
        <translation>Die Übungswelt hat geantwortet: {answer}</translation>
    </message>
    <message>
        <source>The practice world did not start or has ended</source>
        <translation>Die Übungswelt ist nicht gestartet oder hat geendet</translation>
    </message>
    <message>
        <source>The practice world does not accept this access</source>
        <translation>Die Übungswelt nimmt diesen Zugang nicht an</translation>
    </message>
    <message>
        <source>The practice world does not answer</source>
        <translation>Die Übungswelt antwortet nicht</translation>
    </message>
    <message>
        <source>The proxy could not be reached, wants a sign-in, or forbids the address. {who} saw nothing of it.</source>
        <translation>Der Proxy war nicht erreichbar, verlangt eine Anmeldung oder verbietet die Adresse. {who} hat davon nichts gesehen.</translation>
    </message>
    <message>
        <source>The proxy did not pass the request on to {who}</source>
        <translation>Der Proxy hat die Anfrage nicht an {who} weitergegeben</translation>
    </message>
    <message>
        <source>The request did not get out, so it sent and changed nothing.</source>
        <translation>Die Anfrage ging nicht hinaus, sie hat also nichts gesendet und nichts geändert.</translation>
    </message>
    <message>
        <source>The request left Auth0 and no usable answer came back. The sender does not repeat it, as nobody is to get two codes.</source>
        <translation>Die Anfrage verließ Auth0, und es kam keine brauchbare Antwort zurück. Der Sender wiederholt sie nicht, damit niemand zwei Codes bekommt.</translation>
    </message>
    <message>
        <source>The request may have arrived without its answer coming back: if it was a change, it may or may not have been made. Textfactor does not repeat it blindly.</source>
        <translation>Die Anfrage kann angekommen sein, ohne dass die Antwort zurückkam: War sie eine Änderung, ist sie vielleicht geschehen, vielleicht nicht. Textfactor wiederholt sie nicht blind.</translation>
    </message>
    <message>
        <source>The request was refused</source>
        <translation>Die Anfrage wurde abgelehnt</translation>
    </message>
    <message>
        <source>The request was understood and turned down; it changed nothing.</source>
        <translation>Die Anfrage wurde verstanden und abgelehnt; sie hat nichts geändert.</translation>
    </message>
    <message>
        <source>The secrets are kept in this computer&apos;s keyring, which did not open. None was lost.</source>
        <translation>Die Secrets liegen im Schlüsselbund dieses Rechners, der sich nicht geöffnet hat. Keines ging verloren.</translation>
    </message>
    <message>
        <source>The sender did not get through to Vonage</source>
        <translation>Der Sender kam nicht bis zu Vonage durch</translation>
    </message>
    <message>
        <source>The sender did not hand its message over</source>
        <translation>Der Versender hat seine Nachricht nicht übergeben</translation>
    </message>
    <message>
        <source>The sender does not trust the certificate shown for Vonage</source>
        <translation>Der Sender vertraut dem für Vonage gezeigten Zertifikat nicht</translation>
    </message>
    <message>
        <source>The service answered that it does not know the address or the thing asked for.</source>
        <translation>Der Dienst antwortet, dass er die Adresse oder das Gesuchte nicht kennt.</translation>
    </message>
    <message>
        <source>The tenant changed meanwhile</source>
        <translation>Der Tenant hat sich inzwischen geändert</translation>
    </message>
    <message>
        <source>The tenant&apos;s Auth0 plan does not include this</source>
        <translation>Im Auth0-Plan des Tenants ist das nicht enthalten</translation>
    </message>
    <message>
        <source>The token lacks a right that Auth0 did not name</source>
        <translation>Dem Token fehlt ein Recht, das Auth0 nicht genannt hat</translation>
    </message>
    <message>
        <source>The token lacks the scope {scopes}</source>
        <translation>Dem Token fehlt der Scope {scopes}</translation>
    </message>
    <message>
        <source>The trigger&apos;s bindings are no longer as they were</source>
        <translation>Die Bindungen des Triggers sind nicht mehr, wie sie waren</translation>
    </message>
    <message>
        <source>The verification text is no longer what it was</source>
        <translation>Der Verifizierungstext ist nicht mehr, was er war</translation>
    </message>
    <message>
        <source>There is no server with this tenant domain</source>
        <translation>Es gibt keinen Server mit dieser Tenant-Domain</translation>
    </message>
    <message>
        <source>There is nothing here to run the sender with</source>
        <translation>Hier gibt es nichts, das den Versender ausführt</translation>
    </message>
    <message>
        <source>This computer offers no keyring</source>
        <translation>Dieser Rechner bietet keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>This is a fault of Textfactor, not of your entries. Whether the last step was carried out is not known.</source>
        <translation>Das ist ein Fehler von Textfactor, nicht der Eingaben. Ob der letzte Schritt ausgeführt wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>This tenant is on the legacy phone path</source>
        <translation>Dieser Tenant ist auf dem Legacy-Weg</translation>
    </message>
    <message>
        <source>This tenant is on the unified phone path</source>
        <translation>Dieser Tenant ist auf dem Unified-Weg</translation>
    </message>
    <message>
        <source>This version of Textfactor sets up tenants on the unified path only. It read the tenant and changed nothing.</source>
        <translation>Diese Version von Textfactor richtet nur Tenants auf dem Unified-Weg ein. Sie hat den Tenant gelesen und nichts geändert.</translation>
    </message>
    <message>
        <source>To see how it would work, use the practice world: it needs no subscription.</source>
        <translation>Wie es gehen würde, zeigt die Übungswelt: Sie braucht kein Abonnement.</translation>
    </message>
    <message>
        <source>To see what it says, run: textfactor practice</source>
        <translation>Was sie sagt, zeigt der Befehl: textfactor practice</translation>
    </message>
    <message>
        <source>Try a login again in a minute.</source>
        <translation>Versuchen Sie in einer Minute noch einmal eine Anmeldung.</translation>
    </message>
    <message>
        <source>Try again in a minute. Textfactor reads the present state first and does nothing twice.</source>
        <translation>In einer Minute noch einmal versuchen. Textfactor liest erst den jetzigen Stand und tut nichts doppelt.</translation>
    </message>
    <message>
        <source>Unlock the keyring, usually with your login password, and try again.</source>
        <translation>Den Schlüsselbund entsperren, meist mit dem Anmeldepasswort, und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Use the tenant&apos;s own domain (acme.eu.auth0.com), not a custom domain.</source>
        <translation>Die eigene Domain des Tenants nehmen (acme.eu.auth0.com), keine Custom Domain.</translation>
    </message>
    <message>
        <source>Vonage answered: {answer}</source>
        <translation>Vonage hat geantwortet: {answer}</translation>
    </message>
    <message>
        <source>Vonage does not accept this API key and secret</source>
        <translation>Vonage nimmt diesen API-Key mit diesem Secret nicht an</translation>
    </message>
    <message>
        <source>Vonage does not allow this computer&apos;s address</source>
        <translation>Vonage lässt die Adresse dieses Computers nicht zu</translation>
    </message>
    <message>
        <source>Vonage refused because of what the account may use, not because of your entries.</source>
        <translation>Vonage hat wegen der Rechte des Kontos abgelehnt, nicht wegen der Eingaben.</translation>
    </message>
    <message>
        <source>Vonage refused the request</source>
        <translation>Vonage hat die Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>Vonage turned the sender&apos;s request down</source>
        <translation>Vonage hat die Anfrage des Senders abgelehnt</translation>
    </message>
    <message>
        <source>Wait a few minutes and try again.</source>
        <translation>Einige Minuten warten und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Wait a minute and apply again: Textfactor goes on where it stopped.</source>
        <translation>Eine Minute warten und noch einmal anwenden: Textfactor macht dort weiter, wo es angehalten hat.</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>Eine Minute warten, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Wait {seconds} s, then try again.</source>
        <translation>{seconds} s warten, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>What needs the file was not done: Textfactor makes no change that it cannot note down first.</source>
        <translation>Was die Datei braucht, ist nicht geschehen: Textfactor ändert nichts, was es nicht vorher vermerken kann.</translation>
    </message>
    <message>
        <source>What the request was about is not in the tenant: someone deleted it, or the domain is that of another tenant.</source>
        <translation>Worum es in der Anfrage ging, ist nicht im Tenant: Jemand hat es gelöscht, oder die Domain gehört zu einem anderen Tenant.</translation>
    </message>
    <message>
        <source>What was asked for is not there</source>
        <translation>Das Gesuchte ist nicht da</translation>
    </message>
    <message>
        <source>What was seen: {answer}</source>
        <translation>Gesehen wurde: {answer}</translation>
    </message>
    <message>
        <source>Whether Vonage took the message is not known to the sender</source>
        <translation>Der Sender weiß nicht, ob Vonage die Nachricht angenommen hat</translation>
    </message>
    <message>
        <source>rest.nexmo.com has no address for this computer: it is offline, or its DNS blocks the name. Nothing was sent.</source>
        <translation>rest.nexmo.com hat für diesen Rechner keine Adresse: Er ist nicht im Netz, oder sein DNS sperrt den Namen. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>{who} asks to slow down</source>
        <translation>{who} bittet um ein langsameres Tempo</translation>
    </message>
    <message>
        <source>{who} did not answer in time</source>
        <translation>{who} hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>{who} has a fault of its own</source>
        <translation>{who} hat selbst eine Störung</translation>
    </message>
</context>
<context>
    <name>words.progress</name>
    <message>
        <source>Auth0 is building the Action</source>
        <translation>Auth0 baut die Action</translation>
    </message>
    <message>
        <source>Comparing with what was planned</source>
        <translation>Vergleicht mit dem Geplanten</translation>
    </message>
    <message>
        <source>Deploying the Action</source>
        <translation>Stellt die Action bereit</translation>
    </message>
    <message>
        <source>Finding out which phone path the tenant is on</source>
        <translation>Findet heraus, auf welchem Versandweg der Tenant ist</translation>
    </message>
    <message>
        <source>Getting a token from Auth0</source>
        <translation>Holt ein Token von Auth0</translation>
    </message>
    <message>
        <source>Handing in the code</source>
        <translation>Gibt den Code ab</translation>
    </message>
    <message>
        <source>Keeping the secret in the keyring</source>
        <translation>Legt das Secret in den Schlüsselbund</translation>
    </message>
    <message>
        <source>Making the plan</source>
        <translation>Macht den Plan</translation>
    </message>
    <message>
        <source>Opening the profile</source>
        <translation>Öffnet das Profil</translation>
    </message>
    <message>
        <source>Reading the Vonage balance</source>
        <translation>Liest das Guthaben bei Vonage</translation>
    </message>
    <message>
        <source>Reading the numbers of the Vonage account</source>
        <translation>Liest die Nummern des Vonage-Kontos</translation>
    </message>
    <message>
        <source>Reading the tenant</source>
        <translation>Liest den Tenant</translation>
    </message>
    <message>
        <source>Running the sender against the practice Vonage</source>
        <translation>Führt den Versender gegen das Übungs-Vonage aus</translation>
    </message>
    <message>
        <source>Sending one SMS</source>
        <translation>Sendet eine SMS</translation>
    </message>
    <message>
        <source>Starting a login</source>
        <translation>Beginnt eine Anmeldung</translation>
    </message>
    <message>
        <source>Starting the practice world</source>
        <translation>Startet die Übungswelt</translation>
    </message>
    <message>
        <source>Switching the SMS factor</source>
        <translation>Schaltet den SMS-Faktor um</translation>
    </message>
    <message>
        <source>Watching the tenant&apos;s log</source>
        <translation>Beobachtet das Log des Tenants</translation>
    </message>
    <message>
        <source>Writing the Action</source>
        <translation>Schreibt die Action</translation>
    </message>
    <message>
        <source>Writing the MFA policy</source>
        <translation>Schreibt die MFA-Richtlinie</translation>
    </message>
    <message>
        <source>Writing the enrolment text</source>
        <translation>Schreibt den Registrierungstext</translation>
    </message>
    <message>
        <source>Writing the message types</source>
        <translation>Schreibt die Nachrichtenarten</translation>
    </message>
    <message>
        <source>Writing the phone provider</source>
        <translation>Schreibt den Phone-Provider</translation>
    </message>
    <message>
        <source>Writing the trigger&apos;s bindings</source>
        <translation>Schreibt die Bindungen des Triggers</translation>
    </message>
    <message>
        <source>Writing the verification text</source>
        <translation>Schreibt den Verifizierungstext</translation>
    </message>
    <message>
        <source>Writing to the tenant</source>
        <translation>Schreibt in den Tenant</translation>
    </message>
</context>
<context>
    <name>words.running</name>
    <message>
        <source>Check that the practice world still runs, then run the sender again.</source>
        <translation>Prüfen, ob die Übungswelt noch läuft, dann den Versender noch einmal ausführen.</translation>
    </message>
    <message>
        <source>Correct that on the Vonage or the sender page, then run it again.</source>
        <translation>Das auf der Seite Vonage oder Versender berichtigen, dann noch einmal ausführen.</translation>
    </message>
    <message>
        <source>It ran in {engine} and told Auth0 to drop the message, since another try would not help.</source>
        <translation>Er lief in {engine} und hat Auth0 angewiesen, die Nachricht fallen zu lassen, weil ein neuer Versuch nicht hilft.</translation>
    </message>
    <message>
        <source>It ran in {engine}; Vonage could not take the message now, and no SMS went out. Auth0 would run it again, up to five times within minutes.</source>
        <translation>Er lief in {engine}; Vonage konnte die Nachricht gerade nicht annehmen, und es ging keine SMS hinaus. Auth0 würde ihn noch einmal ausführen, bis zu fünfmal innerhalb von Minuten.</translation>
    </message>
    <message>
        <source>It was still running in {engine} when its time was over. Auth0 stops an Action after 20 s.</source>
        <translation>Er lief in {engine} noch, als seine Zeit um war. Auth0 bricht eine Action nach 20 s ab.</translation>
    </message>
    <message>
        <source>Its reason names the cause: a Vonage status, the country list, or a missing secret.</source>
        <translation>Sein Grund nennt die Ursache: ein Status von Vonage, die Länderliste oder ein fehlendes Secret.</translation>
    </message>
    <message>
        <source>Read the error below; if it is not about the entries, it is a fault of Textfactor.</source>
        <translation>Den Fehler unten lesen; liegt er nicht an den Eingaben, ist es ein Fehler von Textfactor.</translation>
    </message>
    <message>
        <source>Run it again after a minute.</source>
        <translation>Nach einer Minute noch einmal ausführen.</translation>
    </message>
    <message>
        <source>Switch retries off on the sender page if a late code is worse than none.</source>
        <translation>Neue Versuche auf der Seite Versender abschalten, falls ein später Code schlechter ist als keiner.</translation>
    </message>
    <message>
        <source>The code threw an error in {engine}. In the tenant no code would be sent.</source>
        <translation>Der Code hat in {engine} einen Fehler ausgelöst. Im Tenant würde kein Code versendet.</translation>
    </message>
    <message>
        <source>The sender asks for another try</source>
        <translation>Der Versender bittet um einen neuen Versuch</translation>
    </message>
    <message>
        <source>The sender did not end in time</source>
        <translation>Der Versender wurde nicht rechtzeitig fertig</translation>
    </message>
    <message>
        <source>The sender ended with an error</source>
        <translation>Der Versender endete mit einem Fehler</translation>
    </message>
    <message>
        <source>The sender gave the message up</source>
        <translation>Der Versender hat die Nachricht aufgegeben</translation>
    </message>
    <message>
        <source>The sender says: {reason}</source>
        <translation>Der Versender sagt: {reason}</translation>
    </message>
    <message>
        <source>The sender works</source>
        <translation>Der Versender funktioniert</translation>
    </message>
    <message>
        <source>The very code that goes into the tenant ran in {engine} and handed a sample message to the practice Vonage. No real SMS was sent.</source>
        <translation>Genau der Code, der in den Tenant kommt, lief in {engine} und hat dem Übungs-Vonage eine Beispielnachricht übergeben. Es ging keine echte SMS hinaus.</translation>
    </message>
</context>
<context>
    <name>words.sending</name>
    <message>
        <source>A field has a value that Vonage does not take, most often a number with other signs than digits.</source>
        <translation>Ein Feld hat einen Wert, den Vonage nicht annimmt, meist eine Nummer mit anderen Zeichen als Ziffern.</translation>
    </message>
    <message>
        <source>A shorter text with fewer parts costs less.</source>
        <translation>Ein kürzerer Text mit weniger Teilen kostet weniger.</translation>
    </message>
    <message>
        <source>A trial account reaches only the numbers on its list of test numbers. Real users cannot be served with it.</source>
        <translation>Ein Testkonto erreicht nur die Nummern auf seiner Liste der Testnummern. Echte Benutzer lassen sich damit nicht versorgen.</translation>
    </message>
    <message>
        <source>Add credit to end the trial; the demo remark in each text goes with it.</source>
        <translation>Guthaben aufladen, um die Testzeit zu beenden; der Demo-Vermerk in jedem Text verschwindet damit.</translation>
    </message>
    <message>
        <source>After a change of account, check that the number moved with it.</source>
        <translation>Nach einem Wechsel des Kontos prüfen, ob die Nummer mit umgezogen ist.</translation>
    </message>
    <message>
        <source>Ask Vonage support to enable the SMS API for the account.</source>
        <translation>Den Vonage-Support bitten, die SMS-API für das Konto freizuschalten.</translation>
    </message>
    <message>
        <source>Ask Vonage support, with the time and the API key, never the secret.</source>
        <translation>Den Vonage-Support fragen, mit Uhrzeit und API-Key, nie mit dem Secret.</translation>
    </message>
    <message>
        <source>Ask Vonage support, with this status and the time.</source>
        <translation>Den Vonage-Support fragen, mit diesem Status und der Uhrzeit.</translation>
    </message>
    <message>
        <source>Ask the person for a current number.</source>
        <translation>Die Person nach einer aktuellen Nummer fragen.</translation>
    </message>
    <message>
        <source>Check that it is a mobile number.</source>
        <translation>Prüfen, ob es eine Mobilfunknummer ist.</translation>
    </message>
    <message>
        <source>Check the number.</source>
        <translation>Die Nummer prüfen.</translation>
    </message>
    <message>
        <source>Check the sender: digits, or up to 11 letters and digits.</source>
        <translation>Den Absender prüfen: Ziffern oder bis zu 11 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>Choose a number of the account as sender, digits only.</source>
        <translation>Eine Nummer des Kontos als Absender wählen, nur Ziffern.</translation>
    </message>
    <message>
        <source>Copy both again from the Vonage dashboard &gt; API settings, then check them.</source>
        <translation>Beide noch einmal aus dem Vonage-Dashboard &gt; API settings kopieren, dann prüfen.</translation>
    </message>
    <message>
        <source>If it does not come: check the number, then look the message ID up in Vonage&apos;s SMS logs.</source>
        <translation>Kommt sie nicht: die Nummer prüfen, dann die Nachrichten-ID in den SMS-Logs von Vonage suchen.</translation>
    </message>
    <message>
        <source>If the owner wants messages, ask Vonage support to lift the block.</source>
        <translation>Will der Inhaber Nachrichten, den Vonage-Support bitten, die Sperre aufzuheben.</translation>
    </message>
    <message>
        <source>If the secret was replaced, put the new one into the Action&apos;s secret VONAGE_API_SECRET and deploy the Action again.</source>
        <translation>Wurde das Secret ersetzt, das neue in das Secret VONAGE_API_SECRET der Action eintragen und die Action noch einmal bereitstellen.</translation>
    </message>
    <message>
        <source>In Auth0: check that the Action has the secrets VONAGE_API_KEY, VONAGE_API_SECRET and VONAGE_FROM_NUMBER.</source>
        <translation>In Auth0: prüfen, ob die Action die Secrets VONAGE_API_KEY, VONAGE_API_SECRET und VONAGE_FROM_NUMBER hat.</translation>
    </message>
    <message>
        <source>It cost about {price} (EUR, unless the account uses another currency).</source>
        <translation>Sie hat etwa {price} gekostet (EUR, falls das Konto keine andere Währung hat).</translation>
    </message>
    <message>
        <source>It cost about {price}; about {balance} is left (EUR, unless the account uses another currency).</source>
        <translation>Sie hat etwa {price} gekostet; etwa {balance} ist übrig (EUR, falls das Konto keine andere Währung hat).</translation>
    </message>
    <message>
        <source>It was stopped before the request went out.</source>
        <translation>Es wurde angehalten, bevor die Anfrage hinausging.</translation>
    </message>
    <message>
        <source>Look at the phone: a message can take a minute.</source>
        <translation>Auf das Telefon sehen: Eine Nachricht kann eine Minute brauchen.</translation>
    </message>
    <message>
        <source>Look the number up in Vonage&apos;s SMS logs: a message at this time means that Vonage took it.</source>
        <translation>Die Nummer in den SMS-Logs von Vonage suchen: Eine Nachricht zu dieser Zeit heißt, dass Vonage sie angenommen hat.</translation>
    </message>
    <message>
        <source>More connections are open on this account than it may hold.</source>
        <translation>Zu diesem Konto sind mehr Verbindungen offen, als es haben darf.</translation>
    </message>
    <message>
        <source>No SMS was sent</source>
        <translation>Es wurde keine SMS gesendet</translation>
    </message>
    <message>
        <source>Respect the opt-out: use another number.</source>
        <translation>Die Abbestellung achten: eine andere Nummer nehmen.</translation>
    </message>
    <message>
        <source>See whether another program sends with the same key.</source>
        <translation>Nachsehen, ob ein anderes Programm mit demselben Key sendet.</translation>
    </message>
    <message>
        <source>See whether other programs hold connections with the same key.</source>
        <translation>Nachsehen, ob andere Programme mit demselben Key Verbindungen halten.</translation>
    </message>
    <message>
        <source>Send again only after that: a second SMS may arrive besides the first.</source>
        <translation>Erst danach noch einmal senden: Neben der ersten kann eine zweite SMS ankommen.</translation>
    </message>
    <message>
        <source>Send it when you are ready.</source>
        <translation>Senden, sobald es so weit ist.</translation>
    </message>
    <message>
        <source>Send the secret alone, as the sender that Textfactor generates does.</source>
        <translation>Nur das Secret senden, wie es der Versender von Textfactor tut.</translation>
    </message>
    <message>
        <source>Send to one number at a time.</source>
        <translation>An eine Nummer auf einmal senden.</translation>
    </message>
    <message>
        <source>Sender, number, text or the credentials reached Vonage empty.</source>
        <translation>Absender, Nummer, Text oder Zugangsdaten kamen leer bei Vonage an.</translation>
    </message>
    <message>
        <source>Shorten it. A login code fits one part: 160 characters, or 70 with signs outside GSM-7.</source>
        <translation>Kürzen. Ein Anmeldecode passt in einen Teil: 160 Zeichen oder 70 mit Zeichen außerhalb von GSM-7.</translation>
    </message>
    <message>
        <source>Sign in to the Vonage dashboard and read its notices.</source>
        <translation>Im Vonage-Dashboard anmelden und seine Hinweise lesen.</translation>
    </message>
    <message>
        <source>Something failed inside Vonage. Your entries are not the reason.</source>
        <translation>Bei Vonage ist etwas fehlgeschlagen. An den Eingaben liegt es nicht.</translation>
    </message>
    <message>
        <source>Switch on automatic reload, so that logins do not stop again.</source>
        <translation>Das automatische Aufladen einschalten, damit Anmeldungen nicht wieder stocken.</translation>
    </message>
    <message>
        <source>The account demands signed requests, or a signature did not match. Textfactor does not sign.</source>
        <translation>Das Konto verlangt signierte Anfragen, oder eine Signatur stimmte nicht. Textfactor signiert nicht.</translation>
    </message>
    <message>
        <source>The account or this sender sends faster than it may: 30 requests a second for a key, one message a second for a US or Canadian number. This message was not sent.</source>
        <translation>Das Konto oder dieser Absender sendet schneller als erlaubt: 30 Anfragen in der Sekunde je Key, eine Nachricht in der Sekunde für eine Nummer aus den USA oder Kanada. Diese Nachricht wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>The account&apos;s credit does not cover this message.</source>
        <translation>Das Guthaben des Kontos reicht für diese Nachricht nicht.</translation>
    </message>
    <message>
        <source>The address for delivery receipts is not a proper URL, or too long.</source>
        <translation>Die Adresse für Zustellberichte ist keine richtige URL oder zu lang.</translation>
    </message>
    <message>
        <source>The number is missing or malformed. Today Vonage mostly answers 2, 3 or 6.</source>
        <translation>Die Nummer fehlt oder ist falsch gebildet. Heute antwortet Vonage meist mit 2, 3 oder 6.</translation>
    </message>
    <message>
        <source>The recipient left the short-code programme, or its code does not count.</source>
        <translation>Der Empfänger hat das Short-Code-Programm verlassen, oder dessen Code gilt nicht.</translation>
    </message>
    <message>
        <source>The recipient&apos;s number was given back to its network.</source>
        <translation>Die Nummer wurde ihrem Netz zurückgegeben.</translation>
    </message>
    <message>
        <source>The request carried a signature and the API secret; Vonage takes one of them.</source>
        <translation>Die Anfrage trug eine Signatur und das API-Secret; Vonage nimmt nur eines davon.</translation>
    </message>
    <message>
        <source>The request went out, but no usable answer came back. The SMS may be on its way and may cost money. Textfactor does not send it again by itself.</source>
        <translation>Die Anfrage ging hinaus, aber es kam keine brauchbare Antwort zurück. Die SMS kann unterwegs sein und Geld kosten. Textfactor sendet sie nicht von selbst noch einmal.</translation>
    </message>
    <message>
        <source>The short-code campaign does not count for this account. The product is withdrawn.</source>
        <translation>Die Short-Code-Kampagne gilt für dieses Konto nicht. Das Produkt ist eingestellt.</translation>
    </message>
    <message>
        <source>The short-code programme does not take this number.</source>
        <translation>Das Short-Code-Programm nimmt diese Nummer nicht an.</translation>
    </message>
    <message>
        <source>The text is longer than Vonage takes (about 3200 characters).</source>
        <translation>Der Text ist länger, als Vonage annimmt (etwa 3200 Zeichen).</translation>
    </message>
    <message>
        <source>This account may not use the SMS API over HTTP, which Auth0 needs.</source>
        <translation>Dieses Konto darf die SMS-API nicht über HTTP benutzen, und Auth0 braucht das.</translation>
    </message>
    <message>
        <source>This is an old code; Vonage&apos;s own SDK says that it is no longer issued.</source>
        <translation>Das ist ein alter Code; Vonages eigenes SDK sagt, dass er nicht mehr vergeben wird.</translation>
    </message>
    <message>
        <source>This recipient is on a block list: an opt-out, or a block against abuse.</source>
        <translation>Diese Nummer steht auf einer Sperrliste: eine Abbestellung oder eine Sperre gegen Missbrauch.</translation>
    </message>
    <message>
        <source>This sender may not be used for this country. The US and Canada take only numbers that the account rents; other countries want the sender ID registered, or block general words.</source>
        <translation>Dieser Absender darf für dieses Land nicht benutzt werden. Die USA und Kanada nehmen nur Nummern, die das Konto gemietet hat; andere Länder verlangen eine registrierte Sender-ID oder sperren allgemeine Wörter.</translation>
    </message>
    <message>
        <source>To keep letters, register the sender ID for this country: ask Vonage support.</source>
        <translation>Um Buchstaben zu behalten, die Sender-ID für dieses Land registrieren: den Vonage-Support fragen.</translation>
    </message>
    <message>
        <source>Use a 10DLC number, a verified toll-free number or a short code of your own in the US.</source>
        <translation>In den USA eine 10DLC-Nummer, eine verifizierte gebührenfreie Nummer oder einen eigenen Short Code nehmen.</translation>
    </message>
    <message>
        <source>Use another number.</source>
        <translation>Eine andere Nummer nehmen.</translation>
    </message>
    <message>
        <source>Vonage accepted the message</source>
        <translation>Vonage hat die Nachricht angenommen</translation>
    </message>
    <message>
        <source>Vonage accepted {accepted} of {total} parts and refused one with {status}</source>
        <translation>Vonage hat {accepted} von {total} Teilen angenommen und einen mit {status} abgelehnt</translation>
    </message>
    <message>
        <source>Vonage answered: {answer}</source>
        <translation>Vonage hat geantwortet: {answer}</translation>
    </message>
    <message>
        <source>Vonage dashboard &gt; API settings: correct the address for delivery receipts.</source>
        <translation>Vonage-Dashboard &gt; API settings: die Adresse für Zustellberichte berichtigen.</translation>
    </message>
    <message>
        <source>Vonage dashboard &gt; API settings: switch signing off, or ask support to stop demanding it.</source>
        <translation>Vonage-Dashboard &gt; API settings: das Signieren abschalten oder den Support bitten, es nicht mehr zu verlangen.</translation>
    </message>
    <message>
        <source>Vonage dashboard &gt; Billing: add credit, then send again.</source>
        <translation>Vonage-Dashboard &gt; Billing: aufladen, dann noch einmal senden.</translation>
    </message>
    <message>
        <source>Vonage dashboard &gt; Fraud Defender: look at the burst limit of this country.</source>
        <translation>Vonage-Dashboard &gt; Fraud Defender: die Burst-Grenze dieses Landes ansehen.</translation>
    </message>
    <message>
        <source>Vonage dashboard: add this phone to the test numbers, then send again.</source>
        <translation>Vonage-Dashboard: dieses Telefon zu den Testnummern hinzufügen, dann noch einmal senden.</translation>
    </message>
    <message>
        <source>Vonage documents no such status; its own words below are all there is.</source>
        <translation>Vonage dokumentiert keinen solchen Status; mehr als seine eigenen Worte unten gibt es nicht.</translation>
    </message>
    <message>
        <source>Vonage does not accept this API key and secret: a typing error, a secret that was revoked or replaced, or the signature secret in place of the API secret.</source>
        <translation>Vonage nimmt diesen API-Key mit diesem Secret nicht an: ein Tippfehler, ein widerrufenes oder ersetztes Secret oder das Signature Secret an Stelle des API-Secrets.</translation>
    </message>
    <message>
        <source>Vonage has barred this account from sending. No setting here changes that.</source>
        <translation>Vonage hat dieses Konto vom Senden ausgeschlossen. Keine Einstellung hier ändert das.</translation>
    </message>
    <message>
        <source>Vonage knows no way to this number: no country code, a landline, or a network out of its reach.</source>
        <translation>Vonage kennt keinen Weg zu dieser Nummer: keine Landesvorwahl, Festnetz oder ein Netz außer Reichweite.</translation>
    </message>
    <message>
        <source>Vonage refused the message: status {status}</source>
        <translation>Vonage hat die Nachricht abgelehnt: Status {status}</translation>
    </message>
    <message>
        <source>Vonage took the message into its queue. Accepted is not delivered: only the phone shows that.</source>
        <translation>Vonage hat die Nachricht in seine Warteschlange genommen. Angenommen ist nicht zugestellt: Das zeigt nur das Telefon.</translation>
    </message>
    <message>
        <source>Vonage&apos;s Fraud Defender reached its limit for this country, or a network code was wrong. Textfactor sends no network code.</source>
        <translation>Vonages Fraud Defender hat seine Grenze für dieses Land erreicht, oder ein Netzcode war falsch. Textfactor sendet keinen Netzcode.</translation>
    </message>
    <message>
        <source>Vonage&apos;s own words below name the field: fill it in.</source>
        <translation>Vonages eigene Worte unten nennen das Feld: ausfüllen.</translation>
    </message>
    <message>
        <source>Wait a few minutes, then send again.</source>
        <translation>Einige Minuten warten, dann noch einmal senden.</translation>
    </message>
    <message>
        <source>Wait a minute, then send again.</source>
        <translation>Eine Minute warten, dann noch einmal senden.</translation>
    </message>
    <message>
        <source>Wait a second, then send again.</source>
        <translation>Eine Sekunde warten, dann noch einmal senden.</translation>
    </message>
    <message>
        <source>Wait two minutes and look at the phone.</source>
        <translation>Zwei Minuten warten und auf das Telefon sehen.</translation>
    </message>
    <message>
        <source>Whether Vonage took the message is not known</source>
        <translation>Ob Vonage die Nachricht angenommen hat, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Write the number with its country code and without the zero that local calls start with.</source>
        <translation>Die Nummer mit Landesvorwahl schreiben, ohne die Null für Anrufe im Land.</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>account not enabled for HTTP</source>
        <translation>Konto nicht für HTTP freigeschaltet</translation>
    </message>
    <message>
        <source>account suspended</source>
        <translation>Konto gesperrt</translation>
    </message>
    <message>
        <source>communication failed</source>
        <translation>Übertragung gescheitert</translation>
    </message>
    <message>
        <source>fault at Vonage</source>
        <translation>Störung bei Vonage</translation>
    </message>
    <message>
        <source>feature not included</source>
        <translation>Funktion nicht enthalten</translation>
    </message>
    <message>
        <source>invalid callback address</source>
        <translation>ungültige Callback-Adresse</translation>
    </message>
    <message>
        <source>invalid campaign</source>
        <translation>ungültige Kampagne</translation>
    </message>
    <message>
        <source>invalid credentials</source>
        <translation>ungültige Zugangsdaten</translation>
    </message>
    <message>
        <source>invalid field</source>
        <translation>ungültiges Feld</translation>
    </message>
    <message>
        <source>invalid message class</source>
        <translation>ungültige Nachrichtenklasse</translation>
    </message>
    <message>
        <source>invalid number</source>
        <translation>ungültige Nummer</translation>
    </message>
    <message>
        <source>invalid number for the short code</source>
        <translation>ungültige Nummer für den Short Code</translation>
    </message>
    <message>
        <source>invalid signature</source>
        <translation>ungültige Signatur</translation>
    </message>
    <message>
        <source>invalid time to live</source>
        <translation>ungültige Gültigkeitsdauer</translation>
    </message>
    <message>
        <source>missing field</source>
        <translation>fehlendes Feld</translation>
    </message>
    <message>
        <source>network code or Fraud Defender limit</source>
        <translation>Netzcode oder Grenze von Fraud Defender</translation>
    </message>
    <message>
        <source>no credit</source>
        <translation>kein Guthaben</translation>
    </message>
    <message>
        <source>no route</source>
        <translation>kein Weg</translation>
    </message>
    <message>
        <source>number barred</source>
        <translation>Nummer gesperrt</translation>
    </message>
    <message>
        <source>number out of service</source>
        <translation>Nummer außer Betrieb</translation>
    </message>
    <message>
        <source>number unreachable</source>
        <translation>Nummer nicht erreichbar</translation>
    </message>
    <message>
        <source>opted out, or invalid short code</source>
        <translation>abbestellt oder ungültiger Short Code</translation>
    </message>
    <message>
        <source>sender not allowed</source>
        <translation>Absender nicht erlaubt</translation>
    </message>
    <message>
        <source>signature and secret together</source>
        <translation>Signatur und Secret zugleich</translation>
    </message>
    <message>
        <source>status {status}</source>
        <translation>Status {status}</translation>
    </message>
    <message>
        <source>status {status}: {told}</source>
        <translation>Status {status}: {told}</translation>
    </message>
    <message>
        <source>text too long</source>
        <translation>Text zu lang</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>gedrosselt</translation>
    </message>
    <message>
        <source>too many connections</source>
        <translation>zu viele Verbindungen</translation>
    </message>
    <message>
        <source>too many recipients</source>
        <translation>zu viele Empfänger</translation>
    </message>
    <message>
        <source>trial account, not a test number</source>
        <translation>Testkonto, keine Testnummer</translation>
    </message>
    <message>
        <source>undocumented status</source>
        <translation>nicht dokumentierter Status</translation>
    </message>
</context>
</TS>
