import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { annotationsOf, type Mark, Marks } from '../../../common/capture/marks.ts';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import { FilterError } from '../../../common/filter/index.ts';
import { captureWarnings } from '../../../common/words/en/sentences/files/warnings.ts';
import { transferring } from '../../threads/transfer.ts';
import { indexName, segmentName } from '../format/names.ts';
import { asInfo } from '../segments/errors.ts';
import { type CaptureFolder, openFiles } from '../segments/folder.ts';
import type { ExportControl } from './control.ts';
import type { ExportCounts, ExportEnd, ExportNews, ExportOrder } from './formats/order.ts';
import { ByteOutput } from './formats/output.ts';
import { type ExportSink, FileSink, MessageSink } from './sinks.ts';
import { type ItemsOut, writing } from './writing.ts';

const TELL_MS = 50;
const EVENTS_PER_LOOK = 16;
/** Milliseconds between two checks of an idle followed capture. */
const LOOK_MS = 1000;

class Cancelled extends Error {
	override readonly name = 'Cancelled';
}

/** Runs a job, from start to end, on the calling thread. */
export class ExportJob {
	readonly #order: ExportOrder;
	readonly #control: ExportControl;
	readonly #post: (news: ExportNews) => void;
	#reportedAt = 0;

	constructor(order: ExportOrder, control: ExportControl, post: (news: ExportNews) => void) {
		this.#order = order;
		this.#control = control;
		this.#post = post;
	}

	run(): ExportEnd {
		let sink: ExportSink | undefined;
		const folder = openFiles(this.#order.files);
		try {
			const { from, to, follow } = this.#order;
			// All files are open from now on, so that they can be read even if the capture is deleted.
			const missing = follow ? 0 : folder.missing(from, to);
			sink = this.#sink();
			const counts = this.#write(folder, sink);
			sink.finish();
			return {
				state: 'done',
				counts,
				damage: [...missingWords(missing), ...folder.damage.list.map(({ message }) => message)],
			};
		} catch (error) {
			sink?.abandon();
			if (error instanceof Cancelled) return { state: 'cancelled' };
			return { state: 'failed', error: asInfo(error instanceof FilterError ? error.toWirebenchError() : error) };
		} finally {
			folder.close();
		}
	}

	#sink(): ExportSink {
		const { file } = this.#order;
		if (file) return new FileSink(file.path, file.replace);
		return new MessageSink(this.#control, (bytes) => this.#post(transferring({ type: 'chunk', bytes }, [bytes])));
	}

	#write(folder: CaptureFolder, sink: ExportSink): ExportCounts {
		const order = this.#order;
		const output = new ByteOutput(sink);
		const marks = marksOf(order.marks);
		let events = 0;
		let next = order.from;
		const counts = (): ExportCounts => ({
			done: Math.max(items.position, next) - order.from,
			events,
			bytes: output.written,
		});
		const written = (event: number) => {
			events++;
			next = event + 1;
			// Events may be large: a page of them takes a while.
			if (events % EVENTS_PER_LOOK === 0) this.#pause(counts);
		};
		const { frame, items } = writing(folder, order, marks, output, written, () => this.#pause(counts));
		try {
			frame.begin();
			if (order.follow) this.#follow(folder, items, output);
			else items.run(order.to);
			frame.end();
			output.flush();
		} finally {
			items.close();
		}
		if (this.#control.cancelled) throw new Cancelled();
		return counts();
	}

	/** Passes new events on at once, since a person may watch them. */
	#follow(folder: CaptureFolder, items: ItemsOut, output: ByteOutput): void {
		output.flush();
		for (;;) {
			const { stored, ended } = this.#control;
			if (stored > items.position) {
				items.run(stored);
				output.flush();
				this.#control.position = items.position;
				if (this.#order.prune) this.#prune(folder, items.position);
			} else if (ended) {
				return;
			}
			this.#pause(undefined);
			this.#control.waitForMore(stored, LOOK_MS);
		}
	}

	#prune(folder: CaptureFolder, position: number): void {
		const { source } = this.#order.files;
		if (typeof source !== 'string') return;
		for (const number of folder.forget(position)) {
			for (const name of [segmentName(number), indexName(number)]) {
				rmSync(join(source, name), { force: true });
			}
		}
	}

	/** Allows cancelling, and reports progress. */
	#pause(counts: (() => ExportCounts) | undefined): void {
		if (this.#control.cancelled) throw new Cancelled();
		const now = performance.now();
		if (!counts || now - this.#reportedAt < TELL_MS) return;
		this.#reportedAt = now;
		this.#post({ type: 'progress', counts: counts() });
	}
}

function missingWords(count: number): string[] {
	if (count === 0) return [];
	return [count === 1 ? captureWarnings.eventNotExported : captureWarnings.eventsNotExported({ events: count })];
}

function marksOf(list: readonly Mark[]): Marks {
	const marks = new Marks();
	for (const mark of list) for (const annotation of annotationsOf(mark)) marks.apply(annotation);
	return marks;
}

/** The error for an unexpected failure of an export. */
export function unexpected(error: unknown): WirebenchError {
	if (error instanceof WirebenchError) return error;
	const reason = messageOf(error);
	return new WirebenchError('internal', `The export broke off: ${reason}`);
}
