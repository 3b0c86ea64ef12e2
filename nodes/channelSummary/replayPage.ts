import type { RuleSet } from '../../domain/routing';
import type { Replay } from '../../ledger/replayShapes';
import { link } from './address';
import { frame, keeping, type Page } from './frame';
import { markup, type Html } from './html';
import { figuresTable } from './replayFigures';
import { replayForm, type ReplayTyped } from './replayForm';
import { changesTable, hubsTable } from './replayTables';
import { dayAndTime, plural, thousands, type View } from './words';

/** What is on the page besides its form: a comparison, why there is none, or nothing yet. */
export interface ReplayShown {
	readonly store: string;
	readonly typed: ReplayTyped;
	readonly token: string;
	/** Whose rules may be begun with: the newest of each rule set. */
	readonly ruleSets: readonly Pick<RuleSet, 'code' | 'version'>[];
	readonly replay: Replay | null;
	readonly refused: string | null;
}

export function replayPage(shown: ReplayShown, view: View): Page {
	const { store, replay, refused } = shown;
	const title = `Other rules for ${store}`;
	const body = markup`<div class="head">
			<h1>${title}</h1>
			<a href="${link(keeping(view, { store }))}">The store</a>
		</div>
		${refused !== null && markup`<p class="say warn"><span>${refused}</span></p>`}
		${replay !== null && comparison(replay, view)}
		<section class="sheet">
			<header><h2>${replay === null ? 'Rules to be tried' : 'Try again'}</h2></header>
			<div class="in">${replayForm(store, shown, view)}</div>
			<p class="more small dim">${beginnings(shown, view)}</p>
		</section>
		${standsOn(replay)}`;
	return frame(view, { title, body, status: refused === null ? 200 : 422 });
}

const beginnings = ({ store, ruleSets }: ReplayShown, view: View): Html =>
	markup`<span>
		Begin with
		${ruleSets.map(({ code, version }, at) => {
			const name = `${code}@${version}`;
			const to = link(keeping(view, { store, try: '1', rules: name }));
			return markup`${at > 0 && ', '}<a href="${to}">${name}</a>`;
		})}.
		To keep rules, save them with Rule Set &gt; Save. Nothing is changed by this page.
	</span>`;

function comparison(replay: Replay, view: View): Html {
	const { orders, changed, changes } = replay;
	if (orders === 0) {
		return markup`<p class="say"><span>No order was placed in these days that rules are asked for.</span></p>`;
	}
	return markup`<p class="say ${toneOf(replay)}"><span>${verdict(replay)}</span></p>
		<section class="sheet">
			<header>
				<h2>Comparison</h2>
				<span class="end small dim">${about(replay, view)}</span>
			</header>
			${figuresTable(replay)}
		</section>
		<section class="sheet">
			<header>
				<h2>Orders by hub</h2>
				<span class="end small dim">
					<i class="key"></i>Rules in force <i class="key draft"></i>Your rules
				</span>
			</header>
			${hubsTable(replay)}
		</section>
		${
			changed > 0 &&
			markup`<section class="sheet">
				<header>
					<h2>Orders that change</h2>
					${
						changed > changes.length &&
						markup`<span class="end small dim">the newest ${changes.length} of ${thousands(changed)}</span>`
					}
				</header>
				${changesTable(changes, { view, namesStore: replay.stores.length > 1 })}
			</section>`
		}`;
}

function about({ stores, from, hasMore }: Replay, view: View): string {
	const rules = [...new Set(stores.map((one) => one.rules))].join(', ');
	const of = stores.length === 1 ? '' : `${plural(stores.length, 'store')}, `;
	return `${of}rules in force ${rules}, ${hasMore ? 'only the newest, ' : ''}since ${dayAndTime(from, view)}`;
}

/** Orders without a hub weigh more than parcels and kilometres. */
function toneOf({ inForce, draft }: Replay): 'good' | 'warn' | '' {
	const more = draft.unfillable.orders - inForce.unfillable.orders;
	if (more !== 0) return more > 0 ? 'warn' : 'good';
	const better = [
		(draft.parcelsPerOrder ?? 0) - (inForce.parcelsPerOrder ?? 0),
		(draft.distance.kmPerParcel ?? 0) - (inForce.distance.kmPerParcel ?? 0),
	];
	return better.every((by) => by <= 0) && better.some((by) => by < 0) ? 'good' : '';
}

/** What somebody wants to know first. */
function verdict({ orders, changed, inForce, draft }: Replay): Html {
	const of = markup`<b>${thousands(changed)} of ${plural(orders, 'order')}</b>`;
	if (changed === 0) return markup`${of} would be shipped otherwise: your rules do the same.`;
	const [near, far] = [draft.distance.kmPerParcel, inForce.distance.kmPerParcel];
	const said = [
		moreOrLess(draft.unfillable.orders - inForce.unfillable.orders, 'order', ' without a hub'),
		moreOrLess(draft.parcels - inForce.parcels, 'parcel'),
		near === null || far === null || near === far
			? null
			: `each ${thousands(Math.abs(Math.round((near - far) * 10) / 10))} km ${near < far ? 'nearer' : 'farther'} on average`,
	].filter((one) => one !== null);
	const how = said.length === 0 ? 'as many parcels, as far' : said.join(', ');
	return markup`${of} would be shipped otherwise: ${how}.`;
}

const moreOrLess = (by: number, one: string, what = ''): string | null =>
	by === 0 ? null : `${plural(Math.abs(by), `${by > 0 ? 'more' : 'fewer'} ${one}`)}${what}`;

function standsOn(replay: Replay | null): Html {
	const stock =
		replay?.stock === 'unlimited'
			? 'Any number of everything is at every hub, so that only the rules count.'
			: 'The stock of that time is not kept. Both sides begin with what is free now and what these orders took themselves, and use it up in the order in which the orders were placed. What arrived in the meantime counts from the start.';
	const facts = [
		['Stock', stock],
		['Hubs', 'Hubs, Hub Mapping and Split Orders are as they are now.'],
		[
			'Time',
			'Each order is decided as of the moment it was placed, and is open until it really left.',
		],
		['Really', 'What the ledger has assigned, by whatever rules and people there were.'],
		[
			'Kilometres',
			'Straight lines from the hub to the buyer. Those of a hub or an address without coordinates are not known.',
		],
		...(replay === null ? [] : [['Left out', leftOut(replay)]]),
	];
	return markup`<section class="sheet">
		<header><h2>What it stands on</h2></header>
		<div class="in">
			<dl>${facts.map(([name = '', said = '']) => markup`<dt>${name}</dt><dd>${said}</dd>`)}</dl>
		</div>
	</section>`;
}

function leftOut({ leftOut: { cancelled, skuNotValid, locationNotMapped } }: Replay): string {
	const said = [
		[cancelled, 'cancelled'],
		[skuNotValid, 'with a line that is no SKU of the seller'],
		[locationNotMapped, 'of a location that is not mapped'],
	] as const;
	const some = said.filter(([count]) => count > 0);
	if (some.length === 0) return 'No order.';
	return `${some.map(([count, why]) => `${plural(count, 'order')} ${why}`).join(', ')}. No rule is asked for them.`;
}
