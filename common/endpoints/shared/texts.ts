/**
 * Public texts that are paths. `file`: of a file. `answer-file`: of a file or folder that may come with Wirebench
 * (`sample:`). `socket`: of a Unix socket, which may be an abstract name (`@`).
 */
export type PathForm = 'file' | 'answer-file' | 'socket';

/**
 * What happens to a text of a config wherever it is stored or printed: captures, events, errors. `public`: it stays, as a
 * path does. `certificates`: the certificates of a PEM text stay. The others are secret. `secret`: the field is left out.
 * `secret-blank`: an empty text replaces it. `secret-holder`: the object around it is left out.
 */
export type Exposure = 'public' | PathForm | 'certificates' | 'secret' | 'secret-blank' | 'secret-holder';

type FreeText<T> = T extends string ? (string extends T ? T : never) : never;
type Item<T> = T extends readonly (infer E)[] ? E : T;
type HasText<T> = T extends string
	? string extends T
		? true
		: never
	: T extends readonly (infer E)[]
		? HasText<E>
		: T extends object
			? { [K in keyof T]-?: HasText<Exclude<T[K], undefined>> }[keyof T]
			: never;
type TextKeys<T> = T extends object
	? { [K in keyof T & string]-?: [HasText<Exclude<T[K], undefined>>] extends [never] ? never : K }[keyof T & string]
	: never;
type At<T, K> = T extends object ? (K extends keyof T ? Exclude<T[K], undefined> : never) : never;

/**
 * An exposure for every text of a config, at the place of the text. A missing one does not compile. Lists and the
 * members of a union share one; a place that holds a text or an object has one for both. A text from a fixed set of
 * words, such as a kind, needs none.
 */
export type Texts<T> = TextsOfItem<Item<T>>;
type TextsOfItem<T> = [FreeText<T>] extends [never] ? { readonly [K in TextKeys<T>]: Texts<At<T, K>> } : Exposure;

/** `Texts` of any config. */
export type TextTree = Exposure | { readonly [key: string]: TextTree };
