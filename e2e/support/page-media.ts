/** No animations: a click need not wait until its target stops moving. */
export const PAGE_MEDIA = { reducedMotion: 'reduce', colorScheme: 'light' } as const;
