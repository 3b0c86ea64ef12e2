import type { ShopifyCall, ShopifyState } from '../../../sandbox/shopify/types';
import type { IconicCall, IconicState } from '../../../sandbox/theIconic/types';
import type { Facts } from '../../auditor/facts';
import type { LedgerRows } from '../../auditor/ledger';

/** What the pretend Shopify says in the end. */
export interface Partner {
	readonly state: ShopifyState;
	readonly calls: readonly ShopifyCall[];
}

export interface IconicEvidence {
	readonly state: IconicState;
	readonly calls: readonly IconicCall[];
	/** Null where the hub itself ships. */
	readonly partner: Partner | null;
	readonly ledger: LedgerRows;
	readonly facts: Facts;
}

/** The same where Shopify ships. */
export interface JointEvidence extends IconicEvidence {
	readonly partner: Partner;
}
