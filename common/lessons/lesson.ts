import { z } from 'zod';
import { presets } from '../presets/index.ts';

/** Chars of a sentence or two, and of a paragraph. */
const SHORT = 200;
const LONG = 1500;

/** A text in each language of the interface. */
const textOf = (chars: number) =>
	z.strictObject({
		en: z.string().min(1).max(chars),
		'zh-Hans': z.string().min(1).max(chars),
		'zh-Hant': z.string().min(1).max(chars),
	});
const text = textOf(LONG);
export type LessonText = z.infer<typeof text>;

/** Names of lessons and of their steps: they are stored with what a person has done, and never change. */
const name = z
	.string()
	.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
	.max(64);
const filter = z.string().min(1).max(500);
const preset = z.string().refine((id) => presets.some((known) => known.id === id), 'no preset has this id');

/** Views that a step can open. */
const LESSON_VIEWS = ['calls', 'socket', 'states', 'conversation'] as const;

/** What the button of a step does. */
const offer = z.union([
	/** Makes and starts an endpoint, which becomes that of the lesson. */
	z.strictObject({ preset }),
	/** Connects a client to the endpoint of the lesson. */
	z.strictObject({ client: z.literal(true) }),
	z.strictObject({ view: z.enum(LESSON_VIEWS) }),
	/** Filters the log. */
	z.strictObject({ filter }),
	/** Shows a preset as a program. */
	z.strictObject({ code: preset }),
	/** Opens the explanation of a topic. */
	z.strictObject({ explain: z.string().min(1).max(64) }),
	/** Opens the form of a proxy in front of the endpoint of the lesson. */
	z.strictObject({ proxy: z.literal(true) }),
]);
export type LessonOffer = z.infer<typeof offer>;

/** What captured events show that a step is done: all of it must hold. */
const done = z.strictObject({
	filter,
	/** At least so many events. */
	count: z.number().int().min(1).max(10_000).default(1),
	/** On at least so many connections. */
	connections: z.number().int().min(1).max(100).optional(),
	/** Milliseconds from the first of them to the last, at most. */
	within: z.number().int().min(1).max(60_000).optional(),
	/** Only events after the step before was done, or all since the lesson was started. */
	from: z.enum(['step', 'lesson']).default('step'),
	/** Only events of connections whose peer is a program with this in its name. */
	program: z.string().min(1).max(64).optional(),
});
export type DoneWhen = z.infer<typeof done>;

const step = z.strictObject({
	id: name,
	title: textOf(SHORT),
	text,
	offer: offer.optional(),
	/** What a person pastes into a terminal. */
	program: z.strictObject({ language: z.enum(['python', 'shell']), code: z.string().min(1).max(8000) }).optional(),
	done,
	/** What a mistake causes, and the sentence that helps. */
	wrong: z.array(z.strictObject({ filter, text })).max(6).default([]),
});
export type LessonStep = z.infer<typeof step>;

/**
 * A lesson: steps that captured events complete. In its texts, programs and filters, `{host}`, `{port}` and `{endpoint}` are replaced by
 * the address and the name of its endpoint.
 */
export const lessonSchema = z.strictObject({
	id: name,
	title: textOf(SHORT),
	/** What a person can do afterwards, in one sentence. */
	summary: textOf(SHORT * 2),
	minutes: z.number().int().min(1).max(60),
	/** Its endpoint, unless a step makes another one, and what is shown as code at the end. */
	preset,
	steps: z
		.array(step)
		.min(5)
		.max(8)
		.refine((steps) => new Set(steps.map(({ id }) => id)).size === steps.length, 'two steps have the same id')
		.refine((steps) => steps.some((one) => one.program !== undefined), 'no step has a program'),
	/** What was seen. */
	end: text,
});
export type Lesson = z.infer<typeof lessonSchema>;

/** The presets whose endpoints a lesson starts: its own first. */
export function presetsOf({ preset, steps }: Lesson): readonly string[] {
	const offered = steps.flatMap(({ offer: one }) => (one !== undefined && 'preset' in one ? [one.preset] : []));
	return [...new Set([preset, ...offered])];
}

/** The preset whose endpoint a step is about: the one that it starts, or that the steps before have started last. */
export function presetAt({ preset, steps }: Lesson, step: number): string {
	for (const { offer: one } of steps.slice(0, step + 1).toReversed()) {
		if (one !== undefined && 'preset' in one) return one.preset;
	}
	return preset;
}
