/** Panes of the window: folding them, and the separators between them. */
export const panes = {
	endpoints: {
		name: 'Endpoints',
		show: 'Show the endpoints',
		fold: 'Fold the endpoints',
		width: 'Width of the endpoints',
		height: 'Height of the endpoints',
	},
	inspector: {
		name: 'Inspector',
		show: 'Show the inspector',
		fold: 'Fold the inspector',
		width: 'Width of the inspector',
		height: 'Height of the inspector',
	},
	composer: {
		name: 'Composer',
		show: 'Show the composer',
		fold: 'Fold the composer',
		width: 'Width of the composer',
		height: 'Height of the composer',
	},
	timeline: {
		name: 'Timeline',
		show: 'Show the timeline',
		fold: 'Fold the timeline',
		width: 'Width of the timeline',
		height: 'Height of the timeline',
	},
	/** The selected event, in the strip of the inspector. */
	event: (number: string) => `event ${number}`,
	/** Of a strip: what it does, and what it says beside the name. */
	strip: (show: string, summary: string) => `${show}, ${summary}`,
	pixels: (size: string) => `${size} pixels`,
	asContent: 'as high as its content',
};
