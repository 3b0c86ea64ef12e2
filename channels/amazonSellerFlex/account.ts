import { Failure } from '../../domain/failure';
import { instant } from '../../domain/instant';
import type { Account, Http } from '../connector';
import { part, reading, rows, sound, text, textOrNull } from '../fields';
import { ask, attempt, roles } from './answer';
import * as requests from './requests';
import { accountIdOf, sellerOf } from './seller';
import type { AmazonParticipations } from './types';

const what = 'the marketplaces of the seller';

/** Two calls: whether the seller sells there, and whether Amazon lets the app see a shipment, which nothing else tells. */
export async function account(http: Http): Promise<Account> {
	const seller = sellerOf(http);
	const { body, clock } = await ask(http, requests.participations(), what);
	const name = nameIn(body, seller.marketplaceId);
	return {
		id: accountIdOf(seller),
		name,
		missing: await missing(http, seller.marketplaceId),
		clock: clock === null ? null : instant(clock),
	};
}

function nameIn(body: Readonly<Record<string, unknown>>, marketplaceId: string): string {
	const from = reading<AmazonParticipations>(body);
	const sold = rows(from, 'payload').filter(
		(row) => part(row, 'participation').fields.isParticipating === true,
	);
	const found = sold.find((row) => text(part(row, 'marketplace'), 'id') === marketplaceId);
	const name =
		found && (textOrNull(found, 'storeName') || text(part(found, 'marketplace'), 'name'));
	sound('amazonSellerFlex', from);
	if (name !== undefined) return name;
	throw new Failure(
		'unauthorised',
		`amazonSellerFlex: the seller does not sell in marketplace ${marketplaceId}. Choose the country in the credential that was authorised.`,
	);
}

async function missing(http: Http, marketplaceId: string): Promise<readonly string[]> {
	const probe = requests.shipments({
		status: 'ACCEPTED',
		marketplaceId,
		locationId: null,
		lastUpdatedAfter: null,
		maxResults: 1,
		token: null,
	});
	const [asked] = await Promise.allSettled([attempt(http, probe, 'shipments')]);
	if (asked.status === 'fulfilled') return [];
	const { reason } = asked;
	if (!(reason instanceof Failure && reason.kind === 'unauthorised')) throw reason;
	return [`the role ${roles}, or Amazon's allow-listing for External Fulfillment`];
}
