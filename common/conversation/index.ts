export {
	MAX_HEX_BYTES,
	MAX_LINE_CELLS,
	MESSAGE_ENDS,
	STREAM_FORMS,
	STREAM_SIDES,
	type StreamForm,
	type StreamSide,
} from './forms.ts';
export { type LineBreaker, lineBreaker, lookAhead } from './line-breaks.ts';
