<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActionList</name>
    <message>
        <source>An old Hook or Action is still there. The plan takes it out of the way.</source>
        <translation>Ein alter Hook oder eine alte Action ist noch da. Der Plan räumt das aus dem Weg.</translation>
    </message>
    <message>
        <source>Another Action sends here too, so people may get two codes.</source>
        <translation>Eine andere Action sendet hier auch, also kommen vielleicht zwei Codes an.</translation>
    </message>
    <message>
        <source>Change the texts</source>
        <translation>Texte ändern</translation>
    </message>
    <message>
        <source>Choose who sends</source>
        <translation>Wählen, wer sendet</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Each leads to a plan first. Nothing is written before you apply it.</source>
        <translation>Alles führt zuerst zu einem Plan. Geschrieben wird erst, wenn er angewendet wird.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Enter it…</source>
        <translation>Eingeben …</translation>
    </message>
    <message>
        <source>Move first: our Action is on a trigger that is not asked any more.</source>
        <translation>Erst umziehen: Unsere Action hängt an einem Trigger, der nicht mehr gefragt wird.</translation>
    </message>
    <message>
        <source>Move from what sent before</source>
        <translation>Umzug von dem, was vorher sendete</translation>
    </message>
    <message>
        <source>Nothing of Textfactor is in this tenant.</source>
        <translation>In diesem Tenant ist nichts von Textfactor.</translation>
    </message>
    <message>
        <source>Open the wizard</source>
        <translation>Assistenten öffnen</translation>
    </message>
    <message>
        <source>Page by page, with what is known filled in.</source>
        <translation>Seite für Seite, mit allem ausgefüllt, was bekannt ist.</translation>
    </message>
    <message>
        <source>Plan the move</source>
        <translation>Umzug planen</translation>
    </message>
    <message>
        <source>Plan to remove</source>
        <translation>Entfernen planen</translation>
    </message>
    <message>
        <source>Plan to take back</source>
        <translation>Rücknahme planen</translation>
    </message>
    <message>
        <source>Plan to turn off</source>
        <translation>Ausschalten planen</translation>
    </message>
    <message>
        <source>Plan to turn on</source>
        <translation>Einschalten planen</translation>
    </message>
    <message>
        <source>Puts back what was there before it.</source>
        <translation>Stellt wieder her, was davor da war.</translation>
    </message>
    <message>
        <source>Remove everything of ours</source>
        <translation>Alles von uns entfernen</translation>
    </message>
    <message>
        <source>Replace the Vonage secret</source>
        <translation>Vonage-Secret ersetzen</translation>
    </message>
    <message>
        <source>Run the wizard again</source>
        <translation>Assistenten noch einmal durchgehen</translation>
    </message>
    <message>
        <source>Switches the SMS factor off. The rest stays ready.</source>
        <translation>Schaltet den SMS-Faktor aus. Der Rest bleibt bereit.</translation>
    </message>
    <message>
        <source>Switches the SMS factor on, and what it needs.</source>
        <translation>Schaltet den SMS-Faktor ein und was er braucht.</translation>
    </message>
    <message>
        <source>Take back the last run</source>
        <translation>Letzten Lauf zurücknehmen</translation>
    </message>
    <message>
        <source>The Action, its place, the provider and our texts. Others&apos; things stay.</source>
        <translation>Die Action, ihren Platz, den Anbieter und unsere Texte. Was anderen gehört, bleibt.</translation>
    </message>
    <message>
        <source>The new one is tried with Vonage first, then put into the Action.</source>
        <translation>Das neue wird zuerst bei Vonage probiert, dann in die Action geschrieben.</translation>
    </message>
    <message>
        <source>There is no run whose changes still stand.</source>
        <translation>Es gibt keinen Lauf, dessen Änderungen noch bestehen.</translation>
    </message>
    <message>
        <source>Turn SMS codes off</source>
        <translation>SMS-Codes ausschalten</translation>
    </message>
    <message>
        <source>Turn SMS codes on</source>
        <translation>SMS-Codes einschalten</translation>
    </message>
    <message>
        <source>What the messages with codes say.</source>
        <translation>Was in den Nachrichten mit Codes steht.</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Was sich tun lässt</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Copy answer</source>
        <translation>Antwort kopieren</translation>
    </message>
    <message>
        <source>Copy the answer as plain text</source>
        <translation>Die Antwort als reinen Text kopieren</translation>
    </message>
    <message>
        <source>Diagnoses</source>
        <translation>Diagnosen</translation>
    </message>
    <message>
        <source>Guide me</source>
        <translation>Mit Fragen führen lassen</translation>
    </message>
    <message>
        <source>Read as: {kind}</source>
        <translation>Gelesen als: {kind}</translation>
    </message>
    <message>
        <source>To be sure, get this next</source>
        <translation>Für Gewissheit als Nächstes holen</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was es bedeutet</translation>
    </message>
    <message>
        <source>What was pasted belongs together: the way of the code</source>
        <translation>Das Eingefügte gehört zusammen: der Weg des Codes</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>rows: {n}</source>
        <translation>Zeilen: {n}</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
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
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
</context>
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
        <source>Taken back in part</source>
        <translation>Zum Teil zurückgenommen</translation>
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
        <translation>Es sind weniger als die vorgenommenen Änderungen, denn mit der Action wird auch ihre Bereitstellung gelöscht.</translation>
    </message>
    <message>
        <source>What the plan said cannot be taken back in full is not as it was either.</source>
        <translation>Was laut Plan nicht ganz zurückzunehmen ist, ist ebenfalls nicht wie vorher.</translation>
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
        <translation>Zurücknehmen …</translation>
    </message>
</context>
<context>
    <name>ArchiveSection</name>
    <message>
        <source>Auth0 may have forgotten them meanwhile. Nothing changes in the tenant.</source>
        <translation>Auth0 hat sie inzwischen vielleicht vergessen. Im Tenant ändert sich nichts.</translation>
    </message>
    <message>
        <source>Between these times Auth0 had forgotten the rows before they were pulled: {span}</source>
        <translation>Zwischen diesen Zeiten hatte Auth0 die Zeilen vergessen, bevor sie geholt wurden: {span}</translation>
    </message>
    <message>
        <source>Delete all…</source>
        <translation>Alles löschen …</translation>
    </message>
    <message>
        <source>Delete the archive</source>
        <translation>Archiv löschen</translation>
    </message>
    <message>
        <source>Delete them</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete {n} rows of {domain} from this computer?</source>
        <translation>{n} Zeilen von {domain} auf diesem Rechner löschen?</translation>
    </message>
    <message>
        <source>Diagnose this row</source>
        <translation>Diese Zeile untersuchen</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>New rows: {n}</source>
        <translation>Neue Zeilen: {n}</translation>
    </message>
    <message>
        <source>Nothing is kept yet. Pull the log: a free tenant forgets it after a day.</source>
        <translation>Noch ist nichts aufbewahrt. Das Protokoll bald holen: Ein kostenloser Tenant vergisst es nach einem Tag.</translation>
    </message>
    <message>
        <source>Open the practice world or a profile in Setup first.</source>
        <translation>Zuerst unter Einrichtung die Übungswelt oder ein Profil öffnen.</translation>
    </message>
    <message>
        <source>Pull the log</source>
        <translation>Protokoll holen</translation>
    </message>
    <message>
        <source>Rows are missing</source>
        <translation>Es fehlen Zeilen</translation>
    </message>
    <message>
        <source>Rows in the archive</source>
        <translation>Zeilen im Archiv</translation>
    </message>
    <message>
        <source>Rows that match: {n}</source>
        <translation>Passende Zeilen: {n}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The newest {n} rows; every word that is typed must begin one in a row</source>
        <translation>Die neuesten {n} Zeilen; mit jedem getippten Wort muss eines in der Zeile beginnen</translation>
    </message>
    <message>
        <source>The row in full</source>
        <translation>Die ganze Zeile</translation>
    </message>
    <message>
        <source>Time ({zone})</source>
        <translation>Zeit ({zone})</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>{n} rows · {span} · {size}</source>
        <translation>{n} Zeilen · {span} · {size}</translation>
    </message>
</context>
<context>
    <name>BundleDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Content of the support bundle</source>
        <translation>Inhalt des Support-Pakets</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Support bundle</source>
        <translation>Support-Paket</translation>
    </message>
    <message>
        <source>This is all that goes in. No secret, number, name, domain or text is in it; a token stands for the same value throughout. It is saved on this computer, and nothing is uploaded.</source>
        <translation>Das ist alles, was hineinkommt. Kein Secret, keine Nummer, kein Name, keine Domain und kein Text ist darin; ein Kürzel steht überall für denselben Wert. Es wird auf diesem Rechner gespeichert und nirgends hochgeladen.</translation>
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
    <name>CausesTab</name>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>Ursachen</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Numbers with most failures: {list}</source>
        <translation>Nummern mit den meisten Fehlschlägen: {list}</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Select a cause to see what it means and what to do.</source>
        <translation>Eine Ursache wählen, um zu sehen, was sie bedeutet und was zu tun ist.</translation>
    </message>
    <message>
        <source>Show its first row</source>
        <translation>Ihre erste Zeile zeigen</translation>
    </message>
    <message>
        <source>The selected cause</source>
        <translation>Die gewählte Ursache</translation>
    </message>
    <message>
        <source>This error is not known here. Open its first row to see all of it.</source>
        <translation>Dieser Fehler ist hier nicht bekannt. Seine erste Zeile zeigt ihn ganz.</translation>
    </message>
    <message>
        <source>Users with most failures: {list}</source>
        <translation>Benutzer mit den meisten Fehlschlägen: {list}</translation>
    </message>
    <message>
        <source>still going on</source>
        <translation>dauert noch an</translation>
    </message>
</context>
<context>
    <name>ChangeDetails</name>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Enrolment text</source>
        <translation>Registrierungstext</translation>
    </message>
    <message>
        <source>Struck out is what goes, underlined what comes.</source>
        <translation>Durchgestrichen ist, was wegfällt, unterstrichen, was dazukommt.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The code stays as it is.</source>
        <translation>Der Code bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>The journal keeps a fingerprint of the code, not the code: it may hold secrets.</source>
        <translation>Das Journal bewahrt einen Fingerabdruck des Codes auf, nicht den Code: Er kann Secrets enthalten.</translation>
    </message>
    <message>
        <source>Verification text</source>
        <translation>Verifizierungstext</translation>
    </message>
    <message>
        <source>{what}: code, line by line</source>
        <translation>{what}: Code, Zeile für Zeile</translation>
    </message>
</context>
<context>
    <name>ChangeRow</name>
    <message>
        <source>In full: {change}</source>
        <translation>Vollständig: {change}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>▸ In full</source>
        <translation>▸ Vollständig</translation>
    </message>
    <message>
        <source>▾ In full</source>
        <translation>▾ Vollständig</translation>
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
    <name>ClearQuestion</name>
    <message>
        <source>Clear it</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear the history</source>
        <translation>Verlauf leeren</translation>
    </message>
    <message>
        <source>Drop the history of test messages on this computer?</source>
        <translation>Den Verlauf der Testnachrichten auf diesem Rechner löschen?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>That of all profiles goes. At Vonage nothing changes: its own logs keep the messages.</source>
        <translation>Der aller Profile geht. Bei Vonage ändert sich nichts: Dessen eigene Protokolle behalten die Nachrichten.</translation>
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
    <name>CompareBox</name>
    <message>
        <source>Compared with the tenant</source>
        <translation>Verglichen mit dem Tenant</translation>
    </message>
    <message>
        <source>Go on with the tenant&apos;s text</source>
        <translation>Mit dem Text des Tenants weiterarbeiten</translation>
    </message>
    <message>
        <source>Struck out is what the tenant has, underlined what is new here.</source>
        <translation>Durchgestrichen ist, was der Tenant hat, unterstrichen, was hier neu ist.</translation>
    </message>
    <message>
        <source>The tenant has this very text.</source>
        <translation>Der Tenant hat genau diesen Text.</translation>
    </message>
    <message>
        <source>The tenant lists no text for this message.</source>
        <translation>Der Tenant führt für diese Nachricht keinen Text.</translation>
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
    <name>DiagnosisCard</name>
    <message>
        <source>Applications: {list}</source>
        <translation>Anwendungen: {list}</translation>
    </message>
    <message>
        <source>Countries: {list}</source>
        <translation>Länder: {list}</translation>
    </message>
    <message>
        <source>Different users: {users}, different numbers: {numbers}</source>
        <translation>Verschiedene Benutzer: {users}, verschiedene Nummern: {numbers}</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Hide details: {title}</source>
        <translation>Einzelheiten verbergen: {title}</translation>
    </message>
    <message>
        <source>Rows: {n}</source>
        <translation>Zeilen: {n}</translation>
    </message>
    <message>
        <source>Senders: {list}</source>
        <translation>Absender: {list}</translation>
    </message>
    <message>
        <source>Show details: {title}</source>
        <translation>Einzelheiten zeigen: {title}</translation>
    </message>
    <message>
        <source>This follows from: {cause}</source>
        <translation>Das folgt aus: {cause}</translation>
    </message>
    <message>
        <source>Usual reasons</source>
        <translation>Übliche Gründe</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>{n} more, marked in the source</source>
        <translation>{n} weitere, im Quelltext markiert</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>Only in the tenant: {gone}. Only here: {new}.</source>
        <translation>Nur im Tenant: {gone}. Nur hier: {new}.</translation>
    </message>
    <message>
        <source>The tenant&apos;s text compared with this one</source>
        <translation>Der Text des Tenants, verglichen mit diesem</translation>
    </message>
</context>
<context>
    <name>DoctorPanel</name>
    <message>
        <source>Check everything</source>
        <translation>Alles prüfen</translation>
    </message>
    <message>
        <source>Checks: {all}, wrong: {wrong}, to know: {notices}, not tried: {untried}</source>
        <translation>Prüfungen: {all}, falsch: {wrong}, zu wissen: {notices}, nicht versucht: {untried}</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Gesamtprüfung</translation>
    </message>
    <message>
        <source>Looks over the whole way that a code takes. It only reads, and sends nothing.</source>
        <translation>Sieht den ganzen Weg eines Codes durch. Liest nur und verschickt nichts.</translation>
    </message>
    <message>
        <source>Nothing was uploaded; send it to whom you choose.</source>
        <translation>Nichts wurde hochgeladen; weiter geht es nur von eigener Hand.</translation>
    </message>
    <message>
        <source>Offline: leave out what needs a network</source>
        <translation>Offline: auslassen, was ein Netz braucht</translation>
    </message>
    <message>
        <source>Save a support bundle…</source>
        <translation>Support-Paket speichern …</translation>
    </message>
    <message>
        <source>Save the support bundle</source>
        <translation>Support-Paket speichern</translation>
    </message>
    <message>
        <source>The support bundle is in {name}</source>
        <translation>Das Support-Paket ist in {name}</translation>
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
    <message numerus="yes">
        <source>%n files are in {folder}</source>
        <translation>
            <numerusform>%n Datei liegt in {folder}</numerusform>
            <numerusform>%n Dateien liegen in {folder}</numerusform>
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
        <source>Nothing was written. Choose an empty one.</source>
        <translation>Es wurde nichts geschrieben. Einen leeren Ordner wählen.</translation>
    </message>
    <message>
        <source>README.txt there says what to fill in and what to run. No secret is in them.</source>
        <translation>README.txt darin sagt, was einzusetzen und was auszuführen ist. Kein Secret steht darin.</translation>
    </message>
    <message>
        <source>Sender run on this computer</source>
        <translation>Lauf des Versenders auf diesem Rechner</translation>
    </message>
    <message>
        <source>Set up another tenant</source>
        <translation>Weiterer Tenant</translation>
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
        <source>Show the set-up</source>
        <translation>Einrichtung zeigen</translation>
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
        <source>Write into it anyway</source>
        <translation>Trotzdem hineinschreiben</translation>
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
    <message>
        <source>{folder} has files in it already</source>
        <translation>{folder} enthält schon Dateien</translation>
    </message>
    <message>
        <source>“Show the set-up” has a button for it: it tries the new one, puts it into the Action and deploys it.</source>
        <translation>„Einrichtung zeigen“ hat dafür eine Schaltfläche: Das neue wird probiert, in die Action geschrieben und bereitgestellt.</translation>
    </message>
</context>
<context>
    <name>DriftCard</name>
    <message>
        <source>As the last run left it, then as it is now.</source>
        <translation>Wie der letzte Lauf es hinterließ, dann wie es jetzt ist.</translation>
    </message>
    <message>
        <source>Changed since the last run</source>
        <translation>Seit dem letzten Lauf geändert</translation>
    </message>
    <message>
        <source>Plan to set it right</source>
        <translation>Berichtigung planen</translation>
    </message>
    <message>
        <source>What Textfactor had not written (marked with “i”) may be meant so, and is left alone.</source>
        <translation>Was Textfactor nicht geschrieben hatte (mit „i“ markiert), kann so gemeint sein und bleibt unberührt.</translation>
    </message>
</context>
<context>
    <name>EvidenceButton</name>
    <message>
        <source>Show its place in the source: {text}</source>
        <translation>Die Stelle im Quelltext zeigen: {text}</translation>
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
    <name>ExportBox</name>
    <message>
        <source>As configuration</source>
        <translation>Als Konfiguration</translation>
    </message>
    <message>
        <source>Choose an empty folder</source>
        <translation>Einen leeren Ordner wählen</translation>
    </message>
    <message>
        <source>Export as Terraform…</source>
        <translation>Als Terraform exportieren …</translation>
    </message>
    <message>
        <source>Export for auth0-deploy-cli…</source>
        <translation>Für auth0-deploy-cli exportieren …</translation>
    </message>
    <message>
        <source>For other tenants, or to keep under version control. Secrets are placeholders.</source>
        <translation>Für andere Tenants oder für die Versionsverwaltung. Secrets sind Platzhalter.</translation>
    </message>
</context>
<context>
    <name>ExportHead</name>
    <message>
        <source>Another input</source>
        <translation>Andere Eingabe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy answer</source>
        <translation>Antwort kopieren</translation>
    </message>
    <message>
        <source>How much of the file has been read</source>
        <translation>Wie viel von der Datei gelesen ist</translation>
    </message>
    <message>
        <source>{rows} rows, {sms} about text messages: {sent} sent, {failed} failed</source>
        <translation>{rows} Zeilen, {sms} zu SMS: {sent} gesendet, {failed} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{rows} rows, {sms} about text messages: {sent} sent, {failed} failed, {limited} refused for their pace</source>
        <translation>{rows} Zeilen, {sms} zu SMS: {sent} gesendet, {failed} fehlgeschlagen, {limited} wegen ihrer Menge abgelehnt</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Causes</source>
        <translation>Ursachen</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Stopped before the end</source>
        <translation>Vor dem Ende angehalten</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Views of the export</source>
        <translation>Ansichten des Exports</translation>
    </message>
    <message>
        <source>What is shown comes from the part that was read.</source>
        <translation>Was zu sehen ist, stammt aus dem gelesenen Teil.</translation>
    </message>
    <message>
        <source>{name} was not read</source>
        <translation>{name} wurde nicht gelesen</translation>
    </message>
</context>
<context>
    <name>ExportRow</name>
    <message numerus="yes">
        <source>%n files are in {folder}</source>
        <translation>
            <numerusform>%n Datei ist in {folder}</numerusform>
            <numerusform>%n Dateien sind in {folder}</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written. Choose an empty one.</source>
        <translation>Nichts wurde geschrieben. Einen leeren Ordner wählen.</translation>
    </message>
    <message>
        <source>README.txt there says what to fill in and what to run. No secret is in them.</source>
        <translation>README.txt dort sagt, was einzutragen und was auszuführen ist. Kein Secret steht darin.</translation>
    </message>
    <message>
        <source>Write into it anyway</source>
        <translation>Trotzdem hineinschreiben</translation>
    </message>
    <message>
        <source>{folder} has files in it already</source>
        <translation>In {folder} sind schon Dateien</translation>
    </message>
</context>
<context>
    <name>FactCard</name>
    <message>
        <source>In the tenant now</source>
        <translation>Jetzt im Tenant</translation>
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
        <source>On the legacy path every Action on the trigger runs. While it stays there, people get two messages.</source>
        <translation>Auf dem Legacy-Weg läuft jede Action am Trigger. Solange sie dort bleibt, kommen zwei Nachrichten an.</translation>
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
        <source>The Action “{name}” sends here too</source>
        <translation>Die Action „{name}“ versendet hier ebenfalls</translation>
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
    <name>FateBox</name>
    <message>
        <source>Ask Vonage what became of it</source>
        <translation>Vonage fragen, was daraus wurde</translation>
    </message>
    <message>
        <source>From ten seconds after the send.</source>
        <translation>Ab zehn Sekunden nach dem Senden.</translation>
    </message>
    <message>
        <source>Part {n}: {told}</source>
        <translation>Teil {n}: {told}</translation>
    </message>
    <message>
        <source>What Vonage&apos;s records say</source>
        <translation>Was Vonage verzeichnet hat</translation>
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
        <translation>Filter: credit, timeout, token …</translation>
    </message>
    <message>
        <source>No fault has these words in its name or description. How the tenant begins, such as with an old Hook, is not a fault: see Reset.</source>
        <translation>Keine Störung hat diese Wörter im Namen oder in der Beschreibung. Womit der Tenant beginnt, etwa mit einem alten Hook, ist keine Störung: siehe Zurücksetzen.</translation>
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
    <name>FindingList</name>
    <message>
        <source>fine</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>fehlerhaft</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Explain it</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Fix it</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
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
    <name>ForgetQuestion</name>
    <message>
        <source>Forget everything</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Profiles stay; their secrets have to be entered again. No other program&apos;s entry is touched.</source>
        <translation>Profile bleiben; ihre Secrets sind neu einzugeben. Einträge anderer Programme werden nicht angerührt.</translation>
    </message>
    <message>
        <source>Remove every secret that Textfactor keeps on this computer?</source>
        <translation>Jedes Secret entfernen, das Textfactor auf diesem Rechner aufbewahrt?</translation>
    </message>
    <message>
        <source>a profile that is gone</source>
        <translation>ein Profil, das es nicht mehr gibt</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>und {n} weitere</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>FoundFacts</name>
    <message>
        <source>Looked for, and not there</source>
        <translation>Gesucht und nicht vorhanden</translation>
    </message>
    <message>
        <source>Read with {request}</source>
        <translation>Gelesen mit {request}</translation>
    </message>
</context>
<context>
    <name>GuidedPage</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>I have something to paste</source>
        <translation>Ich habe etwas zum Einfügen</translation>
    </message>
    <message>
        <source>So far: {answers}</source>
        <translation>Bisher: {answers}</translation>
    </message>
</context>
<context>
    <name>HistoryBox</name>
    <message>
        <source>Clear history…</source>
        <translation>Verlauf leeren …</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What is sent as a test is listed here: no text, no whole number.</source>
        <translation>Was als Test gesendet wird, steht hier: kein Text, keine ganze Nummer.</translation>
    </message>
    <message>
        <source>{n} older ones: textfactor send --history</source>
        <translation>{n} ältere: textfactor send --history</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Kept on this computer only. No secret and no code is in it.</source>
        <translation>Nur auf diesem Rechner aufbewahrt. Kein Secret und kein Code steht darin.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>What was done here</source>
        <translation>Was hier getan wurde</translation>
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
        <source>not reached</source>
        <translation>nicht erreicht</translation>
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
    <name>JourneyCard</name>
    <message>
        <source>Diagnose this</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <source>test message</source>
        <translation>Testnachricht</translation>
    </message>
    <message>
        <source>{by}, {sure}</source>
        <translation>{by}, {sure}</translation>
    </message>
    <message>
        <source>{state} · {time} {zone} · {who}</source>
        <translation>{state} · {time} {zone} · {who}</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Keys: {keys}</source>
        <translation>Tasten: {keys}</translation>
    </message>
</context>
<context>
    <name>Knowledge</name>
    <message>
        <source>/api/v2/hooks/ID/secrets ended with the Hooks.</source>
        <translation>/api/v2/hooks/ID/secrets endete mit den Hooks.</translation>
    </message>
    <message>
        <source>A .netrc file in the home folder replaces the credentials of the request, so right ones are turned down.</source>
        <translation>Eine .netrc-Datei im Home-Ordner ersetzt die Zugangsdaten der Anfrage, also werden richtige zurückgewiesen.</translation>
    </message>
    <message>
        <source>A .netrc file on this computer sets other credentials.</source>
        <translation>Eine .netrc-Datei auf diesem Rechner setzt andere Zugangsdaten.</translation>
    </message>
    <message>
        <source>A .netrc file puts other credentials in</source>
        <translation>Eine .netrc-Datei setzt andere Zugangsdaten ein</translation>
    </message>
    <message>
        <source>A Flow failed; it may have been about to send an SMS.</source>
        <translation>Ein Flow schlug fehl; vielleicht sollte er eine SMS senden.</translation>
    </message>
    <message>
        <source>A Flow finished.</source>
        <translation>Ein Flow ist fertig.</translation>
    </message>
    <message>
        <source>A JWT assertion could not be exchanged.</source>
        <translation>Ein JWT-Nachweis ließ sich nicht tauschen.</translation>
    </message>
    <message>
        <source>A SCIM operation failed.</source>
        <translation>Ein SCIM-Vorgang schlug fehl.</translation>
    </message>
    <message>
        <source>A SCIM operation succeeded.</source>
        <translation>Ein SCIM-Vorgang gelang.</translation>
    </message>
    <message>
        <source>A US number without campaign or verification.</source>
        <translation>Eine US-Nummer ohne Kampagne oder Prüfung.</translation>
    </message>
    <message>
        <source>A US or Canadian number sends more than one message a second.</source>
        <translation>Eine US- oder kanadische Nummer sendet mehr als eine Nachricht je Sekunde.</translation>
    </message>
    <message>
        <source>A WebAuthn challenge failed in the browser.</source>
        <translation>Eine WebAuthn-Prüfung schlug im Browser fehl.</translation>
    </message>
    <message>
        <source>A WebAuthn enrolment failed in the browser.</source>
        <translation>Eine WebAuthn-Registrierung schlug im Browser fehl.</translation>
    </message>
    <message>
        <source>A WhatsApp template or its values are not valid.</source>
        <translation>Eine WhatsApp-Vorlage oder deren Werte sind ungültig.</translation>
    </message>
    <message>
        <source>A back-channel login could not start.</source>
        <translation>Eine Anmeldung über den Rückkanal konnte nicht beginnen.</translation>
    </message>
    <message>
        <source>A back-channel login failed.</source>
        <translation>Eine Anmeldung über den Rückkanal schlug fehl.</translation>
    </message>
    <message>
        <source>A back-channel login started.</source>
        <translation>Eine Anmeldung über den Rückkanal begann.</translation>
    </message>
    <message>
        <source>A back-channel login succeeded.</source>
        <translation>Eine Anmeldung über den Rückkanal gelang.</translation>
    </message>
    <message>
        <source>A back-channel logout failed.</source>
        <translation>Eine Abmeldung über den Rückkanal schlug fehl.</translation>
    </message>
    <message>
        <source>A back-channel logout succeeded.</source>
        <translation>Eine Abmeldung über den Rückkanal gelang.</translation>
    </message>
    <message>
        <source>A bar against premium or business messages.</source>
        <translation>Eine Sperre gegen Mehrwert- oder Firmennachrichten.</translation>
    </message>
    <message>
        <source>A block against abuse, or a range of test numbers.</source>
        <translation>Eine Sperre gegen Missbrauch oder ein Bereich von Testnummern.</translation>
    </message>
    <message>
        <source>A block by attack protection was lifted.</source>
        <translation>Eine Sperre des Angriffsschutzes wurde aufgehoben.</translation>
    </message>
    <message>
        <source>A bought burst allowance was used.</source>
        <translation>Ein gekauftes Burst-Kontingent wurde genutzt.</translation>
    </message>
    <message>
        <source>A brace is missing, or a tag does not exist.</source>
        <translation>Eine Klammer fehlt, oder ein Tag ist unbekannt.</translation>
    </message>
    <message>
        <source>A browser does not let a page read this service&apos;s answers.</source>
        <translation>Ein Browser lässt eine Seite die Antworten dieses Dienstes nicht lesen.</translation>
    </message>
    <message>
        <source>A call comes in place of an SMS, or should come.</source>
        <translation>Statt einer SMS kommt ein Anruf, oder er sollte kommen.</translation>
    </message>
    <message>
        <source>A call of Vonage or the Management API from a web page, which must never hold these secrets.</source>
        <translation>Ein Aufruf von Vonage oder der Management API aus einer Webseite, die diese Secrets nie haben darf.</translation>
    </message>
    <message>
        <source>A call of cb(...) or callback(...): Actions have none.</source>
        <translation>Ein Aufruf von cb(...) oder callback(...): Actions haben keinen.</translation>
    </message>
    <message>
        <source>A call of the Management API failed; the details hold the answer.</source>
        <translation>Ein Aufruf der Management API schlug fehl; die Antwort steht in den Details.</translation>
    </message>
    <message>
        <source>A call with the code could not be placed.</source>
        <translation>Ein Anruf mit dem Code kam nicht zustande.</translation>
    </message>
    <message>
        <source>A call with the code was placed.</source>
        <translation>Ein Anruf mit dem Code wurde gestartet.</translation>
    </message>
    <message>
        <source>A carrier on the way refused it.</source>
        <translation>Ein Netzbetreiber auf dem Weg hat sie abgelehnt.</translation>
    </message>
    <message>
        <source>A carrier or number that cannot do Unicode, such as Canadian long numbers.</source>
        <translation>Ein Netz oder eine Nummer, die kein Unicode kann, etwa lange Nummern in Kanada.</translation>
    </message>
    <message>
        <source>A carrier refused the message</source>
        <translation>Ein Netzbetreiber lehnte die Nachricht ab</translation>
    </message>
    <message>
        <source>A carrier replaces the sender</source>
        <translation>Ein Netzbetreiber ersetzt den Absender</translation>
    </message>
    <message>
        <source>A carrier&apos;s filter stopped it.</source>
        <translation>Der Filter eines Netzbetreibers hielt sie auf.</translation>
    </message>
    <message>
        <source>A carrier&apos;s spam filter stopped it</source>
        <translation>Der Spamfilter eines Netzbetreibers hielt sie auf</translation>
    </message>
    <message>
        <source>A certificate is not trusted, expired, or another&apos;s.</source>
        <translation>Einem Zertifikat wird nicht vertraut, es ist abgelaufen oder gilt für einen anderen.</translation>
    </message>
    <message>
        <source>A change of secrets by API replaces all of them; one was left out.</source>
        <translation>Eine Änderung der Secrets per API ersetzt alle; eines wurde ausgelassen.</translation>
    </message>
    <message>
        <source>A click on &quot;Resend&quot;, or a page that was loaded twice.</source>
        <translation>Ein Klick auf &quot;Resend&quot; oder eine doppelt geladene Seite.</translation>
    </message>
    <message>
        <source>A code for a login without password was sent by SMS.</source>
        <translation>Ein Code für eine Anmeldung ohne Passwort wurde per SMS gesendet.</translation>
    </message>
    <message>
        <source>A code is good for five minutes; it was entered too late.</source>
        <translation>Ein Code gilt fünf Minuten; er wurde zu spät eingegeben.</translation>
    </message>
    <message>
        <source>A code of another channel than SMS</source>
        <translation>Ein Code eines anderen Kanals als SMS</translation>
    </message>
    <message>
        <source>A code or link for a login without password was sent by mail.</source>
        <translation>Ein Code oder Link für eine Anmeldung ohne Passwort wurde gemailt.</translation>
    </message>
    <message>
        <source>A company&apos;s proxy or an antivirus program reads along.</source>
        <translation>Ein Firmen-Proxy oder Virenscanner liest mit.</translation>
    </message>
    <message>
        <source>A cross-origin login failed.</source>
        <translation>Eine Cross-Origin-Anmeldung schlug fehl.</translation>
    </message>
    <message>
        <source>A cross-origin login succeeded.</source>
        <translation>Eine Cross-Origin-Anmeldung gelang.</translation>
    </message>
    <message>
        <source>A custom domain in place of the tenant&apos;s own domain.</source>
        <translation>Eine eigene Domain anstelle der Domain des Tenants.</translation>
    </message>
    <message>
        <source>A custom provider without &quot;credentials&quot;: {}.</source>
        <translation>Ein eigener Anbieter ohne &quot;credentials&quot;: {}.</translation>
    </message>
    <message>
        <source>A custom token exchange failed.</source>
        <translation>Ein eigener Token-Tausch schlug fehl.</translation>
    </message>
    <message>
        <source>A custom token exchange succeeded.</source>
        <translation>Ein eigener Token-Tausch gelang.</translation>
    </message>
    <message>
        <source>A daily limit was reached; in the US see the 10DLC campaign.</source>
        <translation>Ein Tageslimit wurde erreicht; in den USA die 10DLC-Kampagne ansehen.</translation>
    </message>
    <message>
        <source>A delegated code exchange failed.</source>
        <translation>Ein delegierter Code-Tausch schlug fehl.</translation>
    </message>
    <message>
        <source>A delegated code exchange succeeded.</source>
        <translation>Ein delegierter Code-Tausch gelang.</translation>
    </message>
    <message>
        <source>A delegated login succeeded.</source>
        <translation>Eine delegierte Anmeldung gelang.</translation>
    </message>
    <message>
        <source>A delegated silent login failed.</source>
        <translation>Eine delegierte stille Anmeldung schlug fehl.</translation>
    </message>
    <message>
        <source>A delegated silent login succeeded.</source>
        <translation>Eine delegierte stille Anmeldung gelang.</translation>
    </message>
    <message>
        <source>A delegation token was issued.</source>
        <translation>Ein Delegation-Token wurde ausgestellt.</translation>
    </message>
    <message>
        <source>A delegation token was not issued.</source>
        <translation>Ein Delegation-Token wurde nicht ausgestellt.</translation>
    </message>
    <message>
        <source>A deployment tool sets it back each time.</source>
        <translation>Ein Deployment-Werkzeug setzt ihn jedes Mal zurück.</translation>
    </message>
    <message>
        <source>A device code could not be exchanged.</source>
        <translation>Ein Gerätecode ließ sich nicht tauschen.</translation>
    </message>
    <message>
        <source>A device code was exchanged.</source>
        <translation>Ein Gerätecode wurde getauscht.</translation>
    </message>
    <message>
        <source>A device could not be activated.</source>
        <translation>Ein Gerät ließ sich nicht aktivieren.</translation>
    </message>
    <message>
        <source>A device&apos;s request to log in failed.</source>
        <translation>Die Anmeldeanfrage eines Geräts schlug fehl.</translation>
    </message>
    <message>
        <source>A fault at Vonage, or code that asks another address.</source>
        <translation>Ein Fehler bei Vonage oder Code, der eine andere Adresse fragt.</translation>
    </message>
    <message>
        <source>A fault in a network on the way.</source>
        <translation>Ein Fehler in einem Netz auf dem Weg.</translation>
    </message>
    <message>
        <source>A fault in the carrier&apos;s network</source>
        <translation>Ein Fehler im Netz des Betreibers</translation>
    </message>
    <message>
        <source>A fault inside Vonage</source>
        <translation>Ein Fehler bei Vonage selbst</translation>
    </message>
    <message>
        <source>A fault of the network on the way.</source>
        <translation>Ein Fehler des Netzes auf dem Weg.</translation>
    </message>
    <message>
        <source>A fault of the password service.</source>
        <translation>Ein Fehler des Passwortdienstes.</translation>
    </message>
    <message>
        <source>A fault of the platform.</source>
        <translation>Ein Fehler der Plattform.</translation>
    </message>
    <message>
        <source>A fault on the route</source>
        <translation>Ein Fehler auf dem Weg</translation>
    </message>
    <message>
        <source>A fault on the way between Auth0 and Vonage.</source>
        <translation>Ein Fehler auf dem Weg zwischen Auth0 und Vonage.</translation>
    </message>
    <message>
        <source>A field has a value that Vonage does not take</source>
        <translation>Ein Feld hat einen Wert, den Vonage nicht annimmt</translation>
    </message>
    <message>
        <source>A field has a value that is not acceptable.</source>
        <translation>Ein Feld hat einen unzulässigen Wert.</translation>
    </message>
    <message>
        <source>A field of the channel is not acceptable.</source>
        <translation>Ein Feld des Kanals ist unzulässig.</translation>
    </message>
    <message>
        <source>A field reached Vonage empty</source>
        <translation>Ein Feld kam leer bei Vonage an</translation>
    </message>
    <message>
        <source>A field that does not exist, such as event.secret in place of event.secrets.</source>
        <translation>Ein Feld, das es nicht gibt, etwa event.secret anstelle von event.secrets.</translation>
    </message>
    <message>
        <source>A field that every message needs was absent or empty.</source>
        <translation>Ein Feld, das jede Nachricht braucht, fehlte oder war leer.</translation>
    </message>
    <message>
        <source>A field that every message needs was absent or empty. Vonage&apos;s own words name it.</source>
        <translation>Ein Feld, das jede Nachricht braucht, fehlte oder war leer. Vonages eigene Worte nennen es.</translation>
    </message>
    <message>
        <source>A field was refused; the answer names it.</source>
        <translation>Ein Feld wurde abgelehnt; die Antwort nennt es.</translation>
    </message>
    <message>
        <source>A field, such as the code, is missing.</source>
        <translation>Ein Feld, etwa der Code, fehlt.</translation>
    </message>
    <message>
        <source>A file keyring asked for a password where nobody can type.</source>
        <translation>Ein Datei-Schlüsselbund fragte nach einem Passwort, wo niemand tippen kann.</translation>
    </message>
    <message>
        <source>A filter that does not say so.</source>
        <translation>Ein Filter, der das nicht sagt.</translation>
    </message>
    <message>
        <source>A firewall or an antivirus program on the way.</source>
        <translation>Eine Firewall oder ein Virenscanner auf dem Weg.</translation>
    </message>
    <message>
        <source>A form could not be submitted.</source>
        <translation>Ein Formular ließ sich nicht absenden.</translation>
    </message>
    <message>
        <source>A form was submitted.</source>
        <translation>Ein Formular wurde abgesendet.</translation>
    </message>
    <message>
        <source>A free tenant may make two calls a second.</source>
        <translation>Ein kostenloser Tenant darf zwei Aufrufe je Sekunde.</translation>
    </message>
    <message>
        <source>A function of (recipient, text, context, cb): the form of a Hook.</source>
        <translation>Eine Funktion von (recipient, text, context, cb): die Form eines Hooks.</translation>
    </message>
    <message>
        <source>A gateway between you and the service got no proper answer from it.</source>
        <translation>Ein Gateway zwischen hier und dem Dienst bekam von ihm keine richtige Antwort.</translation>
    </message>
    <message>
        <source>A gateway in between failed</source>
        <translation>Ein Gateway dazwischen versagte</translation>
    </message>
    <message>
        <source>A gateway in front of Auth0 got no answer in time.</source>
        <translation>Ein Gateway vor Auth0 bekam keine rechtzeitige Antwort.</translation>
    </message>
    <message>
        <source>A gateway in front of Auth0 got no proper answer.</source>
        <translation>Ein Gateway vor Auth0 bekam keine richtige Antwort.</translation>
    </message>
    <message>
        <source>A gateway in front of Vonage got no answer in time.</source>
        <translation>Ein Gateway vor Vonage bekam keine rechtzeitige Antwort.</translation>
    </message>
    <message>
        <source>A gateway in front of Vonage got no proper answer.</source>
        <translation>Ein Gateway vor Vonage bekam keine richtige Antwort.</translation>
    </message>
    <message>
        <source>A keyring was chosen that writes secrets to a file or asks on the terminal; Textfactor does not use it.</source>
        <translation>Es wurde ein Schlüsselbund gewählt, der Secrets in eine Datei schreibt oder am Terminal fragt; Textfactor benutzt ihn nicht.</translation>
    </message>
    <message>
        <source>A landline or a premium number.</source>
        <translation>Ein Festnetzanschluss oder eine Mehrwertnummer.</translation>
    </message>
    <message>
        <source>A line with an age restriction.</source>
        <translation>Ein Anschluss mit Altersbeschränkung.</translation>
    </message>
    <message>
        <source>A link, or a text without the brand&apos;s name.</source>
        <translation>Ein Link oder ein Text ohne den Namen der Marke.</translation>
    </message>
    <message>
        <source>A login by password grant failed.</source>
        <translation>Eine Anmeldung per Password Grant schlug fehl.</translation>
    </message>
    <message>
        <source>A login by password grant succeeded.</source>
        <translation>Eine Anmeldung per Password Grant gelang.</translation>
    </message>
    <message>
        <source>A login failed.</source>
        <translation>Eine Anmeldung schlug fehl.</translation>
    </message>
    <message>
        <source>A login failed: the password was wrong.</source>
        <translation>Eine Anmeldung schlug fehl: Das Passwort war falsch.</translation>
    </message>
    <message>
        <source>A login failed: the user is unknown.</source>
        <translation>Eine Anmeldung schlug fehl: Der Benutzer ist unbekannt.</translation>
    </message>
    <message>
        <source>A login succeeded.</source>
        <translation>Eine Anmeldung gelang.</translation>
    </message>
    <message>
        <source>A login was rated before it began.</source>
        <translation>Eine Anmeldung wurde vor ihrem Beginn bewertet.</translation>
    </message>
    <message>
        <source>A login was tried with a leaked password.</source>
        <translation>Eine Anmeldung mit einem geleakten Passwort wurde versucht.</translation>
    </message>
    <message>
        <source>A login with a code by SMS or push failed.</source>
        <translation>Eine Anmeldung mit einem Code per SMS oder Push schlug fehl.</translation>
    </message>
    <message>
        <source>A login with a code by SMS or push succeeded.</source>
        <translation>Eine Anmeldung mit einem Code per SMS oder Push gelang.</translation>
    </message>
    <message>
        <source>A login with a one-time code failed.</source>
        <translation>Eine Anmeldung mit einem Einmalcode schlug fehl.</translation>
    </message>
    <message>
        <source>A login with a one-time code succeeded.</source>
        <translation>Eine Anmeldung mit einem Einmalcode gelang.</translation>
    </message>
    <message>
        <source>A login with a recovery code failed.</source>
        <translation>Eine Anmeldung mit Wiederherstellungscode schlug fehl.</translation>
    </message>
    <message>
        <source>A login with a recovery code succeeded.</source>
        <translation>Eine Anmeldung mit Wiederherstellungscode gelang.</translation>
    </message>
    <message>
        <source>A login with passkey and one-time code succeeded.</source>
        <translation>Eine Anmeldung mit Passkey und Einmalcode gelang.</translation>
    </message>
    <message>
        <source>A login with passkey and out-of-band challenge succeeded.</source>
        <translation>Eine Anmeldung mit Passkey und zweitem Kanal gelang.</translation>
    </message>
    <message>
        <source>A login with passkey and recovery code succeeded.</source>
        <translation>Eine Anmeldung mit Passkey und Wiederherstellungscode gelang.</translation>
    </message>
    <message>
        <source>A login without password failed at its code.</source>
        <translation>Eine Anmeldung ohne Passwort scheiterte am Code.</translation>
    </message>
    <message>
        <source>A logout at the identity provider failed.</source>
        <translation>Eine Abmeldung beim Identitätsanbieter schlug fehl.</translation>
    </message>
    <message>
        <source>A logout failed.</source>
        <translation>Eine Abmeldung schlug fehl.</translation>
    </message>
    <message>
        <source>A logout succeeded.</source>
        <translation>Eine Abmeldung gelang.</translation>
    </message>
    <message>
        <source>A long text goes out in parts, and some of them were refused. The person gets half a text, or none.</source>
        <translation>Ein langer Text geht in Teilen hinaus, und einige wurden abgelehnt. Die Person bekommt einen halben Text oder keinen.</translation>
    </message>
    <message>
        <source>A long text, a long name, or the remark of a trial account.</source>
        <translation>Ein langer Text, ein langer Name oder der Demo-Vermerk eines Testkontos.</translation>
    </message>
    <message>
        <source>A mail address could not be changed.</source>
        <translation>Eine Mailadresse ließ sich nicht ändern.</translation>
    </message>
    <message>
        <source>A mail address could not be confirmed.</source>
        <translation>Eine Mailadresse ließ sich nicht bestätigen.</translation>
    </message>
    <message>
        <source>A mail address could not be verified.</source>
        <translation>Eine Mailadresse ließ sich nicht bestätigen.</translation>
    </message>
    <message>
        <source>A mail address was changed.</source>
        <translation>Eine Mailadresse wurde geändert.</translation>
    </message>
    <message>
        <source>A mail address was confirmed.</source>
        <translation>Eine Mailadresse wurde bestätigt.</translation>
    </message>
    <message>
        <source>A mandatory field is absent.</source>
        <translation>Ein Pflichtfeld fehlt.</translation>
    </message>
    <message>
        <source>A matter of Facebook&apos;s phone matching.</source>
        <translation>Eine Sache des Telefonabgleichs von Facebook.</translation>
    </message>
    <message>
        <source>A media file is too big.</source>
        <translation>Eine Mediendatei ist zu groß.</translation>
    </message>
    <message>
        <source>A member was added to an organisation.</source>
        <translation>Einer Organisation wurde ein Mitglied hinzugefügt.</translation>
    </message>
    <message>
        <source>A name server that blocks it.</source>
        <translation>Ein Namensserver, der ihn sperrt.</translation>
    </message>
    <message>
        <source>A native social login failed.</source>
        <translation>Eine native soziale Anmeldung schlug fehl.</translation>
    </message>
    <message>
        <source>A native social login succeeded.</source>
        <translation>Eine native soziale Anmeldung gelang.</translation>
    </message>
    <message>
        <source>A network that is not served, or a reseller&apos;s line.</source>
        <translation>Ein Netz, das nicht bedient wird, oder der Anschluss eines Wiederverkäufers.</translation>
    </message>
    <message>
        <source>A new or internal code.</source>
        <translation>Ein neuer oder interner Code.</translation>
    </message>
    <message>
        <source>A new or internal status.</source>
        <translation>Ein neuer oder interner Status.</translation>
    </message>
    <message>
        <source>A new secret needs 8 to 25 characters, with a lower-case letter, an upper-case letter and a digit.</source>
        <translation>Ein neues Secret braucht 8 bis 25 Zeichen, mit Kleinbuchstabe, Großbuchstabe und Ziffer.</translation>
    </message>
    <message>
        <source>A new secret that Vonage does not take</source>
        <translation>Ein neues Secret, das Vonage nicht annimmt</translation>
    </message>
    <message>
        <source>A notice on customised pages of Universal Login.</source>
        <translation>Ein Hinweis zu angepassten Seiten des Universal Login.</translation>
    </message>
    <message>
        <source>A notice on self-service SSO.</source>
        <translation>Ein Hinweis zum Self-Service-SSO.</translation>
    </message>
    <message>
        <source>A notification, by mail or phone, could not be sent.</source>
        <translation>Eine Benachrichtigung per Mail oder Telefon ließ sich nicht senden.</translation>
    </message>
    <message>
        <source>A number imported in its national form.</source>
        <translation>Eine Nummer, die in nationaler Form importiert wurde.</translation>
    </message>
    <message>
        <source>A number with + or 00 in front may be refused or rewritten.</source>
        <translation>Eine Nummer mit + oder 00 davor kann abgelehnt oder umgeschrieben werden.</translation>
    </message>
    <message>
        <source>A number, or its line, is on a block list.</source>
        <translation>Eine Nummer oder ihr Anschluss steht auf einer Sperrliste.</translation>
    </message>
    <message>
        <source>A number, sender or text that is not acceptable.</source>
        <translation>Eine Nummer, ein Absender oder ein Text, der unzulässig ist.</translation>
    </message>
    <message>
        <source>A package of the Action is missing</source>
        <translation>Ein Paket der Action fehlt</translation>
    </message>
    <message>
        <source>A package that does not exist in that version.</source>
        <translation>Ein Paket, das es in dieser Version nicht gibt.</translation>
    </message>
    <message>
        <source>A page says that there were too many.</source>
        <translation>Eine Seite sagt, es waren zu viele.</translation>
    </message>
    <message>
        <source>A paid product that the account does not have.</source>
        <translation>Ein bezahltes Produkt, das das Konto nicht hat.</translation>
    </message>
    <message>
        <source>A parameter is missing or not valid.</source>
        <translation>Ein Parameter fehlt oder ist ungültig.</translation>
    </message>
    <message>
        <source>A parameter is not valid.</source>
        <translation>Ein Parameter ist ungültig.</translation>
    </message>
    <message>
        <source>A parameter of the message does not fit, most often its type.</source>
        <translation>Ein Parameter der Nachricht passt nicht, meist ihr Typ.</translation>
    </message>
    <message>
        <source>A parameter of the message does not fit, such as its type.</source>
        <translation>Ein Parameter der Nachricht passt nicht, etwa ihr Typ.</translation>
    </message>
    <message>
        <source>A passkey challenge failed.</source>
        <translation>Eine Passkey-Prüfung schlug fehl.</translation>
    </message>
    <message>
        <source>A passkey challenge started.</source>
        <translation>Eine Passkey-Prüfung begann.</translation>
    </message>
    <message>
        <source>A password could not be changed.</source>
        <translation>Ein Passwort ließ sich nicht ändern.</translation>
    </message>
    <message>
        <source>A password was changed.</source>
        <translation>Ein Passwort wurde geändert.</translation>
    </message>
    <message>
        <source>A paste that was cut off, or curly quotes.</source>
        <translation>Ein abgeschnittenes Einfügen oder typografische Anführungszeichen.</translation>
    </message>
    <message>
        <source>A pasted token of yesterday.</source>
        <translation>Ein eingefügtes Token von gestern.</translation>
    </message>
    <message>
        <source>A peak of logins, or a limit that is too low.</source>
        <translation>Eine Spitze von Anmeldungen oder ein zu niedriges Limit.</translation>
    </message>
    <message>
        <source>A peak of logins, or slow Actions that pile up.</source>
        <translation>Eine Spitze von Anmeldungen oder langsame Actions, die sich stauen.</translation>
    </message>
    <message>
        <source>A person in the dashboard, a deployment tool, or Textfactor itself.</source>
        <translation>Eine Person im Dashboard, ein Deployment-Werkzeug oder Textfactor selbst.</translation>
    </message>
    <message>
        <source>A phone number could not be changed</source>
        <translation>Eine Telefonnummer ließ sich nicht ändern</translation>
    </message>
    <message>
        <source>A phone number could not be changed.</source>
        <translation>Eine Telefonnummer ließ sich nicht ändern.</translation>
    </message>
    <message>
        <source>A phone number was changed.</source>
        <translation>Eine Telefonnummer wurde geändert.</translation>
    </message>
    <message>
        <source>A plan without SMS, or a suspended line.</source>
        <translation>Ein Tarif ohne SMS oder ein gesperrter Anschluss.</translation>
    </message>
    <message>
        <source>A plus sign, 00, a blank, a hyphen, or too many characters.</source>
        <translation>Ein Pluszeichen, 00, ein Leerzeichen, ein Bindestrich oder zu viele Zeichen.</translation>
    </message>
    <message>
        <source>A policy or an Action that asks for a second factor since a short time.</source>
        <translation>Eine Richtlinie oder eine Action, die seit kurzem einen zweiten Faktor verlangt.</translation>
    </message>
    <message>
        <source>A prepaid plan where receiving costs.</source>
        <translation>Ein Prepaid-Tarif, bei dem Empfangen kostet.</translation>
    </message>
    <message>
        <source>A private key or an access token.</source>
        <translation>Ein privater Schlüssel oder ein Access-Token.</translation>
    </message>
    <message>
        <source>A program asks for Hooks, and the tenant no longer has the address. That alone stops no message.</source>
        <translation>Ein Programm fragt nach Hooks, und der Tenant hat die Adresse nicht mehr. Das allein hält keine Nachricht auf.</translation>
    </message>
    <message>
        <source>A program got a token with its client ID and secret.</source>
        <translation>Ein Programm bekam mit Client-ID und Secret ein Token.</translation>
    </message>
    <message>
        <source>A program got no token with its client ID and secret.</source>
        <translation>Ein Programm bekam mit Client-ID und Secret kein Token.</translation>
    </message>
    <message>
        <source>A proxy address of the wrong kind, or a filter in between.</source>
        <translation>Eine Proxy-Adresse der falschen Art oder ein Filter dazwischen.</translation>
    </message>
    <message>
        <source>A proxy or a filter in between.</source>
        <translation>Ein Proxy oder Filter dazwischen.</translation>
    </message>
    <message>
        <source>A proxy or firewall cuts connections.</source>
        <translation>Ein Proxy oder eine Firewall trennt Verbindungen.</translation>
    </message>
    <message>
        <source>A proxy with an old certificate.</source>
        <translation>Ein Proxy mit altem Zertifikat.</translation>
    </message>
    <message>
        <source>A proxy, a filter or a sign-in page answers.</source>
        <translation>Ein Proxy, ein Filter oder eine Anmeldeseite antwortet.</translation>
    </message>
    <message>
        <source>A proxy, a filter, or a wrong address.</source>
        <translation>Ein Proxy, ein Filter oder eine falsche Adresse.</translation>
    </message>
    <message>
        <source>A push message could not be sent.</source>
        <translation>Eine Push-Nachricht ließ sich nicht senden.</translation>
    </message>
    <message>
        <source>A push message for the second factor failed.</source>
        <translation>Eine Push-Nachricht für den zweiten Faktor schlug fehl.</translation>
    </message>
    <message>
        <source>A push message for the second factor was sent.</source>
        <translation>Eine Push-Nachricht für den zweiten Faktor wurde gesendet.</translation>
    </message>
    <message>
        <source>A pushed authorisation request failed.</source>
        <translation>Eine vorab gesendete Autorisierungsanfrage schlug fehl.</translation>
    </message>
    <message>
        <source>A real user from a country that was not thought of.</source>
        <translation>Ein echter Benutzer aus einem Land, an das niemand dachte.</translation>
    </message>
    <message>
        <source>A receipt says that it arrived. If the person sees nothing, look at the phone.</source>
        <translation>Ein Bericht sagt, dass sie ankam. Sieht die Person nichts, das Telefon ansehen.</translation>
    </message>
    <message>
        <source>A receipt with an undocumented code</source>
        <translation>Ein Zustellbericht mit undokumentiertem Code</translation>
    </message>
    <message>
        <source>A recent change of carrier.</source>
        <translation>Ein Netzwechsel vor Kurzem.</translation>
    </message>
    <message>
        <source>A recovery code was accepted.</source>
        <translation>Ein Wiederherstellungscode wurde angenommen.</translation>
    </message>
    <message>
        <source>A recovery code was wrong.</source>
        <translation>Ein Wiederherstellungscode war falsch.</translation>
    </message>
    <message>
        <source>A refresh token could not be exchanged.</source>
        <translation>Ein Refresh-Token ließ sich nicht tauschen.</translation>
    </message>
    <message>
        <source>A refresh token was exchanged.</source>
        <translation>Ein Refresh-Token wurde getauscht.</translation>
    </message>
    <message>
        <source>A refresh token was revoked.</source>
        <translation>Ein Refresh-Token wurde widerrufen.</translation>
    </message>
    <message>
        <source>A repeated request.</source>
        <translation>Eine wiederholte Anfrage.</translation>
    </message>
    <message>
        <source>A request of the code got no answer in time.</source>
        <translation>Eine Anfrage des Codes bekam keine rechtzeitige Antwort.</translation>
    </message>
    <message>
        <source>A request of the code was given up before an answer came.</source>
        <translation>Eine Anfrage des Codes wurde vor der Antwort aufgegeben.</translation>
    </message>
    <message>
        <source>A request to reset a password failed.</source>
        <translation>Eine Anforderung zum Zurücksetzen des Passworts schlug fehl.</translation>
    </message>
    <message>
        <source>A request to reset a password was accepted.</source>
        <translation>Eine Anforderung zum Zurücksetzen des Passworts wurde angenommen.</translation>
    </message>
    <message>
        <source>A request was given up, by a time limit or by hand.</source>
        <translation>Eine Anfrage wurde aufgegeben, durch ein Zeitlimit oder von Hand.</translation>
    </message>
    <message>
        <source>A request without a time limit waits for an answer.</source>
        <translation>Eine Anfrage ohne Zeitlimit wartet auf Antwort.</translation>
    </message>
    <message>
        <source>A required parameter is absent.</source>
        <translation>Ein Pflichtparameter fehlt.</translation>
    </message>
    <message>
        <source>A reset was tried with a leaked password.</source>
        <translation>Ein Zurücksetzen mit einem geleakten Passwort wurde versucht.</translation>
    </message>
    <message>
        <source>A rotating refresh token was refused.</source>
        <translation>Ein rotierendes Refresh-Token wurde abgelehnt.</translation>
    </message>
    <message>
        <source>A rule against fraud that is wider than meant.</source>
        <translation>Eine Regel gegen Betrug, die weiter reicht als gedacht.</translation>
    </message>
    <message>
        <source>A rule of the country stopped it</source>
        <translation>Eine Vorschrift des Landes hielt sie auf</translation>
    </message>
    <message>
        <source>A run of an Action ended in an error.</source>
        <translation>Ein Lauf einer Action endete mit einem Fehler.</translation>
    </message>
    <message>
        <source>A runtime older than Node 18 has no fetch: choose the newest in the Action&apos;s settings.</source>
        <translation>Eine Laufzeit vor Node 18 kennt fetch nicht: in den Einstellungen der Action die neueste wählen.</translation>
    </message>
    <message>
        <source>A scope was asked for that does not exist.</source>
        <translation>Es wurde ein Scope verlangt, den es nicht gibt.</translation>
    </message>
    <message>
        <source>A scope, the plan or the tenant&apos;s path stands against it; errorCode and message tell which.</source>
        <translation>Ein Scope, der Tarif oder der Weg des Tenants steht dagegen; errorCode und Meldung sagen, was.</translation>
    </message>
    <message>
        <source>A script that does not wait.</source>
        <translation>Ein Skript, das nicht wartet.</translation>
    </message>
    <message>
        <source>A second factor is needed to go on.</source>
        <translation>Zum Weitermachen ist ein zweiter Faktor nötig.</translation>
    </message>
    <message>
        <source>A second factor was asked for.</source>
        <translation>Ein zweiter Faktor wurde verlangt.</translation>
    </message>
    <message>
        <source>A second factor was demanded (password grant).</source>
        <translation>Ein zweiter Faktor wurde verlangt (Password Grant).</translation>
    </message>
    <message>
        <source>A second factor was taken from a user.</source>
        <translation>Einem Benutzer wurde ein zweiter Faktor entfernt.</translation>
    </message>
    <message>
        <source>A second run, or somebody made it by hand.</source>
        <translation>Ein zweiter Lauf, oder jemand hat es von Hand angelegt.</translation>
    </message>
    <message>
        <source>A secret of the Action is missing or has another name.</source>
        <translation>Ein Secret der Action fehlt oder heißt anders.</translation>
    </message>
    <message>
        <source>A secret of the sender is missing.</source>
        <translation>Ein Secret des Versenders fehlt.</translation>
    </message>
    <message>
        <source>A sender without DLT registration, or another spelling.</source>
        <translation>Ein Absender ohne DLT-Registrierung oder in anderer Schreibweise.</translation>
    </message>
    <message>
        <source>A short condition of the network.</source>
        <translation>Ein kurzer Zustand des Netzes.</translation>
    </message>
    <message>
        <source>A short fault of the service, or of a company&apos;s proxy.</source>
        <translation>Ein kurzer Fehler des Dienstes oder eines Firmen-Proxys.</translation>
    </message>
    <message>
        <source>A short time to live in the request.</source>
        <translation>Eine kurze Lebensdauer in der Anfrage.</translation>
    </message>
    <message>
        <source>A sign-in page, or an address without https.</source>
        <translation>Eine Anmeldeseite oder eine Adresse ohne https.</translation>
    </message>
    <message>
        <source>A sign-up failed.</source>
        <translation>Ein Sign-up schlug fehl.</translation>
    </message>
    <message>
        <source>A sign-up was tried with a leaked password.</source>
        <translation>Ein Sign-up mit einem geleakten Passwort wurde versucht.</translation>
    </message>
    <message>
        <source>A signature and a secret in one request</source>
        <translation>Signatur und Secret in einer Anfrage</translation>
    </message>
    <message>
        <source>A silent login failed.</source>
        <translation>Eine stille Anmeldung schlug fehl.</translation>
    </message>
    <message>
        <source>A silent login succeeded.</source>
        <translation>Eine stille Anmeldung gelang.</translation>
    </message>
    <message>
        <source>A single character outside GSM-7 turns the whole text to Unicode: 70 characters a part in place of 160.</source>
        <translation>Ein einziges Zeichen außerhalb von GSM-7 macht den ganzen Text zu Unicode: 70 Zeichen je Teil statt 160.</translation>
    </message>
    <message>
        <source>A slow line, a proxy, or a busy service.</source>
        <translation>Eine langsame Leitung, ein Proxy oder ein ausgelasteter Dienst.</translation>
    </message>
    <message>
        <source>A slow route of the carrier.</source>
        <translation>Ein langsamer Weg des Netzbetreibers.</translation>
    </message>
    <message>
        <source>A spam folder, a blocked sender, or a full store.</source>
        <translation>Ein Spam-Ordner, ein gesperrter Absender oder voller Speicher.</translation>
    </message>
    <message>
        <source>A step of self-service SSO failed.</source>
        <translation>Ein Schritt des Self-Service-SSO schlug fehl.</translation>
    </message>
    <message>
        <source>A step of self-service SSO succeeded.</source>
        <translation>Ein Schritt des Self-Service-SSO gelang.</translation>
    </message>
    <message>
        <source>A summary of the hits of network ACLs.</source>
        <translation>Eine Übersicht der Treffer von Network ACLs.</translation>
    </message>
    <message>
        <source>A support article lists it as unknown; its text could not be read.</source>
        <translation>Ein Support-Artikel führt ihn als unbekannt; sein Text war nicht zu lesen.</translation>
    </message>
    <message>
        <source>A synchronisation of a directory ended.</source>
        <translation>Der Abgleich eines Verzeichnisses ist beendet.</translation>
    </message>
    <message>
        <source>A synchronisation of a directory failed.</source>
        <translation>Der Abgleich eines Verzeichnisses schlug fehl.</translation>
    </message>
    <message>
        <source>A synchronisation of a directory started.</source>
        <translation>Der Abgleich eines Verzeichnisses begann.</translation>
    </message>
    <message>
        <source>A tag is not valid (social channels).</source>
        <translation>Ein Tag ist ungültig (soziale Kanäle).</translation>
    </message>
    <message>
        <source>A template that repeats itself, or a variable with a long value.</source>
        <translation>Eine Vorlage, die sich wiederholt, oder eine Variable mit langem Wert.</translation>
    </message>
    <message>
        <source>A test message arrives, codes do not.</source>
        <translation>Eine Testnachricht kommt an, Codes nicht.</translation>
    </message>
    <message>
        <source>A text of the old path was taken over unchanged.</source>
        <translation>Ein Text des alten Wegs wurde unverändert übernommen.</translation>
    </message>
    <message>
        <source>A third-party account could not be linked.</source>
        <translation>Ein fremdes Konto ließ sich nicht verknüpfen.</translation>
    </message>
    <message>
        <source>A third-party account could not be unlinked.</source>
        <translation>Ein fremdes Konto ließ sich nicht lösen.</translation>
    </message>
    <message>
        <source>A third-party account was linked.</source>
        <translation>Ein fremdes Konto wurde verknüpft.</translation>
    </message>
    <message>
        <source>A third-party account was unlinked.</source>
        <translation>Ein fremdes Konto wurde gelöst.</translation>
    </message>
    <message>
        <source>A time to live, callback or reference is out of range.</source>
        <translation>Lebensdauer, Callback oder Referenz liegen außerhalb der Grenzen.</translation>
    </message>
    <message>
        <source>A token exchange on behalf of a user failed.</source>
        <translation>Ein Token-Tausch im Namen eines Benutzers schlug fehl.</translation>
    </message>
    <message>
        <source>A token exchange on behalf of a user succeeded.</source>
        <translation>Ein Token-Tausch im Namen eines Benutzers gelang.</translation>
    </message>
    <message>
        <source>A tool or script for the old path: older Terraform, deploy-cli or own code.</source>
        <translation>Ein Werkzeug oder Skript für den alten Weg: älteres Terraform, deploy-cli oder eigener Code.</translation>
    </message>
    <message>
        <source>A top-up was asked for while automatic reload is off.</source>
        <translation>Eine Aufladung wurde verlangt, während das automatische Aufladen aus ist.</translation>
    </message>
    <message>
        <source>A traffic rule of Fraud Defender blocks the country</source>
        <translation>Eine Verkehrsregel von Fraud Defender sperrt das Land</translation>
    </message>
    <message>
        <source>A trial account adds about 30 characters to each text. It looks like a broken template and may need a second part.</source>
        <translation>Ein Testkonto hängt etwa 30 Zeichen an jeden Text. Das sieht nach kaputter Vorlage aus und kann einen zweiten Teil kosten.</translation>
    </message>
    <message>
        <source>A trial account reaches its test numbers only</source>
        <translation>Ein Testkonto erreicht nur seine Testnummern</translation>
    </message>
    <message>
        <source>A trial account reaches only the numbers on its list of test numbers. Real users cannot be served with it.</source>
        <translation>Ein Testkonto erreicht nur die Nummern auf seiner Liste von Testnummern. Echte Benutzer lassen sich damit nicht bedienen.</translation>
    </message>
    <message>
        <source>A trial account, and not a test number.</source>
        <translation>Ein Testkonto, und keine Testnummer.</translation>
    </message>
    <message>
        <source>A trial account, and the recipient is not verified.</source>
        <translation>Ein Testkonto, und der Empfänger ist nicht bestätigt.</translation>
    </message>
    <message>
        <source>A trial account, and this recipient is not one of its test numbers.</source>
        <translation>Ein Testkonto, und dieser Empfänger ist keine seiner Testnummern.</translation>
    </message>
    <message>
        <source>A trial account: accepted, then rejected</source>
        <translation>Ein Testkonto: erst angenommen, dann abgelehnt</translation>
    </message>
    <message>
        <source>A trial remark is added to each text</source>
        <translation>An jeden Text wird ein Demo-Vermerk gehängt</translation>
    </message>
    <message>
        <source>A typing error in an address or ID.</source>
        <translation>Ein Tippfehler in einer Adresse oder ID.</translation>
    </message>
    <message>
        <source>A typing error in the name, or https:// where a bare name is wanted.</source>
        <translation>Ein Tippfehler im Namen, oder https://, wo nur der Name stehen soll.</translation>
    </message>
    <message>
        <source>A typing error, a blank, or the signature secret in place of the API secret.</source>
        <translation>Ein Tippfehler, ein Leerzeichen oder das Signature Secret anstelle des API-Secrets.</translation>
    </message>
    <message>
        <source>A typing error, or the region is missing (eu, us, au, jp).</source>
        <translation>Ein Tippfehler, oder die Region fehlt (eu, us, au, jp).</translation>
    </message>
    <message>
        <source>A typing error, the older of two codes, or an expired one.</source>
        <translation>Ein Tippfehler, der ältere von zwei Codes oder ein abgelaufener.</translation>
    </message>
    <message>
        <source>A universal logout failed.</source>
        <translation>Ein Universal Logout schlug fehl.</translation>
    </message>
    <message>
        <source>A universal logout succeeded.</source>
        <translation>Ein Universal Logout gelang.</translation>
    </message>
    <message>
        <source>A user cancelled the confirmation of a device.</source>
        <translation>Ein Benutzer brach die Bestätigung eines Geräts ab.</translation>
    </message>
    <message>
        <source>A user cannot add a phone.</source>
        <translation>Ein Benutzer kann kein Telefon hinzufügen.</translation>
    </message>
    <message>
        <source>A user changed a factor of their own.</source>
        <translation>Ein Benutzer hat einen eigenen Faktor geändert.</translation>
    </message>
    <message>
        <source>A user could not be deleted.</source>
        <translation>Ein Benutzer ließ sich nicht löschen.</translation>
    </message>
    <message>
        <source>A user could not change a factor of their own.</source>
        <translation>Ein Benutzer konnte einen eigenen Faktor nicht ändern.</translation>
    </message>
    <message>
        <source>A user finished an enrolment for a second factor.</source>
        <translation>Ein Benutzer hat die Registrierung eines zweiten Faktors abgeschlossen.</translation>
    </message>
    <message>
        <source>A user is sent no more messages for some time.</source>
        <translation>Ein Benutzer bekommt für einige Zeit keine Nachrichten mehr.</translation>
    </message>
    <message>
        <source>A user may get ten messages in a burst, then one an hour. No setting changes that.</source>
        <translation>Ein Benutzer bekommt zehn Nachrichten am Stück, dann eine je Stunde. Keine Einstellung ändert das.</translation>
    </message>
    <message>
        <source>A user signed up. Peaks may come before a wave of costly SMS.</source>
        <translation>Ein neuer Benutzer hat ein Konto angelegt (Sign-up). Häufungen können einer Welle teurer SMS vorangehen.</translation>
    </message>
    <message>
        <source>A user tried to enrol a phone, and it did not come about.</source>
        <translation>Ein Benutzer wollte ein Telefon registrieren, und es kam nicht zustande.</translation>
    </message>
    <message>
        <source>A user was blocked after too many logins from one address.</source>
        <translation>Ein Benutzer wurde nach zu vielen Anmeldungen von einer Adresse gesperrt.</translation>
    </message>
    <message>
        <source>A user was deleted.</source>
        <translation>Ein Benutzer wurde gelöscht.</translation>
    </message>
    <message>
        <source>A user was sent too many codes, or entered too many wrong ones.</source>
        <translation>Ein Benutzer bekam zu viele Codes oder gab zu viele falsche ein.</translation>
    </message>
    <message>
        <source>A username could not be changed.</source>
        <translation>Ein Benutzername ließ sich nicht ändern.</translation>
    </message>
    <message>
        <source>A username was changed.</source>
        <translation>Ein Benutzername wurde geändert.</translation>
    </message>
    <message>
        <source>A value is not acceptable.</source>
        <translation>Ein Wert ist unzulässig.</translation>
    </message>
    <message>
        <source>A value is out of range, or the code calls itself without end.</source>
        <translation>Ein Wert liegt außerhalb der Grenzen, oder der Code ruft sich endlos selbst auf.</translation>
    </message>
    <message>
        <source>A verification mail could not be requested.</source>
        <translation>Eine Bestätigungsmail ließ sich nicht anfordern.</translation>
    </message>
    <message>
        <source>A verification mail could not be sent.</source>
        <translation>Eine Bestätigungsmail ließ sich nicht senden.</translation>
    </message>
    <message>
        <source>A verification mail was requested.</source>
        <translation>Eine Bestätigungsmail wurde angefordert.</translation>
    </message>
    <message>
        <source>A verification mail was sent.</source>
        <translation>Eine Bestätigungsmail wurde gesendet.</translation>
    </message>
    <message>
        <source>A very old system.</source>
        <translation>Ein sehr altes System.</translation>
    </message>
    <message>
        <source>A voice call with the code failed</source>
        <translation>Ein Anruf mit dem Code schlug fehl</translation>
    </message>
    <message>
        <source>A warning during a login.</source>
        <translation>Eine Warnung bei einer Anmeldung.</translation>
    </message>
    <message>
        <source>A warning while a notification was sent.</source>
        <translation>Eine Warnung beim Senden einer Benachrichtigung.</translation>
    </message>
    <message>
        <source>A warning while a user was managed.</source>
        <translation>Eine Warnung bei der Verwaltung eines Benutzers.</translation>
    </message>
    <message>
        <source>A web page&apos;s origin is not allowed.</source>
        <translation>Der Ursprung einer Webseite ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>A wrong address or port, such as of a practice world that has ended.</source>
        <translation>Eine falsche Adresse oder ein falscher Port, etwa einer beendeten Übungswelt.</translation>
    </message>
    <message>
        <source>A wrong address.</source>
        <translation>Eine falsche Adresse.</translation>
    </message>
    <message>
        <source>A wrong clock, an old token, or a replaced key.</source>
        <translation>Eine falsche Uhr, ein altes Token oder ein ersetzter Schlüssel.</translation>
    </message>
    <message>
        <source>A wrong number, a phone that is off, a filter, or a fault on the way.</source>
        <translation>Eine falsche Nummer, ein ausgeschaltetes Telefon, ein Filter oder ein Fehler auf dem Weg.</translation>
    </message>
    <message>
        <source>A wrong number, or a line without SMS.</source>
        <translation>Eine falsche Nummer oder ein Anschluss ohne SMS.</translation>
    </message>
    <message>
        <source>A wrong or invented number.</source>
        <translation>Eine falsche oder erfundene Nummer.</translation>
    </message>
    <message>
        <source>Add credit: that ends the trial and the remark in each text.</source>
        <translation>Guthaben aufladen: Das beendet die Testzeit und den Demo-Vermerk in jedem Text.</translation>
    </message>
    <message>
        <source>Add the company&apos;s certificate to the system&apos;s store, or name it in REQUESTS_CA_BUNDLE.</source>
        <translation>Das Zertifikat der Firma in den Speicher des Systems aufnehmen oder in REQUESTS_CA_BUNDLE nennen.</translation>
    </message>
    <message>
        <source>All logs say sent, and nothing arrives.</source>
        <translation>Alle Logs sagen gesendet, und nichts kommt an.</translation>
    </message>
    <message>
        <source>An AD/LDAP connector could not be provisioned.</source>
        <translation>Ein AD/LDAP-Connector ließ sich nicht einrichten.</translation>
    </message>
    <message>
        <source>An AD/LDAP connector failed.</source>
        <translation>Ein AD/LDAP-Connector versagte.</translation>
    </message>
    <message>
        <source>An Action can be deployed only when its build is done.</source>
        <translation>Eine Action lässt sich erst bereitstellen, wenn ihr Build fertig ist.</translation>
    </message>
    <message>
        <source>An Action may run 20 seconds; then Auth0 ends it. Whether the message went out is not known.</source>
        <translation>Eine Action darf 20 Sekunden laufen; dann beendet Auth0 sie. Ob die Nachricht hinausging, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>An Action that should send the message fails.</source>
        <translation>Eine Action, die die Nachricht senden soll, schlägt fehl.</translation>
    </message>
    <message>
        <source>An Action that should send the message runs into its time limit.</source>
        <translation>Eine Action, die die Nachricht senden soll, läuft in ihr Zeitlimit.</translation>
    </message>
    <message>
        <source>An Action was moved unchanged from one path to the other.</source>
        <translation>Eine Action wurde unverändert von einem Weg zum anderen gebracht.</translation>
    </message>
    <message>
        <source>An ID cannot be combined with dates or a status.</source>
        <translation>Eine ID lässt sich nicht mit Daten oder Status verbinden.</translation>
    </message>
    <message>
        <source>An account holds two secrets at most, and there are two.</source>
        <translation>Ein Konto hat höchstens zwei Secrets, und zwei sind da.</translation>
    </message>
    <message>
        <source>An account must keep one secret.</source>
        <translation>Ein Konto muss ein Secret behalten.</translation>
    </message>
    <message>
        <source>An account or a phone is said to have no credit.</source>
        <translation>Es heißt, ein Konto oder ein Telefon habe kein Guthaben.</translation>
    </message>
    <message>
        <source>An action was refused; the label of the answer tells why.</source>
        <translation>Eine Aktion wurde abgelehnt; die Antwort nennt den Grund.</translation>
    </message>
    <message>
        <source>An ad blocker.</source>
        <translation>Ein Werbeblocker.</translation>
    </message>
    <message>
        <source>An address is wanted, or the number belongs to somebody.</source>
        <translation>Eine Anschrift wird verlangt, oder die Nummer gehört jemandem.</translation>
    </message>
    <message>
        <source>An address was blocked after too many failed logins or sign-ups.</source>
        <translation>Eine Adresse wurde nach zu vielen Fehlanmeldungen oder Sign-ups gesperrt.</translation>
    </message>
    <message>
        <source>An address was blocked for one user after wrong passwords.</source>
        <translation>Eine Adresse wurde für einen Benutzer nach falschen Passwörtern gesperrt.</translation>
    </message>
    <message>
        <source>An age rule of the carrier</source>
        <translation>Eine Altersregel des Netzbetreibers</translation>
    </message>
    <message>
        <source>An age rule of the carrier.</source>
        <translation>Eine Altersregel des Netzbetreibers.</translation>
    </message>
    <message>
        <source>An answer that is no JSON.</source>
        <translation>Eine Antwort, die kein JSON ist.</translation>
    </message>
    <message>
        <source>An app that signs in with user name and password (or a refresh token) and does not go on after this answer.</source>
        <translation>Eine App, die mit Benutzername und Passwort (oder einem Refresh Token) anmeldet und nach dieser Antwort nicht weitermacht.</translation>
    </message>
    <message>
        <source>An attack, or a peak that looks like one.</source>
        <translation>Ein Angriff oder eine Spitze, die so aussieht.</translation>
    </message>
    <message>
        <source>An attack.</source>
        <translation>Ein Angriff.</translation>
    </message>
    <message>
        <source>An attempt at fraud, which the list is there to stop.</source>
        <translation>Ein Betrugsversuch, den die Liste aufhalten soll.</translation>
    </message>
    <message>
        <source>An authenticator app, push or mail is enrolled.</source>
        <translation>Eine Authenticator-App, Push oder Mail ist registriert.</translation>
    </message>
    <message>
        <source>An authorisation code could not be exchanged.</source>
        <translation>Ein Autorisierungscode ließ sich nicht tauschen.</translation>
    </message>
    <message>
        <source>An authorisation code was exchanged.</source>
        <translation>Ein Autorisierungscode wurde getauscht.</translation>
    </message>
    <message>
        <source>An earlier replacement was not finished.</source>
        <translation>Ein früheres Ersetzen wurde nicht beendet.</translation>
    </message>
    <message>
        <source>An empty message arrives, or none as it is empty.</source>
        <translation>Eine leere Nachricht kommt an, oder keine, da sie leer ist.</translation>
    </message>
    <message>
        <source>An endless loop, or tries in a row.</source>
        <translation>Eine endlose Schleife oder mehrere Versuche hintereinander.</translation>
    </message>
    <message>
        <source>An entry for the host, or a &quot;default&quot; entry.</source>
        <translation>Ein Eintrag für den Host oder ein Eintrag &quot;default&quot;.</translation>
    </message>
    <message>
        <source>An exchange with the Token Vault failed.</source>
        <translation>Ein Tausch mit dem Token Vault schlug fehl.</translation>
    </message>
    <message>
        <source>An exchange with the Token Vault succeeded.</source>
        <translation>Ein Tausch mit dem Token Vault gelang.</translation>
    </message>
    <message>
        <source>An identity assertion could not be exchanged.</source>
        <translation>Ein Identitätsnachweis ließ sich nicht tauschen.</translation>
    </message>
    <message>
        <source>An identity assertion was exchanged.</source>
        <translation>Ein Identitätsnachweis wurde getauscht.</translation>
    </message>
    <message>
        <source>An import of users failed.</source>
        <translation>Ein Import von Benutzern schlug fehl.</translation>
    </message>
    <message>
        <source>An import of users succeeded.</source>
        <translation>Ein Import von Benutzern gelang.</translation>
    </message>
    <message>
        <source>An invitation could not be accepted.</source>
        <translation>Eine Einladung ließ sich nicht annehmen.</translation>
    </message>
    <message>
        <source>An invitation was accepted.</source>
        <translation>Eine Einladung wurde angenommen.</translation>
    </message>
    <message>
        <source>An old code; Vonage&apos;s own SDK says that it is no longer issued.</source>
        <translation>Ein alter Code; nach Vonages eigenem SDK wird er nicht mehr vergeben.</translation>
    </message>
    <message>
        <source>An old guide or repository.</source>
        <translation>Eine alte Anleitung oder ein altes Repository.</translation>
    </message>
    <message>
        <source>An old phone that was never removed.</source>
        <translation>Ein altes Telefon, das nie entfernt wurde.</translation>
    </message>
    <message>
        <source>An older tool or script.</source>
        <translation>Ein älteres Werkzeug oder Skript.</translation>
    </message>
    <message>
        <source>An operation on a key failed.</source>
        <translation>Ein Vorgang an einem Schlüssel schlug fehl.</translation>
    </message>
    <message>
        <source>An operation on a key succeeded.</source>
        <translation>Ein Vorgang an einem Schlüssel gelang.</translation>
    </message>
    <message>
        <source>An opt-out by STOP.</source>
        <translation>Eine Abmeldung mit STOP.</translation>
    </message>
    <message>
        <source>An order about a number was refused</source>
        <translation>Ein Auftrag zu einer Nummer wurde abgelehnt</translation>
    </message>
    <message>
        <source>An order about a number was refused; the label tells why.</source>
        <translation>Ein Auftrag zu einer Nummer wurde abgelehnt; die Antwort nennt den Grund.</translation>
    </message>
    <message>
        <source>Another account sends: another API key stands in the Action&apos;s secrets.</source>
        <translation>Ein anderes Konto sendet: in den Secrets der Action steht ein anderer API-Key.</translation>
    </message>
    <message>
        <source>Another program uses the same key.</source>
        <translation>Ein anderes Programm nutzt denselben Key.</translation>
    </message>
    <message>
        <source>Another provider than the Action sends the messages</source>
        <translation>Ein anderer Anbieter als die Action sendet die Nachrichten</translation>
    </message>
    <message>
        <source>Another rule of the country was broken.</source>
        <translation>Eine andere Vorschrift des Landes wurde verletzt.</translation>
    </message>
    <message>
        <source>Another script uses the same tenant.</source>
        <translation>Ein anderes Skript nutzt denselben Tenant.</translation>
    </message>
    <message>
        <source>Another sender stands in the country&apos;s register than the one of this message.</source>
        <translation>Im Register des Landes steht ein anderer Absender als der dieser Nachricht.</translation>
    </message>
    <message>
        <source>Another signature secret or method than the one in the dashboard.</source>
        <translation>Ein anderes Signature Secret oder Verfahren als im Dashboard.</translation>
    </message>
    <message>
        <source>As long as the factor is off, no login can ask for a code by SMS.</source>
        <translation>Solange der Faktor aus ist, kann keine Anmeldung einen Code per SMS verlangen.</translation>
    </message>
    <message>
        <source>Ask Vonage for more throughput if it happens daily.</source>
        <translation>Bei täglichem Auftreten bei Vonage mehr Durchsatz verlangen.</translation>
    </message>
    <message>
        <source>Ask Vonage support to enable the SMS API.</source>
        <translation>Den Vonage-Support bitten, die SMS API freizuschalten.</translation>
    </message>
    <message>
        <source>Ask Vonage support, with the message ID and the time.</source>
        <translation>Den Vonage-Support fragen, mit Nachrichten-ID und Uhrzeit.</translation>
    </message>
    <message>
        <source>Ask Vonage support, with the time and the API key, never the secret.</source>
        <translation>Den Vonage-Support fragen, mit Uhrzeit und API-Key, nie mit dem Secret.</translation>
    </message>
    <message>
        <source>Ask Vonage to enable reports.</source>
        <translation>Vonage um Freischaltung der Reports bitten.</translation>
    </message>
    <message>
        <source>Ask for a new code at the login.</source>
        <translation>Bei der Anmeldung einen neuen Code anfordern.</translation>
    </message>
    <message>
        <source>Ask for the factor in a post-login Action, or by policy.</source>
        <translation>Den Faktor in einer Post-Login-Action oder per Richtlinie verlangen.</translation>
    </message>
    <message>
        <source>Ask for the report again with product SMS, direction outbound, and a time with some hours to spare: times are UTC.</source>
        <translation>Den Bericht noch einmal anfordern, mit product SMS, direction outbound und einer Zeitspanne mit einigen Stunden Reserve: die Zeiten sind UTC.</translation>
    </message>
    <message>
        <source>Ask the person for another number.</source>
        <translation>Die Person um eine andere Nummer bitten.</translation>
    </message>
    <message>
        <source>Ask the person whether it came.</source>
        <translation>Die Person fragen, ob sie ankam.</translation>
    </message>
    <message>
        <source>Ask whoever runs the network.</source>
        <translation>Fragen, wer das Netz betreibt.</translation>
    </message>
    <message>
        <source>Attack protection blocked the address or user</source>
        <translation>Der Angriffsschutz sperrte Adresse oder Benutzer</translation>
    </message>
    <message>
        <source>Attack protection stopped the address or the user before a code was asked for.</source>
        <translation>Der Angriffsschutz hielt Adresse oder Benutzer auf, bevor ein Code verlangt wurde.</translation>
    </message>
    <message>
        <source>Auth0 asked the sender for a call; it sends text messages only.</source>
        <translation>Auth0 verlangte vom Versender einen Anruf; er sendet nur SMS.</translation>
    </message>
    <message>
        <source>Auth0 asks for the second factor now</source>
        <translation>Auth0 verlangt jetzt den zweiten Faktor</translation>
    </message>
    <message>
        <source>Auth0 could not build the Action, so it cannot be deployed.</source>
        <translation>Auth0 konnte die Action nicht bauen, also lässt sie sich nicht bereitstellen.</translation>
    </message>
    <message>
        <source>Auth0 could not hand the message over</source>
        <translation>Auth0 konnte die Nachricht nicht übergeben</translation>
    </message>
    <message>
        <source>Auth0 could not run the Action</source>
        <translation>Auth0 konnte die Action nicht ausführen</translation>
    </message>
    <message>
        <source>Auth0 dashboard &gt; Applications &gt; your application &gt; Settings: copy both again.</source>
        <translation>Auth0-Dashboard &gt; Applications &gt; die eigene Anwendung &gt; Settings: beide neu kopieren.</translation>
    </message>
    <message>
        <source>Auth0 dashboard &gt; Applications &gt; your machine-to-machine application &gt; APIs: authorise it for the Auth0 Management API.</source>
        <translation>Auth0-Dashboard &gt; Applications &gt; die eigene Machine-to-Machine-Anwendung &gt; APIs: sie für die Auth0 Management API berechtigen.</translation>
    </message>
    <message>
        <source>Auth0 does not accept the client&apos;s secret</source>
        <translation>Auth0 akzeptiert das Secret des Clients nicht</translation>
    </message>
    <message>
        <source>Auth0 does not know this id</source>
        <translation>Auth0 kennt diese ID nicht</translation>
    </message>
    <message>
        <source>Auth0 does not take this phone number</source>
        <translation>Auth0 nimmt diese Telefonnummer nicht an</translation>
    </message>
    <message>
        <source>Auth0 does not take this token at all.</source>
        <translation>Auth0 nimmt dieses Token gar nicht an.</translation>
    </message>
    <message>
        <source>Auth0 finds no Action with which to send.</source>
        <translation>Auth0 findet keine Action, mit der es senden könnte.</translation>
    </message>
    <message>
        <source>Auth0 gives no token: the client&apos;s ID and secret do not belong together.</source>
        <translation>Auth0 gibt kein Token: ID und Secret des Clients gehören nicht zusammen.</translation>
    </message>
    <message>
        <source>Auth0 handed the message over</source>
        <translation>Auth0 hat die Nachricht übergeben</translation>
    </message>
    <message>
        <source>Auth0 is not available for now.</source>
        <translation>Auth0 ist gerade nicht verfügbar.</translation>
    </message>
    <message>
        <source>Auth0 itself could not run the Action.</source>
        <translation>Auth0 selbst konnte die Action nicht ausführen.</translation>
    </message>
    <message>
        <source>Auth0 itself could not run the Action; its code is not the reason.</source>
        <translation>Auth0 selbst konnte die Action nicht ausführen; ihr Code ist nicht der Grund.</translation>
    </message>
    <message>
        <source>Auth0 refused the request because a field is missing, unknown or has a wrong value.</source>
        <translation>Auth0 lehnte die Anfrage ab, weil ein Feld fehlt, unbekannt ist oder einen falschen Wert hat.</translation>
    </message>
    <message>
        <source>Auth0 refused the shape of the request</source>
        <translation>Auth0 lehnte die Form der Anfrage ab</translation>
    </message>
    <message>
        <source>Auth0 takes one Action for the phone provider; more of them ended in 2026.</source>
        <translation>Auth0 lässt eine Action für den Phone-Provider zu; mit mehreren war 2026 Schluss.</translation>
    </message>
    <message>
        <source>Auth0 tries the message again</source>
        <translation>Auth0 versucht die Nachricht erneut</translation>
    </message>
    <message>
        <source>Auth0 warns about a message</source>
        <translation>Auth0 warnt wegen einer Nachricht</translation>
    </message>
    <message>
        <source>Auth0&apos;s built-in sender has used up its messages</source>
        <translation>Der eingebaute Versand von Auth0 ist aufgebraucht</translation>
    </message>
    <message>
        <source>Auth0&apos;s log has no row about it.</source>
        <translation>Das Log von Auth0 hat keine Zeile darüber.</translation>
    </message>
    <message>
        <source>Auth0&apos;s outgoing addresses are not on the list.</source>
        <translation>Die ausgehenden Adressen von Auth0 stehen nicht auf der Liste.</translation>
    </message>
    <message>
        <source>Auth0&apos;s own sender is for trying out: 100 messages in a tenant&apos;s whole life.</source>
        <translation>Auth0s eigener Versand ist zum Ausprobieren: 100 Nachrichten im ganzen Leben eines Tenants.</translation>
    </message>
    <message>
        <source>Auth0&apos;s rate limit is nearly used up</source>
        <translation>Das Rate-Limit von Auth0 ist fast aufgebraucht</translation>
    </message>
    <message>
        <source>Auth0&apos;s rate limit is used up</source>
        <translation>Das Rate-Limit von Auth0 ist aufgebraucht</translation>
    </message>
    <message>
        <source>Auth0&apos;s sender failed, and the row&apos;s details say why.</source>
        <translation>Auth0s Versand schlug fehl, und die Details der Zeile sagen, warum.</translation>
    </message>
    <message>
        <source>Automatic login, or another password than that of the session.</source>
        <translation>Automatische Anmeldung oder ein anderes Passwort als das der Sitzung.</translation>
    </message>
    <message>
        <source>Automatic reload is off, or its payment failed.</source>
        <translation>Das automatische Aufladen ist aus, oder die Zahlung schlug fehl.</translation>
    </message>
    <message>
        <source>Behind the text stands a remark on a demo.</source>
        <translation>Hinter dem Text steht ein Hinweis auf eine Demo.</translation>
    </message>
    <message>
        <source>Both places for a secret are taken</source>
        <translation>Beide Plätze für ein Secret sind belegt</translation>
    </message>
    <message>
        <source>Call from a server or an Action, never from a page.</source>
        <translation>Von einem Server oder einer Action aus aufrufen, nie aus einer Seite.</translation>
    </message>
    <message>
        <source>Carriers block general words as senders.</source>
        <translation>Netze sperren allgemeine Wörter als Absender.</translation>
    </message>
    <message>
        <source>Carriers in several countries block senders such as VERIFY, INFO, SMS, NOTICE, CODE, AUTH, OTP, PIN or ALERT.</source>
        <translation>Netze in mehreren Ländern sperren Absender wie VERIFY, INFO, SMS, NOTICE, CODE, AUTH, OTP, PIN oder ALERT.</translation>
    </message>
    <message>
        <source>Certificates and tokens depend on the time, and this computer&apos;s is wrong.</source>
        <translation>Zertifikate und Tokens hängen von der Zeit ab, und die dieses Rechners ist falsch.</translation>
    </message>
    <message>
        <source>Change that Action in place of adding another.</source>
        <translation>Diese Action ändern, statt eine weitere anzulegen.</translation>
    </message>
    <message>
        <source>Change what is there in place of making it: the setup&apos;s plan does so.</source>
        <translation>Das Vorhandene ändern, statt es anzulegen: Der Plan der Einrichtung tut das.</translation>
    </message>
    <message>
        <source>Characters arrive as question marks</source>
        <translation>Zeichen kommen als Fragezeichen an</translation>
    </message>
    <message>
        <source>Characters outside GSM-7 sent as type=text.</source>
        <translation>Zeichen außerhalb von GSM-7, gesendet als type=text.</translation>
    </message>
    <message>
        <source>Characters outside the GSM alphabet arrive as question marks or boxes.</source>
        <translation>Zeichen außerhalb des GSM-Alphabets kommen als Fragezeichen oder Kästchen an.</translation>
    </message>
    <message>
        <source>Check date and time of this computer.</source>
        <translation>Datum und Uhrzeit dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>Check reception, then ask for a new code.</source>
        <translation>Den Empfang prüfen, dann einen neuen Code anfordern.</translation>
    </message>
    <message>
        <source>Check that it is a mobile number that receives SMS.</source>
        <translation>Prüfen, ob es eine Mobilnummer ist, die SMS empfängt.</translation>
    </message>
    <message>
        <source>Check that the Action has VONAGE_API_KEY, VONAGE_API_SECRET and VONAGE_FROM_NUMBER.</source>
        <translation>Prüfen, ob die Action VONAGE_API_KEY, VONAGE_API_SECRET und VONAGE_FROM_NUMBER hat.</translation>
    </message>
    <message>
        <source>Check that the number is the person&apos;s own.</source>
        <translation>Prüfen, ob es die Nummer der Person ist.</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>Check the address: the SMS API is https://rest.nexmo.com/sms/json.</source>
        <translation>Die Adresse prüfen: Die SMS API ist https://rest.nexmo.com/sms/json.</translation>
    </message>
    <message>
        <source>Check the name, such as the tenant&apos;s domain.</source>
        <translation>Den Namen prüfen, etwa die Domain des Tenants.</translation>
    </message>
    <message>
        <source>Check the network connection.</source>
        <translation>Die Netzverbindung prüfen.</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s address in the settings of the system.</source>
        <translation>Die Adresse des Proxys in den Einstellungen des Systems prüfen.</translation>
    </message>
    <message>
        <source>Check them on the tenant page.</source>
        <translation>Auf der Seite Tenant prüfen.</translation>
    </message>
    <message>
        <source>Choose &quot;Try another method&quot; at the login.</source>
        <translation>Bei der Anmeldung eine andere Methode wählen.</translation>
    </message>
    <message>
        <source>Choose a number of the account as sender, digits only.</source>
        <translation>Eine Nummer des Kontos als Absender wählen, nur Ziffern.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Ein anderes wählen.</translation>
    </message>
    <message>
        <source>Choose the country, then type the number without its leading 0.</source>
        <translation>Das Land wählen, dann die Nummer ohne die führende 0 eingeben.</translation>
    </message>
    <message>
        <source>Choose the scopes that the tenant page names.</source>
        <translation>Die Scopes wählen, die die Seite Tenant nennt.</translation>
    </message>
    <message>
        <source>Chrome: a rule of the page blocked the answer.</source>
        <translation>Chrome: Eine Regel der Seite blockierte die Antwort.</translation>
    </message>
    <message>
        <source>Chrome: an extension blocked the request.</source>
        <translation>Chrome: Eine Erweiterung blockierte die Anfrage.</translation>
    </message>
    <message>
        <source>Chrome: no answer came in time.</source>
        <translation>Chrome: Keine Antwort kam rechtzeitig.</translation>
    </message>
    <message>
        <source>Chrome: no connection came about in time.</source>
        <translation>Chrome: Keine Verbindung in der Zeit.</translation>
    </message>
    <message>
        <source>Chrome: nobody listens there, or a firewall says no.</source>
        <translation>Chrome: Dort hört niemand, oder eine Firewall sagt nein.</translation>
    </message>
    <message>
        <source>Chrome: the address leads in a circle.</source>
        <translation>Chrome: Die Adresse führt im Kreis.</translation>
    </message>
    <message>
        <source>Chrome: the answer broke off half-way.</source>
        <translation>Chrome: Die Antwort brach auf halbem Weg ab.</translation>
    </message>
    <message>
        <source>Chrome: the answer is shorter than announced.</source>
        <translation>Chrome: Die Antwort ist kürzer als angekündigt.</translation>
    </message>
    <message>
        <source>Chrome: the certificate has expired, or the clock is wrong.</source>
        <translation>Chrome: Das Zertifikat ist abgelaufen, oder die Uhr geht falsch.</translation>
    </message>
    <message>
        <source>Chrome: the certificate is for another name.</source>
        <translation>Chrome: Das Zertifikat gilt für einen anderen Namen.</translation>
    </message>
    <message>
        <source>Chrome: the computer is offline.</source>
        <translation>Chrome: Der Rechner ist offline.</translation>
    </message>
    <message>
        <source>Chrome: the connection was torn down.</source>
        <translation>Chrome: Die Verbindung wurde abgerissen.</translation>
    </message>
    <message>
        <source>Chrome: the issuer is not trusted.</source>
        <translation>Chrome: Dem Aussteller wird nicht vertraut.</translation>
    </message>
    <message>
        <source>Chrome: the network changed during the request.</source>
        <translation>Chrome: Das Netz wechselte während der Anfrage.</translation>
    </message>
    <message>
        <source>Chrome: the other side hung up without an answer.</source>
        <translation>Chrome: Die andere Seite legte ohne Antwort auf.</translation>
    </message>
    <message>
        <source>Chrome: the other side hung up.</source>
        <translation>Chrome: Die andere Seite legte auf.</translation>
    </message>
    <message>
        <source>Chrome: the proxy cannot be reached.</source>
        <translation>Chrome: Der Proxy ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Chrome: the proxy did not open a way.</source>
        <translation>Chrome: Der Proxy öffnete keinen Weg.</translation>
    </message>
    <message>
        <source>Chrome: the proxy wants a name and a password.</source>
        <translation>Chrome: Der Proxy verlangt Name und Passwort.</translation>
    </message>
    <message>
        <source>Chrome: the request failed without a reason, often blocked.</source>
        <translation>Chrome: Die Anfrage schlug ohne Grund fehl, oft blockiert.</translation>
    </message>
    <message>
        <source>Chrome: the request failed; the console tells why.</source>
        <translation>Chrome: Die Anfrage schlug fehl; die Konsole sagt, warum.</translation>
    </message>
    <message>
        <source>Chrome: the request was stopped.</source>
        <translation>Chrome: Die Anfrage wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Chrome: the two sides do not agree on a secure connection.</source>
        <translation>Chrome: Die beiden Seiten einigen sich nicht auf eine sichere Verbindung.</translation>
    </message>
    <message>
        <source>Chrome: the two sides have no version in common.</source>
        <translation>Chrome: Die beiden Seiten haben keine Version gemeinsam.</translation>
    </message>
    <message>
        <source>Chrome: there is no such name.</source>
        <translation>Chrome: Diesen Namen gibt es nicht.</translation>
    </message>
    <message>
        <source>Chrome: there is no way to that address.</source>
        <translation>Chrome: Zu dieser Adresse führt kein Weg.</translation>
    </message>
    <message>
        <source>Code like the samples, which await fetch and stop there.</source>
        <translation>Code wie in den Beispielen, die auf fetch warten und dann aufhören.</translation>
    </message>
    <message>
        <source>Code of a Hook where an Action is wanted</source>
        <translation>Code eines Hooks, wo eine Action gebraucht wird</translation>
    </message>
    <message>
        <source>Code of the other trigger, or of a Hook.</source>
        <translation>Code des anderen Triggers oder eines Hooks.</translation>
    </message>
    <message>
        <source>Code that is no valid JavaScript, or an unknown runtime.</source>
        <translation>Code, der kein gültiges JavaScript ist, oder eine unbekannte Laufzeit.</translation>
    </message>
    <message>
        <source>Code that sets ttl by itself.</source>
        <translation>Code, der ttl selbst setzt.</translation>
    </message>
    <message>
        <source>Code that signs and sends the secret as well.</source>
        <translation>Code, der signiert und zugleich das Secret sendet.</translation>
    </message>
    <message>
        <source>Codes arrive in some countries only.</source>
        <translation>Codes kommen nur in manchen Ländern an.</translation>
    </message>
    <message>
        <source>Codes do not arrive in India.</source>
        <translation>In Indien kommen keine Codes an.</translation>
    </message>
    <message>
        <source>Codes do not arrive in the United States.</source>
        <translation>In den USA kommen keine Codes an.</translation>
    </message>
    <message>
        <source>Codes fail on certain mobile networks.</source>
        <translation>Codes scheitern in bestimmten Mobilfunknetzen.</translation>
    </message>
    <message>
        <source>Collect the log into the local archive in time.</source>
        <translation>Das Log rechtzeitig in das lokale Archiv holen.</translation>
    </message>
    <message>
        <source>Compare the API key of the Action&apos;s secrets with the account in the Vonage dashboard.</source>
        <translation>Den API-Key in den Secrets der Action mit dem Konto im Vonage-Dashboard vergleichen.</translation>
    </message>
    <message>
        <source>Compare the last digits shown at the login.</source>
        <translation>Die bei der Anmeldung gezeigten letzten Ziffern vergleichen.</translation>
    </message>
    <message>
        <source>Compare the times of sending and receipt in Vonage&apos;s SMS logs.</source>
        <translation>In den SMS-Logs von Vonage die Zeiten von Versand und Bericht vergleichen.</translation>
    </message>
    <message>
        <source>Conversion feedback is off for this account</source>
        <translation>Conversion-Rückmeldungen sind für dieses Konto aus</translation>
    </message>
    <message>
        <source>Copy a new one from the API Explorer, or use ID and secret, which renew themselves.</source>
        <translation>Ein neues aus dem API Explorer kopieren oder ID und Secret verwenden, die sich selbst erneuern.</translation>
    </message>
    <message>
        <source>Copy key and secret again from the Vonage dashboard &gt; API settings and check them.</source>
        <translation>Key und Secret aus dem Vonage-Dashboard &gt; API settings neu kopieren und prüfen.</translation>
    </message>
    <message>
        <source>Copy the whole token from this tenant&apos;s API Explorer.</source>
        <translation>Das ganze Token aus dem API Explorer dieses Tenants kopieren.</translation>
    </message>
    <message>
        <source>Correct the number at the user in Auth0.</source>
        <translation>Die Nummer beim Benutzer in Auth0 berichtigen.</translation>
    </message>
    <message>
        <source>Count them: many within minutes call for bot detection.</source>
        <translation>Sie zählen: Viele in Minuten verlangen nach der Bot-Erkennung.</translation>
    </message>
    <message>
        <source>Credentials were checked and found good.</source>
        <translation>Zugangsdaten wurden geprüft und für gut befunden.</translation>
    </message>
    <message>
        <source>Curly quotes, a dash or a special blank from a word processor.</source>
        <translation>Typografische Anführungszeichen, ein Gedankenstrich oder ein besonderes Leerzeichen aus einer Textverarbeitung.</translation>
    </message>
    <message>
        <source>Delivery failed</source>
        <translation>Die Zustellung schlug fehl</translation>
    </message>
    <message>
        <source>Deploy the Action.</source>
        <translation>Die Action bereitstellen.</translation>
    </message>
    <message>
        <source>Deploying the Action fails.</source>
        <translation>Das Deployment der Action schlägt fehl.</translation>
    </message>
    <message>
        <source>Digits only, at most 15, country code first. It must belong to the account in the US and Canada.</source>
        <translation>Nur Ziffern, höchstens 15, Landesvorwahl zuerst. In den USA und Kanada muss sie dem Konto gehören.</translation>
    </message>
    <message>
        <source>Do not repeat the message by itself: the person might get two codes.</source>
        <translation>Die Nachricht nicht von selbst wiederholen: Die Person bekäme vielleicht zwei Codes.</translation>
    </message>
    <message>
        <source>Domestic senders need DLT registration of entity, header and text; others are replaced.</source>
        <translation>Inländische Absender brauchen eine DLT-Registrierung von Entity, Header und Text; andere werden ersetzt.</translation>
    </message>
    <message>
        <source>Each country has rules of its own on who may stand as sender.</source>
        <translation>Jedes Land hat eigene Regeln, wer als Absender stehen darf.</translation>
    </message>
    <message>
        <source>Each login brings two codes.</source>
        <translation>Jede Anmeldung bringt zwei Codes.</translation>
    </message>
    <message>
        <source>Elsewhere a name of up to 11 letters and digits may do.</source>
        <translation>Anderswo genügt vielleicht ein Name aus bis zu 11 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>Elsewhere: the sender is not registered, or is a general word.</source>
        <translation>Anderswo: Der Absender ist nicht registriert oder ein allgemeines Wort.</translation>
    </message>
    <message>
        <source>Enable it on the messages page.</source>
        <translation>Sie auf der Seite Nachrichten einschalten.</translation>
    </message>
    <message>
        <source>Enrolment of this kind is disabled.</source>
        <translation>Diese Art der Registrierung ist deaktiviert.</translation>
    </message>
    <message>
        <source>Enter the code that came last.</source>
        <translation>Den zuletzt gekommenen Code eingeben.</translation>
    </message>
    <message>
        <source>Enter the secret again.</source>
        <translation>Das Secret neu eingeben.</translation>
    </message>
    <message>
        <source>Everything is ready, but no policy and no Action asks for a second factor, so the login goes on without a code.</source>
        <translation>Alles ist bereit, aber weder Richtlinie noch Action fragt nach einem zweiten Faktor, also geht die Anmeldung ohne Code weiter.</translation>
    </message>
    <message>
        <source>Factors by phone are not part of the plan, or the trial ended.</source>
        <translation>Faktoren per Telefon gehören nicht zum Tarif, oder die Testzeit ist vorbei.</translation>
    </message>
    <message>
        <source>Factors of old devices pile up.</source>
        <translation>Faktoren alter Geräte sammeln sich an.</translation>
    </message>
    <message>
        <source>Failed sign-ups are no fault of the text messages. Many of them may be the beginning of an attack by costly SMS.</source>
        <translation>Gescheiterte Sign-ups sind kein Fehler der SMS. Viele davon können der Anfang eines Angriffs mit teuren SMS sein.</translation>
    </message>
    <message>
        <source>Feedback on conversions is not enabled. Messages are sent all the same.</source>
        <translation>Rückmeldungen zu Conversions sind nicht freigeschaltet. Gesendet wird trotzdem.</translation>
    </message>
    <message>
        <source>Find out which of the two is in use, then revoke the other.</source>
        <translation>Herausfinden, welches der beiden verwendet wird, dann das andere widerrufen.</translation>
    </message>
    <message>
        <source>Find out why the first codes did not do.</source>
        <translation>Herausfinden, warum die ersten Codes nicht genügten.</translation>
    </message>
    <message>
        <source>Finish it in the Vonage dashboard.</source>
        <translation>Im Vonage-Dashboard zu Ende bringen.</translation>
    </message>
    <message>
        <source>Firefox: no answer came in time.</source>
        <translation>Firefox: Keine Antwort kam rechtzeitig.</translation>
    </message>
    <message>
        <source>Firefox: nobody listens there, or a firewall says no.</source>
        <translation>Firefox: Dort hört niemand, oder eine Firewall sagt nein.</translation>
    </message>
    <message>
        <source>Firefox: the certificate has expired, or the clock is wrong.</source>
        <translation>Firefox: Das Zertifikat ist abgelaufen, oder die Uhr geht falsch.</translation>
    </message>
    <message>
        <source>Firefox: the certificate is for another name.</source>
        <translation>Firefox: Das Zertifikat gilt für einen anderen Namen.</translation>
    </message>
    <message>
        <source>Firefox: the computer is offline.</source>
        <translation>Firefox: Der Rechner ist offline.</translation>
    </message>
    <message>
        <source>Firefox: the connection was torn down.</source>
        <translation>Firefox: Die Verbindung wurde abgerissen.</translation>
    </message>
    <message>
        <source>Firefox: the issuer is not trusted.</source>
        <translation>Firefox: Dem Aussteller wird nicht vertraut.</translation>
    </message>
    <message>
        <source>Firefox: the proxy refused.</source>
        <translation>Firefox: Der Proxy lehnte ab.</translation>
    </message>
    <message>
        <source>Firefox: the request failed; the console tells why.</source>
        <translation>Firefox: Die Anfrage schlug fehl; die Konsole sagt, warum.</translation>
    </message>
    <message>
        <source>Firefox: there is no such name.</source>
        <translation>Firefox: Diesen Namen gibt es nicht.</translation>
    </message>
    <message>
        <source>For a first try: add this phone to the test numbers in the Vonage dashboard.</source>
        <translation>Für einen ersten Versuch: dieses Telefon im Vonage-Dashboard zu den Testnummern hinzufügen.</translation>
    </message>
    <message>
        <source>For real users: add the country on the sender&apos;s page and apply the plan.</source>
        <translation>Für echte Benutzer: das Land auf der Seite des Versenders hinzufügen und den Plan anwenden.</translation>
    </message>
    <message>
        <source>Four fifths of a rate limit are used up.</source>
        <translation>Vier Fünftel eines Rate-Limits sind aufgebraucht.</translation>
    </message>
    <message>
        <source>Four fifths of a rate limit are used; if it goes on, calls are refused.</source>
        <translation>Vier Fünftel eines Rate-Limits sind verbraucht; geht es so weiter, werden Aufrufe abgelehnt.</translation>
    </message>
    <message>
        <source>Fraud Defender reached its limit for this country</source>
        <translation>Fraud Defender hat sein Limit für dieses Land erreicht</translation>
    </message>
    <message>
        <source>Fraud Defender took it for inflated traffic</source>
        <translation>Fraud Defender hielt es für künstlichen Verkehr</translation>
    </message>
    <message>
        <source>Fraud Defender&apos;s limit for the country was reached.</source>
        <translation>Das Limit von Fraud Defender für das Land wurde erreicht.</translation>
    </message>
    <message>
        <source>Give each request a limit of 8 seconds, as the generated sender does.</source>
        <translation>Jeder Anfrage ein Limit von 8 Sekunden geben, wie es der erzeugte Versender tut.</translation>
    </message>
    <message>
        <source>Go on with the mfa_token of the answer: POST /mfa/challenge with challenge_type oob makes Auth0 send the code.</source>
        <translation>Mit dem mfa_token der Antwort weitermachen: POST /mfa/challenge mit challenge_type oob lässt Auth0 den Code senden.</translation>
    </message>
    <message>
        <source>HTTPS_PROXY names a wrong address, or https:// where http:// is right.</source>
        <translation>HTTPS_PROXY nennt eine falsche Adresse, oder https://, wo http:// richtig ist.</translation>
    </message>
    <message>
        <source>Half of the answer is missing</source>
        <translation>Die halbe Antwort fehlt</translation>
    </message>
    <message>
        <source>Hooks are no longer run.</source>
        <translation>Hooks werden nicht mehr ausgeführt.</translation>
    </message>
    <message>
        <source>Hooks could be switched, their code could not be changed.</source>
        <translation>Hooks ließen sich schalten, ihr Code nicht mehr ändern.</translation>
    </message>
    <message>
        <source>Hooks no longer run</source>
        <translation>Hooks laufen nicht mehr</translation>
    </message>
    <message>
        <source>Hooks worked until 18 November 2026. A sender that was a Hook is no longer called, so no message goes out.</source>
        <translation>Hooks liefen bis zum 18. November 2026. Ein Versender, der ein Hook war, wird nicht mehr aufgerufen, also geht keine Nachricht hinaus.</translation>
    </message>
    <message>
        <source>Hooks, Rules, or an old version of a trigger.</source>
        <translation>Hooks, Rules oder eine alte Version eines Triggers.</translation>
    </message>
    <message>
        <source>If it goes off again: look for gd_tenant_update and sapi rows in the log.</source>
        <translation>Geht er wieder aus: im Log nach Zeilen gd_tenant_update und sapi suchen.</translation>
    </message>
    <message>
        <source>If it happens at each login, look for two gd_send_sms rows of one login.</source>
        <translation>Passiert es bei jeder Anmeldung, nach zwei gd_send_sms-Zeilen einer Anmeldung suchen.</translation>
    </message>
    <message>
        <source>If many are late, see how long the messages take.</source>
        <translation>Sind viele zu spät, nachsehen, wie lange die Nachrichten brauchen.</translation>
    </message>
    <message>
        <source>If nothing arrives, look the time up in Vonage&apos;s SMS logs.</source>
        <translation>Kommt nichts an, die Zeit in den SMS-Logs von Vonage nachschlagen.</translation>
    </message>
    <message>
        <source>If the owner wants messages, ask Vonage support to lift the block.</source>
        <translation>Will der Inhaber Nachrichten, den Vonage-Support um Aufhebung der Sperre bitten.</translation>
    </message>
    <message>
        <source>If this is not the whole row of the log, paste all of it: its details hold the reason.</source>
        <translation>Wenn das nicht die ganze Zeile des Protokolls ist, sie ganz einfügen: Der Grund steht in ihren Details.</translation>
    </message>
    <message>
        <source>In Setup, choose &quot;Plan to turn on&quot;, or go to the page SMS factor of the wizard, and apply the plan.</source>
        <translation>In der Einrichtung „Einschalten planen“ wählen oder auf die Seite SMS-Faktor des Assistenten gehen und den Plan anwenden.</translation>
    </message>
    <message>
        <source>India: the entity ID is missing or wrong</source>
        <translation>Indien: Die Entity-ID fehlt oder ist falsch</translation>
    </message>
    <message>
        <source>India: the recipient&apos;s consent is not on record</source>
        <translation>Indien: Die Einwilligung ist nicht verzeichnet</translation>
    </message>
    <message>
        <source>India: the sender is not the registered header</source>
        <translation>Indien: Der Absender ist nicht der registrierte Header</translation>
    </message>
    <message>
        <source>India: the text is not the registered template</source>
        <translation>Indien: Der Text ist nicht die registrierte Vorlage</translation>
    </message>
    <message>
        <source>It costs more than it should.</source>
        <translation>Es kostet mehr, als es sollte.</translation>
    </message>
    <message>
        <source>It could not be delivered to this number.</source>
        <translation>An diese Nummer war keine Zustellung möglich.</translation>
    </message>
    <message>
        <source>It exists already</source>
        <translation>Das gibt es schon</translation>
    </message>
    <message>
        <source>It exists already, or contradicts another setting.</source>
        <translation>Das gibt es schon, oder es widerspricht einer anderen Einstellung.</translation>
    </message>
    <message>
        <source>It expired before it could be delivered</source>
        <translation>Abgelaufen, bevor sie zugestellt werden konnte</translation>
    </message>
    <message>
        <source>It is about e-mail, push, an app or another messenger.</source>
        <translation>Es geht um E-Mail, Push, eine App oder einen anderen Messenger.</translation>
    </message>
    <message>
        <source>It is for another tenant or another API.</source>
        <translation>Es gilt für einen anderen Tenant oder eine andere API.</translation>
    </message>
    <message>
        <source>It is held for a later attempt.</source>
        <translation>Sie wird für einen späteren Versuch zurückgehalten.</translation>
    </message>
    <message>
        <source>It is not a machine-to-machine application.</source>
        <translation>Sie ist keine Machine-to-Machine-Anwendung.</translation>
    </message>
    <message>
        <source>It is not a missing scope, although the answer may say so: the tenant&apos;s plan lacks the feature.</source>
        <translation>Es fehlt kein Scope, auch wenn die Antwort das sagt: Dem Tarif des Tenants fehlt die Funktion.</translation>
    </message>
    <message>
        <source>It is still on its way.</source>
        <translation>Sie ist noch unterwegs.</translation>
    </message>
    <message>
        <source>It is the only one.</source>
        <translation>Es ist das einzige.</translation>
    </message>
    <message>
        <source>It is there; until it is unlocked, nothing can be read from it.</source>
        <translation>Er ist da; bis er entsperrt ist, lässt sich nichts aus ihm lesen.</translation>
    </message>
    <message>
        <source>It looked like artificially inflated traffic.</source>
        <translation>Es sah nach künstlich erzeugtem Verkehr aus.</translation>
    </message>
    <message>
        <source>It stopped when a secret was replaced.</source>
        <translation>Es hörte auf, als ein Secret ersetzt wurde.</translation>
    </message>
    <message>
        <source>It was cut off while copying, or is an ID token.</source>
        <translation>Es wurde beim Kopieren abgeschnitten oder ist ein ID-Token.</translation>
    </message>
    <message>
        <source>It was deleted, or never made after the switch to the unified path.</source>
        <translation>Er wurde gelöscht oder nach der Umstellung nie angelegt.</translation>
    </message>
    <message>
        <source>It was deleted, or the id is of another tenant.</source>
        <translation>Es wurde gelöscht, oder die ID stammt aus einem anderen Tenant.</translation>
    </message>
    <message>
        <source>It was handed on; there is no final state yet.</source>
        <translation>Sie wurde weitergegeben; einen Endstand gibt es noch nicht.</translation>
    </message>
    <message>
        <source>It was not delivered; the code of the receipt says why.</source>
        <translation>Sie wurde nicht zugestellt; der Code des Berichts sagt, warum.</translation>
    </message>
    <message>
        <source>It was on its way, and a network that should have delivered it turned it down.</source>
        <translation>Sie war unterwegs, und ein Netz, das sie zustellen sollte, hat sie abgewiesen.</translation>
    </message>
    <message>
        <source>It was removed from the queue.</source>
        <translation>Sie wurde aus der Warteschlange genommen.</translation>
    </message>
    <message>
        <source>It was saved and not deployed.</source>
        <translation>Sie wurde gespeichert und nicht bereitgestellt.</translation>
    </message>
    <message>
        <source>It worked before and does not any more.</source>
        <translation>Es ging vorher und geht jetzt nicht mehr.</translation>
    </message>
    <message>
        <source>It worked until 18 November 2026.</source>
        <translation>Es funktionierte bis zum 18. November 2026.</translation>
    </message>
    <message>
        <source>It works in one tenant or environment and not in another.</source>
        <translation>Es geht in einem Tenant oder einer Umgebung und in einer anderen nicht.</translation>
    </message>
    <message>
        <source>It works with the own phone only.</source>
        <translation>Es geht nur mit dem eigenen Telefon.</translation>
    </message>
    <message>
        <source>Its delivery methods lack &quot;text&quot;.</source>
        <translation>Seinen Zustellarten fehlt &quot;text&quot;.</translation>
    </message>
    <message>
        <source>JavaScript: the answer is no JSON, often an HTML page.</source>
        <translation>JavaScript: Die Antwort ist kein JSON, oft eine HTML-Seite.</translation>
    </message>
    <message>
        <source>Keep key and secret only; leave tokens for the session.</source>
        <translation>Nur Key und Secret ablegen; Tokens nur für die Sitzung.</translation>
    </message>
    <message>
        <source>Keep the text equal to the registered one, the code as its only variable.</source>
        <translation>Den Text gleich dem registrierten halten, der Code als einzige Variable.</translation>
    </message>
    <message>
        <source>Keep the text plain: brand and code, no link.</source>
        <translation>Den Text schlicht halten: Marke und Code, kein Link.</translation>
    </message>
    <message>
        <source>Key and secret were turned down.</source>
        <translation>Key und Secret wurden zurückgewiesen.</translation>
    </message>
    <message>
        <source>Key of another account.</source>
        <translation>Key eines anderen Kontos.</translation>
    </message>
    <message>
        <source>Landlines do not receive SMS.</source>
        <translation>Festnetzanschlüsse empfangen keine SMS.</translation>
    </message>
    <message>
        <source>Leave callback out; the account&apos;s own address counts then.</source>
        <translation>callback weglassen; dann gilt die Adresse des Kontos.</translation>
    </message>
    <message>
        <source>Leave message-class out.</source>
        <translation>message-class weglassen.</translation>
    </message>
    <message>
        <source>Leave the call out.</source>
        <translation>Den Aufruf weglassen.</translation>
    </message>
    <message>
        <source>Leave ttl out: the default is 72 hours.</source>
        <translation>ttl weglassen: Der Standard sind 72 Stunden.</translation>
    </message>
    <message>
        <source>Let the sender try again: the generated one does so by itself.</source>
        <translation>Den Versender erneut versuchen lassen: Der erzeugte tut das von selbst.</translation>
    </message>
    <message>
        <source>Let the system set its clock by the network.</source>
        <translation>Das System seine Uhr über das Netz stellen lassen.</translation>
    </message>
    <message>
        <source>Let the user log in and enrol, or send an enrolment ticket.</source>
        <translation>Den Benutzer sich anmelden und das Telefon registrieren lassen oder ein Enrollment-Ticket senden.</translation>
    </message>
    <message>
        <source>Letters are allowed once the sender is registered.</source>
        <translation>Buchstaben sind erlaubt, sobald der Absender registriert ist.</translation>
    </message>
    <message>
        <source>Letters are allowed, general words are prohibited.</source>
        <translation>Buchstaben sind erlaubt, allgemeine Wörter verboten.</translation>
    </message>
    <message>
        <source>Letters are allowed, general words such as VERIFY are blocked. Long numbers must be British.</source>
        <translation>Buchstaben sind erlaubt, allgemeine Wörter wie VERIFY gesperrt. Lange Nummern müssen britisch sein.</translation>
    </message>
    <message>
        <source>Letters that the alphabet lacks, or an emoji.</source>
        <translation>Buchstaben, die dem Alphabet fehlen, oder ein Emoji.</translation>
    </message>
    <message>
        <source>Lift the block at the user, or wait.</source>
        <translation>Die Sperre beim Benutzer aufheben oder warten.</translation>
    </message>
    <message>
        <source>Limit the sender to the countries of your users.</source>
        <translation>Den Versender auf die Länder der eigenen Benutzer begrenzen.</translation>
    </message>
    <message>
        <source>Log what getFailedMessages() of the error returns, or Vonage&apos;s whole answer; paste it here.</source>
        <translation>Protokollieren, was getFailedMessages() des Fehlers liefert, oder die ganze Antwort von Vonage; hier einfügen.</translation>
    </message>
    <message>
        <source>Look at the Action&apos;s execution in the Auth0 dashboard &gt; Monitoring &gt; Actions Logs.</source>
        <translation>Die Ausführung der Action im Auth0-Dashboard &gt; Monitoring &gt; Actions Logs ansehen.</translation>
    </message>
    <message>
        <source>Look at the account&apos;s list of allowed addresses.</source>
        <translation>Die Liste erlaubter Adressen des Kontos ansehen.</translation>
    </message>
    <message>
        <source>Look at the numbers: if nobody knows them, it is an attack.</source>
        <translation>Die Nummern ansehen: Kennt sie niemand, ist es ein Angriff.</translation>
    </message>
    <message>
        <source>Look at the reason of the tries.</source>
        <translation>Den Grund der Versuche ansehen.</translation>
    </message>
    <message>
        <source>Look at the row&apos;s description.</source>
        <translation>Die Beschreibung der Zeile ansehen.</translation>
    </message>
    <message>
        <source>Look at the texts on the messages page.</source>
        <translation>Die Texte auf der Seite Nachrichten ansehen.</translation>
    </message>
    <message>
        <source>Look for rows of the types gd_send_sms_failure, fn, actions_execution_failed or limit_phone.</source>
        <translation>Nach Zeilen der Typen gd_send_sms_failure, fn, actions_execution_failed oder limit_phone suchen.</translation>
    </message>
    <message>
        <source>Look for the rows gd_send_sms and gd_send_sms_failure in Auth0&apos;s log, and diagnose the failed one here.</source>
        <translation>Im Log von Auth0 nach den Zeilen gd_send_sms und gd_send_sms_failure suchen und die fehlgeschlagene hier diagnostizieren.</translation>
    </message>
    <message>
        <source>Look for the sapi row of the same time: it names who did it.</source>
        <translation>Nach der sapi-Zeile derselben Zeit suchen: Sie nennt, wer es war.</translation>
    </message>
    <message>
        <source>Look for the window and answer it.</source>
        <translation>Das Fenster suchen und beantworten.</translation>
    </message>
    <message>
        <source>Look in the row for the bucket that is named.</source>
        <translation>In der Zeile nach dem genannten Bucket sehen.</translation>
    </message>
    <message>
        <source>Look into the phone&apos;s spam folder and block list.</source>
        <translation>Im Spam-Ordner und in der Sperrliste des Telefons nachsehen.</translation>
    </message>
    <message>
        <source>Look the message ID up in Vonage&apos;s SMS logs.</source>
        <translation>Die Nachrichten-ID in den SMS-Logs von Vonage nachschlagen.</translation>
    </message>
    <message>
        <source>Look the time or the reference up in Vonage&apos;s SMS logs.</source>
        <translation>Zeit oder Referenz in den SMS-Logs von Vonage nachschlagen.</translation>
    </message>
    <message>
        <source>Maintenance, or too much load.</source>
        <translation>Wartung oder zu viel Last.</translation>
    </message>
    <message>
        <source>Make a machine-to-machine application, or allow the grant under Advanced Settings &gt; Grant Types.</source>
        <translation>Eine Machine-to-Machine-Anwendung anlegen oder den Grant unter Advanced Settings &gt; Grant Types erlauben.</translation>
    </message>
    <message>
        <source>Make a second secret first and put it to use.</source>
        <translation>Zuerst ein zweites Secret anlegen und einsetzen.</translation>
    </message>
    <message>
        <source>Make the Actions faster: short time limits, no waiting.</source>
        <translation>Die Actions schneller machen: kurze Zeitlimits, kein Warten.</translation>
    </message>
    <message>
        <source>Many clicks on &quot;Resend&quot;, or tests with the same user.</source>
        <translation>Viele Klicks auf &quot;Resend&quot; oder Tests mit demselben Benutzer.</translation>
    </message>
    <message>
        <source>Many messages go to numbers that nobody knows, often in one foreign range: somebody earns from each message that the tenant pays.</source>
        <translation>Viele Nachrichten gehen an Nummern, die niemand kennt, oft in einem fremden Bereich: Jemand verdient an jeder Nachricht, die der Tenant bezahlt.</translation>
    </message>
    <message>
        <source>Many programs or workers send at once with the same key.</source>
        <translation>Viele Programme senden zugleich mit demselben Key.</translation>
    </message>
    <message>
        <source>Messages go to many unknown numbers.</source>
        <translation>Nachrichten gehen an viele unbekannte Nummern.</translation>
    </message>
    <message>
        <source>Messages were sent by a Hook, or with code made for one.</source>
        <translation>Nachrichten wurden von einem Hook gesendet, oder mit Code, der für einen gemacht ist.</translation>
    </message>
    <message>
        <source>More Actions ran at once than the tenant may run (250).</source>
        <translation>Es liefen mehr Actions auf einmal, als der Tenant darf (250).</translation>
    </message>
    <message>
        <source>More Actions ran at once than the tenant may run.</source>
        <translation>Es liefen mehr Actions auf einmal, als der Tenant darf.</translation>
    </message>
    <message>
        <source>More connections are open than the account may hold.</source>
        <translation>Es sind mehr Verbindungen offen, als das Konto haben darf.</translation>
    </message>
    <message>
        <source>More connections are open than the account may hold. Nothing was sent.</source>
        <translation>Es sind mehr Verbindungen offen, als das Konto haben darf. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>More than 100 characters, or no https:// in front.</source>
        <translation>Mehr als 100 Zeichen oder kein https:// davor.</translation>
    </message>
    <message>
        <source>More than 11 characters with letters, or more than 15 digits.</source>
        <translation>Mehr als 11 Zeichen mit Buchstaben oder mehr als 15 Ziffern.</translation>
    </message>
    <message>
        <source>More than 11 letters, or a number with a plus sign.</source>
        <translation>Mehr als 11 Buchstaben oder eine Nummer mit Pluszeichen.</translation>
    </message>
    <message>
        <source>More than 30 requests a second with the same key.</source>
        <translation>Mehr als 30 Anfragen je Sekunde mit demselben Key.</translation>
    </message>
    <message>
        <source>More than five minutes passed, the page was reloaded, or another tab went on.</source>
        <translation>Es vergingen mehr als fünf Minuten, die Seite wurde neu geladen, oder ein anderer Tab machte weiter.</translation>
    </message>
    <message>
        <source>More than one recipient in one request</source>
        <translation>Mehr als ein Empfänger in einer Anfrage</translation>
    </message>
    <message>
        <source>More than one recipient was given. An old code.</source>
        <translation>Es war mehr als ein Empfänger angegeben. Ein alter Code.</translation>
    </message>
    <message>
        <source>Neither SMS nor voice is chosen</source>
        <translation>Weder SMS noch Anruf ist gewählt</translation>
    </message>
    <message>
        <source>Neither gnome-keyring, KWallet nor KeePassXC is running.</source>
        <translation>Weder gnome-keyring noch KWallet noch KeePassXC läuft.</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine Antwort in der Zeit</translation>
    </message>
    <message>
        <source>No answer in time (Python, Node and browsers).</source>
        <translation>Keine Antwort in der Zeit (Python, Node und Browser).</translation>
    </message>
    <message>
        <source>No codes since the unified phone experience was switched on.</source>
        <translation>Keine Codes, seit die Unified Phone Experience eingeschaltet ist.</translation>
    </message>
    <message>
        <source>No connection came about in time. Nothing was sent.</source>
        <translation>Es kam keine Verbindung in der Zeit zustande. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>No connection in time</source>
        <translation>Keine Verbindung in der Zeit</translation>
    </message>
    <message>
        <source>No country code, 00 or a plus sign in front, or the 0 of the national form.</source>
        <translation>Keine Landesvorwahl, 00 oder ein Plus davor oder die 0 der nationalen Form.</translation>
    </message>
    <message>
        <source>No desktop session, as in a container or over SSH.</source>
        <translation>Keine Desktop-Sitzung, wie in einem Container oder über SSH.</translation>
    </message>
    <message>
        <source>No error.</source>
        <translation>Kein Fehler.</translation>
    </message>
    <message>
        <source>No letters as sender. A US or Canadian number of the account; about 500 messages a day from a long number.</source>
        <translation>Keine Buchstaben als Absender. Eine US- oder kanadische Nummer des Kontos; etwa 500 Nachrichten am Tag von einer langen Nummer.</translation>
    </message>
    <message>
        <source>No letters as sender. A number of the account, with a 10DLC campaign, toll-free verification or short code.</source>
        <translation>Keine Buchstaben als Absender. Eine Nummer des Kontos, mit 10DLC-Kampagne, Toll-free-Prüfung oder Kurzwahl.</translation>
    </message>
    <message>
        <source>No letters as sender; mobile numbers are written without the 9 behind the country code.</source>
        <translation>Keine Buchstaben als Absender; Mobilnummern ohne die 9 hinter der Landesvorwahl schreiben.</translation>
    </message>
    <message>
        <source>No network, flight mode, or a VPN that is down.</source>
        <translation>Kein Netz, Flugmodus oder ein VPN, das aus ist.</translation>
    </message>
    <message>
        <source>No network.</source>
        <translation>Kein Netz.</translation>
    </message>
    <message>
        <source>No number is rented in this account, so nothing can be sent to the US and Canada.</source>
        <translation>In diesem Konto ist keine Nummer gemietet, also geht nichts in die USA und nach Kanada.</translation>
    </message>
    <message>
        <source>No provider of your own was set up.</source>
        <translation>Es wurde kein eigener Anbieter eingerichtet.</translation>
    </message>
    <message>
        <source>No provider, a disabled one, or one with wrong credentials.</source>
        <translation>Kein Anbieter, ein deaktivierter oder einer mit falschen Zugangsdaten.</translation>
    </message>
    <message>
        <source>No secret is stored under this name</source>
        <translation>Unter diesem Namen ist kein Secret abgelegt</translation>
    </message>
    <message>
        <source>No secure connection came about</source>
        <translation>Es kam keine sichere Verbindung zustande</translation>
    </message>
    <message>
        <source>No token: with 401 the secret is wrong, with 403 the client is not authorised.</source>
        <translation>Kein Token: Bei 401 stimmt das Secret nicht, bei 403 ist der Client nicht berechtigt.</translation>
    </message>
    <message>
        <source>No usable keyring was found.</source>
        <translation>Es wurde kein brauchbarer Schlüsselbund gefunden.</translation>
    </message>
    <message>
        <source>Nobody asks for a second factor</source>
        <translation>Niemand fragt nach einem zweiten Faktor</translation>
    </message>
    <message>
        <source>Nobody gets a code.</source>
        <translation>Niemand bekommt einen Code.</translation>
    </message>
    <message>
        <source>Nobody has this number any more</source>
        <translation>Diese Nummer hat niemand mehr</translation>
    </message>
    <message>
        <source>Nobody signed in to the network yet, or the time is over.</source>
        <translation>Noch hat sich niemand im Netz angemeldet, oder die Zeit ist um.</translation>
    </message>
    <message>
        <source>Nobody switched it on, or somebody switched it off.</source>
        <translation>Niemand hat ihn eingeschaltet, oder jemand hat ihn ausgeschaltet.</translation>
    </message>
    <message>
        <source>Nobody waited for the answer any more; what was asked for may have happened all the same.</source>
        <translation>Niemand wartete mehr auf die Antwort; was verlangt war, kann trotzdem geschehen sein.</translation>
    </message>
    <message>
        <source>Node (fetch): no answer came in time.</source>
        <translation>Node (fetch): Keine Antwort kam rechtzeitig.</translation>
    </message>
    <message>
        <source>Node (fetch): no connection came about in time; nothing was sent.</source>
        <translation>Node (fetch): Keine Verbindung in der Zeit; nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Node (fetch): the answer stopped half-way.</source>
        <translation>Node (fetch): Die Antwort blieb auf halbem Weg stehen.</translation>
    </message>
    <message>
        <source>Node (fetch): the cause stands in the next line.</source>
        <translation>Node (fetch): Der Grund steht in der nächsten Zeile.</translation>
    </message>
    <message>
        <source>Node (fetch): the connection broke off.</source>
        <translation>Node (fetch): Die Verbindung brach ab.</translation>
    </message>
    <message>
        <source>Node (request): no answer came in time.</source>
        <translation>Node (request): Keine Antwort kam rechtzeitig.</translation>
    </message>
    <message>
        <source>Node: a certificate in the chain is missing or unknown.</source>
        <translation>Node: Ein Zertifikat der Kette fehlt oder ist unbekannt.</translation>
    </message>
    <message>
        <source>Node: nobody listens there, or a firewall says no.</source>
        <translation>Node: Dort hört niemand, oder eine Firewall sagt nein.</translation>
    </message>
    <message>
        <source>Node: somebody in between signs for itself, as company proxies do.</source>
        <translation>Node: Jemand dazwischen signiert für sich selbst, wie Firmen-Proxys es tun.</translation>
    </message>
    <message>
        <source>Node: the address is not a proper one.</source>
        <translation>Node: Die Adresse ist nicht richtig.</translation>
    </message>
    <message>
        <source>Node: the certificate has expired, or the clock is wrong.</source>
        <translation>Node: Das Zertifikat ist abgelaufen, oder die Uhr geht falsch.</translation>
    </message>
    <message>
        <source>Node: the certificate is for another name.</source>
        <translation>Node: Das Zertifikat gilt für einen anderen Namen.</translation>
    </message>
    <message>
        <source>Node: the certificate is not trusted.</source>
        <translation>Node: Dem Zertifikat wird nicht vertraut.</translation>
    </message>
    <message>
        <source>Node: the certificate is not valid yet, so the clock is wrong.</source>
        <translation>Node: Das Zertifikat gilt noch nicht, also geht die Uhr falsch.</translation>
    </message>
    <message>
        <source>Node: the certificate is signed by itself.</source>
        <translation>Node: Das Zertifikat ist von sich selbst signiert.</translation>
    </message>
    <message>
        <source>Node: the certificate&apos;s signature is not right.</source>
        <translation>Node: Die Signatur des Zertifikats stimmt nicht.</translation>
    </message>
    <message>
        <source>Node: the connection was given up.</source>
        <translation>Node: Die Verbindung wurde aufgegeben.</translation>
    </message>
    <message>
        <source>Node: the connection was torn down; the request may have been carried out.</source>
        <translation>Node: Die Verbindung wurde abgerissen; die Anfrage kann ausgeführt sein.</translation>
    </message>
    <message>
        <source>Node: the issuer is not known on this computer.</source>
        <translation>Node: Der Aussteller ist auf diesem Rechner nicht bekannt.</translation>
    </message>
    <message>
        <source>Node: the issuer is not known.</source>
        <translation>Node: Der Aussteller ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Node: the name server did not answer.</source>
        <translation>Node: Der Namensserver antwortete nicht.</translation>
    </message>
    <message>
        <source>Node: the other side hung up while it was written to.</source>
        <translation>Node: Die andere Seite legte während des Sendens auf.</translation>
    </message>
    <message>
        <source>Node: the other side hung up without an answer.</source>
        <translation>Node: Die andere Seite legte ohne Antwort auf.</translation>
    </message>
    <message>
        <source>Node: the two sides do not agree on a secure connection.</source>
        <translation>Node: Die beiden Seiten einigen sich nicht auf eine sichere Verbindung.</translation>
    </message>
    <message>
        <source>Node: there is no such name.</source>
        <translation>Node: Diesen Namen gibt es nicht.</translation>
    </message>
    <message>
        <source>Not a Hook: Auth0&apos;s value for &quot;send with your own Action&quot; on the old path.</source>
        <translation>Kein Hook: Auth0s Wert für &quot;mit eigener Action senden&quot; auf dem alten Weg.</translation>
    </message>
    <message>
        <source>Not delivered, and the carrier gave no reason</source>
        <translation>Nicht zugestellt, ohne Grund vom Netzbetreiber</translation>
    </message>
    <message>
        <source>Not delivered, without a reason. Often the number does not exist.</source>
        <translation>Ohne Grund nicht zugestellt. Oft gibt es die Nummer nicht.</translation>
    </message>
    <message>
        <source>Nothing provides the desktop&apos;s password service.</source>
        <translation>Nichts stellt den Passwortdienst des Desktops bereit.</translation>
    </message>
    <message>
        <source>Nothing to do for text messages.</source>
        <translation>Für SMS ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>Nichts zu tun.</translation>
    </message>
    <message>
        <source>Nothing was handed to Vonage: no Action ran, or it stopped before.</source>
        <translation>An Vonage wurde nichts übergeben: keine Action lief, oder sie brach vorher ab.</translation>
    </message>
    <message>
        <source>Nothing was paid for this account yet.</source>
        <translation>Für dieses Konto wurde noch nichts bezahlt.</translation>
    </message>
    <message>
        <source>Offer a second factor that needs no network.</source>
        <translation>Einen zweiten Faktor anbieten, der kein Netz braucht.</translation>
    </message>
    <message>
        <source>Offer another factor.</source>
        <translation>Einen anderen Faktor anbieten.</translation>
    </message>
    <message>
        <source>Old path: the value is phone-message-hook, which nobody would guess.</source>
        <translation>Alter Weg: Der Wert heißt phone-message-hook, was niemand errät.</translation>
    </message>
    <message>
        <source>On its way: the carrier has not said more yet</source>
        <translation>Unterwegs: Mehr hat der Netzbetreiber noch nicht gesagt</translation>
    </message>
    <message>
        <source>On servers, hand secrets over by environment variables.</source>
        <translation>Auf Servern Secrets über Umgebungsvariablen übergeben.</translation>
    </message>
    <message>
        <source>On the unified path one phone provider sends everything, and there is none.</source>
        <translation>Auf dem Unified-Weg sendet ein Phone-Provider alles, und es gibt keinen.</translation>
    </message>
    <message>
        <source>On the unified path {{ tenant.friendly_name }} is empty, so the name is missing in the message.</source>
        <translation>Auf dem Unified-Weg ist {{ tenant.friendly_name }} leer, also fehlt der Name in der Nachricht.</translation>
    </message>
    <message>
        <source>One character halves what fits in a part</source>
        <translation>Ein Zeichen halbiert, was in einen Teil passt</translation>
    </message>
    <message>
        <source>Only one Action may send for the phone provider</source>
        <translation>Nur eine Action darf für den Phone-Provider senden</translation>
    </message>
    <message>
        <source>Only people who sign up or enrol now get no code.</source>
        <translation>Nur wer sich jetzt registriert oder einrichtet, bekommt keinen Code.</translation>
    </message>
    <message>
        <source>Only some parts of the text were accepted</source>
        <translation>Nur einige Teile des Textes wurden angenommen</translation>
    </message>
    <message>
        <source>Open any page in a browser and see whether a sign-in comes.</source>
        <translation>Irgendeine Seite im Browser öffnen und sehen, ob eine Anmeldung kommt.</translation>
    </message>
    <message>
        <source>Open any page in a browser and sign in.</source>
        <translation>Irgendeine Seite im Browser öffnen und anmelden.</translation>
    </message>
    <message>
        <source>Open the setup and apply its plan: it puts this right and shows each change before.</source>
        <translation>Die Einrichtung öffnen und ihren Plan anwenden: Er bringt das in Ordnung und zeigt vorher jede Änderung.</translation>
    </message>
    <message>
        <source>Or ask in a post-login Action: api.multifactor.enable(&apos;any&apos;).</source>
        <translation>Oder in einer Post-Login-Action fragen: api.multifactor.enable(&apos;any&apos;).</translation>
    </message>
    <message>
        <source>Own code or an older tool.</source>
        <translation>Eigener Code oder ein älteres Werkzeug.</translation>
    </message>
    <message>
        <source>Own code that asks for a retry although the message went out: then the person gets several.</source>
        <translation>Eigener Code, der trotz gesendeter Nachricht um Wiederholung bittet: Dann bekommt die Person mehrere.</translation>
    </message>
    <message>
        <source>Own code that leaves out a field or sends the wrong content type.</source>
        <translation>Eigener Code, der ein Feld auslässt oder den falschen Inhaltstyp sendet.</translation>
    </message>
    <message>
        <source>Own code that repeats the request.</source>
        <translation>Eigener Code, der die Anfrage wiederholt.</translation>
    </message>
    <message>
        <source>Paste the receipt or the report here.</source>
        <translation>Den Zustellbericht oder den Report hier einfügen.</translation>
    </message>
    <message>
        <source>People get codes without having asked for any.</source>
        <translation>Leute bekommen Codes, ohne welche angefordert zu haben.</translation>
    </message>
    <message>
        <source>Prepaid lines get no code.</source>
        <translation>Prepaid-Anschlüsse bekommen keinen Code.</translation>
    </message>
    <message>
        <source>Prices may be asked for once a second.</source>
        <translation>Preise dürfen einmal je Sekunde abgefragt werden.</translation>
    </message>
    <message>
        <source>Programs that ask often.</source>
        <translation>Programme, die oft fragen.</translation>
    </message>
    <message>
        <source>Push messages to the device were given up.</source>
        <translation>Push-Nachrichten an das Gerät wurden aufgegeben.</translation>
    </message>
    <message>
        <source>Put the brand&apos;s name into the text.</source>
        <translation>Den Namen der Marke in den Text setzen.</translation>
    </message>
    <message>
        <source>Put the company&apos;s own address on the allow list.</source>
        <translation>Die eigene Firmenadresse in die Erlaubnisliste setzen.</translation>
    </message>
    <message>
        <source>Put the secret into the Action&apos;s VONAGE_API_SECRET and deploy the Action again.</source>
        <translation>Das Secret in VONAGE_API_SECRET der Action eintragen und die Action neu bereitstellen.</translation>
    </message>
    <message>
        <source>Put {{ code }} into the text on the messages page.</source>
        <translation>{{ code }} auf der Seite Nachrichten in den Text setzen.</translation>
    </message>
    <message>
        <source>Python (requests): https:// is missing.</source>
        <translation>Python (requests): https:// fehlt.</translation>
    </message>
    <message>
        <source>Python (requests): it begins with neither http nor https.</source>
        <translation>Python (requests): Sie beginnt weder mit http noch mit https.</translation>
    </message>
    <message>
        <source>Python (requests): no connection came about in time; nothing was sent.</source>
        <translation>Python (requests): Keine Verbindung in der Zeit; nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Python (requests): no connection or no answer in time.</source>
        <translation>Python (requests): Keine Verbindung oder keine Antwort in der Zeit.</translation>
    </message>
    <message>
        <source>Python (requests): no connection, or it broke off; the text tells which.</source>
        <translation>Python (requests): Keine Verbindung, oder sie brach ab; der Text sagt, was.</translation>
    </message>
    <message>
        <source>Python (requests): the address leads in a circle.</source>
        <translation>Python (requests): Die Adresse führt im Kreis.</translation>
    </message>
    <message>
        <source>Python (requests): the address of the proxy is not a proper one.</source>
        <translation>Python (requests): Die Adresse des Proxys ist nicht richtig.</translation>
    </message>
    <message>
        <source>Python (requests): the answer broke off half-way.</source>
        <translation>Python (requests): Die Antwort brach auf halbem Weg ab.</translation>
    </message>
    <message>
        <source>Python (requests): the proxy refused or could not be reached.</source>
        <translation>Python (requests): Der Proxy lehnte ab oder war nicht erreichbar.</translation>
    </message>
    <message>
        <source>Python (requests): the request left, no answer came in time.</source>
        <translation>Python (requests): Die Anfrage ging hinaus, keine Antwort kam rechtzeitig.</translation>
    </message>
    <message>
        <source>Python (urllib3): given up after several tries; the cause stands behind it.</source>
        <translation>Python (urllib3): Nach mehreren Versuchen aufgegeben; der Grund steht dahinter.</translation>
    </message>
    <message>
        <source>Python (urllib3): no connection came about.</source>
        <translation>Python (urllib3): Es kam keine Verbindung zustande.</translation>
    </message>
    <message>
        <source>Python (urllib3): the exchange broke off half-way.</source>
        <translation>Python (urllib3): Der Austausch brach auf halbem Weg ab.</translation>
    </message>
    <message>
        <source>Python (urllib3): the name of a computer could not be resolved.</source>
        <translation>Python (urllib3): Der Name eines Rechners ließ sich nicht auflösen.</translation>
    </message>
    <message>
        <source>Python (urllib3): the request left, no answer came in time.</source>
        <translation>Python (urllib3): Die Anfrage ging hinaus, keine Antwort kam rechtzeitig.</translation>
    </message>
    <message>
        <source>Python or Node: no connection came about in time; nothing was sent.</source>
        <translation>Python oder Node: Keine Verbindung in der Zeit; nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Python: a field is missing, as the Vonage SDK says when there is no error text.</source>
        <translation>Python: Ein Feld fehlt; so klagt das Vonage-SDK ohne Fehlertext.</translation>
    </message>
    <message>
        <source>Python: no secure connection came about.</source>
        <translation>Python: Es kam keine sichere Verbindung zustande.</translation>
    </message>
    <message>
        <source>Python: nobody listens there, or a firewall says no.</source>
        <translation>Python: Dort hört niemand, oder eine Firewall sagt nein.</translation>
    </message>
    <message>
        <source>Python: the address is not a proper one.</source>
        <translation>Python: Die Adresse ist nicht richtig.</translation>
    </message>
    <message>
        <source>Python: the answer ended before its announced length.</source>
        <translation>Python: Die Antwort endete vor ihrer angekündigten Länge.</translation>
    </message>
    <message>
        <source>Python: the answer is no JSON, or half of one.</source>
        <translation>Python: Die Antwort ist kein JSON oder nur ein halbes.</translation>
    </message>
    <message>
        <source>Python: the certificate does not hold; the text tells why.</source>
        <translation>Python: Das Zertifikat hält nicht stand; der Text sagt, warum.</translation>
    </message>
    <message>
        <source>Python: the certificate is for another name.</source>
        <translation>Python: Das Zertifikat gilt für einen anderen Namen.</translation>
    </message>
    <message>
        <source>Python: the connection was given up on this computer.</source>
        <translation>Python: Die Verbindung wurde auf diesem Rechner aufgegeben.</translation>
    </message>
    <message>
        <source>Python: the connection was torn down; the request may have been carried out.</source>
        <translation>Python: Die Verbindung wurde abgerissen; die Anfrage kann ausgeführt sein.</translation>
    </message>
    <message>
        <source>Python: the name of a computer could not be resolved.</source>
        <translation>Python: Der Name eines Rechners ließ sich nicht auflösen.</translation>
    </message>
    <message>
        <source>Python: the other side hung up during the handshake.</source>
        <translation>Python: Die andere Seite legte während des Handshakes auf.</translation>
    </message>
    <message>
        <source>Python: the other side hung up while it was written to.</source>
        <translation>Python: Die andere Seite legte während des Sendens auf.</translation>
    </message>
    <message>
        <source>Python: the other side hung up without an answer; the request may have been carried out.</source>
        <translation>Python: Die andere Seite legte ohne Antwort auf; die Anfrage kann ausgeführt sein.</translation>
    </message>
    <message>
        <source>Read the answer: it names the field, and its type ends in a code.</source>
        <translation>Die Antwort lesen: Sie nennt das Feld, und ihr Typ endet mit einem Code.</translation>
    </message>
    <message>
        <source>Read the answer: it names what is wrong.</source>
        <translation>Die Antwort lesen: Sie nennt, was falsch ist.</translation>
    </message>
    <message>
        <source>Read the message: it names the field.</source>
        <translation>Die Meldung lesen: Sie nennt das Feld.</translation>
    </message>
    <message>
        <source>Read which feature the row names, and its documentation.</source>
        <translation>Lesen, welche Funktion die Zeile nennt, und ihre Dokumentation.</translation>
    </message>
    <message>
        <source>Register entity, header and text with a DLT operator in India, and have Vonage set them for the account.</source>
        <translation>Entity, Header und Text bei einem DLT-Betreiber in Indien registrieren und bei Vonage für das Konto eintragen lassen.</translation>
    </message>
    <message>
        <source>Register the sender for the country: Vonage dashboard, or a ticket with Vonage support.</source>
        <translation>Den Absender für das Land registrieren: im Vonage-Dashboard oder mit einem Ticket beim Vonage-Support.</translation>
    </message>
    <message>
        <source>Remove old entries in the system&apos;s password manager.</source>
        <translation>Alte Einträge in der Passwortverwaltung des Systems entfernen.</translation>
    </message>
    <message>
        <source>Remove old ones at the user.</source>
        <translation>Alte beim Benutzer entfernen.</translation>
    </message>
    <message>
        <source>Remove the dependencies: the generated sender needs none.</source>
        <translation>Die Abhängigkeiten entfernen: Der erzeugte Versender braucht keine.</translation>
    </message>
    <message>
        <source>Remove the entry, or move the file away for a test.</source>
        <translation>Den Eintrag entfernen oder die Datei für einen Test verschieben.</translation>
    </message>
    <message>
        <source>Remove the old one at the user, then enrol again.</source>
        <translation>Das alte beim Benutzer entfernen, dann neu registrieren.</translation>
    </message>
    <message>
        <source>Remove the old phone from the user in Auth0, so that a new one can be enrolled.</source>
        <translation>Das alte Telefon beim Benutzer in Auth0 entfernen, damit ein neues registriert werden kann.</translation>
    </message>
    <message>
        <source>Remove the other factor at the user if SMS is wanted.</source>
        <translation>Den anderen Faktor beim Benutzer entfernen, wenn SMS gewünscht ist.</translation>
    </message>
    <message>
        <source>Remove the setting or the package, and use the system&apos;s keyring.</source>
        <translation>Die Einstellung oder das Paket entfernen und den Schlüsselbund des Systems verwenden.</translation>
    </message>
    <message>
        <source>Rent a number with SMS in the Vonage dashboard.</source>
        <translation>Im Vonage-Dashboard eine Nummer mit SMS mieten.</translation>
    </message>
    <message>
        <source>Reports are a paid product of its own.</source>
        <translation>Reports sind ein eigenes, bezahltes Produkt.</translation>
    </message>
    <message>
        <source>Reports are a paid product.</source>
        <translation>Reports sind ein bezahltes Produkt.</translation>
    </message>
    <message>
        <source>Requests are turned down until it is back; nothing is wrong with yours.</source>
        <translation>Anfragen werden abgewiesen, bis er wieder da ist; an der eigenen ist nichts falsch.</translation>
    </message>
    <message>
        <source>Requests come faster than the account may make them.</source>
        <translation>Es kommen mehr Anfragen, als das Konto stellen darf.</translation>
    </message>
    <message>
        <source>Requests come faster than the account may make them. Nothing was sent.</source>
        <translation>Es kommen mehr Anfragen, als das Konto stellen darf. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Respect the opt-out: another number, or another factor.</source>
        <translation>Die Abmeldung achten: eine andere Nummer oder ein anderer Faktor.</translation>
    </message>
    <message>
        <source>Review the alert in Fraud Defender.</source>
        <translation>Die Meldung in Fraud Defender prüfen.</translation>
    </message>
    <message>
        <source>Rewrite the text with GSM-7 characters: the messages page does it.</source>
        <translation>Den Text mit GSM-7-Zeichen schreiben: Die Seite Nachrichten tut das.</translation>
    </message>
    <message>
        <source>Rows of the log still say Hook; since 18 November 2026 it is an Action that answers.</source>
        <translation>Log-Zeilen sagen noch Hook; seit dem 18. November 2026 antwortet eine Action.</translation>
    </message>
    <message>
        <source>Rules and Hooks were declared deprecated.</source>
        <translation>Rules und Hooks wurden abgekündigt.</translation>
    </message>
    <message>
        <source>Rules ended on the same day as Hooks.</source>
        <translation>Rules endeten am selben Tag wie Hooks.</translation>
    </message>
    <message>
        <source>Rules ended on the same day. If a Rule asked for the second factor, nobody asks now.</source>
        <translation>Rules endeten am selben Tag. Hat eine Rule nach dem zweiten Faktor gefragt, fragt jetzt niemand.</translation>
    </message>
    <message>
        <source>Rules no longer run</source>
        <translation>Rules laufen nicht mehr</translation>
    </message>
    <message>
        <source>Rules on senders, registration or contents.</source>
        <translation>Regeln zu Absendern, Registrierung oder Inhalten.</translation>
    </message>
    <message>
        <source>Run fewer programs against the tenant at once.</source>
        <translation>Weniger Programme zugleich gegen den Tenant laufen lassen.</translation>
    </message>
    <message>
        <source>Run the code here with an event of your own.</source>
        <translation>Den Code hier mit einem eigenen Ereignis ausführen.</translation>
    </message>
    <message>
        <source>Save the Action once more, which starts a new build.</source>
        <translation>Die Action noch einmal speichern; das startet einen neuen Build.</translation>
    </message>
    <message>
        <source>Saved and not deployed since.</source>
        <translation>Seither gespeichert und nicht bereitgestellt.</translation>
    </message>
    <message>
        <source>Saved by API or tool without the deployment.</source>
        <translation>Per API oder Werkzeug gespeichert, ohne Deployment.</translation>
    </message>
    <message>
        <source>Secrets are in event.secrets; throw or drop in place of the callback.</source>
        <translation>Secrets stehen in event.secrets; werfen oder verwerfen statt Callback.</translation>
    </message>
    <message>
        <source>Secrets read from context.webtask.secrets: in an Action they are in event.secrets.</source>
        <translation>Secrets aus context.webtask.secrets: In einer Action stehen sie in event.secrets.</translation>
    </message>
    <message>
        <source>See the tenant&apos;s plan in the Auth0 dashboard, or ask Auth0.</source>
        <translation>Den Tarif des Tenants im Auth0-Dashboard ansehen oder Auth0 fragen.</translation>
    </message>
    <message>
        <source>See the vendor&apos;s status page.</source>
        <translation>Die Statusseite des Anbieters ansehen.</translation>
    </message>
    <message>
        <source>See whether messages went to numbers that nobody knows.</source>
        <translation>Nachsehen, ob Nachrichten an Nummern gingen, die niemand kennt.</translation>
    </message>
    <message>
        <source>See which programs use this key.</source>
        <translation>Nachsehen, welche Programme diesen Key nutzen.</translation>
    </message>
    <message>
        <source>Send a test message to the same number and look at Vonage&apos;s answer.</source>
        <translation>Eine Testnachricht an dieselbe Nummer senden und die Antwort von Vonage ansehen.</translation>
    </message>
    <message>
        <source>Send a test message: its answer shows what Vonage refuses.</source>
        <translation>Eine Testnachricht senden: Ihre Antwort zeigt, was Vonage ablehnt.</translation>
    </message>
    <message>
        <source>Send with fetch, which needs no package.</source>
        <translation>Mit fetch senden, das kein Paket braucht.</translation>
    </message>
    <message>
        <source>Send with key and secret, as the generated sender does.</source>
        <translation>Mit Key und Secret senden, wie es der erzeugte Versender tut.</translation>
    </message>
    <message>
        <source>Senders with letters must be in the national register, or are shown as a likely scam.</source>
        <translation>Absender mit Buchstaben müssen im nationalen Register stehen, sonst gelten sie als Betrugsversuch.</translation>
    </message>
    <message>
        <source>Set HTTPS_PROXY=http://NAME:PASSWORD@PROXY:PORT, then start the program again.</source>
        <translation>HTTPS_PROXY=http://NAME:PASSWORT@PROXY:PORT setzen, dann das Programm neu starten.</translation>
    </message>
    <message>
        <source>Set delivery methods and message types to text and SMS.</source>
        <translation>Zustellarten und Nachrichtenarten auf Text und SMS setzen.</translation>
    </message>
    <message>
        <source>Set the channel to sms, or use the generated sender.</source>
        <translation>Den Kanal auf sms setzen oder den erzeugten Versender verwenden.</translation>
    </message>
    <message>
        <source>Settings from the time of shared short codes in the US.</source>
        <translation>Einstellungen aus der Zeit gemeinsamer Kurzwahlen in den USA.</translation>
    </message>
    <message>
        <source>Settings of multi-factor authentication were changed.</source>
        <translation>Einstellungen der Multi-Faktor-Authentifizierung wurden geändert.</translation>
    </message>
    <message>
        <source>Shorten the text: a login code fits one part, 160 characters, or 70 with signs outside GSM-7.</source>
        <translation>Den Text kürzen: Ein Anmeldecode passt in einen Teil, 160 Zeichen, oder 70 mit Zeichen außerhalb von GSM-7.</translation>
    </message>
    <message>
        <source>Sign in to the Vonage dashboard and read its notices.</source>
        <translation>Im Vonage-Dashboard anmelden und die Hinweise lesen.</translation>
    </message>
    <message>
        <source>Sign-up and login are open to bots.</source>
        <translation>Sign-up und Anmeldung stehen Bots offen.</translation>
    </message>
    <message>
        <source>Sign-ups fail or come in a burst</source>
        <translation>Sign-ups scheitern oder häufen sich</translation>
    </message>
    <message>
        <source>Signing is demanded for the account, and the sender does not sign.</source>
        <translation>Für das Konto wird eine Signatur verlangt, und der Versender signiert nicht.</translation>
    </message>
    <message>
        <source>Signs other than digits, or no country code.</source>
        <translation>Andere Zeichen als Ziffern oder keine Landesvorwahl.</translation>
    </message>
    <message>
        <source>Since Hooks ended, /api/v2/hooks may answer 403, 404, 410 or 501.</source>
        <translation>Seit dem Ende der Hooks kann /api/v2/hooks mit 403, 404, 410 oder 501 antworten.</translation>
    </message>
    <message>
        <source>Some carriers report delivery without knowing.</source>
        <translation>Manche Netze melden Zustellung, ohne es zu wissen.</translation>
    </message>
    <message>
        <source>Some carriers send no receipts.</source>
        <translation>Manche Netzbetreiber senden keine Berichte.</translation>
    </message>
    <message>
        <source>Some makes of phone do not show the message.</source>
        <translation>Telefone mancher Marken zeigen die Nachricht nicht.</translation>
    </message>
    <message>
        <source>Some users get codes, others do not.</source>
        <translation>Manche Benutzer bekommen Codes, andere nicht.</translation>
    </message>
    <message>
        <source>Somebody changed the MFA settings</source>
        <translation>Jemand hat die MFA-Einstellungen geändert</translation>
    </message>
    <message>
        <source>Somebody closed the window.</source>
        <translation>Jemand hat das Fenster geschlossen.</translation>
    </message>
    <message>
        <source>Somebody disabled it, or it was made disabled.</source>
        <translation>Jemand hat ihn deaktiviert, oder er wurde so angelegt.</translation>
    </message>
    <message>
        <source>Somebody disabled it.</source>
        <translation>Jemand hat sie deaktiviert.</translation>
    </message>
    <message>
        <source>Somebody guesses, or enters old codes again and again.</source>
        <translation>Jemand rät oder gibt immer wieder alte Codes ein.</translation>
    </message>
    <message>
        <source>Somebody left the page, or a time limit.</source>
        <translation>Jemand verließ die Seite, oder ein Zeitlimit.</translation>
    </message>
    <message>
        <source>Somebody made the tenant send many messages.</source>
        <translation>Jemand hat den Tenant viele Nachrichten senden lassen.</translation>
    </message>
    <message>
        <source>Somebody makes the tenant send expensive messages</source>
        <translation>Jemand lässt den Tenant teure Nachrichten senden</translation>
    </message>
    <message>
        <source>Somebody makes the tenant send messages to costly numbers.</source>
        <translation>Jemand lässt den Tenant Nachrichten an teure Nummern senden.</translation>
    </message>
    <message>
        <source>Somebody, a number or the account is blocked.</source>
        <translation>Jemand, eine Nummer oder das Konto ist gesperrt.</translation>
    </message>
    <message>
        <source>Somebody, or a program, changed the settings of multi-factor authentication at this time.</source>
        <translation>Jemand oder ein Programm hat zu dieser Zeit die Einstellungen der Multi-Faktor-Authentifizierung geändert.</translation>
    </message>
    <message>
        <source>Something about a notification was not right, and it may have gone out all the same.</source>
        <translation>An einer Benachrichtigung stimmte etwas nicht, und sie kann trotzdem hinausgegangen sein.</translation>
    </message>
    <message>
        <source>Something did not answer in time.</source>
        <translation>Etwas hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Something else answers in place of the service</source>
        <translation>Etwas anderes antwortet anstelle des Dienstes</translation>
    </message>
    <message>
        <source>Something failed inside Auth0.</source>
        <translation>Bei Auth0 selbst ging etwas schief.</translation>
    </message>
    <message>
        <source>Something failed inside Vonage.</source>
        <translation>Bei Vonage selbst ging etwas schief.</translation>
    </message>
    <message>
        <source>Something failed inside Vonage. Your settings are not the reason.</source>
        <translation>Bei Vonage selbst ging etwas schief. Die eigenen Einstellungen sind nicht der Grund.</translation>
    </message>
    <message>
        <source>Something failed inside the service; your settings are not the reason.</source>
        <translation>Im Dienst ging etwas schief; die eigenen Einstellungen sind nicht der Grund.</translation>
    </message>
    <message>
        <source>Something in the network stands between.</source>
        <translation>Etwas im Netz steht dazwischen.</translation>
    </message>
    <message>
        <source>Sometimes a code comes, sometimes not.</source>
        <translation>Mal kommt ein Code, mal nicht.</translation>
    </message>
    <message>
        <source>Spaces and signs are ignored, or the message is lost.</source>
        <translation>Leerzeichen und Sonderzeichen werden übergangen, oder die Nachricht geht verloren.</translation>
    </message>
    <message>
        <source>Start a password service, such as gnome-keyring, then start the program again.</source>
        <translation>Einen Passwortdienst starten, etwa gnome-keyring, dann das Programm neu starten.</translation>
    </message>
    <message>
        <source>Start the login anew, in one window.</source>
        <translation>Die Anmeldung neu beginnen, in einem Fenster.</translation>
    </message>
    <message>
        <source>Start the password service or the session anew.</source>
        <translation>Den Passwortdienst oder die Sitzung neu starten.</translation>
    </message>
    <message>
        <source>Surplus resources, such as refresh tokens, were removed.</source>
        <translation>Überzählige Ressourcen wie Refresh-Tokens wurden entfernt.</translation>
    </message>
    <message>
        <source>Switch on automatic reload and the alert for a low balance.</source>
        <translation>Das automatische Aufladen und die Warnung bei niedrigem Guthaben einschalten.</translation>
    </message>
    <message>
        <source>Switch on bot detection and suspicious IP throttling in Auth0.</source>
        <translation>In Auth0 die Bot-Erkennung und das Suspicious IP Throttling einschalten.</translation>
    </message>
    <message>
        <source>Take the domain from Applications &gt; your application &gt; Settings.</source>
        <translation>Die Domain aus Applications &gt; die eigene Anwendung &gt; Settings nehmen.</translation>
    </message>
    <message>
        <source>Take voice out of the message types.</source>
        <translation>Anruf aus den Nachrichtenarten nehmen.</translation>
    </message>
    <message>
        <source>Tenants made from then on have no Hooks.</source>
        <translation>Seither angelegte Tenants haben keine Hooks.</translation>
    </message>
    <message>
        <source>Test in a private window.</source>
        <translation>In einem privaten Fenster testen.</translation>
    </message>
    <message>
        <source>The Action asked for another try, and Auth0 runs it again, up to five times.</source>
        <translation>Die Action bat um einen weiteren Versuch, und Auth0 führt sie wieder aus, bis zu fünfmal.</translation>
    </message>
    <message>
        <source>The Action builds a text of its own, so changes in the tenant&apos;s texts have no effect.</source>
        <translation>Die Action baut einen eigenen Text, also wirken Änderungen an den Texten des Tenants nicht.</translation>
    </message>
    <message>
        <source>The Action could not be built</source>
        <translation>Die Action ließ sich nicht bauen</translation>
    </message>
    <message>
        <source>The Action does not look at Vonage&apos;s answer</source>
        <translation>Die Action sieht sich die Antwort von Vonage nicht an</translation>
    </message>
    <message>
        <source>The Action does not use the tenant&apos;s text</source>
        <translation>Die Action verwendet den Text des Tenants nicht</translation>
    </message>
    <message>
        <source>The Action dropped the message or threw an error.</source>
        <translation>Die Action verwarf die Nachricht oder warf einen Fehler.</translation>
    </message>
    <message>
        <source>The Action hangs on the wrong trigger</source>
        <translation>Die Action hängt am falschen Trigger</translation>
    </message>
    <message>
        <source>The Action is deployed, but no trigger calls it.</source>
        <translation>Die Action ist bereitgestellt, aber kein Trigger ruft sie auf.</translation>
    </message>
    <message>
        <source>The Action is not bound to its trigger</source>
        <translation>Die Action ist nicht an ihren Trigger gebunden</translation>
    </message>
    <message>
        <source>The Action lacks a secret</source>
        <translation>Der Action fehlt ein Secret</translation>
    </message>
    <message>
        <source>The Action needs VONAGE_API_KEY, VONAGE_API_SECRET and VONAGE_FROM_NUMBER.</source>
        <translation>Die Action braucht VONAGE_API_KEY, VONAGE_API_SECRET und VONAGE_FROM_NUMBER.</translation>
    </message>
    <message>
        <source>The Action or Vonage number sends text only.</source>
        <translation>Die Action oder die Vonage-Nummer sendet nur Text.</translation>
    </message>
    <message>
        <source>The Action ran into its time limit</source>
        <translation>Die Action lief in ihr Zeitlimit</translation>
    </message>
    <message>
        <source>The Action ran longer than it may (20 seconds).</source>
        <translation>Die Action lief länger als erlaubt (20 Sekunden).</translation>
    </message>
    <message>
        <source>The Action runs an older version than the one shown: changes and new secrets are not in use yet.</source>
        <translation>Die Action läuft in einer älteren Version als der gezeigten: Änderungen und neue Secrets gelten noch nicht.</translation>
    </message>
    <message>
        <source>The Action was made for another trigger, so it is not asked for messages.</source>
        <translation>Die Action wurde für einen anderen Trigger angelegt, also wird sie nicht nach Nachrichten gefragt.</translation>
    </message>
    <message>
        <source>The Action was never made, or was deleted.</source>
        <translation>Die Action wurde nie angelegt oder gelöscht.</translation>
    </message>
    <message>
        <source>The Action was saved but never deployed</source>
        <translation>Die Action wurde gespeichert, aber nie bereitgestellt</translation>
    </message>
    <message>
        <source>The Action was to be deployed before it was built</source>
        <translation>Die Action sollte vor dem Build bereitgestellt werden</translation>
    </message>
    <message>
        <source>The Action&apos;s build does not end</source>
        <translation>Der Build der Action endet nicht</translation>
    </message>
    <message>
        <source>The Action&apos;s code cannot be loaded</source>
        <translation>Der Code der Action lässt sich nicht laden</translation>
    </message>
    <message>
        <source>The Action&apos;s code failed with an error, so no message went out, or nobody knows.</source>
        <translation>Der Code der Action brach mit einem Fehler ab, also ging keine Nachricht hinaus, oder es ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The Action&apos;s code threw an error</source>
        <translation>Der Code der Action warf einen Fehler</translation>
    </message>
    <message>
        <source>The Action&apos;s code threw an error.</source>
        <translation>Der Code der Action warf einen Fehler.</translation>
    </message>
    <message>
        <source>The Action&apos;s draft is newer than what runs</source>
        <translation>Der Entwurf der Action ist neuer als das, was läuft</translation>
    </message>
    <message>
        <source>The Auth0 plan does not include this</source>
        <translation>Der Auth0-Tarif enthält das nicht</translation>
    </message>
    <message>
        <source>The Conversion API is off for this account.</source>
        <translation>Die Conversion API ist für dieses Konto aus.</translation>
    </message>
    <message>
        <source>The ID and the secret are of different applications or tenants.</source>
        <translation>ID und Secret stammen aus verschiedenen Anwendungen oder Tenants.</translation>
    </message>
    <message>
        <source>The ID is unknown.</source>
        <translation>Die ID ist unbekannt.</translation>
    </message>
    <message>
        <source>The ID of the secret is unknown; it may be revoked already.</source>
        <translation>Die ID des Secrets ist unbekannt; vielleicht ist es schon widerrufen.</translation>
    </message>
    <message>
        <source>The JWT for Vonage is no longer good</source>
        <translation>Das JWT für Vonage gilt nicht mehr</translation>
    </message>
    <message>
        <source>The JWT with which Vonage was called has expired or was withdrawn.</source>
        <translation>Das JWT, mit dem Vonage aufgerufen wurde, ist abgelaufen oder zurückgezogen.</translation>
    </message>
    <message>
        <source>The Liquid of the text has an error, so Auth0 cannot make the message.</source>
        <translation>Das Liquid des Textes hat einen Fehler, also kann Auth0 die Nachricht nicht erstellen.</translation>
    </message>
    <message>
        <source>The Management API changed something.</source>
        <translation>Die Management API hat etwas geändert.</translation>
    </message>
    <message>
        <source>The Management API was asked for something with secrets.</source>
        <translation>Die Management API wurde nach etwas mit Secrets gefragt.</translation>
    </message>
    <message>
        <source>The Messages API&apos;s word for a message that was not delivered.</source>
        <translation>Das Wort der Messages API für eine nicht zugestellte Nachricht.</translation>
    </message>
    <message>
        <source>The Python SDK, which sends a form as JSON after a JSON call.</source>
        <translation>Das Python-SDK, das nach einem JSON-Aufruf ein Formular als JSON sendet.</translation>
    </message>
    <message>
        <source>The SMS factor is switched off</source>
        <translation>Der SMS-Faktor ist aus</translation>
    </message>
    <message>
        <source>The SMS factor is switched off.</source>
        <translation>Der SMS-Faktor ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>The Vonage account does not allow this address</source>
        <translation>Das Vonage-Konto lässt diese Adresse nicht zu</translation>
    </message>
    <message>
        <source>The Vonage account has a list of allowed addresses, and the caller&apos;s address is not on it. A test from here may work while Auth0 is refused, or the other way round.</source>
        <translation>Das Vonage-Konto hat eine Liste erlaubter Adressen, und die des Aufrufers steht nicht darauf. Ein Test von hier kann funktionieren, während Auth0 abgelehnt wird, oder umgekehrt.</translation>
    </message>
    <message>
        <source>The Vonage account has no credit</source>
        <translation>Das Vonage-Konto hat kein Guthaben</translation>
    </message>
    <message>
        <source>The Vonage account is suspended</source>
        <translation>Das Vonage-Konto ist gesperrt</translation>
    </message>
    <message>
        <source>The Vonage account may not do this (HTTP 403)</source>
        <translation>Das Vonage-Konto darf das nicht (HTTP 403)</translation>
    </message>
    <message>
        <source>The Vonage account may not send over HTTP</source>
        <translation>Das Vonage-Konto darf nicht über HTTP senden</translation>
    </message>
    <message>
        <source>The Vonage account may not send.</source>
        <translation>Das Vonage-Konto darf nicht senden.</translation>
    </message>
    <message>
        <source>The Vonage account rents no number</source>
        <translation>Das Vonage-Konto hat keine Nummer gemietet</translation>
    </message>
    <message>
        <source>The account at Vonage has no money left.</source>
        <translation>Das Konto bei Vonage hat kein Guthaben mehr.</translation>
    </message>
    <message>
        <source>The account demands signed requests, or the signature that came does not match.</source>
        <translation>Das Konto verlangt signierte Anfragen, oder die gesendete Signatur passt nicht.</translation>
    </message>
    <message>
        <source>The account holds two secrets already.</source>
        <translation>Das Konto hat schon zwei Secrets.</translation>
    </message>
    <message>
        <source>The account is closed for use.</source>
        <translation>Das Konto ist gesperrt.</translation>
    </message>
    <message>
        <source>The account is new, or its numbers were cancelled with an empty balance.</source>
        <translation>Das Konto ist neu, oder seine Nummern wurden bei leerem Guthaben gekündigt.</translation>
    </message>
    <message>
        <source>The account is not registered for India.</source>
        <translation>Das Konto ist für Indien nicht registriert.</translation>
    </message>
    <message>
        <source>The account is set up for SMPP only.</source>
        <translation>Das Konto ist nur für SMPP eingerichtet.</translation>
    </message>
    <message>
        <source>The account lacks a feature that the request uses</source>
        <translation>Dem Konto fehlt eine Funktion, die die Anfrage nutzt</translation>
    </message>
    <message>
        <source>The account may not do this, or not from this address.</source>
        <translation>Das Konto darf das nicht, oder nicht von dieser Adresse.</translation>
    </message>
    <message>
        <source>The account may not do this.</source>
        <translation>Das Konto darf das nicht.</translation>
    </message>
    <message>
        <source>The account may not read delivery reports</source>
        <translation>Das Konto darf keine Zustellberichte lesen</translation>
    </message>
    <message>
        <source>The account may not read reports, so the fate of a message must be looked up by hand. Sending is not touched by it.</source>
        <translation>Das Konto darf keine Reports lesen, also ist das Schicksal einer Nachricht von Hand nachzusehen. Das Senden betrifft es nicht.</translation>
    </message>
    <message>
        <source>The account may not read these records.</source>
        <translation>Das Konto darf diese Datensätze nicht lesen.</translation>
    </message>
    <message>
        <source>The account may not send over HTTP.</source>
        <translation>Das Konto darf nicht über HTTP senden.</translation>
    </message>
    <message>
        <source>The account may not use the SMS API over HTTP, which Auth0 needs.</source>
        <translation>Das Konto darf die SMS API nicht über HTTP nutzen, die Auth0 braucht.</translation>
    </message>
    <message>
        <source>The account may not use the SMS API over HTTP.</source>
        <translation>Das Konto darf die SMS API nicht über HTTP nutzen.</translation>
    </message>
    <message>
        <source>The account or the sender submits faster than it may.</source>
        <translation>Das Konto oder der Absender sendet schneller als erlaubt.</translation>
    </message>
    <message>
        <source>The account rents no number.</source>
        <translation>Das Konto hat keine Nummer gemietet.</translation>
    </message>
    <message>
        <source>The account submits faster than it may.</source>
        <translation>Das Konto sendet schneller als erlaubt.</translation>
    </message>
    <message>
        <source>The account that was asked has no message in this time. A message that Vonage refuses at once has no record either.</source>
        <translation>Das befragte Konto hat in dieser Zeit keine Nachricht. Auch eine Nachricht, die Vonage sofort ablehnt, hat keinen Eintrag.</translation>
    </message>
    <message>
        <source>The account was slowed down between the parts.</source>
        <translation>Das Konto wurde zwischen den Teilen gebremst.</translation>
    </message>
    <message>
        <source>The account&apos;s own traffic rule blocks this prefix.</source>
        <translation>Eine eigene Verkehrsregel des Kontos sperrt diese Vorwahl.</translation>
    </message>
    <message>
        <source>The address for Hooks is gone</source>
        <translation>Die Adresse für Hooks gibt es nicht mehr</translation>
    </message>
    <message>
        <source>The address for delivery receipts is too long or not a proper one.</source>
        <translation>Die Adresse für Zustellberichte ist zu lang oder keine richtige.</translation>
    </message>
    <message>
        <source>The address for receipts is not valid</source>
        <translation>Die Adresse für Zustellberichte ist ungültig</translation>
    </message>
    <message>
        <source>The address for receipts is too long or no proper one.</source>
        <translation>Die Adresse für Zustellberichte ist zu lang oder keine richtige.</translation>
    </message>
    <message>
        <source>The address is no longer served, as with Hooks.</source>
        <translation>Die Adresse wird nicht mehr bedient, wie bei Hooks.</translation>
    </message>
    <message>
        <source>The address is not a proper one</source>
        <translation>Die Adresse ist nicht richtig</translation>
    </message>
    <message>
        <source>The address is not one that can be called.</source>
        <translation>Die Adresse ist keine, die sich aufrufen lässt.</translation>
    </message>
    <message>
        <source>The address leads elsewhere</source>
        <translation>Die Adresse führt woandershin</translation>
    </message>
    <message>
        <source>The address of a media file cannot be reached.</source>
        <translation>Die Adresse einer Mediendatei ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The address of the request is not as it should be.</source>
        <translation>Die Adresse der Anfrage ist nicht, wie sie sein soll.</translation>
    </message>
    <message>
        <source>The answer broke off half-way. The request was carried out, most likely.</source>
        <translation>Die Antwort brach auf halbem Weg ab. Die Anfrage wurde sehr wahrscheinlich ausgeführt.</translation>
    </message>
    <message>
        <source>The answer is not what the service sends, such as an HTML page or nothing at all.</source>
        <translation>Die Antwort ist nicht, was der Dienst sendet, etwa eine HTML-Seite oder gar nichts.</translation>
    </message>
    <message>
        <source>The answer names another address, or leads in a circle; the program does not follow it.</source>
        <translation>Die Antwort nennt eine andere Adresse oder führt im Kreis; das Programm folgt ihr nicht.</translation>
    </message>
    <message>
        <source>The answers are slow</source>
        <translation>Die Antworten sind langsam</translation>
    </message>
    <message>
        <source>The app may not use the grants for MFA, so its next request is refused.</source>
        <translation>Die App darf die Grants für MFA nicht benutzen, also wird ihre nächste Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>The application is disabled.</source>
        <translation>Die Anwendung ist deaktiviert.</translation>
    </message>
    <message>
        <source>The application may not use the client credentials grant.</source>
        <translation>Die Anwendung darf den Client-Credentials-Grant nicht nutzen.</translation>
    </message>
    <message>
        <source>The application was never authorised for it, or its grant was removed.</source>
        <translation>Die Anwendung wurde nie dafür berechtigt, oder die Berechtigung wurde entfernt.</translation>
    </message>
    <message>
        <source>The area is under sanctions.</source>
        <translation>Das Gebiet unterliegt Sanktionen.</translation>
    </message>
    <message>
        <source>The audience is a custom domain in place of the tenant&apos;s own.</source>
        <translation>Die Audience ist eine eigene Domain anstelle der des Tenants.</translation>
    </message>
    <message>
        <source>The audience names an API that the tenant does not have.</source>
        <translation>Die Audience nennt eine API, die der Tenant nicht hat.</translation>
    </message>
    <message>
        <source>The authorisation of a Facebook page has expired.</source>
        <translation>Die Freigabe einer Facebook-Seite ist abgelaufen.</translation>
    </message>
    <message>
        <source>The balance is too low, or the product is not in the plan.</source>
        <translation>Das Guthaben ist zu niedrig, oder der Tarif enthält das Produkt nicht.</translation>
    </message>
    <message>
        <source>The balance is too low.</source>
        <translation>Das Guthaben ist zu niedrig.</translation>
    </message>
    <message>
        <source>The binding was removed, or never made.</source>
        <translation>Die Bindung wurde entfernt oder nie gemacht.</translation>
    </message>
    <message>
        <source>The body is no JSON, or is not declared as such.</source>
        <translation>Der Inhalt ist kein JSON oder nicht als solches ausgewiesen.</translation>
    </message>
    <message>
        <source>The body of the request is not as it should be.</source>
        <translation>Der Inhalt der Anfrage ist nicht, wie er sein soll.</translation>
    </message>
    <message>
        <source>The browser blocked the request</source>
        <translation>Der Browser hat die Anfrage blockiert</translation>
    </message>
    <message>
        <source>The browser is remembered, so nobody is asked</source>
        <translation>Der Browser ist gemerkt, also wird nicht gefragt</translation>
    </message>
    <message>
        <source>The browser stopped the request itself: an extension, or its rule that pages may not read other services.</source>
        <translation>Der Browser hielt die Anfrage selbst auf: eine Erweiterung oder seine Regel, dass Seiten fremde Dienste nicht lesen dürfen.</translation>
    </message>
    <message>
        <source>The build has not ended; it should take under a minute.</source>
        <translation>Der Build ist nicht zu Ende; er sollte unter einer Minute dauern.</translation>
    </message>
    <message>
        <source>The call was carried out. For a message, the status of each part counts.</source>
        <translation>Der Aufruf wurde ausgeführt. Bei einer Nachricht zählt der Status jedes Teils.</translation>
    </message>
    <message>
        <source>The caller&apos;s address is not on the account&apos;s list.</source>
        <translation>Die Adresse des Aufrufers steht nicht auf der Liste des Kontos.</translation>
    </message>
    <message>
        <source>The carrier blocks delivery to this line.</source>
        <translation>Der Netzbetreiber sperrt die Zustellung an diesen Anschluss.</translation>
    </message>
    <message>
        <source>The carrier blocks this line</source>
        <translation>Der Netzbetreiber sperrt diesen Anschluss</translation>
    </message>
    <message>
        <source>The carrier blocks this line.</source>
        <translation>Der Netzbetreiber sperrt diesen Anschluss.</translation>
    </message>
    <message>
        <source>The carrier did not deliver it and gave no reason. Often the number does not exist.</source>
        <translation>Der Netzbetreiber stellte sie nicht zu und nannte keinen Grund. Oft gibt es die Nummer nicht.</translation>
    </message>
    <message>
        <source>The carrier does not deliver because of age rules.</source>
        <translation>Der Netzbetreiber stellt wegen Altersregeln nicht zu.</translation>
    </message>
    <message>
        <source>The carrier does not deliver because of its age rules.</source>
        <translation>Der Netzbetreiber stellt wegen seiner Altersregeln nicht zu.</translation>
    </message>
    <message>
        <source>The carrier does not deliver to this line.</source>
        <translation>Der Netzbetreiber stellt an diesen Anschluss nicht zu.</translation>
    </message>
    <message>
        <source>The carrier gave up before the phone could be reached.</source>
        <translation>Der Netzbetreiber gab auf, bevor das Telefon erreichbar war.</translation>
    </message>
    <message>
        <source>The carrier has the message, and no final state is known. Some carriers never report more.</source>
        <translation>Der Netzbetreiber hat die Nachricht, ein Endstand ist nicht bekannt. Manche melden nie mehr.</translation>
    </message>
    <message>
        <source>The carrier holds it for a later try</source>
        <translation>Der Netzbetreiber hält sie für später zurück</translation>
    </message>
    <message>
        <source>The carrier or the phone reports delivery. Some carriers report it without knowing.</source>
        <translation>Netzbetreiber oder Telefon melden die Zustellung. Manche melden sie, ohne es zu wissen.</translation>
    </message>
    <message>
        <source>The carrier reports that the message arrived.</source>
        <translation>Der Netzbetreiber meldet, dass die Nachricht ankam.</translation>
    </message>
    <message>
        <source>The carrier says it was delivered</source>
        <translation>Der Netzbetreiber meldet die Zustellung</translation>
    </message>
    <message>
        <source>The carrier says nothing about delivery</source>
        <translation>Der Netzbetreiber sagt nichts zur Zustellung</translation>
    </message>
    <message>
        <source>The carrier says nothing, so nobody knows whether it arrived.</source>
        <translation>Der Netzbetreiber sagt nichts, also weiß niemand, ob sie ankam.</translation>
    </message>
    <message>
        <source>The carrier sends no receipts.</source>
        <translation>Der Netzbetreiber sendet keine Berichte.</translation>
    </message>
    <message>
        <source>The carrier shows a number of its own in place of your sender. The code is still good.</source>
        <translation>Der Netzbetreiber zeigt eine eigene Nummer anstelle des Absenders. Der Code gilt trotzdem.</translation>
    </message>
    <message>
        <source>The carrier stopped trying before it could deliver.</source>
        <translation>Der Netzbetreiber gab auf, bevor er zustellen konnte.</translation>
    </message>
    <message>
        <source>The carrier took the message and has not delivered it yet.</source>
        <translation>Der Netzbetreiber hat die Nachricht, aber noch nicht zugestellt.</translation>
    </message>
    <message>
        <source>The certificate belongs to another name, so somebody else answers. Nothing was sent.</source>
        <translation>Das Zertifikat gehört zu einem anderen Namen, also antwortet jemand anderes. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The certificate does not hold.</source>
        <translation>Das Zertifikat hält nicht stand.</translation>
    </message>
    <message>
        <source>The certificate has expired</source>
        <translation>Das Zertifikat ist abgelaufen</translation>
    </message>
    <message>
        <source>The certificate is for another name</source>
        <translation>Das Zertifikat gilt für einen anderen Namen</translation>
    </message>
    <message>
        <source>The certificate is for another name.</source>
        <translation>Das Zertifikat gilt für einen anderen Namen.</translation>
    </message>
    <message>
        <source>The certificate is not trusted</source>
        <translation>Dem Zertifikat wird nicht vertraut</translation>
    </message>
    <message>
        <source>The certificate shown for Vonage did not hold, so the sender stopped before the request. Nothing was sent, and no secret went out.</source>
        <translation>Das für Vonage gezeigte Zertifikat hielt nicht stand, also brach der Versender vor der Anfrage ab. Nichts wurde gesendet, und kein Secret ging hinaus.</translation>
    </message>
    <message>
        <source>The certificate was issued by somebody whom this computer does not trust, so the program stopped. Nothing was sent.</source>
        <translation>Das Zertifikat stellte jemand aus, dem dieser Rechner nicht vertraut, also brach das Programm ab. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The certificate was revoked.</source>
        <translation>Das Zertifikat wurde widerrufen.</translation>
    </message>
    <message>
        <source>The certificate&apos;s time is over, or the clock of this computer is wrong. Nothing was sent.</source>
        <translation>Die Zeit des Zertifikats ist um, oder die Uhr dieses Rechners geht falsch. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The channel is not known.</source>
        <translation>Der Kanal ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The check of a custom domain failed.</source>
        <translation>Die Prüfung einer eigenen Domain schlug fehl.</translation>
    </message>
    <message>
        <source>The chosen keyring keeps secrets in plain text</source>
        <translation>Der gewählte Schlüsselbund legt Secrets offen ab</translation>
    </message>
    <message>
        <source>The chosen message types must be among what the phone provider delivers.</source>
        <translation>Die gewählten Nachrichtenarten müssen unter denen sein, die der Phone-Provider zustellt.</translation>
    </message>
    <message>
        <source>The chosen secret is too weak.</source>
        <translation>Das gewählte Secret ist zu schwach.</translation>
    </message>
    <message>
        <source>The client ID or its secret is wrong.</source>
        <translation>Die Client-ID oder ihr Secret ist falsch.</translation>
    </message>
    <message>
        <source>The client exists, but is not authorised for the Management API.</source>
        <translation>Den Client gibt es, aber er ist nicht für die Management API berechtigt.</translation>
    </message>
    <message>
        <source>The client is not allowed to use the Management API</source>
        <translation>Der Client darf die Management API nicht nutzen</translation>
    </message>
    <message>
        <source>The client may not ask for a token this way.</source>
        <translation>Der Client darf auf diese Weise kein Token holen.</translation>
    </message>
    <message>
        <source>The client may not ask for tokens this way</source>
        <translation>Der Client darf Tokens nicht auf diese Weise holen</translation>
    </message>
    <message>
        <source>The client reference is too long.</source>
        <translation>Die Client-Referenz ist zu lang.</translation>
    </message>
    <message>
        <source>The clock is wrong.</source>
        <translation>Die Uhr geht falsch.</translation>
    </message>
    <message>
        <source>The clock of the computer is wrong</source>
        <translation>Die Uhr des Rechners geht falsch</translation>
    </message>
    <message>
        <source>The clock of the computer is wrong.</source>
        <translation>Die Uhr des Rechners geht falsch.</translation>
    </message>
    <message>
        <source>The clock of the sending computer is wrong.</source>
        <translation>Die Uhr des sendenden Rechners geht falsch.</translation>
    </message>
    <message>
        <source>The clock was never set, or the battery is empty.</source>
        <translation>Die Uhr wurde nie gestellt, oder die Batterie ist leer.</translation>
    </message>
    <message>
        <source>The code arrives late.</source>
        <translation>Der Code kommt spät.</translation>
    </message>
    <message>
        <source>The code arrives, but is not accepted.</source>
        <translation>Der Code kommt an, wird aber nicht angenommen.</translation>
    </message>
    <message>
        <source>The code came, was entered and accepted.</source>
        <translation>Der Code kam, wurde eingegeben und angenommen.</translation>
    </message>
    <message>
        <source>The code could not be sent; the details say why.</source>
        <translation>Der Code ließ sich nicht senden; die Details sagen, warum.</translation>
    </message>
    <message>
        <source>The code did not arrive, the number is not valid, or the factor is off.</source>
        <translation>Der Code kam nicht an, die Nummer ist ungültig, oder der Faktor ist aus.</translation>
    </message>
    <message>
        <source>The code does not use as_text (unified path) or text (old path) of its event.</source>
        <translation>Der Code verwendet nicht as_text (Unified-Weg) oder text (alter Weg) seines Ereignisses.</translation>
    </message>
    <message>
        <source>The code goes to an old or wrong number.</source>
        <translation>Der Code geht an eine alte oder falsche Nummer.</translation>
    </message>
    <message>
        <source>The code goes to another number</source>
        <translation>Der Code geht an eine andere Nummer</translation>
    </message>
    <message>
        <source>The code goes to the number that is enrolled, which is not the person&apos;s present one.</source>
        <translation>Der Code geht an die registrierte Nummer, die nicht die heutige der Person ist.</translation>
    </message>
    <message>
        <source>The code had expired</source>
        <translation>Der Code war abgelaufen</translation>
    </message>
    <message>
        <source>The code has the form of a Hook. In an Action its function is never called, or it fails.</source>
        <translation>Der Code hat die Form eines Hooks. In einer Action wird seine Funktion nie aufgerufen oder scheitert.</translation>
    </message>
    <message>
        <source>The code is no valid JavaScript, so the Action cannot even start.</source>
        <translation>Der Code ist kein gültiges JavaScript, also kann die Action nicht einmal starten.</translation>
    </message>
    <message>
        <source>The code is no valid JavaScript.</source>
        <translation>Der Code ist kein gültiges JavaScript.</translation>
    </message>
    <message>
        <source>The code is said to be too old when it is typed in.</source>
        <translation>Beim Eintippen heißt es, der Code sei zu alt.</translation>
    </message>
    <message>
        <source>The code or the credentials do not fit.</source>
        <translation>Der Code oder die Zugangsdaten passen nicht.</translation>
    </message>
    <message>
        <source>The code sends the request and does not read the answer. Vonage answers 200 even when it refuses, so all logs look well and nobody gets a code.</source>
        <translation>Der Code sendet die Anfrage und liest die Antwort nicht. Vonage antwortet auch beim Ablehnen mit 200, also sehen alle Logs gut aus, und niemand bekommt einen Code.</translation>
    </message>
    <message>
        <source>The code sends type=text although the text needs unicode.</source>
        <translation>Der Code sendet type=text, obwohl der Text unicode braucht.</translation>
    </message>
    <message>
        <source>The code used a value that is not what it expects, often undefined.</source>
        <translation>Der Code benutzte einen Wert, der nicht ist, was er erwartet, oft undefined.</translation>
    </message>
    <message>
        <source>The code uses a name that does not exist.</source>
        <translation>Der Code benutzt einen Namen, den es nicht gibt.</translation>
    </message>
    <message>
        <source>The code wants a package that is not among its dependencies.</source>
        <translation>Der Code verlangt ein Paket, das nicht unter seinen Abhängigkeiten ist.</translation>
    </message>
    <message>
        <source>The code wants a package that the Action does not have.</source>
        <translation>Der Code verlangt ein Paket, das die Action nicht hat.</translation>
    </message>
    <message>
        <source>The code was handed to the sender without an error. No proof of delivery.</source>
        <translation>Der Code wurde ohne Fehler an den Versender übergeben. Kein Beweis der Zustellung.</translation>
    </message>
    <message>
        <source>The code was not accepted. Auth0&apos;s log does not tell a wrong code from a fault of the system.</source>
        <translation>Der Code wurde nicht angenommen. Auth0s Log unterscheidet einen falschen Code nicht von einem Systemfehler.</translation>
    </message>
    <message>
        <source>The code was refused</source>
        <translation>Der Code wurde abgelehnt</translation>
    </message>
    <message>
        <source>The code was to be spoken in a call, and that failed.</source>
        <translation>Der Code sollte in einem Anruf gesprochen werden, und das schlug fehl.</translation>
    </message>
    <message>
        <source>The code was wrong, or the system failed; the log does not tell which.</source>
        <translation>Der Code war falsch oder das System versagte; das Log sagt nicht, was.</translation>
    </message>
    <message>
        <source>The code went out by mail.</source>
        <translation>Der Code ging per Mail hinaus.</translation>
    </message>
    <message>
        <source>The collection is locked.</source>
        <translation>Die Sammlung ist gesperrt.</translation>
    </message>
    <message>
        <source>The computer was reached and refused the connection. Nothing was sent.</source>
        <translation>Der Rechner wurde erreicht und lehnte die Verbindung ab. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The connection broke off</source>
        <translation>Die Verbindung brach ab</translation>
    </message>
    <message>
        <source>The connection broke off before an answer. If a message was to be sent, nobody knows whether it was.</source>
        <translation>Die Verbindung brach vor einer Antwort ab. Sollte eine Nachricht gesendet werden, weiß niemand, ob sie es wurde.</translation>
    </message>
    <message>
        <source>The connection broke off; the message may have been sent.</source>
        <translation>Die Verbindung brach ab; die Nachricht kann gesendet sein.</translation>
    </message>
    <message>
        <source>The connection was refused</source>
        <translation>Die Verbindung wurde abgelehnt</translation>
    </message>
    <message>
        <source>The consent was never recorded.</source>
        <translation>Die Einwilligung wurde nie verzeichnet.</translation>
    </message>
    <message>
        <source>The content ID or the text is not the registered one (India and alike).</source>
        <translation>Content-ID oder Text sind nicht die registrierten (Indien und ähnliche).</translation>
    </message>
    <message>
        <source>The content type of the request is not supported.</source>
        <translation>Der Inhaltstyp der Anfrage wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The country code is missing, or the 0 of the national form is still in it.</source>
        <translation>Die Landesvorwahl fehlt, oder die 0 der nationalen Form steht noch darin.</translation>
    </message>
    <message>
        <source>The country or the network does not allow names as senders.</source>
        <translation>Das Land oder das Netz erlaubt keine Namen als Absender.</translation>
    </message>
    <message>
        <source>The country wants senders registered before they are used.</source>
        <translation>Das Land will Absender registriert haben, bevor sie verwendet werden.</translation>
    </message>
    <message>
        <source>The country was not chosen, or the number has too few digits.</source>
        <translation>Das Land wurde nicht gewählt, oder die Nummer hat zu wenige Ziffern.</translation>
    </message>
    <message>
        <source>The country&apos;s register wants an entity ID with each message, and it was missing or wrong.</source>
        <translation>Das Register des Landes will zu jeder Nachricht eine Entity-ID, und sie fehlte oder war falsch.</translation>
    </message>
    <message>
        <source>The credentials are absent or wrong.</source>
        <translation>Die Zugangsdaten fehlen oder sind falsch.</translation>
    </message>
    <message>
        <source>The credentials for push messages are wrong.</source>
        <translation>Die Zugangsdaten für Push-Nachrichten sind falsch.</translation>
    </message>
    <message>
        <source>The credentials have no access to this product.</source>
        <translation>Die Zugangsdaten haben keinen Zugriff auf dieses Produkt.</translation>
    </message>
    <message>
        <source>The credit is used up.</source>
        <translation>Das Guthaben ist aufgebraucht.</translation>
    </message>
    <message>
        <source>The credit ran out between the parts.</source>
        <translation>Das Guthaben ging zwischen den Teilen aus.</translation>
    </message>
    <message>
        <source>The daily limit of the sender is reached</source>
        <translation>Das Tageslimit des Absenders ist erreicht</translation>
    </message>
    <message>
        <source>The dependency was not added, or its newest version wants a newer Node.</source>
        <translation>Die Abhängigkeit wurde nicht eingetragen, oder ihre neueste Version will ein neueres Node.</translation>
    </message>
    <message>
        <source>The details of the row say what.</source>
        <translation>Die Details der Zeile sagen, was.</translation>
    </message>
    <message>
        <source>The device cannot take such a message.</source>
        <translation>Das Gerät kann solche Nachrichten nicht empfangen.</translation>
    </message>
    <message>
        <source>The enrolment in progress is not active, or has expired.</source>
        <translation>Die laufende Registrierung ist nicht aktiv oder abgelaufen.</translation>
    </message>
    <message>
        <source>The enrolment is not valid.</source>
        <translation>Die Registrierung ist ungültig.</translation>
    </message>
    <message>
        <source>The enrolment of a phone failed</source>
        <translation>Die Registrierung eines Telefons schlug fehl</translation>
    </message>
    <message>
        <source>The enrolment of a second factor could not start.</source>
        <translation>Die Registrierung eines zweiten Faktors konnte nicht beginnen.</translation>
    </message>
    <message>
        <source>The enrolment of a second factor started.</source>
        <translation>Die Registrierung eines zweiten Faktors begann.</translation>
    </message>
    <message>
        <source>The enrolment was never finished, or was removed.</source>
        <translation>Die Registrierung wurde nie beendet oder entfernt.</translation>
    </message>
    <message>
        <source>The entered code has the wrong form.</source>
        <translation>Der eingegebene Code hat die falsche Form.</translation>
    </message>
    <message>
        <source>The entered code was not right.</source>
        <translation>Der eingegebene Code war nicht richtig.</translation>
    </message>
    <message>
        <source>The entered recovery code has the wrong form.</source>
        <translation>Der eingegebene Wiederherstellungscode hat die falsche Form.</translation>
    </message>
    <message>
        <source>The entered recovery code was not right.</source>
        <translation>Der eingegebene Wiederherstellungscode war nicht richtig.</translation>
    </message>
    <message>
        <source>The entity ID is missing or wrong (India and alike).</source>
        <translation>Die Entity-ID fehlt oder ist falsch (Indien und ähnliche).</translation>
    </message>
    <message>
        <source>The factor was switched off after the user enrolled.</source>
        <translation>Der Faktor wurde nach der Registrierung ausgeschaltet.</translation>
    </message>
    <message>
        <source>The failed notification is not a text message</source>
        <translation>Die fehlgeschlagene Nachricht ist keine SMS</translation>
    </message>
    <message>
        <source>The feature is not available at all.</source>
        <translation>Die Funktion ist gar nicht verfügbar.</translation>
    </message>
    <message>
        <source>The feature is switched off in the tenant.</source>
        <translation>Die Funktion ist im Tenant ausgeschaltet.</translation>
    </message>
    <message>
        <source>The header with the token is malformed.</source>
        <translation>Der Header mit dem Token hat die falsche Form.</translation>
    </message>
    <message>
        <source>The key and secret with which the message was sent do not belong together. Vonage answers HTTP 200 all the same, so careless code takes it for success.</source>
        <translation>Key und Secret, mit denen gesendet wurde, gehören nicht zusammen. Vonage antwortet trotzdem mit HTTP 200, also hält nachlässiger Code das für Erfolg.</translation>
    </message>
    <message>
        <source>The key is unknown, or not yours.</source>
        <translation>Der Key ist unbekannt oder gehört jemand anderem.</translation>
    </message>
    <message>
        <source>The key of another account or subaccount.</source>
        <translation>Der Key eines anderen Kontos oder Unterkontos.</translation>
    </message>
    <message>
        <source>The keyring answered with an error that does not tell more.</source>
        <translation>Der Schlüsselbund antwortete mit einem Fehler, der nicht mehr verrät.</translation>
    </message>
    <message>
        <source>The keyring could not be opened, often as its question was dismissed.</source>
        <translation>Der Schlüsselbund ließ sich nicht öffnen, oft weil die Frage abgewiesen wurde.</translation>
    </message>
    <message>
        <source>The keyring did not store the value</source>
        <translation>Der Schlüsselbund hat den Wert nicht abgelegt</translation>
    </message>
    <message>
        <source>The keyring does not take a value this long</source>
        <translation>Der Schlüsselbund nimmt keinen so langen Wert an</translation>
    </message>
    <message>
        <source>The keyring failed</source>
        <translation>Der Schlüsselbund versagte</translation>
    </message>
    <message>
        <source>The keyring failed.</source>
        <translation>Der Schlüsselbund versagte.</translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation>Der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>The keyring is locked and nobody can be asked.</source>
        <translation>Der Schlüsselbund ist gesperrt, und niemand ist zu fragen.</translation>
    </message>
    <message>
        <source>The keyring is switched off: it forgets everything.</source>
        <translation>Der Schlüsselbund ist abgeschaltet: Er vergisst alles.</translation>
    </message>
    <message>
        <source>The keyring is there and open, and it refused to keep a new entry.</source>
        <translation>Der Schlüsselbund ist da und offen, nahm aber keinen neuen Eintrag an.</translation>
    </message>
    <message>
        <source>The keyring waits for an answer</source>
        <translation>Der Schlüsselbund wartet auf eine Antwort</translation>
    </message>
    <message>
        <source>The keyring works, and there is nothing under this name.</source>
        <translation>Der Schlüsselbund funktioniert, aber unter diesem Namen ist nichts da.</translation>
    </message>
    <message>
        <source>The last secret cannot be revoked</source>
        <translation>Das letzte Secret lässt sich nicht widerrufen</translation>
    </message>
    <message>
        <source>The library&apos;s error says that a message was refused. The status that names the reason is not in its text.</source>
        <translation>Der Fehler der Bibliothek sagt, dass eine Nachricht abgelehnt wurde. Der Status, der den Grund nennt, steht nicht in seinem Text.</translation>
    </message>
    <message>
        <source>The limit of Fraud Defender was reached, or a network code is wrong.</source>
        <translation>Das Limit von Fraud Defender ist erreicht, oder ein Netzcode ist falsch.</translation>
    </message>
    <message>
        <source>The limit of Fraud Defender was reached; Vonage does not say whether a receipt or an answer tells it.</source>
        <translation>Das Limit von Fraud Defender ist erreicht; Vonage sagt nicht, ob Bericht oder Antwort es meldet.</translation>
    </message>
    <message>
        <source>The limit of a 10DLC campaign, or of a Canadian long number.</source>
        <translation>Das Limit einer 10DLC-Kampagne oder einer langen kanadischen Nummer.</translation>
    </message>
    <message>
        <source>The link of a verification mail was used.</source>
        <translation>Der Link einer Bestätigungsmail wurde benutzt.</translation>
    </message>
    <message>
        <source>The link to the carrier failed before the message was handed on.</source>
        <translation>Die Verbindung zum Netzbetreiber versagte, bevor die Nachricht weitergereicht war.</translation>
    </message>
    <message>
        <source>The list of message types is empty.</source>
        <translation>Die Liste der Nachrichtenarten ist leer.</translation>
    </message>
    <message>
        <source>The login asks for no code.</source>
        <translation>Die Anmeldung fragt nach keinem Code.</translation>
    </message>
    <message>
        <source>The login asks for something else than an SMS code.</source>
        <translation>Die Anmeldung verlangt etwas anderes als einen SMS-Code.</translation>
    </message>
    <message>
        <source>The login ended before a second factor was asked for, so no code was due.</source>
        <translation>Die Anmeldung endete, bevor ein zweiter Faktor verlangt wurde, also war kein Code fällig.</translation>
    </message>
    <message>
        <source>The login failed before the second factor</source>
        <translation>Die Anmeldung scheiterte vor dem zweiten Faktor</translation>
    </message>
    <message>
        <source>The login in progress has expired or is not known any more.</source>
        <translation>Die laufende Anmeldung ist abgelaufen oder nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>The login in progress has expired.</source>
        <translation>Die laufende Anmeldung ist abgelaufen.</translation>
    </message>
    <message>
        <source>The login is not active, or has expired.</source>
        <translation>Die Anmeldung ist nicht aktiv oder abgelaufen.</translation>
    </message>
    <message>
        <source>The login or the enrolment does not offer SMS.</source>
        <translation>Die Anmeldung oder die Einrichtung bietet keine SMS an.</translation>
    </message>
    <message>
        <source>The login page hangs, or says that it went wrong.</source>
        <translation>Die Anmeldeseite hängt oder meldet, dass etwas schiefging.</translation>
    </message>
    <message>
        <source>The login waited too long or was lost</source>
        <translation>Die Anmeldung wartete zu lange oder ging verloren</translation>
    </message>
    <message>
        <source>The mail provider refused, or is not set up.</source>
        <translation>Der Mailanbieter lehnte ab oder ist nicht eingerichtet.</translation>
    </message>
    <message>
        <source>The message arrived late.</source>
        <translation>Die Nachricht kam spät.</translation>
    </message>
    <message>
        <source>The message arrives late</source>
        <translation>Die Nachricht kommt spät an</translation>
    </message>
    <message>
        <source>The message arrives, but has no code in it.</source>
        <translation>Die Nachricht kommt an, aber ohne Code.</translation>
    </message>
    <message>
        <source>The message arrives, but later than a login waits.</source>
        <translation>Die Nachricht kommt an, aber später, als eine Anmeldung wartet.</translation>
    </message>
    <message>
        <source>The message class is none of 0 to 3. An old code.</source>
        <translation>Die Nachrichtenklasse ist keine von 0 bis 3. Ein alter Code.</translation>
    </message>
    <message>
        <source>The message class is not valid</source>
        <translation>Die Nachrichtenklasse ist ungültig</translation>
    </message>
    <message>
        <source>The message class is out of range.</source>
        <translation>Die Nachrichtenklasse liegt außerhalb der Grenzen.</translation>
    </message>
    <message>
        <source>The message class of the request is not one that exists.</source>
        <translation>Die Nachrichtenklasse der Anfrage gibt es nicht.</translation>
    </message>
    <message>
        <source>The message comes from another sender than set.</source>
        <translation>Die Nachricht kommt von einem anderen Absender als eingestellt.</translation>
    </message>
    <message>
        <source>The message could not be handed to any network that serves this number.</source>
        <translation>Die Nachricht ließ sich keinem Netz übergeben, das diese Nummer bedient.</translation>
    </message>
    <message>
        <source>The message did not pass a check that the country demands.</source>
        <translation>Die Nachricht hat eine Prüfung nicht bestanden, die das Land verlangt.</translation>
    </message>
    <message>
        <source>The message goes out in several parts, and each one costs.</source>
        <translation>Die Nachricht geht in mehreren Teilen hinaus, und jeder kostet.</translation>
    </message>
    <message>
        <source>The message has a parameter that does not fit</source>
        <translation>Ein Parameter der Nachricht passt nicht</translation>
    </message>
    <message>
        <source>The message is held back, or put aside, as spam.</source>
        <translation>Die Nachricht wird als Spam zurückgehalten oder aussortiert.</translation>
    </message>
    <message>
        <source>The message is in the queue.</source>
        <translation>Die Nachricht ist in der Warteschlange.</translation>
    </message>
    <message>
        <source>The message is on the phone, and the person does not see it.</source>
        <translation>Die Nachricht ist auf dem Telefon, und die Person sieht sie nicht.</translation>
    </message>
    <message>
        <source>The message ran out of time before it was delivered.</source>
        <translation>Die Zeit der Nachricht lief vor der Zustellung ab.</translation>
    </message>
    <message>
        <source>The message that is replied to cannot be found.</source>
        <translation>Die beantwortete Nachricht ist nicht zu finden.</translation>
    </message>
    <message>
        <source>The message was delivered</source>
        <translation>Die Nachricht wurde zugestellt</translation>
    </message>
    <message>
        <source>The message was not delivered. The code of the receipt tells more.</source>
        <translation>Die Nachricht wurde nicht zugestellt. Der Code des Berichts sagt mehr.</translation>
    </message>
    <message>
        <source>The message was not handed on.</source>
        <translation>Die Nachricht wurde nicht weitergegeben.</translation>
    </message>
    <message>
        <source>The message was not handed on. An old code.</source>
        <translation>Die Nachricht wurde nicht weitergegeben. Ein alter Code.</translation>
    </message>
    <message>
        <source>The message was not sent as SMS.</source>
        <translation>Die Nachricht wurde nicht als SMS gesendet.</translation>
    </message>
    <message>
        <source>The message was on its way when a network that carries it had trouble of its own.</source>
        <translation>Die Nachricht war unterwegs, als ein Netz auf ihrem Weg selbst eine Störung hatte.</translation>
    </message>
    <message>
        <source>The messages page names the characters and replaces them.</source>
        <translation>Die Seite Nachrichten nennt die Zeichen und ersetzt sie.</translation>
    </message>
    <message>
        <source>The messages page shows the place.</source>
        <translation>Die Seite Nachrichten zeigt die Stelle.</translation>
    </message>
    <message>
        <source>The messaging provider refused it by its own rules.</source>
        <translation>Der Anbieter lehnte sie nach eigenen Regeln ab.</translation>
    </message>
    <message>
        <source>The name exists and has no address.</source>
        <translation>Den Namen gibt es, aber er hat keine Adresse.</translation>
    </message>
    <message>
        <source>The name server does not know this name, so nothing was sent.</source>
        <translation>Der Namensserver kennt diesen Namen nicht, also wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The network is down, or a proxy is needed.</source>
        <translation>Das Netz ist aus, oder ein Proxy ist nötig.</translation>
    </message>
    <message>
        <source>The network is down.</source>
        <translation>Das Netz ist aus.</translation>
    </message>
    <message>
        <source>The network wants a sign-in first</source>
        <translation>Das Netz verlangt erst eine Anmeldung</translation>
    </message>
    <message>
        <source>The network wants a sign-in first.</source>
        <translation>Das Netz verlangt erst eine Anmeldung.</translation>
    </message>
    <message>
        <source>The network, as in hotels and trains, wants a sign-in in the browser. Nothing was sent.</source>
        <translation>Das Netz, wie in Hotels und Zügen, verlangt eine Anmeldung im Browser. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The new secret does not meet the rules.</source>
        <translation>Das neue Secret erfüllt die Regeln nicht.</translation>
    </message>
    <message>
        <source>The number cannot be reached</source>
        <translation>Die Nummer ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The number could not be reached. An old code.</source>
        <translation>Die Nummer war nicht erreichbar. Ein alter Code.</translation>
    </message>
    <message>
        <source>The number did not reach the sender.</source>
        <translation>Die Nummer erreichte den Versender nicht.</translation>
    </message>
    <message>
        <source>The number has a form that Auth0 refuses at enrolment, so no code can be sent to it.</source>
        <translation>Die Nummer hat eine Form, die Auth0 bei der Registrierung ablehnt; an sie kann kein Code gehen.</translation>
    </message>
    <message>
        <source>The number has no country code, or too few or too many digits, so the sender did not ask Vonage.</source>
        <translation>Die Nummer hat keine Landesvorwahl oder zu wenige oder zu viele Ziffern, also fragte der Versender Vonage nicht.</translation>
    </message>
    <message>
        <source>The number has other signs than digits, or no country code.</source>
        <translation>Die Nummer hat andere Zeichen als Ziffern oder keine Landesvorwahl.</translation>
    </message>
    <message>
        <source>The number is a landline</source>
        <translation>Die Nummer ist ein Festnetzanschluss</translation>
    </message>
    <message>
        <source>The number is a landline.</source>
        <translation>Die Nummer ist ein Festnetzanschluss.</translation>
    </message>
    <message>
        <source>The number is absent or malformed.</source>
        <translation>Die Nummer fehlt oder hat die falsche Form.</translation>
    </message>
    <message>
        <source>The number is absent or malformed. Of an older table.</source>
        <translation>Die Nummer fehlt oder hat die falsche Form. Aus einer älteren Tabelle.</translation>
    </message>
    <message>
        <source>The number is malformed, or used by another user.</source>
        <translation>Die Nummer hat die falsche Form oder gehört einem anderen Benutzer.</translation>
    </message>
    <message>
        <source>The number is missing or malformed</source>
        <translation>Die Nummer fehlt oder hat die falsche Form</translation>
    </message>
    <message>
        <source>The number is no longer in use, or belongs to somebody else by now.</source>
        <translation>Die Nummer wird nicht mehr verwendet oder gehört inzwischen jemand anderem.</translation>
    </message>
    <message>
        <source>The number is no longer in use.</source>
        <translation>Die Nummer wird nicht mehr verwendet.</translation>
    </message>
    <message>
        <source>The number is not a US mobile number.</source>
        <translation>Die Nummer ist keine US-Mobilnummer.</translation>
    </message>
    <message>
        <source>The number is not on the list of at most ten.</source>
        <translation>Die Nummer steht nicht auf der Liste von höchstens zehn.</translation>
    </message>
    <message>
        <source>The number is not valid for the channel.</source>
        <translation>Die Nummer ist für den Kanal ungültig.</translation>
    </message>
    <message>
        <source>The number is not written as Vonage wants it: country code first, digits only.</source>
        <translation>Die Nummer steht nicht so da, wie Vonage sie will: Landesvorwahl zuerst, nur Ziffern.</translation>
    </message>
    <message>
        <source>The number is not written in international form</source>
        <translation>Die Nummer steht nicht in internationaler Form</translation>
    </message>
    <message>
        <source>The number is out of service</source>
        <translation>Die Nummer ist außer Betrieb</translation>
    </message>
    <message>
        <source>The number is that of a landline.</source>
        <translation>Die Nummer gehört zu einem Festnetzanschluss.</translation>
    </message>
    <message>
        <source>The number is wrong, or the phone is off.</source>
        <translation>Die Nummer ist falsch, oder das Telefon ist aus.</translation>
    </message>
    <message>
        <source>The number moved between carriers and the route does not fit.</source>
        <translation>Die Nummer wechselte das Netz, und der Weg passt nicht mehr.</translation>
    </message>
    <message>
        <source>The number moved between carriers, and the route still leads to the old one.</source>
        <translation>Die Nummer wechselte das Netz, und der Weg führt noch zum alten.</translation>
    </message>
    <message>
        <source>The number moved to another carrier</source>
        <translation>Die Nummer zog zu einem anderen Netz um</translation>
    </message>
    <message>
        <source>The number moved to another carrier.</source>
        <translation>Die Nummer ist zu einem anderen Netzbetreiber gewechselt.</translation>
    </message>
    <message>
        <source>The number&apos;s country is not on the sender&apos;s list.</source>
        <translation>Das Land der Nummer steht nicht auf der Liste des Versenders.</translation>
    </message>
    <message>
        <source>The only secret cannot be revoked.</source>
        <translation>Das einzige Secret lässt sich nicht widerrufen.</translation>
    </message>
    <message>
        <source>The other side does not speak TLS, as with a proxy address of the wrong kind.</source>
        <translation>Die andere Seite spricht kein TLS, etwa bei falscher Art von Proxy-Adresse.</translation>
    </message>
    <message>
        <source>The other side stayed silent.</source>
        <translation>Die andere Seite blieb stumm.</translation>
    </message>
    <message>
        <source>The package can only be imported, not required.</source>
        <translation>Das Paket lässt sich nur mit import laden, nicht mit require.</translation>
    </message>
    <message>
        <source>The package keyrings.alt, or PYTHON_KEYRING_BACKEND.</source>
        <translation>Das Paket keyrings.alt oder PYTHON_KEYRING_BACKEND.</translation>
    </message>
    <message>
        <source>The package nexmo, no longer maintained: fetch needs no package.</source>
        <translation>Das Paket nexmo wird nicht mehr gepflegt: fetch braucht kein Paket.</translation>
    </message>
    <message>
        <source>The person answered STOP, or does not want messages of this sender.</source>
        <translation>Die Person hat mit STOP geantwortet oder will von diesem Absender keine Nachrichten.</translation>
    </message>
    <message>
        <source>The person answered STOP.</source>
        <translation>Die Person hat mit STOP geantwortet.</translation>
    </message>
    <message>
        <source>The person asks their carrier to allow such messages.</source>
        <translation>Die Person bittet ihren Netzbetreiber, solche Nachrichten zuzulassen.</translation>
    </message>
    <message>
        <source>The person changed the number.</source>
        <translation>Die Person hat die Nummer gewechselt.</translation>
    </message>
    <message>
        <source>The person changed the number; the profile&apos;s number is not the enrolled one.</source>
        <translation>Die Person hat die Nummer gewechselt; die Nummer im Profil ist nicht die registrierte.</translation>
    </message>
    <message>
        <source>The person enrolled a landline.</source>
        <translation>Die Person hat einen Festnetzanschluss angegeben.</translation>
    </message>
    <message>
        <source>The person opted out earlier.</source>
        <translation>Die Person hat sich früher abgemeldet.</translation>
    </message>
    <message>
        <source>The person opted out of the short code</source>
        <translation>Die Person hat sich von der Kurzwahl abgemeldet</translation>
    </message>
    <message>
        <source>The person opts in again: START to the same US number, or a ticket with Vonage.</source>
        <translation>Die Person meldet sich wieder an: START an dieselbe US-Nummer oder ein Ticket bei Vonage.</translation>
    </message>
    <message>
        <source>The person tops up their phone.</source>
        <translation>Die Person lädt ihr Telefon auf.</translation>
    </message>
    <message>
        <source>The phone could not be reached for now.</source>
        <translation>Das Telefon war gerade nicht erreichbar.</translation>
    </message>
    <message>
        <source>The phone could not be reached while the message lived.</source>
        <translation>Das Telefon war nicht erreichbar, solange die Nachricht galt.</translation>
    </message>
    <message>
        <source>The phone factor is on, but no way for the code is chosen.</source>
        <translation>Der Telefonfaktor ist an, aber kein Weg für den Code ist gewählt.</translation>
    </message>
    <message>
        <source>The phone is abroad, or out of reach.</source>
        <translation>Das Telefon ist im Ausland oder nicht erreichbar.</translation>
    </message>
    <message>
        <source>The phone is off or out of reach</source>
        <translation>Das Telefon ist aus oder nicht erreichbar</translation>
    </message>
    <message>
        <source>The phone is off or without coverage.</source>
        <translation>Das Telefon ist aus oder ohne Empfang.</translation>
    </message>
    <message>
        <source>The phone is off, without coverage, or abroad.</source>
        <translation>Das Telefon ist aus, ohne Empfang oder im Ausland.</translation>
    </message>
    <message>
        <source>The phone itself filters it.</source>
        <translation>Das Telefon selbst filtert sie.</translation>
    </message>
    <message>
        <source>The phone itself hides the message</source>
        <translation>Das Telefon selbst versteckt die Nachricht</translation>
    </message>
    <message>
        <source>The phone number is not acceptable.</source>
        <translation>Die Telefonnummer ist unzulässig.</translation>
    </message>
    <message>
        <source>The phone provider delivers by voice only; text messages do not leave.</source>
        <translation>Der Phone-Provider stellt nur per Anruf zu; SMS gehen nicht hinaus.</translation>
    </message>
    <message>
        <source>The phone provider does not cover the chosen message types</source>
        <translation>Der Phone-Provider deckt die gewählten Nachrichtenarten nicht ab</translation>
    </message>
    <message>
        <source>The phone provider is disabled</source>
        <translation>Der Phone-Provider ist deaktiviert</translation>
    </message>
    <message>
        <source>The phone provider is there, but disabled, so nothing is sent.</source>
        <translation>Den Phone-Provider gibt es, aber er ist deaktiviert, also wird nichts gesendet.</translation>
    </message>
    <message>
        <source>The phone provider is to send by an Action, and none is deployed for it. Auth0&apos;s code speaks of email and means phone, too.</source>
        <translation>Der Phone-Provider soll mit einer Action senden, und keine ist bereitgestellt. Auth0s Code spricht von E-Mail und meint auch Telefon.</translation>
    </message>
    <message>
        <source>The phone provider speaks, it does not text</source>
        <translation>Der Phone-Provider ruft an, er sendet keine SMS</translation>
    </message>
    <message>
        <source>The phone sorts it into spam or blocks the sender.</source>
        <translation>Das Telefon sortiert sie als Spam aus oder sperrt den Absender.</translation>
    </message>
    <message>
        <source>The phone was busy</source>
        <translation>Das Telefon war belegt</translation>
    </message>
    <message>
        <source>The phone was occupied when the message came.</source>
        <translation>Das Telefon war belegt, als die Nachricht kam.</translation>
    </message>
    <message>
        <source>The phone was off or unreachable all that time.</source>
        <translation>Das Telefon war die ganze Zeit aus oder nicht erreichbar.</translation>
    </message>
    <message>
        <source>The phone was out of reach for a while.</source>
        <translation>Das Telefon war eine Weile nicht erreichbar.</translation>
    </message>
    <message>
        <source>The phone was out of reach; the carrier tries again later. The code may have expired by then.</source>
        <translation>Das Telefon war nicht erreichbar; der Netzbetreiber versucht es später wieder. Bis dahin kann der Code abgelaufen sein.</translation>
    </message>
    <message>
        <source>The phone was taken up with something else when the message came.</source>
        <translation>Das Telefon war mit etwas anderem beschäftigt, als die Nachricht kam.</translation>
    </message>
    <message>
        <source>The plan does not include this feature.</source>
        <translation>Der Tarif enthält diese Funktion nicht.</translation>
    </message>
    <message>
        <source>The policy is set to &quot;never&quot;.</source>
        <translation>Die Richtlinie steht auf &quot;Never&quot;.</translation>
    </message>
    <message>
        <source>The post-login Action that asked was removed, or was a Rule, which no longer runs.</source>
        <translation>Die Post-Login-Action, die fragte, wurde entfernt oder war eine Rule, die nicht mehr läuft.</translation>
    </message>
    <message>
        <source>The prefix is on the account&apos;s own block list in Fraud Defender.</source>
        <translation>Die Vorwahl steht auf der eigenen Sperrliste in Fraud Defender.</translation>
    </message>
    <message>
        <source>The prefix is unknown, or the country is not served.</source>
        <translation>Die Vorwahl ist unbekannt, oder das Land wird nicht bedient.</translation>
    </message>
    <message>
        <source>The prepaid credit does not cover this message, so nobody gets a code until there is more.</source>
        <translation>Das Guthaben deckt diese Nachricht nicht, also bekommt niemand einen Code, bis mehr da ist.</translation>
    </message>
    <message>
        <source>The prepaid credit does not cover this message.</source>
        <translation>Das Guthaben deckt diese Nachricht nicht.</translation>
    </message>
    <message>
        <source>The product is not enabled for the account.</source>
        <translation>Das Produkt ist für das Konto nicht freigeschaltet.</translation>
    </message>
    <message>
        <source>The product is unknown: SMS for the SMS API.</source>
        <translation>Das Produkt ist unbekannt: SMS für die SMS API.</translation>
    </message>
    <message>
        <source>The programme behind the short code serves certain numbers only.</source>
        <translation>Das Programm hinter der Kurzwahl bedient nur bestimmte Nummern.</translation>
    </message>
    <message>
        <source>The provider does not answer.</source>
        <translation>Der Anbieter antwortet nicht.</translation>
    </message>
    <message>
        <source>The provider limits marketing messages (WhatsApp).</source>
        <translation>Der Anbieter begrenzt Werbenachrichten (WhatsApp).</translation>
    </message>
    <message>
        <source>The provider needs a deployed Action (it says email and means phone, too).</source>
        <translation>Der Anbieter braucht eine bereitgestellte Action (es heißt E-Mail und meint auch Telefon).</translation>
    </message>
    <message>
        <source>The provider was never switched to custom.</source>
        <translation>Der Anbieter wurde nie auf custom umgestellt.</translation>
    </message>
    <message>
        <source>The proxy cannot be used</source>
        <translation>Der Proxy ist nicht nutzbar</translation>
    </message>
    <message>
        <source>The proxy could not be reached or refused. Nothing was sent.</source>
        <translation>Der Proxy war nicht erreichbar oder lehnte ab. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The proxy of this network asks for a name and a password. Nothing was sent.</source>
        <translation>Der Proxy dieses Netzes verlangt Name und Passwort. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The proxy wants a name and a password</source>
        <translation>Der Proxy verlangt Name und Passwort</translation>
    </message>
    <message>
        <source>The proxy wants a name and a password.</source>
        <translation>Der Proxy verlangt Name und Passwort.</translation>
    </message>
    <message>
        <source>The proxy&apos;s address has no login in it, or an old one.</source>
        <translation>In der Adresse des Proxys steht keine Anmeldung oder eine alte.</translation>
    </message>
    <message>
        <source>The query of the request is not as it should be.</source>
        <translation>Die Parameter der Anfrage sind nicht, wie sie sein sollen.</translation>
    </message>
    <message>
        <source>The question to unlock the keyring was cancelled. What is stored is still there.</source>
        <translation>Die Frage zum Entsperren wurde abgebrochen. Was abgelegt ist, ist noch da.</translation>
    </message>
    <message>
        <source>The question to unlock was dismissed.</source>
        <translation>Die Frage zum Entsperren wurde abgewiesen.</translation>
    </message>
    <message>
        <source>The rate limit of an Auth0 API was reached.</source>
        <translation>Das Rate-Limit einer Auth0-API wurde erreicht.</translation>
    </message>
    <message>
        <source>The rate limit of the API was reached.</source>
        <translation>Das Rate-Limit der API wurde erreicht.</translation>
    </message>
    <message>
        <source>The receipt has the code {code}, which is documented nowhere.</source>
        <translation>Der Zustellbericht hat den Code {code}, der nirgends dokumentiert ist.</translation>
    </message>
    <message>
        <source>The recipient asked not to get messages from this sender.</source>
        <translation>Der Empfänger will von diesem Absender keine Nachrichten.</translation>
    </message>
    <message>
        <source>The recipient does not want messages from this sender.</source>
        <translation>Der Empfänger will von diesem Absender keine Nachrichten.</translation>
    </message>
    <message>
        <source>The recipient is not on that channel.</source>
        <translation>Der Empfänger ist auf diesem Kanal nicht zu finden.</translation>
    </message>
    <message>
        <source>The recipient is on a block list.</source>
        <translation>Der Empfänger steht auf einer Sperrliste.</translation>
    </message>
    <message>
        <source>The recipient left the programme, or its short code is not valid.</source>
        <translation>Der Empfänger hat das Programm verlassen, oder dessen Kurzwahl ist ungültig.</translation>
    </message>
    <message>
        <source>The recipient left the short-code programme, or its code does not count.</source>
        <translation>Der Empfänger hat das Kurzwahl-Programm verlassen, oder dessen Code gilt nicht.</translation>
    </message>
    <message>
        <source>The recipient opted out of this sender</source>
        <translation>Der Empfänger hat sich von diesem Absender abgemeldet</translation>
    </message>
    <message>
        <source>The recipient&apos;s consent is not on record (India and alike).</source>
        <translation>Die Einwilligung des Empfängers ist nicht verzeichnet (Indien und ähnliche).</translation>
    </message>
    <message>
        <source>The recipient&apos;s line has too little credit to receive messages.</source>
        <translation>Der Anschluss des Empfängers hat zu wenig Guthaben zum Empfangen.</translation>
    </message>
    <message>
        <source>The recipient&apos;s line lacks the credit to receive.</source>
        <translation>Dem Anschluss des Empfängers fehlt das Guthaben zum Empfangen.</translation>
    </message>
    <message>
        <source>The recipient&apos;s number did not reach Vonage in a form that it can read.</source>
        <translation>Die Nummer des Empfängers kam bei Vonage nicht in einer Form an, die es lesen kann.</translation>
    </message>
    <message>
        <source>The recipient&apos;s number is out of service.</source>
        <translation>Die Nummer des Empfängers ist außer Betrieb.</translation>
    </message>
    <message>
        <source>The recipient&apos;s number was given back to its network.</source>
        <translation>Die Nummer des Empfängers wurde an ihr Netz zurückgegeben.</translation>
    </message>
    <message>
        <source>The recipient&apos;s prepaid line has no credit</source>
        <translation>Der Prepaid-Anschluss des Empfängers hat kein Guthaben</translation>
    </message>
    <message>
        <source>The record of a consent could not be read.</source>
        <translation>Der Eintrag einer Einwilligung war nicht lesbar.</translation>
    </message>
    <message>
        <source>The record of a second factor was changed.</source>
        <translation>Der Eintrag eines zweiten Faktors wurde geändert.</translation>
    </message>
    <message>
        <source>The register has no consent of this recipient.</source>
        <translation>Das Register hat keine Einwilligung dieses Empfängers.</translation>
    </message>
    <message>
        <source>The registration is missing, or not approved yet; it takes days to weeks.</source>
        <translation>Die Registrierung fehlt oder ist noch nicht genehmigt; sie dauert Tage bis Wochen.</translation>
    </message>
    <message>
        <source>The report was asked for another time, product or direction.</source>
        <translation>Der Bericht wurde für eine andere Zeit, ein anderes Produkt oder eine andere Richtung angefordert.</translation>
    </message>
    <message>
        <source>The request carries a signature and a secret.</source>
        <translation>Die Anfrage trägt eine Signatur und ein Secret.</translation>
    </message>
    <message>
        <source>The request carries a signature and the API secret; Vonage takes one of them.</source>
        <translation>Die Anfrage trägt eine Signatur und das API-Secret; Vonage nimmt eines davon.</translation>
    </message>
    <message>
        <source>The request costs more than the balance allows.</source>
        <translation>Die Anfrage kostet mehr, als das Guthaben hergibt.</translation>
    </message>
    <message>
        <source>The request for a token lacks something.</source>
        <translation>In der Anfrage nach einem Token fehlt etwas.</translation>
    </message>
    <message>
        <source>The request is not as it should be; the message names the field.</source>
        <translation>Die Anfrage ist nicht, wie sie sein soll; die Meldung nennt das Feld.</translation>
    </message>
    <message>
        <source>The request is not in the shape that Vonage wants.</source>
        <translation>Die Anfrage hat nicht die Form, die Vonage will.</translation>
    </message>
    <message>
        <source>The request left Auth0, and no usable answer came back. The message may have gone out; the sender does not repeat it, as nobody is to get two codes.</source>
        <translation>Die Anfrage verließ Auth0, und keine brauchbare Antwort kam zurück. Die Nachricht kann hinausgegangen sein; der Versender wiederholt sie nicht, denn niemand soll zwei Codes bekommen.</translation>
    </message>
    <message>
        <source>The request left, and no answer came in time. If it was to send something, nobody knows whether it did.</source>
        <translation>Die Anfrage ging hinaus, und keine Antwort kam rechtzeitig. Sollte sie etwas senden, weiß niemand, ob sie es tat.</translation>
    </message>
    <message>
        <source>The request named more than one recipient; Vonage takes one.</source>
        <translation>Die Anfrage nannte mehr als einen Empfänger; Vonage nimmt einen.</translation>
    </message>
    <message>
        <source>The request or the login in progress is not valid.</source>
        <translation>Die Anfrage oder die laufende Anmeldung ist ungültig.</translation>
    </message>
    <message>
        <source>The request to Vonage has the wrong shape</source>
        <translation>Die Anfrage an Vonage hat die falsche Form</translation>
    </message>
    <message>
        <source>The request uses a feature that the account lacks.</source>
        <translation>Die Anfrage nutzt eine Funktion, die dem Konto fehlt.</translation>
    </message>
    <message>
        <source>The request uses a feature that the account lacks. An old code.</source>
        <translation>Die Anfrage nutzt eine Funktion, die dem Konto fehlt. Ein alter Code.</translation>
    </message>
    <message>
        <source>The request uses a feature that this account does not have.</source>
        <translation>Die Anfrage nutzt eine Funktion, die dieses Konto nicht hat.</translation>
    </message>
    <message>
        <source>The request was stopped</source>
        <translation>Die Anfrage wurde abgebrochen</translation>
    </message>
    <message>
        <source>The route had a fault.</source>
        <translation>Der Weg hatte einen Fehler.</translation>
    </message>
    <message>
        <source>The route over which the message went had a fault.</source>
        <translation>Der Weg, den die Nachricht nahm, hatte einen Fehler.</translation>
    </message>
    <message>
        <source>The routing rules for the destination forbid it.</source>
        <translation>Die Regeln für das Ziel verbieten es.</translation>
    </message>
    <message>
        <source>The row does not exist, or no longer.</source>
        <translation>Die Zeile gibt es nicht oder nicht mehr.</translation>
    </message>
    <message>
        <source>The row is about a mail. Text messages are not touched by it.</source>
        <translation>In der Zeile geht es um eine Mail. SMS betrifft sie nicht.</translation>
    </message>
    <message>
        <source>The row is older than that.</source>
        <translation>Die Zeile ist älter.</translation>
    </message>
    <message>
        <source>The row names a feature that Auth0 is taking away.</source>
        <translation>Die Zeile nennt eine Funktion, die Auth0 abschafft.</translation>
    </message>
    <message>
        <source>The same message was sent before</source>
        <translation>Dieselbe Nachricht wurde schon gesendet</translation>
    </message>
    <message>
        <source>The same message was sent before.</source>
        <translation>Dieselbe Nachricht wurde schon gesendet.</translation>
    </message>
    <message>
        <source>The scope is named in the singular in the message and in the plural in the list (phone_providers).</source>
        <translation>Der Scope steht in der Meldung im Singular und in der Liste im Plural (phone_providers).</translation>
    </message>
    <message>
        <source>The scope was not chosen when the application was authorised.</source>
        <translation>Der Scope wurde beim Berechtigen der Anwendung nicht gewählt.</translation>
    </message>
    <message>
        <source>The search in the log is too long.</source>
        <translation>Die Suche im Log ist zu lang.</translation>
    </message>
    <message>
        <source>The second factor was accepted</source>
        <translation>Der zweite Faktor wurde angenommen</translation>
    </message>
    <message>
        <source>The second factor was accepted.</source>
        <translation>Der zweite Faktor wurde angenommen.</translation>
    </message>
    <message>
        <source>The secret has another name than the code wants.</source>
        <translation>Das Secret heißt anders, als der Code will.</translation>
    </message>
    <message>
        <source>The secret was never stored, or on another computer or desktop.</source>
        <translation>Das Secret wurde nie abgelegt oder auf einem anderen Rechner oder Desktop.</translation>
    </message>
    <message>
        <source>The secret was replaced or revoked, and the Action still has the old one.</source>
        <translation>Das Secret wurde ersetzt oder widerrufen, und die Action hat noch das alte.</translation>
    </message>
    <message>
        <source>The secret was rotated, or copied with a blank.</source>
        <translation>Das Secret wurde rotiert oder mit einem Leerzeichen kopiert.</translation>
    </message>
    <message>
        <source>The sender at Auth0 did not get through to Vonage, so nothing was sent.</source>
        <translation>Der Versender bei Auth0 kam nicht zu Vonage durch, also wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The sender cannot use the number.</source>
        <translation>Der Versender kann die Nummer nicht verwenden.</translation>
    </message>
    <message>
        <source>The sender cannot use this number</source>
        <translation>Der Versender kann diese Nummer nicht verwenden</translation>
    </message>
    <message>
        <source>The sender did not get through to Vonage.</source>
        <translation>Der Versender kam nicht zu Vonage durch.</translation>
    </message>
    <message>
        <source>The sender did not reach Vonage</source>
        <translation>Der Versender erreichte Vonage nicht</translation>
    </message>
    <message>
        <source>The sender does not name who sends.</source>
        <translation>Der Absender nennt nicht, wer sendet.</translation>
    </message>
    <message>
        <source>The sender does not speak</source>
        <translation>Der Versender ruft nicht an</translation>
    </message>
    <message>
        <source>The sender does not trust Vonage&apos;s certificate</source>
        <translation>Der Versender traut dem Zertifikat von Vonage nicht</translation>
    </message>
    <message>
        <source>The sender has a form that no carrier takes</source>
        <translation>Der Absender hat eine Form, die kein Netz annimmt</translation>
    </message>
    <message>
        <source>The sender is a general word that carriers block</source>
        <translation>Der Absender ist ein allgemeines Wort, das Netze sperren</translation>
    </message>
    <message>
        <source>The sender is allowed to send to certain countries only, and this number is not in one of them. It dropped the message before Vonage was asked.</source>
        <translation>Der Versender darf nur in bestimmte Länder senden, und diese Nummer liegt in keinem davon. Er verwarf die Nachricht, bevor Vonage gefragt wurde.</translation>
    </message>
    <message>
        <source>The sender is neither digits nor up to 11 letters and digits.</source>
        <translation>Der Absender besteht weder aus Ziffern noch aus bis zu 11 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>The sender is neither up to 15 digits nor up to 11 letters and digits.</source>
        <translation>Der Absender besteht weder aus bis zu 15 Ziffern noch aus bis zu 11 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>The sender is not allowed there.</source>
        <translation>Der Absender ist dort nicht erlaubt.</translation>
    </message>
    <message>
        <source>The sender is not registered in this country</source>
        <translation>Der Absender ist in diesem Land nicht registriert</translation>
    </message>
    <message>
        <source>The sender is not registered in this country, so carriers drop it in silence.</source>
        <translation>Der Absender ist in diesem Land nicht registriert, also verwerfen die Netze sie still.</translation>
    </message>
    <message>
        <source>The sender is not registered there.</source>
        <translation>Der Absender ist dort nicht registriert.</translation>
    </message>
    <message>
        <source>The sender is not registered, or a general word.</source>
        <translation>Der Absender ist nicht registriert oder ein allgemeines Wort.</translation>
    </message>
    <message>
        <source>The sender is not the registered header (India and alike).</source>
        <translation>Der Absender ist nicht der registrierte Header (Indien und ähnliche).</translation>
    </message>
    <message>
        <source>The sender is not valid for the channel.</source>
        <translation>Der Absender ist für den Kanal ungültig.</translation>
    </message>
    <message>
        <source>The sender may send no more today.</source>
        <translation>Der Absender darf heute nicht mehr senden.</translation>
    </message>
    <message>
        <source>The sender may send to every country.</source>
        <translation>Der Versender darf in jedes Land senden.</translation>
    </message>
    <message>
        <source>The sender of messages failed.</source>
        <translation>Der Versand von Nachrichten schlug fehl.</translation>
    </message>
    <message>
        <source>The sender took the message without an error. That is no proof of delivery: what Vonage says counts.</source>
        <translation>Der Versender nahm die Nachricht ohne Fehler an. Ein Beweis der Zustellung ist das nicht: Was Vonage sagt, zählt.</translation>
    </message>
    <message>
        <source>The sender was asked for a call, which it does not make.</source>
        <translation>Der Versender sollte anrufen, was er nicht tut.</translation>
    </message>
    <message>
        <source>The sender was given an empty text</source>
        <translation>Der Versender bekam einen leeren Text</translation>
    </message>
    <message>
        <source>The sender was given an empty text.</source>
        <translation>Der Versender bekam einen leeren Text.</translation>
    </message>
    <message>
        <source>The sender was never registered there.</source>
        <translation>Der Absender wurde dort nie registriert.</translation>
    </message>
    <message>
        <source>The sender&apos;s code asks for a secret that the Action does not have.</source>
        <translation>Der Code des Versenders verlangt ein Secret, das die Action nicht hat.</translation>
    </message>
    <message>
        <source>The sender&apos;s list of countries leaves this one out</source>
        <translation>Die Länderliste des Versenders enthält dieses Land nicht</translation>
    </message>
    <message>
        <source>The service answers, but slower than it should.</source>
        <translation>Der Dienst antwortet, aber langsamer, als er sollte.</translation>
    </message>
    <message>
        <source>The service hangs, or the way back is cut.</source>
        <translation>Der Dienst hängt, oder der Rückweg ist unterbrochen.</translation>
    </message>
    <message>
        <source>The service is not available for now</source>
        <translation>Der Dienst ist gerade nicht verfügbar</translation>
    </message>
    <message>
        <source>The service itself failed</source>
        <translation>Der Dienst selbst versagte</translation>
    </message>
    <message>
        <source>The service was restarted at that moment.</source>
        <translation>Der Dienst wurde gerade neu gestartet.</translation>
    </message>
    <message>
        <source>The service&apos;s name is not found</source>
        <translation>Der Name des Dienstes wird nicht gefunden</translation>
    </message>
    <message>
        <source>The setup is refused with 403.</source>
        <translation>Die Einrichtung wird mit 403 abgelehnt.</translation>
    </message>
    <message>
        <source>The setup takes the Hook&apos;s place with an Action that does the same, and more.</source>
        <translation>Die Einrichtung setzt anstelle des Hooks eine Action, die dasselbe tut und mehr.</translation>
    </message>
    <message>
        <source>The short code does not take this number</source>
        <translation>Die Kurzwahl nimmt diese Nummer nicht an</translation>
    </message>
    <message>
        <source>The short-code campaign does not count for this account. Vonage withdrew the product.</source>
        <translation>Die Kurzwahl-Kampagne gilt für dieses Konto nicht. Vonage hat das Produkt eingestellt.</translation>
    </message>
    <message>
        <source>The short-code campaign is not valid</source>
        <translation>Die Kurzwahl-Kampagne ist ungültig</translation>
    </message>
    <message>
        <source>The short-code campaign is not valid. The product is withdrawn.</source>
        <translation>Die Kurzwahl-Kampagne ist ungültig. Das Produkt ist eingestellt.</translation>
    </message>
    <message>
        <source>The short-code programme does not take this number.</source>
        <translation>Das Kurzwahl-Programm nimmt diese Nummer nicht an.</translation>
    </message>
    <message>
        <source>The signature does not match, or one was expected.</source>
        <translation>Die Signatur passt nicht, oder es wurde eine erwartet.</translation>
    </message>
    <message>
        <source>The signature does not match.</source>
        <translation>Die Signatur passt nicht.</translation>
    </message>
    <message>
        <source>The signature does not match. Of the old list.</source>
        <translation>Die Signatur passt nicht. Aus der alten Liste.</translation>
    </message>
    <message>
        <source>The state of a key changed.</source>
        <translation>Der Zustand eines Schlüssels hat sich geändert.</translation>
    </message>
    <message>
        <source>The step after a change of password failed.</source>
        <translation>Der Schritt nach einer Passwortänderung schlug fehl.</translation>
    </message>
    <message>
        <source>The step after a sign-up failed.</source>
        <translation>Der Schritt nach einem Sign-up schlug fehl.</translation>
    </message>
    <message>
        <source>The store of the system is full, or may not be written to.</source>
        <translation>Der Speicher des Systems ist voll oder darf nicht beschrieben werden.</translation>
    </message>
    <message>
        <source>The subscriber or the plan blocks messages of this kind.</source>
        <translation>Teilnehmer oder Tarif sperren Nachrichten dieser Art.</translation>
    </message>
    <message>
        <source>The subscriber or the plan blocks such messages.</source>
        <translation>Teilnehmer oder Tarif sperren solche Nachrichten.</translation>
    </message>
    <message>
        <source>The subscriber&apos;s line bars such messages</source>
        <translation>Der Anschluss sperrt solche Nachrichten</translation>
    </message>
    <message>
        <source>The system asks for a password in a window of its own, and nobody answered.</source>
        <translation>Das System fragt in einem eigenen Fenster nach einem Passwort, und niemand hat geantwortet.</translation>
    </message>
    <message>
        <source>The system&apos;s list of certificates is old.</source>
        <translation>Die Zertifikatsliste des Systems ist alt.</translation>
    </message>
    <message>
        <source>The template is disabled or empty.</source>
        <translation>Die Vorlage ist deaktiviert oder leer.</translation>
    </message>
    <message>
        <source>The template is disabled, so the sender gets an empty text; Vonage refuses it with status 2.</source>
        <translation>Die Vorlage ist deaktiviert, also bekommt der Versender einen leeren Text; Vonage lehnt ihn mit Status 2 ab.</translation>
    </message>
    <message>
        <source>The template was changed after its registration.</source>
        <translation>Die Vorlage wurde nach ihrer Registrierung geändert.</translation>
    </message>
    <message>
        <source>The tenant cannot be found.</source>
        <translation>Der Tenant ist nicht zu finden.</translation>
    </message>
    <message>
        <source>The tenant has no phone provider</source>
        <translation>Der Tenant hat keinen Phone-Provider</translation>
    </message>
    <message>
        <source>The tenant has no phone provider.</source>
        <translation>Der Tenant hat keinen Phone-Provider.</translation>
    </message>
    <message>
        <source>The tenant has sent as many messages as allowed.</source>
        <translation>Der Tenant hat so viele Nachrichten gesendet wie erlaubt.</translation>
    </message>
    <message>
        <source>The tenant has sent as many push messages as allowed.</source>
        <translation>Der Tenant hat so viele Push-Nachrichten gesendet wie erlaubt.</translation>
    </message>
    <message>
        <source>The tenant holds one of this kind or name, so Auth0 makes no second one.</source>
        <translation>Der Tenant hat schon eines dieser Art oder dieses Namens; Auth0 legt kein zweites an.</translation>
    </message>
    <message>
        <source>The tenant sends by Twilio or Auth0&apos;s built-in sender; the Action for Vonage is not asked.</source>
        <translation>Der Tenant sendet mit Twilio oder Auth0s eingebautem Versand; die Action für Vonage wird nicht gefragt.</translation>
    </message>
    <message>
        <source>The tenant still had its sender as a Hook.</source>
        <translation>Der Tenant hatte seinen Versender noch als Hook.</translation>
    </message>
    <message>
        <source>The tenant still used Rules.</source>
        <translation>Der Tenant nutzte noch Rules.</translation>
    </message>
    <message>
        <source>The tenant uses a deprecated feature</source>
        <translation>Der Tenant nutzt eine abgekündigte Funktion</translation>
    </message>
    <message>
        <source>The tenant uses a feature that is going away.</source>
        <translation>Der Tenant nutzt eine Funktion, die wegfällt.</translation>
    </message>
    <message>
        <source>The tenant uses the unified phone experience</source>
        <translation>Der Tenant nutzt die Unified Phone Experience</translation>
    </message>
    <message>
        <source>The tenant uses the unified phone experience; the old calls are closed.</source>
        <translation>Der Tenant nutzt die Unified Phone Experience; die alten Aufrufe sind zu.</translation>
    </message>
    <message>
        <source>The tenant was switched, or is newer than March 2025.</source>
        <translation>Der Tenant wurde umgestellt oder ist neuer als März 2025.</translation>
    </message>
    <message>
        <source>The tenant&apos;s domain or audience is wrong</source>
        <translation>Domain oder Audience des Tenants stimmt nicht</translation>
    </message>
    <message>
        <source>The tenant&apos;s domain or the audience names something that does not exist.</source>
        <translation>Domain oder Audience nennen etwas, das es nicht gibt.</translation>
    </message>
    <message>
        <source>The tenant&apos;s log forgets soon</source>
        <translation>Das Log des Tenants vergisst bald</translation>
    </message>
    <message>
        <source>The tenant&apos;s log keeps rows for one day on a free plan, 5 to 30 days on others.</source>
        <translation>Das Log des Tenants behält Zeilen einen Tag im kostenlosen Tarif, 5 bis 30 Tage in anderen.</translation>
    </message>
    <message>
        <source>The tenant&apos;s phone provider is disabled.</source>
        <translation>Der Phone-Provider des Tenants ist deaktiviert.</translation>
    </message>
    <message>
        <source>The text arrives in pieces, or cut.</source>
        <translation>Der Text kommt in Stücken oder abgeschnitten an.</translation>
    </message>
    <message>
        <source>The text has no code in it</source>
        <translation>Im Text steht kein Code</translation>
    </message>
    <message>
        <source>The text has no {{ code }} in it, so the message arrives without a code.</source>
        <translation>Im Text steht kein {{ code }}, also kommt die Nachricht ohne Code an.</translation>
    </message>
    <message>
        <source>The text has question marks or boxes in it.</source>
        <translation>Im Text stehen Fragezeichen oder Kästchen.</translation>
    </message>
    <message>
        <source>The text is disabled, so it is sent empty</source>
        <translation>Der Text ist deaktiviert und wird leer gesendet</translation>
    </message>
    <message>
        <source>The text is longer than Vonage takes, about 3200 characters.</source>
        <translation>Der Text ist länger, als Vonage ihn annimmt, etwa 3200 Zeichen.</translation>
    </message>
    <message>
        <source>The text is longer than Vonage takes.</source>
        <translation>Der Text ist länger, als Vonage ihn annimmt.</translation>
    </message>
    <message>
        <source>The text is not the one that was set.</source>
        <translation>Der Text ist nicht der eingestellte.</translation>
    </message>
    <message>
        <source>The text is too long for Vonage</source>
        <translation>Der Text ist Vonage zu lang</translation>
    </message>
    <message>
        <source>The text of the message is empty, as its template is disabled.</source>
        <translation>Der Text der Nachricht ist leer, weil seine Vorlage deaktiviert ist.</translation>
    </message>
    <message>
        <source>The text takes more than one part</source>
        <translation>Der Text braucht mehr als einen Teil</translation>
    </message>
    <message>
        <source>The text uses a variable of the old path</source>
        <translation>Der Text nutzt eine Variable des alten Wegs</translation>
    </message>
    <message>
        <source>The text&apos;s Liquid cannot be read</source>
        <translation>Das Liquid des Textes ist nicht lesbar</translation>
    </message>
    <message>
        <source>The text, or its content ID, is not the registered one.</source>
        <translation>Der Text oder seine Content-ID ist nicht registriert.</translation>
    </message>
    <message>
        <source>The time for a reply is over (social channels).</source>
        <translation>Die Zeit für eine Antwort ist um (soziale Kanäle).</translation>
    </message>
    <message>
        <source>The time to live is out of range.</source>
        <translation>Die Lebensdauer liegt außerhalb der Grenzen.</translation>
    </message>
    <message>
        <source>The time to live is out of range. An old code.</source>
        <translation>Die Lebensdauer liegt außerhalb der Grenzen. Ein alter Code.</translation>
    </message>
    <message>
        <source>The time to live is outside the allowed range</source>
        <translation>Die Lebensdauer liegt außerhalb der Grenzen</translation>
    </message>
    <message>
        <source>The time to live of the message is outside what Vonage takes.</source>
        <translation>Die Lebensdauer der Nachricht liegt außerhalb dessen, was Vonage annimmt.</translation>
    </message>
    <message>
        <source>The token endpoint asks for the second factor.</source>
        <translation>Der Token-Endpunkt verlangt den zweiten Faktor.</translation>
    </message>
    <message>
        <source>The token has expired</source>
        <translation>Das Token ist abgelaufen</translation>
    </message>
    <message>
        <source>The token is good, but may not do this. Auth0&apos;s message names the scope.</source>
        <translation>Das Token ist gut, darf das aber nicht. Auth0s Meldung nennt den Scope.</translation>
    </message>
    <message>
        <source>The token is malformed, expired or for something else.</source>
        <translation>Das Token hat die falsche Form, ist abgelaufen oder gilt für etwas anderes.</translation>
    </message>
    <message>
        <source>The token is missing, expired or not valid.</source>
        <translation>Das Token fehlt, ist abgelaufen oder ungültig.</translation>
    </message>
    <message>
        <source>The token is not one for this tenant</source>
        <translation>Das Token ist keines für diesen Tenant</translation>
    </message>
    <message>
        <source>The token lacks a scope</source>
        <translation>Dem Token fehlt ein Scope</translation>
    </message>
    <message>
        <source>The token lacks a scope; with &quot;upgrade your subscription&quot; it is the plan.</source>
        <translation>Dem Token fehlt ein Scope; mit &quot;upgrade your subscription&quot; ist es der Tarif.</translation>
    </message>
    <message>
        <source>The token or its key was withdrawn.</source>
        <translation>Das Token oder sein Schlüssel wurde zurückgezogen.</translation>
    </message>
    <message>
        <source>The token was turned down.</source>
        <translation>Das Token wurde zurückgewiesen.</translation>
    </message>
    <message>
        <source>The token&apos;s lifetime is over.</source>
        <translation>Die Lebensdauer des Tokens ist um.</translation>
    </message>
    <message>
        <source>The token&apos;s time is over. A pasted one lives 24 hours, unless another time was chosen.</source>
        <translation>Die Zeit des Tokens ist um. Ein eingefügtes lebt 24 Stunden, wenn nichts anderes gewählt wurde.</translation>
    </message>
    <message>
        <source>The trigger takes one Action only.</source>
        <translation>Der Trigger lässt nur eine Action zu.</translation>
    </message>
    <message>
        <source>The two sides could not agree on a secure connection. Nothing was sent.</source>
        <translation>Die beiden Seiten konnten sich nicht auf eine sichere Verbindung einigen. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The unlocking was cancelled</source>
        <translation>Das Entsperren wurde abgebrochen</translation>
    </message>
    <message>
        <source>The user came back to an old page.</source>
        <translation>Der Benutzer kam auf eine alte Seite zurück.</translation>
    </message>
    <message>
        <source>The user exists, the password is too weak, or bots sign up.</source>
        <translation>Den Benutzer gibt es, das Passwort ist zu schwach, oder Bots legen Konten an.</translation>
    </message>
    <message>
        <source>The user got two codes, and only the newer one is good.</source>
        <translation>Der Benutzer bekam zwei Codes, und nur der neuere gilt.</translation>
    </message>
    <message>
        <source>The user has a second factor already, so the enrolment was refused.</source>
        <translation>Der Benutzer hat schon einen zweiten Faktor, also wurde die Registrierung abgelehnt.</translation>
    </message>
    <message>
        <source>The user has another enrolment already.</source>
        <translation>Der Benutzer hat schon eine andere Registrierung.</translation>
    </message>
    <message>
        <source>The user has another factor, and Auth0 asks for that one first.</source>
        <translation>Der Benutzer hat einen anderen Faktor, und Auth0 fragt zuerst nach diesem.</translation>
    </message>
    <message>
        <source>The user has as many second factors as there may be.</source>
        <translation>Der Benutzer hat so viele zweite Faktoren, wie es geben darf.</translation>
    </message>
    <message>
        <source>The user has no confirmed phone, so no code can be sent to one.</source>
        <translation>Der Benutzer hat kein bestätigtes Telefon, also kann an keines ein Code gehen.</translation>
    </message>
    <message>
        <source>The user has no phone enrolled</source>
        <translation>Der Benutzer hat kein Telefon registriert</translation>
    </message>
    <message>
        <source>The user has no such factor.</source>
        <translation>Diesen Faktor hat der Benutzer nicht.</translation>
    </message>
    <message>
        <source>The user has not enrolled a second factor.</source>
        <translation>Der Benutzer hat keinen zweiten Faktor registriert.</translation>
    </message>
    <message>
        <source>The user has this factor, or wants it, and the tenant does not allow it.</source>
        <translation>Der Benutzer hat oder will diesen Faktor, und der Tenant erlaubt ihn nicht.</translation>
    </message>
    <message>
        <source>The user has too many second factors</source>
        <translation>Der Benutzer hat zu viele zweite Faktoren</translation>
    </message>
    <message>
        <source>The user is asked for another factor</source>
        <translation>Der Benutzer wird nach einem anderen Faktor gefragt</translation>
    </message>
    <message>
        <source>The user is enrolled already</source>
        <translation>Der Benutzer hat schon einen Faktor registriert</translation>
    </message>
    <message>
        <source>The user is enrolled already.</source>
        <translation>Der Benutzer hat schon einen Faktor registriert.</translation>
    </message>
    <message>
        <source>The user keeps the number of before, and codes still go there.</source>
        <translation>Der Nutzer behält die bisherige Nummer, und Codes gehen weiterhin dorthin.</translation>
    </message>
    <message>
        <source>The user ticked &quot;Remember this device&quot;, or still has a session.</source>
        <translation>Der Benutzer hat das Merken angekreuzt oder hat noch eine Sitzung.</translation>
    </message>
    <message>
        <source>The user turned a push request down.</source>
        <translation>Der Benutzer lehnte eine Push-Anfrage ab.</translation>
    </message>
    <message>
        <source>The user was sent as many messages as allowed.</source>
        <translation>Der Benutzer bekam so viele Nachrichten wie erlaubt.</translation>
    </message>
    <message>
        <source>The user was sent as many push messages as allowed.</source>
        <translation>Der Benutzer bekam so viele Push-Nachrichten wie erlaubt.</translation>
    </message>
    <message>
        <source>The user was sent too many messages</source>
        <translation>Der Benutzer bekam zu viele Nachrichten</translation>
    </message>
    <message>
        <source>The value was not stored: too long, or the store is full.</source>
        <translation>Der Wert wurde nicht abgelegt: zu lang, oder der Speicher ist voll.</translation>
    </message>
    <message>
        <source>The variable was deleted or misspelt while editing.</source>
        <translation>Die Variable wurde beim Bearbeiten gelöscht oder falsch geschrieben.</translation>
    </message>
    <message>
        <source>The wanted kind of answer is not supported.</source>
        <translation>Die gewünschte Art der Antwort gibt es nicht.</translation>
    </message>
    <message>
        <source>The window is hidden behind others.</source>
        <translation>Das Fenster liegt hinter anderen.</translation>
    </message>
    <message>
        <source>Then hand the code in at /oauth/token with the grant http://auth0.com/oauth/grant-type/mfa-oob, the oob_code and the code as binding_code.</source>
        <translation>Danach den Code bei /oauth/token einreichen, mit dem Grant http://auth0.com/oauth/grant-type/mfa-oob, dem oob_code und dem Code als binding_code.</translation>
    </message>
    <message>
        <source>There are as many as Auth0 allows for one user, so no further one can be enrolled.</source>
        <translation>Es sind so viele, wie Auth0 einem Nutzer erlaubt; ein weiterer lässt sich nicht registrieren.</translation>
    </message>
    <message>
        <source>There are not enough rights for this.</source>
        <translation>Dafür reichen die Rechte nicht.</translation>
    </message>
    <message>
        <source>There is more than one kind of credential in the request.</source>
        <translation>In der Anfrage steckt mehr als eine Art von Zugangsdaten.</translation>
    </message>
    <message>
        <source>There is no deployed Action to send with</source>
        <translation>Es gibt keine bereitgestellte Action zum Senden</translation>
    </message>
    <message>
        <source>There is no keyring on this computer</source>
        <translation>Auf diesem Rechner gibt es keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>There is no keyring that can be used.</source>
        <translation>Es gibt keinen brauchbaren Schlüsselbund.</translation>
    </message>
    <message>
        <source>There is no password service on the desktop&apos;s bus.</source>
        <translation>Am Bus des Desktops ist kein Passwortdienst.</translation>
    </message>
    <message>
        <source>There is no place of the system for secrets, so they are kept for this session only.</source>
        <translation>Es gibt keinen Ort des Systems für Secrets, also bleiben sie nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>There is no route that works.</source>
        <translation>Es gibt keinen Weg, der funktioniert.</translation>
    </message>
    <message>
        <source>There is no route to the number.</source>
        <translation>Zu der Nummer führt kein Weg.</translation>
    </message>
    <message>
        <source>There is no route to this number</source>
        <translation>Zu dieser Nummer führt kein Weg</translation>
    </message>
    <message>
        <source>There is no such Hook.</source>
        <translation>Diesen Hook gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such client.</source>
        <translation>Diesen Client gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such enrolment.</source>
        <translation>Diese Registrierung gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such grant.</source>
        <translation>Diese Berechtigung gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such name.</source>
        <translation>Diesen Namen gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such thing, or it is not yours.</source>
        <translation>Das gibt es nicht, oder es gehört jemand anderem.</translation>
    </message>
    <message>
        <source>There is no such user.</source>
        <translation>Diesen Benutzer gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no useful information about the delivery.</source>
        <translation>Über die Zustellung ist nichts Brauchbares bekannt.</translation>
    </message>
    <message>
        <source>There is no way to that computer.</source>
        <translation>Zu diesem Rechner führt kein Weg.</translation>
    </message>
    <message>
        <source>There is no way to that network.</source>
        <translation>Zu diesem Netz führt kein Weg.</translation>
    </message>
    <message>
        <source>There is no way to the service</source>
        <translation>Es führt kein Weg zum Dienst</translation>
    </message>
    <message>
        <source>There is not enough credit, or a provider&apos;s quota is used up.</source>
        <translation>Das Guthaben reicht nicht, oder ein Kontingent ist aufgebraucht.</translation>
    </message>
    <message>
        <source>There is nothing at this address, or it is somebody else&apos;s.</source>
        <translation>Unter dieser Adresse ist nichts, oder es gehört jemand anderem.</translation>
    </message>
    <message>
        <source>There is nothing that the user could enrol.</source>
        <translation>Es gibt nichts, was der Benutzer registrieren könnte.</translation>
    </message>
    <message>
        <source>There is nothing under this name.</source>
        <translation>Unter diesem Namen ist nichts da.</translation>
    </message>
    <message>
        <source>There is nothing with this id in the tenant.</source>
        <translation>Mit dieser ID gibt es im Tenant nichts.</translation>
    </message>
    <message>
        <source>There is nothing with this id.</source>
        <translation>Mit dieser ID gibt es nichts.</translation>
    </message>
    <message>
        <source>There is one already; it is shown on the phone provider&apos;s page, not in the library.</source>
        <translation>Es gibt schon eine; sie steht auf der Seite des Phone-Providers, nicht in der Bibliothek.</translation>
    </message>
    <message>
        <source>There is trouble after a change of carrier.</source>
        <translation>Nach einem Netzwechsel gibt es Schwierigkeiten.</translation>
    </message>
    <message>
        <source>There was nothing to send: the text was empty.</source>
        <translation>Es gab nichts zu senden: Der Text war leer.</translation>
    </message>
    <message>
        <source>This browser is remembered for 30 days, so no code is asked for.</source>
        <translation>Dieser Browser ist für 30 Tage gemerkt, also wird kein Code verlangt.</translation>
    </message>
    <message>
        <source>This code belongs to another channel of Vonage, such as WhatsApp or Facebook.</source>
        <translation>Dieser Code gehört zu einem anderen Kanal von Vonage, etwa WhatsApp oder Facebook.</translation>
    </message>
    <message>
        <source>This computer knows no way to the service. Nothing was sent.</source>
        <translation>Dieser Rechner kennt keinen Weg zum Dienst. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>This is not about text messages</source>
        <translation>Hier geht es nicht um SMS</translation>
    </message>
    <message>
        <source>This keyring asks for its password on the terminal.</source>
        <translation>Dieser Schlüsselbund fragt sein Passwort am Terminal ab.</translation>
    </message>
    <message>
        <source>This keyring keeps secrets in a readable file.</source>
        <translation>Dieser Schlüsselbund legt Secrets in einer lesbaren Datei ab.</translation>
    </message>
    <message>
        <source>This method is not supported there.</source>
        <translation>Diese Methode gibt es dort nicht.</translation>
    </message>
    <message>
        <source>This number is on a block list</source>
        <translation>Diese Nummer steht auf einer Sperrliste</translation>
    </message>
    <message>
        <source>This sender may not be used for this country</source>
        <translation>Dieser Absender darf für dieses Land nicht verwendet werden</translation>
    </message>
    <message>
        <source>This sender may not be used for this destination.</source>
        <translation>Dieser Absender darf für dieses Ziel nicht verwendet werden.</translation>
    </message>
    <message>
        <source>This tenant uses the unified phone experience, so the old calls for phone provider and templates are closed. This 403 is not a missing scope.</source>
        <translation>Dieser Tenant nutzt die Unified Phone Experience, also sind die alten Aufrufe für Phone-Provider und Vorlagen zu. Diese 403 ist kein fehlender Scope.</translation>
    </message>
    <message>
        <source>This type of media is not allowed.</source>
        <translation>Diese Art von Medien ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>This type of message is not allowed for the channel.</source>
        <translation>Diese Art von Nachricht ist für den Kanal nicht erlaubt.</translation>
    </message>
    <message>
        <source>This way of a second factor is disabled</source>
        <translation>Diese Art des zweiten Faktors ist deaktiviert</translation>
    </message>
    <message>
        <source>This way of a second factor is disabled.</source>
        <translation>Diese Art des zweiten Faktors ist deaktiviert.</translation>
    </message>
    <message>
        <source>This way of a second factor is not supported.</source>
        <translation>Diese Art des zweiten Faktors gibt es nicht.</translation>
    </message>
    <message>
        <source>This way to a token does not exist.</source>
        <translation>Diesen Weg zu einem Token gibt es nicht.</translation>
    </message>
    <message>
        <source>Tick the scope that is named, save, and get a new token.</source>
        <translation>Den genannten Scope ankreuzen, speichern und ein neues Token holen.</translation>
    </message>
    <message>
        <source>Times, contents or senders that the country forbids.</source>
        <translation>Zeiten, Inhalte oder Absender, die das Land verbietet.</translation>
    </message>
    <message>
        <source>Too many Actions ran at once</source>
        <translation>Zu viele Actions liefen auf einmal</translation>
    </message>
    <message>
        <source>Too many calls in too short a time; Auth0 says when it takes the next.</source>
        <translation>Zu viele Aufrufe in zu kurzer Zeit; Auth0 sagt, wann es den nächsten annimmt.</translation>
    </message>
    <message>
        <source>Too many calls of the delegation endpoint.</source>
        <translation>Zu viele Aufrufe des Delegation-Endpunkts.</translation>
    </message>
    <message>
        <source>Too many connections to Vonage at once</source>
        <translation>Zu viele Verbindungen zu Vonage auf einmal</translation>
    </message>
    <message>
        <source>Too many messages went to the same number.</source>
        <translation>Zu viele Nachrichten gingen an dieselbe Nummer.</translation>
    </message>
    <message>
        <source>Too many requests to Vonage (HTTP 429)</source>
        <translation>Zu viele Anfragen an Vonage (HTTP 429)</translation>
    </message>
    <message>
        <source>Too many wrong codes</source>
        <translation>Zu viele falsche Codes</translation>
    </message>
    <message>
        <source>Too many wrong codes; Auth0 takes none for a while.</source>
        <translation>Zu viele falsche Codes; Auth0 nimmt eine Weile keinen an.</translation>
    </message>
    <message>
        <source>Too many wrong recovery codes.</source>
        <translation>Zu viele falsche Wiederherstellungscodes.</translation>
    </message>
    <message>
        <source>Try a login.</source>
        <translation>Eine Anmeldung probieren.</translation>
    </message>
    <message>
        <source>Try again after a day.</source>
        <translation>Nach einem Tag noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Try again and enter the password.</source>
        <translation>Noch einmal versuchen und das Passwort eingeben.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Try another network, such as a phone&apos;s hotspot.</source>
        <translation>Ein anderes Netz versuchen, etwa den Hotspot eines Telefons.</translation>
    </message>
    <message>
        <source>Try another sender, such as a number of the account.</source>
        <translation>Einen anderen Absender versuchen, etwa eine Nummer des Kontos.</translation>
    </message>
    <message>
        <source>Try another sender.</source>
        <translation>Einen anderen Absender versuchen.</translation>
    </message>
    <message>
        <source>Try once more.</source>
        <translation>Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Turn the MFA grant on for the app: Dashboard, Applications, the app, Advanced Settings, Grant Types.</source>
        <translation>Den MFA-Grant für die App einschalten: Dashboard, Applications, die App, Advanced Settings, Grant Types.</translation>
    </message>
    <message>
        <source>Two codes were sent, only the last is good</source>
        <translation>Zwei Codes wurden gesendet, nur der letzte gilt</translation>
    </message>
    <message>
        <source>US and Canada: letters, or a number that the account does not rent.</source>
        <translation>USA und Kanada: Buchstaben oder eine Nummer, die das Konto nicht gemietet hat.</translation>
    </message>
    <message>
        <source>US carriers drop messages of numbers without a 10DLC campaign or toll-free verification.</source>
        <translation>US-Netze verwerfen Nachrichten von Nummern ohne 10DLC-Kampagne oder Toll-free-Prüfung.</translation>
    </message>
    <message>
        <source>US number without registration</source>
        <translation>US-Nummer ohne Registrierung</translation>
    </message>
    <message>
        <source>US: register a 10DLC brand and campaign, or verify the toll-free number.</source>
        <translation>USA: eine 10DLC-Marke und -Kampagne registrieren oder die Toll-free-Nummer prüfen lassen.</translation>
    </message>
    <message>
        <source>Unified path: custom-phone-provider is wanted; old path: send-phone-message.</source>
        <translation>Unified-Weg: custom-phone-provider wird gebraucht; alter Weg: send-phone-message.</translation>
    </message>
    <message>
        <source>Unlock it in the system&apos;s password manager, then try again.</source>
        <translation>Ihn in der Passwortverwaltung des Systems entsperren, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Unpaid bills, or a review for compliance or fraud.</source>
        <translation>Unbezahlte Rechnungen oder eine Prüfung wegen Vorschriften oder Betrugs.</translation>
    </message>
    <message>
        <source>Until then, keep secrets for this session only.</source>
        <translation>Bis dahin Secrets nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>Until then, offer US users another factor.</source>
        <translation>Bis dahin US-Benutzern einen anderen Faktor anbieten.</translation>
    </message>
    <message>
        <source>Up to 11 of A-Z, a-z and 0-9. Not for every country.</source>
        <translation>Bis zu 11 aus A-Z, a-z und 0-9. Nicht in jedem Land.</translation>
    </message>
    <message>
        <source>Update the tool, or leave Hooks out.</source>
        <translation>Das Werkzeug aktualisieren oder Hooks auslassen.</translation>
    </message>
    <message>
        <source>Use the name of your brand, up to 11 letters and digits.</source>
        <translation>Den Namen der Marke verwenden, bis zu 11 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>Use the phone provider and its Action under Branding &gt; Phone Provider.</source>
        <translation>Den Phone-Provider und seine Action unter Branding &gt; Phone Provider verwenden.</translation>
    </message>
    <message>
        <source>Use the registered sender for India, letter for letter.</source>
        <translation>Für Indien den registrierten Absender verwenden, Buchstabe für Buchstabe.</translation>
    </message>
    <message>
        <source>Use the sender that Textfactor generates.</source>
        <translation>Den Versender verwenden, den Textfactor erzeugt.</translation>
    </message>
    <message>
        <source>Voice is among the message types or the provider&apos;s delivery methods.</source>
        <translation>Anruf ist unter den Nachrichtenarten oder den Zustellarten des Anbieters.</translation>
    </message>
    <message>
        <source>Voice is chosen, and the provider delivers text only, or the other way round.</source>
        <translation>Anruf ist gewählt, und der Anbieter stellt nur Text zu, oder umgekehrt.</translation>
    </message>
    <message>
        <source>Vonage SDK: Vonage itself failed.</source>
        <translation>Vonage-SDK: Vonage selbst versagte.</translation>
    </message>
    <message>
        <source>Vonage SDK: an answer with an error status.</source>
        <translation>Vonage-SDK: Eine Antwort mit Fehlerstatus.</translation>
    </message>
    <message>
        <source>Vonage SDK: key and secret were turned down.</source>
        <translation>Vonage-SDK: Key und Secret wurden zurückgewiesen.</translation>
    </message>
    <message>
        <source>Vonage SDK: some or all parts of the text were refused.</source>
        <translation>Vonage-SDK: Einige oder alle Teile des Textes wurden abgelehnt.</translation>
    </message>
    <message>
        <source>Vonage SDK: the account may not do this.</source>
        <translation>Vonage-SDK: Das Konto darf das nicht.</translation>
    </message>
    <message>
        <source>Vonage SDK: the credentials are not complete.</source>
        <translation>Vonage-SDK: Die Zugangsdaten sind nicht vollständig.</translation>
    </message>
    <message>
        <source>Vonage SDK: the message was refused; the status stands in the text.</source>
        <translation>Vonage-SDK: Die Nachricht wurde abgelehnt; der Status steht im Text.</translation>
    </message>
    <message>
        <source>Vonage SDK: there is nothing at this address.</source>
        <translation>Vonage-SDK: Unter dieser Adresse ist nichts.</translation>
    </message>
    <message>
        <source>Vonage SDK: too many requests.</source>
        <translation>Vonage-SDK: Zu viele Anfragen.</translation>
    </message>
    <message>
        <source>Vonage accepted it, the phone did not get it</source>
        <translation>Vonage nahm sie an, das Telefon bekam sie nicht</translation>
    </message>
    <message>
        <source>Vonage accepted the message</source>
        <translation>Vonage hat die Nachricht angenommen</translation>
    </message>
    <message>
        <source>Vonage accepted the message and rejected it afterwards, at no cost: the account is a trial account and the number not one of its test numbers.</source>
        <translation>Vonage nahm die Nachricht an und lehnte sie danach kostenlos ab: Es ist ein Testkonto, und die Nummer ist keine seiner Testnummern.</translation>
    </message>
    <message>
        <source>Vonage cannot handle this destination, so nothing was sent.</source>
        <translation>Vonage kann dieses Ziel nicht bedienen, also wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Vonage cannot handle this destination.</source>
        <translation>Vonage kann dieses Ziel nicht bedienen.</translation>
    </message>
    <message>
        <source>Vonage cannot process it, as with an unknown prefix.</source>
        <translation>Vonage kann sie nicht verarbeiten, etwa bei unbekannter Vorwahl.</translation>
    </message>
    <message>
        <source>Vonage could not pass the message on</source>
        <translation>Vonage konnte die Nachricht nicht weitergeben</translation>
    </message>
    <message>
        <source>Vonage could not reach this number.</source>
        <translation>Vonage konnte diese Nummer nicht erreichen.</translation>
    </message>
    <message>
        <source>Vonage dashboard &gt; API settings: add Auth0&apos;s outgoing addresses, or clear the list.</source>
        <translation>Vonage-Dashboard &gt; API settings: die ausgehenden Adressen von Auth0 eintragen oder die Liste leeren.</translation>
    </message>
    <message>
        <source>Vonage dashboard &gt; API settings: switch signing off; if there is no switch, ask support.</source>
        <translation>Vonage-Dashboard &gt; API settings: das Signieren abschalten; ohne Schalter den Support fragen.</translation>
    </message>
    <message>
        <source>Vonage dashboard &gt; Billing: add credit, then send again.</source>
        <translation>Vonage-Dashboard &gt; Billing: Guthaben aufladen, dann noch einmal senden.</translation>
    </message>
    <message>
        <source>Vonage dashboard &gt; Fraud Defender &gt; traffic rules: look for the prefix.</source>
        <translation>Vonage-Dashboard &gt; Fraud Defender &gt; Traffic Rules: nach der Vorwahl sehen.</translation>
    </message>
    <message>
        <source>Vonage dashboard &gt; Fraud Defender: block the prefixes.</source>
        <translation>Vonage-Dashboard &gt; Fraud Defender: die Vorwahlen sperren.</translation>
    </message>
    <message>
        <source>Vonage dashboard &gt; Fraud Defender: raise the limit of the country.</source>
        <translation>Vonage-Dashboard &gt; Fraud Defender: das Limit des Landes anheben.</translation>
    </message>
    <message>
        <source>Vonage did not answer in time; the message may have been sent.</source>
        <translation>Vonage antwortete nicht rechtzeitig; die Nachricht kann gesendet sein.</translation>
    </message>
    <message>
        <source>Vonage did not let the request in: the key or the secret is wrong, or did not reach it.</source>
        <translation>Vonage ließ die Anfrage nicht ein: Key oder Secret sind falsch oder kamen nicht an.</translation>
    </message>
    <message>
        <source>Vonage does not accept the API key and secret</source>
        <translation>Vonage akzeptiert API-Key und Secret nicht</translation>
    </message>
    <message>
        <source>Vonage does not accept the API key and secret.</source>
        <translation>Vonage nimmt API-Key und Secret nicht an.</translation>
    </message>
    <message>
        <source>Vonage does not accept this pair of key and secret.</source>
        <translation>Vonage akzeptiert dieses Paar aus Key und Secret nicht.</translation>
    </message>
    <message>
        <source>Vonage enables it on request only.</source>
        <translation>Vonage schaltet es nur auf Wunsch frei.</translation>
    </message>
    <message>
        <source>Vonage finds no working route</source>
        <translation>Vonage findet keinen gangbaren Weg</translation>
    </message>
    <message>
        <source>Vonage finds no working route.</source>
        <translation>Vonage findet keinen gangbaren Weg.</translation>
    </message>
    <message>
        <source>Vonage found no route that works for this number.</source>
        <translation>Vonage fand keinen Weg, der für diese Nummer funktioniert.</translation>
    </message>
    <message>
        <source>Vonage has barred the account from sending. No setting in Auth0 changes that.</source>
        <translation>Vonage hat dem Konto das Senden gesperrt. Keine Einstellung in Auth0 ändert das.</translation>
    </message>
    <message>
        <source>Vonage has no record of the message</source>
        <translation>Vonage hat keinen Eintrag der Nachricht</translation>
    </message>
    <message>
        <source>Vonage has no record of the message.</source>
        <translation>Vonage hat keinen Eintrag der Nachricht.</translation>
    </message>
    <message>
        <source>Vonage has nothing at this address (HTTP 404)</source>
        <translation>Unter dieser Adresse ist bei Vonage nichts (HTTP 404)</translation>
    </message>
    <message>
        <source>Vonage has nothing at this address, or it belongs to another account.</source>
        <translation>Unter dieser Adresse ist bei Vonage nichts, oder es gehört einem anderen Konto.</translation>
    </message>
    <message>
        <source>Vonage has seen this very message before and did not send it again.</source>
        <translation>Vonage kennt genau diese Nachricht schon und sendete sie nicht noch einmal.</translation>
    </message>
    <message>
        <source>Vonage is not available for now.</source>
        <translation>Vonage ist gerade nicht verfügbar.</translation>
    </message>
    <message>
        <source>Vonage knows no way to this number</source>
        <translation>Vonage kennt keinen Weg zu dieser Nummer</translation>
    </message>
    <message>
        <source>Vonage knows the account and does not let it do this.</source>
        <translation>Vonage kennt das Konto und lässt es das nicht tun.</translation>
    </message>
    <message>
        <source>Vonage must not message this number.</source>
        <translation>Vonage darf dieser Nummer keine Nachrichten senden.</translation>
    </message>
    <message>
        <source>Vonage or the way there was slow for a moment.</source>
        <translation>Vonage oder der Weg dorthin war einen Moment langsam.</translation>
    </message>
    <message>
        <source>Vonage refused a field of the request (HTTP 422)</source>
        <translation>Vonage lehnte ein Feld der Anfrage ab (HTTP 422)</translation>
    </message>
    <message>
        <source>Vonage refused the message because the account, or this sender, submits faster than it may. Nothing was sent.</source>
        <translation>Vonage lehnte die Nachricht ab, weil das Konto oder dieser Absender schneller sendet als erlaubt. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Vonage refused the message, and its library hides why</source>
        <translation>Vonage hat die Nachricht abgelehnt, und seine Bibliothek verbirgt den Grund</translation>
    </message>
    <message>
        <source>Vonage refused the request: a refusal stands in its answer, not in the reports.</source>
        <translation>Vonage hat die Anfrage abgelehnt: eine Ablehnung steht in der Antwort, nicht in den Berichten.</translation>
    </message>
    <message>
        <source>Vonage refused to buy, change or cancel a number.</source>
        <translation>Vonage hat Kauf, Änderung oder Kündigung einer Nummer abgelehnt.</translation>
    </message>
    <message>
        <source>Vonage refused with an undocumented status</source>
        <translation>Vonage lehnte mit einem undokumentierten Status ab</translation>
    </message>
    <message>
        <source>Vonage refused with status {status}, which it documents nowhere. Its own words are all there is.</source>
        <translation>Vonage lehnte mit Status {status} ab, der nirgends dokumentiert ist. Vonages eigene Worte sind alles, was es gibt.</translation>
    </message>
    <message>
        <source>Vonage sent it, and a carrier&apos;s filter threw it away. It was paid for all the same.</source>
        <translation>Vonage hat sie gesendet, und der Filter eines Netzbetreibers hat sie verworfen. Bezahlt wurde sie trotzdem.</translation>
    </message>
    <message>
        <source>Vonage slowed down or could not be reached.</source>
        <translation>Vonage bremste oder war nicht erreichbar.</translation>
    </message>
    <message>
        <source>Vonage slows this account down</source>
        <translation>Vonage bremst dieses Konto</translation>
    </message>
    <message>
        <source>Vonage took the message for part of an attack that makes you pay for messages.</source>
        <translation>Vonage hielt die Nachricht für Teil eines Angriffs, der Nachrichten kosten lässt.</translation>
    </message>
    <message>
        <source>Vonage took the message, and nobody says that it arrived. Accepted is not delivered.</source>
        <translation>Vonage hat die Nachricht angenommen, und niemand sagt, dass sie ankam. Angenommen ist nicht zugestellt.</translation>
    </message>
    <message>
        <source>Vonage took the message. Whether the phone got it is told by a receipt only.</source>
        <translation>Vonage hat die Nachricht angenommen. Ob das Telefon sie bekam, sagt nur ein Bericht.</translation>
    </message>
    <message>
        <source>Vonage took this part of the message. That says nothing about whether the phone got it.</source>
        <translation>Vonage hat diesen Teil der Nachricht angenommen. Das sagt nichts darüber, ob das Telefon ihn bekam.</translation>
    </message>
    <message>
        <source>Vonage turned the key and secret down (HTTP 401)</source>
        <translation>Vonage wies Key und Secret zurück (HTTP 401)</translation>
    </message>
    <message>
        <source>Vonage understood the request and refuses a field of it.</source>
        <translation>Vonage hat die Anfrage verstanden und lehnt ein Feld davon ab.</translation>
    </message>
    <message>
        <source>Vonage wants a signature that fits</source>
        <translation>Vonage verlangt eine passende Signatur</translation>
    </message>
    <message>
        <source>Vonage wants credit or another plan (HTTP 402)</source>
        <translation>Vonage verlangt Guthaben oder einen anderen Tarif (HTTP 402)</translation>
    </message>
    <message>
        <source>Vonage wants money or another plan before it does this.</source>
        <translation>Vonage verlangt Geld oder einen anderen Tarif, bevor es das tut.</translation>
    </message>
    <message>
        <source>Vonage&apos;s Node SDK: an answer with an error status.</source>
        <translation>Node-SDK von Vonage: Eine Antwort mit Fehlerstatus.</translation>
    </message>
    <message>
        <source>Vonage&apos;s Node SDK: refused, whole or in part; the reason stands in its list of failed messages.</source>
        <translation>Node-SDK von Vonage: ganz oder teils abgelehnt; der Grund steht in seiner Liste fehlgeschlagener Nachrichten.</translation>
    </message>
    <message>
        <source>Vonage&apos;s Node SDK: the message was refused.</source>
        <translation>Node-SDK von Vonage: Die Nachricht wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Vonage&apos;s Node library throws the same error for one refused message and for a part of a long one.</source>
        <translation>Vonages Node-Bibliothek wirft denselben Fehler für eine abgelehnte Nachricht und für einen Teil einer langen.</translation>
    </message>
    <message>
        <source>Vonage&apos;s Node library: MessageSendPartialFailure hides the status, getFailedMessages() of the error has it.</source>
        <translation>Die Node-Bibliothek von Vonage: MessageSendPartialFailure verbirgt den Status, getFailedMessages() des Fehlers nennt ihn.</translation>
    </message>
    <message>
        <source>Vonage&apos;s Python library stumbles over a refusal that has no text.</source>
        <translation>Vonages Python-Bibliothek stolpert über eine Ablehnung ohne Text.</translation>
    </message>
    <message>
        <source>Vonage&apos;s answer could not be read; the message may have been sent.</source>
        <translation>Die Antwort von Vonage war nicht lesbar; die Nachricht kann gesendet sein.</translation>
    </message>
    <message>
        <source>Vonage&apos;s own words beside the status name the field.</source>
        <translation>Vonages eigene Worte neben dem Status nennen das Feld.</translation>
    </message>
    <message>
        <source>Vonage&apos;s protection against bursts reached its limit for this country. With a network code in the request, that code may be wrong instead.</source>
        <translation>Vonages Schutz vor Häufungen hat sein Limit für dieses Land erreicht. Mit einem Netzcode in der Anfrage kann stattdessen dieser falsch sein.</translation>
    </message>
    <message>
        <source>Wait a few minutes, then try again.</source>
        <translation>Einige Minuten warten, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Wait a minute, then look again.</source>
        <translation>Eine Minute warten, dann noch einmal nachsehen.</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>Eine Minute warten, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Wait a second, then send again; the error text often says how long.</source>
        <translation>Eine Sekunde warten, dann noch einmal senden; der Fehlertext nennt oft die Dauer.</translation>
    </message>
    <message>
        <source>Wait an hour, or test with another user.</source>
        <translation>Eine Stunde warten oder mit einem anderen Benutzer testen.</translation>
    </message>
    <message>
        <source>Wait for the next day, or have the campaign vetted for more.</source>
        <translation>Den nächsten Tag abwarten oder die Kampagne für mehr prüfen lassen.</translation>
    </message>
    <message>
        <source>Wait some minutes, then ask for a new code.</source>
        <translation>Einige Minuten warten, dann einen neuen Code anfordern.</translation>
    </message>
    <message>
        <source>Wait until its status is &quot;built&quot;, then deploy.</source>
        <translation>Warten, bis ihr Status &quot;built&quot; ist, dann bereitstellen.</translation>
    </message>
    <message>
        <source>What is saved is a draft; only a deployed version runs.</source>
        <translation>Gespeichert ist ein Entwurf; nur eine bereitgestellte Version läuft.</translation>
    </message>
    <message>
        <source>What was pasted has nothing to do with text messages or their codes.</source>
        <translation>Das Eingefügte hat nichts mit SMS oder deren Codes zu tun.</translation>
    </message>
    <message>
        <source>When replacing a secret: make the second, put it to use, test it, and only then revoke the first.</source>
        <translation>Beim Ersetzen: das zweite Secret anlegen, einsetzen, testen und erst dann das erste widerrufen.</translation>
    </message>
    <message>
        <source>Where a job or a test signs in this way, let it use client credentials instead, which nobody is asked for a code for.</source>
        <translation>Wo sich ein Job oder ein Test so anmeldet: stattdessen Client Credentials verwenden, dafür wird niemand nach einem Code gefragt.</translation>
    </message>
    <message>
        <source>Whether Vonage took the message is not known</source>
        <translation>Ob Vonage die Nachricht annahm, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Windows takes 1280 characters for a value, and this one is longer.</source>
        <translation>Windows speichert höchstens 1280 Zeichen je Wert, und dieser ist länger.</translation>
    </message>
    <message>
        <source>Windows: the value is longer than 1280 characters.</source>
        <translation>Windows: Der Wert ist länger als 1280 Zeichen.</translation>
    </message>
    <message>
        <source>Without that, send a test message to the same number and look at Vonage&apos;s answer.</source>
        <translation>Sonst eine Testnachricht an dieselbe Nummer senden und die Antwort von Vonage ansehen.</translation>
    </message>
    <message>
        <source>Write a number with digits only, a name with up to 11 letters and digits.</source>
        <translation>Eine Nummer nur mit Ziffern schreiben, einen Namen mit bis zu 11 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>Write exports.onExecuteCustomPhoneProvider (unified path) or exports.onExecuteSendPhoneMessage (old path).</source>
        <translation>exports.onExecuteCustomPhoneProvider (Unified-Weg) oder exports.onExecuteSendPhoneMessage (alter Weg) schreiben.</translation>
    </message>
    <message>
        <source>Write it as https://name, without anything behind.</source>
        <translation>Sie als https://name schreiben, ohne etwas dahinter.</translation>
    </message>
    <message>
        <source>Write the number with its country code, digits only, without the leading 0 of the national form.</source>
        <translation>Die Nummer mit Landesvorwahl schreiben, nur Ziffern, ohne die 0 der nationalen Form.</translation>
    </message>
    <message>
        <source>Write {{ friendly_name }}: the messages page rewrites it.</source>
        <translation>{{ friendly_name }} schreiben: Die Seite Nachrichten schreibt es um.</translation>
    </message>
    <message>
        <source>Wrong password, unknown user, or an Action that denied it.</source>
        <translation>Falsches Passwort, unbekannter Benutzer oder eine Action, die sie verweigerte.</translation>
    </message>
    <message>
        <source>Wrong passwords, or very many logins or sign-ups from one address.</source>
        <translation>Falsche Passwörter oder sehr viele Anmeldungen oder Sign-ups von einer Adresse.</translation>
    </message>
    <message>
        <source>Your own brand as sender; general words are prohibited, some networks put a short code in its place.</source>
        <translation>Die eigene Marke als Absender; allgemeine Wörter sind verboten, manche Netze setzen eine Kurzwahl ein.</translation>
    </message>
    <message>
        <source>https:// is missing or double, or there is a blank in it.</source>
        <translation>https:// fehlt oder steht doppelt, oder ein Leerzeichen steht darin.</translation>
    </message>
    <message>
        <source>mfa_required is no failure: the first factor was right, and the token endpoint gives a token only after the second one. No message is sent before the app asks for one.</source>
        <translation>mfa_required ist kein Fehler: der erste Faktor stimmte, und der Token-Endpunkt gibt erst nach dem zweiten ein Token heraus. Bevor die App eine Nachricht anfordert, wird keine gesendet.</translation>
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
    <name>LoginWatch</name>
    <message>
        <source>Log in now. Auth0&apos;s log may come some seconds late.</source>
        <translation>Jetzt anmelden. Das Protokoll von Auth0 kann ein paar Sekunden später kommen.</translation>
    </message>
    <message>
        <source>No login yet</source>
        <translation>Noch keine Anmeldung</translation>
    </message>
    <message>
        <source>Open the practice world or a profile in Setup first: its tenant is what is watched.</source>
        <translation>Zuerst unter Einrichtung die Übungswelt oder ein Profil öffnen: Dessen Tenant wird beobachtet.</translation>
    </message>
    <message>
        <source>Press Watch, then log in with a code. What happens shows here within seconds, as Auth0&apos;s log tells it.</source>
        <translation>Auf „Beobachten“ drücken, dann mit einem Code anmelden. Was geschieht, steht nach wenigen Sekunden hier, so wie das Protokoll von Auth0 es meldet.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The watch has ended.</source>
        <translation>Die Beobachtung ist zu Ende.</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Watching; new rows: {n}</source>
        <translation>Beobachtung läuft; neue Zeilen: {n}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Doctor</source>
        <translation>Gesamtprüfung</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Nothing is written to your tenant before Apply.</source>
        <translation>Vor „Anwenden“ wird nichts in den Tenant geschrieben.</translation>
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
        <source>What is pasted is read without a network.</source>
        <translation>Eingefügtes wird ohne Netz gelesen.</translation>
    </message>
    <message>
        <source>○ Done before the program was last closed, and not checked again since.</source>
        <translation>○ Erledigt, bevor das Programm zuletzt geschlossen wurde, und seither nicht wieder geprüft.</translation>
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
    <name>MessagesPanel</name>
    <message>
        <source>Auth0&apos;s default</source>
        <translation>Auth0-Vorgabe</translation>
    </message>
    <message>
        <source>Auth0&apos;s default is not on record: compare with a tenant that has it.</source>
        <translation>Die Auth0-Vorgabe ist nicht überliefert: mit einem Tenant vergleichen, der sie hat.</translation>
    </message>
    <message>
        <source>Compare with the tenant</source>
        <translation>Mit dem Tenant vergleichen</translation>
    </message>
    <message>
        <source>Go to Setup</source>
        <translation>Zur Einrichtung</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>No tenant yet</source>
        <translation>Noch kein Tenant</translation>
    </message>
    <message>
        <source>Nothing would be sent</source>
        <translation>Es würde nichts gesendet</translation>
    </message>
    <message>
        <source>Once Setup has reached a tenant, its texts can be read from here.</source>
        <translation>Sobald die Einrichtung einen Tenant erreicht hat, lassen sich dessen Texte hier lesen.</translation>
    </message>
    <message>
        <source>Reset to Auth0&apos;s default</source>
        <translation>Auf Auth0-Vorgabe zurücksetzen</translation>
    </message>
    <message>
        <source>See and price each text before anybody gets it. Nothing here is written to the tenant.</source>
        <translation>Jeden Text sehen und seinen Preis kennen, bevor ihn jemand bekommt. Von hier wird nichts in den Tenant geschrieben.</translation>
    </message>
    <message>
        <source>Setup cannot take the texts now</source>
        <translation>Die Einrichtung kann die Texte jetzt nicht übernehmen</translation>
    </message>
    <message>
        <source>Setup has both texts</source>
        <translation>Die Einrichtung hat beide Texte</translation>
    </message>
    <message>
        <source>Setup is busy, or has applied its plan already. Set up anew to change the texts.</source>
        <translation>Die Einrichtung ist beschäftigt oder hat ihren Plan schon angewendet. Für andere Texte neu einrichten.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Textfactor&apos;s suggestion</source>
        <translation>Vorschlag von Textfactor</translation>
    </message>
    <message>
        <source>They are written to the tenant when you apply the plan.</source>
        <translation>Sie werden in den Tenant geschrieben, wenn der Plan angewendet wird.</translation>
    </message>
    <message>
        <source>Use both texts in Setup</source>
        <translation>Beide Texte einrichten</translation>
    </message>
    <message>
        <source>What the tenant has now</source>
        <translation>Was der Tenant jetzt hat</translation>
    </message>
    <message>
        <source>{counts}, {n} left</source>
        <translation>{counts}, noch {n} frei</translation>
    </message>
    <message>
        <source>{meaning} Auth0 calls it {name}.</source>
        <translation>{meaning} Bei Auth0 heißt sie {name}.</translation>
    </message>
    <message>
        <source>{name}: this text cannot be used</source>
        <translation>{name}: Dieser Text ist nicht zu gebrauchen</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>Show the place</source>
        <translation>Stelle zeigen</translation>
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
    <name>OldCodeBox</name>
    <message>
        <source>Coming from a Hook or an older Action?</source>
        <translation>Bisher ein Hook oder eine ältere Action?</translation>
    </message>
    <message>
        <source>Coming from older code? “{name}” was found in the tenant</source>
        <translation>Bisher anderer Code? „{name}“ wurde im Tenant gefunden</translation>
    </message>
    <message>
        <source>Paste it here to see what it did and what carries over. It is read, never run, and not kept.</source>
        <translation>Hier einfügen, um zu sehen, was er tat und was davon bleibt. Er wird gelesen, nie ausgeführt und nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Take over its countries</source>
        <translation>Seine Länder übernehmen</translation>
    </message>
    <message>
        <source>The old code</source>
        <translation>Der alte Code</translation>
    </message>
    <message>
        <source>What carries over</source>
        <translation>Was bleibt</translation>
    </message>
    <message>
        <source>What does not</source>
        <translation>Was nicht bleibt</translation>
    </message>
    <message>
        <source>What it did</source>
        <translation>Was er tat</translation>
    </message>
    <message>
        <source>What was wrong with it</source>
        <translation>Was daran falsch war</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Changes made, or perhaps made: {done} of {total}. Both ways compare with the tenant first.</source>
        <translation>Gemachte oder vielleicht gemachte Änderungen: {done} von {total}. Beide Wege vergleichen zuerst mit dem Tenant.</translation>
    </message>
    <message>
        <source>Plan to finish</source>
        <translation>Abschluss planen</translation>
    </message>
    <message>
        <source>Plan to take back</source>
        <translation>Rücknahme planen</translation>
    </message>
    <message>
        <source>The last run was not finished: {what}</source>
        <translation>Der letzte Lauf wurde nicht fertig: {what}</translation>
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
    <name>PageDuties</name>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>PastePage</name>
    <message>
        <source>A text of {n} characters is being read. It is too long to be shown here; type to replace it.</source>
        <translation>Ein Text von {n} Zeichen wird gelesen. Er ist zu lang, um hier zu stehen; Tippen ersetzt ihn.</translation>
    </message>
    <message>
        <source>Best is the log row of the failed login: Auth0 Dashboard, Monitoring, Logs, the row, its Raw tab. An answer or a receipt of Vonage, an error of an API, a stack trace, the code of an Action, or plain words do as well. Nothing of it leaves this computer.</source>
        <translation>Am besten ist die Logzeile der misslungenen Anmeldung: Auth0 Dashboard, Monitoring, Logs, die Zeile, ihr Reiter Raw. Auch eine Antwort oder Quittung von Vonage, ein Fehler einer API, ein Stacktrace, der Code einer Action oder einfache Worte gehen. Nichts davon verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>From the file {name}</source>
        <translation>Aus der Datei {name}</translation>
    </message>
    <message>
        <source>Guide me</source>
        <translation>Mit Fragen führen lassen</translation>
    </message>
    <message>
        <source>Nothing to read yet</source>
        <translation>Noch nichts zu lesen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste, type or drop a log row, an answer, an error, or an export of any size.</source>
        <translation>Logzeile, Antwort, Fehler oder Export jeder Größe einfügen, tippen oder hierher ziehen.</translation>
    </message>
    <message>
        <source>Source, with the evidence marked</source>
        <translation>Quelltext mit markierten Belegen</translation>
    </message>
    <message>
        <source>What do you have?</source>
        <translation>Was liegt vor?</translation>
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
        <source>It is somebody else&apos;s, and the trigger takes one Action only: from this plan on, Textfactor&apos;s code stands in its place.</source>
        <translation>Sie gehört jemand anderem, und der Trigger lässt nur eine Action zu: Mit diesem Plan tritt der Code von Textfactor an ihre Stelle.</translation>
    </message>
    <message>
        <source>Left as it is</source>
        <translation>Bleibt, wie es ist</translation>
    </message>
    <message>
        <source>The Action “{name}” is written over</source>
        <translation>Die Action „{name}“ wird überschrieben</translation>
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
        <source>both message texts</source>
        <translation>beide Nachrichtentexte</translation>
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
        <source>our Action on the other trigger</source>
        <translation>unsere Action am anderen Trigger</translation>
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
        <source>the old Hook</source>
        <translation>der alte Hook</translation>
    </message>
    <message>
        <source>the other trigger&apos;s Actions</source>
        <translation>die Actions des anderen Triggers</translation>
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
        <source>who sends the codes</source>
        <translation>wer die Codes sendet</translation>
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
    <name>PlanDesk</name>
    <message numerus="yes">
        <source>Apply %n changes</source>
        <translation>
            <numerusform>%n Änderung anwenden</numerusform>
            <numerusform>%n Änderungen anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Erledigt: {what}</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Plan to finish</source>
        <translation>Abschluss planen</translation>
    </message>
    <message>
        <source>Plan to take back</source>
        <translation>Rücknahme planen</translation>
    </message>
    <message>
        <source>Read the tenant</source>
        <translation>Tenant lesen</translation>
    </message>
    <message>
        <source>Stop after this step</source>
        <translation>Nach diesem Schritt anhalten</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message numerus="yes">
        <source>Take back %n changes</source>
        <translation>
            <numerusform>%n Änderung zurücknehmen</numerusform>
            <numerusform>%n Änderungen zurücknehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Taken back in part</source>
        <translation>Zum Teil zurückgenommen</translation>
    </message>
    <message>
        <source>The Action runs with the new secret. Send yourself a code before you revoke the old one at Vonage.</source>
        <translation>Die Action läuft mit dem neuen Secret. Bevor das alte bei Vonage widerrufen wird, einen Code an das eigene Telefon senden.</translation>
    </message>
    <message>
        <source>The last run left nothing that could be taken back.</source>
        <translation>Der letzte Lauf hat nichts hinterlassen, was zurückzunehmen wäre.</translation>
    </message>
    <message>
        <source>The secret is replaced</source>
        <translation>Das Secret ist ersetzt</translation>
    </message>
    <message>
        <source>The tenant was read and compared. Nothing has to be written.</source>
        <translation>Der Tenant wurde gelesen und verglichen. Nichts muss geschrieben werden.</translation>
    </message>
    <message>
        <source>{summary}. Nothing has been written yet; every change can be taken back.</source>
        <translation>{summary}. Noch ist nichts geschrieben; jede Änderung lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>{summary}. Nothing has been written yet; most of it can be taken back.</source>
        <translation>{summary}. Noch ist nichts geschrieben; das meiste lässt sich zurücknehmen.</translation>
    </message>
</context>
<context>
    <name>PlanningPanel</name>
    <message>
        <source>Change the texts</source>
        <translation>Texte ändern</translation>
    </message>
    <message>
        <source>Nothing is written before you see the plan.</source>
        <translation>Nichts wird geschrieben, bevor der Plan zu sehen war.</translation>
    </message>
    <message>
        <source>Replace the Vonage secret</source>
        <translation>Vonage-Secret ersetzen</translation>
    </message>
    <message>
        <source>Textfactor reads {domain} and compares.</source>
        <translation>Textfactor liest {domain} und vergleicht.</translation>
    </message>
    <message>
        <source>The new secret is tried first: reading the balance is free. It is kept, and written to the tenant, only when you apply the plan.</source>
        <translation>Das neue Secret wird zuerst probiert: Das Guthaben zu lesen kostet nichts. Aufbewahrt und in den Tenant geschrieben wird es erst, wenn der Plan angewendet wird.</translation>
    </message>
    <message>
        <source>Who sends</source>
        <translation>Wer sendet</translation>
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
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open it, and its phone, its faults and its log are shown here. It costs nothing.</source>
        <translation>Ist sie geöffnet, stehen hier ihr Telefon, ihre Störungen und ihr Protokoll. Sie kostet nichts.</translation>
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
        <translation>Zurücksetzen …</translation>
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
    <name>PracticeRow</name>
    <message>
        <source>A stand-in Vonage and Auth0 on this computer. It goes on while a profile is open.</source>
        <translation>Vonage und Auth0 zum Üben auf diesem Rechner. Sie läuft weiter, während ein Profil offen ist.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the practice world</source>
        <translation>Übungswelt öffnen</translation>
    </message>
    <message>
        <source>Practice world</source>
        <translation>Übungswelt</translation>
    </message>
</context>
<context>
    <name>PreflightBox</name>
    <message>
        <source>Check again</source>
        <translation>Neu prüfen</translation>
    </message>
    <message>
        <source>Checking what costs nothing to check …</source>
        <translation>Prüft, was sich kostenlos prüfen lässt …</translation>
    </message>
    <message>
        <source>Hide what passed</source>
        <translation>Bestandenes verbergen</translation>
    </message>
    <message>
        <source>Not checked: {why}</source>
        <translation>Nicht geprüft: {why}</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
</context>
<context>
    <name>PreviewBox</name>
    <message>
        <source>About {price} to {country}</source>
        <translation>Etwa {price} nach {country}</translation>
    </message>
    <message>
        <source>Account on trial</source>
        <translation>Testkonto</translation>
    </message>
    <message>
        <source>Choose a country</source>
        <translation>Land wählen</translation>
    </message>
    <message>
        <source>Filled in for</source>
        <translation>Ausgefüllt für</translation>
    </message>
    <message>
        <source>For a price, Setup needs a Vonage account</source>
        <translation>Für einen Preis braucht die Einrichtung ein Vonage-Konto</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Nothing would be sent</source>
        <translation>Es würde nichts gesendet</translation>
    </message>
    <message>
        <source>Price of a message to</source>
        <translation>Preis einer Nachricht nach</translation>
    </message>
    <message>
        <source>Price to {country}: not known</source>
        <translation>Preis nach {country}: nicht bekannt</translation>
    </message>
    <message>
        <source>The preview is being prepared</source>
        <translation>Die Vorschau wird vorbereitet</translation>
    </message>
    <message>
        <source>Their own</source>
        <translation>Die eigene</translation>
    </message>
    <message>
        <source>Vonage is asked for the price</source>
        <translation>Vonage wird nach dem Preis gefragt</translation>
    </message>
    <message>
        <source>Vonage then appends 30 characters to every message.</source>
        <translation>Vonage hängt dann 30 Zeichen an jede Nachricht an.</translation>
    </message>
</context>
<context>
    <name>ProfileEditor</name>
    <message>
        <source>A .pem file, if your network checks traffic with its own CA</source>
        <translation>Eine .pem-Datei, falls das Netz den Verkehr mit eigener CA prüft</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>So lassen</translation>
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
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>host:port; empty uses what the system says</source>
        <translation>host:port; leer gilt, was das System sagt</translation>
    </message>
</context>
<context>
    <name>ProfileFiles</name>
    <message>
        <source>Export without secrets</source>
        <translation>Ohne Secrets exportieren</translation>
    </message>
    <message>
        <source>Import a profile</source>
        <translation>Ein Profil importieren</translation>
    </message>
    <message>
        <source>Imported as {name}</source>
        <translation>Importiert als {name}</translation>
    </message>
    <message>
        <source>It brings a proxy or CA file along, on which requests with your secrets rest: {brings}</source>
        <translation>Es bringt einen Proxy oder eine CA-Datei mit, auf denen Anfragen mit den eigenen Secrets beruhen: {brings}</translation>
    </message>
    <message>
        <source>No secret is in it.</source>
        <translation>Es enthält kein Secret.</translation>
    </message>
    <message>
        <source>Open it and enter its secrets.</source>
        <translation>Öffnen und seine Secrets eingeben.</translation>
    </message>
    <message>
        <source>Written to {name}</source>
        <translation>In {name} geschrieben</translation>
    </message>
</context>
<context>
    <name>ProfileList</name>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
</context>
<context>
    <name>ProfileRow</name>
    <message>
        <source>Edit</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>{name} ändern</translation>
    </message>
    <message>
        <source>Export {name} without its secrets</source>
        <translation>{name} ohne Secrets exportieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
</context>
<context>
    <name>ProfilesSection</name>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>It is kept as {name}, and new profiles go into a new file.</source>
        <translation>Sie ist als {name} aufbewahrt; neue Profile kommen in eine neue Datei.</translation>
    </message>
    <message>
        <source>New profile…</source>
        <translation>Neues Profil …</translation>
    </message>
    <message>
        <source>One Vonage account and one Auth0 tenant each. Setup and all panels work with the one that is open.</source>
        <translation>Je ein Vonage-Konto und ein Auth0-Tenant. Einrichtung und alle Bereiche arbeiten mit dem, das offen ist.</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Setup and the other panels work with it now.</source>
        <translation>Einrichtung und die anderen Bereiche arbeiten jetzt damit.</translation>
    </message>
    <message>
        <source>Something is being written</source>
        <translation>Es wird gerade geschrieben</translation>
    </message>
    <message>
        <source>The file of the profiles could not be understood</source>
        <translation>Die Datei der Profile war nicht zu verstehen</translation>
    </message>
    <message>
        <source>The practice world is open</source>
        <translation>Die Übungswelt ist offen</translation>
    </message>
    <message>
        <source>Wait until it is done, or stop it where it runs; then try again.</source>
        <translation>Warten, bis es fertig ist, oder es dort anhalten, wo es läuft; dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>{name} is open</source>
        <translation>{name} ist offen</translation>
    </message>
    <message>
        <source>{name} was changed</source>
        <translation>{name} wurde geändert</translation>
    </message>
    <message>
        <source>{name} was removed with its secrets</source>
        <translation>{name} wurde samt Secrets entfernt</translation>
    </message>
</context>
<context>
    <name>QueriesBox</name>
    <message>
        <source>Copy query</source>
        <translation>Abfrage kopieren</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Liegt in</translation>
    </message>
    <message>
        <source>Logs live elsewhere?</source>
        <translation>Logs liegen woanders?</translation>
    </message>
    <message>
        <source>Put your own name in place of {place}. Save the answer as {file}, or CSV, NDJSON or JSON.</source>
        <translation>An die Stelle von {place} den eigenen Namen setzen. Die Antwort als {file} oder als CSV, NDJSON oder JSON speichern.</translation>
    </message>
    <message>
        <source>Run this where they are, save the answer, and drop the file here.</source>
        <translation>Dort ausführen, wo sie liegen, die Antwort speichern und die Datei hierher ziehen.</translation>
    </message>
    <message>
        <source>The query</source>
        <translation>Die Abfrage</translation>
    </message>
    <message>
        <source>Where the logs are kept</source>
        <translation>Wo die Logs liegen</translation>
    </message>
</context>
<context>
    <name>RemoveQuestion</name>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove a profile</source>
        <translation>Ein Profil entfernen</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove “{name}” from this computer?</source>
        <translation>„{name}“ von diesem Rechner entfernen?</translation>
    </message>
    <message>
        <source>What Textfactor knows of it goes, and its secrets in the keyring and in memory. At Vonage and in the Auth0 tenant nothing changes.</source>
        <translation>Was Textfactor darüber weiß, geht, samt Secrets im Schlüsselbund und im Arbeitsspeicher. Bei Vonage und im Auth0-Tenant ändert sich nichts.</translation>
    </message>
</context>
<context>
    <name>ReplaceChoice</name>
    <message>
        <source>Another Action sends here too. Shall it stop?</source>
        <translation>Eine andere Action sendet hier auch. Soll sie aufhören?</translation>
    </message>
    <message>
        <source>Both send</source>
        <translation>Beide senden</translation>
    </message>
    <message>
        <source>Chosen as in the run that was stopped.</source>
        <translation>Gewählt wie in dem Lauf, der angehalten wurde.</translation>
    </message>
    <message>
        <source>It is taken off the trigger and stays in the tenant, so that it can be put back.</source>
        <translation>Sie wird vom Trigger genommen und bleibt im Tenant, sodass sie zurückkann.</translation>
    </message>
    <message>
        <source>It sends nothing there.</source>
        <translation>Dort sendet sie nichts.</translation>
    </message>
    <message>
        <source>Leave it on the other path&apos;s trigger</source>
        <translation>Auf dem Trigger des anderen Wegs lassen</translation>
    </message>
    <message>
        <source>People get two messages with each code, and both are paid for.</source>
        <translation>Zu jedem Code kommen zwei Nachrichten, und beide werden bezahlt.</translation>
    </message>
    <message>
        <source>Take “{names}” off its trigger</source>
        <translation>„{names}“ vom Trigger nehmen</translation>
    </message>
    <message>
        <source>What becomes of the old Action?</source>
        <translation>Was wird aus der alten Action?</translation>
    </message>
    <message>
        <source>“{names}” stops sending</source>
        <translation>„{names}“ hört auf zu senden</translation>
    </message>
</context>
<context>
    <name>ReplaceForm</name>
    <message>
        <source>Plan it</source>
        <translation>Planen</translation>
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
        <translation>Weg</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Select a request to see its body. Secrets are masked before they are written down.</source>
        <translation>Eine Anfrage auswählen, um ihren Inhalt zu sehen. Secrets werden unkenntlich gemacht, bevor sie festgehalten werden.</translation>
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
        <source>A tenant on the legacy path, or one with an old Hook, begins with another practice world: run {world} in a terminal, then in a second one, with {join}: {window}</source>
        <translation>Ein Tenant auf dem Legacy-Weg oder mit einem alten Hook beginnt mit einer anderen Übungswelt: in einem Terminal {world} starten, dann in einem zweiten, mit {join}: {window}</translation>
    </message>
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
        <translation>Was die Einrichtung auf den Übungs-Tenant angewendet hat, ist dann weg, ebenso Nachrichten, Protokoll und Störungen. Keys und Secrets bleiben. Außerhalb dieses Rechners ändert sich nichts.</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Fine: {n}</source>
        <translation>In Ordnung: {n}</translation>
    </message>
    <message>
        <source>Not tried: {n}</source>
        <translation>Nicht versucht: {n}</translation>
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
    <name>RotateForm</name>
    <message>
        <source>New API secret</source>
        <translation>Neues API-Secret</translation>
    </message>
    <message>
        <source>Try it and plan</source>
        <translation>Probieren und planen</translation>
    </message>
    <message>
        <source>Vonage dashboard, API settings, for the key {key}. Two secrets can be valid at a time.</source>
        <translation>Vonage-Dashboard, API settings, zum Key {key}. Zwei Secrets können gleichzeitig gelten.</translation>
    </message>
    <message>
        <source>Vonage refuses this secret for this key.</source>
        <translation>Vonage lehnt dieses Secret zu diesem Key ab.</translation>
    </message>
</context>
<context>
    <name>RowsTab</name>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Diagnose this row</source>
        <translation>Diese Zeile untersuchen</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Row {n}, as it stood in the export</source>
        <translation>Zeile {n}, wie sie im Export stand</translation>
    </message>
    <message>
        <source>Rows about text messages</source>
        <translation>Zeilen zu SMS</translation>
    </message>
    <message>
        <source>Rows that match: {n}</source>
        <translation>Passende Zeilen: {n}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Select a row to see all of it. Numbers and users are shown in full there.</source>
        <translation>Eine Zeile wählen, um sie ganz zu sehen. Nummern und Benutzer stehen dort ungekürzt.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The first {n} rows that match</source>
        <translation>Die ersten {n} passenden Zeilen</translation>
    </message>
    <message>
        <source>The row in full</source>
        <translation>Die ganze Zeile</translation>
    </message>
    <message>
        <source>The rows can be seen once the file has been read.</source>
        <translation>Die Zeilen sind zu sehen, sobald die Datei gelesen ist.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>{n} rows; every word that is typed must stand in a row</source>
        <translation>{n} Zeilen; jedes getippte Wort muss in einer Zeile stehen</translation>
    </message>
</context>
<context>
    <name>Sayings</name>
    <message>
        <source>Auth0 dashboard</source>
        <translation>Auth0-Dashboard</translation>
    </message>
    <message>
        <source>Auth0 docs</source>
        <translation>Auth0-Doku</translation>
    </message>
    <message>
        <source>Auth0 status</source>
        <translation>Auth0-Status</translation>
    </message>
    <message>
        <source>This follows from: {cause}</source>
        <translation>Das folgt aus: {cause}</translation>
    </message>
    <message>
        <source>Vonage dashboard</source>
        <translation>Vonage-Dashboard</translation>
    </message>
    <message>
        <source>Vonage docs</source>
        <translation>Vonage-Doku</translation>
    </message>
    <message>
        <source>Vonage status</source>
        <translation>Vonage-Status</translation>
    </message>
    <message>
        <source>Vonage support</source>
        <translation>Vonage-Support</translation>
    </message>
    <message>
        <source>local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>{at} {zone}</source>
        <translation>{at} {zone}</translation>
    </message>
    <message>
        <source>{begin} – {end} {zone}</source>
        <translation>{begin} – {end} {zone}</translation>
    </message>
    <message>
        <source>{keeper}: {page}</source>
        <translation>{keeper}: {page}</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} Zeilen</translation>
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
        <source>Copy with the optional ones</source>
        <translation>Mit den optionalen kopieren</translation>
    </message>
    <message>
        <source>Optional, and nothing stops without them:</source>
        <translation>Optional; auch ohne sie geht alles weiter:</translation>
    </message>
    <message>
        <source>Scopes to grant ({n})</source>
        <translation>Zu erteilende Scopes ({n})</translation>
    </message>
    <message>
        <source>Your Machine to Machine application, APIs, Auth0 Management API. Tick these and nothing else:</source>
        <translation>Die Machine-to-Machine-Anwendung, APIs, Auth0 Management API. Genau diese Scopes anhaken:</translation>
    </message>
    <message>
        <source>{scope}: {use}</source>
        <translation>{scope}: {use}</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Only what is typed here can be shown; a kept secret stays where it is.</source>
        <translation>Nur was hier eingegeben wird, lässt sich zeigen; ein aufbewahrtes Secret bleibt, wo es ist.</translation>
    </message>
    <message>
        <source>Show for a moment</source>
        <translation>Kurz zeigen</translation>
    </message>
</context>
<context>
    <name>SecretsSection</name>
    <message>
        <source>Check the keyring</source>
        <translation>Schlüsselbund prüfen</translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation>Nur für diese Sitzung</translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation>Alles vergessen …</translation>
    </message>
    <message>
        <source>In memory; gone when Textfactor ends. The keyring is not asked.</source>
        <translation>Im Arbeitsspeicher; weg, wenn Textfactor endet. Der Schlüsselbund wird nicht gefragt.</translation>
    </message>
    <message>
        <source>In the keyring</source>
        <translation>Im Schlüsselbund</translation>
    </message>
    <message>
        <source>Kept in memory by your choice. What the keyring holds stays in it.</source>
        <translation>Auf Wunsch im Arbeitsspeicher. Was im Schlüsselbund liegt, bleibt dort.</translation>
    </message>
    <message>
        <source>Keyring: {name}</source>
        <translation>Schlüsselbund: {name}</translation>
    </message>
    <message>
        <source>No secret of Textfactor is on this computer.</source>
        <translation>Auf diesem Rechner liegt kein Secret von Textfactor.</translation>
    </message>
    <message>
        <source>Nothing is kept</source>
        <translation>Nichts aufbewahrt</translation>
    </message>
    <message>
        <source>Profiles stay.</source>
        <translation>Profile bleiben.</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Secrets</translation>
    </message>
    <message>
        <source>Secrets removed: {n}</source>
        <translation>Entfernte Secrets: {n}</translation>
    </message>
    <message>
        <source>The keyring does not work: {n} wrong</source>
        <translation>Der Schlüsselbund funktioniert nicht: {n} fehlerhaft</translation>
    </message>
    <message>
        <source>The keyring works</source>
        <translation>Der Schlüsselbund funktioniert</translation>
    </message>
    <message>
        <source>The system&apos;s own password store; there at the next start.</source>
        <translation>Der Passwortspeicher des Systems; beim nächsten Start noch da.</translation>
    </message>
    <message>
        <source>This computer offers none, so nothing can be kept there.</source>
        <translation>Dieser Rechner bietet keinen, also kann dort nichts bleiben.</translation>
    </message>
    <message>
        <source>Where secrets are kept</source>
        <translation>Wo Secrets liegen</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
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
        <source>A message can take some minutes. Answer here then, or later in the history under Test message.</source>
        <translation>Eine Nachricht kann einige Minuten brauchen. Die Antwort ist dann hier möglich oder später im Verlauf unter Testnachricht.</translation>
    </message>
    <message>
        <source>Did it arrive?</source>
        <translation>Ist sie angekommen?</translation>
    </message>
    <message>
        <source>Find out why</source>
        <translation>Ursache finden</translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation>Sie ist angekommen</translation>
    </message>
    <message>
        <source>It is not in the history</source>
        <translation>Sie steht nicht im Verlauf</translation>
    </message>
    <message>
        <source>Left open</source>
        <translation>Offen gelassen</translation>
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
        <source>Not yet</source>
        <translation>Noch nicht</translation>
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
        <source>balance after it: {balance}</source>
        <translation>Guthaben danach: {balance}</translation>
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
        <source>on the phone, from {sender}: {text}</source>
        <translation>auf dem Telefon, von {sender}: {text}</translation>
    </message>
</context>
<context>
    <name>SentDetails</name>
    <message>
        <source>It arrived</source>
        <translation>Ist angekommen</translation>
    </message>
    <message>
        <source>It did not arrive</source>
        <translation>Ist nicht angekommen</translation>
    </message>
    <message>
        <source>balance after it: {balance}</source>
        <translation>Guthaben danach: {balance}</translation>
    </message>
    <message>
        <source>reference {reference}</source>
        <translation>Referenz {reference}</translation>
    </message>
</context>
<context>
    <name>SentRow</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>{to} from {sender}</source>
        <translation>{to} von {sender}</translation>
    </message>
</context>
<context>
    <name>SessionChoice</name>
    <message>
        <source>In memory, gone when Textfactor ends. Else they go into this computer&apos;s keyring.</source>
        <translation>Im Arbeitsspeicher, weg, wenn Textfactor endet. Sonst kommen sie in den Schlüsselbund dieses Rechners.</translation>
    </message>
    <message>
        <source>In memory, gone when Textfactor ends. This computer offers no keyring.</source>
        <translation>Im Speicher, weg, sobald Textfactor endet. Dieser Rechner bietet keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>Keep secrets for this session only</source>
        <translation>Secrets nur für diese Sitzung behalten</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Only the requests that you start, to Vonage and to your Auth0 tenant. No telemetry, no update check, no crash upload. Secrets are kept in the system&apos;s keyring, or in memory.</source>
        <translation>Nur die selbst ausgelösten Anfragen an Vonage und den eigenen Auth0-Tenant. Keine Telemetrie, keine Suche nach Updates, keine Absturzberichte. Secrets liegen im Schlüsselbund des Systems oder im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>What leaves this machine</source>
        <translation>Was diesen Rechner verlässt</translation>
    </message>
</context>
<context>
    <name>SetupPanel</name>
    <message>
        <source>Practice world</source>
        <translation>Übungswelt</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>legacy path</source>
        <translation>Legacy-Weg</translation>
    </message>
    <message>
        <source>unified path</source>
        <translation>Unified-Weg</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>It is kept as {name}, and new profiles go into a new file.</source>
        <translation>Sie ist als {name} aufbewahrt; neue Profile kommen in eine neue Datei.</translation>
    </message>
    <message>
        <source>Step {n} of {m}</source>
        <translation>Schritt {n} von {m}</translation>
    </message>
    <message>
        <source>The file of the profiles could not be understood</source>
        <translation>Die Datei der Profile war nicht zu verstehen</translation>
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
        <source>No profile yet</source>
        <translation>Noch kein Profil</translation>
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
        <source>Done before the program was last closed; not checked again since.</source>
        <translation>Erledigt, bevor das Programm zuletzt geschlossen wurde; seither nicht wieder geprüft.</translation>
    </message>
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
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Insert {variable} into: {label}</source>
        <translation>{variable} einfügen in: {label}</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Text of the message: {label}</source>
        <translation>Text der Nachricht: {label}</translation>
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
        <source>It is on the legacy path, and is set up as that path wants it.</source>
        <translation>Er ist auf dem Legacy-Weg und wird so eingerichtet, wie dieser Weg es braucht.</translation>
    </message>
    <message>
        <source>It is on the unified path.</source>
        <translation>Er ist auf dem Unified-Weg.</translation>
    </message>
    <message>
        <source>Keep it for this session only</source>
        <translation>Nur für diese Sitzung behalten</translation>
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
        <source>Some scopes are missing, and you chose to go on without them.</source>
        <translation>Einige Scopes fehlen; es geht wie gewünscht ohne sie weiter.</translation>
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
        <source>The old Hook “{name}” is still here, and sent the codes until Auth0 stopped all Hooks on 18 Nov 2026. This set-up replaces it; the page on the sender shows what its code did.</source>
        <translation>Der alte Hook „{name}“ ist noch da und hat die Codes gesendet, bis Auth0 am 18. Nov. 2026 alle Hooks abgeschaltet hat. Diese Einrichtung ersetzt ihn; die Seite zum Sender zeigt, was sein Code getan hat.</translation>
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
        <source>The token does not tell its scopes; a missing one shows later.</source>
        <translation>Das Token nennt seine Scopes nicht; ein fehlender zeigt sich später.</translation>
    </message>
    <message>
        <source>The token has every scope that is needed.</source>
        <translation>Das Token hat jeden nötigen Scope.</translation>
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
    <name>TextsForm</name>
    <message>
        <source>At each login</source>
        <translation>Bei jeder Anmeldung</translation>
    </message>
    <message>
        <source>Auth0&apos;s default</source>
        <translation>Vorgabe von Auth0</translation>
    </message>
    <message>
        <source>Plan the change</source>
        <translation>Änderung planen</translation>
    </message>
    <message>
        <source>Textfactor&apos;s suggestion</source>
        <translation>Vorschlag von Textfactor</translation>
    </message>
    <message>
        <source>When a phone is enrolled</source>
        <translation>Wenn ein Telefon registriert wird</translation>
    </message>
</context>
<context>
    <name>TimelineTab</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>Incidents are looked for once the file has been read.</source>
        <translation>Vorfälle werden gesucht, sobald die Datei gelesen ist.</translation>
    </message>
    <message>
        <source>Keys in the timeline: {keys}</source>
        <translation>Tasten in der Zeitachse: {keys}</translation>
    </message>
    <message>
        <source>Line: sent. Filled bars: failed. Dashed bars: refused for their pace. Shaded: what is listed above.</source>
        <translation>Linie: gesendet. Gefüllte Balken: fehlgeschlagen. Gestrichelte Balken: wegen des Tempos abgelehnt. Hinterlegt: was oben aufgeführt ist.</translation>
    </message>
    <message>
        <source>No incident: failures, if any, are spread over the whole time.</source>
        <translation>Kein Vorfall: Fehlschläge, wenn es welche gibt, verteilen sich über die ganze Zeit.</translation>
    </message>
    <message>
        <source>No row has a time, so there is no timeline.</source>
        <translation>Keine Zeile hat eine Zeit, darum gibt es keine Zeitachse.</translation>
    </message>
    <message>
        <source>Preparing the timeline …</source>
        <translation>Die Zeitachse wird vorbereitet …</translation>
    </message>
    <message>
        <source>Shown: {span}; a bar is {minutes} min</source>
        <translation>Gezeigt: {span}; ein Balken sind {minutes} min</translation>
    </message>
    <message>
        <source>The timeline is drawn once the file has been read.</source>
        <translation>Die Zeitachse wird gezeichnet, sobald die Datei gelesen ist.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Whole time</source>
        <translation>Ganze Zeit</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>{span}. Most failures from {at} on: {n} in {minutes} min.</source>
        <translation>{span}. Die meisten Fehlschläge ab {at}: {n} in {minutes} min.</translation>
    </message>
    <message>
        <source>{span}: nothing failed.</source>
        <translation>{span}: nichts schlug fehl.</translation>
    </message>
</context>
<context>
    <name>TroubleshootPanel</name>
    <message>
        <source>Back to the export</source>
        <translation>Zurück zum Export</translation>
    </message>
    <message>
        <source>Open a log export, an answer or a text</source>
        <translation>Logexport, Antwort oder Text öffnen</translation>
    </message>
    <message>
        <source>The last test message</source>
        <translation>Die letzte Testnachricht</translation>
    </message>
    <message>
        <source>Troubleshoot</source>
        <translation>Fehlersuche</translation>
    </message>
    <message>
        <source>Watch a login</source>
        <translation>Anmeldung beobachten</translation>
    </message>
</context>
<context>
    <name>TryItPage</name>
    <message>
        <source>A user of the practice tenant logs in. The code has to reach the practice phone and to be accepted.</source>
        <translation>Ein Benutzer des Übungs-Tenants meldet sich an. Der Code muss auf dem Übungstelefon ankommen und angenommen werden.</translation>
    </message>
    <message>
        <source>Back to the SMS factor page</source>
        <translation>Zurück zur Seite SMS-Faktor</translation>
    </message>
    <message>
        <source>Compare it with the newest message</source>
        <translation>Mit der neuesten Nachricht vergleichen</translation>
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
    <name>TypeList</name>
    <message>
        <source>Legacy</source>
        <translation>Legacy</translation>
    </message>
    <message>
        <source>Messages of this path</source>
        <translation>Nachrichten dieses Wegs</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Unified</source>
        <translation>Unified</translation>
    </message>
</context>
<context>
    <name>VerdictBox</name>
    <message>
        <source>As of {time}: {state}</source>
        <translation>Stand {time}: {state}</translation>
    </message>
    <message>
        <source>How the tenant stands is not known before somebody looks.</source>
        <translation>Wie der Tenant steht, ist erst bekannt, wenn jemand nachsieht.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Look at the tenant</source>
        <translation>Im Tenant nachsehen</translation>
    </message>
    <message>
        <source>Looked at {time}</source>
        <translation>Nachgesehen: {time}</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Es wird nachgesehen …</translation>
    </message>
    <message>
        <source>Not looked yet</source>
        <translation>Noch nicht nachgesehen</translation>
    </message>
    <message>
        <source>Plan the move</source>
        <translation>Umzug planen</translation>
    </message>
    <message>
        <source>Some 14 requests that read and change nothing.</source>
        <translation>Etwa 14 Anfragen, die nur lesen und nichts ändern.</translation>
    </message>
    <message>
        <source>The tenant is read; nothing is changed.</source>
        <translation>Der Tenant wird gelesen; nichts wird geändert.</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Nothing is set up yet</source>
        <translation>Noch ist nichts eingerichtet</translation>
    </message>
    <message>
        <source>Once the wizard has set a tenant up, its state is shown here, and what can be done with it.</source>
        <translation>Sobald der Assistent einen Tenant eingerichtet hat, steht hier sein Zustand und was damit zu tun ist.</translation>
    </message>
    <message>
        <source>Open the wizard</source>
        <translation>Assistenten öffnen</translation>
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
        <source>Keep it for this session only</source>
        <translation>Nur für diese Sitzung behalten</translation>
    </message>
    <message>
        <source>Key and secret stand in each other&apos;s field</source>
        <translation>Key und Secret stehen jeweils im Feld des anderen</translation>
    </message>
    <message>
        <source>Key, secret and sender are missing</source>
        <translation>Key, Secret und Absender fehlen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Nothing was checked. Take the practice account above.</source>
        <translation>Nichts wurde geprüft. Das Übungskonto oben übernehmen.</translation>
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
        <source>That file is plain text. The check keeps the secret safer; then remove it there.</source>
        <translation>Diese Datei ist Klartext. Die Prüfung legt das Secret sicherer ab; danach dort entfernen.</translation>
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
        <source>The secret is kept in memory, for this session only.</source>
        <translation>Das Secret liegt im Arbeitsspeicher, nur für diese Sitzung.</translation>
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
        <translation>Vonage-Zugangsdaten von diesem Rechner werden verwendet</translation>
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
    <name>WatchSection</name>
    <message>
        <source>Another input</source>
        <translation>Andere Eingabe</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Logins and the archive</source>
        <translation>Anmeldungen und das Archiv</translation>
    </message>
    <message>
        <source>Watch a login</source>
        <translation>Anmeldung beobachten</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>A code did not arrive? Troubleshoot</source>
        <translation>Ein Code kam nicht an? Zur Fehlersuche</translation>
    </message>
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
        <source>Nothing more was done. You can start it again.</source>
        <translation>Mehr ist nicht geschehen. Ein neuer Anlauf ist möglich.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
</context>
<context>
    <name>_RunRow</name>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>words.bulk</name>
    <message>
        <source>A setting was changed</source>
        <translation>Eine Einstellung wurde geändert</translation>
    </message>
    <message>
        <source>All the time {share} % of the messages fail: {failed} of {of}</source>
        <translation>Die ganze Zeit scheitern {share} % der Nachrichten: {failed} von {of}</translation>
    </message>
    <message>
        <source>An Action was bound to the sender&apos;s trigger</source>
        <translation>Eine Action wurde an den Trigger des Versenders gebunden</translation>
    </message>
    <message>
        <source>An Action was deleted</source>
        <translation>Eine Action wurde gelöscht</translation>
    </message>
    <message>
        <source>An Action was deployed</source>
        <translation>Eine Action wurde bereitgestellt</translation>
    </message>
    <message>
        <source>An Action, or its secrets, was changed</source>
        <translation>Eine Action oder ihre Secrets wurden geändert</translation>
    </message>
    <message>
        <source>Auth0&apos;s own sender was chosen</source>
        <translation>Der eigene Versender von Auth0 wurde gewählt</translation>
    </message>
    <message>
        <source>One cause for long: {failed} of {of} messages failed for it</source>
        <translation>Eine Ursache über lange Zeit: {failed} von {of} Nachrichten sind daran gescheitert</translation>
    </message>
    <message>
        <source>Only application {about}: {failed} of {of} messages failed</source>
        <translation>Nur Anwendung {about}: {failed} von {of} Nachrichten schlugen fehl</translation>
    </message>
    <message>
        <source>Only sender {about}: {failed} of {of} messages failed</source>
        <translation>Nur Absender {about}: {failed} von {of} Nachrichten schlugen fehl</translation>
    </message>
    <message>
        <source>Only {about}: {failed} of {of} messages to this country failed</source>
        <translation>Nur {about}: {failed} von {of} Nachrichten in dieses Land schlugen fehl</translation>
    </message>
    <message>
        <source>Outage: {failed} of {of} messages failed, for everybody</source>
        <translation>Ausfall: {failed} von {of} Nachrichten schlugen fehl, bei allen</translation>
    </message>
    <message>
        <source>SMS and voice were taken off the phone factor</source>
        <translation>SMS und Sprache wurden aus dem Telefonfaktor genommen</translation>
    </message>
    <message>
        <source>SMS pumping: {of} messages to {numbers} different numbers that begin with {about}</source>
        <translation>SMS-Pumping: {of} Nachrichten an {numbers} verschiedene Nummern, die mit {about} beginnen</translation>
    </message>
    <message>
        <source>SMS was taken off the phone factor</source>
        <translation>SMS wurde aus dem Telefonfaktor genommen</translation>
    </message>
    <message>
        <source>Silence: {of} second factors were started, and no message was sent</source>
        <translation>Stille: {of} zweite Faktoren wurden begonnen, und keine Nachricht wurde gesendet</translation>
    </message>
    <message>
        <source>The MFA policies were changed</source>
        <translation>Die MFA-Richtlinien wurden geändert</translation>
    </message>
    <message>
        <source>The MFA policies were taken away</source>
        <translation>Die MFA-Richtlinien wurden entfernt</translation>
    </message>
    <message>
        <source>The SMS factor was switched off</source>
        <translation>Der SMS-Faktor wurde ausgeschaltet</translation>
    </message>
    <message>
        <source>The SMS factor was switched on</source>
        <translation>Der SMS-Faktor wurde eingeschaltet</translation>
    </message>
    <message>
        <source>The phone factor&apos;s message types were changed</source>
        <translation>Die Nachrichtenarten des Telefonfaktors wurden geändert</translation>
    </message>
    <message>
        <source>The phone provider was changed</source>
        <translation>Der Phone-Provider wurde geändert</translation>
    </message>
    <message>
        <source>The phone provider was deleted</source>
        <translation>Der Phone-Provider wurde gelöscht</translation>
    </message>
    <message>
        <source>The phone provider was disabled</source>
        <translation>Der Phone-Provider wurde deaktiviert</translation>
    </message>
    <message>
        <source>The phone provider was enabled</source>
        <translation>Der Phone-Provider wurde aktiviert</translation>
    </message>
    <message>
        <source>The sender&apos;s Action was unbound from its trigger</source>
        <translation>Die Action des Versenders wurde von ihrem Trigger gelöst</translation>
    </message>
    <message>
        <source>The text of the messages was changed</source>
        <translation>Der Text der Nachrichten wurde geändert</translation>
    </message>
    <message>
        <source>The unified phone experience was switched off</source>
        <translation>Die Unified Phone Experience wurde ausgeschaltet</translation>
    </message>
    <message>
        <source>The unified phone experience was switched on</source>
        <translation>Die Unified Phone Experience wurde eingeschaltet</translation>
    </message>
    <message>
        <source>Too many at once: {failed} of {of} messages were refused</source>
        <translation>Zu viele auf einmal: {failed} von {of} Nachrichten wurden abgewiesen</translation>
    </message>
    <message>
        <source>Twilio was chosen as the phone provider</source>
        <translation>Twilio wurde als Phone-Provider gewählt</translation>
    </message>
    <message>
        <source>after it {failed} of {of} messages failed</source>
        <translation>danach schlugen {failed} von {of} Nachrichten fehl</translation>
    </message>
    <message>
        <source>by {about}</source>
        <translation>von {about}</translation>
    </message>
    <message>
        <source>no message was sent after it</source>
        <translation>danach wurde keine Nachricht gesendet</translation>
    </message>
</context>
<context>
    <name>words.changes</name>
    <message>
        <source>1 change to {domain}</source>
        <translation>1 Änderung an {domain}</translation>
    </message>
    <message>
        <source>A second factor is still asked for</source>
        <translation>Ein zweiter Faktor wird weiter verlangt</translation>
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
        <source>An old Hook is still here</source>
        <translation>Ein alter Hook ist noch da</translation>
    </message>
    <message>
        <source>Another Action stays on the trigger</source>
        <translation>Eine andere Action bleibt am Trigger</translation>
    </message>
    <message>
        <source>Auth0&apos;s default</source>
        <translation>Auth0-Vorgabe</translation>
    </message>
    <message>
        <source>Auth0&apos;s own provider, which sends 100 messages at most</source>
        <translation>der eigene Anbieter von Auth0, der höchstens 100 Nachrichten sendet</translation>
    </message>
    <message>
        <source>Both texts stay: they are not the ones that Textfactor wrote, or were there before.</source>
        <translation>Beide Texte bleiben: Es sind nicht die, die Textfactor geschrieben hat, oder sie waren vorher schon da.</translation>
    </message>
    <message>
        <source>Both would be asked for each message, so people may get two. It is somebody else&apos;s, so it stays unless you name it: textfactor setup --replace NAME. On the trigger today: {names}.</source>
        <translation>Beide würden bei jeder Nachricht aufgerufen, also kommen womöglich zwei an. Sie gehört jemand anderem und bleibt deshalb, außer sie wird genannt: textfactor setup --replace NAME. Heute am Trigger: {names}.</translation>
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
        <source>Delete our Action on the other path&apos;s trigger</source>
        <translation>Unsere Action am Trigger des anderen Wegs löschen</translation>
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
        <source>Go back to Auth0&apos;s default texts</source>
        <translation>Zu den Standardtexten von Auth0 zurückkehren</translation>
    </message>
    <message>
        <source>Go back to Auth0&apos;s default verification text</source>
        <translation>Zum Verifizierungstext von Auth0 zurückkehren</translation>
    </message>
    <message>
        <source>Leave open who sends the codes</source>
        <translation>Offen lassen, wer die Codes sendet</translation>
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
        <source>No policy asks for MFA, and no post-login Action that runs here does. Logins go on without a code until one of them asks.</source>
        <translation>Keine Richtlinie verlangt MFA, und keine Post-Login-Action, die hier läuft. Anmeldungen gehen ohne Code weiter, bis eine davon ihn verlangt.</translation>
    </message>
    <message>
        <source>Nobody will be asked for a code</source>
        <translation>Niemand wird nach einem Code gefragt</translation>
    </message>
    <message>
        <source>Nothing to do: everything is in place.</source>
        <translation>Nichts zu tun: Alles ist eingerichtet.</translation>
    </message>
    <message>
        <source>Nothing to do: nothing of ours is there.</source>
        <translation>Nichts zu tun: Von uns ist nichts da.</translation>
    </message>
    <message>
        <source>Nothing to do: the SMS factor is off.</source>
        <translation>Nichts zu tun: Der SMS-Faktor ist aus.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Remove the old Hook</source>
        <translation>Den alten Hook entfernen</translation>
    </message>
    <message>
        <source>Remove the phone provider</source>
        <translation>Den Phone-Provider entfernen</translation>
    </message>
    <message>
        <source>Secret {name}: removed</source>
        <translation>Secret {name}: entfernt</translation>
    </message>
    <message>
        <source>Secret {name}: set</source>
        <translation>Secret {name}: gesetzt</translation>
    </message>
    <message>
        <source>Secret {name}: unchanged</source>
        <translation>Secret {name}: unverändert</translation>
    </message>
    <message>
        <source>Secret {name}: unknown, since Auth0 never shows values</source>
        <translation>Secret {name}: unbekannt, denn Auth0 zeigt nie Werte</translation>
    </message>
    <message>
        <source>Select who sends the codes</source>
        <translation>Auswählen, wer die Codes sendet</translation>
    </message>
    <message>
        <source>Set both message texts</source>
        <translation>Beide Nachrichtentexte setzen</translation>
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
        <source>Set which Actions the other path&apos;s trigger runs</source>
        <translation>Festlegen, welche Actions der Trigger des anderen Wegs ausführt</translation>
    </message>
    <message>
        <source>Set which Actions the trigger runs</source>
        <translation>Festlegen, welche Actions der Trigger ausführt</translation>
    </message>
    <message>
        <source>Some of it stays</source>
        <translation>Einiges bleibt</translation>
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
        <source>Switch the old Hook</source>
        <translation>Den alten Hook umschalten</translation>
    </message>
    <message>
        <source>Switch the old Hook “{name}” off</source>
        <translation>Den alten Hook „{name}“ ausschalten</translation>
    </message>
    <message>
        <source>Switch the old Hook “{name}” on</source>
        <translation>Den alten Hook „{name}“ einschalten</translation>
    </message>
    <message>
        <source>Take the Action off the trigger</source>
        <translation>Die Action vom Trigger nehmen</translation>
    </message>
    <message>
        <source>Take the Actions off the other path&apos;s trigger</source>
        <translation>Die Actions vom Trigger des anderen Wegs nehmen</translation>
    </message>
    <message>
        <source>Take the deployed version back with its Action</source>
        <translation>Die bereitgestellte Version mit ihrer Action zurücknehmen</translation>
    </message>
    <message>
        <source>The Action “{name}” keeps our code and secrets: it was somebody&apos;s before, so it is not deleted, and the journal on this computer knows no earlier version that could be deployed again without loss. Auth0 Dashboard, the Action, Version History has them all.</source>
        <translation>Die Action „{name}“ behält unseren Code und unsere Secrets: Sie gehörte vorher jemandem, deshalb wird sie nicht gelöscht, und das Journal auf diesem Rechner kennt keine frühere Version, die sich ohne Verlust wieder bereitstellen ließe. Im Auth0-Dashboard stehen sie alle: bei der Action unter „Version History“.</translation>
    </message>
    <message>
        <source>The SMS factor stays on: somebody else&apos;s sender goes on sending codes.</source>
        <translation>Der SMS-Faktor bleibt an: Der Versender von jemand anderem verschickt weiter Codes.</translation>
    </message>
    <message>
        <source>The change was made.</source>
        <translation>Die Änderung wurde gemacht.</translation>
    </message>
    <message>
        <source>The change was taken back.</source>
        <translation>Die Änderung wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>The enrolment text stays: it is not as Textfactor wrote it.</source>
        <translation>Der Registrierungstext bleibt: Er ist nicht so, wie Textfactor ihn geschrieben hat.</translation>
    </message>
    <message>
        <source>The tenant&apos;s MFA policy stays as it is. Users who have no other factor cannot log in until the policy is changed as well: run the wizard again, and on its page “The SMS factor” choose “Never by policy”; or Auth0 Dashboard, Security, Multi-factor Auth.</source>
        <translation>Die MFA-Richtlinie des Tenants bleibt, wie sie ist. Wer keinen anderen Faktor hat, kann sich erst anmelden, wenn auch die Richtlinie geändert ist: den Assistenten noch einmal durchgehen und auf der Seite „Der SMS-Faktor“ die Wahl „Nie durch die Richtlinie“ treffen; oder Auth0 Dashboard, Security, Multi-factor Auth.</translation>
    </message>
    <message>
        <source>The verification text stays: it is not as Textfactor wrote it.</source>
        <translation>Der Verifizierungstext bleibt: Er ist nicht so, wie Textfactor ihn geschrieben hat.</translation>
    </message>
    <message>
        <source>Undo brings back what is deployed now, but not this draft: its code is written down nowhere, since code may hold secrets.</source>
        <translation>Zurücknehmen bringt zurück, was jetzt läuft, aber nicht diesen Entwurf: Sein Code wird nirgends festgehalten, denn in Code können Secrets stehen.</translation>
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
        <source>Undo does not bring this Action back.</source>
        <translation>Zurücknehmen bringt diese Action nicht zurück.</translation>
    </message>
    <message>
        <source>Undo does not bring this Action back: its code is not the one that is written today.</source>
        <translation>Zurücknehmen bringt diese Action nicht zurück: Ihr Code ist nicht der, der heute geschrieben wird.</translation>
    </message>
    <message>
        <source>Undo leaves this as it is.</source>
        <translation>Zurücknehmen lässt das, wie es ist.</translation>
    </message>
    <message>
        <source>Undo leaves this as it is: voice calls need the provider that was there before.</source>
        <translation>Zurücknehmen lässt das, wie es ist: Anrufe brauchen den Anbieter, der vorher da war.</translation>
    </message>
    <message>
        <source>Undo leaves this deployed: nothing takes a first deployment back.</source>
        <translation>Zurücknehmen lässt das bereitgestellt: Eine erste Bereitstellung nimmt nichts zurück.</translation>
    </message>
    <message>
        <source>Undo removes our provider, but cannot bring the old one back: Auth0 never shows its credentials.</source>
        <translation>Zurücknehmen entfernt unseren Anbieter, kann den alten aber nicht zurückbringen: Auth0 zeigt dessen Zugangsdaten nie.</translation>
    </message>
    <message>
        <source>Undo restores what was there.</source>
        <translation>Zurücknehmen stellt her, was da war.</translation>
    </message>
    <message>
        <source>Undo writes Auth0&apos;s default texts: texts that were set once cannot be unset.</source>
        <translation>Zurücknehmen schreibt die Standardtexte von Auth0: Texte, die einmal gesetzt waren, lassen sich nicht wieder leeren.</translation>
    </message>
    <message>
        <source>Update the Action “{name}”</source>
        <translation>Die Action „{name}“ ändern</translation>
    </message>
    <message>
        <source>Write our Action on the other path&apos;s trigger</source>
        <translation>Unsere Action am Trigger des anderen Wegs schreiben</translation>
    </message>
    <message>
        <source>Write the Action</source>
        <translation>Die Action schreiben</translation>
    </message>
    <message>
        <source>Write the secrets of the Action “{name}”</source>
        <translation>Die Secrets der Action „{name}“ schreiben</translation>
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
        <source>no Action on that trigger</source>
        <translation>keine Action an jenem Trigger</translation>
    </message>
    <message>
        <source>no Action on this trigger</source>
        <translation>keine Action an diesem Trigger</translation>
    </message>
    <message>
        <source>no Hook</source>
        <translation>kein Hook</translation>
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
        <source>the Action on the trigger</source>
        <translation>die Action am Trigger</translation>
    </message>
    <message>
        <source>the new code, as a new version</source>
        <translation>der neue Code, als neue Version</translation>
    </message>
    <message>
        <source>the provider {name}</source>
        <translation>der Anbieter {name}</translation>
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
        <source>{done} of {total} changes were taken back; somebody has changed the rest since, so it stays.</source>
        <translation>{done} von {total} Änderungen wurden zurückgenommen; den Rest hat seitdem jemand geändert, deshalb bleibt er.</translation>
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
        <source>{name}, off</source>
        <translation>{name}, aus</translation>
    </message>
    <message>
        <source>{name}, on</source>
        <translation>{name}, an</translation>
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
        <source>“{enrolment}” and “{verification}”</source>
        <translation>„{enrolment}“ und „{verification}“</translation>
    </message>
    <message>
        <source>“{name}” sent this tenant&apos;s codes until Auth0 stopped all Hooks on 18 Nov 2026; it does not run any more. This plan sets up what replaces it, and leaves the Hook as it is. To switch it off too, plan a move: Setup, “Move from what sent before”, or textfactor setup --purpose move.</source>
        <translation>„{name}“ hat die Codes dieses Tenants gesendet, bis Auth0 am 18. Nov. 2026 alle Hooks abgeschaltet hat; er läuft nicht mehr. Dieser Plan richtet den Ersatz ein und lässt den Hook, wie er ist. Soll auch er abgeschaltet werden, plane einen Umzug: Einrichtung, „Umzug von dem, was vorher sendete“, oder textfactor setup --purpose move.</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>„{text}“</translation>
    </message>
    <message>
        <source>“{text}”, disabled</source>
        <translation>„{text}“, deaktiviert</translation>
    </message>
</context>
<context>
    <name>words.countries</name>
    <message>
        <source>Australia</source>
        <translation>Australien</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Österreich</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>Brasilien</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Kanada</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Frankreich</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Deutschland</translation>
    </message>
    <message>
        <source>India</source>
        <translation>Indien</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Italien</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Japan</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>Mexiko</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Niederlande</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Polen</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapur</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Spanien</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Schweden</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Schweiz</translation>
    </message>
    <message>
        <source>Turkey</source>
        <translation>Türkei</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Vereinigtes Königreich</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Vereinigte Staaten</translation>
    </message>
</context>
<context>
    <name>words.diagnosis</name>
    <message>
        <source>certain</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>no codes arrive</source>
        <translation>es kommen keine Codes an</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>möglich</translation>
    </message>
    <message>
        <source>some codes do not arrive</source>
        <translation>manche Codes kommen nicht an</translation>
    </message>
    <message>
        <source>worth knowing</source>
        <translation>gut zu wissen</translation>
    </message>
</context>
<context>
    <name>words.diagnosis_headline</name>
    <message>
        <source>No diagnosis</source>
        <translation>Keine Diagnose</translation>
    </message>
    <message>
        <source>Not about text messages</source>
        <translation>Es geht nicht um Textnachrichten</translation>
    </message>
    <message>
        <source>Not enough to tell the cause</source>
        <translation>Zu wenig, um die Ursache zu nennen</translation>
    </message>
    <message>
        <source>Not enough to tell: one thing it may be</source>
        <translation>Zu wenig, um sicher zu sein: eine mögliche Ursache</translation>
    </message>
    <message>
        <source>Not enough to tell: {n} things it may be</source>
        <translation>Zu wenig, um sicher zu sein: {n} mögliche Ursachen</translation>
    </message>
    <message>
        <source>Nothing is broken, but worth knowing</source>
        <translation>Nichts ist kaputt, aber gut zu wissen</translation>
    </message>
    <message>
        <source>Nothing is wrong here</source>
        <translation>Hier ist alles in Ordnung</translation>
    </message>
    <message>
        <source>Nothing to read</source>
        <translation>Nichts zu lesen</translation>
    </message>
    <message>
        <source>One diagnosis</source>
        <translation>Eine Diagnose</translation>
    </message>
    <message>
        <source>{n} diagnoses, most likely first</source>
        <translation>{n} Diagnosen, die wahrscheinlichste zuerst</translation>
    </message>
</context>
<context>
    <name>words.diagnosis_kinds</name>
    <message>
        <source>Check the account</source>
        <translation>Das Konto prüfen</translation>
    </message>
    <message>
        <source>Check the tenant</source>
        <translation>Den Tenant prüfen</translation>
    </message>
    <message>
        <source>Choose a policy in Setup</source>
        <translation>In der Einrichtung eine Richtlinie wählen</translation>
    </message>
    <message>
        <source>Choose who sends, in Setup</source>
        <translation>In der Einrichtung wählen, wer sendet</translation>
    </message>
    <message>
        <source>Edit the messages</source>
        <translation>Die Nachrichten bearbeiten</translation>
    </message>
    <message>
        <source>Look at it in Setup</source>
        <translation>In der Einrichtung ansehen</translation>
    </message>
    <message>
        <source>Open Practice</source>
        <translation>Übung öffnen</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Open Setup</source>
        <translation>Einrichtung öffnen</translation>
    </message>
    <message>
        <source>Open Troubleshoot</source>
        <translation>Fehlersuche öffnen</translation>
    </message>
    <message>
        <source>Plan it in Setup</source>
        <translation>In der Einrichtung planen</translation>
    </message>
    <message>
        <source>Plan the move in Setup</source>
        <translation>Den Umzug in der Einrichtung planen</translation>
    </message>
    <message>
        <source>Replace key or secret</source>
        <translation>Key oder Secret ersetzen</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>Testnachricht senden</translation>
    </message>
    <message>
        <source>Turn the factor on</source>
        <translation>Den Faktor einschalten</translation>
    </message>
    <message>
        <source>a delivery receipt</source>
        <translation>eine Zustellquittung</translation>
    </message>
    <message>
        <source>a report of Vonage</source>
        <translation>ein Bericht von Vonage</translation>
    </message>
    <message>
        <source>a row of Auth0&apos;s log</source>
        <translation>eine Zeile aus dem Log von Auth0</translation>
    </message>
    <message>
        <source>a stack trace</source>
        <translation>ein Stacktrace</translation>
    </message>
    <message>
        <source>an answer of Vonage</source>
        <translation>eine Antwort von Vonage</translation>
    </message>
    <message>
        <source>an error of an API</source>
        <translation>ein Fehler einer API</translation>
    </message>
    <message>
        <source>an export of a log</source>
        <translation>ein Export eines Logs</translation>
    </message>
    <message>
        <source>code of an Action or a Hook</source>
        <translation>Code einer Action oder eines Hooks</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>plain words</source>
        <translation>einfache Worte</translation>
    </message>
    <message>
        <source>rows of Auth0&apos;s log</source>
        <translation>Zeilen aus dem Log von Auth0</translation>
    </message>
    <message>
        <source>settings of a tenant</source>
        <translation>Einstellungen eines Tenants</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>etwas anderes</translation>
    </message>
    <message>
        <source>the record of an Action&apos;s run</source>
        <translation>das Protokoll eines Action-Laufs</translation>
    </message>
</context>
<context>
    <name>words.diagnosis_notes</name>
    <message>
        <source>A word processor bent the quotes; they were read as straight ones.</source>
        <translation>Eine Textverarbeitung hat die Anführungszeichen verändert; sie wurden als gerade gelesen.</translation>
    </message>
    <message>
        <source>Get the log row of the failed login: Auth0 Dashboard, Monitoring, Logs, the row, its Raw tab.</source>
        <translation>Als Nächstes die Logzeile der gescheiterten Anmeldung holen: Auth0 Dashboard, Monitoring, Logs, die Zeile, ihr Reiter Raw.</translation>
    </message>
    <message>
        <source>Get the record of the Action&apos;s run: its id stands in details.actions.executions of the row, GET /api/v2/actions/executions/ID reads it.</source>
        <translation>Als Nächstes den Bericht über den Lauf der Action holen: Seine ID steht in details.actions.executions der Zeile, GET /api/v2/actions/executions/ID liest ihn.</translation>
    </message>
    <message>
        <source>Get the whole answer: its status and its body say more than this does.</source>
        <translation>Als Nächstes die ganze Antwort holen: Status und Inhalt sagen mehr als das hier.</translation>
    </message>
    <message>
        <source>Handed over is not delivered. If no message came, get its delivery receipt, or its line in Vonage&apos;s SMS logs.</source>
        <translation>Übergeben ist nicht zugestellt. Kam keine Nachricht, dann als Nächstes die Zustellquittung holen oder die Zeile in Vonages SMS-Logs.</translation>
    </message>
    <message>
        <source>No row at hand? Guide me, in Troubleshoot, leads by some questions from what people see to the causes.</source>
        <translation>Keine Zeile zur Hand? „Mit Fragen führen lassen“ unter Fehlersuche geht in einigen Schritten von dem, was Leute sehen, zu den Ursachen.</translation>
    </message>
    <message>
        <source>Nothing is wrong here, as far as this shows.</source>
        <translation>Hier ist alles in Ordnung, soweit es sich daraus sehen lässt.</translation>
    </message>
    <message>
        <source>Only the beginning was read: there is more than fits here.</source>
        <translation>Nur der Anfang wurde gelesen: Es ist mehr, als hier hineinpasst.</translation>
    </message>
    <message>
        <source>Packed files are opened up to 32 GB of text, or 200 times their size; beyond that they are refused.</source>
        <translation>Gepackte Dateien werden bis zu 32 GB Text oder dem 200-Fachen ihrer Größe geöffnet; darüber hinaus werden sie abgelehnt.</translation>
    </message>
    <message>
        <source>Row {row} does not say why the code was refused. Get the rows of the same user from the minutes before.</source>
        <translation>Zeile {row} sagt nicht, warum der Code abgelehnt wurde. Hole die Zeilen derselben Person aus den Minuten davor.</translation>
    </message>
    <message>
        <source>Second factors were started, but the export has no row of a message that was sent or refused: nothing was handed to a provider, or another factor was used.</source>
        <translation>Zweite Faktoren wurden begonnen, aber der Export hat keine Zeile über eine gesendete oder abgewiesene Nachricht: Es wurde nichts an einen Anbieter übergeben, oder ein anderer Faktor wurde benutzt.</translation>
    </message>
    <message>
        <source>Some bytes are no UTF-8 text; they are shown as replacement characters.</source>
        <translation>Einige Bytes sind kein UTF-8-Text; sie werden als Ersatzzeichen gezeigt.</translation>
    </message>
    <message>
        <source>Some rows have errors whose cause is not known here; they are counted by their text.</source>
        <translation>Einige Zeilen haben Fehler, deren Ursache hier nicht bekannt ist; sie sind nach ihrem Text gezählt.</translation>
    </message>
    <message>
        <source>Some rows look as if they were about messages but could not be read.</source>
        <translation>Einige Zeilen sehen aus, als ginge es um Nachrichten, konnten aber nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The packed file cannot be opened: it is damaged, locked or of an unknown kind.</source>
        <translation>Die gepackte Datei lässt sich nicht öffnen: Sie ist beschädigt, gesperrt oder von unbekannter Art.</translation>
    </message>
    <message>
        <source>The packed file grows beyond measure when it is opened, so it was not opened.</source>
        <translation>Die gepackte Datei wird beim Öffnen maßlos groß und wurde deshalb nicht geöffnet.</translation>
    </message>
    <message>
        <source>The packed file holds a zip file. Unpack it once, then give what was inside.</source>
        <translation>Die gepackte Datei enthält eine Zip-Datei. Einmal auspacken und angeben, was darin war.</translation>
    </message>
    <message>
        <source>The packed file holds no text that could be read.</source>
        <translation>Die gepackte Datei enthält keinen lesbaren Text.</translation>
    </message>
    <message>
        <source>The row of a refused code (gd_auth_failed) does not say alone why. Get the rows of the same user from the minutes before.</source>
        <translation>Die Zeile eines abgelehnten Codes (gd_auth_failed) sagt allein nicht, warum. Hole die Zeilen derselben Person aus den Minuten davor.</translation>
    </message>
    <message>
        <source>The same row stands there more than once; it was counted once.</source>
        <translation>Dieselbe Zeile steht mehrmals da; sie wurde einmal gezählt.</translation>
    </message>
    <message>
        <source>The text had backslashes before its quotes; they were taken out.</source>
        <translation>Vor den Anführungszeichen standen Backslashes; sie wurden entfernt.</translation>
    </message>
    <message>
        <source>The text had the marks of a web page in it; they were taken out.</source>
        <translation>Im Text standen Auszeichnungen einer Webseite; sie wurden entfernt.</translation>
    </message>
    <message>
        <source>The text is cut off; what is missing could not be considered.</source>
        <translation>Der Text ist abgeschnitten; was fehlt, konnte nicht berücksichtigt werden.</translation>
    </message>
    <message>
        <source>The text is no UTF-8; it was read as Windows-1252, as spreadsheets write it.</source>
        <translation>Der Text ist kein UTF-8; er wurde als Windows-1252 gelesen, wie Tabellenprogramme ihn schreiben.</translation>
    </message>
    <message>
        <source>The text was encoded for its way (base64, or percent signs); it was decoded.</source>
        <translation>Der Text war für den Weg kodiert (Base64 oder Prozentzeichen); er wurde dekodiert.</translation>
    </message>
    <message>
        <source>There is nothing to read in this. Paste a log row, an answer or an error.</source>
        <translation>Hier gibt es nichts zu lesen. Eine Logzeile, eine Antwort oder einen Fehler einfügen.</translation>
    </message>
    <message>
        <source>This is not about text messages.</source>
        <translation>Hier geht es nicht um SMS.</translation>
    </message>
    <message>
        <source>This is not enough to tell the cause.</source>
        <translation>Das reicht nicht, um die Ursache zu nennen.</translation>
    </message>
    <message>
        <source>This was not recognised as a log export; rows of log types were searched for anywhere.</source>
        <translation>Dies wurde nicht als Log-Export erkannt; Zeilen mit Log-Typen wurden überall darin gesucht.</translation>
    </message>
</context>
<context>
    <name>words.doctor</name>
    <message>
        <source>A text is disabled ({template}); an empty message is sent, which Vonage refuses.</source>
        <translation>Ein Text ist abgeschaltet ({template}); verschickt wird eine leere Nachricht, die Vonage ablehnt.</translation>
    </message>
    <message>
        <source>A token was granted.</source>
        <translation>Ein Token wurde ausgestellt.</translation>
    </message>
    <message>
        <source>Adaptive MFA asks when a login looks risky.</source>
        <translation>Adaptive MFA fragt, wenn eine Anmeldung riskant aussieht.</translation>
    </message>
    <message>
        <source>All that the code needs are set ({count}). Their values cannot be read.</source>
        <translation>Alle, die der Code braucht, sind gesetzt ({count}). Ihre Werte sind nicht lesbar.</translation>
    </message>
    <message>
        <source>An Action after the login may ask ({count}); on what condition is in its code.</source>
        <translation>Eine Action nach der Anmeldung fragt unter Umständen ({count}); wann, steht in ihrem Code.</translation>
    </message>
    <message>
        <source>An Action for the codes</source>
        <translation>Eine Action für die Codes</translation>
    </message>
    <message>
        <source>An Action stands on the other path&apos;s trigger ({count}), where it sends nothing.</source>
        <translation>Am Trigger des anderen Wegs steht eine Action ({count}), die dort nichts verschickt.</translation>
    </message>
    <message>
        <source>An old Hook is still on ({count}). Hooks have not run since 18 Nov 2026.</source>
        <translation>Ein alter Hook ist noch eingeschaltet ({count}). Hooks laufen seit dem 18. November 2026 nicht mehr.</translation>
    </message>
    <message>
        <source>As the last run left it</source>
        <translation>Wie der letzte Lauf es hinterließ</translation>
    </message>
    <message>
        <source>Auth0 can be reached</source>
        <translation>Auth0 ist erreichbar</translation>
    </message>
    <message>
        <source>Auth0 could not build it; an earlier version runs, or none.</source>
        <translation>Auth0 konnte sie nicht bauen; es läuft eine frühere Version oder keine.</translation>
    </message>
    <message>
        <source>Auth0 has built it.</source>
        <translation>Auth0 hat sie gebaut.</translation>
    </message>
    <message>
        <source>Auth0 is not done with it ({state}). That takes seconds, at most two minutes.</source>
        <translation>Auth0 ist noch nicht fertig ({state}). Das dauert Sekunden, höchstens zwei Minuten.</translation>
    </message>
    <message>
        <source>Auth0 takes the credentials</source>
        <translation>Auth0 nimmt die Zugangsdaten an</translation>
    </message>
    <message>
        <source>By voice only; SMS is not chosen.</source>
        <translation>Nur per Anruf; SMS ist nicht gewählt.</translation>
    </message>
    <message>
        <source>By: {types}.</source>
        <translation>Per: {types}.</translation>
    </message>
    <message>
        <source>Changed since, outside of this program: {parts}.</source>
        <translation>Seither außerhalb dieses Programms geändert: {parts}.</translation>
    </message>
    <message>
        <source>Choose a policy in Setup, or let an Action after the login ask for MFA.</source>
        <translation>In der Einrichtung eine Richtlinie wählen oder eine Action nach der Anmeldung nach MFA fragen lassen.</translation>
    </message>
    <message>
        <source>Choose one of the account&apos;s numbers, or a name.</source>
        <translation>Eine Nummer des Kontos oder einen Namen wählen.</translation>
    </message>
    <message>
        <source>Compare it with the Vonage dashboard, API settings.</source>
        <translation>Mit dem Vonage-Dashboard vergleichen, API settings.</translation>
    </message>
    <message>
        <source>Deploy it; the plan in Setup does.</source>
        <translation>Bereitstellen; der Plan in der Einrichtung tut es.</translation>
    </message>
    <message>
        <source>Grant them: Auth0 Dashboard, Applications, APIs, Auth0 Management API, Machine to Machine, the application.</source>
        <translation>Erteilen: Auth0-Dashboard, Applications, APIs, Auth0 Management API, Machine to Machine, die Anwendung.</translation>
    </message>
    <message>
        <source>How codes are delivered</source>
        <translation>Wie Codes zugestellt werden</translation>
    </message>
    <message>
        <source>Install Node 22 to try the sender here.</source>
        <translation>Node 22 installieren, um den Versand-Code hier auszuprobieren.</translation>
    </message>
    <message>
        <source>It agrees with Auth0&apos;s.</source>
        <translation>Sie stimmt mit der von Auth0 überein.</translation>
    </message>
    <message>
        <source>It answers.</source>
        <translation>Es antwortet.</translation>
    </message>
    <message>
        <source>It delivers voice calls only, no SMS.</source>
        <translation>Er stellt nur Anrufe zu, keine SMS.</translation>
    </message>
    <message>
        <source>It does not look at the answer. Vonage refuses with HTTP 200, so that looks like a success.</source>
        <translation>Sie sieht die Antwort nicht an. Vonage lehnt mit HTTP 200 ab, das sieht dann wie ein Erfolg aus.</translation>
    </message>
    <message>
        <source>It does not wait for the answer, and may end before the message is out.</source>
        <translation>Sie wartet nicht auf die Antwort und endet womöglich, bevor die Nachricht weg ist.</translation>
    </message>
    <message>
        <source>It is disabled, so no message goes out.</source>
        <translation>Er ist abgeschaltet, also geht keine Nachricht hinaus.</translation>
    </message>
    <message>
        <source>It is off: nobody is asked for a code by SMS.</source>
        <translation>Er ist aus: Niemand wird nach einem Code per SMS gefragt.</translation>
    </message>
    <message>
        <source>It is off: whoever asks for codes again and again costs you a message each time.</source>
        <translation>Er ist aus: Wer immer wieder Codes anfordert, kostet jedes Mal eine Nachricht.</translation>
    </message>
    <message>
        <source>It is on ({kind}): who asks for codes again and again has to wait.</source>
        <translation>Er ist eingeschaltet ({kind}): Wer immer wieder Codes anfordert, muss warten.</translation>
    </message>
    <message>
        <source>It is on.</source>
        <translation>Er ist an.</translation>
    </message>
    <message>
        <source>It is {provider}: the Action is never asked to send.</source>
        <translation>Es ist {provider}: Die Action wird nie um den Versand gebeten.</translation>
    </message>
    <message>
        <source>It is {seconds} seconds ahead; tokens may count as expired.</source>
        <translation>Sie geht {seconds} Sekunden vor; Tokens gelten womöglich als abgelaufen.</translation>
    </message>
    <message>
        <source>It is {seconds} seconds behind; tokens may count as not valid yet.</source>
        <translation>Sie geht {seconds} Sekunden nach; Tokens gelten womöglich als noch nicht gültig.</translation>
    </message>
    <message>
        <source>It was saved, but never deployed: it does not run.</source>
        <translation>Sie wurde gespeichert, aber nie bereitgestellt: Sie läuft nicht.</translation>
    </message>
    <message>
        <source>It works, with something to know</source>
        <translation>Es funktioniert, mit Hinweisen</translation>
    </message>
    <message>
        <source>Its code could not be told to be a sender.</source>
        <translation>Dass ihr Code etwas verschickt, war nicht zu erkennen.</translation>
    </message>
    <message>
        <source>Its code is that of a Hook, which no Action runs.</source>
        <translation>Ihr Code ist der eines Hooks, den keine Action ausführt.</translation>
    </message>
    <message>
        <source>Its code looks at what Vonage answers.</source>
        <translation>Ihr Code sieht an, was Vonage antwortet.</translation>
    </message>
    <message>
        <source>Key and secret belong to an account.</source>
        <translation>Key und Secret gehören zu einem Konto.</translation>
    </message>
    <message>
        <source>Left over from earlier</source>
        <translation>Von früher übrig</translation>
    </message>
    <message>
        <source>Legacy: Guardian hands messages to the Action.</source>
        <translation>Alter Weg: Guardian reicht Nachrichten an die Action weiter.</translation>
    </message>
    <message>
        <source>Let Setup choose SMS; the plan shows it first.</source>
        <translation>Die Einrichtung SMS wählen lassen; der Plan zeigt es vorher.</translation>
    </message>
    <message>
        <source>Let Setup make the plan; it binds ours and keeps others.</source>
        <translation>Die Einrichtung den Plan machen lassen; er bindet unsere Action und lässt andere stehen.</translation>
    </message>
    <message>
        <source>Let Setup put its sender in; the plan shows the difference.</source>
        <translation>Die Einrichtung ihren Versand-Code einsetzen lassen; der Plan zeigt den Unterschied.</translation>
    </message>
    <message>
        <source>Let Setup select the custom provider; the plan shows it first.</source>
        <translation>Die Einrichtung den eigenen Provider wählen lassen; der Plan zeigt es vorher.</translation>
    </message>
    <message>
        <source>Let Setup write the Action with the current runtime.</source>
        <translation>Die Einrichtung die Action mit der aktuellen Laufzeit schreiben lassen.</translation>
    </message>
    <message>
        <source>Let the system set the clock from the network.</source>
        <translation>Das System die Uhr aus dem Netz stellen lassen.</translation>
    </message>
    <message>
        <source>Limits in the log</source>
        <translation>Grenzen im Protokoll</translation>
    </message>
    <message>
        <source>Limits were hit {count} times ({types}): some people were sent no code.</source>
        <translation>Grenzen wurden {count}-mal erreicht ({types}): Manche bekamen keinen Code.</translation>
    </message>
    <message>
        <source>Look again in a minute; if it stays so, let Setup write the Action anew.</source>
        <translation>In einer Minute wieder nachsehen; bleibt es so, die Einrichtung die Action neu schreiben lassen.</translation>
    </message>
    <message>
        <source>Look at the difference in Setup; one press makes the plan.</source>
        <translation>Den Unterschied in der Einrichtung ansehen; ein Klick macht den Plan.</translation>
    </message>
    <message>
        <source>Mend the text under Messages.</source>
        <translation>Den Text unter Nachrichten verbessern.</translation>
    </message>
    <message>
        <source>Messages are handed to the Action.</source>
        <translation>Nachrichten werden an die Action weitergereicht.</translation>
    </message>
    <message>
        <source>Missing: {scopes}. Codes go out all the same, but changes from here will be refused.</source>
        <translation>Es fehlt: {scopes}. Codes gehen trotzdem hinaus, aber Änderungen von hier werden abgelehnt.</translation>
    </message>
    <message>
        <source>Missing: {scopes}. Parts of the tenant cannot be read without them.</source>
        <translation>Es fehlt: {scopes}. Ohne das sind Teile des Tenants nicht lesbar.</translation>
    </message>
    <message>
        <source>Move to the tenant&apos;s path in Setup; the old one goes.</source>
        <translation>In der Einrichtung auf den Weg des Tenants umziehen; der alte verschwindet.</translation>
    </message>
    <message>
        <source>Neither SMS nor voice is chosen.</source>
        <translation>Weder SMS noch Anruf ist gewählt.</translation>
    </message>
    <message>
        <source>No Action stands on the trigger of the tenant&apos;s path, so nothing hands codes to Vonage.</source>
        <translation>Am Trigger dieses Tenants steht keine Action, also reicht nichts die Codes an Vonage weiter.</translation>
    </message>
    <message>
        <source>No answer told the time.</source>
        <translation>Keine Antwort nannte die Zeit.</translation>
    </message>
    <message>
        <source>No limit was hit lately.</source>
        <translation>Zuletzt wurde keine Grenze erreicht.</translation>
    </message>
    <message>
        <source>No policy and no Action asks, so no login sends a code.</source>
        <translation>Weder eine Richtlinie noch eine Action fragt, also verschickt keine Anmeldung einen Code.</translation>
    </message>
    <message>
        <source>No request to anybody was found in its code.</source>
        <translation>In ihrem Code fand sich keine Anfrage an irgendwen.</translation>
    </message>
    <message>
        <source>Not set: {names}. The code runs without them, and Vonage refuses it.</source>
        <translation>Nicht gesetzt: {names}. Der Code läuft ohne sie, und Vonage lehnt ihn ab.</translation>
    </message>
    <message>
        <source>Not to be had here: Auth0 offers it to some tenants only. Codes go out without it.</source>
        <translation>Hier nicht zu haben: Auth0 bietet ihn nur manchen Tenants an. Codes gehen auch ohne ihn hinaus.</translation>
    </message>
    <message>
        <source>Not tried: it needs a network, and offline was asked for.</source>
        <translation>Nicht versucht: Es braucht ein Netz, und gewünscht war offline.</translation>
    </message>
    <message>
        <source>Not tried: no Auth0 tenant is known.</source>
        <translation>Nicht versucht: Kein Auth0-Tenant ist bekannt.</translation>
    </message>
    <message>
        <source>Not tried: no Vonage account is known.</source>
        <translation>Nicht versucht: Kein Vonage-Konto ist bekannt.</translation>
    </message>
    <message>
        <source>Not tried: no profile is open.</source>
        <translation>Nicht versucht: Kein Profil ist geöffnet.</translation>
    </message>
    <message>
        <source>Not tried: no sender was chosen yet.</source>
        <translation>Nicht versucht: Noch ist kein Absender gewählt.</translation>
    </message>
    <message>
        <source>Not tried: nobody answered.</source>
        <translation>Nicht versucht: Niemand antwortete.</translation>
    </message>
    <message>
        <source>Not tried: nothing was set up from this computer.</source>
        <translation>Nicht versucht: Von diesem Rechner wurde nichts eingerichtet.</translation>
    </message>
    <message>
        <source>Not tried: the credentials were refused.</source>
        <translation>Nicht versucht: Die Zugangsdaten wurden abgelehnt.</translation>
    </message>
    <message>
        <source>Not tried: the limit of requests is used up.</source>
        <translation>Nicht versucht: Die Grenze für Anfragen ist aufgebraucht.</translation>
    </message>
    <message>
        <source>Not tried: the practice world keeps nothing in the keyring.</source>
        <translation>Nicht versucht: Die Übungswelt legt nichts im Schlüsselbund ab.</translation>
    </message>
    <message>
        <source>Not tried: the secret is not at hand.</source>
        <translation>Nicht versucht: Das Secret ist nicht zur Hand.</translation>
    </message>
    <message>
        <source>Not tried: the tenant could not be read to its end.</source>
        <translation>Nicht versucht: Der Tenant ließ sich nicht zu Ende lesen.</translation>
    </message>
    <message>
        <source>Not tried: the tenant&apos;s plan does not have it.</source>
        <translation>Nicht versucht: Der Auth0-Plan des Tenants enthält es nicht.</translation>
    </message>
    <message>
        <source>Not tried: the token lacks the right to read it.</source>
        <translation>Nicht versucht: Dem Token fehlt das Recht, es zu lesen.</translation>
    </message>
    <message>
        <source>Not tried: there is no Action to look at.</source>
        <translation>Nicht versucht: Es gibt keine Action zum Ansehen.</translation>
    </message>
    <message>
        <source>Nothing could be tried</source>
        <translation>Nichts ließ sich versuchen</translation>
    </message>
    <message>
        <source>Nothing has changed since.</source>
        <translation>Seither hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>Nothing here can run the sender. Your tenant is not concerned.</source>
        <translation>Nichts auf diesem Rechner kann den Versand-Code ausführen. Den Tenant betrifft das nicht.</translation>
    </message>
    <message>
        <source>Nothing is to be mended unless it comes back; Troubleshoot explains the rows.</source>
        <translation>Es ist nichts zu beheben, solange es nicht wiederkommt; die Fehlersuche erklärt die Zeilen.</translation>
    </message>
    <message>
        <source>Nothing is wrong</source>
        <translation>Alles in Ordnung</translation>
    </message>
    <message>
        <source>Nothing is wrong on this computer; Vonage and Auth0 were not looked at</source>
        <translation>Auf diesem Rechner ist alles in Ordnung; Vonage und Auth0 wurden nicht geprüft</translation>
    </message>
    <message>
        <source>Nothing to judge: the log has no message yet.</source>
        <translation>Nichts zu beurteilen: Im Protokoll steht noch keine Nachricht.</translation>
    </message>
    <message>
        <source>Nothing wrong was found, but not all could be told</source>
        <translation>Nichts Falsches gefunden, aber nicht alles ließ sich feststellen</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Nichts.</translation>
    </message>
    <message>
        <source>Other Actions on the trigger send too ({count}): people may get two codes.</source>
        <translation>Andere Actions am Trigger versenden auch ({count}): Es kommen womöglich zwei Codes an.</translation>
    </message>
    <message>
        <source>Paste the newest row into Troubleshoot for the whole answer.</source>
        <translation>Die neueste Zeile in die Fehlersuche einfügen, um die ganze Antwort zu sehen.</translation>
    </message>
    <message>
        <source>Phone path</source>
        <translation>Telefonweg</translation>
    </message>
    <message>
        <source>Phone provider</source>
        <translation>Phone-Provider</translation>
    </message>
    <message>
        <source>Protection against repeated messages</source>
        <translation>Schutz vor wiederholten Nachrichten</translation>
    </message>
    <message>
        <source>Put key and secret in again; they are written together.</source>
        <translation>Key und Secret neu eingeben; sie werden zusammen geschrieben.</translation>
    </message>
    <message>
        <source>Rent a number with SMS if you send to the US or Canada.</source>
        <translation>Für die USA und Kanada eine Nummer mit SMS mieten.</translation>
    </message>
    <message>
        <source>Rented numbers</source>
        <translation>Gemietete Nummern</translation>
    </message>
    <message>
        <source>Rights of the token</source>
        <translation>Rechte des Tokens</translation>
    </message>
    <message>
        <source>Run Setup again: it plans for the path that Auth0 answers on.</source>
        <translation>Die Einrichtung noch einmal durchgehen: Sie plant für den Weg, auf dem Auth0 antwortet.</translation>
    </message>
    <message>
        <source>Run Setup: it shows a plan before it writes.</source>
        <translation>Die Einrichtung durchgehen: Sie zeigt einen Plan, bevor sie schreibt.</translation>
    </message>
    <message>
        <source>SMS factor</source>
        <translation>SMS-Faktor</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Some earlier messages failed ({count} of the last {total}); the newest went out.</source>
        <translation>Einige frühere Nachrichten sind gescheitert ({count} der letzten {total}); die neueste ging hinaus.</translation>
    </message>
    <message>
        <source>Somebody asks for a second factor</source>
        <translation>Jemand fragt nach dem zweiten Faktor</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>Etwas stimmt nicht</translation>
    </message>
    <message>
        <source>Something is wrong on this computer; Vonage and Auth0 were not looked at</source>
        <translation>Auf diesem Rechner stimmt etwas nicht; Vonage und Auth0 wurden nicht geprüft</translation>
    </message>
    <message>
        <source>Texts of the messages</source>
        <translation>Texte der Nachrichten</translation>
    </message>
    <message>
        <source>The Action is bound to its trigger</source>
        <translation>Die Action ist an ihren Trigger gebunden</translation>
    </message>
    <message>
        <source>The Action is built</source>
        <translation>Die Action ist gebaut</translation>
    </message>
    <message>
        <source>The Action is deployed</source>
        <translation>Die Action ist bereitgestellt</translation>
    </message>
    <message>
        <source>The Action looks at Vonage&apos;s answer</source>
        <translation>Die Action sieht die Antwort von Vonage an</translation>
    </message>
    <message>
        <source>The Action&apos;s runtime</source>
        <translation>Laufzeit der Action</translation>
    </message>
    <message>
        <source>The Action&apos;s secrets</source>
        <translation>Secrets der Action</translation>
    </message>
    <message>
        <source>The account rents none. The US and Canada take nothing else as sender.</source>
        <translation>Das Konto hat keine gemietet. Die USA und Kanada nehmen nichts anderes als Absender.</translation>
    </message>
    <message>
        <source>The account rents the number, but it cannot send SMS.</source>
        <translation>Das Konto hat die Nummer gemietet, aber sie kann keine SMS senden.</translation>
    </message>
    <message>
        <source>The account rents {count}, but none of them can send SMS.</source>
        <translation>Das Konto hat {count} gemietet, aber keine davon kann SMS senden.</translation>
    </message>
    <message>
        <source>The account rents {count}; {able} can send SMS.</source>
        <translation>Das Konto hat {count} gemietet; SMS senden können {able}.</translation>
    </message>
    <message>
        <source>The account&apos;s numbers could not be read, so whose number this is stays open.</source>
        <translation>Die Nummern des Kontos waren nicht lesbar; wessen Nummer das ist, bleibt offen.</translation>
    </message>
    <message>
        <source>The draft is newer than what runs: a new secret or new code has no effect yet.</source>
        <translation>Der Entwurf ist neuer als das, was läuft: Ein neues Secret oder neuer Code wirkt noch nicht.</translation>
    </message>
    <message>
        <source>The factor offers {types}, which the phone provider does not deliver.</source>
        <translation>Der Faktor bietet {types} an, was der Phone-Provider nicht zustellt.</translation>
    </message>
    <message>
        <source>The last messages in the log</source>
        <translation>Die letzten Nachrichten im Protokoll</translation>
    </message>
    <message>
        <source>The last run did not come to its end ({done} changes were made).</source>
        <translation>Der letzte Lauf kam nicht zum Ende (gemachte Änderungen: {done}).</translation>
    </message>
    <message>
        <source>The last {count} were handed over without a failure. That is not yet delivered.</source>
        <translation>Die letzten {count} wurden ohne Fehler übergeben. Zugestellt heißt das noch nicht.</translation>
    </message>
    <message>
        <source>The number belongs to the account.</source>
        <translation>Die Nummer gehört zum Konto.</translation>
    </message>
    <message>
        <source>The number is none of the account&apos;s; many countries replace or refuse it (status 15).</source>
        <translation>Die Nummer gehört nicht zum Konto; viele Länder ersetzen sie oder lehnen sie ab (Status 15).</translation>
    </message>
    <message>
        <source>The policy asks at every login.</source>
        <translation>Die Richtlinie fragt bei jeder Anmeldung.</translation>
    </message>
    <message>
        <source>The tenant&apos;s setting says legacy, but Auth0 refuses legacy calls: it was moved to the unified path.</source>
        <translation>Die Einstellung des Tenants nennt den Legacy-Weg, aber Auth0 lehnt dessen Aufrufe ab: Er wurde auf den Unified-Weg umgestellt.</translation>
    </message>
    <message>
        <source>The tenant&apos;s setting says unified, but legacy calls are still answered.</source>
        <translation>Die Einstellung des Tenants nennt den Unified-Weg, aber Aufrufe des Legacy-Wegs werden noch beantwortet.</translation>
    </message>
    <message>
        <source>The texts of login and enrolment hold a code.</source>
        <translation>Die Texte für Anmeldung und Registrierung enthalten einen Code.</translation>
    </message>
    <message>
        <source>The token does not tell its rights.</source>
        <translation>Das Token nennt seine Rechte nicht.</translation>
    </message>
    <message>
        <source>The token has every right that is needed.</source>
        <translation>Das Token hat alle nötigen Rechte.</translation>
    </message>
    <message>
        <source>The trigger does not run it, so it is never asked to send.</source>
        <translation>Der Trigger führt sie nicht aus, also wird sie nie um den Versand gebeten.</translation>
    </message>
    <message>
        <source>The trigger runs it.</source>
        <translation>Der Trigger führt sie aus.</translation>
    </message>
    <message>
        <source>There is an Action, but on the other path&apos;s trigger, which this tenant does not run.</source>
        <translation>Es gibt eine Action, aber am Trigger des anderen Wegs, den dieser Tenant nicht ausführt.</translation>
    </message>
    <message>
        <source>There is none, so no message goes out.</source>
        <translation>Es gibt keinen, also geht keine Nachricht hinaus.</translation>
    </message>
    <message>
        <source>There is something to know about this computer; Vonage and Auth0 were not looked at</source>
        <translation>Zu diesem Rechner gibt es etwas zu wissen; Vonage und Auth0 wurden nicht geprüft</translation>
    </message>
    <message>
        <source>This computer&apos;s clock</source>
        <translation>Uhr dieses Rechners</translation>
    </message>
    <message>
        <source>To be told, grant {scope}: Auth0 Dashboard, Applications, APIs, Auth0 Management API, Machine to Machine, the application.</source>
        <translation>Um es zu erfahren, {scope} freigeben: Auth0 Dashboard, Applications, APIs, Auth0 Management API, Machine to Machine, die Anwendung.</translation>
    </message>
    <message>
        <source>Top the account up, or add the number to its test list.</source>
        <translation>Das Konto aufladen oder die Nummer auf seine Testliste setzen.</translation>
    </message>
    <message>
        <source>Top the account up, or let it reload by itself.</source>
        <translation>Das Konto aufladen oder sich selbst aufladen lassen.</translation>
    </message>
    <message>
        <source>Turn it on in Setup.</source>
        <translation>In der Einrichtung einschalten.</translation>
    </message>
    <message>
        <source>Turn it on: Auth0 Dashboard, Security, Attack Protection.</source>
        <translation>Einschalten: Auth0-Dashboard, Security, Attack Protection.</translation>
    </message>
    <message>
        <source>Unified: one phone provider for everything.</source>
        <translation>Unified: ein Phone-Provider für alles.</translation>
    </message>
    <message>
        <source>Vonage can be reached</source>
        <translation>Vonage ist erreichbar</translation>
    </message>
    <message>
        <source>Vonage takes the credentials</source>
        <translation>Vonage nimmt die Zugangsdaten an</translation>
    </message>
    <message>
        <source>Wait for the limit to pass; if it comes in bursts, look for SMS pumping in Troubleshoot.</source>
        <translation>Warten, bis Auth0 wieder Anfragen annimmt; kommt es in Schüben, in der Fehlersuche nach SMS-Pumping suchen.</translation>
    </message>
    <message>
        <source>What is saved is what runs.</source>
        <translation>Was gespeichert ist, läuft auch.</translation>
    </message>
    <message>
        <source>What runs the sender here</source>
        <translation>Was den Versand-Code hier ausführt</translation>
    </message>
    <message>
        <source>What stood in the way then, and may be over:</source>
        <translation>Was damals im Weg stand und vorbei sein kann:</translation>
    </message>
    <message>
        <source>Where secrets are kept</source>
        <translation>Wo Secrets liegen</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>{count} of the last {total} failed, the newest among them.</source>
        <translation>Von den letzten {total} schlugen {count} fehl, darunter die neueste.</translation>
    </message>
    <message>
        <source>{engine}, as at Auth0 ({runtime}).</source>
        <translation>{engine}, wie bei Auth0 ({runtime}).</translation>
    </message>
    <message>
        <source>{engine}, embedded; close enough to try the sender. Auth0 itself has Node.</source>
        <translation>{engine}, eingebettet; nah genug, um den Versand-Code auszuprobieren. Auth0 selbst hat Node.</translation>
    </message>
    <message>
        <source>{engine}; at Auth0 it is {runtime}. The sender uses nothing that only one of them has.</source>
        <translation>{engine}; bei Auth0 ist es {runtime}. Der Sender nutzt nichts, was nur eines von beiden hat.</translation>
    </message>
    <message>
        <source>{runtime} has ended; Auth0 does not promise that it runs.</source>
        <translation>{runtime} ist abgekündigt; Auth0 garantiert nicht, dass es läuft.</translation>
    </message>
    <message>
        <source>{runtime} is not known here.</source>
        <translation>{runtime} ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>{runtime} still runs, but is not the current one.</source>
        <translation>{runtime} läuft noch, ist aber nicht die aktuelle.</translation>
    </message>
    <message>
        <source>{runtime}, the current one.</source>
        <translation>{runtime}, die aktuelle.</translation>
    </message>
    <message>
        <source>“{name}” has the sender of Textfactor.</source>
        <translation>„{name}“ enthält den Versand-Code von Textfactor.</translation>
    </message>
    <message>
        <source>“{name}” is somebody else&apos;s; it is judged by its settings and its code.</source>
        <translation>„{name}“ stammt von jemand anderem; beurteilt wird sie nach Einstellungen und Code.</translation>
    </message>
    <message>
        <source>“{sender}” is a name. Most countries take one; the US and Canada do not.</source>
        <translation>„{sender}“ ist ein Name. Die meisten Länder nehmen ihn, die USA und Kanada nicht.</translation>
    </message>
</context>
<context>
    <name>words.evidence</name>
    <message>
        <source>row {row}</source>
        <translation>Zeile {row}</translation>
    </message>
    <message>
        <source>row {row}: {field}</source>
        <translation>Zeile {row}: {field}</translation>
    </message>
</context>
<context>
    <name>words.facts</name>
    <message>
        <source>Actions that ask for MFA</source>
        <translation>Actions, die MFA verlangen</translation>
    </message>
    <message>
        <source>Auth0 answers no legacy calls here</source>
        <translation>Auth0 beantwortet hier keine Legacy-Aufrufe</translation>
    </message>
    <message>
        <source>Auth0 does not know it in this tenant</source>
        <translation>Auth0 kennt es in diesem Tenant nicht</translation>
    </message>
    <message>
        <source>Auth0 refused it</source>
        <translation>Auth0 hat es abgelehnt</translation>
    </message>
    <message>
        <source>Auth0 refused it: {detail}</source>
        <translation>Auth0 hat es abgelehnt: {detail}</translation>
    </message>
    <message>
        <source>Auth0 shows no Hooks any more; they ended on 18 Nov 2026</source>
        <translation>Auth0 zeigt keine Hooks mehr; sie endeten am 18. November 2026</translation>
    </message>
    <message>
        <source>Auth0 shows no Hooks any more; they ended on 18 Nov 2026.</source>
        <translation>Auth0 zeigt keine Hooks mehr; sie endeten am 18. Nov. 2026.</translation>
    </message>
    <message>
        <source>Auth0&apos;s default</source>
        <translation>Standard von Auth0</translation>
    </message>
    <message>
        <source>Auth0&apos;s own, for trying out: 100 messages in all</source>
        <translation>der eigene von Auth0, zum Ausprobieren: 100 Nachrichten insgesamt</translation>
    </message>
    <message>
        <source>Enrolment text</source>
        <translation>Registrierungstext</translation>
    </message>
    <message>
        <source>Its secrets</source>
        <translation>Ihre Secrets</translation>
    </message>
    <message>
        <source>Left on the other path</source>
        <translation>Auf dem anderen Weg übrig</translation>
    </message>
    <message>
        <source>Left-over Hook</source>
        <translation>Übrig gebliebener Hook</translation>
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
        <source>Not known: Auth0 answers no legacy calls here.</source>
        <translation>Nicht bekannt: Auth0 beantwortet hier keine Legacy-Aufrufe.</translation>
    </message>
    <message>
        <source>Not known: Auth0 does not know it in this tenant.</source>
        <translation>Nicht bekannt: Auth0 kennt es in diesem Tenant nicht.</translation>
    </message>
    <message>
        <source>Not known: Auth0 refused to show it ({detail}).</source>
        <translation>Nicht bekannt: Auth0 hat es nicht gezeigt ({detail}).</translation>
    </message>
    <message>
        <source>Not known: Auth0 refused to show it.</source>
        <translation>Nicht bekannt: Auth0 hat es nicht gezeigt.</translation>
    </message>
    <message>
        <source>Not known: the tenant&apos;s Auth0 plan does not have it.</source>
        <translation>Nicht bekannt: Der Auth0-Plan des Tenants enthält es nicht.</translation>
    </message>
    <message>
        <source>Not known: the token lacks the scope {scope}.</source>
        <translation>Nicht bekannt: Dem Token fehlt der Scope {scope}.</translation>
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
        <source>Protection against repeated messages</source>
        <translation>Schutz vor wiederholten Nachrichten</translation>
    </message>
    <message>
        <source>Rights of the token</source>
        <translation>Rechte des Tokens</translation>
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
        <source>Trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Twilio</source>
        <translation>Twilio</translation>
    </message>
    <message>
        <source>Verification text</source>
        <translation>Verifizierungstext</translation>
    </message>
    <message>
        <source>all that are needed</source>
        <translation>alle nötigen</translation>
    </message>
    <message>
        <source>an Action ({value})</source>
        <translation>eine Action ({value})</translation>
    </message>
    <message>
        <source>and it also has {count} to write that nothing here needs</source>
        <translation>und außerdem {count} zum Schreiben, die hier nichts braucht</translation>
    </message>
    <message>
        <source>as Auth0 has it by default</source>
        <translation>nach dem Standard von Auth0</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>each further message to a number waits longer</source>
        <translation>jede weitere Nachricht an eine Nummer wartet länger</translation>
    </message>
    <message>
        <source>its last build failed</source>
        <translation>ihr letzter Build schlug fehl</translation>
    </message>
    <message>
        <source>legacy</source>
        <translation>Legacy</translation>
    </message>
    <message>
        <source>legacy calls are still answered</source>
        <translation>Legacy-Aufrufe werden noch beantwortet</translation>
    </message>
    <message>
        <source>missing: {names}</source>
        <translation>es fehlen: {names}</translation>
    </message>
    <message>
        <source>missing: {scopes}</source>
        <translation>es fehlen: {scopes}</translation>
    </message>
    <message>
        <source>no Hook runs since 18 Nov 2026</source>
        <translation>seit dem 18. November 2026 läuft kein Hook mehr</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>not offered to this tenant</source>
        <translation>diesem Tenant nicht angeboten</translation>
    </message>
    <message>
        <source>not {name}</source>
        <translation>nicht {name}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>the tenant&apos;s Auth0 plan does not have it</source>
        <translation>der Auth0-Tarif des Tenants enthält es nicht</translation>
    </message>
    <message>
        <source>the tenant&apos;s setting says legacy, but Auth0 refuses legacy calls</source>
        <translation>die Einstellung des Tenants sagt Legacy, doch Auth0 lehnt Legacy-Aufrufe ab</translation>
    </message>
    <message>
        <source>the token does not tell</source>
        <translation>das Token nennt sie nicht</translation>
    </message>
    <message>
        <source>the token lacks the scope {scope}</source>
        <translation>dem Token fehlt der Scope {scope}</translation>
    </message>
    <message>
        <source>told by how Auth0 answers legacy calls</source>
        <translation>erkannt daran, wie Auth0 Legacy-Aufrufe beantwortet</translation>
    </message>
    <message>
        <source>told by the tenant&apos;s setting alone</source>
        <translation>allein nach der Einstellung des Tenants</translation>
    </message>
    <message>
        <source>unified</source>
        <translation>Unified</translation>
    </message>
    <message>
        <source>{name} (set on {date})</source>
        <translation>{name} (gesetzt am {date})</translation>
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
    <message>
        <source>{name}, still bound</source>
        <translation>{name}, noch gebunden</translation>
    </message>
    <message>
        <source>{name}, switched off</source>
        <translation>{name}, ausgeschaltet</translation>
    </message>
    <message>
        <source>{name}, switched on</source>
        <translation>{name}, eingeschaltet</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>„{text}“</translation>
    </message>
</context>
<context>
    <name>words.guided</name>
    <message>
        <source>A call comes in its place</source>
        <translation>Statt ihrer kommt ein Anruf</translation>
    </message>
    <message>
        <source>A login, and nothing of a message</source>
        <translation>Eine Anmeldung, und nichts von einer Nachricht</translation>
    </message>
    <message>
        <source>A message comes, but not as it should be</source>
        <translation>Eine Nachricht kommt, aber nicht, wie sie soll</translation>
    </message>
    <message>
        <source>A message failed (gd_send_sms_failure)</source>
        <translation>Eine Nachricht schlug fehl (gd_send_sms_failure)</translation>
    </message>
    <message>
        <source>A message was sent (gd_send_sms)</source>
        <translation>Eine Nachricht wurde gesendet (gd_send_sms)</translation>
    </message>
    <message>
        <source>A page shows an error</source>
        <translation>Eine Seite zeigt einen Fehler</translation>
    </message>
    <message>
        <source>A phone cannot be added</source>
        <translation>Ein Telefon lässt sich nicht hinzufügen</translation>
    </message>
    <message>
        <source>Anybody, now and then</source>
        <translation>Jeder, ab und zu</translation>
    </message>
    <message>
        <source>Customers of certain mobile networks</source>
        <translation>Kunden bestimmter Mobilfunknetze</translation>
    </message>
    <message>
        <source>Everybody but the phone that the account belongs to</source>
        <translation>Alle außer dem Telefon, zu dem das Konto gehört</translation>
    </message>
    <message>
        <source>I cannot look at the log</source>
        <translation>Ich kann nicht in das Log sehen</translation>
    </message>
    <message>
        <source>I cannot send one</source>
        <translation>Ich kann keine senden</translation>
    </message>
    <message>
        <source>I do not know</source>
        <translation>Das weiß ich nicht</translation>
    </message>
    <message>
        <source>It arrives</source>
        <translation>Sie kommt an</translation>
    </message>
    <message>
        <source>It comes from another sender than set</source>
        <translation>Sie kommt von einem anderen Absender als eingestellt</translation>
    </message>
    <message>
        <source>It comes in pieces, or is cut</source>
        <translation>Sie kommt in Stücken oder abgeschnitten</translation>
    </message>
    <message>
        <source>It costs more than it should</source>
        <translation>Es kostet mehr, als es sollte</translation>
    </message>
    <message>
        <source>It hangs, or says that something went wrong</source>
        <translation>Sie hängt oder sagt, dass etwas schiefging</translation>
    </message>
    <message>
        <source>It is empty</source>
        <translation>Sie ist leer</translation>
    </message>
    <message>
        <source>It is not the text that was set</source>
        <translation>Es ist nicht der eingestellte Text</translation>
    </message>
    <message>
        <source>It never worked</source>
        <translation>Es ging noch nie</translation>
    </message>
    <message>
        <source>It worked until 18 November 2026</source>
        <translation>Es ging bis zum 18. November 2026</translation>
    </message>
    <message>
        <source>No code comes</source>
        <translation>Es kommt kein Code</translation>
    </message>
    <message>
        <source>Nobody gets one</source>
        <translation>Niemand bekommt einen</translation>
    </message>
    <message>
        <source>Nobody is asked</source>
        <translation>Niemand wird gefragt</translation>
    </message>
    <message>
        <source>Others with the same country and network get theirs</source>
        <translation>Andere mit demselben Land und Netz bekommen ihren</translation>
    </message>
    <message>
        <source>People are asked for something else, such as an app</source>
        <translation>Es wird nach etwas anderem gefragt, etwa einer App</translation>
    </message>
    <message>
        <source>People in some countries</source>
        <translation>Leute in manchen Ländern</translation>
    </message>
    <message>
        <source>Question marks or boxes in place of characters</source>
        <translation>Fragezeichen oder Kästchen anstelle von Zeichen</translation>
    </message>
    <message>
        <source>Since a secret was replaced</source>
        <translation>Seit ein Secret ersetzt wurde</translation>
    </message>
    <message>
        <source>Since another day</source>
        <translation>Seit einem anderen Tag</translation>
    </message>
    <message>
        <source>Since when does nobody get a code?</source>
        <translation>Seit wann bekommt niemand einen Code?</translation>
    </message>
    <message>
        <source>Single users</source>
        <translation>Einzelne Benutzer</translation>
    </message>
    <message>
        <source>That there were too many messages or tries</source>
        <translation>Dass es zu viele Nachrichten oder Versuche waren</translation>
    </message>
    <message>
        <source>The code comes and is not accepted</source>
        <translation>Der Code kommt und wird nicht angenommen</translation>
    </message>
    <message>
        <source>The code comes too late</source>
        <translation>Der Code kommt zu spät</translation>
    </message>
    <message>
        <source>The code goes to an old or wrong number</source>
        <translation>Der Code geht an eine alte oder falsche Nummer</translation>
    </message>
    <message>
        <source>The login asks for no code, or for something else</source>
        <translation>Die Anmeldung fragt nach keinem Code oder nach etwas anderem</translation>
    </message>
    <message>
        <source>The setup is refused with 403</source>
        <translation>Die Einrichtung wird mit 403 abgelehnt</translation>
    </message>
    <message>
        <source>There is no code in it</source>
        <translation>Es steht kein Code darin</translation>
    </message>
    <message>
        <source>They cannot add their phone</source>
        <translation>Sie können ihr Telefon nicht hinzufügen</translation>
    </message>
    <message>
        <source>Two of them come</source>
        <translation>Es kommen zwei</translation>
    </message>
    <message>
        <source>Vonage refuses it</source>
        <translation>Vonage lehnt sie ab</translation>
    </message>
    <message>
        <source>Vonage takes it, and it does not arrive</source>
        <translation>Vonage nimmt sie an, und sie kommt nicht an</translation>
    </message>
    <message>
        <source>What becomes of a test message from here?</source>
        <translation>Was wird aus einer Testnachricht von hier?</translation>
    </message>
    <message>
        <source>What do people see?</source>
        <translation>Was sehen die Leute?</translation>
    </message>
    <message>
        <source>What does the page say?</source>
        <translation>Was sagt die Seite?</translation>
    </message>
    <message>
        <source>What does the tenant&apos;s log say at the time of a login?</source>
        <translation>Was sagt das Log des Tenants zur Zeit einer Anmeldung?</translation>
    </message>
    <message>
        <source>What is it with these users?</source>
        <translation>Was ist mit diesen Benutzern?</translation>
    </message>
    <message>
        <source>What is wrong with the message?</source>
        <translation>Was stimmt mit der Nachricht nicht?</translation>
    </message>
    <message>
        <source>Who gets no code?</source>
        <translation>Wer bekommt keinen Code?</translation>
    </message>
    <message>
        <source>Who is not asked for a code?</source>
        <translation>Wer wird nicht nach einem Code gefragt?</translation>
    </message>
    <message>
        <source>Who logged in from the same browser before</source>
        <translation>Wer sich im selben Browser schon angemeldet hat</translation>
    </message>
</context>
<context>
    <name>words.history</name>
    <message>
        <source>Interrupted: the program ended while it ran. Steps that may have been made: {done}.</source>
        <translation>Unterbrochen: Das Programm endete währenddessen. Schritte, die vielleicht gemacht sind: {done}.</translation>
    </message>
</context>
<context>
    <name>words.hooks</name>
    <message>
        <source>A Hook that sent the codes. Since 18 Nov 2026 none runs.</source>
        <translation>Ein Hook, der die Codes verschickte. Seit dem 18. November 2026 läuft keiner mehr.</translation>
    </message>
    <message>
        <source>After an error it goes on and calls back a second time.</source>
        <translation>Nach einem Fehler läuft er weiter und ruft ein zweites Mal zurück.</translation>
    </message>
    <message>
        <source>An Action for the legacy path</source>
        <translation>Eine Action für den alten Weg</translation>
    </message>
    <message>
        <source>An Action for the unified path</source>
        <translation>Eine Action für den Unified-Weg</translation>
    </message>
    <message>
        <source>Code of Auth0&apos;s, but not for sending codes</source>
        <translation>Code für Auth0, aber nicht zum Verschicken von Codes</translation>
    </message>
    <message>
        <source>Credentials stand in the code ({names}). Whoever could read it knows them: replace them.</source>
        <translation>Zugangsdaten stehen im Code ({names}). Wer ihn lesen konnte, kennt sie: ersetzen.</translation>
    </message>
    <message>
        <source>It catches errors and says nothing of them: a code that was not sent looked like one that was.</source>
        <translation>Er fängt Fehler ab und verschweigt sie: Ein nicht verschickter Code sah aus wie ein verschickter.</translation>
    </message>
    <message>
        <source>It chooses no encoding: letters beyond the SMS alphabet arrive as question marks.</source>
        <translation>Er wählt keine Kodierung: Zeichen außerhalb des SMS-Alphabets kommen als Fragezeichen an.</translation>
    </message>
    <message>
        <source>It does not look at the status. Vonage answers HTTP 200 when it refuses, so a refusal looked like a success.</source>
        <translation>Er sieht nicht auf den Status. Vonage antwortet auch bei einer Ablehnung mit HTTP 200, sie sah also wie ein Erfolg aus.</translation>
    </message>
    <message>
        <source>It hands the number over as it comes; Vonage wants digits only.</source>
        <translation>Er gibt die Nummer weiter, wie sie kommt; Vonage will nur Ziffern.</translation>
    </message>
    <message>
        <source>It has no time limit of its own: a silent Vonage kept the login waiting.</source>
        <translation>Er hat keine eigene Zeitgrenze: Schwieg Vonage, wartete die Anmeldung.</translation>
    </message>
    <message>
        <source>It looks at the first part only; of a long text, a later part may be refused.</source>
        <translation>Er sieht nur auf den ersten Teil; bei einem langen Text kann ein späterer Teil abgelehnt sein.</translation>
    </message>
    <message>
        <source>It made or changed the text itself: put the words on the Messages page.</source>
        <translation>Er machte oder änderte den Text selbst: Die Worte gehören auf die Seite Nachrichten.</translation>
    </message>
    <message>
        <source>It needs Vonage&apos;s SDK, most versions of which do not load on Node 18.</source>
        <translation>Er braucht das SDK von Vonage, dessen meiste Versionen auf Node 18 nicht laden.</translation>
    </message>
    <message>
        <source>It needs a package that nobody looks after any more.</source>
        <translation>Er braucht ein Paket, das niemand mehr pflegt.</translation>
    </message>
    <message>
        <source>It never calls back, so each login waited until Auth0 gave up.</source>
        <translation>Er ruft nie zurück, also wartete jede Anmeldung, bis Auth0 aufgab.</translation>
    </message>
    <message>
        <source>It read the secrets {names}.</source>
        <translation>Er las die Secrets {names}.</translation>
    </message>
    <message>
        <source>It sends again by itself. Where the first message did go out, the user got two codes and you paid twice.</source>
        <translation>Er sendet von selbst noch einmal. War die erste Nachricht doch hinausgegangen, kamen zwei Codes an, und beide kosteten Geld.</translation>
    </message>
    <message>
        <source>It sent only to numbers that begin with {prefixes}.</source>
        <translation>Er sendete nur an Nummern, die mit {prefixes} beginnen.</translation>
    </message>
    <message>
        <source>It sent through {provider}.</source>
        <translation>Er sendete über {provider}.</translation>
    </message>
    <message>
        <source>It treated numbers that begin with {prefixes} in a way of their own.</source>
        <translation>Er behandelte Nummern, die mit {prefixes} beginnen, auf eigene Weise.</translation>
    </message>
    <message>
        <source>It used the packages {modules}.</source>
        <translation>Er verwendete die Pakete {modules}.</translation>
    </message>
    <message>
        <source>It writes numbers, texts or secrets to the log.</source>
        <translation>Er schreibt Nummern, Texte oder Secrets ins Log.</translation>
    </message>
    <message>
        <source>Not code that was recognised</source>
        <translation>Kein Code, der erkannt wurde</translation>
    </message>
    <message>
        <source>The countries: {prefixes}</source>
        <translation>Die Länder: {prefixes}</translation>
    </message>
    <message>
        <source>The secret travels in the request&apos;s address, where logs on the way may keep it.</source>
        <translation>Das Secret steht in der Adresse der Anfrage, wo es unterwegs in Logs bleiben kann.</translation>
    </message>
    <message>
        <source>The secret {name}: what it was for cannot be told from its name.</source>
        <translation>Das Secret {name}: Wofür es war, sagt sein Name nicht.</translation>
    </message>
    <message>
        <source>The secret {new} takes the place of {name}.</source>
        <translation>Das Secret {new} tritt an die Stelle von {name}.</translation>
    </message>
    <message>
        <source>The sender {sender}: enter it on the Vonage page.</source>
        <translation>Der Absender {sender}: auf der Seite Vonage eintragen.</translation>
    </message>
    <message>
        <source>These secrets keep their names: {names}</source>
        <translation>Diese Secrets behalten ihre Namen: {names}</translation>
    </message>
    <message>
        <source>This is the sender that Textfactor put there.</source>
        <translation>Das ist der Versender, den Textfactor dort eingesetzt hat.</translation>
    </message>
    <message>
        <source>Through whom it sent cannot be told from the code.</source>
        <translation>Über wen er sendete, sagt der Code nicht.</translation>
    </message>
    <message>
        <source>Values of secrets cannot be read; they are entered anew.</source>
        <translation>Werte von Secrets sind nicht lesbar; sie werden neu eingetragen.</translation>
    </message>
    <message>
        <source>Voice calls: the new sender sends text messages only.</source>
        <translation>Sprachanrufe: Der neue Versender verschickt nur Textnachrichten.</translation>
    </message>
    <message>
        <source>{provider} is not asked any more; its account can end.</source>
        <translation>{provider} wird nicht mehr gebraucht; das Konto dort kann enden.</translation>
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
        <source>A sender has only the letters A to Z and digits: no umlauts, no emoji, no letters of other scripts.</source>
        <translation>Ein Absender hat nur die Buchstaben A bis Z und Ziffern: keine Umlaute, keine Emoji, keine Buchstaben anderer Schriften.</translation>
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
        <source>Another profile has this name.</source>
        <translation>Ein anderes Profil heißt schon so.</translation>
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
        <source>Some of it could not be read as text, and � would arrive in its place. Save or type it as UTF-8.</source>
        <translation>Ein Teil ließ sich nicht als Text lesen, und an seiner Stelle käme � an. Als UTF-8 speichern oder eintippen.</translation>
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
        <source>There is a control character in the text, which no phone shows. Take it out.</source>
        <translation>Im Text steht ein Steuerzeichen, das kein Telefon anzeigt: herausnehmen.</translation>
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
    <name>words.keyring</name>
    <message>
        <source>Another backend was named than one that may hold secrets</source>
        <translation>Es wurde ein anderes Backend genannt als eines, das Secrets aufbewahren darf</translation>
    </message>
    <message>
        <source>Auth0 client secret</source>
        <translation>Auth0 Client Secret</translation>
    </message>
    <message>
        <source>Choose the keyring in Settings if secrets shall stay.</source>
        <translation>In den Einstellungen den Schlüsselbund wählen, wenn Secrets bleiben sollen.</translation>
    </message>
    <message>
        <source>Entry of an earlier check</source>
        <translation>Eintrag einer früheren Prüfung</translation>
    </message>
    <message>
        <source>Give the secrets there by environment variables, or log in on the desktop, which starts one.</source>
        <translation>Die Secrets dort über Umgebungsvariablen angeben oder sich am Desktop anmelden, der einen startet.</translation>
    </message>
    <message>
        <source>In memory until the program ends, since there is no keyring.</source>
        <translation>Im Arbeitsspeicher, bis das Programm endet, denn es gibt keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>In the keyring: they are there at the next start.</source>
        <translation>Im Schlüsselbund: Beim nächsten Start sind sie wieder da.</translation>
    </message>
    <message>
        <source>Install gnome-keyring and log in again: the login opens it.</source>
        <translation>gnome-keyring installieren und neu anmelden: Die Anmeldung öffnet ihn.</translation>
    </message>
    <message>
        <source>It is there, and a keyring can be reached by it.</source>
        <translation>Er ist da, und ein Schlüsselbund ist über ihn erreichbar.</translation>
    </message>
    <message>
        <source>It lies in parts and reads back whole.</source>
        <translation>Er liegt in Teilen und kommt ganz zurück.</translation>
    </message>
    <message>
        <source>It reads back as it was kept.</source>
        <translation>Er kommt so zurück, wie er abgelegt wurde.</translation>
    </message>
    <message>
        <source>KWallet</source>
        <translation>KWallet</translation>
    </message>
    <message>
        <source>Keep and read a long entry</source>
        <translation>Einen langen Eintrag ablegen und lesen</translation>
    </message>
    <message>
        <source>Keep and read an entry</source>
        <translation>Einen Eintrag ablegen und lesen</translation>
    </message>
    <message>
        <source>Management API token</source>
        <translation>Management-API-Token</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Noch nicht gefragt</translation>
    </message>
    <message>
        <source>Not tried: nothing answered.</source>
        <translation>Nicht versucht: Nichts hat geantwortet.</translation>
    </message>
    <message>
        <source>Not tried: secrets are kept for this session only.</source>
        <translation>Nicht versucht: Secrets bleiben nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>Not tried: the entry before could not be kept.</source>
        <translation>Nicht versucht: Der Eintrag davor ließ sich nicht ablegen.</translation>
    </message>
    <message>
        <source>Not tried: there is no keyring.</source>
        <translation>Nicht versucht: Es gibt keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>Not tried: this system needs none.</source>
        <translation>Nicht versucht: Dieses System braucht keinen.</translation>
    </message>
    <message>
        <source>Nothing has been read or kept since the start. The keyring may ask for a password when it is.</source>
        <translation>Seit dem Start wurde nichts gelesen oder abgelegt. Dabei kann der Schlüsselbund nach einem Passwort fragen.</translation>
    </message>
    <message>
        <source>On KDE, switch on the Secret Service interface of KWallet in the system settings.</source>
        <translation>Unter KDE in den Systemeinstellungen die Secret-Service-Schnittstelle von KWallet einschalten.</translation>
    </message>
    <message>
        <source>On Linux a keyring is reached by D-Bus, and DBUS_SESSION_BUS_ADDRESS is not set. That is usual in containers, over SSH and in CI.</source>
        <translation>Unter Linux wird ein Schlüsselbund über D-Bus erreicht, und DBUS_SESSION_BUS_ADDRESS ist nicht gesetzt. In Containern, über SSH und in der CI ist das üblich.</translation>
    </message>
    <message>
        <source>Remove an entry</source>
        <translation>Einen Eintrag entfernen</translation>
    </message>
    <message>
        <source>Remove that setting, or keep secrets for this session only.</source>
        <translation>Diese Einstellung entfernen oder Secrets nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>Secret Service (GNOME Keyring, KWallet or KeePassXC)</source>
        <translation>Secret Service (GNOME-Schlüsselbund, KWallet oder KeePassXC)</translation>
    </message>
    <message>
        <source>Secret Service (through libsecret)</source>
        <translation>Secret Service (über libsecret)</translation>
    </message>
    <message>
        <source>Secrets are kept for this session only</source>
        <translation>Secrets bleiben nur für diese Sitzung</translation>
    </message>
    <message>
        <source>Secrets stay in memory and are gone when Textfactor ends. Found was: {refused}</source>
        <translation>Secrets bleiben im Arbeitsspeicher und sind weg, wenn Textfactor endet. Gefunden wurde: {refused}</translation>
    </message>
    <message>
        <source>Start a Secret Service such as gnome-keyring or KeePassXC, or keep secrets for this session only.</source>
        <translation>Einen Secret Service wie gnome-keyring oder KeePassXC starten oder Secrets nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>That was chosen in the settings. They end with the program.</source>
        <translation>So ist es in den Einstellungen gewählt. Sie enden mit dem Programm.</translation>
    </message>
    <message>
        <source>The entries of this check are gone again.</source>
        <translation>Die Einträge dieser Prüfung sind wieder weg.</translation>
    </message>
    <message>
        <source>The keyring is open and works</source>
        <translation>Der Schlüsselbund ist offen und funktioniert</translation>
    </message>
    <message>
        <source>The last secret was read or kept without trouble.</source>
        <translation>Das letzte Secret wurde ohne Mühe gelesen oder abgelegt.</translation>
    </message>
    <message>
        <source>The session&apos;s message bus</source>
        <translation>Der Nachrichtenbus der Sitzung</translation>
    </message>
    <message>
        <source>This computer offers no keyring</source>
        <translation>Dieser Rechner bietet keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>This session has no message bus</source>
        <translation>Diese Sitzung hat keinen Nachrichtenbus</translation>
    </message>
    <message>
        <source>Vonage API secret</source>
        <translation>Vonage API Secret</translation>
    </message>
    <message>
        <source>Where secrets are kept</source>
        <translation>Wo Secrets liegen</translation>
    </message>
    <message>
        <source>Which keyring</source>
        <translation>Welcher Schlüsselbund</translation>
    </message>
    <message>
        <source>Windows Credential Manager</source>
        <translation>Windows-Anmeldeinformationsverwaltung</translation>
    </message>
    <message>
        <source>macOS Keychain</source>
        <translation>macOS-Schlüsselbund</translation>
    </message>
    <message>
        <source>none that may hold secrets</source>
        <translation>keiner, der Secrets aufbewahren darf</translation>
    </message>
    <message>
        <source>{named_by} names {refused}. Textfactor takes only the system&apos;s own password stores: others may write plain text.</source>
        <translation>{named_by} nennt {refused}. Textfactor nimmt nur die Passwortspeicher des Systems: Andere schreiben womöglich Klartext.</translation>
    </message>
</context>
<context>
    <name>words.left</name>
    <message>
        <source>Both texts stay as they are.</source>
        <translation>Beide Texte bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>How codes are delivered stays as it is.</source>
        <translation>Wie Codes zugestellt werden, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Somebody has changed what is named here since the run, or something that it rests on.</source>
        <translation>Jemand hat seit dem Lauf geändert, was hier genannt ist, oder etwas, worauf es beruht.</translation>
    </message>
    <message>
        <source>The Action on the other path&apos;s trigger stays as it is.</source>
        <translation>Die Action am Trigger des anderen Wegs bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The Action stays as it is.</source>
        <translation>Die Action bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The MFA policy stays as it is.</source>
        <translation>Die MFA-Richtlinie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The SMS factor stays as it is.</source>
        <translation>Der SMS-Faktor bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>The bindings of the other path&apos;s trigger stay as they are.</source>
        <translation>Die Bindungen am Trigger des anderen Wegs bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The deployed version stays as it is.</source>
        <translation>Die bereitgestellte Version bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The enrolment text stays as it is.</source>
        <translation>Der Registrierungstext bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>The old Hook stays as it is.</source>
        <translation>Der alte Hook bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>The phone provider stays as it is.</source>
        <translation>Der Phone-Provider bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>The trigger&apos;s bindings stay as they are.</source>
        <translation>Die Bindungen des Triggers bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The verification text stays as it is.</source>
        <translation>Der Verifizierungstext bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Who sends the codes stays as it is.</source>
        <translation>Wer die Codes sendet, bleibt, wie es ist.</translation>
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
        <translation>Das Land auf der Seite Versender ergänzen und den Plan erneut anwenden, oder eine andere Nummer nehmen.</translation>
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
        <translation>Bei der Anmeldung die Textnachricht wählen.</translation>
    </message>
    <message>
        <source>Enrol the user with country code and number, such as +49 1512 3456789.</source>
        <translation>Den Benutzer mit Landesvorwahl und Nummer registrieren, etwa +49 1512 3456789.</translation>
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
        <source>If that fails too, start a new login.</source>
        <translation>Schlägt auch das fehl, eine neue Anmeldung beginnen.</translation>
    </message>
    <message>
        <source>Look at the enrolment and verification texts on the Messages page.</source>
        <translation>Die beiden Texte auf der Seite Nachrichten ansehen.</translation>
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
        <translation>Das neben der Station genannte Secret bei der Action in Auth0 setzen und die Action erneut bereitstellen.</translation>
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
        <source>it did not come this far</source>
        <translation>so weit ist es nicht gekommen</translation>
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
    <name>words.preflight</name>
    <message>
        <source>1 part, {encoding}.</source>
        <translation>1 Teil, {encoding}.</translation>
    </message>
    <message>
        <source>A landline in {country}: most of them take no SMS.</source>
        <translation>Ein Festnetzanschluss in {country}: Die meisten nehmen keine SMS an.</translation>
    </message>
    <message>
        <source>A mobile number in {country}.</source>
        <translation>Eine Mobilnummer in {country}.</translation>
    </message>
    <message>
        <source>A number in {country} of which it is not known whether it takes SMS.</source>
        <translation>Eine Nummer in {country}, von der nicht bekannt ist, ob sie SMS annimmt.</translation>
    </message>
    <message>
        <source>A number in {country} that takes no SMS as a rule.</source>
        <translation>Eine Nummer in {country}, die in der Regel keine SMS annimmt.</translation>
    </message>
    <message>
        <source>A premium rate number in {country}: those take no SMS.</source>
        <translation>Eine Mehrwertnummer in {country}: Solche nehmen keine SMS an.</translation>
    </message>
    <message>
        <source>A toll-free number in {country}: those take no SMS.</source>
        <translation>Eine gebührenfreie Nummer in {country}: Solche nehmen keine SMS an.</translation>
    </message>
    <message>
        <source>A toll-free number must be verified; without, its messages may be blocked.</source>
        <translation>Eine gebührenfreie Nummer muss verifiziert sein; sonst werden ihre Nachrichten womöglich blockiert.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Key</translation>
    </message>
    <message>
        <source>About {price} for {parts} parts; euros, unless the account has another currency.</source>
        <translation>Etwa {price} für {parts} Teile; in Euro, wenn das Konto keine andere Währung hat.</translation>
    </message>
    <message>
        <source>About {price}; euros, unless the account has another currency.</source>
        <translation>Etwa {price}; in Euro, wenn das Konto keine andere Währung hat.</translation>
    </message>
    <message>
        <source>An internet telephony number in {country}: it may take no SMS.</source>
        <translation>Eine Internettelefon-Nummer in {country}: Sie nimmt womöglich keine SMS an.</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Guthaben</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Fraud Defender</source>
        <translation>Fraud Defender</translation>
    </message>
    <message>
        <source>India wants sender and text registered with DLT (receipt codes 50 to 53 without).</source>
        <translation>Indien verlangt, dass Absender und Text bei DLT registriert sind (sonst Quittungscodes 50 bis 53).</translation>
    </message>
    <message>
        <source>It has the shape of a Vonage key.</source>
        <translation>Er hat die Form eines Vonage-Keys.</translation>
    </message>
    <message>
        <source>Its blocks and limits cannot be read with key and secret. If Vonage answers status 22, or accepts and nothing comes, look at it in the dashboard.</source>
        <translation>Seine Sperren und Grenzen lassen sich mit Key und Secret nicht lesen. Wenn Vonage mit Status 22 antwortet oder annimmt und nichts kommt, im Dashboard nachsehen.</translation>
    </message>
    <message>
        <source>Long numbers there need a registered 10DLC brand and campaign; without, messages are filtered silently.</source>
        <translation>Lange Nummern brauchen dort eine registrierte 10DLC-Marke und -Kampagne; sonst werden Nachrichten stillschweigend gefiltert.</translation>
    </message>
    <message>
        <source>Looks like a trial account: it reaches only numbers on its test list, and about 30 characters are added to each text.</source>
        <translation>Sieht nach einem Testkonto aus: Es erreicht nur Nummern auf seiner Testliste, und jedem Text werden etwa 30 Zeichen angehängt.</translation>
    </message>
    <message>
        <source>Networks in {country} put a sender of their own in its place.</source>
        <translation>Netze in {country} setzen einen eigenen Absender an seine Stelle.</translation>
    </message>
    <message>
        <source>No rule for {country} is on record here; Vonage&apos;s answer will tell.</source>
        <translation>Für {country} ist hier keine Regel verzeichnet; Vonages Antwort wird es zeigen.</translation>
    </message>
    <message>
        <source>No sign of a trial account.</source>
        <translation>Kein Anzeichen eines Testkontos.</translation>
    </message>
    <message>
        <source>Not known, since credit or numbers could not be read.</source>
        <translation>Nicht bekannt, da Guthaben oder Nummern nicht zu lesen waren.</translation>
    </message>
    <message>
        <source>Nothing has to be registered for {country}, as far as is known.</source>
        <translation>Für {country} muss nichts registriert werden, soweit bekannt.</translation>
    </message>
    <message>
        <source>Nothing is on record here for {country}.</source>
        <translation>Für {country} ist hier nichts verzeichnet.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Registrierung</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Singapore shows senders outside its register (SSIR) as likely scam, or blocks them.</source>
        <translation>Singapur zeigt Absender außerhalb seines Registers (SSIR) als wahrscheinlichen Betrug an oder blockiert sie.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The account owns {sender}, but that number cannot send SMS.</source>
        <translation>{sender} gehört dem Konto, aber diese Nummer kann keine SMS senden.</translation>
    </message>
    <message>
        <source>The account&apos;s numbers could not be read, so whose number this is stays open.</source>
        <translation>Die Nummern des Kontos waren nicht zu lesen; wem diese Nummer gehört, bleibt offen.</translation>
    </message>
    <message>
        <source>This stops nothing: the message can be sent all the same, and Vonage decides.</source>
        <translation>Das hält nichts auf: Die Nachricht kann trotzdem gesendet werden, und Vonage entscheidet.</translation>
    </message>
    <message>
        <source>Trial account</source>
        <translation>Testkonto</translation>
    </message>
    <message>
        <source>Vonage keys have 8 letters and digits; this one looks like something else.</source>
        <translation>Vonage-Keys haben 8 Buchstaben und Ziffern; dieser sieht nach etwas anderem aus.</translation>
    </message>
    <message>
        <source>Vonage names no price for this destination.</source>
        <translation>Vonage nennt für dieses Ziel keinen Preis.</translation>
    </message>
    <message>
        <source>cannot be checked</source>
        <translation>nicht prüfbar</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>{balance} is left.</source>
        <translation>{balance} sind übrig.</translation>
    </message>
    <message>
        <source>{balance}, and the account tops itself up.</source>
        <translation>{balance}, und das Konto lädt sich selbst auf.</translation>
    </message>
    <message>
        <source>{balance}: enough for about {messages} such messages.</source>
        <translation>{balance}: genug für etwa {messages} solche Nachrichten.</translation>
    </message>
    <message>
        <source>{balance}: less than this message costs. Top the account up first.</source>
        <translation>{balance}: weniger, als diese Nachricht kostet. Das Konto zuerst aufladen.</translation>
    </message>
    <message>
        <source>{balance}: no credit is left. Vonage will refuse the message (status 9).</source>
        <translation>{balance}: kein Guthaben mehr. Vonage wird die Nachricht ablehnen (Status 9).</translation>
    </message>
    <message>
        <source>{balance}: only enough for about {messages} such messages.</source>
        <translation>{balance}: nur noch genug für etwa {messages} solche Nachrichten.</translation>
    </message>
    <message>
        <source>{balance}; whether that is enough is not known without a price.</source>
        <translation>{balance}; ob das reicht, ist ohne Preis nicht bekannt.</translation>
    </message>
    <message>
        <source>{country} takes names as sender (rule of {dated}).</source>
        <translation>{country} nimmt Namen als Absender an (Regel vom {dated}).</translation>
    </message>
    <message>
        <source>{country} takes no names as sender (rule of {dated}): use a number of the account.</source>
        <translation>{country} nimmt keine Namen als Absender an (Regel vom {dated}): eine Nummer des Kontos verwenden.</translation>
    </message>
    <message>
        <source>{country} takes numbers as sender (rule of {dated}).</source>
        <translation>{country} nimmt Nummern als Absender an (Regel vom {dated}).</translation>
    </message>
    <message>
        <source>{country} takes only numbers that the account rents; {sender} is none of them (status 15).</source>
        <translation>{country} nimmt nur Nummern an, die das Konto gemietet hat; {sender} ist keine davon (Status 15).</translation>
    </message>
    <message>
        <source>{country} wants names registered first; others are replaced or blocked.</source>
        <translation>{country} verlangt, dass Namen vorher registriert werden; andere werden ersetzt oder blockiert.</translation>
    </message>
    <message>
        <source>{country} wants one of its own numbers; {sender} may be replaced or lost.</source>
        <translation>{country} verlangt eine eigene Nummer des Landes; {sender} wird womöglich ersetzt oder geht verloren.</translation>
    </message>
    <message>
        <source>{country} wants the sender registered first.</source>
        <translation>{country} verlangt, dass der Absender vorher registriert wird.</translation>
    </message>
    <message>
        <source>{encoding}: local numbers there carry plain GSM-7 text only. Use the rewrite.</source>
        <translation>{encoding}: Lokale Nummern übertragen dort nur reinen GSM-7-Text. Die Umschreibung verwenden.</translation>
    </message>
    <message>
        <source>{n} checks, {passed} passed</source>
        <translation>{n} Prüfungen, {passed} bestanden</translation>
    </message>
    <message>
        <source>{parts} parts, {encoding}.</source>
        <translation>{parts} Teile, {encoding}.</translation>
    </message>
    <message>
        <source>{parts} parts, {encoding}. Vonage advises against more than six.</source>
        <translation>{parts} Teile, {encoding}. Vonage rät von mehr als sechs ab.</translation>
    </message>
    <message>
        <source>{sender} belongs to the account.</source>
        <translation>{sender} gehört dem Konto.</translation>
    </message>
    <message>
        <source>{sender} is an everyday word, and {country} blocks those: use your own brand.</source>
        <translation>{sender} ist ein Allerweltswort, und {country} blockiert solche: die eigene Marke verwenden.</translation>
    </message>
    <message>
        <source>{sender} is an everyday word; some networks block those. Your own brand is safer.</source>
        <translation>{sender} ist ein Allerweltswort; manche Netze blockieren solche. Die eigene Marke ist sicherer.</translation>
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
        <source>A secret could not be kept, read or removed.</source>
        <translation>Ein Secret ließ sich nicht ablegen, lesen oder entfernen.</translation>
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
        <source>An exported profile has a few kilobytes, this file more than 256. It was not read, and nothing was imported.</source>
        <translation>Ein exportiertes Profil hat einige Kilobyte, diese Datei mehr als 256. Sie wurde nicht gelesen, und nichts wurde importiert.</translation>
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
        <translation>Wer das Vonage-Konto betreut, kann die öffentliche Adresse dieses Netzes in die Liste aufnehmen: darum bitten.</translation>
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
        <translation>Hinter einem Firmenproxy: ihn unter „Erweitert“ auf der ersten Seite eintragen (für Befehle in TEXTFACTOR_PROXY oder HTTPS_PROXY) und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Check key and secret on the Vonage page, then apply the setup again.</source>
        <translation>Key und Secret auf der Vonage-Seite prüfen und die Einrichtung noch einmal anwenden.</translation>
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
        <source>Export it again with the version that is used here.</source>
        <translation>Mit der Version, die hier läuft, noch einmal exportieren.</translation>
    </message>
    <message>
        <source>Export the profile again and import that file unchanged.</source>
        <translation>Das Profil noch einmal exportieren und diese Datei unverändert importieren.</translation>
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
        <translation>Wenn es bleibt: auf den Statusseiten von Auth0 und Vonage nachsehen.</translation>
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
        <translation>In einer Firma: das CA-Zertifikat des Proxys (eine PEM-Datei) von der IT holen und unter „Erweitert“ auf der ersten Seite wählen (für Befehle: in TEXTFACTOR_CA_FILE nennen).</translation>
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
        <source>It is a JSON file, but not one that Textfactor has exported. Nothing was imported.</source>
        <translation>Es ist eine JSON-Datei, aber keine, die Textfactor exportiert hat. Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>It is a program of its own on this computer. No real account is involved.</source>
        <translation>Sie ist ein eigenes Programm auf diesem Rechner. Kein echtes Konto ist beteiligt.</translation>
    </message>
    <message>
        <source>It is full, or takes no entry of this size. What was in it before is still there.</source>
        <translation>Er ist voll oder nimmt keinen Eintrag dieser Größe. Was vorher darin war, ist noch da.</translation>
    </message>
    <message>
        <source>It is marked with a version that this program does not know. Nothing was imported.</source>
        <translation>Es trägt eine Versionsnummer, die dieses Programm nicht kennt. Nichts wurde importiert.</translation>
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
        <source>Its text is not complete JSON: it was cut off, edited by hand, or is another kind of file. Nothing was imported.</source>
        <translation>Ihr Text ist kein vollständiges JSON: Sie wurde abgeschnitten, von Hand geändert oder ist eine andere Art Datei. Nichts wurde importiert.</translation>
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
        <translation>Den Zeitpunkt in Vonages SMS-Logs suchen; der Benutzer kann einen neuen Code anfordern.</translation>
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
        <source>New secrets need an Action that was put there by Textfactor.</source>
        <translation>Neue Secrets brauchen eine Action, die Textfactor angelegt hat.</translation>
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
        <source>One value in this file cannot be right: {field}</source>
        <translation>Ein Wert in dieser Datei kann nicht stimmen: {field}</translation>
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
        <source>Or keep secrets for this session only: Settings, Secrets.</source>
        <translation>Oder Secrets nur für diese Sitzung behalten: Einstellungen, Secrets.</translation>
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
        <source>Remove entries that nobody needs in the keyring&apos;s own program.</source>
        <translation>Im Programm des Schlüsselbunds Einträge entfernen, die niemand braucht.</translation>
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
        <source>Set the tenant up first; the secrets go in with it.</source>
        <translation>Zuerst den Tenant einrichten; die Secrets kommen damit hinein.</translation>
    </message>
    <message>
        <source>Somebody, or something, changed it meanwhile. Textfactor wrote nothing over it, so nobody&apos;s work was lost.</source>
        <translation>Jemand oder etwas hat es inzwischen geändert. Textfactor hat nichts darübergeschrieben, also ging niemandes Arbeit verloren.</translation>
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
        <source>The Action on the other path&apos;s trigger is no longer as it was</source>
        <translation>Die Action am Trigger des anderen Wegs ist nicht mehr, wie sie war</translation>
    </message>
    <message>
        <source>The Action was saved, but its build failed, so it was not deployed. What ran before still runs.</source>
        <translation>Die Action wurde gespeichert, aber ihr Build schlug fehl, sie ist also nicht bereitgestellt. Was vorher lief, läuft weiter.</translation>
    </message>
    <message>
        <source>The Action&apos;s key and secret are not accepted, or the account does not allow Auth0&apos;s addresses.</source>
        <translation>Key und Secret der Action werden nicht angenommen, oder das Konto lässt die Adressen von Auth0 nicht zu.</translation>
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
        <translation>Das Konto nimmt Anfragen nur von einer Liste von IP-Adressen an, und die dieses Rechners steht nicht darauf. Key und Secret können richtig sein. Es wurde nichts gesendet.</translation>
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
        <source>The bindings of the other path&apos;s trigger are no longer as they were</source>
        <translation>Die Bindungen am Trigger des anderen Wegs sind nicht mehr, wie sie waren</translation>
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
        <source>The file is an exported profile, but somebody changed or broke this value in it. Nothing was imported.</source>
        <translation>Die Datei ist ein exportiertes Profil, aber dieser Wert darin wurde geändert oder beschädigt. Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>The keyring answered: {answer}</source>
        <translation>Der Schlüsselbund hat geantwortet: {answer}</translation>
    </message>
    <message>
        <source>The keyring asked for permission or a password and got none, so nothing was read or kept. Without a screen, a keyring that has to ask dismisses its own question.</source>
        <translation>Der Schlüsselbund fragte nach Erlaubnis oder Passwort und bekam nichts, also wurde nichts gelesen oder abgelegt. Ohne Bildschirm weist ein Schlüsselbund, der fragen muss, seine Frage selbst ab.</translation>
    </message>
    <message>
        <source>The keyring did not do what it was asked</source>
        <translation>Der Schlüsselbund hat nicht getan, was er sollte</translation>
    </message>
    <message>
        <source>The keyring has no room for this entry</source>
        <translation>Der Schlüsselbund hat keinen Platz für diesen Eintrag</translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation>Der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>The keyring&apos;s question was dismissed</source>
        <translation>Die Frage des Schlüsselbunds wurde abgewiesen</translation>
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
        <source>The old Hook is no longer as it was</source>
        <translation>Der alte Hook ist nicht mehr, wie er war</translation>
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
        <translation>Die Anfrage verließ Auth0, und es kam keine brauchbare Antwort zurück. Der Versender wiederholt sie nicht, damit niemand zwei Codes bekommt.</translation>
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
        <translation>Der Versender kam nicht bis zu Vonage durch</translation>
    </message>
    <message>
        <source>The sender did not hand its message over</source>
        <translation>Der Versender hat seine Nachricht nicht übergeben</translation>
    </message>
    <message>
        <source>The sender does not trust the certificate shown for Vonage</source>
        <translation>Der Versender vertraut dem für Vonage gezeigten Zertifikat nicht</translation>
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
        <source>The texts are no longer as they were</source>
        <translation>Die Texte sind nicht mehr, wie sie waren</translation>
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
        <source>There is no sender of ours in this tenant</source>
        <translation>In diesem Tenant ist kein Versender von uns</translation>
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
        <source>This file cannot be read as an exported profile</source>
        <translation>Diese Datei lässt sich nicht als exportiertes Profil lesen</translation>
    </message>
    <message>
        <source>This file is too large for an exported profile</source>
        <translation>Diese Datei ist zu groß für ein exportiertes Profil</translation>
    </message>
    <message>
        <source>This is a fault of Textfactor, not of your entries. Whether the last step was carried out is not known.</source>
        <translation>Das ist ein Fehler von Textfactor, nicht der Eingaben. Ob der letzte Schritt ausgeführt wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>This is not an exported profile</source>
        <translation>Das ist kein exportiertes Profil</translation>
    </message>
    <message>
        <source>This profile is from another version of Textfactor</source>
        <translation>Dieses Profil stammt aus einer anderen Version von Textfactor</translation>
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
        <translation>In einer Minute noch einmal eine Anmeldung versuchen.</translation>
    </message>
    <message>
        <source>Try again and answer the keyring&apos;s question.</source>
        <translation>Noch einmal versuchen und die Frage des Schlüsselbunds beantworten.</translation>
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
        <translation>Vonage lässt die Adresse dieses Rechners nicht zu</translation>
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
        <translation>Vonage hat die Anfrage des Versenders abgelehnt</translation>
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
        <translation>Der Versender weiß nicht, ob Vonage die Nachricht angenommen hat</translation>
    </message>
    <message>
        <source>Who sends the codes is no longer as it was</source>
        <translation>Wer die Codes sendet, ist nicht mehr, wie es war</translation>
    </message>
    <message>
        <source>Without the old profile, begin a new one and enter its values.</source>
        <translation>Ohne das alte Profil: ein neues anlegen und die Werte eingeben.</translation>
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
        <source>Asking Vonage what became of the message</source>
        <translation>Fragt Vonage, was aus der Nachricht wurde</translation>
    </message>
    <message>
        <source>Asking the keyring, which may ask you</source>
        <translation>Fragt den Schlüsselbund, der vielleicht nachfragt</translation>
    </message>
    <message>
        <source>Auth0 is building the Action</source>
        <translation>Auth0 baut die Action</translation>
    </message>
    <message>
        <source>Choosing the delivery provider</source>
        <translation>Wählt den Zustellanbieter</translation>
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
        <source>Looking everything over</source>
        <translation>Alles wird durchgesehen</translation>
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
        <source>Reading the tenant&apos;s log into the archive</source>
        <translation>Liest das Log des Tenants ins Archiv</translation>
    </message>
    <message>
        <source>Reading what a message costs</source>
        <translation>Liest, was eine Nachricht kostet</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} wird gelesen</translation>
    </message>
    <message>
        <source>Removing the other path&apos;s Action</source>
        <translation>Entfernt die Action des anderen Wegs</translation>
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
        <source>Switching the Hook off</source>
        <translation>Schaltet den Hook aus</translation>
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
        <source>Writing both texts</source>
        <translation>Schreibt beide Texte</translation>
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
        <source>Writing the files</source>
        <translation>Die Dateien werden geschrieben</translation>
    </message>
    <message>
        <source>Writing the message types</source>
        <translation>Schreibt die Nachrichtenarten</translation>
    </message>
    <message>
        <source>Writing the other trigger&apos;s bindings</source>
        <translation>Schreibt die Bindungen des anderen Triggers</translation>
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
        <source>It ran in {engine} and reported an error, as the legacy path wants it: the user would see that no code can be sent, and could ask again.</source>
        <translation>Er lief in {engine} und meldete einen Fehler, wie es der alte Weg verlangt: Wer sich anmeldet, sähe, dass kein Code verschickt werden kann, und könnte neu anfordern.</translation>
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
        <source>The sender did not send the message</source>
        <translation>Der Versender hat die Nachricht nicht verschickt</translation>
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
    <message>
        <source>console: {line}</source>
        <translation>Konsole: {line}</translation>
    </message>
    <message>
        <source>{engine}, {time} s</source>
        <translation>{engine}, {time} s</translation>
    </message>
</context>
<context>
    <name>words.scopes</name>
    <message>
        <source>shows a Hook that was left behind</source>
        <translation>zeigt einen übrig gebliebenen Hook</translation>
    </message>
    <message>
        <source>shows the protection against repeated messages</source>
        <translation>zeigt den Schutz vor wiederholten Nachrichten</translation>
    </message>
    <message>
        <source>switches that Hook off</source>
        <translation>schaltet diesen Hook aus</translation>
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
        <source>It cost about {price} (euros, unless the account has another currency).</source>
        <translation>Sie hat etwa {price} gekostet (in Euro, wenn das Konto keine andere Währung hat).</translation>
    </message>
    <message>
        <source>It cost about {price}; about {balance} is left (euros, unless the account has another currency).</source>
        <translation>Sie hat etwa {price} gekostet; etwa {balance} sind übrig (in Euro, wenn das Konto keine andere Währung hat).</translation>
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
        <source>Rests {seconds} s, as Vonage asked</source>
        <translation>Ruht {seconds} s, wie von Vonage erbeten</translation>
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
<context>
    <name>words.sent_tests</name>
    <message>
        <source>Accepted: the carrier took it and has not said yet what became of it.</source>
        <translation>Angenommen: Der Netzbetreiber hat sie übernommen und noch nicht gesagt, was daraus wurde.</translation>
    </message>
    <message>
        <source>Ask again in some minutes: a carrier may take that long to answer.</source>
        <translation>Frage in einigen Minuten noch einmal: so lange kann ein Netzbetreiber für die Antwort brauchen.</translation>
    </message>
    <message>
        <source>Buffered: the carrier keeps it until the phone can be reached.</source>
        <translation>Zwischengespeichert: Der Netzbetreiber behält sie, bis das Telefon erreichbar ist.</translation>
    </message>
    <message>
        <source>Delivered: the carrier says that the phone has it.</source>
        <translation>Zugestellt: Der Netzbetreiber sagt, dass das Telefon sie hat.</translation>
    </message>
    <message>
        <source>Expired: the phone could not be reached in the time allowed.</source>
        <translation>Abgelaufen: Das Telefon war in der erlaubten Zeit nicht zu erreichen.</translation>
    </message>
    <message>
        <source>Failed: it was not delivered and is not tried again.</source>
        <translation>Fehlgeschlagen: Sie wurde nicht zugestellt und wird nicht noch einmal versucht.</translation>
    </message>
    <message>
        <source>Look on the phone: blocked senders, the spam folder of the message app, a second SIM. Then try another phone: some carriers confirm what they do not deliver.</source>
        <translation>Auf dem Telefon nachsehen: gesperrte Absender, der Spam-Ordner der Nachrichten-App, eine zweite SIM. Dann ein anderes Telefon versuchen: manche Netzbetreiber bestätigen, was sie nicht zustellen.</translation>
    </message>
    <message>
        <source>Open Troubleshoot: it says what the record&apos;s error means and what to do.</source>
        <translation>Die Fehlersuche öffnen: sie sagt, was der Fehler im Datensatz bedeutet und was zu tun ist.</translation>
    </message>
    <message>
        <source>Rejected: Vonage or the carrier turned it down.</source>
        <translation>Abgelehnt: Vonage oder der Netzbetreiber hat sie abgewiesen.</translation>
    </message>
    <message>
        <source>Submitted: Vonage handed it to a carrier that has not answered yet.</source>
        <translation>Übergeben: Vonage hat sie einem Netzbetreiber gegeben, der noch nicht geantwortet hat.</translation>
    </message>
    <message>
        <source>Textfactor test message: if you can read this, Vonage reaches your phone.</source>
        <translation>Testnachricht von Textfactor: Ist das hier zu lesen, erreicht Vonage dieses Telefon.</translation>
    </message>
    <message>
        <source>Undeliverable: it could not be delivered.</source>
        <translation>Unzustellbar: Sie konnte nicht zugestellt werden.</translation>
    </message>
    <message>
        <source>Unknown: the carrier does not tell what became of it.</source>
        <translation>Unbekannt: Der Netzbetreiber sagt nicht, was daraus wurde.</translation>
    </message>
    <message>
        <source>Vonage calls it “{status}”.</source>
        <translation>Vonage nennt es „{status}“.</translation>
    </message>
    <message>
        <source>Vonage charges for each record: EUR 0.0004 by its pages of 2020 to 2022; today&apos;s price is not known.</source>
        <translation>Vonage berechnet jeden Datensatz: 0,0004 EUR nach seinen Seiten von 2020 bis 2022; der heutige Preis ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Vonage has no record of it yet: it may take some minutes, or there is none.</source>
        <translation>Vonage hat noch keinen Datensatz dazu: Es kann einige Minuten dauern, oder es gibt keinen.</translation>
    </message>
    <message>
        <source>Vonage&apos;s record does not say yet what became of it</source>
        <translation>Der Datensatz von Vonage sagt noch nicht, was daraus wurde</translation>
    </message>
    <message>
        <source>Vonage&apos;s record says that it was not delivered</source>
        <translation>Der Datensatz von Vonage sagt, dass sie nicht zugestellt wurde</translation>
    </message>
    <message>
        <source>Vonage&apos;s record says that the phone has it</source>
        <translation>Der Datensatz von Vonage sagt, dass das Telefon sie hat</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>arrival open</source>
        <translation>Ankunft offen</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>angekommen</translation>
    </message>
    <message>
        <source>did not arrive</source>
        <translation>nicht angekommen</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
</context>
<context>
    <name>words.standing</name>
    <message>
        <source>Auth0 has changed this tenant to the other delivery path. Our Action is on the old path&apos;s trigger, which is not asked any more. Move it: the plan sets the sender up where codes are sent today.</source>
        <translation>Auth0 hat diesen Tenant auf den anderen Zustellweg umgestellt. Unsere Action hängt am Trigger des alten Wegs, der nicht mehr gefragt wird. Umziehen hilft: Der Plan richtet den Sender dort ein, wo Codes heute gesendet werden.</translation>
    </message>
    <message>
        <source>Change the texts</source>
        <translation>Texte ändern</translation>
    </message>
    <message>
        <source>Codes do not go out through Vonage</source>
        <translation>Codes gehen nicht über Vonage hinaus</translation>
    </message>
    <message>
        <source>Codes do not go out through Vonage any more</source>
        <translation>Codes gehen nicht mehr über Vonage hinaus</translation>
    </message>
    <message>
        <source>Codes go out through Vonage</source>
        <translation>Codes gehen über Vonage hinaus</translation>
    </message>
    <message>
        <source>Codes go out through Vonage, and through another Action too</source>
        <translation>Codes gehen über Vonage hinaus und über eine andere Action auch</translation>
    </message>
    <message>
        <source>Codes go out through Vonage, but something differs</source>
        <translation>Codes gehen über Vonage hinaus, aber etwas weicht ab</translation>
    </message>
    <message>
        <source>Everything is as the last run left it.</source>
        <translation>Alles ist, wie der letzte Lauf es hinterließ.</translation>
    </message>
    <message>
        <source>Move from what sent before</source>
        <translation>Umzug von dem, was vorher sendete</translation>
    </message>
    <message>
        <source>No Action that sends through Vonage was found.</source>
        <translation>Keine Action wurde gefunden, die über Vonage sendet.</translation>
    </message>
    <message>
        <source>No codes are sent by SMS. The rest is ready to be turned on.</source>
        <translation>Keine Codes kommen per SMS. Der Rest ist bereit zum Einschalten.</translation>
    </message>
    <message>
        <source>Nobody can tell whether codes go out through Vonage</source>
        <translation>Niemand kann sagen, ob Codes über Vonage hinausgehen</translation>
    </message>
    <message>
        <source>Nothing of Textfactor is in this tenant</source>
        <translation>Nichts von Textfactor ist in diesem Tenant</translation>
    </message>
    <message>
        <source>On the legacy path every Action on the trigger runs, so people may get two codes.</source>
        <translation>Auf dem Legacy-Weg läuft jede Action am Trigger, also kommen vielleicht zwei Codes an.</translation>
    </message>
    <message>
        <source>Practice faults still on: {names}. What they break breaks again until they are switched off under Practice.</source>
        <translation>Übungsfehler noch an: {names}. Was sie kaputt machen, geht wieder kaputt, bis sie unter „Übung“ abgeschaltet sind.</translation>
    </message>
    <message>
        <source>Remove everything of ours</source>
        <translation>Alles von uns entfernen</translation>
    </message>
    <message>
        <source>Replace the Vonage secret</source>
        <translation>Vonage-Secret ersetzen</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Somebody has changed the tenant since the last run.</source>
        <translation>Jemand hat den Tenant seit dem letzten Lauf geändert.</translation>
    </message>
    <message>
        <source>Take back: change the texts</source>
        <translation>Zurücknehmen: Texte ändern</translation>
    </message>
    <message>
        <source>Take back: move from what sent before</source>
        <translation>Zurücknehmen: Umzug von dem, was vorher sendete</translation>
    </message>
    <message>
        <source>Take back: remove everything of ours</source>
        <translation>Zurücknehmen: alles von uns entfernen</translation>
    </message>
    <message>
        <source>Take back: replace the Vonage secret</source>
        <translation>Zurücknehmen: Vonage-Secret ersetzen</translation>
    </message>
    <message>
        <source>Take back: set up</source>
        <translation>Zurücknehmen: einrichten</translation>
    </message>
    <message>
        <source>Take back: turn SMS codes off</source>
        <translation>Zurücknehmen: SMS-Codes ausschalten</translation>
    </message>
    <message>
        <source>Take back: turn SMS codes on</source>
        <translation>Zurücknehmen: SMS-Codes einschalten</translation>
    </message>
    <message>
        <source>The SMS factor is off</source>
        <translation>Der SMS-Faktor ist aus</translation>
    </message>
    <message>
        <source>The sender&apos;s Action is there, but Auth0 does not hand its messages to it.</source>
        <translation>Die Action des Versenders ist da, aber Auth0 übergibt ihr seine Nachrichten nicht.</translation>
    </message>
    <message>
        <source>Turn SMS codes off</source>
        <translation>SMS-Codes ausschalten</translation>
    </message>
    <message>
        <source>Turn SMS codes on</source>
        <translation>SMS-Codes einschalten</translation>
    </message>
    <message>
        <source>What decides it could not be read; the facts say why.</source>
        <translation>Was es entscheidet, war nicht zu lesen; die Fakten sagen, warum.</translation>
    </message>
</context>
<context>
    <name>words.templates</name>
    <message>
        <source>A part takes 70 characters instead of 160 because of: {detail}</source>
        <translation>Ein Teil fasst 70 statt 160 Zeichen, wegen: {detail}</translation>
    </message>
    <message>
        <source>Add the line</source>
        <translation>Zeile anfügen</translation>
    </message>
    <message>
        <source>Auth0 knows no {{ {detail} }}. It knows {{ {instead} }}.</source>
        <translation>Auth0 kennt kein {{ {detail} }}. Es kennt {{ {instead} }}.</translation>
    </message>
    <message>
        <source>Auth0 knows no {{ {detail} }}: nothing shows there.</source>
        <translation>Auth0 kennt kein {{ {detail} }}: Dort erscheint nichts.</translation>
    </message>
    <message>
        <source>Auth0&apos;s documents write {{ {detail} }} and {{ {instead} }}; its own defaults use the second.</source>
        <translation>Auth0 schreibt in seiner Dokumentation {{ {detail} }} und {{ {instead} }}; die eigenen Vorgaben nehmen das zweite.</translation>
    </message>
    <message>
        <source>Blocked account</source>
        <translation>Gesperrtes Konto</translation>
    </message>
    <message>
        <source>Browsers fill the code in by themselves when the last line is an @, the domain of the login, a blank and #{{ code }}.</source>
        <translation>Browser füllen den Code von selbst aus, wenn die letzte Zeile aus @, der Domain der Anmeldung, einem Leerzeichen und #{{ code }} besteht.</translation>
    </message>
    <message>
        <source>Browsers fill the code in by themselves, and on the right page only, when the last line is {instead}.</source>
        <translation>Browser füllen den Code von selbst aus, und nur auf der richtigen Seite, wenn die letzte Zeile {instead} lautet.</translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation>Registrierung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Goes out at each login with a code.</source>
        <translation>Geht bei jeder Anmeldung mit Code hinaus.</translation>
    </message>
    <message>
        <source>Goes out when a password was found in a leak. Auth0 lists it once it was written.</source>
        <translation>Geht hinaus, wenn ein Passwort in einem Leck gefunden wurde. Auth0 führt sie, sobald sie einmal geschrieben wurde.</translation>
    </message>
    <message>
        <source>Goes out when somebody adds their phone.</source>
        <translation>Geht hinaus, wenn jemand sein Telefon hinzufügt.</translation>
    </message>
    <message>
        <source>Goes out when somebody sets a new password by phone.</source>
        <translation>Geht hinaus, wenn jemand per Telefon ein neues Passwort setzt.</translation>
    </message>
    <message>
        <source>Goes out when too many failed logins blocked an account. It has no code.</source>
        <translation>Geht hinaus, wenn zu viele Fehlversuche ein Konto gesperrt haben. Sie hat keinen Code.</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>It takes up to {detail} parts, and each of them is paid for.</source>
        <translation>Sie braucht bis zu {detail} Teile, und jeder davon wird bezahlt.</translation>
    </message>
    <message>
        <source>Leaked password</source>
        <translation>Geleaktes Passwort</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>Put the code in front</source>
        <translation>Code voranstellen</translation>
    </message>
    <message>
        <source>Rewrite to GSM-7</source>
        <translation>In GSM-7 umschreiben</translation>
    </message>
    <message>
        <source>The code is missing for some people: those with the locale {detail}.</source>
        <translation>Der Code fehlt für manche: für die mit der Locale {detail}.</translation>
    </message>
    <message>
        <source>The code is missing: put {{ code }} where it shall stand, or nobody can log in.</source>
        <translation>Der Code fehlt: {{ code }} dort einsetzen, wo er stehen soll, sonst kann sich niemand anmelden.</translation>
    </message>
    <message>
        <source>The last line begins with @ but is not of the form @domain #code: browsers do not take it.</source>
        <translation>Die letzte Zeile beginnt mit @, hat aber nicht die Form @domain #code: Browser nehmen sie nicht.</translation>
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
        <source>The text is empty: nothing would be sent.</source>
        <translation>Der Text ist leer: Es würde nichts gesendet.</translation>
    </message>
    <message>
        <source>There is a link in it ({detail}): carriers hold such messages back.</source>
        <translation>Darin ist ein Link ({detail}): Netzbetreiber halten solche Nachrichten zurück.</translation>
    </message>
    <message>
        <source>This message has no code: {{ code }} comes out empty.</source>
        <translation>Diese Nachricht hat keinen Code: {{ code }} bleibt leer.</translation>
    </message>
    <message>
        <source>Too long with {detail} characters: Auth0 takes 20,000 for a template, Vonage about 3,200 for a message.</source>
        <translation>Mit {detail} Zeichen zu lang: Auth0 nimmt 20.000 für eine Vorlage, Vonage etwa 3.200 für eine Nachricht.</translation>
    </message>
    <message>
        <source>Use {{ {instead} }}</source>
        <translation>{{ {instead} }} verwenden</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>What is filled in can have letters that GSM-7 lacks ({detail}): then a part takes 70 characters.</source>
        <translation>Was eingesetzt wird, kann Buchstaben haben, die GSM-7 fehlen ({detail}): Dann fasst ein Teil 70 Zeichen.</translation>
    </message>
    <message>
        <source>While the Vonage account is on trial, 30 characters are appended: that makes {detail} parts.</source>
        <translation>Bei einem Testkonto hängt Vonage 30 Zeichen an: Das ergibt {detail} Teile.</translation>
    </message>
    <message>
        <source>While the Vonage account is on trial, its remark follows the last line, and browsers cannot read it.</source>
        <translation>Bei einem Testkonto folgt dessen Zusatz auf die letzte Zeile, und Browser können sie nicht lesen.</translation>
    </message>
    <message>
        <source>{{ {detail} }} exists on the legacy path only: nothing shows there.</source>
        <translation>{{ {detail} }} gibt es nur auf dem Legacy-Weg: Dort erscheint nichts.</translation>
    </message>
    <message>
        <source>{{ {detail} }} exists on the unified path only: nothing shows there.</source>
        <translation>{{ {detail} }} gibt es nur auf dem Unified-Weg: Dort erscheint nichts.</translation>
    </message>
    <message>
        <source>{{ {detail} }} is the legacy path&apos;s name and comes out empty here: write {{ {instead} }}.</source>
        <translation>{{ {detail} }} heißt es auf dem Legacy-Weg und bleibt hier leer: {{ {instead} }} schreiben.</translation>
    </message>
    <message>
        <source>{{ {detail} }} is the unified path&apos;s name and comes out empty here: write {{ {instead} }}.</source>
        <translation>{{ {detail} }} heißt es auf dem Unified-Weg und bleibt hier leer: {{ {instead} }} schreiben.</translation>
    </message>
</context>
<context>
    <name>words.timeline</name>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Vonage</source>
        <translation>Vonage</translation>
    </message>
    <message>
        <source>Vonage did not take the message</source>
        <translation>Vonage hat die Nachricht nicht angenommen</translation>
    </message>
    <message>
        <source>Vonage took the message</source>
        <translation>Vonage hat die Nachricht angenommen</translation>
    </message>
    <message>
        <source>Vonage&apos;s report</source>
        <translation>Bericht von Vonage</translation>
    </message>
    <message>
        <source>a code was asked for</source>
        <translation>ein Code wurde verlangt</translation>
    </message>
    <message>
        <source>by number and time</source>
        <translation>über Nummer und Zeit</translation>
    </message>
    <message>
        <source>by the client reference</source>
        <translation>über die Client-Referenz</translation>
    </message>
    <message>
        <source>by the client reference, which holds time and user</source>
        <translation>über die Client-Referenz, in der Zeit und Benutzer stecken</translation>
    </message>
    <message>
        <source>by the id of the Action&apos;s run</source>
        <translation>über die Kennung des Action-Laufs</translation>
    </message>
    <message>
        <source>by the message id</source>
        <translation>über die Nachrichtenkennung</translation>
    </message>
    <message>
        <source>by user and time</source>
        <translation>über Benutzer und Zeit</translation>
    </message>
    <message>
        <source>delivery receipt</source>
        <translation>Zustellquittung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>in the row itself</source>
        <translation>in der Zeile selbst</translation>
    </message>
    <message>
        <source>it follows from what came later</source>
        <translation>es folgt aus dem, was danach kam</translation>
    </message>
    <message>
        <source>no code was asked for</source>
        <translation>es wurde kein Code verlangt</translation>
    </message>
    <message>
        <source>no code was handed in</source>
        <translation>es wurde kein Code eingegeben</translation>
    </message>
    <message>
        <source>no receipt or report tells</source>
        <translation>keine Quittung und kein Bericht sagt etwas dazu</translation>
    </message>
    <message>
        <source>no row tells</source>
        <translation>keine Zeile sagt etwas dazu</translation>
    </message>
    <message>
        <source>no row tells whether it ran</source>
        <translation>keine Zeile sagt, ob sie lief</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not known what Vonage answered</source>
        <translation>nicht bekannt, was Vonage geantwortet hat</translation>
    </message>
    <message>
        <source>nothing was sent</source>
        <translation>es wurde nichts gesendet</translation>
    </message>
    <message>
        <source>nothing was sent to the phone</source>
        <translation>an das Telefon wurde nichts gesendet</translation>
    </message>
    <message>
        <source>practice phone</source>
        <translation>Übungstelefon</translation>
    </message>
    <message>
        <source>the Action did its part</source>
        <translation>die Action hat ihren Teil getan</translation>
    </message>
    <message>
        <source>the code was accepted</source>
        <translation>der Code wurde angenommen</translation>
    </message>
    <message>
        <source>the code was not accepted</source>
        <translation>der Code wurde nicht angenommen</translation>
    </message>
    <message>
        <source>the message arrived</source>
        <translation>die Nachricht ist angekommen</translation>
    </message>
    <message>
        <source>the message did not arrive</source>
        <translation>die Nachricht ist nicht angekommen</translation>
    </message>
    <message>
        <source>waiting for the code</source>
        <translation>wartet auf den Code</translation>
    </message>
    <message>
        <source>what you said</source>
        <translation>eigene Angabe</translation>
    </message>
</context>
</TS>
