import type { OrderState } from '../../../sandbox/ikas/types';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { deskAt } from '../desk';
import { seller } from '../goods';
import type { BoutiqueScene } from '../scene';

type Orders = readonly OrderState[];

/** What customers have sent back, by what is found of it. */
interface Returned {
	readonly good: Orders;
	readonly soiled: Orders;
	readonly damaged: Orders;
}

const carrier = 'Aras Kargo';
const codeOf = ({ number }: OrderState) => `back-${number}`;

/** Orders leave and arrive; some come back, and what is still good is for sale again. */
export async function returning(scene: BoutiqueScene, orders: Orders): Promise<void> {
	await delivering(scene, orders);
	const back = orders.slice(0, 14);
	await requesting(scene, back);
	const [refused, approved] = [back.slice(0, 2), back.slice(2)];
	await deciding(scene, refused, approved);
	await checking(scene, {
		good: approved.slice(0, 7),
		soiled: approved.slice(7, 9),
		damaged: approved.slice(9),
	});
	checkReturned(scene, refused, approved);
}

async function delivering(scene: BoutiqueScene, orders: Orders): Promise<void> {
	const { site, store, say } = scene;
	const ids = orders.map(({ id }) => id);
	say(`shipping ${ids.length} orders, which arrive`);
	await site.warehouse.move(store, ids, 'picked');
	await site.warehouse.ship(
		orders.map(({ id, number }) => ({ store, id, number: `TR${number}`, carrier })),
	);
	await allTold(scene);
	await each(orders, ({ id }) => site.shop.advance(id, { package: 'DELIVERED' }));
	await wholeSync(scene);
	const { row } = bookOf(scene.books());
	checkEach(
		orders,
		'delivered orders',
		({ id }) => row(id)?.status === 'delivered',
		({ id }) => row(id),
	);
}

/** Some customers write twice. */
async function requesting({ site, say }: BoutiqueScene, back: Orders): Promise<void> {
	const desk = deskAt(site);
	say('customers want to send back, and somebody decides');
	const ask = (order: OrderState) => desk.requestReturn(order.id, codeOf(order), 'Too small');
	await each(back, ask);
	await each(back.slice(0, 3), ask);
}

async function deciding({ site }: BoutiqueScene, refused: Orders, approved: Orders): Promise<void> {
	const desk = deskAt(site);
	const codes = approved.map(codeOf);
	await desk.rejectReturns(refused.map(codeOf), 'Worn');
	await desk.approveReturns(codes);
	await desk.orderReturns(codes);
	await desk.receiveReturns(codes);
}

async function checking(scene: BoutiqueScene, { good, soiled, damaged }: Returned): Promise<void> {
	const { site, told, say, books } = scene;
	const desk = deskAt(site);
	say('quality control: some is for sale again, some is not, some is damaged');
	const before = books();
	await desk.checkReturns(good.map(codeOf), { found: 'passed', restock: true });
	await desk.checkReturns(soiled.map(codeOf), { found: 'passed', restock: false });
	await desk.checkReturns(damaged.map(codeOf), { found: 'failed', restock: false });
	await desk.refundReturns([...good, ...damaged].map(codeOf));
	const { row } = bookOf(before);
	told.physical.push(
		...good.flatMap(({ id, lines }) =>
			lines.map(({ sku, quantity }) => ({
				...{ seller, sku: sku ?? '', units: quantity },
				hub: row(id)?.hub ?? '',
			})),
		),
	);
}

function checkReturned({ books }: BoutiqueScene, refused: Orders, approved: Orders): void {
	const { row } = bookOf(books());
	const is = (wanted: string) => (order: OrderState) => row(order.id)?.status === wanted;
	const seen = ({ id }: OrderState) => row(id);
	checkEach(refused, 'orders whose return was refused to stay delivered', is('delivered'), seen);
	checkEach(approved, 'returned orders', is('returned'), seen);
	const checked = books().returns.filter(({ state }) => state === 'checked');
	const codes = new Set(checked.map(({ code }) => code));
	check(codes.size === approved.length, `${approved.length} returns, not ${codes.size}`);
}
