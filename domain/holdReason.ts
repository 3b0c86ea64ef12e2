import type { HoldReason } from './hubStatus';

/** As people know it (reference/omniful.md 4.3). */
const labels = {
	inventory_not_present: 'Insufficient Inventory',
	sku_not_valid: 'Invalid SKU',
	require_manual_approval: 'Require Manual Approval',
	forceful_on_hold: 'Manually Put On Hold',
	not_able_to_route: 'Routing Conditions Not Met',
} as const satisfies Readonly<Record<HoldReason, string>>;

export const holdReasonLabel = (reason: HoldReason): string => labels[reason];

/** What a person can do about it. */
export const wayOut = {
	inventory_not_present:
		'It goes on by itself when stock arrives: count the stock, edit the order, or cancel it.',
	sku_not_valid:
		'It goes on by itself once its SKU is counted or listed: do that, edit the order, or cancel it.',
	require_manual_approval: 'Approve it, or cancel it.',
	forceful_on_hold: 'Release it, or cancel it.',
	not_able_to_route:
		'Assign a hub to it, or change the rules: it is looked at again every 10 minutes.',
} as const satisfies Readonly<Record<HoldReason, string>>;
