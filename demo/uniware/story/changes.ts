import type { UniwareOrderState } from '../../../sandbox/uniware/stateTypes';
import { changedAfter as afterOnOutlet, type Changed } from '../../outlet/story/changedAfter';
import { changedBefore as beforeOnOutlet } from '../../outlet/story/changedBefore';
import { each } from '../../story/each';
import { drafts } from '../drafts';
import { onUniware } from '../onUniware';
import type { UniwareScene } from '../scene';
import { checkOnUniware } from './checkOnUniware';

const edit = { lines: [{ sku: 'Juttis_38', quantity: 3 }] };

/** Before anything of it goes to Uniware. */
export const changedBefore = (scene: UniwareScene): Promise<void> =>
	beforeOnOutlet(scene, onUniware, {
		...{ drafts: drafts(7, scene.random), edited: 4, edit },
		checkOnOms: (orders) => checkOnUniware(scene, orders),
	});

export function changedAfter(scene: UniwareScene): Promise<Changed<UniwareOrderState>> {
	const { oms } = scene.site.shop;
	return afterOnOutlet(scene, onUniware, {
		...{ counts: { edited: 3, cancelled: 3, packed: 3, left: 2 }, edit },
		async pack(orders) {
			await oms.allocate();
			await each(orders, ({ code }) => oms.advance(code, { to: 'packed' }));
		},
		ship: ({ code }) => oms.advance(code, { to: 'dispatched' }),
		isGone: ({ packages }) => packages.every(({ status }) => status === 'DISPATCHED'),
	});
}
