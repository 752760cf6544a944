import type { Annotation, Mark, Marks } from '../../../common/capture/marks.ts';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import type { CallOutput, CallParsed, TopicParsed, TopicSnapshot } from '../../../common/contract/index.ts';
import type { KnownProtocols } from '../../../common/filter/index.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import type { Structure } from '../../../common/structure/document/schema.ts';
import { namedProtocols } from '../../../common/structure/named-protocols.ts';
import type { KeptAnnotation } from '../format/annotation.ts';
import type { CaptureFiles } from '../format/places.ts';
import type { ReadCharsets } from '../format/read-charsets.ts';
import { isGone } from '../segments/rows.ts';
import { captureError } from '../sentences/capture-error.ts';
import type { ReaderCall, ReaderTopic } from './contract.ts';
import { Follows } from './follows.ts';
import { MarkBook } from './mark-book.ts';
import { type ReaderThread, startReader } from './reader-thread.ts';
import type { NewMark } from './reading.ts';

const NO_STRUCTURES: readonly Structure[] = [];

/** A capture read through its reader thread, live or stored. */
export abstract class CaptureReader {
	protected reader: ReaderThread;
	protected charsets: ReadCharsets = {};
	protected readonly book = new MarkBook();
	readonly #marksRead = Promise.withResolvers<void>();
	#damage: readonly string[] = [];
	readonly #damageListeners = new Set<() => void>();
	readonly #follows: Follows;
	#known: { readonly structures: readonly Structure[]; readonly known: KnownProtocols } | undefined;

	constructor(files: CaptureFiles) {
		this.reader = this.#read(files);
		this.#follows = new Follows(
			this.reader,
			(listener) => this.onProgress(listener),
			() => this.known,
		);
	}

	/** Reads the marks and notes of earlier events. */
	protected readMarks(shift: number, others: readonly string[]): void {
		this.reader.post('loadMarks', { shift, others }, (annotations) => {
			this.book.apply(annotations);
			this.#marksRead.resolve();
		});
	}

	/** There is nothing to read: all marks are added from now on. */
	protected startWithoutMarks(): void {
		this.#marksRead.resolve();
	}

	/**
	 * Switches to another capture; `tell` is called before results from it are reported. Returns the old reader, which
	 * the caller must close.
	 */
	protected readOther(files: CaptureFiles, tell: () => void): ReaderThread {
		const before = this.reader;
		this.reader = this.#read(files);
		this.book.clear(Number.POSITIVE_INFINITY);
		tell();
		this.#follows.moveTo(this.reader);
		return before;
	}

	#read(files: CaptureFiles): ReaderThread {
		const reader = startReader(() => ({ ...files, charsets: this.charsets }), {
			stored: () => this.storedNow(),
			onDamage: (damage) => {
				if (reader !== this.reader) return;
				this.#damage = damage.map(({ message }) => message);
				for (const listener of [...this.#damageListeners]) listener();
			},
			onEnd: (error) => {
				if (reader !== this.reader) return;
				this.#marksRead.resolve();
				this.#follows.fail(error.toInfo());
			},
		});
		return reader;
	}

	/** What filters can name, down to the names of fields. */
	get known(): KnownProtocols {
		const { structures = NO_STRUCTURES } = this.charsets;
		if (this.#known?.structures !== structures) this.#known = { structures, known: namedProtocols(structures) };
		return this.#known.known;
	}

	/** Reads its text in these charsets, in place of those that its endpoints had. */
	readAs(charsets: ReadCharsets): void {
		this.charsets = charsets;
		this.reader.readAs(charsets);
	}

	damage(): readonly string[] {
		return this.#damage;
	}

	onDamage(listener: () => void): () => void {
		this.#damageListeners.add(listener);
		return () => this.#damageListeners.delete(listener);
	}

	/** The marks and notes. */
	get marks(): Marks {
		return this.book.marks;
	}

	/** Resolves when those in the files are known. */
	get marksRead(): Promise<void> {
		return this.#marksRead.promise;
	}

	onMarks(listener: (changed: readonly Mark[]) => void): () => void {
		return this.book.onChange(listener);
	}

	async annotate(n: number, what: NewMark): Promise<Mark> {
		const [row] = n < this.storedNow() ? await this.rows(n, 1) : [];
		if (row === undefined || isGone(row)) {
			throw captureError('not-found', 'noEventToMark', { n: n + 1 });
		}
		const note = what.note?.toWellFormed().replaceAll('\0', '\ufffd').trim();
		const place = { n, ...(what.offset !== undefined && what.offset > 0 && { offset: what.offset }) };
		const wanted: Annotation[] = [];
		if (what.marked !== undefined) wanted.push({ ...place, marked: what.marked });
		if (note !== undefined) wanted.push({ ...place, note });
		const changes = wanted.filter((annotation) => this.marks.changes(annotation));
		if (changes.length > 0) {
			if (this.marks.at(place) === undefined && this.marks.count >= LIMITS.marks) {
				throw captureError('too-large', 'tooManyMarks', { most: LIMITS.marks });
			}
			await this.keep(changes.map((annotation) => ({ annotation, time: row.time, connection: row.connection })));
			this.reader.post('annotate', { annotations: changes });
			this.book.apply(changes);
		}
		return this.marks.at(place) ?? { ...place, marked: false, note: '' };
	}

	/** The events before `first` are gone, with their marks and notes. */
	protected forgetMarks(first: number): void {
		const annotations = this.book.clear(first);
		if (annotations.length > 0) this.reader.post('annotate', { annotations });
	}

	/** Writes annotations to the capture's files, or fails with the reason. */
	protected abstract keep(annotations: readonly KeptAnnotation[]): void | Promise<void>;

	/** Number of readable events. */
	protected abstract storedNow(): number;

	abstract onProgress(listener: () => void): () => void;

	call<N extends ReaderCall>(name: N, input: CallParsed<N>): Promise<CallOutput<N>> {
		return this.reader.call(name, input);
	}

	follow<T extends ReaderTopic>(
		topic: T,
		params: TopicParsed<T>,
		listener: (state: TopicSnapshot<T>) => void,
	): TopicRun<TopicSnapshot<T>> {
		return this.#follows.start(topic, params, listener);
	}

	async rows(from: number, count: number): Promise<CaptureRow[]> {
		return (await this.call('captureRows', { from, count })).rows;
	}

	bytes(n: number, offset: number, length: number): Promise<CallOutput<'captureBytes'>> {
		return this.call('captureBytes', { n, offset, length });
	}
}
