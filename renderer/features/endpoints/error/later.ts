import { laterPart } from '../../../app/shared/later-part.tsx';

/** Endpoints fail rarely; the code is there before the first one can. */
export const ERROR_CARD = laterPart(async () => (await import('./ErrorCard.tsx')).ErrorCard);
