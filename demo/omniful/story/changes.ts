import type { OmnifulOrderState } from '../../../sandbox/omniful/stateTypes';
import { changedAfter as afterOnOutlet, type Changed } from '../../outlet/story/changedAfter';
import { changedBefore as beforeOnOutlet } from '../../outlet/story/changedBefore';
import { each } from '../../story/each';
import { drafts } from '../drafts';
import { onOmniful } from '../onOmniful';
import type { OmnifulScene } from '../scene';
import { checkOnOmniful } from './checkOnOmniful';

const edit = { lines: [{ sku: 'Bisht_54', quantity: 3 }] };

/** Before anything of it goes to Omniful. */
export const changedBefore = (scene: OmnifulScene): Promise<void> =>
	beforeOnOutlet(scene, onOmniful, {
		...{ drafts: drafts(4, scene.random), edited: 2, edit },
		checkOnOms: (orders) => checkOnOmniful(scene, orders),
	});

export function changedAfter(scene: OmnifulScene): Promise<Changed<OmnifulOrderState>> {
	const { oms } = scene.site.shop;
	return afterOnOutlet(scene, onOmniful, {
		...{ counts: { edited: 2, cancelled: 2, packed: 1, left: 1 }, edit },
		pack: (orders) => each(orders, ({ id }) => oms.advance(id, { to: 'packed' })),
		ship: ({ id }) => oms.advance(id, { to: 'shipped' }),
		isGone: ({ status }) => status === 'shipped',
	});
}
