import type { WaitingReturn } from '../../ledger/overviewShapes';
import { link } from './address';
import { keeping } from './frame';
import { markup, type Html } from './html';
import { age, headed, storeCell, type Rows } from './queueRows';

type Buttons = readonly (readonly [confirm: string, name: string])[];

/** What a person may do where it stands, and what it waits for. */
const waiting: Partial<
	Readonly<Record<WaitingReturn['state'], { readonly why: string; readonly buttons: Buttons }>>
> = {
	requested: {
		why: 'A decision',
		buttons: [
			['approveReturn', 'Approve'],
			['rejectReturn', 'Reject'],
		],
	},
	approved: { why: 'Its return order', buttons: [['orderReturn', 'Return order']] },
	received: {
		why: 'Quality control',
		buttons: [
			['passReturn', 'All passed'],
			['failReturn', 'All failed'],
		],
	},
};

export const returnRows = (rows: readonly WaitingReturn[], of: Rows): Html =>
	headed(
		['Return', 'Waits for', 'Items', 'Since', ''],
		of,
		rows.map(
			({ code, store, number, kind, state, reason, items, since }) =>
				markup`<tr>
					${storeCell(store, of)}
					<td class="half"><strong>${code}</strong><span class="under">Order ${number}</span></td>
					<td class="half" data-label="Waits for">
						${waiting[state]?.why ?? state}${
							kind === 'courier' && markup`<span class="under">Undelivered, with the courier</span>`
						}
					</td>
					<td class="wide">
						${items.map(({ sku, quantity }) => `${quantity} × ${sku}`).join(', ')}${
							reason !== '' && markup`<span class="under">${reason}</span>`
						}
					</td>
					${age(since, of)}
					<td class="act">${(waiting[state]?.buttons ?? []).map(([confirm, name]) =>
						button(confirm, name, code, of),
					)}</td>
				</tr>`,
		),
	);

const button = (confirm: string, name: string, code: string, { view }: Rows): Html =>
	markup`<a class="button small" href="${link(keeping(view, { confirm, return: code }))}">${name}</a> `;
