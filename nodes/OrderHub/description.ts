import type { INodeProperties } from 'n8n-workflow';
import { channelSummaryFields } from './channelSummaryFields';
import { channelUpdateFields } from './channelUpdateFields';
import { dryRunFields } from './dryRunFields';
import { exceptionFields } from './exceptionFields';
import { hubFields } from './hubFields';
import { invoiceFields } from './invoiceFields';
import { listingFields } from './listingFields';
import { manifestFields } from './manifestFields';
import { orderFields } from './orderFields';
import { parcelFields } from './parcelFields';
import { priceFields } from './priceFields';
import { returnFields } from './returnFields';
import { ruleSetFields } from './ruleSetFields';
import { skuFields } from './skuFields';
import { stockFields } from './stockFields';
import { storeFields } from './storeFields';
import { syncFields } from './syncFields';

export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Channel Summary', value: 'channelSummary' },
			{ name: 'Channel Update', value: 'channelUpdate' },
			{ name: 'Exception', value: 'exception' },
			{ name: 'Hub', value: 'hub' },
			{ name: 'Invoice', value: 'invoice' },
			{ name: 'Listing', value: 'listing' },
			{ name: 'Manifest', value: 'manifest' },
			{ name: 'Order', value: 'order' },
			{ name: 'Parcel', value: 'parcel' },
			{ name: 'Parked Order', value: 'parkedOrder' },
			{ name: 'Price', value: 'price' },
			{ name: 'Reconciliation', value: 'reconciliation' },
			{ name: 'Return', value: 'return' },
			{ name: 'Rule Set', value: 'ruleSet' },
			{ name: 'Seller', value: 'seller' },
			{ name: 'SKU', value: 'sku' },
			{ name: 'Stock', value: 'stock' },
			{ name: 'Store', value: 'store' },
			{ name: 'Sync', value: 'sync' },
		],
		default: 'order',
	},
	...channelSummaryFields,
	...channelUpdateFields,
	...exceptionFields,
	...hubFields,
	...invoiceFields,
	...listingFields,
	...manifestFields,
	...orderFields,
	...parcelFields,
	...priceFields,
	...returnFields,
	...ruleSetFields,
	...skuFields,
	...stockFields,
	...storeFields,
	...syncFields,
	...dryRunFields,
];
