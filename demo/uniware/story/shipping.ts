import { isOfSeveral } from '../../outlet/onOms';
import { each } from '../../story/each';
import { onUniware, type HandedOver } from '../onUniware';
import type { UniwareScene } from '../scene';

type Orders = readonly HandedOver[];

export interface Shipped {
	/** With courier and number from the start. */
	readonly whole: Orders;
	/** In two packages. */
	readonly parts: Orders;
	/** Whose number is corrected later. */
	readonly corrected: Orders;
	/** Somebody holds them in Uniware. */
	readonly held: Orders;
}

export const provider = 'BLUEDART';
export const numberOf = ({ order }: HandedOver, parcel = 1) => `BD${order.number}${parcel}`;

/** People at desks in Uniware allocate, pack and dispatch: whole orders and parts of them; some are held back. */
export async function shipping(scene: UniwareScene): Promise<Shipped> {
	const { oms } = scene.site.shop;
	const parts = await onUniware.handedOver(scene, 4, isOfSeveral);
	const others = await onUniware.handedOver(
		scene,
		18,
		({ id }) => !parts.some((one) => one.id === id),
	);
	const shipped: Shipped = {
		parts,
		whole: others.slice(0, 11),
		corrected: others.slice(11, 15),
		held: others.slice(15),
	};
	scene.say('Uniware ships: whole orders and parts; some are on hold there');
	await each(shipped.held, ({ made }) => oms.edit(made.code, { onHold: true }));
	await oms.allocate();
	await each([...shipped.whole.slice(0, atFirst), ...shipped.corrected], (one) =>
		dispatch(scene, one),
	);
	await each(parts, async (one) => {
		await oms.split(one.made.code, { items: one.made.items.slice(0, 1).map(({ code }) => code) });
		await dispatch(scene, one, 1);
	});
	return shipped;
}

/** The others leave while n8n tells of them, so that there is something to tell whenever the kill may come. */
export const atFirst = 5;

/** All of it, or the package of that number. */
export async function dispatch(
	{ site }: UniwareScene,
	one: HandedOver,
	parcel?: number,
): Promise<void> {
	const { oms } = site.shop;
	const { code } = one.made;
	const tracking = numberOf(one, parcel);
	if (parcel === undefined) {
		await oms.advance(code, { to: 'dispatched', provider, tracking });
		return;
	}
	const { orders } = await oms.state();
	const packages = orders.find((order) => order.code === code)?.packages ?? [];
	const named = packages.slice(parcel - 1, parcel).map((made) => made.code);
	await oms.advance(code, { to: 'dispatched', packages: named, provider, tracking });
}
