import type { OrderDraft, OrderState } from '../../../sandbox/ikas/types';
import { partnerOf } from '../../partnerOf';
import { bookOf, check, checkEach } from '../../story/check';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import { deskAt } from '../desk';
import type { Goods } from '../goods';
import { isTold } from '../isTold';
import type { OmsScene, OnOms } from '../onOms';
import { refusedOf } from '../refusedOf';
import type { OutletScene } from '../scene';

type Orders = readonly OrderState[];

/** One unit of the SKU, beside something that the OMS has. */
export const besideOthers = (
	{ skus: [companion = ''] }: Goods,
	sku: string,
): OrderDraft['lines'] => [
	{ sku, quantity: 1 },
	{ sku: companion, quantity: 2 },
];

/** Of what the OMS does not take nothing is made there, and a person is told; of what it has never heard of all waits. */
export async function checkRefused<Made>(
	scene: OmsScene<Made>,
	{ name, madeIn }: OnOms<Made>,
	{ all, unheard }: Readonly<Record<'all' | 'unheard', Orders>>,
): Promise<void> {
	const madeOf = await madeIn(scene);
	const books = scene.books();
	const { row } = bookOf(books);
	checkEach(
		all,
		`nothing to be made of them in ${name}, and a person to be told`,
		(order) => madeOf(order).length === 0 && isTold(books, order.id),
		(order) => [row(order.id), madeOf(order), books.oms.exceptions],
	);
	checkEach(
		unheard,
		`what ${name} has never had to wait for it`,
		({ id }) => row(id)?.hold_reason === 'inventory_not_present',
		({ id }) => row(id),
	);
}

/** What was put right in the OMS is read, and what was refused goes there once a person says so. */
export async function triedAgain(
	scene: OutletScene,
	checkOnOms: () => Promise<void>,
): Promise<void> {
	const partner = partnerOf(scene);
	await wholeSync(partner, 'catalog');
	await wholeSync(partner, 'stock');
	await deskAt(scene.site).retry(refusedOf(partner, 'create'));
	await allTold(partner);
	await checkOnOms();
	check(refusedOf(partner, 'create').length === 0, 'no exception to be left of what was put right');
}
