import { basename } from 'node:path';
import type { SocketFacts } from '../../../common/calls/index.ts';
import type { EndpointKind } from '../../../common/endpoints/index.ts';
import type { CharsetName } from '../../../common/payload/charsets/names.ts';
import { PositionedFile } from '../format/file.ts';
import {
	INDEX_HEADER_BYTES,
	INDEX_ROW_BYTES,
	type IndexDamage,
	type IndexHeader,
	type IndexRow,
	isRow,
	NO_DAMAGE,
	parseIndexHeader,
	parseIndexRow,
	rowWords,
} from '../format/index-file.ts';
import { interfaceName } from '../format/names.ts';
import { parseRun, type RunFramings } from '../format/parse-run.ts';
import type { SegmentPlace } from '../format/places.ts';
import { optionText } from '../pcapng/build.ts';
import { BLOCK, LINK, type LinkType, PcapngError } from '../pcapng/format.ts';
import { parseBlock, parseInterface } from '../pcapng/parse.ts';
import { statedFirst } from '../recover/check-index.ts';
import { healRows } from '../recover/heal-rows.ts';
import { UNKNOWN_INTERFACE } from '../scan/rows.ts';
import { damageSays } from '../sentences/damage-says.ts';
import type { DamageLog } from './damage.ts';
import type { TextCharsets } from './text-charsets.ts';

/** The interface data that a row needs. */
export interface KnownInterface {
	readonly endpoint: string;
	/** Undefined where it is not known. */
	readonly kind?: EndpointKind | undefined;
	/** Undefined where its description is damaged. */
	readonly linkType: number | undefined;
	/** The endpoint's framings, where they are known. */
	readonly framings?: RunFramings;
	/** Values of the endpoint's config that decide about calls. */
	readonly sockets?: SocketFacts;
	/** That its endpoint had; left out: UTF-8. It may be read in another: `charsetAt`. */
	readonly charset?: CharsetName;
}

/** An interface description with the longest name and description fits in this. */
const INTERFACE_BYTES = 132 << 10;

/** Replaces one whose description cannot be read. */
const NO_INTERFACE: KnownInterface = { endpoint: '', linkType: undefined };

/** One segment and its index, open for reading. */
export class SegmentReader {
	readonly number: number;
	/** Position in the capture of its first event. */
	readonly first: number;
	/** Its bytes: positions count from the start of the segment in its file. */
	readonly data: PositionedFile;
	/** The damage found by the scan that made its index: opening the capture has reported it. */
	readonly lost: IndexDamage;
	readonly #index: PositionedFile;
	readonly #damage: DamageLog;
	readonly #charsets: TextCharsets;
	readonly #interfaces = new Map<number, KnownInterface>();
	/** The rebuilt rows since the index was found damaged. */
	#healed: Uint8Array | undefined;

	/**
	 * `shift` as in CaptureFolder; damage is reported to `damage`. Throws Node's errors, or PcapngError when the index is
	 * invalid and the segment's position in the capture is unknown.
	 */
	constructor({ number, data, index }: SegmentPlace, shift: number, damage: DamageLog, charsets: TextCharsets) {
		this.number = number;
		this.#damage = damage;
		this.#charsets = charsets;
		this.#index = new PositionedFile(index);
		const header = parseIndexHeader(this.#index.read(0, INDEX_HEADER_BYTES)) ?? lostHeader(data);
		if (header === undefined || !header.checked) {
			this.#index.close();
			throw new PcapngError(0, damageSays('noIndexOfCapture', { index: basename(index) }));
		}
		this.first = header.first - shift;
		this.lost = header.damage;
		try {
			this.data = new PositionedFile(data, header.base);
		} catch (error) {
			this.#index.close();
			throw error;
		}
	}

	/** Current number of complete rows in the index. */
	get count(): number {
		return Math.max(0, Math.floor((this.#index.size - INDEX_HEADER_BYTES) / INDEX_ROW_BYTES));
	}

	/** Index rows from position `from` of this segment. */
	rows(from: number, count: number): IndexRow[] {
		const bytes = this.rowBytes(from, count);
		const rows: IndexRow[] = [];
		for (let at = 0; at + INDEX_ROW_BYTES <= bytes.length; at += INDEX_ROW_BYTES) rows.push(parseIndexRow(bytes, at));
		return rows;
	}

	/**
	 * The same rows as in the file; only complete ones, and valid: where the index is damaged they are rebuilt from the
	 * segment. Read into `memory`, if that is given: it must have room for all.
	 */
	rowBytes(from: number, count: number, memory?: Uint8Array): Uint8Array {
		const healed = this.#healedRows(from, count);
		if (healed) return healed;
		const [place, length] = [INDEX_HEADER_BYTES + from * INDEX_ROW_BYTES, count * INDEX_ROW_BYTES];
		const target = memory?.subarray(0, length);
		const bytes = target ? target.subarray(0, this.#index.readInto(target, place)) : this.#index.read(place, length);
		const rows = bytes.subarray(0, bytes.length - (bytes.length % INDEX_ROW_BYTES));
		const bad = firstBadRow(rows);
		if (bad === undefined) return rows;
		this.#heal(new PcapngError(place + bad * INDEX_ROW_BYTES, damageSays('indexRowDamaged')));
		return this.#healedRows(from, count) ?? rows.subarray(0, bad * INDEX_ROW_BYTES);
	}

	/** Copies of the rebuilt rows, as far as there are any. */
	#healedRows(from: number, count: number): Uint8Array | undefined {
		const rows = this.#healed?.slice(from * INDEX_ROW_BYTES, (from + count) * INDEX_ROW_BYTES);
		return rows === undefined || rows.length === 0 ? undefined : rows;
	}

	/** Rebuilds the rows of all current events, and keeps them in memory: 32 bytes an event. */
	#heal(error: PcapngError): void {
		this.#damage.add(this.#index.path, -1, error);
		const { count } = this;
		const earlier = rowWords(this.#index.read(INDEX_HEADER_BYTES, count * INDEX_ROW_BYTES));
		this.#healed = healRows(this.data, earlier);
	}

	/** Event `n` of the capture, or with -1 other data, cannot be read, for this reason. Rethrows other errors. */
	isDamaged(n: number, error: unknown): void {
		const { places, from, bytes } = this.lost;
		const end = places === 1 ? from + bytes : Number.POSITIVE_INFINITY;
		const isKnown = places > 0 && error instanceof PcapngError && error.offset >= from && error.offset < end;
		if (!isKnown) this.#damage.add(this.data.path, n, error);
	}

	/** The interface whose description is at `offset`; one without a name where it is damaged. */
	interfaceAt(offset: number): KnownInterface {
		const known = this.#interfaces.get(offset);
		if (known) return known;
		const found = this.#readInterface(offset);
		this.#interfaces.set(offset, found);
		return found;
	}

	/** The charset in which the text of an interface's endpoint is read. */
	charsetAt(offset: number): CharsetName {
		const { endpoint, charset } = this.interfaceAt(offset);
		return this.#charsets.of(endpoint, charset);
	}

	/** The protocol that was chosen for the payloads of an interface's endpoint; undefined: what they look like. */
	protocolAt(offset: number, direction: 'in' | 'out'): string | undefined {
		return this.#charsets.protocolOf(this.interfaceAt(offset).endpoint, direction);
	}

	#readInterface(offset: number): KnownInterface {
		// Opening the capture has reported it.
		if (offset === UNKNOWN_INTERFACE) return NO_INTERFACE;
		try {
			const bytes = this.data.read(offset, INTERFACE_BYTES);
			const place = parseBlock(bytes, 0, offset);
			if (place?.type !== BLOCK.interface) throw new PcapngError(offset, damageSays('descriptionMoved'));
			const { linkType, name, description } = parseInterface(bytes, place, offset);
			const run = parseRun(description, name);
			if (linkType !== LINK.ip && linkType !== LINK.exported) {
				throw new PcapngError(offset + 8, damageSays('foreignLinkType', { linkType }));
			}
			const { name: endpoint, kind, framings, charset, sockets } = run;
			// A description contains the name twice.
			if (run.id === '' || shownName(endpoint, linkType) !== name) {
				this.isDamaged(-1, new PcapngError(offset, damageSays('descriptionDamaged')));
			}
			return {
				endpoint,
				kind,
				linkType,
				...(framings === undefined ? {} : { framings }),
				...(sockets === undefined ? {} : { sockets }),
				...(charset === undefined ? {} : { charset }),
			};
		} catch (error) {
			this.isDamaged(-1, error);
			return NO_INTERFACE;
		}
	}

	close(): void {
		this.data.close();
		this.#index.close();
	}
}

/** The name of a run's interface in a file. */
function shownName(endpoint: string, link: LinkType): string {
	return new TextDecoder().decode(optionText(interfaceName(endpoint, link)));
}

/** The first row that is not intact, or starts before the previous one ends; undefined where there is none. */
function firstBadRow(rows: Uint8Array): number | undefined {
	const words = rowWords(rows);
	let end = 0;
	for (let at = 0; at < words.length; at += INDEX_ROW_BYTES / 4) {
		const offset = words[at + 2] ?? 0;
		if (offset < end || !isRow(words, at)) return (at * 4) / INDEX_ROW_BYTES;
		end = offset + (words[at + 3] ?? 0);
	}
	return undefined;
}

/** The header data of the index of a segment in a separate file. */
function lostHeader(data: string): Omit<IndexHeader, 'bytes'> | undefined {
	const first = statedFirst(data);
	return first === undefined ? undefined : { first, base: 0, damage: NO_DAMAGE, checked: true };
}
