import { createHash } from 'node:crypto';

/** Tells whether two revisions say the same. */
export const contentHash = (content: unknown): string =>
	createHash('sha1').update(JSON.stringify(content)).digest('base64');
