import type { RawLine, RawOrder, RawPackage } from './raw';
import { businessRefusal, unknownId } from './refusal';
import type { IkasMerchant } from './types';

/** That a draft and an order being paid back are not to be touched is a guess (reference/ikas.md 4, 7.1). */
const untouchable = new Set(['CANCELLED', 'DRAFT', 'REFUNDED', 'WAITING_UPSELL_ACTION']);

export const isUpdatable = ({ status }: RawOrder) => !untouchable.has(status);

export const checkUpdatable = (order: RawOrder): void => {
	if (!isUpdatable(order)) throw businessRefusal('ORDER_NOT_ELIGIBLE_FOR_UPDATE');
};

/** Not shipped, not cancelled, not refunded (reference/ikas.md 12.1). */
const waiting = new Set(['CANCEL_REJECTED', 'CANCEL_REQUESTED', 'PLANNED', 'UNFULFILLED']);

export const isWaiting = ({ deleted, status }: RawLine) => !deleted && waiting.has(status);

/** Under which ikas knows the app that calls. */
export const appOf = ({ id }: IkasMerchant) => `app-${id}`;

/** A package of this app. That another's is refused with this code is a guess (reference/ikas.md 8.1, 11.2). */
export const ownPackage = (
	{ orderPackages }: RawOrder,
	packageId: string,
	app: string,
): RawPackage => {
	const known = orderPackages.find(({ id, deleted }) => id === packageId && !deleted);
	if (!known) throw unknownId('the order has no package of this id');
	if (known.appId !== null && known.appId !== app)
		throw businessRefusal('ORDER_NOT_ELIGIBLE_FOR_UPDATE');
	return known;
};
