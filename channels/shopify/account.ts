import { instant } from '../../domain/instant';
import type { Account, Http } from '../connector';
import { part, reading, rows, sound, text } from '../fields';
import type { Reading } from '../fields';
import { ask } from './answer';
import { graphql } from './graphql';
import type { ShopifyData, ShopifyInstallation } from './types';

const ACCOUNT = `query Account {
	shop { name myshopifyDomain }
	currentAppInstallation { accessScopes { handle } }
}`;

export const account = async (http: Http): Promise<Account> => {
	const { data, clock } = await ask(http, accountAsked());
	const from = reading<ShopifyData>(data);
	const shop = part(from, 'shop');
	const found = {
		id: text(shop, 'myshopifyDomain'),
		name: text(shop, 'name'),
		missing: missingIn(part(from, 'currentAppInstallation')),
		clock: clock === null ? null : instant(clock),
	};
	sound('shopify', from);
	return found;
};

export const accountAsked = () => graphql(ACCOUNT);

/** What orders, fulfilments and stock to read take (reference/shopify.md 3). Who writes stock needs `write_inventory` too. */
const needed = [
	'read_products',
	'read_inventory',
	'read_locations',
	'write_orders',
	'write_order_edits',
	'write_customers',
	'read_merchant_managed_fulfillment_orders',
] as const;

/** Who may write may read. */
function missingIn(installation: Reading<ShopifyInstallation>): readonly string[] {
	const granted = rows(installation, 'accessScopes').map((scope) => text(scope, 'handle'));
	return needed.filter(
		(scope) => !granted.includes(scope) && !granted.includes(scope.replace(/^read_/, 'write_')),
	);
}
