import type { Site } from '../site';
import { look } from '../syncs';

/** Of the settings in force. */
export function versionOf({ ledger, store }: Pick<Site, 'ledger' | 'store'>): number {
	const [row] = look<{ version: number }>(
		ledger,
		'SELECT version FROM stores WHERE code = ?',
		store,
	);
	return row?.version ?? 0;
}
