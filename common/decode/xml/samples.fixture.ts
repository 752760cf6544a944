import { sample, textSample } from '../testing/samples.fixture.ts';

const STREAM = { transport: 'stream' } as const;

/** Documents made by hand from XML 1.0 (fifth edition). */
export const SAMPLES = [
	textSample(
		'a document',
		'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<!-- of two -->\n<notes xmlns:a="urn:a">\n  <note id="1" a:kind=\'x &amp; y\'>Fish &lt; &#x43;hips &#38; peas</note>\n  <note id="2"/>\n</notes>\n',
		STREAM,
	),
	textSample(
		'sections, instructions and mixed content',
		'<?xml-stylesheet href="a.css"?><p>some <b>bold</b> text <![CDATA[<&>]]><?php echo 1 ?><!-- c --> end</p>',
		STREAM,
	),
	textSample(
		'a document type with entities',
		'<!DOCTYPE a [\n<!ELEMENT a (#PCDATA)>\n<!ATTLIST a b CDATA ">">\n<!ENTITY me "M &amp; E">\n<!ENTITY file SYSTEM "file:///etc/hostname">\n<!ENTITY % p "x">\n<!-- > -->\n]>\n<a b="1">&me; &file;</a>',
		STREAM,
	),
	textSample('a document type elsewhere', '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><svg/>', STREAM),
	textSample(
		'a call of XML-RPC',
		'<?xml version="1.0"?>\n<methodCall><methodName>add</methodName><params><param><value><int>1</int></value></param></params></methodCall>',
		{ transport: 'datagram' },
	),
	textSample('two stanzas', '<message to="a@b"><body>hi</body></message><presence/>', STREAM),
	sample(
		'in ISO 8859-1',
		`${Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><n>').toString('hex')} e9 3c2f6e3e`,
		STREAM,
	),
	sample('with a byte order mark', `efbbbf ${Buffer.from('<größe>é</größe>').toString('hex')}`, STREAM),
];
