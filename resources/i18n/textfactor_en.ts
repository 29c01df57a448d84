<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ApplyPage</name>
    <message numerus="yes">
        <source>Apply %n changes</source>
        <translation>
            <numerusform>Apply %n change</numerusform>
            <numerusform>Apply %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back %n changes</source>
        <translation>
            <numerusform>Take back %n change</numerusform>
            <numerusform>Take back %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message numerus="yes">
        <source>%n changes applied; Undo on the Apply page takes them back</source>
        <translation>
            <numerusform>%n change applied; Undo on the Apply page takes it back</numerusform>
            <numerusform>%n changes applied; Undo on the Apply page takes them back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are in {folder}</source>
        <translation>
            <numerusform>%n file is in {folder}</numerusform>
            <numerusform>%n files are in {folder}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportRow</name>
    <message numerus="yes">
        <source>%n files are in {folder}</source>
        <translation>
            <numerusform>%n file is in {folder}</numerusform>
            <numerusform>%n files are in {folder}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanDesk</name>
    <message numerus="yes">
        <source>Apply %n changes</source>
        <translation>
            <numerusform>Apply %n change</numerusform>
            <numerusform>Apply %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back %n changes</source>
        <translation>
            <numerusform>Take back %n change</numerusform>
            <numerusform>Take back %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message numerus="yes">
        <source>Apply %n changes</source>
        <translation>
            <numerusform>Apply %n change</numerusform>
            <numerusform>Apply %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_RunRow</name>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
</TS>
