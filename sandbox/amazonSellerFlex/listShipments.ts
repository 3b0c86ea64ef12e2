import { z } from 'zod';
import type { Revision } from '../shelf';
import { parsed } from './parsed';
import { forbidden, invalid } from './refused';
import type { Shipment } from './shipment';
import type { Shipments } from './shipments';
import { shipmentStatuses } from './statuses';

const dateTime = z
	.string()
	.refine(
		(text) => /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text)),
		'is no ISO 8601 date-time',
	)
	.transform((text) => Date.parse(text));

/** Ten without `maxResults` is a guess (reference/amazon-seller-flex.md 6.1). */
const usualPage = '10';

const query = z.object({
	status: z.enum(shipmentStatuses),
	locationId: z.string().min(1).max(36).optional(),
	marketplaceId: z.string().min(1).optional(),
	channelName: z.string().min(1).max(10).optional(),
	lastUpdatedAfter: dateTime.optional(),
	lastUpdatedBefore: dateTime.optional(),
	maxResults: z
		.string()
		.regex(/^\d+$/)
		.default(usualPage)
		.transform(Number)
		.pipe(z.number().min(1).max(100)),
	paginationToken: z.string().optional(),
});

type Asked = z.infer<typeof query>;

/** Where the next page begins: behind a row. `isEmpty` after a page with nothing in it. */
const place = z.object({
	asked: z.string(),
	updatedAt: z.number(),
	id: z.string(),
	isEmpty: z.boolean(),
});

type Place = z.infer<typeof place>;

const tokenOf = (next: Place) => Buffer.from(JSON.stringify(next)).toString('base64url');

const placeOf = (token: string): Place => {
	const text = Buffer.from(token, 'base64url').toString('utf8');
	const refuse = () => invalid('paginationToken is not known');
	if (!/^\{.*\}$/.test(text)) throw refuse();
	return parsed(place, JSON.parse(text), refuse);
};

/** "Repeat the other arguments unchanged" (reference/amazon-seller-flex.md 6.1). */
const beginOf = ({ paginationToken, ...others }: Asked): Place => {
	const asked = JSON.stringify(others);
	if (!paginationToken) return { asked, updatedAt: 0, id: '', isEmpty: false };
	const begin = placeOf(paginationToken);
	if (begin.asked !== asked) throw invalid('paginationToken is of a call with other arguments');
	return begin;
};

const isWanted = (asked: Asked, { row }: Revision<Shipment>) =>
	row.status === asked.status &&
	(asked.locationId ?? row.location) === row.location &&
	(asked.channelName ?? row.draft.channelName ?? 'FBA') === (row.draft.channelName ?? 'FBA') &&
	row.updatedAt > (asked.lastUpdatedAfter ?? 0) &&
	row.updatedAt < (asked.lastUpdatedBefore ?? Number.POSITIVE_INFINITY);

const isBehind = ({ updatedAt, id }: Place, { row }: Revision<Shipment>) =>
	row.updatedAt > updatedAt || (row.updatedAt === updatedAt && row.id > id);

export interface ShipmentPage {
	readonly shipments: readonly unknown[];
	readonly pagination?: { readonly nextToken: string };
}

const page = (shipments: readonly unknown[], next: Place | null): ShipmentPage => ({
	shipments,
	...(next && { pagination: { nextToken: tokenOf(next) } }),
});

const checked = (given: unknown, marketplace: string): Asked => {
	const asked = parsed(query, given);
	const { lastUpdatedAfter, lastUpdatedBefore, marketplaceId } = asked;
	if (lastUpdatedAfter && lastUpdatedBefore && lastUpdatedAfter > lastUpdatedBefore) {
		throw invalid('lastUpdatedAfter is later than lastUpdatedBefore');
	}
	if (marketplaceId && marketplaceId !== marketplace) {
		throw forbidden(`The seller has no access to marketplace '${marketplaceId}'`);
	}
	return asked;
};

/** By time of change. That a location which the seller does not have is just empty is a guess. */
export const listShipments = (
	shipments: Shipments,
	given: unknown,
	{ marketplace, isEmpty }: { readonly marketplace: string; isEmpty(): boolean },
): ShipmentPage => {
	const asked = checked(given, marketplace);
	const begin = beginOf(asked);
	if (!begin.isEmpty && isEmpty()) return page([], { ...begin, isEmpty: true });
	const rows = shipments
		.listed()
		.filter((revision) => isBehind(begin, revision) && isWanted(asked, revision));
	const shown = rows.slice(0, asked.maxResults);
	const last = shown.at(-1)?.row;
	const next =
		last && rows.length > shown.length
			? { asked: begin.asked, updatedAt: last.updatedAt, id: last.id, isEmpty: false }
			: null;
	return page(
		shown.map(({ answer }) => answer),
		next,
	);
};
