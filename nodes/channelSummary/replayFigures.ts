import type { PlacedTotal } from '../../domain/replayTally';
import type { Replay } from '../../ledger/replayShapes';
import { markup, type Html } from './html';
import { thousands } from './words';

interface Figure {
	readonly name: string;
	readonly of: (total: PlacedTotal) => number | null;
	/** Which way is better; null where that depends. */
	readonly better: 'more' | 'less' | null;
	readonly under?: (total: PlacedTotal) => string;
}

const figures: readonly Figure[] = [
	{ name: 'Orders with a hub', of: ({ orders }) => orders, better: 'more' },
	{
		name: 'Orders without a hub',
		of: ({ unfillable }) => unfillable.orders,
		better: 'less',
		under: ({ unfillable }) => whyWithout(unfillable),
	},
	{ name: 'Parcels', of: ({ parcels }) => parcels, better: null },
	{ name: 'Parcels per order', of: ({ parcelsPerOrder }) => parcelsPerOrder, better: 'less' },
	{ name: 'Orders in several parcels', of: ({ split }) => split, better: 'less' },
	{
		name: 'Kilometres per parcel',
		of: ({ distance }) => distance.kmPerParcel,
		better: 'less',
		under: ({ distance }) =>
			distance.unknown === 0 ? '' : `${thousands(distance.unknown)} not known`,
	},
	{ name: 'Kilometres in all', of: ({ distance }) => distance.km, better: null },
];

function whyWithout({ withoutStock, withoutRoute, partlyThere }: PlacedTotal['unfillable']) {
	const said = [
		[withoutStock, 'no stock'],
		[withoutRoute, 'no rule or hub'],
		[partlyThere ?? 0, 'partly there'],
	] as const;
	return said
		.filter(([count]) => count > 0)
		.map(([count, why]) => `${thousands(count)} ${why}`)
		.join(', ');
}

export const figuresTable = ({ actual, inForce, draft }: Replay): Html =>
	markup`<table class="figures">
		<thead>
			<tr>
				<th></th>
				<th class="n">Really</th>
				<th class="n">Rules in force</th>
				<th class="n">Your rules</th>
				<th class="n">Difference</th>
			</tr>
		</thead>
		<tbody>
			${figures.map((figure) => {
				const cell = (label: string, total: PlacedTotal) =>
					markup`<td class="n" data-label="${label}">${shown(figure.of(total))}${under(figure, total)}</td>`;
				return markup`<tr>
					<td class="wide"><strong>${figure.name}</strong></td>
					${cell('Really', actual)}${cell('In force', inForce)}${cell('Yours', draft)}
					<td class="n" data-label="Difference">
						${difference(figure.of(inForce), figure.of(draft), figure.better)}
					</td>
				</tr>`;
			})}
		</tbody>
	</table>`;

const shown = (figure: number | null) => (figure === null ? '–' : thousands(figure));

function under({ under: say }: Figure, total: PlacedTotal): Html | null {
	const said = say?.(total) ?? '';
	return said === '' ? null : markup`<span class="under">${said}</span>`;
}

/** With its sign, and whether it is for the better. */
export function difference(
	from: number | null,
	to: number | null,
	better: 'more' | 'less' | null,
): Html {
	if (from === null || to === null) return markup`<span class="dim">–</span>`;
	const by = Math.round((to - from) * 1000) / 1000;
	if (by === 0) return markup`<span class="dim">same</span>`;
	const isBetter = better === 'more' ? by > 0 : by < 0;
	const tone = better === null ? '' : isBetter ? 'good' : 'bad';
	const percent = from === 0 ? 0 : Math.round((by / from) * 100);
	const share = percent !== 0 && markup`<span class="under">${signed(percent)} %</span>`;
	return markup`<span class="${tone}">${signed(by)}</span>${share}`;
}

const signed = (by: number): string => `${by > 0 ? '+' : '\u2212'}${thousands(Math.abs(by))}`;
