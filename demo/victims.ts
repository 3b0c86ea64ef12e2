import type { N8n } from './n8n';
import type { N8nProcess } from './n8nProcess';

/**
 * Whom the next kill meets. Executions run in the workers, so it meets all of them, and every other time the main process as
 * well; without workers always the main process.
 */
export function victims({
	main,
	workers,
}: Pick<N8n, 'main' | 'workers'>): () => readonly N8nProcess[] {
	let kills = 0;
	return () => (workers.length > 0 && kills++ % 2 === 0 ? workers : [main, ...workers]);
}
