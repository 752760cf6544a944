/** Characters that some system forbids in file names, those that move the cursor, and those that turn the writing direction. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
/** Names of devices on Windows, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
const MOST_CHARACTERS = 150;

/** A name that every system accepts for a file, and that names no folder: forbidden characters become hyphens. */
export function safeFileName(name: string): string {
	const [base, extension] = split(name.replace(FORBIDDEN, '-').trim());
	const short = [...base].slice(0, MOST_CHARACTERS).join('') + extension;
	const visible = short.replace(/^[.\s]+/, '').replace(/[.\s]+$/, '');
	const free = visible.replace(DEVICE, (device) => `${device}-`);
	return free === '' ? 'export' : free;
}

function split(name: string): readonly [base: string, extension: string] {
	const at = name.lastIndexOf('.');
	return at > 0 && name.length - at <= 10 ? [name.slice(0, at), name.slice(at)] : [name, ''];
}
