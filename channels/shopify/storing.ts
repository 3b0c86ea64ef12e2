import type { StockFigure } from '../../domain/stockFigure';
import { end } from './pushState';
import type { Push } from './pushState';
import { rowStates } from './rowStates';
import type { Row } from './rowStates';
import { activate, set } from './writing';

/** What others change in Shopify meanwhile is read and told again so often. */
const mostRounds = 3;

/**
 * Each row is written over what was just read there, so that nothing that Shopify sold in between is overwritten unseen: then
 * it refuses the row as stale, and it is read again. What did not end had no quiet moment.
 */
export async function store(push: Push, figures: readonly StockFigure[]): Promise<void> {
	for (let round = 1; round <= mostRounds; round++) {
		const open = figures.filter((figure) => !push.ended.has(figure));
		if (open.length === 0) return;
		const rows = (await rowStates(push.http, open)).filter((row) => isDue(push, row));
		const lacking = rows.filter(({ write }) => write.level === null);
		if (lacking.length > 0) await activate(push, lacking, round > 1);
		const stocked = rows.filter(({ write }) => write.level !== null);
		if (stocked.length > 0) await set(push, stocked);
	}
}

/** What cannot be written, and what is there already, ends here. */
function isDue(push: Push, { figure, fault, write }: Row): boolean {
	const isThere = write.level?.available === figure.quantity;
	if (fault !== null || isThere) end(push, figure, fault);
	return fault === null && !isThere;
}
