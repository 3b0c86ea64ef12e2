import type { UpdateParcel } from '../../domain/channelUpdate';

const own = /^order-hub-\d+$/;

/** What a package is called by, so that it is known again; null for a parcel that the ledger does not have. */
export const sourceOf = ({ parcel }: UpdateParcel): string | null =>
	parcel > 0 ? `order-hub-${parcel}` : null;

export const isOwnSource = (source: string | null): boolean => source !== null && own.test(source);
