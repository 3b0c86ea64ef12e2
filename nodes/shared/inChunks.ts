import { sleep } from 'n8n-workflow';
import type { OrderRouted } from '../../ledger/orderShapes';

/** Orders routed in one transaction: few enough that nothing else in n8n has to wait long. */
const chunk = 50;

interface Part {
	readonly routed: readonly OrderRouted[];
	/** Whether orders are left for the next call. */
	readonly waiting: boolean;
}

/** Routes up to so many orders, a few in each transaction, in so many transactions at most. */
export async function inChunks(
	most: number,
	route: (limit: number) => Promise<Part>,
	transactions = Infinity,
): Promise<Part> {
	const routed: OrderRouted[] = [];
	let waiting = true;
	for (let done = 0; waiting && routed.length < most && done < transactions; done++) {
		const part = await route(Math.min(chunk, most - routed.length));
		routed.push(...part.routed);
		waiting = part.waiting;
		// Lets webhooks and other executions have their turn between two transactions.
		await sleep(0);
	}
	return { routed, waiting };
}
