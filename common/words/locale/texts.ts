/** The type of a language's texts, by those of English: the same names and parameters, any words. */
export type Texts<T> = T extends (...parameters: infer P) => string
	? (...parameters: P) => string
	: T extends string
		? string
		: { readonly [K in keyof T]: Texts<T[K]> };
