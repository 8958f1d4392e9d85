<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>CordItem</name>
    <message>
        <source>connected, waiting in the accept queue</source>
        <translation>verbunden, wartet in der Accept-Queue</translation>
    </message>
    <message>
        <source>accepted from fd %1</source>
        <translation>angenommen von fd %1</translation>
    </message>
    <message>
        <source>waits for accept()</source>
        <translation>wartet auf accept()</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message>
        <source>number of the row, from 0</source>
        <translation>Nummer der Zeile, ab 0</translation>
    </message>
    <message>
        <source>when it was known, since the start</source>
        <translation>wann es bekannt wurde, seit dem Beginn</translation>
    </message>
    <message>
        <source>how long the call took</source>
        <translation>wie lange der Aufruf dauerte</translation>
    </message>
    <message>
        <source>the socket: its identity, never used again</source>
        <translation>der Socket: seine Identität, nie wieder verwendet</translation>
    </message>
    <message>
        <source>the socket&apos;s descriptor: a number that is used again</source>
        <translation>der Deskriptor des Sockets: eine Zahl, die wieder verwendet wird</translation>
    </message>
    <message>
        <source>the socket that the call opened</source>
        <translation>der Socket, den der Aufruf geöffnet hat</translation>
    </message>
    <message>
        <source>who made the call, by name</source>
        <translation>wer den Aufruf gemacht hat, mit Namen</translation>
    </message>
    <message>
        <source>the kernel&apos;s number of the thread</source>
        <translation>die Nummer des Threads im Kernel</translation>
    </message>
    <message>
        <source>the function</source>
        <translation>die Funktion</translation>
    </message>
    <message>
        <source>what the row is: call, blocked, note, gap, state, options, finding</source>
        <translation>was die Zeile ist: call, blocked, note, gap, state, options, finding</translation>
    </message>
    <message>
        <source>what the call returned</source>
        <translation>was der Aufruf zurückgab</translation>
    </message>
    <message>
        <source>the error; alone: any</source>
        <translation>der Fehler; allein: irgendeiner</translation>
    </message>
    <message>
        <source>the bytes that the call moved</source>
        <translation>die Bytes, die der Aufruf bewegt hat</translation>
    </message>
    <message>
        <source>how many bytes it moved</source>
        <translation>wie viele Bytes er bewegt hat</translation>
    </message>
    <message>
        <source>how many of them were kept</source>
        <translation>wie viele davon behalten wurden</translation>
    </message>
    <message>
        <source>the address of the other end</source>
        <translation>die Adresse des anderen Endes</translation>
    </message>
    <message>
        <source>our own address</source>
        <translation>die eigene Adresse</translation>
    </message>
    <message>
        <source>any address of the call or its socket</source>
        <translation>irgendeine Adresse des Aufrufs oder seines Sockets</translation>
    </message>
    <message>
        <source>the port of any of them</source>
        <translation>der Port irgendeiner davon</translation>
    </message>
    <message>
        <source>the socket&apos;s domain: ipv4, ipv6, unix, AF_*</source>
        <translation>die Domain des Sockets: ipv4, ipv6, unix, AF_*</translation>
    </message>
    <message>
        <source>the socket&apos;s type: stream, datagram, SOCK_*</source>
        <translation>der Typ des Sockets: stream, datagram, SOCK_*</translation>
    </message>
    <message>
        <source>flags of sends and receives: MSG_*</source>
        <translation>Flags von Senden und Empfangen: MSG_*</translation>
    </message>
    <message>
        <source>level of an option: SOL_*, IPPROTO_*</source>
        <translation>Ebene einer Option: SOL_*, IPPROTO_*</translation>
    </message>
    <message>
        <source>a socket option: SO_*, TCP_* ...</source>
        <translation>eine Socket-Option: SO_*, TCP_* ...</translation>
    </message>
    <message>
        <source>the row as strace prints it</source>
        <translation>die Zeile, wie strace sie schreibt</translation>
    </message>
    <message>
        <source>the call returned -1</source>
        <translation>der Aufruf gab -1 zurück</translation>
    </message>
    <message>
        <source>was seen asleep in the kernel</source>
        <translation>wurde schlafend im Kernel gesehen</translation>
    </message>
    <message>
        <source>send(), write() and their like</source>
        <translation>send(), write() und ihresgleichen</translation>
    </message>
    <message>
        <source>recv(), read() and their like</source>
        <translation>recv(), read() und ihresgleichen</translation>
    </message>
    <message>
        <source>has a mark</source>
        <translation>hat eine Markierung</translation>
    </message>
    <message>
        <source>has a comment</source>
        <translation>hat einen Kommentar</translation>
    </message>
    <message>
        <source>made by Sockscope itself</source>
        <translation>von Sockscope selbst gemacht</translation>
    </message>
    <message>
        <source>what Sockscope has looked at by itself</source>
        <translation>was Sockscope von sich aus angesehen hat</translation>
    </message>
    <message>
        <source>a remark</source>
        <translation>eine Bemerkung</translation>
    </message>
    <message>
        <source>events that could not be kept</source>
        <translation>Ereignisse, die nicht behalten werden konnten</translation>
    </message>
    <message>
        <source>of an IPv4 socket</source>
        <translation>eines IPv4-Sockets</translation>
    </message>
    <message>
        <source>of an IPv6 socket</source>
        <translation>eines IPv6-Sockets</translation>
    </message>
    <message>
        <source>of a UNIX socket</source>
        <translation>eines UNIX-Sockets</translation>
    </message>
    <message>
        <source>of a stream socket</source>
        <translation>eines Stream-Sockets</translation>
    </message>
    <message>
        <source>of a datagram socket</source>
        <translation>eines Datagramm-Sockets</translation>
    </message>
    <message>
        <source>of a seqpacket socket</source>
        <translation>eines Seqpacket-Sockets</translation>
    </message>
    <message>
        <source>of an internet stream socket</source>
        <translation>eines Internet-Stream-Sockets</translation>
    </message>
    <message>
        <source>of an internet datagram socket</source>
        <translation>eines Internet-Datagramm-Sockets</translation>
    </message>
</context>
<context>
    <name>KernelPage</name>
    <message>
        <source>
Since Linux %1.</source>
        <translation>
Seit Linux %1.</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Runter</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
</context>
<context>
    <name>Scenario</name>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>the end of the line</source>
        <translation>das Zeilenende</translation>
    </message>
    <message>
        <source>the end of the scenario</source>
        <translation>das Ende des Szenarios</translation>
    </message>
    <message>
        <source>a string that does not end</source>
        <translation>eine Zeichenkette, die nicht endet</translation>
    </message>
    <message>
        <source>a string that is too long</source>
        <translation>eine zu lange Zeichenkette</translation>
    </message>
    <message>
        <source>a string that was cut (&quot;...)</source>
        <translation>eine gekürzte Zeichenkette (&quot;...)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>a second one</source>
        <translation>eine zweite</translation>
    </message>
    <message>
        <source>the byte %1</source>
        <translation>das Byte %1</translation>
    </message>
    <message>
        <source>the character %1</source>
        <translation>das Zeichen %1</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number of 32 bits</source>
        <translation>eine Zahl von 32 Bit</translation>
    </message>
    <message>
        <source>a number or a constant of the socket interface, such as AF_INET</source>
        <translation>eine Zahl oder eine Konstante der Socket-Schnittstelle wie AF_INET</translation>
    </message>
    <message>
        <source>a size from 0 to %1</source>
        <translation>eine Größe von 0 bis %1</translation>
    </message>
    <message>
        <source>the name of a socket</source>
        <translation>der Name eines Sockets</translation>
    </message>
    <message>
        <source>the name of a socket, or -1</source>
        <translation>der Name eines Sockets oder -1</translation>
    </message>
    <message>
        <source>&apos;)&apos; behind the name of a socket</source>
        <translation>&apos;)&apos; nach dem Namen eines Sockets</translation>
    </message>
    <message>
        <source>&apos;]&apos; behind a length</source>
        <translation>&apos;]&apos; nach einer Länge</translation>
    </message>
    <message>
        <source>&apos;(&apos; and the arguments</source>
        <translation>&apos;(&apos; und die Argumente</translation>
    </message>
    <message>
        <source>&apos;(&apos; and a socket</source>
        <translation>&apos;(&apos; und ein Socket</translation>
    </message>
    <message>
        <source>&apos;[&apos; and names for the two sockets, as in [a, b]</source>
        <translation>&apos;[&apos; und Namen für die beiden Sockets wie in [a, b]</translation>
    </message>
    <message>
        <source>&apos;[&apos; and entries, as in [{fd=c, events=POLLIN}]</source>
        <translation>&apos;[&apos; und Einträge wie in [{fd=c, events=POLLIN}]</translation>
    </message>
    <message>
        <source>a name for one of the two sockets</source>
        <translation>ein Name für einen der beiden Sockets</translation>
    </message>
    <message>
        <source>an argument: a number, a constant, a &quot;string&quot;, an address or a name</source>
        <translation>ein Argument: eine Zahl, eine Konstante, eine &quot;Zeichenkette&quot;, eine Adresse oder ein Name</translation>
    </message>
    <message>
        <source>&apos;)&apos; or an argument of the right kind for %1</source>
        <translation>&apos;)&apos; oder ein passendes Argument für %1</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>all the bytes that are to be sent</source>
        <translation>alle Bytes, die gesendet werden sollen</translation>
    </message>
    <message>
        <source>a step: a call, name = call, name returns, cancel, expect, wait, predict</source>
        <translation>ein Schritt: ein Aufruf, Name = Aufruf, Name returns, cancel, expect, wait, predict</translation>
    </message>
    <message>
        <source>a step, as in: server: listen(listener, 5) = 0</source>
        <translation>ein Schritt wie: server: listen(listener, 5) = 0</translation>
    </message>
    <message>
        <source>a call: %1</source>
        <translation>ein Aufruf: %1</translation>
    </message>
    <message>
        <source>&quot; at its end</source>
        <translation>&quot; am Ende</translation>
    </message>
    <message>
        <source>an escape of C: \n \t \r \\ \&quot; \0 to \377 \x00 to \xff</source>
        <translation>eine Escape-Sequenz von C: \n \t \r \\ \&quot; \0 bis \377 \x00 bis \xff</translation>
    </message>
    <message>
        <source>UTF-8 text without control characters</source>
        <translation>UTF-8-Text ohne Steuerzeichen</translation>
    </message>
    <message>
        <source>a message, as in {&quot;hello&quot;} or {100}</source>
        <translation>eine Nachricht wie {&quot;hallo&quot;} oder {100}</translation>
    </message>
    <message>
        <source>a buffer (&quot;bytes&quot; or its size), a control message or msg_...=</source>
        <translation>ein Puffer (&quot;Bytes&quot; oder seine Größe), eine Kontrollnachricht oder msg_...=</translation>
    </message>
    <message>
        <source>msg_name, msg_iov, msg_control or one of their lengths</source>
        <translation>msg_name, msg_iov, msg_control oder eine ihrer Längen</translation>
    </message>
    <message>
        <source>an address, addr(name) or NULL</source>
        <translation>eine Adresse, addr(Name) oder NULL</translation>
    </message>
    <message>
        <source>a control message, such as SCM_RIGHTS [name]</source>
        <translation>eine Kontrollnachricht wie SCM_RIGHTS [Name]</translation>
    </message>
    <message>
        <source>a type of that level, such as SCM_RIGHTS</source>
        <translation>ein Typ dieser Ebene wie SCM_RIGHTS</translation>
    </message>
    <message>
        <source>&apos;=&apos; behind the name of a field</source>
        <translation>&apos;=&apos; nach dem Namen eines Feldes</translation>
    </message>
    <message>
        <source>a field of struct sockaddr, as in sin_port=htons(80)</source>
        <translation>ein Feld von struct sockaddr wie in sin_port=htons(80)</translation>
    </message>
    <message>
        <source>an IPv6 host in quotes</source>
        <translation>ein IPv6-Host in Anführungszeichen</translation>
    </message>
    <message>
        <source>&apos;}&apos;: no address is longer than 128 bytes</source>
        <translation>&apos;}&apos;: Keine Adresse ist länger als 128 Bytes</translation>
    </message>
    <message>
        <source>bytes in two hexadecimal digits each, then &apos;}&apos;</source>
        <translation>Bytes aus je zwei Hexadezimalziffern, dann &apos;}&apos;</translation>
    </message>
    <message>
        <source>a value of %1, or its bytes as in {01 00 00 00}</source>
        <translation>ein Wert von %1 oder seine Bytes wie in {01 00 00 00}</translation>
    </message>
    <message>
        <source>a state of TCP, such as TCP_ESTABLISHED or TCP_LISTEN</source>
        <translation>ein Zustand von TCP wie TCP_ESTABLISHED oder TCP_LISTEN</translation>
    </message>
    <message>
        <source>a time, such as 200ms or 2s</source>
        <translation>eine Zeit wie 200ms oder 2s</translation>
    </message>
    <message>
        <source>waits of at most 300s in the whole scenario</source>
        <translation>zusammen höchstens 300s Wartezeit im ganzen Szenario</translation>
    </message>
    <message>
        <source>a question in quotes</source>
        <translation>eine Frage in Anführungszeichen</translation>
    </message>
    <message>
        <source>at least two answers in quotes</source>
        <translation>mindestens zwei Antworten in Anführungszeichen</translation>
    </message>
    <message>
        <source>a result: a number from -1 on</source>
        <translation>ein Ergebnis: eine Zahl ab -1</translation>
    </message>
    <message>
        <source>the name of an errno, such as EPIPE</source>
        <translation>der Name eines errno wie EPIPE</translation>
    </message>
    <message>
        <source>a name of letters, digits and _ that means nothing else</source>
        <translation>ein Name aus Buchstaben, Ziffern und _, der nichts anderes bedeutet</translation>
    </message>
    <message>
        <source>another name: it is declared already</source>
        <translation>ein anderer Name: Dieser ist schon vergeben</translation>
    </message>
    <message>
        <source>another name: that call has not returned yet</source>
        <translation>ein anderer Name: Jener Aufruf ist noch nicht zurückgekehrt</translation>
    </message>
    <message>
        <source>an actor that was declared: actor %1</source>
        <translation>ein vorher genannter Akteur: actor %1</translation>
    </message>
    <message>
        <source>a socket that an earlier line has opened</source>
        <translation>ein Socket, den eine frühere Zeile geöffnet hat</translation>
    </message>
    <message>
        <source>a socket that an earlier line has opened: %1</source>
        <translation>ein Socket, den eine frühere Zeile geöffnet hat: %1</translation>
    </message>
    <message>
        <source>a socket that an earlier line has opened, or -1</source>
        <translation>ein Socket, den eine frühere Zeile geöffnet hat, oder -1</translation>
    </message>
    <message>
        <source>a socket that an earlier line has opened: %1, or -1</source>
        <translation>ein Socket, den eine frühere Zeile geöffnet hat: %1, oder -1</translation>
    </message>
    <message>
        <source>an actor that is awake: %1 sleeps in %2() since line %3</source>
        <translation>ein Akteur, der wach ist: %1 schläft seit Zeile %3 in %2()</translation>
    </message>
    <message>
        <source>an actor that is awake: %1 sleeps in %2() since line %3; %4 returns wakes it</source>
        <translation>ein Akteur, der wach ist: %1 schläft seit Zeile %3 in %2(); %4 returns weckt ihn</translation>
    </message>
    <message>
        <source>the name of a call that blocks, as in: %1 = accept(listener) blocks</source>
        <translation>der Name eines Aufrufs, der blockiert, wie in: %1 = accept(listener) blocks</translation>
    </message>
    <message>
        <source>the actor that made the call in line %1</source>
        <translation>der Akteur des Aufrufs in Zeile %1</translation>
    </message>
    <message>
        <source>the line on which this call returns: its arguments stand there</source>
        <translation>die Zeile, in der dieser Aufruf zurückkehrt: Dort stehen seine Argumente</translation>
    </message>
    <message>
        <source>a line before this: %1 returns</source>
        <translation>vor dieser die Zeile: %1 returns</translation>
    </message>
    <message>
        <source>${tmp} or the name of a variable: let %1 = ...</source>
        <translation>${tmp} oder der Name einer Variablen: let %1 = ...</translation>
    </message>
    <message>
        <source>one string</source>
        <translation>genau eine Zeichenkette</translation>
    </message>
    <message>
        <source>a text behind the word</source>
        <translation>ein Text nach dem Wort</translation>
    </message>
    <message>
        <source>one such line in a scenario</source>
        <translation>nur eine solche Zeile in einem Szenario</translation>
    </message>
    <message>
        <source>at most %1 bytes in a line</source>
        <translation>höchstens %1 Bytes in einer Zeile</translation>
    </message>
    <message>
        <source>at most %1 bytes in all buffers of a scenario</source>
        <translation>höchstens %1 Bytes in allen Puffern eines Szenarios</translation>
    </message>
    <message>
        <source>at most %1 sockets in a scenario</source>
        <translation>höchstens %1 Sockets in einem Szenario</translation>
    </message>
    <message>
        <source>at most %1 steps</source>
        <translation>höchstens %1 Schritte</translation>
    </message>
    <message>
        <source>an address: 127.0.0.1:80, [::1]:80, &quot;/path&quot; or &quot;@name&quot;</source>
        <translation>eine Adresse: 127.0.0.1:80, [::1]:80, &quot;/Pfad&quot; oder &quot;@Name&quot;</translation>
    </message>
    <message>
        <source>an address without a blank</source>
        <translation>eine Adresse ohne Leerzeichen</translation>
    </message>
    <message>
        <source>a host before the port, as in 127.0.0.1:80</source>
        <translation>ein Host vor dem Port wie in 127.0.0.1:80</translation>
    </message>
    <message>
        <source>a host in numbers, as in 127.0.0.1:80 (names are not looked up)</source>
        <translation>ein Host in Zahlen wie in 127.0.0.1:80 (Namen werden nicht aufgelöst)</translation>
    </message>
    <message>
        <source>a port behind the host, as in 127.0.0.1:80</source>
        <translation>ein Port nach dem Host wie in 127.0.0.1:80</translation>
    </message>
    <message>
        <source>a port in decimal digits</source>
        <translation>ein Port in Dezimalziffern</translation>
    </message>
    <message>
        <source>a port up to 65535</source>
        <translation>ein Port bis 65535</translation>
    </message>
    <message>
        <source>a port without a leading zero</source>
        <translation>ein Port ohne führende Null</translation>
    </message>
    <message>
        <source>brackets around an IPv6 host, as in [::1]:80</source>
        <translation>Klammern um einen IPv6-Host wie in [::1]:80</translation>
    </message>
    <message>
        <source>&apos;]&apos; behind the IPv6 host, as in [::1]:80</source>
        <translation>&apos;]&apos; nach dem IPv6-Host wie in [::1]:80</translation>
    </message>
    <message>
        <source>a zone behind a link-local host, as in [fe80::1%eth0]:80</source>
        <translation>eine Zone nach einem Link-local-Host wie in [fe80::1%eth0]:80</translation>
    </message>
    <message>
        <source>a zone that is an interface of this machine</source>
        <translation>eine Zone, die eine Schnittstelle dieses Rechners ist</translation>
    </message>
    <message>
        <source>a zone behind link-local hosts only</source>
        <translation>eine Zone nur nach Link-local-Hosts</translation>
    </message>
    <message>
        <source>a UNIX name of at most 107 bytes</source>
        <translation>ein UNIX-Name von höchstens 107 Bytes</translation>
    </message>
    <message>
        <source>\\ or \xNN behind a backslash</source>
        <translation>\\ oder \xNN nach einem Backslash</translation>
    </message>
    <message>
        <source>a path without a NUL byte</source>
        <translation>ein Pfad ohne NUL-Byte</translation>
    </message>
    <message>
        <source>no failure</source>
        <translation>kein Fehlschlag</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1, mit %2</translation>
    </message>
    <message>
        <source>%1, and what is written</source>
        <translation>%1, und was geschrieben steht</translation>
    </message>
    <message>
        <source>to sleep in the kernel</source>
        <translation>Schlaf im Kernel</translation>
    </message>
    <message>
        <source>it runs, or sleeps elsewhere</source>
        <translation>läuft, oder schläft anderswo</translation>
    </message>
    <message>
        <source>to return when it is cancelled</source>
        <translation>Rückkehr nach dem Abbruch</translation>
    </message>
    <message>
        <source>it still sleeps</source>
        <translation>schläft noch immer</translation>
    </message>
    <message>
        <source>an address of %1</source>
        <translation>eine Adresse von %1</translation>
    </message>
    <message>
        <source>an address of this machine</source>
        <translation>eine Adresse dieses Rechners</translation>
    </message>
    <message>
        <source>it has none</source>
        <translation>hat keine</translation>
    </message>
    <message>
        <source>no open socket</source>
        <translation>kein offener Socket</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>a thread for the call</source>
        <translation>ein Thread für den Aufruf</translation>
    </message>
    <message>
        <source>a private folder for ${tmp}</source>
        <translation>ein privater Ordner für ${tmp}</translation>
    </message>
    <message>
        <source>loopback addresses, paths in ${tmp} and abstract names only</source>
        <translation>nur Loopback-Adressen, Pfade in ${tmp} und abstrakte Namen</translation>
    </message>
    <message>
        <source>the end of the run within %1</source>
        <translation>das Ende des Laufs binnen %1</translation>
    </message>
    <message>
        <source>%1() of line %2 still sleeps in the kernel (a call that is meant to sleep is written with `blocks`)</source>
        <translation>%1() aus Zeile %2 schläft noch im Kernel (ein Aufruf, der schlafen soll, wird mit `blocks` geschrieben)</translation>
    </message>
    <message>
        <source>still on its way</source>
        <translation>noch unterwegs</translation>
    </message>
    <message>
        <source>%1:%2:%3: found %4, expected %5</source>
        <translation>%1:%2:%3: gefunden: %4, erwartet: %5</translation>
    </message>
</context>
<context>
    <name>ui</name>
    <message>
        <source>same socket as fd %1, came through fd %2</source>
        <translation>derselbe Socket wie fd %1, gekommen durch fd %2</translation>
    </message>
    <message>
        <source>same socket as fd %1</source>
        <translation>derselbe Socket wie fd %1</translation>
    </message>
    <message>
        <source>came through fd %1</source>
        <translation>gekommen durch fd %1</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>C program</source>
        <translation>C-Programm</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Packet capture</source>
        <translation>Paketmitschnitt</translation>
    </message>
    <message>
        <source>A line a call, as strace writes it.</source>
        <translation>Eine Zeile je Aufruf, wie strace sie schreibt.</translation>
    </message>
    <message>
        <source>An object a line with every field, for programs.</source>
        <translation>Ein Objekt je Zeile mit allen Feldern, für Programme.</translation>
    </message>
    <message>
        <source>For spreadsheets. No text in it becomes a formula.</source>
        <translation>Für Tabellenkalkulationen. Kein Text darin wird zur Formel.</translation>
    </message>
    <message>
        <source>One page to read, send and print, without scripts.</source>
        <translation>Eine Seite zum Lesen, Verschicken und Drucken, ohne Skripte.</translation>
    </message>
    <message>
        <source>Makes the same calls, and compares what comes back.</source>
        <translation>Macht dieselben Aufrufe und vergleicht, was zurückkommt.</translation>
    </message>
    <message>
        <source>Plays the session again, here or by sockscope-cli.</source>
        <translation>Spielt die Sitzung noch einmal, hier oder mit sockscope-cli.</translation>
    </message>
    <message>
        <source>A sequence diagram as SVG, for slides.</source>
        <translation>Ein Sequenzdiagramm als SVG, für Folien.</translation>
    </message>
    <message>
        <source>For Wireshark: real bytes, and made-up headers around them.</source>
        <translation>Für Wireshark: echte Bytes, und erdachte Header darum.</translation>
    </message>
    <message>
        <source>There is something at this place that is no regular file: it is left alone.</source>
        <translation>An dieser Stelle ist etwas, das keine gewöhnliche Datei ist: Es bleibt unberührt.</translation>
    </message>
    <message>
        <source>to</source>
        <translation>an</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Address to send to</source>
        <translation>Adresse, an die gesendet wird</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>What to send: %1</source>
        <translation>Was gesendet wird: %1</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gemerkt</translation>
    </message>
    <message>
        <source>Messages kept to be sent again</source>
        <translation>Nachrichten, die noch einmal gesendet werden sollen</translation>
    </message>
    <message>
        <source>A value is missing. {} passes no bytes, NULL no pointer.</source>
        <translation>Es fehlt ein Wert. {} übergibt keine Bytes, NULL keinen Zeiger.</translation>
    </message>
    <message>
        <source>The value is a number, or bytes: {01 00 00 00}.</source>
        <translation>Der Wert ist eine Zahl, oder Bytes: {01 00 00 00}.</translation>
    </message>
    <message>
        <source>The number does not fit the bits that the option has.</source>
        <translation>Die Zahl passt nicht in die Bits, die die Option hat.</translation>
    </message>
    <message>
        <source>The value is on or off, or a number.</source>
        <translation>Der Wert ist on oder off, oder eine Zahl.</translation>
    </message>
    <message>
        <source>This is not one of the option&apos;s names, and no number.</source>
        <translation>Das ist keiner der Namen der Option, und keine Zahl.</translation>
    </message>
    <message>
        <source>A time is 1.5s, 200ms or {tv_sec=1, tv_usec=500000}.</source>
        <translation>Eine Zeit ist 1.5s, 200ms oder {tv_sec=1, tv_usec=500000}.</translation>
    </message>
    <message>
        <source>The value is an address in numbers, as 239.0.0.1@lo.</source>
        <translation>Der Wert ist eine Adresse in Zahlen, wie 239.0.0.1@lo.</translation>
    </message>
    <message>
        <source>This machine has no interface of that name.</source>
        <translation>Diese Maschine hat keine Schnittstelle dieses Namens.</translation>
    </message>
    <message>
        <source>The struct has no such member.</source>
        <translation>Die Struktur hat kein solches Feld.</translation>
    </message>
    <message>
        <source>Between a member and its value stands =.</source>
        <translation>Zwischen einem Feld und seinem Wert steht =.</translation>
    </message>
    <message>
        <source>A quotation mark is missing.</source>
        <translation>Es fehlt ein Anführungszeichen.</translation>
    </message>
    <message>
        <source>After the backslash comes nothing that C has.</source>
        <translation>Nach dem Backslash kommt nichts, was C kennt.</translation>
    </message>
    <message>
        <source>Bytes are pairs of hexadecimal digits: {01 00 00 00}.</source>
        <translation>Bytes sind Paare hexadezimaler Ziffern: {01 00 00 00}.</translation>
    </message>
    <message>
        <source>A bracket or a brace is not closed.</source>
        <translation>Eine Klammer ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>The instructions of a filter stand in [ ].</source>
        <translation>Die Anweisungen eines Filters stehen in [ ].</translation>
    </message>
    <message>
        <source>There is something behind the value.</source>
        <translation>Hinter dem Wert steht noch etwas.</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>nur lesbar</translation>
    </message>
    <message>
        <source>write only</source>
        <translation>nur schreibbar</translation>
    </message>
    <message>
        <source>inherited by accept()</source>
        <translation>wird von accept() vererbt</translation>
    </message>
    <message>
        <source>fd %1, %2</source>
        <translation>fd %1, %2</translation>
    </message>
    <message>
        <source>conditions, joined by and, or, not, ( )</source>
        <translation>Bedingungen, verbunden mit and, or, not, ( )</translation>
    </message>
    <message>
        <source>the same, another, smaller, one of a set</source>
        <translation>gleich, anders, kleiner, eines aus einer Menge</translation>
    </message>
    <message>
        <source>text, &quot;GET&quot;i in any case, or bytes: 47:45:54</source>
        <translation>Text, &quot;GET&quot;i in Groß- und Kleinschreibung, oder Bytes: 47:45:54</translation>
    </message>
    <message>
        <source>a regular expression (RE2) over bytes</source>
        <translation>ein regulärer Ausdruck (RE2) über Bytes</translation>
    </message>
    <message>
        <source>a field alone: the row has one</source>
        <translation>ein Feld allein: die Zeile hat eines</translation>
    </message>
    <message>
        <source>times have a unit: ns us ms s min h</source>
        <translation>Zeiten haben eine Einheit: ns us ms s min h</translation>
    </message>
    <message>
        <source>%1 more rows</source>
        <translation>%1 weitere Zeilen</translation>
    </message>
    <message>
        <source>blocked ⋯</source>
        <translation>blockiert ⋯</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>zurückgekehrt</translation>
    </message>
    <message>
        <source>began %1, took %2</source>
        <translation>begann %1, dauerte %2</translation>
    </message>
    <message>
        <source>began %1, seen asleep %2 later</source>
        <translation>begann %1, %2 später schlafend gesehen</translation>
    </message>
    <message>
        <source>sleeps in the kernel&apos;s %1()</source>
        <translation>schläft in %1() des Kernels</translation>
    </message>
    <message>
        <source>It has returned: a double click goes there.</source>
        <translation>Er ist zurückgekehrt: Ein Doppelklick führt dorthin.</translation>
    </message>
    <message>
        <source>Made by Sockscope itself.</source>
        <translation>Von Sockscope selbst gemacht.</translation>
    </message>
    <message>
        <source>looked: %1</source>
        <translation>angesehen: %1</translation>
    </message>
    <message>
        <source>looked: getsockopt(), new values: %1</source>
        <translation>angesehen: getsockopt(), neue Werte: %1</translation>
    </message>
    <message>
        <source>looked for the reason of a failed call</source>
        <translation>suchte nach dem Grund eines gescheiterten Aufrufs</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>ausgewählt</translation>
    </message>
    <message>
        <source>looked</source>
        <translation>angesehen</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rot</translation>
    </message>
    <message>
        <source>amber</source>
        <translation>bernstein</translation>
    </message>
    <message>
        <source>green</source>
        <translation>grün</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>türkis</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>violett</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>grau</translation>
    </message>
    <message>
        <source>listener</source>
        <translation>Listener</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>datagram</source>
        <translation>Datagramm</translation>
    </message>
    <message>
        <source>socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the language&apos;s code</comment>
        <extracomment>The two letters of the language that this file is for: de, fr ...</extracomment>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>ui::AddressEdit</name>
    <message>
        <source>The bytes of an address are pairs of hexadecimal digits, 128 at most.</source>
        <translation>Die Bytes einer Adresse sind Paare hexadezimaler Ziffern, höchstens 128.</translation>
    </message>
    <message>
        <source>/path or @name</source>
        <translation>/pfad oder @name</translation>
    </message>
    <message>
        <source>host:port</source>
        <translation>host:port</translation>
    </message>
    <message>
        <source>Addresses for %1</source>
        <translation>Adressen für %1</translation>
    </message>
    <message>
        <source>The length of the address is a number of bytes.</source>
        <translation>Die Länge der Adresse ist eine Zahl von Bytes.</translation>
    </message>
    <message>
        <source>AF_UNSPEC: take the peer away</source>
        <translation>AF_UNSPEC: den Peer wegnehmen</translation>
    </message>
    <message>
        <source>No name: the kernel finds one (autobind)</source>
        <translation>Kein Name: Der Kernel findet einen (Autobind)</translation>
    </message>
    <message>
        <source>As bytes, to change them by hand</source>
        <translation>Als Bytes, um sie von Hand zu ändern</translation>
    </message>
    <message>
        <source>NULL: no address</source>
        <translation>NULL: keine Adresse</translation>
    </message>
    <message>
        <source>Look up a name…</source>
        <translation>Namen nachschlagen…</translation>
    </message>
</context>
<context>
    <name>ui::BoardActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Of the board: places, notes, cards taken off. A system call cannot be undone.</source>
        <translation>Auf dem Brett: Plätze, Notizen, weggenommene Karten. Ein Systemaufruf lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>&amp;Arrange the board</source>
        <translation>Brett &amp;ordnen</translation>
    </message>
    <message>
        <source>&amp;Note on the socket …</source>
        <translation>&amp;Notiz zum Socket …</translation>
    </message>
    <message>
        <source>&amp;Select all cards</source>
        <translation>&amp;Alle Karten auswählen</translation>
    </message>
    <message>
        <source>Show the &amp;whole board</source>
        <translation>Das &amp;ganze Brett zeigen</translation>
    </message>
    <message>
        <source>&amp;Zoom to the selection</source>
        <translation>Auf die Auswahl &amp;zoomen</translation>
    </message>
    <message>
        <source>System calls cannot be undone</source>
        <translation>Systemaufrufe lassen sich nicht rückgängig machen</translation>
    </message>
    <message>
        <source>A&amp;lign the selected cards</source>
        <translation>Gewählte Karten ausr&amp;ichten</translation>
    </message>
    <message>
        <source>&amp;Left edges</source>
        <translation>&amp;Linke Kanten</translation>
    </message>
    <message>
        <source>&amp;Right edges</source>
        <translation>&amp;Rechte Kanten</translation>
    </message>
    <message>
        <source>&amp;Top edges</source>
        <translation>&amp;Obere Kanten</translation>
    </message>
    <message>
        <source>&amp;Bottom edges</source>
        <translation>&amp;Untere Kanten</translation>
    </message>
    <message>
        <source>A recording: no call can be made</source>
        <translation>Eine Aufnahme: Kein Aufruf ist möglich</translation>
    </message>
    <message>
        <source>A moment of the past: no call can be made</source>
        <translation>Ein Moment der Vergangenheit: Kein Aufruf ist möglich</translation>
    </message>
    <message>
        <source>&amp;Follow its stream</source>
        <translation>Seinem &amp;Stream folgen</translation>
    </message>
    <message>
        <source>Only this socket in the &amp;log</source>
        <translation>Nur diesen Socket im &amp;Protokoll</translation>
    </message>
    <message>
        <source>A&amp;lign</source>
        <translation>Aus&amp;richten</translation>
    </message>
    <message>
        <source>&amp;Take off the board</source>
        <translation>Vom Brett ne&amp;hmen</translation>
    </message>
    <message>
        <source>Closed sockets only; Ctrl+Z brings it back</source>
        <translation>Nur geschlossene Sockets; Strg+Z bringt ihn zurück</translation>
    </message>
    <message>
        <source>&amp;New socket here …</source>
        <translation>&amp;Neuer Socket hier …</translation>
    </message>
    <message>
        <source>Take closed sockets &amp;off the board</source>
        <translation>&amp;Geschlossene Sockets vom Brett nehmen</translation>
    </message>
    <message>
        <source>Connect &amp;to …</source>
        <translation>&amp;Verbinden mit …</translation>
    </message>
</context>
<context>
    <name>ui::BoardEdits</name>
    <message>
        <source>moving</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>arranging</source>
        <translation>Ordnen</translation>
    </message>
    <message>
        <source>aligning</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>taking cards off the board</source>
        <translation>Karten vom Brett nehmen</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>eine Notiz</translation>
    </message>
</context>
<context>
    <name>ui::BoardView</name>
    <message>
        <source>Board of sockets</source>
        <translation>Brett der Sockets</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>A note on this socket</source>
        <translation>Eine Notiz zu diesem Socket</translation>
    </message>
    <message>
        <source>At this moment there was no socket.</source>
        <translation>In diesem Augenblick gab es keinen Socket.</translation>
    </message>
    <message>
        <source>The first socket comes with the next step (F10).</source>
        <translation>Der erste Socket kommt mit dem nächsten Schritt (F10).</translation>
    </message>
</context>
<context>
    <name>ui::ByteSheet</name>
    <message>
        <source>The bytes of the row: %1</source>
        <translation>Die Bytes der Zeile: %1</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy as hex</source>
        <translation>Als Hex kopieren</translation>
    </message>
    <message>
        <source>Copy with escapes</source>
        <translation>Mit Escapes kopieren</translation>
    </message>
    <message>
        <source>Copy as C array</source>
        <translation>Als C-Array kopieren</translation>
    </message>
    <message>
        <source>Copy as hex dump</source>
        <translation>Als Hexdump kopieren</translation>
    </message>
</context>
<context>
    <name>ui::BytesHandle</name>
    <message>
        <source>Drag it onto a card: the bytes are sent from there</source>
        <translation>Auf eine Karte ziehen: von dort werden die Bytes gesendet</translation>
    </message>
    <message>
        <source>Received: %1</source>
        <translation>Empfangen: %1</translation>
    </message>
</context>
<context>
    <name>ui::CallField</name>
    <message>
        <source>After a backslash comes n, r, t, 0, \, &quot; or x with two hexadecimal digits.</source>
        <translation>Nach einem Backslash kommt n, r, t, 0, \, &quot; oder x mit zwei hexadezimalen Ziffern.</translation>
    </message>
</context>
<context>
    <name>ui::CallForm</name>
    <message>
        <source>Call %1()</source>
        <translation>%1() aufrufen</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Not legal in this state: expect %1. Make it all the same to see what the kernel says.</source>
        <translation>In diesem Zustand nicht zulässig: %1 ist zu erwarten. Trotzdem aufrufen, um zu sehen, was der Kernel sagt.</translation>
    </message>
    <message>
        <source>This is a moment of the past: no call can be made in it.</source>
        <translation>Ein Augenblick der Vergangenheit: In ihm ist kein Aufruf möglich.</translation>
    </message>
    <message>
        <source>This is a recording: no call can be made in it.</source>
        <translation>Eine Aufzeichnung: In ihr ist kein Aufruf möglich.</translation>
    </message>
</context>
<context>
    <name>ui::CallResultView</name>
    <message>
        <source>What the last call gave</source>
        <translation>Was der letzte Aufruf ergab</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>descriptor %1: another number for the same socket</source>
        <translation>Deskriptor %1: eine weitere Zahl für denselben Socket</translation>
    </message>
    <message>
        <source>0 bytes</source>
        <translation>0 Bytes</translation>
    </message>
    <message>
        <source>a message of no bytes: it came with control messages, the end of file never does</source>
        <translation>eine Nachricht ohne Bytes: Sie kam mit Control Messages, das Dateiende nie</translation>
    </message>
    <message>
        <source>end of file: the peer will send no more</source>
        <translation>Dateiende: Der Peer wird nichts mehr senden</translation>
    </message>
    <message>
        <source>a message of no bytes: the peer can still send</source>
        <translation>eine Nachricht ohne Bytes: Der Peer kann noch senden</translation>
    </message>
    <message>
        <source>a message of no bytes, or the end of file: with SO_PASSCRED on, only a message has credentials</source>
        <translation>eine Nachricht ohne Bytes, oder das Dateiende: Mit SO_PASSCRED hat nur eine Nachricht Credentials</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 von %2 Bytes</translation>
    </message>
    <message>
        <source>descriptor %1: a new number for the socket of fd %2</source>
        <translation>Deskriptor %1: eine neue Zahl für den Socket von fd %2</translation>
    </message>
    <message>
        <source>descriptor %1: %2</source>
        <translation>Deskriptor %1: %2</translation>
    </message>
    <message>
        <source>descriptor %1: a socket of another program</source>
        <translation>Deskriptor %1: ein Socket eines anderen Programms</translation>
    </message>
    <message>
        <source>fd %1: nothing happened</source>
        <translation>fd %1: nichts geschah</translation>
    </message>
    <message>
        <source>as bytes</source>
        <translation>als Bytes</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Shows this socket</source>
        <translation>Zeigt diesen Socket</translation>
    </message>
</context>
<context>
    <name>ui::CardDrops</name>
    <message>
        <source>Nothing can be sent here: this is not the present of a live session.</source>
        <translation>Hier lässt sich nichts senden: Das ist nicht die Gegenwart einer laufenden Sitzung.</translation>
    </message>
    <message>
        <source>Go back to the present, or open a new window (Ctrl+Shift+N).</source>
        <translation>Zurück in die Gegenwart gehen, oder ein neues Fenster öffnen (Strg+Umschalt+N).</translation>
    </message>
    <message>
        <source>%1 is not a file of this machine.</source>
        <translation>%1 ist keine Datei dieser Maschine.</translation>
    </message>
    <message>
        <source>Save it first, then drop the file.</source>
        <translation>Erst speichern, dann die Datei ablegen.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>%1 is a folder or a device, and not a file.</source>
        <translation>%1 ist ein Ordner oder ein Gerät, und keine Datei.</translation>
    </message>
    <message>
        <source>Drop files.</source>
        <translation>Dateien ablegen.</translation>
    </message>
    <message>
        <source>%1 has %2: more than goes into one call here (%3).</source>
        <translation>%1 hat %2: mehr, als hier in einen Aufruf passt (%3).</translation>
    </message>
    <message>
        <source>Send it in parts.</source>
        <translation>In Teilen senden.</translation>
    </message>
    <message>
        <source>A socket that is not connected has to be told where to send %1.</source>
        <translation>Ein Socket ohne Verbindung muss erfahren, wohin %1 gesendet wird.</translation>
    </message>
    <message>
        <source>connect() it first, then drop again.</source>
        <translation>Erst connect(), dann noch einmal ablegen.</translation>
    </message>
</context>
<context>
    <name>ui::CommandPalette</name>
    <message>
        <source>Search or run a command</source>
        <translation>Befehl suchen oder ausführen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>Passende Befehle</translation>
    </message>
    <message>
        <source>Nothing is called like that.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter runs it · Esc goes back</source>
        <translation>↑ ↓ auswählen · Eingabe führt aus · Esc geht zurück</translation>
    </message>
</context>
<context>
    <name>ui::CommentEdit</name>
    <message>
        <source>Comment on this row</source>
        <translation>Kommentar zu dieser Zeile</translation>
    </message>
    <message>
        <source>Ctrl+Return keeps it, Esc takes it back</source>
        <translation>Strg+Eingabe behält ihn, Esc nimmt ihn zurück</translation>
    </message>
    <message>
        <source>Comment on this row (Ctrl+Return: done)</source>
        <translation>Kommentar zu dieser Zeile (Strg+Eingabe: fertig)</translation>
    </message>
</context>
<context>
    <name>ui::Composer</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>How many times</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>How many times: one call each, one after the other</source>
        <translation>Wie oft: je ein Aufruf, einer nach dem anderen</translation>
    </message>
    <message>
        <source>Milliseconds from one call to the next</source>
        <translation>Millisekunden von einem Aufruf zum nächsten</translation>
    </message>
    <message>
        <source>From the start of one call to the next</source>
        <translation>Vom Beginn eines Aufrufs bis zum nächsten</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>the peer it is connected to</source>
        <translation>der Peer, mit dem er verbunden ist</translation>
    </message>
    <message>
        <source>/path or @name</source>
        <translation>/pfad oder @name</translation>
    </message>
    <message>
        <source>host:port</source>
        <translation>host:port</translation>
    </message>
    <message>
        <source>fd %1: sent %2 of %3</source>
        <translation>fd %1: %2 von %3 gesendet</translation>
    </message>
    <message>
        <source>Ended after %1 of %2. %3</source>
        <translation>Nach %1 von %2 beendet. %3</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2.</source>
        <translation>Nach %1 von %2 angehalten.</translation>
    </message>
    <message>
        <source>  (hex)</source>
        <translation>  (hex)</translation>
    </message>
    <message>
        <source>&amp;Save this message</source>
        <translation>Diese Nachricht &amp;merken</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
</context>
<context>
    <name>ui::ConstantEdit</name>
    <message>
        <source>Names for %1</source>
        <translation>Namen für %1</translation>
    </message>
</context>
<context>
    <name>ui::ConstantField</name>
    <message>
        <source>%1 is a number, or a name from its list.</source>
        <translation>%1 ist eine Zahl, oder ein Name aus seiner Liste.</translation>
    </message>
</context>
<context>
    <name>ui::ControlRequestField</name>
    <message>
        <source>How many bytes wait to be read; of a UDP socket those of the next message.</source>
        <translation>Wie viele Bytes darauf warten, gelesen zu werden; bei einem UDP-Socket die der nächsten Nachricht.</translation>
    </message>
    <message>
        <source>How much was sent and not yet acknowledged.</source>
        <translation>Wie viel gesendet und noch nicht bestätigt ist.</translation>
    </message>
    <message>
        <source>How much was written and not yet sent.</source>
        <translation>Wie viel geschrieben und noch nicht gesendet ist.</translation>
    </message>
    <message>
        <source>1 where the next byte comes behind urgent data.</source>
        <translation>1, wo das nächste Byte hinter dringenden Daten kommt.</translation>
    </message>
    <message>
        <source>1 makes the socket non-blocking, 0 blocking.</source>
        <translation>1 macht den Socket nicht blockierend, 0 blockierend.</translation>
    </message>
    <message>
        <source>op and *value are numbers, or names from their lists.</source>
        <translation>op und *value sind Zahlen, oder Namen aus ihren Listen.</translation>
    </message>
</context>
<context>
    <name>ui::ControlRow</name>
    <message>
        <source>Pass a socket (SCM_RIGHTS)</source>
        <translation>Einen Socket übergeben (SCM_RIGHTS)</translation>
    </message>
    <message>
        <source>Say who sends (SCM_CREDENTIALS)</source>
        <translation>Sagen, wer sendet (SCM_CREDENTIALS)</translation>
    </message>
    <message>
        <source>Time to live (IP_TTL, IPV6_HOPLIMIT)</source>
        <translation>Lebensdauer (IP_TTL, IPV6_HOPLIMIT)</translation>
    </message>
    <message>
        <source>Type of service (IP_TOS, IPV6_TCLASS)</source>
        <translation>Dienstart (IP_TOS, IPV6_TCLASS)</translation>
    </message>
    <message>
        <source>Interface to leave by (IP_PKTINFO, IPV6_PKTINFO)</source>
        <translation>Schnittstelle für den Ausgang (IP_PKTINFO, IPV6_PKTINFO)</translation>
    </message>
    <message>
        <source>Any level, type and bytes</source>
        <translation>Beliebige Ebene, Typ und Bytes</translation>
    </message>
    <message>
        <source>Remove this control message</source>
        <translation>Diese Control Message entfernen</translation>
    </message>
    <message>
        <source>interface number</source>
        <translation>Nummer der Schnittstelle</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>00 01 ff</source>
        <translation>00 01 ff</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>auswählen</translation>
    </message>
    <message>
        <source>Sockets to pass: %1</source>
        <translation>Zu übergebende Sockets: %1</translation>
    </message>
    <message>
        <source>Choose the sockets to pass.</source>
        <translation>Die Sockets auswählen, die übergeben werden.</translation>
    </message>
    <message>
        <source>A control message has a level, a type, and bytes as pairs of hexadecimal digits.</source>
        <translation>Eine Control Message hat eine Ebene, einen Typ und Bytes als Paare hexadezimaler Ziffern.</translation>
    </message>
    <message>
        <source>These are numbers.</source>
        <translation>Das sind Zahlen.</translation>
    </message>
</context>
<context>
    <name>ui::CreationCommands</name>
    <message>
        <source>New %1 %2 socket</source>
        <translation>Neuer Socket: %1 %2</translation>
    </message>
    <message>
        <source>New UNIX %1 pair</source>
        <translation>Neues UNIX-Paar: %1</translation>
    </message>
</context>
<context>
    <name>ui::DataField</name>
    <message>
        <source>text; \n \x00 as in C</source>
        <translation>Text; \n \x00 wie in C</translation>
    </message>
    <message>
        <source>The length is a number of bytes.</source>
        <translation>Die Länge ist eine Zahl von Bytes.</translation>
    </message>
</context>
<context>
    <name>ui::DataPage</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected bytes, or all of them</source>
        <translation>Die ausgewählten Bytes kopieren, oder alle</translation>
    </message>
    <message>
        <source>A listening socket moves no bytes: its accepted connections do.</source>
        <translation>Ein Listener bewegt keine Bytes: Das tun seine angenommenen Verbindungen.</translation>
    </message>
    <message>
        <source>Nothing has been sent or received yet.</source>
        <translation>Noch wurde nichts gesendet oder empfangen.</translation>
    </message>
    <message>
        <source>received %1 · sent %2</source>
        <translation>empfangen %1 · gesendet %2</translation>
    </message>
    <message numerus="yes">
        <source> · %n earlier: in the log</source>
        <translation>
            <numerusform> · %n früher: im Protokoll</numerusform>
            <numerusform> · %n früher: im Protokoll</numerusform>
        </translation>
    </message>
    <message>
        <source>No message waits</source>
        <translation>Keine Nachricht wartet</translation>
    </message>
    <message>
        <source>Recv-Q is empty</source>
        <translation>Recv-Q ist leer</translation>
    </message>
    <message>
        <source>Next message: %1</source>
        <translation>Nächste Nachricht: %1</translation>
    </message>
    <message>
        <source>Recv-Q: %1 wait</source>
        <translation>Recv-Q: %1 warten</translation>
    </message>
    <message>
        <source>Receive by %1()</source>
        <translation>Mit %1() empfangen</translation>
    </message>
</context>
<context>
    <name>ui::DataView</name>
    <message>
        <source>Bytes sent and received</source>
        <translation>Gesendete und empfangene Bytes</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;hexadecimal</source>
        <translation>Als &amp;Hexadezimal kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;C array</source>
        <translation>Als &amp;C-Array kopieren</translation>
    </message>
    <message>
        <source>Copy with &amp;escapes</source>
        <translation>Mit &amp;Escapes kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;dump</source>
        <translation>Als &amp;Dump kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
</context>
<context>
    <name>ui::ExportDialog</name>
    <message>
        <source>with the bytes that the calls moved</source>
        <translation>mit den Bytes, die die Aufrufe bewegt haben</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Export the log</source>
        <translation>Protokoll exportieren</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>all of the log (%1)</source>
        <translation>das ganze Protokoll (%1)</translation>
    </message>
    <message>
        <source>what the log shows now (%1)</source>
        <translation>was das Protokoll jetzt zeigt (%1)</translation>
    </message>
    <message>
        <source>what is selected (%1)</source>
        <translation>was ausgewählt ist (%1)</translation>
    </message>
    <message>
        <source>Without them sizes stay, and where the form needs bytes they are as many x.</source>
        <translation>Ohne sie bleiben die Größen, und wo die Form Bytes braucht, sind es ebenso viele x.</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Zu schreibende Datei</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose a place and a name</source>
        <translation>Ort und Name auswählen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>On its way to the disk…</source>
        <translation>Auf dem Weg zur Platte…</translation>
    </message>
    <message>
        <source>%1 of %2 rows, %3</source>
        <translation>%1 von %2 Zeilen, %3</translation>
    </message>
    <message>
        <source>Written: %1, %2</source>
        <translation>Geschrieben: %1, %2</translation>
    </message>
    <message>
        <source>%1. What was there before is still there.</source>
        <translation>%1. Was vorher dort war, ist noch da.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing has been written.</source>
        <translation>Abgebrochen. Nichts wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>ui::FactRow</name>
    <message>
        <source>, before: %1</source>
        <translation>, vorher: %1</translation>
    </message>
</context>
<context>
    <name>ui::FileCommandField</name>
    <message>
        <source>Sets the flags of the open file description: all its duplicates have them. O_NONBLOCK makes calls return EAGAIN instead of sleeping.</source>
        <translation>Setzt die Flags der offenen Dateibeschreibung: Alle Duplikate haben sie. Mit O_NONBLOCK geben Aufrufe EAGAIN zurück, statt zu schlafen.</translation>
    </message>
    <message>
        <source>Answers with the access mode and the flags, O_NONBLOCK among them.</source>
        <translation>Antwortet mit Zugriffsart und Flags, darunter O_NONBLOCK.</translation>
    </message>
    <message>
        <source>Another number for the same socket: the lowest that is free, from arg on.</source>
        <translation>Eine weitere Zahl für denselben Socket: die kleinste freie, ab arg.</translation>
    </message>
    <message>
        <source>FD_CLOEXEC closes this number when the process calls exec().</source>
        <translation>FD_CLOEXEC schließt diese Zahl, wenn der Prozess exec() aufruft.</translation>
    </message>
    <message>
        <source>op and arg are numbers, or names from their lists.</source>
        <translation>op und arg sind Zahlen, oder Namen aus ihren Listen.</translation>
    </message>
</context>
<context>
    <name>ui::FileEditor</name>
    <message>
        <source>Type a path, choose a file, or drop one here.</source>
        <translation>Pfad eingeben, Datei auswählen oder hier ablegen.</translation>
    </message>
    <message>
        <source>File to send</source>
        <translation>Zu sendende Datei</translation>
    </message>
    <message>
        <source>/path/of/a/file</source>
        <translation>/pfad/einer/datei</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei auswählen</translation>
    </message>
    <message>
        <source>%1, read when it was chosen</source>
        <translation>%1, gelesen bei der Auswahl</translation>
    </message>
    <message>
        <source>A file to send</source>
        <translation>Eine zu sendende Datei</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>No file is chosen.</source>
        <translation>Keine Datei ist ausgewählt.</translation>
    </message>
    <message>
        <source>Press Return to read this file.</source>
        <translation>Eingabe drücken, um diese Datei zu lesen.</translation>
    </message>
    <message>
        <source>The file is being read.</source>
        <translation>Die Datei wird gelesen.</translation>
    </message>
    <message>
        <source>It can&apos;t be opened: %1.</source>
        <translation>Sie lässt sich nicht öffnen: %1.</translation>
    </message>
    <message>
        <source>It can&apos;t be read: %1.</source>
        <translation>Sie lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>It is no regular file: only those are read, whole.</source>
        <translation>Es ist keine gewöhnliche Datei: Nur solche werden gelesen, als Ganzes.</translation>
    </message>
    <message>
        <source>It has %1: more than the %2 that are sent in one call from here.</source>
        <translation>Sie hat %1: mehr als die %2, die von hier in einem Aufruf gesendet werden.</translation>
    </message>
</context>
<context>
    <name>ui::FileMenu</name>
    <message>
        <source>Sessions (*.sockscope)</source>
        <translation>Sitzungen (*.sockscope)</translation>
    </message>
    <message>
        <source>%1 · %2 events</source>
        <translation>%1 · %2 Ereignisse</translation>
    </message>
    <message>
        <source>&amp;New window</source>
        <translation>&amp;Neues Fenster</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Earlier sessions</source>
        <translation>&amp;Frühere Sitzungen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Keeping…</source>
        <translation>&amp;Aufbewahren…</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Sessions and scenarios (*.sockscope *.scn)</source>
        <translation>Sitzungen und Szenarien (*.sockscope *.scn)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 was changed by another program since.</source>
        <translation>%1 wurde seitdem von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>Overwrite it</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>The session is being saved already.</source>
        <translation>Die Sitzung wird schon gespeichert.</translation>
    </message>
    <message>
        <source>Wait for it, or cancel it.</source>
        <translation>Darauf warten oder abbrechen.</translation>
    </message>
    <message>
        <source>Saving %1 …</source>
        <translation>%1 wird gespeichert …</translation>
    </message>
    <message>
        <source>Save the remarks?</source>
        <translation>Bemerkungen speichern?</translation>
    </message>
    <message>
        <source>Marks and comments have been added to %1. Without saving they are lost.</source>
        <translation>Zu %1 kamen Markierungen und Kommentare hinzu. Ohne Speichern gehen sie verloren.</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <translation>%1 (nicht mehr da)</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Diese Liste &amp;leeren</translation>
    </message>
    <message>
        <source>%1 (not ended in order)</source>
        <translation>%1 (nicht ordentlich beendet)</translation>
    </message>
    <message>
        <source>None: this one will be the first</source>
        <translation>Keine: Diese wird die erste sein</translation>
    </message>
</context>
<context>
    <name>ui::FilterBar</name>
    <message>
        <source>Saved</source>
        <translation>Gemerkt</translation>
    </message>
    <message>
        <source>Filters with a name, and the last ones</source>
        <translation>Benannte Filter, und die letzten</translation>
    </message>
    <message>
        <source>The language of filters</source>
        <translation>Die Sprache der Filter</translation>
    </message>
    <message>
        <source>No filter (Esc)</source>
        <translation>Kein Filter (Esc)</translation>
    </message>
    <message>
        <source>No filter</source>
        <translation>Kein Filter</translation>
    </message>
    <message>
        <source>Help on filters</source>
        <translation>Hilfe zu Filtern</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>✗ not yet</source>
        <translation>✗ noch nicht</translation>
    </message>
    <message>
        <source>✓ on</source>
        <translation>✓ an</translation>
    </message>
    <message>
        <source>What is shown follows the last filter that could be read</source>
        <translation>Gezeigt wird, was der letzte lesbare Filter übrig ließ</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Used last</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Name for this filter</source>
        <translation>Name für diesen Filter</translation>
    </message>
    <message>
        <source>Save this filter as …</source>
        <translation>Diesen Filter merken als …</translation>
    </message>
    <message>
        <source>Type a filter, then save it here</source>
        <translation>Einen Filter eingeben, dann hier merken</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gemerkte Filter</translation>
    </message>
    <message>
        <source>How filters are written</source>
        <translation>Wie Filter geschrieben werden</translation>
    </message>
</context>
<context>
    <name>ui::FilterEdit</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter: errno and peer == 127.0.0.1:5000</source>
        <translation>Filter: errno and peer == 127.0.0.1:5000</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>ui::FindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Upper and lower case count</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Data only</source>
        <translation>Nur Daten</translation>
    </message>
    <message>
        <source>Look only at the bytes that calls moved: much quicker in a long log</source>
        <translation>Nur in den bewegten Bytes suchen: in einem langen Protokoll viel schneller</translation>
    </message>
    <message>
        <source>The one before (Shift+F3)</source>
        <translation>Der Treffer davor (Umschalt+F3)</translation>
    </message>
    <message>
        <source>The next one (F3)</source>
        <translation>Der nächste Treffer (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß/klein beachten</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What is typed</source>
        <translation>Was eingegeben ist</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Regex</source>
        <translation>Regex</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>sucht …</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>ui::FindLine</name>
    <message>
        <source>Previous</source>
        <translation>Voriger</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Voriger (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Next (F3, Enter)</source>
        <translation>Nächster (F3, Eingabe)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>ui::FoldingRow</name>
    <message>
        <source>What has no room here</source>
        <translation>Was hier keinen Platz hat</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>ui::ForeignCard</name>
    <message>
        <source>another program</source>
        <translation>ein anderes Programm</translation>
    </message>
    <message>
        <source>%1: not a socket of this session</source>
        <translation>%1: kein Socket dieser Sitzung</translation>
    </message>
    <message>
        <source>sent to</source>
        <translation>gesendet an</translation>
    </message>
    <message>
        <source>Not a socket of this session; nobody has to be there</source>
        <translation>Kein Socket dieser Sitzung; dort muss niemand sein</translation>
    </message>
</context>
<context>
    <name>ui::InspectorHeader</name>
    <message>
        <source>no role yet</source>
        <translation>noch keine Rolle</translation>
    </message>
    <message>
        <source>non-blocking</source>
        <translation>nicht blockierend</translation>
    </message>
    <message>
        <source>blocking</source>
        <translation>blockierend</translation>
    </message>
    <message>
        <source>Calls return EAGAIN instead of sleeping. A click makes it blocking: fcntl(fd, F_SETFL, flags)</source>
        <translation>Aufrufe geben EAGAIN zurück, statt zu schlafen. Ein Klick macht ihn blockierend: fcntl(fd, F_SETFL, flags)</translation>
    </message>
    <message>
        <source>Calls sleep until they can do something. A click makes it non-blocking: fcntl(fd, F_SETFL, flags | O_NONBLOCK)</source>
        <translation>Aufrufe schlafen, bis sie etwas tun können. Ein Klick macht ihn nicht blockierend: fcntl(fd, F_SETFL, flags | O_NONBLOCK)</translation>
    </message>
</context>
<context>
    <name>ui::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Select a socket on the board to see its life, its next calls, what the kernel says of it, its options and its data.</source>
        <translation>Einen Socket auf dem Brett auswählen, um sein Leben, seine nächsten Aufrufe, das, was der Kernel von ihm sagt, seine Optionen und seine Daten zu sehen.</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Lebenslauf</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
</context>
<context>
    <name>ui::InspectorTabs</name>
    <message>
        <source>Views of the socket</source>
        <translation>Ansichten des Sockets</translation>
    </message>
    <message>
        <source>Something is new here (%1)</source>
        <translation>Hier ist etwas neu (%1)</translation>
    </message>
    <message>
        <source>%1, something is new</source>
        <translation>%1, etwas ist neu</translation>
    </message>
</context>
<context>
    <name>ui::KeepingForm</name>
    <message>
        <source>The log may take no more than</source>
        <translation>Das Protokoll darf höchstens einnehmen</translation>
    </message>
    <message>
        <source>Bytes kept of each call</source>
        <translation>Von jedem Aufruf behaltene Bytes</translation>
    </message>
    <message>
        <source> bytes</source>
        <translation> Bytes</translation>
    </message>
    <message>
        <source>Largest size of the log</source>
        <translation>Größtes Ausmaß des Protokolls</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Of the bytes that calls move, keep</source>
        <translation>Von den Bytes, die Aufrufe bewegen, behalten:</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>of each call the first</source>
        <translation>von jedem Aufruf die ersten</translation>
    </message>
    <message>
        <source>none: only how many there were</source>
        <translation>keine: nur, wie viele es waren</translation>
    </message>
    <message>
        <source>What comes then is counted, and a gap in the log says how much it was.</source>
        <translation>Was dann kommt, wird gezählt, und eine Lücke im Protokoll sagt, wie viel es war.</translation>
    </message>
    <message>
        <source>This session takes %1, in memory only.</source>
        <translation>Diese Sitzung nimmt %1 ein, nur im Speicher.</translation>
    </message>
    <message>
        <source>This session takes %1, in %2</source>
        <translation>Diese Sitzung nimmt %1 ein, in %2</translation>
    </message>
</context>
<context>
    <name>ui::KeepingPopup</name>
    <message>
        <source>What is kept</source>
        <translation>Was aufbewahrt wird</translation>
    </message>
</context>
<context>
    <name>ui::KernelPage</name>
    <message>
        <source>Search what the kernel says</source>
        <translation>Suchen, was der Kernel sagt</translation>
    </message>
    <message>
        <source>Search by name or meaning</source>
        <translation>Nach Name oder Bedeutung suchen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy all of it as text</source>
        <translation>Alles als Text kopieren</translation>
    </message>
    <message>
        <source>The kernel says nothing like that of this socket.</source>
        <translation>So etwas sagt der Kernel von diesem Socket nicht.</translation>
    </message>
</context>
<context>
    <name>ui::KeyList</name>
    <message>
        <source>Message log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Row before, row after</source>
        <translation>Zeile davor, Zeile danach</translation>
    </message>
    <message>
        <source>Page before, page after</source>
        <translation>Seite davor, Seite danach</translation>
    </message>
    <message>
        <source>First row; last row, and follow</source>
        <translation>Erste Zeile; letzte Zeile, und folgen</translation>
    </message>
    <message>
        <source>Select as far as the next row</source>
        <translation>Bis zur nächsten Zeile auswählen</translation>
    </message>
    <message>
        <source>Follow the end, or pause</source>
        <translation>Dem Ende folgen, oder anhalten</translation>
    </message>
    <message>
        <source>Show the row&apos;s socket</source>
        <translation>Den Socket der Zeile zeigen</translation>
    </message>
    <message>
        <source>Show the detail, or hide it</source>
        <translation>Einzelheiten zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Open the detail, close it</source>
        <translation>Einzelheiten öffnen, schließen</translation>
    </message>
    <message>
        <source>Mark the row</source>
        <translation>Zeile markieren</translation>
    </message>
    <message>
        <source>Comment on the row</source>
        <translation>Zeile kommentieren</translation>
    </message>
    <message>
        <source>Next mark, mark before</source>
        <translation>Nächste Markierung, vorige Markierung</translation>
    </message>
    <message>
        <source>Row before or after of the same socket</source>
        <translation>Zeile davor oder danach vom selben Socket</translation>
    </message>
    <message>
        <source>Row before or after of the same conversation</source>
        <translation>Zeile davor oder danach vom selben Gespräch</translation>
    </message>
    <message>
        <source>Copy the rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Select all rows</source>
        <translation>Alle Zeilen auswählen</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Brett</translation>
    </message>
    <message>
        <source>Next socket, socket before</source>
        <translation>Nächster Socket, voriger Socket</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>Keinen auswählen</translation>
    </message>
    <message>
        <source>Time slider</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Event before, event after</source>
        <translation>Ereignis davor, Ereignis danach</translation>
    </message>
    <message>
        <source>Far back, far on</source>
        <translation>Weit zurück, weit vor</translation>
    </message>
    <message>
        <source>The start, the present</source>
        <translation>Der Beginn, die Gegenwart</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter by what is typed</source>
        <translation>Nach dem Eingegebenen filtern</translation>
    </message>
    <message>
        <source>Filters typed before</source>
        <translation>Früher eingegebene Filter</translation>
    </message>
    <message>
        <source>Back to the log</source>
        <translation>Zurück zum Protokoll</translation>
    </message>
    <message>
        <source>What could come here</source>
        <translation>Was hier stehen könnte</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Streams</translation>
    </message>
    <message>
        <source>Line before, line after</source>
        <translation>Zeile davor, Zeile danach</translation>
    </message>
    <message>
        <source>Begin, end</source>
        <translation>Anfang, Ende</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Closer, farther</source>
        <translation>Näher, weiter weg</translation>
    </message>
    <message>
        <source>Earlier, later</source>
        <translation>Früher, später</translation>
    </message>
    <message>
        <source>Closer to what is selected</source>
        <translation>Näher an die Auswahl</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>Call before, call after</source>
        <translation>Aufruf davor, Aufruf danach</translation>
    </message>
    <message>
        <source>Call before or after on the same life line</source>
        <translation>Aufruf davor oder danach auf derselben Lebenslinie</translation>
    </message>
    <message>
        <source>Life line at the left, at the right</source>
        <translation>Lebenslinie links, rechts</translation>
    </message>
    <message>
        <source>Farther apart, closer together</source>
        <translation>Weiter auseinander, enger zusammen</translation>
    </message>
    <message>
        <source>Show the call&apos;s socket</source>
        <translation>Den Socket des Aufrufs zeigen</translation>
    </message>
</context>
<context>
    <name>ui::KeysDialog</name>
    <message>
        <source>Search the keys</source>
        <translation>Tasten durchsuchen</translation>
    </message>
    <message>
        <source>Search by name or key</source>
        <translation>Nach Name oder Taste suchen</translation>
    </message>
    <message>
        <source>No key is called like that.</source>
        <translation>Keine Taste heißt so.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>Als Text &amp;kopieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>ui::Layouter</name>
    <message>
        <source> · pair</source>
        <translation> · Paar</translation>
    </message>
    <message>
        <source>non-blocking</source>
        <translation>nicht blockierend</translation>
    </message>
    <message>
        <source>reachable from the network</source>
        <translation>aus dem Netz erreichbar</translation>
    </message>
    <message>
        <source>accept queue</source>
        <translation>Accept-Queue</translation>
    </message>
    <message>
        <source>%1() blocked</source>
        <translation>%1() blockiert</translation>
    </message>
    <message>
        <source> · %1 dropped</source>
        <translation> · %1 verworfen</translation>
    </message>
</context>
<context>
    <name>ui::LengthEdit</name>
    <message>
        <source>%1, in bytes: follows what is typed. Another number is passed as it is; an empty field follows again.</source>
        <translation>%1, in Bytes: folgt der Eingabe. Eine andere Zahl wird so übergeben; ein leeres Feld folgt wieder.</translation>
    </message>
</context>
<context>
    <name>ui::LifecyclePage</name>
    <message>
        <source>A dimmed call is not legal in this state. Make it anyway to see which errno the kernel gives, and why.</source>
        <translation>Ein blasser Aufruf ist in diesem Zustand nicht zulässig. Trotzdem aufrufen, um zu sehen, welchen errno der Kernel gibt, und warum.</translation>
    </message>
    <message>
        <source>Local address · %1 bytes</source>
        <translation>Lokale Adresse · %1 Bytes</translation>
    </message>
    <message>
        <source>accept queue</source>
        <translation>Accept-Queue</translation>
    </message>
    <message>
        <source>%1 of backlog %2 (+1)</source>
        <translation>%1 von Backlog %2 (+1)</translation>
    </message>
    <message>
        <source>peer address</source>
        <translation>Adresse des Peers</translation>
    </message>
    <message>
        <source>next message</source>
        <translation>nächste Nachricht</translation>
    </message>
    <message>
        <source>received, sent</source>
        <translation>empfangen, gesendet</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>inode</source>
        <translation>Inode</translation>
    </message>
</context>
<context>
    <name>ui::LifecycleView</name>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>possible now</source>
        <translation>jetzt möglich</translation>
    </message>
    <message>
        <source>asleep in the kernel</source>
        <translation>schläft im Kernel</translation>
    </message>
    <message>
        <source>not legal now</source>
        <translation>jetzt nicht zulässig</translation>
    </message>
    <message>
        <source>Life</source>
        <translation>Leben</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Lifecycle of the socket</source>
        <translation>Lebenslauf des Sockets</translation>
    </message>
</context>
<context>
    <name>ui::Linking</name>
    <message>
        <source>connect() or sendto() to %1</source>
        <translation>connect() oder sendto() zu %1</translation>
    </message>
    <message>
        <source>connect() to %1</source>
        <translation>connect() zu %1</translation>
    </message>
    <message>
        <source>Return makes it, arrows and Tab go on, Esc leaves</source>
        <translation>Eingabe führt es aus, Pfeile und Tab gehen weiter, Esc verlässt</translation>
    </message>
    <message>
        <source>bind() gives fd %1 an address; then it can be reached.</source>
        <translation>bind() gibt fd %1 eine Adresse; dann ist er erreichbar.</translation>
    </message>
    <message>
        <source>connect() to %1 anyway</source>
        <translation>trotzdem connect() zu %1</translation>
    </message>
    <message>
        <source>sendto() %1 …</source>
        <translation>sendto() %1 …</translation>
    </message>
    <message>
        <source>This is the socket itself.</source>
        <translation>Das ist der Socket selbst.</translation>
    </message>
    <message>
        <source>fd %1 is closed.</source>
        <translation>fd %1 ist geschlossen.</translation>
    </message>
    <message>
        <source>fd %1 cannot connect now: %2.</source>
        <translation>fd %1 kann jetzt nicht verbinden: %2.</translation>
    </message>
    <message>
        <source>fd %1 is closed: nobody is there.</source>
        <translation>fd %1 ist geschlossen: Niemand ist da.</translation>
    </message>
    <message>
        <source>fd %1 is a file, not a socket.</source>
        <translation>fd %1 ist eine Datei, kein Socket.</translation>
    </message>
    <message>
        <source>%1 and %2 do not meet: a socket connects within its own domain.</source>
        <translation>%1 und %2 treffen sich nicht: Ein Socket verbindet sich in seiner eigenen Domain.</translation>
    </message>
    <message>
        <source>A %1 socket and a %2 socket do not talk to each other.</source>
        <translation>Ein %1-Socket und ein %2-Socket reden nicht miteinander.</translation>
    </message>
    <message>
        <source>fd %1 is one end of a connection; connect() goes to a listener.</source>
        <translation>fd %1 ist das Ende einer Verbindung; connect() geht zu einem Listener.</translation>
    </message>
    <message>
        <source>fd %1 is not listening: connect() will be refused.</source>
        <translation>fd %1 lauscht nicht: connect() wird abgelehnt werden.</translation>
    </message>
    <message>
        <source>fd %1 has no address: nobody can say where to go.</source>
        <translation>fd %1 hat keine Adresse: Niemand kann sagen, wohin.</translation>
    </message>
    <message>
        <source>A new socket, connected to fd %1</source>
        <translation>Ein neuer Socket, verbunden mit fd %1</translation>
    </message>
</context>
<context>
    <name>ui::LogDetail</name>
    <message>
        <source>At the other end</source>
        <translation>Am anderen Ende</translation>
    </message>
    <message>
        <source>What it changed</source>
        <translation>Was es geändert hat</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Detail of the row</source>
        <translation>Einzelheiten der Zeile</translation>
    </message>
    <message>
        <source>Close (Esc, F4)</source>
        <translation>Schließen (Esc, F4)</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>No row is chosen</source>
        <translation>Keine Zeile ist ausgewählt</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Bytes: %1, %2 of them kept</source>
        <translation>Bytes: %1, davon %2 behalten</translation>
    </message>
    <message>
        <source>Bytes: %1</source>
        <translation>Bytes: %1</translation>
    </message>
    <message>
        <source>→ received by %1() on fd %2, row %3</source>
        <translation>→ empfangen von %1() an fd %2, Zeile %3</translation>
    </message>
    <message>
        <source>← sent by %1() on fd %2, row %3</source>
        <translation>← gesendet von %1() an fd %2, Zeile %3</translation>
    </message>
    <message>
        <source>→ %1 received by %2() on fd %3, row %4</source>
        <translation>→ %1 empfangen von %2() an fd %3, Zeile %4</translation>
    </message>
    <message>
        <source>← %1 sent by %2() on fd %3, row %4</source>
        <translation>← %1 gesendet von %2() an fd %3, Zeile %4</translation>
    </message>
    <message>
        <source>Go to that row</source>
        <translation>Zu dieser Zeile</translation>
    </message>
    <message>
        <source>⇄ %1() on fd %2, row %3</source>
        <translation>⇄ %1() an fd %2, Zeile %3</translation>
    </message>
    <message>
        <source>and more calls</source>
        <translation>und weitere Aufrufe</translation>
    </message>
    <message>
        <source>The log is being read …</source>
        <translation>Das Protokoll wird gelesen …</translation>
    </message>
    <message>
        <source>%1 of it nobody has received yet.</source>
        <translation>%1 davon hat noch niemand empfangen.</translation>
    </message>
    <message>
        <source>Nobody has received it yet.</source>
        <translation>Noch hat es niemand empfangen.</translation>
    </message>
    <message>
        <source>Another program is there: its calls are not in this log.</source>
        <translation>Dort ist ein anderes Programm: Seine Aufrufe sind nicht in diesem Protokoll.</translation>
    </message>
</context>
<context>
    <name>ui::LogFilter</name>
    <message>
        <source>Only this:  %1</source>
        <translation>Nur dies:  %1</translation>
    </message>
    <message>
        <source>Not this</source>
        <translation>Dies nicht</translation>
    </message>
    <message>
        <source>And this</source>
        <translation>Und dies</translation>
    </message>
    <message>
        <source>Or this</source>
        <translation>Oder dies</translation>
    </message>
</context>
<context>
    <name>ui::LogPanel</name>
    <message>
        <source>Observations</source>
        <translation>Beobachtungen</translation>
    </message>
    <message>
        <source>Show also what Sockscope has looked at by itself, and by which calls</source>
        <translation>Auch zeigen, was Sockscope von sich aus angesehen hat, und mit welchen Aufrufen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Keep the newest event in sight (Space)</source>
        <translation>Das neueste Ereignis im Blick behalten (Leertaste)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows as text (Ctrl+C)</source>
        <translation>Die ausgewählten Zeilen als Text kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Rules that tint the rows</source>
        <translation>Regeln, die Zeilen tönen</translation>
    </message>
    <message>
        <source>Every system call appears here as it happens.</source>
        <translation>Jeder Systemaufruf erscheint hier, sobald er geschieht.</translation>
    </message>
    <message>
        <source>Filter the lo&amp;g</source>
        <translation>Protokoll fil&amp;tern</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>Nä&amp;chster Treffer</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>&amp;Voriger Treffer</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Ereignis</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>No row fits the filter. Esc in its line shows all again.</source>
        <translation>Keine Zeile passt zum Filter. Esc in seiner Zeile zeigt wieder alle.</translation>
    </message>
    <message>
        <source>“socket” is an identity that is never used again; the number on a card is its “fd”.</source>
        <translation>„socket“ ist eine Kennung, die nie wieder vergeben wird; die Zahl auf einer Karte ist „fd“.</translation>
    </message>
</context>
<context>
    <name>ui::LogRowPainter</name>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Peer</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Errno</source>
        <translation>Errno</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Row: its number</source>
        <translation>Zeile: ihre Nummer</translation>
    </message>
    <message>
        <source>Clock: time of day</source>
        <translation>Uhr: Tageszeit</translation>
    </message>
    <message>
        <source>Time since the start</source>
        <translation>Zeit seit dem Beginn</translation>
    </message>
    <message>
        <source>Since the row before it</source>
        <translation>Seit der Zeile davor</translation>
    </message>
    <message>
        <source>Thread or actor</source>
        <translation>Thread oder Akteur</translation>
    </message>
    <message>
        <source>Data: the bytes moved</source>
        <translation>Daten: die bewegten Bytes</translation>
    </message>
    <message>
        <source>Size of the data</source>
        <translation>Größe der Daten</translation>
    </message>
</context>
<context>
    <name>ui::LogScrollBar</name>
    <message>
        <source>▸ left: rows that are marked, %1</source>
        <translation>▸ links: markierte Zeilen, %1</translation>
    </message>
    <message>
        <source>▬ middle: found, %1</source>
        <translation>▬ Mitte: gefunden, %1</translation>
    </message>
    <message>
        <source>– right: failed calls, %1</source>
        <translation>– rechts: gescheiterte Aufrufe, %1</translation>
    </message>
    <message>
        <source>┅ across: gaps, where events could not be kept, %1</source>
        <translation>┅ quer: Lücken, wo Ereignisse nicht behalten werden konnten, %1</translation>
    </message>
</context>
<context>
    <name>ui::LogView</name>
    <message>
        <source>Data in hex</source>
        <translation>Daten in Hex</translation>
    </message>
    <message>
        <source>Fit all to their contents</source>
        <translation>Alle an den Inhalt anpassen</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Übliche Spalten</translation>
    </message>
    <message>
        <source>Message log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>No mark behind this row.</source>
        <translation>Keine Markierung nach dieser Zeile.</translation>
    </message>
    <message>
        <source>No mark before this row.</source>
        <translation>Keine Markierung vor dieser Zeile.</translation>
    </message>
    <message>
        <source>This row belongs to no socket.</source>
        <translation>Diese Zeile gehört zu keinem Socket.</translation>
    </message>
    <message>
        <source>It was its last row.</source>
        <translation>Es war seine letzte Zeile.</translation>
    </message>
    <message>
        <source>It was its first row.</source>
        <translation>Es war seine erste Zeile.</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Take the mark away</source>
        <translation>Markierung entfernen</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>Kommentar…</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>Nächste Markierung</translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation>Vorige Markierung</translation>
    </message>
    <message>
        <source>Next of this socket</source>
        <translation>Nächste dieses Sockets</translation>
    </message>
    <message>
        <source>Previous of this socket</source>
        <translation>Vorige dieses Sockets</translation>
    </message>
    <message>
        <source>Next of this conversation</source>
        <translation>Nächste dieses Gesprächs</translation>
    </message>
    <message>
        <source>Previous of this conversation</source>
        <translation>Vorige dieses Gesprächs</translation>
    </message>
    <message>
        <source>Select all rows of this socket</source>
        <translation>Alle Zeilen dieses Sockets auswählen</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>comment: %1</source>
        <translation>Kommentar: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Bytes in hex</source>
        <translation>Bytes in Hex</translation>
    </message>
    <message>
        <source>Bytes as hex dump</source>
        <translation>Bytes als Hexdump</translation>
    </message>
    <message>
        <source>Bytes as C array</source>
        <translation>Bytes als C-Array</translation>
    </message>
    <message>
        <source>C line</source>
        <translation>C-Zeile</translation>
    </message>
    <message>
        <source>Scenario line</source>
        <translation>Szenariozeile</translation>
    </message>
    <message>
        <source>JSON line</source>
        <translation>JSON-Zeile</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>%1 (no room for it)</source>
        <translation>%1 (kein Platz dafür)</translation>
    </message>
</context>
<context>
    <name>ui::LookUpPopup</name>
    <message>
        <source>It was cancelled: a signal woke its thread.</source>
        <translation>Abgebrochen: Ein Signal weckte den Thread.</translation>
    </message>
    <message>
        <source>Nobody knows this name or service: or neither was given.</source>
        <translation>Niemand kennt diesen Namen oder Dienst: oder keiner von beiden war angegeben.</translation>
    </message>
    <message>
        <source>The name server did not answer. It may later; without a network nobody will.</source>
        <translation>Der Nameserver antwortete nicht. Vielleicht später; ohne Netz niemand.</translation>
    </message>
    <message>
        <source>This service is not known for this type of socket; a port number always is.</source>
        <translation>Dieser Dienst ist für diesen Socket-Typ nicht bekannt; eine Portnummer ist es immer.</translation>
    </message>
    <message>
        <source>There is no address of that family for this name.</source>
        <translation>Für diesen Namen gibt es keine Adresse dieser Familie.</translation>
    </message>
    <message>
        <source>No such type of socket, or not with this protocol.</source>
        <translation>Kein solcher Socket-Typ, oder nicht mit diesem Protokoll.</translation>
    </message>
    <message>
        <source>The flags contradict each other, or AI_CANONNAME was given without a name.</source>
        <translation>Die Flags widersprechen einander, oder AI_CANONNAME wurde ohne Namen angegeben.</translation>
    </message>
    <message>
        <source>The name server answered, but has no address for this name.</source>
        <translation>Der Nameserver antwortete, hat aber keine Adresse für diesen Namen.</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Nachschlagen</translation>
    </message>
    <message>
        <source>✕ Cancel</source>
        <translation>✕ Abbrechen</translation>
    </message>
    <message>
        <source>Look up a name</source>
        <translation>Namen nachschlagen</translation>
    </message>
    <message>
        <source>Addresses that were found</source>
        <translation>Gefundene Adressen</translation>
    </message>
    <message>
        <source>Asleep for %1 s</source>
        <translation>Schläft seit %1 s</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>Schläft</translation>
    </message>
    <message>
        <source>A program tries them in this order. Click one to take it.</source>
        <translation>Ein Programm versucht sie in dieser Reihenfolge. Ein Klick übernimmt eine.</translation>
    </message>
</context>
<context>
    <name>ui::LowerPanel</name>
    <message>
        <source>Views of the log</source>
        <translation>Ansichten des Protokolls</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>+ New socket</source>
        <translation>+ Neuer Socket</translation>
    </message>
    <message>
        <source>▶ Scenario</source>
        <translation>▶ Szenario</translation>
    </message>
    <message>
        <source>Scripts of real calls, step by step</source>
        <translation>Skripte aus echten Aufrufen, Schritt für Schritt</translation>
    </message>
    <message>
        <source>Look up a name</source>
        <translation>Namen nachschlagen</translation>
    </message>
    <message>
        <source>&amp;Socket</source>
        <translation>&amp;Socket</translation>
    </message>
    <message>
        <source>&amp;New socket…</source>
        <translation>&amp;Neuer Socket…</translation>
    </message>
    <message>
        <source>&amp;Look up a name…</source>
        <translation>Namen nach&amp;schlagen…</translation>
    </message>
    <message>
        <source>In the past no call can be made.</source>
        <translation>In der Vergangenheit ist kein Aufruf möglich.</translation>
    </message>
    <message>
        <source>No socket is selected.</source>
        <translation>Kein Socket ist ausgewählt.</translation>
    </message>
    <message>
        <source>&amp;Make the call in the inspector</source>
        <translation>Den &amp;Aufruf im Inspektor machen</translation>
    </message>
    <message>
        <source>No call of this socket is blocked.</source>
        <translation>Kein Aufruf dieses Sockets ist blockiert.</translation>
    </message>
    <message>
        <source>&amp;Cancel the blocked call</source>
        <translation>Den &amp;blockierten Aufruf abbrechen</translation>
    </message>
    <message>
        <source>Cl&amp;ose the socket</source>
        <translation>Socket s&amp;chließen</translation>
    </message>
    <message>
        <source>Take closed sockets off the &amp;board</source>
        <translation>Geschlossene Sockets vom B&amp;rett nehmen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Ex&amp;port the log…</source>
        <translation>Protokoll &amp;exportieren…</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>Fenster s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>● Recording of %1</source>
        <translation>● Aufnahme vom %1</translation>
    </message>
    <message>
        <source>Look at everything; no call can be made in it.</source>
        <translation>Alles lässt sich ansehen; kein Aufruf ist darin möglich.</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Search or run a command…</source>
        <translation>Befehl &amp;suchen oder ausführen…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Sockscope</source>
        <translation>Ü&amp;ber Sockscope</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Recent file</source>
        <translation>Zuletzt geöffnete Datei</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Fonts and size of text</source>
        <translation>Schriften und Schriftgröße</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Time in the log</source>
        <translation>Zeit im Protokoll</translation>
    </message>
    <message>
        <source>Whether the log follows</source>
        <translation>Ob das Protokoll folgt</translation>
    </message>
    <message>
        <source>Where sessions are kept</source>
        <translation>Wo Sitzungen aufbewahrt werden</translation>
    </message>
    <message>
        <source>Proposed addresses</source>
        <translation>Vorgeschlagene Adressen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>About Sockscope</source>
        <translation>Über Sockscope</translation>
    </message>
    <message>
        <source>Sockscope %1

Sockets, seen and touched: every click is a real system call, and everything that happens is in the log.</source>
        <translation>Sockscope %1

Sockets, gesehen und berührt: Jeder Klick ist ein echter Systemaufruf, und alles, was geschieht, steht im Protokoll.</translation>
    </message>
    <message>
        <source>Ins&amp;pector</source>
        <translation>Ins&amp;pektor</translation>
    </message>
    <message>
        <source>Panel &amp;below the board</source>
        <translation>Bereich unter dem &amp;Brett</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>Anordnung zu&amp;rücksetzen</translation>
    </message>
    <message>
        <source>Message log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Streams</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Follow this con&amp;versation</source>
        <translation>Diesem &amp;Gespräch folgen</translation>
    </message>
    <message>
        <source>S&amp;cenario</source>
        <translation>S&amp;zenario</translation>
    </message>
    <message>
        <source>&amp;Built in</source>
        <translation>&amp;Eingebaute</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>Datei &amp;öffnen…</translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>Szenario öffnen</translation>
    </message>
    <message>
        <source>Scenarios (*.scn);;All files (*)</source>
        <translation>Szenarien (*.scn);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No scenario is open.</source>
        <translation>Kein Szenario ist offen.</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation>&amp;Nächster Schritt</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>&amp;End the scenario</source>
        <translation>Szenario &amp;beenden</translation>
    </message>
    <message>
        <source>This file can&apos;t be opened.</source>
        <translation>Diese Datei lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>This is no scenario that can be run.</source>
        <translation>Das ist kein Szenario, das sich ausführen lässt.</translation>
    </message>
    <message>
        <source>This scenario reaches beyond this machine&apos;s loopback: %1</source>
        <translation>Dieses Szenario reicht über das Loopback dieser Maschine hinaus: %1</translation>
    </message>
    <message>
        <source>Run it all the same</source>
        <translation>Trotzdem ausführen</translation>
    </message>
    <message>
        <source>Show everything as it was &amp;then</source>
        <translation>Alles zeigen, wie es &amp;damals war</translation>
    </message>
    <message>
        <source>&amp;Moment</source>
        <translation>&amp;Moment</translation>
    </message>
    <message>
        <source>&amp;Play what happened</source>
        <translation>&amp;Abspielen, was geschah</translation>
    </message>
    <message>
        <source>One event &amp;back</source>
        <translation>Ein Ereignis &amp;zurück</translation>
    </message>
    <message>
        <source>One event &amp;on</source>
        <translation>Ein Ereignis &amp;vor</translation>
    </message>
    <message>
        <source>To the &amp;start</source>
        <translation>Zum &amp;Beginn</translation>
    </message>
    <message>
        <source>Back to the p&amp;resent</source>
        <translation>Zurück zur &amp;Gegenwart</translation>
    </message>
    <message>
        <source>To the log&apos;s &amp;current row</source>
        <translation>Zur aktuellen Zeile des &amp;Protokolls</translation>
    </message>
    <message>
        <source>&amp;Mark this moment</source>
        <translation>Diesen Moment &amp;markieren</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>As the d&amp;esktop</source>
        <translation>Wie die Arb&amp;eitsfläche</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>He&amp;ll</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Hoher Kontrast</translation>
    </message>
    <message>
        <source>Larger &amp;text</source>
        <translation>Gr&amp;ößere Schrift</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Kle&amp;inere Schrift</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>&amp;Normale Schrift</translation>
    </message>
    <message>
        <source>L&amp;ifecycle</source>
        <translation>Lebenslau&amp;f</translation>
    </message>
    <message>
        <source>&amp;Kernel</source>
        <translation>&amp;Kernel</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>&amp;Optionen</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Daten</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>UNIX %1 pair</source>
        <translation>UNIX-Paar, %1</translation>
    </message>
    <message>
        <source>↔ socketpair</source>
        <translation>↔ socketpair</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>Presenter&apos;s big type</source>
        <translation>Große Schrift für den Vortrag</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Brett</translation>
    </message>
    <message>
        <source>Not for what is selected now.</source>
        <translation>Nicht für das, was jetzt ausgewählt ist.</translation>
    </message>
    <message>
        <source>One step bac&amp;k</source>
        <translation>Ein Schritt &amp;zurück</translation>
    </message>
    <message>
        <source>Watch a &amp;first connection</source>
        <translation>Eine erste &amp;Verbindung ansehen</translation>
    </message>
    <message>
        <source>&amp;Write a comment on this moment</source>
        <translation>Diesen Augenblick kommentieren</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>Reading %1 is not permitted.</source>
        <translation>%1 zu lesen, ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>%1 is a folder or a device, and not a file.</source>
        <translation>%1 ist ein Ordner oder ein Gerät, und keine Datei.</translation>
    </message>
    <message>
        <source>%1 is larger than 4 MiB: no scenario is.</source>
        <translation>%1 ist größer als 4 MiB: Kein Szenario ist das.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 lässt sich nicht lesen.</translation>
    </message>
</context>
<context>
    <name>ui::MessageBar</name>
    <message>
        <source>The message before</source>
        <translation>Die Meldung davor</translation>
    </message>
    <message>
        <source>The next message</source>
        <translation>Die nächste Meldung</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>ui::Minimap</name>
    <message>
        <source>Map of the board</source>
        <translation>Karte des Bretts</translation>
    </message>
    <message>
        <source>Click or drag: goes there</source>
        <translation>Klicken oder ziehen: führt dorthin</translation>
    </message>
</context>
<context>
    <name>ui::NewRowsPill</name>
    <message>
        <source>Go to the end and follow (End)</source>
        <translation>Ans Ende gehen und folgen (Ende)</translation>
    </message>
    <message>
        <source>↓ %1 new</source>
        <translation>↓ %1 neue</translation>
    </message>
    <message>
        <source>%1 new events: go to the end</source>
        <translation>%1 neue Ereignisse: ans Ende gehen</translation>
    </message>
</context>
<context>
    <name>ui::NewSocketPopup</name>
    <message>
        <source>non-blocking (SOCK_NONBLOCK)</source>
        <translation>nicht blockierend (SOCK_NONBLOCK)</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Create, bind</source>
        <translation>Erzeugen, bind</translation>
    </message>
    <message>
        <source>Create, bind, listen</source>
        <translation>Erzeugen, bind, listen</translation>
    </message>
    <message>
        <source>New socket</source>
        <translation>Neuer Socket</translation>
    </message>
    <message>
        <source>Address to bind</source>
        <translation>Adresse für bind</translation>
    </message>
    <message>
        <source>Look up…</source>
        <translation>Nachschlagen…</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>UNIX pair</source>
        <translation>UNIX-Paar</translation>
    </message>
    <message>
        <source>Domain, type and protocol are numbers, or names from their lists.</source>
        <translation>Domain, Typ und Protokoll sind Zahlen, oder Namen aus ihren Listen.</translation>
    </message>
    <message>
        <source>Linux has SOCK_SEQPACKET for UNIX sockets only. Create it all the same to see ESOCKTNOSUPPORT.</source>
        <translation>Linux kennt SOCK_SEQPACKET nur für UNIX-Sockets. Trotzdem erzeugen, um ESOCKTNOSUPPORT zu sehen.</translation>
    </message>
    <message>
        <source>Create both</source>
        <translation>Beide erzeugen</translation>
    </message>
    <message>
        <source>This is an address of another domain: bind() will fail.</source>
        <translation>Das ist eine Adresse einer anderen Domain: bind() wird scheitern.</translation>
    </message>
    <message>
        <source>The socket could not be created.</source>
        <translation>Der Socket ließ sich nicht erzeugen.</translation>
    </message>
    <message>
        <source>The log says which call failed, and why.</source>
        <translation>Das Protokoll sagt, welcher Aufruf scheiterte, und warum.</translation>
    </message>
</context>
<context>
    <name>ui::OptionEditor</name>
    <message>
        <source>inherited by accept()</source>
        <translation>wird von accept() vererbt</translation>
    </message>
    <message>
        <source>not inherited by accept()</source>
        <translation>wird von accept() nicht vererbt</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>some values need %1</source>
        <translation>manche Werte brauchen %1</translation>
    </message>
    <message>
        <source>writing needs %1</source>
        <translation>Schreiben braucht %1</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Makes this setsockopt() call (Return)</source>
        <translation>Macht diesen Aufruf von setsockopt() (Eingabe)</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Makes this getsockopt() call</source>
        <translation>Macht diesen Aufruf von getsockopt()</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>As the log prints it, or {01 00 00 00} for raw bytes</source>
        <translation>Wie im Protokoll, oder {01 00 00 00} für rohe Bytes</translation>
    </message>
    <message>
        <source>Linux 2.2 or earlier</source>
        <translation>Linux 2.2 oder früher</translation>
    </message>
    <message>
        <source>since Linux %1.%2</source>
        <translation>seit Linux %1.%2</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>nur lesbar</translation>
    </message>
    <message>
        <source>write only</source>
        <translation>nur schreibbar</translation>
    </message>
    <message>
        <source>reading takes it away</source>
        <translation>Lesen nimmt es weg</translation>
    </message>
    <message>
        <source>asked %1, effective %2</source>
        <translation>%1 verlangt, %2 wirksam</translation>
    </message>
    <message>
        <source>Not understood from character %1 on. Write it as the log prints it, or {01 00 00 00} for raw bytes.</source>
        <translation>Ab Zeichen %1 nicht verstanden. Zu schreiben wie im Protokoll, oder {01 00 00 00} für rohe Bytes.</translation>
    </message>
</context>
<context>
    <name>ui::OptionField</name>
    <message>
        <source>also those of other kinds of socket</source>
        <translation>auch die von anderen Arten von Sockets</translation>
    </message>
    <message>
        <source>No option of Linux is known by this number: its value is bytes.</source>
        <translation>Keine Option von Linux hat diese Nummer: Ihr Wert sind Bytes.</translation>
    </message>
    <message>
        <source>level and optname are numbers, or names from their lists.</source>
        <translation>level und optname sind Zahlen, oder Namen aus ihren Listen.</translation>
    </message>
    <message>
        <source>The length is a number of bytes.</source>
        <translation>Die Länge ist eine Zahl von Bytes.</translation>
    </message>
</context>
<context>
    <name>ui::OptionsPage</name>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>Search options</source>
        <translation>Optionen suchen</translation>
    </message>
    <message>
        <source>Search by name, value or meaning</source>
        <translation>Nach Name, Wert oder Bedeutung suchen</translation>
    </message>
    <message>
        <source>No option of this socket is like that.</source>
        <translation>Keine Option dieses Sockets ist so.</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>write only</source>
        <translation>nur schreibbar</translation>
    </message>
</context>
<context>
    <name>ui::OutcomeView</name>
    <message>
        <source>Cancel the call</source>
        <translation>Aufruf abbrechen</translation>
    </message>
    <message>
        <source>Interrupt it: it returns -1 EINTR</source>
        <translation>Unterbrechen: Er gibt -1 EINTR zurück</translation>
    </message>
    <message>
        <source>%1() is asleep in the kernel</source>
        <translation>%1() schläft im Kernel</translation>
    </message>
    <message>
        <source>Its thread waits; everything else goes on.</source>
        <translation>Sein Thread wartet; alles andere geht weiter.</translation>
    </message>
    <message>
        <source>Its thread waits in %1(); everything else goes on.</source>
        <translation>Sein Thread wartet in %1(); alles andere geht weiter.</translation>
    </message>
</context>
<context>
    <name>ui::PaletteButton</name>
    <message>
        <source>Search or run a command   Ctrl+K</source>
        <translation>Befehl suchen oder ausführen   Strg+K</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Strg+K</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Befehl suchen oder ausführen</translation>
    </message>
    <message>
        <source>Everything that can be done here, by name (Ctrl+K)</source>
        <translation>Alles, was hier getan werden kann, nach Namen (Strg+K)</translation>
    </message>
</context>
<context>
    <name>ui::PatternEditor</name>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>Nullen</translation>
    </message>
    <message>
        <source>counting, 00 to ff</source>
        <translation>zählend, 00 bis ff</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>letters, AAAA…</source>
        <translation>Buchstaben, AAAA…</translation>
    </message>
    <message>
        <source>Length in bytes</source>
        <translation>Länge in Bytes</translation>
    </message>
    <message>
        <source> bytes</source>
        <translation> Bytes</translation>
    </message>
    <message>
        <source>Seed of the random bytes</source>
        <translation>Startwert der zufälligen Bytes</translation>
    </message>
</context>
<context>
    <name>ui::PictureFile</name>
    <message>
        <source>%1 more events are not in this picture.</source>
        <translation>%1 weitere Ereignisse sind nicht in diesem Bild.</translation>
    </message>
</context>
<context>
    <name>ui::PollField</name>
    <message>
        <source>fds: the sockets that are watched, and for what</source>
        <translation>fds: welche Sockets beobachtet werden, und worauf</translation>
    </message>
    <message>
        <source>The events are POLLIN, POLLOUT and others, joined by |, or a number.</source>
        <translation>Die Ereignisse sind POLLIN, POLLOUT und andere, verbunden mit |, oder eine Zahl.</translation>
    </message>
</context>
<context>
    <name>ui::PreferencesDialog</name>
    <message>
        <source>Folder of new sessions</source>
        <translation>Ordner neuer Sitzungen</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Auswählen…</translation>
    </message>
    <message>
        <source>Nothing can be written there.</source>
        <translation>Dort lässt sich nichts schreiben.</translation>
    </message>
    <message>
        <source>The whole path is needed: /home/…</source>
        <translation>Der ganze Pfad wird gebraucht: /home/…</translation>
    </message>
    <message>
        <source>Sessions hold what was sent and received: their files are for their owner alone (0600).</source>
        <translation>Sitzungen enthalten, was gesendet und empfangen wurde: Ihre Dateien sind nur für den Eigentümer (0600).</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of preferences</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>What is chosen holds at once.</source>
        <translation>Was gewählt wird, gilt sofort.</translation>
    </message>
    <message>
        <source>The usual one</source>
        <translation>Die übliche</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsfläche</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Font of words</source>
        <translation>Schrift für Worte</translation>
    </message>
    <message>
        <source>Font of calls and bytes</source>
        <translation>Schrift für Aufrufe und Bytes</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Message log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Since the start of the session</source>
        <translation>Seit dem Beginn der Sitzung</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Tageszeit</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beides</translation>
    </message>
    <message>
        <source>A new window &amp;follows the newest event</source>
        <translation>Ein neues Fenster &amp;folgt dem neuesten Ereignis</translation>
    </message>
    <message>
        <source>Other columns: a click with the right button on the head of the log.</source>
        <translation>Andere Spalten: ein Klick mit der rechten Taste auf den Kopf des Protokolls.</translation>
    </message>
    <message>
        <source>Keeping</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Proposed to bind</source>
        <translation>Vorschlag für bind</translation>
    </message>
    <message>
        <source>The loopback: this machine alone</source>
        <translation>Das Loopback: nur diese Maschine</translation>
    </message>
    <message>
        <source>Any address: other machines can reach it</source>
        <translation>Jede Adresse: Andere Maschinen erreichen sie</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>Anordnung zu&amp;rücksetzen</translation>
    </message>
    <message>
        <source>Reset &amp;all preferences</source>
        <translation>&amp;Alle Einstellungen zurücksetzen</translation>
    </message>
    <message>
        <source>Really reset &amp;all of them?</source>
        <translation>Wirklich &amp;alle zurücksetzen?</translation>
    </message>
    <message>
        <source>Restart &amp;now</source>
        <translation>&amp;Jetzt neu starten</translation>
    </message>
    <message>
        <source>Really? All sockets close, &amp;now</source>
        <translation>Wirklich? &amp;Jetzt schließen alle Sockets</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on. Sessions are kept: File &gt; Earlier sessions.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start. Sitzungen bleiben erhalten: Datei &gt; Frühere Sitzungen.</translation>
    </message>
</context>
<context>
    <name>ui::ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop this work (Esc)</source>
        <translation>Diese Arbeit anhalten (Esc)</translation>
    </message>
</context>
<context>
    <name>ui::ReceiveMessageField</name>
    <message>
        <source>Sizes of the buffers</source>
        <translation>Größen der Puffer</translation>
    </message>
    <message>
        <source>The size of each buffer: 4, 100 are two</source>
        <translation>Die Größe jedes Puffers: 4, 100 sind zwei</translation>
    </message>
    <message>
        <source>buffers</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <source>The sizes of the buffers are numbers with commas between: 4, 100.</source>
        <translation>Die Größen der Puffer sind Zahlen mit Kommas dazwischen: 4, 100.</translation>
    </message>
    <message>
        <source>The room for names and control messages is a number of bytes.</source>
        <translation>Der Platz für Namen und Control Messages ist eine Zahl von Bytes.</translation>
    </message>
</context>
<context>
    <name>ui::RoomField</name>
    <message>
        <source>The room offered for the address, in bytes; NULL where it is not wanted</source>
        <translation>Der für die Adresse angebotene Platz in Bytes; NULL, wo sie nicht gewünscht ist</translation>
    </message>
    <message>
        <source>The room for the address is a number of bytes, or NULL.</source>
        <translation>Der Platz für die Adresse ist eine Zahl von Bytes, oder NULL.</translation>
    </message>
</context>
<context>
    <name>ui::RulesPopup</name>
    <message>
        <source>Colours of the log</source>
        <translation>Farben des Protokolls</translation>
    </message>
    <message>
        <source>The first rule that fits tints the row and writes its name into it. {selected} is the selected socket.</source>
        <translation>Die erste passende Regel tönt die Zeile und schreibt ihren Namen hinein. {selected} ist der ausgewählte Socket.</translation>
    </message>
    <message>
        <source>+ Rule</source>
        <translation>+ Regel</translation>
    </message>
    <message>
        <source>Usual rules</source>
        <translation>Übliche Regeln</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Use the rule %1</source>
        <translation>Die Regel %1 anwenden</translation>
    </message>
    <message>
        <source>Another tint</source>
        <translation>Eine andere Tönung</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>Regel entfernen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>ui::ScenarioPanel</name>
    <message>
        <source>◀ Back</source>
        <translation>◀ Zurück</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>End the scenario</source>
        <translation>Szenario beenden</translation>
    </message>
    <message>
        <source>End the scenario: its sockets are closed</source>
        <translation>Szenario beenden: Seine Sockets werden geschlossen</translation>
    </message>
    <message>
        <source>Shows everything as it was before the last step (Shift+F10)</source>
        <translation>Zeigt alles, wie es vor dem letzten Schritt war (Umschalt+F10)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>▶ Run all</source>
        <translation>▶ Abspielen</translation>
    </message>
    <message>
        <source>Line %1: %2
expected %3, and it was %4</source>
        <translation>Zeile %1: %2
erwartet %3, und es war %4</translation>
    </message>
    <message>
        <source>Done: every result was what the scenario said it would be.</source>
        <translation>Fertig: Jedes Ergebnis war, was das Szenario vorhersagte.</translation>
    </message>
    <message>
        <source>The scenario was ended early.</source>
        <translation>Das Szenario wurde vorzeitig beendet.</translation>
    </message>
    <message>
        <source>↻ Again</source>
        <translation>↻ Nochmal</translation>
    </message>
    <message>
        <source>Runs it once more, on new sockets</source>
        <translation>Lässt es noch einmal laufen, mit neuen Sockets</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Closes the sockets of the scenario (F10)</source>
        <translation>Schließt die Sockets des Szenarios (F10)</translation>
    </message>
    <message>
        <source>All steps are made. The sockets stay open until Finish.</source>
        <translation>Alle Schritte sind getan. Bis zum Abschließen bleiben die Sockets offen.</translation>
    </message>
</context>
<context>
    <name>ui::SendMessageField</name>
    <message>
        <source>+ buffer</source>
        <translation>+ Puffer</translation>
    </message>
    <message>
        <source>+ control message</source>
        <translation>+ Control Message</translation>
    </message>
    <message>
        <source>Buffer %1</source>
        <translation>Puffer %1</translation>
    </message>
    <message>
        <source>no bytes</source>
        <translation>keine Bytes</translation>
    </message>
    <message>
        <source>Remove this buffer</source>
        <translation>Diesen Puffer entfernen</translation>
    </message>
</context>
<context>
    <name>ui::SequencePage</name>
    <message>
        <source>Sockets</source>
        <translation>Sockets</translation>
    </message>
    <message>
        <source>A life line for each socket</source>
        <translation>Eine Lebenslinie für jeden Socket</translation>
    </message>
    <message>
        <source>Actors</source>
        <translation>Akteure</translation>
    </message>
    <message>
        <source>A life line for each actor, or thread</source>
        <translation>Eine Lebenslinie für jeden Akteur oder Thread</translation>
    </message>
    <message>
        <source>Closer together (−, or Ctrl and the wheel)</source>
        <translation>Enger zusammen (−, oder Strg und das Rad)</translation>
    </message>
    <message>
        <source>Farther apart (+, or Ctrl and the wheel; 0: as usual)</source>
        <translation>Weiter auseinander (+, oder Strg und das Rad; 0: wie üblich)</translation>
    </message>
    <message>
        <source>Closer together</source>
        <translation>Enger zusammen</translation>
    </message>
    <message>
        <source>Farther apart</source>
        <translation>Weiter auseinander</translation>
    </message>
    <message>
        <source>As filtered</source>
        <translation>Wie gefiltert</translation>
    </message>
    <message>
        <source>Only what the log&apos;s filter leaves</source>
        <translation>Nur was der Filter des Protokolls übrig lässt</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Keep the newest call in sight (Space)</source>
        <translation>Den neuesten Aufruf im Blick behalten (Leertaste)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Text in calls (Ctrl+F)</source>
        <translation>Text in Aufrufen (Strg+F)</translation>
    </message>
    <message>
        <source>What is seen, as &amp;SVG…</source>
        <translation>Was zu sehen ist, als &amp;SVG…</translation>
    </message>
    <message>
        <source>What is seen, as &amp;PNG…</source>
        <translation>Was zu sehen ist, als &amp;PNG…</translation>
    </message>
    <message>
        <source>What is seen, as P&amp;DF…</source>
        <translation>Was zu sehen ist, als P&amp;DF…</translation>
    </message>
    <message>
        <source>&amp;All of it, as SVG…</source>
        <translation>&amp;Alles, als SVG…</translation>
    </message>
    <message>
        <source>All of it, as P&amp;NG…</source>
        <translation>Alles, als P&amp;NG…</translation>
    </message>
    <message>
        <source>All of it, as PDF, page by page…</source>
        <translation>Alles, als PDF, Seite für Seite…</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>A picture for a slide or a page</source>
        <translation>Ein Bild für eine Folie oder eine Seite</translation>
    </message>
    <message>
        <source>Find in the sequence</source>
        <translation>In der Sequenz suchen</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>sucht…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of that size.</source>
        <translation>Für ein Bild dieser Größe reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>%1 is not a regular file, so it is left alone.</source>
        <translation>%1 ist keine gewöhnliche Datei und bleibt unberührt.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>sequenz</translation>
    </message>
    <message>
        <source>Nothing was changed: choose another place.</source>
        <translation>Nichts wurde geändert: einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Printing the picture…</source>
        <translation>Das Bild wird gedruckt…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ui::SequenceView</name>
    <message>
        <source>Sequence of calls</source>
        <translation>Sequenz der Aufrufe</translation>
    </message>
    <message>
        <source>Life lines appear here as sockets make calls: who connects to whom, which recv() takes the bytes of which send(), and who sleeps meanwhile.</source>
        <translation>Hier erscheinen Lebenslinien, sobald Sockets Aufrufe machen: wer sich mit wem verbindet, welches recv() die Bytes welches send() nimmt, und wer inzwischen schläft.</translation>
    </message>
</context>
<context>
    <name>ui::SequenceViewWords</name>
    <message>
        <source>thread w%1</source>
        <translation>Thread w%1</translation>
    </message>
    <message>
        <source>%1 blocks %2</source>
        <translation>%1 blockiert %2</translation>
    </message>
    <message>
        <source>%1 blocked %2</source>
        <translation>%1 blockierte %2</translation>
    </message>
    <message>
        <source>%1 wait in the receive buffer</source>
        <translation>%1 warten im Empfangspuffer</translation>
    </message>
    <message>
        <source>%1 wait</source>
        <translation>%1 warten</translation>
    </message>
    <message>
        <source>waits in the accept queue</source>
        <translation>wartet in der Accept-Queue</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>ui::SessionWindows</name>
    <message>
        <source>This session is kept in memory only: %1.</source>
        <translation>Diese Sitzung wird nur im Speicher behalten: %1.</translation>
    </message>
    <message>
        <source>After a crash it would be lost. The folder is %1.</source>
        <translation>Nach einem Absturz wäre sie verloren. Der Ordner ist %1.</translation>
    </message>
    <message>
        <source>Sockscope was not ended in order: the session of %1 with %2 events is still there.</source>
        <translation>Sockscope wurde nicht ordentlich beendet: Die Sitzung vom %1 mit %2 Ereignissen ist noch da.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>ui::SocketCard</name>
    <message>
        <source>Cancel: interrupt the call, so that it returns -1 EINTR</source>
        <translation>Abbrechen: den Aufruf unterbrechen, sodass er -1 EINTR zurückgibt</translation>
    </message>
    <message>
        <source>Take this closed socket off the board; the log keeps it</source>
        <translation>Diesen geschlossenen Socket vom Brett nehmen; das Protokoll behält ihn</translation>
    </message>
    <message>
        <source>the kernel still has it</source>
        <translation>der Kernel hat ihn noch</translation>
    </message>
    <message>
        <source>Drag to another socket to connect to it, or to send a datagram there (C)</source>
        <translation>Zu einem anderen Socket ziehen, um sich zu verbinden oder ein Datagramm dorthin zu senden (C)</translation>
    </message>
    <message>
        <source>Drag to a free place: a new socket there connects to this listener (C)</source>
        <translation>An eine freie Stelle ziehen: ein neuer Socket dort verbindet sich mit diesem Listener (C)</translation>
    </message>
</context>
<context>
    <name>ui::SocketCommands</name>
    <message>
        <source>fd %1 (closed)</source>
        <translation>fd %1 (geschlossen)</translation>
    </message>
    <message>
        <source>%1() of %2</source>
        <translation>%1() von %2</translation>
    </message>
    <message>
        <source>Call of the selected socket</source>
        <translation>Aufruf des ausgewählten Sockets</translation>
    </message>
    <message>
        <source>Not legal now; it can be made all the same</source>
        <translation>Jetzt nicht zulässig; er ist trotzdem möglich</translation>
    </message>
    <message>
        <source>Now it would give %1; it can be made all the same</source>
        <translation>Jetzt gäbe er %1; er ist trotzdem möglich</translation>
    </message>
</context>
<context>
    <name>ui::Sparkline</name>
    <message>
        <source>%1 over time, at most %2</source>
        <translation>%1 über die Zeit, höchstens %2</translation>
    </message>
    <message>
        <source>max %1</source>
        <translation>max. %1</translation>
    </message>
</context>
<context>
    <name>ui::StateView</name>
    <message>
        <source>listen()</source>
        <translation>listen()</translation>
    </message>
    <message>
        <source>connect() sends SYN</source>
        <translation>connect() sendet SYN</translation>
    </message>
    <message>
        <source>SYN comes, SYN+ACK is sent</source>
        <translation>SYN kommt, SYN+ACK wird gesendet</translation>
    </message>
    <message>
        <source>SYN+ACK comes, ACK is sent</source>
        <translation>SYN+ACK kommt, ACK wird gesendet</translation>
    </message>
    <message>
        <source>ACK comes</source>
        <translation>ACK kommt</translation>
    </message>
    <message>
        <source>close() or shutdown() sends FIN</source>
        <translation>close() oder shutdown() sendet FIN</translation>
    </message>
    <message>
        <source>FIN comes, ACK is sent</source>
        <translation>FIN kommt, ACK wird gesendet</translation>
    </message>
    <message>
        <source>FIN and ACK come, ACK is sent</source>
        <translation>FIN und ACK kommen, ACK wird gesendet</translation>
    </message>
    <message>
        <source>after 60 s</source>
        <translation>nach 60 s</translation>
    </message>
    <message>
        <source>closed, or reset</source>
        <translation>geschlossen, oder Reset</translation>
    </message>
    <message>
        <source>No connection: not yet, or no more.</source>
        <translation>Keine Verbindung: noch nicht, oder nicht mehr.</translation>
    </message>
    <message>
        <source>Waits for clients; the kernel shakes hands by itself, up to the backlog.</source>
        <translation>Wartet auf Clients; der Kernel nimmt selbst den Handshake vor, bis zum Backlog.</translation>
    </message>
    <message>
        <source>connect() has asked; no answer yet.</source>
        <translation>connect() hat gefragt; noch keine Antwort.</translation>
    </message>
    <message>
        <source>A client has asked and was answered; its ACK is missing.</source>
        <translation>Ein Client hat gefragt und Antwort bekommen; sein ACK fehlt.</translation>
    </message>
    <message>
        <source>Both ends agree: data can flow both ways.</source>
        <translation>Beide Enden sind sich einig: Daten können in beide Richtungen fließen.</translation>
    </message>
    <message>
        <source>This end has said that it will send no more; nobody has acknowledged it yet.</source>
        <translation>Dieses Ende hat gesagt, dass es nichts mehr sendet; noch hat es niemand bestätigt.</translation>
    </message>
    <message>
        <source>Half closed: this end has finished, the other may go on sending.</source>
        <translation>Halb geschlossen: Dieses Ende ist fertig, das andere darf weiter senden.</translation>
    </message>
    <message>
        <source>Both ends have finished at the same time.</source>
        <translation>Beide Enden wurden gleichzeitig fertig.</translation>
    </message>
    <message>
        <source>Over. The kernel waits 60 s, so that late segments do not reach a new connection.</source>
        <translation>Vorbei. Der Kernel wartet 60 s, damit verspätete Segmente keine neue Verbindung erreichen.</translation>
    </message>
    <message>
        <source>The other end has finished; this program has not closed its own end.</source>
        <translation>Das andere Ende ist fertig; dieses Programm hat sein eigenes Ende nicht geschlossen.</translation>
    </message>
    <message>
        <source>Both have finished; the last ACK is missing.</source>
        <translation>Beide sind fertig; das letzte ACK fehlt.</translation>
    </message>
    <message>
        <source>, from %1</source>
        <translation>, aus %1</translation>
    </message>
    <message>
        <source>As the kernel says it. A box tells what it means.</source>
        <translation>So sagt es der Kernel. Ein Kasten erklärt sich.</translation>
    </message>
    <message>
        <source>connect() joins the accept queue, without a packet</source>
        <translation>connect() stellt sich in die Accept-Queue, ohne ein Paket</translation>
    </message>
    <message>
        <source>connect() notes the peer&apos;s address</source>
        <translation>connect() merkt sich die Adresse der Gegenstelle</translation>
    </message>
    <message>
        <source>connect() with AF_UNSPEC, or a UNIX peer has gone</source>
        <translation>connect() mit AF_UNSPEC, oder eine UNIX-Gegenstelle ist gegangen</translation>
    </message>
    <message>
        <source>No peer: each sendto() names its own; anybody&apos;s messages are taken.</source>
        <translation>Keine Gegenstelle: Jedes sendto() nennt die seine; Nachrichten von allen werden angenommen.</translation>
    </message>
    <message>
        <source>No peer yet. Nothing crosses a network: connect() is enough.</source>
        <translation>Noch keine Gegenstelle. Nichts geht durch ein Netz: connect() genügt.</translation>
    </message>
    <message>
        <source>One peer: send() goes to it, and only its messages are taken.</source>
        <translation>Eine Gegenstelle: send() geht an sie, und nur ihre Nachrichten werden angenommen.</translation>
    </message>
    <message>
        <source>Joined with its peer. When that one goes, both directions are shut down.</source>
        <translation>Mit der Gegenstelle verbunden. Geht sie, sind beide Richtungen zu.</translation>
    </message>
    <message>
        <source>Connected from the first, as accept() and socketpair() give it.</source>
        <translation>Von Anfang an verbunden, wie accept() und socketpair() ihn geben.</translation>
    </message>
    <message>
        <source>State %1</source>
        <translation>Zustand %1</translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message>
        <source>%1 / s</source>
        <translation>%1 / s</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Ereignis</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>● nothing lost</source>
        <translation>● nichts verloren</translation>
    </message>
    <message>
        <source>● %1 events lost</source>
        <translation>● %1 Ereignisse verloren</translation>
    </message>
    <message>
        <source>1 worker</source>
        <translation>1 Worker</translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation>%1 Worker</translation>
    </message>
    <message>
        <source> · %1 blocked</source>
        <translation> · %1 blockiert</translation>
    </message>
</context>
<context>
    <name>ui::StepList</name>
    <message>
        <source>Steps of the scenario</source>
        <translation>Schritte des Szenarios</translation>
    </message>
    <message>
        <source>%1 of %2 done; next: %3</source>
        <translation>%1 von %2 getan; als Nächstes: %3</translation>
    </message>
    <message>
        <source>all are done</source>
        <translation>alle sind getan</translation>
    </message>
    <message>
        <source>Show what comes</source>
        <translation>Zeigen, was kommt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>kommt noch</translation>
    </message>
    <message>
        <source>not as expected</source>
        <translation>nicht wie erwartet</translation>
    </message>
    <message>
        <source>next</source>
        <translation>als Nächstes</translation>
    </message>
    <message>
        <source>Step %1, %2: %3</source>
        <translation>Schritt %1, %2: %3</translation>
    </message>
</context>
<context>
    <name>ui::StreamPage</name>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beides</translation>
    </message>
    <message>
        <source>Both directions</source>
        <translation>Beide Richtungen</translation>
    </message>
    <message>
        <source>Only this way</source>
        <translation>Nur hin</translation>
    </message>
    <message>
        <source>Only the way back</source>
        <translation>Nur zurück</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>As text; what is none as \xNN</source>
        <translation>Als Text; was keiner ist, als \xNN</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>In hexadecimal, with the text</source>
        <translation>Hexadezimal, mit dem Text</translation>
    </message>
    <message>
        <source>Borders</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>A line for each send(); a dashed stroke where a recv() ended. Without: one continuous sheet.</source>
        <translation>Eine Zeile für jedes send(); ein gestrichelter Strich, wo ein recv() endete. Ohne: ein durchgehendes Blatt.</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Keep the newest bytes in sight (Space)</source>
        <translation>Die neuesten Bytes im Blick behalten (Leertaste)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Text or bytes (Ctrl+F)</source>
        <translation>Text oder Bytes (Strg+F)</translation>
    </message>
    <message>
        <source>The &amp;bytes as they are…</source>
        <translation>Die &amp;Bytes, wie sie sind…</translation>
    </message>
    <message>
        <source>A hexadecimal &amp;dump…</source>
        <translation>Einen hexadezimalen &amp;Dump…</translation>
    </message>
    <message>
        <source>A &amp;C array…</source>
        <translation>Ein &amp;C-Array…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Write the selected bytes, or all that is shown, to a file</source>
        <translation>Die ausgewählten Bytes oder alles Gezeigte in eine Datei schreiben</translation>
    </message>
    <message>
        <source>fd %1</source>
        <translation>fd %1</translation>
    </message>
    <message>
        <source>all its peers</source>
        <translation>alle seine Peers</translation>
    </message>
    <message>
        <source>→ %1   ← %2</source>
        <translation>→ %1   ← %2</translation>
    </message>
    <message>
        <source>   · closed</source>
        <translation>   · geschlossen</translation>
    </message>
    <message>
        <source>Connect two sockets and send something: what they say to each other appears here.</source>
        <translation>Zwei Sockets verbinden und etwas senden: Was sie einander sagen, erscheint hier.</translation>
    </message>
    <message>
        <source>Nothing has been said in this conversation yet.</source>
        <translation>In diesem Gespräch wurde noch nichts gesagt.</translation>
    </message>
    <message>
        <source>Find in the conversation</source>
        <translation>Im Gespräch suchen</translation>
    </message>
    <message>
        <source>Bytes in hexadecimal: 48 65 6c</source>
        <translation>Bytes in Hexadezimal: 48 65 6c</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Capital and small letters differ</source>
        <translation>Groß- und Kleinbuchstaben sind verschieden</translation>
    </message>
    <message>
        <source>no hexadecimal bytes</source>
        <translation>keine hexadezimalen Bytes</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>Save the bytes</source>
        <translation>Bytes speichern</translation>
    </message>
    <message>
        <source>Nothing was changed: choose another place.</source>
        <translation>Nichts wurde geändert: einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>%1 is not a regular file, so it is left alone.</source>
        <translation>%1 ist keine gewöhnliche Datei und bleibt unberührt.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß/klein beachten</translation>
    </message>
</context>
<context>
    <name>ui::StreamView</name>
    <message>
        <source>Bytes of the conversation</source>
        <translation>Bytes des Gesprächs</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;escaped text</source>
        <translation>Als Text mit &amp;Escapes kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;hexadecimal</source>
        <translation>Als &amp;Hexadezimal kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;C array</source>
        <translation>Als &amp;C-Array kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;dump</source>
        <translation>Als &amp;Dump kopieren</translation>
    </message>
    <message>
        <source>Show the call in the &amp;log</source>
        <translation>Den Aufruf im &amp;Protokoll zeigen</translation>
    </message>
    <message>
        <source> OOB</source>
        <translation> OOB</translation>
    </message>
    <message>
        <source>peeked at: the bytes are still there</source>
        <translation>nur angesehen: Die Bytes sind noch da</translation>
    </message>
    <message>
        <source>%1 bytes not kept in the log</source>
        <translation>%1 Bytes nicht im Protokoll behalten</translation>
    </message>
    <message>
        <source>empty message: 0 bytes</source>
        <translation>leere Nachricht: 0 Bytes</translation>
    </message>
    <message>
        <source>peeked at by the other end: %1 bytes</source>
        <translation>vom anderen Ende nur angesehen: %1 Bytes</translation>
    </message>
    <message>
        <source>received by the other end: %1 bytes</source>
        <translation>vom anderen Ende empfangen: %1 Bytes</translation>
    </message>
    <message>
        <source>end of stream seen: recv() returned 0</source>
        <translation>Ende des Streams gesehen: recv() gab 0 zurück</translation>
    </message>
    <message>
        <source>shutdown(): no more will be sent this way</source>
        <translation>shutdown(): In dieser Richtung wird nichts mehr gesendet</translation>
    </message>
    <message>
        <source>reset: the connection was broken off</source>
        <translation>Reset: Die Verbindung wurde abgebrochen</translation>
    </message>
    <message>
        <source>close()</source>
        <translation>close()</translation>
    </message>
    <message>
        <source>+ %1 B not kept</source>
        <translation>+ %1 B nicht behalten</translation>
    </message>
</context>
<context>
    <name>ui::ThroughputPage</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Calls that have returned, a second</source>
        <translation>Zurückgekehrte Aufrufe je Sekunde</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Bytes that calls have moved, a second</source>
        <translation>Von Aufrufen bewegte Bytes je Sekunde</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Calls that have failed, a second</source>
        <translation>Gescheiterte Aufrufe je Sekunde</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Show only the chosen range (Enter)</source>
        <translation>Nur den gewählten Bereich zeigen (Eingabe)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Show all, and what will come (Home or a double click)</source>
        <translation>Alles zeigen, und was noch kommt (Pos1 oder Doppelklick)</translation>
    </message>
    <message>
        <source>Only this</source>
        <translation>Nur dies</translation>
    </message>
    <message>
        <source>Filter the log by the chosen range of time</source>
        <translation>Das Protokoll nach dem gewählten Zeitraum filtern</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 gewählt</translation>
    </message>
</context>
<context>
    <name>ui::ThroughputPlot</name>
    <message>
        <source>Events and bytes over time</source>
        <translation>Ereignisse und Bytes über die Zeit</translation>
    </message>
    <message>
        <source>%1 events/s</source>
        <translation>%1 Ereignisse/s</translation>
    </message>
    <message>
        <source>%1 errors/s</source>
        <translation>%1 Fehler/s</translation>
    </message>
    <message>
        <source>%1 B/s</source>
        <translation>%1 B/s</translation>
    </message>
    <message>
        <source>%1 KiB/s</source>
        <translation>%1 KiB/s</translation>
    </message>
    <message>
        <source>%1 MiB/s</source>
        <translation>%1 MiB/s</translation>
    </message>
    <message>
        <source>%1 GiB/s</source>
        <translation>%1 GiB/s</translation>
    </message>
    <message>
        <source>%1 TiB/s</source>
        <translation>%1 TiB/s</translation>
    </message>
    <message>
        <source>fd %1</source>
        <translation>fd %1</translation>
    </message>
    <message>
        <source>socket %1</source>
        <translation>Socket %1</translation>
    </message>
    <message>
        <source>Make some calls: how many there are, and how many bytes they move, appears here over time.</source>
        <translation>Ein paar Aufrufe machen: Wie viele es sind und wie viele Bytes sie bewegen, erscheint hier über die Zeit.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>all: %1</source>
        <translation>alle: %1</translation>
    </message>
</context>
<context>
    <name>ui::TimeBar</name>
    <message>
        <source>To the start</source>
        <translation>Zum Beginn</translation>
    </message>
    <message>
        <source>One event back</source>
        <translation>Ein Ereignis zurück</translation>
    </message>
    <message>
        <source>Play what happened</source>
        <translation>Abspielen, was geschah</translation>
    </message>
    <message>
        <source>One event on</source>
        <translation>Ein Ereignis vor</translation>
    </message>
    <message>
        <source>How fast it plays</source>
        <translation>Wie schnell abgespielt wird</translation>
    </message>
    <message>
        <source>Back to the present</source>
        <translation>Zurück zur Gegenwart</translation>
    </message>
    <message>
        <source>Long pauses are skipped</source>
        <translation>Lange Pausen werden übersprungen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>● Live</source>
        <translation>● Live</translation>
    </message>
    <message>
        <source>● End</source>
        <translation>● Ende</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>ui::TimeStrip</name>
    <message>
        <source>Time: live</source>
        <translation>Zeit: live</translation>
    </message>
    <message>
        <source>Time: %1, event %2 of %3</source>
        <translation>Zeit: %1, Ereignis %2 von %3</translation>
    </message>
    <message>
        <source>A mark at row %1</source>
        <translation>Eine Markierung bei Zeile %1</translation>
    </message>
    <message>
        <source>%1: %2 of %3 events had happened. A click shows everything as it was then.</source>
        <translation>%1: %2 von %3 Ereignissen waren geschehen. Ein Klick zeigt alles, wie es damals war.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
</context>
<context>
    <name>ui::TypedEditor</name>
    <message>
        <source>Bytes to send, in hexadecimal</source>
        <translation>Zu sendende Bytes, hexadezimal</translation>
    </message>
    <message>
        <source>Text to send</source>
        <translation>Zu sendender Text</translation>
    </message>
    <message>
        <source>68 65 6c 6c 6f, or a pasted dump</source>
        <translation>68 65 6c 6c 6f, oder ein eingefügter Dump</translation>
    </message>
    <message>
        <source>text; \n \x00 as in C</source>
        <translation>Text; \n \x00 wie in C</translation>
    </message>
    <message>
        <source>What is added at the end</source>
        <translation>Was am Ende angefügt wird</translation>
    </message>
    <message>
        <source>nothing added</source>
        <translation>nichts angefügt</translation>
    </message>
    <message>
        <source>ends with \n</source>
        <translation>endet mit \n</translation>
    </message>
    <message>
        <source>ends with \r\n</source>
        <translation>endet mit \r\n</translation>
    </message>
    <message>
        <source>Character %1 is no hexadecimal digit.</source>
        <translation>Zeichen %1 ist keine hexadezimale Ziffer.</translation>
    </message>
    <message>
        <source>That is more than can be sent from here in one call.</source>
        <translation>Das ist mehr, als sich von hier in einem Aufruf senden lässt.</translation>
    </message>
    <message>
        <source>Character %1: after a backslash comes n, r, t, 0, \, &quot; or x with two hexadecimal digits.</source>
        <translation>Zeichen %1: Nach einem Backslash kommt n, r, t, 0, \, &quot; oder x mit zwei hexadezimalen Ziffern.</translation>
    </message>
</context>
<context>
    <name>ui::Welcome</name>
    <message>
        <source>Sockets, seen and touched</source>
        <translation>Sockets, gesehen und berührt</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Every click is a real system call. Nothing listens until you say so.</source>
        <translation>Jeder Klick ist ein echter Systemaufruf. Nichts lauscht ungefragt.</translation>
    </message>
    <message>
        <source>Ctrl+N, or a double click on the board, makes a socket. Ctrl+K finds every command.</source>
        <translation>Strg+N, oder ein Doppelklick auf das Brett, macht einen Socket. Strg+K findet jeden Befehl.</translation>
    </message>
    <message>
        <source>Watch a first connection</source>
        <translation>Eine erste Verbindung ansehen</translation>
    </message>
    <message>
        <source>A server and a client, step by step, on the real kernel</source>
        <translation>Ein Server und ein Client, Schritt für Schritt, im echten Kernel</translation>
    </message>
    <message>
        <source>New socket…</source>
        <translation>Neuer Socket…</translation>
    </message>
    <message>
        <source>A socket of your own (Ctrl+N)</source>
        <translation>Ein eigener Socket (Strg+N)</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>All %1 lessons…</source>
        <translation>Alle %1 Lektionen…</translation>
    </message>
    <message>
        <source>Lessons…</source>
        <translation>Lektionen…</translation>
    </message>
    <message>
        <source>What can be watched step by step</source>
        <translation>Was Schritt für Schritt angesehen werden kann</translation>
    </message>
</context>
<context>
    <name>ui::Workbench</name>
    <message>
        <source>This is a recording: what happened can be looked at, and no call can be made in it.</source>
        <translation>Das ist eine Aufnahme: Was geschah, lässt sich ansehen, und kein Aufruf ist darin möglich.</translation>
    </message>
    <message>
        <source>A new window (Ctrl+Shift+N) has a session of its own.</source>
        <translation>Ein neues Fenster (Strg+Umschalt+N) hat eine eigene Sitzung.</translation>
    </message>
    <message>
        <source>This is a moment of the past: it can be looked at, and no call can be made in it.</source>
        <translation>Das ist ein Moment der Vergangenheit: Er lässt sich ansehen, und kein Aufruf ist darin möglich.</translation>
    </message>
    <message>
        <source>“Live” at the right end of the time slider (End) goes back to the present.</source>
        <translation>„Live“ am rechten Ende der Zeitleiste (Ende) führt zurück in die Gegenwart.</translation>
    </message>
    <message>
        <source>No thread could be started for this call: %1.</source>
        <translation>Für diesen Aufruf ließ sich kein Thread starten: %1.</translation>
    </message>
    <message>
        <source>Cancel calls that are asleep, or raise the limit on processes (ulimit -u).</source>
        <translation>Schlafende Aufrufe abbrechen, oder die Grenze für Prozesse anheben (ulimit -u).</translation>
    </message>
    <message>
        <source>Remove the socket file %1? Nobody listens behind it any more.</source>
        <translation>Die Socket-Datei %1 entfernen? Dahinter lauscht niemand mehr.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>unlink(%1): the stale socket file is removed</source>
        <translation>unlink(%1): Die verwaiste Socket-Datei ist entfernt</translation>
    </message>
    <message>
        <source>%1 was not removed: %2.</source>
        <translation>%1 wurde nicht entfernt: %2.</translation>
    </message>
    <message>
        <source>It is not what it was a moment ago: somebody uses it, or it is another file.</source>
        <translation>Sie ist nicht mehr, was sie eben war: Jemand benutzt sie, oder es ist eine andere Datei.</translation>
    </message>
</context>
<context>
    <name>ui::words</name>
    <message>
        <source>Make room on that disk, or save somewhere else.</source>
        <translation>Auf dieser Platte Platz schaffen, oder anderswo speichern.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Einen Ordner wählen, in den geschrieben werden darf.</translation>
    </message>
    <message>
        <source>That disk is read-only: choose another one.</source>
        <translation>Diese Platte ist nur lesbar: eine andere wählen.</translation>
    </message>
    <message>
        <source>Is the folder still there?</source>
        <translation>Ist der Ordner noch da?</translation>
    </message>
    <message>
        <source>That is a folder: give a file&apos;s name.</source>
        <translation>Das ist ein Ordner: den Namen einer Datei angeben.</translation>
    </message>
    <message>
        <source>Give a shorter name.</source>
        <translation>Einen kürzeren Namen angeben.</translation>
    </message>
    <message>
        <source>Try another place.</source>
        <translation>Einen anderen Ort versuchen.</translation>
    </message>
    <message>
        <source>an unknown error</source>
        <translation>ein unbekannter Fehler</translation>
    </message>
    <message>
        <source>%1 was not saved.</source>
        <translation>%1 wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>What has that name is no ordinary file, and it stays as it is. Choose another name.</source>
        <translation>Was diesen Namen hat, ist keine gewöhnliche Datei und bleibt, wie es ist. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Saving was cancelled.</source>
        <translation>Das Speichern wurde abgebrochen.</translation>
    </message>
    <message>
        <source>What was at %1 is still there.</source>
        <translation>Was bei %1 war, ist noch da.</translation>
    </message>
    <message>
        <source>%1 was not saved: %2.</source>
        <translation>%1 wurde nicht gespeichert: %2.</translation>
    </message>
    <message>
        <source>What was there is unchanged, and the session goes on.</source>
        <translation>Was dort war, ist unverändert, und die Sitzung geht weiter.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be opened.</source>
        <translation>%1 lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>It is no ordinary file.</source>
        <translation>Es ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>%1 is no session of Sockscope.</source>
        <translation>%1 ist keine Sitzung von Sockscope.</translation>
    </message>
    <message>
        <source>Its first page is not what every session begins with: it is another kind of file, or badly damaged. A copy may be among the earlier sessions.</source>
        <translation>Die erste Seite ist nicht die, mit der jede Sitzung beginnt: Es ist eine andere Art von Datei, oder schwer beschädigt. Eine Kopie ist vielleicht unter den früheren Sitzungen.</translation>
    </message>
    <message>
        <source>%1 was made by a newer Sockscope.</source>
        <translation>%1 stammt von einem neueren Sockscope.</translation>
    </message>
    <message>
        <source>This version can&apos;t read it: open it with that one, and export what you need.</source>
        <translation>Diese Version kann es nicht lesen: mit jener öffnen und exportieren, was gebraucht wird.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be opened: %2.</source>
        <translation>%1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>Has it been moved or deleted?</source>
        <translation>Wurde es verschoben oder gelöscht?</translation>
    </message>
    <message>
        <source>Is the disk there, and may you read it?</source>
        <translation>Ist die Platte da, und ist das Lesen erlaubt?</translation>
    </message>
    <message>
        <source>The first %1 events are whole, and shown.</source>
        <translation>Die ersten %1 Ereignisse sind unversehrt und werden gezeigt.</translation>
    </message>
    <message>
        <source>how many followed is not known</source>
        <translation>wie viele folgten, ist nicht bekannt</translation>
    </message>
    <message>
        <source>%1 events behind them are lost</source>
        <translation>%1 Ereignisse dahinter sind verloren</translation>
    </message>
    <message>
        <source>In the file, %1.</source>
        <translation>In der Datei: %1.</translation>
    </message>
    <message>
        <source>This session was not ended in order.</source>
        <translation>Diese Sitzung wurde nicht ordentlich beendet.</translation>
    </message>
    <message>
        <source>The file was cut while it is open, or the disk can&apos;t read it.</source>
        <translation>Die Datei wurde gekürzt, während sie offen ist, oder die Platte kann sie nicht lesen.</translation>
    </message>
    <message>
        <source>The file is damaged: its bytes are not those that were written.</source>
        <translation>Die Datei ist beschädigt: Ihre Bytes sind nicht die, die geschrieben wurden.</translation>
    </message>
    <message>
        <source>The file is damaged at byte %1.</source>
        <translation>Die Datei ist bei Byte %1 beschädigt.</translation>
    </message>
    <message>
        <source>The log has reached its size: events are not kept any more.</source>
        <translation>Das Protokoll hat seine Größe erreicht: Ereignisse werden nicht mehr behalten.</translation>
    </message>
    <message>
        <source>They are counted, and a gap in the log says how many. Raise the limit under File &gt; Keeping.</source>
        <translation>Sie werden gezählt, und eine Lücke im Protokoll sagt, wie viele. Die Grenze steht unter Datei &gt; Aufbewahren.</translation>
    </message>
    <message>
        <source>Events can&apos;t be kept: %1.</source>
        <translation>Ereignisse lassen sich nicht behalten: %1.</translation>
    </message>
    <message>
        <source>They are counted, and a gap in the log will say how many. Keeping goes on as soon as it can.</source>
        <translation>Sie werden gezählt, und eine Lücke im Protokoll wird sagen, wie viele. Das Aufbewahren geht weiter, sobald es kann.</translation>
    </message>
    <message>
        <source>↑ sent %1</source>
        <translation>↑ gesendet %1</translation>
    </message>
    <message>
        <source>↓ peeked at %1</source>
        <translation>↓ angesehen %1</translation>
    </message>
    <message>
        <source>↓ received %1</source>
        <translation>↓ empfangen %1</translation>
    </message>
    <message>
        <source>only %1 bytes kept, the rest is lost</source>
        <translation>nur %1 Bytes behalten, der Rest ist verloren</translation>
    </message>
    <message>
        <source>%1 of %2 bytes taken by the kernel</source>
        <translation>%1 von %2 Bytes vom Kernel genommen</translation>
    </message>
    <message>
        <source>%1 of %2 bytes kept, the rest is lost</source>
        <translation>%1 von %2 Bytes behalten, der Rest ist verloren</translation>
    </message>
    <message>
        <source>buffer full: more may have been lost</source>
        <translation>Puffer voll: Vielleicht ging mehr verloren</translation>
    </message>
    <message>
        <source>the log has %1 of %2 bytes</source>
        <translation>das Protokoll hat %1 von %2 Bytes</translation>
    </message>
    <message>
        <source>0-byte message</source>
        <translation>Nachricht von 0 Bytes</translation>
    </message>
    <message>
        <source>end of stream: no more will come</source>
        <translation>Ende des Streams: Es kommt nichts mehr</translation>
    </message>
    <message>
        <source>0 bytes: empty message, or the end</source>
        <translation>0 Bytes: leere Nachricht, oder das Ende</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>retransmit</source>
        <translation>Retransmit</translation>
    </message>
    <message>
        <source>keepalive</source>
        <translation>Keepalive</translation>
    </message>
    <message>
        <source>window probe</source>
        <translation>Window Probe</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>lingers without a descriptor</source>
        <translation>bleibt ohne Deskriptor</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>fort</translation>
    </message>
    <message>
        <source>no longer watched</source>
        <translation>nicht mehr beobachtet</translation>
    </message>
    <message>
        <source>receiving</source>
        <translation>empfängt</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>sendet</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>%1 (× %2)</source>
        <translation>%1 (× %2)</translation>
    </message>
    <message>
        <source>%1 seg</source>
        <translation>%1 Seg</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/s</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>closed; as last seen</source>
        <translation>geschlossen; wie zuletzt gesehen</translation>
    </message>
    <message>
        <source>%1 of %2 + 1</source>
        <translation>%1 von %2 + 1</translation>
    </message>
    <message>
        <source>%1 (asked %2)</source>
        <translation>%1 (%2 verlangt)</translation>
    </message>
    <message>
        <source>: an error waits</source>
        <translation>: ein Fehler wartet</translation>
    </message>
    <message>
        <source>blocking</source>
        <translation>blockierend</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Queues</translation>
    </message>
    <message>
        <source>Timers</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Window and congestion</source>
        <translation>Fenster und Überlast</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Peer</translation>
    </message>
    <message>
        <source>presence</source>
        <translation>Anwesenheit</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>TCP state</source>
        <translation>TCP-Zustand</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>accept queue</source>
        <translation>Accept-Queue</translation>
    </message>
    <message>
        <source>backlog</source>
        <translation>Backlog</translation>
    </message>
    <message>
        <source>readiness</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>shut down</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>MPTCP subflows</source>
        <translation>MPTCP-Subflows</translation>
    </message>
    <message>
        <source>MPTCP flags</source>
        <translation>MPTCP-Flags</translation>
    </message>
    <message>
        <source>inode</source>
        <translation>Inode</translation>
    </message>
    <message>
        <source>peer inode</source>
        <translation>Inode des Peers</translation>
    </message>
    <message>
        <source>cookie</source>
        <translation>Cookie</translation>
    </message>
    <message>
        <source>timer</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>goes off</source>
        <translation>läuft ab</translation>
    </message>
    <message>
        <source>retransmits</source>
        <translation>Retransmits</translation>
    </message>
    <message>
        <source>process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>due</source>
        <translation>fällig</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>in %1 s</translation>
    </message>
    <message>
        <source>Use port 0</source>
        <translation>Port 0 verwenden</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>Port %1 verwenden</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Set SO_REUSEADDR</source>
        <translation>SO_REUSEADDR setzen</translation>
    </message>
    <message>
        <source>Set SO_BROADCAST</source>
        <translation>SO_BROADCAST setzen</translation>
    </message>
    <message>
        <source>Remove the stale file…</source>
        <translation>Verwaiste Datei entfernen…</translation>
    </message>
    <message>
        <source>Show fd %1</source>
        <translation>fd %1 zeigen</translation>
    </message>
    <message>
        <source>Start a listener there</source>
        <translation>Dort einen Listener starten</translation>
    </message>
    <message>
        <source>listen() on fd %1</source>
        <translation>listen() an fd %1</translation>
    </message>
    <message>
        <source>Call %1() again</source>
        <translation>%1() noch einmal</translation>
    </message>
    <message>
        <source>New socket</source>
        <translation>Neuer Socket</translation>
    </message>
    <message>
        <source>%1()…</source>
        <translation>%1()…</translation>
    </message>
    <message>
        <source>Asks first; and looks again whether really nobody uses it</source>
        <translation>Fragt zuerst; und sieht noch einmal nach, ob wirklich niemand sie benutzt</translation>
    </message>
    <message>
        <source>Select the socket that has the address</source>
        <translation>Den Socket auswählen, der die Adresse hat</translation>
    </message>
    <message>
        <source>Show the form of this call</source>
        <translation>Das Formular dieses Aufrufs zeigen</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>ein Socket</translation>
    </message>
    <message>
        <source>which socket</source>
        <translation>welcher Socket</translation>
    </message>
    <message>
        <source>the world its addresses come from</source>
        <translation>die Welt, aus der seine Adressen kommen</translation>
    </message>
    <message>
        <source>bytes in a stream, or messages; and flags</source>
        <translation>Bytes in einem Stream, oder Nachrichten; und Flags</translation>
    </message>
    <message>
        <source>0: the usual one for family and type</source>
        <translation>0: das übliche für Familie und Typ</translation>
    </message>
    <message>
        <source>how many connections may wait to be accepted</source>
        <translation>wie viele Verbindungen darauf warten dürfen, angenommen zu werden</translation>
    </message>
    <message>
        <source>which way is closed: reading, writing, both</source>
        <translation>welche Richtung geschlossen wird: Lesen, Schreiben, beide</translation>
    </message>
    <message>
        <source>how this one call behaves</source>
        <translation>wie sich dieser eine Aufruf verhält</translation>
    </message>
    <message>
        <source>flags of the new descriptor</source>
        <translation>Flags des neuen Deskriptors</translation>
    </message>
    <message>
        <source>who may use the file</source>
        <translation>wer die Datei benutzen darf</translation>
    </message>
    <message>
        <source>whom, or where</source>
        <translation>wen, oder wo</translation>
    </message>
    <message>
        <source>filled in by the kernel: who</source>
        <translation>vom Kernel ausgefüllt: wer</translation>
    </message>
    <message>
        <source>how many bytes of what stands before it</source>
        <translation>wie viele Bytes von dem, was davor steht</translation>
    </message>
    <message>
        <source>room there was, then what the kernel filled in</source>
        <translation>angebotener Platz, dann was der Kernel eintrug</translation>
    </message>
    <message>
        <source>the bytes to send</source>
        <translation>die zu sendenden Bytes</translation>
    </message>
    <message>
        <source>filled in by the kernel: the bytes that came</source>
        <translation>vom Kernel ausgefüllt: die Bytes, die kamen</translation>
    </message>
    <message>
        <source>how many bytes at most</source>
        <translation>wie viele Bytes höchstens</translation>
    </message>
    <message>
        <source>filled in by the kernel: both ends</source>
        <translation>vom Kernel ausgefüllt: beide Enden</translation>
    </message>
    <message>
        <source>buffers, address and control messages to send</source>
        <translation>Puffer, Adresse und Control Messages zum Senden</translation>
    </message>
    <message>
        <source>room for them, then what came</source>
        <translation>Platz dafür, dann was kam</translation>
    </message>
    <message>
        <source>whose option: the socket&apos;s, a protocol&apos;s</source>
        <translation>wessen Option: die des Sockets, eines Protokolls</translation>
    </message>
    <message>
        <source>which option</source>
        <translation>welche Option</translation>
    </message>
    <message>
        <source>its new value</source>
        <translation>ihr neuer Wert</translation>
    </message>
    <message>
        <source>filled in by the kernel: its value</source>
        <translation>vom Kernel ausgefüllt: ihr Wert</translation>
    </message>
    <message>
        <source>what is asked of the kernel</source>
        <translation>was vom Kernel verlangt wird</translation>
    </message>
    <message>
        <source>what goes with it</source>
        <translation>was dazugehört</translation>
    </message>
    <message>
        <source>what to wait for, and what happened</source>
        <translation>worauf gewartet wird, und was geschah</translation>
    </message>
    <message>
        <source>how many entries</source>
        <translation>wie viele Einträge</translation>
    </message>
    <message>
        <source>ms to wait; -1: for ever</source>
        <translation>ms zu warten; -1: für immer</translation>
    </message>
    <message>
        <source>the name to look up</source>
        <translation>der nachzuschlagende Name</translation>
    </message>
    <message>
        <source>port or service</source>
        <translation>Port oder Dienst</translation>
    </message>
    <message>
        <source>what kind of answers are wanted</source>
        <translation>welche Art von Antworten gewünscht ist</translation>
    </message>
    <message>
        <source>filled in: the answers, best first</source>
        <translation>ausgefüllt: die Antworten, die beste zuerst</translation>
    </message>
    <message>
        <source>stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>datagram</source>
        <translation>Datagramm</translation>
    </message>
    <message>
        <source>seqpacket</source>
        <translation>Seqpacket</translation>
    </message>
    <message>
        <source>a file, no socket</source>
        <translation>eine Datei, kein Socket</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>passive</source>
        <translation>passiv</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>unconnected</source>
        <translation>unverbunden</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>CLOSED</source>
        <translation>CLOSED</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>FILE</translation>
    </message>
    <message>
        <source>CONNECTED</source>
        <translation>CONNECTED</translation>
    </message>
    <message>
        <source>CONNECTING</source>
        <translation>CONNECTING</translation>
    </message>
    <message>
        <source>BOUND</source>
        <translation>BOUND</translation>
    </message>
    <message>
        <source>NEW</source>
        <translation>NEW</translation>
    </message>
    <message>
        <source>no address yet</source>
        <translation>noch keine Adresse</translation>
    </message>
    <message>
        <source>: the log may take no more room</source>
        <translation>: Das Protokoll darf nicht mehr Platz einnehmen</translation>
    </message>
    <message>
        <source>From here events could not be kept%1</source>
        <translation>Von hier an ließen sich Ereignisse nicht behalten%1</translation>
    </message>
    <message>
        <source>%1 events could not be kept%2</source>
        <translation>%1 Ereignisse ließen sich nicht behalten%2</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>listening on %1</source>
        <translation>lauscht an %1</translation>
    </message>
    <message>
        <source>connected to %1</source>
        <translation>verbunden mit %1</translation>
    </message>
    <message>
        <source>UNIX state</source>
        <translation>UNIX-Zustand</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Diese Datei oder diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Kein Platz mehr auf dem Gerät</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Quota überschritten</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Dateisystem nur lesbar</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Das ist ein Ordner</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Das ist kein Ordner</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Die Datei gibt es schon</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Dateiname zu lang</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Datei zu groß</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>Zu viele symbolische Links hintereinander</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>Kein Speicher mehr</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Das wird gerade benutzt</translation>
    </message>
    <message>
        <source>Resource temporarily unavailable</source>
        <translation>Vorübergehend nicht verfügbar</translation>
    </message>
    <message>
        <source>Interrupted system call</source>
        <translation>Systemaufruf unterbrochen</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>Ungültiges Argument</translation>
    </message>
    <message>
        <source>PEER GONE</source>
        <translation>GEGENÜBER FORT</translation>
    </message>
    <message>
        <source>RESET</source>
        <translation>RESET</translation>
    </message>
    <message>
        <source>ENDED</source>
        <translation>ZU ENDE</translation>
    </message>
</context>
</TS>
