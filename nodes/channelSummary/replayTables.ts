import { holdReasonLabel } from '../../domain/holdReason';
import type { HubShare } from '../../domain/replayTally';
import type { ChangedOrder, HubCompared, Replay, ReplayedPlace } from '../../ledger/replayShapes';
import { markup, type Html } from './html';
import type { Rows } from './queueRows';
import { difference } from './replayFigures';
import { moment, plural, thousands } from './words';

/** The share of each hub, those with most first. */
export function hubsTable({ hubs }: Replay): Html {
	const weight = ({ inForce, draft }: HubCompared) => Math.max(inForce.orders, draft.orders);
	const sorted = hubs.toSorted((one, other) => weight(other) - weight(one));
	const most = Math.max(1, ...hubs.map(weight));
	return markup`<table>
		<thead>
			<tr>
				<th>Hub</th>
				<th class="bars"></th>
				<th class="n">Really</th>
				<th class="n">In force</th>
				<th class="n">Yours</th>
				<th class="n">Difference</th>
			</tr>
		</thead>
		<tbody>
			${sorted.map((hub) => hubRow(hub, most))}
		</tbody>
	</table>`;
}

const hubRow = ({ hub, actual, inForce, draft }: HubCompared, most: number): Html =>
	markup`<tr>
		<td class="wide"><strong>${hub}</strong></td>
		<td class="wide bars">${bar('', inForce.orders / most)}${bar('draft', draft.orders / most)}</td>
		${shareCell('Really', actual)}${shareCell('In force', inForce)}${shareCell('Yours', draft)}
		<td class="n" data-label="Difference">${difference(inForce.orders, draft.orders, null)}</td>
	</tr>`;

const bar = (tone: string, share: number): Html =>
	markup`<svg class="bar ${tone}" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
		<rect class="ground" width="100" height="6" />
		<rect width="${Math.round(share * 1000) / 10}" height="6" />
	</svg>`;

const shareCell = (label: string, { orders, parcels, units }: HubShare): Html =>
	markup`<td class="n${orders === 0 && ' zero'}" data-label="${label}">
		${thousands(orders)}${
			orders > 0 &&
			markup`<span class="under">${plural(parcels, 'parcel')}, ${plural(units, 'unit')}</span>`
		}
	</td>`;

/** The newest of the orders that change. On a phone without what really happened. */
export const changesTable = (changes: readonly ChangedOrder[], { view, namesStore }: Rows): Html =>
	markup`<table>
		<thead>
			<tr>
				<th>Order</th>
				<th>Placed</th>
				<th>Really</th>
				<th>Rules in force</th>
				<th>Your rules</th>
			</tr>
		</thead>
		<tbody>
			${changes.map(
				({ number, store, placedAt, actual, inForce, draft }) =>
					markup`<tr>
						<td class="half">
							<strong>${number}</strong>${namesStore && markup`<span class="under">${store}</span>`}
						</td>
						<td class="half">${moment(placedAt, view)}</td>
						${placeCell('none', 'Really', actual)}${placeCell('half', 'In force', inForce)}
						${placeCell('half', 'Yours', draft)}
					</tr>`,
			)}
		</tbody>
	</table>`;

function placeCell(
	on: 'half' | 'none',
	label: string,
	{ hubs, rule, holdReason }: ReplayedPlace,
): Html {
	const where = hubs.length === 0 ? 'no hub' : hubs.join(', ');
	const why = rule ?? (holdReason === null ? null : holdReasonLabel(holdReason));
	return markup`<td class="${on}" data-label="${label}">
		${where}${why !== null && markup`<span class="under">${why}</span>`}
	</td>`;
}
