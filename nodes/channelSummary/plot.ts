import { epochMs, instant, type Instant } from '../../domain/instant';
import type { StoreHour } from '../../ledger/overviewShapes';
import { markup, type Html } from './html';
import { clockTime, dayAndTime, plural, thousands, type View } from './words';

const hourMs = 3_600_000;

/** Every hour up to now, also those in which nothing was. */
export function everyHour(known: readonly StoreHour[], now: Instant, hours: number): StoreHour[] {
	const byHour = new Map(known.map((hour) => [hour.hour, hour]));
	const last = Math.floor(epochMs(now) / hourMs);
	return Array.from({ length: hours }, (_, at) => {
		const hour = instant((last - hours + 1 + at) * hourMs);
		return byHour.get(hour) ?? { hour, orders: 0, failures: 0 };
	});
}

const most = (hours: readonly StoreHour[], what: 'orders' | 'failures') =>
	Math.max(0, ...hours.map((hour) => hour[what]));

/** Small, for a row: orders of each hour, and a mark below each hour in which something failed. */
export function spark(hours: readonly StoreHour[]): Html {
	const scale = 17 / Math.max(1, most(hours, 'orders'));
	return markup`<svg
		class="spark"
		viewBox="0 0 ${hours.length * 4} 22"
		preserveAspectRatio="none"
		aria-hidden="true"
	>
		${hours.map(({ orders, failures }, at) => [
			orders > 0 && bar('took', at * 4, 18 - height(orders, scale), 3, height(orders, scale)),
			failures > 0 && bar('fell', at * 4, 19, 3, 3),
		])}
	</svg>`;
}

const height = (count: number, scale: number) => Math.max(1, Math.round(count * scale * 10) / 10);

const bar = (
	name: string,
	x: number,
	y: number,
	width: number,
	tall: number,
	said: Html | null = null,
) =>
	markup`<rect class="${name}" x="${x}" y="${y}" width="${width}" height="${tall}">${said}</rect>`;

const mostOf = (count: number) => (count === 0 ? '' : `, most in an hour ${thousands(count)}`);

const up = 100;
const down = 36;

/** Orders above the line and failures below it, each by its own measure. */
export function plot(hours: readonly StoreHour[], view: View): Html {
	const [orders, failures] = [most(hours, 'orders'), most(hours, 'failures')];
	const [upScale, downScale] = [up / Math.max(1, orders), down / Math.max(1, failures)];
	const sum = (what: 'orders' | 'failures') => hours.reduce((so, hour) => so + hour[what], 0);
	const took = plural(sum('orders'), 'order');
	const fell = plural(sum('failures'), 'failure');
	return markup`<figure class="plot">
		<figcaption>
			<span><i class="key took"></i>${took} in ${hours.length} h${mostOf(orders)}</span>
			<span><i class="key fell"></i>${fell}${mostOf(failures)}</span>
		</figcaption>
		<svg
			viewBox="0 0 ${hours.length * 10} ${up + down + 4}"
			preserveAspectRatio="none"
			role="img"
			aria-label="${took} came in and ${fell} happened in the last ${hours.length} hours"
		>
			<line class="grid" x1="0" x2="${hours.length * 10}" y1="${up / 2}" y2="${up / 2}" />
			<line class="axis" x1="0" x2="${hours.length * 10}" y1="${up + 1}" y2="${up + 1}" />
			${hours.map((hour, at) => hourOf(hour, at, { upScale, downScale }, view))}
		</svg>
		<div class="ticks">${ticksOf(hours, view)}</div>
	</figure>`;
}

function hourOf(
	{ hour, orders, failures }: StoreHour,
	at: number,
	{ upScale, downScale }: { upScale: number; downScale: number },
	view: View,
): Html {
	const counted = `${plural(orders, 'order')}, ${plural(failures, 'failure')}`;
	const said = markup`<title>${dayAndTime(hour, view)}: ${counted}</title>`;
	const [tall, deep] = [height(orders, upScale), height(failures, downScale)];
	return markup`<g>
		${orders > 0 && bar('took', at * 10 + 1, up - tall, 8, tall)}
		${failures > 0 && bar('fell', at * 10 + 1, up + 2, 8, deep)}
		${bar('hit', at * 10, 0, 10, up + down + 4, said)}
	</g>`;
}

/** The day where it begins, and the hour. */
function ticksOf(hours: readonly StoreHour[], view: View): readonly Html[] {
	const every = hours.length / 4;
	const named = hours.filter((_, at) => at % every === 0);
	return [
		...named.map(
			({ hour }, at) =>
				markup`<span>${at === 0 ? dayAndTime(hour, view) : clockTime(hour, view)}</span>`,
		),
		markup`<span>now</span>`,
	];
}
