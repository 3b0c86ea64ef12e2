import { refused } from '../../domain/failure';
import { instant } from '../../domain/instant';
import type { ChannelConnector, Http, OrderReference, OrderWindow } from '../connector';
import { isFields } from '../fields';
import { ask, attempt, refusalOf } from './answer';
import * as requests from './requests';
import { accountIdOf, sellerOf } from './seller';
import { checkOwner, ordersIn, shipmentList } from './shipmentList';
import { instantIn } from './times';
import {
	after,
	changedAfter,
	compared,
	knownUpTo,
	polled,
	positionText,
	standing,
	startOf,
	underway,
} from './walk';
import type { Plan, Position } from './walk';

/** The gaps of a page are read one by one, two a second, in the time that one call of the node may take. */
const referencesOnPage = 50;

export const orders = {
	async page(http: Http, window: OrderWindow) {
		const { raws, ...walked } = await step(http, window, polled, requests.pageLimit);
		return { ...walked, ...ordersIn(raws) };
	},

	async get(http: Http, ids: readonly string[]) {
		if (ids.length === 0)
			throw refused('amazonSellerFlex: no order ID was given. Name at least one.');
		const seller = sellerOf(http);
		const raws: unknown[] = [];
		for (const id of ids) {
			const answer = await attempt(http, requests.shipment(id), `order ${id}`);
			if ('body' in answer) raws.push(answer.body);
			else if (!/^40[04]$/.test(String(answer.refusal.status))) {
				throw refusalOf(answer.refusal);
			}
		}
		raws.forEach((raw) => checkOwner(raw, seller));
		return { account: accountIdOf(seller), ...ordersIn(raws) };
	},

	async references(http: Http, window: OrderWindow) {
		const { raws, ...walked } = await step(http, window, compared, referencesOnPage);
		return { ...walked, references: raws.flatMap((raw) => referenceOf(raw)) };
	},
} satisfies NonNullable<ChannelConnector['orders']>;

/** One page of the walk, as it came, and where it goes on. */
async function step(http: Http, window: OrderWindow, plan: Plan, maxResults: number) {
	const seller = sellerOf(http);
	const stood = standing(window);
	const asked = stood ?? startOf(window);
	const known = knownUpTo(window);
	const request = requests.shipments({
		status: asked.status,
		marketplaceId: seller.marketplaceId,
		locationId: asked.location,
		lastUpdatedAfter: changedAfter(window, plan, asked),
		maxResults,
		token: asked.token,
	});
	const what = `the ${asked.status} orders of ${asked.location}`;
	const { body, clock } = await ask(http, request, what);
	const { raws, token } = shipmentList(body, seller);
	const at: Position = stood ?? { ...asked, startedAt: clock };
	const next = after(window, plan, at, token);
	const read = next === null ? (at.startedAt ?? known) : known;
	return {
		account: accountIdOf(seller),
		raws,
		next: next && positionText(next),
		watermark: instant(Math.max(known, read)),
	};
}

/** The revision only where the hub hears of it by the walk: it has the others in the revision that it confirmed. */
function referenceOf(raw: unknown): readonly OrderReference[] {
	if (!isFields(raw) || typeof raw.id !== 'string') return [];
	const isOurs = underway.includes(String(raw.status));
	return [{ id: raw.id, revisedAt: isOurs ? null : instantIn(raw.lastUpdatedDateTime) }];
}
