import type { OrderState } from '../../../sandbox/ikas/types';
import { bookOf, checkEach } from '../../story/check';
import type { HandedOver, OmsScene, OnOms } from '../onOms';
import { waitingIn } from '../waitingIn';

type Orders<Made> = readonly HandedOver<Made>[];

/** Packages that the shop shows. */
export const packagesOf = (order: OrderState | undefined): OrderState['packages'] =>
	order?.packages.filter(({ deleted }) => !deleted) ?? [];

/** It left in one package, with this courier and number. */
export function isShown(order: OrderState | undefined, number: string, carrier: string): boolean {
	const [parcel, ...more] = packagesOf(order);
	return (
		more.length === 0 &&
		parcel?.status === 'FULFILLED' &&
		parcel.tracking?.number === number &&
		parcel.tracking.carrier === carrier
	);
}

interface Told<Made> {
	readonly whole: Orders<Made>;
	readonly held: Orders<Made>;
	numberOf(one: HandedOver<Made>): string;
	readonly courier: string;
}

export async function checkTold<Made>(
	scene: OmsScene<Made>,
	{ nowOf }: OnOms<Made>,
	{ whole, held, numberOf, courier }: Told<Made>,
): Promise<void> {
	const now = await nowOf(scene);
	const { row } = bookOf(scene.books());
	const waitsFor = waitingIn(scene.site);
	checkEach(
		whole,
		'whole orders shipped in the shop, with courier and number',
		(one) =>
			row(one.id)?.status === 'shipped' && isShown(now(one.id).order, numberOf(one), courier),
		({ id }) => [row(id), now(id)],
	);
	checkEach(
		held,
		'what is on hold to have left nowhere, and the hub to say so',
		({ id }) =>
			row(id)?.status === 'new_order' &&
			packagesOf(now(id).order).length === 0 &&
			/on hold/.test(waitsFor(id)),
		({ id }) => [waitsFor(id), row(id), now(id)],
	);
}
