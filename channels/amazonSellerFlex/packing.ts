import type { Box } from '../../domain/box';
import type { ChannelUpdate, UpdateParcel } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { UpdateSent } from '../connector';
import type { Memo } from './memo';
import type { PackageToMake } from './requests';
import { sizeOf } from './sizes';

/** Unique in the shipment, and known again when the parcel is told once more. */
export const packageId = ({ parcel }: UpdateParcel): string => `P${parcel}`;

/** All packages of the shipment, or what is waited for. Throws where a person has to do it in Seller Flex. */
export function packagesOf(
	update: ChannelUpdate,
	memo: Memo,
	now: number | null,
): readonly PackageToMake[] | UpdateSent {
	checkLines(update, memo);
	const boxed = update.parcels.map((parcel) => ({ parcel, box: boxOf(parcel, memo) }));
	const bare = boxed.find(({ box }) => box === null);
	if (bare !== undefined) return waitsForBox(update, bare.parcel);
	if (memo.packAfter !== undefined && now !== null && now < Date.parse(memo.packAfter)) {
		return waitsUntil(update, memo.packAfter);
	}
	return boxed.flatMap(({ parcel, box }) => (box === null ? [] : [packageOf(parcel, box, memo)]));
}

/** What a person set, else what Amazon recommends for a package that holds all of the parcel. */
const boxOf = ({ box, lines }: UpdateParcel, { boxes }: Memo): Box | null =>
	box ?? boxes.find((one) => lines.every(({ line }) => one.lines.includes(line)))?.box ?? null;

function packageOf({ parcel, lines, ...rest }: UpdateParcel, box: Box, memo: Memo): PackageToMake {
	const known = lines.map(({ line, quantity }) => ({
		quantity,
		line,
		...memo.lines.find(({ id }) => id === line),
	}));
	const hazmat = [...new Set(known.flatMap((one) => one.hazmat ?? []))];
	return {
		id: packageId({ parcel, lines, ...rest }),
		...sizeOf(box),
		packageLineItems: known.map(({ line, quantity, country, value }) => ({
			packageLineItemId: line,
			quantity,
			...(country !== undefined && { countryOfOrigin: country }),
			...(value !== undefined && { itemValue: value }),
		})),
		...(hazmat.length > 0 && { hazmatLabels: hazmat }),
	};
}

/** Amazon takes all packages of a shipment in one call (reference/amazon-seller-flex.md 6.3). */
function checkLines({ number, parcels }: ChannelUpdate, { lines }: Memo): void {
	const lacking = lines.find(({ lacks }) => lacks !== undefined);
	if (lacking !== undefined) {
		throw refused(
			`amazonSellerFlex: Amazon wants ${lacking.lacks?.join(' and ')} for line ${lacking.id} of order ${number}, which the hub does not have. Pack the order in Seller Flex.`,
		);
	}
	for (const { id, units } of lines) {
		const packed = parcels
			.flatMap((parcel) => parcel.lines)
			.filter(({ line }) => line === id)
			.reduce((sum, { quantity }) => sum + quantity, 0);
		if (packed !== units) {
			throw refused(
				`amazonSellerFlex: Amazon takes all packages of an order at once, and ${packed} of ${units} units of line ${id} of order ${number} are in its parcels. Pick all of them, or cancel the order.`,
			);
		}
	}
}

const waitsForBox = ({ number, parcels }: ChannelUpdate, { parcel }: UpdateParcel): UpdateSent => ({
	outcome: 'waits',
	detail: `Order ${number} waits for the size and weight of ${parcels.length > 1 ? `parcel ${parcel}` : 'its parcel'}: neither the hub nor Amazon knows them.`,
	until: null,
});

const waitsUntil = ({ number }: ChannelUpdate, until: string): UpdateSent => ({
	outcome: 'waits',
	detail: `Order ${number} waits: Amazon lets nobody pack it before ${until}.`,
	until,
});
