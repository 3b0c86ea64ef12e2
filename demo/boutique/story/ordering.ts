import type { OrderState } from '../../../sandbox/ikas/types';
import { killInFlight, slowMs } from '../../kill';
import { bookOf, checkEach } from '../../story/check';
import { wholeSync } from '../../syncs';
import { drafts } from '../drafts';
import { arrivingSku } from '../goods';
import type { BoutiqueScene } from '../scene';

type Orders = readonly OrderState[];

/** What customers ordered, by what becomes of it in the hub. */
export interface Ordered {
	readonly plain: Orders;
	/** To be paid on delivery. */
	readonly toApprove: Orders;
	/** Of what is not there. */
	readonly lacking: Orders;
	/** From where no rule says who ships. */
	readonly strange: Orders;
}

const germany = { country: { name: 'Deutschland', iso2: 'DE' } };

/** Customers order; n8n is killed while it reads that, and then all of it waits for what it lacks. */
export async function ordering(scene: BoutiqueScene): Promise<Ordered> {
	const { site, random, say } = scene;
	const { shop } = site;
	say('customers order: at home, to pay on delivery, from abroad, and what is not there');
	await shop.faults({ cutOff: 1, latencyMs: slowMs, only: 'listOrder' });
	const ordered: Ordered = {
		plain: await shop.place(drafts(24, random)),
		toApprove: await shop.place(drafts(8, random, { paymentMethod: 'CASH_ON_DELIVERY' })),
		lacking: await shop.place(drafts(8, random, { lines: [{ sku: arrivingSku, quantity: 2 }] })),
		strange: await shop.place(drafts(8, random, { address: germany })),
	};
	await killInFlight(scene);
	await shop.faults({});
	await wholeSync(scene);
	checkOrdered(scene, ordered);
	return ordered;
}

function checkOrdered(scene: BoutiqueScene, { plain, toApprove, lacking, strange }: Ordered): void {
	checkAssigned(scene, plain);
	checkHeld(scene, toApprove, 'require_manual_approval');
	checkHeld(scene, lacking, 'inventory_not_present');
	checkHeld(scene, strange, 'not_able_to_route');
}

export function checkAssigned({ books }: BoutiqueScene, orders: Orders): void {
	const { row, isAssigned, reserved } = bookOf(books());
	checkEach(
		orders,
		'a hub that holds every unit',
		({ id }) => isAssigned(id),
		({ id }) => [row(id), reserved(id)],
	);
}

/** On hold for that reason, and nothing is kept for them. */
export function checkHeld({ books }: BoutiqueScene, orders: Orders, reason: string): void {
	const { row, reserved } = bookOf(books());
	checkEach(
		orders,
		`orders on hold, ${reason}`,
		({ id }) => {
			const order = row(id);
			return order?.status === 'on_hold' && order.hold_reason === reason && reserved(id) === 0;
		},
		({ id }) => [row(id), reserved(id)],
	);
}
