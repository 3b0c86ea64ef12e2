import type { HoldReason, OrderStatus } from './statuses';

/** Who made a change: a call of the API, or somebody in Omniful, and what goes on there by itself. */
export type OmnifulCause = 'api' | 'desk';

/** A change as it happened. Times are epoch ms of the sandbox's clock. */
export interface OrderChange {
	readonly what: string;
	readonly at: number;
	/** From when on lists show it; later than `at` for a late row. */
	readonly visibleAt: number;
	readonly by: OmnifulCause;
	readonly status: OrderStatus;
}

/** An order as Omniful has it, whatever its lists show. */
export interface OmnifulOrderState {
	readonly id: string;
	readonly orderId: string;
	readonly alias: string;
	readonly status: OrderStatus;
	readonly holdReason: HoldReason | null;
	readonly cancelReason: string | null;
	readonly hub: string | null;
	readonly paymentMethod: string;
	readonly isCod: boolean;
	readonly total: number;
	readonly currency: string;
	readonly items: readonly {
		readonly sku: string;
		readonly quantity: number;
		readonly price: number;
		/** Units that were packed of it; null before that. */
		readonly packed: number | null;
	}[];
	readonly externalFields: Readonly<Record<string, string>>;
	readonly awb: string | null;
	readonly courier: string | null;
	readonly deliveryStatus: string;
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly history: readonly OrderChange[];
}

export interface OmnifulStockState {
	readonly hub: string;
	readonly sku: string;
	readonly onHand: number;
	readonly reserved: number;
	readonly safety: number;
	readonly available: number;
}

export interface OmnifulReturnState {
	readonly id: string;
	readonly returnOrderId: string;
	readonly order: string;
	readonly status: string;
	readonly units: Readonly<Record<string, number>>;
}

/** A webhook on its way. */
export interface OmnifulDelivery {
	readonly event: string;
	readonly uri: string;
	readonly body: string;
	readonly isAgain: boolean;
	readonly isDelivered: boolean;
	readonly attempts: readonly { readonly at: number; readonly status: number | null }[];
}
